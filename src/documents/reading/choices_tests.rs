//! Boxes that are ticked in forms of all kinds: well, badly, or not at all.

use super::recognise_tests::{edited, found, paragraphs, round, run, same, sheet_of, without_bookmarks};
use super::samples::{docx_with, read};
use super::{By, Filled, recognise};
use crate::documents::form::{docx, words};
use crate::documents::marks::{ChoiceMark, Mark};
use crate::domain::file::FileKind;
use crate::domain::language::Language;
use crate::domain::question::{Choice, FormVersion, Question, QuestionKind};

/// One of three, several of three, a line, and a text.
fn form() -> FormVersion {
    let option = |key: &str, label: &str| Choice { key: key.into(), label: same(label) };
    let plain = super::recognise_tests::form();
    let question = |number, kind, labels: &[(&str, &str)]| Question {
        number,
        theme: same(&format!("Tema {number}")),
        wording: same("Hva mener du?"),
        kind,
        options: labels.iter().map(|(key, label)| option(key, label)).collect(),
        ..plain.questions[0].clone()
    };
    let opinions = [("ja", "Ja"), ("nei", "Nei"), ("annet", "«Annet», kanskje")];
    FormVersion {
        questions: vec![
            question(1, QuestionKind::OneChoice, &opinions),
            question(2, QuestionKind::SeveralChoices, &opinions),
            question(3, QuestionKind::ShortText, &[]),
            question(4, QuestionKind::LongText, &[]),
        ],
        ..plain
    }
}

fn blank() -> Vec<u8> {
    docx(&sheet_of(&round(), &form(), Language::Nb)).unwrap()
}

fn filled(bytes: &[u8]) -> Filled {
    let (round, form) = (round(), form());
    let printed: Vec<String> =
        Language::ALL.iter().flat_map(|language| words(&sheet_of(&round, &form, *language))).collect();
    recognise(&read(bytes, FileKind::Docx).unwrap(), &form, &printed)
}

/// Puts `content` for the box of an option, in its control.
fn ticked(body: &str, question: i32, place: usize, content: &str) -> String {
    let tag = ChoiceMark { question, place }.tag();
    let (before, after) = body.split_once(&format!("w:val=\"{tag}\"")).unwrap();
    let (properties, rest) = after.split_once("☐").unwrap();
    format!("{before}w:val=\"{tag}\"{properties}{content}{rest}")
}

#[test]
fn what_is_ticked_is_found_by_its_key_and_an_untouched_form_is_there_empty() {
    let untouched = filled(&blank());
    assert_eq!(found(&untouched, Mark::Answer(1)), Some(("", By::Control)));
    assert_eq!((untouched.missing, untouched.unclear, untouched.leftover), (vec![], vec![], vec![]));
    let filled_in = filled(&edited(&blank(), |body| {
        let body = ticked(&ticked(&body, 1, 2, "☒"), 2, 3, "☒");
        ticked(&body, 2, 1, "X").replacen("Klikk her og skriv svaret", "Bergen\n vest", 1)
    }));
    assert_eq!(found(&filled_in, Mark::Answer(1)), Some(("nei", By::Control)));
    assert_eq!(found(&filled_in, Mark::Answer(2)), Some(("ja\nannet", By::Control)));
    assert_eq!(found(&filled_in, Mark::Answer(3)), Some(("Bergen vest", By::Control)));
    assert_eq!((filled_in.unclear, filled_in.leftover), (vec![], Vec::<String>::new()));
}

#[test]
fn without_controls_the_bookmarks_tell_and_without_those_the_words() {
    let bytes = edited(&blank(), |body| {
        let body = ticked(&ticked(&body, 1, 3, "☒"), 2, 2, "x");
        body.replace("w:tag ", "w:tagg ")
    });
    let by_bookmark = filled(&bytes);
    assert_eq!(found(&by_bookmark, Mark::Answer(1)), Some(("annet", By::Bookmark)));
    let by_words = filled(&edited(&bytes, |body| without_bookmarks(&body)));
    assert_eq!(found(&by_words, Mark::Answer(1)), Some(("annet", By::Heading)));
    assert_eq!(found(&by_words, Mark::Answer(2)), Some(("nei", By::Heading)));
    assert_eq!(by_words.leftover, Vec::<String>::new());
}

#[test]
fn nothing_is_guessed_at() {
    let two = filled(&edited(&blank(), |body| ticked(&ticked(&body, 1, 1, "☒"), 1, 2, "☒")));
    assert_eq!(two.unclear, [Mark::Answer(1)]);
    assert_eq!(found(&two, Mark::Answer(1)), None);
    assert_eq!(two.missing, []);
    let something_else = filled(&edited(&blank(), |body| ticked(&body, 2, 1, "?")));
    assert_eq!(something_else.unclear, [Mark::Answer(2)]);
    // The box says no, and in front of it stands a cross.
    let tag =
        format!("<w:bookmarkStart w:id=\"6\" w:name=\"{}\"", ChoiceMark { question: 1, place: 1 }.bookmark());
    let both = filled(&edited(&blank(), |body| {
        assert!(body.contains(&tag), "{body}");
        body.replace(&tag, &format!("{}{tag}", run("x ")))
    }));
    assert_eq!(both.unclear, [Mark::Answer(1)]);
}

#[test]
fn an_answer_that_is_only_the_word_of_an_option_is_still_an_answer() {
    let body = paragraphs(&[
        "Spørsmål 4: Tema 4",
        "Ja",
        "Spørsmål 2: Tema 2",
        "☒ Ja",
        "Nei",
        "☐ «Annet», kanskje",
        "Mest ja",
    ]);
    let filled = filled(&docx_with(&body, &[]));
    assert_eq!(found(&filled, Mark::Answer(4)), Some(("Ja", By::Heading)));
    assert_eq!(found(&filled, Mark::Answer(2)), Some(("ja", By::Heading)));
    assert!(filled.missing.contains(&Mark::Answer(1)));
    assert_eq!(filled.leftover, ["Mest ja"]);
}
