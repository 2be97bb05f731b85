//! The fields of one JSON object, taken out one by one; what nobody asked for is refused.

use super::Fault;
use crate::domain::text::{as_kept, has_visible_character};
use crate::exports::json::Json;

/// An object of an entry, and the list its faults go to.
pub(super) struct Fields<'f> {
    entry: String,
    /// The object's own name with a dot, or nothing for the entry itself.
    path: String,
    members: Vec<(String, Json)>,
    faults: &'f mut Vec<Fault>,
}

impl<'f> Fields<'f> {
    /// The fields of `value`; `None` after a fault.
    pub(super) fn new(entry: String, path: String, value: Json, faults: &'f mut Vec<Fault>) -> Option<Self> {
        let mut fields = Self { entry, path, members: Vec::new(), faults };
        match value {
            Json::Object(members) => members.into_iter().for_each(|member| fields.add(member)),
            other => {
                fields.fault("", format!("must be an object, not {}", other.kind()));
                return None;
            }
        }
        Some(fields)
    }

    fn add(&mut self, (name, value): (String, Json)) {
        if self.members.iter().any(|(known, _)| *known == name) {
            self.fault(&name, "stands more than once".into());
        } else {
            self.members.push((name, value));
        }
    }

    pub(super) fn fault(&mut self, field: &str, problem: String) {
        let path = format!("{}{field}", self.path);
        let field = match path.strip_suffix('.').unwrap_or(&path) {
            "" => "entry".to_owned(),
            path => path.to_owned(),
        };
        self.faults.push(Fault { entry: self.entry.clone(), field, problem });
    }

    /// The names that have not been taken out.
    pub(super) fn names(&self) -> Vec<String> {
        self.members.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Faults whatever has not been taken out.
    pub(super) fn refuse_the_rest(mut self) {
        for name in self.names() {
            self.fault(&name, "is not a known field".into());
        }
    }

    pub(super) fn skip(&mut self, name: &str) {
        self.take(name);
    }

    /// `null` is the same as nothing.
    fn take(&mut self, name: &str) -> Option<Json> {
        let place = self.members.iter().position(|(member, _)| member == name)?;
        let (_, value) = self.members.remove(place);
        (value != Json::Null).then_some(value)
    }

    fn require(&mut self, name: &str) -> Option<Json> {
        let value = self.take(name);
        if value.is_none() {
            self.fault(name, "is missing".into());
        }
        value
    }

    /// The object of this name; `None` after a fault.
    pub(super) fn object(&mut self, name: &str) -> Option<Fields<'_>> {
        let value = self.require(name)?;
        let path = format!("{}{name}.", self.path);
        Fields::new(self.entry.clone(), path, value, self.faults)
    }

    fn as_text(&mut self, name: &str, value: Json) -> Option<String> {
        match value {
            // Postgres has no place for it in a text.
            Json::Text(text) if text.contains('\0') => {
                self.fault(name, "holds the character NUL, which cannot be kept".into());
                None
            }
            Json::Text(text) => Some(text),
            other => {
                self.fault(name, format!("must be text, not {}", other.kind()));
                None
            }
        }
    }

    /// Text that must be there, exactly as it stands; it may be empty.
    pub(super) fn raw_text(&mut self, name: &str) -> Option<String> {
        let value = self.require(name)?;
        self.as_text(name, value)
    }

    /// Text that must be there and be seen, as it is kept.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let value = self.require(name)?;
        self.visible(name, value)
    }

    /// Text that may be missing, as it is kept.
    pub(super) fn optional_text(&mut self, name: &str) -> Option<String> {
        let value = self.take(name)?;
        self.visible(name, value)
    }

    fn visible(&mut self, name: &str, value: Json) -> Option<String> {
        let text = self.as_text(name, value)?;
        if has_visible_character(&text) {
            return Some(as_kept(&text));
        }
        self.fault(name, "is empty".into());
        None
    }

    /// Text that must be there, and that `read` understands.
    pub(super) fn choice<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Option<T>,
        wanted: &str,
    ) -> Option<T> {
        let value = self.require(name)?;
        self.read_with(name, value, read, wanted)
    }

    /// Text that may be missing, and that `read` understands.
    pub(super) fn optional_choice<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Option<T>,
        wanted: &str,
    ) -> Option<T> {
        let value = self.take(name)?;
        self.read_with(name, value, read, wanted)
    }

    fn read_with<T>(
        &mut self,
        name: &str,
        value: Json,
        read: impl FnOnce(&str) -> Option<T>,
        wanted: &str,
    ) -> Option<T> {
        let text = self.as_text(name, value)?;
        let read = read(&text);
        if read.is_none() {
            self.fault(name, format!("must be {wanted}"));
        }
        read
    }

    /// A whole number from 1, which may be missing.
    pub(super) fn optional_positive(&mut self, name: &str) -> Option<i32> {
        let number = match self.take(name)? {
            Json::Integer(number) => i32::try_from(number).ok().filter(|number| *number > 0),
            _ => None,
        };
        if number.is_none() {
            self.fault(name, "must be a whole number from 1".into());
        }
        number
    }
}
