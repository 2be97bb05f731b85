//! The audit log, for administrators of the installation.

use super::PAGE_SIZE;
use super::exports::attachment;
use crate::actions::export_audit::export_audit;
use crate::actions::log_reading::{Read, log_reading};
use crate::domain::audit::{AuditLine, Recorded};
use crate::domain::audit_filter::AuditPart;
use crate::store::{Reading, StoreError, audit, staff_names};
use crate::web::error::PageError;
use crate::web::forms::audit::AuditForm;
use crate::web::respond::{html, with_status};
use crate::web::views::staff::audit::{AuditPage, audit_page};
use crate::web::visit::Administrator;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use std::collections::BTreeMap;

/// The lines, filtered as the address says.
///
/// # Errors
/// When the database fails.
pub async fn list(
    Administrator(staff): Administrator,
    form: web::Query<AuditForm>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, form.into_inner());
    let filter = match form.filter() {
        Ok(filter) => filter,
        Err(mistakes) => {
            let page = AuditPage { mistakes, ..AuditPage::empty(form) };
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, audit_page(&page, &visit.ctx)));
        }
    };
    log_reading(&visit.house.store, &Read::Log, &staff.actor, visit.now()).await?;
    let part = form.part();
    let found = move |tx: &mut Reading<'_>| -> Result<AuditPage, StoreError> {
        let asked = i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX).saturating_add(1);
        let mut lines = audit::list_lines(tx, &filter, part, asked)?;
        // One more than fits tells whether there is more on that side.
        let goes_on = lines.len() > PAGE_SIZE;
        let is_backwards = matches!(part, AuditPart::NewerThan(_));
        if goes_on && is_backwards {
            lines.remove(0);
        }
        lines.truncate(PAGE_SIZE);
        Ok(AuditPage {
            names: names_of(tx, &lines)?,
            has_newer: if is_backwards { goes_on } else { part != AuditPart::Newest },
            has_older: is_backwards || goes_on,
            lines,
            ..AuditPage::empty(form)
        })
    };
    let page = visit.house.store.read(found).await?;
    Ok(html(audit_page(&page, &visit.ctx)))
}

fn names_of(tx: &mut Reading<'_>, lines: &[AuditLine]) -> Result<BTreeMap<String, String>, StoreError> {
    staff_names::list(tx, &staff_among(lines.iter().map(|line| line.actor.as_str())))
}

/// The members of staff among `actors`, by the login provider's word for them.
pub(super) fn staff_among<'a>(actors: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut staff: Vec<String> = actors
        .filter_map(|actor| match Recorded::read(actor) {
            Recorded::Staff { subject, .. } => Some(subject.to_owned()),
            _ => None,
        })
        .collect();
    staff.sort();
    staff.dedup();
    staff
}

/// The lines as a file. It is written whole before the first byte is sent.
///
/// # Errors
/// `Unreadable` for a filter that no page of ours sends.
pub async fn download(
    Administrator(staff): Administrator,
    form: web::Form<AuditForm>,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let filter = form.filter().map_err(|_| PageError::Unreadable)?;
    let csv = tempfile::tempfile().map_err(anyhow::Error::from)?;
    let out = std::io::BufWriter::new(csv.try_clone().map_err(anyhow::Error::from)?);
    export_audit(&visit.house.store, filter, out, staff.actor, visit.now()).await?;
    let name = format!("logg-{}.csv", visit.now().in_norway().strftime("%Y-%m-%d"));
    Ok(attachment(csv, name, "text/csv; charset=utf-8")?)
}
