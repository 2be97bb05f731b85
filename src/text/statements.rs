//! What we say of privacy and accessibility where the municipality has not written its own.
//! Markdown; `{municipality}` and `{email}` stand for its name and address.

use crate::domain::language::Localized;

/// A statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// What is kept of people, and their rights.
    Privacy,
    /// Whom the service can be used by, and how to say that it cannot.
    Accessibility,
}

impl Statement {
    /// Our own text.
    #[must_use]
    pub fn default_text(self) -> Localized {
        let (nb, nn, en) = match self {
            Self::Privacy => {
                (include_str!("nb/privacy.md"), include_str!("nn/privacy.md"), include_str!("en/privacy.md"))
            }
            Self::Accessibility => (
                include_str!("nb/accessibility.md"),
                include_str!("nn/accessibility.md"),
                include_str!("en/accessibility.md"),
            ),
        };
        Localized { nb: nb.to_owned(), nn: Some(nn.to_owned()), en: Some(en.to_owned()) }
    }
}

/// `text` with the municipality's name and address in their places.
#[must_use]
pub fn filled_in(text: Localized, municipality: &str, email: &str) -> Localized {
    let fill = |text: String| text.replace("{municipality}", municipality).replace("{email}", email);
    Localized { nb: fill(text.nb), nn: text.nn.map(fill), en: text.en.map(fill) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_texts_name_the_municipality_and_leave_no_gap() {
        for statement in [Statement::Privacy, Statement::Accessibility] {
            let text = filled_in(statement.default_text(), "Bærum kommune", "post@baerum.example");
            for text in [text.nb, text.nn.unwrap(), text.en.unwrap()] {
                assert!(text.contains("Bærum kommune") && text.contains("post@baerum.example"), "{text}");
                assert!(!text.contains(['{', '}']), "{text}");
            }
        }
    }
}
