//! What the forms for a round's documents share: their fields, and what is said of mistakes in them.

use crate::domain::document::{DocumentKind, DocumentRefusal};
use crate::domain::file::FileKind;
use crate::domain::language::Language;
use crate::files::NotTaken;
use crate::text;
use crate::web::forms::document::{DocumentForm, DocumentMistake, place};
use crate::web::views::Ctx;
use crate::web::views::components::choose::{file_field, select};
use crate::web::views::components::documents::size;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::textarea::short_textarea;
use maud::{Markup, html};

/// What a browser offers to choose from.
const ACCEPT: &str = ".pdf,.docx,.odt,.xlsx,.ods,.txt,.png,.jpg,.jpeg";

/// A form as it was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// What was typed.
    pub form: DocumentForm,
    /// What is wrong, all at once.
    pub mistakes: Vec<DocumentMistake>,
    /// The largest file that is taken, in bytes.
    pub max_bytes: u64,
    /// Whether it came back, without the file that was chosen.
    pub is_back: bool,
}

impl Filled {
    /// The mistakes for the summary.
    #[must_use]
    pub fn summary(&self, ctx: &Ctx) -> Vec<(String, String)> {
        let mistakes = self.mistakes.iter();
        mistakes.map(|mistake| (place(*mistake).to_owned(), self.sentence(ctx, *mistake))).collect()
    }

    fn mistake_at(&self, ctx: &Ctx, id: &str) -> Option<String> {
        let found = self.mistakes.iter().find(|mistake| place(**mistake) == id)?;
        Some(self.sentence(ctx, *found))
    }

    fn sentence(&self, ctx: &Ctx, mistake: DocumentMistake) -> String {
        let lang = ctx.lang;
        match mistake {
            DocumentMistake::NoFile => text!(lang, "papers-mistake-no-file"),
            DocumentMistake::TooLarge => {
                text!(lang, "papers-mistake-too-large", size = largest(ctx, self.max_bytes))
            }
            DocumentMistake::NotTaken(why) => not_taken(ctx, why),
            DocumentMistake::NotUtf8 => text!(lang, "papers-mistake-not-utf8"),
            DocumentMistake::NotAPicture => text!(lang, "papers-mistake-not-a-picture"),
            DocumentMistake::NotAPaper => text!(lang, "papers-mistake-not-a-paper"),
            DocumentMistake::OtherKind(kind) => {
                text!(lang, "papers-mistake-other-kind", kind = kind.label())
            }
            DocumentMistake::Kind => text!(lang, "papers-mistake-kind"),
            DocumentMistake::Language => text!(lang, "papers-mistake-language"),
            DocumentMistake::Name => text!(lang, "papers-mistake-name"),
            DocumentMistake::Ending(kind) => text!(
                lang,
                "papers-mistake-ending",
                kind = kind.label(),
                ending = format!(".{}", kind.ending())
            ),
            DocumentMistake::Missing(field) => missing(ctx, field),
            DocumentMistake::TooLong(_, max) => text!(lang, "papers-mistake-too-long", max = max),
            DocumentMistake::Refused(refusal) => refused(ctx, refusal),
        }
    }

    /// A line of text.
    #[must_use]
    pub fn line(&self, ctx: &Ctx, name: &'static str, label: String, help: Option<String>) -> Markup {
        let (value, mistake) = (self.form.get(name), self.mistake_at(ctx, name));
        let kind = if name == "name" { Kind::Word } else { Kind::Line };
        field(&Field { name, kind, label, help, value, mistake })
    }

    /// A few lines of text.
    #[must_use]
    pub fn lines(&self, ctx: &Ctx, name: &'static str, label: &str) -> Markup {
        short_textarea(name, name, label, self.form.get(name), self.mistake_at(ctx, name).as_deref())
    }

    /// The file, which must be of the kind `only` where there is one.
    #[must_use]
    pub fn file(&self, ctx: &Ctx, label: &str, only: Option<FileKind>) -> Markup {
        let size = largest(ctx, self.max_bytes);
        let (mut words, accept) = match only {
            None => (text!(ctx.lang, "papers-file-help", size = size), ACCEPT.to_owned()),
            Some(kind) => {
                let endings: Vec<String> = kind.endings().iter().map(|ending| format!(".{ending}")).collect();
                (text!(ctx.lang, "papers-new-file-help", kind = kind.label(), size = size), endings.join(","))
            }
        };
        if self.is_back {
            words = format!("{} {words}", text!(ctx.lang, "papers-file-again"));
        }
        file_field("file", label, &words, &accept, self.mistake_at(ctx, "file").as_deref())
    }

    /// The kind of document, of those that may be chosen.
    #[must_use]
    pub fn kind(&self, ctx: &Ctx, kinds: &[DocumentKind]) -> Markup {
        let mut options = vec![("", text!(ctx.lang, "papers-choose"))];
        options.extend(kinds.iter().map(|kind| (kind.name(), kind_name(ctx, *kind))));
        let wrong = self.mistake_at(ctx, "kind");
        let label = text!(ctx.lang, "papers-kind");
        select("kind", &label, &options, self.form.get("kind"), wrong.as_deref())
    }

    /// Language and titles.
    #[must_use]
    pub fn titles(&self, ctx: &Ctx) -> Markup {
        let mut options = vec![("", text!(ctx.lang, "papers-choose"))];
        options.extend(Language::ALL.iter().map(|language| (language.tag(), language_name(ctx, *language))));
        let wrong = self.mistake_at(ctx, "language");
        let label = text!(ctx.lang, "papers-language");
        html! {
            (select("language", &label, &options, self.form.get("language"), wrong.as_deref()))
            (self.line(ctx, "title_nb", text!(ctx.lang, "papers-title-nb"), None))
            (self.line(ctx, "title_nn", text!(ctx.lang, "papers-title-nn"), None))
            (self.line(ctx, "title_en", text!(ctx.lang, "papers-title-en"), None))
        }
    }

    /// What is said of a picture.
    #[must_use]
    pub fn picture(&self, ctx: &Ctx) -> Markup {
        html! {
            p class="quiet small" { (text!(ctx.lang, "papers-alt-what")) }
            (self.lines(ctx, "alt_nb", &text!(ctx.lang, "papers-alt-nb")))
            (self.lines(ctx, "alt_nn", &text!(ctx.lang, "papers-alt-nn")))
            (self.lines(ctx, "alt_en", &text!(ctx.lang, "papers-alt-en")))
            (self.lines(ctx, "caption_nb", &text!(ctx.lang, "papers-caption-nb")))
            (self.lines(ctx, "caption_nn", &text!(ctx.lang, "papers-caption-nn")))
            (self.lines(ctx, "caption_en", &text!(ctx.lang, "papers-caption-en")))
            (self.line(ctx, "credit", text!(ctx.lang, "papers-credit"), None))
        }
    }

    /// Why a document is replaced.
    #[must_use]
    pub fn reasons(&self, ctx: &Ctx) -> Markup {
        html! {
            (self.lines(ctx, "reason_nb", &text!(ctx.lang, "papers-reason-nb")))
            (self.lines(ctx, "reason_nn", &text!(ctx.lang, "papers-reason-nn")))
            (self.lines(ctx, "reason_en", &text!(ctx.lang, "papers-reason-en")))
        }
    }
}

/// Whole megabytes without decimals: «50 MB».
fn largest(ctx: &Ctx, max_bytes: u64) -> String {
    if max_bytes >= 1_000_000 && max_bytes.is_multiple_of(1_000_000) {
        return format!("{}\u{a0}MB", max_bytes / 1_000_000);
    }
    size(ctx.lang, i64::try_from(max_bytes).unwrap_or(i64::MAX))
}

/// A kind of document in words.
#[must_use]
pub fn kind_name(ctx: &Ctx, kind: DocumentKind) -> String {
    match kind {
        DocumentKind::Draft => text!(ctx.lang, "papers-kind-draft"),
        DocumentKind::CaseDocument => text!(ctx.lang, "papers-kind-case-document"),
        DocumentKind::Form => text!(ctx.lang, "papers-kind-form"),
        DocumentKind::Picture => text!(ctx.lang, "papers-kind-picture"),
        DocumentKind::Decision => text!(ctx.lang, "papers-kind-decision"),
    }
}

fn language_name(ctx: &Ctx, language: Language) -> String {
    match language {
        Language::Nb => text!(ctx.lang, "papers-language-nb"),
        Language::Nn => text!(ctx.lang, "papers-language-nn"),
        Language::En => text!(ctx.lang, "papers-language-en"),
    }
}

fn missing(ctx: &Ctx, field: &str) -> String {
    match field {
        "alt_nb" => text!(ctx.lang, "papers-mistake-alt-nb"),
        "alt_nn" => text!(ctx.lang, "papers-mistake-alt-nn"),
        "caption_nb" => text!(ctx.lang, "papers-mistake-caption-nb"),
        "reason_nb" => text!(ctx.lang, "papers-mistake-reason-nb"),
        "reason_nn" => text!(ctx.lang, "papers-mistake-reason-nn"),
        _ => text!(ctx.lang, "papers-mistake-title"),
    }
}

fn refused(ctx: &Ctx, refusal: DocumentRefusal) -> String {
    match refusal {
        DocumentRefusal::NotFound => text!(ctx.lang, "message-not-found"),
        DocumentRefusal::NameTaken => text!(ctx.lang, "papers-mistake-name-taken"),
        DocumentRefusal::SameFile => text!(ctx.lang, "papers-mistake-same-file"),
        DocumentRefusal::ChangedMeanwhile => text!(ctx.lang, "papers-mistake-changed"),
        DocumentRefusal::ReasonMissing => text!(ctx.lang, "papers-mistake-reason-nb"),
        DocumentRefusal::IsPublic => text!(ctx.lang, "papers-mistake-public"),
        DocumentRefusal::Infected => text!(ctx.lang, "papers-mistake-infected"),
    }
}

fn not_taken(ctx: &Ctx, why: NotTaken) -> String {
    match why {
        NotTaken::Unknown | NotTaken::Failed => text!(ctx.lang, "papers-mistake-unknown"),
        NotTaken::OldOffice => text!(ctx.lang, "papers-mistake-old-office"),
        NotTaken::Macros => text!(ctx.lang, "papers-mistake-macros"),
        NotTaken::Encrypted => text!(ctx.lang, "papers-mistake-encrypted"),
        NotTaken::Damaged => text!(ctx.lang, "papers-mistake-damaged"),
        NotTaken::Empty => text!(ctx.lang, "papers-mistake-empty"),
        NotTaken::TooManyPixels => text!(ctx.lang, "papers-mistake-pixels"),
        NotTaken::Bomb => text!(ctx.lang, "papers-mistake-bomb"),
    }
}
