//! A round is written back as its file.

use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, DocumentEdition};
use crate::domain::question::Question;
use crate::exports::round_file::{DocumentEntry, DocumentSource, EditionEntry, QuestionEntry, RoundFile};
use crate::store::{Reading, Store, StoreError, codes, consultations, document_editions, documents, forms};

/// The folder of earlier editions, in that of the documents.
const EARLIER: &str = "tidligere";

/// A file that stands beside the round's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperFile {
    /// Its path in the folder that is called as the round.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// A round's file, and the files that it names: its documents and their earlier editions; `None`
/// where there is no such round.
///
/// # Errors
/// When the database fails.
pub async fn export_round(
    store: &Store,
    slug: String,
) -> Result<Option<(RoundFile, Vec<PaperFile>)>, StoreError> {
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = consultations::find_by_slug(tx, &slug)? else { return Ok(None) };
        let mut papers = Vec::new();
        for paper in documents::list(tx, round.id)? {
            let editions = document_editions::list(tx, paper.id)?;
            papers.push((paper, editions));
        }
        let form = forms::find_current(tx, round.id)?;
        let codes = codes::list(tx, round.id)?;
        let previous = round.previous_id.map(|id| consultations::find(tx, id)).transpose()?.flatten();
        Ok(Some((round, form, papers, codes, previous.map(|previous| previous.slug))))
    };
    let Some((round, form, papers, codes, previous)) = store.read_snapshot(found).await? else {
        return Ok(None);
    };
    let file = RoundFile {
        questions: form.questions.into_iter().map(question).collect(),
        documents: papers.iter().map(|(paper, editions)| document(&round.slug, paper, editions)).collect(),
        codes,
        previous,
        ..texts(round)
    };
    Ok(Some((file, papers.iter().flat_map(|(paper, editions)| files(paper, editions)).collect())))
}

/// No document's name has a folder in it, so that none can stand in the way.
fn earlier(paper: &Document, edition: &DocumentEdition) -> String {
    format!("{EARLIER}/{}", edition.file_name(&paper.name))
}

fn files(paper: &Document, editions: &[DocumentEdition]) -> Vec<PaperFile> {
    let earlier =
        editions.iter().map(|one| PaperFile { name: earlier(paper, one), sha256: one.sha256.clone() });
    let present = PaperFile { name: paper.name.clone(), sha256: paper.sha256.clone() };
    earlier.chain([present]).collect()
}

fn texts(round: Consultation) -> RoundFile {
    RoundFile {
        slug: round.slug,
        published: round.published_at.is_some(),
        published_at: round.published_at,
        language_missing_why: round.language_missing_why,
        previous: None,
        case_number: round.case_number,
        process: round.process,
        announced_on: round.announced_on,
        opens_at: round.opens_at,
        closes_at: round.closes_at,
        late_counts: round.late_counts,
        who_may_answer: round.who_may_answer,
        who_may_answer_why: round.who_may_answer_why,
        unit: round.unit,
        contact: round.contact,
        title: round.title,
        lede: round.lede,
        body: round.body,
        next_steps: round.next_steps,
        questions: Vec::new(),
        documents: Vec::new(),
        codes: Vec::new(),
    }
}

fn question(question: Question) -> QuestionEntry {
    QuestionEntry {
        theme: question.theme,
        wording: question.wording,
        help: question.help,
        kind: question.kind,
        is_required: question.is_required,
        options: question.options,
        max_chars: question.max_chars,
    }
}

/// The bytes stand beside the file, in a folder named after the round.
fn document(slug: &str, paper: &Document, editions: &[DocumentEdition]) -> DocumentEntry {
    let edition = |one: &DocumentEdition| EditionEntry {
        file: format!("{slug}/{}", earlier(paper, one)),
        replaced_at: one.replaced_at,
        reason: one.reason.clone(),
    };
    DocumentEntry {
        kind: paper.kind,
        name: paper.name.clone(),
        language: paper.language,
        title: paper.title.clone(),
        source: DocumentSource::File(format!("{slug}/{}", paper.name)),
        alt: paper.alt.clone(),
        caption: paper.caption.clone(),
        credit: paper.credit.clone(),
        editions: editions.iter().map(edition).collect(),
    }
}
