//! The words of the letters to those who want to hear of new rounds.

use super::letters::one_line;
use crate::domain::consultation::Consultation;
use crate::domain::ids::LetterId;
use crate::domain::language::Language;
use crate::domain::letter::{Letter, LetterKind};
use crate::domain::links::Links;
use crate::domain::subscriber::Subscriber;
use crate::text;
use crate::text::dates;

/// To whom, and who writes.
#[derive(Debug, Clone, Copy)]
pub struct Subscription<'a> {
    /// The subscriber.
    pub subscriber: &'a Subscriber,
    /// The municipality's name, as the letter is signed.
    pub municipality: &'a str,
    /// The address of the service, before the path.
    pub base_url: &'a str,
}

impl Subscription<'_> {
    /// Asks whether whoever reads the letters wants them.
    #[must_use]
    pub fn ask(&self) -> Letter {
        let language = self.subscriber.language;
        let owner = one_line(self.municipality);
        let parts = [
            text!(language, "letter-greeting"),
            text!(language, "letter-subscription-link-opening", owner = owner),
            self.address(&self.links().subscription(&self.subscriber.token)),
            text!(language, "letter-subscription-link-not-you"),
            self.closing(),
        ];
        let subject = text!(language, "letter-subject-subscription-link");
        self.letter(LetterKind::SubscriptionLink, subject, &parts)
    }

    /// Tells that `round` has opened.
    #[must_use]
    pub fn round_opened(&self, round: &Consultation) -> Letter {
        let language = self.subscriber.language;
        let title = one_line(round.title.text(language));
        let deadline = dates::deadline(language, round.closes_at);
        let owner = one_line(self.municipality);
        let (page, stop) =
            (self.links().round(&round.slug), self.links().subscription(&self.subscriber.token));
        let parts = [
            text!(language, "letter-greeting"),
            text!(language, "letter-round-opened-opening", owner = owner),
            format!("{title}\n{}", text!(language, "deadline-is", deadline = deadline)),
            one_line(round.lede.text(language)),
            format!("{}\n{}", text!(language, "letter-round-opened-read"), self.address(&page)),
            self.closing(),
            format!("{}\n{}", text!(language, "letter-round-opened-stop"), self.address(&stop)),
        ];
        let subject = text!(language, "letter-subject-round-opened", title = title);
        self.letter(LetterKind::RoundOpened, subject, &parts)
    }

    fn links(&self) -> Links {
        Links::new(self.subscriber.language)
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }

    fn closing(&self) -> String {
        let language: Language = self.subscriber.language;
        format!("{}\n{}", text!(language, "letter-closing"), one_line(self.municipality))
    }

    fn letter(&self, kind: LetterKind, subject: String, parts: &[String]) -> Letter {
        Letter {
            id: LetterId::new(),
            submission_id: None,
            kind,
            language: self.subscriber.language,
            recipient: self.subscriber.address.clone(),
            subject,
            body: parts.join("\n\n") + "\n",
            unsubscribe: Some(self.address(&self.links().unsubscribe(&self.subscriber.token))),
        }
    }
}

#[cfg(test)]
#[path = "subscription_letters_tests.rs"]
mod tests;
