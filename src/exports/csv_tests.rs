//! The bytes of both dialects, and what an independent reading of them gives back.

use super::*;
use crate::domain::language::Language;

fn row(answer: &str) -> AnswerRow {
    AnswerRow {
        theme_no: Some(2),
        theme: "Hjelp som virker".into(),
        question: "Hva mener du?".into(),
        reference: "34679CDF".into(),
        received_at: "2023-06-30T23:59:59.9+02:00".parse().unwrap(),
        late: false,
        status: "received".into(),
        channel: "web".into(),
        respondent_kind: "organisation".into(),
        respondent: "Åse Ødegård".into(),
        organisation: "+Laget; «æ»".into(),
        org_number: "974760673".into(),
        language: "nb".into(),
        answer: answer.into(),
        form_version: Some(1),
    }
}

fn sheet(dialect: Dialect, header: Header, rows: &[AnswerRow]) -> (Vec<u8>, Written) {
    let mut bytes = Vec::new();
    let mut sheet = SheetWriter::new(&mut bytes, dialect, header).unwrap();
    for row in rows {
        sheet.write(row).unwrap();
    }
    let written = sheet.finish().unwrap();
    (bytes, written)
}

#[test]
fn the_excel_dialect_is_semicolons_with_mark_and_neutralised_cells() {
    let (bytes, _) = sheet(Dialect::Excel, Header::Machine, &[row("=1+1\nsvar \"a\"")]);
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "\u{feff}theme_no;theme;question;reference;received_at;late;status;channel;respondent_kind;respondent;\
         organisation;org_number;language;answer;form_version\r\n\
         2;Hjelp som virker;Hva mener du?;34679CDF;2023-06-30T23:59:59.900+02:00;false;received;web;\
         organisation;Åse Ødegård;\"'+Laget; «æ»\";974760673;nb;\"'=1+1\nsvar \"\"a\"\"\";1\r\n"
    );
}

#[test]
fn the_rfc4180_dialect_gives_every_text_back_exactly() {
    let long = "å".repeat(200_000);
    let answers = ["=1+1", "a\rb", "\"", "\n", "a,b\r\n;\"c\"", " a ", "", "\u{feff}x", "\u{1f600}", &long];
    let rows: Vec<_> = answers.iter().map(|answer| row(answer)).collect();
    let (bytes, _) = sheet(Dialect::Rfc4180, Header::Machine, &rows);
    assert!(bytes.starts_with(b"theme_no,theme,"));
    assert_eq!(read_back(&bytes).iter().skip(1).map(|row| &row[13]).collect::<Vec<_>>(), answers);
}

/// RFC 4180 read by its grammar, without the library that wrote it.
fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = std::str::from_utf8(bytes).unwrap().chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => row.last_mut().unwrap().push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            _ => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(rows.pop().unwrap(), [""], "the last record ends with CRLF");
    rows
}

#[test]
fn received_at_is_norwegian_time_with_offset_and_milliseconds() {
    let text = |moment: &str| {
        let mut text = String::from("old");
        set_moment(&mut text, moment.parse().unwrap());
        text
    };
    assert_eq!(text("2023-06-30T22:00:00Z"), "2023-07-01T00:00:00.000+02:00");
    // The hour that stands twice.
    assert_eq!(text("2026-10-25T00:30:00.005Z"), "2026-10-25T02:30:00.005+02:00");
    assert_eq!(text("2026-10-25T01:30:00.005Z"), "2026-10-25T02:30:00.005+01:00");
}

#[test]
fn what_was_written_is_counted_and_hashed() {
    let without_comment = AnswerRow { theme_no: None, theme: String::new(), late: true, ..row("") };
    let third = AnswerRow { theme_no: Some(3), theme: "Medvirkning".into(), ..row("c") };
    let (bytes, written) =
        sheet(Dialect::Excel, Header::Machine, &[without_comment, row("a"), row("b"), third]);
    assert_eq!((written.rows, written.rows_without_comment), (4, 1));
    let themes: Vec<_> = written.per_theme.iter().map(|rows| (rows.theme_no, rows.answers)).collect();
    assert_eq!(themes, [(2, 2), (3, 1)]);
    assert_eq!(written.bytes, bytes.len() as u64);
    assert_eq!(written.sha256, to_hex(&Sha256::digest(&bytes)));
    assert!(String::from_utf8(bytes).unwrap().contains("\r\n;;Hva mener du?;34679CDF;"));
}

#[test]
fn the_header_can_be_labels_for_people() {
    let (bytes, _) = sheet(Dialect::Rfc4180, Header::Labels(Language::Nb), &[]);
    assert!(bytes.starts_with("Temanummer,Tema,Spørsmål,Referanse,Mottatt,Etter fristen,".as_bytes()));
}

#[test]
fn a_full_disk_is_an_error() {
    let mut room = [0u8; 300];
    let mut sheet = SheetWriter::new(room.as_mut_slice(), Dialect::Excel, Header::Machine).unwrap();
    sheet.write(&row(&"a".repeat(400))).unwrap();
    assert!(sheet.finish().is_err());
}
