//! Administrators put right what is known of a consulted body, send its letter again, or take it off.

use super::find_round;
use crate::actions::Stopped;
use crate::actions::change_invitee::{ChangeRefusal, change_invitee};
use crate::actions::remove_invitee::{Removed, remove_invitee};
use crate::actions::write_again::{AgainRefusal, write_again};
use crate::domain::consultation::Consultation;
use crate::domain::ids::InviteeId;
use crate::domain::invitee::Standing;
use crate::store::{Reading, StoreError, invitee_standings, invitees};
use crate::web::error::PageError;
use crate::web::forms::invitees::InviteeForm;
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::invitee::{InviteeMistake, InviteePage, invitee_page};
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    gjort: String,
}

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    path: web::Path<(String, Uuid)>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let (round, standing) = find(&staff.visit, path.into_inner()).await?;
    let page = InviteePage { done: happened.gjort.clone(), ..InviteePage::of(round, standing) };
    Ok(html(invitee_page(&page, &staff.visit.ctx)))
}

async fn find(visit: &Visit, (slug, id): (String, Uuid)) -> Result<(Consultation, Standing), PageError> {
    let round = find_round(visit, slug).await?;
    let of = round.id;
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let invitee = invitees::find(tx, of, InviteeId(id))?;
        invitee.map(|invitee| invitee_standings::find_standing(tx, invitee)).transpose()
    };
    let standing = visit.house.store.read(found).await?.ok_or(PageError::NotFound)?;
    Ok((round, standing))
}

/// Changes it, sends its letter again, stops it or takes it off the list.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    path: web::Path<(String, Uuid)>,
    form: web::Form<InviteeForm>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, form.into_inner());
    let (round, standing) = find(visit, path.into_inner()).await?;
    let (house, now, id) = (&visit.house, visit.now(), standing.invitee.id);
    let here = visit.links().staff_invitee(&round.slug, &id);
    let mistakes = match form.deed.as_str() {
        "change" => match form.facts() {
            Ok(facts) => match change_invitee(&house.store, round.id, id, facts, staff.actor, now).await {
                Ok(()) => return Ok(see_other(format!("{here}?gjort=endret"))),
                Err(stopped) => vec![change_mistake(stopped)?],
            },
            Err(mistakes) => mistakes.into_iter().map(InviteeMistake::Fact).collect(),
        },
        "again" => {
            let letterhead = house.letterhead.clone();
            match write_again(&house.store, round.id, id, letterhead, staff.actor, now).await {
                Ok(()) => return Ok(see_other(format!("{here}?gjort=sendt"))),
                Err(Stopped::Refused(AgainRefusal::NotFound)) => return Err(PageError::NotFound),
                Err(Stopped::Refused(refusal)) => vec![InviteeMistake::Again(refusal)],
                Err(Stopped::Failed(error)) => return Err(error.into()),
            }
        }
        "remove" => match remove_invitee(&house.store, round.id, id, staff.actor, now).await {
            Ok(Removed::Stopped) => return Ok(see_other(format!("{here}?gjort=stoppet"))),
            Ok(Removed::FromList) => {
                let list = visit.links().staff_invitees(&round.slug);
                return Ok(see_other(format!("{list}?fjernet=1")));
            }
            Err(stopped) => vec![change_mistake(stopped)?],
        },
        _ => return Err(PageError::Unreadable),
    };
    let form = if form.deed == "change" { form } else { InviteeForm::of(&standing.invitee.facts) };
    let page = InviteePage { form, mistakes, ..InviteePage::of(round, standing) };
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, invitee_page(&page, &visit.ctx)))
}

fn change_mistake(stopped: Stopped<ChangeRefusal>) -> Result<InviteeMistake, PageError> {
    match stopped {
        Stopped::Refused(ChangeRefusal::NotFound) => Err(PageError::NotFound),
        Stopped::Refused(ChangeRefusal::AlreadyListed) => Ok(InviteeMistake::AlreadyListed),
        Stopped::Failed(error) => Err(error.into()),
    }
}
