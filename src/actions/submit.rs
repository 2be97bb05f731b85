//! A citizen hands in a submission, or a change of one.

use super::{Letterhead, Stopped};
use crate::domain::attachment::{Attachment, AttachmentRole};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::draft::DraftPlace;
use crate::domain::ids::{AttachmentId, DraftId, FormVersionId, RevisionId, SubmissionId};
use crate::domain::person::{PersonKey, Role, live_key};
use crate::domain::reference::Reference;
use crate::domain::respondent::Respondent;
use crate::domain::submission::{
    Access, Answer, Channel, Reader, Revision, Status, Submission, SubmitRefusal, access, may_change,
    may_submit,
};
use crate::mail::letters::{self, Occasion};
use crate::store::{
    Change, Reading, Store, StoreError, Writing, attachments, consultations, documents, drafts,
    letters as outbox, members, submissions,
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
    /// Where the draft is kept.
    pub place: DraftPlace,
    /// Whoever reads the letters to the address that was given in a round without login: they may
    /// come back by a link.
    pub addressee: Option<Reader>,
    /// Whoever that was until this change.
    pub addressee_before: Option<PersonKey>,
    /// The form version that was answered.
    pub form_version_id: FormVersionId,
    /// Who answers.
    pub respondent: Respondent,
    /// «Uten merknad».
    pub no_comment: bool,
    /// The answers.
    pub answers: Vec<Answer>,
    /// The files that were shown with them.
    pub attachments: Vec<AttachmentId>,
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
        .change(move |tx| match receive(tx, &mut sending, &letterhead, now) {
            // The same draft may have been handed in before, or elsewhere between two of our looks.
            Err(Stopped::Refused(refusal)) => match find_repeated(tx, &sending)? {
                Some(earlier) => Ok(with_line(earlier, Event::SubmissionRepeated, now)),
                None => Err(Stopped::Refused(refusal)),
            },
            done => done,
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
    drafts::hold(tx, sending.draft_id)?;
    let begun_at = find_shown_draft(tx, sending)?;
    let files = list_shown_files(tx, sending)?;
    let (submission, event) = match sending.place.changes() {
        None => (receive_new(tx, sending, &files, begun_at, now)?, Event::SubmissionReceived),
        Some(id) => (receive_change(tx, sending, id, begun_at, now)?, Event::SubmissionChanged),
    };
    let_see(tx, sending, &submission)?;
    if !files.is_empty() {
        attachments::move_to_revision(tx, sending.draft_id, submission.current.id)?;
    }
    drafts::delete(tx, sending.draft_id)?;
    post_receipt(tx, &sending.round, &submission, letterhead, event, now)?;
    Ok(with_line(submission, event, now))
}

/// What this draft became, where it has been handed in before.
fn find_repeated(
    tx: &mut Reading<'_>,
    sending: &Sending,
) -> Result<Option<Submission>, Stopped<SubmitRefusal>> {
    let earlier = submissions::find_by_draft(tx, sending.draft_id)?;
    let Some(earlier) = earlier else { return Ok(None) };
    let readers = members::list_readers(tx, earlier.id)?;
    Ok(access(&earlier, &readers, &sending.person).map(|_| earlier))
}

/// When the stored draft was begun, if it is still the one that the person was shown.
fn find_shown_draft(tx: &mut Reading<'_>, sending: &Sending) -> Result<Moment, Stopped<SubmitRefusal>> {
    let shown = (sending.draft_id, sending.draft_version);
    match drafts::find_version(tx, &sending.person, sending.place)? {
        Some((id, version, begun_at)) if (id, version) == shown => Ok(begun_at),
        Some(_) => Err(Stopped::Refused(SubmitRefusal::SavedElsewhere)),
        None => Err(Stopped::Refused(SubmitRefusal::NotFound)),
    }
}

/// The draft's files, if they are still those that the person was shown.
fn list_shown_files(
    tx: &mut Reading<'_>,
    sending: &Sending,
) -> Result<Vec<Attachment>, Stopped<SubmitRefusal>> {
    let files = attachments::list_of_draft(tx, sending.draft_id)?;
    let are_shown = files.iter().map(|file| &file.id).eq(&sending.attachments);
    if are_shown { Ok(files) } else { Err(Stopped::Refused(SubmitRefusal::SavedElsewhere)) }
}

/// Answers that were read from a filled-in form came that way.
fn channel(files: &[Attachment]) -> Channel {
    let has_form = files.iter().any(|file| file.role == AttachmentRole::FilledForm);
    if has_form { Channel::FormUpload } else { Channel::Web }
}

fn receive_new(
    tx: &mut Writing<'_>,
    sending: &Sending,
    files: &[Attachment],
    begun_at: Moment,
    now: Moment,
) -> Result<Submission, Stopped<SubmitRefusal>> {
    may_submit(&sending.round, Some(begun_at), now).map_err(Stopped::Refused)?;
    let submission = Submission {
        id: SubmissionId::new(),
        consultation_id: sending.round.id,
        // Should another have it, the insert fails and the whole change runs again.
        reference: Reference::random().map_err(|error| Stopped::Failed(error.into()))?,
        channel: channel(files),
        status: Status::Received,
        person: Some(sending.person.clone()),
        live_key: Some(live_key(&sending.person, &sending.role)),
        import_key: None,
        withdrawn_at: None,
        current: revision(tx, sending, 1, now)?,
    };
    let inserted = submissions::insert(tx, &submission);
    refuse_second(tx, inserted, submission)
}

fn receive_change(
    tx: &mut Writing<'_>,
    sending: &Sending,
    id: SubmissionId,
    begun_at: Moment,
    now: Moment,
) -> Result<Submission, Stopped<SubmitRefusal>> {
    let mut submission = submissions::find(tx, id)?.ok_or(Stopped::Refused(SubmitRefusal::NotFound))?;
    let readers = members::list_readers(tx, id)?;
    let reference = submission.reference.clone();
    match access(&submission, &readers, &sending.person) {
        Some(Access::Full) => {}
        Some(Access::Read) => return Err(Stopped::Refused(SubmitRefusal::OnlyRead { reference })),
        None => return Err(Stopped::Refused(SubmitRefusal::NotFound)),
    }
    // Several may change it, each on a page of their own: nobody overwrites what they have not seen.
    if readers.iter().any(|reader| reader.may_change) && begun_at < submission.current.received_at {
        return Err(Stopped::Refused(SubmitRefusal::ChangedMeanwhile { reference }));
    }
    if submission.status == Status::Withdrawn {
        return Err(Stopped::Refused(SubmitRefusal::Withdrawn));
    }
    may_change(&sending.round, now).map_err(Stopped::Refused)?;
    submission.current = revision(tx, sending, submission.current.number + 1, now)?;
    // It stays with whoever sent it first.
    let sender = submission.person.as_ref().unwrap_or(&sending.person);
    submission.live_key = Some(live_key(sender, &sending.role));
    let inserted = submissions::insert_revision(tx, &submission);
    refuse_second(tx, inserted, submission)
}

/// Those who wrote on a shared draft see what became of it, and so does whoever reads the letters
/// to the address given in a round without login.
fn let_see(tx: &mut Writing<'_>, sending: &Sending, submission: &Submission) -> Result<(), StoreError> {
    let mut readers: Vec<Reader> = sending.addressee.iter().cloned().collect();
    if let Some(draft) = drafts::find_by_id(tx, sending.draft_id)? {
        let may_change = draft.sharing.is_some_and(|sharing| sharing.members_may_change);
        let all = members::list(tx, draft.id)?.into_iter();
        readers.extend(all.map(|member| Reader { person: member.person, name: member.name, may_change }));
    }
    if let Some(before) = &sending.addressee_before {
        members::delete_reader(tx, submission.id, before)?;
    }
    for reader in readers.iter().filter(|reader| submission.person.as_ref() != Some(&reader.person)) {
        match members::insert_reader(tx, submission.id, reader) {
            Ok(()) | Err(StoreError::AlreadyThere) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// One person, one live submission in each role: where an insert found something there already,
/// the second attempt is led to the first.
fn refuse_second(
    tx: &mut Reading<'_>,
    inserted: Result<(), StoreError>,
    submission: Submission,
) -> Result<Submission, Stopped<SubmitRefusal>> {
    match inserted {
        Ok(()) => Ok(submission),
        Err(StoreError::AlreadyThere) => {
            let live_key = submission.live_key.as_deref().unwrap_or_default();
            match submissions::find_live(tx, live_key)? {
                Some((first, reference)) if first != submission.id => {
                    Err(Stopped::Refused(SubmitRefusal::AlreadySent { reference }))
                }
                _ => Err(StoreError::AlreadyThere.into()),
            }
        }
        Err(error) => Err(error.into()),
    }
}

fn revision(
    tx: &mut Reading<'_>,
    sending: &Sending,
    number: i32,
    now: Moment,
) -> Result<Revision, StoreError> {
    let documents = documents::list_pins(tx, sending.round.id)?;
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
