//! What the columns of the spreadsheet are called, and what stands in them.

use crate::domain::export::{COLUMNS, Dialect};
use crate::domain::language::Language;
use crate::text;
use serde::Serialize;

/// What the first line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// The stable machine names.
    Machine,
    /// Labels for people, in this language.
    Labels(Language),
}

impl Header {
    /// The cells of the first line, in the order of [`COLUMNS`].
    #[must_use]
    pub fn cells(self) -> [String; COLUMNS.len()] {
        match self {
            Self::Machine => COLUMNS.map(str::to_owned),
            Self::Labels(language) => labels(language),
        }
    }
}

fn labels(language: Language) -> [String; COLUMNS.len()] {
    [
        text!(language, "column-theme-no"),
        text!(language, "column-theme"),
        text!(language, "column-question"),
        text!(language, "column-reference"),
        text!(language, "column-received-at"),
        text!(language, "column-late"),
        text!(language, "column-status"),
        text!(language, "column-channel"),
        text!(language, "column-respondent-kind"),
        text!(language, "column-respondent"),
        text!(language, "column-organisation"),
        text!(language, "column-org-number"),
        text!(language, "column-language"),
        text!(language, "column-answer"),
        text!(language, "column-form-version"),
    ]
}

/// A column as the provenance describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its stable machine name.
    pub name: &'static str,
    /// What the file's first line calls it.
    pub heading: String,
    /// What stands in it.
    pub description: &'static str,
}

/// The columns of a file in this dialect with this header.
#[must_use]
pub fn described(dialect: Dialect, header: Header) -> Vec<Column> {
    COLUMNS
        .into_iter()
        .zip(header.cells())
        .map(|(name, heading)| Column { name, heading, description: description(name, dialect) })
        .collect()
}

/// In English and in the code, not in the language files: it documents machine names for those who
/// process the file, and two exports of one round must say the same whoever made them.
fn description(name: &str, dialect: Dialect) -> &'static str {
    match name {
        "theme_no" => {
            "The theme's number in the form, from 1. Empty for a submission without an answer (no comment, \
             or files alone), which has one row."
        }
        "theme" => "The theme. Rows are grouped by it, in the order of the form.",
        "question" => "The question that was answered.",
        "reference" => "The submission's reference; rows with the same reference are one submission.",
        "received_at" => {
            "When the exported revision was received: RFC 3339 in Norwegian time, with the offset from UTC \
             and milliseconds."
        }
        "late" => "true when it was received at or after the deadline, else false.",
        "status" => "received or withdrawn.",
        "channel" => "How it came in: web, form-upload, letter, email or meeting.",
        "respondent_kind" => "person, organisation or group.",
        "respondent" => "The respondent's name, as they wrote it.",
        "organisation" => "The organisation they answer for or belong to; may be empty.",
        "org_number" => "Its number in Enhetsregisteret, nine digits; may be empty.",
        "language" => "The submission's language: nb, nn or en.",
        "answer" => answer_description(dialect),
        "form_version" => {
            "The number of the form version that was answered, from 1. Theme and question stand as they \
             were worded in it; theme_no is the theme's place in the newest version, or after it where the \
             question is no longer asked."
        }
        _ => "",
    }
}

/// The longest answer kept is 200,000 characters. `LibreOffice` 7.4 was tried: it opens 65,535 of them.
/// Excel's limit is in Microsoft's «Excel specifications and limits»; of the rest, its users report
/// both that it is gone and that it stands on rows of its own.
fn answer_description(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Excel => {
            "The answer in full; of a question where something is chosen the words of what was, a line each. \
             A cell that starts with =, +, -, @, a tab or a carriage return has an \
             apostrophe in front, so that no spreadsheet takes it for a formula; the same holds for every \
             column. This file never shortens an answer, but spreadsheets do: Microsoft Excel keeps 32,767 \
             characters in a cell and drops the rest or puts it on rows of its own, LibreOffice keeps \
             65,535. Read longer answers in the service, or in the rfc4180 dialect with a program that is \
             no spreadsheet."
        }
        Dialect::Rfc4180 => {
            "The answer in full, exactly as it is kept (of a question where something is chosen the words of \
             what was, a line each): not shortened and not neutralised. A cell may \
             start with =, so do not open the file in a spreadsheet (which would also cut long answers, \
             Microsoft Excel at 32,767 characters and LibreOffice at 65,535); the excel dialect is made \
             for that."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_description_and_a_label_in_every_language() {
        for language in Language::ALL {
            for dialect in [Dialect::Excel, Dialect::Rfc4180] {
                for column in described(dialect, Header::Labels(language)) {
                    assert!(!column.description.is_empty(), "{}", column.name);
                    assert!(!column.heading.contains("column-"), "{} {language:?}", column.heading);
                }
            }
        }
        let headings = Header::Labels(Language::Nn).cells();
        assert_eq!(headings[4..6], ["Motteke", "Etter fristen"]);
    }
}
