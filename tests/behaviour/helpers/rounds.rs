//! Rounds, made from the demo's file with the dates that a test chooses.

use innspill::domain::clock::Moment;
use innspill::domain::deadline::{end_of_day, start_of_day};
use innspill::exports::round_file::{self, DocumentSource, RoundFile};
use jiff::civil::Date;

/// The round that most tests are about.
pub const PLAN: &str = "handlingsplan-for-barnevernet";
/// The picture of the plan's round.
pub const PICTURE: &[u8] = include_bytes!("../../../config/demo/documents/utekontakten.jpg");
/// How the documents of all rounds begin; then comes their path.
pub const PAPER: &str = "%PDF-1.7 ";

const PLAN_FILE: &str = include_str!("../../../config/demo/handlingsplan-for-barnevernet.toml");
const STRATEGY_FILE: &str = include_str!("../../../config/demo/strategi-for-oppvekst.toml");
const SIBLING_FILE: &str = include_str!("../../../config/demo/se-meg-hor-oss.toml");

/// The plan's round: open from 1 to 30 June 2026, both days included.
pub fn plan() -> RoundFile {
    dated(read(PLAN_FILE), "2026-06-01", "2026-06-30")
}

/// The three rounds of the case.
pub fn case() -> Vec<RoundFile> {
    [PLAN_FILE, SIBLING_FILE, STRATEGY_FILE].map(read).into()
}

/// A round that asks in every way, a question of each kind: open as the plan's is.
pub fn every_kind() -> RoundFile {
    dated(read(include_str!("../../data/every-kind.toml")), "2026-06-01", "2026-06-30")
}

/// A round of the same process with another slug and title.
pub fn sibling(slug: &str, title: &str, opens_on: &str, closes_on: &str) -> RoundFile {
    let mut file = dated(read(SIBLING_FILE), opens_on, closes_on);
    file.slug = slug.to_owned();
    file.title.nb = title.to_owned();
    file.title.nn = None;
    file.title.en = None;
    file
}

/// The same round, open from the start of one day to the end of another, Norwegian time.
pub fn dated(file: RoundFile, opens_on: &str, closes_on: &str) -> RoundFile {
    let (opens_on, closes_on): (Date, Date) = (opens_on.parse().unwrap(), closes_on.parse().unwrap());
    RoundFile {
        announced_on: opens_on,
        opens_at: start_of_day(opens_on),
        closes_at: end_of_day(closes_on),
        ..file
    }
}

fn read(text: &str) -> RoundFile {
    let mut file = round_file::read(text).unwrap();
    // The papers need not be typeset to be served.
    for paper in &mut file.documents {
        if let DocumentSource::Markdown(path) = &paper.source {
            paper.source = DocumentSource::File(path.clone());
        }
    }
    file
}

/// The bytes of a paper, or of the one picture.
pub fn bytes_of(path: &str) -> Vec<u8> {
    if path.ends_with(".jpg") { PICTURE.to_vec() } else { pdf(path) }
}

/// A file that passes for a PDF, and says `text`.
pub fn pdf(text: &str) -> Vec<u8> {
    format!("{PAPER}{text}\n%%EOF\n").into_bytes()
}

/// A moment, written with its offset.
pub fn at(text: &str) -> Moment {
    text.parse().unwrap()
}
