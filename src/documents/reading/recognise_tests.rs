//! Fields that are found in forms of all kinds: filled in well, badly, or not at all.

use super::samples::{archive, docx_with, parts, read};
use super::{By, Filled, Found, Sheet, recognise};
use crate::documents::form::{FormSheet, docx, words};
use crate::documents::marks::Mark;
use crate::domain::consultation::Consultation;
use crate::domain::examples;
use crate::domain::file::FileKind;
use crate::domain::ids::{ConsultationId, FormVersionId, QuestionId};
use crate::domain::language::{Language, Localized};
use crate::domain::question::{FormVersion, Question, QuestionKind};

pub(super) fn same(text: &str) -> Localized {
    Localized { nb: text.into(), nn: None, en: Some(format!("{text} (en)")) }
}

pub(super) fn round() -> Consultation {
    Consultation {
        id: ConsultationId("01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap()),
        slug: "plan".into(),
        case_number: "1/26".into(),
        unit: same("Etaten"),
        title: same("En plan"),
        announced_on: "2026-06-01".parse().unwrap(),
        opens_at: "2026-05-31T22:00:00Z".parse().unwrap(),
        closes_at: "2026-06-30T22:00:00Z".parse().unwrap(),
        published_at: Some("2026-05-01T10:00:00Z".parse().unwrap()),
        ..examples::round()
    }
}

/// Two questions that are worded alike, and a third that is not.
pub(super) fn form() -> FormVersion {
    let question = |number, theme: &str, wording: &str| Question {
        id: QuestionId::new(),
        origin: QuestionId::new(),
        number,
        theme: same(theme),
        wording: same(wording),
        help: Localized::default(),
        max_chars: 20_000,
        kind: QuestionKind::LongText,
        is_required: false,
        options: Vec::new(),
    };
    let alike = "Hva mener du?";
    FormVersion {
        id: FormVersionId::new(),
        number: 3,
        note: None,
        questions: vec![
            question(1, "Hjelp", alike),
            question(2, "Samarbeid", alike),
            question(3, "Penger", "Hva koster det?"),
        ],
    }
}

fn blank(language: Language) -> Vec<u8> {
    let (round, form) = (round(), form());
    docx(&sheet_of(&round, &form, language)).unwrap()
}

pub(super) fn sheet_of<'a>(
    round: &'a Consultation,
    form: &'a FormVersion,
    language: Language,
) -> FormSheet<'a> {
    FormSheet {
        round,
        form,
        language,
        municipality: "Bergen",
        address: None,
        url: "https://example.org/plan",
    }
}

fn printed() -> Vec<String> {
    let (round, form) = (round(), form());
    Language::ALL.iter().flat_map(|language| words(&sheet_of(&round, &form, *language))).collect()
}

fn recognised(sheet: &Sheet) -> Filled {
    recognise(sheet, &form(), &printed())
}

fn filled(bytes: &[u8]) -> Filled {
    recognised(&read(bytes, FileKind::Docx).unwrap())
}

/// The same document with another body.
pub(super) fn edited(bytes: &[u8], edit: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut parts = parts(bytes);
    let body = String::from_utf8(parts.remove("word/document.xml").unwrap()).unwrap();
    parts.insert("word/document.xml".into(), edit(body).into_bytes());
    archive(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

pub(super) fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

pub(super) fn paragraphs(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("<w:p>{}</w:p>", run(text))).collect()
}

/// Puts `content` in the control of a field.
fn typed(body: &str, mark: Mark, content: &str) -> String {
    let tag = format!("<w:tag w:val=\"{}\"/>", mark.tag());
    let (before, after) = body.split_once(&tag).unwrap();
    let (properties, rest) = after.split_once("<w:sdtContent>").unwrap();
    let (_, rest) = rest.split_once("</w:sdtContent>").unwrap();
    let properties = properties.replace("<w:showingPlcHdr/>", "");
    format!("{before}{tag}{properties}<w:sdtContent>{content}</w:sdtContent>{rest}")
}

/// Takes the control of a field away, with all its wrapping, and puts `content` there.
fn typed_over(body: &str, mark: Mark, content: &str) -> String {
    let tag = format!("<w:tag w:val=\"{}\"/>", mark.tag());
    let (before, after) = body.split_once(&tag).unwrap();
    let (before, _) = before.rsplit_once("<w:sdt>").unwrap();
    let (_, rest) = after.split_once("</w:sdt>").unwrap();
    format!("{before}{content}{rest}")
}

pub(super) fn without_bookmarks(body: &str) -> String {
    let mut rest = body;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("<w:bookmark") {
        kept.push_str(before);
        rest = after.split_once("/>").unwrap().1;
    }
    kept + rest
}

pub(super) fn found(filled: &Filled, mark: Mark) -> Option<(&str, By)> {
    filled.found.get(&mark).map(|Found { text, by }| (text.as_str(), *by))
}

#[test]
fn an_untouched_form_is_there_empty_and_nothing_is_left_over() {
    for language in Language::ALL {
        let filled = filled(&blank(language));
        let identity = filled.identity.unwrap();
        assert_eq!((identity.round, identity.version, identity.language), (round().id, 3, language));
        assert_eq!(filled.found.len(), 8);
        for (mark, found) in &filled.found {
            assert_eq!((found.text.as_str(), found.by), ("", By::Control), "{mark:?}");
        }
        assert_eq!((filled.missing, filled.leftover), (vec![], vec![]));
    }
}

#[test]
fn what_is_typed_in_the_controls_is_found() {
    let bytes = edited(&blank(Language::Nn), |body| {
        let body = typed(&body, Mark::Name, &run(" Kari  Berg "));
        let body = typed(&body, Mark::NoComment, &run("☒"));
        typed(&body, Mark::Answer(2), &paragraphs(&["", "A\u{30a}", "", "  - to", ""]))
    });
    let filled = filled(&bytes);
    assert_eq!(found(&filled, Mark::Name), Some(("Kari Berg", By::Control)));
    assert_eq!(found(&filled, Mark::NoComment), Some(("☒", By::Control)));
    assert_eq!(found(&filled, Mark::Answer(2)), Some(("Å\n\n  - to", By::Control)));
    assert_eq!(found(&filled, Mark::Answer(1)), Some(("", By::Control)));
    assert_eq!(filled.leftover, Vec::<String>::new());
}

#[test]
fn without_tags_the_names_of_controls_tell() {
    let bytes = edited(&blank(Language::En), |body| {
        let body = typed(&body, Mark::Answer(3), &paragraphs(&["Mye"]));
        without_bookmarks(&body).replace("w:tag ", "w:tagg ")
    });
    assert_eq!(found(&filled(&bytes), Mark::Answer(3)), Some(("Mye", By::Control)));
}

#[test]
fn without_controls_the_bookmarks_tell_and_without_those_the_headings() {
    let bytes = edited(&blank(Language::Nb), |body| {
        let body = typed_over(&body, Mark::Answer(1), &paragraphs(&["En", "", "to"]));
        let body = typed_over(&body, Mark::Email, &run("kari@example.org"));
        typed_over(&body, Mark::NoComment, &run("X "))
    });
    let filled_in = filled(&bytes);
    assert_eq!(found(&filled_in, Mark::Answer(1)), Some(("En\n\nto", By::Bookmark)));
    assert_eq!(found(&filled_in, Mark::Email), Some(("kari@example.org", By::Bookmark)));
    assert_eq!(found(&filled_in, Mark::NoComment), Some(("☒", By::Bookmark)));
    let filled_in = filled(&edited(&bytes, |body| without_bookmarks(&body)));
    assert_eq!(found(&filled_in, Mark::Answer(1)), Some(("En\n\nto", By::Heading)));
    assert_eq!(found(&filled_in, Mark::Email), Some(("kari@example.org", By::Heading)));
    assert_eq!(found(&filled_in, Mark::NoComment), Some(("☒", By::Heading)));
    assert_eq!((filled_in.missing, filled_in.leftover), (vec![], vec![]));
}

#[test]
fn text_typed_beside_the_control_is_not_lost() {
    let bytes = edited(&blank(Language::Nb), |body| {
        let body = typed(&body, Mark::Answer(1), &paragraphs(&["I feltet"]));
        let (before, after) = body.split_once("Spørsmål 2").unwrap();
        let (before, open) = before.rsplit_once("<w:p>").unwrap();
        let body = format!("{before}{}<w:p>{open}Spørsmål 2{after}", paragraphs(&["Under feltet", "og mer"]));
        // Under the third, whose control still shows what it showed.
        let (before, bookmark) = body.rsplit_once("<w:bookmarkEnd").unwrap();
        let (end, after) = bookmark.split_once("/>").unwrap();
        let below = paragraphs(&["Under et tomt felt"]);
        format!("{before}<w:bookmarkEnd{end}/>{below}{after}")
    });
    let filled = filled(&bytes);
    assert_eq!(found(&filled, Mark::Answer(1)), Some(("I feltet", By::Control)));
    assert_eq!(filled.leftover, ["Under feltet\nog mer"]);
    assert_eq!(found(&filled, Mark::Answer(3)), Some(("Under et tomt felt", By::Heading)));
}

#[test]
fn a_letter_in_free_form_has_no_fields_and_is_all_left_over() {
    let body = paragraphs(&["Til kommunen", "", "Vi mener at planen er god.", "Hilsen Kari"]);
    let filled = filled(&docx_with(&body, &[]));
    assert_eq!((filled.identity, filled.found.len(), filled.missing.len()), (None, 0, 8));
    assert_eq!(filled.leftover, ["Til kommunen", "Vi mener at planen er god.\nHilsen Kari"]);
}

#[test]
fn headings_alone_are_enough_and_what_is_not_clear_is_said_to_be_missing() {
    let body = paragraphs(&[
        "Navnet ditt: Kari Berg",
        "Spørsmål 1: Hjelp",
        "Hva mener du?",
        "Om hjelp",
        "Spørsmål 2: Samarbeid",
        "Hva mener du?",
        "Det ene",
        "Spørsmål 2: Samarbeid",
        "Det andre",
        "Hva koster det?",
        "Mye",
    ]);
    let filled = filled(&docx_with(&body, &[]));
    assert_eq!(found(&filled, Mark::Name), Some(("Kari Berg", By::Heading)));
    assert_eq!(found(&filled, Mark::Answer(1)), Some(("Om hjelp", By::Heading)));
    assert_eq!(found(&filled, Mark::Answer(3)), Some(("Mye", By::Heading)));
    assert!(filled.missing.contains(&Mark::Answer(2)));
    assert_eq!(filled.leftover, ["Det ene", "Det andre"]);
}

#[test]
fn a_bookmark_that_swallowed_another_question_is_not_believed() {
    let body = format!(
        "<w:bookmarkStart w:id=\"1\" w:name=\"innspill_answer_1\"/>{}<w:bookmarkEnd w:id=\"1\"/>",
        paragraphs(&["Spørsmål 1: Hjelp", "en", "Spørsmål 2: Samarbeid", "to"])
    );
    let filled = filled(&docx_with(&body, &[]));
    assert_eq!(found(&filled, Mark::Answer(1)), Some(("en", By::Heading)));
    assert_eq!(found(&filled, Mark::Answer(2)), Some(("to", By::Heading)));
}
