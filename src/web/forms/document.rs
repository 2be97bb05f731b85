//! The forms with which an administrator adds, changes and replaces a round's documents.

use crate::domain::document::{
    Document, DocumentKind, DocumentRefusal, DocumentWords, ends_as, is_document_name, proposed_name,
};
use crate::domain::file::FileKind;
use crate::domain::language::{Language, Localized};
use crate::files::NotTaken;
use crate::web::fields::Fields;
use crate::web::forms::typed::{Shape, Typed};

static SHAPE: Shape = Shape {
    fields: &[
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
    ],
    long: &["alt_", "caption_", "reason_"],
};

/// What was typed.
#[derive(Debug, Clone)]
pub struct DocumentForm(Typed);

impl Default for DocumentForm {
    fn default() -> Self {
        Self(Typed::empty(&SHAPE))
    }
}

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
        Self(Typed::read(&SHAPE, fields))
    }

    /// The form as it shows a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut form = Self::default();
        let typed = &mut form.0;
        typed.put("version", document.version.to_string());
        typed.put("kind", document.kind.name());
        typed.put("language", document.language.tag());
        typed.put("credit", document.credit.as_deref().unwrap_or_default());
        typed.put_localized(["title_nb", "title_nn", "title_en"], &document.title);
        if let Some(alt) = &document.alt {
            typed.put_localized(["alt_nb", "alt_nn", "alt_en"], alt);
        }
        if let Some(caption) = &document.caption {
            typed.put_localized(["caption_nb", "caption_nn", "caption_en"], caption);
        }
        form
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// The version of the document that was shown; none that is.
    #[must_use]
    pub fn version(&self) -> i32 {
        self.get("version").parse().unwrap_or(-1)
    }

    /// The same form, for this version of the document.
    #[must_use]
    pub fn with_version(mut self, version: i32) -> Self {
        self.0.put("version", version.to_string());
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
            let has_others = self.0.given(nn).is_some() || self.0.given(en).is_some();
            if has_others && self.0.given(nb).is_none() && !mistakes.contains(&DocumentMistake::Missing(nb)) {
                mistakes.push(DocumentMistake::Missing(nb));
            }
        }
        self.bound(mistakes);
        Some(DocumentWords {
            kind: kind?,
            language: language?,
            title: self.0.localized(["title_nb", "title_nn", "title_en"])?,
            alt: self.0.localized(["alt_nb", "alt_nn", "alt_en"]),
            caption: self.0.localized(["caption_nb", "caption_nn", "caption_en"]),
            credit: self.0.given("credit"),
        })
    }

    /// The name in addresses, proposed from that of the file where none was typed; mistakes are added.
    pub fn document_name(
        &self,
        file_name: &str,
        file: FileKind,
        mistakes: &mut Vec<DocumentMistake>,
    ) -> String {
        let Some(name) = self.0.given("name") else { return proposed_name(file_name, file) };
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
        self.0.localized(["reason_nb", "reason_nn", "reason_en"])
    }

    /// Puts a proposal where nothing was typed.
    pub fn propose(&mut self, field: &'static str, value: String) {
        if self.0.given(field).is_none() {
            self.0.put(field, value);
        }
    }

    fn demand(&self, field: &'static str, mistakes: &mut Vec<DocumentMistake>) {
        if self.0.given(field).is_none() {
            mistakes.push(DocumentMistake::Missing(field));
        }
    }

    fn bound(&self, mistakes: &mut Vec<DocumentMistake>) {
        mistakes.extend(self.0.too_long().map(|(field, max)| DocumentMistake::TooLong(field, max)));
    }
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
