//! Boxes that are ticked by other programs, and come through LibreOffice.

use super::house::{House, project_file};
use super::round_trips::{PYTHON_DOCX, read, round_in, run, sheet};
use super::{is_skipped, office};
use innspill::documents::form::docx;
use innspill::documents::marks::{ChoiceMark, Mark};
use innspill::domain::consultation::Consultation;
use innspill::domain::language::Language;
use innspill::domain::question::FormVersion;
use serde_json::json;
use std::fs;

fn round() -> (Consultation, FormVersion) {
    round_in(&fs::read_to_string(project_file("tests/data/every-kind.toml")).unwrap())
}

fn choice(question: i32, place: usize) -> ChoiceMark {
    ChoiceMark { question, place }
}

/// Fails unless the form holds what was ticked and written in it, and nothing else.
fn check(house: &House, name: &str, (round, form): &(Consultation, FormVersion)) {
    let filled = read(house, name, round, form);
    let answer = |number| filled.found.get(&Mark::Answer(number)).map(|found| found.text.as_str());
    assert_eq!(answer(2), Some("Åsane"), "{name}");
    assert_eq!(answer(3), Some("aasen"), "{name}");
    assert_eq!(answer(4), Some("jobb\nvarer"), "{name}");
    assert_eq!(answer(5), Some(""), "{name}");
    assert_eq!((&filled.missing, &filled.unclear), (&vec![], &vec![]), "{name}");
    assert_eq!(filled.leftover, Vec::<String>::new(), "{name}");
}

#[test]
fn boxes_ticked_by_another_program_are_read_also_after_libreoffice_has_saved_them() {
    if is_skipped("LibreOffice saving forms with boxes that are ticked") {
        return;
    }
    let (house, asked) = (House::empty_on_sqlite(), round());
    let blank = house.put("blank.docx", docx(&sheet(&asked.0, &asked.1, Language::Nn)).unwrap());
    let ticked = [choice(3, 2), choice(4, 1), choice(4, 3)].map(|mark| (mark.tag(), json!("☒")));
    let mut fields: serde_json::Map<_, _> = ticked.into_iter().collect();
    fields.insert(Mark::Answer(2).tag(), json!("Åsane"));
    let out = house.path("ticked").to_str().unwrap().to_owned();
    let jobs = house.put("jobs.json", json!([{ "form": blank, "out": out, "fields": fields }]).to_string());
    run(&PYTHON_DOCX, "docx", "tests/office/fill.py", &[&jobs]);
    check(&house, "ticked", &asked);
    for (ending, filter) in [("odt", "odt:writer8"), ("docx", "docx:MS Word 2007 XML")] {
        office(&house, &["--convert-to", filter, "--outdir", ending, "ticked"]);
        check(&house, &format!("{ending}/ticked.{ending}"), &asked);
    }
}

#[test]
fn boxes_ticked_in_libreoffice_are_read() {
    if is_skipped("LibreOffice ticking boxes") {
        return;
    }
    let (house, asked) = (House::empty_on_sqlite(), round());
    let blank = house.put("blank.docx", docx(&sheet(&asked.0, &asked.1, Language::Nb)).unwrap());
    let ticked = [choice(3, 2), choice(4, 1), choice(4, 3)].map(|mark| (mark.bookmark(), json!("☒")));
    let mut fields: serde_json::Map<_, _> = ticked.into_iter().collect();
    fields.insert(Mark::Answer(2).bookmark(), json!("Åsane"));
    let out = house.path("ticked").to_str().unwrap().to_owned();
    let jobs = house.put("jobs.json", json!([{ "form": blank, "out": out, "fields": fields }]).to_string());
    let profile = house.path("profile").to_str().unwrap().to_owned();
    run(&["python3", "/usr/bin/python3"], "uno", "tests/office/type.py", &[&jobs, &profile]);
    for ending in ["docx", "odt"] {
        check(&house, &format!("ticked.{ending}"), &asked);
    }
}
