//! Logging in and out.

use crate::actions::sign_in::{sign_in, sign_out};
use crate::domain::links::in_language;
use crate::identity::test_login;
use crate::web::error::PageError;
use crate::web::house::House;
use crate::web::respond::{html, see_other};
use crate::web::views::public::login::{LoginPage, Persona, login_page};
use crate::web::views::public::message::Message;
use crate::web::visit::{Visit, cookie_name};
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// Where to go on to afterwards.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Back {
    tilbake: String,
}

/// Who to be.
#[derive(Deserialize)]
pub struct Choice {
    persona: String,
    #[serde(default)]
    tilbake: String,
}

/// The login page.
///
/// # Errors
/// `Refused` where nobody can log in.
pub async fn show(visit: Visit, back: web::Query<Back>) -> Result<HttpResponse, PageError> {
    if !visit.house.has_test_login {
        return Err(PageError::Refused(Message::NobodyCanLogIn));
    }
    let persona = |persona: test_login::Persona| Persona {
        key: persona.subject.to_owned(),
        name: persona.name.to_owned(),
        staff: persona.role,
    };
    let personas = test_login::PERSONAS.map(persona).into();
    Ok(html(login_page(&LoginPage { personas, back: local(&back.tilbake) }, &visit.ctx)))
}

/// Logs in, with a new session whatever the browser had before, and goes back to where the
/// person was.
///
/// # Errors
/// `Refused` where nobody can log in; `Unreadable` for nobody.
pub async fn log_in(visit: Visit, choice: web::Form<Choice>) -> Result<HttpResponse, PageError> {
    let house = &visit.house;
    if !house.has_test_login {
        return Err(PageError::Refused(Message::NobodyCanLogIn));
    }
    let who = test_login::sign_in(&choice.persona, visit.ctx.lang.tag()).ok_or(PageError::Unreadable)?;
    let is_staff = who.role.is_some();
    if let Some(session) = &visit.session {
        sign_out(&house.store, session.id).await?;
    }
    let token = sign_in(&house.store, who, house.session_minutes, visit.now()).await?;
    let back = match local(&choice.tilbake).as_str() {
        "/" if is_staff => visit.links().staff_home(),
        "/" => visit.links().home(),
        path => path.to_owned(),
    };
    let cookie = cookie(house, token, Duration::minutes(house.session_minutes));
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header((header::LOCATION, back)).finish())
}

/// Logs out.
///
/// # Errors
/// When the database fails.
pub async fn log_out(visit: Visit) -> Result<HttpResponse, PageError> {
    if let Some(session) = &visit.session {
        sign_out(&visit.house.store, session.id).await?;
    }
    let mut answer = see_other(in_language("/", visit.ctx.lang));
    let gone = cookie(&visit.house, String::new(), Duration::ZERO);
    answer.add_cookie(&gone).map_err(|error| PageError::Failed(error.into()))?;
    Ok(answer)
}

fn cookie(house: &House, token: String, lasts: Duration) -> Cookie<'static> {
    Cookie::build(cookie_name(house), token)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(house.is_https)
        .max_age(lasts)
        .finish()
}

/// A path of ours to go back to; the front page for anything else, so that no one is sent to
/// another site.
fn local(path: &str) -> String {
    let is_ours = path.starts_with('/')
        && !path.starts_with("//")
        && !path.chars().any(|c| c == '\\' || c.is_control() || c.is_whitespace());
    if is_ours { path.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn nobody_is_sent_to_another_site() {
        for elsewhere in ["https://x.no", "//x.no", "/\\x.no", "x", "", "/\t/x.no", "/\n"] {
            assert_eq!(local(elsewhere), "/", "{elsewhere:?}");
        }
        assert_eq!(local("/nn/horinger/plan?a=b"), "/nn/horinger/plan?a=b");
    }
}
