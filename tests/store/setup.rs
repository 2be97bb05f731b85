//! Rounds as they are set up: changed by one at a time, named, previewed, removed.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, form, round, store_all, stored_round, submission};
use crate::on_both;
use crate::rounds::localized;
use innspill::domain::code::{Code, CodeGroup};
use innspill::domain::consultation::Consultation;
use innspill::domain::ids::{ConsultationId, PreviewLinkId};
use innspill::domain::preview::PreviewLink;
use innspill::domain::way_in::WayIn;
use innspill::store::{StoreError, codes, consultations, forms, preview_links, round_setup};

on_both! {
    what_is_set_up_reads_back_and_moments_stay,
    of_two_changes_of_one_version_the_second_is_told,
    names_are_listed_the_last_made_first,
    preview_links_read_back_and_go,
    a_round_is_removed_with_all_it_was_set_up_with,
    a_round_that_something_refers_to_stays_whole,
}

async fn what_is_set_up_reads_back_and_moments_stay(db: Database) {
    let (first, earlier) = (round("first"), round("earlier"));
    let (stored, previous) = (first.clone(), earlier.clone());
    db.put(move |tx| consultations::insert(tx, &stored).and_then(|()| consultations::insert(tx, &previous)))
        .await;
    for (number, text) in HOSTILE.into_iter().enumerate() {
        let is_even = number.is_multiple_of(2);
        let changed = Consultation {
            slug: format!("slug-{number}"),
            process: is_even.then(|| text.to_owned()),
            case_number: text.to_owned(),
            unit: localized(number),
            title: localized(number + 1),
            lede: localized(number + 2),
            body: localized(number + 3),
            next_steps: localized(number + 4),
            late_counts: is_even,
            who_may_answer: WayIn::ALL[number % WayIn::ALL.len()],
            who_may_answer_why: is_even.then(|| localized(number)),
            language_missing_why: is_even.then(|| text.to_owned()),
            previous_id: is_even.then_some(earlier.id),
            announced_on: jiff::civil::date(2024, 2, 29),
            ..first.clone()
        };
        let mut with_other_moments = changed.clone();
        with_other_moments.closes_at = at(MOMENTS[8]);
        with_other_moments.published_at = None;
        let id = first.id;
        let version = db.ask(move |tx| round_setup::find_version(tx, id)).await;
        db.put(move |tx| {
            assert!(round_setup::update(tx, &with_other_moments, version)?);
            Ok(())
        })
        .await;
        assert_eq!(db.ask(move |tx| consultations::find(tx, id)).await, Some(changed));
    }
}

async fn of_two_changes_of_one_version_the_second_is_told(db: Database) {
    let (one, two) = (round("one"), round("two"));
    let (stored, other) = (one.clone(), two.clone());
    db.put(move |tx| consultations::insert(tx, &stored).and_then(|()| consultations::insert(tx, &other)))
        .await;
    db.put(move |tx| {
        assert!(round_setup::update(tx, &one, 1)?);
        assert!(!round_setup::update(tx, &one, 1)?, "it is of version 2 now");
        let taken = round_setup::update(tx, &Consultation { slug: "two".into(), ..one.clone() }, 2);
        assert!(matches!(taken, Err(StoreError::AlreadyThere)), "{taken:?}");
        assert!(round_setup::update(tx, &one, 2)?, "the transaction stands");
        Ok(())
    })
    .await;
}

async fn names_are_listed_the_last_made_first(db: Database) {
    let rounds: Vec<Consultation> = (0..3)
        .map(|number| Consultation { created_at: at(MOMENTS[number + 2]), ..round(&format!("r-{number}")) })
        .collect();
    let stored = rounds.clone();
    db.put(move |tx| stored.iter().try_for_each(|round| consultations::insert(tx, round))).await;
    let names = db.ask(|tx| round_setup::list_names(tx, 2)).await;
    assert_eq!(names.iter().map(|name| name.slug.as_str()).collect::<Vec<_>>(), ["r-2", "r-1"]);
    assert_eq!((names[0].id, &names[0].title), (rounds[2].id, &rounds[2].title));
}

async fn preview_links_read_back_and_go(db: Database) {
    let (one, two) = (round("one"), round("two"));
    let (id, other) = (one.id, two.id);
    db.put(move |tx| consultations::insert(tx, &one).and_then(|()| consultations::insert(tx, &two))).await;
    let link = |number: usize| PreviewLink {
        id: PreviewLinkId::new(),
        consultation_id: id,
        label: HOSTILE[number].to_owned(),
        made_at: at(MOMENTS[number % MOMENTS.len()]),
        made_by: HOSTILE[number].to_owned(),
    };
    let mut links: Vec<PreviewLink> = (0..HOSTILE.len()).map(link).collect();
    let stored = links.clone();
    db.put(move |tx| {
        stored.iter().try_for_each(|link| preview_links::insert(tx, link, &format!("hash {}", link.id)))
    })
    .await;
    links.reverse();
    assert_eq!(db.ask(move |tx| preview_links::list(tx, id)).await, links);
    let (hash, gone) = (format!("hash {}", links[0].id), links[0].id);
    let sought = hash.clone();
    assert_eq!(db.ask(move |tx| preview_links::find_round(tx, &sought)).await, Some(id));
    assert_eq!(db.ask(|tx| preview_links::find_round(tx, "nobody's")).await, None);
    db.put(move |tx| {
        assert!(!preview_links::delete(tx, other, gone)?, "it is of another round");
        assert!(preview_links::delete(tx, id, gone)?);
        assert!(!preview_links::delete(tx, id, gone)?);
        Ok(())
    })
    .await;
    assert_eq!(db.ask(move |tx| preview_links::find_round(tx, &hash)).await, None);
}

async fn a_round_is_removed_with_all_it_was_set_up_with(db: Database) {
    let (gone, _) = stored_round(&db, "gone").await;
    let next = Consultation { previous_id: Some(gone.id), ..round("next") };
    let (id, next_id, second) = (gone.id, next.id, form(2, 2));
    let code = Code { key: "T1".into(), name: localized(1) };
    let book = vec![CodeGroup { key: "M1".into(), name: localized(2), codes: vec![code] }];
    db.put(move |tx| {
        consultations::insert(tx, &next)?;
        forms::insert(tx, next_id, &form(1, 1), next.created_at)?;
        forms::insert(tx, id, &second, next.created_at)?;
        codes::insert(tx, id, &book)?;
        let link = PreviewLink {
            id: PreviewLinkId::new(),
            consultation_id: id,
            label: String::new(),
            made_at: next.created_at,
            made_by: String::new(),
        };
        preview_links::insert(tx, &link, "hash")
    })
    .await;
    assert!(!db.ask(move |tx| round_setup::has_input(tx, id)).await);
    db.put(move |tx| {
        assert!(round_setup::delete(tx, id)?);
        Ok(())
    })
    .await;
    assert_eq!(db.ask(move |tx| consultations::find(tx, id)).await, None);
    let left = db.ask(move |tx| consultations::find(tx, next_id)).await.unwrap();
    assert_eq!(left.previous_id, None);
    assert_eq!(db.ask(move |tx| forms::find_current(tx, next_id)).await.questions.len(), 1);
    assert_eq!(db.ask(|tx| preview_links::find_round(tx, "hash")).await, None);
}

async fn a_round_that_something_refers_to_stays_whole(db: Database) {
    let (round, form) = stored_round(&db, "used").await;
    let id = round.id;
    store_all(&db, &[submission(&round, &form, "2023-06-01T12:00:00Z", &["Ja"])]).await;
    assert!(db.ask(move |tx| round_setup::has_input(tx, id)).await);
    assert!(!db.ask(|tx| round_setup::has_input(tx, ConsultationId::new())).await);
    db.put(move |tx| {
        assert!(!round_setup::delete(tx, id)?);
        Ok(())
    })
    .await;
    assert_eq!(db.ask(move |tx| consultations::find(tx, id)).await, Some(round));
    assert_eq!(db.ask(move |tx| forms::find_current(tx, id)).await, form);
}
