//! A form that was filled in at home comes back: it is read, put with the draft, and shown in the
//! ordinary form.

use crate::actions::Stopped;
use crate::actions::attach_file::{AttachRefusal, Attaching, attach_file};
use crate::actions::save_draft::{Save, SaveRefusal, save_draft};
use crate::domain::attachment::AttachmentRole;
use crate::domain::draft::{Draft, DraftContent};
use crate::domain::form_reading::Precedence;
use crate::domain::ids::DraftId;
use crate::domain::reference::Reference;
use crate::files::{NotTaken, Staged};
use crate::web::answerer::Answerer;
use crate::web::error::PageError;
use crate::web::public::desk::{Asked, Desk, find_desk};
use crate::web::public::form::first_content;
use crate::web::public::form_reading::{ReadForm, read_form};
use crate::web::respond::{html, see_other, with_status};
use crate::web::upload::{Bounds, Upload, read_upload};
use crate::web::views::public::file_mistakes::{FileMistake, FileWrong};
use crate::web::views::public::form_upload::{FormUploadPage, form_upload_page};
use crate::web::visit::{Citizen, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// How often a draft is filled in anew that others save at the same time.
const TRIES: usize = 3;

/// Where a filled-in form is handed in.
///
/// # Errors
/// `NotFound`; `Refused` where the round is not open to them.
pub async fn show(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    desk.may_write(desk.draft.as_ref().map(|draft| draft.begun_at), visit.now())?;
    Ok(html(form_upload_page(&page(&desk, visit, Precedence::Typed, None), &visit.ctx)))
}

fn page(desk: &Desk, visit: &Visit, chosen: Precedence, wrong: Option<FileWrong>) -> FormUploadPage {
    let has_text = |content: &DraftContent| content.answers.values().any(|text| !text.trim().is_empty());
    FormUploadPage {
        round: desk.round.clone(),
        has_text: desk.draft.as_ref().map_or(desk.changes.is_some(), |draft| has_text(&draft.content)),
        chosen,
        max_bytes: visit.house.attachments.file_bytes,
        action: desk.upload_link(visit),
        form: desk.form_link(visit),
        mistake: wrong.map(|what| FileMistake { replaces: None, what }),
    }
}

/// Takes the form in: whatever it is, it goes with the draft, and what can be read of it is filled in.
///
/// # Errors
/// `NotFound`; `Refused` where the round is not open to them; those of [`read_upload`].
pub async fn take(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, PageError> {
    let slug = slug.into_inner();
    let desk = find_desk(&citizen, slug.clone(), &asked).await?;
    let visit = &citizen.visit;
    desk.may_write(desk.draft.as_ref().map(|draft| draft.begun_at), visit.now())?;
    let bounds = Bounds { files: 1, ..visit.house.attachments };
    let upload = read_upload(&request, payload, &visit.house, bounds).await?;
    let chosen = match upload.text("foran") {
        "skjemaet" => Precedence::Form,
        _ => Precedence::Typed,
    };
    match take_upload(&citizen, desk, &slug, &asked, upload, chosen).await? {
        Took::In(desk) => Ok(go_on(visit, desk.form_link(visit))),
        Took::Sent(reference) => Ok(go_on(visit, visit.links().my_submission(&reference))),
        Took::Not(wrong) => {
            let desk = find_desk(&citizen, slug, &asked).await?;
            let page = page(&desk, visit, chosen, Some(wrong));
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, form_upload_page(&page, &visit.ctx)))
        }
    }
}

/// A script goes there itself, when it has seen the upload to its end.
fn go_on(visit: &Visit, to: String) -> HttpResponse {
    if visit.wants_json {
        HttpResponse::Ok().json(serde_json::json!({ "location": to }))
    } else {
        see_other(to)
    }
}

/// What became of an upload.
enum Took {
    /// It goes with the draft; the form is to be looked over.
    In(Box<Desk>),
    /// It was not taken.
    Not(FileWrong),
    /// The draft was sent meanwhile.
    Sent(Reference),
}

async fn take_upload(
    citizen: &Citizen,
    mut desk: Desk,
    slug: &str,
    asked: &Asked,
    upload: Upload,
    chosen: Precedence,
) -> Result<Took, PageError> {
    let visit = &citizen.visit;
    let max_bytes = visit.house.attachments.file_bytes;
    let Some(file) = upload.files.into_iter().next() else { return Ok(Took::Not(FileWrong::NothingChosen)) };
    let name = file.name;
    let Ok(staged) = file.file else { return Ok(Took::Not(FileWrong::TooLarge { name, max_bytes })) };
    let kind = match staged.kind(&name).await {
        Ok(kind) => kind,
        Err(NotTaken::Failed) => return Err(anyhow::anyhow!("an uploaded file cannot be read").into()),
        Err(why) => return Ok(Took::Not(FileWrong::NotTaken { name, why })),
    };
    let read = read_form(visit, &desk, &staged, kind, &name).await?;
    // In a draft that begins with the form, nobody has typed anything.
    let is_first = desk.draft.is_none() && desk.changes.is_none();
    let precedence = if is_first { Precedence::Form } else { chosen };
    for _ in 0..TRIES {
        let draft = match begin(visit, &desk).await? {
            Ok(draft) => draft,
            Err(SaveRefusal::AlreadySent(reference)) => return Ok(Took::Sent(reference)),
            Err(SaveRefusal::SavedElsewhere(draft)) => desk.forms.carried(*draft),
            Err(SaveRefusal::Foreign) => return Err(PageError::Unreadable),
        };
        if let Some(wrong) = attach(visit, &desk, &draft, &staged, &read).await? {
            return Ok(Took::Not(wrong));
        }
        match fill_in(visit, &desk, &draft, &read, precedence).await? {
            Ok(draft) => {
                desk.draft = Some(draft);
                return Ok(Took::In(Box::new(desk)));
            }
            Err(SaveRefusal::AlreadySent(reference)) => return Ok(Took::Sent(reference)),
            // Saved elsewhere at the same moment: what stands there now is looked at again.
            Err(_) => desk = find_desk(citizen, slug.to_owned(), asked).await?,
        }
    }
    Err(PageError::Busy)
}

/// The draft, begun where there was none.
async fn begin(visit: &Visit, desk: &Desk) -> Result<Result<Draft, SaveRefusal>, PageError> {
    match &desk.draft {
        Some(draft) => Ok(Ok(draft.clone())),
        None => save(visit, desk, DraftId::new(), 0, first_content(desk, visit, false)).await,
    }
}

/// Puts the file with the draft, and says what is wrong with that.
async fn attach(
    visit: &Visit,
    desk: &Desk,
    draft: &Draft,
    staged: &Staged,
    read: &ReadForm,
) -> Result<Option<FileWrong>, PageError> {
    let max_files = visit.house.attachments.files;
    let name = read.reading.file_name.clone();
    let role = if read.has_text() { AttachmentRole::FilledForm } else { AttachmentRole::Attachment };
    let attaching = Attaching {
        draft_id: draft.id,
        person: desk.person.clone(),
        place: draft.place(),
        role,
        name: name.clone(),
        replaces: None,
        max_files,
    };
    match attach_file(&visit.house.store, &visit.house.scanning, staged, attaching, visit.now()).await {
        // The same form may be read again.
        Ok(_) | Err(Stopped::Refused(AttachRefusal::AlreadyThere { .. })) => Ok(None),
        Err(Stopped::Refused(AttachRefusal::TooMany)) => Ok(Some(FileWrong::TooMany { name, max_files })),
        Err(Stopped::Refused(AttachRefusal::Harmful)) => Ok(Some(FileWrong::Harmful { name })),
        Err(Stopped::Refused(AttachRefusal::NotTaken(why))) => Ok(Some(FileWrong::NotTaken { name, why })),
        Err(Stopped::Refused(AttachRefusal::NoDraft | AttachRefusal::NothingToReplace)) => {
            Err(PageError::NotFound)
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// Fills the draft in, for the person to look over.
async fn fill_in(
    visit: &Visit,
    desk: &Desk,
    draft: &Draft,
    read: &ReadForm,
    precedence: Precedence,
) -> Result<Result<Draft, SaveRefusal>, PageError> {
    let (mut content, mut reading) = (draft.content.clone(), read.reading.clone());
    reading.fill(&mut content, read.texts.clone(), precedence);
    content.reading = Some(reading);
    save(visit, desk, draft.id, draft.version, content).await
}

async fn save(
    visit: &Visit,
    desk: &Desk,
    draft_id: DraftId,
    known_version: i32,
    content: DraftContent,
) -> Result<Result<Draft, SaveRefusal>, PageError> {
    let save = Save {
        draft_id,
        known_version,
        consultation_id: desk.round.id,
        person: desk.person.clone(),
        place: desk.place,
        content,
        begun_at: visit.now(),
    };
    match save_draft(&visit.house.store, save, visit.now()).await {
        Ok(draft) => Ok(Ok(draft)),
        Err(Stopped::Refused(refusal)) => Ok(Err(refusal)),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}
