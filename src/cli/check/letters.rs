//! Checks of the outbox.

use super::Installation;
use super::finding::Finding;
use crate::domain::letter::LetterState;
use crate::store::{letter_checks, letters as outbox};

/// How many references are told.
const TOLD: i64 = 20;
/// How long a letter may be due before something must be wrong.
const OVERDUE_SECONDS: i64 = 15 * 60;

pub(super) async fn letters(it: &Installation) -> Result<Finding, anyhow::Error> {
    let due_before = it.now.plus_seconds(-OVERDUE_SECONDS);
    let counting = it.store.read(move |tx| {
        Ok((
            outbox::count(tx, LetterState::Failed)?,
            outbox::count(tx, LetterState::Waiting)?,
            letter_checks::count_overdue(tx, due_before)?,
        ))
    });
    let (failed, waiting, overdue) = counting.await?;
    let what = format!("{waiting} waiting, {failed} given up");
    Ok(if overdue > 0 {
        let what = format!("{what}; {overdue} should have been sent by now");
        Finding::failed(
            what,
            "see that a worker runs (`innspill work`, or `serve --with-worker`) and what it logs",
        )
    } else if failed > 0 {
        Finding::warning(what, "see /saksbehandling/brev for why, and send them again from there")
    } else {
        Finding::ok(what)
    })
}

/// A receipt is a promise: whoever gave an address has a letter for each time they sent.
pub(super) async fn receipts(it: &Installation) -> Result<Finding, anyhow::Error> {
    let without = it.store.read(|tx| letter_checks::list_without_letter(tx, TOLD)).await?;
    Ok(if without.is_empty() {
        Finding::ok("every submission with an e-mail address has its letter")
    } else {
        Finding::failed(
            format!("submissions without their letter: {}", without.join(", ")),
            "write to these respondents yourself: their submissions are received, and nobody has told them",
        )
    })
}
