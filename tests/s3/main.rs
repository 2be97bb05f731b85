//! Files in a bucket, on a real server that speaks S3 (moto), behave as files in a folder do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    missing_docs,
    dead_code,
    reason = "a test fails by panicking, its name is its documentation, and others use more of the house"
)]

#[path = "../house/mod.rs"]
mod house;
mod server;

use futures_util::TryStreamExt;
use house::House;
use house::case::import_open_round;
use house::citizen::Citizen;
use innspill::domain::clock::Moment;
use innspill::files::{Files, Staged};
use serde_json::Value;
use server::Server;
use tempfile::TempDir;

/// The same files in a bucket and in a folder.
struct Both {
    server: Server,
    folders: TempDir,
}

impl Both {
    async fn new() -> Self {
        Self { server: Server::start().await, folders: tempfile::tempdir().unwrap() }
    }

    fn each(&self) -> [Files; 2] {
        let [waiting, folder] = ["waiting", "folder"].map(|name| self.folders.path().join(name));
        [Files::in_bucket(&self.server.bucket(), &waiting).unwrap(), Files::in_folder(&folder).unwrap()]
    }
}

async fn staged(files: &Files, megabytes: usize) -> Staged {
    let piece = bytes::Bytes::from((0..1_000_000u32).map(|n| (n % 251) as u8).collect::<Vec<_>>());
    let pieces = (0..megabytes).map(|_| Ok::<_, ()>(piece.clone())).chain([Ok("end".into())]);
    files.stage(futures_util::stream::iter(pieces), 100_000_000).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn small_files_and_those_in_parts_come_back_whole() {
    let both = Both::new().await;
    for files in both.each() {
        for megabytes in [0, 1, 5, 6, 12] {
            let staged = staged(&files, megabytes).await;
            assert!(!files.holds(&staged.kept.sha256).await.unwrap());
            // Again changes nothing.
            for _ in 0..2 {
                assert_eq!(files.keep_staged(&staged).await.unwrap(), staged.kept);
            }
            assert!(files.holds(&staged.kept.sha256).await.unwrap());
            assert_eq!(files.examine(&staged.kept.sha256).await.unwrap().as_ref(), Some(&staged.kept));
        }
        let kept = files.keep(b"abc".to_vec()).await.unwrap();
        let parts: Vec<_> = files.open(&kept.sha256).await.unwrap().unwrap().try_collect().await.unwrap();
        assert_eq!(parts.concat(), b"abc");
        assert!(files.open(&"00".repeat(32)).await.unwrap().is_none());
        assert_eq!(files.examine(&"00".repeat(32)).await.unwrap(), None);
    }
    assert_eq!(both.server.unfinished().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_set_aside_put_back_and_deleted() {
    let both = Both::new().await;
    let (before, later): (Moment, Moment) =
        ("2020-01-01T12:00:00Z".parse().unwrap(), "2099-01-01T12:00:00Z".parse().unwrap());
    for files in both.each() {
        let kept = staged(&files, 6).await.kept;
        files.keep_staged(&staged(&files, 6).await).await.unwrap();
        let first = u8::from_str_radix(&kept.sha256[..2], 16).unwrap();
        let old = async |before| files.list_old(first, before).try_collect::<Vec<_>>().await.unwrap();
        assert_eq!(old(before).await, Vec::<String>::new());
        assert_eq!(old(later).await, [kept.sha256.clone()]);
        let aside = files.set_aside(&kept.sha256, later).await.unwrap().unwrap();
        assert_eq!(files.set_aside(&kept.sha256, later).await.unwrap(), None);
        assert!(!files.holds(&kept.sha256).await.unwrap());
        let all: Vec<_> = files.list_aside().try_collect().await.unwrap();
        assert_eq!(all, [aside.clone()]);
        files.put_back(&aside).await.unwrap();
        assert_eq!(files.examine(&kept.sha256).await.unwrap().as_ref(), Some(&kept));
        let aside = files.set_aside(&kept.sha256, later).await.unwrap().unwrap();
        for _ in 0..2 {
            files.delete_aside(&aside).await.unwrap();
        }
        assert!(files.list_aside().try_collect::<Vec<_>>().await.unwrap().is_empty());
        files.delete_halves(first, later).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_infected_is_moved_and_deleted() {
    let both = Both::new().await;
    for files in both.each() {
        let kept = files.keep(b"harmful".to_vec()).await.unwrap();
        for _ in 0..2 {
            files.quarantine(&kept.sha256).await.unwrap();
            assert!(!files.holds(&kept.sha256).await.unwrap());
            assert!(files.is_quarantined(&kept.sha256).await.unwrap());
        }
        files.delete_quarantined(&kept.sha256).await.unwrap();
        assert!(!files.is_quarantined(&kept.sha256).await.unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_keeps_what_people_send_in_the_bucket() {
    let server = Server::start().await;
    let bucket = server.bucket();
    let house = House::migrated()
        .with("INNSPILL__LOGIN__PROVIDER", "test")
        .with("INNSPILL__STORAGE__S3_BUCKET", &bucket.name)
        .with("INNSPILL__STORAGE__S3_ENDPOINT", &bucket.endpoint)
        .with("INNSPILL_S3_KEY_ID", "key")
        .with("INNSPILL_S3_SECRET", "secret");
    import_open_round(&house, "plan");
    let service = house.start(&["serve"]);
    let kari = Citizen::new("plan", "kari");
    kari.log_in(&service.url).await.unwrap();
    kari.save(&service.url, 0).await.unwrap();
    for (name, length) in [("kort.txt", 10), ("langt.txt", 7_000_000)] {
        let status = kari.attach(&service.url, name, "a".repeat(length).as_bytes()).await.unwrap();
        assert_eq!(status, 303, "{name}");
    }
    assert_eq!(server.objects().await, 2);
    assert_eq!(server.unfinished().await, 0);
    let files = || -> Value {
        let checked: Value = serde_json::from_str(&house.run(&["check", "--json"]).out).unwrap();
        let checks = checked["checks"].as_array().unwrap();
        checks.iter().find(|check| check["name"] == "files").unwrap().clone()
    };
    assert_eq!(files()["what"][0], "2 file(s) are there and as they were");
    server.empty().await;
    let found = files();
    assert_eq!(found["state"], "failed");
    assert!(found["remedy"].as_str().unwrap().contains("restore the bucket"), "{found}");
    drop(service);
}
