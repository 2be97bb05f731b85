//! What a provider says of itself, kept for a day; its keys are read anew when one is unknown.

use super::LoginFailure;
use super::http::Http;
use crate::config::is_loopback;
use crate::domain::clock::Moment;
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
    CoreSubjectIdentifierType,
};
use openidconnect::url::Url;
use openidconnect::{AdditionalProviderMetadata, IssuerUrl, JsonWebKeySet, ProviderMetadata, TokenUrl};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, PoisonError, RwLock};

/// How long what a provider says holds.
const KEPT_SECONDS: i64 = 24 * 60 * 60;
/// How often keys may be read anew; anyone can send a token with an unknown key.
const KEYS_SECONDS: i64 = 60;

/// What the library leaves out of discovery.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct More {
    pub(super) end_session_endpoint: Option<Url>,
    pub(super) pushed_authorization_request_endpoint: Option<Url>,
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for More {}

/// What a provider says of itself.
pub(super) type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

#[derive(Debug, Clone)]
struct Kept {
    metadata: Arc<Metadata>,
    read_at: Moment,
    keys_read_at: Moment,
}

/// One provider's word, kept.
#[derive(Debug)]
pub(super) struct Discovery {
    issuer: IssuerUrl,
    kept: RwLock<Option<Kept>>,
}

impl Discovery {
    pub(super) fn of(issuer: IssuerUrl) -> Self {
        Self { issuer, kept: RwLock::new(None) }
    }

    /// What is kept, however old.
    pub(super) fn kept(&self) -> Option<Arc<Metadata>> {
        self.look().map(|kept| kept.metadata)
    }

    /// What the provider says, read when it is not known or a day old.
    pub(super) async fn metadata(&self, http: &Http, now: Moment) -> Result<Arc<Metadata>, LoginFailure> {
        if let Some(kept) = self.look().filter(|kept| now.seconds_since(kept.read_at) < KEPT_SECONDS) {
            return Ok(kept.metadata);
        }
        let read = Metadata::discover_async(self.issuer.clone(), http).await;
        let metadata = Arc::new(read.map_err(|error| LoginFailure::unavailable("discovery", &error))?);
        self.demand_safe(&metadata)?;
        self.keep(Kept { metadata: Arc::clone(&metadata), read_at: now, keys_read_at: now });
        Ok(metadata)
    }

    /// The same with keys read anew; `None` where that was done a moment ago.
    pub(super) async fn with_new_keys(
        &self,
        http: &Http,
        now: Moment,
    ) -> Result<Option<Arc<Metadata>>, LoginFailure> {
        let due = |kept: &Kept| now.seconds_since(kept.keys_read_at) >= KEYS_SECONDS;
        let Some(kept) = self.look().filter(due) else { return Ok(None) };
        // Before they are asked for, so that a provider that does not answer is left in peace too.
        self.keep(Kept { keys_read_at: now, ..kept.clone() });
        let keys = JsonWebKeySet::fetch_async(kept.metadata.jwks_uri(), http).await;
        let keys = keys.map_err(|error| LoginFailure::unavailable("keys", &error))?;
        let metadata = Arc::new(Metadata::clone(&kept.metadata).set_jwks(keys));
        self.keep(Kept { metadata: Arc::clone(&metadata), keys_read_at: now, ..kept });
        Ok(Some(metadata))
    }

    /// Codes, tokens and secrets go only where nobody can read along.
    fn demand_safe(&self, metadata: &Metadata) -> Result<(), LoginFailure> {
        let more = metadata.additional_metadata();
        let all = [
            Some(metadata.authorization_endpoint().url()),
            metadata.token_endpoint().map(TokenUrl::url),
            Some(metadata.jwks_uri().url()),
            more.end_session_endpoint.as_ref(),
            more.pushed_authorization_request_endpoint.as_ref(),
        ];
        let may_be_plain = is_loopback(self.issuer.url());
        let is_safe = |url: &Url| url.scheme() == "https" || (may_be_plain && is_loopback(url));
        match all.into_iter().flatten().all(is_safe) {
            true => Ok(()),
            false => Err(LoginFailure::Unavailable("discovery: an address is not https".to_owned())),
        }
    }

    fn look(&self) -> Option<Kept> {
        self.kept.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, kept: Kept) {
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    }
}
