//! Those who write on a draft, invitations, and those who see a submission.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, person, store_all, stored_round, submission};
use crate::on_both;
use innspill::domain::consultation::Consultation;
use innspill::domain::draft::{Draft, DraftContent, DraftPlace, Invitation, Member, Sharing};
use innspill::domain::ids::{DraftId, InvitationId};
use innspill::domain::submission::Reader;
use innspill::store::{StoreError, drafts, members, submissions};

on_both! {
    members_read_back_by_when_they_joined,
    a_shared_draft_is_found_by_its_members_and_nobody_else,
    invitations_read_back_until_they_expire,
    what_belongs_to_a_draft_goes_with_it,
    those_who_see_a_submission_read_back,
}

fn draft(round: &Consultation, owner: &str) -> Draft {
    Draft {
        id: DraftId::new(),
        consultation_id: round.id,
        person: person(owner),
        changes: None,
        content: DraftContent::default(),
        version: 1,
        begun_at: at(MOMENTS[4]),
        saved_at: at(MOMENTS[4]),
        sharing: None,
    }
}

fn member(name: &str, joined_at: &str) -> Member {
    Member { person: person(name), name: name.to_owned(), joined_at: at(joined_at) }
}

async fn store(db: &Database, draft: &Draft, who: &[Member]) {
    let (draft, who) = (draft.clone(), who.to_vec());
    db.put(move |tx| {
        drafts::insert(tx, &draft)?;
        who.iter().try_for_each(|one| members::insert(tx, draft.id, one))
    })
    .await;
}

async fn members_read_back_by_when_they_joined(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (one, other) = (draft(&round, "kari"), draft(&round, "ola"));
    let mut who: Vec<Member> = (0..HOSTILE.len())
        .map(|number| Member {
            name: HOSTILE[number].to_owned(),
            ..member(&format!("p{number:02}"), MOMENTS[number % MOMENTS.len()])
        })
        .collect();
    store(&db, &one, &who).await;
    store(&db, &other, &[]).await;
    who.sort_by_key(|one| (one.joined_at, one.person.to_string()));
    let (id, none, first) = (one.id, other.id, who[0].clone());
    assert_eq!(db.ask(move |tx| members::list(tx, id)).await, who);
    assert_eq!(db.ask(move |tx| members::list(tx, none)).await, []);
    let (again, key) = (first.clone(), first.person.clone());
    db.put(move |tx| {
        let twice = members::insert(tx, id, &again);
        assert!(matches!(twice, Err(StoreError::AlreadyThere)), "{twice:?}");
        assert!(members::delete(tx, id, &key)?);
        assert!(!members::delete(tx, id, &key)?);
        Ok(())
    })
    .await;
    assert!(!db.ask(move |tx| members::is_member(tx, id, &first.person)).await);
    let second = who[1].person.clone();
    assert!(db.ask(move |tx| members::is_member(tx, id, &second)).await);
}

async fn a_shared_draft_is_found_by_its_members_and_nobody_else(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let mut one = draft(&round, "kari");
    store(&db, &one, &[member("kari", MOMENTS[4]), member("ola", MOMENTS[5])]).await;
    let (id, owner) = (one.id, one.person.clone());
    db.put(move |tx| {
        members::mark_shared(tx, id, &owner)?;
        members::update_may_change(tx, id, true)
    })
    .await;
    let (owner, saver) = (one.person.clone(), person("ola"));
    let saved = move |tx: &mut innspill::store::Upkeep<'_>| {
        drafts::update(tx, id, &owner, 1, &DraftContent::default(), Some(&saver), at(MOMENTS[5]))
    };
    assert!(db.keep_up(saved).await);
    one.sharing = Some(Sharing { saved_by: Some(person("ola")), members_may_change: true });
    (one.version, one.saved_at) = (2, at(MOMENTS[5]));
    for (name, sees) in [("kari", true), ("ola", true), ("liv", false)] {
        let expected = sees.then(|| one.clone());
        let key = person(name);
        let found = db.ask(move |tx| drafts::find(tx, &key, DraftPlace::Shared(id))).await;
        assert_eq!(found, expected, "{name}");
        let key = person(name);
        let version = db.ask(move |tx| drafts::find_version(tx, &key, DraftPlace::Shared(id))).await;
        assert_eq!(version.is_some(), sees, "{name}");
        let key = person(name);
        let listed = db.ask(move |tx| drafts::list_by_person(tx, &[key])).await;
        assert_eq!(listed, expected.into_iter().collect::<Vec<_>>(), "{name}");
    }
    // The owner's own place is free again.
    assert_eq!(db.ask(|tx| drafts::find(tx, &person("kari"), DraftPlace::New)).await, None);
    store(&db, &draft(&round, "kari"), &[]).await;
}

async fn invitations_read_back_until_they_expire(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let one = draft(&round, "kari");
    store(&db, &one, &[]).await;
    let invitation = |number: usize| Invitation {
        id: InvitationId::new(),
        draft_id: one.id,
        created_at: at(MOMENTS[number % MOMENTS.len()]),
        expires_at: at("2026-06-17T10:00:00Z"),
    };
    let all: Vec<Invitation> = (0..3).map(invitation).collect();
    let stored = all.clone();
    db.put(move |tx| {
        let mut numbered = stored.iter().enumerate();
        numbered.try_for_each(|(number, one)| members::insert_invitation(tx, one, &number.to_string()))
    })
    .await;
    let (id, last, late) = (one.id, at("2026-06-17T09:59:59.999Z"), at("2026-06-17T10:00:00Z"));
    assert_eq!(db.ask(move |tx| members::list_invitations(tx, id, last)).await, all);
    assert_eq!(db.ask(move |tx| members::list_invitations(tx, id, late)).await, []);
    assert_eq!(db.ask(move |tx| members::find_invitation(tx, "1", last)).await, Some(all[1].clone()));
    assert_eq!(db.ask(move |tx| members::find_invitation(tx, "1", late)).await, None);
    let gone = all[1].id;
    assert!(!db.put(move |tx| members::delete_invitation(tx, DraftId::new(), gone)).await);
    assert!(db.put(move |tx| members::delete_invitation(tx, id, gone)).await);
    assert!(!db.put(move |tx| members::delete_invitation(tx, id, gone)).await);
    assert_eq!(db.keep_up(move |tx| members::delete_expired_invitations(tx, last)).await, 0);
    assert_eq!(db.keep_up(move |tx| members::delete_expired_invitations(tx, late)).await, 2);
}

async fn what_belongs_to_a_draft_goes_with_it(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let one = draft(&round, "kari");
    store(&db, &one, &[member("kari", MOMENTS[4])]).await;
    let invitation = Invitation {
        id: InvitationId::new(),
        draft_id: one.id,
        created_at: at(MOMENTS[4]),
        expires_at: at(MOMENTS[5]),
    };
    let id = one.id;
    db.put(move |tx| members::insert_invitation(tx, &invitation, "x")).await;
    assert!(db.put(move |tx| drafts::delete(tx, id)).await);
    for table in ["draft_members", "draft_invitations"] {
        assert!(db.texts(&format!("SELECT 'x' AS value FROM {table}")).is_empty(), "{table}");
    }
}

async fn those_who_see_a_submission_read_back(db: Database) {
    let (round, form) = stored_round(&db, "one").await;
    let (one, other) = (
        submission(&round, &form, "2023-06-01T00:00:00Z", &["a"]),
        submission(&round, &form, "2023-06-02T00:00:00Z", &["b"]),
    );
    store_all(&db, &[one.clone(), other.clone()]).await;
    let mut readers: Vec<Reader> = (0..HOSTILE.len())
        .map(|number| Reader {
            person: person(&format!("p{number}")),
            name: format!("{number:02}{}", HOSTILE[number]),
            may_change: number.is_multiple_of(2),
        })
        .collect();
    let (stored, id) = (readers.clone(), one.id);
    db.put(move |tx| stored.iter().rev().try_for_each(|reader| members::insert_reader(tx, id, reader))).await;
    assert_eq!(db.ask(move |tx| members::list_readers(tx, id)).await, readers);
    let seen = db.ask(|tx| submissions::list_by_person(tx, &[person("p3"), person("p4")])).await;
    assert_eq!(seen, [one]);
    assert_eq!(db.ask(|tx| submissions::list_own(tx, &person("p3"))).await, []);
    let (first, none) = (readers.remove(0), other.id);
    db.put(move |tx| members::delete_reader(tx, id, &first.person)).await;
    assert_eq!(db.ask(move |tx| members::list_readers(tx, id)).await, readers);
    assert_eq!(db.ask(move |tx| members::list_readers(tx, none)).await, []);
}
