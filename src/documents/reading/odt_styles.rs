//! OpenDocument's styles: which text is hidden, and how lists are marked.

use super::gauge::{Gauge, Unread};
use super::numbering::number;
use super::xml::{Element, Node, Space, Xml};
use std::collections::{HashMap, HashSet};

/// The levels of a list.
pub(super) const LEVELS: usize = 10;

/// How one level of a list is marked.
#[derive(Debug, Clone, Default)]
pub(super) enum Marked {
    /// Not at all.
    #[default]
    Not,
    /// With a sign.
    Bullet,
    /// With numbers.
    Number {
        /// As in `style:num-format`.
        format: String,
        /// What stands before it.
        before: String,
        /// What stands after it.
        after: String,
        /// The first number.
        start: u32,
        /// How many levels are shown.
        shown: usize,
    },
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    lists: HashMap<String, Vec<Marked>>,
    hidden: HashSet<String>,
    /// The style and the list that are being read.
    style: Option<String>,
    list: Option<String>,
}

impl Styles {
    /// Reads the styles of a part that holds nothing else.
    pub fn read(&mut self, mut part: Xml<'_>, gauge: &Gauge) -> Result<(), Unread> {
        loop {
            match part.next()? {
                Node::Open(element) => self.take(&element, gauge)?,
                Node::Close | Node::Text(_) => {}
                Node::End => return Ok(()),
            }
        }
    }

    /// Takes an element that may belong to a style.
    pub fn take(&mut self, element: &Element, gauge: &Gauge) -> Result<(), Unread> {
        match element.name() {
            (Space::Style, "style") => {
                gauge.keeps_mark()?;
                self.style = element.attribute("name");
            }
            (Space::Style, "text-properties")
                if element.attribute("display").is_some_and(|value| value == "none") =>
            {
                self.hidden.extend(self.style.take());
            }
            (Space::Text, "list-style") => {
                gauge.keeps_mark()?;
                self.list = element.attribute("name");
            }
            (Space::Text, "list-level-style-bullet" | "list-level-style-image") => {
                self.mark(element, Marked::Bullet);
            }
            (Space::Text, "list-level-style-number") => {
                let affix = |name| element.attribute(name).unwrap_or_default().chars().take(10).collect();
                let shown = element.number("display-levels").and_then(|shown| shown.try_into().ok());
                let marked = Marked::Number {
                    format: element.attribute("num-format").unwrap_or_default(),
                    before: affix("num-prefix"),
                    after: affix("num-suffix"),
                    start: element.number("start-value").unwrap_or(1),
                    shown: shown.unwrap_or(1),
                };
                self.mark(element, marked);
            }
            _ => {}
        }
        Ok(())
    }

    fn mark(&mut self, element: &Element, marked: Marked) {
        let level = element.number("level").and_then(|level| usize::try_from(level).ok());
        let Some((name, level)) = self.list.as_ref().zip(level.and_then(|level| level.checked_sub(1))) else {
            return;
        };
        let levels = self.lists.entry(name.clone()).or_insert_with(|| vec![Marked::Not; LEVELS]);
        if let Some(place) = levels.get_mut(level) {
            *place = marked;
        }
    }

    /// Whether text of this style is not shown.
    pub fn is_hidden(&self, name: &str) -> bool {
        self.hidden.contains(name)
    }

    /// Whether there is such a list.
    pub fn has_list(&self, name: &str) -> bool {
        self.lists.contains_key(name)
    }

    /// Where a level of a list begins to count.
    pub fn start(&self, list: &str, level: usize) -> u32 {
        match self.marked(list, level) {
            Some(Marked::Number { start, .. }) => *start,
            _ => 1,
        }
    }

    /// What stands before an item, of which `counts` are the numbers of all levels down to its own.
    pub fn marker(&self, list: &str, counts: &[u32]) -> String {
        let Some(level) = counts.len().checked_sub(1) else { return String::new() };
        let indent = "  ".repeat(level.min(LEVELS));
        match self.marked(list, level) {
            Some(Marked::Bullet) => format!("{indent}- "),
            Some(Marked::Number { format, before, after, shown, .. }) if !format.is_empty() => {
                let from = counts.len().saturating_sub((*shown).max(1));
                let number_at = |(at, count): (usize, &u32)| match self.marked(list, at) {
                    Some(Marked::Number { format, .. }) => Some(number(format, *count)),
                    _ => None,
                };
                let numbers: Vec<String> =
                    counts.iter().enumerate().skip(from).filter_map(number_at).collect();
                format!("{indent}{before}{}{after} ", numbers.join("."))
            }
            _ => String::new(),
        }
    }

    fn marked(&self, list: &str, level: usize) -> Option<&Marked> {
        self.lists.get(list)?.get(level)
    }
}
