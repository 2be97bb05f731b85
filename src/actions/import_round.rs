//! A round is made from its file.

mod papers;

use self::papers::Paper;
use super::Stopped;
use crate::documents::TypesetError;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::deadline::start_of_day;
use crate::domain::file::StoredFile;
use crate::domain::ids::{ConsultationId, FormVersionId, QuestionId};
use crate::domain::question::{FormVersion, Question};
use crate::exports::round_file::RoundFile;
use crate::files::Files;
use crate::store::{
    Change, Reading, Store, StoreError, codes, consultations, document_editions, documents, files, forms,
};

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
    /// A document's file is of no kind that is taken.
    #[error("the document {name} cannot be taken from {path}: {why}")]
    NotTaken {
        /// The document.
        name: String,
        /// Its file, as the round file names it.
        path: String,
        /// What is wrong with its content.
        why: &'static str,
    },
    /// A document's name says another kind of file than its content is.
    #[error("the document {name} is a {found} file by its content; its name must end with .{found}")]
    WrongEnding {
        /// The document.
        name: String,
        /// What its content is.
        found: &'static str,
    },
    /// A picture is none, or something else is a picture.
    #[error("the document {name} is a {found} file, which a document of kind {kind} cannot be")]
    WrongKind {
        /// The document.
        name: String,
        /// What its content is.
        found: &'static str,
        /// What kind of document the file says it is.
        kind: &'static str,
    },
    /// An earlier edition of a document is another kind of file than the document itself.
    #[error("an earlier edition of the document {name} is a {found} file by its content: {path}")]
    WrongEdition {
        /// The document.
        name: String,
        /// What its content is.
        found: &'static str,
        /// Its file, as the round file names it.
        path: String,
    },
    /// The round that it follows is not there.
    #[error("there is no round {0:?} that it could follow; import that one first, or leave out «previous»")]
    NoPrevious(String),
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
    let mut taken = Vec::new();
    for entry in &file.documents {
        taken.push(papers::take(files, entry, &file, &read, &actor).await?);
    }
    store_round(store, file, taken, actor, now).await
}

async fn store_round(
    store: &Store,
    file: RoundFile,
    papers: Vec<Paper>,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<ImportRoundRefusal>> {
    let imported = consultation(&file, now);
    let form = first_form(&file);
    store
        .change(move |tx| {
            let round = Consultation { previous_id: find_previous(tx, &file)?, ..imported.clone() };
            match consultations::insert(tx, &round) {
                Ok(()) => {}
                Err(StoreError::AlreadyThere) => {
                    return Err(Stopped::Refused(ImportRoundRefusal::AlreadyThere(round.slug.clone())));
                }
                Err(error) => return Err(error.into()),
            }
            for (position, paper) in (0..).zip(&papers) {
                let (document, editions) = (&paper.document, &paper.editions);
                let file =
                    StoredFile::new(document.sha256.clone(), document.size_bytes, &document.media_type, now);
                files::insert_missing(tx, &file)?;
                documents::insert(tx, round.id, position, document)?;
                for one in editions {
                    let file = StoredFile::new(one.sha256.clone(), one.size_bytes, &one.media_type, now);
                    files::insert_missing(tx, &file)?;
                    document_editions::insert(tx, document.id, one)?;
                }
            }
            forms::insert(tx, round.id, &form, now)?;
            codes::insert(tx, round.id, &file.codes)?;
            let subject = round.slug.clone();
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::RoundImported, subject };
            Ok(Change { result: round.clone(), audit })
        })
        .await
}

fn find_previous(
    tx: &mut Reading<'_>,
    file: &RoundFile,
) -> Result<Option<ConsultationId>, Stopped<ImportRoundRefusal>> {
    let Some(slug) = &file.previous else { return Ok(None) };
    let found = consultations::find_by_slug(tx, slug)?;
    let missing = || Stopped::Refused(ImportRoundRefusal::NoPrevious(slug.clone()));
    found.map(|previous| Some(previous.id)).ok_or_else(missing)
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
        late_counts: file.late_counts,
        who_may_answer: file.who_may_answer,
        who_may_answer_why: file.who_may_answer_why,
        // Whoever brings a round from elsewhere may say that it is public, not since when.
        published_at: file
            .published
            .then(|| file.published_at.unwrap_or_else(|| now.min(start_of_day(file.announced_on)))),
        language_missing_why: file.language_missing_why,
        previous_id: None,
        concluded_at: None,
        archived_at: None,
        created_at: now,
    }
}

/// The form that a file asks for.
pub(super) fn first_form(file: &RoundFile) -> FormVersion {
    let ids = std::iter::repeat_with(QuestionId::new);
    let questions = (1..).zip(&file.questions).zip(ids).map(|((number, entry), id)| Question {
        id,
        origin: id,
        number,
        theme: entry.theme.clone(),
        wording: entry.wording.clone(),
        help: entry.help.clone(),
        max_chars: entry.max_chars,
        kind: entry.kind,
        is_required: entry.is_required,
        options: entry.options.clone(),
    });
    FormVersion { id: FormVersionId::new(), number: 1, note: None, questions: questions.collect() }
}
