//! How long what is kept of people is kept.

use super::clock::Moment;
use super::named::named;

const DAY_SECONDS: i64 = 24 * 60 * 60;
/// A thousand years: further back, calendars end, and a rule must never come out as «everything».
const LONGEST_DAYS: u32 = 365_000;

named! {
    /// What is removed when its time is over. A new kind is added here, in `store/retention.rs` and
    /// in the settings.
    pub enum RecordKind {
        /// Drafts, after their round has closed and they were last saved.
        Drafts = "drafts",
        /// Letters that were sent or given up, after they were written.
        Letters = "letters",
        /// E-mail addresses of submissions that were withdrawn, after that.
        WithdrawnContacts = "withdrawn-contacts",
        /// E-mail addresses of all submissions, after their round has closed.
        Contacts = "contacts",
    }
}

/// One rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetentionRule {
    /// What it is about.
    pub kind: RecordKind,
    /// How long it is kept, after what its kind says.
    pub keep_for_days: u32,
}

impl RetentionRule {
    /// What is older than this at `now` is removed.
    #[must_use]
    pub fn older_than(self, now: Moment) -> Moment {
        now.plus_seconds(-DAY_SECONDS * i64::from(self.keep_for_days.min(LONGEST_DAYS)))
    }
}

/// The rules of an installation; a kind without one is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Retention(pub Vec<RetentionRule>);

impl Retention {
    /// How many days a kind is kept; `None` for as long as there is a database.
    #[must_use]
    pub fn days(&self, kind: RecordKind) -> Option<u32> {
        self.0.iter().find(|rule| rule.kind == kind).map(|rule| rule.keep_for_days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_looks_back_and_never_ahead() {
        let now: Moment = "2026-06-10T10:00:00Z".parse().unwrap();
        let before = |keep_for_days| {
            RetentionRule { kind: RecordKind::Drafts, keep_for_days }.older_than(now).to_string()
        };
        assert_eq!(before(1), "2026-06-09T10:00:00.000Z");
        assert!(before(u32::MAX).as_str() < "1100", "{}", before(u32::MAX));
    }
}
