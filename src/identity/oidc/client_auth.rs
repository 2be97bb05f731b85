//! How we show a provider that it is us: with a signed assertion or a secret.

use super::LoginFailure;
use crate::config::{AssertionAudience, ClientAuth, ProviderSettings};
use crate::domain::clock::Moment;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{ClientSecret, PrivateSigningKey};
use rsa::RsaPrivateKey;
use rsa::pkcs1::{DecodeRsaPrivateKey, EncodeRsaPrivateKey, LineEnding};
use rsa::pkcs8::DecodePrivateKey;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use std::path::Path;
use url::form_urlencoded::byte_serialize;

/// How long an assertion is good for.
const ASSERTION_SECONDS: i64 = 60;
const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Why a provider cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The key is not where the settings say.
    #[error("the key file cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// The key is no RSA key.
    #[error("the key is not a private RSA key in PEM (BEGIN PRIVATE KEY or BEGIN RSA PRIVATE KEY)")]
    NoKey,
}

/// A key that signs assertions.
pub(super) struct Key {
    id: String,
    key: CoreRsaPrivateSigningKey,
}

/// What we show.
pub(super) enum Proof {
    /// One of these keys signs; the second is tried when the first is not taken.
    Keys { keys: Vec<Key>, audience: AssertionAudience },
    /// A secret.
    Secret { secret: SecretString, in_form: bool },
}

/// Parameters and headers that go with a question.
pub(super) struct Shown {
    pub(super) parameters: Vec<(&'static str, String)>,
    pub(super) authorization: Option<String>,
}

impl Proof {
    pub(super) fn of(settings: &ProviderSettings) -> Result<Self, KeyError> {
        if settings.client_auth != ClientAuth::PrivateKeyJwt {
            let secret = settings.client_secret.clone().unwrap_or_default();
            return Ok(Self::Secret {
                secret,
                in_form: settings.client_auth == ClientAuth::ClientSecretPost,
            });
        }
        let keys = settings.keys().map(|(id, file)| {
            let pem = match (file, &settings.private_key) {
                (Some(path), _) => read(&path)?,
                (None, Some(pem)) => pem.clone(),
                (None, None) => return Err(KeyError::NoKey),
            };
            Ok(Key { id: id.to_owned(), key: parse(pem.expose_secret())? })
        });
        Ok(Self::Keys { keys: keys.collect::<Result<_, _>>()?, audience: settings.assertion_audience })
    }

    /// How many ways there are to show it.
    pub(super) fn ways(&self) -> usize {
        match self {
            Self::Keys { keys, .. } => keys.len(),
            Self::Secret { .. } => 1,
        }
    }

    /// The secret, and whether it goes in the form, for the library that sends it itself.
    pub(super) fn secret(&self) -> Option<(ClientSecret, bool)> {
        match self {
            Self::Keys { .. } => None,
            Self::Secret { secret, in_form } => {
                Some((ClientSecret::new(secret.expose_secret().to_owned()), *in_form))
            }
        }
    }

    /// What goes with a question, in one of the ways.
    pub(super) fn shown(&self, way: usize, whom: &Addressee<'_>) -> Result<Shown, LoginFailure> {
        match self {
            Self::Keys { keys, audience } => {
                let key = keys.get(way).ok_or_else(|| LoginFailure::unavailable("keys", &"no such key"))?;
                let audience = match audience {
                    AssertionAudience::Issuer => whom.issuer,
                    AssertionAudience::TokenEndpoint => whom.token_endpoint,
                };
                let assertion = assertion(key, whom.client_id, audience, whom.now)?;
                let kind = ("client_assertion_type", ASSERTION_TYPE.to_owned());
                let parameters = vec![kind, ("client_assertion", assertion)];
                Ok(Shown { parameters, authorization: None })
            }
            Self::Secret { secret, in_form: true } => {
                let secret = ("client_secret", secret.expose_secret().to_owned());
                Ok(Shown { parameters: vec![secret], authorization: None })
            }
            Self::Secret { secret, in_form: false } => {
                let coded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
                let both = format!("{}:{}", coded(whom.client_id), coded(secret.expose_secret()));
                let authorization = Some(format!("Basic {}", STANDARD.encode(both)));
                Ok(Shown { parameters: Vec::new(), authorization })
            }
        }
    }
}

/// Whom we show it to, and as whom.
pub(super) struct Addressee<'a> {
    pub(super) client_id: &'a str,
    pub(super) issuer: &'a str,
    pub(super) token_endpoint: &'a str,
    pub(super) now: Moment,
}

fn read(path: &Path) -> Result<SecretString, KeyError> {
    std::fs::read_to_string(path).map(SecretString::from).map_err(KeyError::Unreadable)
}

/// The library reads one of the two forms that keys come in.
fn parse(pem: &str) -> Result<CoreRsaPrivateSigningKey, KeyError> {
    let key = RsaPrivateKey::from_pkcs8_pem(pem)
        .map_err(drop)
        .or_else(|()| RsaPrivateKey::from_pkcs1_pem(pem).map_err(drop))
        .map_err(|()| KeyError::NoKey)?;
    let pem = key.to_pkcs1_pem(LineEnding::LF).map_err(|_| KeyError::NoKey)?;
    CoreRsaPrivateSigningKey::from_pem(&pem, None).map_err(|_| KeyError::NoKey)
}

/// Source: RFC 7523 section 3; ID-porten, «Klientautentisering».
fn assertion(key: &Key, client_id: &str, audience: &str, now: Moment) -> Result<String, LoginFailure> {
    let issued_at = now.timestamp().as_second();
    let header = json!({"alg": "RS256", "typ": "JWT", "kid": key.id});
    let claims = json!({
        "iss": client_id, "sub": client_id, "aud": audience, "iat": issued_at,
        "exp": issued_at + ASSERTION_SECONDS, "jti": uuid::Uuid::new_v4().to_string(),
    });
    let coded = |part: &serde_json::Value| URL_SAFE_NO_PAD.encode(part.to_string());
    let signed = format!("{}.{}", coded(&header), coded(&claims));
    let signature = key
        .key
        .sign(&CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, signed.as_bytes())
        .map_err(|_| LoginFailure::unavailable("keys", &"the key does not sign"))?;
    Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
}
