//! The audit log.

use crate::database::Database;
use crate::examples::{HOSTILE, MOMENTS, at};
use crate::on_both;
use innspill::domain::audit::{Actor, AuditEntry, Event};
use innspill::domain::staff::StaffRole;
use innspill::store::{Change, Stopped, audit};

on_both! { audit_lines_read_back_oldest_first }

async fn audit_lines_read_back_oldest_first(db: Database) {
    let mut expected = Vec::new();
    for (number, subject) in HOSTILE.iter().enumerate() {
        let actor = match number % 4 {
            0 => Actor::Citizen,
            1 => Actor::Staff {
                subject: (*subject).to_owned(),
                name: Some("Siri".to_owned()),
                role: StaffRole::CaseOfficer,
            },
            2 => Actor::CommandLine,
            _ => Actor::Worker,
        };
        let event = [Event::RoundImported, Event::SubmissionReceived, Event::LetterSent][number % 3];
        let at = at(MOMENTS[number % MOMENTS.len()]);
        let entry = AuditEntry { at, actor, event, subject: (*subject).to_owned() };
        expected.push(entry.clone());
        let change = move |_: &mut innspill::store::Writing<'_>| {
            Ok::<_, Stopped<()>>(Change { result: (), audit: entry.clone() })
        };
        db.store.change(change).await.unwrap();
    }
    let events = expected.iter().map(|entry| (entry.event.name().to_owned(), entry.subject.clone()));
    assert_eq!(db.ask(audit::list_events).await, events.collect::<Vec<_>>());
    let actors: Vec<String> = expected.iter().map(|entry| entry.actor.to_string()).collect();
    assert_eq!(db.texts("SELECT actor AS value FROM audit_log ORDER BY id"), actors);
    let moments: Vec<String> = expected.iter().map(|entry| entry.at.to_string()).collect();
    assert_eq!(db.moments("SELECT {at} AS value FROM audit_log ORDER BY id"), moments);
}
