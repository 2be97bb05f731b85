//! A database, a folder of files, and workers with a clock that the test sets.

use super::clamd::settings;
use super::house::{House, PERSON_KEY};
use innspill::actions::Letterhead;
use innspill::actions::scan_file::Scanning;
use innspill::config::{ScannerSettings, field_keys};
use innspill::domain::audit::{Actor, AuditEntry, Event};
use innspill::domain::clock::{Clock, Moment};
use innspill::domain::file::{ScanState, StoredFile};
use innspill::domain::person::PersonHasher;
use innspill::domain::retention::Retention;
use innspill::files::Files;
use innspill::files::scanner::Scanner;
use innspill::jobs::worker::Worker;
use innspill::mail::transport::{Sender, Transport};
use innspill::startup::open_sealed_store;
use innspill::store::{Change, Stopped, Store, files};
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

/// When it all begins.
pub const START: &str = "2026-06-10T10:00:00Z";
/// How many days the quarantine lasts.
pub const QUARANTINE_DAYS: u32 = 30;

pub struct Bench {
    pub house: House,
    pub store: Store,
    pub files: Files,
    hand: Arc<Mutex<Moment>>,
}

/// What is known of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    pub scan: String,
    pub said: String,
    pub attempts: u64,
    pub claims: u64,
}

impl Bench {
    /// One for each database.
    pub fn on_each() -> Vec<Self> {
        House::migrated_on_each().into_iter().map(Self::of).collect()
    }

    fn of(house: House) -> Self {
        let keys = field_keys(&house.settings.iter().cloned().collect()).unwrap();
        let store = open_sealed_store(&house.database.url(), &keys).unwrap();
        let files = Files::in_folder(&house.path("files")).unwrap();
        Self { house, store, files, hand: Arc::new(Mutex::new(START.parse().unwrap())) }
    }

    pub fn now(&self) -> Moment {
        *self.hand.lock().unwrap()
    }

    pub fn forward(&self, seconds: i64) {
        let mut now = self.hand.lock().unwrap();
        *now = now.plus_seconds(seconds);
    }

    /// What scans with the scanner at this address.
    pub fn scanning(&self, settings: &ScannerSettings) -> Scanning {
        let letterhead = Letterhead {
            municipality: "Bergen".to_owned(),
            base_url: "http://horing.example.org".to_owned(),
        };
        let scanner = Scanner::new(settings).unwrap();
        Scanning { files: self.files.clone(), scanner, letterhead }
    }

    /// A worker with the scanner at this address; none where it is empty.
    pub fn worker(&self, address: &str) -> Worker {
        self.worker_with(&settings(address))
    }

    pub fn worker_with(&self, settings: &ScannerSettings) -> Worker {
        let hand = self.hand.clone();
        let sender = Sender { name: "Bergen".to_owned(), address: "ikke-svar@example.org".to_owned() };
        Worker {
            store: self.store.clone(),
            transport: Arc::new(Transport::folder(self.house.path("mail"), &sender).unwrap()),
            retention: Retention::default(),
            scanning: self.scanning(settings),
            quarantine_days: QUARANTINE_DAYS,
            draft_reminder_days: 0,
            seal_key: PersonHasher::new(PERSON_KEY.as_bytes()).unwrap().seal_key().unwrap(),
            clock: Clock::new(move || *hand.lock().unwrap()),
        }
    }

    /// Keeps bytes as an upload does; returns their hash.
    pub async fn put(&self, bytes: impl Into<Vec<u8>>) -> String {
        let (kept, now) = (self.files.keep(bytes.into()).await.unwrap(), self.now());
        let sha256 = kept.sha256.clone();
        let done = self.store.change::<(), Infallible, _>(move |tx| {
            let file = StoredFile {
                sha256: kept.sha256.clone(),
                size_bytes: kept.size_bytes,
                media_type: "application/pdf".to_owned(),
                kept_at: now,
                scan: ScanState::Waiting,
                scanned_at: None,
                signature: None,
            };
            files::insert_missing(tx, &file)?;
            let (actor, event) = (Actor::Citizen, Event::DraftBegun);
            Ok(Change {
                result: (),
                audit: AuditEntry { at: now, actor, event, subject: "a draft".to_owned() },
            })
        });
        match done.await {
            Ok(()) => sha256,
            Err(Stopped::Failed(error)) => panic!("{error:#}"),
            Err(Stopped::Refused(never)) => match never {},
        }
    }

    /// What is known of a file.
    pub fn known(&self, sha256: &str) -> Known {
        let rows = self.house.database.rows(&format!(
            "SELECT scan, signature, scan_attempts, scan_claims FROM files WHERE sha256 = '{sha256}'"
        ));
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let number = |name: &str| row[name].as_u64().unwrap();
        Known {
            scan: text("scan"),
            said: text("signature"),
            attempts: number("scan_attempts"),
            claims: number("scan_claims"),
        }
    }

    pub fn scan(&self, sha256: &str) -> String {
        self.known(sha256).scan
    }

    /// Whether somebody can get the bytes.
    pub async fn opens(&self, sha256: &str) -> bool {
        self.files.open(sha256).await.unwrap().is_some()
    }

    /// The lines of the audit log about files, in order.
    pub fn file_events(&self) -> Vec<String> {
        let rows =
            self.house.database.rows("SELECT event FROM audit_log WHERE event LIKE 'file%' ORDER BY id");
        rows.iter().map(|row| row["event"].as_str().unwrap().to_owned()).collect()
    }
}
