//! The rows of an export, streamed.

use crate::database::Database;
use crate::examples::{
    HOSTILE, at, continued, deadline, form, store_all, stored_round, submission, without_comment,
};
use crate::on_both;
use innspill::domain::consultation::Consultation;
use innspill::domain::export::{AnswerRow, ExportFilter};
use innspill::domain::language::{Language, Localized};
use innspill::domain::question::FormVersion;
use innspill::domain::respondent::{OrgNumber, RespondentKind};
use innspill::domain::submission::{Channel, Revision, Status, Submission};
use innspill::store::{StoreError, consultations, forms, submissions};

on_both! {
    rows_come_by_theme_then_by_arrival,
    rows_tell_everything_in_the_wanted_language,
    as_many_rows_come_as_are_counted,
    a_sink_that_refuses_stops_the_export_and_harms_nothing,
}

const ALL: ExportFilter = ExportFilter { status: None, late: None };

async fn rows(
    db: &Database,
    round: &Consultation,
    filter: ExportFilter,
    language: Language,
) -> Vec<AnswerRow> {
    let round = round.clone();
    let collect = move |tx: &mut innspill::store::Reading<'_>| {
        let mut rows = Vec::new();
        submissions::for_each_sheet_row(tx, &round, filter, language, |row| {
            rows.push(row.clone());
            Ok(())
        })?;
        let counted = submissions::count_sheet_rows(tx, &round, filter)?;
        assert_eq!(counted.1, u64::try_from(rows.len()).unwrap(), "{filter:?}");
        Ok(rows)
    };
    db.store.read_snapshot(collect).await.unwrap()
}

/// A round with two form versions and answers to both, and another round.
async fn received(db: &Database) -> (Consultation, [FormVersion; 2], Vec<Submission>) {
    let (other, other_form) = stored_round(db, "other").await;
    let (round, first_form) = stored_round(db, "one").await;
    let second_form = continued(&first_form, form(2, 4));
    let (kept, id) = (second_form.clone(), round.id);
    db.put(move |tx| forms::insert(tx, id, &kept, deadline())).await;
    let mut all = vec![
        submission(&round, &first_form, "2023-06-02T00:00:00Z", &["1a", "2a", "3a"]),
        submission(&round, &first_form, "2023-06-01T00:00:00Z", &["1b", "", "3b"]),
        without_comment(&round, &second_form, "2023-06-03T00:00:00Z"),
        submission(&round, &second_form, "2023-05-31T00:00:00Z", &["1c", "", "3c", "4c"]),
        submission(&round, &first_form, "2023-06-30T22:00:00Z", &["", "2d", ""]),
        without_comment(&round, &first_form, "2023-06-02T00:00:00Z"),
    ];
    all[4].status = Status::Withdrawn;
    store_all(db, &all).await;
    store_all(db, &[submission(&other, &other_form, "2023-06-01T00:00:00Z", &["x"])]).await;
    (round, [first_form, second_form], all)
}

async fn rows_come_by_theme_then_by_arrival(db: Database) {
    let (round, _, all) = received(&db).await;
    let rows = rows(&db, &round, ALL, Language::Nb).await;
    let answers: Vec<&str> = rows.iter().map(|row| row.answer.as_str()).collect();
    assert_eq!(answers, ["1c", "1b", "1a", "2a", "2d", "3c", "3b", "3a", "4c", "", ""]);
    let silent: Vec<&str> = rows[9..].iter().map(|row| row.reference.as_str()).collect();
    assert_eq!(silent, [all[5].reference.as_str(), all[2].reference.as_str()]);
    assert!(
        rows[9..].iter().all(|row| row.theme_no.is_none() && row.theme.is_empty() && row.question.is_empty())
    );
}

async fn rows_tell_everything_in_the_wanted_language(db: Database) {
    let round = crate::examples::round("one");
    let mut form = form(1, 1);
    let text = |text: &str| Localized { nb: format!("{text} nb"), nn: None, en: Some(format!("{text} en")) };
    (form.questions[0].theme, form.questions[0].wording) = (text("tema"), text(HOSTILE[4]));
    let mut one = submission(&round, &form, "2023-06-30T21:59:59.999Z", &["først"]);
    one.channel = Channel::FormUpload;
    let (first_round, first_form, first) = (round.clone(), form.clone(), one.clone());
    db.put(move |tx| {
        consultations::insert(tx, &first_round)?;
        forms::insert(tx, first_round.id, &first_form, deadline())?;
        submissions::insert(tx, &first)
    })
    .await;
    let answer = HOSTILE.concat();
    one.current =
        Revision { number: 2, ..crate::examples::revision(&form, at("2023-06-30T22:00:00Z"), &[&answer]) };
    let who = &mut one.current.respondent;
    (who.kind, who.name, who.language) = (RespondentKind::Organisation, HOSTILE[6].to_owned(), Language::Nn);
    who.organisation = Some(HOSTILE[11].to_owned());
    who.org_number = OrgNumber::parse("974760673");
    let changed = one.clone();
    db.put(move |tx| submissions::insert_revision(tx, &changed)).await;
    for (language, ending) in [(Language::Nb, "nb"), (Language::Nn, "nb"), (Language::En, "en")] {
        let expected = AnswerRow {
            theme_no: Some(1),
            theme: format!("tema {ending}"),
            question: format!("{} {ending}", HOSTILE[4]),
            reference: one.reference.to_string(),
            received_at: at("2023-06-30T22:00:00Z"),
            late: true,
            status: "received".to_owned(),
            channel: "form-upload".to_owned(),
            respondent_kind: "organisation".to_owned(),
            respondent: HOSTILE[6].to_owned(),
            organisation: HOSTILE[11].to_owned(),
            org_number: "974760673".to_owned(),
            language: "nn".to_owned(),
            answer: answer.clone(),
            form_version: Some(1),
        };
        assert_eq!(rows(&db, &round, ALL, language).await, [expected]);
    }
}

async fn as_many_rows_come_as_are_counted(db: Database) {
    let (round, forms, _) = received(&db).await;
    // More rows than any buffer holds in one piece.
    let long = "ærlig talt ".repeat(200);
    let many: Vec<Submission> = (0..500)
        .map(|number| submission(&round, &forms[number % 2], "2023-07-01T00:00:00Z", &[&long, "", &long]))
        .collect();
    store_all(&db, &many).await;
    for status in [None, Some(Status::Received), Some(Status::Withdrawn)] {
        for late in [None, Some(true), Some(false)] {
            let filter = ExportFilter { status, late };
            let rows = rows(&db, &round, filter, Language::Nb).await;
            assert!(rows.iter().all(|row| late.is_none_or(|late| row.late == late)));
            assert!(rows.iter().all(|row| status.is_none_or(|status| row.status == status.name())));
        }
    }
    let whole = rows(&db, &round, ALL, Language::Nb).await;
    assert_eq!(whole.len(), 11 + 1000);
    assert!(whole.is_sorted_by_key(|row| row.theme_no.unwrap_or(i32::MAX)));
}

async fn a_sink_that_refuses_stops_the_export_and_harms_nothing(db: Database) {
    let (round, _, _) = received(&db).await;
    // More often than the pool has connections.
    for _ in 0..20 {
        let round = round.clone();
        let refuse = move |tx: &mut innspill::store::Reading<'_>| {
            let mut seen = 0;
            let outcome = submissions::for_each_sheet_row(tx, &round, ALL, Language::Nb, |_| {
                seen += 1;
                if seen < 2 { Ok(()) } else { Err(StoreError::Sink(std::io::Error::other("full"))) }
            });
            assert_eq!(seen, 2);
            outcome
        };
        let refused = db.store.read_snapshot(refuse).await;
        assert!(matches!(refused, Err(StoreError::Sink(_))), "{refused:?}");
    }
    assert_eq!(rows(&db, &round, ALL, Language::Nb).await.len(), 11);
}
