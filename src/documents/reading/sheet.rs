//! A document as one text from top to bottom, with what was written around its parts.

use super::gauge::{Gauge, Unread};
use std::collections::HashMap;
use std::ops::Range;

/// A document that has been read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// All text. Each paragraph ends with a line feed; an item of a list begins with its marker.
    pub text: String,
    /// Where the paragraphs stand, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The content controls, in the order in which they begin.
    pub controls: Vec<Control>,
    /// The bookmarks, in the order in which they begin.
    pub bookmarks: Vec<Bookmark>,
    /// What the document's properties say that it is.
    pub identifiers: Vec<String>,
}

/// A paragraph. All places are bytes of the sheet's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// All of it, without the line feed.
    pub whole: Range<usize>,
    /// Where its own words begin, after the marker of a list.
    pub words_at: usize,
    /// Its level, where it is a heading.
    pub heading: Option<u32>,
}

/// A content control.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Control {
    /// What it holds.
    pub range: Range<usize>,
    /// Its name for programs.
    pub tag: Option<String>,
    /// Its name for people.
    pub alias: Option<String>,
    /// Whether it says that it still shows what stood there first.
    pub shows_placeholder: bool,
    /// Whether its box is ticked, where it is one.
    pub is_ticked: Option<bool>,
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// Its name.
    pub name: String,
    /// What it marks.
    pub range: Range<usize>,
}

impl Sheet {
    /// The text of a range.
    #[must_use]
    pub fn at(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

/// A sheet while it is written.
pub(super) struct Writer<'g> {
    gauge: &'g Gauge<'g>,
    /// The document, and in it the text boxes that are open.
    drafts: Vec<Draft>,
}

#[derive(Default)]
struct Draft {
    sheet: Sheet,
    paragraph: Option<Paragraph>,
    /// The controls that are open, by place.
    controls: Vec<usize>,
    /// The bookmarks that are open, by the document's own numbers for them.
    bookmarks: HashMap<String, usize>,
    /// The boxes that hang at the open paragraph and follow it.
    boxes: Vec<Self>,
}

impl<'g> Writer<'g> {
    pub fn new(gauge: &'g Gauge<'g>) -> Self {
        Self { gauge, drafts: vec![Draft::default()] }
    }

    /// The sheet; what is still open ends here.
    pub fn finish(mut self) -> Sheet {
        while self.drafts.len() > 1 {
            self.end_box();
        }
        self.drafts.pop().map(Draft::close).unwrap_or_default()
    }

    fn draft(&mut self) -> &mut Draft {
        if self.drafts.is_empty() {
            self.drafts.push(Draft::default());
        }
        let last = self.drafts.len() - 1;
        // Just made, if it was not there.
        #[expect(clippy::indexing_slicing, reason = "the vector is not empty")]
        &mut self.drafts[last]
    }

    /// Begins a paragraph, unless the one before goes on because its end was struck out.
    pub fn begin_paragraph(&mut self) -> Result<(), Unread> {
        self.gauge.begins_paragraph()?;
        let draft = self.draft();
        if draft.paragraph.is_none() {
            let at = draft.sheet.text.len();
            draft.paragraph = Some(Paragraph { whole: at..at, words_at: at, heading: None });
        }
        Ok(())
    }

    /// Says what the open paragraph is, before anything is written in it.
    pub fn dress(&mut self, heading: Option<u32>, marker: &str) -> Result<(), Unread> {
        self.gauge.keeps_text(marker.len())?;
        let Draft { sheet, paragraph, .. } = self.draft();
        let Some(paragraph) = paragraph.as_mut().filter(|open| open.whole.start == sheet.text.len()) else {
            return Ok(());
        };
        paragraph.heading = heading;
        sheet.text.push_str(marker);
        paragraph.words_at = sheet.text.len();
        Ok(())
    }

    /// Whether a paragraph is open.
    pub fn is_in_paragraph(&mut self) -> bool {
        self.draft().paragraph.is_some()
    }

    /// Refuses a text that is not written yet and is already too long.
    pub fn has_room_for(&self, bytes: usize) -> Result<(), Unread> {
        if bytes > self.gauge.bounds.text_bytes { Err(Unread::TooLarge) } else { Ok(()) }
    }

    /// Writes in the open paragraph. Characters that are none in XML are shown as what they are not.
    pub fn push(&mut self, text: &str) -> Result<(), Unread> {
        self.gauge.keeps_text(text.len())?;
        let shown = |c: char| match c {
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            c => c,
        };
        let kept = &mut self.draft().sheet.text;
        if text.chars().any(|c| shown(c) != c) {
            kept.extend(text.chars().map(shown));
        } else {
            kept.push_str(text);
        }
        Ok(())
    }

    /// Ends the open paragraph, and puts the boxes that hang at it behind it.
    pub fn end_paragraph(&mut self) -> Result<(), Unread> {
        self.gauge.keeps_text(1)?;
        let draft = self.draft();
        if let Some(mut paragraph) = draft.paragraph.take() {
            paragraph.whole.end = draft.sheet.text.len();
            draft.sheet.paragraphs.push(paragraph);
            draft.sheet.text.push('\n');
        }
        for inner in std::mem::take(&mut draft.boxes) {
            draft.append(inner);
        }
        Ok(())
    }

    /// Begins a text box.
    pub fn begin_box(&mut self) {
        self.drafts.push(Draft::default());
    }

    /// Ends the text box that began last.
    pub fn end_box(&mut self) {
        if self.drafts.len() < 2 {
            return;
        }
        let Some(inner) = self.drafts.pop() else { return };
        let draft = self.draft();
        if draft.paragraph.is_some() {
            draft.boxes.push(inner);
        } else {
            draft.append(inner);
        }
    }

    /// Begins a content control.
    pub fn begin_control(&mut self, control: Control) -> Result<(), Unread> {
        self.gauge.keeps_mark()?;
        let draft = self.draft();
        let at = draft.begins_at();
        draft.controls.push(draft.sheet.controls.len());
        draft.sheet.controls.push(Control { range: at..at, ..control });
        Ok(())
    }

    /// The content control that began last and has not ended.
    pub fn control(&mut self) -> Option<&mut Control> {
        let draft = self.draft();
        let open = *draft.controls.last()?;
        draft.sheet.controls.get_mut(open)
    }

    /// Ends it.
    pub fn end_control(&mut self) {
        let end = self.draft().sheet.text.len();
        if let Some(control) = self.control() {
            control.range.end = end;
        }
        self.draft().controls.pop();
    }

    /// Begins a bookmark; `number` tells which one ends later. LibreOffice begins some twice: then it
    /// is there from the first time on.
    pub fn begin_bookmark(&mut self, number: String, name: String) -> Result<(), Unread> {
        self.gauge.keeps_mark()?;
        let draft = self.draft();
        let at = draft.begins_at();
        let open = draft.bookmarks.get(&number).and_then(|open| draft.sheet.bookmarks.get(*open));
        if open.is_some_and(|open| open.name == name) {
            return Ok(());
        }
        draft.bookmarks.insert(number, draft.sheet.bookmarks.len());
        draft.sheet.bookmarks.push(Bookmark { name, range: at..at });
        Ok(())
    }

    /// Ends a bookmark.
    pub fn end_bookmark(&mut self, number: &str) {
        let draft = self.draft();
        let end = draft.sheet.text.len();
        let Some(open) = draft.bookmarks.remove(number) else { return };
        if let Some(bookmark) = draft.sheet.bookmarks.get_mut(open) {
            bookmark.range.end = end;
        }
    }
}

impl Draft {
    /// Where something begins that begins now: before the marker, if only that has been written.
    fn begins_at(&self) -> usize {
        let at = self.sheet.text.len();
        self.paragraph.as_ref().filter(|open| open.words_at == at).map_or(at, |open| open.whole.start)
    }

    fn close(mut self) -> Sheet {
        if let Some(mut paragraph) = self.paragraph.take() {
            paragraph.whole.end = self.sheet.text.len();
            self.sheet.paragraphs.push(paragraph);
            self.sheet.text.push('\n');
        }
        for inner in std::mem::take(&mut self.boxes) {
            self.append(inner);
        }
        let end = self.sheet.text.len();
        for open in self.controls {
            if let Some(control) = self.sheet.controls.get_mut(open) {
                control.range.end = end;
            }
        }
        self.sheet
    }

    /// Puts a box behind what stands here.
    fn append(&mut self, inner: Self) {
        let Sheet { text, mut paragraphs, mut controls, mut bookmarks, .. } = inner.close();
        let by = self.sheet.text.len();
        for paragraph in &mut paragraphs {
            shift(&mut paragraph.whole, by);
            paragraph.words_at += by;
        }
        controls.iter_mut().for_each(|control| shift(&mut control.range, by));
        bookmarks.iter_mut().for_each(|bookmark| shift(&mut bookmark.range, by));
        self.sheet.text.push_str(&text);
        self.sheet.paragraphs.append(&mut paragraphs);
        self.sheet.controls.append(&mut controls);
        self.sheet.bookmarks.append(&mut bookmarks);
    }
}

fn shift(range: &mut Range<usize>, by: usize) {
    range.start += by;
    range.end += by;
}
