//! Setting a round up: the parts that are edited one at a time, and its name in addresses.

use super::clock::Moment;
use super::consultation::{Consultation, Contact};
use super::ids::ConsultationId;
use super::language::Localized;
use super::named::named;
use super::submission::to_hex;
use super::way_in::WayIn;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::ops::RangeInclusive;
use unicode_normalization::UnicodeNormalization;

named! {
    /// A part of a round that has a page of its own, named as in addresses.
    pub enum SetupPart {
        /// Title, lede, body and what happens next.
        Texts = "tekster",
        /// Case number, unit, contact and what the round belongs to.
        Facts = "opplysninger",
        /// Announcement, opening, deadline.
        Dates = "frister",
        /// Who may answer.
        Way = "deltakere",
    }
}

/// A part of a round as it shall be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetupChange {
    /// [`SetupPart::Texts`].
    Texts {
        /// Title.
        title: Localized,
        /// Two or three sentences at the top.
        lede: Localized,
        /// The text, in Markdown.
        body: Localized,
        /// What happens after the deadline.
        next_steps: Localized,
    },
    /// [`SetupPart::Facts`].
    Facts {
        /// The name in addresses.
        slug: String,
        /// The case.
        case_number: String,
        /// The responsible unit.
        unit: Localized,
        /// Whom to ask.
        contact: Contact,
        /// Rounds with the same process are siblings.
        process: Option<String>,
        /// The round that it follows.
        previous_id: Option<ConsultationId>,
    },
    /// [`SetupPart::Dates`].
    Dates {
        /// The date of the public notice.
        announced_on: Date,
        /// From when one may answer.
        opens_at: Moment,
        /// The first instant that is too late.
        closes_at: Moment,
        /// Whether submissions after the deadline count.
        late_counts: bool,
    },
    /// [`SetupPart::Way`].
    Way {
        /// The least that is asked of who someone is.
        who_may_answer: WayIn,
        /// Why, in public.
        why: Option<Localized>,
    },
}

impl SetupChange {
    /// The part that it is of.
    #[must_use]
    pub fn part(&self) -> SetupPart {
        match self {
            Self::Texts { .. } => SetupPart::Texts,
            Self::Facts { .. } => SetupPart::Facts,
            Self::Dates { .. } => SetupPart::Dates,
            Self::Way { .. } => SetupPart::Way,
        }
    }
}

impl Consultation {
    /// What tells one state of a part from another: a page that shows a part carries it, so that of
    /// two who change the same part the second is told, and those who change different ones are not.
    #[must_use]
    pub fn fingerprint(&self, part: SetupPart) -> String {
        let state = match part {
            SetupPart::Texts => format!("{:?}", (&self.title, &self.lede, &self.body, &self.next_steps)),
            SetupPart::Facts => format!(
                "{:?}",
                (&self.slug, &self.case_number, &self.unit, &self.contact, &self.process, self.previous_id)
            ),
            SetupPart::Dates => {
                format!("{:?}", (self.announced_on, self.opens_at, self.closes_at, self.late_counts))
            }
            SetupPart::Way => format!("{:?}", (self.who_may_answer, &self.who_may_answer_why)),
        };
        to_hex(&Sha256::digest(state.as_bytes()))
    }

    /// The round with a part changed.
    #[must_use]
    pub fn with(mut self, change: SetupChange) -> Self {
        match change {
            SetupChange::Texts { title, lede, body, next_steps } => {
                (self.title, self.lede, self.body, self.next_steps) = (title, lede, body, next_steps);
            }
            SetupChange::Facts { slug, case_number, unit, contact, process, previous_id } => {
                (self.slug, self.case_number, self.unit, self.contact) = (slug, case_number, unit, contact);
                (self.process, self.previous_id) = (process, previous_id);
            }
            SetupChange::Dates { announced_on, opens_at, closes_at, late_counts } => {
                (self.announced_on, self.opens_at, self.closes_at) = (announced_on, opens_at, closes_at);
                self.late_counts = late_counts;
            }
            SetupChange::Way { who_may_answer, why } => {
                (self.who_may_answer, self.who_may_answer_why) = (who_may_answer, why);
            }
        }
        self
    }
}

/// Why a round was not made, changed, published or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SetupRefusal {
    /// There is no such round.
    #[error("there is no such round")]
    NotFound,
    /// Somebody else has changed the same part since.
    #[error("somebody else has changed this part of the round meanwhile")]
    ChangedMeanwhile,
    /// It stands so already.
    #[error("nothing is different")]
    NothingChanged,
    /// Another round has the name in addresses.
    #[error("another round has this name in addresses")]
    SlugTaken,
    /// The round is public: this is fixed, or moved by a decision only.
    #[error("the round is public")]
    IsPublic,
    /// Everyone is told why a public text was changed.
    #[error("say what was corrected; people will read it")]
    NoteMissing,
    /// What is published, or shall be, would lack something that it must have.
    #[error("what is published would lack something that it must have")]
    WouldLack,
    /// Something that must be there is missing.
    #[error("something is missing; see the checklist")]
    NotReady,
    /// A language is missing, and nobody has said why.
    #[error("a language is missing; say why")]
    LanguageReasonMissing,
    /// The time is over, or not before the deadline.
    #[error("choose a time that is ahead, and before the deadline")]
    NoTime,
    /// No publication is planned.
    #[error("no publication is planned")]
    NotPlanned,
    /// Something has come in, or somebody has been told of it.
    #[error("the round is in use, so it can only be archived")]
    InUse,
}

/// How long a name in addresses may be, in characters.
pub const SLUG_CHARS: RangeInclusive<usize> = 3..=80;
/// Words that stand where a slug could in staff addresses.
pub const RESERVED_SLUGS: [&str; 4] = ["brev", "logg", "ny", "tilganger"];

/// Whether `slug` can be a round's name in addresses.
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    slug.chars().all(is_plain)
        && SLUG_CHARS.contains(&slug.len())
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && !RESERVED_SLUGS.contains(&slug)
}

/// How long a proposed name may be: room is left for a number behind it.
const PROPOSED_CHARS: usize = 70;

/// A name in addresses for a round with this title: «Høring om nærmiljø 2026» is
/// `horing-om-naermiljo-2026`.
#[must_use]
pub fn proposed_slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.to_lowercase().replace('æ', "ae").replace('ø', "o").replace('å', "a").nfd() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            slug.push(c);
        } else if !('\u{300}'..='\u{36f}').contains(&c) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let short: String = slug.chars().take(PROPOSED_CHARS).collect();
    // Not in the middle of a word.
    let whole =
        if short.len() < slug.len() { short.rsplit_once('-').map_or("", |(words, _)| words) } else { "" };
    let short = if whole.is_empty() { short.as_str() } else { whole }.trim_matches('-');
    if is_slug(short) { short.to_owned() } else { format!("horing-{short}").trim_matches('-').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_proposed_that_an_address_can_hold() {
        for (title, slug) in [
            ("Høring om nærmiljø 2026", "horing-om-naermiljo-2026"),
            ("«Å, for en plan!»", "a-for-en-plan"),
            ("A\u{30a}pen by", "apen-by"),
            ("Ny", "horing-ny"),
            ("Å", "horing-a"),
            ("文書", "horing"),
            ("Logg", "horing-logg"),
        ] {
            assert_eq!(proposed_slug(title), slug);
            assert!(is_slug(&proposed_slug(title)), "{title}");
        }
        let long = proposed_slug(&"Kommuneplanens arealdel ".repeat(20));
        let is_whole = |word: &str| ["kommuneplanens", "arealdel"].contains(&word);
        assert!(is_slug(&long) && long.split('-').all(is_whole), "{long}");
        assert!(is_slug(&proposed_slug(&"å".repeat(300))));
    }

    #[test]
    fn words_of_other_addresses_are_no_slugs() {
        for slug in ["", "ab", "ny", "brev", "-plan", "plan-", "Plan", "plan.pdf", "blå-plan", "a b c"] {
            assert!(!is_slug(slug), "{slug}");
        }
        assert!(is_slug("plan-2") && !is_slug(&"a".repeat(81)));
    }
}
