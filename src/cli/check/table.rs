//! The checks as people and as machines read them.

use super::finding::{Row, State};
use crate::domain::clock::Moment;
use serde_json::json;
use std::fmt::Write;

/// A table: state, name, what was seen, and below it what to do.
pub(super) fn text(rows: &[Row]) -> String {
    let widest = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for Row { name, finding } in rows {
        let mut head = format!("{:<9}{name:<widest$}  ", finding.state.name());
        let indent = " ".repeat(head.len());
        for line in &finding.what {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{head}{line}");
            head.clone_from(&indent);
        }
        if let Some(remedy) = &finding.remedy {
            let _ = writeln!(out, "{indent}→ {remedy}");
        }
    }
    out
}

/// The same as JSON.
pub(super) fn json(rows: &[Row], at: Moment) -> Result<String, serde_json::Error> {
    let worst = rows.iter().map(|row| row.finding.state).max().unwrap_or(State::Ok);
    let checks: Vec<_> = rows
        .iter()
        .map(|Row { name, finding }| {
            json!({
                "name": name,
                "state": finding.state.name(),
                "what": finding.what,
                "remedy": finding.remedy,
            })
        })
        .collect();
    serde_json::to_string_pretty(&json!({
        "checked_at": at.to_string(),
        "state": worst.name(),
        "checks": checks,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::check::finding::Finding;

    #[test]
    fn what_to_do_stands_below_what_was_seen() {
        let faults = Finding::failed("2 faults:", "do it").with(vec!["one".to_owned()], 2);
        let rows = [Row { name: "a", finding: Finding::ok("fine") }, Row { name: "longer", finding: faults }];
        let expected = "ok       a       fine\nfailed   longer  2 faults:\n                 one\n                 \
                        and 1 more\n                 → do it\n";
        assert_eq!(text(&rows), expected);
    }
}
