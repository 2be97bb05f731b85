//! What a round still lacks before it is published, and what is worth a second thought.

use super::clock::Moment;
use super::consultation::Consultation;
use super::deadline::{last_day, start_of_day};
use super::document::{Document, DocumentKind};
use super::holiday::{DayOff, day_off};
use super::language::Localized;
use super::question::{FormVersion, Question};
use super::text::has_visible_character;
use jiff::ToSpan;

/// The shortest deadline that is not remarked on, in days. Six weeks: plan- og bygningsloven §§ 11-14 and
/// 12-10; for the State, utredningsinstruksen 3-3.
const USUAL_DAYS: i64 = 42;

/// What stands on the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// There is no title in bokmål.
    TitleMissing,
    /// There is no lede in bokmål.
    LedeMissing,
    /// There is no text in bokmål.
    BodyMissing,
    /// Nobody is named whom one can ask.
    ContactMissing,
    /// Nothing is asked.
    QuestionsMissing,
    /// The deadline is over before anyone can answer.
    DeadlinePassed,
    /// Pictures that those who cannot see them are told nothing of; by their names.
    AltMissing(Vec<String>),
    /// What has not been written in nynorsk.
    NynorskMissing(Vec<Place>),
    /// The answering time is shorter than six weeks: this many days.
    Short(i64),
    /// The deadline is on a day off.
    DayOff(DayOff),
    /// There is nothing to read.
    DocumentsMissing,
    /// There is no case number.
    CaseNumberMissing,
    /// There is no responsible unit.
    UnitMissing,
    /// Nothing is said of what happens next.
    NextStepsMissing,
    /// English is begun, and not all of it is there.
    EnglishUnfinished(Vec<Place>),
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The round cannot be published so.
    Must,
    /// It can where somebody says why.
    Reason,
    /// It can.
    Advice,
}

/// Where a language is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The title.
    Title,
    /// The lede.
    Lede,
    /// The text.
    Body,
    /// What happens next.
    NextSteps,
    /// The responsible unit.
    Unit,
    /// Why those who may answer are whom they are.
    Way,
    /// A question, by its number.
    Question(i32),
    /// What is said of a picture, by its name.
    Picture(String),
}

impl Finding {
    /// How much it weighs.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self {
            Self::TitleMissing
            | Self::LedeMissing
            | Self::BodyMissing
            | Self::ContactMissing
            | Self::QuestionsMissing
            | Self::DeadlinePassed
            | Self::AltMissing(_) => Weight::Must,
            Self::NynorskMissing(_) => Weight::Reason,
            Self::Short(_)
            | Self::DayOff(_)
            | Self::DocumentsMissing
            | Self::CaseNumberMissing
            | Self::UnitMissing
            | Self::NextStepsMissing
            | Self::EnglishUnfinished(_) => Weight::Advice,
        }
    }
}

/// All that is found at a round that becomes public at `published_at`, the weightiest first.
#[must_use]
pub fn findings(
    round: &Consultation,
    form: &FormVersion,
    documents: &[Document],
    published_at: Moment,
) -> Vec<Finding> {
    let mut found = of_texts(round);
    if form.questions.is_empty() {
        found.push(Finding::QuestionsMissing);
    }
    let pictures = || documents.iter().filter(|document| document.kind == DocumentKind::Picture);
    let without_alt = pictures().filter(|picture| !picture.alt.as_ref().is_some_and(|alt| is_there(&alt.nb)));
    let without_alt: Vec<String> = without_alt.map(|picture| picture.name.clone()).collect();
    if !without_alt.is_empty() {
        found.push(Finding::AltMissing(without_alt));
    }
    of_dates(round, published_at, &mut found);
    if documents.iter().all(|document| document.kind == DocumentKind::Picture) {
        found.push(Finding::DocumentsMissing);
    }
    let texts = texts(round, form, documents);
    let nynorsk = missing(&texts, |text| text.nn.as_deref());
    if !nynorsk.is_empty() {
        found.push(Finding::NynorskMissing(nynorsk));
    }
    let english = missing(&texts, |text| text.en.as_deref());
    // Questions of a template have English from the start; a round has it when its own texts do.
    let is_begun = texts.iter().any(|(place, text)| {
        !matches!(place, Place::Question(_) | Place::Picture(_)) && text.en.as_deref().is_some_and(is_there)
    });
    if is_begun && !english.is_empty() {
        found.push(Finding::EnglishUnfinished(english));
    }
    found.sort_by_key(Finding::weight);
    found
}

/// What the round itself lacks, apart from languages and dates.
#[must_use]
pub fn of_texts(round: &Consultation) -> Vec<Finding> {
    let contact = &round.contact;
    [
        (is_there(&round.title.nb), Finding::TitleMissing),
        (is_there(&round.lede.nb), Finding::LedeMissing),
        (is_there(&round.body.nb), Finding::BodyMissing),
        (is_there(&contact.name) && is_there(&contact.email), Finding::ContactMissing),
        (is_there(&round.case_number), Finding::CaseNumberMissing),
        (is_there(&round.unit.nb), Finding::UnitMissing),
        (is_there(&round.next_steps.nb), Finding::NextStepsMissing),
    ]
    .into_iter()
    .filter_map(|(is_there, finding)| (!is_there).then_some(finding))
    .collect()
}

fn of_dates(round: &Consultation, published_at: Moment, found: &mut Vec<Finding>) {
    let from = round.opens_at.max(published_at);
    if round.closes_at <= from {
        found.push(Finding::DeadlinePassed);
        return;
    }
    let (first, last) = (from.in_norway().date(), last_day(round.closes_at));
    let usual = first.checked_add(USUAL_DAYS.days()).map(start_of_day);
    if usual.is_ok_and(|usual| round.closes_at < usual) {
        let days = first.until(last).map_or(0, |span| i64::from(span.get_days()));
        found.push(Finding::Short(days + 1));
    }
    if let Some(off) = day_off(last) {
        found.push(Finding::DayOff(off));
    }
}

fn is_there(text: &str) -> bool {
    has_visible_character(text)
}

/// Everything that people read of a round in their own language; titles of documents say what is on a
/// paper, which is in one language.
fn texts<'a>(
    round: &'a Consultation,
    form: &'a FormVersion,
    documents: &'a [Document],
) -> Vec<(Place, &'a Localized)> {
    let mut texts = vec![
        (Place::Title, &round.title),
        (Place::Lede, &round.lede),
        (Place::Body, &round.body),
        (Place::NextSteps, &round.next_steps),
        (Place::Unit, &round.unit),
    ];
    texts.extend(round.who_may_answer_why.iter().map(|why| (Place::Way, why)));
    for question in &form.questions {
        texts.extend(of_question(question).map(|text| (Place::Question(question.number), text)));
    }
    for picture in documents.iter().filter(|document| document.kind == DocumentKind::Picture) {
        let said = picture.alt.iter().chain(&picture.caption);
        texts.extend(said.map(|text| (Place::Picture(picture.name.clone()), text)));
    }
    texts
}

fn of_question(question: &Question) -> impl Iterator<Item = &Localized> {
    let labels = question.options.iter().map(|option| &option.label);
    [&question.theme, &question.wording, &question.help].into_iter().chain(labels)
}

/// The places that have bokmål and not the language that `pick` finds, each once.
fn missing(texts: &[(Place, &Localized)], pick: fn(&Localized) -> Option<&str>) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (place, text) in texts {
        if is_there(&text.nb) && !pick(text).is_some_and(is_there) && !places.contains(place) {
            places.push(place.clone());
        }
    }
    places
}

#[cfg(test)]
#[path = "checklist_tests.rs"]
mod tests;
