//! An administrator makes a round: of nothing, of a template, or as a copy of another.

use super::Stopped;
use super::import_round::first_form;
use crate::domain::audit::{Actor, AuditEntry, Event};
use crate::domain::clock::Moment;
use crate::domain::code::CodeGroup;
use crate::domain::consultation::{Consultation, Contact};
use crate::domain::deadline::{end_of_day, start_of_day};
use crate::domain::document::{Added, Document};
use crate::domain::holiday::working_day_from;
use crate::domain::ids::{ConsultationId, DocumentId, FormVersionId, QuestionId};
use crate::domain::language::Localized;
use crate::domain::question::FormVersion;
use crate::domain::round_setup::{SetupRefusal, proposed_slug};
use crate::domain::way_in::WayIn;
use crate::exports::round_file::{RoundFile, read_template};
use crate::store::{Change, Reading, Store, StoreError, Writing, codes, consultations, documents, forms};
use jiff::ToSpan;

/// The templates: what addresses call them, and their files.
const TEMPLATES: [(&str, &str); 3] = [
    ("fem-sporsmal", include_str!("../../config/templates/fem-sporsmal.toml")),
    ("fritekst", include_str!("../../config/templates/fritekst.toml")),
    ("organisasjon", include_str!("../../config/templates/organisasjon.toml")),
];
/// How many days there are before a new round opens, unless somebody says otherwise.
const DAYS_TO_OPENING: i64 = 7;
/// How many days it is open.
const DAYS_OPEN: i64 = 42;
/// How many rounds may have the same name but for a number.
const NAMESAKES_MAX: usize = 99;

/// A template: its title and lede say what it is.
#[derive(Debug, Clone)]
pub struct Template {
    /// What addresses call it.
    pub key: &'static str,
    /// What is in it.
    pub file: RoundFile,
}

/// All templates.
#[must_use]
pub fn templates() -> Vec<Template> {
    // That each can be read is tested.
    TEMPLATES
        .iter()
        .filter_map(|(key, text)| Some(Template { key, file: read_template(text).ok()? }))
        .collect()
}

/// What a round begins with.
#[derive(Debug, Clone)]
pub enum Beginning {
    /// Nothing.
    Nothing,
    /// A template.
    Template(Box<RoundFile>),
    /// What another round has.
    Copy {
        /// The round.
        slug: String,
        /// Whether its documents come too.
        with_documents: bool,
    },
}

/// What belongs to a round.
struct Material {
    round: Consultation,
    form: FormVersion,
    codes: Vec<CodeGroup>,
    documents: Vec<Document>,
}

/// Makes a round called `title`, with a name in addresses made of that and dates that are proposed.
///
/// # Errors
/// `NotFound` where the round to copy is not there.
pub async fn make_round(
    store: &Store,
    title: Localized,
    beginning: Beginning,
    actor: Actor,
    now: Moment,
) -> Result<Consultation, Stopped<SetupRefusal>> {
    store
        .change(move |tx| {
            let blank = blank(title.clone(), now);
            let mut made = match &beginning {
                Beginning::Nothing => of_nothing(blank),
                Beginning::Template(file) => of_template(blank, file),
                Beginning::Copy { slug, with_documents } => {
                    let copied = copy(tx, blank, slug, *with_documents, &actor, now)?;
                    copied.ok_or(Stopped::Refused(SetupRefusal::NotFound))?
                }
            };
            insert_under_free_slug(tx, &mut made.round)?;
            let id = made.round.id;
            forms::insert(tx, id, &made.form, now)?;
            codes::insert(tx, id, &made.codes)?;
            for (position, document) in (0..).zip(&made.documents) {
                documents::insert(tx, id, position, document)?;
            }
            let subject = made.round.slug.clone();
            let audit = AuditEntry { at: now, actor: actor.clone(), event: Event::RoundMade, subject };
            Ok(Change { result: made.round, audit })
        })
        .await
}

/// A round with nothing in it but its title and dates.
fn blank(title: Localized, now: Moment) -> Consultation {
    let today = now.in_norway().date();
    let opens_on = working_day_from(today.checked_add(DAYS_TO_OPENING.days()).unwrap_or(today));
    let closes_on = working_day_from(opens_on.checked_add(DAYS_OPEN.days()).unwrap_or(opens_on));
    Consultation {
        id: ConsultationId::new(),
        slug: proposed_slug(&title.nb),
        process: None,
        case_number: String::new(),
        unit: Localized::default(),
        contact: Contact { name: String::new(), email: String::new(), phone: None },
        title,
        lede: Localized::default(),
        body: Localized::default(),
        next_steps: Localized::default(),
        announced_on: opens_on,
        opens_at: start_of_day(opens_on),
        closes_at: end_of_day(closes_on),
        published_at: None,
        language_missing_why: None,
        late_counts: false,
        who_may_answer: WayIn::IdPorten,
        who_may_answer_why: None,
        previous_id: None,
        concluded_at: None,
        archived_at: None,
        created_at: now,
    }
}

fn of_nothing(round: Consultation) -> Material {
    let form = FormVersion { id: FormVersionId::new(), number: 1, note: None, questions: Vec::new() };
    Material { round, form, codes: Vec::new(), documents: Vec::new() }
}

fn of_template(round: Consultation, file: &RoundFile) -> Material {
    let round = Consultation { body: file.body.clone(), next_steps: file.next_steps.clone(), ..round };
    Material { round, form: first_form(file), codes: file.codes.clone(), documents: Vec::new() }
}

/// What another round has, apart from its title, name, dates and history.
fn copy(
    tx: &mut Reading<'_>,
    blank: Consultation,
    slug: &str,
    with_documents: bool,
    actor: &Actor,
    now: Moment,
) -> Result<Option<Material>, StoreError> {
    let Some(from) = consultations::find_by_slug(tx, slug)? else { return Ok(None) };
    let mut form = forms::find_current(tx, from.id)?;
    (form.id, form.number, form.note) = (FormVersionId::new(), 1, None);
    for question in &mut form.questions {
        question.id = QuestionId::new();
    }
    let documents = if with_documents { documents::list(tx, from.id)? } else { Vec::new() };
    let documents = documents.into_iter().map(|document| Document {
        id: DocumentId::new(),
        edition: 1,
        version: 1,
        added: Some(Added { at: now, by: actor.signature() }),
        ..document
    });
    let codes = codes::list(tx, from.id)?;
    // Whoever was public can be what this one follows.
    let previous_id = from.is_public(now).then_some(from.id);
    let round = Consultation {
        id: blank.id,
        slug: blank.slug,
        title: blank.title,
        announced_on: blank.announced_on,
        opens_at: blank.opens_at,
        closes_at: blank.closes_at,
        published_at: None,
        language_missing_why: None,
        concluded_at: None,
        archived_at: None,
        created_at: now,
        previous_id,
        ..from
    };
    Ok(Some(Material { round, form, codes, documents: documents.collect() }))
}

/// Stores the round under its slug, or that with the first free number behind it.
fn insert_under_free_slug(
    tx: &mut Writing<'_>,
    round: &mut Consultation,
) -> Result<(), Stopped<SetupRefusal>> {
    let proposed = round.slug.clone();
    for number in 1..=NAMESAKES_MAX {
        if number > 1 {
            round.slug = format!("{proposed}-{number}");
        }
        match consultations::insert(tx, round) {
            Err(StoreError::AlreadyThere) => {}
            Err(error) => return Err(error.into()),
            Ok(()) => return Ok(()),
        }
    }
    Err(Stopped::Refused(SetupRefusal::SlugTaken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read_and_asks_something_in_both_norwegian_languages() {
        for (key, text) in TEMPLATES {
            let file = read_template(text).unwrap_or_else(|faults| panic!("{key}: {faults:?}"));
            assert!(!file.questions.is_empty(), "{key}");
            assert!(file.title.en.is_some() && file.lede.en.is_some() && file.body.nn.is_some(), "{key}");
        }
        assert_eq!(templates().len(), TEMPLATES.len());
    }
}
