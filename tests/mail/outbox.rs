//! A house whose letters go to the sink, and people whose receipts wait in it.

use super::house::case::import_open_round;
use super::house::citizen::Citizen;
use super::house::service::Service;
use super::house::{House, PERSON_KEY};
use super::sink::Sink;
use innspill::actions::Letterhead;
use innspill::actions::scan_file::Scanning;
use innspill::config::field_keys;
use innspill::domain::clock::{Clock, Moment};
use innspill::domain::person::PersonHasher;
use innspill::domain::retention::Retention;
use innspill::files::Files;
use innspill::jobs::worker::Worker;
use innspill::mail::transport::{Encryption, Sender, SmtpSettings, Transport};
use innspill::startup::open_sealed_store;
use serde_json::Value;
use std::fs;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A round that is open, a service without a worker, and a mail server.
pub struct Outbox {
    pub service: Service,
    pub house: House,
    pub sink: Sink,
    pub citizens: Vec<Citizen>,
    /// The references of their submissions, in order.
    pub references: Vec<String>,
}

/// One for each database, with the receipts of `count` people waiting.
pub async fn each_with_letters(count: usize) -> Vec<Outbox> {
    let mut outboxes = Vec::new();
    for house in House::migrated_on_each() {
        outboxes.push(with_letters(house, count).await);
    }
    outboxes
}

async fn with_letters(mut house: House, count: usize) -> Outbox {
    let sink = Sink::start();
    for (name, value) in [
        ("INNSPILL__LOGIN__PROVIDER", "test"),
        ("INNSPILL__SERVER__BASE_URL", "http://horing.example.org"),
        ("INNSPILL__MAIL__TRANSPORT", "smtp"),
        ("INNSPILL__MAIL__HOST", "localhost"),
        ("INNSPILL__MAIL__PORT", &sink.port.to_string()),
        ("INNSPILL__MAIL__ENCRYPTION", "starttls"),
        ("INNSPILL__MAIL__EXTRA_ROOTS_FILE", &sink.authority),
        ("INNSPILL__MAIL__FROM_NAME", "Bærum kommune"),
        ("INNSPILL__MAIL__FROM_ADDRESS", "ikke-svar@baerum.example"),
    ] {
        house.set(name, value);
    }
    import_open_round(&house, "plan");
    let service = house.start(&["serve"]);
    let citizens: Vec<Citizen> =
        (0..count).map(|number| Citizen::new("plan", &format!("person-{number}"))).collect();
    let mut references = Vec::new();
    for citizen in &citizens {
        citizen.log_in(&service.url).await.unwrap();
        citizen.save(&service.url, 0).await.unwrap();
        references.push(citizen.send(&service.url, 1).await.unwrap());
    }
    Outbox { service, house, sink, citizens, references }
}

impl Outbox {
    /// A worker with a clock that the test sets, beginning when the letters were written.
    pub fn worker(&self) -> (Worker, Hand) {
        let hand = Hand(Arc::new(Mutex::new(self.written_at())));
        let read = hand.clone();
        let sender = Sender { name: "Bærum".to_owned(), address: "ikke-svar@baerum.example".to_owned() };
        let smtp = SmtpSettings {
            host: "localhost".to_owned(),
            port: self.sink.port,
            encryption: Encryption::StartTls,
            login: None,
            extra_roots_pem: Some(fs::read_to_string(&self.sink.authority).unwrap()),
            connect_within: Duration::from_secs(60),
            send_within: Duration::from_secs(60),
        };
        let keys = field_keys(&self.house.settings.iter().cloned().collect()).unwrap();
        let worker = Worker {
            store: open_sealed_store(&self.house.database.url(), &keys).unwrap(),
            retention: Retention::default(),
            scanning: self.scanning(),
            quarantine_days: 0,
            draft_reminder_days: 0,
            transport: Arc::new(Transport::smtp(smtp, &sender).unwrap()),
            seal_key: PersonHasher::new(PERSON_KEY.as_bytes()).unwrap().seal_key().unwrap(),
            clock: Clock::new(move || read.now()),
        };
        (worker, hand)
    }

    /// A mail worker scans nothing.
    fn scanning(&self) -> Scanning {
        let letterhead = Letterhead { municipality: String::new(), base_url: String::new() };
        let files = Files::in_folder(&self.house.path("files")).unwrap();
        Scanning { files, scanner: None, letterhead }
    }

    fn written_at(&self) -> Moment {
        let rows = self.house.database.rows("SELECT max(created_at) AS at FROM letters");
        rows[0]["at"].as_str().unwrap().parse().unwrap()
    }

    /// State, attempts and what went wrong last, of the only letter.
    pub fn letter(&self) -> (String, u64, String) {
        let rows = self.house.database.rows("SELECT state, attempts, last_error FROM letters");
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&row["state"]), row["attempts"].as_u64().unwrap(), text(&row["last_error"]))
    }

    /// The ids of the letters in the order they were written, as Message-IDs have them.
    pub fn letter_ids(&self) -> Vec<String> {
        let rows = self.house.database.rows("SELECT id FROM letters ORDER BY id");
        let id = |value: &Value| value.as_str().unwrap().parse::<uuid::Uuid>().unwrap().to_string();
        rows.iter().map(|row| id(&row["id"])).collect()
    }

    /// What staff see of the letters that have not been sent.
    pub async fn staff_page(&self) -> String {
        let officer = Citizen::new("plan", "saksbehandler");
        officer.log_in(&self.service.url).await.unwrap();
        officer.page(&format!("{}/saksbehandling/brev", self.service.url)).await.unwrap()
    }
}

/// The hand of a clock.
#[derive(Clone)]
pub struct Hand(Arc<Mutex<Moment>>);

impl Hand {
    pub fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }

    pub fn forward(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap();
        *now = now.plus_seconds(seconds);
    }
}
