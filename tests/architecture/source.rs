//! The files of the project, read from disk or made up, with what stands in them.

use crate::scan::{Scan, scan};
use std::fs;
use std::path::{Path, PathBuf};

/// A Rust file.
pub struct Source {
    /// Where it lies, from the project's folder: `src/domain/mod.rs`.
    pub path: String,
    /// What it reads.
    pub text: String,
    /// What stands in it.
    pub scan: Scan,
}

impl Source {
    /// A file at `path` that reads `text`.
    pub fn new(path: &str, text: &str) -> Self {
        let tokens = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        let scan = scan(tokens, module(path), path.ends_with("tests.rs"));
        Self { path: path.to_owned(), text: text.to_owned(), scan }
    }

    /// Its place under `src/`, without the ending: `domain/mod`.
    pub fn place(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.strip_suffix(".rs").unwrap_or(inside)
    }

    /// The room that it stands in: `domain`, `config`, `main`.
    pub fn room(&self) -> &str {
        let room = self.place().split('/').next().unwrap_or_default();
        room.strip_suffix("_tests").unwrap_or(room)
    }

    /// Whether it stands in the roof.
    pub fn is_roof(&self) -> bool {
        matches!(self.room(), "main" | "cli" | "startup")
    }

    /// A finding, with its place.
    pub fn found(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}

/// The module that the file at `path` is. Tests beside their file are a module inside it.
fn module(path: &str) -> Vec<String> {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
    match parts.pop().as_deref() {
        None | Some("mod" | "lib" | "main") => {}
        Some(last) => match last.strip_suffix("_tests") {
            Some(tested) => parts.extend([tested.to_owned(), "tests".to_owned()]),
            None => parts.push(last.to_owned()),
        },
    }
    parts
}

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` by its name from there, in order.
pub fn files_below(folder: &Path) -> Vec<(String, PathBuf)> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.push((name, path));
            }
        }
    }
    files.sort();
    files
}

fn rust_files(folder: &str) -> Vec<Source> {
    files_below(&root().join(folder))
        .iter()
        .filter(|(name, _)| name.ends_with(".rs"))
        .map(|(name, path)| Source::new(&format!("{folder}/{name}"), &fs::read_to_string(path).unwrap()))
        .collect()
}

/// Every file of `src/`.
pub fn of_the_house() -> Vec<Source> {
    rust_files("src")
}

/// Every Rust file of the project.
pub fn of_everything() -> Vec<Source> {
    let folders = ["src", "tests", "benches"].into_iter().filter(|folder| root().join(folder).is_dir());
    let mut files: Vec<Source> = folders.flat_map(rust_files).collect();
    files.push(Source::new("build.rs", &fs::read_to_string(root().join("build.rs")).unwrap()));
    files
}

#[test]
fn a_file_knows_its_module() {
    assert_eq!(module("src/domain/mod.rs"), ["domain"]);
    assert_eq!(module("src/store/submissions/lists.rs"), ["store", "submissions", "lists"]);
    assert_eq!(module("src/domain/consultation_tests.rs"), ["domain", "consultation", "tests"]);
    assert_eq!(module("src/main.rs"), Vec::<String>::new());
}
