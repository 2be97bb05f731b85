//! The fields of one TOML table, taken out one by one; what nobody asked for is refused.

use super::Fault;
use crate::domain::clock::Moment;
use crate::domain::language::Localized;
use crate::domain::text::has_visible_character;
use jiff::civil::Date;
use std::ops::RangeInclusive;
use toml::value::Datetime;
use toml::{Table, Value};

/// A table of the file, and the list its faults go to. What must be there and is not is faulted
/// and stands as something empty.
pub(super) struct Fields<'f> {
    /// The table's own name with a dot, or nothing for the file itself.
    path: String,
    table: Table,
    faults: &'f mut Vec<Fault>,
}

impl<'f> Fields<'f> {
    pub(super) fn new(path: String, table: Table, faults: &'f mut Vec<Fault>) -> Self {
        Self { path, table, faults }
    }

    pub(super) fn fault(&mut self, field: &str, problem: impl Into<String>) {
        self.faults.push(Fault { field: format!("{}{field}", self.path), problem: problem.into() });
    }

    /// Faults whatever has not been taken out.
    pub(super) fn refuse_the_rest(mut self) {
        for name in std::mem::take(&mut self.table).keys() {
            self.fault(name, "is not a known field");
        }
    }

    fn require(&mut self, name: &str) -> Option<Value> {
        let value = self.table.remove(name);
        if value.is_none() {
            self.fault(name, "is missing");
        }
        value
    }

    fn wrong_kind<T>(&mut self, name: &str, wanted: &str, value: &Value) -> Option<T> {
        self.fault(name, format!("must be {wanted}, not {}", value.type_str()));
        None
    }

    fn text_of(&mut self, name: &str, value: Value) -> Option<String> {
        match value {
            Value::String(text) if text.contains('\0') => {
                self.fault(name, "holds the character NUL, which cannot be kept");
                None
            }
            Value::String(text) if has_visible_character(&text) => Some(text),
            Value::String(_) => {
                self.fault(name, "is empty");
                None
            }
            other => self.wrong_kind(name, "text", &other),
        }
    }

    fn line_of(&mut self, name: &str, value: Value) -> Option<String> {
        let text = self.text_of(name, value)?;
        if text.contains(char::is_control) {
            self.fault(name, "must be one line");
            return None;
        }
        Some(text)
    }

    /// One line of text.
    pub(super) fn line(&mut self, name: &str) -> String {
        self.require(name).and_then(|value| self.line_of(name, value)).unwrap_or_default()
    }

    /// One line of text, which may be missing.
    pub(super) fn optional_line(&mut self, name: &str) -> Option<String> {
        let value = self.table.remove(name)?;
        self.line_of(name, value)
    }

    /// A line that `read` understands.
    pub(super) fn choice<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Option<T>,
        wanted: &str,
    ) -> Option<T> {
        let value = self.require(name)?;
        let text = self.line_of(name, value)?;
        let read = read(&text);
        if read.is_none() {
            self.fault(name, format!("must be {wanted}"));
        }
        read
    }

    /// A line that `read` understands, which may be missing.
    pub(super) fn optional_choice<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Option<T>,
        wanted: &str,
    ) -> Option<T> {
        if self.table.contains_key(name) { self.choice(name, read, wanted) } else { None }
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.require(name) {
            Some(Value::Boolean(flag)) => flag,
            Some(other) => self.wrong_kind(name, "true or false", &other).unwrap_or_default(),
            None => false,
        }
    }

    /// `true` or `false`, which is `false` where it is missing.
    pub(super) fn optional_flag(&mut self, name: &str) -> bool {
        if self.table.contains_key(name) { self.flag(name) } else { false }
    }

    /// A whole number in `range`, which may be missing.
    pub(super) fn number(&mut self, name: &str, range: RangeInclusive<i32>) -> Option<i32> {
        let value = self.table.remove(name)?;
        let number = value.as_integer().and_then(|number| i32::try_from(number).ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            self.fault(name, format!("must be a whole number from {} to {}", range.start(), range.end()));
        }
        number
    }

    /// A date without time.
    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        let value = self.require(name)?;
        self.date_of(name, &value)
    }

    fn date_of(&mut self, name: &str, value: &Value) -> Option<Date> {
        match value {
            Value::Datetime(date @ Datetime { date: Some(_), time: None, offset: None }) => {
                self.parsed(name, &date.to_string())
            }
            other => self.wrong_kind(name, "a date as 2023-06-30, without quotes", other),
        }
    }

    fn moment_of(&mut self, name: &str, value: &Value) -> Option<Moment> {
        match value {
            Value::Datetime(at @ Datetime { date: Some(_), time: Some(_), offset: Some(_) }) => {
                self.parsed(name, &at.to_string())
            }
            other => self.wrong_kind(name, "a time with offset as 2023-06-30T12:00:00+02:00", other),
        }
    }

    /// A time with its offset.
    pub(super) fn moment(&mut self, name: &str) -> Option<Moment> {
        let value = self.require(name)?;
        self.moment_of(name, &value)
    }

    /// A time with its offset, which may be missing.
    pub(super) fn optional_moment(&mut self, name: &str) -> Option<Moment> {
        let value = self.table.remove(name)?;
        self.moment_of(name, &value)
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &str, text: &str) -> Option<T> {
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.fault(name, "is no day or time of the calendar");
        }
        parsed
    }

    /// A moment given either as a day, which `of_day` turns into one, or as a time.
    pub(super) fn day_or_moment(
        &mut self,
        day: &str,
        of_day: impl FnOnce(Date) -> Moment,
        moment: &str,
    ) -> Option<Moment> {
        match (self.table.remove(day), self.table.remove(moment)) {
            (Some(value), None) => self.date_of(day, &value).map(of_day),
            (None, Some(value)) => self.moment_of(moment, &value),
            (None, None) => {
                self.fault(day, format!("is missing; give {day} or {moment}"));
                None
            }
            (Some(_), Some(_)) => {
                self.fault(day, format!("give either {day} or {moment}, not both"));
                None
            }
        }
    }

    /// A table; `None` after a fault.
    pub(super) fn table(&mut self, name: &str) -> Option<Fields<'_>> {
        let table = match self.require(name)? {
            Value::Table(table) => table,
            other => self.wrong_kind(name, "a table", &other)?,
        };
        Some(Fields::new(format!("{}{name}.", self.path), table, self.faults))
    }

    /// What `read` makes of each table of an array, which may be missing.
    pub(super) fn each<T>(&mut self, name: &str, mut read: impl FnMut(&mut Fields<'_>) -> T) -> Vec<T> {
        let values = match self.table.remove(name) {
            Some(Value::Array(values)) => values,
            Some(other) => self.wrong_kind(name, "a list of tables", &other).unwrap_or_default(),
            None => Vec::new(),
        };
        let mut read_all = Vec::with_capacity(values.len());
        for (place, value) in (1..).zip(values) {
            let here = format!("{name}[{place}]");
            let Value::Table(table) = value else {
                self.wrong_kind::<()>(&here, "a table", &value);
                continue;
            };
            let mut fields = Fields::new(format!("{}{here}.", self.path), table, self.faults);
            read_all.push(read(&mut fields));
            fields.refuse_the_rest();
        }
        read_all
    }

    /// A text in several languages.
    pub(super) fn localized(&mut self, name: &str, shape: Shape, needed: Needed) -> Localized {
        let Some(mut texts) = self.table(name) else { return Localized::default() };
        let nb = texts.require("nb").and_then(|value| texts.shaped("nb", value, shape)).unwrap_or_default();
        if needed == Needed::BothNorwegian && !texts.table.contains_key("nn") {
            texts.fault("nn", "is missing");
        }
        let mut other = |tag| texts.table.remove(tag).and_then(|value| texts.shaped(tag, value, shape));
        let localized = Localized { nb, nn: other("nn"), en: other("en") };
        texts.refuse_the_rest();
        localized
    }

    /// A text in several languages, bokmål at least, which may be missing.
    pub(super) fn optional_localized(&mut self, name: &str, shape: Shape) -> Option<Localized> {
        self.table.contains_key(name).then(|| self.localized(name, shape, Needed::Bokmal))
    }

    fn shaped(&mut self, name: &str, value: Value, shape: Shape) -> Option<String> {
        match shape {
            Shape::Line => self.line_of(name, value),
            Shape::Text => self.text_of(name, value),
        }
    }
}

/// Whether a text may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One line.
    Line,
    /// Any text.
    Text,
}

/// The languages that a text must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needed {
    /// Bokmål.
    Bokmal,
    /// Bokmål and nynorsk.
    BothNorwegian,
}
