//! What the PDF of a form must hold, read back from its bytes by another library.

use super::docx_tests::{form, round, sheet};
use super::pdf;
use crate::documents::pdf_tests::{pages, tags, words};
use crate::domain::consultation::Consultation;
use crate::domain::language::{Language, Localized};
use crate::domain::question::{FormVersion, Question, QuestionKind};
use crate::text::agreement::agreement_scale;
use lopdf::{Document, Object};

fn made(round: &Consultation, form: &FormVersion, language: Language) -> Document {
    Document::load_mem(&pdf(&sheet(round, form, language)).unwrap()).unwrap()
}

/// As many questions, each with a help of so many words.
fn asking(questions: i32, words_of_help: usize) -> FormVersion {
    let question = |number| Question {
        number,
        theme: Localized { nb: format!("Tema {number}"), ..Localized::default() },
        help: Localized { nb: "hjelp ".repeat(words_of_help), ..Localized::default() },
        ..form().questions[0].clone()
    };
    FormVersion { questions: (1..=questions).map(question).collect(), ..form() }
}

#[test]
fn it_says_what_is_asked_in_the_order_that_it_is_filled_in() {
    let text = words(&made(&round(), &form(), Language::Nb));
    let mut from = 0;
    for said in [
        "Bergen kommune · Etat for barn & familie",
        "Innspillskjema: Plan <for> «barn» & unge",
        "Frist: til og med 30. juni 2026",
        "byrådssak 1016/23",
        "Slik svarer du",
        "Postboks 1, 5020 Bergen",
        "Innspillet ditt er offentlig",
        "Ikke skriv om enkeltbarn",
        "Navnet ditt",
        "E-postadressen din",
        "☐ Jeg har lest",
        "Spørsmål 1: Utfordringer",
        "Hva mangler? Skriv det her.",
        "Svar kort.",
        "Spørsmål 2: Tiltak",
    ] {
        let found = text[from..].find(said).unwrap_or_else(|| panic!("{said} after {from} in {text}"));
        from += found + said.len();
    }
}

#[test]
fn headings_and_links_are_tagged() {
    let tags = tags(&made(&round(), &form(), Language::En));
    let headings: Vec<_> = tags.iter().filter(|tag| tag.starts_with('H')).map(String::as_str).collect();
    assert_eq!(headings, ["H1", "H2", "H2", "H2", "H2", "H2", "H2"]);
    assert!(tags.iter().filter(|tag| *tag == "Link").count() >= 3, "{tags:?}");
}

#[test]
fn a_text_in_another_language_is_marked() {
    let languages = |language| {
        let document = made(&round(), &form(), language);
        let marked = document.objects.values().filter_map(|object| match object {
            Object::Dictionary(element) => element.get(b"Lang").and_then(Object::as_str).ok(),
            _ => None,
        });
        let mut found: Vec<String> = marked.map(|tag| String::from_utf8_lossy(tag).into_owned()).collect();
        found.sort();
        found.dedup();
        found
    };
    assert_eq!(languages(Language::En), ["en-GB", "nb-NO"]);
    assert_eq!(languages(Language::Nb), ["nb-NO"]);
}

#[test]
fn two_questions_fill_a_page_and_the_last_one_leaves_room_for_more() {
    for (questions, with_more) in [(2, false), (5, true)] {
        let document = made(&round(), &asking(questions, 25), Language::Nb);
        let pages = pages(&document);
        let answering = &pages[1..];
        assert_eq!(answering.len(), usize::try_from((questions + 1) / 2).unwrap());
        for (lines, text) in answering {
            assert!((16..=26).contains(lines), "{lines} lines: {text}");
        }
        assert_eq!(words(&document).contains("Mer plass"), with_more);
    }
}

#[test]
fn a_long_question_still_leaves_lines_on_its_own_page() {
    let document = made(&round(), &asking(2, 250), Language::Nb);
    let pages = pages(&document);
    for number in 1..=2 {
        let page = pages.iter().find(|(_, text)| text.contains(&format!("Tema {number}"))).unwrap();
        assert!(page.0 >= 6, "{} lines", page.0);
    }
}

#[test]
fn the_same_form_is_the_same_file() {
    let (round, form) = (round(), form());
    let sheet = sheet(&round, &form, Language::Nn);
    assert_eq!(pdf(&sheet).unwrap(), pdf(&sheet).unwrap());
}

#[test]
fn what_is_chosen_has_boxes_and_what_is_short_a_line() {
    let plain = form().questions[0].clone();
    let scale = Question {
        kind: QuestionKind::Agreement,
        options: agreement_scale(),
        is_required: true,
        ..plain.clone()
    };
    let several = Question { number: 2, kind: QuestionKind::SeveralChoices, ..scale.clone() };
    let short = Question { number: 3, kind: QuestionKind::ShortText, ..plain };
    let form = FormVersion { questions: vec![scale, several, short], ..form() };
    let made = made(&round(), &form, Language::Nb);
    let text = words(&made);
    for said in ["Må besvares. Sett ett kryss.", "☐ Helt uenig", "☐ Helt enig", "Sett ett eller flere kryss."]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("Mer plass"), "{text}");
    assert_eq!(made.get_pages().len(), 2, "{text}");
}
