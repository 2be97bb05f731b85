//! Letters that wait or failed.

use crate::actions::Stopped;
use crate::actions::requeue_letter::requeue_letter;
use crate::domain::ids::LetterId;
use crate::store::{Reading, StoreError, invitee_letters, letters};
use crate::web::error::PageError;
use crate::web::respond::{html, see_other};
use crate::web::views::staff::letters::{LettersPage, letters_page};
use crate::web::visit::{CaseOfficer, StaffReader};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

/// The most that are listed; failed ones come first.
const LIMIT: i64 = 500;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    lagt_tilbake: String,
}

/// Which letter.
#[derive(Debug, Deserialize)]
pub struct Which {
    letter: Uuid,
}

/// The letters that have not been sent.
///
/// # Errors
/// When the database fails.
pub async fn list(staff: StaffReader, happened: web::Query<Happened>) -> Result<HttpResponse, PageError> {
    let unsent = |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let letters = letters::list_unsent(tx, LIMIT)?;
        let ids: Vec<LetterId> = letters.iter().map(|letter| letter.id).collect();
        Ok((invitee_letters::list_names(tx, &ids)?, letters))
    };
    let (invitees, letters) = staff.visit.house.store.read(unsent).await?;
    let page = LettersPage { letters, invitees, has_requeued: !happened.lagt_tilbake.is_empty() };
    Ok(html(letters_page(&page, &staff.visit.ctx)))
}

/// Puts a failed letter back in the outbox.
///
/// # Errors
/// When the database fails.
pub async fn requeue(
    CaseOfficer(staff): CaseOfficer,
    which: web::Form<Which>,
) -> Result<HttpResponse, PageError> {
    let (visit, id) = (&staff.visit, LetterId(which.letter));
    let letters = visit.links().staff_letters();
    match requeue_letter(&visit.house.store, id, staff.actor, visit.now()).await {
        Ok(()) => Ok(see_other(format!("{letters}?lagt_tilbake=1"))),
        // Somebody else was faster, or it has been sent: the list says so.
        Err(Stopped::Refused(_)) => Ok(see_other(letters)),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}
