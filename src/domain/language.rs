//! Languages, and texts that exist in several of them.

use serde::{Deserialize, Serialize};

/// A language the service speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// English.
    En,
}

impl Language {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The BCP 47 tag, as in `lang` attributes.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language's name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::En => "English",
        }
    }
}

/// A text in bokmål and, where it has been written, nynorsk and English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// Bokmål, which every text has.
    pub nb: String,
    /// Nynorsk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Localized {
    /// The text for a reader of `language`, and the language that it is really in: bokmål where
    /// the wanted one has not been written.
    #[must_use]
    pub fn pick(&self, language: Language) -> (Language, &str) {
        let wanted = match language {
            Language::Nb => None,
            Language::Nn => self.nn.as_deref(),
            Language::En => self.en.as_deref(),
        };
        wanted.map_or((Language::Nb, self.nb.as_str()), |text| (language, text))
    }

    /// The text alone, for places that cannot mark a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        self.pick(language).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_bokmal_and_says_so() {
        let text = Localized { nb: "hei".into(), nn: None, en: Some("hello".into()) };
        assert_eq!(text.pick(Language::Nn), (Language::Nb, "hei"));
        assert_eq!(text.pick(Language::En), (Language::En, "hello"));
    }
}
