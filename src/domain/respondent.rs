//! Who answers: a person, an organisation or a group.

use super::language::Language;
use super::named::named;

named! {
    /// What kind of respondent it is.
    pub enum RespondentKind {
        /// A private individual.
        Person = "person",
        /// An organisation or enterprise.
        Organisation = "organisation",
        /// Several together, registered by staff or an adult.
        Group = "group",
    }
}

/// Who stands behind a submission, as they wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respondent {
    /// Person, organisation or group.
    pub kind: RespondentKind,
    /// The person's own name, or the name the input goes by.
    pub name: String,
    /// The organisation they answer for or belong to.
    pub organisation: Option<String>,
    /// Its number in Enhetsregisteret.
    pub org_number: Option<OrgNumber>,
    /// Where the receipt goes.
    pub email: Option<String>,
    /// How many were in the group.
    pub group_size: Option<i32>,
    /// Their ages, as written: «13-16».
    pub group_ages: Option<String>,
    /// The language of the submission and of letters to them.
    pub language: Language,
    /// Whether they want a letter about what comes of it.
    pub wants_outcome: bool,
}

impl Respondent {
    /// The name that a reader of the public journal sees: the organisation for an organisation.
    #[must_use]
    pub fn public_name(&self) -> &str {
        match (self.kind, &self.organisation) {
            (RespondentKind::Organisation, Some(organisation)) => organisation,
            _ => &self.name,
        }
    }
}

/// A number in Enhetsregisteret: nine digits, the last a mod-11 control digit.
///
/// Source: Brønnøysundregistrene, «Organisasjonsnummeret» (weights 3 2 7 6 5 4 3 2).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OrgNumber(String);

impl OrgNumber {
    /// Reads a number as people write it, with or without spaces; `None` where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let values: Vec<u32> = digits.chars().map_while(|c| c.to_digit(10)).collect();
        if values.len() != digits.chars().count() {
            return None;
        }
        let (&control, body) = values.split_last()?;
        let is_valid = body.len() == 8 && control == control_digit(body);
        is_valid.then_some(Self(digits))
    }

    /// The nine digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 10 where no digit would do; no number has it.
fn control_digit(body: &[u32]) -> u32 {
    let weights = [3, 2, 7, 6, 5, 4, 3, 2];
    let sum: u32 = weights.iter().zip(body).map(|(weight, digit)| weight * digit).sum();
    (11 - sum % 11) % 11
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisation_numbers_are_checked() {
        assert_eq!(OrgNumber::parse("974 760 673").unwrap().as_str(), "974760673");
        for wrong in ["974760674", "97476067", "9747606733", "abcdefghi", ""] {
            assert_eq!(OrgNumber::parse(wrong), None, "{wrong}");
        }
    }
}
