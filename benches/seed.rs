//! Fills a database for `scripts/bench`: citizens with a draft ready to send, or submissions
//! that have been received.
//!
//! `seed drafts N` prints one line for each citizen: session token, draft id and the token
//! that the forms of that session carry.
//! `seed submissions N` registers N submissions with five answers each.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a measuring tool may stop where it stands"
)]

use innspill::actions::import_round::import_round;
use innspill::actions::import_submissions::import_submissions;
use innspill::actions::save_draft::{Save, save_draft};
use innspill::actions::sign_in::sign_in;
use innspill::config::field_keys;
use innspill::domain::audit::Actor;
use innspill::domain::clock::Moment;
use innspill::domain::consultation::Consultation;
use innspill::domain::draft::{DraftContent, DraftPlace};
use innspill::domain::ids::DraftId;
use innspill::domain::person::PersonHasher;
use innspill::domain::session::{Limit, SessionLimits};
use innspill::exports::{import_file, round_file};
use innspill::files::Files;
use innspill::identity::test_login;
use innspill::startup::sealing_keys;
use innspill::store::Store;
use innspill::web::form_tokens::session_token;

const DAY: Limit = Limit { idle_minutes: 24 * 60, max_minutes: 24 * 60 };
const LIMITS: SessionLimits = SessionLimits { citizen: DAY, staff: DAY };
const ROUND: &str = include_str!("../config/demo/handlingsplan-for-barnevernet.toml");
const DAY_SECONDS: i64 = 24 * 60 * 60;
/// How many citizens type at once, so that their saves share commits.
const AT_ONCE: usize = 256;

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let (what, count) = (args.next().unwrap(), args.next().unwrap().parse().unwrap());
    let keys = field_keys(&std::env::vars().collect()).unwrap();
    let store = Store::open(&std::env::var("DATABASE_URL").unwrap()).unwrap();
    let store = store.sealed_with(sealing_keys(&keys).unwrap());
    let hasher = PersonHasher::new(std::env::var("INNSPILL_PERSON_KEY").unwrap().as_bytes()).unwrap();
    let now = Moment::new(jiff::Timestamp::now());
    let round = open_round(&store, now).await;
    match what.as_str() {
        "drafts" => drafts(&store, &hasher, &round, count, now).await,
        "submissions" => submissions(&store, hasher, &round, count, now).await,
        other => panic!("{other}: drafts or submissions"),
    }
}

/// The round of the demo, without its documents, open around `now`.
async fn open_round(store: &Store, now: Moment) -> Consultation {
    let mut file = round_file::read(ROUND).unwrap();
    file.documents.clear();
    file.opens_at = now.plus_seconds(-DAY_SECONDS);
    file.closes_at = now.plus_seconds(30 * DAY_SECONDS);
    let folder = tempfile::tempdir().unwrap();
    let files = Files::in_folder(folder.path()).unwrap();
    let read = |_: &str| Err(std::io::ErrorKind::NotFound.into());
    import_round(store, &files, file, read, Actor::CommandLine, now).await.unwrap()
}

/// About 225 characters, another text for each citizen and question.
fn answer(citizen: usize, question: i32) -> String {
    format!(
        "Svar nummer {question} fra innbygger {citizen}: Vi trenger en fast kontaktperson, veiledning på kveldstid \
         og et brev som er til å forstå. Når noen slutter, må den neste få vite hva barnet har sagt, slik at det \
         slipper å fortelle alt om igjen."
    )
}

async fn drafts(store: &Store, hasher: &PersonHasher, round: &Consultation, count: usize, now: Moment) {
    let citizens: Vec<usize> = (0..count).collect();
    for chunk in citizens.chunks(AT_ONCE) {
        let typed = chunk.iter().map(|citizen| draft(store, hasher, round, *citizen, now));
        for line in futures_util::future::join_all(typed).await {
            println!("{line}");
        }
    }
}

async fn draft(
    store: &Store,
    hasher: &PersonHasher,
    round: &Consultation,
    citizen: usize,
    now: Moment,
) -> String {
    let who = test_login::sign_in(&format!("citizen-{citizen}"), "nb").unwrap();
    let person = hasher.of_identity(round.id, &who.identity).swap_remove(0);
    let token = sign_in(store, who, None, LIMITS, now).await.unwrap();
    let content = DraftContent {
        role: "self".to_owned(),
        name: format!("Innbygger {citizen}"),
        email: format!("innbygger-{citizen}@example.org"),
        language: "nb".to_owned(),
        answers: (1..=5).map(|question| (question, answer(citizen, question))).collect(),
        ..DraftContent::default()
    };
    let save = Save {
        draft_id: DraftId::new(),
        known_version: 0,
        consultation_id: round.id,
        person,
        place: DraftPlace::New,
        content,
        begun_at: now,
    };
    let draft = save_draft(store, save, now).await.unwrap_or_else(|_| panic!("the draft was not saved"));
    format!("{token} {} {}", draft.id, session_token(hasher, &token))
}

async fn submissions(store: &Store, hasher: PersonHasher, round: &Consultation, count: usize, now: Moment) {
    let entry = |citizen: usize| {
        let answers: serde_json::Map<String, serde_json::Value> =
            (1..=5).map(|question| (question.to_string(), answer(citizen, question).into())).collect();
        serde_json::json!({
            "key": format!("b{citizen}"), "consultation": round.slug, "channel": "web",
            "respondent": { "kind": "person", "name": format!("Innbygger {citizen}") },
            "language": "nb", "received": now.to_string(), "answers": answers,
        })
    };
    let json = serde_json::Value::Array((0..count).map(entry).collect()).to_string();
    import_submissions(store, hasher, import_file::read(&json), now).await.unwrap();
}
