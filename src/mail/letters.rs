//! The words of the letters: receipts in the respondent's language, never with an answer in them.

use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::ids::LetterId;
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::links::Links;
use crate::domain::submission::Submission;
use crate::domain::way_in::WayIn;
use crate::text;
use crate::text::dates;

/// What a letter is about, and who sends it.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The round.
    pub round: &'a Consultation,
    /// The submission as it stands after the deed.
    pub submission: &'a Submission,
    /// The municipality's name, as the letter is signed.
    pub municipality: &'a str,
    /// The address of the service, before the path.
    pub base_url: &'a str,
}

/// The receipt for a new submission; `None` where the respondent gave no e-mail address.
#[must_use]
pub fn receipt(occasion: &Occasion<'_>) -> Option<Letter> {
    let language = occasion.language();
    let subject = text!(language, "letter-subject-receipt", reference = occasion.reference());
    let opening = text!(language, "letter-opening-receipt");
    occasion.letter(LetterKind::Receipt, subject, opening, &occasion.received(), Some(occasion.what_now()))
}

/// The receipt for a change; `None` where the respondent gave no e-mail address.
#[must_use]
pub fn change_receipt(occasion: &Occasion<'_>) -> Option<Letter> {
    let language = occasion.language();
    let subject = text!(language, "letter-subject-change", reference = occasion.reference());
    let opening = text!(language, "letter-opening-change");
    occasion.letter(
        LetterKind::ChangeReceipt,
        subject,
        opening,
        &occasion.received(),
        Some(occasion.what_now()),
    )
}

/// The receipt for a withdrawal; `None` where the respondent gave no e-mail address.
#[must_use]
pub fn withdrawal_receipt(occasion: &Occasion<'_>, withdrawn_at: Moment) -> Option<Letter> {
    let language = occasion.language();
    let closes_at = occasion.round.closes_at;
    let subject = text!(language, "letter-subject-withdrawal", reference = occasion.reference());
    let opening = text!(language, "letter-opening-withdrawal");
    let withdrawn = dates::moment_with_seconds(language, withdrawn_at);
    let when = text!(language, "letter-withdrawn", moment = withdrawn);
    let what_now = (withdrawn_at < closes_at)
        .then(|| text!(language, "letter-may-send-again", deadline = dates::deadline(language, closes_at)));
    occasion.letter(LetterKind::WithdrawalReceipt, subject, opening, &when, what_now)
}

/// The virus scanner has stopped a file of the submission; `None` where the respondent gave no e-mail
/// address. It does not name the file.
#[must_use]
pub fn file_stopped(occasion: &Occasion<'_>, now: Moment) -> Option<Letter> {
    let language = occasion.language();
    let closes_at = occasion.round.closes_at;
    let subject = text!(language, "letter-subject-file-stopped", reference = occasion.reference());
    let opening = text!(language, "letter-opening-file-stopped");
    let what_now = if now < closes_at {
        text!(language, "letter-file-may-change", deadline = dates::deadline(language, closes_at))
    } else {
        text!(language, "letter-file-too-late")
    };
    occasion.letter(LetterKind::FileStopped, subject, opening, &occasion.received(), Some(what_now))
}

impl Occasion<'_> {
    fn language(&self) -> Language {
        self.submission.current.respondent.language
    }

    fn reference(&self) -> &str {
        self.submission.reference.as_str()
    }

    fn received(&self) -> String {
        let language = self.language();
        let received = dates::moment_with_seconds(language, self.submission.current.received_at);
        text!(language, "letter-received", moment = received)
    }

    /// Until when it can be changed, or what it means that it came late.
    fn what_now(&self) -> String {
        let language = self.language();
        let deadline = dates::deadline(language, self.round.closes_at);
        if !self.submission.is_late(self.round) {
            text!(language, "letter-may-change", deadline = deadline)
        } else if self.round.late_counts {
            text!(language, "letter-late-counts", deadline = deadline)
        } else {
            text!(language, "letter-late-does-not-count", deadline = deadline)
        }
    }

    fn letter(
        &self,
        kind: LetterKind,
        subject: String,
        opening: String,
        when: &str,
        what_now: Option<String>,
    ) -> Option<Letter> {
        let language = self.language();
        let recipient = self.submission.current.respondent.email.clone()?;
        let facts = [
            text!(language, "letter-round", title = one_line(self.round.title.text(language))),
            text!(language, "letter-reference", reference = self.reference()),
            when.to_owned(),
        ];
        let facts: Vec<String> = facts.into_iter().chain(self.sender()).collect();
        let parts = [
            Some(text!(language, "letter-greeting")),
            Some(opening),
            Some(facts.join("\n")),
            what_now,
            Some(self.link()),
            Some(text!(language, "letter-why-short")),
            Some(self.contact()),
            Some(format!("{}\n{}", text!(language, "letter-closing"), one_line(self.municipality))),
            Some(text!(language, "letter-no-reply")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Some(Letter {
            id: LetterId::new(),
            submission_id: Some(self.submission.id),
            kind,
            language,
            recipient,
            subject,
            body: parts.join("\n\n") + "\n",
            unsubscribe: None,
        })
    }

    /// Who answered for whom, where that is two. Where nobody has logged in, what was typed goes to
    /// nobody else's mailbox.
    fn sender(&self) -> Vec<String> {
        let (language, who) = (self.language(), &self.submission.current.respondent);
        let Some(organisation) = &who.organisation else { return Vec::new() };
        if self.round.who_may_answer == WayIn::Open {
            return Vec::new();
        }
        let organisation = match &who.org_number {
            Some(number) => format!("{} ({})", one_line(organisation), number.as_str()),
            None => one_line(organisation),
        };
        vec![
            text!(language, "letter-on-behalf-of", organisation = organisation),
            text!(language, "letter-sent-by", name = one_line(&who.name)),
        ]
    }

    fn link(&self) -> String {
        let language = self.language();
        let (links, slug) = (Links::new(language), &self.round.slug);
        let receipt = links.my_submission(&self.submission.reference);
        // Where people come by letter, the login page is not for them.
        let path = match self.round.who_may_answer {
            WayIn::IdPorten => receipt,
            WayIn::EMail | WayIn::Open => links.ask_link_and_back(slug, &receipt),
        };
        // A line of its own, so that a phone makes all of it a link and nothing more.
        format!("{}\n{}{path}", text!(language, "letter-link"), self.base_url.trim_end_matches('/'))
    }

    fn contact(&self) -> String {
        let language = self.language();
        let contact = &self.round.contact;
        let mut lines =
            vec![text!(language, "letter-contact"), one_line(&contact.name), one_line(&contact.email)];
        if let Some(phone) = &contact.phone {
            lines.push(text!(language, "letter-phone", phone = one_line(phone)));
        }
        lines.join("\n")
    }
}

/// A text from a form or a file that may not break out of its line.
pub(super) fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
#[path = "letters_tests.rs"]
mod tests;
