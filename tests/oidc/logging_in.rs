//! Logging in, and what goes with it.

use crate::helpers::logs;
use crate::provider::{LEVEL, Town};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_citizen_logs_in_as_with_id_porten_and_is_back_where_they_were() {
    let town = Town::start().await;
    let browser = town.browser();
    let page = browser.get("/logg-inn?tilbake=/nn/mine-innspill?a=b").await.page(200);
    assert_eq!(page.texts("main a.ds-button"), ["Logg inn med Prøveporten"]);
    let start = page.attributes("main a.ds-button", "href")[0].clone();
    assert_eq!(start, "/logg-inn/prove?tilbake=%2Fnn%2Fmine-innspill%3Fa%3Db");
    let answer = browser.log_in(&town.provider, "/nn/mine-innspill?a=b").await;
    assert_eq!(answer.location(), "/nn/mine-innspill?a=b");
    assert!(browser.is_logged_in().await);
    let asked = town.provider.request("pushed_authorization_request");
    for (name, value) in [
        ("code_challenge_method", "S256"),
        ("response_type", "code"),
        ("acr_values", LEVEL),
        ("ui_locales", "nb"),
    ] {
        assert_eq!(asked[name], value, "{name}");
    }
    assert_eq!(asked["scope"], "openid profile");
    for name in ["state", "nonce", "code_challenge"] {
        assert!(asked[name].as_str().unwrap().len() >= 22, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_providers_address_and_a_reference_go_through_the_browser() {
    let town = Town::start().await;
    let to = town.browser().begin("/logg-inn/prove", "/").await;
    let to = url::Url::parse(&to).unwrap();
    let names: Vec<_> = to.query_pairs().map(|(name, _)| name.into_owned()).collect();
    assert_eq!(names, ["client_id", "request_uri"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_provider_speaks_the_readers_language_and_so_do_we_afterwards() {
    let town = Town::start().await;
    let browser = town.browser();
    let back = browser.through(&town.provider, "/nn/logg-inn/prove", "/nn/", "/cancel").await;
    assert_eq!(town.provider.request("pushed_authorization_request")["ui_locales"], "nn");
    let page = browser.get(&back).await.page(200);
    assert_eq!(page.text("h1"), "Du avbraut innlogginga");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_cancels_is_met_kindly_and_can_try_again() {
    let town = Town::start().await;
    let browser = town.browser();
    let back = browser.through(&town.provider, "/logg-inn/prove", "/mine-innspill", "/cancel").await;
    let page = browser.get(&back).await.page(200);
    assert_eq!(page.text("h1"), "Du avbrøt innloggingen");
    assert_eq!(page.attributes("main a.ds-button", "href")[0], "/logg-inn?tilbake=%2Fmine-innspill");
    assert!(!browser.is_logged_in().await);
    browser.log_in(&town.provider, "/").await;
    assert!(browser.is_logged_in().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_national_id_is_nowhere_afterwards() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    assert_eq!(town.provider.claims()["pid"], town.provider.pid.as_str());
    let dump = town.app.database.dump();
    assert!(dump.iter().any(|(_, value)| value == town.provider.claims()["sub"].as_str().unwrap()));
    assert!(dump.iter().all(|(_, value)| !value.contains(&town.provider.pid)));
    browser.post("/logg-ut", &[]).await;
    assert!(!logs::so_far().contains(&town.provider.pid));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_with_a_secret_logs_in_too() {
    for auth in ["client_secret_basic", "client_secret_post"] {
        let town = Town::with(auth, &[], &json!({})).await;
        town.logged_in().await;
        let asked = town.provider.request("authorization");
        assert_eq!(asked["code_challenge_method"], "S256");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_provider_has_dropped_the_first_key_the_second_is_used() {
    let town = Town::start().await;
    town.provider.ask(&json!({"cmd": "forget_key"}));
    town.logged_in().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_have_roles_from_their_claims_and_leave_a_line_in_the_log() {
    const ROLES: [(&str, &str); 6] = [
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__FOR", "staff"),
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__ROLES_CLAIM", "roles"),
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__NAME_CLAIM", "name"),
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__SUBJECT_CLAIM", "oid"),
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__TENANT", "tenant-1"),
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__CASE_OFFICER_ROLES", "Innspill.Saksbehandler Annet"),
    ];
    let extra = json!({"roles": ["x", "Innspill.Saksbehandler"], "oid": "oid-7", "tid": "tenant-1"});
    let town = Town::with("private_key_jwt", &ROLES, &extra).await;
    let siri = town.browser();
    assert_eq!(siri.log_in(&town.provider, "/").await.location(), "/saksbehandling");
    let page = siri.get("/saksbehandling").await.page(200);
    assert_eq!(page.text(".site-account__name"), "Test Testesen");
    let lines = town.app.read(innspill::store::audit::list_events).await;
    assert!(lines.contains(&("staff.logged-in".to_owned(), "prove".to_owned())), "{lines:?}");
    assert!(town.app.database.dump().iter().any(|(_, value)| value == "case-officer:oid-7"));
    let elsewhere = json!({"roles": ["Innspill.Saksbehandler"], "oid": "oid-7", "tid": "tenant-2"});
    town.provider.ask(&json!({"cmd": "start", "base": town.app.base, "extra": elsewhere}));
    town.browser().log_in(&town.provider, "/").await.page(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn roles_that_a_citizens_provider_speaks_of_count_for_nothing() {
    let roles = [
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__ROLES_CLAIM", "roles"),
        ("INNSPILL__LOGIN__PROVIDERS__PROVE__ADMINISTRATOR_ROLES", "admin"),
    ];
    let town = Town::with("private_key_jwt", &roles, &json!({"roles": "admin"})).await;
    let browser = town.logged_in().await;
    browser.get("/saksbehandling").await.page(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_good_once_and_only_where_it_began() {
    let town = Town::start().await;
    let (browser, thief) = (town.browser(), town.browser());
    let back = browser.through(&town.provider, "/logg-inn/prove", "/", "/login").await;
    let page = thief.get(&back).await.page(400);
    assert_eq!(page.text("h1"), "Vi kunne ikke fullføre innloggingen");
    // Neither does a login of the thief's own help.
    thief.begin("/logg-inn/prove", "/").await;
    thief.get(&back).await.page(400);
    assert!(!thief.is_logged_in().await);
    assert_eq!(browser.get(&back).await.location(), "/");
    let session = town.app.database.values("SELECT token_sha256 AS value FROM sessions");
    browser.get(&back).await.page(400);
    assert_eq!(town.app.database.values("SELECT token_sha256 AS value FROM sessions"), session);
    let changed = back.replace("state=", "state=x");
    browser.get(&changed).await.page(400);
    browser.get("/oidc/prove/svar").await.page(400);
    browser.get("/oidc/ingen/svar?state=x&code=y").await.page(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_used_is_worth_nothing_in_another_login() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    let code_of = |back: &str| {
        let url = url::Url::parse(&format!("http://x{back}")).unwrap();
        url.query_pairs().find(|(name, _)| name == "code").unwrap().1.into_owned()
    };
    let old = browser.through(&town.provider, "/logg-inn/prove", "/", "/login").await;
    assert_eq!(browser.get(&old).await.location(), "/");
    let other = town.browser();
    let new = other.through(&town.provider, "/logg-inn/prove", "/", "/login").await;
    let mixed = new.replace(&code_of(&new), &code_of(&old));
    assert_eq!(other.get(&mixed).await.page(403).text("h1"), "Vi kunne ikke logge deg inn");
    assert!(!other.is_logged_in().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_names_no_issuer_or_another_is_refused() {
    let town = Town::start().await;
    for iss in ["", "&iss=https%3A%2F%2Fidporten.example.org"] {
        let browser = town.browser();
        let back = browser.through(&town.provider, "/logg-inn/prove", "/", "/login").await;
        let at = back.find("&iss=").unwrap();
        browser.get(&format!("{}{iss}", &back[..at])).await.page(403);
        assert!(!browser.is_logged_in().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_longer_than_a_quarter_of_an_hour_begins_anew() {
    let town = Town::start().await;
    let browser = town.browser();
    let back = browser.through(&town.provider, "/logg-inn/prove", "/", "/login").await;
    town.later(15 * 60 + 1);
    browser.get(&back).await.page(400);
    assert_eq!(town.app.database.count("sessions"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_is_a_new_session_whatever_cookie_the_browser_was_given() {
    let town = Town::start().await;
    let browser = town.logged_in().await;
    let before = town.app.database.values("SELECT token_sha256 AS value FROM sessions");
    browser.log_in(&town.provider, "/").await;
    let after = town.app.database.values("SELECT token_sha256 AS value FROM sessions");
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_ne!(before, after);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_can_log_in_at_the_same_time() {
    let town = Town::start().await;
    let browser = town.browser();
    let one = browser.through(&town.provider, "/logg-inn/prove", "/", "/login").await;
    let two = browser.through(&town.provider, "/logg-inn/prove", "/en/", "/login").await;
    assert_eq!(browser.get(&one).await.location(), "/");
    assert_eq!(browser.get(&two).await.location(), "/en/");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_sent_elsewhere_after_logging_in() {
    let town = Town::start().await;
    for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let answer = town.browser().log_in(&town.provider, elsewhere).await;
        assert_eq!(answer.location(), "/", "{elsewhere}");
    }
}
