//! The way there and back: authorization code with proof key, state and nonce, always.

use super::client_auth::Addressee;
use super::discovery::Metadata;
use super::id_token::{Doubt, verify};
use super::{LoginFailure, Provider, within_a_step};
use crate::domain::clock::Moment;
use crate::domain::language::Language;
use crate::identity::SignedIn;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreErrorResponseType, CoreIdToken, CoreTokenResponse,
};
use openidconnect::http::{Method, Request, StatusCode, header};
use openidconnect::url::Url;
use openidconnect::{
    AsyncHttpClient, AuthType, AuthenticationContextClass, AuthorizationCode, ClientId, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, LanguageTag, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RequestTokenError, Scope, StandardErrorResponse, TokenResponse,
};
use serde::Deserialize;
use url::form_urlencoded;

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A login that begins.
pub struct Begun {
    /// Where to send the browser.
    pub to: String,
    /// What comes back with it.
    pub state: String,
    /// What the token must repeat.
    pub nonce: String,
    /// What proves that it is the same one who fetches the token.
    pub verifier: String,
}

/// What a provider answers to a pushed request (RFC 9126).
#[derive(Deserialize)]
struct Pushed {
    request_uri: String,
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Provider {
    /// Begins a login, for a reader of `language`.
    ///
    /// # Errors
    /// When the provider does not answer.
    pub async fn begin(&self, language: Language, now: Moment) -> Result<Begun, LoginFailure> {
        within_a_step(async {
            let metadata = self.discovery.metadata(&self.http, now).await?;
            let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
            let client = self.client(&metadata);
            let mut request = client
                .authorize_url(
                    CoreAuthenticationFlow::AuthorizationCode,
                    CsrfToken::new_random,
                    Nonce::new_random,
                )
                .set_pkce_challenge(challenge)
                .add_ui_locale(LanguageTag::new(language.tag().to_owned()));
            // The library asks for openid itself.
            for scope in self.settings.scopes.split_whitespace().filter(|scope| *scope != "openid") {
                request = request.add_scope(Scope::new(scope.to_owned()));
            }
            for level in self.settings.acr_values.split_whitespace() {
                request = request.add_auth_context_value(AuthenticationContextClass::new(level.to_owned()));
            }
            let (address, state, nonce) = request.url();
            let to = match &metadata.additional_metadata().pushed_authorization_request_endpoint {
                Some(endpoint) => self.push(endpoint, &address, &metadata, now).await?,
                None => address,
            };
            Ok(Begun {
                to: to.into(),
                state: state.into_secret(),
                nonce: nonce.secret().clone(),
                verifier: verifier.into_secret(),
            })
        })
        .await
    }

    /// Finishes a login: fetches the token for `code` and checks all of it.
    ///
    /// # Errors
    /// When the provider does not answer or what it answers does not hold.
    pub async fn finish(
        &self,
        code: &str,
        nonce: &str,
        verifier: &str,
        now: Moment,
    ) -> Result<SignedIn, LoginFailure> {
        within_a_step(async {
            let metadata = self.discovery.metadata(&self.http, now).await?;
            let token = self.fetch(code, verifier, &metadata, now).await?;
            let nonce = Nonce::new(nonce.to_owned());
            match verify(&token, &metadata, &self.settings, &nonce, now) {
                Ok(who) => return Ok(who),
                Err(Doubt::Failure(failure)) => return Err(failure),
                Err(Doubt::UnknownKey) => {}
            }
            let unknown = || LoginFailure::Refused("unknown key".to_owned());
            let metadata = self.discovery.with_new_keys(&self.http, now).await?.ok_or_else(unknown)?;
            verify(&token, &metadata, &self.settings, &nonce, now).map_err(|doubt| match doubt {
                Doubt::Failure(failure) => failure,
                Doubt::UnknownKey => unknown(),
            })
        })
        .await
    }

    /// Whether an answer names the issuer that it should (RFC 9207), so that no provider's answer
    /// passes for another's.
    #[must_use]
    pub fn is_from(&self, issuer: Option<&str>) -> bool {
        let must_be_named = self
            .discovery
            .kept()
            .is_some_and(|kept| kept.additional_metadata().authorization_response_iss_parameter_supported);
        issuer.map_or(!must_be_named, |issuer| issuer == self.issuer())
    }

    fn client(&self, metadata: &Metadata) -> Client {
        let id = ClientId::new(self.settings.client_id.clone());
        let (secret, in_form) = self.proof.secret().unzip();
        let way = if in_form == Some(false) { AuthType::BasicAuth } else { AuthType::RequestBody };
        CoreClient::from_provider_metadata(metadata.clone(), id, secret)
            .set_auth_type(way)
            .set_redirect_uri(self.redirect.clone())
    }

    fn addressee<'a>(&'a self, metadata: &'a Metadata, now: Moment) -> Addressee<'a> {
        let token_endpoint = metadata.token_endpoint().map_or("", |endpoint| endpoint.as_str());
        Addressee { client_id: &self.settings.client_id, issuer: metadata.issuer(), token_endpoint, now }
    }

    /// Leaves the request with the provider, so that nothing of it goes through the browser.
    async fn push(
        &self,
        endpoint: &Url,
        address: &Url,
        metadata: &Metadata,
        now: Moment,
    ) -> Result<Url, LoginFailure> {
        for way in 0..self.proof.ways() {
            let shown = self.proof.shown(way, &self.addressee(metadata, now))?;
            let mut form = form_urlencoded::Serializer::new(String::new());
            form.extend_pairs(address.query_pairs()).extend_pairs(&shown.parameters);
            let mut request = Request::builder()
                .method(Method::POST)
                .uri(endpoint.as_str())
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::ACCEPT, "application/json");
            if let Some(authorization) = shown.authorization {
                request = request.header(header::AUTHORIZATION, authorization);
            }
            let request = request.body(form.finish().into_bytes());
            let request = request.map_err(|error| LoginFailure::unavailable("pushed request", &error))?;
            let answer = self.http.call(request).await;
            let answer = answer.map_err(|error| LoginFailure::unavailable("pushed request", &error))?;
            if answer.status() == StatusCode::CREATED {
                let pushed: Pushed = serde_json::from_slice(answer.body())
                    .map_err(|_| LoginFailure::unavailable("pushed request", &"an answer without sense"))?;
                let mut to = metadata.authorization_endpoint().url().clone();
                let pairs = [("client_id", &self.settings.client_id), ("request_uri", &pushed.request_uri)];
                to.query_pairs_mut().extend_pairs(pairs);
                return Ok(to);
            }
            let refusal =
                serde_json::from_slice(answer.body()).map_or_else(|_| String::new(), |it: Refusal| it.error);
            if refusal != "invalid_client" {
                let why = format!("{} {}", answer.status().as_u16(), word(&refusal));
                return Err(LoginFailure::unavailable("pushed request", &why));
            }
        }
        Err(LoginFailure::unavailable("pushed request", &"it does not take our key or secret"))
    }

    async fn fetch(
        &self,
        code: &str,
        verifier: &str,
        metadata: &Metadata,
        now: Moment,
    ) -> Result<CoreIdToken, LoginFailure> {
        let client = self.client(metadata);
        for way in 0..self.proof.ways() {
            let code = AuthorizationCode::new(code.to_owned());
            let request =
                client.exchange_code(code).map_err(|error| LoginFailure::unavailable("token", &error))?;
            let mut request = request.set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()));
            // A secret is sent by the library.
            if self.proof.secret().is_none() {
                for (name, value) in self.proof.shown(way, &self.addressee(metadata, now))?.parameters {
                    request = request.add_extra_param(name, value);
                }
            }
            match request.request_async(&self.http).await {
                Ok(answer) => return id_token(&answer),
                Err(error) => {
                    if let Some(failure) = failure(error) {
                        return Err(failure);
                    }
                }
            }
        }
        Err(LoginFailure::unavailable("token", &"it does not take our key or secret"))
    }
}

fn id_token(answer: &CoreTokenResponse) -> Result<CoreIdToken, LoginFailure> {
    answer.id_token().cloned().ok_or_else(|| LoginFailure::Refused("no id token".to_owned()))
}

/// Why there was no token; `None` where another key may help.
fn failure<E: std::error::Error>(
    error: RequestTokenError<E, StandardErrorResponse<CoreErrorResponseType>>,
) -> Option<LoginFailure> {
    match error {
        RequestTokenError::ServerResponse(refusal) => match refusal.error() {
            CoreErrorResponseType::InvalidClient => None,
            CoreErrorResponseType::InvalidGrant => Some(LoginFailure::Refused("invalid_grant".to_owned())),
            other => Some(LoginFailure::unavailable("token", &word(other.as_ref()))),
        },
        RequestTokenError::Request(error) => Some(LoginFailure::unavailable("token", &error)),
        // Its words could repeat what stands in the answer.
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
            Some(LoginFailure::unavailable("token", &"an answer without sense"))
        }
    }
}

/// A provider's error code, fit for a log.
#[must_use]
pub fn word(code: &str) -> String {
    code.chars().filter(|c| c.is_ascii_lowercase() || *c == '_').take(40).collect()
}
