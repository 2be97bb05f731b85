//! Files that go with drafts and with revisions of submissions.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at, deadline, person, store_all, stored_round, submission};
use crate::on_both;
use innspill::actions::apply_retention::apply_retention;
use innspill::domain::attachment::{Attachment, AttachmentRole};
use innspill::domain::consultation::Consultation;
use innspill::domain::draft::{Draft, DraftContent};
use innspill::domain::file::{FileKind, ScanState, StoredFile};
use innspill::domain::ids::{AttachmentId, DraftId, RevisionId};
use innspill::domain::retention::{RecordKind, Retention, RetentionRule};
use innspill::domain::submission::Submission;
use innspill::store::{StoreError, Writing, attachments, drafts, files};

on_both! {
    attachments_read_back_in_their_order,
    the_same_bytes_are_in_a_draft_once,
    one_takes_the_place_of_another,
    files_follow_a_draft_into_its_revision_and_a_revision_into_a_draft,
    a_file_is_found_where_it_belongs_and_nowhere_else,
    files_are_counted_for_many_at_once,
    files_go_with_their_draft,
}

fn attachment(number: usize) -> Attachment {
    Attachment {
        id: AttachmentId::new(),
        role: AttachmentRole::ALL[number % AttachmentRole::ALL.len()],
        name: HOSTILE[number % HOSTILE.len()].replace('\0', ""),
        kind: FileKind::ALL[number % FileKind::ALL.len()],
        size_bytes: i64::MAX - i64::try_from(number).unwrap(),
        sha256: format!("{number:064x}"),
        added_at: at(MOMENTS[number % MOMENTS.len()]),
        scan: ScanState::ALL[number % ScanState::ALL.len()],
    }
}

fn insert(tx: &mut Writing<'_>, draft: DraftId, one: &Attachment) -> Result<(), StoreError> {
    let stored = StoredFile {
        sha256: one.sha256.clone(),
        size_bytes: one.size_bytes,
        media_type: one.kind.media_type().to_owned(),
        kept_at: one.added_at,
        scan: one.scan,
        scanned_at: None,
        signature: None,
    };
    files::insert_missing(tx, &stored)?;
    attachments::insert(tx, draft, one)
}

/// A stored draft with the attachments of these numbers.
async fn draft(
    db: &Database,
    round: &Consultation,
    who: &str,
    numbers: &[usize],
) -> (DraftId, Vec<Attachment>) {
    let draft = Draft {
        id: DraftId::new(),
        consultation_id: round.id,
        person: person(who),
        changes: None,
        content: DraftContent::default(),
        version: 1,
        begun_at: at("2023-06-01T00:00:00Z"),
        saved_at: at("2023-06-01T00:00:00Z"),
        sharing: None,
    };
    let id = draft.id;
    let all: Vec<Attachment> = numbers.iter().map(|number| attachment(*number)).collect();
    let stored = all.clone();
    db.put(move |tx| {
        drafts::insert(tx, &draft)?;
        stored.iter().try_for_each(|one| insert(tx, id, one))
    })
    .await;
    (id, all)
}

async fn of_draft(db: &Database, id: DraftId) -> Vec<Attachment> {
    db.ask(move |tx| attachments::list_of_draft(tx, id)).await
}

async fn of_revision(db: &Database, id: RevisionId) -> Vec<Attachment> {
    db.ask(move |tx| attachments::list_of_revision(tx, id)).await
}

/// A stored submission with the attachments of these numbers.
async fn sent(db: &Database, slug: &str, who: &str, numbers: &[usize]) -> (Submission, Vec<Attachment>) {
    let (round, form) = stored_round(db, slug).await;
    let one = submission(&round, &form, "2023-06-02T00:00:00Z", &["Ja"]);
    store_all(db, std::slice::from_ref(&one)).await;
    let (id, all) = draft(db, &round, who, numbers).await;
    let revision = one.current.id;
    db.put(move |tx| attachments::move_to_revision(tx, id, revision)).await;
    assert_eq!(of_draft(db, id).await, []);
    (one, all)
}

async fn attachments_read_back_in_their_order(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let numbers: Vec<usize> = (0..HOSTILE.len()).rev().collect();
    let (id, all) = draft(&db, &round, "kari", &numbers).await;
    assert_eq!(of_draft(&db, id).await, all);
    let (other, _) = draft(&db, &round, "ola", &[]).await;
    let lists = db.ask(move |tx| attachments::list_of_drafts(tx, &[id, other])).await;
    assert_eq!(lists.into_iter().collect::<Vec<_>>(), [(id, all)]);
}

async fn the_same_bytes_are_in_a_draft_once(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (id, all) = draft(&db, &round, "kari", &[1]).await;
    let again = Attachment { id: AttachmentId::new(), name: "annet navn".to_owned(), ..all[0].clone() };
    let refused = db.put(move |tx| Ok(insert(tx, id, &again))).await;
    assert!(matches!(refused, Err(StoreError::AlreadyThere)));
    assert_eq!(of_draft(&db, id).await, all);
    // Another draft may have them too.
    let (other, same) = draft(&db, &round, "ola", &[1]).await;
    assert_eq!(of_draft(&db, other).await, same);
}

async fn one_takes_the_place_of_another(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (id, mut all) = draft(&db, &round, "kari", &[1, 2, 3]).await;
    let (other, others) = draft(&db, &round, "ola", &[4]).await;
    let (new, old) = (attachment(5), all[1].id);
    let stored = new.clone();
    let is_replaced = db
        .put(move |tx| {
            insert(tx, other, &stored)?;
            attachments::delete(tx, other, stored.id)?;
            assert!(!attachments::replace(tx, other, old, &stored)?, "it is in another draft");
            attachments::replace(tx, id, old, &stored)
        })
        .await;
    assert!(is_replaced);
    all[1] = new;
    assert_eq!(of_draft(&db, id).await, all);
    assert_eq!(of_draft(&db, other).await, others);
    let gone = all.remove(0).id;
    assert!(!db.put(move |tx| attachments::delete(tx, other, gone)).await, "it is in another draft");
    assert!(db.put(move |tx| attachments::delete(tx, id, gone)).await);
    assert_eq!(of_draft(&db, id).await, all);
}

async fn files_follow_a_draft_into_its_revision_and_a_revision_into_a_draft(db: Database) {
    let (one, all) = sent(&db, "one", "kari", &[3, 1, 2]).await;
    let revision = one.current.id;
    assert_eq!(of_revision(&db, revision).await, all);
    let (round, _) = stored_round(&db, "two").await;
    let (change, _) = draft(&db, &round, "ola", &[]).await;
    db.put(move |tx| attachments::copy_to_draft(tx, revision, change)).await;
    let copies = of_draft(&db, change).await;
    assert!(copies.iter().zip(&all).all(|(copy, one)| copy.id != one.id));
    let back: Vec<_> =
        copies.into_iter().zip(&all).map(|(copy, one)| Attachment { id: one.id, ..copy }).collect();
    assert_eq!(back, all);
    assert_eq!(of_revision(&db, revision).await, all, "the revision keeps its own");
    let lists = db.ask(move |tx| attachments::list_of_revisions(tx, &[revision, RevisionId::new()])).await;
    assert_eq!(lists.into_iter().collect::<Vec<_>>(), [(revision, all)]);
}

async fn a_file_is_found_where_it_belongs_and_nowhere_else(db: Database) {
    let (one, all) = sent(&db, "one", "kari", &[1, 2]).await;
    let (two, others) = sent(&db, "two", "ola", &[1]).await;
    let (round, _) = stored_round(&db, "three").await;
    let (id, own) = draft(&db, &round, "siri", &[1]).await;
    for (submission, file, found) in [
        (one.id, all[1].id, Some(all[1].clone())),
        (two.id, all[1].id, None),
        (one.id, others[0].id, None),
        (one.id, own[0].id, None),
    ] {
        assert_eq!(db.ask(move |tx| attachments::find_of_submission(tx, submission, file)).await, found);
    }
    let (file, sent_file) = (own[0].id, all[0].id);
    assert_eq!(db.ask(move |tx| attachments::find_of_draft(tx, id, file)).await, Some(own[0].clone()));
    assert_eq!(db.ask(move |tx| attachments::find_of_draft(tx, id, sent_file)).await, None);
}

async fn files_are_counted_for_many_at_once(db: Database) {
    let (one, _) = sent(&db, "one", "kari", &[1, 2, 3]).await;
    let (two, _) = sent(&db, "two", "ola", &[]).await;
    let (three, _) = sent(&db, "three", "siri", &[1]).await;
    let asked = [&one, &two].map(|one| one.reference.clone());
    let counts = db.ask(move |tx| attachments::count_by_reference(tx, &asked)).await;
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [(one.reference, 3)]);
    assert_eq!(of_revision(&db, three.current.id).await.len(), 1);
}

async fn files_go_with_their_draft(db: Database) {
    let (round, _) = stored_round(&db, "one").await;
    let (thrown, _) = draft(&db, &round, "kari", &[1]).await;
    assert!(db.put(move |tx| Ok(drafts::hold(tx, thrown)? && drafts::delete(tx, thrown)?)).await);
    assert!(!db.put(move |tx| drafts::hold(tx, thrown)).await);
    assert_eq!(of_draft(&db, thrown).await, []);
    let (old, _) = draft(&db, &round, "ola", &[2]).await;
    let rules = Retention(vec![RetentionRule { kind: RecordKind::Drafts, keep_for_days: 1 }]);
    let day_after = deadline().plus_seconds(24 * 60 * 60);
    assert_eq!(apply_retention(&db.store, &rules, day_after).await.unwrap(), 1);
    assert_eq!(of_draft(&db, old).await, []);
}
