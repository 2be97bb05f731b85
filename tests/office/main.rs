//! What people open in an office program, opened by a real one: LibreOffice without a screen; and forms
//! filled in by other programs than ours. The fast tests leave these out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking, and its name is its documentation"
)]

mod choices;
mod forms;
#[path = "../house/mod.rs"]
mod house;
mod round_trips;
mod whole_way;

use house::case::{ROUNDS, import_rounds, submissions_path};
use house::{House, Outcome, python};
use std::process::Command;

/// Says that the machine has no LibreOffice and that its owner knows.
const SKIP: &str = "INNSPILL_SKIP_OFFICE";

/// Semicolon, quotation mark, UTF-8, from the first line; and what looks like a formula becomes
/// one (the last), as in a spreadsheet whose user clicks yes to everything.
const OPENED_AS: &str = "--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,-1,true";

/// A file that must be seen to run formulas, so that finding none means something.
const CONTROL: &str =
    "\u{feff}a;b\r\n=1+1;+47\r\n\"=HYPERLINK(\"\"https://example.org\"\";\"\"x\"\")\";ja\r\n";

#[test]
fn libreoffice_opens_the_excel_dialect_whole_with_no_formula_and_no_garbled_letter() {
    if is_skipped("LibreOffice opening an export") {
        return;
    }
    let house = House::empty_on_sqlite();
    house.does(&["migrate"]);
    import_rounds(&house);
    house.does(&["import", &submissions_path()]);
    for slug in ROUNDS {
        house.does(&["export", slug, "--out", &format!("{slug}.csv")]);
    }
    house.put("control.csv", CONTROL);
    open_all(&house);
    let path = |name: &str| house.path(name).to_str().unwrap().to_owned();
    let check = |slug: &str| {
        let (csv, sheet) = (path(&format!("{slug}.csv")), path(&format!("{slug}.fods")));
        python("tests/office/sheet.py", &[&csv, &sheet])
    };
    assert_eq!(check("control").matches("a formula").count(), 3, "formulas can be seen at all");
    for slug in ROUNDS {
        assert_eq!(check(slug), "", "{slug}");
    }
}

/// Whether the machine's owner does not want these tests; then it says loudly what is not tested.
fn is_skipped(what: &str) -> bool {
    #[expect(clippy::disallowed_methods, reason = "says whether the machine's owner wants this test")]
    let is_skipped = std::env::var(SKIP).is_ok_and(|value| value == "1");
    if is_skipped {
        eprintln!("\n  NOT TESTED: {what}, because {SKIP}=1\n");
    }
    is_skipped
}

/// Opens every CSV file of the folder in LibreOffice, and saves what it holds then.
fn open_all(house: &House) {
    let mut args = vec!["--convert-to", "fods", OPENED_AS, "control.csv"];
    let files = ROUNDS.map(|slug| format!("{slug}.csv"));
    args.extend(files.iter().map(String::as_str));
    office(house, &args);
}

/// Runs LibreOffice in the house's folder, with a profile of its own.
fn office(house: &House, args: &[&str]) {
    let profile = format!("-env:UserInstallation=file://{}", house.path("profile").display());
    let mut office = Command::new("soffice");
    office.current_dir(house.path("")).env("HOME", house.path("")).args(["--headless", &profile]).args(args);
    let outcome = office.output();
    let outcome = outcome.unwrap_or_else(|_| panic!("LibreOffice is needed (or set {SKIP}=1)"));
    let Outcome { success, out, err } = outcome.into();
    assert!(success && !err.contains("could not be loaded"), "{out}{err}");
}
