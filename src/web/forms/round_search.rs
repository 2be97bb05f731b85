//! The form that searches and filters a list of rounds; it stands in the address, so that a search can be kept.

use crate::domain::consultation::Phase;
use crate::domain::round_filter::{RoundFilter, words_of};
use serde::Deserialize;

/// The longest search that is read, in characters.
const TYPED_MAX_CHARS: usize = 200;

/// What the address says; what cannot be understood narrows nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct RoundSearch {
    /// Words of title, lede or case number.
    #[serde(rename = "sok")]
    pub words: String,
    /// A phase, by its word in addresses.
    pub status: String,
    /// The year of the public notice.
    #[serde(rename = "aar")]
    pub year: String,
    /// The unit's name in bokmål.
    #[serde(rename = "enhet")]
    pub unit: String,
    /// The page, from 1.
    #[serde(rename = "side")]
    pub page: String,
}

/// The word that stands for a phase in addresses.
#[must_use]
pub fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Draft => "kladd",
        Phase::Announced => "kommer",
        Phase::Open => "apen",
        Phase::Closed => "avsluttet",
        Phase::Concluded => "konkludert",
        Phase::Archived => "arkivert",
    }
}

impl RoundSearch {
    /// The phase that is asked for.
    #[must_use]
    pub fn phase(&self) -> Option<Phase> {
        Phase::ALL.iter().copied().find(|phase| phase_word(*phase) == self.status)
    }

    /// What the rest narrows the list to.
    #[must_use]
    pub fn filter(&self) -> RoundFilter {
        let typed: String = self.words.chars().take(TYPED_MAX_CHARS).collect();
        RoundFilter {
            words: words_of(&typed),
            year: self.year.parse().ok().filter(|year| (1..=9999).contains(year)),
            unit: Some(self.unit.trim().to_owned()).filter(|unit| !unit.is_empty()),
        }
    }

    /// The page that is asked for.
    #[must_use]
    pub fn page(&self) -> usize {
        self.page.parse().ok().filter(|page| *page > 0).unwrap_or(1)
    }

    /// Whether anything is narrowed.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.phase().is_some() || self.filter() != RoundFilter::default()
    }

    /// The address of page `page` of this search at `path`; what says nothing is left out.
    #[must_use]
    pub fn href(&self, path: &str, page: usize) -> String {
        let number = if page > 1 { page.to_string() } else { String::new() };
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [
            ("sok", self.words.trim()),
            ("status", &self.status),
            ("aar", &self.year),
            ("enhet", &self.unit),
            ("side", &number),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        match query.finish() {
            query if query.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> RoundSearch {
        let query = address.split_once('?').map_or("", |(_, query)| query);
        serde_json::from_value(
            url::form_urlencoded::parse(query.as_bytes())
                .map(|(name, value)| (name.into_owned(), serde_json::Value::from(value.into_owned())))
                .collect::<serde_json::Map<_, _>>()
                .into(),
        )
        .unwrap()
    }

    #[test]
    fn a_search_is_read_back_from_its_address() {
        for phase in Phase::ALL {
            let search = RoundSearch {
                words: "barn & unge 2023/1016".to_owned(),
                status: phase_word(*phase).to_owned(),
                year: "2026".to_owned(),
                unit: "Etat for barn og familie".to_owned(),
                page: "7".to_owned(),
            };
            assert_eq!(read(&search.href("/", 7)), search);
            assert_eq!((search.phase(), search.page()), (Some(*phase), 7));
        }
        assert_eq!(RoundSearch::default().href("/", 1), "/");
    }

    #[test]
    fn what_cannot_be_understood_narrows_nothing() {
        let odd = read("/?sok=%25%20_&status=alle&aar=i-fjor&enhet=%20&side=-1");
        assert!(!odd.is_narrowed(), "{odd:?}");
        assert_eq!(odd.page(), 1);
    }
}
