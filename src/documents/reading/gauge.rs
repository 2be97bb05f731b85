//! What a document may make us do, and what is left of it.

use std::cell::{Cell, RefCell};
use std::io;

/// Why a document was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// It is no document of this kind at all.
    #[error("this is no document of the kind that it should be")]
    NotADocument,
    /// It is locked with a password.
    #[error("the document is encrypted")]
    Encrypted,
    /// It holds programs.
    #[error("the document holds macros")]
    Macros,
    /// It breaks off, or contradicts itself.
    #[error("the document is damaged")]
    Damaged,
    /// It holds more than a form ever does.
    #[error("the document holds too much")]
    TooLarge,
    /// Its elements stand too deep inside each other.
    #[error("the document is nested too deep")]
    TooDeep,
    /// It declares entities or a document type, as no word processor does.
    #[error("the document declares entities")]
    HasEntities,
    /// The caller's time is up.
    #[error("the document took too long to read")]
    OutOfTime,
    /// The file itself could not be read: that is our fault and not the document's.
    #[error("the file could not be read")]
    Failed(#[source] io::Error),
}

/// What one document may make us do. A form with five answers of 20,000 characters needs less than
/// a tenth of each.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Entries in the archive.
    pub entries: usize,
    /// Bytes of the archive's directory.
    pub directory_bytes: usize,
    /// Bytes that are unpacked, of all parts together.
    pub unpacked_bytes: usize,
    /// Bytes of a single tag or piece of text.
    pub piece_bytes: usize,
    /// Tags and pieces of text, of all parts together.
    pub pieces: usize,
    /// Elements inside each other.
    pub depth: usize,
    /// Bytes of the text that comes of it.
    pub text_bytes: usize,
    /// Paragraphs.
    pub paragraphs: usize,
    /// Content controls, bookmarks, styles and kinds of lists, each.
    pub marks: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            entries: 2_000,
            directory_bytes: 1 << 20,
            unpacked_bytes: 16 << 20,
            piece_bytes: 1 << 20,
            pieces: 1_000_000,
            depth: 256,
            text_bytes: 4 << 20,
            paragraphs: 50_000,
            marks: 10_000,
        }
    }
}

/// Counts what is left of the bounds.
pub(super) struct Gauge<'a> {
    pub bounds: Bounds,
    unpacked: Cell<usize>,
    pieces: Cell<usize>,
    text: Cell<usize>,
    paragraphs: Cell<usize>,
    marks: Cell<usize>,
    /// What is left of the directory's bytes, while it is read.
    pub directory: Cell<Option<usize>>,
    is_out_of_time: &'a dyn Fn() -> bool,
    /// Why a reader below a library broke off, which the library only passes on as its own error.
    cause: RefCell<Option<Unread>>,
}

impl<'a> Gauge<'a> {
    pub fn new(bounds: Bounds, is_out_of_time: &'a dyn Fn() -> bool) -> Self {
        Self {
            bounds,
            unpacked: Cell::new(bounds.unpacked_bytes),
            pieces: Cell::new(bounds.pieces),
            text: Cell::new(bounds.text_bytes),
            paragraphs: Cell::new(bounds.paragraphs),
            marks: Cell::new(bounds.marks),
            directory: Cell::new(None),
            is_out_of_time,
            cause: RefCell::new(None),
        }
    }

    /// Asks for the time.
    pub fn tick(&self) -> Result<(), Unread> {
        if (self.is_out_of_time)() { Err(Unread::OutOfTime) } else { Ok(()) }
    }

    pub fn unpacks(&self, bytes: usize) -> Result<(), Unread> {
        take(&self.unpacked, bytes)
    }

    pub fn reads_piece(&self) -> Result<(), Unread> {
        take(&self.pieces, 1)
    }

    pub fn keeps_text(&self, bytes: usize) -> Result<(), Unread> {
        take(&self.text, bytes)
    }

    pub fn begins_paragraph(&self) -> Result<(), Unread> {
        take(&self.paragraphs, 1)
    }

    pub fn keeps_mark(&self) -> Result<(), Unread> {
        take(&self.marks, 1)
    }

    /// Breaks off a library's reading, and remembers why.
    pub fn break_off(&self, unread: Unread) -> io::Error {
        self.cause.borrow_mut().get_or_insert(unread);
        io::Error::other("broken off")
    }

    /// Why it was really broken off.
    pub fn cause(&self, otherwise: Unread) -> Unread {
        self.cause.borrow_mut().take().unwrap_or(otherwise)
    }
}

fn take(left: &Cell<usize>, amount: usize) -> Result<(), Unread> {
    left.set(left.get().checked_sub(amount).ok_or(Unread::TooLarge)?);
    Ok(())
}
