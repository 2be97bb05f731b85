//! The demo's rounds and documents, embedded, so that one binary is enough.

/// The rounds, as files.
pub(super) const ROUNDS: [&str; 3] = [
    include_str!("../../config/demo/handlingsplan-for-barnevernet.toml"),
    include_str!("../../config/demo/se-meg-hor-oss.toml"),
    include_str!("../../config/demo/strategi-for-oppvekst.toml"),
];

/// The documents, by the path that the rounds name them with.
const DOCUMENTS: [(&str, &[u8]); 7] = [
    (
        "documents/handlingsplan-for-barnevernet-saksdokument.md",
        include_bytes!("../../config/demo/documents/handlingsplan-for-barnevernet-saksdokument.md"),
    ),
    (
        "documents/handlingsplan-for-barnevernet-utkast.md",
        include_bytes!("../../config/demo/documents/handlingsplan-for-barnevernet-utkast.md"),
    ),
    (
        "documents/se-meg-hor-oss-saksdokument.md",
        include_bytes!("../../config/demo/documents/se-meg-hor-oss-saksdokument.md"),
    ),
    (
        "documents/se-meg-hor-oss-utkast.md",
        include_bytes!("../../config/demo/documents/se-meg-hor-oss-utkast.md"),
    ),
    (
        "documents/strategi-for-oppvekst-saksdokument.md",
        include_bytes!("../../config/demo/documents/strategi-for-oppvekst-saksdokument.md"),
    ),
    (
        "documents/strategi-for-oppvekst-utkast.md",
        include_bytes!("../../config/demo/documents/strategi-for-oppvekst-utkast.md"),
    ),
    ("documents/utekontakten.jpg", include_bytes!("../../config/demo/documents/utekontakten.jpg")),
];

/// The bytes of a document.
pub(super) fn read(path: &str) -> std::io::Result<Vec<u8>> {
    let found = DOCUMENTS.iter().find(|(name, _)| *name == path);
    found.map(|(_, bytes)| bytes.to_vec()).ok_or_else(|| std::io::ErrorKind::NotFound.into())
}
