//! Which field of the form each text of a document belongs to, and what belongs to none.

use super::ranges::{apart, merged, without};
use super::sections::Sections;
use super::sheet::Sheet;
use super::vocabulary::{Vocabulary, plain};
use crate::documents::form::{TICKED, UNTICKED};
use crate::documents::marks::{FormIdentity, Mark};
use crate::domain::question::{FormVersion, Question};
use crate::domain::text::{as_kept, has_visible_character};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a document says when it is held against a form. These are findings; what follows from them
/// is the caller's to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Which form the document says that it is: perhaps an older one, or another round's.
    pub identity: Option<FormIdentity>,
    /// The fields that are there. An empty text says that nobody wrote in it; a box that was
    /// ticked holds [`TICKED`].
    pub found: BTreeMap<Mark, Found>,
    /// The fields of the form that are not there.
    pub missing: Vec<Mark>,
    /// The questions of which nobody can be sure what was ticked: the person is asked.
    pub unclear: Vec<Mark>,
    /// Text that is no field's, and that the form did not bring along. What stood together is one.
    pub leftover: Vec<String>,
}

/// A field that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The text, as answers are kept; without the empty lines around it.
    pub text: String,
    /// What it was found by.
    pub by: By,
}

/// What a field was found by, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Its content control.
    Control,
    /// Its bookmark.
    Bookmark,
    /// What is printed above it.
    Heading,
}

/// How many bookmarks of one name are looked at; Word makes one.
const MAX_NAMESAKES: usize = 3;

/// Finds the fields of `form`. `words` is all that the form printed elsewhere, in whatever language:
/// a text among them is not told as left over.
#[must_use]
pub fn recognise(sheet: &Sheet, form: &FormVersion, words: &[String]) -> Filled {
    let vocabulary = Vocabulary::new(form, words);
    let sections = Sections::of(sheet, &vocabulary);
    let is_untouched = |range: &&Range<usize>| vocabulary.is_placeholder(sheet.at(range));
    let untouched = merged(sheet.controls.iter().map(|control| &control.range).filter(is_untouched).cloned());
    let mut reader = Reader {
        sheet,
        vocabulary: &vocabulary,
        sections: &sections,
        untouched,
        taken: Vec::new(),
        unclear: Vec::new(),
    };
    let (mut found, mut missing) = (BTreeMap::new(), Vec::new());
    for mark in vocabulary.marks() {
        let field = match (mark, chosen_in(form, mark)) {
            (Mark::NoComment, _) => reader.tick(),
            (_, Some(question)) => reader.chosen(question),
            (_, None) => reader.field(mark),
        };
        match field {
            Some(field) => {
                found.insert(mark, field);
            }
            None if reader.unclear.contains(&mark) => {}
            None => missing.push(mark),
        }
    }
    let unclear = std::mem::take(&mut reader.unclear);
    Filled { identity: sheet.identity(), found, missing, unclear, leftover: reader.leftover() }
}

/// The question that a mark is about, where something is chosen.
fn chosen_in(form: &FormVersion, mark: Mark) -> Option<&Question> {
    let Mark::Answer(number) = mark else { return None };
    form.question(number).filter(|question| !question.kind.is_text())
}

impl Sheet {
    /// Which form the document says that it is. Its properties are believed before its bookmarks:
    /// those may have been pasted in.
    #[must_use]
    pub fn identity(&self) -> Option<FormIdentity> {
        let stated = self.identifiers.iter().find_map(|text| FormIdentity::from_identifier(text));
        stated.or_else(|| self.bookmarks.iter().find_map(|mark| FormIdentity::from_bookmark(&mark.name)))
    }
}

pub(super) struct Reader<'a> {
    pub(super) sheet: &'a Sheet,
    vocabulary: &'a Vocabulary,
    pub(super) sections: &'a Sections,
    /// The controls that show what they showed first, as [`merged`] has them.
    untouched: Vec<Range<usize>>,
    /// What belongs to a field.
    pub(super) taken: Vec<Range<usize>>,
    /// The questions of which nobody can be sure what was ticked.
    pub(super) unclear: Vec<Mark>,
}

impl Reader<'_> {
    /// A field with text: the surest place that holds some, or the surest that is there at all.
    /// Whether it still shows what it showed first, its words tell: the flag beside them stays when a
    /// program puts a text in without knowing of it.
    fn field(&mut self, mark: Mark) -> Option<Found> {
        let places = [
            (By::Control, self.tagged(mark)),
            (By::Bookmark, self.around_bookmark(mark)),
            (By::Control, self.named(mark)),
            (By::Heading, self.sections.of_field(mark).to_vec()),
        ];
        let is_there = places.iter().find(|(_, ranges)| !ranges.is_empty()).map(|(by, _)| *by);
        for (by, ranges) in places {
            let text = self.text(&ranges, mark);
            if has_visible_character(&text) {
                self.taken.extend(ranges);
                return Some(Found { text, by });
            }
        }
        let by = is_there.or_else(|| self.sections.knows(mark).then_some(By::Heading))?;
        Some(Found { text: String::new(), by })
    }

    /// The box. What is neither ticked nor empty is no answer, and stays left over.
    fn tick(&mut self) -> Option<Found> {
        let mark = Mark::NoComment;
        let places = [
            (By::Control, self.tagged(mark)),
            (By::Bookmark, self.bookmarks(mark)),
            (By::Control, self.named(mark)),
            (By::Heading, self.sections.of_field(mark).to_vec()),
        ];
        for (by, ranges) in places {
            let Some(range) = ranges.first() else { continue };
            let stated = self.sheet.controls.iter().find(|control| control.range == *range);
            let stated = stated.filter(|_| by == By::Control).and_then(|control| control.is_ticked);
            // What the person sees goes before what the program has noted.
            if let Some(is_ticked) = ticked(self.sheet.at(range)).or(stated) {
                self.taken.extend(ranges);
                let text = if is_ticked { TICKED.to_string() } else { String::new() };
                return Some(Found { text, by });
            }
        }
        None
    }

    /// The controls of a field. One inside another is part of that.
    fn tagged(&self, mark: Mark) -> Vec<Range<usize>> {
        let is_meant = |tag: &Option<String>| tag.as_deref().and_then(Mark::from_tag) == Some(mark);
        let tagged = self.sheet.controls.iter().filter(|control| is_meant(&control.tag));
        apart(tagged.map(|control| &control.range))
    }

    /// The controls that have lost their tag and bear the field's label. LibreOffice puts some around
    /// more than they were around, so that bookmarks go before them.
    fn named(&self, mark: Mark) -> Vec<Range<usize>> {
        let is_tagged = |tag: &Option<String>| tag.as_deref().and_then(Mark::from_tag).is_some();
        let is_named = |alias: &Option<String>| {
            alias.as_deref().is_some_and(|alias| self.vocabulary.field_named(alias) == Some(mark))
        };
        let controls = self.sheet.controls.iter();
        let named = controls.filter(|control| !is_tagged(&control.tag) && is_named(&control.alias));
        apart(named.map(|control| &control.range))
    }

    /// The bookmark of a field, unless it has come to span another field's heading.
    fn bookmarks(&self, mark: Mark) -> Vec<Range<usize>> {
        let namesakes =
            self.sheet.bookmarks.iter().filter(|bookmark| Mark::from_bookmark(&bookmark.name) == Some(mark));
        let mut usable = namesakes
            .take(MAX_NAMESAKES)
            .map(|bookmark| bookmark.range.clone())
            .filter(|range| !range.is_empty() && !self.sections.has_other_label(self.sheet, range, mark));
        usable.next().into_iter().collect()
    }

    /// The bookmark of a field, with what stands around it under the same heading: LibreOffice ends
    /// a bookmark that is typed over behind the first word.
    fn around_bookmark(&self, mark: Mark) -> Vec<Range<usize>> {
        let marked = self.bookmarks(mark);
        let section = self.sections.of_field(mark);
        let ends = section.first().zip(section.last()).zip(marked.first());
        let is_inside =
            ends.is_some_and(|((first, last), marked)| first.start <= marked.start && marked.end <= last.end);
        let is_written = marked.first().is_some_and(|marked| has_visible_character(&self.written(marked)));
        if is_inside && is_written { section.to_vec() } else { marked }
    }

    /// What somebody wrote in these places.
    fn text(&self, ranges: &[Range<usize>], mark: Mark) -> String {
        let written: Vec<String> = ranges.iter().map(|range| self.written(range)).collect();
        let text = as_kept(written.join("\n").trim_matches('\n'));
        match mark {
            Mark::Answer(number) if !self.vocabulary.is_line(number) => without_blank_edges(&text),
            _ => plain(&text),
        }
    }

    /// The text of a range, without what stood there before anyone wrote.
    fn written(&self, range: &Range<usize>) -> String {
        let parts: Vec<&str> =
            without(range, &self.untouched).iter().map(|part| self.sheet.at(part)).collect();
        let text = parts.concat();
        let text = text.strip_suffix('\n').unwrap_or(&text);
        let lines: Vec<&str> =
            text.split('\n').filter(|line| !self.vocabulary.is_placeholder(line)).collect();
        lines.join("\n")
    }

    /// What nobody has taken and the form has not printed.
    fn leftover(mut self) -> Vec<String> {
        self.taken = merged(self.taken.drain(..));
        let (mut found, mut open) = (Vec::new(), String::new());
        for (place, paragraph) in self.sheet.paragraphs.iter().enumerate() {
            let left = if self.sections.is_printed(place) {
                String::new()
            } else {
                let outside = without(&paragraph.whole, &self.taken);
                outside.iter().map(|range| self.written(range)).collect()
            };
            if has_visible_character(&left) && !self.vocabulary.is_printed(&left) {
                open.push_str(&left);
                open.push('\n');
            } else if !open.is_empty() {
                found.push(without_blank_edges(&as_kept(&std::mem::take(&mut open))));
            }
        }
        if !open.is_empty() {
            found.push(without_blank_edges(&as_kept(&open)));
        }
        found
    }
}

/// Whether a box is ticked, by the first that is seen; `None` where that is no box.
pub(super) fn ticked(text: &str) -> Option<bool> {
    let text = text.trim_start().trim_start_matches(['[', '(', '|']).trim_start();
    let first = text.chars().next()?;
    match first {
        TICKED | '☑' | '✓' | '✔' | '✗' | '✘' | '✕' | '✖' | '🗹' | '🗷' | '⌧' => {
            Some(true)
        }
        UNTICKED | '□' | '❏' | '❑' => Some(false),
        'x' | 'X' => (!text.chars().nth(1).is_some_and(char::is_alphanumeric)).then_some(true),
        _ => None,
    }
}

fn without_blank_edges(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_written = |line: &&str| has_visible_character(line);
    let first = lines.iter().position(is_written).unwrap_or(lines.len());
    let last = lines.iter().rposition(is_written).map_or(first, |last| last + 1);
    lines.get(first..last).unwrap_or_default().join("\n")
}
