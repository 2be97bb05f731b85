//! The form with which an administrator gives somebody a role.

use crate::actions::grant_role::NewGrant;
use crate::domain::ids::StaffGrantId;
use crate::domain::national_id;
use crate::domain::staff::StaffRole;
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use serde::Deserialize;
use uuid::Uuid;

/// The longest issuer, subject or name.
const MAX_CHARS: usize = 300;

/// What the page sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct GrantForm {
    /// `give` or `take`.
    #[serde(rename = "do")]
    pub deed: String,
    /// To take away: which.
    pub grant: Option<Uuid>,
    /// Who vouches for the person.
    pub issuer: String,
    /// The person, in the issuer's words.
    pub subject: String,
    /// Their name.
    pub name: String,
    /// The role's name.
    pub role: String,
    /// The round's slug; empty for the whole installation.
    pub round: String,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantMistake {
    /// No issuer, or one too long to be one.
    Issuer,
    /// No subject, or one too long to be one.
    Subject,
    /// The subject is a national id, which is never kept.
    NationalId,
    /// A name too long to be one, or one that holds a national id.
    Name,
    /// No role.
    Role,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum GrantDeed {
    /// Give a role.
    Give(NewGrant),
    /// Take one away.
    Take(StaffGrantId),
}

impl GrantForm {
    /// The deed; `None` where it cannot have come from our page.
    ///
    /// # Errors
    /// The mistakes, all at once.
    pub fn deed(&self) -> Result<Option<GrantDeed>, Vec<GrantMistake>> {
        match (self.deed.as_str(), self.grant) {
            ("take", Some(id)) => Ok(Some(GrantDeed::Take(StaffGrantId(id)))),
            ("give", _) if !self.has_control_character() => self.new_grant().map(GrantDeed::Give).map(Some),
            _ => Ok(None),
        }
    }

    fn has_control_character(&self) -> bool {
        let fields = [&self.issuer, &self.subject, &self.name, &self.round];
        fields.iter().any(|text| text.trim().chars().any(char::is_control))
    }

    fn new_grant(&self) -> Result<NewGrant, Vec<GrantMistake>> {
        let mut mistakes = Vec::new();
        let (issuer, subject, name) = (self.issuer.trim(), self.subject.trim(), self.name.trim());
        let is_word = |text: &str| has_visible_character(text) && count_chars(text) <= MAX_CHARS;
        if !is_word(issuer) {
            mistakes.push(GrantMistake::Issuer);
        }
        if national_id::is_in(subject) {
            mistakes.push(GrantMistake::NationalId);
        } else if !is_word(subject) {
            mistakes.push(GrantMistake::Subject);
        }
        if count_chars(name) > MAX_CHARS || national_id::is_in(name) {
            mistakes.push(GrantMistake::Name);
        }
        let Some(role) = StaffRole::from_name(&self.role) else {
            mistakes.push(GrantMistake::Role);
            return Err(mistakes);
        };
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        Ok(NewGrant {
            issuer: issuer.to_owned(),
            subject: subject.to_owned(),
            name: has_visible_character(name).then(|| as_kept(name)),
            role,
            round: (!self.round.is_empty()).then(|| self.round.clone()),
        })
    }
}
