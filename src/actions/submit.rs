//! A citizen hands in a submission, or a change of one.

use super::{Letterhead, Stopped, draw_reference, pinned};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::ids::{DraftId, FormVersionId, RevisionId, SubmissionId};
use crate::domain::person::{PersonKey, Role, live_key};
use crate::domain::respondent::Respondent;
use crate::domain::submission::{
    Answer, Channel, Revision, Status, Submission, SubmitRefusal, may_change, may_submit,
};
use crate::mail::letters::{self, Occasion};
use crate::store::{
    Change, Reading, Store, StoreError, Writing, consultations, documents, drafts, letters as outbox,
    submissions,
};

/// What is handed in: a draft that has been checked.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The draft; handing in the same one again gives the first receipt.
    pub draft_id: DraftId,
    /// The version of it that was checked and shown.
    pub draft_version: i32,
    /// The round, as it was read for the page; its deadline is read again.
    pub round: Consultation,
    /// Who sends it.
    pub person: PersonKey,
    /// For whom.
    pub role: Role,
    /// The submission that it changes.
    pub changes: Option<SubmissionId>,
    /// The form version that was answered.
    pub form_version_id: FormVersionId,
    /// Who answers.
    pub respondent: Respondent,
    /// «Uten merknad».
    pub no_comment: bool,
    /// The answers.
    pub answers: Vec<Answer>,
}

/// Receives the submission and posts its receipt, both or neither. Handing in the same draft
/// again, at any time, gives the first submission and no second letter.
///
/// # Errors
/// [`SubmitRefusal`].
pub async fn submit(
    store: &Store,
    mut sending: Sending,
    letterhead: Letterhead,
    now: Moment,
) -> Result<Submission, Stopped<SubmitRefusal>> {
    store
        .change(move |tx| {
            if let Some(earlier) = find_repeated(tx, &sending)? {
                return Ok(with_line(earlier, Event::SubmissionRepeated, now));
            }
            match receive(tx, &mut sending, &letterhead, now) {
                // The same draft may have been handed in elsewhere between two of our looks.
                Err(Stopped::Refused(refusal)) => match find_repeated(tx, &sending)? {
                    Some(earlier) => Ok(with_line(earlier, Event::SubmissionRepeated, now)),
                    None => Err(Stopped::Refused(refusal)),
                },
                done => done,
            }
        })
        .await
}

fn receive(
    tx: &mut Writing<'_>,
    sending: &mut Sending,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<Change<Submission>, Stopped<SubmitRefusal>> {
    if !consultations::refresh_window(tx, &mut sending.round)? {
        return Err(Stopped::Refused(SubmitRefusal::NotFound));
    }
    let begun_at = find_shown_draft(tx, sending)?;
    let Received { submission, event } = match sending.changes {
        None => receive_new(tx, sending, begun_at, now)?,
        Some(id) => receive_change(tx, sending, id, now)?,
    };
    if event != Event::SubmissionRepeated {
        drafts::delete(tx, sending.draft_id)?;
        post_receipt(tx, &sending.round, &submission, letterhead, event, now)?;
    }
    Ok(with_line(submission, event, now))
}

struct Received {
    submission: Submission,
    event: Event,
}

/// What this draft became, where it has been handed in before.
fn find_repeated(
    tx: &mut Reading<'_>,
    sending: &Sending,
) -> Result<Option<Submission>, Stopped<SubmitRefusal>> {
    match submissions::find_by_draft(tx, sending.draft_id)? {
        Some(earlier) if earlier.person.as_ref() == Some(&sending.person) => Ok(Some(earlier)),
        Some(_) => Err(Stopped::Refused(SubmitRefusal::NotFound)),
        None => Ok(None),
    }
}

/// When the stored draft was begun, if it is still the one that the person was shown.
fn find_shown_draft(tx: &mut Reading<'_>, sending: &Sending) -> Result<Moment, Stopped<SubmitRefusal>> {
    let shown = (sending.draft_id, sending.draft_version);
    match drafts::find_version(tx, &sending.person, sending.changes)? {
        Some((id, version, begun_at)) if (id, version) == shown => Ok(begun_at),
        Some(_) => Err(Stopped::Refused(SubmitRefusal::SavedElsewhere)),
        None => Err(Stopped::Refused(SubmitRefusal::NotFound)),
    }
}

fn receive_new(
    tx: &mut Writing<'_>,
    sending: &Sending,
    begun_at: Moment,
    now: Moment,
) -> Result<Received, Stopped<SubmitRefusal>> {
    may_submit(&sending.round, Some(begun_at), now).map_err(Stopped::Refused)?;
    let live_key = live_key(&sending.person, &sending.role);
    let current = revision(tx, sending, 1, now)?;
    refuse_second(tx, &live_key, None)?;
    let submission = Submission {
        id: SubmissionId::new(),
        consultation_id: sending.round.id,
        reference: draw_reference(tx).map_err(Stopped::Failed)?,
        channel: Channel::Web,
        status: Status::Received,
        person: Some(sending.person.clone()),
        live_key: Some(live_key),
        import_key: None,
        withdrawn_at: None,
        current,
    };
    let inserted = submissions::insert(tx, &submission);
    settle(tx, sending, inserted, submission, Event::SubmissionReceived, None)
}

fn receive_change(
    tx: &mut Writing<'_>,
    sending: &Sending,
    id: SubmissionId,
    now: Moment,
) -> Result<Received, Stopped<SubmitRefusal>> {
    let mut own = submissions::list_by_person(tx, std::slice::from_ref(&sending.person))?;
    own.retain(|submission| submission.id == id);
    let mut submission = own.pop().ok_or(Stopped::Refused(SubmitRefusal::NotFound))?;
    if submission.status == Status::Withdrawn {
        return Err(Stopped::Refused(SubmitRefusal::Withdrawn));
    }
    may_change(&sending.round, now).map_err(Stopped::Refused)?;
    let live_key = live_key(&sending.person, &sending.role);
    refuse_second(tx, &live_key, Some(id))?;
    submission.current = revision(tx, sending, submission.current.number + 1, now)?;
    submission.live_key = Some(live_key);
    let inserted = submissions::insert_revision(tx, &submission);
    settle(tx, sending, inserted, submission, Event::SubmissionChanged, Some(id))
}

/// What an insert came to. Where something was there already, the same draft was faster, or
/// the person's other one was.
fn settle(
    tx: &mut Reading<'_>,
    sending: &Sending,
    inserted: Result<(), StoreError>,
    submission: Submission,
    event: Event,
    changes: Option<SubmissionId>,
) -> Result<Received, Stopped<SubmitRefusal>> {
    match inserted {
        Ok(()) => Ok(Received { submission, event }),
        Err(StoreError::AlreadyThere) => {
            if let Some(earlier) = find_repeated(tx, sending)? {
                return Ok(Received { submission: earlier, event: Event::SubmissionRepeated });
            }
            refuse_second(tx, submission.live_key.as_deref().unwrap_or_default(), changes)?;
            Err(StoreError::AlreadyThere.into())
        }
        Err(error) => Err(error.into()),
    }
}

/// One person, one live submission in each role: a second attempt leads to the first.
fn refuse_second(
    tx: &mut Reading<'_>,
    live_key: &str,
    except: Option<SubmissionId>,
) -> Result<(), Stopped<SubmitRefusal>> {
    match submissions::find_live(tx, live_key)? {
        Some((first, reference)) if Some(first) != except => {
            Err(Stopped::Refused(SubmitRefusal::AlreadySent { reference }))
        }
        _ => Ok(()),
    }
}

fn revision(
    tx: &mut Reading<'_>,
    sending: &Sending,
    number: i32,
    now: Moment,
) -> Result<Revision, StoreError> {
    let documents = pinned(documents::list(tx, sending.round.id)?);
    Ok(Revision {
        id: RevisionId::new(),
        number,
        draft_id: Some(sending.draft_id),
        form_version_id: sending.form_version_id,
        received_at: now,
        respondent: sending.respondent.clone(),
        no_comment: sending.no_comment,
        answers: sending.answers.clone(),
        documents,
    })
}

fn post_receipt(
    tx: &mut Writing<'_>,
    round: &Consultation,
    submission: &Submission,
    letterhead: &Letterhead,
    event: Event,
    now: Moment,
) -> Result<(), StoreError> {
    let Letterhead { municipality, base_url } = letterhead;
    let occasion = Occasion { round, submission, municipality, base_url };
    let letter = if event == Event::SubmissionChanged {
        letters::change_receipt(&occasion)
    } else {
        letters::receipt(&occasion)
    };
    letter.map_or(Ok(()), |letter| outbox::post(tx, &letter, now))
}

fn with_line(submission: Submission, event: Event, at: Moment) -> Change<Submission> {
    let subject = submission.reference.to_string();
    Change { result: submission, audit: AuditEntry { at, actor: Actor::Citizen, event, subject } }
}
