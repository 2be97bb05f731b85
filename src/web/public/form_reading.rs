//! Reads a form that comes back, as far as it can be told what it is. Nothing is guessed at: what
//! cannot be placed for certain is shown beside the form.

use crate::documents::form::{FormSheet, words};
use crate::documents::marks::{FormIdentity, Mark};
use crate::documents::reading::{Bounds, Filled, Sheet, Unread, read_document, recognise};
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::file::FileKind;
use crate::domain::form_reading::{FormReading, OtherRound, Outcome};
use crate::domain::language::Language;
use crate::domain::links::Links;
use crate::domain::question::{FormVersion, Question};
use crate::files::Staged;
use crate::store::{Reading, StoreError, consultations, forms};
use crate::web::error::PageError;
use crate::web::public::desk::Desk;
use crate::web::visit::Visit;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// How many documents are read at once.
pub const READING_TURNS: usize = 2;
/// How long one document may take. A form takes some milliseconds.
const READ_WITHIN: Duration = Duration::from_secs(10);
/// How much of what belongs nowhere is kept for the page, in characters; all of it is in the file.
const UNPLACED_MAX_CHARS: usize = 20_000;

/// What a document says.
#[derive(Debug)]
pub struct ReadForm {
    /// The fields with their texts, in the order of the form as it is now.
    pub texts: Vec<(Mark, String)>,
    /// What is told of it; nothing has been filled in yet.
    pub reading: FormReading,
}

impl ReadForm {
    /// Whether there is text in any field.
    #[must_use]
    pub fn has_text(&self) -> bool {
        self.texts.iter().any(|(_, text)| !text.is_empty())
    }
}

/// Reads `staged`, which has been found to be of `kind`.
///
/// # Errors
/// When the database or the disk fails; what is wrong with the document is told in the reading.
pub async fn read_form(
    visit: &Visit,
    desk: &Desk,
    staged: &Staged,
    kind: FileKind,
    file_name: &str,
) -> Result<ReadForm, PageError> {
    let mut form = ReadForm {
        texts: Vec::new(),
        reading: FormReading {
            sha256: staged.kept.sha256.clone(),
            file_name: file_name.to_owned(),
            outcome: Outcome::NoTextDocument,
            filled: Vec::new(),
            kept: Vec::new(),
            empty: Vec::new(),
            missing: Vec::new(),
            unclear: Vec::new(),
            unplaced: Vec::new(),
        },
    };
    if !matches!(kind, FileKind::Docx | FileKind::Odt) {
        return Ok(form);
    }
    match read_sheet(visit, staged, kind).await? {
        None => form.reading.outcome = Outcome::Unreadable,
        Some(sheet) => place(visit, desk, sheet, &mut form).await?,
    }
    Ok(form)
}

/// The document's lines, read off the request threads and a few documents at a time; `None` where it
/// is no such document.
async fn read_sheet(visit: &Visit, staged: &Staged, kind: FileKind) -> Result<Option<Sheet>, PageError> {
    let _turn = visit.house.reading_turns.acquire().await.map_err(anyhow::Error::from)?;
    let reader = staged.reader();
    let read = tokio::task::spawn_blocking(move || {
        let begun = Instant::now();
        read_document(reader, kind, Bounds::default(), || begun.elapsed() > READ_WITHIN)
    });
    match read.await.map_err(anyhow::Error::from)? {
        Ok(sheet) => Ok(Some(sheet)),
        Err(Unread::Failed(error)) => Err(PageError::Failed(error.into())),
        Err(unread) => {
            tracing::info!("an uploaded document was not read: {unread}");
            Ok(None)
        }
    }
}

/// What the database knows of the form that a document says it is.
enum Known {
    /// This version of this round's form, perhaps an earlier one.
    Ours(FormVersion),
    Others(Option<OtherRound>),
    Nothing,
}

async fn place(visit: &Visit, desk: &Desk, sheet: Sheet, form: &mut ReadForm) -> Result<(), PageError> {
    let identity = sheet.identity();
    let known = match identity {
        Some(identity) => find_known(visit, desk, identity).await?,
        None => Known::Nothing,
    };
    let closings = visit.house.store.read({
        let round = desk.round.id;
        move |tx| consultations::list_decisions(tx, round)
    });
    // The deadline may have been another when the form was downloaded.
    let mut rounds = vec![desk.round.clone()];
    rounds.extend(
        closings
            .await?
            .into_iter()
            .map(|decision| Consultation { closes_at: decision.closed_before, ..desk.round.clone() }),
    );
    let printed = |form: &FormVersion| printed(visit, &rounds, form);
    let reading = &mut form.reading;
    match known {
        Known::Others(other) => reading.outcome = Outcome::OtherRound(other),
        Known::Ours(version) if version.id == desk.form.id => {
            reading.outcome = Outcome::Read;
            let filled = recognise(&sheet, &version, &printed(&version));
            form.texts = take(filled, reading);
        }
        Known::Ours(version) => {
            reading.outcome = Outcome::OlderForm;
            let filled = recognise(&sheet, &version, &printed(&version));
            let texts = take(filled, reading);
            form.texts = carried_over(texts, &version, desk, reading, visit.ctx.lang);
        }
        // Marks alone may be another round's: only what stands under this form's own headings counts.
        Known::Nothing => {
            let bare = Sheet { controls: Vec::new(), bookmarks: Vec::new(), ..sheet };
            let filled = recognise(&bare, &desk.form, &printed(&desk.form));
            let has_answers = filled.found.keys().any(|mark| matches!(mark, Mark::Answer(_)));
            reading.outcome = if has_answers { Outcome::ByHeadings } else { Outcome::NotOurForm };
            if has_answers {
                form.texts = take(filled, reading);
            }
        }
    }
    shorten(&mut reading.unplaced);
    Ok(())
}

async fn find_known(visit: &Visit, desk: &Desk, identity: FormIdentity) -> Result<Known, PageError> {
    let (round, now) = (desk.round.id, visit.now());
    let find = move |tx: &mut Reading<'_>| -> Result<Known, StoreError> {
        if identity.round == round {
            let version = forms::find_numbered(tx, round, identity.version)?;
            return Ok(version.map_or(Known::Nothing, Known::Ours));
        }
        let other = consultations::find(tx, identity.round)?.filter(|one| one.phase(now) != Phase::Draft);
        Ok(Known::Others(other.map(|one| OtherRound { slug: one.slug, title: one.title })))
    };
    Ok(visit.house.store.read(find).await?)
}

/// All that the form prints, in every language and with every deadline that the round has had.
fn printed(visit: &Visit, rounds: &[Consultation], form: &FormVersion) -> Vec<String> {
    let (site, mut all) = (&visit.ctx.site, Vec::new());
    for (round, language) in rounds.iter().flat_map(|round| Language::ALL.map(|language| (round, language))) {
        let url = format!("{}{}", visit.house.letterhead.base_url, Links::new(language).round(&round.slug));
        let address = site.address.as_deref();
        let municipality = visit.house.letterhead.municipality.as_str();
        all.extend(words(&FormSheet { round, form, language, municipality, address, url: &url }));
    }
    all
}

/// The texts of a document; what is missing and what belongs nowhere goes to the reading.
fn take(filled: Filled, reading: &mut FormReading) -> Vec<(Mark, String)> {
    reading.missing = filled.missing;
    reading.unclear = filled.unclear;
    reading.unplaced = filled.leftover;
    filled.found.into_iter().map(|(mark, found)| (mark, found.text)).collect()
}

/// The texts of an earlier version's form. An answer goes with its question, wherever that stands now;
/// where it is no longer asked, the answer is told beside the form.
fn carried_over(
    texts: Vec<(Mark, String)>,
    earlier: &FormVersion,
    desk: &Desk,
    reading: &mut FormReading,
    language: Language,
) -> Vec<(Mark, String)> {
    let mut carried = BTreeMap::new();
    for (mark, text) in texts {
        let Mark::Answer(number) = mark else {
            carried.insert(mark, text);
            continue;
        };
        let asked = earlier.question(number);
        let same = |one: &&Question| asked.is_some_and(|asked| one.continues(asked));
        let question = desk.form.questions.iter().find(same);
        match question.map(|question| (question.number, question.as_kept(&text))) {
            Some((number, Ok(text))) => {
                carried.insert(Mark::Answer(number), text);
            }
            _ if text.is_empty() => {}
            // Also what can no longer be chosen.
            _ => reading.unplaced.extend(asked.map(|asked| asked.read_aloud(&text, language))),
        }
    }
    let asked = desk.form.questions.iter().map(|question| Mark::Answer(question.number));
    reading.missing.retain(|mark| !matches!(mark, Mark::Answer(_)));
    // By the numbers of the earlier version: told as not found.
    reading.unclear.clear();
    reading.missing.extend(asked.filter(|mark| !carried.contains_key(mark)));
    carried.into_iter().collect()
}

/// A page has its bounds.
fn shorten(texts: &mut Vec<String>) {
    let mut left = UNPLACED_MAX_CHARS;
    texts.retain_mut(|text| {
        let length = text.chars().count();
        if length > left {
            *text = text.chars().take(left).collect::<String>() + " …";
        }
        let is_shown = left > 0;
        left = left.saturating_sub(length);
        is_shown
    });
}
