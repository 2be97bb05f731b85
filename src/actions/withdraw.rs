//! A citizen takes a submission back. It is kept, and counts no more.

use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::person::Identity;
use crate::domain::person::PersonHasher;
use crate::domain::reference::Reference;
use crate::domain::submission::{Access, Status, Submission, SubmitRefusal, access, may_change};
use crate::mail::letters::{self, Occasion};
use crate::store::{Change, Store, consultations, letters as outbox, members, persons, submissions};

/// Withdraws the submission of `identity` with this reference, and posts a receipt for that.
/// Withdrawing it again changes nothing.
///
/// # Errors
/// `NotFound` when there is none of theirs; `OnlyRead` when only another may; `Closed` after the
/// deadline.
pub async fn withdraw(
    store: &Store,
    reference: Reference,
    identity: Identity,
    hasher: PersonHasher,
    letterhead: Letterhead,
    now: Moment,
) -> Result<Submission, Stopped<SubmitRefusal>> {
    store
        .change(move |tx| {
            let not_found = || Stopped::Refused(SubmitRefusal::NotFound);
            let mut submission = submissions::find_by_reference(tx, &reference)?.ok_or_else(not_found)?;
            let keys = hasher.of_identity(submission.consultation_id, &identity);
            let person = persons::find_key(tx, keys)?;
            let readers = members::list_readers(tx, submission.id)?;
            match access(&submission, &readers, &person) {
                Some(Access::Full) => {}
                Some(Access::Read) => {
                    let reference = submission.reference;
                    return Err(Stopped::Refused(SubmitRefusal::OnlyRead { reference }));
                }
                None => return Err(not_found()),
            }
            let mut event = Event::SubmissionRepeated;
            if submission.status == Status::Received {
                let round = consultations::find(tx, submission.consultation_id)?.ok_or_else(not_found)?;
                may_change(&round, now).map_err(Stopped::Refused)?;
                submissions::mark_withdrawn(tx, submission.id, now)?;
                submission.status = Status::Withdrawn;
                submission.withdrawn_at = Some(now);
                submission.live_key = None;
                event = Event::SubmissionWithdrawn;
                let Letterhead { municipality, base_url } = &letterhead;
                let occasion = Occasion { round: &round, submission: &submission, municipality, base_url };
                if let Some(letter) = letters::withdrawal_receipt(&occasion, now) {
                    outbox::post(tx, &letter, now)?;
                }
            }
            let subject = submission.reference.to_string();
            let audit = AuditEntry { at: now, actor: Actor::Citizen, event, subject };
            Ok(Change { result: submission, audit })
        })
        .await
}
