//! How we are set up: the settings, read once at start, with every problem told at once.

mod attachments;
mod documents;
mod limits;
mod plausible;
mod providers;
mod reading;
mod reminders;
mod retention;
mod scanner;
mod secrets;
mod sections;
mod storage;

pub use attachments::AttachmentSettings;
pub use documents::DocumentSettings;
pub use limits::{LimitSettings, Network, Quotas};
pub use providers::{AssertionAudience, Audience, ClientAuth, ProviderSettings, is_loopback};
pub use reminders::ReminderSettings;
pub use retention::RetentionSettings;
pub use scanner::{ScannerPlace, ScannerSettings};
pub use secrets::{FieldKey, field_keys, is_field_key_id, person_keys};
pub use sections::{
    LoginProvider, LoginSettings, MailSettings, MailTransport, MunicipalitySettings, ServerSettings,
    SessionSettings, Settings, StatementFiles,
};
pub use storage::{S3Key, StorageSettings};

use secrecy::SecretString;
use std::collections::HashMap;
use std::path::PathBuf;

/// Everything that is wrong with the settings.
#[derive(Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<String>);

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the settings have {} problem(s):", self.0.len())?;
        self.0.iter().try_for_each(|problem| write!(f, "\n  - {problem}"))
    }
}

impl std::error::Error for Problems {}

/// Reads the settings: the defaults, then `files` in their order, then the environment.
///
/// # Errors
/// All that is wrong, at once.
pub fn load(files: &[PathBuf], environment: &HashMap<String, String>) -> Result<Settings, Problems> {
    let merged = reading::merge(files, environment).map_err(|problem| Problems(vec![problem]))?;
    let mut problems = reading::unknown_keys(&merged);
    let mut reader = reading::Reader { merged: &merged, problems: &mut problems };
    let server = reader.section::<ServerSettings>("server");
    let storage = reader.section::<StorageSettings>("storage");
    let documents = reader.section::<DocumentSettings>("documents");
    let login = reader.section::<LoginSettings>("login");
    let sessions = reader.section::<SessionSettings>("sessions");
    let providers = providers::read(&mut reader, environment);
    let municipality = reader.section::<MunicipalitySettings>("municipality");
    let mail = reader.section::<MailSettings>("mail");
    let reminders = reader.section::<ReminderSettings>("reminders");
    let retention = reader.section::<RetentionSettings>("retention");
    let attachments = reader.section::<AttachmentSettings>("attachments");
    let limits = reader.section::<LimitSettings>("limits");
    let scanner = reader.section::<ScannerSettings>("scanner");
    // Not before every section has told what is wrong with it.
    let whole = || {
        Some(Settings {
            server: server?,
            storage: storage?.with_key(environment),
            documents: documents?,
            login: LoginSettings { providers, ..login? },
            sessions: sessions?,
            municipality: municipality?,
            mail: mail?,
            reminders: reminders?,
            retention: retention?,
            attachments: attachments?,
            limits: limits?,
            scanner: scanner?,
            smtp_password: environment.get("INNSPILL_SMTP_PASSWORD").cloned().map(SecretString::from),
        })
    };
    let Some(settings) = whole() else { return Err(Problems(problems)) };
    problems.extend(plausible::implausible(&settings));
    if problems.is_empty() { Ok(settings) } else { Err(Problems(problems)) }
}

/// Both, or all that is wrong with either.
///
/// # Errors
/// The problems of both.
pub fn both<A, B>(one: Result<A, Problems>, other: Result<B, Problems>) -> Result<(A, B), Problems> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(Problems(mut problems)), other) => {
            problems.extend(other.err().into_iter().flat_map(|Problems(more)| more));
            Err(Problems(problems))
        }
        (Ok(_), Err(problems)) => Err(problems),
    }
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
