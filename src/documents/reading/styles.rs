//! Word's styles: which of them are headings, and which are lists.

use super::gauge::{Gauge, Unread};
use super::xml::{Element, Node, Space, Xml};
use std::collections::HashMap;

/// Which list a paragraph belongs to, and how deep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct InList {
    /// The list's number; 0 says «none», whatever the style says.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<u32>,
}

/// What a style says that matters to us.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    heading: Option<u32>,
    list: InList,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

/// How many styles may stand on each other.
const MAX_STEPS: usize = 20;

/// The deepest level of a heading.
pub(super) const MAX_HEADING: u32 = 9;

impl Styles {
    pub fn read(mut part: Xml<'_>, gauge: &Gauge) -> Result<Self, Unread> {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut depth = 0_u32;
        let mut style_depth = 0;
        loop {
            match part.next()? {
                Node::Open(element) => {
                    depth += 1;
                    if element.name() == (Space::Word, "style") && open.is_none() {
                        gauge.keeps_mark()?;
                        style_depth = depth;
                        open = Some((element.attribute("styleId").unwrap_or_default(), Style::default()));
                    } else if let Some((_, style)) = &mut open {
                        style.read(&element);
                    }
                }
                Node::Close => {
                    if depth == style_depth
                        && let Some((id, style)) = open.take()
                    {
                        styles.by_id.insert(id, style);
                    }
                    depth = depth.saturating_sub(1);
                }
                Node::Text(_) => {}
                Node::End => return Ok(styles),
            }
        }
    }

    /// The level of a heading of this style.
    pub fn heading(&self, id: &str) -> Option<u32> {
        self.line(id).find_map(|style| style.heading).filter(|level| *level <= MAX_HEADING)
    }

    /// The list that paragraphs of this style stand in.
    pub fn list(&self, id: &str) -> InList {
        InList {
            list: self.line(id).find_map(|style| style.list.list.clone()),
            level: self.line(id).find_map(|style| style.list.level),
        }
    }

    /// A style, the one that it is based on, and so on.
    fn line(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(self.by_id.get(id), next).take(MAX_STEPS)
    }
}

impl Style {
    fn read(&mut self, element: &Element) {
        let (space, name) = element.name();
        if space != Space::Word {
            return;
        }
        match name {
            "name" => {
                let name = element.attribute("val").unwrap_or_default().to_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                self.heading = self.heading.or(level).or((name == "title").then_some(1));
            }
            "basedOn" => self.based_on = element.attribute("val"),
            // 9 is the level of plain text.
            "outlineLvl" => self.heading = element.number("val").map(|level| level.saturating_add(1)),
            "numId" => self.list.list = element.attribute("val"),
            "ilvl" => self.list.level = element.number("val"),
            _ => {}
        }
    }
}
