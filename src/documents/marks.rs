//! How a downloaded form is known again, and each field in it.

pub use crate::domain::form_reading::Mark;

use crate::domain::ids::ConsultationId;
use crate::domain::language::Language;
use uuid::Uuid;

/// Which form a document is: it stands in the document's properties and in a bookmark at its title,
/// because some programs keep only one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormIdentity {
    /// The round.
    pub round: ConsultationId,
    /// The number of the form version.
    pub version: i32,
    /// The language that it was made in.
    pub language: Language,
}

const URN: &str = "urn:innspill:form:";

impl FormIdentity {
    /// As the document's identifier: `urn:innspill:form:ROUND:VERSION:LANGUAGE`.
    #[must_use]
    pub fn identifier(&self) -> String {
        format!("{URN}{}:{}:{}", self.round, self.version, self.language.tag())
    }

    /// Reads an identifier; `None` where it is none of ours.
    #[must_use]
    pub fn from_identifier(text: &str) -> Option<Self> {
        let mut parts = text.trim().strip_prefix(URN)?.split(':');
        let found = Self::from_parts(parts.next()?, parts.next()?, parts.next()?)?;
        parts.next().is_none().then_some(found)
    }

    /// As a bookmark, of at most 40 characters as Word wants it.
    #[must_use]
    pub fn bookmark(&self) -> String {
        format!("f{}_{}_{}", self.round.0.simple(), self.version, self.language.tag())
    }

    /// Reads a bookmark; `None` where it is none of ours.
    #[must_use]
    pub fn from_bookmark(name: &str) -> Option<Self> {
        let mut parts = name.strip_prefix('f')?.split('_');
        let found = Self::from_parts(parts.next()?, parts.next()?, parts.next()?)?;
        parts.next().is_none().then_some(found)
    }

    fn from_parts(round: &str, version: &str, language: &str) -> Option<Self> {
        Some(Self {
            round: ConsultationId(Uuid::try_parse(round).ok()?),
            version: version.parse().ok().filter(|number| *number > 0)?,
            language: Language::from_tag(language)?,
        })
    }
}

const TAG: &str = "innspill.";
const BOOKMARK: &str = "innspill_";

impl Mark {
    /// As the tag of a content control: `innspill.answer.3`.
    #[must_use]
    pub fn tag(self) -> String {
        format!("{TAG}{}", self.name('.'))
    }

    /// Reads a tag; `None` where it is none of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::from_name(tag.strip_prefix(TAG)?, '.')
    }

    /// As a bookmark: `innspill_answer_3`.
    #[must_use]
    pub fn bookmark(self) -> String {
        format!("{BOOKMARK}{}", self.name('_'))
    }

    /// Reads a bookmark; `None` where it is none of ours.
    #[must_use]
    pub fn from_bookmark(name: &str) -> Option<Self> {
        Self::from_name(name.strip_prefix(BOOKMARK)?, '_')
    }

    fn name(self, between: char) -> String {
        match self {
            Self::Name => "name".to_owned(),
            Self::Organisation => "organisation".to_owned(),
            Self::OrgNumber => "orgnumber".to_owned(),
            Self::Email => "email".to_owned(),
            Self::NoComment => "nocomment".to_owned(),
            Self::Answer(number) => format!("answer{between}{number}"),
        }
    }

    fn from_name(name: &str, between: char) -> Option<Self> {
        Some(match name {
            "name" => Self::Name,
            "organisation" => Self::Organisation,
            "orgnumber" => Self::OrgNumber,
            "email" => Self::Email,
            "nocomment" => Self::NoComment,
            answer => {
                let number = answer.strip_prefix("answer")?.strip_prefix(between)?;
                Self::Answer(number.parse().ok().filter(|number| *number > 0)?)
            }
        })
    }
}

/// The box of one option, where an answer is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChoiceMark {
    /// The number of the question.
    pub question: i32,
    /// The option's place in the form version, from 1.
    pub place: usize,
}

impl ChoiceMark {
    /// As the tag of a content control: `innspill.choice.3.2`.
    #[must_use]
    pub fn tag(self) -> String {
        format!("{TAG}choice.{}.{}", self.question, self.place)
    }

    /// Reads a tag; `None` where it is none of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::from_name(tag.strip_prefix(TAG)?, '.')
    }

    /// As a bookmark: `innspill_choice_3_2`.
    #[must_use]
    pub fn bookmark(self) -> String {
        format!("{BOOKMARK}choice_{}_{}", self.question, self.place)
    }

    /// Reads a bookmark; `None` where it is none of ours.
    #[must_use]
    pub fn from_bookmark(name: &str) -> Option<Self> {
        Self::from_name(name.strip_prefix(BOOKMARK)?, '_')
    }

    fn from_name(name: &str, between: char) -> Option<Self> {
        let (question, place) = name.strip_prefix("choice")?.strip_prefix(between)?.split_once(between)?;
        let question = question.parse().ok().filter(|number| *number > 0)?;
        Some(Self { question, place: place.parse().ok().filter(|place| *place > 0)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_boxes_of_options_are_known_again() {
        let mark = ChoiceMark { question: 12, place: 30 };
        assert_eq!(ChoiceMark::from_tag(&mark.tag()), Some(mark));
        assert_eq!(ChoiceMark::from_bookmark(&mark.bookmark()), Some(mark));
        assert_eq!(Mark::from_tag(&mark.tag()), None);
        for foreign in ["innspill.choice", "innspill.choice.1", "innspill.choice.0.1", "innspill.choice.1.x"]
        {
            assert_eq!(ChoiceMark::from_tag(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn marks_are_known_again() {
        for mark in
            [Mark::Name, Mark::Organisation, Mark::OrgNumber, Mark::Email, Mark::NoComment, Mark::Answer(12)]
        {
            assert_eq!(Mark::from_tag(&mark.tag()), Some(mark));
            assert_eq!(Mark::from_bookmark(&mark.bookmark()), Some(mark));
        }
        for foreign in ["", "innspill.", "innspill.answer", "innspill.answer.0", "innspill.answer.x", "name"]
        {
            assert_eq!(Mark::from_tag(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn a_form_is_known_again() {
        let form = FormIdentity { round: ConsultationId::new(), version: 999, language: Language::Nn };
        assert_eq!(FormIdentity::from_identifier(&form.identifier()), Some(form));
        assert_eq!(FormIdentity::from_bookmark(&form.bookmark()), Some(form));
        assert!(form.bookmark().len() <= 40);
        for foreign in ["", "urn:innspill:form:", "urn:innspill:form:x:1:nb", "urn:isbn:1"] {
            assert_eq!(FormIdentity::from_identifier(foreign), None, "{foreign}");
        }
        assert_eq!(FormIdentity::from_bookmark("f12_1_nb"), None);
    }
}
