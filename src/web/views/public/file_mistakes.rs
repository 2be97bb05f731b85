//! What can be wrong with a file that is handed in, and the sentence for each.

use crate::domain::ids::AttachmentId;
use crate::files::NotTaken;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::documents::size;

/// One file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMistake {
    /// The file that it was to replace.
    pub replaces: Option<AttachmentId>,
    /// What is wrong.
    pub what: FileWrong,
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileWrong {
    /// The button was pressed and no file chosen.
    NothingChosen,
    /// It is too large.
    TooLarge {
        /// The file.
        name: String,
        /// How large one may be.
        max_bytes: u64,
    },
    /// There are as many as there may be.
    TooMany {
        /// The file.
        name: String,
        /// How many there may be.
        max_files: usize,
    },
    /// It is of no kind that is taken.
    NotTaken {
        /// The file.
        name: String,
        /// Why.
        why: NotTaken,
    },
    /// It is there already.
    AlreadyThere {
        /// The file.
        name: String,
        /// What it is called there.
        other: String,
    },
    /// The file that it was to replace is gone, or may not be replaced.
    NothingToReplace {
        /// The file.
        name: String,
    },
    /// One file was to be replaced by several.
    OneForOne {
        /// The file.
        name: String,
    },
}

impl FileMistake {
    /// The id of the field it stands at, where `there` are the files with such a field.
    #[must_use]
    pub fn field(&self, there: impl Fn(AttachmentId) -> bool) -> String {
        match self.replaces {
            Some(old) if there(old) => format!("fil-{old}"),
            _ => "fil".to_owned(),
        }
    }

    /// The sentence, the same in the summary and at the field: which file, what it is, what to do.
    #[must_use]
    pub fn sentence(&self, ctx: &Ctx) -> String {
        let lang = ctx.lang;
        match &self.what {
            FileWrong::NothingChosen => text!(lang, "file-nothing-chosen"),
            FileWrong::TooLarge { name, max_bytes } => {
                let limit = size(lang, i64::try_from(*max_bytes).unwrap_or(i64::MAX));
                text!(lang, "file-too-large", name = name.as_str(), limit = limit)
            }
            FileWrong::TooMany { name, max_files } => {
                text!(lang, "file-too-many", name = name.as_str(), limit = *max_files)
            }
            FileWrong::NotTaken { name, why } => not_taken(name, *why, ctx),
            FileWrong::AlreadyThere { name, other } if name == other => {
                text!(lang, "file-already-there", name = name.as_str())
            }
            FileWrong::AlreadyThere { name, other } => {
                text!(lang, "file-already-there-as", name = name.as_str(), other = other.as_str())
            }
            FileWrong::NothingToReplace { name } => {
                text!(lang, "file-nothing-to-replace", name = name.as_str())
            }
            FileWrong::OneForOne { name } => text!(lang, "file-one-for-one", name = name.as_str()),
        }
    }
}

fn not_taken(name: &str, why: NotTaken, ctx: &Ctx) -> String {
    let lang = ctx.lang;
    match why {
        NotTaken::Unknown => text!(lang, "file-unknown", name = name),
        NotTaken::OldOffice => text!(lang, "file-old-office", name = name),
        NotTaken::Macros => text!(lang, "file-macros", name = name),
        NotTaken::Encrypted => text!(lang, "file-encrypted", name = name),
        NotTaken::Damaged | NotTaken::Failed => text!(lang, "file-damaged", name = name),
        NotTaken::Empty => text!(lang, "file-empty", name = name),
        NotTaken::TooManyPixels => text!(lang, "file-too-many-pixels", name = name),
        NotTaken::Bomb => text!(lang, "file-bomb", name = name),
    }
}
