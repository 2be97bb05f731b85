//! OpenID Connect providers: ID-porten, Ansattporten, Entra ID and their like, told apart by
//! nothing but settings.

mod claims;
mod client_auth;
mod discovery;
mod flow;
mod http;
mod id_token;
mod logout_token;

pub use client_auth::KeyError;
pub use flow::{Begun, word};

use super::LoggedOut;
use crate::config::{Audience, ProviderSettings, is_loopback};
use crate::domain::clock::Moment;
use crate::domain::language::Language;
use client_auth::Proof;
use discovery::Discovery;
use http::Http;
use openidconnect::{
    ClientId, CsrfToken, IssuerUrl, LanguageTag, LogoutRequest, PostLogoutRedirectUrl, RedirectUrl,
};
use std::fmt::Display;
use std::time::Duration;

/// How far a provider's clock may be from ours.
const SKEW_SECONDS: i64 = 60;
/// How long a whole step of a login may take, however many questions it asks.
const STEP_WITHIN: Duration = Duration::from_secs(10);
/// How long someone who logs out waits for a provider whose address we do not know.
const LOGOUT_WITHIN: Duration = Duration::from_secs(3);

/// Why a login did not come about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoginFailure {
    /// The provider does not answer, or not as a provider does.
    #[error("the provider is unavailable: {0}")]
    Unavailable(String),
    /// What the provider or the browser brought does not hold; which part, in one word.
    #[error("refused: {0}")]
    Refused(String),
    /// The person was identified with less certainty than we demand.
    #[error("refused: acr")]
    LevelTooLow,
}

impl LoginFailure {
    fn unavailable(what: &str, why: &impl Display) -> Self {
        Self::Unavailable(format!("{what}: {why}"))
    }
}

/// Why a provider of the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// Its private key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// An address.
    #[error("an address cannot be read")]
    Address(#[from] url::ParseError),
    /// The way to it.
    #[error("no connections can be made")]
    Http(#[source] anyhow::Error),
}

/// A login provider.
pub struct Provider {
    settings: ProviderSettings,
    proof: Proof,
    redirect: RedirectUrl,
    after_logout: PostLogoutRedirectUrl,
    http: Http,
    discovery: Discovery,
}

impl Provider {
    /// Sets a provider up, with the service at `base_url`; asks it nothing yet.
    ///
    /// # Errors
    /// When a key cannot be read.
    pub fn new(settings: ProviderSettings, base_url: &str) -> Result<Self, SetUpError> {
        let issuer = IssuerUrl::new(settings.issuer.clone())?;
        let ours = format!("{base_url}/oidc/{}", settings.name);
        Ok(Self {
            proof: Proof::of(&settings)?,
            redirect: RedirectUrl::new(format!("{ours}/svar"))?,
            after_logout: PostLogoutRedirectUrl::new(format!("{ours}/utlogget"))?,
            http: Http::new(is_loopback(issuer.url())).map_err(|error| SetUpError::Http(error.into()))?,
            discovery: Discovery::of(issuer),
            settings,
        })
    }

    /// Its name in the settings and in addresses.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// What people call it.
    #[must_use]
    pub fn display_name(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.settings.name_nb,
            Language::Nn => &self.settings.name_nn,
            Language::En => &self.settings.name_en,
        }
    }

    /// Whether it is for staff.
    #[must_use]
    pub fn is_for_staff(&self) -> bool {
        self.settings.audience == Audience::Staff
    }

    /// Who its tokens are issued by.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// The sites of the provider that may show our front-channel logout in a frame.
    #[must_use]
    pub fn sites(&self) -> Vec<String> {
        let kept = self.discovery.kept();
        let issuer = url::Url::parse(self.issuer()).ok();
        let login = kept.as_ref().map(|kept| kept.authorization_endpoint().url().clone());
        let logout = kept.and_then(|kept| kept.additional_metadata().end_session_endpoint.clone());
        let all = [issuer, login, logout].into_iter().flatten();
        let mut sites: Vec<String> = all.map(|url| url.origin().ascii_serialization()).collect();
        sites.dedup();
        sites
    }

    /// Asks it what it says of itself, where that is not known yet.
    ///
    /// # Errors
    /// When it does not answer, or says what cannot be used.
    pub async fn answers(&self, now: Moment) -> Result<(), LoginFailure> {
        within_a_step(async { self.discovery.metadata(&self.http, now).await.map(|_| ()) }).await
    }

    /// Where to send someone who has logged out here, so that they are logged out there too;
    /// `None` where the provider has no such place or does not answer. The language comes back
    /// with them.
    pub async fn logout_address(&self, language: Language, now: Moment) -> Option<String> {
        let asked = tokio::time::timeout(LOGOUT_WITHIN, self.discovery.metadata(&self.http, now)).await;
        let endpoint = asked.ok()?.ok()?.additional_metadata().end_session_endpoint.clone()?;
        // The token that would say who it is holds the national id, so it was never kept.
        let request = LogoutRequest::from(openidconnect::EndSessionUrl::from_url(endpoint))
            .set_client_id(ClientId::new(self.settings.client_id.clone()))
            .set_post_logout_redirect_uri(self.after_logout.clone())
            .set_state(CsrfToken::new(language.tag().to_owned()))
            .add_ui_locale(LanguageTag::new(language.tag().to_owned()));
        Some(request.http_get_url().into())
    }

    /// What a logout token says, when all of it holds.
    ///
    /// # Errors
    /// When the token does not hold, or the keys to check it with cannot be had.
    pub async fn read_logout(&self, token: &str, now: Moment) -> Result<LoggedOut, LoginFailure> {
        use logout_token::{Doubt, verify};
        within_a_step(async {
            let metadata = self.discovery.metadata(&self.http, now).await?;
            let mut outcome = verify(token, &metadata, &self.settings, now);
            if outcome == Err(Doubt::UnknownKey)
                && let Some(metadata) = self.discovery.with_new_keys(&self.http, now).await?
            {
                outcome = verify(token, &metadata, &self.settings, now);
            }
            outcome.map_err(|doubt| match doubt {
                Doubt::UnknownKey => LoginFailure::Refused("unknown key".to_owned()),
                Doubt::Refused(part) => LoginFailure::Refused(part.to_owned()),
            })
        })
        .await
    }
}

async fn within_a_step<T>(step: impl Future<Output = Result<T, LoginFailure>>) -> Result<T, LoginFailure> {
    let outcome = tokio::time::timeout(STEP_WITHIN, step).await;
    outcome.unwrap_or_else(|_| Err(LoginFailure::Unavailable("it took too long".to_owned())))
}
