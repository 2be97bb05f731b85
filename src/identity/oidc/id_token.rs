//! The token that says who someone is: nothing in it counts before all of it has been checked.

use super::claims::Claims;
use super::discovery::Metadata;
use super::{LoginFailure, SKEW_SECONDS};
use crate::config::{Audience, ProviderSettings};
use crate::domain::clock::Moment;
use crate::domain::national_id;
use crate::domain::person::Identity;
use crate::domain::staff::StaffRole;
use crate::identity::{SignedIn, Via};
use chrono::{DateTime, Utc};
use openidconnect::core::{CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm};
use openidconnect::{ClaimsVerificationError, ClientId, Nonce, SignatureVerificationError};

/// What tokens may be signed with: never nothing, never a shared secret.
pub(super) const ALGORITHMS: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
];
/// How old a token may be that has just been fetched.
const AGE_MAX_SECONDS: i64 = 10 * 60;
const SUBJECT_MAX_CHARS: usize = 255;
const NAME_MAX_CHARS: usize = 200;

/// Why a token does not hold.
pub(super) enum Doubt {
    /// It names a key that we do not know.
    UnknownKey,
    /// All the rest.
    Failure(LoginFailure),
}

fn refused(why: &str) -> Doubt {
    Doubt::Failure(LoginFailure::Refused(why.to_owned()))
}

/// Who the token says it is, when all of it holds.
pub(super) fn verify(
    token: &CoreIdToken,
    metadata: &Metadata,
    settings: &ProviderSettings,
    nonce: &Nonce,
    now: Moment,
) -> Result<SignedIn, Doubt> {
    let at = |seconds: i64| {
        DateTime::<Utc>::from_timestamp_millis(now.plus_seconds(seconds).timestamp().as_millisecond())
    };
    let (Some(earlier), Some(later), Some(oldest)) =
        (at(-SKEW_SECONDS), at(SKEW_SECONDS), at(-AGE_MAX_SECONDS))
    else {
        return Err(refused("the time is out of range"));
    };
    let client_id = ClientId::new(settings.client_id.clone());
    let verifier =
        CoreIdTokenVerifier::new_public_client(client_id, metadata.issuer().clone(), metadata.jwks().clone())
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || earlier)
            .set_issue_time_verifier_fn(move |issued| match issued <= later && issued >= oldest {
                true => Ok(()),
                false => Err("issued at another time".to_owned()),
            })
            .set_auth_context_verifier_fn(|level| {
                match is_accepted(settings, level.map(|level| level.as_str())) {
                    true => Ok(()),
                    false => Err("another level".to_owned()),
                }
            });
    let claims = token.claims(&verifier, nonce).map_err(|error| doubt(&error))?;
    let is_ours = claims.authorized_party().is_none_or(|party| party.as_str() == settings.client_id);
    if !is_ours {
        return Err(refused("azp"));
    }
    read(claims, &token.to_string(), settings)
}

fn is_accepted(settings: &ProviderSettings, level: Option<&str>) -> bool {
    let mut accepted = settings.accepted_acr.split_whitespace().peekable();
    accepted.peek().is_none() || accepted.any(|one| Some(one) == level)
}

/// The kind of a fault only: its words repeat what stands in the token.
fn doubt(error: &ClaimsVerificationError) -> Doubt {
    match error {
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            Doubt::UnknownKey
        }
        ClaimsVerificationError::InvalidAuthContext(_) => Doubt::Failure(LoginFailure::LevelTooLow),
        ClaimsVerificationError::SignatureVerification(_) => refused("signature"),
        ClaimsVerificationError::Expired(_) => refused("exp or iat"),
        ClaimsVerificationError::InvalidAudience(_) => refused("aud"),
        ClaimsVerificationError::InvalidIssuer(_) => refused("iss"),
        ClaimsVerificationError::InvalidNonce(_) => refused("nonce"),
        _ => refused("malformed"),
    }
}

/// What we want to know of whom the token is about; its signature has been checked.
fn read(verified: &CoreIdTokenClaims, token: &str, settings: &ProviderSettings) -> Result<SignedIn, Doubt> {
    let wanted =
        ["tid", "sid", "locale", &settings.subject_claim, &settings.name_claim, &settings.roles_claim];
    let claims = Claims::of(token, &wanted).ok_or_else(|| refused("malformed"))?;
    if !settings.tenant.is_empty() && claims.text("tid") != Some(settings.tenant.as_str()) {
        return Err(refused("tid"));
    }
    let subject = claims.text(&settings.subject_claim).ok_or_else(|| refused("no subject"))?;
    if subject.chars().count() > SUBJECT_MAX_CHARS || subject.chars().any(char::is_control) {
        return Err(refused("subject"));
    }
    // A provider that is set up wrongly may use the national id as subject; we may not keep it.
    if subject.chars().all(|c| c.is_ascii_digit()) && national_id::is_in(subject) {
        return Err(refused("the subject is a national id"));
    }
    let name = claims.text(&settings.name_claim);
    let name = name.map(|name| name.chars().filter(|c| !c.is_control()).take(NAME_MAX_CHARS).collect());
    let level = verified.auth_context_ref().map_or_else(String::new, |level| level.as_str().to_owned());
    let is_for_staff = settings.audience == Audience::Staff;
    Ok(SignedIn {
        identity: Identity {
            issuer: settings.issuer.clone(),
            subject: subject.to_owned(),
            level,
            locale: claims.text("locale").map(str::to_owned),
        },
        name,
        role: role(settings, &claims.texts(&settings.roles_claim)).filter(|_| is_for_staff),
        via: Some(Via {
            provider: settings.name.clone(),
            sid: claims.text("sid").map(str::to_owned),
            is_for_staff,
        }),
    })
}

/// The highest role that one of the provider's stands for.
fn role(settings: &ProviderSettings, theirs: &[&str]) -> Option<StaffRole> {
    let has_one_of = |ours: &str| ours.split_whitespace().any(|one| theirs.contains(&one));
    if has_one_of(&settings.administrator_roles) {
        Some(StaffRole::Administrator)
    } else if has_one_of(&settings.case_officer_roles) {
        Some(StaffRole::CaseOfficer)
    } else {
        has_one_of(&settings.reader_roles).then_some(StaffRole::Reader)
    }
}
