//! The demo: one command, and there is something to see.

use super::house::House;
use super::house::citizen::{TOKEN, form_token};
use super::house::service::Service;
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use std::path::Path;

fn demo(house: &House) -> Service {
    house.start(&["demo", "--port", "0"])
}

async fn text(client: &Client, url: String) -> String {
    let answer = client.get(&url).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{url}");
    answer.text().await.unwrap()
}

#[tokio::test]
async fn the_demo_needs_no_settings_says_where_to_look_and_answers() {
    let mut house = House::empty_on_sqlite();
    house.settings.clear();
    let service = demo(&house);
    service.wait_for("Stop with Ctrl-C");
    let said = service.said();
    for place in [&format!("{}/", service.url), &format!("{}/saksbehandling", service.url), "var/mail"] {
        assert!(said.contains(place), "{place}: {said}");
    }
    let client = Client::new();
    for (path, heading) in [
        ("/", "Handlingsplan for barnevernet"),
        ("/nn/horinger/strategi-for-oppvekst", "Strategi for oppvekst"),
        ("/en/horinger/handlingsplan-for-barnevernet", "Action plan for the child welfare service"),
        ("/logg-inn", "Torunn Eikeskarmyr"),
    ] {
        assert!(text(&client, format!("{}{path}", service.url)).await.contains(heading), "{path}");
    }
    // All of it is in its folder, and the secrets are its owner's alone.
    assert!(house.path("var/innspill.db").is_file());
    assert!(is_private(&house.path("var/person-key")) && is_private(&house.path("var/field-key")));
}

#[tokio::test]
async fn the_demo_keeps_its_data_over_a_restart() {
    let mut house = House::empty_on_sqlite();
    house.settings.clear();
    let service = demo(&house);
    let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap();
    let log_in = [("persona", "torunn"), ("tilbake", "/mine-innspill")];
    let token = form_token(&client, &service.url).await.unwrap();
    let request = client.post(format!("{}/logg-inn", service.url)).header(TOKEN, token);
    let logged_in = request.form(&log_in).send().await.unwrap();
    assert_eq!(logged_in.status(), StatusCode::SEE_OTHER);
    let draft = uuid::Uuid::new_v4().to_string();
    let typed = [("draft", draft.as_str()), ("version", "0"), ("do", "save"), ("answer-1", "Husk dette.")];
    let form = "/horinger/handlingsplan-for-barnevernet/innspill";
    let token = form_token(&client, &service.url).await.unwrap();
    let request = client.post(format!("{}{form}", service.url)).header(TOKEN, token);
    let saved = request.form(&typed).send().await.unwrap();
    assert_eq!(saved.status(), StatusCode::SEE_OTHER);
    let rounds = text(&client, format!("{}/", service.url)).await;
    let (status, said) = service.stop();
    assert!(status.success(), "{said}");

    let service = demo(&house);
    // Still logged in, the draft still there, and no round made twice.
    assert!(text(&client, format!("{}{form}", service.url)).await.contains("Husk dette."));
    assert_eq!(text(&client, format!("{}/", service.url)).await.len(), rounds.len());
}

fn is_private(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o077 == 0
}
