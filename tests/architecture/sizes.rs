//! Sizes: files and functions that fit a head, files that say what they are.

use crate::source::Source;

const FILE_LINES_BELOW: usize = 300;
const FUNCTION_LINES_BELOW: usize = 60;

pub fn stays_small(file: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let lines = file.text.lines().count();
    if lines >= FILE_LINES_BELOW {
        found.push(file.found(lines, &format!("{lines} lines; a file has fewer than {FILE_LINES_BELOW}")));
    }
    if !file.text.starts_with("//! ") {
        found.push(file.found(1, "a file opens with a //! line that says what lives there"));
    }
    for function in file.scan.functions.iter().filter(|function| !function.in_tests) {
        if function.body_lines >= FUNCTION_LINES_BELOW {
            let (name, lines) = (&function.name, function.body_lines);
            found.push(file.found(
                function.line,
                &format!("{name} has {lines} lines; a function has fewer than {FUNCTION_LINES_BELOW}"),
            ));
        }
    }
    found
}

mod tests {
    use super::stays_small;
    use crate::{allows, breaks};

    #[test]
    fn what_grew_too_long_is_found() {
        let file = |lines: usize| format!("//! A file.\n{}", "// a\n".repeat(lines - 1));
        allows(stays_small, "src/a.rs", &file(299));
        breaks(stays_small, "src/a.rs", &file(300));
        let function =
            |lines: usize| format!("//! A file.\npub async fn f() {{\n{}}}", "g();\n".repeat(lines - 2));
        allows(stays_small, "src/a.rs", &function(59));
        breaks(stays_small, "src/a.rs", &function(60));
        let in_tests =
            format!("//! A file.\n#[cfg(test)]\nmod tests {{ fn f() {{\n{}}} }}", "g();\n".repeat(90));
        allows(stays_small, "src/a.rs", &in_tests);
    }

    #[test]
    fn a_file_without_a_word_on_what_it_is_is_found() {
        breaks(stays_small, "src/a.rs", "fn f() {}");
        breaks(stays_small, "src/a.rs", "// A file.");
    }
}
