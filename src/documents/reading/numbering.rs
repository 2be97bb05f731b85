//! The markers of Word's lists: what stands before the next item.

use super::gauge::{Gauge, Unread};
use super::xml::{Element, Node, Space, Xml};
use std::collections::HashMap;

/// The levels of a list.
const LEVELS: usize = 9;

/// How one level is marked.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    /// `%1.`: the number of the first level and a full stop.
    pattern: String,
    start: Option<u32>,
}

/// How a kind of list is marked.
type Kind = [Level; LEVELS];

/// A list of a kind.
#[derive(Debug, Default)]
struct List {
    kind: String,
    /// Where levels begin that begin elsewhere than their kind.
    starts: [Option<u32>; LEVELS],
}

/// The lists of a document, and how far each has come.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: HashMap<String, Kind>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
}

/// What is open while the definitions are read.
#[derive(Default)]
struct Open {
    kind: Option<String>,
    list: Option<String>,
    level: usize,
}

impl Numbering {
    pub fn read(mut part: Xml<'_>, gauge: &Gauge) -> Result<Self, Unread> {
        let mut numbering = Self::default();
        let mut open = Open::default();
        loop {
            match part.next()? {
                Node::Open(element) => numbering.define(&element, &mut open, gauge)?,
                Node::Close | Node::Text(_) => {}
                Node::End => return Ok(numbering),
            }
        }
    }

    fn define(&mut self, element: &Element, open: &mut Open, gauge: &Gauge) -> Result<(), Unread> {
        let (Space::Word, name) = element.name() else { return Ok(()) };
        match name {
            "abstractNum" => {
                gauge.keeps_mark()?;
                let id = element.attribute("abstractNumId").unwrap_or_default();
                self.kinds.insert(id.clone(), Kind::default());
                *open = Open { kind: Some(id), ..Open::default() };
            }
            "num" => {
                gauge.keeps_mark()?;
                let id = element.attribute("numId").unwrap_or_default();
                self.lists.insert(id.clone(), List::default());
                *open = Open { list: Some(id), ..Open::default() };
            }
            "lvl" | "lvlOverride" => {
                open.level = element.number("ilvl").and_then(|level| level.try_into().ok()).unwrap_or(LEVELS);
            }
            _ => self.describe(element, name, open),
        }
        Ok(())
    }

    fn describe(&mut self, element: &Element, name: &str, open: &Open) {
        let list = open.list.as_ref().and_then(|id| self.lists.get_mut(id));
        if let Some(list) = list {
            if name == "abstractNumId" {
                list.kind = element.attribute("val").unwrap_or_default();
            } else if name == "startOverride"
                && let Some(start) = list.starts.get_mut(open.level)
            {
                *start = element.number("val");
            }
            return;
        }
        let kind = open.kind.as_ref().and_then(|id| self.kinds.get_mut(id));
        let Some(level) = kind.and_then(|kind| kind.get_mut(open.level)) else { return };
        match name {
            "start" => level.start = element.number("val"),
            "numFmt" => level.format = element.attribute("val").unwrap_or_default(),
            "lvlText" => {
                level.pattern = element.attribute("val").unwrap_or_default().chars().take(40).collect();
            }
            _ => {}
        }
    }

    /// What stands before the next item of this list: `- `, `1. ` or `a) `, further in for each
    /// level. Nothing where the list is not defined, as in Word.
    pub fn next(&mut self, list: &str, level: u32) -> String {
        let level = usize::try_from(level).unwrap_or(LEVELS);
        let Some(List { kind: kind_id, starts }) = self.lists.get(list) else { return String::new() };
        let Some(kind) = self.kinds.get(kind_id) else { return String::new() };
        let Some(here) = kind.get(level) else { return String::new() };
        let indent = "  ".repeat(level);
        match here.format.as_str() {
            "none" => return String::new(),
            "bullet" => return format!("{indent}- "),
            _ => {}
        }
        // Lists of a kind count together, unless one begins anew.
        let is_apart = starts.iter().any(Option::is_some);
        let counter = if is_apart { format!("list {list}") } else { format!("kind {kind_id}") };
        let counts = self.counts.entry(counter).or_default();
        let begin = |level: usize| {
            let own = starts.get(level).copied().flatten();
            own.or(kind.get(level).and_then(|level| level.start)).unwrap_or(1)
        };
        for (at, count) in counts.iter_mut().enumerate() {
            match at.cmp(&level) {
                std::cmp::Ordering::Less => *count = count.or(Some(begin(at))),
                std::cmp::Ordering::Equal => {
                    *count = Some(count.map_or_else(|| begin(at), |count| count.saturating_add(1)));
                }
                std::cmp::Ordering::Greater => *count = None,
            }
        }
        let mut marker = here.pattern.clone();
        for (at, (count, level)) in counts.iter().zip(kind).enumerate() {
            let number = count.map(|count| number(&level.format, count)).unwrap_or_default();
            marker = marker.replace(&format!("%{}", at + 1), &number);
        }
        if marker.trim().is_empty() { String::new() } else { format!("{indent}{marker} ") }
    }
}

/// A number as Word's or OpenDocument's formats write it.
pub(super) fn number(format: &str, number: u32) -> String {
    match format {
        "lowerLetter" | "a" => letters(number),
        "upperLetter" | "A" => letters(number).to_uppercase(),
        "lowerRoman" | "i" => roman(number),
        "upperRoman" | "I" => roman(number).to_uppercase(),
        _ => number.to_string(),
    }
}

/// a, b, …, z, aa, bb: the same letter again, as Word does.
fn letters(number: u32) -> String {
    let Some(place) = number.checked_sub(1).filter(|place| *place < 26 * 20) else {
        return number.to_string();
    };
    let letter = ('a'..='z').nth(usize::try_from(place % 26).unwrap_or_default()).unwrap_or('a');
    std::iter::repeat_n(letter, usize::try_from(place / 26 + 1).unwrap_or(1)).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number >= 4000 {
        return number.to_string();
    }
    let (mut left, mut written) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            left -= value;
            written.push_str(sign);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_as_the_list_says() {
        assert_eq!(number("decimal", 12), "12");
        assert_eq!(number("lowerLetter", 3), "c");
        assert_eq!(number("upperLetter", 28), "BB");
        assert_eq!(number("lowerRoman", 14), "xiv");
        assert_eq!(number("I", 1999), "MCMXCIX");
        assert_eq!(number("lowerLetter", u32::MAX), u32::MAX.to_string());
        assert_eq!(number("lowerRoman", 0), "0");
    }
}
