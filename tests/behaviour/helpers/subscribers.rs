//! Many subscribers at once.

use super::app::App;
use innspill::domain::audit::{Actor, AuditEntry, Event};
use innspill::domain::ids::SubscriberId;
use innspill::domain::language::Language;
use innspill::domain::subscriber::Subscriber;
use innspill::store::{Change, subscribers};
use std::convert::Infallible;

/// Puts `count` of them in who have said yes long ago; returns how many.
pub async fn put(app: &App, count: usize) -> usize {
    let at = "2026-01-01T12:00:00Z".parse().unwrap();
    let change = app.store.change::<(), Infallible, _>(move |tx| {
        for number in 0..count {
            let subscriber = Subscriber {
                id: SubscriberId::new(),
                address: format!("a{number}@example.org"),
                token: format!("{number:064}"),
                language: Language::Nb,
                asked: 1,
                created_at: at,
                confirmed_at: Some(at),
            };
            subscribers::insert(tx, &subscriber, &number.to_string(), &number.to_string())?;
        }
        let (actor, event, subject) = (Actor::Worker, Event::SubscriptionConfirmed, String::new());
        Ok(Change { result: (), audit: AuditEntry { at, actor, event, subject } })
    });
    change.await.unwrap();
    count
}
