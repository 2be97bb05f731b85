//! Rounds that take a link by letter: asking for one, using it, and what it is good for.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, form_path, reference_in};
use crate::helpers::rounds::{PLAN, plan, sibling};
use innspill::domain::language::Localized;
use innspill::domain::way_in::WayIn;
use innspill::exports::round_file::RoundFile;
use reqwest::Method;

const ADDRESS: &str = "Styret@Velforening.example.org";

fn by_letter() -> RoundFile {
    let why = Localized { nb: "Lag og foreninger har ikke ID-porten.".to_owned(), nn: None, en: None };
    RoundFile { who_may_answer: WayIn::EMail, who_may_answer_why: Some(why), ..plan() }
}

fn ask_path() -> String {
    format!("/horinger/{PLAN}/e-post")
}

/// Asks for a link from the round's form, and returns the path in the letter.
async fn link_for(app: &App, visitor: &Visitor, address: &str) -> String {
    let at = visitor.get(&form_path()).await.location().to_owned();
    let form = visitor.page(&at).await.form("main form").set("address", address);
    let sent = visitor.submit(&form, None).await;
    visitor.page(sent.location()).await.must_say("Se etter e-post fra oss");
    path_in(&app.mail().await.pop().unwrap().body, &app.base)
}

fn path_in(body: &str, base: &str) -> String {
    let line = body.lines().find(|line| line.starts_with(base)).unwrap_or_else(|| panic!("{body}"));
    line.strip_prefix(base).unwrap().to_owned()
}

async fn use_link(visitor: &Visitor, path: &str) -> String {
    let form = visitor.page(path).await.form("main form");
    visitor.submit(&form, None).await.location().to_owned()
}

async fn let_in(app: &App, address: &str) -> Visitor {
    let visitor = app.visitor();
    let path = link_for(app, &visitor, address).await;
    assert_eq!(use_link(&visitor, &path).await, form_path());
    visitor
}

#[tokio::test]
async fn the_rounds_page_says_which_way_and_why() {
    let app = App::with(vec![by_letter()]).await;
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    page.must_say("Du får en lenke på e-post");
    page.must_say("Lag og foreninger har ikke ID-porten.");
    let page = app.logged_in("administrator").await.page(&format!("/saksbehandling/{PLAN}/styring")).await;
    page.must_say("De som får en lenke på e-post, og de som logger inn med ID-porten.");
}

#[tokio::test]
async fn whoever_reads_the_letter_answers_and_gets_a_receipt() {
    let app = App::with(vec![by_letter()]).await;
    let kari = let_in(&app, ADDRESS).await;
    let form = kari.form().await;
    assert_eq!(form.get("email"), ADDRESS);
    let form = form.set_all(&[("name", "Kari"), ("role", "self"), ("answer-1", "Ja")]);
    let reference = reference_in(kari.send(&form).await.location());
    let mail = app.mail().await.pop().unwrap();
    assert_eq!(mail.to, ADDRESS);
    // The way back leads past the login page.
    let back = path_in(&mail.body, &app.base);
    assert!(back.starts_with(&ask_path()) && back.contains(&reference), "{back}");
    assert_eq!(kari.get(&back).await.location(), format!("/mine-innspill/{reference}"));
    // From another browser, however the address is written, it is the same person.
    let elsewhere = app.visitor();
    let path = link_for(&app, &elsewhere, &ADDRESS.to_lowercase()).await;
    use_link(&elsewhere, &path).await;
    elsewhere.receipt(&reference).await;
    let_in(&app, "en@annen.example.org").await.get(&format!("/mine-innspill/{reference}")).await.page(404);
}

#[tokio::test]
async fn the_letter_is_in_the_readers_language() {
    let app = App::with(vec![by_letter()]).await;
    let visitor = app.visitor();
    for (prefix, subject) in [("/nn", "Lenkje for å logge inn"), ("/en", "Link to log in")] {
        visitor.post(&format!("{prefix}{}", ask_path()), &[("address", ADDRESS)]).await.location();
        let mail = app.mail().await.pop().unwrap();
        assert!(mail.raw.contains("Subject:"), "{}", mail.raw);
        assert!(mail.subject == subject || mail.subject.contains("utf-8"), "{}", mail.subject);
        assert!(path_in(&mail.body, &app.base).starts_with(&format!("{prefix}/lenke/")));
    }
}

#[tokio::test]
async fn looking_at_a_link_does_not_use_it_and_using_it_twice_does_not_work() {
    let app = App::with(vec![by_letter()]).await;
    let visitor = app.visitor();
    let path = link_for(&app, &visitor, ADDRESS).await;
    let preview = app.visitor();
    for _ in 0..3 {
        preview.page(&path).await.must_say("S…@Velforening.example.org");
        let head = preview.ask(preview.request(Method::HEAD, &path)).await;
        assert!(head.header("set-cookie").is_empty());
    }
    let form = visitor.page(&path).await.form("main form");
    visitor.submit(&form, None).await.location();
    let page = preview.submit(&form, None).await.page(409);
    assert_eq!(page.text("h1"), "Lenken virker ikke lenger");
    preview.get(&path).await.page(409);
    assert_eq!(app.database.count("sessions"), 1);
}

#[tokio::test]
async fn a_link_works_for_an_hour() {
    let app = App::with(vec![by_letter()]).await;
    let visitor = app.visitor();
    let path = link_for(&app, &visitor, ADDRESS).await;
    app.set_time("2026-06-10T12:59:59.999+02:00");
    let form = visitor.page(&path).await.form("main form");
    app.set_time("2026-06-10T13:00:00+02:00");
    visitor.submit(&form, None).await.page(409);
    visitor.get(&path).await.page(409);
    visitor.get("/lenke/0000").await.page(409);
}

#[tokio::test]
async fn an_address_gets_no_more_than_five_links_in_an_hour_and_the_answer_is_the_same() {
    let app = App::with(vec![by_letter()]).await;
    let visitor = app.visitor();
    for _ in 0..7 {
        let answer = visitor.post(&ask_path(), &[("address", ADDRESS)]).await;
        assert_eq!(answer.location(), format!("{}?sendt=1", ask_path()));
    }
    assert_eq!(app.mail().await.len(), 5);
    visitor.post(&ask_path(), &[("address", "ola@example.org")]).await.location();
    assert_eq!(app.mail().await.len(), 6);
    app.set_time("2026-06-10T13:00:00+02:00");
    visitor.post(&ask_path(), &[("address", ADDRESS)]).await.location();
    assert_eq!(app.mail().await.len(), 7);
}

#[tokio::test]
async fn what_is_no_address_is_told_and_kept() {
    let app = App::with(vec![by_letter()]).await;
    let long = format!("{}@example.org", "a".repeat(300));
    for wrong in ["", "kari", "a@example.org\r\nBcc: b@example.org", "a@example.org,b@example.org", &long] {
        let page = app.visitor().post(&ask_path(), &[("address", wrong)]).await.page(422);
        page.must_say("E-postadressen er ikke riktig");
    }
    assert_eq!(app.database.count("login_links"), 0);
}

#[tokio::test]
async fn a_letter_does_not_open_a_round_that_asks_for_id_porten() {
    let strict = sibling("streng", "Streng", "2026-06-01", "2026-06-30");
    let app = App::with(vec![by_letter(), strict]).await;
    let kari = let_in(&app, ADDRESS).await;
    let page = kari.get("/horinger/streng/innspill").await.page(401);
    assert_eq!(page.text("h1"), "Du må logge inn med ID-porten");
    let to = page.attributes("main .ds-button", "href");
    assert_eq!(to, ["/logg-inn?tilbake=%2Fhoringer%2Fstreng%2Finnspill"]);
    // Neither the form, nor an autosave, nor sending.
    let draft = uuid::Uuid::new_v4().to_string();
    let fields = [("draft", draft.as_str()), ("version", "0"), ("answer-1", "Jeg var i gang")];
    for path in ["/horinger/streng/innspill", "/horinger/streng/innspill/kontroll"] {
        kari.post(path, &fields).await.page(401).must_say("Jeg var i gang");
    }
    let autosave = kari.posting("/horinger/streng/innspill").await.form(&fields);
    let answer = kari.ask(autosave.header("accept", "application/json")).await.json(401);
    assert!(answer["message"].as_str().unwrap().contains("Logg inn igjen"), "{answer}");
    assert_eq!(app.database.count("drafts"), 0);
    kari.get("/saksbehandling").await.page(403);
}

#[tokio::test]
async fn whoever_logs_in_with_id_porten_may_answer_as_well() {
    let app = App::with(vec![by_letter()]).await;
    let stranger = app.visitor();
    let page = stranger.page(stranger.get(&form_path()).await.location()).await;
    let login = page.attributes("main a[href^='/logg-inn']", "href");
    assert_eq!(login, [format!("/logg-inn?tilbake={}", form_path().replace('/', "%2F"))]);
    app.logged_in("kari").await.hand_in(&[("answer-1", "Ja")]).await;
}

#[tokio::test]
async fn rounds_that_ask_for_id_porten_send_no_links() {
    let app = App::start().await;
    app.visitor().get(&ask_path()).await.page(404);
    app.visitor().post(&ask_path(), &[("address", ADDRESS)]).await.page(404);
    app.visitor().get(&format!("/horinger/{PLAN}/start")).await.page(404);
    assert!(app.visitor().get(&form_path()).await.location().starts_with("/logg-inn?"));
}

#[tokio::test]
async fn the_link_leads_to_no_other_site() {
    let app = App::with(vec![by_letter()]).await;
    let visitor = app.visitor();
    let path = link_for(&app, &visitor, ADDRESS).await;
    let token = path.split('?').next().unwrap();
    let form = visitor.page(&format!("{token}?tilbake=https://evil.example")).await.form("main form");
    assert_eq!(visitor.submit(&form, None).await.location(), "/");
}

#[tokio::test]
async fn neither_token_nor_address_stands_where_it_need_not() {
    let app = App::with(vec![by_letter()]).await;
    let kari = let_in(&app, ADDRESS).await;
    let form = about(kari.form().await, "Kari").set("answer-1", "Ja").set("email", ADDRESS);
    kari.send(&form).await.location();
    let raw = app.mail().await.remove(0).body;
    let token = path_in(&raw, &app.base).split(['/', '?']).nth(2).unwrap().to_owned();
    assert_eq!(token.len(), 64);
    let place_of = |text: &str| -> Vec<String> {
        let dump = app.database.dump();
        dump.into_iter().filter(|(_, value)| value.contains(text)).map(|(place, _)| place).collect()
    };
    assert!(place_of(&token).is_empty(), "{:?}", place_of(&token));
    assert!(place_of(ADDRESS).is_empty(), "{:?}", place_of(ADDRESS));
    let logs = crate::helpers::logs::so_far();
    assert!(!logs.contains(&token) && !logs.contains("Velforening.example.org"), "in the log");
    assert_eq!(
        app.events().await.into_iter().filter(|event| event.starts_with("login-link")).collect::<Vec<_>>(),
        ["login-link.asked", "login-link.used"]
    );
    // A day later the link's address is not kept any more, sealed or not.
    let addresses =
        || app.database.values("SELECT address AS value FROM login_links WHERE address IS NOT NULL");
    assert_eq!(addresses().len(), 1);
    app.set_time("2026-06-12T12:00:00+02:00");
    innspill::actions::tidy_links::forget_expired_links(
        &app.store,
        "2026-06-12T12:00:00+02:00".parse().unwrap(),
    )
    .await
    .unwrap();
    assert!(addresses().is_empty());
}
