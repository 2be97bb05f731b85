//! A list of consulted bodies as people have it: lines that were pasted, or a CSV file from a spreadsheet.
//!
//! What a cell holds is seen from the cell: an address has an @, a number has nine digits, a language is
//! one of ours, and what is left is the name. So the columns may stand in any order. Where the first line
//! names them, those that say something else are left out.

use crate::domain::language::Language;
use crate::domain::respondent::OrgNumber;
use crate::domain::text::{as_kept, has_visible_character};

/// One line of such a list, not checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListLine {
    /// Its number in the list, from 1.
    pub number: u64,
    /// The name; empty where there is none.
    pub name: String,
    /// The address; empty where there is none.
    pub address: String,
    /// The number as it was written; empty where there is none.
    pub org_number: String,
    /// The language of its letters, where one is named.
    pub language: Option<Language>,
}

/// The text of a file: UTF-8, or else what older spreadsheets write, of which the letters are those of
/// Latin-1.
#[must_use]
pub fn decoded(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec());
    text.unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect())
}

/// The lines of a list; empty ones and a head are left out.
#[must_use]
pub fn read(text: &str) -> Vec<ListLine> {
    let text = as_kept(text.trim_start_matches('\u{feff}'));
    let mut lines = Vec::new();
    let mut head: Option<(u8, Vec<bool>)> = None;
    for (number, written) in (1..).zip(text.lines()) {
        // A file has the same between all its cells; people who type do not.
        let delimiter = head.as_ref().map_or_else(|| delimiter(written), |(delimiter, _)| *delimiter);
        let Some(record) = record(written, delimiter) else { continue };
        if lines.is_empty() && head.is_none() && is_head(&record) {
            head = Some((delimiter, record.iter().map(is_heading).collect()));
            continue;
        }
        // What stands beyond the head has no heading, and may be anything.
        let is_wanted = |place: usize| {
            head.as_ref().is_none_or(|(_, columns)| columns.get(place).copied().unwrap_or(true))
        };
        let cells =
            record.iter().enumerate().filter(|(place, _)| is_wanted(*place)).map(|(_, cell)| cell.trim());
        let cells: Vec<&str> = cells.filter(|cell| has_visible_character(cell)).collect();
        if !cells.is_empty() {
            lines.push(line(number, &cells));
        }
    }
    lines
}

/// The cells of one line; nothing where there are none.
fn record(line: &str, delimiter: u8) -> Option<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(line.as_bytes());
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record).is_ok_and(|is_there| is_there).then_some(record)
}

/// What stands between the cells of a line, outside of quotes. A name may have a comma in it, and then
/// the semicolon decides.
fn delimiter(line: &str) -> u8 {
    let (mut is_quoted, mut found) = (false, Vec::new());
    for byte in line.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\t' | b';' | b',' if !is_quoted => found.push(byte),
            _ => {}
        }
    }
    [b'\t', b';', b','].into_iter().find(|delimiter| found.contains(delimiter)).unwrap_or(b';')
}

/// How the headings of the columns that we want begin.
const HEADINGS: [&str; 13] = [
    "navn",
    "namn",
    "name",
    "e-post",
    "epost",
    "e-mail",
    "email",
    "org",
    "høringsinstans",
    "høyringsinstans",
    "språk",
    "language",
    "målform",
];

fn is_heading(cell: &str) -> bool {
    let word = cell.trim().to_lowercase();
    HEADINGS.iter().any(|known| word.starts_with(known))
}

/// A first line that names the columns, and nobody's address.
fn is_head(cells: &csv::StringRecord) -> bool {
    let names = cells.iter().filter(|cell| is_heading(cell)).count();
    names > 1 && !cells.iter().any(|cell| cell.contains('@'))
}

fn line(number: u64, cells: &[&str]) -> ListLine {
    let mut line = ListLine { number, ..ListLine::default() };
    let mut names: Vec<&str> = Vec::new();
    for cell in cells {
        if let Some((name, address)) = named_address(cell) {
            names.extend(name);
            line.address = address.to_owned();
        } else if let Some(language) = Language::from_tag(&cell.to_lowercase()) {
            line.language = Some(language);
        } else if is_number(cell) {
            line.org_number = (*cell).to_owned();
        } else {
            names.push(cell);
        }
    }
    line.name = names.join(", ");
    line
}

/// An address, alone or behind a name: «Barneombudet <post@example.org>».
fn named_address(cell: &str) -> Option<(Option<&str>, &str)> {
    if !cell.contains('@') {
        return None;
    }
    let cell = cell.trim_end_matches('>');
    match cell.rsplit_once('<') {
        Some((name, address)) => {
            let name = name.trim().trim_matches('"');
            Some((Some(name).filter(|name| !name.is_empty()), address.trim()))
        }
        None => match cell.rsplit_once(char::is_whitespace) {
            // «Barneombudet post@example.org», typed without anything between.
            Some((name, address)) if address.contains('@') && !name.contains('@') => {
                Some((Some(name.trim()), address))
            }
            _ => Some((None, cell)),
        },
    }
}

/// Digits with or without spaces, right or wrong: a name has letters.
fn is_number(cell: &str) -> bool {
    OrgNumber::parse(cell).is_some() || cell.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u64, String, String, String, Option<Language>)> {
        let lines = read(text).into_iter();
        lines.map(|one| (one.number, one.name, one.address, one.org_number, one.language)).collect()
    }

    #[test]
    fn columns_may_stand_in_any_order_and_a_head_is_no_body() {
        let expected = [(2, "Barneombudet".into(), "post@example.org".into(), "974760673".into(), None)];
        for text in [
            "Navn;E-post;Orgnr\r\nBarneombudet;post@example.org;974760673\r\n",
            "e-post\torganisasjonsnummer\tnamn\npost@example.org\t974760673\tBarneombudet",
            "\nBarneombudet, post@example.org, 974760673\n\n",
            "Navn,E-post,Org.nr.,Status\nBarneombudet,post@example.org,974760673,x;y",
            "Name,E-mail\n\"Barneombudet\",post@example.org,974760673",
        ] {
            assert_eq!(cells(text), expected, "{text}");
        }
    }

    #[test]
    fn a_list_that_was_taken_out_can_be_read_in_again() {
        let text = "\u{feff}name;email;org_number;language;status;added_at\r\n\
                    Sogelaget;post@example.org;;nn;answered;2026-06-10T12:00:00.000+02:00\r\n";
        let expected = (2, "Sogelaget".into(), "post@example.org".into(), String::new(), Some(Language::Nn));
        assert_eq!(cells(&decoded(text.as_bytes())), [expected]);
    }

    #[test]
    fn lines_as_people_type_them_are_understood() {
        let line = |name: &str, address: &str| (1, name.into(), address.into(), String::new(), None);
        for (text, name, address) in [
            ("Barneombudet <post@example.org>", "Barneombudet", "post@example.org"),
            ("Redd Barna post@example.org", "Redd Barna", "post@example.org"),
            ("post@example.org", "", "post@example.org"),
            ("Barneombudet", "Barneombudet", ""),
            (
                "Bergen kommune, barnevernet; post@example.org",
                "Bergen kommune, barnevernet",
                "post@example.org",
            ),
            ("\"Laget; avdeling 2\";post@example.org", "Laget; avdeling 2", "post@example.org"),
        ] {
            assert_eq!(cells(text), [line(name, address)], "{text}");
        }
        let mixed = cells("A; a@example.org\nB, b@example.org\nC <c@example.org>");
        assert_eq!(mixed.iter().map(|one| one.1.as_str()).collect::<Vec<_>>(), ["A", "B", "C"]);
        let with_language = cells("Sogelaget;post@example.org;nn");
        assert_eq!(with_language[0].4, Some(Language::Nn));
        assert_eq!(cells("Laget;post@example.org;123")[0].3, "123");
    }

    #[test]
    fn a_file_of_an_older_spreadsheet_keeps_its_letters() {
        assert_eq!(decoded(b"\xC6r\xF8y"), "Ærøy");
        assert_eq!(decoded("Ærøy".as_bytes()), "Ærøy");
    }
}
