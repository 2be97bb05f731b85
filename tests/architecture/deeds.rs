//! Deeds: who may write, who may ask the time, who may ask the environment.

use crate::source::Source;

const WRITES: [&str; 6] =
    ["insert_into", "insert_or_ignore_into", "replace_into", "update", "delete", "sql_query"];
const KEYS: [&str; 3] = ["Writing", "Upkeep", "DbConnection"];
const CLOCKS: [&str; 5] = ["Timestamp", "Zoned", "SystemTime", "Instant", "OffsetDateTime"];

/// `Store::change` and `Store::upkeep` are for actions; the store itself defines them.
pub fn changes_go_through_actions(file: &Source) -> Vec<String> {
    if matches!(file.room(), "actions" | "store") {
        return Vec::new();
    }
    let is_key = |name: &str| name == "change" || name == "upkeep";
    let calls = file.scan.calls.iter().filter(|call| {
        is_key(&call.method) && (call.takes_closure || call.receiver == "store" || call.method == "upkeep")
    });
    let paths = file.scan.paths.iter().filter(
        |path| matches!(path.parts.as_slice(), [.., owner, name] if owner == "Store" && is_key(name)),
    );
    let lines = calls.map(|call| call.line).chain(paths.map(|path| path.line));
    lines.map(|line| file.found(line, "only an action changes what is stored")).collect()
}

/// SQL that writes stands in the store, in functions that hold a key; one that holds a bare
/// connection is a part of another one and not public.
pub fn writers_hold_a_key(file: &Source) -> Vec<String> {
    let is_write = |parts: &[String]| {
        matches!(parts, [.., owner, name] if WRITES.contains(&name.as_str()) && (owner == "diesel" || owner == "dsl"))
            || matches!(parts, [name] if WRITES.contains(&name.as_str()) && name.ends_with("into"))
    };
    let mut found = Vec::new();
    for path in file.scan.paths.iter().filter(|path| is_write(&path.parts)) {
        let inside = file
            .scan
            .functions
            .iter()
            .filter(|function| (function.line..=function.ends).contains(&path.line))
            .max_by_key(|function| function.line);
        let holds_key = inside.is_some_and(|f| KEYS.iter().any(|key| f.signature.contains(*key)));
        let is_import_at_home = path.is_import && file.room() == "store";
        if file.room() != "store" || !(holds_key || is_import_at_home) {
            found.push(file.found(path.line, "a write without Writing or Upkeep"));
        }
    }
    for function in &file.scan.functions {
        if function.is_public && function.signature.contains("DbConnection") {
            found.push(file.found(function.line, &format!("{} gives out a bare connection", function.name)));
        }
    }
    found
}

/// Only doors and the roof read the clock; below them the time is an argument.
pub fn time_is_an_argument(file: &Source) -> Vec<String> {
    if file.is_roof() || matches!(file.room(), "web" | "jobs") {
        return Vec::new();
    }
    let paths = file.scan.paths.iter().filter(|path| {
        let is_clock = matches!(path.parts.as_slice(),
            [.., clock, now] if CLOCKS.contains(&clock.as_str()) && (now == "now" || now == "now_utc"));
        is_clock && !path.in_tests
    });
    let calls = file.scan.calls.iter().filter(|call| {
        let asks = matches!(call.method.as_str(), "now" | "date_now" | "elapsed");
        asks && call.is_bare && !call.in_tests
    });
    let lines = paths.map(|path| path.line).chain(calls.map(|call| call.line));
    lines.map(|line| file.found(line, "the time is an argument here")).collect()
}

/// Only the roof reads environment variables and arguments.
pub fn only_the_roof_asks_the_environment(file: &Source) -> Vec<String> {
    if file.is_roof() {
        return Vec::new();
    }
    let asks = file.scan.paths.iter().filter(|path| match path.parts.as_slice() {
        [root, env, ..] if root == "std" => env == "env",
        [env, name, ..] if env == "env" => name.starts_with("var") || name.starts_with("arg"),
        _ => false,
    });
    asks.filter(|path| !path.in_tests)
        .map(|path| file.found(path.line, "only the roof asks the environment"))
        .collect()
}

mod tests {
    use super::*;
    use crate::{allows, breaks};

    #[test]
    fn a_door_that_writes_is_found() {
        for text in [
            "async fn f() { store.change(move |tx| g(tx)).await }",
            "async fn f() { visit.house.store.change(work).await }",
            "async fn f() { self.house().change(|tx| g(tx)).await }",
            "async fn f() { Store::change(&store, g).await }",
            "async fn f() { house.store.upkeep(g).await }",
        ] {
            breaks(changes_go_through_actions, "src/web/x.rs", text);
            breaks(changes_go_through_actions, "src/cli/x.rs", text);
            allows(changes_go_through_actions, "src/actions/x.rs", text);
        }
        allows(changes_go_through_actions, "src/web/x.rs", "fn f() { ctx.links().change(slug, &reference) }");
        allows(changes_go_through_actions, "src/web/x.rs", "fn f() { store.read(move |tx| g(tx)) }");
    }

    #[test]
    fn a_write_without_a_key_is_found() {
        for text in [
            "pub fn f(tx: &mut Reading<'_>) { diesel::insert_into(t).execute(tx.connection) }",
            "pub fn f(tx: &mut Reading<'_>) { diesel::update(t).set(a).execute(tx.connection) }",
            "pub fn f(tx: &mut Reading<'_>) { diesel::delete(t).execute(tx.connection) }",
            "pub fn f(tx: &mut Reading<'_>) { diesel::dsl::delete(t).execute(tx.connection) }",
            "pub fn f(tx: &mut Reading<'_>) { insert_into(t).execute(tx.connection) }",
            "pub fn f(connection: &mut DbConnection) { diesel::delete(t).execute(connection) }",
            "pub async fn f(connection: &mut DbConnection) {}",
        ] {
            breaks(writers_hold_a_key, "src/store/x.rs", text);
        }
        for key in ["Writing", "Upkeep"] {
            let text = format!("pub fn f(tx: &mut {key}<'_>) {{ diesel::delete(t).execute(tx.connection) }}");
            allows(writers_hold_a_key, "src/store/x.rs", &text);
            breaks(writers_hold_a_key, "src/actions/x.rs", &text);
        }
        let part = "pub(super) fn f(connection: &mut DbConnection) { diesel::delete(t).execute(connection) }";
        allows(writers_hold_a_key, "src/store/x.rs", part);
    }

    #[test]
    fn a_look_at_the_clock_is_found() {
        for text in [
            "fn f() { jiff::Timestamp::now() }",
            "use jiff::Zoned; fn f() { Zoned::now() }",
            "fn f() { let t = std::time::SystemTime::now; }",
            "fn f() { tokio::time::Instant::now() }",
            "fn f(clock: &Clock) { clock.now() }",
        ] {
            breaks(time_is_an_argument, "src/actions/x.rs", text);
            breaks(time_is_an_argument, "src/domain/x.rs", text);
            allows(time_is_an_argument, "src/web/x.rs", text);
            allows(time_is_an_argument, "src/startup.rs", text);
            allows(time_is_an_argument, "src/store/x.rs", &format!("#[cfg(test)] mod tests {{ {text} }}"));
        }
    }

    #[test]
    fn a_question_to_the_environment_is_found() {
        for text in [
            "fn f() { std::env::var(\"A\") }",
            "use std::{env, fs};",
            "fn f() { env::args() }",
            "use std::env::var_os;",
        ] {
            breaks(only_the_roof_asks_the_environment, "src/config.rs", text);
            allows(only_the_roof_asks_the_environment, "src/cli/mod.rs", text);
        }
        allows(
            only_the_roof_asks_the_environment,
            "src/web/x.rs",
            "const A: &str = env!(\"CARGO_PKG_VERSION\");",
        );
    }
}
