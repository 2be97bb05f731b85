//! What the DOCX of a form must hold, read back from its bytes.

use super::{FormSheet, TICKED, UNTICKED, docx, headings, placeholders, printed};
use crate::documents::marks::{FormIdentity, Mark};
use crate::domain::consultation::{Consultation, Contact};
use crate::domain::examples;
use crate::domain::ids::{ConsultationId, FormVersionId, QuestionId};
use crate::domain::language::{Language, Localized};
use crate::domain::question::{FormVersion, Question, QuestionKind};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

fn localized(nb: &str, nn: Option<&str>, en: Option<&str>) -> Localized {
    Localized { nb: nb.into(), nn: nn.map(Into::into), en: en.map(Into::into) }
}

/// A round whose texts are hostile to XML and partly missing.
pub(crate) fn round() -> Consultation {
    Consultation {
        id: ConsultationId("01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap()),
        slug: "plan".into(),
        case_number: "byrådssak 1016/23".into(),
        unit: localized("Etat for barn & familie", None, Some("Agency for Children")),
        contact: Contact {
            name: "Kari Berg".into(),
            email: "plan@example.org".into(),
            phone: Some("00 00".into()),
        },
        title: localized("Plan <for> «barn» & unge\u{8}", Some("Plan for born"), None),
        announced_on: "2026-06-01".parse().unwrap(),
        opens_at: "2026-05-31T22:00:00Z".parse().unwrap(),
        closes_at: "2026-06-30T22:00:00Z".parse().unwrap(),
        published_at: Some("2026-05-01T10:00:00Z".parse().unwrap()),
        ..examples::round()
    }
}

/// Two questions, the second without help.
pub(crate) fn form() -> FormVersion {
    let question = |number, theme: &str, help: Localized| Question {
        id: QuestionId::new(),
        origin: QuestionId::new(),
        number,
        theme: localized(theme, None, Some("Challenges & more")),
        wording: localized("Hva mangler?\nSkriv det her.", Some("Kva manglar?"), None),
        help,
        max_chars: 20_000,
        kind: QuestionKind::LongText,
        is_required: false,
        options: Vec::new(),
    };
    let help = localized("Svar kort.", Some("Svar stutt."), Some("Be brief."));
    FormVersion {
        id: FormVersionId::new(),
        number: 3,
        note: None,
        questions: vec![question(1, "Utfordringer", help), question(2, "Tiltak", Localized::default())],
    }
}

pub(super) fn sheet<'a>(round: &'a Consultation, form: &'a FormVersion, language: Language) -> FormSheet<'a> {
    FormSheet {
        round,
        form,
        language,
        municipality: "Bergen kommune",
        address: Some("Postboks 1, 5020 Bergen"),
        url: "https://innspill.example.org/horinger/plan",
    }
}

fn made(language: Language) -> Vec<u8> {
    let (round, form) = (round(), form());
    docx(&sheet(&round, &form, language)).unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for place in 0..package.len() {
        let mut file = package.by_index(place).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        parts.insert(name, text);
    }
    parts
}

fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.try_get_attribute(name).unwrap().unwrap_or_else(|| panic!("{name} in {element:?}"));
    found.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned()
}

/// A content control: what its properties say, the bookmarks that are open around it, its words.
#[derive(Default, Debug)]
struct Control {
    said: BTreeMap<String, String>,
    open: BTreeSet<String>,
    words: String,
}

/// The controls of a document, in order.
fn controls(xml: &str) -> Vec<Control> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut open, mut depth) = (Vec::new(), BTreeMap::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) if element.name().as_ref() == "w:sdt" => {
                depth += 1;
                let open = BTreeMap::values(&open).cloned().collect();
                found.push(Control { open, ..Control::default() });
            }
            Event::End(element) if element.name().as_ref() == "w:sdt" => depth -= 1,
            Event::Empty(element) => match element.name().as_ref() {
                "w:bookmarkStart" => {
                    open.insert(attribute(&element, "w:id"), attribute(&element, "w:name"));
                }
                "w:bookmarkEnd" => assert!(open.remove(&attribute(&element, "w:id")).is_some()),
                name if depth == 1 => {
                    let name = name.to_owned();
                    let value = element.try_get_attribute("w:val").unwrap();
                    let value = value.map_or_else(String::new, |value| {
                        value.normalized_value(XmlVersion::Explicit1_0).unwrap().into()
                    });
                    found.last_mut().unwrap().said.insert(name, value);
                }
                _ => {}
            },
            Event::Text(text) if depth == 1 => {
                found.last_mut().unwrap().words.push_str(&text.xml10_content());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "bookmarks without an end: {open:?}");
    found
}

const MARKS: [Mark; 7] = [
    Mark::Name,
    Mark::Organisation,
    Mark::OrgNumber,
    Mark::Email,
    Mark::NoComment,
    Mark::Answer(1),
    Mark::Answer(2),
];

#[test]
fn every_field_is_a_control_inside_its_bookmark() {
    for language in Language::ALL {
        let controls = controls(&parts(&made(language))["word/document.xml"]);
        assert_eq!(controls.len(), MARKS.len());
        let mut ids = BTreeSet::new();
        for (control, mark) in controls.iter().zip(MARKS) {
            assert_eq!(control.said["w:tag"], mark.tag());
            assert_eq!(control.said["w:alias"], printed(&form(), language, mark).unwrap().label);
            assert_eq!(control.said["w:lock"], "sdtLocked");
            assert_eq!(control.open, BTreeSet::from([mark.bookmark()]));
            assert!(ids.insert(control.said["w:id"].clone()));
            if mark == Mark::NoComment {
                assert_eq!(control.words, UNTICKED.to_string());
            } else {
                assert!(control.said.contains_key("w:showingPlcHdr"));
                assert!(placeholders().contains(&control.words), "{control:?}");
            }
        }
    }
}

#[test]
fn the_form_says_which_it_is() {
    for language in Language::ALL {
        let identity = FormIdentity { round: round().id, version: 3, language };
        let parts = parts(&made(language));
        assert!(parts["docProps/core.xml"].contains(&format!("<dc:identifier>{}<", identity.identifier())));
        let title = &parts["word/document.xml"];
        assert!(title.contains(&format!("w:name=\"{}\"", identity.bookmark())), "{title}");
    }
}

#[test]
fn every_part_is_well_formed_and_known() {
    let parts = parts(&made(Language::Nb));
    for (name, xml) in &parts {
        let mut reader = Reader::from_str(xml);
        while !matches!(reader.read_event().unwrap_or_else(|e| panic!("{name}: {e}")), Event::Eof) {}
        let is_known = name.ends_with(".rels") || name.starts_with('[');
        assert!(is_known || parts["[Content_Types].xml"].contains(&format!("\"/{name}\"")), "{name}");
    }
    let document = &parts["word/document.xml"];
    assert!(document.contains("Plan &lt;for&gt; «barn» &amp; unge<"), "{document}");
    for style in document.split("w:val=\"").filter_map(|rest| rest.split('"').next()) {
        let is_style = style.starts_with("Innspill") || style.starts_with("Heading");
        assert!(!is_style || parts["word/styles.xml"].contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
    for link in ["https://innspill.example.org/horinger/plan", "mailto:plan@example.org"] {
        assert!(parts["word/_rels/document.xml.rels"].contains(&format!("Target=\"{link}\"")), "{link}");
    }
}

#[test]
fn words_bear_the_language_that_they_are_in() {
    let english = &parts(&made(Language::En))["word/document.xml"];
    for (words, locale) in [
        ("Plan &lt;for&gt;", "nb-NO"),
        ("Challenges", "en-GB"),
        ("Agency", "en-GB"),
        ("Hva mangler", "nb-NO"),
    ] {
        let (before, _) = english.split_once(words).unwrap();
        let (_, language) = before.rsplit_once("<w:lang w:val=\"").unwrap();
        assert!(language.starts_with(locale), "{words}: {language}");
    }
    let parts = parts(&made(Language::Nn));
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"nn-NO\""));
    assert!(parts["word/footer1.xml"].contains("w:val=\"nn-NO\""));
    assert!(parts["docProps/core.xml"].contains("<dc:language>nn-NO<"));
}

#[test]
fn headings_and_labels_are_what_the_reader_is_told() {
    for language in Language::ALL {
        let document = &parts(&made(language))["word/document.xml"];
        for heading in headings(language) {
            assert!(document.contains(&format!(">{heading}<")), "{heading}");
        }
    }
}

#[test]
fn the_same_form_is_the_same_file() {
    assert_eq!(made(Language::Nb), made(Language::Nb));
    assert_ne!(made(Language::Nb), made(Language::Nn));
    let (round, form) = (round(), form());
    let later = Consultation { closes_at: round.closes_at.plus_seconds(86_400), ..round.clone() };
    let digest = |round: &Consultation| sheet(round, &form, Language::Nb).digest(super::Format::Docx);
    assert_eq!(digest(&round), digest(&round));
    assert_ne!(digest(&round), digest(&later));
}

#[test]
fn the_box_is_one_that_word_can_tick() {
    let document = &parts(&made(Language::Nb))["word/document.xml"];
    for (name, sign) in [("checkedState", TICKED), ("uncheckedState", UNTICKED)] {
        assert!(document.contains(&format!("<w14:{name} w14:val=\"{:X}\"", u32::from(sign))));
    }
}
