//! How we are set up: the settings, read once at start, with every problem told at once.

use config::{Config, Environment, File, FileFormat};
use secrecy::SecretString;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Every setting with its default and what it means.
const DEFAULTS: &str = include_str!("../config/default.toml");
/// The fewest characters that the secret for person keys may have.
const PERSON_KEY_MIN_CHARS: usize = 32;
/// The longest that sending a letter may take, below the lease of `actions/send_letter.rs`.
const MAIL_MAX_SECONDS: u64 = 240;

/// All settings, and the secret that goes with them.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `[server]`
    pub server: ServerSettings,
    /// `[storage]`
    pub storage: StorageSettings,
    /// `[login]`
    pub login: LoginSettings,
    /// `[municipality]`
    pub municipality: MunicipalitySettings,
    /// `[mail]`
    pub mail: MailSettings,
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
    /// How long a login lasts.
    pub session_minutes: i64,
}

/// Where bytes are kept.
#[derive(Debug, Clone, Deserialize)]
pub struct StorageSettings {
    /// The folder of documents.
    pub files_folder: PathBuf,
}

/// Who vouches for people.
#[derive(Debug, Clone, Deserialize)]
pub struct LoginSettings {
    /// Which provider.
    pub provider: LoginProvider,
}

/// A way to log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LoginProvider {
    /// Nobody can log in.
    None,
    /// Anyone can be anyone; on a loopback address only.
    Test,
}

/// Who runs the service.
#[derive(Debug, Clone, Deserialize)]
pub struct MunicipalitySettings {
    /// Its name.
    pub name: String,
    /// Its postal address, in one line; none where empty.
    pub address: String,
    /// Its privacy statement; none where empty.
    pub privacy_url: String,
    /// Its accessibility statement; none where empty.
    pub accessibility_url: String,
    /// Where to write to it.
    pub contact_email: String,
    /// Where to call it; none where empty.
    pub contact_phone: String,
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

/// Reads the settings: the defaults, then `file`, then the environment.
///
/// # Errors
/// All that is wrong, at once.
pub fn load(file: Option<&Path>, environment: &HashMap<String, String>) -> Result<Settings, Problems> {
    let merged = merge(file, environment).map_err(|problem| Problems(vec![problem]))?;
    let mut problems = unknown_keys(&merged);
    let mut reader = Reader { merged: &merged, problems: &mut problems };
    let server = reader.section::<ServerSettings>("server");
    let storage = reader.section::<StorageSettings>("storage");
    let login = reader.section::<LoginSettings>("login");
    let municipality = reader.section::<MunicipalitySettings>("municipality");
    let mail = reader.section::<MailSettings>("mail");
    let (Some(server), Some(storage), Some(login), Some(municipality), Some(mail)) =
        (server, storage, login, municipality, mail)
    else {
        return Err(Problems(problems));
    };
    let smtp_password = environment.get("INNSPILL_SMTP_PASSWORD").cloned().map(SecretString::from);
    let settings = Settings { server, storage, login, municipality, mail, smtp_password };
    problems.extend(implausible(&settings));
    if problems.is_empty() { Ok(settings) } else { Err(Problems(problems)) }
}

fn merge(file: Option<&Path>, environment: &HashMap<String, String>) -> Result<Config, String> {
    let ours = environment.iter().filter(|(name, _)| name.starts_with("INNSPILL__"));
    let ours = ours.map(|(name, value)| (name.clone(), value.clone())).collect();
    let mut builder = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
    if let Some(path) = file {
        builder = builder.add_source(File::from(path).format(FileFormat::Toml));
    }
    let environment =
        Environment::with_prefix("INNSPILL").prefix_separator("__").separator("__").source(Some(ours));
    builder.add_source(environment).build().map_err(|error| error.to_string())
}

/// The keys that no default explains.
fn unknown_keys(merged: &Config) -> Vec<String> {
    let known: BTreeSet<String> = Config::builder()
        .add_source(File::from_str(DEFAULTS, FileFormat::Toml))
        .build()
        .map(|defaults| keys(&defaults))
        .unwrap_or_default();
    keys(merged).difference(&known).map(|key| format!("unknown setting: {key}")).collect()
}

fn keys(config: &Config) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![(String::new(), config.cache.clone())];
    while let Some((path, value)) = open.pop() {
        match value.clone().into_table() {
            Ok(table) => open.extend(
                table
                    .into_iter()
                    .map(|(key, value)| (if path.is_empty() { key } else { format!("{path}.{key}") }, value)),
            ),
            Err(_) => {
                found.insert(path);
            }
        }
    }
    found
}

struct Reader<'a> {
    merged: &'a Config,
    problems: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn section<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let error = match self.merged.get::<T>(name) {
            Ok(section) => return Some(section),
            Err(error) => error,
        };
        let each = wrong_values::<T>(self.merged, name);
        let whole = each.is_empty().then(|| format!("[{name}]: {error}"));
        self.problems.extend(each.into_iter().chain(whole));
        None
    }
}

/// Reading a section ends at its first wrong value, which is not named; so each is read alone
/// among the defaults.
fn wrong_values<T: DeserializeOwned>(merged: &Config, section: &str) -> Vec<String> {
    let values: BTreeMap<_, _> = merged.get_table(section).unwrap_or_default().into_iter().collect();
    let problem = |(key, value)| {
        let name = format!("{section}.{key}");
        let defaults = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        let with_one = defaults.set_override(&name, value).ok()?.build().ok()?;
        let error = with_one.get::<T>(section).err()?.to_string();
        Some(format!("{name}: {}", error.replace(&format!(" for key `{section}`"), "")))
    };
    values.into_iter().filter_map(problem).collect()
}

/// The secret for person keys, `INNSPILL_PERSON_KEY`, for the commands that hash persons.
///
/// # Errors
/// When it is missing or too short.
pub fn person_key(environment: &HashMap<String, String>) -> Result<SecretString, Problems> {
    let key = environment.get("INNSPILL_PERSON_KEY");
    let key = key.filter(|key| key.chars().count() >= PERSON_KEY_MIN_CHARS).cloned();
    key.map(SecretString::from).ok_or_else(|| {
        Problems(vec![format!(
            "INNSPILL_PERSON_KEY must be set in the environment, with at least {PERSON_KEY_MIN_CHARS} \
             characters (for example from: openssl rand -hex 32)"
        )])
    })
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

/// What is well-formed and still cannot be right.
fn implausible(settings: &Settings) -> Vec<String> {
    let mut problems = Vec::new();
    let mut demand = |holds: bool, problem: &str| {
        if !holds {
            problems.push(problem.to_owned());
        }
    };
    let server = &settings.server;
    demand(
        ["http://", "https://"].iter().any(|scheme| server.base_url.starts_with(scheme))
            && !server.base_url.ends_with('/'),
        "server.base_url must begin with http:// or https:// and not end with a slash",
    );
    demand(server.session_minutes > 0, "server.session_minutes must be more than 0");
    demand(
        settings.login.provider != LoginProvider::Test || server.listen.ip().is_loopback(),
        "login.provider = \"test\" lets anyone be anyone; server.listen must then be a loopback address",
    );
    demand(
        ["starttls", "tls", "none"].contains(&settings.mail.encryption.as_str()),
        "mail.encryption must be starttls, tls or none",
    );
    let longest = settings.mail.connect_within_seconds.saturating_add(settings.mail.send_within_seconds);
    demand(
        longest <= MAIL_MAX_SECONDS,
        "mail.connect_within_seconds and mail.send_within_seconds together must be at most 240",
    );
    demand(!settings.municipality.name.trim().is_empty(), "municipality.name must not be empty");
    problems
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
