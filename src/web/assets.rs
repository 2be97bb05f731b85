//! The embedded style sheets, script, typeface and pictures of the pages.

use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/assets"]
struct Files;

/// One hash for all files: the style sheets name the typeface and pictures beside them, so an
/// address may only last for ever when nothing under it changes.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let mut hasher = Sha256::new();
    for name in names {
        hasher.update(name.as_bytes());
        if let Some(file) = Files::get(&name) {
            hasher.update(file.metadata.sha256_hash());
        }
    }
    let hash = crate::domain::submission::to_hex(&hasher.finalize());
    hash.chars().take(16).collect()
});

/// The version in every address; a file asked for under another one has been replaced.
#[must_use]
pub fn version() -> &'static str {
    &VERSION
}

/// The address of the file `name`, which may be kept for ever.
#[must_use]
pub fn href(name: &str) -> String {
    format!("/static/{}/{name}", version())
}

/// The file `name` and its media type.
#[must_use]
pub fn find(name: &str) -> Option<(EmbeddedFile, &'static str)> {
    let media_type = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    Files::get(name).map(|file| (file, media_type))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_a_style_sheet_names_is_embedded() {
        for sheet in ["app.css", "staff.css", "theme.css", "designsystemet.css"] {
            let (file, _) = find(sheet).unwrap();
            let css = String::from_utf8(file.data.into_owned()).unwrap();
            for url in css.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let is_there = url.starts_with("data:") || find(url).is_some();
                assert!(is_there, "{sheet} names {url}");
            }
        }
    }
}
