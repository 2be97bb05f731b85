//! Limits: counted by the house's clock, each for itself, in bounded memory.

use super::*;
use std::sync::{Arc, Mutex};

fn limits(window_seconds: u32, count: u32) -> (Limits, Arc<Mutex<Moment>>) {
    let time = Arc::new(Mutex::new("2026-06-10T12:00:00Z".parse().unwrap()));
    let hand = time.clone();
    let quotas = Quotas { address: count, session: count, person: count };
    let settings = LimitSettings {
        trusted_proxies: String::new(),
        window_seconds,
        login: quotas,
        sending: quotas,
        saving: quotas,
        upload: quotas,
        links: quotas,
        search: quotas,
        connections: 1,
        head_seconds: 1,
        body_seconds: 1,
        upload_seconds: 1,
        request_seconds: 1,
        parked_forms: 1,
    };
    (Limits::new(&settings, Clock::new(move || *hand.lock().unwrap())).unwrap(), time)
}

fn key(number: u64) -> Key {
    Key::Person(number)
}

fn is_free(limits: &Limits, deed: Deed, key: Key) -> bool {
    limits.count(&limits.rule(deed).address, key).is_ok()
}

#[test]
fn a_quota_comes_back_with_time() {
    let (limits, time) = limits(300, 10);
    assert!((0..10).all(|_| is_free(&limits, Deed::Login, key(1))));
    let refused = limits.count(&limits.login.address, key(1));
    assert!(matches!(refused, Err(PageError::TooMany { wait_seconds: 31 })), "{refused:?}");
    assert!(is_free(&limits, Deed::Login, key(2)) && is_free(&limits, Deed::Saving, key(1)));
    let later = time.lock().unwrap().plus_seconds(30);
    *time.lock().unwrap() = later;
    assert!(is_free(&limits, Deed::Login, key(1)) && !is_free(&limits, Deed::Login, key(1)));
}

#[test]
fn keys_are_forgotten_when_they_have_all_their_quota_again() {
    let (limits, time) = limits(300, 10);
    (0..100).for_each(|number| assert!(is_free(&limits, Deed::Search, key(number))));
    limits.tidy();
    assert_eq!(limits.remembered(), 100);
    let later = time.lock().unwrap().plus_seconds(61);
    *time.lock().unwrap() = later;
    assert!(is_free(&limits, Deed::Search, key(7)));
    limits.tidy();
    assert_eq!(limits.remembered(), 1);
}

#[test]
fn strangers_beyond_the_bound_share_one_quota_and_those_who_are_known_keep_theirs() {
    let (limits, _) = limits(300, 3);
    let strangers = u64::try_from(KEYS_MAX).unwrap() + 1000;
    let free = (0..strangers).filter(|number| is_free(&limits, Deed::Sending, key(*number))).count();
    assert_eq!(free, KEYS_MAX + 3);
    assert_eq!(limits.remembered(), KEYS_MAX + 1);
    assert!(is_free(&limits, Deed::Sending, key(1)) && !is_free(&limits, Deed::Sending, key(strangers)));
}

#[test]
fn a_clock_that_is_set_back_stops_nobody_for_good() {
    let (limits, time) = limits(300, 2);
    *time.lock().unwrap() = "2026-06-09T12:00:00Z".parse().unwrap();
    assert!(is_free(&limits, Deed::Login, key(1)) && is_free(&limits, Deed::Login, key(1)));
    assert!(!is_free(&limits, Deed::Login, key(1)));
    *time.lock().unwrap() = "2026-06-10T12:05:00Z".parse().unwrap();
    assert!(is_free(&limits, Deed::Login, key(1)));
}
