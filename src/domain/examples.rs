//! A round for the unit tests, which say only what each of them is about.

use super::consultation::{Consultation, Contact};
use super::ids::ConsultationId;
use super::language::Localized;
use super::way_in::WayIn;

/// A text in all languages.
pub fn localized(nb: &str, nn: &str, en: &str) -> Localized {
    Localized { nb: nb.into(), nn: Some(nn.into()), en: Some(en.into()) }
}

/// Open from 1 to 30 June 2023, both days included, with ID-porten; without texts but its title.
pub fn round() -> Consultation {
    Consultation {
        id: ConsultationId::new(),
        slug: "handlingsplan-for-barnevernet".into(),
        process: None,
        case_number: "byrådssak 1016/23".into(),
        unit: Localized::default(),
        contact: Contact {
            name: "Solveig Kvernabakk".into(),
            email: "plan.barnevern@example.org".into(),
            phone: Some("00 00 00 00".into()),
        },
        title: localized(
            "Handlingsplan for barnevernet",
            "Handlingsplan for barnevernet",
            "Action plan for the child welfare service",
        ),
        lede: Localized::default(),
        body: Localized::default(),
        next_steps: Localized::default(),
        announced_on: jiff::civil::date(2023, 6, 1),
        opens_at: "2023-05-31T22:00:00Z".parse().unwrap(),
        closes_at: "2023-06-30T22:00:00Z".parse().unwrap(),
        late_counts: false,
        who_may_answer: WayIn::IdPorten,
        who_may_answer_why: None,
        published_at: Some("2023-05-20T12:00:00Z".parse().unwrap()),
        language_missing_why: None,
        previous_id: None,
        concluded_at: None,
        archived_at: None,
        created_at: "2023-05-20T12:00:00Z".parse().unwrap(),
    }
}
