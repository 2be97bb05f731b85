//! The calendar as text; other programs read it in `tests/open/`.

use super::*;
use crate::domain::examples;
use crate::domain::language::Localized;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

fn news(title: &str, closes_at: &str) -> RoundNews {
    let nb = |text: &str| Localized { nb: text.to_owned(), nn: None, en: None };
    let round = Consultation {
        slug: "plan".into(),
        unit: nb("Etaten"),
        title: nb(title),
        lede: nb("Kort, og\r\ngodt; \\ så"),
        announced_on: jiff::civil::date(2026, 6, 1),
        opens_at: at("2026-05-31T22:00:00Z"),
        closes_at: at(closes_at),
        published_at: Some(at("2026-05-31T22:00:00Z")),
        ..examples::round()
    };
    RoundNews { round, decided_at: None, decisions: 2 }
}

fn written(news: &RoundNews) -> String {
    let (base_url, now) = ("https://innspill.example.no", at("2026-06-10T10:00:00Z"));
    write(&Deadline { news, language: Language::Nb, base_url, now })
}

fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}

#[test]
fn a_deadline_at_midnight_is_the_whole_day_before() {
    let text = written(&news("Plan", "2026-06-30T22:00:00Z"));
    assert!(text.contains("DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701\r\n"), "{text}");
    assert!(text.contains("SEQUENCE:2\r\nDTSTAMP:20260531T220000Z\r\n"), "{text}");
    assert!(text.contains("SUMMARY;LANGUAGE=nb:Høringsfrist: Plan\r\n"), "{text}");
}

#[test]
fn the_days_when_clocks_change_are_days_like_others() {
    for (closes_at, day) in [("2026-03-29T22:00:00Z", "20260329"), ("2026-10-25T23:00:00Z", "20261025")] {
        let text = written(&news("Plan", closes_at));
        assert!(text.contains(&format!("DTSTART;VALUE=DATE:{day}\r\n")), "{text}");
    }
}

#[test]
fn a_deadline_within_a_day_is_a_minute() {
    let text = written(&news("Plan", "2026-06-30T10:00:00Z"));
    assert!(text.contains("DTSTART:20260630T100000Z\r\nSUMMARY"), "{text}");
}

#[test]
fn words_stay_words_and_lines_are_short() {
    let text = written(&news(&"Blåbær, \u{0}\r\nBEGIN:VALARM; 👩‍👩‍👧‍👦 \\ ".repeat(9), "2026-06-30T22:00:00Z"));
    assert!(text.split("\r\n").all(|line| line.len() <= LINE_MAX_BYTES), "{text}");
    assert!(!text.split("\r\n").any(|line| line.starts_with("BEGIN:VALARM")), "{text}");
    let whole = unfolded(&text);
    assert!(whole.contains("Blåbær\\, \\nBEGIN:VALARM\\; 👩‍👩‍👧‍👦 \\\\ Blåbær"), "{whole}");
    assert!(whole.contains("Kort\\, og\\ngodt\\; \\\\ så"), "{whole}");
    assert!(
        text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']),
        "{text}"
    );
}
