//! The fields of a round's parts: how long each may be, and what may stand in it.

use crate::domain::text::as_kept;

/// The fields of all parts, and the longest text of each in characters.
pub const FIELDS: [(&str, usize); 37] = [
    ("do", 20),
    ("shown", 64),
    ("title_nb", 300),
    ("title_nn", 300),
    ("title_en", 300),
    ("lede_nb", 2000),
    ("lede_nn", 2000),
    ("lede_en", 2000),
    ("body_nb", BODY_MAX_CHARS),
    ("body_nn", BODY_MAX_CHARS),
    ("body_en", BODY_MAX_CHARS),
    ("after_nb", 4000),
    ("after_nn", 4000),
    ("after_en", 4000),
    ("reason_nb", 4000),
    ("reason_nn", 4000),
    ("reason_en", 4000),
    ("slug", 80),
    ("case_number", 100),
    ("unit_nb", 300),
    ("unit_nn", 300),
    ("unit_en", 300),
    ("contact_name", 200),
    ("contact_email", 254),
    ("contact_phone", 50),
    ("process", 100),
    ("previous", 80),
    ("announced_on", 20),
    ("opens_date", 20),
    ("opens_time", 20),
    ("closes_date", 20),
    ("closes_time", 20),
    ("late_counts", 10),
    ("way", 20),
    ("why_nb", 2000),
    ("why_nn", 2000),
    ("why_en", 2000),
];
/// The longest body, in characters.
pub const BODY_MAX_CHARS: usize = 30_000;
/// Those that may have several lines begin so.
const LONG: [&str; 5] = ["lede_", "body_", "after_", "reason_", "why_"];

/// No browser sends a control character in a line; in a text it sends ends of lines, and people tabs.
#[must_use]
pub fn clean(field: &str, value: &str) -> String {
    let fits = |c: char| !c.is_control() || (is_long(field) && matches!(c, '\n' | '\t'));
    as_kept(value).chars().map(|c| if fits(c) { c } else { ' ' }).collect()
}

/// Whether a field may have several lines.
#[must_use]
pub fn is_long(field: &str) -> bool {
    LONG.iter().any(|start| field.starts_with(start))
}
