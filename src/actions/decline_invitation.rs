//! A consulted body says by its link that it has no comment, or takes that back.

use super::sign_in::token_sha256;
use super::write_to_invitees::occasion_of;
use super::{Letterhead, Stopped};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::ids::{DraftId, InviteeId, RevisionId, SubmissionId};
use crate::domain::invitee::{InvitedRefusal, Invitee, Standing};
use crate::domain::person::{Identity, PersonHasher, PersonKey, Role, live_key};
use crate::domain::reference::Reference;
use crate::domain::respondent::{Respondent, RespondentKind};
use crate::domain::submission::{Channel, Revision, Status, Submission, may_change, may_submit};
use crate::mail::invitee_letters::no_comment_receipt;
use crate::mail::letters::{self, Occasion};
use crate::store::{
    Change, Reading, Store, StoreError, Writing, consultations, documents, forms, invitee_standings,
    invitees, letters as outbox, persons, submissions,
};

/// Who says so.
#[derive(Debug, Clone)]
pub struct Declining {
    /// The link's token.
    pub token: String,
    /// Who they are, where they have come in by a way that the round takes.
    pub identity: Option<Identity>,
    /// Their name, where it is known.
    pub name: Option<String>,
}

/// Receives «uten merknad» from the body, and posts a receipt. Saying it again changes nothing.
///
/// # Errors
/// [`InvitedRefusal`].
pub async fn decline_invitation(
    store: &Store,
    declining: Declining,
    hasher: PersonHasher,
    letterhead: Letterhead,
    now: Moment,
) -> Result<Submission, Stopped<InvitedRefusal>> {
    let hash = token_sha256(&declining.token);
    store
        .change(move |tx| {
            let (round, standing) = find_invited(tx, &hash)?;
            if let Some(said) = find_said(tx, &standing)? {
                return Ok(with_line(said, Event::SubmissionRepeated, now));
            }
            if !standing.answers.is_empty() {
                return Err(Stopped::Refused(InvitedRefusal::HasAnswered));
            }
            may_submit(&round, Some(now), now)
                .map_err(|refusal| Stopped::Refused(InvitedRefusal::Round(refusal)))?;
            let identity = declining.identity.as_ref().filter(|one| round.who_may_answer.admits(one));
            let keys = identity.map(|identity| hasher.of_identity(round.id, identity));
            let person = keys.map(|keys| persons::find_key(tx, keys)).transpose()?;
            let draft = DraftId::new();
            let said =
                submission(tx, &round, &standing.invitee, person, declining.name.as_deref(), draft, now)?;
            match submissions::insert(tx, &said) {
                Ok(()) => {}
                // The same person has answered for the same body meanwhile.
                Err(StoreError::AlreadyThere) => return Err(Stopped::Refused(InvitedRefusal::HasAnswered)),
                Err(error) => return Err(error.into()),
            }
            invitees::insert_draft(tx, standing.invitee.id, draft)?;
            post_receipt(tx, &round, &standing.invitee, &said, &letterhead, now)?;
            Ok(with_line(said, Event::SubmissionReceived, now))
        })
        .await
}

/// Takes back what was said by the link without login, until the deadline.
///
/// # Errors
/// [`InvitedRefusal`].
pub async fn take_back_no_comment(
    store: &Store,
    token: String,
    now: Moment,
) -> Result<Submission, Stopped<InvitedRefusal>> {
    let hash = token_sha256(&token);
    store
        .change(move |tx| {
            let (round, standing) = find_invited(tx, &hash)?;
            let key = key_of(standing.invitee.id);
            let live =
                submissions::find_live(tx, &key)?.map(|(id, _)| submissions::find(tx, id)).transpose()?;
            let said = live.flatten().ok_or(Stopped::Refused(InvitedRefusal::NoSuchLink))?;
            may_change(&round, now).map_err(|refusal| Stopped::Refused(InvitedRefusal::Round(refusal)))?;
            submissions::mark_withdrawn(tx, said.id, now)?;
            Ok(with_line(said, Event::SubmissionWithdrawn, now))
        })
        .await
}

/// Whether this body has said by its link, without login, that it has no comment.
///
/// # Errors
/// When the database fails.
pub fn may_take_back(tx: &mut Reading<'_>, invitee: InviteeId) -> Result<bool, StoreError> {
    Ok(submissions::find_live(tx, &key_of(invitee))?.is_some())
}

fn find_invited(
    tx: &mut Reading<'_>,
    token_sha256: &str,
) -> Result<(Consultation, Standing), Stopped<InvitedRefusal>> {
    let no_link = || Stopped::Refused(InvitedRefusal::NoSuchLink);
    let invitee = invitees::find_by_token(tx, token_sha256)?.ok_or_else(no_link)?;
    let round = consultations::find(tx, invitee.consultation_id)?.ok_or_else(no_link)?;
    Ok((round, invitee_standings::find_standing(tx, invitee)?))
}

/// What has been said so already, where nothing else has.
fn find_said(tx: &mut Reading<'_>, standing: &Standing) -> Result<Option<Submission>, StoreError> {
    match standing.answers.as_slice() {
        [only] if only.no_comment => submissions::find_by_reference(tx, &only.reference),
        _ => Ok(None),
    }
}

/// The live key of what nobody has logged in to say; no person's begins so.
fn key_of(invitee: InviteeId) -> String {
    format!("invitee:{invitee}")
}

fn submission(
    tx: &mut Reading<'_>,
    round: &Consultation,
    invitee: &Invitee,
    person: Option<PersonKey>,
    name: Option<&str>,
    draft: DraftId,
    now: Moment,
) -> Result<Submission, Stopped<InvitedRefusal>> {
    let facts = &invitee.facts;
    let role = match &facts.org_number {
        Some(number) => Role::Numbered(number.clone()),
        None => Role::Named(facts.name.clone()),
    };
    let live = person.as_ref().map_or_else(|| key_of(invitee.id), |person| live_key(person, &role));
    Ok(Submission {
        id: SubmissionId::new(),
        consultation_id: round.id,
        reference: Reference::random().map_err(|error| Stopped::Failed(error.into()))?,
        channel: Channel::Web,
        status: Status::Received,
        // Without login nobody is told apart; the body's name stands for whoever pressed the button.
        current: Revision {
            id: RevisionId::new(),
            number: 1,
            draft_id: Some(draft),
            form_version_id: forms::find_current(tx, round.id)?.id,
            received_at: now,
            respondent: Respondent {
                kind: RespondentKind::Organisation,
                name: name.filter(|_| person.is_some()).unwrap_or(&facts.name).to_owned(),
                organisation: Some(facts.name.clone()),
                org_number: facts.org_number.clone(),
                email: Some(facts.address.clone()),
                group_size: None,
                group_ages: None,
                language: facts.language,
                wants_outcome: false,
            },
            no_comment: true,
            answers: Vec::new(),
            documents: documents::list_pins(tx, round.id)?,
        },
        person,
        live_key: Some(live),
        import_key: None,
        withdrawn_at: None,
    })
}

/// Who has logged in gets the receipt that everyone gets, with the way to what they have sent.
fn post_receipt(
    tx: &mut Writing<'_>,
    round: &Consultation,
    invitee: &Invitee,
    said: &Submission,
    letterhead: &Letterhead,
    now: Moment,
) -> Result<(), StoreError> {
    let Letterhead { municipality, base_url } = letterhead;
    let letter = if said.person.is_some() {
        letters::receipt(&Occasion { round, submission: said, municipality, base_url })
    } else {
        Some(no_comment_receipt(&occasion_of(round, &invitee.facts, letterhead), said))
    };
    letter.map_or(Ok(()), |letter| outbox::post(tx, &letter, now))
}

fn with_line(submission: Submission, event: Event, at: Moment) -> Change<Submission> {
    let subject = submission.reference.to_string();
    Change { result: submission, audit: AuditEntry { at, actor: Actor::Citizen, event, subject } }
}
