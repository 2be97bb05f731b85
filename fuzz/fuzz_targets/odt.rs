//! Reads any bytes as an ODT, and any bytes as the text of one.

#![no_main]

#[path = "../reading.rs"]
mod reading;

use innspill::domain::file::FileKind;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reading::read(bytes, FileKind::Odt, "content.xml"));
