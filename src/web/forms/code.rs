//! The form with which an administrator writes a heading of the codebook.

use crate::domain::code::{CodeRefusal, CodeWords, Heading, is_code_key};
use crate::domain::language::Localized;
use crate::web::fields::Fields;
use crate::web::forms::typed::{Shape, Typed};

static SHAPE: Shape = Shape {
    fields: &[
        ("do", 20),
        ("shown", 40),
        ("code", 60),
        ("under", 60),
        ("key", 60),
        ("name_nb", 200),
        ("name_nn", 200),
        ("name_en", 200),
    ],
    long: &[],
};

/// What was typed.
#[derive(Debug, Clone)]
pub struct CodeForm(Typed);

impl Default for CodeForm {
    fn default() -> Self {
        Self(Typed::empty(&SHAPE))
    }
}

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
        Self(Typed::read(&SHAPE, fields))
    }

    /// The form as it shows a heading.
    #[must_use]
    pub fn of(heading: &Heading) -> Self {
        let mut form = Self::default();
        form.0.put("shown", heading.fingerprint());
        form.0.put("key", heading.key.as_str());
        form.0.put_localized(["name_nb", "name_nn", "name_en"], &heading.name);
        form
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// The same form, shown beside what stands there now.
    #[must_use]
    pub fn shown_with(mut self, heading: &Heading) -> Self {
        self.0.put("shown", heading.fingerprint());
        self
    }

    /// What is said of the heading, whose key may stay `as_it_is`; mistakes are added.
    pub fn words(&self, as_it_is: Option<&str>, mistakes: &mut Vec<CodeMistake>) -> Option<CodeWords> {
        let key = self.get("key").trim();
        if !key.is_empty() && as_it_is != Some(key) && !is_code_key(key) {
            mistakes.push(CodeMistake::Key);
        }
        let name = self.0.given("name_nb");
        if name.is_none() {
            mistakes.push(CodeMistake::Name);
        }
        mistakes.extend(self.0.too_long().map(|(field, max)| CodeMistake::TooLong(field, max)));
        let name = Localized { nb: name?, nn: self.0.given("name_nn"), en: self.0.given("name_en") };
        Some(CodeWords { key: key.to_owned(), name })
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
