//! The worker removes what has been kept for as long as the rules say.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::retention::{Retention, RetentionRule};
use crate::store::{Change, Store, retention};
use std::convert::Infallible;

/// How many records one step removes at most, so that nobody waits for it.
const RECORDS_A_STEP: i64 = 500;

/// Removes everything whose time is over at `now`, in short steps, each with an audit line that
/// says what kind and how many. Doing it again does nothing. Returns how many records went.
///
/// # Errors
/// When the database fails; what earlier steps removed stays removed.
pub async fn apply_retention(store: &Store, rules: &Retention, now: Moment) -> Result<usize, anyhow::Error> {
    let mut removed = 0;
    for rule in &rules.0 {
        let (kind, before) = (rule.kind, rule.older_than(now));
        while store.read(move |tx| retention::has_due(tx, kind, before)).await? {
            removed += step(store, *rule, now).await?;
        }
    }
    Ok(removed)
}

async fn step(store: &Store, rule: RetentionRule, now: Moment) -> Result<usize, anyhow::Error> {
    let done = store
        .change::<usize, Infallible, _>(move |tx| {
            let removed = retention::remove(tx, rule.kind, rule.older_than(now), RECORDS_A_STEP)?;
            let subject = format!("{}: {removed}, kept {} days", rule.kind.name(), rule.keep_for_days);
            let (actor, event) = (Actor::Worker, Event::RecordsRemoved);
            Ok(Change { result: removed, audit: AuditEntry { at: now, actor, event, subject } })
        })
        .await;
    done.map_err(|stopped| match stopped {
        Stopped::Failed(error) => error,
        Stopped::Refused(never) => match never {},
    })
}
