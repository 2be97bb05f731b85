//! The embedded fonts, and which characters they can show.

use std::sync::LazyLock;
use typst::text::FontInfo;
use typst_kit::fonts::{FontStore, embedded};
use unicode_normalization::char::is_combining_mark;

/// The families of every document; `layout.typ` names the same two, and no other stands in.
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

/// After so many letters and figures in a row comes a place to break the line: a longer word would
/// run off the page.
const LONGEST_WORD: usize = 48;

/// The fonts of every document: two families that typst embeds, none of the machine's.
pub(super) static FONTS: LazyLock<FontStore> = LazyLock::new(|| {
    let mut fonts = FontStore::new();
    fonts.extend(embedded().filter(|(_, font)| FAMILIES.contains(&font.family.as_str())));
    fonts
});

/// A text of one line as the fonts can show it.
pub(super) fn shown_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut length = 0;
    for c in shown(text).chars() {
        let c = if c == '\n' { ' ' } else { c };
        length = if c.is_alphanumeric() { length + 1 } else { 0 };
        if length > LONGEST_WORD {
            line.push('\u{200b}');
            length = 1;
        }
        line.push(c);
    }
    line
}

/// The text as the fonts can show it, because PDF/A refuses a character without a glyph: a run of
/// them (an emoji is often several) becomes one U+FFFD; what has no look of its own is left out.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut base = ' ';
    for c in text.chars() {
        match c {
            '\n' | ' '..='~' => shown.push(c),
            '\t' => shown.push_str("    "),
            _ if is_invisible(c) => continue,
            // A mark is drawn in the font of the letter that carries it.
            _ if is_combining_mark(c) => {
                if families(base).all(|family| has_glyph(family, c)) {
                    shown.push(c);
                } else if !shown.ends_with(char::REPLACEMENT_CHARACTER) {
                    shown.push(char::REPLACEMENT_CHARACTER);
                }
                continue;
            }
            _ if families(c).next().is_some() => shown.push(c),
            _ if shown.ends_with(char::REPLACEMENT_CHARACTER) => {}
            _ => shown.push(char::REPLACEMENT_CHARACTER),
        }
        base = if shown.ends_with(c) { c } else { char::REPLACEMENT_CHARACTER };
    }
    shown
}

/// Controls, joiners, marks of direction or variant, and what Unicode leaves to private use.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The families that can show `c` in every weight and slope.
fn families(c: char) -> impl Iterator<Item = &'static str> {
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    FAMILIES.into_iter().filter(move |family| !private && has_glyph(family, c))
}

fn has_glyph(family: &str, c: char) -> bool {
    let book = FONTS.book();
    let in_font = |font: &FontInfo| font.coverage.contains(u32::from(c));
    book.select_family(&family.to_lowercase()).filter_map(|index| book.info(index)).all(in_font)
}
