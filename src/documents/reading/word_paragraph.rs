//! What a paragraph of Word's says of itself before its text: whether it is a heading, and where in
//! which list it stands.

use super::numbering::Numbering;
use super::styles::{InList, MAX_HEADING, Styles};
use super::xml::Element;

/// The properties of a paragraph that matter to us.
#[derive(Default)]
pub(super) struct Dress {
    style: Option<String>,
    outline: Option<u32>,
    list: InList,
}

impl Dress {
    /// Takes one property.
    pub fn take(&mut self, element: &Element, name: &str) {
        match name {
            "pStyle" => self.style = element.attribute("val"),
            "outlineLvl" => self.outline = element.number("val").map(|level| level.saturating_add(1)),
            "numId" => self.list.list = element.attribute("val"),
            "ilvl" => self.list.level = element.number("val"),
            _ => {}
        }
    }

    /// The level of the heading that it makes of the paragraph, and the marker of its list. The
    /// number of a heading is no text: nobody typed it.
    pub fn put_on(self, styles: &Styles, numbering: &mut Numbering) -> (Option<u32>, String) {
        let style = self.style.unwrap_or_default();
        let outline = self.outline.filter(|level| *level <= MAX_HEADING);
        let heading = outline.or_else(|| styles.heading(&style));
        let by_style = styles.list(&style);
        let list = self.list.list.or(by_style.list).filter(|_| heading.is_none());
        let level = self.list.level.or(by_style.level).unwrap_or_default();
        (heading, list.map(|list| numbering.next(&list, level)).unwrap_or_default())
    }
}
