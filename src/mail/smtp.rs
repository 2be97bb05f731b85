//! The conversation with a mail server.
//!
//! lettre's own pool puts a connection back even when a letter was given up in the middle of it.
//! The next letter would then read the answers meant for the one before, and could be taken for
//! sent when it was not. So connections are kept here, and only those that ended well.

use super::transport::{Encryption, SendError, SetupError, SmtpSettings};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::extension::{ClientId, Extension};
use lettre::{Message, address::Envelope};
use secrecy::ExposeSecret;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::timeout;

/// How many connections are kept open between letters.
const KEPT_MAX: usize = 2;
/// How long a kept connection may take to say that it is still there.
const SIGN_OF_LIFE_WITHIN: Duration = Duration::from_secs(5);

/// A mail server that we speak with.
pub(super) struct Smtp {
    settings: SmtpSettings,
    tls: Option<TlsParameters>,
    kept: Mutex<Vec<AsyncSmtpConnection>>,
}

impl Smtp {
    /// Reads the settings; speaks with nobody yet.
    pub(super) fn new(settings: SmtpSettings) -> Result<Self, SetupError> {
        let tls = match settings.encryption {
            Encryption::StartTls | Encryption::Tls => Some(tls(&settings)?),
            Encryption::None if is_loopback(&settings.host) => None,
            Encryption::None => return Err(SetupError::Unencrypted(settings.host)),
        };
        Ok(Self { settings, tls, kept: Mutex::default() })
    }

    /// Hands over one message, within the settings' time.
    pub(super) async fn send(&self, message: &Message) -> Result<(), SendError> {
        let within = self.settings.send_within;
        timeout(within, self.hand_over(message.envelope(), &message.formatted())).await.unwrap_or_else(|_| {
            Err(SendError::Unreachable(format!("the mail server was not done within {within:?}")))
        })
    }

    async fn hand_over(&self, envelope: &Envelope, message: &[u8]) -> Result<(), SendError> {
        let mut connection = match self.take_kept().await {
            Some(connection) => connection,
            // Whatever goes wrong before the letter is spoken of is no fault of the letter.
            None => self.connect().await.map_err(|error| SendError::Unreachable(error.to_string()))?,
        };
        let needs_utf8 = envelope.to().iter().any(|to| !to.to_string().is_ascii());
        if needs_utf8 && !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            self.keep(connection);
            let reason = "the mail server takes no address with other letters than a to z";
            return Err(SendError::Rejected(reason.to_owned()));
        }
        connection.send(envelope, message).await.map_err(|error| refusal(&error))?;
        self.keep(connection);
        Ok(())
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let Self { settings, tls, .. } = self;
        let hello = ClientId::default();
        let tls_at_once = tls.clone().filter(|_| settings.encryption == Encryption::Tls);
        let server = (bare(&settings.host), settings.port);
        let within = Some(settings.connect_within);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, within, &hello, tls_at_once, None).await?;
        if let (Encryption::StartTls, Some(tls)) = (settings.encryption, tls) {
            // Fails where the server does not offer it: nothing is ever sent in the clear instead.
            connection.starttls(tls.clone(), &hello).await?;
        }
        if let Some(login) = &settings.login {
            let secret = login.password.expose_secret().to_owned();
            connection.auth(DEFAULT_MECHANISMS, &Credentials::new(login.user.clone(), secret)).await?;
        }
        Ok(connection)
    }

    /// A connection from an earlier letter that still answers.
    async fn take_kept(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let mut connection = self.kept.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if let Ok(true) = timeout(SIGN_OF_LIFE_WITHIN, connection.test_connected()).await {
                return Some(connection);
            }
        }
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT_MAX {
            kept.push(connection);
        }
    }
}

/// Only a 5xx answer is for good, and not when it is about our own login (RFC 4954, section 6):
/// that is for an administrator to mend, and the letter shall wait for it.
fn refusal(error: &Error) -> SendError {
    let is_about_login = matches!(error.status().map(u16::from), Some(530 | 534 | 535 | 538));
    if error.is_permanent() && !is_about_login {
        SendError::Rejected(error.to_string())
    } else {
        SendError::Unreachable(error.to_string())
    }
}

fn tls(settings: &SmtpSettings) -> Result<TlsParameters, SetupError> {
    let unusable = |error: Error| SetupError::Certificate(error.to_string());
    let mut builder = TlsParameters::builder(bare(&settings.host).to_owned());
    if let Some(pem) = &settings.extra_roots_pem {
        // A PEM file without a certificate in it would be taken for an empty list.
        if !pem.contains("-----BEGIN CERTIFICATE-----") {
            return Err(SetupError::Certificate("there is no certificate in it".to_owned()));
        }
        builder = builder.add_root_certificate(Certificate::from_pem(pem.as_bytes()).map_err(unusable)?);
    }
    builder.build().map_err(unusable)
}

/// The host without the brackets that an IPv6 address stands in.
fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host)
}

fn is_loopback(host: &str) -> bool {
    let host = bare(host);
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
