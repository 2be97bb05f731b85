//! The one-time link for an administrator. Looking at it does nothing: mail scanners and previews
//! open links too, and must not use it up.

use crate::actions::Stopped;
use crate::actions::sign_in::sign_in;
use crate::actions::use_staff_link::{LinkIsDead, use_staff_link};
use crate::domain::session::{Limit, SessionLimits};
use crate::identity::staff_link;
use crate::web::error::PageError;
use crate::web::public::sessions::cookie;
use crate::web::respond::html;
use crate::web::views::public::message::Message;
use crate::web::views::public::staff_link::staff_link_page;
use crate::web::visit::{Visit, cookie_name};
use actix_web::cookie::time::Duration;
use actix_web::http::header;
use actix_web::{HttpResponse, web};

/// How long someone stays logged in this way: long enough to give somebody a role.
const SESSION_MINUTES: i64 = 60;

/// The page with the button. It does not say whether the link can be used.
///
/// # Errors
/// None of its own.
pub async fn show(visit: Visit, token: web::Path<String>) -> Result<HttpResponse, PageError> {
    Ok(html(staff_link_page(&token, SESSION_MINUTES, &visit.ctx)))
}

/// Uses the link up and logs in, with a new session whatever the browser had before.
///
/// # Errors
/// `Refused` where it cannot be used, for whatever reason.
pub async fn log_in(visit: Visit, token: web::Path<String>) -> Result<HttpResponse, PageError> {
    let store = &visit.house.store;
    let used = use_staff_link(store, &token, visit.now()).await;
    let link = used.map_err(|stopped: Stopped<LinkIsDead>| {
        PageError::stopped(stopped, |LinkIsDead| PageError::Refused(Message::LinkIsDead))
    })?;
    let who = staff_link::sign_in(link, visit.ctx.lang.tag());
    let before = visit.session.as_ref().map(|session| session.id);
    let limit = Limit { idle_minutes: SESSION_MINUTES, max_minutes: SESSION_MINUTES };
    let limits = SessionLimits { citizen: limit, staff: limit };
    let token = sign_in(store, who, before, limits, visit.now()).await?;
    let lasts = Duration::minutes(SESSION_MINUTES);
    let cookie = cookie(&visit.house, cookie_name(&visit.house), token, lasts);
    let to = visit.links().staff_access();
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header((header::LOCATION, to)).finish())
}
