//! Where a person is logged in, and ending that.

use crate::actions::sign_in::{sign_out_elsewhere, sign_out_others};
use crate::domain::ids::SessionId;
use crate::store::sessions;
use crate::web::error::PageError;
use crate::web::respond::{html, see_other};
use crate::web::views::public::my_sessions::{MySession, MySessionsPage, my_sessions_page};
use crate::web::visit::Citizen;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    avsluttet: String,
}

/// Which to end: one, or all others where none is named.
#[derive(Debug, Deserialize)]
pub struct Which {
    session: Option<Uuid>,
}

/// The sessions of the person who asks.
///
/// # Errors
/// When the database fails.
pub async fn list(citizen: Citizen, happened: web::Query<Happened>) -> Result<HttpResponse, PageError> {
    let (visit, person, now) = (&citizen.visit, citizen.identity.clone(), citizen.visit.now());
    let this = visit.session.as_ref().map(|session| session.id);
    let found = visit.house.store.read(move |tx| sessions::list_live_of(tx, &person, now)).await?;
    let provider_of = |name: &str| visit.house.provider(name);
    let sessions = found.into_iter().map(|session| MySession {
        is_this: Some(session.id) == this,
        provider: session
            .provider
            .as_deref()
            .and_then(provider_of)
            .map(|provider| provider.display_name(visit.ctx.lang).to_owned()),
        id: session.id,
        created_at: session.created_at,
        seen_at: session.seen_at,
    });
    let page = MySessionsPage { sessions: sessions.collect(), has_ended: !happened.avsluttet.is_empty() };
    Ok(html(my_sessions_page(&page, &visit.ctx)))
}

/// Ends one of them, or all others.
///
/// # Errors
/// When the database fails.
pub async fn end(citizen: Citizen, which: web::Form<Which>) -> Result<HttpResponse, PageError> {
    let (visit, person) = (&citizen.visit, citizen.identity.clone());
    match (which.session, &visit.session) {
        (Some(id), _) => sign_out_elsewhere(&visit.house.store, person, SessionId(id)).await?,
        (None, Some(this)) => sign_out_others(&visit.house.store, person, this.id).await?,
        (None, None) => {}
    }
    Ok(see_other(format!("{}?avsluttet=1", visit.links().my_sessions())))
}
