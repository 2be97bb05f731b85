//! A form with files, as a browser writes it (`multipart/form-data`).

const BOUNDARY: &str = "----WebKitFormBoundaryXyz";

/// The parts of such a form, in their order.
#[derive(Debug, Clone, Default)]
pub struct Parts(Vec<u8>);

impl Parts {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a field.
    pub fn text(self, name: &str, value: &str) -> Self {
        self.raw(&format!("Content-Disposition: form-data; name=\"{name}\""), value.as_bytes())
    }

    /// With a file. Browsers write quotes and line ends of a name as `%22`, `%0D` and `%0A`.
    pub fn file(self, name: &str, bytes: &[u8]) -> Self {
        let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        let head = format!(
            "Content-Disposition: form-data; name=\"filer\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream"
        );
        self.raw(&head, bytes)
    }

    /// With several files.
    pub fn files(self, files: &[(&str, &[u8])]) -> Self {
        files.iter().fold(self, |parts, (name, bytes)| parts.file(name, bytes))
    }

    /// With a part whose headers are these.
    pub fn raw(mut self, head: &str, content: &[u8]) -> Self {
        self.0.extend_from_slice(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes());
        self.0.extend_from_slice(content);
        self.0.extend_from_slice(b"\r\n");
        self
    }

    /// The media type that goes with it.
    pub fn media_type(&self) -> String {
        format!("multipart/form-data; boundary={BOUNDARY}")
    }

    /// All of it.
    pub fn body(&self) -> Vec<u8> {
        [self.0.as_slice(), format!("--{BOUNDARY}--\r\n").as_bytes()].concat()
    }
}
