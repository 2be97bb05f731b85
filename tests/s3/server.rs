//! A server that speaks S3, with one bucket.

use innspill::files::Bucket;
use reqwest::Client;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const NAME: &str = "innspill-test";

/// A running server, killed when it is dropped.
pub struct Server {
    child: Child,
    url: String,
    client: Client,
}

impl Server {
    /// Starts it, and makes the bucket.
    pub async fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let program = super::house::project_file("tests/s3/site/bin/moto_server");
        let child = Command::new(&program)
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}; scripts/test installs it", program.display()));
        let server = Self { child, url: format!("http://127.0.0.1:{port}"), client: Client::new() };
        while server.client.put(server.bucket_url()).send().await.is_err() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        server
    }

    /// The bucket.
    pub fn bucket(&self) -> Bucket {
        Bucket {
            name: NAME.to_owned(),
            endpoint: self.url.clone(),
            region: "us-east-1".to_owned(),
            key_id: "key".to_owned(),
            secret: "secret".to_owned().into(),
        }
    }

    fn bucket_url(&self) -> String {
        format!("{}/{NAME}", self.url)
    }

    async fn list(&self, query: &str) -> String {
        let answer = self.client.get(format!("{}{query}", self.bucket_url())).send().await.unwrap();
        answer.error_for_status().unwrap().text().await.unwrap()
    }

    /// How many objects there are.
    pub async fn objects(&self) -> usize {
        self.list("").await.matches("<Key>").count()
    }

    /// How many were begun in parts and neither finished nor given up.
    pub async fn unfinished(&self) -> usize {
        self.list("?uploads").await.matches("<UploadId>").count()
    }

    /// Deletes all objects.
    pub async fn empty(&self) {
        for key in self.list("").await.split("<Key>").skip(1) {
            let key = key.split('<').next().unwrap();
            self.client.delete(format!("{}/{key}", self.bucket_url())).send().await.unwrap();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
