//! Submissions as staff go through them.

use crate::database::Database;
use crate::examples::{at, deadline, form, person, store_all, stored_round, submission, without_comment};
use crate::on_both;
use innspill::domain::consultation::Consultation;
use innspill::domain::export::ExportFilter;
use innspill::domain::progress::Hour;
use innspill::domain::question::{FormVersion, QuestionKind};
use innspill::domain::respondent::RespondentKind;
use innspill::domain::submission::{Channel, Status, Submission};
use innspill::store::submissions::{self, Counts, Marks, Neighbours, Summary};
use innspill::store::{consultations, forms};
use std::collections::{BTreeMap, HashMap, HashSet};

on_both! {
    a_list_is_in_the_order_of_arrival,
    a_summary_tells_of_the_standing_revision,
    filters_and_counts_agree,
    neighbours_follow_the_list,
    copies_and_persons_with_several_are_marked,
    answers_to_a_question_are_listed_and_counted,
    what_stands_is_counted_by_hour_and_sort,
    what_was_chosen_is_counted_answer_by_answer,
}

const ALL: ExportFilter = ExportFilter { status: None, late: None };
/// Two on time, two at one instant on time, one at the deadline, one after it.
const TIMES: [&str; 6] = [
    "2023-06-01T00:00:00.001Z",
    "2023-06-01T00:00:00.000Z",
    "2023-06-30T21:59:59.999Z",
    "2023-06-30T21:59:59.999Z",
    "2023-06-30T22:00:00.000Z",
    "2023-07-01T08:00:00.000Z",
];
/// Their places when put in order.
const ORDER: [usize; 6] = [1, 0, 2, 3, 4, 5];

/// Submissions at [`TIMES`], the second and the last withdrawn, stored backwards, beside a
/// round with submissions of its own.
async fn received(db: &Database) -> (Consultation, FormVersion, Vec<Submission>) {
    let (other, other_form) = stored_round(db, "other").await;
    let (round, form) = stored_round(db, "one").await;
    let mut all: Vec<Submission> =
        TIMES.iter().map(|time| submission(&round, &form, time, &["a", "b"])).collect();
    for number in [1, 5] {
        (all[number].status, all[number].withdrawn_at) = (Status::Withdrawn, Some(deadline()));
    }
    let mut stored: Vec<Submission> = all.iter().rev().cloned().collect();
    stored.extend(TIMES.map(|time| submission(&other, &other_form, time, &["c"])));
    store_all(db, &stored).await;
    (round, form, all)
}

async fn references(
    db: &Database,
    round: &Consultation,
    filter: ExportFilter,
    offset: i64,
    limit: i64,
) -> Vec<String> {
    let round = round.clone();
    let list = db.ask(move |tx| submissions::list(tx, &round, filter, offset, limit)).await;
    list.iter().map(|summary| summary.reference.to_string()).collect()
}

fn expected(all: &[Submission], numbers: &[usize]) -> Vec<String> {
    numbers.iter().map(|number| all[*number].reference.to_string()).collect()
}

async fn a_list_is_in_the_order_of_arrival(db: Database) {
    let (round, _, all) = received(&db).await;
    assert_eq!(references(&db, &round, ALL, 0, 100).await, expected(&all, &ORDER));
    assert_eq!(references(&db, &round, ALL, 0, 4).await, expected(&all, &ORDER[..4]));
    assert_eq!(references(&db, &round, ALL, 4, 4).await, expected(&all, &ORDER[4..]));
    assert_eq!(references(&db, &round, ALL, 6, 4).await, Vec::<String>::new());
}

async fn a_summary_tells_of_the_standing_revision(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let mut one = submission(&round, &form, "2023-06-01T00:00:00Z", &["a"]);
    (one.channel, one.person) = (Channel::Meeting, Some(person("kari")));
    store_all(&db, std::slice::from_ref(&one)).await;
    one.current = crate::examples::revision(&form, at("2023-06-02T00:00:00.999Z"), &["ny"]);
    one.current.number = 2;
    (one.current.respondent.kind, one.current.respondent.organisation) =
        (RespondentKind::Group, Some("Ungdomsrådet".to_owned()));
    let changed = one.clone();
    db.put(move |tx| submissions::insert_revision(tx, &changed)).await;
    let listed = db.ask(move |tx| submissions::list(tx, &round, ALL, 0, 10)).await;
    let summary = Summary {
        reference: one.reference,
        status: Status::Received,
        channel: Channel::Meeting,
        received_at: at("2023-06-02T00:00:00.999Z"),
        revision: 2,
        kind: RespondentKind::Group,
        name: "Ola".to_owned(),
        organisation: Some("Ungdomsrådet".to_owned()),
        language: one.current.respondent.language,
        no_comment: false,
        text_sha256: one.current.text_sha256(),
        person_key: Some(person("kari").as_str().to_owned()),
    };
    assert_eq!(listed, [summary]);
}

async fn filters_and_counts_agree(db: Database) {
    let (round, _, all) = received(&db).await;
    let (received, withdrawn) = (Some(Status::Received), Some(Status::Withdrawn));
    for (status, late, numbers) in [
        (None, Some(true), &[4, 5][..]),
        (None, Some(false), &[1, 0, 2, 3]),
        (received, None, &[0, 2, 3, 4]),
        (withdrawn, None, &[1, 5]),
        (received, Some(true), &[4]),
        (withdrawn, Some(false), &[1]),
    ] {
        let filter = ExportFilter { status, late };
        assert_eq!(references(&db, &round, filter, 0, 100).await, expected(&all, numbers), "{filter:?}");
        let counted = round.clone();
        let (whole, _) = db.ask(move |tx| submissions::count_sheet_rows(tx, &counted, filter)).await;
        assert_eq!(whole, u64::try_from(numbers.len()).unwrap());
    }
    let counts = db.ask(move |tx| submissions::count(tx, &round)).await;
    assert_eq!(counts, Counts { all: 6, received: 4, withdrawn: 2, late: 2 });
    let empty = crate::examples::round("empty");
    assert_eq!(db.ask(move |tx| submissions::count(tx, &empty)).await, Counts::default());
}

async fn neighbours_follow_the_list(db: Database) {
    let (_, _, all) = received(&db).await;
    let ordered: Vec<&Submission> = ORDER.iter().map(|number| &all[*number]).collect();
    for (place, one) in ordered.iter().enumerate() {
        let expected = Neighbours {
            previous: place.checked_sub(1).map(|before| ordered[before].reference.clone()),
            next: ordered.get(place + 1).map(|after| after.reference.clone()),
        };
        let one = (*one).clone();
        assert_eq!(db.ask(move |tx| submissions::find_neighbours(tx, &one)).await, expected, "{place}");
    }
}

async fn copies_and_persons_with_several_are_marked(db: Database) {
    let (other, other_form) = stored_round(&db, "other").await;
    let (round, form) = stored_round(&db, "one").await;
    let make = |answer: &str| submission(&round, &form, "2023-06-01T00:00:00Z", &[answer]);
    let mut all = vec![make("lik"), make("lik"), make("ulik"), make("ulik "), make("alene")];
    for (number, name) in [(0, "kari"), (1, "ola"), (2, "kari"), (3, "per")] {
        all[number].person = Some(person(name));
    }
    all.extend([
        without_comment(&round, &form, "2023-06-01T00:00:00Z"),
        without_comment(&round, &form, "2023-06-01T00:00:00Z"),
        submission(&other, &other_form, "2023-06-01T00:00:00Z", &["alene"]),
    ]);
    all[7].person = Some(person("per"));
    store_all(&db, &all).await;
    let expected = Marks {
        texts: HashSet::from([all[0].current.text_sha256()]),
        persons: HashSet::from([person("kari").as_str().to_owned()]),
    };
    let of = round.clone();
    assert_eq!(db.ask(move |tx| submissions::list_marks(tx, &of)).await, expected);
    // Only the standing revision counts: once changed, the copies are none.
    let mut changed = all[1].clone();
    changed.current = crate::examples::revision(&form, at("2023-06-02T00:00:00Z"), &["ikke lik"]);
    changed.current.number = 2;
    db.put(move |tx| submissions::insert_revision(tx, &changed)).await;
    assert_eq!(db.ask(move |tx| submissions::list_marks(tx, &round)).await.texts, HashSet::new());
}

async fn answers_to_a_question_are_listed_and_counted(db: Database) {
    let (round, first_form) = stored_round(&db, "one").await;
    let second_form = form(2, 3);
    let (kept, id) = (second_form.clone(), round.id);
    db.put(move |tx| forms::insert(tx, id, &kept, deadline())).await;
    let ids =
        [&first_form, &second_form].map(|form| form.questions.iter().map(|one| one.id).collect::<Vec<_>>());
    let mut all = vec![
        submission(&round, &first_form, "2023-06-02T00:00:00Z", &["1a", "", "3a"]),
        submission(&round, &second_form, "2023-06-01T00:00:00Z", &["1b", "2b", ""]),
        submission(&round, &first_form, "2023-07-02T00:00:00Z", &["1c", "", "3c"]),
        without_comment(&round, &first_form, "2023-06-01T00:00:00Z"),
    ];
    all[2].status = Status::Withdrawn;
    store_all(&db, &all).await;
    let on_time = ExportFilter { status: None, late: Some(false) };
    let standing = ExportFilter { status: Some(Status::Received), late: None };
    let both = |place: usize| vec![ids[0][place], ids[1][place]];
    for (questions, filter, offset, limit, texts) in [
        (both(0), ALL, 0, 10, &["1b", "1a", "1c"][..]),
        (both(0), ALL, 1, 1, &["1a"]),
        (both(0), on_time, 0, 10, &["1b", "1a"]),
        (both(2), standing, 0, 10, &["3a"]),
        (both(1), ALL, 0, 10, &["2b"]),
        (vec![ids[0][0]], ALL, 0, 10, &["1a", "1c"]),
        (vec![], ALL, 0, 10, &[]),
    ] {
        let (of, asked) = (round.clone(), questions.clone());
        let found = db.ask(move |tx| submissions::list_answers(tx, &of, &asked, filter, offset, limit)).await;
        assert_eq!(found.iter().map(|answer| answer.text.as_str()).collect::<Vec<_>>(), texts);
        assert!(found.iter().all(|answer| questions.contains(&answer.question_id)));
        for answer in &found {
            let whose = all.iter().find(|one| one.reference == answer.submission.reference).unwrap();
            assert!(whose.current.answers.iter().any(|given| given.text == answer.text));
        }
    }
    for (filter, first, third) in [(ALL, 2, 2), (standing, 1, 1)] {
        let of = round.clone();
        let found = db.ask(move |tx| submissions::count_by_question(tx, &of, filter)).await;
        let counts = [(ids[0][0], first), (ids[0][2], third), (ids[1][0], 1), (ids[1][1], 1)];
        assert_eq!(found, HashMap::from(counts));
    }
}

async fn what_stands_is_counted_by_hour_and_sort(db: Database) {
    let (round, form, all) = received(&db).await;
    let id = round.id;
    let hours = db.ask(move |tx| submissions::count_by_hour(tx, id)).await;
    // The second and the last are withdrawn.
    let at_hour = |time: &str| at(time).timestamp().as_second() / 3600;
    let expected = [(TIMES[0], 1), (TIMES[2], 2), (TIMES[4], 1)];
    let expected = expected.map(|(time, count)| Hour { number: at_hour(time), count });
    assert_eq!(hours, expected);

    // A change leaves it in its hour, and tells its new sort.
    let mut changed = all[0].clone();
    changed.current = crate::examples::revision(&form, at("2023-06-20T00:00:00Z"), &["ny"]);
    (changed.current.number, changed.current.respondent.kind) = (2, RespondentKind::Group);
    db.put(move |tx| submissions::insert_revision(tx, &changed)).await;
    assert_eq!(db.ask(move |tx| submissions::count_by_hour(tx, id)).await, expected);
    let sorts = db.ask(move |tx| submissions::count_by_sort(tx, id)).await;
    let groups = sorts.iter().filter(|sort| sort.kind == RespondentKind::Group);
    assert_eq!(groups.map(|sort| sort.count).sum::<i64>(), 1);
    assert_eq!(sorts.iter().map(|sort| sort.count).sum::<i64>(), 4);
    let unsent = db.ask(move |tx| submissions::count_unsent_letters(tx, id)).await;
    assert_eq!((unsent.waiting, unsent.failed), (0, 0));
}

async fn what_was_chosen_is_counted_answer_by_answer(db: Database) {
    let round = crate::examples::round("one");
    let id = round.id;
    let (mut first, mut second) = (form(1, 2), form(2, 2));
    first.questions[0].kind = QuestionKind::SeveralChoices;
    // In another version the same question was answered in words.
    second.questions[0].kind = QuestionKind::LongText;
    let (kept, forms) = (round.clone(), [first.clone(), second.clone()]);
    db.put(move |tx| {
        consultations::insert(tx, &kept)?;
        forms.iter().try_for_each(|form| forms::insert(tx, id, form, deadline()))
    })
    .await;
    let mut all = vec![
        submission(&round, &first, "2023-06-01T00:00:00Z", &["a\nb", "a"]),
        submission(&round, &first, "2023-06-01T00:00:00Z", &["a\nb", ""]),
        submission(&round, &first, "2023-06-01T00:00:00Z", &["a", ""]),
        submission(&round, &first, "2023-06-01T00:00:00Z", &["c", ""]),
        submission(&round, &second, "2023-06-01T00:00:00Z", &["a", "a"]),
    ];
    all[3].status = Status::Withdrawn;
    store_all(&db, &all).await;
    let (question, standing) =
        (first.questions[0].id, ExportFilter { status: Some(Status::Received), late: None });
    let counted = db.ask(move |tx| submissions::count_choices(tx, &round, &[question], standing)).await;
    let counted: BTreeMap<String, i64> = counted.into_iter().map(|(_, text, times)| (text, times)).collect();
    assert_eq!(counted, BTreeMap::from([("a".to_owned(), 1), ("a\nb".to_owned(), 2)]));
}
