//! The words of letters to consulted bodies: the invitation, the reminder, the new deadline, and the
//! receipt for «uten merknad» by the link.

use super::letters::one_line;
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, DeadlineDecision};
use crate::domain::ids::{LetterId, SubmissionId};
use crate::domain::invitee::InviteeFacts;
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::links::Links;
use crate::domain::submission::Submission;
use crate::text;
use crate::text::dates;

/// What the letters need to know.
#[derive(Debug, Clone, Copy)]
pub struct InviteeOccasion<'a> {
    /// The round.
    pub round: &'a Consultation,
    /// The body.
    pub invitee: &'a InviteeFacts,
    /// The municipality's name, as the letter is signed.
    pub municipality: &'a str,
    /// The address of the service, before the path.
    pub base_url: &'a str,
}

/// What a letter says of itself.
struct Head {
    kind: LetterKind,
    submission: Option<SubmissionId>,
    subject: String,
}

/// The invitation; `now` tells whether one can answer yet.
#[must_use]
pub fn invitation(occasion: &InviteeOccasion<'_>, token: &str, now: Moment) -> Letter {
    let language = occasion.invitee.language;
    let title = occasion.title();
    let opens = (now < occasion.round.opens_at).then(|| {
        let date = dates::date(language, occasion.round.opens_at.in_norway().date());
        text!(language, "invitee-letter-opens", date = date)
    });
    let lede = one_line(occasion.round.lede.text(language));
    let parts = [
        Some(text!(
            language,
            "invitee-letter-invitation",
            municipality = one_line(occasion.municipality),
            name = occasion.name(),
            title = title.clone()
        )),
        (!lede.is_empty()).then_some(lede),
        Some(occasion.deadline()),
        opens,
        Some(occasion.link(token)),
        Some(text!(language, "invitee-letter-no-comment")),
        Some(text!(language, "invitee-letter-share", name = occasion.name())),
    ];
    let subject = text!(language, "invitee-subject-invitation", title = title);
    occasion.letter(Head { kind: LetterKind::Invitation, submission: None, subject }, parts)
}

/// The reminder.
#[must_use]
pub fn reminder(occasion: &InviteeOccasion<'_>, token: &str) -> Letter {
    let language = occasion.invitee.language;
    let title = occasion.title();
    let parts = [
        Some(text!(language, "invitee-letter-reminder", name = occasion.name(), title = title.clone())),
        Some(occasion.deadline()),
        Some(occasion.link(token)),
        Some(text!(language, "invitee-letter-no-comment")),
        Some(text!(language, "invitee-letter-crossed")),
    ];
    let subject = text!(language, "invitee-subject-reminder", title = title);
    occasion.letter(Head { kind: LetterKind::InvitationReminder, submission: None, subject }, parts)
}

/// A new deadline, with its reason.
#[must_use]
pub fn new_deadline(occasion: &InviteeOccasion<'_>, token: &str, decision: &DeadlineDecision) -> Letter {
    let language = occasion.invitee.language;
    let title = occasion.title();
    let reason = decision.reason.as_ref().map(|reason| one_line(reason.text(language)));
    let parts = [
        Some(text!(language, "invitee-letter-new-deadline", title = title.clone())),
        Some(occasion.deadline()),
        reason.map(|reason| text!(language, "invitee-letter-reason", reason = reason)),
        Some(text!(language, "invitee-letter-answered-may-change")),
        Some(occasion.link(token)),
    ];
    let subject = text!(language, "invitee-subject-new-deadline", title = title);
    occasion.letter(Head { kind: LetterKind::InvitationDeadline, submission: None, subject }, parts)
}

/// The receipt for «uten merknad», said by the link and without login.
#[must_use]
pub fn no_comment_receipt(occasion: &InviteeOccasion<'_>, submission: &Submission) -> Letter {
    let language = occasion.invitee.language;
    let received = dates::moment_with_seconds(language, submission.current.received_at);
    let facts = [
        text!(language, "letter-round", title = occasion.title()),
        text!(language, "letter-reference", reference = submission.reference.as_str()),
        text!(language, "letter-received", moment = received),
    ];
    let deadline = dates::deadline(language, occasion.round.closes_at);
    let parts = [
        Some(text!(language, "invitee-letter-no-comment-received", name = occasion.name())),
        Some(facts.join("\n")),
        Some(text!(language, "invitee-letter-change-mind", deadline = deadline)),
    ];
    let reference = submission.reference.as_str();
    let subject = text!(language, "invitee-subject-no-comment", reference = reference);
    let head = Head { kind: LetterKind::NoCommentReceipt, submission: Some(submission.id), subject };
    occasion.letter(head, parts)
}

impl InviteeOccasion<'_> {
    fn language(&self) -> Language {
        self.invitee.language
    }

    fn title(&self) -> String {
        one_line(self.round.title.text(self.language()))
    }

    fn name(&self) -> String {
        one_line(&self.invitee.name)
    }

    fn deadline(&self) -> String {
        let deadline = dates::deadline(self.language(), self.round.closes_at);
        text!(self.language(), "invitee-letter-deadline", deadline = deadline)
    }

    fn link(&self, token: &str) -> String {
        let path = Links::new(self.language()).invited(token);
        // A line of its own, so that a phone makes all of it a link and nothing more.
        let base = self.base_url.trim_end_matches('/');
        format!("{}\n{base}{path}", text!(self.language(), "invitee-letter-link"))
    }

    fn letter(&self, head: Head, parts: impl IntoIterator<Item = Option<String>>) -> Letter {
        let language = self.language();
        let contact = &self.round.contact;
        let mut contacts = vec![
            text!(language, "invitee-letter-contact"),
            one_line(&contact.name),
            one_line(&contact.email),
        ];
        if let Some(phone) = &contact.phone {
            contacts.push(text!(language, "letter-phone", phone = one_line(phone)));
        }
        let mut body = vec![text!(language, "letter-greeting")];
        body.extend(parts.into_iter().flatten());
        body.push(contacts.join("\n"));
        body.push(format!("{}\n{}", text!(language, "letter-closing"), one_line(self.municipality)));
        body.push(text!(language, "invitee-letter-no-reply"));
        Letter {
            id: LetterId::new(),
            submission_id: head.submission,
            kind: head.kind,
            language,
            recipient: self.invitee.address.clone(),
            subject: head.subject,
            body: body.join("\n\n") + "\n",
            unsubscribe: None,
        }
    }
}

#[cfg(test)]
#[path = "invitee_letters_tests.rs"]
mod tests;
