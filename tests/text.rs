//! Every sentence that the code says exists in every language, takes exactly the values it is
//! given, and is said somewhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "text/calls.rs"]
mod calls;
#[path = "text/messages.rs"]
mod messages;

use calls::Call;
use messages::Messages;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// All that is wrong between what the code says and what the languages have.
fn mistakes(calls: &[Call], languages: &[Messages]) -> Vec<String> {
    let mut found = Vec::new();
    let said: BTreeSet<&str> = calls.iter().map(|call| call.key.as_str()).collect();
    for language in languages {
        found.extend(language.mistakes.iter().cloned());
        let name = &language.name;
        for Call { key, values, place } in calls {
            match language.variables(key) {
                None => found.push(format!("{place}: {key} is missing in {name}")),
                Some(wanted) if wanted != *values => {
                    found.push(format!("{place}: {key} gets {values:?}, and in {name} it takes {wanted:?}"));
                }
                Some(_) => {}
            }
        }
        let unused = language.keys().filter(|key| !said.contains(key) && !language.is_part_of_another(key));
        found.extend(unused.map(|key| format!("{name}: {key} is never said")));
    }
    found
}

fn files_below(folder: &Path, ending: &str, files: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files_below(&path, ending, files);
        } else if path.extension().is_some_and(|e| e == ending) {
            files.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn code_and_languages_agree() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut rust, mut calls, mut found) = (Vec::new(), Vec::new(), Vec::new());
    files_below(&source, "rs", &mut rust);
    for (path, text) in &rust {
        calls::find(path, text, &mut calls, &mut found);
    }
    assert!(calls.len() > 200, "only {} sentences are said", calls.len());
    let languages = LANGUAGES.map(|name| {
        let mut files = Vec::new();
        files_below(&source.join("text").join(name), "ftl", &mut files);
        Messages::read(name, &files)
    });
    found.extend(mistakes(&calls, &languages));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What is wrong where the code reads `code` and each language `fluent`.
fn wrong(code: &str, fluent: [&str; 3]) -> Vec<String> {
    let (mut calls, mut found) = (Vec::new(), Vec::new());
    calls::find("x.rs", code, &mut calls, &mut found);
    let languages: Vec<Messages> = LANGUAGES
        .iter()
        .zip(fluent)
        .map(|(name, text)| Messages::read(name, &[("x.ftl".to_owned(), text.to_owned())]))
        .collect();
    found.extend(mistakes(&calls, &languages));
    found
}

#[track_caller]
fn finds(code: &str, fluent: [&str; 3], expected: &str) {
    let found = wrong(code, fluent);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(expected), "{found:?}");
}

#[test]
fn sentences_that_fit_are_fine() {
    let code = r#"fn f() -> Markup {
        // text!(lang, "not-this")
        /// text!(lang, "nor-this")
        let a = text!(ctx.lang, "left", days = n.max(1), round = f(a, b));
        html! { p title=(text!(lang, "plain")) { (text!(lang, "nested", inner = text!(lang, "inner"),)) } }
    }"#;
    let left = "left = { $days ->\n    [one] { $round } en dag\n   *[other] { $days } dager\n}\n";
    let rest =
        "plain = A { -brand(case: \"x\") }\n-brand = Innspill\nnested = { inner } { $inner }\ninner = I\n";
    let nested =
        "plain = A { -brand }\n-brand = Innspill\nnested = { NUMBER($inner) } { \"x\" }\ninner = I\n";
    let (first, second) = (format!("{left}{rest}"), format!("{left}{nested}"));
    assert_eq!(wrong(code, [&first, &first, &second]), Vec::<String>::new());
}

#[test]
fn a_sentence_missing_in_one_language_is_found() {
    finds(r#"text!(lang, "a")"#, ["a = A", "", "a = A"], "a is missing in nn");
    finds(r#"html! { p { (text!(lang, "a")) } }"#, ["a = A", "a = A", ""], "a is missing in en");
}

#[test]
fn a_value_too_many_or_too_few_is_found() {
    let code = r#"text!(lang, "a", n = 1)"#;
    finds(code, ["a = { $n }", "a = { $n }", "a = A"], "in en it takes {}");
    finds(code, ["a = { $n }", "a = { $m } { $n }", "a = { $n }"], "in nn it takes");
    finds(code, ["a = { $N }", "a = { $n }", "a = { $n }"], "in nb it takes");
    let select = "a = { $m ->\n    [one] { $n }\n   *[other] B\n}\n";
    finds(code, [select, "a = { $n }", "a = { $n }"], "in nb it takes {\"m\", \"n\"}");
    let through = "a = { b }\nb = { $x }\n";
    finds(code, ["a = { $n }", through, "a = { $n }"], "in nn it takes {\"x\"}");
}

#[test]
fn a_sentence_that_nobody_says_is_found() {
    finds(r#"text!(lang, "a")"#, ["a = A", "a = A", "a = A\nb = B"], "en: b is never said");
    finds(r#"text!(lang, "a")"#, ["a = A\n-t = T", "a = A", "a = A"], "nb: -t is never said");
}

#[test]
fn a_faulty_fluent_file_is_found() {
    let code = r#"text!(lang, "a")"#;
    finds(code, ["a = A", "a = A\na = B", "a = A"], "a stands twice");
    finds(code, ["a = A\n    .title = T", "a = A", "a = A"], "a has attributes");
    finds(code, ["a = A\n!junk", "a = A", "a = A"], "cannot be read");
    finds(code, ["a = { -t }", "a = A", "a = A"], "-t does not exist");
    finds(code, ["a = A", "a = { b }", "a = A"], "b does not exist");
}

#[test]
fn a_key_that_the_test_cannot_see_is_found() {
    finds("text!(lang, $key)", ["", "", ""], "must be a literal");
    finds("crate::text::sentence(lang, key, &args)", ["", "", ""], "say it with text!");
}
