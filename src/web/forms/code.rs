//! The form with which an administrator writes a heading of the codebook.

use crate::domain::code::{CodeRefusal, CodeWords, Heading, is_code_key};
use crate::domain::language::Localized;
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use crate::web::fields::Fields;
use std::collections::BTreeMap;

/// The fields, and the longest text of each in characters.
const FIELDS: [(&str, usize); 8] = [
    ("do", 20),
    ("shown", 40),
    ("code", 60),
    ("under", 60),
    ("key", 60),
    ("name_nb", 200),
    ("name_nn", 200),
    ("name_en", 200),
];

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct CodeForm(BTreeMap<&'static str, String>);

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeMistake {
    /// It needs a name in bokmål.
    Name,
    /// No key can look like that.
    Key,
    /// A text is too long.
    TooLong(&'static str, usize),
    /// The codebook's own rules.
    Refused(CodeRefusal),
}

impl CodeForm {
    /// The fields of the form, as they are kept.
    #[must_use]
    pub fn read(fields: &Fields) -> Self {
        let mut typed = BTreeMap::new();
        for (name, _) in FIELDS {
            let given = fields.iter().rfind(|(field, _)| field == name);
            if let Some((_, value)) = given {
                // No browser sends a control character in a line.
                let clean = |c: char| if c.is_control() { ' ' } else { c };
                typed.insert(name, as_kept(value).chars().map(clean).collect());
            }
        }
        Self(typed)
    }

    /// The form as it shows a heading.
    #[must_use]
    pub fn of(heading: &Heading) -> Self {
        Self(BTreeMap::from([
            ("shown", heading.fingerprint()),
            ("key", heading.key.clone()),
            ("name_nb", heading.name.nb.clone()),
            ("name_nn", heading.name.nn.clone().unwrap_or_default()),
            ("name_en", heading.name.en.clone().unwrap_or_default()),
        ]))
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The same form, shown beside what stands there now.
    #[must_use]
    pub fn shown_with(mut self, heading: &Heading) -> Self {
        self.0.insert("shown", heading.fingerprint());
        self
    }

    /// What is said of the heading, whose key may stay `as_it_is`; mistakes are added.
    pub fn words(&self, as_it_is: Option<&str>, mistakes: &mut Vec<CodeMistake>) -> Option<CodeWords> {
        let key = self.get("key").trim();
        if !key.is_empty() && as_it_is != Some(key) && !is_code_key(key) {
            mistakes.push(CodeMistake::Key);
        }
        let name = self.given("name_nb");
        if name.is_none() {
            mistakes.push(CodeMistake::Name);
        }
        for (field, max_chars) in FIELDS {
            if count_chars(self.get(field)) > max_chars {
                mistakes.push(CodeMistake::TooLong(field, max_chars));
            }
        }
        let name = Localized { nb: name?, nn: self.given("name_nn"), en: self.given("name_en") };
        Some(CodeWords { key: key.to_owned(), name })
    }

    fn given(&self, field: &str) -> Option<String> {
        let text = self.get(field).trim();
        has_visible_character(text).then(|| text.to_owned())
    }
}

/// The id of the field that a mistake stands at; the whole page where no field is to blame.
#[must_use]
pub fn place(mistake: CodeMistake) -> &'static str {
    match mistake {
        CodeMistake::Name => "name_nb",
        CodeMistake::Key | CodeMistake::Refused(CodeRefusal::KeyTaken) => "key",
        CodeMistake::TooLong(field, _) => field,
        CodeMistake::Refused(_) => "innhold",
    }
}
