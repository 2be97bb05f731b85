//! Which rounds a list shows, and in which order.

use super::consultation::Phase;
use super::text::as_kept;

/// The longest search that is looked for, in words; the rest is left out.
const WORDS_MAX: usize = 8;

/// What a list is narrowed to; the default narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundFilter {
    /// Each stands in title, lede or case number; in small letters.
    pub words: Vec<String>,
    /// The year of the public notice.
    pub year: Option<i16>,
    /// The unit's name in bokmål.
    pub unit: Option<String>,
}

/// The words of a search as it was typed: letters and digits, and what a case number has between them.
#[must_use]
pub fn words_of(typed: &str) -> Vec<String> {
    let small = as_kept(typed).to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '-'));
    words.filter(|word| word.chars().any(char::is_alphanumeric)).take(WORDS_MAX).map(str::to_owned).collect()
}

/// Who looks at a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Audience {
    /// Anyone: what is public.
    Public,
    /// Staff of the whole installation: drafts too.
    Staff,
    /// Staff of these rounds alone, by slug.
    StaffOf(Vec<String>),
}

/// Rounds that stand together in a list, in an order of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundGroup {
    /// Those in one phase: open ones by deadline and coming ones by opening, the next first; all others by
    /// deadline, the last first.
    In(Phase),
    /// Past their deadline and not put away, the last first.
    Over,
    /// All that are not put away, those that close last first.
    NotArchived,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_words_in_small_letters() {
        assert_eq!(
            words_of("  Plan, for  BARNEVERNET «2023/1016»"),
            ["plan", "for", "barnevernet", "2023/1016"]
        );
        assert_eq!(words_of("A\u{30a}RSAK"), ["årsak"]);
        assert_eq!(words_of("100 % _ \\ - /"), ["100"]);
        assert_eq!(words_of(&"ord ".repeat(100)).len(), WORDS_MAX);
        assert_eq!(words_of(""), Vec::<String>::new());
    }
}
