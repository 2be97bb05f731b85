//! The feed as text; other programs read it in `tests/open/`.

use super::*;
use crate::domain::consultation::Contact;
use crate::domain::ids::ConsultationId;
use crate::domain::way_in::WayIn;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

fn news(title: &str) -> RoundNews {
    let nb = |text: &str| Localized { nb: text.to_owned(), nn: None, en: None };
    let round = Consultation {
        id: ConsultationId::new(),
        slug: "plan".into(),
        process: None,
        case_number: "1/26".into(),
        unit: nb("Etaten"),
        contact: Contact { name: "Kari".into(), email: "kari@example.org".into(), phone: None },
        title: nb(title),
        lede: nb("Kort & «godt»"),
        body: nb(""),
        next_steps: nb(""),
        announced_on: jiff::civil::date(2026, 6, 1),
        opens_at: at("2026-05-31T22:00:00Z"),
        closes_at: at("2026-06-30T22:00:00Z"),
        published_at: Some(at("2026-05-31T22:00:00Z")),
        language_missing_why: Some("Bare for ansatte".into()),
        late_counts: false,
        who_may_answer: WayIn::IdPorten,
        who_may_answer_why: None,
        previous_id: None,
        concluded_at: None,
        archived_at: None,
        created_at: at("2026-05-01T10:00:00Z"),
    };
    RoundNews { round, decided_at: None, decisions: 0 }
}

fn written(language: Language, rounds: &[RoundNews]) -> String {
    let (base_url, now) = ("https://innspill.example.no/", at("2026-06-10T10:00:00Z"));
    let feed = Feed { language, owner: "Bergen kommune", base_url, rounds, now };
    String::from_utf8(write(&feed).unwrap()).unwrap()
}

#[test]
fn an_entry_says_what_and_until_when_and_where() {
    let text = written(Language::Nn, &[news("Plan")]);
    for part in [
        "<id>https://innspill.example.no/nn/horinger.atom</id>",
        "<title xml:lang=\"nb\">Plan</title>",
        "<updated>2026-05-31T22:00:00.000Z</updated>",
        "href=\"https://innspill.example.no/nn/horinger/plan\"",
        "href=\"https://innspill.example.no/nn/horinger/plan/frist.ics\"",
        "term=\"open\"",
        "<p xml:lang=\"nb\">Kort &amp; «godt»</p>",
        "<p>Frist: til og med 30. juni 2026</p>",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains("kari@example.org") && !text.contains("Bare for ansatte"), "{text}");
}

#[test]
fn words_stay_words() {
    let text = written(Language::Nb, &[news("</title><b>&amp;\u{0}\u{b}\u{ffff}]]>")]);
    assert!(text.contains("<title>&lt;/title&gt;&lt;b&gt;&amp;amp;]]&gt;</title>"), "{text}");
}

#[test]
fn a_feed_without_rounds_is_one() {
    let text = written(Language::En, &[]);
    assert!(text.contains("<updated>1970-01-01T00:00:00.000Z</updated>"), "{text}");
    assert!(text.contains("<title>Consultations from Bergen kommune</title>"), "{text}");
}

#[test]
fn what_is_to_come_has_not_changed_anything() {
    let mut news = news("Plan");
    let now = at("2026-06-10T10:00:00Z");
    news.decided_at = Some(at("2026-06-05T10:00:00Z"));
    assert_eq!(news.changed_at(now), at("2026-06-05T10:00:00Z"));
    news.round.concluded_at = Some(at("2026-06-11T10:00:00Z"));
    assert_eq!(news.changed_at(now), at("2026-06-05T10:00:00Z"));
    news.round.opens_at = at("2026-06-12T10:00:00Z");
    assert_eq!(news.changed_at(at("2026-06-12T10:00:00Z")), at("2026-06-12T10:00:00Z"));
}
