//! Checks of the sealed fields: that all are sealed, with keys that are here.

use super::Installation;
use super::finding::Finding;
use crate::actions::reseal::survey;
use std::collections::BTreeSet;

pub(super) async fn sealed(it: &Installation) -> Result<Finding, anyhow::Error> {
    let (mut plain, mut missing, mut old, mut total) = (Vec::new(), BTreeSet::new(), 0, 0);
    let active = it.field_keys.first();
    for (field, counts) in survey(&it.store).await? {
        for (key, count) in counts {
            total += count;
            match key {
                None => plain.push(format!("{}: {count} not sealed", field.column())),
                Some(key) if active == Some(&key) => {}
                Some(key) if it.field_keys.contains(&key) => old += count,
                Some(key) => {
                    missing.insert(key);
                }
            }
        }
    }
    Ok(if !missing.is_empty() {
        let ids: Vec<String> = missing.into_iter().collect();
        let what = format!("there are fields sealed with keys that are not here: {}", ids.join(", "));
        Finding::failed(what, "put those keys back in INNSPILL_FIELD_KEYS, after the active one")
    } else if !plain.is_empty() {
        let count = plain.len();
        Finding::failed("some fields are readable in the database:", "run `innspill keys reseal`")
            .with(plain, count)
    } else if old > 0 {
        let what = format!("{old} of {total} field(s) are sealed with an old key");
        Finding::warning(what, "run `innspill keys reseal`, then leave the old key out")
    } else {
        Finding::ok(format!("{total} field(s) are sealed with the active key"))
    })
}
