//! The files of a draft: shown, added, replaced, taken away, and given back.

use crate::actions::Stopped;
use crate::actions::attach_file::{AttachRefusal, Attaching, attach_file};
use crate::actions::remove_attachment::remove_attachment;
use crate::domain::attachment::AttachmentRole;
use crate::domain::draft::Draft;
use crate::domain::ids::AttachmentId;
use crate::web::answerer::Answerer;
use crate::web::error::PageError;
use crate::web::fields::Fields;
use crate::web::hand_out;
use crate::web::incoming::Typed;
use crate::web::public::desk::{Asked, Desk, find_desk};
use crate::web::respond::{html, see_other, with_status};
use crate::web::upload::{FileRefusal, Upload, UploadedFile, read_upload};
use crate::web::views::public::attachments::{AttachmentsPage, Done, attachments_page};
use crate::web::views::public::file_mistakes::{FileMistake, FileWrong};
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

/// What has just happened.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    lagt: usize,
    byttet: String,
    fjernet: String,
}

impl Happened {
    fn done(&self) -> Option<Done> {
        match self {
            Self { lagt: 1.., .. } => Some(Done::Added(self.lagt)),
            Self { byttet, .. } if !byttet.is_empty() => Some(Done::Replaced),
            Self { fjernet, .. } if !fjernet.is_empty() => Some(Done::Removed),
            Self { .. } => None,
        }
    }
}

/// The files. Where nothing has been saved yet, the form is where one begins.
///
/// # Errors
/// `NotFound`; `Refused` where the round is not open to them.
pub async fn show(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let desk = find_desk(&citizen, slug.into_inner(), &asked).await?;
    let visit = &citizen.visit;
    let Some(draft) = &desk.draft else { return Ok(see_other(desk.form_link(visit))) };
    desk.may_write(Some(draft.begun_at), visit.now())?;
    Ok(html(attachments_page(&page(&desk, visit, happened.done(), Vec::new()), &visit.ctx)))
}

fn page(desk: &Desk, visit: &Visit, done: Option<Done>, mistakes: Vec<FileMistake>) -> AttachmentsPage {
    let files = desk.attachments.iter().map(|file| (file.clone(), desk.file_link(visit, file)));
    AttachmentsPage {
        round: desk.round.clone(),
        files: files.collect(),
        max_files: visit.house.attachments.files,
        max_bytes: visit.house.attachments.file_bytes,
        action: desk.files_link(visit),
        form: desk.form_link(visit),
        done,
        mistakes,
    }
}

/// Takes files in, or takes one away.
///
/// # Errors
/// `NotFound`; `Refused` where the round is not open to them; those of [`read_upload`].
pub async fn change(
    Answerer(citizen): Answerer,
    slug: web::Path<String>,
    asked: web::Query<Asked>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, PageError> {
    let slug = slug.into_inner();
    let desk = find_desk(&citizen, slug.clone(), &asked).await?;
    let visit = &citizen.visit;
    let Some(draft) = &desk.draft else { return Ok(see_other(desk.form_link(visit))) };
    desk.may_write(Some(draft.begun_at), visit.now())?;
    let typed = request.extensions().get::<Typed>().cloned();
    if let Some(Typed(fields)) = typed {
        return remove(visit, &desk, &fields).await;
    }
    let upload = read_upload(&request, payload, &visit.house, visit.house.attachments).await?;
    let (taken, mistakes) = take(visit, &desk, draft, upload).await?;
    if mistakes.is_empty() {
        return Ok(after_upload(visit, &desk, &taken));
    }
    let done = taken.done();
    // As the files stand now.
    let desk = find_desk(&citizen, slug, &asked).await?;
    let page = page(&desk, visit, done, mistakes);
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, attachments_page(&page, &visit.ctx)))
}

/// A script goes there itself, when it has seen the upload to its end.
fn after_upload(visit: &Visit, desk: &Desk, taken: &Happened) -> HttpResponse {
    let what = if taken.byttet.is_empty() { format!("lagt={}", taken.lagt) } else { "byttet=1".to_owned() };
    let to = with_query(&desk.files_link(visit), &what);
    if visit.wants_json {
        HttpResponse::Ok().json(serde_json::json!({ "location": to }))
    } else {
        see_other(to)
    }
}

fn with_query(link: &str, query: &str) -> String {
    let mark = if link.contains('?') { '&' } else { '?' };
    format!("{link}{mark}{query}")
}

/// Takes each file for itself: one that is refused keeps none of the others away.
async fn take(
    visit: &Visit,
    desk: &Desk,
    draft: &Draft,
    upload: Upload,
) -> Result<(Happened, Vec<FileMistake>), PageError> {
    let replaces = match upload.text("erstatter") {
        "" => None,
        id => Some(AttachmentId(id.parse().map_err(|_| PageError::Unreadable)?)),
    };
    let wrong = |what: FileWrong| FileMistake { replaces, what };
    if upload.files.is_empty() {
        return Ok((Happened::default(), vec![wrong(FileWrong::NothingChosen)]));
    }
    let (mut taken, mut mistakes) = (Happened::default(), Vec::new());
    for (place, file) in upload.files.into_iter().enumerate() {
        // Only one can come in the place of one.
        if replaces.is_some() && place > 0 {
            mistakes.push(wrong(FileWrong::OneForOne { name: file.name }));
            continue;
        }
        match take_one(visit, desk, draft, file, replaces).await? {
            None if replaces.is_some() => "1".clone_into(&mut taken.byttet),
            None => taken.lagt += 1,
            Some(what) => mistakes.push(wrong(what)),
        }
    }
    Ok((taken, mistakes))
}

/// What was wrong with one file; nothing where it was taken.
async fn take_one(
    visit: &Visit,
    desk: &Desk,
    draft: &Draft,
    file: UploadedFile,
    replaces: Option<AttachmentId>,
) -> Result<Option<FileWrong>, PageError> {
    let limits = visit.house.attachments;
    let name = file.name;
    let staged = match file.file {
        Ok(staged) => staged,
        Err(FileRefusal::TooLarge) => {
            return Ok(Some(FileWrong::TooLarge { name, max_bytes: limits.file_bytes }));
        }
        Err(FileRefusal::TooMany) => return Ok(Some(FileWrong::TooMany { name, max_files: limits.files })),
    };
    let attaching = Attaching {
        draft_id: draft.id,
        person: desk.person.clone(),
        place: desk.place,
        role: AttachmentRole::Attachment,
        name: name.clone(),
        replaces,
        max_files: limits.files,
    };
    match attach_file(&visit.house.store, &visit.house.files, &staged, attaching, visit.now()).await {
        Ok(_) => Ok(None),
        Err(Stopped::Failed(error)) => Err(error.into()),
        Err(Stopped::Refused(refusal)) => match refusal {
            AttachRefusal::NotTaken(why) => Ok(Some(FileWrong::NotTaken { name, why })),
            AttachRefusal::TooMany => Ok(Some(FileWrong::TooMany { name, max_files: limits.files })),
            AttachRefusal::AlreadyThere { name: other } => Ok(Some(FileWrong::AlreadyThere { name, other })),
            AttachRefusal::NothingToReplace => Ok(Some(FileWrong::NothingToReplace { name })),
            // Sent or thrown away on another page meanwhile.
            AttachRefusal::NoDraft => Err(PageError::NotFound),
        },
    }
}

async fn remove(visit: &Visit, desk: &Desk, fields: &Fields) -> Result<HttpResponse, PageError> {
    let id = fields.iter().find(|(name, _)| name == "fil").map(|(_, value)| value.parse());
    let Some(Ok(id)) = id else { return Err(PageError::Unreadable) };
    let (person, place) = (desk.person.clone(), desk.place);
    match remove_attachment(&visit.house.store, person, place, AttachmentId(id), visit.now()).await {
        // Gone already is as good.
        Ok(()) | Err(Stopped::Refused(_)) => Ok(see_other(with_query(&desk.files_link(visit), "fjernet=1"))),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// One file, back to those who write on the draft.
///
/// # Errors
/// `NotFound`; `Refused` where it is infected.
pub async fn file(
    Answerer(citizen): Answerer,
    path: web::Path<(String, Uuid)>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, PageError> {
    let (slug, id) = path.into_inner();
    let desk = find_desk(&citizen, slug, &asked).await?;
    let file = desk.attachments.iter().find(|file| file.id.0 == id).ok_or(PageError::NotFound)?;
    hand_out::to_citizen(&citizen.visit.house, file).await
}
