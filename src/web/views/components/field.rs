//! A field of one line, with its label, help and mistake tied to it.

use maud::{Markup, html};

/// What a field holds; browsers fill in and check accordingly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name of a person.
    PersonName,
    /// A name of an organisation.
    OrganisationName,
    /// Digits, often with spaces.
    Digits,
    /// An e-mail address.
    Email,
    /// A word that machines gave: no browser knows it, and nothing may correct it.
    Word,
    /// A line of plain text.
    Line,
    /// A date.
    Date,
    /// A time of day.
    Time,
}

impl Kind {
    fn input_type(self) -> &'static str {
        match self {
            Self::PersonName | Self::OrganisationName | Self::Digits | Self::Word | Self::Line => "text",
            Self::Email => "email",
            Self::Date => "date",
            Self::Time => "time",
        }
    }

    fn autocomplete(self) -> Option<&'static str> {
        match self {
            Self::PersonName => Some("name"),
            Self::OrganisationName => Some("organization"),
            Self::Email => Some("email"),
            Self::Word => Some("off"),
            Self::Digits | Self::Line | Self::Date | Self::Time => None,
        }
    }

    fn width(self) -> &'static str {
        match self {
            Self::Digits | Self::Date | Self::Time => "short",
            Self::PersonName | Self::OrganisationName | Self::Email | Self::Word => "medium",
            Self::Line => "wide",
        }
    }
}

/// One field. `name` is also its id.
#[derive(Debug)]
pub struct Field<'a> {
    /// Its name and id.
    pub name: &'a str,
    /// What it holds.
    pub kind: Kind,
    /// What is asked for.
    pub label: String,
    /// Help, where there is something to say.
    pub help: Option<String>,
    /// What has been typed.
    pub value: &'a str,
    /// What must be put right.
    pub mistake: Option<String>,
}

/// The field.
#[must_use]
pub fn field(field: &Field) -> Markup {
    let name = field.name;
    html! {
        div class="ds-field" {
            label class="ds-label" for=(name) { (field.label) }
            (help(name, field.help.as_deref()))
            input class="ds-input" type=(field.kind.input_type()) id=(name) name=(name) value=(field.value)
                data-width=(field.kind.width()) autocomplete=[field.kind.autocomplete()]
                spellcheck=[(field.kind == Kind::Word).then_some("false")]
                inputmode=[(field.kind == Kind::Digits).then_some("numeric")]
                aria-describedby=[described_by(name, field.mistake.is_some(), field.help.is_some())]
                aria-invalid=[field.mistake.as_ref().map(|_| "true")];
            (mistake(name, field.mistake.as_deref()))
        }
    }
}

/// The help of the field `id`.
#[must_use]
pub fn help(id: &str, sentence: Option<&str>) -> Markup {
    html! {
        @if let Some(sentence) = sentence {
            div data-field="description" id={ (id) "-help" } { (sentence) }
        }
    }
}

/// The mistake at the field `id`.
#[must_use]
pub fn mistake(id: &str, sentence: Option<&str>) -> Markup {
    html! {
        @if let Some(sentence) = sentence {
            p class="ds-validation-message" data-field="validation" id={ (id) "-mistake" } { (sentence) }
        }
    }
}

/// The ids for `aria-describedby`: the mistake first, then the help.
#[must_use]
pub fn described_by(id: &str, has_mistake: bool, has_help: bool) -> Option<String> {
    match (has_mistake, has_help) {
        (true, true) => Some(format!("{id}-mistake {id}-help")),
        (true, false) => Some(format!("{id}-mistake")),
        (false, true) => Some(format!("{id}-help")),
        (false, false) => None,
    }
}
