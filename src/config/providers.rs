//! Login providers: `[login.providers.NAME]`; `config/provider.toml` has each setting with its default.

use super::reading::{Reader, template};
use config::{Config, Value};
use secrecy::SecretString;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::PathBuf;
use url::{Host, Url};

const NAME_MAX_CHARS: usize = 20;
/// What the national id is called; nobody may ask us to read it.
const NATIONAL_ID: &str = "pid";
/// The settings that name a claim.
const CLAIMS: [&str; 3] = ["subject_claim", "name_claim", "roles_claim"];

/// A login provider, as the settings describe it.
#[derive(Debug, Clone, Deserialize)]
pub struct ProviderSettings {
    /// What it is called in the settings and in addresses.
    #[serde(skip)]
    pub name: String,
    /// Whom it is for.
    #[serde(rename = "for")]
    pub audience: Audience,
    /// What it is called in bokmål.
    pub name_nb: String,
    /// What it is called in nynorsk.
    pub name_nn: String,
    /// What it is called in English.
    pub name_en: String,
    /// Where discovery begins, and who tokens must be issued by.
    pub issuer: String,
    /// Who we are to it.
    pub client_id: String,
    /// How we show that it is us.
    pub client_auth: ClientAuth,
    /// The private key; none where empty.
    pub key_file: String,
    /// What the provider knows the key by.
    pub key_id: String,
    /// A second key; none where empty.
    pub other_key_file: String,
    /// What the provider knows the second key by.
    pub other_key_id: String,
    /// Whom an assertion is addressed to.
    pub assertion_audience: AssertionAudience,
    /// What to ask for, with spaces between.
    pub scopes: String,
    /// The levels to ask for, with spaces between.
    pub acr_values: String,
    /// The levels to accept, with spaces between; any where empty.
    pub accepted_acr: String,
    /// The tenant that tokens must be for; any where empty.
    pub tenant: String,
    /// The claim that is the subject.
    pub subject_claim: String,
    /// The claim with the person's name; none where empty.
    pub name_claim: String,
    /// The claim with the person's roles; none where empty.
    pub roles_claim: String,
    /// The roles that make a reader, with spaces between.
    pub reader_roles: String,
    /// The roles that make a case officer, with spaces between.
    pub case_officer_roles: String,
    /// The roles that make an administrator, with spaces between.
    pub administrator_roles: String,
    /// `INNSPILL_LOGIN_SECRET_NAME`.
    #[serde(skip)]
    pub client_secret: Option<SecretString>,
    /// `INNSPILL_LOGIN_KEY_NAME`: the private key itself, instead of a file.
    #[serde(skip)]
    pub private_key: Option<SecretString>,
}

/// Whom a provider is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Everyone.
    Citizens,
    /// Those who work with the rounds.
    Staff,
}

/// How we show a provider that it is us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientAuth {
    /// With a signed assertion (RFC 7523).
    PrivateKeyJwt,
    /// With a secret in a header.
    ClientSecretBasic,
    /// With a secret in the form.
    ClientSecretPost,
}

/// Whom an assertion is addressed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssertionAudience {
    /// The provider's issuer.
    Issuer,
    /// The address that it is sent to.
    TokenEndpoint,
}

impl ProviderSettings {
    /// The private keys, in the order they are to be tried: id and file, `None` for the key that
    /// came from the environment.
    pub fn keys(&self) -> impl Iterator<Item = (&str, Option<PathBuf>)> {
        let file = (self.private_key.is_none()).then(|| PathBuf::from(&self.key_file));
        let other = (!self.other_key_file.is_empty())
            .then(|| (self.other_key_id.as_str(), Some(PathBuf::from(&self.other_key_file))));
        [(self.key_id.as_str(), file)].into_iter().chain(other)
    }
}

/// The providers of the settings, by name; what is wrong with them goes to the reader's problems.
pub(super) fn read(reader: &mut Reader<'_>, environment: &HashMap<String, String>) -> Vec<ProviderSettings> {
    let mut tables: Vec<(String, Value)> =
        reader.merged.get_table("login.providers").unwrap_or_default().into_iter().collect();
    tables.sort_by(|(one, _), (other, _)| one.cmp(other));
    let found = tables.into_iter().filter_map(|(name, table)| one(reader, name, table, environment));
    found.collect()
}

fn one(
    reader: &mut Reader<'_>,
    name: String,
    table: Value,
    environment: &HashMap<String, String>,
) -> Option<ProviderSettings> {
    let place = format!("login.providers.{name}");
    let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || name.len() > NAME_MAX_CHARS || !name.chars().all(is_word) {
        reader.problems.push(format!("{place}: a provider's name is at most 20 of a-z, 0-9 and -"));
    }
    let Ok(table) = table.into_table() else {
        reader.problems.push(format!("unknown setting: {place}"));
        return None;
    };
    let defaults = template();
    let mut merged = Config::builder().add_source(defaults.clone());
    for (key, value) in table {
        if defaults.get::<Value>(&key).is_err() {
            reader.problems.push(format!("unknown setting: {place}.{key}"));
            continue;
        }
        let alone = Config::builder().add_source(defaults.clone()).set_override(&key, value.clone());
        let alone = alone.and_then(|alone| alone.build()?.try_deserialize::<ProviderSettings>());
        match (alone, merged.clone().set_override(&key, value)) {
            (Ok(_), Ok(with)) => merged = with,
            (Err(error), _) | (_, Err(error)) => reader.problems.push(format!("{place}.{key}: {error}")),
        }
    }
    let mut provider = merged.build().ok()?.try_deserialize::<ProviderSettings>().ok()?;
    let in_capitals = name.to_ascii_uppercase().replace('-', "_");
    let secret = |kind: &str| environment.get(&format!("INNSPILL_LOGIN_{kind}_{in_capitals}")).cloned();
    provider.client_secret = secret("SECRET").filter(|text| !text.is_empty()).map(SecretString::from);
    provider.private_key = secret("KEY").filter(|text| !text.is_empty()).map(SecretString::from);
    provider.name = name;
    Some(provider)
}

/// What is well-formed and still cannot be right.
pub(super) fn implausible(provider: &ProviderSettings) -> Vec<String> {
    let mut problems = Vec::new();
    let mut demand = |holds: bool, problem: &str| {
        if !holds {
            problems.push(format!("login.providers.{}{problem}", provider.name));
        }
    };
    demand(is_safe(&provider.issuer), ".issuer must be an https address (http only on loopback)");
    demand(!provider.client_id.is_empty(), ".client_id must be set");
    let names = [&provider.name_nb, &provider.name_nn, &provider.name_en];
    demand(names.iter().all(|name| !name.trim().is_empty()), ": name_nb, name_nn and name_en must be set");
    demand(provider.scopes.split_whitespace().any(|scope| scope == "openid"), ".scopes must hold openid");
    demand(!provider.subject_claim.is_empty(), ".subject_claim must be set");
    let claims = [&provider.subject_claim, &provider.name_claim, &provider.roles_claim];
    for (setting, claim) in CLAIMS.iter().zip(claims) {
        demand(claim != NATIONAL_ID, &format!(".{setting}: the national id is never read"));
    }
    let in_capitals = provider.name.to_ascii_uppercase().replace('-', "_");
    if provider.client_auth == ClientAuth::PrivateKeyJwt {
        demand(
            !provider.key_file.is_empty() || provider.private_key.is_some(),
            &format!(".key_file must be set, or INNSPILL_LOGIN_KEY_{in_capitals} in the environment"),
        );
        demand(!provider.key_id.is_empty(), ".key_id must be set");
        demand(
            provider.other_key_file.is_empty() == provider.other_key_id.is_empty(),
            ": other_key_file and other_key_id go together",
        );
    } else {
        demand(
            provider.client_secret.is_some(),
            &format!(": INNSPILL_LOGIN_SECRET_{in_capitals} must be set in the environment"),
        );
    }
    problems
}

/// Whether what goes to `address` can be read by nobody on the way.
fn is_safe(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    match url.scheme() {
        "https" => url.has_host(),
        "http" => is_loopback(&url),
        _ => false,
    }
}

/// Whether an address is on this machine.
#[must_use]
pub fn is_loopback(address: &Url) -> bool {
    match address.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}
