//! A bucket that speaks S3.

use super::FilesOpenError;
use object_store::ObjectStore;
use secrecy::SecretString;
use std::sync::Arc;

/// How long a question to a bucket is tried again.
#[cfg(feature = "s3")]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// A bucket, and what opens it.
#[derive(Debug, Clone)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// The address of the service, where it is not Amazon's; empty there.
    pub endpoint: String,
    /// The region.
    pub region: String,
    /// The id of the key.
    pub key_id: String,
    /// The key.
    pub secret: SecretString,
}

impl Bucket {
    /// Everything in the bucket.
    #[cfg(not(feature = "s3"))]
    pub(super) fn open(&self) -> Result<Arc<dyn ObjectStore>, FilesOpenError> {
        let _ = &self.secret;
        Err(FilesOpenError::NotBuiltIn)
    }

    /// Everything in the bucket.
    #[cfg(feature = "s3")]
    pub(super) fn open(&self) -> Result<Arc<dyn ObjectStore>, FilesOpenError> {
        use object_store::RetryConfig;
        use object_store::aws::AmazonS3Builder;
        use secrecy::ExposeSecret;

        // Another one may have been chosen already; either will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.name)
            .with_region(&self.region)
            .with_access_key_id(&self.key_id)
            .with_secret_access_key(self.secret.expose_secret())
            // Somebody is waiting: rather fail than try for minutes.
            .with_retry(RetryConfig { max_retries: 3, retry_timeout: PATIENCE, ..RetryConfig::default() })
            // Plain HTTP to this machine only; the settings have seen to that.
            .with_allow_http(self.endpoint.starts_with("http://"));
        if !self.endpoint.is_empty() {
            builder = builder.with_endpoint(&self.endpoint);
        }
        Ok(Arc::new(builder.build().map_err(FilesOpenError::Store)?))
    }
}
