//! Removing by rule: in steps of a bounded size, each told in the log.

use crate::database::Database;
use crate::examples::{at, deadline, person, stored_round};
use crate::on_both;
use innspill::actions::apply_retention::apply_retention;
use innspill::domain::draft::{Draft, DraftContent};
use innspill::domain::ids::DraftId;
use innspill::domain::retention::{RecordKind, Retention, RetentionRule};
use innspill::store::drafts;

on_both! { many_go_in_several_steps_and_other_rounds_keep_theirs }

async fn many_go_in_several_steps_and_other_rounds_keep_theirs(db: Database) {
    let (closed, _) = stored_round(&db, "closed").await;
    let mut later = crate::examples::round("later");
    later.closes_at = deadline().plus_seconds(1);
    let (kept, later_id, closed_id) = (later.clone(), later.id, closed.id);
    db.put(move |tx| innspill::store::consultations::insert(tx, &kept)).await;
    let draft = |number: i32| Draft {
        id: DraftId::new(),
        consultation_id: if number % 3 == 0 { later_id } else { closed.id },
        person: person(&number.to_string()),
        changes: None,
        content: DraftContent::default(),
        version: 1,
        begun_at: at("2023-06-01T00:00:00Z"),
        saved_at: at("2023-06-01T00:00:00Z"),
        sharing: None,
    };
    let all: Vec<Draft> = (1..=1500).map(draft).collect();
    db.put(move |tx| all.iter().try_for_each(|draft| drafts::insert(tx, draft))).await;
    let rules = Retention(vec![RetentionRule { kind: RecordKind::Drafts, keep_for_days: 1 }]);
    let day_after = deadline().plus_seconds(24 * 60 * 60);
    let before = db.audit_lines().await;
    assert_eq!(apply_retention(&db.store, &rules, day_after.plus_seconds(-1)).await.unwrap(), 0);
    assert_eq!(apply_retention(&db.store, &rules, day_after).await.unwrap(), 1000);
    assert_eq!(db.audit_lines().await - before, 2);
    assert_eq!(apply_retention(&db.store, &rules, day_after).await.unwrap(), 0);
    assert_eq!(db.audit_lines().await - before, 2);
    let left = db.ask(move |tx| drafts::count_by_round(tx, &[closed_id, later_id])).await;
    assert_eq!(left.into_iter().collect::<Vec<_>>(), [(later_id, 500)]);
}
