//! Administrators keep a round's list of consulted bodies, invite them and plan the reminders.

use super::find_round;
use crate::actions::Stopped;
use crate::actions::add_invitees::add_invitees;
use crate::actions::ask_invitations::{AskRefusal, ask_invitations};
use crate::actions::export_invitees::export_invitees;
use crate::actions::plan_reminders::plan_reminders;
use crate::domain::consultation::Consultation;
use crate::domain::invitee::{InvitationPlan, InviteeFacts};
use crate::domain::staff::StaffRole;
use crate::exports::invitee_list;
use crate::store::{Reading, StoreError, consultations, invitation_plans, invitee_standings, invitees};
use crate::web::error::PageError;
use crate::web::forms::invitees::{InviteesForm, ListMistake, check_list, reminder_days};
use crate::web::respond::{html, see_other, with_status};
use crate::web::upload::{Bounds, read_upload};
use crate::web::views::staff::invitee_groups::Asked;
use crate::web::views::staff::invitees::{Done, InviteesPage, InviteesRefused, invitees_page};
use crate::web::visit::{Administrator, StaffReader, Visit};
use actix_web::http::StatusCode;
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpRequest, HttpResponse, web};
use std::collections::HashMap;
use std::io::Read;

/// The largest file with a list, in bytes.
const LIST_MAX_BYTES: u64 = 512 * 1024;

/// How many other rounds are offered.
const OTHERS_MAX: i64 = 100;

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    query: web::Query<HashMap<String, String>>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let page = page(&staff.visit, round).await?;
    let page = InviteesPage { done: Done::from_query(&query), asked: Asked::from_query(&query), ..page };
    Ok(html(invitees_page(&page, &staff.visit.ctx)))
}

async fn page(visit: &Visit, round: Consultation) -> Result<InviteesPage, PageError> {
    let (id, now) = (round.id, visit.now());
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let list = invitee_standings::list_standings(tx, id)?;
        let plan = invitation_plans::find(tx, id)?;
        Ok((list, plan, invitees::list_rounds(tx, OTHERS_MAX)?))
    };
    let (list, plan, mut others) = visit.house.store.read(found).await?;
    others.retain(|(slug, _, _)| *slug != round.slug && may_run(visit, slug));
    let plan = plan.unwrap_or_else(|| InvitationPlan::usual(id, now));
    Ok(InviteesPage { round, list, plan, others, done: None, asked: Asked::default(), refused: None })
}

fn may_run(visit: &Visit, slug: &str) -> bool {
    visit.access.in_round(slug) >= Some(StaffRole::Administrator)
}

/// Puts bodies on the list, invites them, plans the reminders, or takes out the list.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    form: web::Form<InviteesForm>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let form = form.into_inner();
    match form.deed.as_str() {
        "add" => {
            let checked = check_list(&invitee_list::read(&form.invitees_lines));
            add(&staff, round, form, checked, "invitees_lines").await
        }
        "reuse" => {
            let entries = list_of(&staff.visit, &form.from).await?;
            let checked = if entries.is_empty() { Err(vec![ListMistake::Empty]) } else { Ok(entries) };
            add(&staff, round, form, checked, "from").await
        }
        "invite" => invite(&staff, round, form).await,
        "plan" => plan(&staff, round, form).await,
        "export" => export(&staff, round).await,
        _ => Err(PageError::Unreadable),
    }
}

/// Puts bodies on the list from a file.
///
/// # Errors
/// `NotFound`, and those of [`read_upload`].
pub async fn upload(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let round = find_round(visit, slug.into_inner()).await?;
    let bounds = Bounds { files: 1, file_bytes: LIST_MAX_BYTES };
    let upload = read_upload(&request, payload, &visit.house, bounds).await?;
    let sent = upload.files.into_iter().next().map(|sent| sent.file);
    let checked = match sent {
        None => Err(vec![ListMistake::Empty]),
        Some(Err(_)) => Err(vec![ListMistake::TooLarge]),
        Some(Ok(staged)) => {
            let mut reader = staged.reader();
            // Off the request's thread: reading may wait for the disk.
            let read = web::block(move || {
                let mut bytes = Vec::new();
                reader.read_to_end(&mut bytes).map(|_| bytes)
            });
            let bytes = read.await.map_err(|_| PageError::Busy)?.map_err(anyhow::Error::from)?;
            check_list(&invitee_list::read(&invitee_list::decoded(&bytes)))
        }
    };
    add(&staff, round, InviteesForm::default(), checked, "file").await
}

async fn list_of(visit: &Visit, slug: &str) -> Result<Vec<InviteeFacts>, PageError> {
    if !may_run(visit, slug) {
        return Ok(Vec::new());
    }
    let slug = slug.to_owned();
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = consultations::find_by_slug(tx, &slug)? else { return Ok(Vec::new()) };
        let mut list = invitees::list(tx, round.id)?;
        list.retain(|one| one.stopped_at.is_none());
        Ok(list.into_iter().map(|one| one.facts).collect())
    };
    Ok(visit.house.store.read(found).await?)
}

/// `field` is where mistakes stand.
async fn add(
    staff: &StaffReader,
    round: Consultation,
    form: InviteesForm,
    checked: Result<Vec<InviteeFacts>, Vec<ListMistake>>,
    field: &'static str,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let entries = match checked {
        Ok(entries) => entries,
        Err(mistakes) => return refused(visit, round, InviteesRefused::list(form, field, mistakes)).await,
    };
    let (store, slug, actor) = (&visit.house.store, round.slug.clone(), staff.actor.clone());
    match add_invitees(store, round.id, slug, entries, actor, visit.now()).await {
        Ok(done) => {
            let to = visit.links().staff_invitees(&round.slug);
            Ok(see_other(format!("{to}?lagt-til={}&kjent={}", done.added, done.known)))
        }
        Err(Stopped::Refused(_)) => {
            refused(visit, round, InviteesRefused::list(form, field, vec![ListMistake::TooMany])).await
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

async fn invite(
    staff: &StaffReader,
    round: Consultation,
    form: InviteesForm,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let to = visit.links().staff_invitees(&round.slug);
    match ask_invitations(&visit.house.store, round.id, staff.actor.clone(), visit.now()).await {
        Ok(count) => Ok(see_other(format!("{to}?inviterer={count}"))),
        // Pressed twice, or by two: the list says so.
        Err(Stopped::Refused(AskRefusal::Nobody)) => Ok(see_other(to)),
        Err(Stopped::Refused(AskRefusal::TooLate)) => {
            refused(visit, round, InviteesRefused::too_late(form)).await
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

async fn plan(
    staff: &StaffReader,
    round: Consultation,
    form: InviteesForm,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let Some(days) = reminder_days(&form.reminder_days) else {
        return refused(visit, round, InviteesRefused::days(form)).await;
    };
    let done = plan_reminders(&visit.house.store, round.id, days, staff.actor.clone(), visit.now()).await;
    done.map_err(|stopped| PageError::stopped(stopped, |_| PageError::NotFound))?;
    Ok(see_other(format!("{}?planlagt=1", visit.links().staff_invitees(&round.slug))))
}

async fn export(staff: &StaffReader, round: Consultation) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let (store, slug) = (&visit.house.store, round.slug.clone());
    let file = export_invitees(store, round.id, slug, staff.actor.clone(), visit.now()).await?;
    let name = format!("{}-inviterte.csv", round.slug);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: vec![DispositionParam::Filename(name)],
        })
        .body(file))
}

async fn refused(
    visit: &Visit,
    round: Consultation,
    refused: InviteesRefused,
) -> Result<HttpResponse, PageError> {
    let page = InviteesPage { refused: Some(refused), ..page(visit, round).await? };
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, invitees_page(&page, &visit.ctx)))
}
