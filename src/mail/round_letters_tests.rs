//! The words of the letters about a round, as people read them.

use super::*;
use crate::domain::examples::{localized, round};
use crate::domain::ids::{AnnouncementId, ConsultationId};

fn announcement(kind: AnnouncementKind) -> Announcement {
    let reason = localized("Mange har ferie.", "Mange har ferie.", "Many are on holiday.");
    Announcement {
        id: AnnouncementId::new(),
        consultation_id: ConsultationId::new(),
        kind,
        note: (kind != AnnouncementKind::Concluded).then_some(reason),
        closed_before: "2023-06-30T22:00:00Z".parse().unwrap(),
        closes_at: "2023-08-15T22:00:00Z".parse().unwrap(),
        announced_at: "2023-06-12T12:00:00Z".parse().unwrap(),
    }
}

fn occasion(round: &Consultation, language: Language, why: Why) -> RoundOccasion<'_> {
    RoundOccasion {
        round,
        language,
        recipient: "kari@example.no",
        why,
        path: "/horinger/handlingsplan-for-barnevernet/innspill",
        submission: None,
        municipality: "Bergen kommune",
        base_url: "https://innspill.example.no/",
    }
}

/// Compares with the reviewed letter of this name in `tests/snapshots/letters/`.
fn assert_reads(name: &str, letter: &Letter) {
    let text = format!("{}\n----\n{}", letter.subject, letter.body);
    insta::with_settings!({ snapshot_path => "../../tests/snapshots/letters", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn every_announcement_reads_well_in_every_language() {
    let round = round();
    for kind in AnnouncementKind::ALL {
        for language in Language::ALL {
            let why = if *kind == AnnouncementKind::Concluded { Why::Answered } else { Why::Draft };
            let letter = announcement_letter(&occasion(&round, language, why), &announcement(*kind));
            assert_eq!((letter.kind, letter.language), (kind.letter(), language));
            assert_eq!(letter.recipient, "kari@example.no");
            assert_reads(&format!("round_{}_{}", kind.name(), language.tag()), &letter);
        }
    }
}

#[test]
fn a_reminder_reads_well_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let letter = draft_reminder(&occasion(&round, language, Why::Draft));
        assert_eq!(letter.kind, LetterKind::DraftReminder);
        assert_reads(&format!("draft_reminder_{}", language.tag()), &letter);
    }
}

#[test]
fn who_wrote_without_login_is_told_where_the_draft_is() {
    let round = Consultation { who_may_answer: WayIn::Open, late_counts: true, ..round() };
    let occasion = occasion(&round, Language::Nb, Why::Draft);
    let letter = announcement_letter(&occasion, &announcement(AnnouncementKind::Closed));
    assert!(letter.body.contains("Bruk samme nettleser som sist"), "{}", letter.body);
    assert!(letter.body.contains("men vi tar det med likevel"), "{}", letter.body);
}
