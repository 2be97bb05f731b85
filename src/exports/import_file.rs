//! Submissions that were received elsewhere (letters, e-mails, meetings, earlier web forms), read
//! from a JSON file: a list of entries.
//!
//! Reading is strict and tells of every fault at once, by entry and field. No message repeats what
//! an entry says, since faults are printed and logged and entries hold personal data.

mod fields;

use self::fields::Fields;
use super::email;
use super::json::Json;
use crate::domain::clock::Moment;
use crate::domain::language::Language;
use crate::domain::national_id;
use crate::domain::question::IMPORTED_ANSWER_MAX_CHARS;
use crate::domain::respondent::{OrgNumber, Respondent, RespondentKind};
use crate::domain::submission::Channel;
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use secrecy::SecretString;
use std::collections::{BTreeMap, HashMap};

/// Fields that people who prepared a file may leave in it; they are not kept.
const ANNOTATIONS: [&str; 3] = ["expected_codes", "traits", "note"];

/// One submission of the file.
#[derive(Debug, Clone)]
pub struct ImportEntry {
    /// Its name in the file, by which a second import knows it again.
    pub key: String,
    /// The slug of the round.
    pub consultation: String,
    /// How it came in.
    pub channel: Channel,
    /// Who answers.
    pub respondent: Respondent,
    /// Eleven digits, valid; to be hashed and forgotten.
    pub national_id: Option<SecretString>,
    /// When it came in.
    pub received_at: Moment,
    /// The answers by question number, kept as [`as_kept`] says; only those with a visible
    /// character, so there may be none.
    pub answers: BTreeMap<i32, String>,
}

/// What an entry speaks of that must be there, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The entry, as a [`Fault`] names it.
    pub entry: String,
    /// The slug of the round.
    pub consultation: String,
    /// The numbers of the questions.
    pub questions: Vec<i32>,
}

/// A file, read.
#[derive(Debug, Clone, Default)]
pub struct ImportFile {
    /// The entries without a fault, in their order.
    pub entries: Vec<ImportEntry>,
    /// Every fault that the file shows by itself; with one, nothing of it may be registered.
    pub faults: Vec<Fault>,
    /// What the other entries speak of, so that it can be looked up in the same go.
    pub mentions: Vec<Mention>,
}

/// One thing that is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{entry}: {field}: {problem}")]
pub struct Fault {
    /// The entry's key, or `entry 3` (from 1) where it has none that can be used; `file` for the
    /// whole.
    pub entry: String,
    /// The field: `respondent.email`, `answers.2`.
    pub field: String,
    /// What is wrong with it.
    pub problem: String,
}

/// Reads the file. That the rounds and their questions exist is for the caller to check.
#[must_use]
pub fn read(json: &str) -> ImportFile {
    let unreadable = |problem: String| {
        let faults = vec![Fault { entry: "file".into(), field: "JSON".into(), problem }];
        ImportFile { faults, ..ImportFile::default() }
    };
    let values = match serde_json::from_str(json) {
        Ok(Json::List(values)) => values,
        Ok(other) => return unreadable(format!("must be a list of entries, not {}", other.kind())),
        Err(error) => return unreadable(error.to_string()),
    };
    let mut file = ImportFile::default();
    let mut first_places = HashMap::new();
    for (place, value) in (1..).zip(values) {
        let key = key_of(&value).map(str::to_owned);
        let name = key.clone().unwrap_or_else(|| format!("entry {place}"));
        let mut mention = Mention { entry: name.clone(), consultation: String::new(), questions: Vec::new() };
        let faults_before = file.faults.len();
        let Some(mut fields) = Fields::new(name, String::new(), value, &mut file.faults) else { continue };
        if let Some(first) = key.and_then(|key| first_places.insert(key, place)) {
            fields.fault("key", format!("stands twice, as entry {first} and entry {place}"));
        }
        let entry = entry(&mut fields, &mut mention);
        fields.refuse_the_rest();
        match entry {
            Some(entry) if file.faults.len() == faults_before => file.entries.push(entry),
            _ if mention.consultation.is_empty() => {}
            _ => file.mentions.push(mention),
        }
    }
    file
}

fn key_of(value: &Json) -> Option<&str> {
    let Json::Object(members) = value else { return None };
    members.iter().find_map(|(name, value)| match value {
        Json::Text(key) if name == "key" && has_visible_character(key) && !key.contains(char::is_control) => {
            Some(key.as_str())
        }
        _ => None,
    })
}

/// `None` after a fault; but every field is looked at first.
fn entry(fields: &mut Fields<'_>, mention: &mut Mention) -> Option<ImportEntry> {
    let key = fields.text("key");
    let consultation = fields.text("consultation");
    mention.consultation = consultation.clone().unwrap_or_default();
    let channel = fields.choice("channel", Channel::from_name, "web, form-upload, letter, email or meeting");
    let language = fields.choice("language", Language::from_tag, "nb, nn or en");
    let received_at =
        fields.choice("received", moment, "a time in RFC 3339 with offset, as 2023-06-30T23:59:59+02:00");
    let respondent = respondent(fields, language);
    let answers = answers(fields, &mut mention.questions);
    for annotation in ANNOTATIONS {
        fields.skip(annotation);
    }
    let (respondent, national_id) = respondent?;
    Some(ImportEntry {
        key: key?,
        consultation: consultation?,
        channel: channel?,
        respondent,
        national_id,
        received_at: received_at?,
        answers: answers?,
    })
}

/// RFC 3339 to the letter: the time library also reads dates without time and zones in brackets.
fn moment(text: &str) -> Option<Moment> {
    let (date_time, rest) = text.split_at_checked("2023-06-30T23:59:59".len())?;
    let fits = |text: &str, pattern: &str| {
        text.len() == pattern.len()
            && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            })
    };
    let offset = rest
        .strip_prefix('.')
        .map_or(rest, |fraction| fraction.trim_start_matches(|c: char| c.is_ascii_digit()));
    let has_offset = offset == "Z" || fits(offset, "+00:00") || fits(offset, "-00:00");
    if fits(date_time, "0000-00-00T00:00:00") && has_offset { text.parse().ok() } else { None }
}

fn respondent(
    entry: &mut Fields<'_>,
    language: Option<Language>,
) -> Option<(Respondent, Option<SecretString>)> {
    let mut fields = entry.object("respondent")?;
    let kind = fields.choice("kind", RespondentKind::from_name, "person, organisation or group");
    let name = fields.text("name");
    let organisation = fields.optional_text("organisation");
    let org_number = fields.optional_choice(
        "org_number",
        OrgNumber::parse,
        "nine digits of which the last is the right control digit",
    );
    let national_id =
        fields.optional_choice("national_id", secret_national_id, "eleven digits with valid control digits");
    let email = fields.optional_choice(
        "email",
        |text| email::is_address(text).then(|| text.to_owned()),
        "one e-mail address",
    );
    let group_size = fields.optional_positive("group_size");
    let group_ages = fields.optional_text("group_ages");
    fields.refuse_the_rest();
    let respondent = Respondent {
        kind: kind?,
        name: name?,
        organisation,
        org_number,
        email,
        group_size,
        group_ages,
        language: language?,
        wants_outcome: false,
    };
    Some((respondent, national_id))
}

fn secret_national_id(text: &str) -> Option<SecretString> {
    let has_eleven_digits = text.len() == 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    (has_eleven_digits && national_id::is_in(text)).then(|| SecretString::from(text))
}

/// `questions` gets the number of every answer that says something, or that cannot be read.
fn answers(entry: &mut Fields<'_>, questions: &mut Vec<i32>) -> Option<BTreeMap<i32, String>> {
    let mut fields = entry.object("answers")?;
    let mut answers = BTreeMap::new();
    for name in fields.names() {
        let text = fields.raw_text(&name);
        // Written in one way only, or «1» and «01» would be two answers to one question.
        let number = name.parse().ok().filter(|number: &i32| *number > 0 && number.to_string() == name);
        if number.is_none() {
            fields.fault(&name, "must be a question's number, from 1".into());
        }
        let is_blank = text.as_deref().is_some_and(|text| !has_visible_character(text));
        questions.extend(number.filter(|_| !is_blank));
        let (Some(number), Some(text)) = (number, text) else { continue };
        let kept = as_kept(&text);
        let length = count_chars(&kept);
        if length > IMPORTED_ANSWER_MAX_CHARS {
            fields.fault(
                &name,
                format!("is {length} characters long; at most {IMPORTED_ANSWER_MAX_CHARS} can be kept"),
            );
        }
        if has_visible_character(&kept) {
            answers.insert(number, kept);
        }
    }
    fields.refuse_the_rest();
    Some(answers)
}

#[cfg(test)]
#[path = "import_file_tests.rs"]
mod tests;
