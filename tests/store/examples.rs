//! Rounds, forms and submissions to store, and texts that stores tend to spoil.

use innspill::domain::clock::Moment;
use innspill::domain::consultation::{Consultation, Contact};
use innspill::domain::document::PinnedDocument;
use innspill::domain::ids::{ConsultationId, FormVersionId, QuestionId, RevisionId, SubmissionId};
use innspill::domain::language::{Language, Localized};
use innspill::domain::person::PersonKey;
use innspill::domain::question::{FormVersion, Question, QuestionKind};
use innspill::domain::reference::Reference;
use innspill::domain::respondent::{Respondent, RespondentKind};
use innspill::domain::submission::{Answer, Channel, Revision, Status, Submission};
use innspill::domain::way_in::WayIn;
use innspill::store::{consultations, forms};

use crate::database::Database;

/// Texts that must come back as they went in.
pub const HOSTILE: [&str; 14] = [
    "",
    " ",
    "Blåbærsyltetøy på Ærøy, ÆØÅ",
    "👩‍👩‍👧‍👦🇳🇴👍🏽",
    "O'Hara \"sitat\" «gåseøyne» `x`; DROP TABLE answers; --",
    "A\u{30a}rsak og e\u{301}n til (NFD)",
    "Čáhci, ŋ, đ, ŧ, ž: Sámegiella",
    "en linje\rmed bare CR\r",
    "\r\n\n\t\u{b}\u{c} ",
    "\\ \\0 \\u0000 \\x00 %s %n {} {0} $1 ?1 :a @b",
    "\u{feff}BOM, \u{200b}null bredde, \u{a0}hardt mellomrom, \u{ad}",
    "עברית العربية \u{202e}bakvendt",
    "\u{1}\u{1b}[31m\u{7f}\u{85}\u{2028}",
    "\u{fffd}\u{ffff}\u{10ffff}",
];

/// Instants where calendars and number formats turn over.
pub const MOMENTS: [&str; 9] = [
    "0001-01-01T00:00:00.000Z",
    "1899-12-31T23:59:59.001Z",
    "1969-12-31T23:59:59.999Z",
    "1999-12-31T23:59:59.999Z",
    "2000-01-01T00:00:00.000Z",
    "2023-12-31T23:59:59.999+01:00",
    "2024-01-01T00:00:00.000+01:00",
    "2026-10-25T02:30:00.001+01:00",
    "9999-12-30T21:59:59.999Z",
];

pub fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

/// The deadline of [`round`].
pub fn deadline() -> Moment {
    at("2023-06-30T22:00:00Z")
}

pub fn only_nb(text: &str) -> Localized {
    Localized { nb: text.to_owned(), nn: None, en: None }
}

/// A plain round that closes at [`deadline`].
pub fn round(slug: &str) -> Consultation {
    Consultation {
        id: ConsultationId::new(),
        slug: slug.to_owned(),
        process: None,
        case_number: "2023/1016".to_owned(),
        unit: only_nb("Byrådsavdeling"),
        contact: Contact { name: "Kari".into(), email: "kari@example.org".into(), phone: None },
        title: only_nb("Plan"),
        lede: only_nb("Kort"),
        body: only_nb("Langt"),
        next_steps: only_nb("Så"),
        announced_on: jiff::civil::date(2023, 5, 1),
        opens_at: at("2023-05-01T06:00:00Z"),
        closes_at: deadline(),
        late_counts: false,
        who_may_answer: WayIn::IdPorten,
        who_may_answer_why: None,
        published_at: Some(at("2023-04-01T06:00:00Z")),
        language_missing_why: None,
        previous_id: None,
        concluded_at: None,
        archived_at: None,
        created_at: at("2023-04-01T06:00:00Z"),
    }
}

/// A form with `questions` questions.
pub fn form(number: i32, questions: i32) -> FormVersion {
    let question = |number: i32| {
        let id = QuestionId::new();
        Question {
            id,
            origin: id,
            number,
            theme: only_nb(&format!("Tema {number}")),
            wording: only_nb(&format!("Spørsmål {number}?")),
            help: only_nb("Hjelp"),
            max_chars: 20_000,
            kind: QuestionKind::LongText,
            is_required: false,
            options: Vec::new(),
        }
    };
    FormVersion {
        id: FormVersionId::new(),
        number,
        note: None,
        questions: (1..=questions).map(question).collect(),
    }
}

/// `form`, whose questions go on from those with the same numbers in `earlier`.
pub fn continued(earlier: &FormVersion, mut form: FormVersion) -> FormVersion {
    for (question, before) in form.questions.iter_mut().zip(&earlier.questions) {
        question.origin = before.origin;
    }
    form
}

/// A stored round with a form of three questions.
pub async fn stored_round(db: &Database, slug: &str) -> (Consultation, FormVersion) {
    let (round, form) = (round(slug), form(1, 3));
    let kept = (round.clone(), form.clone());
    db.put(move |tx| {
        consultations::insert(tx, &round)?;
        forms::insert(tx, round.id, &form, round.created_at)
    })
    .await;
    kept
}

pub fn person(name: &str) -> PersonKey {
    PersonKey::restored(format!("{name:.<64}"))
}

/// A private person.
pub fn respondent(name: &str) -> Respondent {
    Respondent {
        kind: RespondentKind::Person,
        name: name.to_owned(),
        organisation: None,
        org_number: None,
        email: None,
        group_size: None,
        group_ages: None,
        language: Language::Nb,
        wants_outcome: false,
    }
}

/// A revision with `answers` to the first questions of `form`; an empty one stands for none.
pub fn revision(form: &FormVersion, received_at: Moment, answers: &[&str]) -> Revision {
    let answers = form.questions.iter().zip(answers).filter(|(_, text)| !text.is_empty());
    Revision {
        id: RevisionId::new(),
        number: 1,
        draft_id: None,
        form_version_id: form.id,
        received_at,
        respondent: respondent("Ola"),
        no_comment: false,
        answers: answers
            .map(|(question, text)| Answer {
                question_id: question.id,
                number: question.number,
                text: (*text).to_owned(),
            })
            .collect(),
        documents: Vec::<PinnedDocument>::new(),
    }
}

/// A submission in the name of nobody.
pub fn submission(
    round: &Consultation,
    form: &FormVersion,
    received_at: &str,
    answers: &[&str],
) -> Submission {
    Submission {
        id: SubmissionId::new(),
        consultation_id: round.id,
        reference: Reference::random().unwrap(),
        channel: Channel::Web,
        status: Status::Received,
        person: None,
        live_key: None,
        import_key: None,
        withdrawn_at: None,
        current: revision(form, at(received_at), answers),
    }
}

/// Stores `all` in one change.
pub async fn store_all(db: &Database, all: &[Submission]) {
    let all = all.to_vec();
    db.put(move |tx| {
        all.iter().try_for_each(|submission| innspill::store::submissions::insert(tx, submission))
    })
    .await;
}

/// A submission without comment.
pub fn without_comment(round: &Consultation, form: &FormVersion, received_at: &str) -> Submission {
    let mut one = submission(round, form, received_at, &[]);
    one.current.no_comment = true;
    one
}
