//! The forms with which an administrator keeps a round's list of consulted bodies.

use crate::domain::invitee::{INVITEES_MAX, InviteeFacts, REMINDER_DAYS_MAX, REMINDERS_MAX};
use crate::domain::language::Language;
use crate::domain::respondent::OrgNumber;
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use crate::exports::invitee_list::ListLine;
use crate::web::forms::address;
use serde::Deserialize;

/// The longest name, in characters.
const NAME_MAX_CHARS: usize = 200;
/// How many mistakes are told of one list; more help nobody.
const MISTAKES_MAX: usize = 30;

/// What the list's page sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InviteesForm {
    /// Which button.
    #[serde(rename = "do")]
    pub deed: String,
    /// The lines that were pasted.
    pub invitees_lines: String,
    /// The slug of the round whose list is used again.
    pub from: String,
    /// Days before the deadline, as they were typed.
    pub reminder_days: String,
}

/// What the page of one sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct InviteeForm {
    /// Which button.
    #[serde(rename = "do")]
    pub deed: String,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its number; empty where it has none.
    pub org_number: String,
    /// The language of its letters.
    pub language: String,
}

/// What is wrong with what is said of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactMistake {
    /// No name.
    NameMissing,
    /// A name too long to be one.
    NameTooLong,
    /// No address.
    AddressMissing,
    /// No address that mail can go to.
    AddressWrong,
    /// The number is no number of Enhetsregisteret.
    OrgNumberWrong,
    /// No language of ours.
    Language,
}

/// What is wrong with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListMistake {
    /// There is nothing in it.
    Empty,
    /// The file is too large.
    TooLarge,
    /// A line of it.
    Line(u64, FactMistake),
    /// There are more than a list may hold.
    TooMany,
}

impl InviteeForm {
    /// The form as it shows one.
    #[must_use]
    pub fn of(facts: &InviteeFacts) -> Self {
        Self {
            deed: String::new(),
            name: facts.name.clone(),
            address: facts.address.clone(),
            org_number: facts.org_number.as_ref().map(|one| one.as_str().to_owned()).unwrap_or_default(),
            language: facts.language.tag().to_owned(),
        }
    }

    /// What is said of the body.
    ///
    /// # Errors
    /// The mistakes, all at once.
    pub fn facts(&self) -> Result<InviteeFacts, Vec<FactMistake>> {
        let language = Language::from_tag(&self.language);
        let line = ListLine {
            number: 1,
            name: clean(&self.name),
            address: self.address.clone(),
            org_number: clean(&self.org_number),
            language,
        };
        let mut checked = facts(&line);
        if language.is_none() {
            match &mut checked {
                Ok(_) => checked = Err(vec![FactMistake::Language]),
                Err(mistakes) => mistakes.push(FactMistake::Language),
            }
        }
        checked
    }
}

/// What is said of the bodies on a list.
///
/// # Errors
/// The mistakes, by line.
pub fn check_list(lines: &[ListLine]) -> Result<Vec<InviteeFacts>, Vec<ListMistake>> {
    if lines.is_empty() {
        return Err(vec![ListMistake::Empty]);
    }
    if lines.len() > INVITEES_MAX {
        return Err(vec![ListMistake::TooMany]);
    }
    let (mut all, mut mistakes) = (Vec::new(), Vec::new());
    for line in lines {
        match facts(line) {
            Ok(facts) => all.push(facts),
            Err(wrong) => mistakes.extend(wrong.into_iter().map(|one| ListMistake::Line(line.number, one))),
        }
    }
    mistakes.truncate(MISTAKES_MAX);
    if mistakes.is_empty() { Ok(all) } else { Err(mistakes) }
}

fn facts(line: &ListLine) -> Result<InviteeFacts, Vec<FactMistake>> {
    let mut mistakes = Vec::new();
    let name = clean(&line.name);
    if !has_visible_character(&name) {
        mistakes.push(FactMistake::NameMissing);
    } else if count_chars(&name) > NAME_MAX_CHARS {
        mistakes.push(FactMistake::NameTooLong);
    }
    // No letter goes to an address without a dot behind the @, which is nearly always one cut short.
    let has_dot = |address: &String| address.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    let address = address::read(&line.address).filter(has_dot);
    if address.is_none() {
        let is_empty = !has_visible_character(&line.address);
        mistakes.push(if is_empty { FactMistake::AddressMissing } else { FactMistake::AddressWrong });
    }
    let org_number = OrgNumber::parse(&line.org_number);
    if org_number.is_none() && !line.org_number.trim().is_empty() {
        mistakes.push(FactMistake::OrgNumberWrong);
    }
    match address {
        Some(address) if mistakes.is_empty() => {
            Ok(InviteeFacts { name, org_number, address, language: line.language.unwrap_or(Language::Nb) })
        }
        _ => Err(mistakes),
    }
}

fn clean(text: &str) -> String {
    let line: String = as_kept(text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.trim().to_owned()
}

/// The days that were typed: numbers with anything but letters between them, «7, 2» or «7 og 2». `None`
/// where that cannot be what was meant.
#[must_use]
pub fn reminder_days(typed: &str) -> Option<Vec<i32>> {
    let words = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
    let words =
        words.filter(|word| !word.is_empty() && !matches!(word.to_lowercase().as_str(), "og" | "and"));
    let mut days = words.map(|word| word.parse::<i32>().ok()).collect::<Option<Vec<i32>>>()?;
    days.sort_unstable_by(|one, other| other.cmp(one));
    days.dedup();
    let is_sound =
        days.len() <= REMINDERS_MAX && days.iter().all(|day| (1..=REMINDER_DAYS_MAX).contains(day));
    is_sound.then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for (typed, days) in
            [("7", vec![7]), ("2, 7", vec![7, 2]), ("7 og 2", vec![7, 2]), ("", vec![]), ("7;7", vec![7])]
        {
            assert_eq!(reminder_days(typed), Some(days), "{typed}");
        }
        for wrong in ["sju", "0", "-1", "91", "1 2 3 4 5 6", "7 dager"] {
            assert_eq!(reminder_days(wrong), None, "{wrong}");
        }
    }
}
