//! A round is made from its file.

use super::Stopped;
use crate::documents::{PdfMeta, TypesetError, typeset};
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::deadline::start_of_day;
use crate::domain::document::Document;
use crate::domain::file::{ScanState, StoredFile};
use crate::domain::ids::{ConsultationId, DocumentId, FormVersionId, QuestionId};
use crate::domain::question::{FormVersion, Question};
use crate::exports::round_file::{DocumentEntry, DocumentSource, RoundFile};
use crate::files::Files;
use crate::store::{Change, Store, StoreError, codes, consultations, documents, files, forms};

/// Why a round was not made.
#[derive(Debug, thiserror::Error)]
pub enum ImportRoundRefusal {
    /// There is a round with this slug already; it is left as it is.
    #[error("there is a round {0:?} already; nothing was changed")]
    AlreadyThere(String),
    /// A document's file cannot be read.
    #[error("the document {name} cannot be read from {path}: {why}")]
    Unreadable {
        /// The document.
        name: String,
        /// Its file, as the round file names it.
        path: String,
        /// What is wrong.
        why: std::io::Error,
    },
    /// A document's name does not tell what kind of file it is.
    #[error("the document {0} has an ending that is not known (pdf, docx, odt, txt, jpg, png)")]
    UnknownKind(String),
    /// A document cannot be typeset.
    #[error("the document {0} cannot be typeset")]
    Untypeset(String, #[source] TypesetError),
}

/// Makes a round of `file`, with the dates it says. `read` gives the bytes of a file that the
/// round file names. The documents' bytes are kept first; what no round uses is only space.
///
/// # Errors
/// [`ImportRoundRefusal`].
pub async fn import_round(
    store: &Store,
    files: &Files,
    file: RoundFile,
    read: impl Fn(&str) -> std::io::Result<Vec<u8>>,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<ImportRoundRefusal>> {
    let slug = file.slug.clone();
    if store.read(move |tx| consultations::find_by_slug(tx, &slug)).await?.is_some() {
        return Err(Stopped::Refused(ImportRoundRefusal::AlreadyThere(file.slug)));
    }
    let mut papers = Vec::new();
    for entry in &file.documents {
        let bytes = bytes_of(entry, &file, &read).map_err(Stopped::Refused)?;
        let kept = files.keep(bytes).await.map_err(|error| Stopped::Failed(error.into()))?;
        let media_type = media_type(&entry.name);
        let media_type = media_type
            .ok_or_else(|| Stopped::Refused(ImportRoundRefusal::UnknownKind(entry.name.clone())))?;
        papers.push(Document {
            id: DocumentId::new(),
            kind: entry.kind,
            name: entry.name.clone(),
            language: entry.language,
            title: entry.title.clone(),
            alt: entry.alt.clone(),
            caption: entry.caption.clone(),
            credit: entry.credit.clone(),
            media_type: media_type.to_owned(),
            size_bytes: kept.size_bytes,
            sha256: kept.sha256,
            edition: 1,
            version: 1,
            added: None,
        });
    }
    store_round(store, file, papers, actor, now).await
}

async fn store_round(
    store: &Store,
    file: RoundFile,
    papers: Vec<Document>,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<ImportRoundRefusal>> {
    let round = consultation(&file, now);
    let form = first_form(&file);
    store
        .change(move |tx| {
            match consultations::insert(tx, &round) {
                Ok(()) => {}
                Err(StoreError::AlreadyThere) => {
                    return Err(Stopped::Refused(ImportRoundRefusal::AlreadyThere(round.slug.clone())));
                }
                Err(error) => return Err(error.into()),
            }
            for (position, paper) in (0..).zip(&papers) {
                files::insert_missing(tx, &stored_file(paper, now))?;
                documents::insert(tx, round.id, position, paper)?;
            }
            forms::insert(tx, round.id, &form, now)?;
            codes::insert(tx, round.id, &file.codes)?;
            let subject = round.slug.clone();
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::RoundImported, subject };
            Ok(Change { result: round.clone(), audit })
        })
        .await
}

fn stored_file(paper: &Document, now: Moment) -> StoredFile {
    StoredFile {
        sha256: paper.sha256.clone(),
        size_bytes: paper.size_bytes,
        media_type: paper.media_type.clone(),
        kept_at: now,
        scan: ScanState::Waiting,
        scanned_at: None,
        signature: None,
    }
}

fn consultation(file: &RoundFile, now: Moment) -> Consultation {
    let file = file.clone();
    Consultation {
        id: ConsultationId::new(),
        slug: file.slug,
        process: file.process,
        case_number: file.case_number,
        unit: file.unit,
        contact: file.contact,
        title: file.title,
        lede: file.lede,
        body: file.body,
        next_steps: file.next_steps,
        announced_on: file.announced_on,
        opens_at: file.opens_at,
        closes_at: file.closes_at,
        is_published: file.published,
        late_counts: file.late_counts,
        who_may_answer: file.who_may_answer,
        who_may_answer_why: file.who_may_answer_why,
        created_at: now,
    }
}

fn first_form(file: &RoundFile) -> FormVersion {
    let questions = (1..).zip(&file.questions).map(|(number, entry)| Question {
        id: QuestionId::new(),
        number,
        theme: entry.theme.clone(),
        wording: entry.wording.clone(),
        help: entry.help.clone(),
        max_chars: entry.max_chars,
    });
    FormVersion { id: FormVersionId::new(), number: 1, questions: questions.collect() }
}

/// The bytes of a document: its file as it is, or its Markdown as an accessible PDF, dated on
/// the day of the announcement.
fn bytes_of(
    entry: &DocumentEntry,
    file: &RoundFile,
    read: impl Fn(&str) -> std::io::Result<Vec<u8>>,
) -> Result<Vec<u8>, ImportRoundRefusal> {
    let (path, is_markdown) = match &entry.source {
        DocumentSource::File(path) => (path, false),
        DocumentSource::Markdown(path) => (path, true),
    };
    let unreadable =
        |why| ImportRoundRefusal::Unreadable { name: entry.name.clone(), path: path.clone(), why };
    let bytes = read(path).map_err(unreadable)?;
    if !is_markdown {
        return Ok(bytes);
    }
    let markdown = String::from_utf8(bytes).map_err(|error| unreadable(std::io::Error::other(error)))?;
    let meta = PdfMeta {
        title: entry.title.text(entry.language),
        language: entry.language,
        author: file.unit.text(entry.language),
        made_at: start_of_day(file.announced_on),
    };
    typeset(&markdown, &meta).map_err(|error| ImportRoundRefusal::Untypeset(entry.name.clone(), error))
}

fn media_type(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt" => "application/vnd.oasis.opendocument.text",
        "txt" => "text/plain; charset=utf-8",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        _ => return None,
    })
}
