//! A round is written back as its file.

use crate::domain::consultation::Consultation;
use crate::domain::document::Document;
use crate::domain::question::Question;
use crate::exports::round_file::{DocumentEntry, DocumentSource, QuestionEntry, RoundFile};
use crate::store::{Reading, Store, StoreError, codes, consultations, documents, forms};

/// A round's file, and the documents that it names; `None` where there is no such round.
///
/// # Errors
/// When the database fails.
pub async fn export_round(
    store: &Store,
    slug: String,
) -> Result<Option<(RoundFile, Vec<Document>)>, StoreError> {
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let Some(round) = consultations::find_by_slug(tx, &slug)? else { return Ok(None) };
        let papers = documents::list(tx, round.id)?;
        let form = forms::find_current(tx, round.id)?;
        let codes = codes::list(tx, round.id)?;
        Ok(Some((round, form, papers, codes)))
    };
    let Some((round, form, papers, codes)) = store.read_snapshot(found).await? else { return Ok(None) };
    let file = RoundFile {
        questions: form.questions.into_iter().map(question).collect(),
        documents: papers.iter().map(|paper| document(&round.slug, paper)).collect(),
        codes,
        ..texts(round)
    };
    Ok(Some((file, papers)))
}

fn texts(round: Consultation) -> RoundFile {
    RoundFile {
        slug: round.slug,
        published: round.is_published,
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
        max_chars: question.max_chars,
    }
}

/// The bytes stand beside the file, in a folder named after the round.
fn document(slug: &str, paper: &Document) -> DocumentEntry {
    DocumentEntry {
        kind: paper.kind,
        name: paper.name.clone(),
        language: paper.language,
        title: paper.title.clone(),
        source: DocumentSource::File(format!("{slug}/{}", paper.name)),
        alt: paper.alt.clone(),
        caption: paper.caption.clone(),
        credit: paper.credit.clone(),
    }
}
