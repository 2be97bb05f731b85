//! The forms with which an administrator adds, changes and replaces a round's documents.

use crate::domain::document::{
    Document, DocumentKind, DocumentRefusal, DocumentWords, ends_as, is_document_name, proposed_name,
};
use crate::domain::file::FileKind;
use crate::domain::language::{Language, Localized};
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use crate::files::NotTaken;
use crate::web::fields::Fields;
use std::collections::BTreeMap;

/// The fields, and the longest text of each in characters.
const FIELDS: [(&str, usize); 18] = [
    ("do", 20),
    ("version", 20),
    ("name", 120),
    ("kind", 40),
    ("language", 10),
    ("title_nb", 300),
    ("title_nn", 300),
    ("title_en", 300),
    ("alt_nb", 1000),
    ("alt_nn", 1000),
    ("alt_en", 1000),
    ("caption_nb", 1000),
    ("caption_nn", 1000),
    ("caption_en", 1000),
    ("credit", 300),
    ("reason_nb", 4000),
    ("reason_nn", 4000),
    ("reason_en", 4000),
];
/// Those that may have several lines begin so.
const LONG: [&str; 3] = ["alt_", "caption_", "reason_"];

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct DocumentForm(BTreeMap<&'static str, String>);

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentMistake {
    /// No file was chosen.
    NoFile,
    /// It is larger than the house takes.
    TooLarge,
    /// Its content is not taken.
    NotTaken(NotTaken),
    /// It is plain text, and not in UTF-8: browsers would show it wrongly.
    NotUtf8,
    /// A picture must be one.
    NotAPicture,
    /// A picture can be a picture only.
    NotAPaper,
    /// The new file must be of the same kind as the old one, because its address says so.
    OtherKind(FileKind),
    /// No kind of document was chosen.
    Kind,
    /// No such name in addresses.
    Name,
    /// The name does not end as files of this kind do.
    Ending(FileKind),
    /// No language was chosen.
    Language,
    /// A field must be filled in.
    Missing(&'static str),
    /// A text is too long.
    TooLong(&'static str, usize),
    /// The round's own rules.
    Refused(DocumentRefusal),
}

impl DocumentForm {
    /// The fields of the form, as they are kept.
    #[must_use]
    pub fn read(fields: &Fields) -> Self {
        let mut typed = BTreeMap::new();
        for (name, _) in FIELDS {
            let given = fields.iter().rfind(|(field, _)| field == name);
            if let Some((_, value)) = given {
                typed.insert(name, clean(name, value));
            }
        }
        Self(typed)
    }

    /// The form as it shows a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut typed = BTreeMap::from([
            ("version", document.version.to_string()),
            ("kind", document.kind.name().to_owned()),
            ("language", document.language.tag().to_owned()),
            ("credit", document.credit.clone().unwrap_or_default()),
        ]);
        let texts = [
            (["title_nb", "title_nn", "title_en"], Some(&document.title)),
            (["alt_nb", "alt_nn", "alt_en"], document.alt.as_ref()),
            (["caption_nb", "caption_nn", "caption_en"], document.caption.as_ref()),
        ];
        for ([nb, nn, en], text) in texts {
            let Some(text) = text else { continue };
            typed.insert(nb, text.nb.clone());
            typed.insert(nn, text.nn.clone().unwrap_or_default());
            typed.insert(en, text.en.clone().unwrap_or_default());
        }
        Self(typed)
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The version of the document that was shown; none that is.
    #[must_use]
    pub fn version(&self) -> i32 {
        self.get("version").parse().unwrap_or(-1)
    }

    /// The same form, for this version of the document.
    #[must_use]
    pub fn with_version(mut self, version: i32) -> Self {
        self.0.insert("version", version.to_string());
        self
    }

    /// What is said of the document, of kind `fixed` where that cannot be chosen; mistakes are added.
    pub fn words(
        &self,
        fixed: Option<DocumentKind>,
        mistakes: &mut Vec<DocumentMistake>,
    ) -> Option<DocumentWords> {
        let kind = fixed.or_else(|| DocumentKind::from_name(self.get("kind")));
        if kind.is_none() {
            mistakes.push(DocumentMistake::Kind);
        }
        let language = Language::from_tag(self.get("language"));
        if language.is_none() {
            mistakes.push(DocumentMistake::Language);
        }
        self.demand("title_nb", mistakes);
        if kind == Some(DocumentKind::Picture) {
            self.demand("alt_nb", mistakes);
            self.demand("alt_nn", mistakes);
        }
        for (nb, nn, en) in [("alt_nb", "alt_nn", "alt_en"), ("caption_nb", "caption_nn", "caption_en")] {
            let has_others = self.given(nn).is_some() || self.given(en).is_some();
            if has_others && self.given(nb).is_none() && !mistakes.contains(&DocumentMistake::Missing(nb)) {
                mistakes.push(DocumentMistake::Missing(nb));
            }
        }
        self.bound(mistakes);
        Some(DocumentWords {
            kind: kind?,
            language: language?,
            title: self.localized("title_nb", "title_nn", "title_en")?,
            alt: self.localized("alt_nb", "alt_nn", "alt_en"),
            caption: self.localized("caption_nb", "caption_nn", "caption_en"),
            credit: self.given("credit"),
        })
    }

    /// The name in addresses, proposed from that of the file where none was typed; mistakes are added.
    pub fn document_name(
        &self,
        file_name: &str,
        file: FileKind,
        mistakes: &mut Vec<DocumentMistake>,
    ) -> String {
        let Some(name) = self.given("name") else { return proposed_name(file_name, file) };
        if !is_document_name(&name) {
            mistakes.push(DocumentMistake::Name);
        } else if !ends_as(&name, file) {
            mistakes.push(DocumentMistake::Ending(file));
        }
        name
    }

    /// Why, in public; mistakes are added where it is `demanded` and not in both Norwegian languages.
    pub fn reason(&self, demanded: bool, mistakes: &mut Vec<DocumentMistake>) -> Option<Localized> {
        if demanded {
            self.demand("reason_nb", mistakes);
            self.demand("reason_nn", mistakes);
        }
        self.bound(mistakes);
        self.localized("reason_nb", "reason_nn", "reason_en")
    }

    /// Puts a proposal where nothing was typed.
    pub fn propose(&mut self, field: &'static str, value: String) {
        if self.given(field).is_none() {
            self.0.insert(field, value);
        }
    }

    fn demand(&self, field: &'static str, mistakes: &mut Vec<DocumentMistake>) {
        if self.given(field).is_none() {
            mistakes.push(DocumentMistake::Missing(field));
        }
    }

    fn bound(&self, mistakes: &mut Vec<DocumentMistake>) {
        for (field, max_chars) in FIELDS {
            if count_chars(self.get(field)) > max_chars {
                mistakes.push(DocumentMistake::TooLong(field, max_chars));
            }
        }
    }

    fn given(&self, field: &str) -> Option<String> {
        let text = self.get(field).trim();
        has_visible_character(text).then(|| text.to_owned())
    }

    fn localized(&self, nb: &str, nn: &str, en: &str) -> Option<Localized> {
        Some(Localized { nb: self.given(nb)?, nn: self.given(nn), en: self.given(en) })
    }
}

/// No browser sends a control character in a line; in a text it sends ends of lines.
fn clean(field: &str, value: &str) -> String {
    let is_long = LONG.iter().any(|start| field.starts_with(start));
    let fits = |c: char| !c.is_control() || (is_long && c == '\n');
    as_kept(value).chars().map(|c| if fits(c) { c } else { ' ' }).collect()
}

/// The id of the field that a mistake stands at; the whole page where no field is to blame.
#[must_use]
pub fn place(mistake: DocumentMistake) -> &'static str {
    match mistake {
        DocumentMistake::NoFile
        | DocumentMistake::TooLarge
        | DocumentMistake::NotTaken(_)
        | DocumentMistake::NotUtf8
        | DocumentMistake::NotAPicture
        | DocumentMistake::NotAPaper
        | DocumentMistake::OtherKind(_)
        | DocumentMistake::Refused(DocumentRefusal::SameFile | DocumentRefusal::Infected) => "file",
        DocumentMistake::Kind => "kind",
        DocumentMistake::Language => "language",
        DocumentMistake::Name
        | DocumentMistake::Ending(_)
        | DocumentMistake::Refused(DocumentRefusal::NameTaken) => "name",
        DocumentMistake::Missing(field) | DocumentMistake::TooLong(field, _) => field,
        DocumentMistake::Refused(DocumentRefusal::ReasonMissing) => "reason_nb",
        DocumentMistake::Refused(
            DocumentRefusal::NotFound | DocumentRefusal::ChangedMeanwhile | DocumentRefusal::IsPublic,
        ) => "innhold",
    }
}
