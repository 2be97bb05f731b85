//! Tokens that are not what they say: each is refused with a page, and nobody is logged in.

use crate::provider::Town;

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_token_logs_nobody_in() {
    let town = Town::start().await;
    for forgery in [
        "wrong-key",
        "none",
        "none-with-kid",
        "unsigned",
        "rs512",
        "hs256",
        "unknown-key",
        "aud",
        "two-auds",
        "iss",
        "azp",
        "nonce",
        "no-nonce",
        "expired",
        "from-the-future",
        "from-yesterday",
        "no-sub",
        "pid-as-sub",
    ] {
        town.provider.fault(forgery, "");
        let browser = town.browser();
        let answer = browser.log_in(&town.provider, "/").await;
        let expected =
            if forgery == "no-sub" || forgery.starts_with("none") { [403, 503] } else { [403, 403] };
        assert!(expected.contains(&answer.status), "{forgery}: {}", answer.status);
        let page = answer.page(answer.status);
        assert!(!page.text("h1").is_empty());
        assert!(!browser.is_logged_in().await, "{forgery}");
    }
    assert_eq!(town.app.database.count("sessions"), 0);
    town.provider.heal();
    town.logged_in().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_level_that_is_too_low_is_said_to_be_so() {
    let town = Town::start().await;
    for forgery in ["acr", "no-acr"] {
        town.provider.fault(forgery, "");
        let answer = town.browser().log_in(&town.provider, "/").await;
        assert_eq!(answer.page(403).text("h1"), "Du må logge inn på en sikrere måte", "{forgery}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_half_a_minute_off_does_no_harm() {
    let town = Town::start().await;
    town.provider.fault("slow-clock", "");
    town.logged_in().await;
}
