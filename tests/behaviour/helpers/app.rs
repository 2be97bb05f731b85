//! A running service with a database, a folder and a clock of its own.

use super::database::Database;
use super::people::Visitor;
use super::rounds::{at, bytes_of, plan};
use super::{letters, logs};
use actix_web::dev::ServerHandle;
use innspill::actions::import_round::import_round;
use innspill::config::{Settings, load};
use innspill::domain::audit::Actor;
use innspill::domain::clock::{Clock, Moment};
use innspill::domain::person::PersonHasher;
use innspill::exports::round_file::RoundFile;
use innspill::files::Files;
use innspill::jobs::worker::Worker;
use innspill::startup::{build_house, build_scanning, build_transport, listen, retention};
use innspill::store::sealing::FieldKeys;
use innspill::store::{Reading, Store, StoreError};
use innspill::web::server::serve;
use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::JoinHandle;
use tempfile::TempDir;

/// Noon on a day when the plan's round is open.
pub const NOON: &str = "2026-06-10T12:00:00+02:00";
/// Long enough that no session ends while a test turns the clock.
const TEN_YEARS_IN_MINUTES: &str = "5256000";

/// The service, as long as this lives.
pub struct App {
    pub base: String,
    pub store: Store,
    pub database: Database,
    pub worker: Worker,
    /// How many statements the database has been asked.
    statements: Arc<AtomicU64>,
    time: Arc<Mutex<Moment>>,
    running: Option<(ServerHandle, JoinHandle<()>)>,
    folder: TempDir,
}

impl App {
    /// With the plan's round, at [`NOON`].
    pub async fn start() -> Self {
        Self::with(vec![plan()]).await
    }

    /// With these rounds, at [`NOON`].
    pub async fn with(rounds: Vec<RoundFile>) -> Self {
        Self::with_settings(rounds, &[]).await
    }

    /// With these rounds and settings, at [`NOON`].
    pub async fn with_settings(rounds: Vec<RoundFile>, changed: &[(&str, &str)]) -> Self {
        logs::keep();
        let folder = tempfile::tempdir().unwrap();
        let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), "any free port").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let settings = settings(&folder, &base, changed);
        let database = Database::create(folder.path());
        let keys = FieldKeys::new([("test", [7; 32].as_slice())]).unwrap();
        let statements = Arc::new(AtomicU64::new(0));
        let store = Store::open_counting(&database.url(), statements.clone()).unwrap().sealed_with(keys);
        store.migrate().unwrap();
        let time = Arc::new(Mutex::new(at(NOON)));
        let hand = time.clone();
        let clock = Clock::new(move || *hand.lock().unwrap());
        let files = Files::in_folder(&settings.storage.files_folder).unwrap();
        for round in rounds {
            let read = |path: &str| Ok(bytes_of(path));
            import_round(&store, &files, round, read, Actor::CommandLine, clock.now()).await.unwrap();
        }
        let hasher = PersonHasher::new(b"a key for tests, long enough to be one").unwrap();
        let seal_key = hasher.seal_key().unwrap();
        let house = build_house(&settings, hasher, store.clone(), clock.clone()).unwrap();
        let transport = Arc::new(build_transport(&settings).unwrap());
        let retention = retention(&settings.retention);
        let worker = Worker {
            store: store.clone(),
            transport,
            retention,
            scanning: build_scanning(&settings).unwrap(),
            quarantine_days: settings.scanner.quarantine_days,
            draft_reminder_days: settings.reminders.draft_days,
            seal_key,
            clock,
        };
        let (say, hear) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = serve(house, listener, &settings.server, &settings.limits).unwrap();
                say.send(server.handle()).unwrap();
                server.await.unwrap();
            });
        });
        let running = Some((hear.recv().unwrap(), thread));
        Self { base, store, database, worker, statements, time, running, folder }
    }

    /// Turns the clock.
    pub fn set_time(&self, text: &str) {
        *self.time.lock().unwrap() = at(text);
    }

    /// Someone whom the service does not know.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.base)
    }

    /// Someone who has logged in as `persona`.
    pub async fn logged_in(&self, persona: &str) -> Visitor {
        let visitor = self.visitor();
        let answer = visitor.post("/logg-inn", &[("persona", persona)]).await;
        visitor.get(answer.location()).await;
        visitor
    }

    /// The events of the audit log, oldest first; that staff log in goes without saying.
    pub async fn events(&self) -> Vec<String> {
        let events = self.read(innspill::store::audit::list_events).await;
        events.into_iter().map(|(event, _)| event).filter(|event| event != "staff.logged-in").collect()
    }

    /// The events that `deed` leaves.
    pub async fn events_of<T>(&self, deed: impl Future<Output = T>) -> Vec<String> {
        let before = self.events().await.len();
        deed.await;
        self.events().await.split_off(before)
    }

    /// How many statements the service runs for a page that must be there.
    pub async fn statements_for(&self, visitor: &Visitor, path: &str) -> u64 {
        let before = self.statements.load(Ordering::Relaxed);
        visitor.page(path).await;
        self.statements.load(Ordering::Relaxed) - before
    }

    /// Asks the database.
    pub async fn read<T, F>(&self, work: F) -> T
    where
        F: FnOnce(&mut Reading<'_>) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        self.store.read(work).await.unwrap()
    }

    /// Where letters are put.
    pub fn mail_folder(&self) -> PathBuf {
        self.folder.path().join("mail")
    }

    /// Lets the worker send what is due; returns every letter that has ever been sent, oldest first.
    pub async fn mail(&self) -> Vec<letters::Mail> {
        self.worker.send_due().await.unwrap();
        letters::in_folder(&self.mail_folder())
    }

    /// Where documents are kept.
    pub fn files_folder(&self) -> PathBuf {
        self.folder.path().join("files")
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if let Some((handle, thread)) = self.running.take() {
            // The order goes out with the call; there is no one left to wait for the answer.
            drop(handle.stop(false));
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the server panicked");
        }
    }
}

fn settings(folder: &TempDir, base: &str, changed: &[(&str, &str)]) -> Settings {
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut environment: HashMap<String, String> = [
        ("INNSPILL__SERVER__BASE_URL", base.to_owned()),
        ("INNSPILL__SERVER__WORKERS", "2".to_owned()),
        ("INNSPILL__SESSIONS__CITIZEN_IDLE_MINUTES", TEN_YEARS_IN_MINUTES.to_owned()),
        ("INNSPILL__SESSIONS__CITIZEN_MAX_MINUTES", TEN_YEARS_IN_MINUTES.to_owned()),
        ("INNSPILL__SESSIONS__STAFF_IDLE_MINUTES", TEN_YEARS_IN_MINUTES.to_owned()),
        ("INNSPILL__SESSIONS__STAFF_MAX_MINUTES", TEN_YEARS_IN_MINUTES.to_owned()),
        ("INNSPILL__STORAGE__FILES_FOLDER", path("files")),
        ("INNSPILL__LOGIN__PROVIDER", "test".to_owned()),
        ("INNSPILL__MAIL__TRANSPORT", "folder".to_owned()),
        ("INNSPILL__MAIL__FOLDER", path("mail")),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    environment.extend(changed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    load(&[], &environment).unwrap()
}
