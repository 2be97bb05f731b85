//! Places in a text, taken together and apart.

use std::ops::Range;

/// The same places in order, where none stands in another.
pub(super) fn merged(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = ranges.collect();
    ranges.sort_by_key(|range| range.start);
    let mut found: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match found.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => found.push(range),
        }
    }
    found
}

/// A range without some parts of it, which are [`merged`].
pub(super) fn without(range: &Range<usize>, parts: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut at, mut left) = (range.start, Vec::new());
    let first = parts.partition_point(|part| part.end <= range.start);
    for part in parts.iter().skip(first).take_while(|part| part.start < range.end) {
        if part.start > at {
            left.push(at..part.start);
        }
        at = part.end;
    }
    if at < range.end {
        left.push(at..range.end);
    }
    left
}

/// The ranges that do not stand inside the one before.
pub(super) fn apart<'a>(ranges: impl Iterator<Item = &'a Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        if found.last().is_none_or(|last| range.start >= last.end) {
            found.push(range.clone());
        }
    }
    found
}
