//! Symbols that Word keeps by their place in a typeface.

use super::xml::Element;

/// The letter of a `w:sym`; U+FFFD where the typeface alone knows what it shows.
pub(super) fn symbol(element: &Element) -> char {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
    let Some(code) = code else { return char::REPLACEMENT_CHARACTER };
    let font = element.attribute("font").unwrap_or_default().to_lowercase();
    // Symbol typefaces stand in the private area, or without it.
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let known = match font.as_str() {
        "wingdings" => wingdings(place),
        "wingdings 2" => wingdings_2(place),
        "symbol" => (place == 0xb7).then_some('•'),
        _ => None,
    };
    let written = || char::from_u32(code).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
    known.or_else(written).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn wingdings(place: u32) -> Option<char> {
    Some(match place {
        0x6f | 0xa8 => '☐',
        0xfd | 0x78 => '☒',
        0xfe => '☑',
        0xfc => '✓',
        0xfb => '✗',
        0xa7 => '▪',
        0xe0 => '→',
        0x4a => '☺',
        0x4c => '☹',
        _ => return None,
    })
}

fn wingdings_2(place: u32) -> Option<char> {
    Some(match place {
        0xa3 => '☐',
        0x51 | 0x53 => '☒',
        0x52 => '☑',
        0x50 => '✓',
        0x4f => '✗',
        _ => return None,
    })
}
