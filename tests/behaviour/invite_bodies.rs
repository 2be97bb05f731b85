//! Administrators invite consulted bodies; those follow their link, answer, or say that they have no comment.

use crate::helpers::app::App;
use crate::helpers::letters::Mail;
use crate::helpers::page::{Answer, Page};
use crate::helpers::parts::Parts;
use crate::helpers::people::{Visitor, about, form_path};
use crate::helpers::rounds::{PLAN, dated, plan, sibling};
use innspill::exports::round_file::RoundFile;
use reqwest::Method;

pub const LIST: &str = "/saksbehandling/handlingsplan-for-barnevernet/inviterte";
const THREE: &str = "Barneombudet; post@ombud.example.org; 974760673\n\
                     Redd Barna <post@reddbarna.example.org>\n\
                     Sogelaget, lag@example.org, nn\n";

/// Puts these lines on the list, and invites everyone.
pub async fn invited(app: &App, lines: &str) -> Visitor {
    let arne = app.logged_in("administrator").await;
    arne.post(LIST, &[("do", "add"), ("invitees_lines", lines)]).await.location();
    arne.post(LIST, &[("do", "invite")]).await.location();
    app.worker.invite_due().await.unwrap();
    arne
}

/// The path of the link in a letter.
pub fn link_in(mail: &Mail) -> String {
    let line = mail.body.lines().find(|line| line.contains("/invitert/")).expect(&mail.body);
    let (_, rest) = line.split_once("://").unwrap();
    format!("/{}", rest.split_once('/').unwrap().1)
}

pub async fn states(arne: &Visitor) -> Vec<String> {
    arne.page(LIST).await.texts("tbody td:nth-child(3)")
}

async fn follow(visitor: &Visitor, link: &str) -> Page {
    let request = visitor.request(Method::GET, link).header("sec-fetch-dest", "document");
    visitor.ask(request).await.page(200)
}

async fn press(visitor: &Visitor, link: &str, deed: &str) -> Answer {
    visitor.post(link, &[("do", deed)]).await
}

#[tokio::test]
async fn a_list_is_pasted_and_each_body_gets_a_letter_with_a_link_of_its_own() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    arne.page(LIST).await.must_say("Ingen står på listen ennå.");
    let added = arne.post(LIST, &[("do", "add"), ("invitees_lines", THREE)]).await;
    arne.page(added.location()).await.must_say("3 er lagt til på listen.");
    assert_eq!(states(&arne).await, ["Ikke invitert"; 3]);
    assert_eq!(app.worker.invite_due().await.unwrap(), 0, "nobody is invited before somebody decides so");
    let asked = arne.post(LIST, &[("do", "invite")]).await;
    arne.page(asked.location()).await.must_say("3 blir invitert. E-postene er på vei.");
    assert_eq!(states(&arne).await, ["Blir invitert"; 3]);
    assert_eq!(app.worker.invite_due().await.unwrap(), 3);
    assert_eq!(states(&arne).await, ["Invitert"; 3]);
    let mail = app.mail().await;
    let to: Vec<&str> = mail.iter().map(|one| one.to.as_str()).collect();
    assert_eq!(to, ["post@ombud.example.org", "post@reddbarna.example.org", "lag@example.org"]);
    assert!(mail[0].body.contains("inviterer Barneombudet til å svare"), "{}", mail[0].body);
    assert!(mail[2].body.contains("inviterer Sogelaget til å svare på høyringa"), "{}", mail[2].body);
    assert!(link_in(&mail[2]).starts_with("/nn/invitert/"));
    // The token is kept as a hash alone, and the address sealed.
    let token = link_in(&mail[0]).rsplit('/').next().unwrap().to_owned();
    let kept = app.database.dump();
    assert!(kept.iter().all(|(_, value)| !value.contains(&token) && !value.contains("post@ombud")));
    // Pressed again: nobody is invited twice.
    arne.post(LIST, &[("do", "invite")]).await.location();
    assert_eq!(app.worker.invite_due().await.unwrap(), 0);
}

#[tokio::test]
async fn a_list_with_mistakes_is_kept_and_the_mistakes_are_told_by_line() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let lines =
        "Navn;E-post;Orgnr\nBarneombudet;post@ombud\n;lag@example.org\nLaget;lag@example.org;123\nNavnet";
    let page = arne.post(LIST, &[("do", "add"), ("invitees_lines", lines)]).await.page(422);
    assert_eq!(
        page.texts(".ds-error-summary li"),
        [
            "Linje 2: E-postadressen er ikke riktig.",
            "Linje 3: Skriv et navn.",
            "Linje 4: Organisasjonsnummeret er ikke riktig.",
            "Linje 5: E-postadressen mangler.",
        ]
    );
    assert_eq!(page.form("form:has(#invitees_lines)").get("invitees_lines").trim_start(), lines);
    arne.post(LIST, &[("do", "add"), ("invitees_lines", " \n")])
        .await
        .page(422)
        .must_say("ingen høringsinstanser");
    assert_eq!(app.database.count("invitees"), 0);
    // Those who stand there already, and those who come twice, are added once.
    let twice = format!("{THREE}{THREE}");
    let done = arne.post(LIST, &[("do", "add"), ("invitees_lines", &twice)]).await;
    arne.page(done.location())
        .await
        .must_say("3 er lagt til på listen. 3 sto der fra før eller kom to ganger.");
}

#[tokio::test]
async fn a_list_comes_from_a_spreadsheet_or_from_another_round() {
    let app = App::with(vec![plan(), sibling("se-meg", "Se meg", "2026-06-01", "2026-06-30")]).await;
    let arne = app.logged_in("administrator").await;
    let head = "Content-Disposition: form-data; name=\"file\"; filename=\"liste.csv\"";
    let parts = Parts::new().raw(head, b"E-post;Navn\r\npost@example.org;\xC6r\xF8y lag\r\n");
    let request = arne.posting(LIST).await.header("content-type", parts.media_type());
    let answer = arne.ask(request.body(parts.body())).await;
    arne.page(answer.location()).await.must_say("Én er lagt til på listen.");
    assert_eq!(arne.page(LIST).await.texts("tbody th"), ["Ærøy lag"]);
    let other = "/saksbehandling/se-meg/inviterte";
    let form = arne.page(other).await.form("form:has(#from)");
    assert_eq!(form.get("from"), PLAN);
    let answer = arne.submit(&form, Some(("do", "reuse"))).await;
    arne.page(answer.location()).await.must_say("Én er lagt til på listen.");
    assert_eq!(arne.page(other).await.texts("tbody td:nth-child(2)"), ["post@example.org"]);
    // What was taken out can be put in again.
    let file = arne.post(LIST, &[("do", "export")]).await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    let text = file.text();
    assert!(
        text.contains("\r\nÆrøy lag;post@example.org;;nb;listed;2026-06-10T12:00:00.000+02:00;"),
        "{text}"
    );
    let again = arne.post(LIST, &[("do", "add"), ("invitees_lines", &text)]).await;
    arne.page(again.location()).await.must_say("Ingen ble lagt til. Én sto der fra før");
    assert_eq!(app.events().await.last().unwrap(), "invitees.added");
    assert!(app.events().await.contains(&"invitees.exported".to_owned()));
}

#[tokio::test]
async fn a_body_follows_its_link_logs_in_and_answers() {
    let app = App::start().await;
    let arne = invited(&app, THREE).await;
    let link = link_in(&app.mail().await[0]);
    // A program that looks at links is no reader.
    app.visitor().page(&link).await;
    assert_eq!(states(&arne).await[0], "Invitert");
    let kari = app.logged_in("kari").await;
    let page = follow(&kari, &link).await;
    page.must_say("Barneombudet er invitert til å svare");
    assert_eq!(states(&arne).await[0], "Har åpnet");
    let begun = press(&kari, &link, "begin").await;
    assert_eq!(begun.location(), form_path());
    assert_eq!(states(&arne).await[0], "Har begynt");
    let form = kari.form().await;
    assert_eq!((form.get("organisation"), form.get("org_number")), ("Barneombudet", "974760673"));
    assert_eq!((form.get("role"), form.get("email")), ("organisation", "post@ombud.example.org"));
    // Once more goes on with the same draft.
    assert_eq!(press(&kari, &link, "begin").await.location(), form_path());
    let form =
        kari.form().await.set_all(&[("name", "Kari"), ("answer-1", "Bra"), ("organisation", "Ombudet")]);
    kari.send(&form.set("org_number", "")).await.location();
    assert_eq!(states(&arne).await[0], "Har svart");
    follow(&app.visitor(), &link).await.must_say("Det siste innspillet fra dere kom");
    let late = press(&app.visitor(), &link, "no-comment").await.page(409);
    late.must_say("Vi har allerede mottatt et innspill fra dere");
    // Withdrawn, it has not answered any more.
    let reference = kari.page("/mine-innspill").await.attributes("main a[href*='/mine-innspill/']", "href");
    let reference =
        reference.iter().find(|href| href.len() == "/mine-innspill/12345678".len()).unwrap().clone();
    kari.post(&format!("{reference}/trekk"), &[]).await.location();
    assert_eq!(states(&arne).await[0], "Har åpnet");
}

#[tokio::test]
async fn whoever_is_not_let_in_is_led_to_the_way_in_and_back() {
    let app = App::start().await;
    invited(&app, THREE).await;
    let link = link_in(&app.mail().await[0]);
    let nobody = app.visitor();
    let page = follow(&nobody, &link).await;
    let way = page.attributes("main a.ds-button", "href");
    assert_eq!(way, [format!("/logg-inn?tilbake={}", link.replace('/', "%2F"))]);
    assert_eq!(press(&nobody, &link, "begin").await.status, 401);
    // A draft that is somebody else's business is left alone.
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari").set("answer-1", "Mitt eget")).await.location();
    assert_eq!(press(&kari, &link, "begin").await.location(), form_path());
    assert_eq!(kari.form().await.get("role"), "self");
    let arne = app.logged_in("administrator").await;
    assert_eq!(states(&arne).await[0], "Har åpnet");
}

#[tokio::test]
async fn without_comment_is_one_press_without_login_and_can_be_taken_back() {
    let app = App::start().await;
    let arne = invited(&app, THREE).await;
    let link = link_in(&app.mail().await[1]);
    let nobody = app.visitor();
    assert_eq!(press(&nobody, &link, "no-comment").await.location(), link);
    assert_eq!(states(&arne).await[1], "Uten merknad");
    // Pressed twice, it is one submission and one letter.
    assert_eq!(press(&app.visitor(), &link, "no-comment").await.location(), link);
    assert_eq!((app.database.count("submissions"), app.mail().await.len()), (1, 4));
    let receipt = app.mail().await.pop().unwrap();
    assert_eq!(receipt.to, "post@reddbarna.example.org");
    assert!(receipt.body.contains("Vi har registrert at Redd Barna ikke har merknader."), "{}", receipt.body);
    let reference = arne.page(LIST).await.texts("tbody td:nth-child(5)")[1].clone();
    assert!(receipt.body.contains(&reference));
    let submission = arne.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    submission.must_say("Redd Barna");
    let page = follow(&nobody, &link).await;
    page.must_say("Dere svarte «uten merknad»");
    assert!(page.all("button[value='no-comment']").is_empty());
    assert_eq!(press(&nobody, &link, "take-back").await.location(), link);
    assert_eq!(states(&arne).await[1], "Har åpnet");
    // And said again.
    press(&nobody, &link, "no-comment").await.location();
    assert_eq!(states(&arne).await[1], "Uten merknad");
    app.set_time("2026-07-01T00:00:00+02:00");
    assert_eq!(press(&nobody, &link, "take-back").await.status, 409);
}

#[tokio::test]
async fn without_comment_of_someone_who_has_logged_in_is_theirs() {
    let app = App::start().await;
    invited(&app, THREE).await;
    let link = link_in(&app.mail().await[0]);
    let kari = app.logged_in("kari").await;
    let receipt = press(&kari, &link, "no-comment").await;
    assert!(receipt.location().ends_with("?ny=1"), "{}", receipt.location());
    kari.page(receipt.location()).await.must_say("Barneombudet");
    assert!(app.mail().await[3].subject.starts_with("Kvittering for innspillet ditt"));
    assert!(follow(&app.visitor(), &link).await.all("button[value='take-back']").is_empty());
}

#[tokio::test]
async fn invitations_wait_until_the_round_is_public_and_end_with_its_deadline() {
    let round = RoundFile { published: false, ..dated(plan(), "2026-07-01", "2026-07-31") };
    let app = App::with(vec![round]).await;
    let arne = invited(&app, THREE).await;
    assert_eq!(app.mail().await.len(), 0);
    arne.page(LIST).await.must_say("Invitasjonene blir sendt når den er det.");
    arne.post(&format!("/saksbehandling/{PLAN}/styring"), &[("do", "open")]).await;
    assert_eq!(app.worker.invite_due().await.unwrap(), 3);
    let link = link_in(&app.mail().await[0]);
    arne.post(LIST, &[("do", "add"), ("invitees_lines", "Sent ute; sent@example.org")]).await.location();
    app.set_time("2026-08-01T00:00:00+02:00");
    arne.post(LIST, &[("do", "invite")]).await.page(422);
    follow(&app.visitor(), &link).await.must_say("Fristen er ute");
    assert_eq!(press(&app.visitor(), &link, "no-comment").await.status, 409);
    assert_eq!(press(&app.logged_in("kari").await, &link, "begin").await.status, 409);
}
