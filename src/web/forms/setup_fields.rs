//! The fields of a round's parts, and how long each may be.

use crate::web::forms::typed::Shape;

/// The fields of all parts.
pub static SHAPE: Shape = Shape {
    fields: &[
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
    ],
    long: &["lede_", "body_", "after_", "reason_", "why_"],
};
/// The longest body, in characters.
pub const BODY_MAX_CHARS: usize = 30_000;
