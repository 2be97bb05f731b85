//! Forms that are being changed: hidden until they are published.

use crate::database::{Database, audited};
use crate::examples::{at, continued, deadline, form, store_all, stored_round, submission};
use crate::on_both;
use crate::rounds::localized;
use innspill::domain::form_change::FormChange;
use innspill::domain::ids::{ConsultationId, QuestionId};
use innspill::domain::question::{FormVersion, Question};
use innspill::store::{form_drafts, forms};

on_both! {
    a_changed_form_is_seen_when_it_is_published,
    a_changed_form_can_be_thrown_away,
    what_has_been_answered_cannot_be_written_over,
}

async fn all(db: &Database, round: ConsultationId) -> Vec<FormVersion> {
    let current = db.ask(move |tx| forms::find_current(tx, round)).await;
    let all = db.ask(move |tx| forms::list(tx, round)).await;
    assert_eq!(all.last(), Some(&current));
    all
}

async fn a_changed_form_is_seen_when_it_is_published(db: Database) {
    let (round, first) = stored_round(&db, "one").await;
    let (other, other_form) = stored_round(&db, "other").await;
    let id = round.id;
    let draft = continued(&first, form(2, 5));
    let kept = draft.clone();
    db.put(move |tx| form_drafts::hold(tx, id).and_then(|()| form_drafts::insert(tx, id, &kept, deadline())))
        .await;
    assert_eq!(db.ask(move |tx| form_drafts::find(tx, id)).await, Some(draft.clone()));
    assert_eq!(db.ask(move |tx| form_drafts::find(tx, other.id)).await, None);
    assert_eq!(all(&db, id).await, std::slice::from_ref(&first));
    assert_eq!(db.ask(move |tx| forms::find_numbered(tx, id, 2)).await, None);
    // Other questions in other places; the ones that stay keep their ids.
    let mut changed = draft.clone();
    changed.questions.reverse();
    changed.questions.remove(0);
    let new = QuestionId::new();
    changed.questions.insert(1, Question { id: new, origin: new, ..changed.questions[0].clone() });
    for (number, question) in (1..).zip(&mut changed.questions) {
        question.number = number;
    }
    let kept = changed.clone();
    db.put(move |tx| form_drafts::write_questions(tx, &kept)).await;
    assert_eq!(db.ask(move |tx| form_drafts::find(tx, id)).await, Some(changed.clone()));
    let (note, published_at) = (localized(3), at("2023-06-12T07:00:00Z"));
    let (told, form_id) = (note.clone(), changed.id);
    db.put(move |tx| form_drafts::publish(tx, form_id, &told, published_at)).await;
    changed.note = Some(note.clone());
    assert_eq!(all(&db, id).await, [first.clone(), changed.clone()]);
    assert_eq!(db.ask(move |tx| form_drafts::find(tx, id)).await, None);
    let first_id = first.id;
    assert_eq!(db.ask(move |tx| forms::find(tx, first_id)).await, first);
    let change = FormChange { number: 2, at: published_at, note };
    assert_eq!(db.ask(move |tx| forms::list_changes(tx, id)).await, [change]);
    assert_eq!(all(&db, other.id).await, [other_form]);
}

async fn a_changed_form_can_be_thrown_away(db: Database) {
    let (round, first) = stored_round(&db, "one").await;
    let id = round.id;
    let draft = continued(&first, form(2, 5));
    let (kept, draft_id) = (draft.clone(), draft.id);
    db.put(move |tx| form_drafts::insert(tx, id, &kept, deadline())).await;
    db.put(move |tx| form_drafts::delete(tx, draft_id)).await;
    assert_eq!(db.ask(move |tx| form_drafts::find(tx, id)).await, None);
    assert_eq!(all(&db, id).await, [first]);
}

async fn what_has_been_answered_cannot_be_written_over(db: Database) {
    let (round, first) = stored_round(&db, "one").await;
    let id = round.id;
    assert!(!db.ask(move |tx| form_drafts::is_answered(tx, id)).await);
    store_all(&db, &[submission(&round, &first, "2023-06-01T00:00:00Z", &["x"])]).await;
    assert!(db.ask(move |tx| form_drafts::is_answered(tx, id)).await);
    let kept = first.clone();
    let refused = db.store.change(audited(move |tx| form_drafts::write_questions(tx, &kept))).await;
    assert!(refused.is_err());
    assert_eq!(all(&db, id).await, [first]);
}
