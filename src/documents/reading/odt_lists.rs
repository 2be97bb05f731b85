//! OpenDocument's lists while the text is read: which item comes next, and what stands before it.

use super::odt_styles::Styles;
use super::xml::Element;
use std::collections::HashMap;

/// The lists that are open, and how far those that ended had come.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// The last number of each style and level, for lists that go on counting.
    last: HashMap<(String, usize), u32>,
}

struct List {
    style: String,
    /// The number of the present item; `None` before the first.
    count: Option<u32>,
    /// The number that the next item has if it says none itself.
    next: u32,
    /// Whether the next paragraph is the first of its item.
    is_new_item: bool,
}

impl Lists {
    /// A list begins.
    pub fn begin(&mut self, element: &Element, styles: &Styles) {
        let above = self.open.last().map(|list| list.style.clone());
        let style = element.attribute("style-name").or(above).unwrap_or_default();
        let level = self.open.len();
        let goes_on = element.attribute("continue-numbering").is_some_and(|value| value == "true")
            || element.attribute("continue-list").is_some();
        let last = self.last.get(&(style.clone(), level)).filter(|_| goes_on);
        let next = last.map_or_else(|| styles.start(&style, level), |last| last.saturating_add(1));
        self.open.push(List { style, count: None, next, is_new_item: false });
    }

    /// A list ends.
    pub fn end(&mut self, styles: &Styles) {
        if let Some(list) = self.open.pop()
            && let Some(count) = list.count
            // A style that nobody has defined counts nothing, and there may be any number of those.
            && styles.has_list(&list.style)
        {
            self.last.insert((list.style, self.open.len()), count);
        }
    }

    /// An item begins.
    pub fn begin_item(&mut self, element: &Element) {
        if let Some(list) = self.open.last_mut() {
            let number = element.number("start-value").unwrap_or(list.next);
            list.count = Some(number);
            list.next = number.saturating_add(1);
            list.is_new_item = true;
        }
    }

    /// What stands before the paragraph that begins: the marker at the first of an item, nothing
    /// at the others.
    pub fn marker(&mut self, styles: &Styles) -> String {
        let counts: Vec<u32> = self.open.iter().map(|list| list.count.unwrap_or(list.next)).collect();
        let Some(list) = self.open.last_mut() else { return String::new() };
        let is_first = std::mem::take(&mut list.is_new_item);
        if is_first { styles.marker(&list.style, &counts) } else { String::new() }
    }
}
