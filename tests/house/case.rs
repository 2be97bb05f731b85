//! The Bergen case: the three rounds and the 44 submissions, put in as an administrator would;
//! and small rounds for whoever needs less.

use super::{House, project_file};
use serde_json::Value;
use std::fs;

/// The rounds of the case, by slug; their files stand in `config/demo`.
pub const ROUNDS: [&str; 3] = ["handlingsplan-for-barnevernet", "se-meg-hor-oss", "strategi-for-oppvekst"];

/// The file of a round of the case.
pub fn round_path(slug: &str) -> String {
    project_file(&format!("config/demo/{slug}.toml")).to_str().unwrap().to_owned()
}

/// The file of the submissions.
pub fn submissions_path() -> String {
    project_file("tests/data/submissions.json").to_str().unwrap().to_owned()
}

/// The submissions.
pub fn submissions() -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(submissions_path()).unwrap()).unwrap()
}

/// Puts the three rounds in, with their real dates.
pub fn import_rounds(house: &House) {
    for slug in ROUNDS {
        house.does(&["round", "import", &round_path(slug)]);
    }
}

/// A round of two questions without documents, open from one day to another.
pub fn small_round(slug: &str, opens_on: &str, closes_on: &str) -> String {
    let both = |name: &str, text: &str| format!("[{name}]\nnb = \"{text}\"\nnn = \"{text}\"\n");
    let question = |theme: &str| {
        format!(
            "[[questions]]\ntheme.nb = \"{theme}\"\ntheme.nn = \"{theme}\"\n\
             question.nb = \"Hva mener du?\"\nquestion.nn = \"Kva meiner du?\"\n"
        )
    };
    [
        format!(
            "slug = \"{slug}\"\npublished = true\ncase_number = \"1/26\"\nannounced_on = {opens_on}\n\
             opens_on = {opens_on}\ncloses_on = {closes_on}\nlate_counts = false\n"
        ),
        "[contact]\nname = \"Kari\"\nemail = \"kari@example.org\"\n".to_owned(),
        both("unit", "Etaten"),
        both("title", "En plan"),
        both("lede", "Kort"),
        both("body", "Lengre"),
        both("after", "Etterpå"),
        question("Hjelp"),
        question("Samarbeid"),
    ]
    .concat()
}

/// Puts a small round in that is open now and for long.
pub fn import_open_round(house: &House, slug: &str) {
    let path = house.put(&format!("{slug}.toml"), small_round(slug, "2023-06-01", "2099-12-31"));
    house.does(&["round", "import", &path]);
}
