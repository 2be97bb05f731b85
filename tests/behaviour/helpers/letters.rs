//! Letters as they lie in the mail folder.

use std::path::Path;

/// One letter.
#[derive(Debug, Clone)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub body: String,
    /// The file as it is.
    pub raw: String,
}

/// Every letter in the folder, oldest first; their names are ids that sort by time.
pub fn in_folder(folder: &Path) -> Vec<Mail> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| read(&std::fs::read_to_string(path).unwrap())).collect()
}

fn read(raw: &str) -> Mail {
    let (head, body) = raw.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ");
    let header = |name: &str| {
        let line = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_else(|| panic!("no {name} in {head}")).to_owned()
    };
    let body = match header("Content-Transfer-Encoding").as_str() {
        "quoted-printable" => unquoted(body),
        "7bit" | "8bit" => body.to_owned(),
        other => panic!("the body is in {other}"),
    };
    Mail {
        to: header("To"),
        subject: header("Subject"),
        body: body.replace("\r\n", "\n"),
        raw: raw.to_owned(),
    }
}

/// Quoted-printable (RFC 2045), undone.
fn unquoted(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}
