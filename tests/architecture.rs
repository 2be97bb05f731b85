//! The laws of the house (ARCHITECTURE.md), each with a deliberate violation that it must find.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "architecture/deeds.rs"]
mod deeds;
#[path = "architecture/floors.rs"]
mod floors;
#[path = "architecture/homes.rs"]
mod homes;
#[path = "architecture/scan.rs"]
mod scan;
#[path = "architecture/sizes.rs"]
mod sizes;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/words.rs"]
mod words;

use source::Source;

/// One law: all that breaks it in a file.
type Law = fn(&Source) -> Vec<String>;

#[track_caller]
fn keeps(law: Law, files: &[Source]) {
    assert!(files.len() > 50, "only {} files were found", files.len());
    let broken: Vec<String> = files.iter().flat_map(law).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// What `law` says of a file at `path` that reads `text`.
fn said(law: Law, path: &str, text: &str) -> Vec<String> {
    law(&Source::new(path, text))
}

#[track_caller]
fn breaks(law: Law, path: &str, text: &str) {
    assert_eq!(said(law, path, text).len(), 1, "{path}: {text}: {:?}", said(law, path, text));
}

#[track_caller]
fn allows(law: Law, path: &str, text: &str) {
    assert_eq!(said(law, path, text), Vec::<String>::new(), "{path}: {text}");
}

#[test]
fn imports_point_down() {
    keeps(floors::imports_point_down, &source::of_the_house());
}

#[test]
fn no_room_is_a_drawer_for_everything() {
    keeps(floors::rooms_have_names, &source::of_the_house());
}

#[test]
fn every_library_stays_at_home() {
    keeps(homes::libraries_stay_at_home, &source::of_the_house());
}

#[test]
fn one_file_knows_that_there_are_two_databases() {
    keeps(homes::one_file_knows_the_databases, &source::of_the_house());
}

#[test]
fn unescaped_markup_comes_from_one_file() {
    keeps(homes::markup_is_escaped, &source::of_the_house());
}

#[test]
fn changes_go_through_actions() {
    keeps(deeds::changes_go_through_actions, &source::of_the_house());
}

#[test]
fn whoever_writes_holds_a_key() {
    keeps(deeds::writers_hold_a_key, &source::of_the_house());
}

#[test]
fn time_is_an_argument() {
    keeps(deeds::time_is_an_argument, &source::of_the_house());
}

#[test]
fn only_the_roof_asks_the_environment() {
    keeps(deeds::only_the_roof_asks_the_environment, &source::of_the_house());
}

#[test]
fn files_and_functions_stay_small_and_say_what_they_are() {
    keeps(sizes::stays_small, &source::of_everything());
}

#[test]
fn no_sentence_stands_in_a_view() {
    keeps(words::no_sentence_in_a_view, &source::of_the_house());
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |database: &str| {
        let folder = source::root().join("migrations").join(database);
        source::files_below(&folder).iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let (sqlite, postgres) = (names("sqlite"), names("postgres"));
    assert!(!sqlite.is_empty());
    assert_eq!(sqlite, postgres);
}
