//! The words of the letters, as the respondent reads them.

use super::*;
use crate::domain::examples::round;
use crate::domain::ids::{ConsultationId, FormVersionId, QuestionId, RevisionId, SubmissionId};
use crate::domain::language::Localized;
use crate::domain::reference::Reference;
use crate::domain::respondent::{Respondent, RespondentKind};
use crate::domain::submission::{Answer, Channel, Revision, Status};
use crate::mail::link_letters::{LinkOccasion, login_link};

fn submission(language: Language, received_at: &str) -> Submission {
    Submission {
        id: SubmissionId::new(),
        consultation_id: ConsultationId::new(),
        reference: Reference::parse("CDFG3467").unwrap(),
        channel: Channel::Web,
        status: Status::Received,
        person: None,
        live_key: None,
        import_key: None,
        withdrawn_at: None,
        current: Revision {
            id: RevisionId::new(),
            number: 1,
            draft_id: None,
            form_version_id: FormVersionId::new(),
            received_at: received_at.parse().unwrap(),
            respondent: Respondent {
                kind: RespondentKind::Organisation,
                name: "Kari Nordmann".into(),
                organisation: Some("Laget vårt".into()),
                org_number: None,
                email: Some("kari@example.no".into()),
                group_size: None,
                group_ages: None,
                language,
                wants_outcome: false,
            },
            no_comment: false,
            answers: vec![Answer {
                question_id: QuestionId::new(),
                number: 1,
                text: "Det hemmelige svaret".into(),
            }],
            documents: Vec::new(),
        },
    }
}

const IN_TIME: &str = "2023-06-12T12:03:27.500Z";
const LATE: &str = "2023-07-01T09:00:00Z";

fn occasion<'a>(round: &'a Consultation, submission: &'a Submission) -> Occasion<'a> {
    Occasion { round, submission, municipality: "Bergen kommune", base_url: "https://innspill.example.no/" }
}

/// Compares with the reviewed letter of this name in `tests/snapshots/letters/`.
fn assert_reads(name: &str, text: &str) {
    let folder = "../../tests/snapshots/letters";
    insta::with_settings!({ snapshot_path => folder, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

/// All that is read: subject and text.
fn words(letter: &Letter) -> String {
    format!("{}\n----\n{}", letter.subject, letter.body)
}

#[test]
fn a_receipt_reads_well_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let submission = submission(language, IN_TIME);
        let letter = receipt(&occasion(&round, &submission)).unwrap();
        assert_eq!((letter.kind, letter.language), (LetterKind::Receipt, language));
        assert_eq!(letter.submission_id, Some(submission.id));
        assert_reads(&format!("receipt_{}", language.tag()), &words(&letter));
    }
}

#[test]
fn a_change_has_a_receipt_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let submission = submission(language, IN_TIME);
        let letter = change_receipt(&occasion(&round, &submission)).unwrap();
        assert_eq!(letter.kind, LetterKind::ChangeReceipt);
        assert_reads(&format!("change_receipt_{}", language.tag()), &words(&letter));
    }
}

#[test]
fn a_withdrawal_has_a_receipt_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let submission = submission(language, IN_TIME);
        let at = "2023-06-20T08:00:01Z".parse().unwrap();
        let letter = withdrawal_receipt(&occasion(&round, &submission), at).unwrap();
        assert_eq!(letter.kind, LetterKind::WithdrawalReceipt);
        assert_reads(&format!("withdrawal_receipt_{}", language.tag()), &words(&letter));
    }
}

#[test]
fn a_stopped_file_is_told_of_in_every_language_and_not_named() {
    let round = round();
    for (now, name) in [(IN_TIME, "file_stopped"), (LATE, "file_stopped_too_late")] {
        for language in Language::ALL {
            let submission = submission(language, IN_TIME);
            let letter = file_stopped(&occasion(&round, &submission), now.parse().unwrap()).unwrap();
            assert_eq!((letter.kind, letter.language), (LetterKind::FileStopped, language));
            assert!(letter.subject.chars().count() <= 60, "{}", letter.subject);
            assert_reads(&format!("{name}_{}", language.tag()), &words(&letter));
        }
    }
}

#[test]
fn a_late_submission_is_told_that_it_is_late_and_whether_it_counts() {
    for (late_counts, name) in [(true, "late_that_counts"), (false, "late_that_does_not_count")] {
        let round = Consultation { late_counts, ..round() };
        let said: Vec<_> = Language::ALL
            .map(|language| {
                let submission = submission(language, LATE);
                receipt(&occasion(&round, &submission)).unwrap().body.split("\n\n").nth(3).unwrap().to_owned()
            })
            .into();
        assert_reads(name, &said.join("\n"));
    }
}

#[test]
fn a_letter_tells_no_answer_and_a_name_only_where_one_answers_for_another() {
    let round = round();
    for language in Language::ALL {
        let submission = submission(language, IN_TIME);
        let mut own = submission.clone();
        own.current.respondent.organisation = None;
        let own = words(&receipt(&occasion(&round, &own)).unwrap());
        assert!(!own.contains("Nordmann"), "{own}");
        let occasion = occasion(&round, &submission);
        let at = IN_TIME.parse().unwrap();
        for letter in [receipt(&occasion), change_receipt(&occasion), withdrawal_receipt(&occasion, at)] {
            let letter = letter.unwrap();
            for secret in ["hemmelige", "kari@"] {
                assert!(!words(&letter).contains(secret), "{secret}");
            }
            for both in [": Laget vårt\n", ": Kari Nordmann\n"] {
                assert!(words(&letter).contains(both), "{both}");
            }
            assert!(letter.subject.chars().count() <= 60, "{}", letter.subject);
        }
    }
}

#[test]
fn where_people_come_by_a_letter_the_way_back_leads_past_the_login_page() {
    for (way, path) in [
        (WayIn::IdPorten, "/mine-innspill/CDFG3467"),
        (WayIn::EMail, "/horinger/handlingsplan-for-barnevernet/e-post?tilbake=%2Fmine-innspill%2FCDFG3467"),
        (WayIn::Open, "/horinger/handlingsplan-for-barnevernet/e-post?tilbake=%2Fmine-innspill%2FCDFG3467"),
    ] {
        let round = Consultation { who_may_answer: way, ..round() };
        let submission = submission(Language::Nb, IN_TIME);
        let letter = receipt(&occasion(&round, &submission)).unwrap();
        assert!(letter.body.contains(&format!("\nhttps://innspill.example.no{path}\n")), "{}", letter.body);
        // What nobody vouches for is sent to no one.
        assert_eq!(letter.body.contains("Laget vårt"), way != WayIn::Open);
    }
}

#[test]
fn a_link_by_letter_reads_well_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let letter = login_link(&LinkOccasion {
            round: &round,
            language,
            recipient: "styret@example.no",
            path: "/lenke/0123?tilbake=%2F",
            municipality: "Bergen kommune",
            base_url: "https://innspill.example.no/",
        });
        assert_eq!((letter.kind, letter.recipient.as_str()), (LetterKind::LoginLink, "styret@example.no"));
        assert_reads(&format!("login_link_{}", language.tag()), &words(&letter));
    }
}

#[test]
fn nobody_without_an_address_gets_a_letter() {
    let round = round();
    let mut submission = submission(Language::Nb, IN_TIME);
    submission.current.respondent.email = None;
    assert_eq!(receipt(&occasion(&round, &submission)), None);
}

#[test]
fn a_title_with_line_breaks_stays_in_its_line() {
    let title = "Plan\r\n\r\nMottatt: i går\0";
    let round = Consultation { title: Localized { nb: title.into(), ..Localized::default() }, ..round() };
    let submission = submission(Language::Nb, IN_TIME);
    let letter = receipt(&occasion(&round, &submission)).unwrap();
    assert!(
        letter.body.contains("\nHøring: Plan Mottatt: i går\nReferansenummer: CDFG3467\n"),
        "{}",
        letter.body
    );
}
