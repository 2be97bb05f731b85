//! The settings, section by section; `config/default.toml` has each with its default.

use super::ProviderSettings;
use super::attachments::AttachmentSettings;
use super::documents::DocumentSettings;
use super::limits::LimitSettings;
use super::reminders::ReminderSettings;
use super::retention::RetentionSettings;
use super::scanner::ScannerSettings;
use super::storage::StorageSettings;
use secrecy::SecretString;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::PathBuf;

/// All settings, and the secret that goes with them.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `[server]`
    pub server: ServerSettings,
    /// `[storage]`
    pub storage: StorageSettings,
    /// `[documents]`
    pub documents: DocumentSettings,
    /// `[login]`
    pub login: LoginSettings,
    /// `[sessions]`
    pub sessions: SessionSettings,
    /// `[municipality]`
    pub municipality: MunicipalitySettings,
    /// `[mail]`
    pub mail: MailSettings,
    /// `[reminders]`
    pub reminders: ReminderSettings,
    /// `[retention]`
    pub retention: RetentionSettings,
    /// `[attachments]`
    pub attachments: AttachmentSettings,
    /// `[limits]`
    pub limits: LimitSettings,
    /// `[scanner]`
    pub scanner: ScannerSettings,
    /// `INNSPILL_SMTP_PASSWORD`, which must not stand in a file.
    pub smtp_password: Option<SecretString>,
}

/// How the service listens.
#[derive(Debug, Clone, Deserialize)]
pub struct ServerSettings {
    /// Where.
    pub listen: SocketAddr,
    /// How its users reach it, without a slash at the end.
    pub base_url: String,
    /// Threads that answer; 0 is one for each core.
    pub workers: usize,
}

/// Who vouches for people.
#[derive(Debug, Clone, Deserialize)]
pub struct LoginSettings {
    /// Which way.
    pub provider: LoginProvider,
    /// For `oidc`: the providers.
    #[serde(skip)]
    pub providers: Vec<ProviderSettings>,
}

/// How long logins last, in minutes.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct SessionSettings {
    /// For citizens, without a sign of life.
    pub citizen_idle_minutes: i64,
    /// For citizens, at most.
    pub citizen_max_minutes: i64,
    /// For staff, without a sign of life.
    pub staff_idle_minutes: i64,
    /// For staff, at most.
    pub staff_max_minutes: i64,
}

/// A way to log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LoginProvider {
    /// Nobody can log in.
    None,
    /// Anyone can be anyone; on a loopback address only.
    Test,
    /// The providers that the settings describe vouch for people.
    Oidc,
}

/// Who runs the service.
#[derive(Debug, Clone, Deserialize)]
pub struct MunicipalitySettings {
    /// Its name.
    pub name: String,
    /// Its postal address, in one line; none where empty.
    pub address: String,
    /// Its own privacy statement elsewhere; none where empty.
    pub privacy_url: String,
    /// Its accessibility declaration at uustatus.no; none where empty.
    pub accessibility_url: String,
    /// The Markdown files of what the page on privacy says.
    pub privacy_files: StatementFiles,
    /// The Markdown files of what the page on accessibility says.
    pub accessibility_files: StatementFiles,
    /// Where to write to it.
    pub contact_email: String,
    /// Where to call it; none where empty.
    pub contact_phone: String,
}

/// A text of the municipality's own, a file for each language; bokmål first of all.
#[derive(Debug, Clone, Deserialize)]
pub struct StatementFiles {
    /// Bokmål; our own text where empty.
    pub nb: String,
    /// Nynorsk; none where empty.
    pub nn: String,
    /// English; none where empty.
    pub en: String,
}

/// How letters leave the house.
#[derive(Debug, Clone, Deserialize)]
pub struct MailSettings {
    /// The way.
    pub transport: MailTransport,
    /// For `folder`: where.
    pub folder: PathBuf,
    /// Who they are from.
    pub from_name: String,
    /// The address they are from.
    pub from_address: String,
    /// The mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// `starttls`, `tls` or `none`.
    pub encryption: String,
    /// The login at the mail server; none where empty.
    pub user: String,
    /// Certificates to trust beside the usual ones; none where empty.
    pub extra_roots_file: String,
    /// How long to wait for a connection.
    pub connect_within_seconds: u64,
    /// How long one letter may take.
    pub send_within_seconds: u64,
}

/// A way for letters to leave the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    /// Through a mail server.
    Smtp,
    /// As `.eml` files in a folder.
    Folder,
}
