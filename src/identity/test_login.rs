//! The test login: choose who to be. For the demo and the tests, on loopback only.

use super::SignedIn;
use crate::domain::person::Identity;
use crate::domain::staff::StaffRole;

/// The issuer of everyone who logs in this way.
pub const ISSUER: &str = "https://test-login.invalid";
const LEVEL: &str = "idporten-loa-substantial";
const SUBJECT_MAX_CHARS: usize = 100;

/// Someone to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Persona {
    /// The subject; also what the form sends.
    pub subject: &'static str,
    /// The name on the button.
    pub name: &'static str,
    /// What they may do as staff.
    pub role: Option<StaffRole>,
}

/// The people of the demo, all invented.
pub const PERSONAS: [Persona; 5] = [
    Persona { subject: "torunn", name: "Torunn Eikeskarmyr", role: None },
    Persona { subject: "eivind", name: "Eivind Skogholtnes", role: None },
    Persona { subject: "leser", name: "Lise Leservik", role: Some(StaffRole::Reader) },
    Persona { subject: "saksbehandler", name: "Siri Sakslien", role: Some(StaffRole::CaseOfficer) },
    Persona { subject: "administrator", name: "Arne Adminhaug", role: Some(StaffRole::Administrator) },
];

/// Signs in as `subject`: a persona, or any other word as one more citizen. `None` where it is
/// empty, too long or holds control characters.
#[must_use]
pub fn sign_in(subject: &str, locale: &str) -> Option<SignedIn> {
    let subject = subject.trim();
    let is_word = !subject.is_empty() && !subject.chars().any(char::is_control);
    if !is_word || subject.chars().count() > SUBJECT_MAX_CHARS {
        return None;
    }
    let persona = PERSONAS.into_iter().find(|persona| persona.subject == subject);
    Some(SignedIn {
        identity: Identity {
            issuer: ISSUER.to_owned(),
            subject: subject.to_owned(),
            level: LEVEL.to_owned(),
            locale: Some(locale.to_owned()),
        },
        name: persona.map(|persona| persona.name.to_owned()),
        role: persona.and_then(|persona| persona.role),
        via: None,
    })
}
