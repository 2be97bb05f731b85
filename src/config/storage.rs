//! `[storage]`: where files are kept, and the key to it.

use super::is_loopback;
use secrecy::SecretString;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::PathBuf;
use url::Url;

const KEY_ID: &str = "INNSPILL_S3_KEY_ID";
const SECRET: &str = "INNSPILL_S3_SECRET";

/// The section.
#[derive(Debug, Clone, Deserialize)]
pub struct StorageSettings {
    /// The folder of files; with a bucket, where they wait until they have come whole.
    pub files_folder: PathBuf,
    /// The bucket that files are kept in, instead of the folder; none where empty.
    pub s3_bucket: String,
    /// The address of the service that has the bucket; Amazon's where empty.
    pub s3_endpoint: String,
    /// The region of the bucket.
    pub s3_region: String,
    /// The key to the bucket, which must not stand in a file.
    #[serde(skip)]
    pub s3_key: Option<S3Key>,
}

/// The key to a bucket.
#[derive(Debug, Clone)]
pub struct S3Key {
    /// Its id.
    pub id: String,
    /// The key.
    pub secret: SecretString,
}

impl StorageSettings {
    /// The section with its key from the environment.
    pub(super) fn with_key(self, environment: &HashMap<String, String>) -> Self {
        let given = |name: &str| environment.get(name).filter(|value| !value.is_empty()).cloned();
        let s3_key = given(KEY_ID).zip(given(SECRET)).map(|(id, secret)| S3Key { id, secret: secret.into() });
        Self { s3_key, ..self }
    }

    /// What is well-formed and still cannot be right.
    pub(super) fn implausible(&self) -> Vec<String> {
        if self.s3_bucket.is_empty() {
            return Vec::new();
        }
        let is_own = !self.s3_endpoint.is_empty();
        let is_plain = is_own && !is_safe(&self.s3_endpoint);
        let wrong = [
            (
                !cfg!(feature = "s3"),
                "storage.s3_bucket is set, and this program was built without buckets; build it with \
                 `--features s3`, or leave the setting empty to keep files in storage.files_folder"
                    .to_owned(),
            ),
            (
                self.s3_key.is_none(),
                format!("storage.s3_bucket is set, so {KEY_ID} and {SECRET} must be too"),
            ),
            (self.s3_region.trim().is_empty(), "storage.s3_region must not be empty".to_owned()),
            (
                is_plain,
                "storage.s3_endpoint must be an https address, or http on this machine, without a path"
                    .to_owned(),
            ),
        ];
        wrong.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, problem)| problem).collect()
    }
}

fn is_safe(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let is_bare = url.path() == "/" && url.query().is_none() && url.username().is_empty();
    is_bare && (url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url)))
}
