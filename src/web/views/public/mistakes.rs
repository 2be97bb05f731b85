//! What can be wrong in the form, and the sentence for each.

use crate::text;
use crate::text::number;
use crate::web::views::Ctx;

/// One thing to put right, at one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// Neither themselves nor an organisation.
    RoleMissing,
    /// No name.
    NameMissing,
    /// The name has more than this many characters.
    NameTooLong(u64),
    /// They answer for an organisation without saying which.
    OrganisationMissing,
    /// Its name has more than this many characters.
    OrganisationTooLong(u64),
    /// Not nine digits, or the control digit does not fit.
    OrgNumberWrong,
    /// Nowhere to send the receipt.
    EmailMissing,
    /// It cannot be an e-mail address.
    EmailWrong,
    /// No language.
    LanguageMissing,
    /// No answer, no file, and not «uten merknad».
    NothingAnswered,
    /// Both answers and «uten merknad».
    NoCommentWithAnswers,
    /// Both files and «uten merknad».
    NoCommentWithFiles,
    /// A question that must be answered has no answer.
    AnswerMissing {
        /// The question.
        number: i32,
    },
    /// Something was chosen that is not offered.
    ChoiceUnknown {
        /// The question.
        number: i32,
    },
    /// More was chosen than may be.
    TooManyChosen {
        /// The question.
        number: i32,
    },
    /// An answer is too long.
    AnswerTooLong {
        /// The question.
        number: i32,
        /// Its limit, in characters.
        limit: usize,
        /// How long it is.
        length: usize,
    },
}

impl Mistake {
    /// The id of the field it stands at.
    #[must_use]
    pub fn field(&self) -> String {
        let id = match self {
            Self::RoleMissing => "role",
            Self::NameMissing | Self::NameTooLong(_) => "name",
            Self::OrganisationMissing | Self::OrganisationTooLong(_) => "organisation",
            Self::OrgNumberWrong => "org_number",
            Self::EmailMissing | Self::EmailWrong => "email",
            Self::LanguageMissing => "language",
            Self::NothingAnswered => "answer-1",
            Self::NoCommentWithAnswers | Self::NoCommentWithFiles => "no_comment",
            Self::AnswerMissing { number }
            | Self::ChoiceUnknown { number }
            | Self::TooManyChosen { number }
            | Self::AnswerTooLong { number, .. } => return format!("answer-{number}"),
        };
        id.to_owned()
    }

    /// The sentence, the same in the summary and at the field.
    #[must_use]
    pub fn sentence(&self, ctx: &Ctx) -> String {
        match self {
            Self::RoleMissing => text!(ctx.lang, "mistake-role-missing"),
            Self::NameMissing => text!(ctx.lang, "mistake-name-missing"),
            Self::NameTooLong(limit) => text!(ctx.lang, "mistake-name-too-long", limit = *limit),
            Self::OrganisationMissing => text!(ctx.lang, "mistake-organisation-missing"),
            Self::OrganisationTooLong(limit) => {
                text!(ctx.lang, "mistake-organisation-too-long", limit = *limit)
            }
            Self::OrgNumberWrong => text!(ctx.lang, "mistake-org-number-wrong"),
            Self::EmailMissing => text!(ctx.lang, "mistake-email-missing"),
            Self::EmailWrong => text!(ctx.lang, "mistake-email-wrong"),
            Self::LanguageMissing => text!(ctx.lang, "mistake-language-missing"),
            Self::NothingAnswered => text!(ctx.lang, "mistake-nothing-answered"),
            Self::NoCommentWithAnswers => text!(ctx.lang, "mistake-no-comment-with-answers"),
            Self::NoCommentWithFiles => text!(ctx.lang, "mistake-no-comment-with-files"),
            Self::AnswerMissing { number } => {
                text!(ctx.lang, "mistake-answer-missing", number = *number)
            }
            Self::ChoiceUnknown { number } => {
                text!(ctx.lang, "mistake-choice-unknown", number = *number)
            }
            Self::TooManyChosen { number } => {
                text!(ctx.lang, "mistake-choice-too-many", number = *number)
            }
            Self::AnswerTooLong { number: question, limit, length } => text!(
                ctx.lang,
                "mistake-answer-too-long",
                number = *question,
                limit = number(ctx.lang, *limit),
                length = number(ctx.lang, *length)
            ),
        }
    }
}

/// The sentence of the mistake at the field with this id.
#[must_use]
pub fn mistake_at(ctx: &Ctx, mistakes: &[Mistake], id: &str) -> Option<String> {
    mistakes.iter().find(|mistake| mistake.field() == id).map(|mistake| mistake.sentence(ctx))
}

/// All of them for the summary: field id and sentence.
#[must_use]
pub fn summary(ctx: &Ctx, mistakes: &[Mistake]) -> Vec<(String, String)> {
    mistakes.iter().map(|mistake| (mistake.field(), mistake.sentence(ctx))).collect()
}
