//! Letters about new rounds: asked for, said yes to, sent once for each round, and stopped.

use crate::helpers::app::App;
use crate::helpers::letters::Mail;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::{PLAN, plan, sibling};
use innspill::exports::round_file::RoundFile;
use reqwest::Method;

const ADDRESS: &str = "Kari@Abonnent.example.org";

fn coming() -> RoundFile {
    sibling("kommer", "Kommer snart", "2026-06-15", "2026-07-31")
}

/// The path of the page in a letter.
fn path_in(mail: &Mail, app: &App) -> String {
    let start = format!("{}/", app.base);
    let line = mail.body.lines().rfind(|line| line.starts_with(&start) && line.contains("/abonner/"));
    line.unwrap_or_else(|| panic!("{}", mail.body)).strip_prefix(&app.base).unwrap().to_owned()
}

async fn ask(visitor: &Visitor, prefix: &str, address: &str) {
    let form = visitor.page(&format!("{prefix}/abonner")).await.form("main form").set("address", address);
    let to = visitor.submit(&form, None).await.location().to_owned();
    assert_eq!(to, format!("{prefix}/abonner?sendt=1"));
    visitor.page(&to).await;
}

/// Subscribes, and returns the page where that can be stopped.
async fn subscribed(app: &App, prefix: &str, address: &str) -> String {
    let visitor = app.visitor();
    ask(&visitor, prefix, address).await;
    let path = path_in(app.mail().await.last().unwrap(), app);
    let page = visitor.page(&path).await;
    let form = page.form("main form");
    let to = visitor.submit(&form, Some(("do", "confirm"))).await.location().to_owned();
    assert_eq!(visitor.page(&to).await.all("[role='status']").len(), 1);
    path
}

async fn tell(app: &App) -> usize {
    app.worker.tell_subscribers().await.unwrap()
}

async fn told(app: &App) -> Vec<Mail> {
    tell(app).await;
    app.mail().await.into_iter().filter(|mail| mail.raw.contains("List-Unsubscribe:")).collect::<Vec<_>>()
}

#[tokio::test]
async fn whoever_says_yes_is_told_once_when_a_round_opens() {
    let app = App::with(vec![plan(), coming()]).await;
    // What was open already is no news.
    app.set_time("2026-06-10T12:00:01+02:00");
    subscribed(&app, "", ADDRESS).await;
    assert_eq!(tell(&app).await, 0);
    app.set_time("2026-06-14T23:59:59+02:00");
    assert_eq!(tell(&app).await, 0);
    app.set_time("2026-06-15T00:00:00+02:00");
    assert_eq!(tell(&app).await, 1);
    assert_eq!(tell(&app).await, 0);
    let mail = app.mail().await.pop().unwrap();
    assert_eq!((mail.to.as_str(), mail.subject.contains("Kommer snart")), (ADDRESS, true));
    assert!(mail.body.contains(&format!("{}/horinger/kommer\n", app.base)), "{}", mail.body);
    assert!(mail.body.contains("Frist: til og med 31. juli 2026"), "{}", mail.body);
    // A deadline that moves, and a round that opens again, are other things.
    app.set_time("2026-08-02T12:00:00+02:00");
    let arne = app.logged_in("administrator").await;
    let form = [("do", "reopen"), ("until_date", "2026-08-20"), ("reason_nb", "Flere ba om det")];
    arne.post("/saksbehandling/kommer/styring", &form).await.location();
    assert_eq!(tell(&app).await, 0);
}

#[tokio::test]
async fn a_worker_that_was_down_tells_once_and_two_workers_do_not_tell_twice() {
    let app = App::with(vec![coming(), sibling("annen", "En annen", "2026-06-14", "2026-07-31")]).await;
    for number in 0..5 {
        subscribed(&app, "", &format!("a{number}@example.org")).await;
    }
    let before = app.mail().await.len();
    app.set_time("2026-06-17T12:00:00+02:00");
    let (one, other, third) = tokio::join!(tell(&app), tell(&app), tell(&app));
    assert_eq!(one + other + third, 10);
    assert_eq!(tell(&app).await, 0);
    let mail = app.mail().await.split_off(before);
    let mut heard: Vec<_> =
        mail.iter().map(|mail| (mail.to.clone(), mail.body.contains("En annen"))).collect();
    heard.sort();
    heard.dedup();
    assert_eq!((mail.len(), heard.len()), (10, 10));
}

#[tokio::test]
async fn hundreds_are_told_in_steps_and_none_is_left_out() {
    let app = App::with(vec![coming()]).await;
    let mail = crate::helpers::subscribers::put(&app, 401).await;
    app.set_time("2026-06-15T12:00:00+02:00");
    assert_eq!(tell(&app).await, mail);
    assert_eq!(app.database.count("letters"), 401);
    let steps =
        app.database.values("SELECT subject AS value FROM audit_log WHERE event = 'subscribers.told'");
    assert_eq!(steps, ["kommer: 200", "kommer: 200", "kommer: 1"]);
    assert_eq!(tell(&app).await, 0);
}

#[tokio::test]
async fn nobody_is_told_before_they_say_yes_nor_of_what_is_not_public() {
    let mut draft = coming();
    draft.slug = "kladd".to_owned();
    draft.published = false;
    let app = App::with(vec![coming(), draft]).await;
    ask(&app.visitor(), "", ADDRESS).await;
    app.set_time("2026-06-15T12:00:00+02:00");
    assert_eq!(tell(&app).await, 0);
    // Whoever says yes afterwards wanted to hear of what comes.
    subscribed(&app, "", "annen@example.org").await;
    assert!(told(&app).await.iter().all(|mail| !mail.body.contains("horinger/")));
}

#[tokio::test]
async fn the_letters_are_in_the_language_of_the_page() {
    let app = App::with(vec![coming()]).await;
    for (prefix, subject, closing) in
        [("", "Ny", "Vennlig hilsen"), ("/nn", "Ny", "Vennleg helsing"), ("/en", "New", "Kind regards")]
    {
        let path = subscribed(&app, prefix, &format!("a{}@example.org", prefix.len() + closing.len())).await;
        assert!(path.starts_with(&format!("{prefix}/abonner/")), "{path}");
        let _ = subject;
    }
    app.set_time("2026-06-15T12:00:00+02:00");
    let mut openings: Vec<_> = told(&app)
        .await
        .into_iter()
        .filter(|mail| mail.body.contains("horinger/kommer"))
        .map(|mail| mail.body)
        .collect();
    openings.sort();
    assert_eq!(openings.len(), 3);
    for prefix in ["/nn/horinger/", "/en/horinger/"] {
        assert!(openings.iter().any(|body| body.contains(prefix)), "{openings:?}");
    }
}

#[tokio::test]
async fn one_press_in_a_mail_program_stops_the_letters() {
    let app = App::with(vec![coming()]).await;
    let path = subscribed(&app, "", ADDRESS).await;
    app.set_time("2026-06-15T12:00:00+02:00");
    let mail = told(&app).await.pop().unwrap();
    let head = mail.raw.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
    assert!(head.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{head}");
    let line = head.lines().find_map(|line| line.strip_prefix("List-Unsubscribe: <")).unwrap();
    let stop = line.trim_end_matches('>').strip_prefix(&app.base).unwrap().to_owned();
    assert_eq!(stop, format!("{path}/stopp"));
    // To look at the address stops nothing.
    app.visitor().page(&stop).await.must_say("K…@Abonnent.example.org");
    // Without cookie, form or redirect, in either of the two forms that RFC 8058 names; twice is once.
    let machine = app.visitor();
    let parts =
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
    for (kind, body) in [
        ("multipart/form-data; boundary=x", parts),
        ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
    ] {
        let request = machine.request(Method::POST, &stop).header("content-type", kind).body(body);
        machine.ask(request).await.page(200).must_say("Du får ikke lenger varsel om nye høringer");
    }
    assert_eq!(app.database.count("subscribers"), 0);
    machine.get(&path).await.page(404);
    let visitor = app.visitor();
    visitor.post(&path, &[("do", "confirm")]).await.page(404);
}

#[tokio::test]
async fn the_page_stops_the_letters_too_and_a_no_deletes_the_address() {
    let app = App::with(vec![plan()]).await;
    let path = subscribed(&app, "/nn", ADDRESS).await;
    let visitor = app.visitor();
    let form = visitor.page(&path).await.form("main form");
    let to = visitor.submit(&form, Some(("do", "stop"))).await.location().to_owned();
    visitor.page(&to).await.must_say("Vi har sletta adressa di");
    ask(&visitor, "", ADDRESS).await;
    let path = path_in(app.mail().await.last().unwrap(), &app);
    let form = visitor.page(&path).await.form("main form");
    visitor.submit(&form, Some(("do", "stop"))).await.location();
    assert_eq!(app.database.count("subscribers"), 0);
    visitor.post(&path, &[("do", "noe")]).await.page(400);
}

#[tokio::test]
async fn asking_tells_nobody_who_subscribes_and_an_address_is_not_asked_for_ever() {
    let app = App::start().await;
    for _ in 0..5 {
        ask(&app.visitor(), "", ADDRESS).await;
    }
    assert_eq!(app.mail().await.len(), 3);
    subscribed(&app, "", "annen@example.org").await;
    let before = app.mail().await.len();
    ask(&app.visitor(), "/en", &"annen@example.org".to_uppercase()).await;
    assert_eq!(app.mail().await.len(), before);
    assert_eq!(app.database.count("subscribers"), 2);
    let page = app.visitor().post("/abonner", &[("address", "kari")]).await.page(422);
    page.must_say("E-postadressen er ikke riktig");
    assert_eq!(page.form("main form").get("address"), "kari");
}

#[tokio::test]
async fn an_address_that_nobody_says_yes_for_is_forgotten_after_a_week() {
    let app = App::start().await;
    subscribed(&app, "", "annen@example.org").await;
    ask(&app.visitor(), "", ADDRESS).await;
    for (time, left) in [("2026-06-17T12:00:00+02:00", 2), ("2026-06-17T12:00:01+02:00", 1)] {
        let now = time.parse().unwrap();
        innspill::actions::tidy_links::forget_expired_links(&app.store, now).await.unwrap();
        assert_eq!(app.database.count("subscribers"), left, "{time}");
    }
}

#[tokio::test]
async fn neither_address_nor_token_stands_where_it_need_not() {
    let app = App::with(vec![plan(), coming()]).await;
    let path = subscribed(&app, "", ADDRESS).await;
    app.set_time("2026-06-15T12:00:00+02:00");
    told(&app).await;
    let token = path.rsplit('/').next().unwrap();
    assert_eq!(token.len(), 64);
    for secret in [token, "Abonnent.example.org", "abonnent.example.org"] {
        let found: Vec<_> =
            app.database.dump().into_iter().filter(|(_, value)| value.contains(secret)).collect();
        assert!(found.is_empty(), "{found:?}");
        assert!(!crate::helpers::logs::so_far().contains(secret), "{secret} in the log");
    }
    let events = app.events().await;
    for event in ["subscription.asked", "subscription.confirmed", "subscribers.told"] {
        assert!(events.contains(&event.to_owned()), "{events:?}");
    }
    // Nothing of it goes with the page of the round.
    assert!(!app.visitor().get(&format!("/horinger/{PLAN}")).await.text().contains(token));
}
