//! Reads the settings where they stand: the defaults, a file, the environment.

use config::{Config, Environment, File, FileFormat};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

/// Every setting with its default and what it means.
const DEFAULTS: &str = include_str!("../../config/default.toml");

/// Every setting of a login provider, likewise.
const PROVIDER: &str = include_str!("../../config/provider.toml");
/// Where the providers stand; their names are the operator's, so no default knows them.
const PROVIDERS: &str = "login.providers.";

pub(super) fn merge(files: &[PathBuf], environment: &HashMap<String, String>) -> Result<Config, String> {
    let ours = environment.iter().filter(|(name, _)| name.starts_with("INNSPILL__"));
    let ours = ours.map(|(name, value)| (name.clone(), value.clone())).collect();
    let mut builder = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
    for path in files {
        builder = builder.add_source(File::from(path.as_path()).format(FileFormat::Toml));
    }
    let environment =
        Environment::with_prefix("INNSPILL").prefix_separator("__").separator("__").source(Some(ours));
    builder.add_source(environment).build().map_err(|error| error.to_string())
}

/// The keys that no default explains.
pub(super) fn unknown_keys(merged: &Config) -> Vec<String> {
    let known: BTreeSet<String> = Config::builder()
        .add_source(File::from_str(DEFAULTS, FileFormat::Toml))
        .build()
        .map(|defaults| keys(&defaults))
        .unwrap_or_default();
    let found = keys(merged);
    let unknown = found.difference(&known).filter(|key| !key.starts_with(PROVIDERS));
    unknown.map(|key| format!("unknown setting: {key}")).collect()
}

/// A provider with nothing but defaults.
pub(super) fn template() -> Config {
    let source = File::from_str(PROVIDER, FileFormat::Toml);
    // The file is part of the binary, and a test reads it.
    Config::builder().add_source(source).build().unwrap_or_default()
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

pub(super) struct Reader<'a> {
    pub(super) merged: &'a Config,
    pub(super) problems: &'a mut Vec<String>,
}

impl Reader<'_> {
    pub(super) fn section<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
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
