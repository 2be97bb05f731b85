//! A bucket that speaks S3.

use super::FilesOpenError;
use object_store::ObjectStore;
use secrecy::SecretString;
use std::sync::Arc;

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
        use object_store::aws::AmazonS3Builder;
        use secrecy::ExposeSecret;

        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.name)
            .with_region(&self.region)
            .with_access_key_id(&self.key_id)
            .with_secret_access_key(self.secret.expose_secret())
            // Plain HTTP to this machine only; the settings have seen to that.
            .with_allow_http(self.endpoint.starts_with("http://"));
        if !self.endpoint.is_empty() {
            builder = builder.with_endpoint(&self.endpoint);
        }
        Ok(Arc::new(builder.build().map_err(FilesOpenError::Store)?))
    }
}
