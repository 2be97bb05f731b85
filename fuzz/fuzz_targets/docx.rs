//! Reads any bytes as a DOCX, and any bytes as the text of one.

#![no_main]

#[path = "../reading.rs"]
mod reading;

use innspill::domain::file::FileKind;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reading::read(bytes, FileKind::Docx, "word/document.xml"));
