//! Check your answers, and send them.

use crate::actions::Stopped;
use crate::actions::ask_login_link::identity;
use crate::actions::submit::{Sending, submit};
use crate::domain::draft::Draft;
use crate::domain::ids::{AttachmentId, DraftId, RevisionId};
use crate::domain::respondent::Respondent;
use crate::domain::submission::{Reader, Revision, SubmitRefusal, access};
use crate::domain::way_in::WayIn;
use crate::store::{Reading, StoreError, members, submissions};
use crate::web::answerer::Answerer;
use crate::web::error::PageError;
use crate::web::forms::answers::national_ids_in;
use crate::web::forms::submission::{Checked, check};
use crate::web::public::desk::{Asked, Desk, find_desk, refused};
use crate::web::public::form::with_mistakes;
use crate::web::respond::{html, see_other};
use crate::web::views::public::check::{CheckPage, check_page};
use crate::web::visit::{Citizen, Visit};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

/// What the page sends: which save of which draft it showed.
#[derive(Debug, Deserialize)]
pub struct Shown {
    draft: Uuid,
    version: i32,
    /// The ids of its files, with spaces between.
    #[serde(default)]
    files: String,
}

impl Shown {
    /// The files that it showed; `None` where that is no list of ours.
    fn files(&self) -> Option<Vec<AttachmentId>> {
        let ids = self.files.split_whitespace();
        ids.map(|id| id.parse().ok().map(AttachmentId)).collect()
    }
}

/// Everything on one page, as it would be sent.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    let seen = desk.draft.clone().filter(|_| !desk.is_outdated);
    let Some(draft) = seen else { return Ok(see_other(desk.form_link(visit))) };
    let checked = match check(&draft.content, &desk.attachments, &desk.form, desk.round.who_may_answer) {
        Ok(checked) => checked,
        Err(mistakes) => return Ok(with_mistakes(visit, &desk, &draft, mistakes)),
    };
    let attachments = desk.attachments.iter().map(|file| (file.clone(), desk.file_link(visit, file)));
    let page = CheckPage {
        attachments: attachments.collect(),
        draft_id: draft.id,
        version: draft.version,
        national_ids_in: national_ids_in(&draft.content),
        changes: desk.changes.as_ref().map(|one| one.reference.clone()),
        shared: desk.shared(),
        replaced: desk.replaced.clone(),
        is_late: visit.now() >= desk.round.closes_at,
        revision: as_received(checked, &desk, visit),
        files_link: desk.files_link(visit),
        round: desk.round,
        form: desk.form,
    };
    Ok(html(check_page(&page, &visit.ctx)))
}

/// The revision as it would be received now; nothing of it is stored.
fn as_received(checked: Checked, desk: &Desk, visit: &Visit) -> Revision {
    Revision {
        id: RevisionId::new(),
        number: desk.changes.as_ref().map_or(1, |one| one.current.number + 1),
        draft_id: None,
        form_version_id: desk.form.id,
        received_at: visit.now(),
        respondent: signed(checked.respondent, desk),
        no_comment: checked.no_comment,
        answers: checked.answers,
        documents: Vec::new(),
    }
}

/// What several wrote is sent under the name of whoever sends it.
fn signed(respondent: Respondent, desk: &Desk) -> Respondent {
    match desk.own_name() {
        Some(name) => Respondent { name: name.to_owned(), ..respondent },
        None => respondent,
    }
}

/// Sends it, and goes to the receipt. Sending it again goes to the same receipt.
///
/// # Errors
/// `NotFound`; `Refused` where the deadline has passed or a submission stands already.
pub async fn send(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    shown: web::Form<Shown>,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    let draft = match &desk.draft {
        Some(draft) if draft.id.0 == shown.draft => draft.clone(),
        _ => return already_sent(&citizen, &desk, DraftId(shown.draft)).await,
    };
    if desk.is_outdated {
        return Ok(see_other(desk.form_link(visit)));
    }
    let checked = match check(&draft.content, &desk.attachments, &desk.form, desk.round.who_may_answer) {
        Ok(checked) => checked,
        Err(mistakes) => return Ok(with_mistakes(visit, &desk, &draft, mistakes)),
    };
    let Some(files) = shown.files() else { return Err(PageError::Unreadable) };
    let sending = Sending { attachments: files, ..sending(checked, &draft, &desk, shown.version, visit) };
    match submit(&visit.house.store, sending, visit.house.letterhead.clone(), visit.now()).await {
        Ok(submission) => {
            Ok(see_other(format!("{}?ny=1", visit.links().my_submission(&submission.reference))))
        }
        // Saved on another page since: show what would be sent now.
        Err(Stopped::Refused(SubmitRefusal::SavedElsewhere)) => Ok(see_other(desk.check_link(visit))),
        Err(stopped) => {
            Err(PageError::stopped(stopped, |refusal| refused(refusal, &desk.round, desk.changes.as_ref())))
        }
    }
}

fn sending(checked: Checked, draft: &Draft, desk: &Desk, shown_version: i32, visit: &Visit) -> Sending {
    let respondent = signed(checked.respondent, desk);
    let before = desk.changes.as_ref().and_then(|one| addressee(&one.current.respondent, desk, visit));
    Sending {
        draft_id: draft.id,
        draft_version: shown_version,
        round: desk.round.clone(),
        person: desk.person.clone(),
        role: checked.role,
        place: desk.place,
        addressee: addressee(&respondent, desk, visit),
        addressee_before: before.map(|reader| reader.person),
        form_version_id: desk.form.id,
        respondent,
        no_comment: checked.no_comment,
        answers: checked.answers,
        attachments: Vec::new(),
    }
}

/// Whoever reads the letters to the address given, where nobody had to log in: a link by letter
/// is then the only way back from another browser.
fn addressee(respondent: &Respondent, desk: &Desk, visit: &Visit) -> Option<Reader> {
    let address = respondent.email.as_ref().filter(|_| desk.round.who_may_answer == WayIn::Open)?;
    let hasher = &visit.house.hasher;
    let subject = hasher.of_address(address).into_iter().next()?;
    let person = hasher.of_identity(desk.round.id, &identity(&subject, visit.ctx.lang)).into_iter().next()?;
    Some(Reader { person, name: respondent.name.clone(), may_change: true })
}

/// The draft is gone: it has been sent, or thrown away.
async fn already_sent(citizen: &Citizen, desk: &Desk, draft: DraftId) -> Result<HttpResponse, PageError> {
    let (visit, person) = (&citizen.visit, desk.person.clone());
    let sent = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(sent) = submissions::find_by_draft(tx, draft)? else { return Ok(None) };
        let readers = members::list_readers(tx, sent.id)?;
        Ok(access(&sent, &readers, &person).map(|_| sent.reference))
    };
    match visit.house.store.read(sent).await? {
        Some(reference) => Ok(see_other(visit.links().my_submission(&reference))),
        None => Ok(see_other(desk.form_link(visit))),
    }
}
