//! What both targets do: read, and recognise what was read.

use innspill::documents::reading::{Bounds, read_document, recognise};
use innspill::domain::file::FileKind;
use innspill::domain::ids::{FormVersionId, QuestionId};
use innspill::domain::language::Localized;
use innspill::domain::question::{Choice, FormVersion, Question, QuestionKind};
use std::io::Cursor;
use std::sync::LazyLock;

static FORM: LazyLock<FormVersion> = LazyLock::new(|| {
    let text = |text: &str| Localized { nb: text.to_owned(), nn: None, en: None };
    let question = |number| Question {
        id: QuestionId::new(),
        number,
        theme: text("Hjelp"),
        wording: text("Hva mener du?"),
        help: text("Skriv kort."),
        max_chars: 20_000,
        kind: QuestionKind::LongText,
        is_required: false,
        options: Vec::new(),
    };
    let mut questions: Vec<Question> = (1..=5).map(question).collect();
    let options = ["ja", "nei"].map(|key| Choice { key: key.to_owned(), label: text(key) });
    for (question, kind) in questions.iter_mut().zip([QuestionKind::OneChoice, QuestionKind::SeveralChoices]) {
        (question.kind, question.options) = (kind, options.to_vec());
    }
    FormVersion { id: FormVersionId::new(), number: 1, note: None, questions }
});

/// Most changes to an archive only break its checksums. So what does not begin as one becomes the
/// part of a whole archive that holds the text.
pub fn read(bytes: &[u8], kind: FileKind, part: &str) {
    if bytes.starts_with(b"PK") {
        read_archive(bytes, kind);
    } else {
        read_archive(&stored(part, bytes), kind);
    }
}

fn read_archive(bytes: &[u8], kind: FileKind) {
    let Ok(sheet) = read_document(Cursor::new(bytes), kind, Bounds::default(), || false) else { return };
    for range in sheet.paragraphs.iter().map(|paragraph| &paragraph.whole) {
        assert!(sheet.text.get(range.clone()).is_some());
    }
    for range in sheet.controls.iter().map(|control| &control.range) {
        assert!(sheet.text.get(range.clone()).is_some());
    }
    for range in sheet.bookmarks.iter().map(|bookmark| &bookmark.range) {
        assert!(sheet.text.get(range.clone()).is_some());
    }
    let filled = recognise(&sheet, &FORM, &[]);
    assert_eq!(filled.found.len() + filled.missing.len() + filled.unclear.len(), 10);
}

/// An archive with one part, not compressed.
fn stored(name: &str, bytes: &[u8]) -> Vec<u8> {
    let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes();
    let length = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
    let sum = checksum(bytes).to_le_bytes();
    // Version 2.0, no flags, stored, the first of January 1980.
    let shared = [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0], &sum[..], &size, &size, &length, &[0, 0]].concat();
    let mut zip = [b"PK\x03\x04", shared.as_slice(), name.as_bytes(), bytes].concat();
    let directory = u32::try_from(zip.len()).unwrap_or(u32::MAX).to_le_bytes();
    let entry = [b"PK\x01\x02\x14\0", shared.as_slice(), &[0; 14], name.as_bytes()].concat();
    let entry_size = u32::try_from(entry.len()).unwrap_or(u32::MAX).to_le_bytes();
    zip.extend(entry);
    zip.extend([b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &entry_size[..], &directory, &[0, 0]].concat());
    zip
}

/// CRC-32, as archives have it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0_u32, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)))
}
