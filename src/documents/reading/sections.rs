//! Which part of a document stands under which of the form's headings.

use super::recognise::ticked;
use super::sheet::{Paragraph, Sheet};
use super::vocabulary::{Vocabulary, without_box};
use crate::documents::marks::{ChoiceMark, Mark};
use std::collections::BTreeMap;
use std::ops::Range;

/// The level of the form's own headings: a deeper one may stand in an answer.
const OWN_LEVEL: u32 = 2;

/// What a paragraph is to the form.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Role {
    /// The label of a field, and what stands behind it in the same paragraph.
    Label(Mark, Range<usize>),
    /// An option, and the box in front of it.
    Option(ChoiceMark, Range<usize>),
    /// What is printed between the label of a field and its text.
    Words,
    /// Anything else that the form prints.
    Printed,
    /// A heading that is not the form's.
    Heading,
    /// What somebody wrote, in the part of a field or of none.
    Text(Option<Mark>),
}

/// A document, cut at what the form printed.
pub(super) struct Sections {
    roles: Vec<Role>,
    /// The text of each field. Those with a label in two places, and text at both, have none:
    /// which was meant is not for us to say.
    fields: BTreeMap<Mark, Vec<Range<usize>>>,
    /// The boxes of each option, one for each time that it stands there.
    boxes: BTreeMap<ChoiceMark, Vec<Range<usize>>>,
}

impl Sections {
    pub fn of(sheet: &Sheet, vocabulary: &Vocabulary) -> Self {
        let mut roles = Vec::with_capacity(sheet.paragraphs.len());
        let mut current = None;
        for paragraph in &sheet.paragraphs {
            let role = role(sheet, paragraph, vocabulary, &mut current);
            roles.push(role);
        }
        let mut sections = Self { roles, fields: BTreeMap::new(), boxes: BTreeMap::new() };
        sections.gather(sheet);
        sections
    }

    fn gather(&mut self, sheet: &Sheet) {
        // For each field, and each time that its label stands there, what stands under it.
        let mut visits: BTreeMap<Mark, Vec<Vec<Range<usize>>>> = BTreeMap::new();
        for (role, paragraph) in self.roles.iter().zip(&sheet.paragraphs) {
            match role {
                Role::Option(mark, marked) => self.boxes.entry(*mark).or_default().push(marked.clone()),
                Role::Label(mark, rest) => visits.entry(*mark).or_default().push(vec![rest.clone()]),
                Role::Text(Some(mark)) => {
                    let visits = visits.entry(*mark).or_default();
                    if visits.is_empty() {
                        visits.push(Vec::new());
                    }
                    // The line feed belongs to it, so that empty lines stay.
                    let whole = paragraph.whole.start..paragraph.whole.end + 1;
                    match visits.last_mut().map(|parts| (parts.last_mut(), whole.start)) {
                        Some((Some(part), start)) if part.end == start => part.end = whole.end,
                        _ => visits.last_mut().into_iter().for_each(|parts| parts.push(whole.clone())),
                    }
                }
                _ => {}
            }
        }
        for (mark, visits) in visits {
            let is_written = |part: &Range<usize>| !sheet.at(part).trim().is_empty();
            let mut written = visits.into_iter().filter(|parts| parts.iter().any(is_written));
            let first = written.next().unwrap_or_default();
            let is_clear = written.next().is_none();
            let kept = first.into_iter().filter(|part| is_clear && is_written(part));
            self.fields.insert(mark, kept.collect());
        }
    }

    /// The text under the field's heading; none where there is none, or where it is not clear.
    pub fn of_field(&self, mark: Mark) -> &[Range<usize>] {
        self.fields.get(&mark).map_or(&[], Vec::as_slice)
    }

    /// The boxes in front of an option, under its question.
    pub fn boxes_of(&self, mark: ChoiceMark) -> &[Range<usize>] {
        self.boxes.get(&mark).map_or(&[], Vec::as_slice)
    }

    /// Whether the field's heading is there once, with nothing under it.
    pub fn knows(&self, mark: Mark) -> bool {
        let labels = self.roles.iter().filter(|role| matches!(role, Role::Label(of, _) if *of == mark));
        labels.count() == 1
    }

    /// Whether a paragraph is the form's own.
    pub fn is_printed(&self, place: usize) -> bool {
        match self.roles.get(place) {
            Some(Role::Label(Mark::NoComment, _) | Role::Option(..) | Role::Words | Role::Printed) => true,
            Some(Role::Label(_, rest)) => rest.is_empty(),
            _ => false,
        }
    }

    /// Whether another field's label stands in a range.
    pub fn has_other_label(&self, sheet: &Sheet, range: &Range<usize>, mark: Mark) -> bool {
        let from = sheet.paragraphs.partition_point(|paragraph| paragraph.whole.end < range.start);
        let inside = self.roles.iter().zip(&sheet.paragraphs).skip(from);
        inside
            .take_while(|(_, paragraph)| paragraph.whole.start < range.end)
            .any(|(role, _)| matches!(role, Role::Label(of, _) if *of != mark))
    }
}

fn role(sheet: &Sheet, paragraph: &Paragraph, vocabulary: &Vocabulary, current: &mut Option<Mark>) -> Role {
    let words = paragraph.words_at..paragraph.whole.end;
    let text = sheet.at(&words);
    if let Some(option) = option(text, &words, *current, vocabulary) {
        return option;
    }
    if let Some(label) = label(text, &words, vocabulary) {
        if let Role::Label(mark, _) = &label {
            *current = Some(*mark);
        }
        return label;
    }
    if let Some(fields) = vocabulary.fields_under(text) {
        if current.is_none_or(|current| !fields.contains(&current)) {
            let mut fields = fields.iter();
            *current = fields.next().copied().filter(|_| fields.next().is_none());
        }
        return Role::Words;
    }
    if vocabulary.is_printed(text) {
        *current = None;
        return Role::Printed;
    }
    if paragraph.heading.is_some_and(|level| level <= OWN_LEVEL) {
        *current = None;
        return Role::Heading;
    }
    Role::Text(*current)
}

/// The option of the question above that a paragraph is: «☒ Ja».
fn option(text: &str, at: &Range<usize>, current: Option<Mark>, vocabulary: &Vocabulary) -> Option<Role> {
    let Some(Mark::Answer(question)) = current else { return None };
    behind_box(text).into_iter().find_map(|words| {
        let place = vocabulary.choice(question, words)?;
        Some(Role::Option(ChoiceMark { question, place }, at.start..at.end - words.len()))
    })
}

/// What may be the words behind a box, which may be a cross.
fn behind_box(text: &str) -> Vec<&str> {
    let words = without_box(text);
    let crossed = words.strip_prefix(['x', 'X']).map(without_box);
    std::iter::once(words).chain(crossed).collect()
}

/// The label that a paragraph is, or begins with.
fn label(text: &str, at: &Range<usize>, vocabulary: &Vocabulary) -> Option<Role> {
    if let Some(mark) = vocabulary.field_named(text) {
        return Some(Role::Label(mark, at.end..at.end));
    }
    // «☒ Jeg har ingen merknader»: the box is what the field holds.
    let is_box = |words| vocabulary.field_named(words) == Some(Mark::NoComment);
    for words in behind_box(text) {
        let box_end = at.end - words.len();
        if is_box(words) && ticked(text).is_some() {
            return Some(Role::Label(Mark::NoComment, at.start..box_end));
        }
    }
    // «Navn: Kari»: the text stands behind its label.
    for (colon, _) in text.match_indices(':').take(3) {
        let (before, after) = text.split_at_checked(colon)?;
        if let Some(mark) = vocabulary.field_named(before).filter(|mark| *mark != Mark::NoComment) {
            return Some(Role::Label(mark, at.end - after.len() + 1..at.end));
        }
    }
    None
}
