//! What was read out of a form that came back. It is kept with the draft, so that the person can be
//! told until they have sent it.

use super::draft::DraftContent;
use super::language::Localized;
use serde::{Deserialize, Serialize};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// The person's name.
    Name,
    /// The organisation's name; empty for a person who answers for themselves.
    Organisation,
    /// The organisation's number.
    OrgNumber,
    /// Where the receipt goes.
    Email,
    /// The box for «uten merknad».
    NoComment,
    /// The answer to the question with this number.
    Answer(i32),
}

/// What became of a form that was uploaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormReading {
    /// The SHA-256 of the file that it was read from.
    pub sha256: String,
    /// Its name.
    pub file_name: String,
    /// What kind of document it was.
    pub outcome: Outcome,
    /// The fields that were filled in from it.
    pub filled: Vec<Mark>,
    /// The fields in which something else stood already, and what the form has there.
    pub kept: Vec<(Mark, String)>,
    /// The fields that are there, with nothing in them.
    pub empty: Vec<Mark>,
    /// The fields that are not there.
    pub missing: Vec<Mark>,
    /// The questions of which nobody can be sure what was ticked.
    #[serde(default)]
    pub unclear: Vec<Mark>,
    /// Text that belongs to no field of the form as it is now.
    pub unplaced: Vec<String>,
}

/// What kind of document a form was that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The round's form.
    Read,
    /// An earlier version of it: the answers to questions that are asked still.
    OlderForm,
    /// A document that does not say which form it is, with headings of this round's form.
    ByHeadings,
    /// Another round's form. `None` where that round is not public.
    OtherRound(Option<OtherRound>),
    /// A text document that is no form of ours.
    NotOurForm,
    /// A file whose text is not read: a picture, a PDF, a spreadsheet.
    NoTextDocument,
    /// A text document that cannot be read.
    Unreadable,
}

/// The round that a form belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRound {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: Localized,
}

/// Whose text stands where both the person and the form have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precedence {
    /// What the person typed.
    Typed,
    /// What stands in the form.
    Form,
}

impl Outcome {
    /// Whether answers may be taken from such a document.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        matches!(self, Self::Read | Self::OlderForm | Self::ByHeadings)
    }
}

impl FormReading {
    /// Writes `texts` into a draft, in the order of the form; nothing that somebody typed is lost
    /// unless they said so.
    pub fn fill(&mut self, content: &mut DraftContent, texts: Vec<(Mark, String)>, precedence: Precedence) {
        for (mark, text) in texts {
            if text.is_empty() {
                self.empty.push(mark);
                continue;
            }
            match field(content, mark) {
                None => content.no_comment = true,
                Some(field)
                    if field.trim().is_empty() || *field == text || precedence == Precedence::Form =>
                {
                    *field = text;
                }
                Some(_) => {
                    self.kept.push((mark, text));
                    continue;
                }
            }
            self.filled.push(mark);
        }
        if self.filled.contains(&Mark::Organisation) {
            "organisation".clone_into(&mut content.role);
        }
    }
}

/// Where a field's text stands in a draft; nowhere for the box, which has none.
fn field(content: &mut DraftContent, mark: Mark) -> Option<&mut String> {
    match mark {
        Mark::Name => Some(&mut content.name),
        Mark::Organisation => Some(&mut content.organisation),
        Mark::OrgNumber => Some(&mut content.org_number),
        Mark::Email => Some(&mut content.email),
        Mark::NoComment => None,
        Mark::Answer(number) => Some(content.answers.entry(number).or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> FormReading {
        FormReading {
            sha256: String::new(),
            file_name: "svar.docx".to_owned(),
            outcome: Outcome::Read,
            filled: Vec::new(),
            kept: Vec::new(),
            empty: Vec::new(),
            missing: Vec::new(),
            unclear: Vec::new(),
            unplaced: Vec::new(),
        }
    }

    fn texts() -> Vec<(Mark, String)> {
        [
            (Mark::Name, "Kari"),
            (Mark::NoComment, ""),
            (Mark::Answer(1), "Fra skjemaet"),
            (Mark::Answer(2), "To"),
        ]
        .map(|(mark, text)| (mark, text.to_owned()))
        .to_vec()
    }

    #[test]
    fn what_was_typed_stays_and_what_the_form_has_there_is_told() {
        let mut content = DraftContent::default();
        content.answers.insert(1, "Skrevet her".to_owned());
        let mut reading = reading();
        reading.fill(&mut content, texts(), Precedence::Typed);
        assert_eq!(content.answers[&1], "Skrevet her");
        assert_eq!((content.answers[&2].as_str(), content.name.as_str()), ("To", "Kari"));
        assert_eq!(reading.kept, [(Mark::Answer(1), "Fra skjemaet".to_owned())]);
        assert_eq!(reading.filled, [Mark::Name, Mark::Answer(2)]);
        assert_eq!(reading.empty, [Mark::NoComment]);
        assert!(!content.no_comment);
    }

    #[test]
    fn the_form_goes_first_where_it_has_text_and_the_person_says_so() {
        let mut content = DraftContent::default();
        content.answers.insert(1, "Skrevet her".to_owned());
        content.answers.insert(3, "Bare her".to_owned());
        let mut reading = reading();
        reading.fill(&mut content, texts(), Precedence::Form);
        assert_eq!(content.answers[&1], "Fra skjemaet");
        assert_eq!(content.answers[&3], "Bare her");
        assert_eq!(reading.kept, []);
    }

    #[test]
    fn a_form_with_an_organisation_answers_for_it() {
        let mut content = DraftContent { role: "self".to_owned(), ..DraftContent::default() };
        let texts = vec![(Mark::Organisation, "Laget".to_owned()), (Mark::NoComment, "☒".to_owned())];
        reading().fill(&mut content, texts, Precedence::Typed);
        assert_eq!((content.role.as_str(), content.no_comment), ("organisation", true));
    }
}
