//! Administrators give and take away roles.

use crate::actions::Stopped;
use crate::actions::grant_role::grant_role;
use crate::actions::revoke_role::revoke_role;
use crate::domain::staff::{GrantRefusal, StaffRole};
use crate::identity::staff_link;
use crate::store::{Reading, StoreError, consultations, staff_grants};
use crate::web::error::PageError;
use crate::web::forms::grant::{GrantDeed, GrantForm};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::access::{AccessMistake, AccessPage, Done, Refused, access_page};
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    gitt: String,
    tatt: String,
}

impl Happened {
    fn done(&self) -> Option<Done> {
        match (self.gitt.as_str(), self.tatt.as_str()) {
            ("", "") => None,
            ("", _) => Some(Done::Taken),
            _ => Some(Done::Given),
        }
    }
}

/// The page.
///
/// # Errors
/// When the database fails.
pub async fn show(
    Administrator(staff): Administrator,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let page = page(&staff.visit, happened.done(), None).await?;
    Ok(html(access_page(&page, &staff.visit.ctx)))
}

async fn page(visit: &Visit, done: Option<Done>, refused: Option<Refused>) -> Result<AccessPage, PageError> {
    let found = |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        Ok((staff_grants::list(tx)?, consultations::list(tx)?))
    };
    let (grants, rounds) = visit.house.store.read(found).await?;
    let reader = visit.session.as_ref().map(|session| session.identity.clone());
    Ok(AccessPage { grants, rounds, reader, done, refused })
}

/// Gives a role, or takes one away.
///
/// # Errors
/// `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    form: web::Form<GrantForm>,
) -> Result<HttpResponse, PageError> {
    let (visit, form) = (&staff.visit, form.into_inner());
    let (store, now, actor) = (&visit.house.store, visit.now(), staff.actor);
    let may_leave_none = is_administrator_by_login(visit);
    let (done, what) = match form.deed() {
        Err(mistakes) => return again(visit, form, mistakes.into_iter().map(AccessMistake::Form)).await,
        Ok(None) => return Err(PageError::Unreadable),
        Ok(Some(GrantDeed::Give(new))) => {
            (grant_role(store, new, may_leave_none, actor, now).await, "gitt=1")
        }
        Ok(Some(GrantDeed::Take(id))) => (revoke_role(store, id, may_leave_none, actor, now).await, "tatt=1"),
    };
    match done {
        // Somebody else was faster; the list says so.
        Ok(_) | Err(Stopped::Refused(GrantRefusal::NoSuchGrant)) => {
            Ok(see_other(format!("{}?{what}", visit.links().staff_access())))
        }
        Err(Stopped::Refused(refusal)) => again(visit, form, [AccessMistake::Refused(refusal)]).await,
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// Whether the login provider itself says that this person is administrator. Then the
/// installation has one without any grant, and the last may be taken away. A link from the
/// command line says nothing of the kind: it is gone within the hour.
fn is_administrator_by_login(visit: &Visit) -> bool {
    visit.session.as_ref().is_some_and(|session| {
        session.role == Some(StaffRole::Administrator) && session.identity.issuer != staff_link::ISSUER
    })
}

async fn again(
    visit: &Visit,
    form: GrantForm,
    mistakes: impl IntoIterator<Item = AccessMistake>,
) -> Result<HttpResponse, PageError> {
    let refused = Refused { form, mistakes: mistakes.into_iter().collect() };
    let page = page(visit, None, Some(refused)).await?;
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, access_page(&page, &visit.ctx)))
}
