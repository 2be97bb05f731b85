//! What people write: how it is kept, and when it counts as an answer.

use unicode_normalization::UnicodeNormalization;

/// The text as it is kept: exactly as it came, apart from two things. Line ends written as CRLF
/// become LF, and the characters are put in Unicode normalisation form C. Nothing is trimmed,
/// and a lone CR stays.
#[must_use]
pub fn as_kept(text: &str) -> String {
    text.replace("\r\n", "\n").nfc().collect()
}

/// Whether anything in `text` can be seen. White space, control characters and characters that
/// show as nothing (zero width, fillers, variation selectors) cannot.
#[must_use]
pub fn has_visible_character(text: &str) -> bool {
    text.chars().any(|c| !c.is_whitespace() && !c.is_control() && !is_invisible(c))
}

/// How long a text is for its limit: characters (Unicode scalar values) as kept.
#[must_use]
pub fn count_chars(text: &str) -> usize {
    text.chars().count()
}

/// Unicode's default-ignorable code points, and the blank braille pattern.
/// Source: Unicode Character Database, `DerivedCoreProperties`, `Default_Ignorable_Code_Point`.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_kept_but_for_crlf_and_composition() {
        assert_eq!(as_kept("  A\u{30a}rsak\r\nto\rtre\n\t"), "  Årsak\nto\rtre\n\t");
    }

    #[test]
    fn blanks_and_zero_width_characters_are_no_answer() {
        for blank in ["", " \t\n ", "\u{200b}", "\u{a0}\u{feff}\u{2060}", "\u{2800}\u{3164}"] {
            assert!(!has_visible_character(blank), "{blank:?}");
        }
        for seen in [".", " ja ", "\u{200b}x", "👍"] {
            assert!(has_visible_character(seen), "{seen:?}");
        }
    }
}
