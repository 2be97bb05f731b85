//! An administrator puts consulted bodies on a round's list.

use super::Stopped;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::ids::{ConsultationId, InviteeId};
use crate::domain::invitee::{INVITEES_MAX, InvitationPlan, Invitee, InviteeFacts};
use crate::store::{Change, Store, invitation_plans, invitees};

/// The list would be longer than a list may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// How many were put on the list.
    pub added: usize,
    /// How many stood there already, or came twice.
    pub known: usize,
}

/// Puts those on the list that do not stand on it, with the same name and address. All of them, or none.
///
/// # Errors
/// [`TooMany`].
pub async fn add_invitees(
    store: &Store,
    round: ConsultationId,
    slug: String,
    entries: Vec<InviteeFacts>,
    actor: Actor,
    now: Moment,
) -> Result<Added, Stopped<TooMany>> {
    store
        .change(move |tx| {
            invitation_plans::insert(tx, &InvitationPlan::usual(round, now))?;
            // Of two lists at once, the second sees what the first has added.
            invitation_plans::hold(tx, round)?;
            let mut listed: Vec<InviteeFacts> =
                invitees::list(tx, round)?.into_iter().map(|one| one.facts).collect();
            let mut added = 0;
            for facts in &entries {
                if listed.iter().any(|one| one.is_same(facts)) {
                    continue;
                }
                if listed.len() >= INVITEES_MAX {
                    return Err(Stopped::Refused(TooMany));
                }
                let invitee = Invitee {
                    id: InviteeId::new(),
                    consultation_id: round,
                    facts: facts.clone(),
                    added_at: now,
                    asked_at: None,
                    opened_at: None,
                    stopped_at: None,
                };
                invitees::insert(tx, &invitee)?;
                listed.push(facts.clone());
                added += 1;
            }
            let subject = format!("{slug}: {added}");
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::InviteesAdded, subject };
            Ok(Change { result: Added { added, known: entries.len() - added }, audit })
        })
        .await
}
