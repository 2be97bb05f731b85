//! Logging in and out.

use crate::actions::sign_in::{sign_in, sign_out};
use crate::domain::links::{in_language, split_language};
use crate::identity::{SignedIn, test_login};
use crate::web::error::PageError;
use crate::web::house::House;
use crate::web::respond::{html, see_other};
use crate::web::views::public::login::{
    ChooseLoginPage, LoginPage, Persona, Way, choose_login_page, login_page,
};
use crate::web::views::public::message::{Message, message_page};
use crate::web::visit::{Visit, cookie_name};
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// Where to go on to afterwards.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Back {
    pub(super) tilbake: String,
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
    let back = local(&back.tilbake);
    if !visit.house.providers.is_empty() {
        return Ok(html(choose_login_page(&ways(&visit, &back), &visit.ctx)));
    }
    if !visit.house.has_test_login {
        return Err(PageError::Refused(Message::NobodyCanLogIn));
    }
    let persona = |persona: test_login::Persona| Persona {
        key: persona.subject.to_owned(),
        name: persona.name.to_owned(),
        staff: persona.role,
    };
    let personas = test_login::PERSONAS.map(persona).into();
    Ok(html(login_page(&LoginPage { personas, back }, &visit.ctx)))
}

/// The providers, those first that whoever goes to `back` is likely to want.
fn ways(visit: &Visit, back: &str) -> ChooseLoginPage {
    let links = visit.links();
    let of = |is_for_staff: bool| {
        let providers = visit.house.providers.iter().filter(|it| it.is_for_staff() == is_for_staff);
        let way = providers.map(|provider| Way {
            name: provider.display_name(visit.ctx.lang).to_owned(),
            href: links.login_at_and_back(provider.name(), back),
        });
        way.collect()
    };
    let is_staff_first = split_language(back).1.starts_with("/saksbehandling");
    ChooseLoginPage { citizens: of(false), staff: of(true), is_staff_first }
}

/// Logs in as one of the test login's people, with a new session whatever the browser had before, and goes back to where the
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
    begin_session(&visit, who, &choice.tilbake).await
}

/// Begins a session for someone who has just shown who they are, in place of the one that the
/// browser had, and sends them to `back`, or home where that is not ours.
///
/// # Errors
/// When the database fails.
pub async fn begin_session(visit: &Visit, who: SignedIn, back: &str) -> Result<HttpResponse, PageError> {
    let house = &visit.house;
    let is_staff = who.is_staff();
    let before = visit.session.as_ref().map(|session| session.id);
    let token = sign_in(&house.store, who, before, house.session_limits, visit.now()).await?;
    let back = match local(back).as_str() {
        // Who came as staff and has no role reads there what to ask for.
        "/" if is_staff => visit.links().staff_home(),
        "/" => visit.links().home(),
        path => path.to_owned(),
    };
    let lasts = Duration::minutes(house.session_limits.of(is_staff).max_minutes);
    let cookie = cookie(house, cookie_name(house), token, lasts);
    Ok(HttpResponse::SeeOther().cookie(cookie).insert_header((header::LOCATION, back)).finish())
}

/// Logs out, here and then at the provider.
///
/// # Errors
/// When the database fails.
pub async fn log_out(visit: Visit) -> Result<HttpResponse, PageError> {
    let mut answer = see_other(in_language("/", visit.ctx.lang));
    if let Some(session) = &visit.session {
        sign_out(&visit.house.store, session.id).await?;
        let provider = session.provider.as_deref().and_then(|name| visit.house.provider(name));
        if let Some(provider) = provider
            && let Some(to) = provider.logout_address(visit.ctx.lang, visit.now()).await
        {
            answer = go_on_to_provider(&visit, provider.display_name(visit.ctx.lang), to);
        }
    }
    let gone = cookie(&visit.house, cookie_name(&visit.house), String::new(), Duration::ZERO);
    answer.add_cookie(&gone).map_err(|error| PageError::Failed(error.into()))?;
    Ok(answer)
}

/// A page that leads on by itself. A redirect would be an answer to a form, which our policy lets
/// go nowhere but to ourselves.
fn go_on_to_provider(visit: &Visit, provider: &str, to: String) -> HttpResponse {
    let mut ctx = visit.ctx.clone();
    (ctx.user, ctx.path) = (None, visit.links().home());
    let refresh = format!("0; url={to}");
    let message = Message::LoggedOutHere { provider: provider.to_owned(), to };
    let mut answer = html(message_page(&message, &ctx));
    if let Ok(refresh) = HeaderValue::from_str(&refresh) {
        answer.headers_mut().insert(header::REFRESH, refresh);
    }
    answer
}

/// A cookie of ours, bound to this host.
pub(super) fn cookie(house: &House, name: &'static str, token: String, lasts: Duration) -> Cookie<'static> {
    Cookie::build(name, token)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(house.is_https)
        .max_age(lasts)
        .finish()
}

/// A path of ours to go back to; the front page for anything else, so that no one is sent to
/// another site.
pub(super) fn local(path: &str) -> String {
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
