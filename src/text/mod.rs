//! What we say: every sentence a person may read, in `{nb,nn,en}/*.ftl`.
//!
//! Say a sentence with [`text!`]; `tests/text.rs` finds missing, unused and wrongly
//! parameterised ones.

pub mod agreement;
pub mod dates;
pub mod statements;

use crate::domain::language::Language;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use std::borrow::Cow;
use std::collections::HashMap;

static_loader! {
    static SENTENCES = {
        locales: "./src/text",
        fallback_language: "nb",
        // The marks would stand as stray characters in mails and spreadsheets.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

const NB: LanguageIdentifier = langid!("nb");
const NN: LanguageIdentifier = langid!("nn");
const EN: LanguageIdentifier = langid!("en");

/// The sentence `key` in `language`. Use [`text!`], which the tests can check.
#[must_use]
pub fn sentence(language: Language, key: &str, args: &HashMap<Cow<'static, str>, FluentValue>) -> String {
    let language = match language {
        Language::Nb => NB,
        Language::Nn => NN,
        Language::En => EN,
    };
    SENTENCES.lookup_with_args(&language, key, args)
}

/// A number as a reader of Norwegian or English expects it: 20 000 or 20,000.
#[must_use]
pub fn number(language: Language, value: usize) -> String {
    let digits = value.to_string();
    let separator = match language {
        Language::Nb | Language::Nn => '\u{a0}',
        Language::En => ',',
    };
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// The sentence with this key, in this language: `text!(lang, "round-days-left", days = 12)`.
/// The key is a literal; the arguments are numbers, `&str` or `String`.
#[macro_export]
macro_rules! text {
    ($language:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_mut, reason = "a sentence without arguments leaves the map as it is")]
        let mut args = ::std::collections::HashMap::new();
        $(args.insert(
            ::std::borrow::Cow::Borrowed(stringify!($name)),
            ::fluent_templates::fluent_bundle::FluentValue::from($value),
        );)*
        $crate::text::sentence($language, $key, &args)
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        assert_eq!(number(Language::Nn, 20_000), "20\u{a0}000");
        assert_eq!(number(Language::En, 1_234_567), "1,234,567");
        assert_eq!(number(Language::Nb, 999), "999");
    }
}
