//! Form tokens: a form that comes back is one that we sent to this browser.
//!
//! A token is an HMAC of what the browser is known by: its session, or where there is none, a
//! cookie of its own that is set with the first form it is shown. Nothing is stored.

use crate::actions::sign_in::token_sha256;
use crate::domain::links::split_language;
use crate::domain::person::PersonHasher;
use crate::web::fields::Fields;
use crate::web::house::House;
use crate::web::views::FormToken;
use crate::web::views::components::form_token::FORM_TOKEN;
use crate::web::visit::cookie_name;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpMessage, HttpRequest};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use subtle::ConstantTimeEq;

/// The header in which a script may send the token instead of the field.
pub const HEADER: &str = "x-skjemakode";
/// The routes that are posted to by others than our forms; each says who it is in its own way.
const EXEMPT: [&str; 1] = [
    // A login provider's server, with a signed token of its own.
    "/oidc/{provider}/utlogging",
];

/// What an answer must know of the browser that asked.
#[derive(Debug, Clone)]
pub struct Browser {
    /// What its tokens are bound to.
    binding: String,
    /// A cookie that it does not have yet.
    new_seed: Option<String>,
    /// Whether it says that it is logged in.
    pub has_session: bool,
    /// Whether a page made for it holds a form.
    is_shown: Arc<AtomicBool>,
}

impl Browser {
    /// The browser that sent `request`; always the same for the same request.
    #[must_use]
    pub fn of(request: &HttpRequest, house: &House) -> Self {
        if let Some(known) = request.extensions().get::<Self>() {
            return known.clone();
        }
        let is_shown = Arc::new(AtomicBool::new(false));
        let session = request.cookie(cookie_name(house)).filter(|cookie| !cookie.value().is_empty());
        let seed = request.cookie(seed_cookie_name(house));
        let browser = match (session, seed) {
            (Some(session), _) => {
                let binding = of_session(session.value());
                Self { binding, new_seed: None, has_session: true, is_shown }
            }
            (None, Some(seed)) => {
                let binding = format!("seed {}", seed.value());
                Self { binding, new_seed: None, has_session: false, is_shown }
            }
            (None, None) => {
                let seed = uuid::Uuid::new_v4().simple().to_string();
                let binding = format!("seed {seed}");
                Self { binding, new_seed: Some(seed), has_session: false, is_shown }
            }
        };
        request.extensions_mut().insert(browser.clone());
        browser
    }

    /// Its token, for pages.
    #[must_use]
    pub fn token(&self, house: &House) -> FormToken {
        FormToken::new(token(&house.hasher, &self.binding), self.is_shown.clone())
    }

    /// Whether `token` is one that we gave to this browser.
    fn has(&self, guess: &str, house: &House) -> bool {
        // In constant time, so that nobody learns how much of a guess was right.
        token(&house.hasher, &self.binding).as_bytes().ct_eq(guess.as_bytes()).into()
    }

    /// Whether the page that was made for it holds a form.
    #[must_use]
    pub fn was_shown_a_form(&self) -> bool {
        self.is_shown.load(Ordering::Relaxed)
    }

    /// The cookie that it needs, so that the form it was shown can come back.
    #[must_use]
    pub fn missing_cookie(&self, house: &House) -> Option<Cookie<'static>> {
        let seed = self.new_seed.clone().filter(|_| self.was_shown_a_form())?;
        let cookie = Cookie::build(seed_cookie_name(house), seed).path("/").http_only(true);
        Some(cookie.same_site(SameSite::Lax).secure(house.is_https).finish())
    }
}

fn token(hasher: &PersonHasher, binding: &str) -> String {
    hasher.token("form", binding)
}

fn of_session(session: &str) -> String {
    format!("session {}", token_sha256(session))
}

/// The token that the forms of a session carry, for those who measure the service.
#[must_use]
pub fn session_token(hasher: &PersonHasher, session: &str) -> String {
    token(hasher, &of_session(session))
}

fn seed_cookie_name(house: &House) -> &'static str {
    if house.is_https { "__Host-innspill-skjema" } else { "innspill-skjema" }
}

/// Whether this request, with these fields, comes from a form of ours in this browser.
#[must_use]
pub fn is_ours(request: &HttpRequest, fields: Option<&Fields>, house: &House) -> bool {
    let pattern = request.match_pattern().unwrap_or_default();
    if EXEMPT.contains(&split_language(&pattern).1) {
        return true;
    }
    let browser = Browser::of(request, house);
    let header = request.headers().get(HEADER).map(|value| value.to_str().unwrap_or_default());
    let field = || fields?.iter().find(|(name, _)| name == FORM_TOKEN).map(|(_, value)| value.as_str());
    header.or_else(field).is_some_and(|token| browser.has(token, house))
}
