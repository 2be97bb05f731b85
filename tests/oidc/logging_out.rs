//! Logging out: here, there, and because the provider says so.

use crate::provider::{Browser, Town};
use serde_json::{Value, json};

const TOLD_AT: &str = "/oidc/prove/utlogging";

async fn tell(town: &Town, token: &str) -> u16 {
    let answer = town.browser().post(TOLD_AT, &[("logout_token", token)]).await;
    assert!(answer.header("cache-control").contains("no-store"));
    answer.status
}

/// Follows what the provider asks for until it leads back to the service.
async fn confirm(town: &Town, browser: &Browser, to: &str) -> String {
    let page = browser.get(to).await.page(200);
    let form = page.form("form[id='op.logoutForm']");
    let mut fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("logout", "yes"));
    let answer = browser.post(&form.action, &fields).await;
    let to = answer.header("location").to_owned();
    to.strip_prefix(&town.app.base).unwrap_or_else(|| panic!("{to}")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_ends_the_session_here_and_at_the_provider() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    let answer = browser.log_out("/nn/logg-ut").await;
    let page = answer.page(200);
    assert_eq!(page.text("h1"), "Du er logga ut");
    let to = page.attributes("main a.ds-button", "href")[0].clone();
    assert_eq!(answer.header("refresh"), format!("0; url={to}"));
    assert!(to.starts_with(&town.provider.issuer) && !to.contains("id_token"), "{to}");
    assert!(!browser.is_logged_in().await);
    let back = confirm(&town, &browser, &to).await;
    assert_eq!(back, "/oidc/prove/utlogget?state=nn");
    let page = browser.get(&back).await.page(200);
    assert!(page.says("Du er logga ut både her og hos Prøveporten."));
    // There as well: the provider asks who it is again.
    let to = browser.begin("/logg-inn/prove", "/").await;
    let asks = browser.get(&to).await;
    assert!(asks.header("location").contains("/interaction/"), "{}", asks.header("location"));
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_does_not_wait_for_a_provider_that_is_gone() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    town.provider.fault("slow", "");
    town.later(24 * 60 * 60 + 1);
    // The session has ended by then; what is left must still be quick.
    let answer = browser.log_out("/logg-ut").await;
    assert_eq!(answer.location(), "/");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_provider_ends_a_session_within_its_request() {
    let town = Town::start().await;
    let (browser, other) = (town.logged_in().await, town.logged_in().await);
    // The last to log in is the one whose session the provider speaks of.
    let token = town.provider.logout_token(&json!({}), "");
    assert_eq!(tell(&town, &token).await, 200);
    assert!(!other.is_logged_in().await);
    assert!(browser.is_logged_in().await);
    assert_eq!(town.app.events().await.last().unwrap(), "sessions.ended");
    assert_eq!(tell(&town, &token).await, 400, "a token is good once");
    let whole = json!({"sid": null, "sub": town.provider.claims()["sub"]});
    assert_eq!(tell(&town, &town.provider.logout_token(&whole, "")).await, 200);
    assert!(!browser.is_logged_in().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_providers_own_logout_reaches_all_browsers_without_their_help() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    let begun = url::Url::parse(&format!("{}/session/end", town.provider.issuer)).unwrap();
    let page = browser.get(begun.as_str()).await.page(200);
    let form = page.form("form[id='op.logoutForm']");
    let mut fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("logout", "yes"));
    browser.post(&form.action, &fields).await;
    assert!(!browser.is_logged_in().await);
    assert_eq!(town.app.database.count("sessions"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_logout_token_that_does_not_hold_ends_nothing() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    let now = jiff::Timestamp::now().as_second();
    let no_event: Value = json!({"events": {"x": {}}});
    for (claims, forge) in [
        (json!({}), "wrong-key"),
        (json!({}), "unknown-key"),
        (json!({}), "none"),
        (json!({}), "none-with-kid"),
        (json!({}), "unsigned"),
        (json!({}), "hs256"),
        (json!({}), "rs512"),
        (json!({"iss": "https://idporten.example.org"}), ""),
        (json!({"aud": "somebody-else"}), ""),
        (json!({"aud": ["innspill", "somebody-else"]}), ""),
        (json!({"iat": now - 600}), ""),
        (json!({"iat": now + 600}), ""),
        (json!({"iat": null}), ""),
        (json!({"exp": now - 90}), ""),
        (json!({"jti": null}), ""),
        (json!({"events": null}), ""),
        (no_event, ""),
        (json!({"nonce": "x"}), ""),
        (json!({"sid": null}), ""),
    ] {
        let token = town.provider.logout_token(&claims, forge);
        assert_eq!(tell(&town, &token).await, 400, "{claims} {forge}");
        assert!(browser.is_logged_in().await, "{claims} {forge}");
    }
    for token in ["", "a", "a.b", "a.b.c", "a.b.c.d"] {
        assert_eq!(tell(&town, token).await, 400);
    }
    assert_eq!(tell(&town, &"x".repeat(20_000)).await, 413);
    assert_eq!(town.browser().post(TOLD_AT, &[]).await.status, 400);
    assert_eq!(town.browser().post("/oidc/ingen/utlogging", &[("logout_token", "x")]).await.status, 404);
    assert!(browser.is_logged_in().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_at_the_provider_ends_a_session_without_a_cookie() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    let sid = town.provider.claims()["sid"].as_str().unwrap().to_owned();
    let frame = town.browser();
    let at = |iss: &str, sid: &str| {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("iss", iss), ("sid", sid)])
            .finish();
        format!("{TOLD_AT}?{query}")
    };
    let issuer = town.provider.issuer.clone();
    assert_eq!(frame.get(&at("https://evil.example", &sid)).await.status, 404);
    assert_eq!(frame.get(TOLD_AT).await.status, 400);
    assert_eq!(frame.get(&at(&issuer, "another")).await.status, 200);
    assert!(browser.is_logged_in().await);
    let answer = frame.get(&at(&issuer, &sid)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-security-policy"),
        format!("default-src 'none'; frame-ancestors {issuer}")
    );
    assert_eq!(answer.header("x-frame-options"), "");
    assert!(!browser.is_logged_in().await);
    assert_eq!(browser.get("/").await.header("x-frame-options"), "DENY");
}
