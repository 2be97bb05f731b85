//! Roles that were given, and one-time links.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, stored_round};
use crate::on_both;
use innspill::domain::consultation::Consultation;
use innspill::domain::ids::{StaffGrantId, StaffLinkId};
use innspill::domain::staff::{GrantedRound, StaffGrant, StaffRole};
use innspill::store::{StoreError, staff_grants, staff_links};

on_both! {
    grants_read_back_oldest_first_and_by_person,
    a_person_has_one_grant_in_each_round_and_one_everywhere,
    a_grant_is_changed_and_removed_and_others_stay,
    administrators_of_everything_are_counted,
    a_link_is_usable_once_and_until_it_expires,
}

fn grant(subject: &str, role: StaffRole, round: Option<&Consultation>) -> StaffGrant {
    StaffGrant {
        id: StaffGrantId::new(),
        issuer: "https://login.example.org".to_owned(),
        subject: subject.to_owned(),
        name: None,
        role,
        round: round.map(|round| GrantedRound { id: round.id, slug: round.slug.clone() }),
        granted_at: at("2023-06-01T12:00:00Z"),
        granted_by: "command-line".to_owned(),
    }
}

async fn store(db: &Database, grant: &StaffGrant) {
    let grant = grant.clone();
    db.put(move |tx| staff_grants::insert(tx, &grant)).await;
}

async fn list(db: &Database) -> Vec<StaffGrant> {
    db.ask(staff_grants::list).await
}

async fn grants_read_back_oldest_first_and_by_person(db: Database) {
    let (round, _) = stored_round(&db, "plan").await;
    let mut expected = Vec::new();
    for (number, text) in HOSTILE.iter().enumerate() {
        let role = StaffRole::ALL[number % StaffRole::ALL.len()];
        let one = StaffGrant {
            issuer: (*text).to_owned(),
            name: number.is_multiple_of(2).then(|| (*text).to_owned()),
            granted_at: at(MOMENTS[number % MOMENTS.len()]),
            granted_by: (*text).to_owned(),
            ..grant(text, role, number.is_multiple_of(3).then_some(&round))
        };
        store(&db, &one).await;
        expected.push(one);
    }
    for one in &expected {
        let (issuer, subject) = (one.issuer.clone(), one.subject.clone());
        let found = db.ask(move |tx| staff_grants::list_by_person(tx, &issuer, &subject)).await;
        assert_eq!(found, std::slice::from_ref(one));
        let id = one.id;
        assert_eq!(db.ask(move |tx| staff_grants::find(tx, id)).await.as_ref(), Some(one));
    }
    expected.sort_by_key(|grant| (grant.granted_at, grant.id));
    assert_eq!(list(&db).await, expected);
}

async fn a_person_has_one_grant_in_each_round_and_one_everywhere(db: Database) {
    let (plan, _) = stored_round(&db, "plan").await;
    let (other, _) = stored_round(&db, "annen").await;
    for round in [None, Some(&plan), Some(&other)] {
        store(&db, &grant("siri", StaffRole::Reader, round)).await;
        let again = grant("siri", StaffRole::Administrator, round);
        let outcome = db
            .put(move |tx| {
                let outcome = staff_grants::insert(tx, &again);
                // On Postgres nothing more could be done if it had spoilt the transaction.
                staff_grants::list(tx)?;
                Ok(matches!(outcome, Err(StoreError::AlreadyThere)))
            })
            .await;
        assert!(outcome, "{round:?}");
    }
    let found = db
        .ask(move |tx| staff_grants::find_by_person(tx, "https://login.example.org", "siri", Some(plan.id)));
    assert_eq!(found.await.unwrap().round.unwrap().slug, "plan");
    let found = db.ask(|tx| staff_grants::find_by_person(tx, "https://login.example.org", "siri", None));
    assert_eq!(found.await.unwrap().round, None);
    assert_eq!(list(&db).await.len(), 3);
}

async fn a_grant_is_changed_and_removed_and_others_stay(db: Database) {
    let (one, two) = (grant("siri", StaffRole::Reader, None), grant("lise", StaffRole::Reader, None));
    store(&db, &one).await;
    store(&db, &two).await;
    let changed = StaffGrant {
        role: StaffRole::CaseOfficer,
        name: Some("Siri".to_owned()),
        granted_at: at("2024-01-01T00:00:00Z"),
        granted_by: "Arne".to_owned(),
        ..one.clone()
    };
    let new = changed.clone();
    db.put(move |tx| staff_grants::update(tx, &new)).await;
    assert_eq!(list(&db).await, [two.clone(), changed]);
    assert!(db.put(move |tx| staff_grants::delete(tx, one.id)).await);
    assert!(!db.put(move |tx| staff_grants::delete(tx, one.id)).await);
    assert_eq!(list(&db).await, [two]);
}

async fn administrators_of_everything_are_counted(db: Database) {
    let (round, _) = stored_round(&db, "plan").await;
    store(&db, &grant("a", StaffRole::Administrator, Some(&round))).await;
    store(&db, &grant("b", StaffRole::CaseOfficer, None)).await;
    assert_eq!(db.put(staff_grants::hold_administrators).await, 0);
    store(&db, &grant("c", StaffRole::Administrator, None)).await;
    store(&db, &grant("d", StaffRole::Administrator, None)).await;
    let before = list(&db).await;
    assert_eq!(db.put(staff_grants::hold_administrators).await, 2);
    assert_eq!(list(&db).await, before);
}

async fn a_link_is_usable_once_and_until_it_expires(db: Database) {
    let (one, two) = (StaffLinkId::new(), StaffLinkId::new());
    let (printed, expires) = (at("2023-06-01T12:00:00Z"), at("2023-06-01T12:15:00Z"));
    db.put(move |tx| {
        staff_links::insert(tx, one, "en", printed, expires)?;
        staff_links::insert(tx, two, "to", printed, expires)
    })
    .await;
    let usable = |token: &'static str, now: &'static str| {
        db.ask(move |tx| staff_links::find_usable(tx, token, at(now)))
    };
    assert_eq!(usable("en", "2023-06-01T12:14:59.999Z").await, Some(one));
    assert_eq!(usable("en", "2023-06-01T12:15:00Z").await, None);
    assert_eq!(usable("tre", "2023-06-01T12:00:00Z").await, None);
    assert!(db.put(move |tx| staff_links::mark_used(tx, one, at("2023-06-01T12:01:00Z"))).await);
    assert!(!db.put(move |tx| staff_links::mark_used(tx, one, at("2023-06-01T12:02:00Z"))).await);
    assert_eq!(usable("en", "2023-06-01T12:03:00Z").await, None);
    assert_eq!(usable("to", "2023-06-01T12:03:00Z").await, Some(two));
    let stored = "SELECT id FROM staff_links WHERE used_at IS NOT NULL";
    let used = db.moments(&format!("SELECT {{used_at}} AS value FROM staff_links WHERE id IN ({stored})"));
    assert_eq!(used, ["2023-06-01T12:01:00.000Z"]);
    assert_eq!(db.put(move |tx| staff_links::delete_expired(tx, at("2023-06-01T12:14:59.999Z"))).await, 0);
    assert_eq!(db.put(move |tx| staff_links::delete_expired(tx, expires)).await, 2);
}
