//! The token with which a provider says that someone has logged out (OpenID Connect Back-Channel
//! Logout 1.0, section 2.6). The library does not know it; the signature is the library's.

use super::SKEW_SECONDS;
use super::claims::Claims;
use super::discovery::Metadata;
use super::id_token::ALGORITHMS;
use crate::config::ProviderSettings;
use crate::domain::clock::Moment;
use crate::identity::LoggedOut;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::JsonWebKey;
use openidconnect::core::CoreJwsSigningAlgorithm;
use serde_json::Value;

/// How old a token may be; providers send them at once and once.
const AGE_MAX_SECONDS: i64 = 5 * 60;
const TOKEN_MAX_BYTES: usize = 16 * 1024;
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Why a token does not hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// It names a key that we do not know.
    UnknownKey,
    /// All the rest: which part of it.
    Refused(&'static str),
}

/// What the token says, when all of it holds.
pub(super) fn verify(
    token: &str,
    metadata: &Metadata,
    settings: &ProviderSettings,
    now: Moment,
) -> Result<LoggedOut, Doubt> {
    let claims = signed_claims(token, metadata)?;
    let demand = |holds: bool, part| if holds { Ok(()) } else { Err(Doubt::Refused(part)) };
    demand(claims.text("iss") == Some(settings.issuer.as_str()), "iss")?;
    demand(claims.texts("aud") == [settings.client_id.as_str()], "aud")?;
    let seconds = now.timestamp().as_second();
    let issued_at = claims.seconds("iat").ok_or(Doubt::Refused("iat"))?;
    demand(issued_at <= seconds + SKEW_SECONDS, "iat")?;
    demand(issued_at >= seconds - AGE_MAX_SECONDS, "iat")?;
    if claims.get("exp").is_some() {
        demand(claims.seconds("exp").is_some_and(|ends| ends > seconds - SKEW_SECONDS), "exp")?;
    }
    let event = claims.get("events").and_then(|events| events.get(EVENT));
    demand(event.is_some_and(Value::is_object), "events")?;
    demand(claims.get("nonce").is_none(), "nonce")?;
    let token_id = claims.text("jti").ok_or(Doubt::Refused("jti"))?.to_owned();
    let sid = claims.text("sid").map(str::to_owned);
    // Only where sub is what we know people by.
    let subject = claims.text("sub").filter(|_| settings.subject_claim == "sub").map(str::to_owned);
    demand(sid.is_some() || subject.is_some(), "sid or sub")?;
    let expires_at = now.plus_seconds(AGE_MAX_SECONDS + 2 * SKEW_SECONDS);
    Ok(LoggedOut { token_id, sid, subject, expires_at })
}

/// The claims of a token whose signature is one of the provider's keys'.
fn signed_claims(token: &str, metadata: &Metadata) -> Result<Claims, Doubt> {
    let malformed = Doubt::Refused("malformed");
    let mut parts = token.split('.');
    let (Some(header), Some(payload), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(malformed);
    };
    if token.len() > TOKEN_MAX_BYTES {
        return Err(malformed);
    }
    let decoded = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| Doubt::Refused("malformed"));
    let head = Claims::read(&decoded(header)?, &["alg", "kid", "typ", "crit"]).ok_or(malformed)?;
    let kind =
        head.text("typ").is_none_or(|kind| ["logout+jwt", "jwt"].contains(&kind.to_lowercase().as_str()));
    if !kind || head.get("crit").is_some() {
        return Err(Doubt::Refused("header"));
    }
    let algorithm = head.get("alg").and_then(|name| serde_json::from_value(name.clone()).ok());
    let algorithm: CoreJwsSigningAlgorithm =
        algorithm.filter(|one| ALGORITHMS.contains(one)).ok_or(Doubt::Refused("alg"))?;
    let (named, signature) = (head.text("kid"), decoded(signature)?);
    let is_meant = |id: Option<&str>| named.is_none() || named == id;
    let keys = metadata.jwks().keys().iter();
    let mut keys = keys.filter(|key| is_meant(key.key_id().map(|id| id.as_str()))).peekable();
    if keys.peek().is_none() {
        return Err(Doubt::UnknownKey);
    }
    let signed = format!("{header}.{payload}");
    if !keys.any(|key| key.verify_signature(&algorithm, signed.as_bytes(), &signature).is_ok()) {
        return Err(Doubt::Refused("signature"));
    }
    let wanted = ["iss", "aud", "iat", "exp", "jti", "events", "sid", "sub", "nonce"];
    Claims::read(&decoded(payload)?, &wanted).ok_or(Doubt::Refused("malformed"))
}
