//! Questions to a provider: bounded in time, size and number, and never led elsewhere.

use openidconnect::http::Response;
use openidconnect::reqwest::{Client, Error, Request, redirect::Policy};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How long a provider may take to be reached.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// How long a whole answer may take.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);
/// The longest answer that is read; real ones are a tenth of it.
const ANSWER_MAX_BYTES: usize = 256 * 1024;
/// How many questions to one provider may be open at a time.
const OPEN_MAX: usize = 64;

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    #[error("too many questions are open")]
    TooMany,
    #[error("no answer: {0}")]
    NoAnswer(&'static str),
    #[error("the answer is too long")]
    TooLong,
}

/// The way to one provider.
#[derive(Debug)]
pub(super) struct Http {
    client: Client,
    turns: Semaphore,
}

impl Http {
    /// `is_local` for a provider on this machine, which no proxy leads to.
    pub(super) fn new(is_local: bool) -> Result<Self, Error> {
        let client = Client::builder()
            .connect_timeout(CONNECT_WITHIN)
            .timeout(ANSWER_WITHIN)
            .redirect(Policy::none())
            .user_agent("innspill");
        let client = if is_local { client.no_proxy() } else { client };
        Ok(Self { client: client.build()?, turns: Semaphore::new(OPEN_MAX) })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let _turn = self.turns.try_acquire().map_err(|_| HttpError::TooMany)?;
        let request = Request::try_from(request).map_err(|error| no_answer(&error))?;
        let mut response = self.client.execute(request).await.map_err(|error| no_answer(&error))?;
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|error| no_answer(&error))? {
            if body.len() + part.len() > ANSWER_MAX_BYTES {
                return Err(HttpError::TooLong);
            }
            body.extend_from_slice(&part);
        }
        let mut answer = Response::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer)
    }
}

/// What went wrong, without the address, which may hold what nobody should read in a log.
fn no_answer(error: &Error) -> HttpError {
    HttpError::NoAnswer(match error {
        error if error.is_timeout() => "it took too long",
        error if error.is_connect() => "it cannot be reached",
        error if error.is_body() || error.is_decode() => "it broke off",
        _ => "the question could not be asked",
    })
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}
