//! Checks of the audit log: that what is sealed is whole, that sealing goes on, and that the
//! database guards the log.

use super::Installation;
use super::finding::Finding;
use crate::domain::audit_chain::{ChainCheck, Verdict};
use crate::domain::audit_seal::SealKey;
use crate::domain::person::PersonHasher;
use crate::store::audit;

/// How many faults are told.
const TOLD: usize = 20;
/// How long a line may wait for its seal before something must be wrong.
const WAITS_SECONDS: i64 = 10 * 60;
const WORKER: &str = "see that a worker runs (`innspill work`, or `serve --with-worker`)";

pub(super) async fn chain(it: &Installation) -> Result<Finding, anyhow::Error> {
    let keys: Vec<SealKey> =
        it.hasher.as_ref().map(PersonHasher::seal_key).transpose()?.into_iter().collect();
    let noted = it.noted;
    let verdict = it.store.read_snapshot(move |tx| {
        let mut check = ChainCheck::new(keys, noted);
        audit::verify(tx, &mut check)?;
        Ok(check.finish())
    });
    Ok(told(&verdict.await?))
}

fn told(verdict: &Verdict) -> Finding {
    let Verdict { head, seals, lines, unsigned, faults, fault_count } = verdict;
    if *fault_count > 0 {
        let told = faults.iter().take(TOLD).map(ToString::to_string).collect();
        return Finding::failed(
            format!("{fault_count} fault(s) in the chain of {seals} seal(s):"),
            "keep a copy of the database as it is, find out who had access to it, and compare with a backup",
        )
        .with(told, usize::try_from(*fault_count).unwrap_or(usize::MAX));
    }
    let sum = format!("{lines} line(s) under {seals} seal(s), the last one {}:{}", head.number, head.digest);
    if *unsigned > 0 {
        let what = format!("{sum}; {unsigned} seal(s) are signed with a key that is not at hand");
        return Finding::warning(
            what,
            "check with the INNSPILL_PERSON_KEY that the worker had when it sealed",
        );
    }
    Finding::ok(sum)
}

pub(super) async fn sealing(it: &Installation) -> Result<Finding, anyhow::Error> {
    let unsealed = it.store.read(audit::count_unsealed).await?;
    let what = format!("{} line(s) not sealed yet", unsealed.count);
    Ok(match unsealed.oldest {
        Some(oldest) if oldest < it.now.plus_seconds(-WAITS_SECONDS) => {
            Finding::warning(format!("{what}, the oldest from {oldest}"), WORKER)
        }
        _ => Finding::ok(what),
    })
}

pub(super) async fn guards(it: &Installation) -> Result<Finding, anyhow::Error> {
    let missing = it.store.read(audit::list_missing_guards).await?;
    Ok(if missing.is_empty() {
        Finding::ok("the database refuses to change or remove what is logged")
    } else {
        let what = format!("triggers missing or turned off: {}", missing.join(", "));
        Finding::failed(
            what,
            "somebody took them away: look at audit-chain, and make them again as the migrations do",
        )
    })
}
