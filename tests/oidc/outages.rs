//! The provider is down, slow or beside itself: a kind page in bounded time, and the rest works.

use crate::provider::Town;
use serde_json::json;
use std::time::{Duration, Instant};

/// Ten seconds for a step, and some for a busy machine.
const BOUND: Duration = Duration::from_secs(20);

async fn is_met_kindly(town: &Town, fault: &str) {
    let begun = Instant::now();
    let answer = town.browser().get("/nn/logg-inn/prove?tilbake=/nn/mine-innspill").await;
    assert!(begun.elapsed() < BOUND, "{fault}");
    let page = answer.page(503);
    assert_eq!(page.text("h1"), "Vi får ikkje kontakt med Prøveporten", "{fault}");
    assert_eq!(page.attributes("main a.ds-button", "href")[0], "/nn/logg-inn?tilbake=%2Fnn%2Fmine-innspill");
    assert_eq!(answer.header("retry-after"), "60");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_provider_people_are_told_so_and_can_read_on() {
    let town = Town::start().await;
    // Once it is known what the provider says of itself, that is not asked again.
    for path in ["/.well-known", "/request"] {
        for fault in ["down", "500", "html", "redirect", "huge"] {
            town.provider.fault(fault, path);
            is_met_kindly(&town, fault).await;
            assert_eq!(town.browser().get("/").await.status, 200);
        }
    }
    town.provider.heal();
    town.logged_in().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_provider_holds_nobody_up_for_long() {
    let town = Town::start().await;
    town.provider.fault("slow", "/.well-known");
    let waiting = is_met_kindly(&town, "slow");
    let meanwhile = async {
        let begun = Instant::now();
        for _ in 0..20 {
            assert_eq!(town.browser().get("/").await.status, 200);
        }
        assert!(begun.elapsed() < Duration::from_secs(8));
    };
    tokio::join!(waiting, meanwhile);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outage_on_the_way_back_is_told_too() {
    let town = Town::start().await;
    for fault in ["down", "500", "html", "redirect", "huge"] {
        let browser = town.browser();
        let back = browser.through(&town.provider, "/logg-inn/prove", "/", "/login").await;
        town.provider.fault(fault, "/token");
        let page = browser.get(&back).await.page(503);
        assert_eq!(page.text("h1"), "Vi får ikke kontakt med Prøveporten", "{fault}");
        town.provider.heal();
    }
    assert_eq!(town.app.database.count("sessions"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn new_keys_are_found_and_wrong_ones_are_not_believed() {
    let town = Town::start().await;
    town.logged_in().await;
    town.provider.ask(&json!({"cmd": "rotate"}));
    // Within a minute the keys are not read again, so that nobody can make us ask for ever.
    town.browser().log_in(&town.provider, "/").await.page(403);
    town.later(61);
    town.logged_in().await;

    let other = Town::start().await;
    other.provider.fault("wrong-jwks", "/jwks");
    let browser = other.browser();
    browser.log_in(&other.provider, "/").await.page(403);
    assert!(!browser.is_logged_in().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_provider_says_of_itself_holds_for_a_day() {
    let town = Town::start().await;
    town.logged_in().await;
    town.provider.fault("down", "/.well-known");
    town.logged_in().await;
    town.later(24 * 60 * 60 + 1);
    town.browser().get("/logg-inn/prove").await.page(503);
}
