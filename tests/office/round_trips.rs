//! Forms that go home and come back: made by us, filled in by others, and read again.

use super::house::case::{round_path, submissions};
use super::house::{House, Outcome, project_file};
use innspill::documents::form::{FormSheet, TICKED, docx, words};
use innspill::documents::marks::Mark;
use innspill::documents::reading::{Bounds, By, Filled, read_document, recognise};
use innspill::domain::consultation::Consultation;
use innspill::domain::file::FileKind;
use innspill::domain::ids::{ConsultationId, FormVersionId, QuestionId};
use innspill::domain::language::Language;
use innspill::domain::question::{FormVersion, Question};
use innspill::domain::text::as_kept;
use innspill::exports::round_file;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::process::Command;

/// A submission of the case that came as a form.
pub struct Case {
    pub key: String,
    pub language: Language,
    pub fields: BTreeMap<Mark, String>,
}

/// The round of the case and what it asks.
fn round() -> (Consultation, FormVersion) {
    round_in(&fs::read_to_string(round_path("handlingsplan-for-barnevernet")).unwrap())
}

/// The round of a file and what it asks.
pub fn round_in(text: &str) -> (Consultation, FormVersion) {
    let file = round_file::read(text).unwrap();
    let questions = file.questions.into_iter().zip(1..).map(|(entry, number)| Question {
        id: QuestionId::new(),
        origin: QuestionId::new(),
        number,
        theme: entry.theme,
        wording: entry.wording,
        help: entry.help,
        max_chars: entry.max_chars,
        kind: entry.kind,
        is_required: entry.is_required,
        options: entry.options,
    });
    let form =
        FormVersion { id: FormVersionId::new(), number: 1, note: None, questions: questions.collect() };
    let round = Consultation {
        id: ConsultationId::new(),
        slug: file.slug,
        process: file.process,
        case_number: file.case_number,
        unit: file.unit,
        contact: file.contact,
        title: file.title,
        lede: file.lede,
        body: file.body,
        next_steps: file.next_steps,
        announced_on: file.announced_on,
        opens_at: file.opens_at,
        closes_at: file.closes_at,
        late_counts: file.late_counts,
        who_may_answer: file.who_may_answer,
        who_may_answer_why: file.who_may_answer_why,
        published_at: Some(file.opens_at),
        language_missing_why: None,
        previous_id: None,
        concluded_at: None,
        archived_at: None,
        created_at: file.opens_at,
    };
    (round, form)
}

pub fn sheet<'a>(round: &'a Consultation, form: &'a FormVersion, language: Language) -> FormSheet<'a> {
    let (municipality, url) = ("Bergen kommune", "https://innspill.example.org/horinger/plan");
    FormSheet { round, form, language, municipality, address: None, url }
}

pub fn cases() -> Vec<Case> {
    let all = submissions();
    let uploaded = all.iter().filter(|submission| submission["channel"] == "form-upload");
    let cases: Vec<Case> = uploaded.map(case).collect();
    assert_eq!(cases.len(), 6);
    cases
}

fn case(submission: &Value) -> Case {
    let respondent = &submission["respondent"];
    let mut fields = BTreeMap::new();
    for (mark, name) in [
        (Mark::Name, "name"),
        (Mark::Organisation, "organisation"),
        (Mark::OrgNumber, "org_number"),
        (Mark::Email, "email"),
    ] {
        if let Some(text) = respondent[name].as_str() {
            fields.insert(mark, text.to_owned());
        }
    }
    for (number, answer) in submission["answers"].as_object().unwrap() {
        fields.insert(Mark::Answer(number.parse().unwrap()), answer.as_str().unwrap().to_owned());
    }
    let language = Language::from_tag(submission["language"].as_str().unwrap()).unwrap();
    let key = submission["key"].as_str().unwrap().to_owned();
    // One of them also ticks the box, so that it is tried.
    if key == "s30" {
        fields.insert(Mark::NoComment, TICKED.to_string());
    }
    Case { key, language, fields }
}

/// Makes an empty form for each case, and the list of what is to be written in it.
fn put_forms(house: &House, name: impl Fn(Mark) -> String) -> (Consultation, FormVersion, String) {
    let (round, form) = round();
    let mut jobs = Vec::new();
    for case in cases() {
        let bytes = docx(&sheet(&round, &form, case.language)).unwrap();
        let blank = house.put(&format!("{}-blank.docx", case.key), bytes);
        let fields: Map<String, Value> =
            case.fields.iter().map(|(mark, text)| (name(*mark), json!(text))).collect();
        let out = house.path(&case.key).to_str().unwrap().to_owned();
        jobs.push(json!({ "form": blank, "out": out, "fields": fields }));
    }
    let jobs = house.put("jobs.json", Value::from(jobs).to_string());
    (round, form, jobs)
}

pub fn read(house: &House, name: &str, round: &Consultation, form: &FormVersion) -> Filled {
    let kind = if name.ends_with(".odt") { FileKind::Odt } else { FileKind::Docx };
    let file = File::open(house.path(name)).unwrap();
    let sheet_read = read_document(file, kind, Bounds::default(), || false).unwrap();
    let printed: Vec<String> =
        Language::ALL.iter().flat_map(|language| words(&sheet(round, form, *language))).collect();
    recognise(&sheet_read, form, &printed)
}

/// Holds a form against what was written in it, and says by what its fields were found.
fn check(house: &House, name: &str, case: &Case, round: &Consultation, form: &FormVersion) -> Vec<By> {
    let filled = read(house, name, round, form);
    let identity = filled.identity.unwrap_or_else(|| panic!("{name}: no identity"));
    assert_eq!((identity.round, identity.version, identity.language), (round.id, 1, case.language), "{name}");
    assert_eq!(filled.missing, [], "{name}");
    for (mark, found) in &filled.found {
        let written = case.fields.get(mark).map(|text| as_kept(text)).unwrap_or_default();
        assert_eq!(found.text, written, "{name}: {mark:?} by {:?}", found.by);
    }
    assert_eq!(filled.leftover, Vec::<String>::new(), "{name}");
    filled.found.values().map(|found| found.by).collect()
}

#[test]
fn forms_filled_in_by_another_program_come_back_as_they_were_written() {
    let house = House::empty_on_sqlite();
    let (round, form, jobs) = put_forms(&house, Mark::tag);
    run(&PYTHON_DOCX, "docx", "tests/office/fill.py", &[&jobs]);
    for case in cases() {
        let found = check(&house, &case.key, &case, &round, &form);
        assert!(found.iter().all(|by| *by == By::Control), "{}: {found:?}", case.key);
    }
}

#[test]
fn forms_filled_in_with_libreoffice_come_back_as_they_were_written() {
    if super::is_skipped("LibreOffice filling in forms") {
        return;
    }
    let house = House::empty_on_sqlite();
    let (round, form, jobs) = put_forms(&house, Mark::bookmark);
    let profile = house.path("profile").to_str().unwrap().to_owned();
    run(&["python3", "/usr/bin/python3"], "uno", "tests/office/type.py", &[&jobs, &profile]);
    for case in cases() {
        for ending in ["docx", "odt"] {
            check(&house, &format!("{}.{ending}", case.key), &case, &round, &form);
        }
    }
}

#[test]
fn forms_that_another_program_filled_in_survive_libreoffice() {
    if super::is_skipped("LibreOffice saving forms that are filled in") {
        return;
    }
    let house = House::empty_on_sqlite();
    let (round, form, jobs) = put_forms(&house, Mark::tag);
    run(&PYTHON_DOCX, "docx", "tests/office/fill.py", &[&jobs]);
    let profile = format!("-env:UserInstallation=file://{}", house.path("profile").display());
    for (ending, filter) in [("odt", "odt:writer8"), ("docx", "docx:MS Word 2007 XML")] {
        let mut office = Command::new("soffice");
        office.current_dir(house.path("")).env("HOME", house.path(""));
        office.args(["--headless", &profile, "--convert-to", filter, "--outdir", ending]);
        office.args(cases().iter().map(|case| case.key.clone()));
        let Outcome { success, out, err } = office.output().unwrap().into();
        assert!(success, "{out}{err}");
        for case in cases() {
            check(&house, &format!("{ending}/{}.{ending}", case.key), &case, &round, &form);
        }
    }
}

/// Where the Python with python-docx may be.
pub const PYTHON_DOCX: [&str; 2] = ["tests/office/site/bin/python", "python3"];

/// Runs a script with the first of the Pythons that knows a module.
pub fn run(pythons: &[&str], module: &str, script: &str, args: &[&str]) {
    let knows = |python: &&&str| {
        let asked = Command::new(python).args(["-c", &format!("import {module}")]).output();
        asked.is_ok_and(|output| output.status.success())
    };
    let python = pythons.iter().find(knows);
    let python =
        python.unwrap_or_else(|| panic!("Python's module {module} is missing; scripts/test installs it"));
    let output = Command::new(python)
        .env("PYTHONUTF8", "1")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg(project_file(script))
        .args(args)
        .output();
    let Outcome { success, out, err } = output.unwrap().into();
    assert!(success, "{script}:\n{out}{err}");
}
