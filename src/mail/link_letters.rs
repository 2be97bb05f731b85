//! The words of the letter with a link that lets someone in once.

use super::letters::one_line;
use crate::domain::consultation::Consultation;
use crate::domain::ids::LetterId;
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterKind};
use crate::text;

/// What the letter needs to know.
#[derive(Debug, Clone, Copy)]
pub struct LinkOccasion<'a> {
    /// The round that the link was asked for in.
    pub round: &'a Consultation,
    /// The language of the page where it was asked for.
    pub language: Language,
    /// The address that was given.
    pub recipient: &'a str,
    /// The link's path.
    pub path: &'a str,
    /// The municipality's name, as the letter is signed.
    pub municipality: &'a str,
    /// The address of the service, before the path.
    pub base_url: &'a str,
}

/// The letter.
#[must_use]
pub fn login_link(occasion: &LinkOccasion<'_>) -> Letter {
    let language = occasion.language;
    let title = one_line(occasion.round.title.text(language));
    let parts = [
        text!(language, "letter-greeting"),
        text!(language, "letter-login-link-opening", title = title),
        // A line of its own, so that a phone makes all of it a link and nothing more.
        format!("{}{}", occasion.base_url.trim_end_matches('/'), occasion.path),
        text!(language, "letter-login-link-how"),
        text!(language, "letter-login-link-not-you"),
        format!("{}\n{}", text!(language, "letter-closing"), one_line(occasion.municipality)),
    ];
    Letter {
        id: LetterId::new(),
        submission_id: None,
        kind: LetterKind::LoginLink,
        language,
        recipient: occasion.recipient.to_owned(),
        subject: text!(language, "letter-subject-login-link"),
        body: parts.join("\n\n") + "\n",
        unsubscribe: None,
    }
}
