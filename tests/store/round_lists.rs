//! Lists of rounds agree with what each round says of itself.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, deadline, only_nb, round};
use crate::on_both;
use crate::rounds::localized;
use innspill::domain::clock::Moment;
use innspill::domain::consultation::{Consultation, Phase};
use innspill::domain::round_filter::{Audience, RoundFilter, RoundGroup, words_of};
use innspill::store::{consultations, round_lists};

on_both! {
    a_list_has_the_rounds_that_say_they_are_in_the_phase,
    a_search_finds_what_stands_in_the_texts,
    units_and_years_are_those_of_what_one_may_see,
    hostile_texts_can_be_stored_and_searched,
}

const ALL: (i64, i64) = (0, 100);

async fn store(db: &Database, rounds: &[Consultation]) {
    let rounds = rounds.to_vec();
    db.put(move |tx| rounds.iter().try_for_each(|round| consultations::insert(tx, round))).await;
}

async fn slugs(
    db: &Database,
    audience: Audience,
    filter: RoundFilter,
    group: RoundGroup,
    now: Moment,
) -> Vec<String> {
    let (who, what) = (audience.clone(), filter.clone());
    let counted = db.ask(move |tx| round_lists::count(tx, &who, &what, group, now)).await;
    let listed = db.ask(move |tx| round_lists::list(tx, &audience, &filter, (group, now), ALL)).await;
    assert_eq!(counted, i64::try_from(listed.len()).unwrap());
    listed.into_iter().map(|round| round.slug).collect()
}

/// Every combination of decisions and times, seen at every edge.
async fn a_list_has_the_rounds_that_say_they_are_in_the_phase(db: Database) {
    let edges = [0, 10, 20, 30].map(|seconds| deadline().plus_seconds(seconds));
    let mut rounds = Vec::new();
    for published in [None, Some(edges[0]), Some(edges[2])] {
        for (opens_at, closes_at) in [(edges[0], edges[1]), (edges[1], edges[2]), (edges[2], edges[3])] {
            for (concluded_at, archived_at) in [
                (None, None),
                (Some(edges[1]), None),
                (None, Some(edges[1])),
                (Some(edges[1]), Some(edges[1])),
            ] {
                let mut round = round(&format!("r{:02}", rounds.len()));
                (round.published_at, round.opens_at, round.closes_at) = (published, opens_at, closes_at);
                (round.concluded_at, round.archived_at) = (concluded_at, archived_at);
                rounds.push(round);
            }
        }
    }
    store(&db, &rounds).await;
    for now in edges.iter().flat_map(|edge| [edge.plus_seconds(-1), *edge]) {
        for phase in Phase::ALL {
            let mut expected: Vec<&Consultation> =
                rounds.iter().filter(|round| round.phase(now) == *phase).collect();
            expected.sort_by_key(|round| round.slug.clone());
            match phase {
                Phase::Open => expected.sort_by_key(|round| round.closes_at),
                Phase::Announced => expected.sort_by_key(|round| round.opens_at),
                _ => expected.sort_by_key(|round| std::cmp::Reverse(round.closes_at)),
            }
            let expected: Vec<String> = expected.iter().map(|round| round.slug.clone()).collect();
            let found =
                slugs(&db, Audience::Staff, RoundFilter::default(), RoundGroup::In(*phase), now).await;
            assert_eq!(found, expected, "{phase:?} at {now}");
            let public =
                slugs(&db, Audience::Public, RoundFilter::default(), RoundGroup::In(*phase), now).await;
            assert_eq!(public, if *phase == Phase::Draft { Vec::new() } else { expected });
        }
        let over = slugs(&db, Audience::Public, RoundFilter::default(), RoundGroup::Over, now).await;
        let is_over = |round: &&Consultation| matches!(round.phase(now), Phase::Closed | Phase::Concluded);
        assert_eq!(over.len(), rounds.iter().filter(is_over).count());
    }
    let own = Audience::StaffOf(vec!["r00".to_owned(), "r13".to_owned(), "gone".to_owned()]);
    let mut own = slugs(&db, own, RoundFilter::default(), RoundGroup::NotArchived, edges[0]).await;
    own.sort();
    assert_eq!(own, ["r00", "r13"]);
    let none = Audience::StaffOf(Vec::new());
    assert!(slugs(&db, none, RoundFilter::default(), RoundGroup::NotArchived, edges[0]).await.is_empty());
}

async fn a_search_finds_what_stands_in_the_texts(db: Database) {
    let mut one = round("one");
    one.title = only_nb("Ærlig TALT: Ålesunds Øyer");
    (one.lede.nb, one.lede.nn, one.lede.en) =
        ("ČÁHCI ja ŊŊ".to_owned(), Some("Korleis?".to_owned()), Some("How is it?".to_owned()));
    (one.case_number, one.announced_on) = ("2024/77-3".to_owned(), jiff::civil::date(2024, 12, 31));
    let mut two = round("two");
    (two.unit, two.announced_on) = (only_nb("Bymiljø"), jiff::civil::date(2025, 1, 1));
    store(&db, &[one, two]).await;
    let find = async |typed: &str, year: Option<i16>, unit: Option<&str>| {
        let filter = RoundFilter { words: words_of(typed), year, unit: unit.map(str::to_owned) };
        slugs(&db, Audience::Staff, filter, RoundGroup::NotArchived, deadline()).await
    };
    for typed in ["ærlig", "ÅLESUND øyer", "čáhci", "ŋŋ", "korleis", "HOW it", "2024/77", "77-3 talt"]
    {
        assert_eq!(find(typed, None, None).await, ["one"], "{typed}");
    }
    for typed in ["ærligere", "rligx", "title", "langt"] {
        assert!(find(typed, None, None).await.is_empty(), "{typed}");
    }
    assert_eq!(find("", Some(2024), None).await, ["one"]);
    assert_eq!(find("", Some(2025), None).await, ["two"]);
    assert_eq!(find("", None, Some("Bymiljø")).await, ["two"]);
    assert!(find("", Some(2024), Some("Bymiljø")).await.is_empty());
}

async fn units_and_years_are_those_of_what_one_may_see(db: Database) {
    let none = db.ask(|tx| round_lists::find_years(tx, &Audience::Staff, deadline())).await;
    assert_eq!(none, None);
    let (mut old, mut new, mut draft) = (round("old"), round("new"), round("draft"));
    old.unit = only_nb("B");
    old.announced_on = jiff::civil::date(2019, 1, 1);
    new.unit.nn = Some("Byrådsavdelinga".to_owned());
    new.announced_on = jiff::civil::date(2024, 1, 1);
    (draft.published_at, draft.unit) = (None, only_nb("A"));
    draft.announced_on = jiff::civil::date(2030, 1, 1);
    store(&db, &[old, new, draft, round("same-unit")]).await;
    let of = async |audience: Audience| {
        let who = audience.clone();
        let units = db.ask(move |tx| round_lists::list_units(tx, &who, deadline())).await;
        let years = db.ask(move |tx| round_lists::find_years(tx, &audience, deadline())).await;
        (units.into_iter().map(|unit| unit.nb).collect::<Vec<_>>(), years)
    };
    let (units, years) = of(Audience::Public).await;
    assert_eq!((units, years), (vec!["B".into(), "Byrådsavdeling".into()], Some((2019, 2024))));
    let (units, years) = of(Audience::Staff).await;
    assert_eq!((units.len(), years), (3, Some((2019, 2030))));
}

async fn hostile_texts_can_be_stored_and_searched(db: Database) {
    let rounds: Vec<Consultation> = (0..HOSTILE.len())
        .map(|number| {
            let mut round = round(&format!("r{number:02}"));
            (round.title, round.lede, round.unit) =
                (localized(number), localized(number + 1), localized(number + 2));
            round.case_number = HOSTILE[number].to_owned();
            round
        })
        .collect();
    store(&db, &rounds).await;
    let filter = RoundFilter { words: words_of("blåbærsyltetøy"), ..RoundFilter::default() };
    let now = at(MOMENTS[7]);
    assert!(!slugs(&db, Audience::Staff, filter, RoundGroup::NotArchived, now).await.is_empty());
    let units = db.ask(move |tx| round_lists::list_units(tx, &Audience::Staff, now)).await;
    assert_eq!(units.len(), HOSTILE.len());
}
