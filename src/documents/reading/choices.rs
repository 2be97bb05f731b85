//! What was ticked under a question. Where two places say different things, or more is ticked than may
//! be, nobody can be sure, and nothing is taken.

use super::recognise::{By, Found, Reader, ticked};
use crate::documents::marks::{ChoiceMark, Mark};
use crate::domain::question::{Question, QuestionKind};
use std::ops::Range;

/// What the boxes of one option say.
enum Said {
    /// There are none.
    Nothing,
    /// They all say this, and this was the surest of them.
    Clear(bool, By),
    /// They differ, or there is something else in one.
    Unclear,
}

impl Reader<'_> {
    /// The keys of what was chosen, a line each, in the order of the form; `None` where none of the boxes
    /// is there, or where it is not clear.
    pub(super) fn chosen(&mut self, question: &Question) -> Option<Found> {
        let (mut keys, mut surest, mut is_clear) = (Vec::new(), None, true);
        let mut boxes = Vec::new();
        for (place, option) in (1..).zip(&question.options) {
            let mark = ChoiceMark { question: question.number, place };
            match self.said(mark, &mut boxes) {
                Said::Nothing => {}
                Said::Unclear => is_clear = false,
                Said::Clear(is_ticked, by) => {
                    surest = surest.min(Some(by)).or(Some(by));
                    keys.extend(is_ticked.then_some(option.key.as_str()));
                }
            }
        }
        let is_one = question.kind != QuestionKind::SeveralChoices;
        if !is_clear || (is_one && keys.len() > 1) {
            self.unclear.push(Mark::Answer(question.number));
            return None;
        }
        self.taken.extend(boxes);
        surest.map(|by| Found { text: keys.join("\n"), by })
    }

    fn said(&self, mark: ChoiceMark, boxes: &mut Vec<Range<usize>>) -> Said {
        let mut said = Said::Nothing;
        for (by, range, stated) in self.boxes(mark) {
            // What the person sees goes before what the program has noted.
            let seen = ticked(self.sheet.at(&range)).or(stated);
            boxes.push(range);
            said = match (said, seen) {
                (_, None) | (Said::Unclear, _) => Said::Unclear,
                (Said::Nothing, Some(is_ticked)) => Said::Clear(is_ticked, by),
                (Said::Clear(before, by), Some(is_ticked)) if before == is_ticked => Said::Clear(before, by),
                (Said::Clear(..), Some(_)) => Said::Unclear,
            };
        }
        said
    }

    /// Every place that is an option's box, by its control, its bookmark, or the words behind it; and
    /// what a control has noted.
    fn boxes(&self, mark: ChoiceMark) -> Vec<(By, Range<usize>, Option<bool>)> {
        let is_meant = |tag: &Option<String>| tag.as_deref().and_then(ChoiceMark::from_tag) == Some(mark);
        let controls = self.sheet.controls.iter().filter(|control| is_meant(&control.tag));
        let controls = controls.map(|control| (By::Control, control.range.clone(), control.is_ticked));
        let bookmarks = self.sheet.bookmarks.iter().filter(|bookmark| {
            ChoiceMark::from_bookmark(&bookmark.name) == Some(mark) && !bookmark.range.is_empty()
        });
        let bookmarks = bookmarks.map(|bookmark| (By::Bookmark, bookmark.range.clone(), None));
        let printed = self.sections.boxes_of(mark).iter();
        // Where only the words are left there is no box: that says nothing.
        let printed = printed.filter(|range| !self.sheet.at(range).trim().is_empty());
        controls.chain(bookmarks).chain(printed.map(|range| (By::Heading, range.clone(), None))).collect()
    }
}
