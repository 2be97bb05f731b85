//! Files that people hand in: their kinds, and what the virus scanner says of them.

use super::clock::Moment;
use super::named::named;
use unicode_normalization::UnicodeNormalization;

named! {
    /// A kind of file that is taken, decided by its content.
    pub enum FileKind {
        /// PDF.
        Pdf = "pdf",
        /// A text document of Word's.
        Docx = "docx",
        /// A text document in OpenDocument.
        Odt = "odt",
        /// A workbook of Excel's.
        Xlsx = "xlsx",
        /// A workbook in OpenDocument.
        Ods = "ods",
        /// Plain text.
        Txt = "txt",
        /// A picture.
        Png = "png",
        /// A photograph.
        Jpeg = "jpeg",
    }
}

impl FileKind {
    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Txt => "text/plain",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The kind with this media type; what stands behind it does not matter: `text/plain; charset=utf-8`.
    #[must_use]
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        let bare = media_type.split(';').next().unwrap_or_default().trim();
        Self::ALL.iter().copied().find(|kind| kind.media_type() == bare)
    }

    /// How names of such files usually end, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }

    /// What people call it: «PDF».
    #[must_use]
    pub fn label(self) -> String {
        self.name().to_ascii_uppercase()
    }

    /// The endings that names of such files have; the first is the usual one.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Odt => &["odt"],
            Self::Xlsx => &["xlsx"],
            Self::Ods => &["ods"],
            Self::Txt => &["txt"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
        }
    }

    /// `name` as a name for such a file: whoever saves it opens it as what it is, whatever its name
    /// said.
    #[must_use]
    pub fn fitting(self, name: &str) -> String {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let fits = ending.is_some_and(|ending| self.endings().contains(&ending.as_str()));
        match self.endings().first() {
            Some(usual) if !fits => format!("{name}.{usual}"),
            _ => name.to_owned(),
        }
    }
}

named! {
    /// What the virus scanner says of a file.
    pub enum ScanState {
        /// It has not been asked, or was not to be reached.
        Waiting = "waiting",
        /// It found nothing.
        Clean = "clean",
        /// It found something; nobody gets the file.
        Infected = "infected",
        /// It could not read the file.
        Failed = "failed",
    }
}

/// Whether anybody may open a file that somebody handed in. With a scanner only what it has found
/// nothing in; without one, whatever is not known to be harmful.
#[must_use]
pub fn may_open(scan: ScanState, has_scanner: bool) -> bool {
    match scan {
        ScanState::Clean => true,
        ScanState::Infected => false,
        ScanState::Waiting | ScanState::Failed => !has_scanner,
    }
}

/// Seconds to wait after each time the scanner was asked in vain: 1, 5 and 30 minutes, 4 hours; then no more.
const SCAN_WAITS_SECONDS: [i64; 4] = [60, 5 * 60, 30 * 60, 4 * 60 * 60];

/// When to ask the scanner again after `attempts` in vain; `None` when it is time to give up.
#[must_use]
pub fn next_scan(attempts: i32, failed_at: Moment) -> Option<Moment> {
    let index = usize::try_from(attempts.saturating_sub(1)).ok()?;
    SCAN_WAITS_SECONDS.get(index).map(|wait| failed_at.plus_seconds(*wait))
}

/// Bytes that are kept, and what is known of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The SHA-256 of the bytes, in lower-case hexadecimal; they are found by it.
    pub sha256: String,
    /// The size in bytes.
    pub size_bytes: i64,
    /// The media type.
    pub media_type: String,
    /// When they were last handed in.
    pub kept_at: Moment,
    /// What the virus scanner says.
    pub scan: ScanState,
    /// When it said so.
    pub scanned_at: Option<Moment>,
    /// What it found, or why it could not look.
    pub signature: Option<String>,
}

impl StoredFile {
    /// Bytes that have just been kept, and wait for the virus scanner.
    #[must_use]
    pub fn new(sha256: String, size_bytes: i64, media_type: &str, kept_at: Moment) -> Self {
        Self {
            sha256,
            size_bytes,
            media_type: media_type.to_owned(),
            kept_at,
            scan: ScanState::Waiting,
            scanned_at: None,
            signature: None,
        }
    }
}

/// The longest name of a file, in characters.
const NAME_MAX_CHARS: usize = 120;

/// A file's name as it is kept and shown: without folders, without what cannot be seen, and not
/// too long; the ending stays. `None` where nothing is left of it.
#[must_use]
pub fn file_name(given: &str) -> Option<String> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen: String = last.nfc().filter(|c| !is_hidden(*c)).collect();
    let name = seen.trim().trim_start_matches('.').trim();
    let length = name.chars().count();
    if length <= NAME_MAX_CHARS {
        return (!name.is_empty()).then(|| name.to_owned());
    }
    let ending: String = name.rsplit_once('.').map_or("", |(_, ending)| ending).chars().take(10).collect();
    let kept = NAME_MAX_CHARS - ending.chars().count() - 2;
    let stem: String = name.chars().take(kept).collect();
    Some(format!("{}….{ending}", stem.trim_end()))
}

/// What nobody sees, or what turns the order of letters around (and `exe.pdf` with it).
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_opened_as_what_it_is() {
        assert_eq!(FileKind::Pdf.fitting("svar.PDF"), "svar.PDF");
        assert_eq!(FileKind::Jpeg.fitting("kart.jpeg"), "kart.jpeg");
        assert_eq!(FileKind::Pdf.fitting("svar.exe"), "svar.exe.pdf");
        assert_eq!(FileKind::Txt.fitting("svar"), "svar.txt");
    }

    #[test]
    fn only_what_was_looked_at_is_opened_where_somebody_looks() {
        let open = |has_scanner: bool| -> Vec<bool> {
            ScanState::ALL.iter().map(|scan| may_open(*scan, has_scanner)).collect()
        };
        // Waiting, clean, infected, failed.
        assert_eq!(open(true), [false, true, false, false]);
        assert_eq!(open(false), [true, true, false, true]);
    }

    #[test]
    fn the_scanner_is_asked_five_times() {
        let start: Moment = "2023-06-30T12:00:00Z".parse().unwrap();
        let waits: Vec<_> = (1..=5).map(|n| next_scan(n, start).map(|at| at.to_string())).collect();
        let expected = ["12:01", "12:05", "12:30", "16:00"].map(|t| Some(format!("2023-06-30T{t}:00.000Z")));
        assert_eq!(waits[..4], expected);
        assert_eq!(waits[4], None);
    }

    #[test]
    fn a_name_is_shown_as_it_is_and_holds_no_tricks() {
        let name = |given: &str| file_name(given).unwrap_or_default();
        assert_eq!(name("Høringssvar fra oss.docx"), "Høringssvar fra oss.docx");
        assert_eq!(name("C:\\Users\\kari\\svar.pdf"), "svar.pdf");
        assert_eq!(name("../../etc/passwd"), "passwd");
        assert_eq!(name(" .svar\r\n.pdf "), "svar.pdf");
        assert_eq!(name("svar\u{202e}fdp.exe"), "svarfdp.exe");
        assert_eq!(name("a\u{30a}pen.txt"), "åpen.txt");
        for nothing in ["", "..", "/", " \u{200b}"] {
            assert_eq!(file_name(nothing), None, "{nothing:?}");
        }
        let long = name(&format!("{}.docx", "æ".repeat(300)));
        assert_eq!(long.chars().count(), NAME_MAX_CHARS);
        assert!(long.ends_with("æ….docx"));
    }
}
