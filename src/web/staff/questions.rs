//! All answers to one question, after each other.

use super::{PAGE_SIZE, find_round, window};
use crate::actions::log_reading::{Read, log_reading};
use crate::domain::export::ExportFilter;
use crate::domain::submission::Status;
use crate::store::{Reading, StoreError, submissions};
use crate::web::error::PageError;
use crate::web::respond::html;
use crate::web::views::components::pagination::Part;
use crate::web::views::staff::filter::View;
use crate::web::views::staff::question::{QuestionPage, question_page};
use crate::web::visit::StaffReader;
use actix_web::{HttpResponse, web};
use std::collections::HashMap;

/// The answers of the submissions that stand.
const READ: ExportFilter = ExportFilter { status: Some(Status::Received), late: None };

/// The answers to question `number`.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    staff: StaffReader,
    path: web::Path<(String, i32)>,
    query: web::Query<HashMap<String, String>>,
) -> Result<HttpResponse, PageError> {
    let (slug, number) = path.into_inner();
    let round = find_round(&staff.visit, slug).await?;
    let page = View::from_query(&query).page;
    let read = Read::Answers { slug: round.slug.clone(), question: number, page };
    let found = move |tx: &mut Reading<'_>| -> Result<Option<QuestionPage>, StoreError> {
        let all = submissions::count_asked(tx, &round, READ)?;
        let found = all.iter().find(|(asked, _)| asked.number == number).cloned();
        let Some((asked, answered)) = found else { return Ok(None) };
        let ((offset, limit), ids) = (window(page), asked.ids());
        Ok(Some(QuestionPage {
            silent: submissions::count(tx, &round)?.received - answered,
            part: Part { number: page, per_page: PAGE_SIZE, total: usize::try_from(answered).unwrap_or(0) },
            tally: match asked.question.kind.is_text() {
                true => None,
                false => {
                    let chosen = submissions::count_choices(tx, &round, &ids, READ)?;
                    Some(asked.tally(&chosen))
                }
            },
            answers: submissions::list_answers(tx, &round, &ids, READ, offset, limit)?,
            all,
            asked,
            round,
        }))
    };
    let page = staff.visit.house.store.read(found).await?.ok_or(PageError::NotFound)?;
    log_reading(&staff.visit.house.store, &read, &staff.actor, staff.visit.now()).await?;
    Ok(html(question_page(&page, &staff.visit.ctx)))
}
