//! Nobody loses what they typed: a form that cannot be taken is parked until its person has logged
//! in again, or comes back on the page that says why, ready to be sent once more.

use crate::actions::park_form::park_form;
use crate::domain::links::split_language;
use crate::domain::parked_form::{KEPT_FOR_SECONDS, ParkedForm};
use crate::domain::way_in::WayIn;
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::forms::submission::read;
use crate::web::house::House;
use crate::web::incoming::Typed;
use crate::web::security::says_it_is_own;
use crate::web::views::public::kept::{Again, KeptText};
use crate::web::visit::Visit;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpMessage, HttpRequest};

/// The fields whose texts are shown to be copied begin with one of these.
const TEXTS: [&str; 5] = ["answer-", "reason_", "lede_", "body_", "after_"];
/// Addresses that are only posted to end with one of these; their page is the one before.
const POSTED_ONLY: [&str; 1] = ["/forkast"];

/// What is kept of a form, and the cookie that finds it again.
#[derive(Debug, Default)]
pub struct Kept {
    /// For the page.
    pub text: Option<KeptText>,
    /// For the browser.
    pub cookie: Option<Cookie<'static>>,
}

/// Keeps what was typed in the form that `error` refuses.
pub async fn keep(error: &PageError, request: &HttpRequest, visit: &Visit) -> Kept {
    let Some(Typed(fields)) = request.extensions().get::<Typed>().cloned() else { return Kept::default() };
    let texts = texts_of(&fields);
    match error {
        // Whoever comes in anew as someone else could not open what was parked: they get it here.
        PageError::NotLetIn(entrance) if entrance.is_signed_in || entrance.way == WayIn::Open => {
            Kept { text: Some(KeptText { is_parked: false, texts, again: None }), cookie: None }
        }
        PageError::NotSignedIn | PageError::NotLetIn(_) => {
            let token = park(&fields, request, visit).await;
            let cookie = token.map(|token| cookie(&visit.house, token, KEPT_FOR_SECONDS));
            let text = KeptText { is_parked: cookie.is_some(), texts, again: None };
            Kept { text: Some(text), cookie }
        }
        PageError::StaleForm | PageError::TooMany { .. } | PageError::Busy | PageError::Failed(_) => {
            // Only what the browser vouches for: a form that another site wrote must not get our
            // token and a button.
            let again = says_it_is_own(request).then(|| Again {
                action: request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned(),
                fields: fields.to_vec(),
            });
            Kept { text: Some(KeptText { is_parked: false, texts, again }), cookie: None }
        }
        _ => Kept::default(),
    }
}

fn texts_of(fields: &Fields) -> Vec<String> {
    let is_text = |name: &str| TEXTS.iter().any(|start| name.starts_with(start));
    let texts = fields.iter().filter(|(name, value)| is_text(name) && !value.trim().is_empty());
    texts.map(|(_, value)| value.clone()).collect()
}

/// The token of the parked form; `None` where it is no form of a round, or cannot be kept.
async fn park(fields: &Fields, request: &HttpRequest, visit: &Visit) -> Option<String> {
    let address = request.uri().path_and_query()?.as_str();
    let path = split_language(address).1.to_owned();
    if !split_language(request.path()).1.ends_with("/innspill") {
        return None;
    }
    let sent = read(fields.clone())?;
    let form = ParkedForm {
        path,
        draft_id: sent.draft_id,
        version: sent.version,
        begun: sent.begun,
        content: sent.content,
    };
    let (house, earlier) = (&visit.house, token_in(request, &visit.house));
    match park_form(&house.store, &form, earlier, house.parked_forms_max, visit.now()).await {
        Ok(token) => token,
        Err(error) => {
            // The text stands on the page all the same.
            tracing::error!("a form could not be parked: {error:#}");
            None
        }
    }
}

/// The token of this browser's parked form.
#[must_use]
pub fn token_in(request: &HttpRequest, house: &House) -> Option<String> {
    request.cookie(cookie_name(house)).map(|cookie| cookie.value().to_owned())
}

/// The cookie that holds the token of a parked form, or with no time to last takes it away.
#[must_use]
pub fn cookie(house: &House, token: String, lasts_seconds: i64) -> Cookie<'static> {
    Cookie::build(cookie_name(house), token)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(house.is_https)
        .max_age(Duration::seconds(lasts_seconds))
        .finish()
}

fn cookie_name(house: &House) -> &'static str {
    if house.is_https { "__Host-innspill-parkert" } else { "innspill-parkert" }
}

/// The page that a form posted to `path` stands on.
#[must_use]
pub fn page_of(path: &str) -> String {
    let alone = path.split('?').next().unwrap_or(path);
    let page = POSTED_ONLY.iter().find_map(|end| alone.strip_suffix(end));
    match page {
        Some(page) => page.to_owned(),
        None if split_language(alone).1 == "/logg-ut" => alone.trim_end_matches("logg-ut").to_owned(),
        None => path.to_owned(),
    }
}
