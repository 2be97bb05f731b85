//! Measures the pages that list rounds or count submissions, with many of both in one SQLite file: how often
//! each asks the database, and how long it takes. Run by `scripts/bench-rounds`.
//!
//! `rounds ROUNDS SUBMISSIONS`: the submissions are spread evenly over the rounds that have opened, but for
//! the first, which has a tenth of them all.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a measuring tool may stop where it stands"
)]

use innspill::actions::import_round::import_round;
use innspill::actions::import_submissions::import_submissions;
use innspill::config::load;
use innspill::domain::audit::Actor;
use innspill::domain::clock::Moment;
use innspill::domain::person::PersonHasher;
use innspill::exports::{import_file, round_file};
use innspill::files::Files;
use innspill::startup::{build_house, listen, system_clock};
use innspill::store::Store;
use innspill::store::sealing::FieldKeys;
use innspill::web::server::serve;
use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

const ROUND: &str = include_str!("../config/demo/handlingsplan-for-barnevernet.toml");
const KEY: &[u8] = b"a key for measuring, long enough to be one";
const DAY: i64 = 24 * 60 * 60;
const UNITS: [&str; 5] =
    ["Etat for barn og familie", "Bymiljøetaten", "Skoleetaten", "Kulturetaten", "Plan og bygg"];
/// How often each page is asked for; the median is told.
const TIMES: usize = 15;
/// How many submissions one change registers.
const AT_ONCE: usize = 2000;

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let mut number = || args.next().unwrap().parse().unwrap();
    let (rounds, submissions): (usize, usize) = (number(), number());
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("rounds.db");
    let statements = Arc::new(AtomicU64::new(0));
    let url = format!("sqlite://{}", database.display());
    let store = Store::open_counting(&url, statements.clone()).unwrap();
    let store = store.sealed_with(FieldKeys::new([("bench", [7; 32].as_slice())]).unwrap());
    store.migrate().unwrap();
    let slugs = fill(&store, folder.path(), rounds, submissions).await;
    let length = |ending: &str| {
        std::fs::metadata(format!("{}{ending}", database.display())).map_or(0, |file| file.len())
    };
    let size = length("") + length("-wal");
    println!("{rounds} rounds, {submissions} submissions, {} MB", size / 1_000_000);
    let base = start(store, folder.path());
    println!("{:<58} {:>10} {:>10}", "page", "statements", "median");
    let reader = log_in(&base).await;
    let visitor = reqwest::Client::new();
    let largest = format!("/saksbehandling/{}", slugs[0]);
    let progress = format!("{largest}/utvikling");
    let later = format!("/saksbehandling?side={}", rounds.div_ceil(25));
    for (client, path) in [
        (&visitor, "/"),
        (&visitor, "/?side=10"),
        (&visitor, "/?sok=barnevernet"),
        (&visitor, "/?sok=plan+99&status=avsluttet&aar=2026&enhet=Skoleetaten"),
        (&visitor, &format!("/horinger/{}", slugs[0])),
        (&reader, "/saksbehandling"),
        (&reader, &later),
        (&reader, "/saksbehandling?sok=plan&status=apen"),
        (&reader, &largest),
        (&reader, &format!("{largest}?side=100")),
        (&reader, &format!("{largest}/sporsmal/1")),
        (&reader, &format!("/saksbehandling/{}/utvikling", slugs[1])),
        (&reader, &progress),
    ] {
        measure(client, &base, path, &statements).await;
    }
}

/// Makes the rounds, over four years with the last ones still to come, and what was sent to them.
async fn fill(store: &Store, folder: &std::path::Path, rounds: usize, submissions: usize) -> Vec<String> {
    let (now, files) = (system_clock().now(), Files::in_folder(&folder.join("files")).unwrap());
    let mut opened = Vec::new();
    for number in 0..rounds {
        let mut file = round_file::read(ROUND).unwrap();
        file.documents.clear();
        file.slug = format!("runde-{number}");
        file.process = Some(format!("prosess-{}", number / 3));
        file.title.nb = format!("Plan {number}: {}", file.title.nb);
        file.case_number = format!("{}/{number}", 2023 + number % 4);
        file.unit.nb = UNITS[number % UNITS.len()].to_owned();
        let age = i64::try_from(number * 1460 / rounds.max(1)).unwrap() - 60;
        file.opens_at = now.plus_seconds(-age * DAY);
        file.closes_at = file.opens_at.plus_seconds(45 * DAY);
        file.announced_on = file.opens_at.in_norway().date();
        let read = |_: &str| Err(std::io::ErrorKind::NotFound.into());
        let round = import_round(store, &files, file, read, Actor::CommandLine, now).await.unwrap();
        if round.opens_at < now {
            opened.push(round);
        }
    }
    let largest = submissions / 10;
    let rest = opened.len().saturating_sub(1).max(1);
    let places: Vec<(usize, usize)> = (0..submissions)
        .map(|number| if number < largest { (0, number) } else { (1 + number % rest, number) })
        .collect();
    for part in places.chunks(AT_ONCE) {
        let entries = part.iter().map(|(place, number)| entry(&opened[*place % opened.len()], *number));
        let json = serde_json::Value::Array(entries.collect()).to_string();
        let hasher = PersonHasher::new(KEY).unwrap();
        import_submissions(store, hasher, import_file::read(&json), now).await.unwrap();
    }
    opened.into_iter().map(|round| round.slug).collect()
}

fn entry(round: &innspill::domain::consultation::Consultation, number: usize) -> serde_json::Value {
    let seconds = i64::try_from(number * 7919 % 3_000_000).unwrap();
    let received: Moment = round.opens_at.plus_seconds(seconds);
    let answers: serde_json::Map<String, serde_json::Value> = (1..=5)
        .filter(|question| !(number + question).is_multiple_of(4))
        .map(|question| {
            (question.to_string(), format!("Svar {question} fra nummer {number}: vi trenger mer tid.").into())
        })
        .collect();
    let channel = ["web", "web", "form-upload", "letter", "email"][number % 5];
    let language = ["nb", "nb", "nn"][number % 3];
    serde_json::json!({
        "key": format!("n{number}"), "consultation": round.slug,
        "channel": channel,
        "respondent": { "kind": "person", "name": format!("Innbygger {number}") },
        "language": language, "received": received.to_string(), "answers": answers,
    })
}

fn start(store: Store, folder: &std::path::Path) -> String {
    let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), "any free port").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let environment: HashMap<String, String> = [
        ("INNSPILL__SERVER__BASE_URL", base.clone()),
        ("INNSPILL__STORAGE__FILES_FOLDER", folder.join("files").display().to_string()),
        ("INNSPILL__LOGIN__PROVIDER", "test".to_owned()),
        ("INNSPILL__MAIL__TRANSPORT", "folder".to_owned()),
        ("INNSPILL__MAIL__FOLDER", folder.join("mail").display().to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into();
    let settings = load(&[], &environment).unwrap();
    let house = build_house(&settings, PersonHasher::new(KEY).unwrap(), store, system_clock()).unwrap();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            serve(house, listener, &settings.server, &settings.limits).unwrap().await.unwrap();
        });
    });
    base
}

/// A browser that has logged in as one who reads.
async fn log_in(base: &str) -> reqwest::Client {
    let browser = reqwest::Client::builder().cookie_store(true).build().unwrap();
    let page = browser.get(format!("{base}/logg-inn")).send().await.unwrap().text().await.unwrap();
    let token = page.split("name=\"skjemakode\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let fields = [("persona", "leser"), ("skjemakode", token)];
    browser.post(format!("{base}/logg-inn")).form(&fields).send().await.unwrap();
    browser
}

async fn measure(browser: &reqwest::Client, base: &str, path: &str, statements: &AtomicU64) {
    let (mut times, mut count) = (Vec::new(), 0);
    for _ in 0..TIMES {
        let (before, started) = (statements.load(Ordering::Relaxed), Instant::now());
        let answer = browser.get(format!("{base}{path}")).send().await.unwrap().error_for_status().unwrap();
        answer.bytes().await.unwrap();
        times.push(started.elapsed());
        // The last, for the first one also writes that it was read.
        count = statements.load(Ordering::Relaxed) - before;
    }
    times.sort();
    println!("{path:<58} {count:>10} {:>7.1} ms", times[TIMES / 2].as_secs_f64() * 1000.0);
}
