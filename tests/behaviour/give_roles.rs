//! Administrators give and take away roles; a role counts where it was given, and nowhere else.

use crate::helpers::app::{App, NOON};
use crate::helpers::people::Visitor;
use crate::helpers::rounds::{PLAN, at, plan, sibling};
use innspill::actions::grant_role::{NewGrant, grant_role};
use innspill::domain::audit::Actor;
use innspill::domain::staff::StaffRole;
use innspill::identity::test_login::ISSUER;

const ACCESS: &str = "/saksbehandling/tilganger";
const SIBLING: &str = "se-meg-hor-oss";

async fn two_rounds() -> App {
    App::with(vec![plan(), sibling(SIBLING, "Se meg", "2026-06-01", "2026-06-30")]).await
}

fn role<'a>(subject: &'a str, role: &'a str, round: &'a str) -> Vec<(&'a str, &'a str)> {
    let who = [("do", "give"), ("issuer", ISSUER), ("subject", subject), ("name", "")];
    [who.as_slice(), &[("role", role), ("round", round)]].concat()
}

async fn gives(admin: &Visitor, fields: &[(&str, &str)]) {
    assert_eq!(admin.post(ACCESS, fields).await.location(), format!("{ACCESS}?gitt=1"), "{fields:?}");
}

/// Gives a role as somebody at a shell does.
pub async fn given(app: &App, subject: &str, role: StaffRole, round: Option<&str>) {
    let (issuer, round) = (ISSUER.to_owned(), round.map(str::to_owned));
    let new = NewGrant { issuer, subject: subject.to_owned(), name: None, role, round };
    grant_role(&app.store, new, false, Actor::CommandLine, at(NOON)).await.unwrap();
}

async fn takes(admin: &Visitor, subject: &str) -> crate::helpers::page::Answer {
    let page = admin.page(ACCESS).await;
    let row = page.texts("tbody th").iter().position(|name| name.starts_with(subject)).unwrap();
    let id = page.attributes("tbody input[name=grant]", "value")[row].clone();
    admin.post(ACCESS, &[("do", "take"), ("grant", &id)]).await
}

#[tokio::test]
async fn a_role_counts_from_the_next_request_until_it_is_taken_away() {
    let app = App::start().await;
    let (admin, kari) = (app.logged_in("administrator").await, app.logged_in("kari").await);
    let round = format!("/saksbehandling/{PLAN}");
    kari.get(&round).await.page(403);
    gives(&admin, &role(" kari\t", "reader", "")).await;
    let menu = admin.page(ACCESS).await.texts(".site-nav a");
    assert_eq!(menu, ["Høringer", "E-poster", "Tilganger", "Logg"]);
    admin.page(&format!("{ACCESS}?gitt=1")).await.must_say("Rollen er gitt, og det står i loggen.");
    kari.page(&round).await;
    kari.page("/saksbehandling/brev").await;
    assert_eq!(kari.page("/").await.texts(".site-nav a"), ["Mine innspill", "Saksbehandling"]);
    kari.get(&format!("{round}/eksport")).await.page(403);
    gives(&admin, &role("kari", "case-officer", "")).await;
    kari.page(&format!("{round}/eksport")).await;
    assert_eq!(app.database.count("staff_grants"), 1, "the new role replaced the old one");
    assert_eq!(takes(&admin, "kari").await.location(), format!("{ACCESS}?tatt=1"));
    admin.page(&format!("{ACCESS}?tatt=1")).await.must_say("Rollen er tatt bort");
    kari.get(&round).await.page(403);
    assert_eq!(kari.page("/").await.texts(".site-nav a"), ["Mine innspill"]);
    assert_eq!(app.events().await[1..], ["staff.granted", "staff.granted", "staff.revoked"]);
    let deeds = "event IN ('staff.granted', 'staff.revoked')";
    let subjects = format!("SELECT subject AS value FROM audit_log WHERE {deeds} ORDER BY id");
    assert_eq!(app.database.values(&subjects), ["reader:kari", "case-officer:kari", "case-officer:kari"]);
}

#[tokio::test]
async fn a_role_in_one_round_opens_that_round_and_nothing_else() {
    let app = two_rounds().await;
    let admin = app.logged_in("administrator").await;
    gives(&admin, &role("kari", "administrator", PLAN)).await;
    let kari = app.logged_in("kari").await;
    let home = kari.page("/saksbehandling").await;
    assert_eq!(home.attributes("tbody a", "href"), [format!("/saksbehandling/{PLAN}")]);
    assert_eq!(home.texts(".site-nav a"), ["Høringer"]);
    let page = kari.page(&format!("/saksbehandling/{PLAN}/styring")).await;
    assert_eq!(page.texts(".site-nav a"), ["Høringer"]);
    assert!(page.texts(".room-nav a").contains(&"Styring".to_owned()));
    for path in [
        ACCESS.to_owned(),
        "/saksbehandling/brev".to_owned(),
        format!("/saksbehandling/{SIBLING}"),
        format!("/nn/saksbehandling/{SIBLING}/styring"),
        "/saksbehandling/finnes-ikke".to_owned(),
    ] {
        kari.get(&path).await.page(403);
    }
    kari.post(ACCESS, &role("kari", "administrator", "")).await.page(403);
    let fields = [("do", "close"), ("reason_nb", "Slutt")];
    kari.post(&format!("/saksbehandling/{SIBLING}/styring"), &fields).await.page(403);
    kari.post(&format!("/saksbehandling/{PLAN}/styring"), &fields).await.location();
    assert_eq!(app.events().await[2..], ["staff.granted", "round.closed"]);
}

#[tokio::test]
async fn the_higher_of_two_roles_counts() {
    let app = two_rounds().await;
    given(&app, "leser", StaffRole::CaseOfficer, Some(PLAN)).await;
    given(&app, "administrator", StaffRole::Reader, None).await;
    let reader = app.logged_in("leser").await;
    reader.page(&format!("/saksbehandling/{PLAN}/eksport")).await;
    reader.page(&format!("/saksbehandling/{SIBLING}")).await;
    reader.get(&format!("/saksbehandling/{SIBLING}/eksport")).await.page(403);
    app.logged_in("administrator").await.page(&format!("/saksbehandling/{SIBLING}/styring")).await;
}

#[tokio::test]
async fn whoever_has_no_role_reads_what_to_ask_for() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    for (path, heading, words) in [
        ("/saksbehandling", "Du har ikke tilgang", "Spør den som er administrator for Innspill"),
        ("/nn/saksbehandling", "Du har ikkje tilgang", "Spør den som er administrator for Innspill"),
        ("/en/saksbehandling", "You do not have access", "Ask the municipality’s administrator"),
    ] {
        let page = kari.get(path).await.page(403);
        assert_eq!(page.text("h1"), heading);
        page.must_say(words);
        assert_eq!(page.texts("dl.rows code"), [ISSUER, "kari"]);
    }
    // Who has a role is not told to ask for one.
    let reader = app.logged_in("leser").await.get(ACCESS).await.page(403);
    assert!(reader.all("dl.rows").is_empty());
}

#[tokio::test]
async fn the_last_administrator_cannot_be_taken_away() {
    let app = App::start().await;
    given(&app, "kari", StaffRole::Administrator, None).await;
    let kari = app.logged_in("kari").await;
    let sentence = "Dette er den siste administratoren for hele tjenesten. Gjør en annen til administrator \
                    først, ellers kan ingen gi tilganger.";
    let lower = kari.post(ACCESS, &role("kari", "reader", "")).await;
    for answer in [takes(&kari, "kari").await, lower] {
        assert_eq!(answer.page(422).texts(".ds-error-summary a"), [sentence]);
    }
    // A role in a round, and another's lower role, do not count.
    given(&app, "ola", StaffRole::Administrator, Some(PLAN)).await;
    given(&app, "per", StaffRole::CaseOfficer, None).await;
    takes(&kari, "kari").await.page(422);
    gives(&kari, &role("per", "administrator", "")).await;
    assert_eq!(takes(&kari, "kari").await.location(), format!("{ACCESS}?tatt=1"));
    kari.get(ACCESS).await.page(403);
    takes(&app.logged_in("per").await, "per").await.page(422);
}

#[tokio::test]
async fn where_the_login_makes_administrators_the_last_grant_may_go() {
    let app = App::start().await;
    given(&app, "kari", StaffRole::Administrator, None).await;
    let admin = app.logged_in("administrator").await;
    assert_eq!(takes(&admin, "kari").await.location(), format!("{ACCESS}?tatt=1"));
    admin.page(ACCESS).await.must_say("Ingen har fått en rolle her ennå.");
}

#[tokio::test]
async fn of_two_who_take_each_other_away_one_stays() {
    let app = App::start().await;
    given(&app, "kari", StaffRole::Administrator, None).await;
    given(&app, "ola", StaffRole::Administrator, None).await;
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    let page = kari.page(ACCESS).await;
    let ids = page.attributes("tbody input[name=grant]", "value");
    let (one, two) =
        ([("do", "take"), ("grant", ids[1].as_str())], [("do", "take"), ("grant", ids[0].as_str())]);
    futures_util::future::join(kari.post(ACCESS, &one), ola.post(ACCESS, &two)).await;
    assert_eq!(app.database.count("staff_grants"), 1);
}

#[tokio::test]
async fn what_is_missing_is_told_and_what_was_typed_is_kept() {
    let app = App::start().await;
    let admin = app.logged_in("administrator").await;
    let fields =
        [("do", "give"), ("issuer", " "), ("subject", "22848522345"), ("name", "Kari <b>"), ("role", "sjef")];
    let page = admin.post(ACCESS, &fields).await.page(422);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), ["#issuer", "#subject", "#role"]);
    assert!(page.texts(".ds-error-summary a")[1].starts_with("Dette ser ut som et fødselsnummer"));
    assert_eq!(page.attributes("#name", "value"), ["Kari <b>"]);
    let long = "x".repeat(301);
    for (field, value) in
        [("subject", "\u{200b}"), ("subject", &long), ("name", &long), ("round", "finnes-ikke")]
    {
        let mut fields = role("kari", "reader", "");
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let page = admin.post(ACCESS, &fields).await.page(422);
        assert_eq!(page.attributes(".ds-error-summary a", "href"), [format!("#{field}")]);
        assert_eq!(page.all(&format!("#{field}[aria-invalid=true]")).len(), 1);
    }
    for fields in
        [vec![], vec![("do", "take")], vec![("do", "take"), ("grant", "x")], role("a\0b", "reader", "")]
    {
        admin.post(ACCESS, &fields).await.page(400);
    }
    let nobodys = [("do", "take"), ("grant", "00000000-0000-7000-8000-000000000000")];
    admin.post(ACCESS, &nobodys).await.location();
    assert_eq!(app.events().await, ["round.imported"]);
}

#[tokio::test]
async fn the_list_says_who_may_do_what_where() {
    let app = two_rounds().await;
    let admin = app.logged_in("administrator").await;
    let named = role("kari-hos-utsteder", "case-officer", PLAN);
    let named: Vec<_> =
        named.into_iter().map(|(k, v)| (k, if k == "name" { "Kari Nordås" } else { v })).collect();
    gives(&admin, &named).await;
    given(&app, "administrator", StaffRole::Reader, None).await;
    let page = admin.page(ACCESS).await;
    let who = page.texts("tbody th");
    assert_eq!(who[0], format!("Kari Nordåskari-hos-utsteder{ISSUER}"));
    assert_eq!(who[1], format!("administrator Det er deg{ISSUER}"));
    let cells = page.texts("tbody td");
    assert_eq!(cells[0], "Saksbehandler");
    assert!(cells[1].starts_with("Handlingsplan"), "{cells:?}");
    assert_eq!(cells[2], "10. juni 2026 kl. 12.00Arne Adminhaug");
    assert_eq!((cells[4].as_str(), cells[5].as_str()), ("Ansatt som kan lese innspill", "Hele tjenesten"));
    // Where the provider tells no name, the one that was typed stands for them.
    let kari = app.logged_in("kari-hos-utsteder").await;
    assert_eq!(kari.page("/saksbehandling").await.text(".site-account__name"), "Kari Nordås");
}

#[tokio::test]
async fn the_way_to_a_room_is_shown_to_those_who_may_enter_it() {
    let app = two_rounds().await;
    given(&app, "leser", StaffRole::Administrator, Some(SIBLING)).await;
    let reader = app.logged_in("leser").await;
    for (slug, rooms) in [(PLAN, 4), (SIBLING, 11)] {
        let page = reader.page(&format!("/saksbehandling/{slug}")).await;
        let ways = page.attributes(".room-nav a", "href");
        assert_eq!(ways.len(), rooms, "{ways:?}");
        for way in ways {
            reader.page(&way).await;
        }
    }
}
