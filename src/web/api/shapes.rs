//! What goes out of a round: nothing but what its public page shows. Who decided, who added a document,
//! and what only staff know stays here.

use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::deadline::last_day;
use crate::domain::language::{Language, Localized};
use crate::domain::links::{self, Links};
use serde::Serialize;
use utoipa::ToSchema;

/// A text in bokmål and, where it has been written, nynorsk and English.
#[derive(Debug, Serialize, ToSchema)]
pub struct Text {
    nb: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    nn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    en: Option<String>,
}

impl From<&Localized> for Text {
    fn from(text: &Localized) -> Self {
        Self { nb: text.nb.clone(), nn: text.nn.clone(), en: text.en.clone() }
    }
}

/// Where a round is in its life.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhaseName {
    /// Public, not open for answers yet.
    Announced,
    /// Open for answers.
    Open,
    /// The deadline has passed.
    Closed,
    /// The outcome has been made public.
    Concluded,
    /// Put away.
    Archived,
}

impl PhaseName {
    /// The public name of a phase; a draft has none.
    fn of(phase: Phase) -> Option<Self> {
        Some(match phase {
            Phase::Draft => return None,
            Phase::Announced => Self::Announced,
            Phase::Open => Self::Open,
            Phase::Closed => Self::Closed,
            Phase::Concluded => Self::Concluded,
            Phase::Archived => Self::Archived,
        })
    }
}

/// A round of consultation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Round {
    /// Its name in addresses.
    slug: String,
    title: Text,
    /// Two or three sentences about it.
    lede: Text,
    phase: PhaseName,
    /// The case it belongs to, as the municipality writes it.
    case_number: String,
    /// The responsible unit.
    unit: Text,
    /// The date of the public notice.
    #[schema(format = Date)]
    announced_on: String,
    /// From when it has been public here.
    #[schema(format = DateTime)]
    published_at: String,
    /// From when one may answer.
    #[schema(format = DateTime)]
    opens_at: String,
    /// The first instant that is too late.
    #[schema(format = DateTime)]
    closes_at: String,
    /// The last day on which one may answer, in Norway.
    #[schema(format = Date)]
    last_day: String,
    /// When its outcome was made public.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    concluded_at: Option<String>,
    links: RoundLinks,
}

/// Where there is more of a round.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundLinks {
    /// All of it as open data.
    #[serde(rename = "self")]
    #[schema(format = "uri")]
    own: String,
    /// Its documents as open data.
    #[schema(format = "uri")]
    documents: String,
    /// Its deadline for a calendar.
    #[schema(format = "uri")]
    calendar: String,
    /// Its page in bokmål.
    #[schema(format = "uri")]
    page_nb: String,
    /// Its page in nynorsk.
    #[schema(format = "uri")]
    page_nn: String,
    /// Its page in English.
    #[schema(format = "uri")]
    page_en: String,
}

/// A page of rounds.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoundList {
    /// The rounds, the last published first.
    pub rounds: Vec<Round>,
    /// Which page this is, from 1.
    pub page: u32,
    /// The most rounds on a page.
    pub per_page: u32,
    /// How many rounds there are on all pages.
    pub total: i64,
    /// How many pages there are.
    pub pages: i64,
}

/// What went wrong. Source: RFC 9457.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The status of the answer.
    status: u16,
    /// What it is.
    title: String,
    /// What to do about it.
    detail: String,
    /// The same again.
    message: String,
}

impl Round {
    /// A round that the public may see at `now`; `None` for any other.
    #[must_use]
    pub fn of(round: &Consultation, base_url: &str, now: Moment) -> Option<Self> {
        let phase = PhaseName::of(round.phase(now))?;
        Some(Self {
            slug: round.slug.clone(),
            title: (&round.title).into(),
            lede: (&round.lede).into(),
            phase,
            case_number: round.case_number.clone(),
            unit: (&round.unit).into(),
            announced_on: round.announced_on.to_string(),
            published_at: round.published_at?.to_string(),
            opens_at: round.opens_at.to_string(),
            closes_at: round.closes_at.to_string(),
            last_day: last_day(round.closes_at).to_string(),
            concluded_at: round.concluded_at.filter(|at| *at <= now).map(|at| at.to_string()),
            links: RoundLinks::of(&round.slug, base_url),
        })
    }
}

impl RoundLinks {
    fn of(slug: &str, base_url: &str) -> Self {
        let base = base_url.trim_end_matches('/');
        let page = |language| format!("{base}{}", Links::new(language).round(slug));
        Self {
            own: format!("{base}{}", links::api_round(slug)),
            documents: format!("{base}{}", links::api_documents(slug)),
            calendar: format!("{base}{}", Links::new(Language::Nb).calendar(slug)),
            page_nb: page(Language::Nb),
            page_nn: page(Language::Nn),
            page_en: page(Language::En),
        }
    }
}
