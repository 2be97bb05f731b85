//! What a person has before them when they come to a round's form.

use crate::domain::attachment::Attachment;
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::document::{ReplacedDocument, last_since};
use crate::domain::draft::{Draft, DraftContent, DraftPlace, Member};
use crate::domain::ids::DraftId;
use crate::domain::person::PersonKey;
use crate::domain::question::FormVersion;
use crate::domain::reference::Reference;
use crate::domain::submission::{Access, Status, Submission, SubmitRefusal, access, may_change, may_submit};
use crate::domain::way_in::EMAIL_ISSUER;
use crate::store::{
    Reading, StoreError, attachments, document_editions, drafts, login_links, members, persons, submissions,
};
use crate::web::error::PageError;
use crate::web::forms::answers::national_ids_in;
use crate::web::public::desk_forms::Forms;
use crate::web::public::rounds::find_visible;
use crate::web::views::public::form::FormPage;
use crate::web::views::public::message::Message;
use crate::web::visit::Citizen;
use serde::Deserialize;

/// What the address says beside the round.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The reference of the submission to change.
    pub endrer: String,
    /// `organisasjon`: answer for one from the start.
    pub rolle: String,
    /// The draft that several write on.
    pub kladd: String,
    /// `nei`: leave what was parked.
    pub parkert: String,
}

/// What a person has in a round when they come to its form.
pub struct Desk {
    /// The round.
    pub round: Consultation,
    /// What is asked.
    pub form: FormVersion,
    /// All versions of that.
    pub forms: Forms,
    /// Their key.
    pub person: PersonKey,
    /// The submission to change.
    pub changes: Option<Submission>,
    /// Where the draft is kept.
    pub place: DraftPlace,
    /// The draft, its answers with the questions that are asked now.
    pub draft: Option<Draft>,
    /// Whether it was saved with an earlier version of the form, and nobody has seen it in this one.
    pub is_outdated: bool,
    /// The files that go with it.
    pub attachments: Vec<Attachment>,
    /// Those who write on it, where they are several.
    pub members: Vec<Member>,
    /// Their first submission that stands; of a draft that several wrote on, what became of it.
    pub standing: Option<Reference>,
    /// What has been replaced among the documents since they began, the last of each.
    pub replaced: Vec<ReplacedDocument>,
    /// The address that let them in.
    pub address: Option<String>,
}

/// Everything that the form is made of; `None` where there is no such round, draft or submission.
///
/// # Errors
/// When the database fails.
pub async fn find_desk(citizen: &Citizen, slug: String, asked: &Asked) -> Result<Desk, PageError> {
    let (hasher, identity) = (citizen.visit.house.hasher.clone(), citizen.identity.clone());
    let now = citizen.visit.now();
    let changed = match asked.endrer.as_str() {
        "" => None,
        text => Some(Reference::parse(text).ok_or(PageError::NotFound)?),
    };
    let shared = match asked.kladd.as_str() {
        "" => None,
        text => Some(DraftId(text.parse().map_err(|_| PageError::NotFound)?)),
    };
    let desk = move |tx: &mut Reading<'_>| -> Result<Option<Desk>, StoreError> {
        let Some(round) = find_visible(tx, &slug, false, now)? else { return Ok(None) };
        let person = persons::find_key(tx, hasher.of_identity(round.id, &identity))?;
        let place = find_place(tx, &round, &person, changed.as_ref(), shared)?;
        let Some((changes, place)) = place else { return Ok(None) };
        let draft = drafts::find(tx, &person, place)?.filter(|draft| draft.consultation_id == round.id);
        let attachments = list_files(tx, draft.as_ref(), changes.as_ref())?;
        let standing = find_standing(tx, &person, place)?;
        if matches!(place, DraftPlace::Shared(_)) && draft.is_none() && standing.is_none() {
            return Ok(None);
        }
        let members = match place {
            DraftPlace::Shared(draft) => members::list(tx, draft)?,
            DraftPlace::New | DraftPlace::Change(_) => Vec::new(),
        };
        let forms = Forms::find(tx, &round)?;
        let is_outdated = draft.as_ref().is_some_and(|draft| forms.are_newer_than(draft));
        let draft = draft.map(|draft| forms.carried(draft));
        let replaced = find_replaced(tx, &round, changes.as_ref(), draft.as_ref())?;
        let address = match identity.issuer.as_str() {
            EMAIL_ISSUER => login_links::find_address(tx, &identity.subject)?,
            _ => None,
        };
        Ok(Some(Desk {
            round,
            form: forms.newest.clone(),
            forms,
            person,
            changes,
            place,
            draft,
            is_outdated,
            attachments,
            members,
            standing,
            replaced,
            address,
        }))
    };
    citizen.visit.house.store.read_snapshot(desk).await?.ok_or(PageError::NotFound)
}

/// The submission to change, and where the draft is kept; `None` where there is no such submission.
fn find_place(
    tx: &mut Reading<'_>,
    round: &Consultation,
    person: &PersonKey,
    changed: Option<&Reference>,
    shared: Option<DraftId>,
) -> Result<Option<(Option<Submission>, DraftPlace)>, StoreError> {
    let Some(reference) = changed else {
        return Ok(Some((None, shared.map_or(DraftPlace::New, DraftPlace::Shared))));
    };
    let changed = find_changed(tx, round, reference, person)?;
    Ok(changed.map(|one| {
        let place = DraftPlace::Change(one.id);
        (Some(one), place)
    }))
}

/// The documents that were replaced since the person read them: whoever changes a submission has read
/// what stood there when they sent it.
fn find_replaced(
    tx: &mut Reading<'_>,
    round: &Consultation,
    changes: Option<&Submission>,
    draft: Option<&Draft>,
) -> Result<Vec<ReplacedDocument>, StoreError> {
    let sent_at = changes.map(|one| one.current.received_at);
    let Some(since) = sent_at.or(draft.map(|draft| draft.begun_at)) else { return Ok(Vec::new()) };
    Ok(last_since(document_editions::list_public(tx, round.id)?, since))
}

/// The submission to change, where it is one of this round and theirs to change.
fn find_changed(
    tx: &mut Reading<'_>,
    round: &Consultation,
    reference: &Reference,
    person: &PersonKey,
) -> Result<Option<Submission>, StoreError> {
    let Some(one) = submissions::find_by_reference(tx, reference)? else { return Ok(None) };
    let readers = members::list_readers(tx, one.id)?;
    let may = one.consultation_id == round.id && access(&one, &readers, person) == Some(Access::Full);
    Ok(may.then_some(one))
}

/// The draft's files; before the first save of a change, those that it will begin with.
fn list_files(
    tx: &mut Reading<'_>,
    draft: Option<&Draft>,
    changes: Option<&Submission>,
) -> Result<Vec<Attachment>, StoreError> {
    match (draft, changes) {
        (Some(draft), _) => attachments::list_of_draft(tx, draft.id),
        (None, Some(changed)) => attachments::list_of_revision(tx, changed.current.id),
        (None, None) => Ok(Vec::new()),
    }
}

fn find_standing(
    tx: &mut Reading<'_>,
    person: &PersonKey,
    place: DraftPlace,
) -> Result<Option<Reference>, StoreError> {
    if let DraftPlace::Shared(draft) = place {
        let Some(sent) = submissions::find_by_draft(tx, draft)? else { return Ok(None) };
        let readers = members::list_readers(tx, sent.id)?;
        return Ok(access(&sent, &readers, person).map(|_| sent.reference));
    }
    submissions::find_first_live(tx, person)
}

impl Desk {
    /// Whether the person may write here, having begun at `begun_at`.
    ///
    /// # Errors
    /// `Refused`.
    pub fn may_write(&self, begun_at: Option<Moment>, now: Moment) -> Result<(), PageError> {
        let may = match &self.changes {
            Some(one) if one.status == Status::Withdrawn => Err(SubmitRefusal::Withdrawn),
            Some(_) => may_change(&self.round, now),
            None => may_submit(&self.round, begun_at, now),
        };
        may.map_err(|refusal| refused(refusal, &self.round, self.changes.as_ref()))
    }

    /// The draft, where several write on it.
    #[must_use]
    pub fn shared(&self) -> Option<DraftId> {
        let draft = self.draft.as_ref()?;
        draft.sharing.as_ref().map(|_| draft.id)
    }

    /// Their own name among those who write on the draft.
    #[must_use]
    pub fn own_name(&self) -> Option<&str> {
        self.members.iter().find(|one| one.person == self.person).map(|one| one.name.as_str())
    }

    /// The name of another who saved the draft last.
    #[must_use]
    pub fn saved_by(&self) -> Option<String> {
        let saved_by = self.draft.as_ref()?.sharing.as_ref()?.saved_by.as_ref()?;
        let other = self.members.iter().find(|one| one.person == *saved_by && one.person != self.person);
        other.map(|one| one.name.clone())
    }

    /// The form's page, with `content` in it, wherever in an earlier form that was typed.
    #[must_use]
    pub fn page(&self, draft_id: DraftId, begun: String, content: DraftContent, now: Moment) -> FormPage {
        let content = self.forms.carried_content(content);
        FormPage {
            form_changes: self.forms.changes_since(&content),
            round: self.round.clone(),
            form: self.form.clone(),
            draft_id,
            begun,
            version: self.draft.as_ref().map_or(0, |draft| draft.version),
            saved_at: self.draft.as_ref().map(|draft| draft.saved_at),
            saved_by: self.saved_by(),
            shared: self.shared(),
            is_owner: self.draft.as_ref().is_none_or(|draft| draft.person == self.person),
            may_share: self.draft.as_ref().is_some_and(Draft::may_be_shared),
            national_ids_in: national_ids_in(&content),
            content,
            attachments: self.attachments.clone(),
            changes: self.changes.as_ref().map(|one| one.reference.clone()),
            mistakes: Vec::new(),
            replaced: self.replaced.clone(),
            conflict: None,
            is_restored: false,
            is_late: now >= self.round.closes_at,
        }
    }
}

/// A refusal as the reader is told it.
#[must_use]
pub fn refused(refusal: SubmitRefusal, round: &Consultation, changes: Option<&Submission>) -> PageError {
    let reference = changes.map(|one| one.reference.clone());
    let message = match (refusal, reference) {
        (SubmitRefusal::NotFound, _) => return PageError::NotFound,
        (SubmitRefusal::NotOpenYet { .. }, _) => Message::NotOpenYet(Box::new(round.clone())),
        (SubmitRefusal::Closed { .. }, Some(reference)) => Message::MayNotChange { reference },
        (SubmitRefusal::Closed { .. }, None) => Message::Closed(Box::new(round.clone())),
        (SubmitRefusal::AlreadySent { reference }, _) => Message::AlreadySent { reference },
        (SubmitRefusal::OnlyRead { reference }, _) => Message::OnlyRead { reference },
        (SubmitRefusal::ChangedMeanwhile { reference }, _) => Message::ChangedMeanwhile { reference },
        (SubmitRefusal::Withdrawn, Some(reference)) => Message::Withdrawn { reference },
        // Sent only by handlers that answer it themselves.
        (SubmitRefusal::Withdrawn, None) | (SubmitRefusal::SavedElsewhere, _) => {
            return PageError::Unreadable;
        }
    };
    PageError::Refused(message)
}
