//! What was typed in the fields of a form, by their names: as it is kept, and as it is shown again.

use crate::domain::language::Localized;
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use crate::web::fields::Fields;
use std::collections::BTreeMap;

/// The fields that a form has.
#[derive(Debug)]
pub struct Shape {
    /// Their names, and the longest text of each in characters.
    pub fields: &'static [(&'static str, usize)],
    /// Those that may have several lines begin so.
    pub long: &'static [&'static str],
}

impl Shape {
    /// Whether a field may have several lines.
    fn is_long(&self, field: &str) -> bool {
        self.long.iter().any(|start| field.starts_with(start))
    }

    /// No browser sends a control character in a line; in a text it sends ends of lines, and people tabs.
    fn clean(&self, field: &str, value: &str) -> String {
        let fits = |c: char| !c.is_control() || (self.is_long(field) && matches!(c, '\n' | '\t'));
        as_kept(value).chars().map(|c| if fits(c) { c } else { ' ' }).collect()
    }
}

/// The names of a text's fields, in bokmål, nynorsk and English.
pub type InLanguages = [&'static str; 3];

/// What was typed.
#[derive(Debug, Clone)]
pub struct Typed {
    shape: &'static Shape,
    values: BTreeMap<&'static str, String>,
}

impl Typed {
    /// A form where nothing has been typed.
    #[must_use]
    pub fn empty(shape: &'static Shape) -> Self {
        Self { shape, values: BTreeMap::new() }
    }

    /// The fields of the form among those that were sent, as they are kept.
    #[must_use]
    pub fn read(shape: &'static Shape, fields: &Fields) -> Self {
        let mut typed = Self::empty(shape);
        for (name, _) in shape.fields {
            if let Some((_, value)) = fields.iter().rfind(|(field, _)| field == name) {
                typed.put(name, shape.clean(name, value));
            }
        }
        typed
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    /// Lets this stand in a field.
    pub fn put(&mut self, field: &'static str, value: impl Into<String>) {
        self.values.insert(field, value.into());
    }

    /// Lets a text stand in its fields.
    pub fn put_localized(&mut self, [nb, nn, en]: InLanguages, text: &Localized) {
        self.put(nb, text.nb.as_str());
        self.put(nn, text.nn.as_deref().unwrap_or_default());
        self.put(en, text.en.as_deref().unwrap_or_default());
    }

    /// What was typed in a field, where it can be seen.
    #[must_use]
    pub fn given(&self, field: &str) -> Option<String> {
        let text = self.get(field).trim();
        has_visible_character(text).then(|| text.to_owned())
    }

    /// The same; of several lines exactly as it stands, so that saving what was only looked at changes nothing.
    #[must_use]
    pub fn given_whole(&self, field: &str) -> Option<String> {
        if !self.shape.is_long(field) {
            return self.given(field);
        }
        Some(self.get(field).to_owned()).filter(|text| has_visible_character(text))
    }

    /// A text; none where there is none in bokmål.
    #[must_use]
    pub fn localized(&self, [nb, nn, en]: InLanguages) -> Option<Localized> {
        Some(Localized { nb: self.given(nb)?, nn: self.given(nn), en: self.given(en) })
    }

    /// The fields whose text is too long, with how many characters it may have.
    pub fn too_long(&self) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        self.shape
            .fields
            .iter()
            .copied()
            .filter(|(field, max_chars)| count_chars(self.get(field)) > *max_chars)
    }
}
