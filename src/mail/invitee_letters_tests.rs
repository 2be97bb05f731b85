//! The words of letters to consulted bodies, as they read them.

use super::*;
use crate::domain::consultation::DeadlineDecisionKind;
use crate::domain::examples::{self, localized};
use crate::domain::ids::{DeadlineDecisionId, FormVersionId, RevisionId};
use crate::domain::reference::Reference;
use crate::domain::respondent::{Respondent, RespondentKind};
use crate::domain::submission::{Channel, Revision, Status};

fn round() -> Consultation {
    Consultation {
        lede: localized(
            "Utkastet viser hvordan\nbarnevernet skal bli bedre.",
            "Utkastet viser korleis barnevernet skal bli betre.",
            "The draft shows how the service shall become better.",
        ),
        ..examples::round()
    }
}

fn invitee(language: Language) -> InviteeFacts {
    InviteeFacts {
        name: "Barneombudet".into(),
        org_number: None,
        address: "post@example.org".into(),
        language,
    }
}

fn occasion<'a>(round: &'a Consultation, invitee: &'a InviteeFacts) -> InviteeOccasion<'a> {
    InviteeOccasion {
        round,
        invitee,
        municipality: "Bergen kommune",
        base_url: "https://innspill.example.no/",
    }
}

/// Compares with the reviewed letter of this name in `tests/snapshots/letters/`.
fn assert_reads(name: &str, letter: &Letter) {
    assert_eq!(letter.recipient, "post@example.org");
    let folder = "../../tests/snapshots/letters";
    insta::with_settings!({ snapshot_path => folder, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, format!("{}\n----\n{}", letter.subject, letter.body));
    });
}

#[test]
fn an_invitation_reads_well_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let invitee = invitee(language);
        let now = "2023-06-02T10:00:00Z".parse().unwrap();
        let letter = invitation(&occasion(&round, &invitee), "TOKEN", now);
        assert_reads(&format!("invitation_{}", language.tag()), &letter);
    }
    let (invitee, before) = (invitee(Language::Nb), "2023-05-21T10:00:00Z".parse().unwrap());
    assert_reads("invitation_before_opening", &invitation(&occasion(&round, &invitee), "TOKEN", before));
}

#[test]
fn a_reminder_reads_well_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let invitee = invitee(language);
        let letter = reminder(&occasion(&round, &invitee), "TOKEN");
        assert_reads(&format!("invitation_reminder_{}", language.tag()), &letter);
    }
}

#[test]
fn a_new_deadline_reads_well_in_every_language() {
    let round = round();
    let decision = DeadlineDecision {
        id: DeadlineDecisionId::new(),
        consultation_id: round.id,
        kind: DeadlineDecisionKind::Extended,
        decided_at: "2023-06-12T10:00:00Z".parse().unwrap(),
        decided_by: "Arne".into(),
        reason: Some(localized("Flere trenger tid.", "Fleire treng tid.", "Several need time.")),
        closed_before: "2023-06-15T22:00:00Z".parse().unwrap(),
        closes_after: round.closes_at,
    };
    for language in Language::ALL {
        let invitee = invitee(language);
        let letter = new_deadline(&occasion(&round, &invitee), "TOKEN", &decision);
        assert_reads(&format!("invitation_deadline_{}", language.tag()), &letter);
    }
}

#[test]
fn a_receipt_for_no_comment_reads_well_in_every_language() {
    let round = round();
    for language in Language::ALL {
        let invitee = invitee(language);
        let said = Submission {
            id: SubmissionId::new(),
            consultation_id: round.id,
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
                received_at: "2023-06-12T12:03:27.500Z".parse().unwrap(),
                respondent: Respondent {
                    kind: RespondentKind::Organisation,
                    name: "Barneombudet".into(),
                    organisation: Some("Barneombudet".into()),
                    org_number: None,
                    email: Some("post@example.org".into()),
                    group_size: None,
                    group_ages: None,
                    language,
                    wants_outcome: false,
                },
                no_comment: true,
                answers: Vec::new(),
                documents: Vec::new(),
            },
        };
        let letter = no_comment_receipt(&occasion(&round, &invitee), &said);
        assert_reads(&format!("no_comment_receipt_{}", language.tag()), &letter);
    }
}

#[test]
fn a_name_does_not_break_out_of_its_line() {
    let round = round();
    let invitee = InviteeFacts { name: "Laget\r\nBcc: x@example.org".into(), ..invitee(Language::Nb) };
    let letter = reminder(&occasion(&round, &invitee), "TOKEN");
    assert!(letter.body.contains("svar fra Laget Bcc: x@example.org på høringen"), "{}", letter.body);
    assert!(!letter.subject.contains('\n'));
}
