//! The fields of a heading of the codebook, and what is said of mistakes in them.

use crate::domain::code::CodeRefusal;
use crate::text;
use crate::text::number;
use crate::web::forms::code::{CodeForm, CodeMistake, place};
use crate::web::views::Ctx;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::notice::{Tone, status};
use maud::{Markup, html};

/// A form as it was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// What was typed.
    pub form: CodeForm,
    /// What is wrong, all at once.
    pub mistakes: Vec<CodeMistake>,
}

impl Filled {
    /// The mistakes for the summary.
    #[must_use]
    pub fn summary(&self, ctx: &Ctx) -> Vec<(String, String)> {
        let mistakes = self.mistakes.iter();
        mistakes.map(|mistake| (place(*mistake).to_owned(), sentence(ctx, *mistake))).collect()
    }

    /// Name and key.
    #[must_use]
    pub fn words(&self, ctx: &Ctx, key_help: String) -> Markup {
        html! {
            (self.line(ctx, "name_nb", text!(ctx.lang, "code-name-nb"), None))
            (self.line(ctx, "name_nn", text!(ctx.lang, "code-name-nn"), None))
            (self.line(ctx, "name_en", text!(ctx.lang, "code-name-en"), None))
            (self.line(ctx, "key", text!(ctx.lang, "code-key"), Some(key_help)))
        }
    }

    fn line(&self, ctx: &Ctx, name: &'static str, label: String, help: Option<String>) -> Markup {
        let wrong = self.mistakes.iter().find(|mistake| place(**mistake) == name);
        field(&Field {
            name,
            kind: if name == "key" { Kind::Word } else { Kind::Line },
            label,
            help,
            value: self.form.get(name),
            mistake: wrong.map(|mistake| sentence(ctx, *mistake)),
        })
    }
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeDone {
    /// A heading was added.
    Added,
    /// A heading was changed.
    Changed,
    /// A heading was moved.
    Moved,
    /// A heading was removed.
    Removed,
}

impl CodeDone {
    /// What an address says has been done.
    #[must_use]
    pub fn from_address(word: &str) -> Option<Self> {
        Some(match word {
            "lagt-til" => Self::Added,
            "endret" => Self::Changed,
            "flyttet" => Self::Moved,
            "fjernet" => Self::Removed,
            _ => return None,
        })
    }

    /// The sentence that says so.
    #[must_use]
    pub fn shown(self, ctx: &Ctx) -> Markup {
        let sentence = match self {
            Self::Added => text!(ctx.lang, "code-done-added"),
            Self::Changed => text!(ctx.lang, "code-done-changed"),
            Self::Moved => text!(ctx.lang, "code-done-moved"),
            Self::Removed => text!(ctx.lang, "code-done-removed"),
        };
        status(Tone::Success, &sentence)
    }
}

fn sentence(ctx: &Ctx, mistake: CodeMistake) -> String {
    match mistake {
        CodeMistake::Name => text!(ctx.lang, "code-mistake-name"),
        CodeMistake::Key => text!(ctx.lang, "code-mistake-key"),
        CodeMistake::TooLong(_, max) => {
            text!(ctx.lang, "papers-mistake-too-long", max = number(ctx.lang, max))
        }
        CodeMistake::Refused(CodeRefusal::NotFound) => text!(ctx.lang, "message-not-found"),
        CodeMistake::Refused(CodeRefusal::ChangedMeanwhile) => text!(ctx.lang, "code-mistake-changed"),
        CodeMistake::Refused(CodeRefusal::KeyTaken) => text!(ctx.lang, "code-mistake-key-taken"),
        CodeMistake::Refused(CodeRefusal::TooDeep) => text!(ctx.lang, "code-mistake-too-deep"),
        CodeMistake::Refused(CodeRefusal::HasCodes) => text!(ctx.lang, "code-mistake-has-codes"),
    }
}
