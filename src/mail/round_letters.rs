//! The words of the letters about a round: its deadline has moved, something was put right, the outcome is
//! there, or a draft lies unsent.

use super::letters::one_line;
use crate::domain::announcement::{Announcement, AnnouncementKind};
use crate::domain::consultation::Consultation;
use crate::domain::ids::{LetterId, SubmissionId};
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::way_in::WayIn;
use crate::text;
use crate::text::dates;

/// Why someone is written to; the letter says so, and where its link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// They have a draft that is not sent.
    Draft,
    /// They have answered, and want to know the outcome.
    Answered,
}

/// To whom a letter goes, and what it needs to know.
#[derive(Debug, Clone, Copy)]
pub struct RoundOccasion<'a> {
    /// The round as it is now.
    pub round: &'a Consultation,
    /// The language of the letter.
    pub language: Language,
    /// The address.
    pub recipient: &'a str,
    /// Why they are written to.
    pub why: Why,
    /// Where the link leads.
    pub path: &'a str,
    /// The submission it is about.
    pub submission: Option<SubmissionId>,
    /// The municipality's name, as the letter is signed.
    pub municipality: &'a str,
    /// The address of the service, before the path.
    pub base_url: &'a str,
}

/// The letter that tells of an announcement.
#[must_use]
pub fn announcement_letter(occasion: &RoundOccasion<'_>, announcement: &Announcement) -> Letter {
    let (language, title) = (occasion.language, occasion.title());
    let until = dates::deadline(language, announcement.closes_at);
    let (subject, opening) = match announcement.kind {
        AnnouncementKind::Extended => (
            text!(language, "letter-subject-extended", title = title),
            text!(language, "letter-opening-extended"),
        ),
        AnnouncementKind::Closed => (
            text!(language, "letter-subject-closed", title = title),
            text!(language, "letter-opening-closed"),
        ),
        AnnouncementKind::Reopened => (
            text!(language, "letter-subject-reopened", title = title),
            text!(language, "letter-opening-reopened"),
        ),
        AnnouncementKind::Corrected => (
            text!(language, "letter-subject-corrected", title = title),
            text!(language, "letter-opening-corrected"),
        ),
        AnnouncementKind::Concluded => (
            text!(language, "letter-subject-concluded", title = title),
            text!(language, "letter-opening-concluded"),
        ),
    };
    let deadline = match announcement.kind {
        AnnouncementKind::Extended | AnnouncementKind::Reopened => {
            Some(text!(language, "letter-new-deadline", deadline = until))
        }
        AnnouncementKind::Closed => {
            let before = dates::deadline(language, announcement.closed_before);
            Some(text!(language, "letter-old-deadline", deadline = before))
        }
        AnnouncementKind::Corrected => Some(text!(language, "letter-deadline", deadline = until)),
        AnnouncementKind::Concluded => None,
    };
    let note = announcement.note.as_ref().map(|note| note.text(language).trim().to_owned());
    let note = note.map(|note| match announcement.kind {
        AnnouncementKind::Corrected => text!(language, "letter-corrected", note = note),
        _ => text!(language, "letter-reason", reason = note),
    });
    let late = (announcement.kind == AnnouncementKind::Closed).then(|| occasion.late());
    occasion.letter(announcement.kind.letter(), subject, opening, deadline, [note, late])
}

/// The letter to someone with a draft that is not sent, some days before the deadline.
#[must_use]
pub fn draft_reminder(occasion: &RoundOccasion<'_>) -> Letter {
    let language = occasion.language;
    let subject = text!(language, "letter-subject-reminder", title = occasion.title());
    let opening = text!(language, "letter-opening-reminder");
    let deadline = dates::deadline(language, occasion.round.closes_at);
    let deadline = text!(language, "letter-deadline", deadline = deadline);
    let once = text!(language, "letter-reminder-once");
    occasion.letter(LetterKind::DraftReminder, subject, opening, Some(deadline), [Some(once), None])
}

impl RoundOccasion<'_> {
    fn title(&self) -> String {
        one_line(self.round.title.text(self.language))
    }

    /// What it means for a draft that the round has closed.
    fn late(&self) -> String {
        if self.round.late_counts {
            text!(self.language, "letter-draft-late-counts")
        } else {
            text!(self.language, "letter-draft-late-does-not-count")
        }
    }

    fn letter(
        &self,
        kind: LetterKind,
        subject: String,
        opening: String,
        deadline: Option<String>,
        what: [Option<String>; 2],
    ) -> Letter {
        let language = self.language;
        let facts = [Some(text!(language, "letter-round", title = self.title())), deadline];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        let [note, more] = what;
        let parts = [
            Some(text!(language, "letter-greeting")),
            Some(opening),
            Some(facts.join("\n")),
            note,
            more,
            Some(self.link()),
            Some(self.contact()),
            Some(format!("{}\n{}", text!(language, "letter-closing"), one_line(self.municipality))),
            Some(self.why()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Letter {
            id: LetterId::new(),
            submission_id: self.submission,
            kind,
            language,
            recipient: self.recipient.to_owned(),
            subject,
            body: parts.join("\n\n") + "\n",
            unsubscribe: None,
        }
    }

    fn link(&self) -> String {
        let language = self.language;
        let words = match self.why {
            // What was begun without login can be found in the same browser only.
            Why::Draft if self.round.who_may_answer == WayIn::Open => {
                text!(language, "letter-draft-link-open")
            }
            Why::Draft => text!(language, "letter-draft-link"),
            Why::Answered => text!(language, "letter-outcome-link"),
        };
        // A line of its own, so that a phone makes all of it a link and nothing more.
        format!("{words}\n{}{}", self.base_url.trim_end_matches('/'), self.path)
    }

    fn contact(&self) -> String {
        let language = self.language;
        let contact = &self.round.contact;
        let mut lines =
            vec![text!(language, "letter-round-contact"), one_line(&contact.name), one_line(&contact.email)];
        if let Some(phone) = &contact.phone {
            lines.push(text!(language, "letter-phone", phone = one_line(phone)));
        }
        lines.join("\n")
    }

    fn why(&self) -> String {
        match self.why {
            Why::Draft => text!(self.language, "letter-why-draft"),
            Why::Answered => text!(self.language, "letter-why-answered"),
        }
    }
}

#[cfg(test)]
#[path = "round_letters_tests.rs"]
mod tests;
