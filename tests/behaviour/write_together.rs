//! Several write on one draft for an organisation; one of them sends it.

use crate::helpers::app::App;
use crate::helpers::page::{Form, Page};
use crate::helpers::people::{Visitor, for_organisation, form_path, reference_in};
use crate::helpers::rounds::PLAN;

const NUMBER: &str = "974760673";

/// Kari has saved a draft for the school.
async fn draft_of(kari: &Visitor) -> Form {
    let form = kari.form_at(&format!("{}?rolle=organisasjon", form_path())).await;
    let form = for_organisation(form, "Elvebredden skole", NUMBER).set("answer-1", "Vi mener dette");
    kari.save(&form).await.location();
    form
}

/// Presses «lag en lenke» on the page at `path`, and returns the link.
async fn invite(owner: &Visitor, path: &str, base: &str) -> String {
    let form = owner.page(path).await.form("main form:has(button[value=invite])");
    let page = owner.submit(&form, Some(("do", "invite"))).await.page(200);
    page.text("code.invitation-link").strip_prefix(base).unwrap().to_owned()
}

async fn join(colleague: &Visitor, link: &str, name: &str) -> String {
    let form = colleague.page(link).await.form("main form").set("name", name);
    colleague.submit(&form, None).await.location().to_owned()
}

/// Kari's draft, on which Ola writes as well: both browsers and the address of the form.
pub async fn shared(app: &App) -> (Visitor, Visitor, String) {
    let (kari, ola) = (app.logged_in("kari").await, app.logged_in("ola").await);
    draft_of(&kari).await;
    let link = invite(&kari, &format!("{}/sammen", form_path()), &app.base).await;
    let form = join(&ola, &link, "Ola Dunk").await;
    assert!(form.starts_with(&format!("{}?kladd=", form_path())), "{form}");
    (kari, ola, form)
}

fn together(form: &str) -> String {
    form.replace("/innspill?", "/innspill/sammen?")
}

async fn press(visitor: &Visitor, path: &str, deed: &str) -> Page {
    let form = visitor.page(path).await.form(&format!("main form:has(button[value={deed}])"));
    let to = visitor.submit(&form, Some(("do", deed))).await.location().to_owned();
    visitor.page(&to).await
}

#[tokio::test]
async fn a_colleague_who_was_invited_sees_the_draft_and_writes_on_it() {
    let app = App::start().await;
    let (kari, ola, path) = shared(&app).await;
    let form = ola.form_at(&path).await;
    assert_eq!(form.get("answer-1"), "Vi mener dette");
    ola.save(&form.set("answer-2", "Og dette")).await.location();
    assert_eq!(kari.form_at(&path).await.get("answer-2"), "Og dette");
    for one in [&kari, &ola] {
        let page = one.page("/mine-innspill").await;
        assert_eq!(page.attributes("main li.round a", "href"), std::slice::from_ref(&path));
        let page = one.page(&together(&path)).await;
        page.must_say("Kari Nordmann");
        page.must_say("Ola Dunk");
    }
    // A person of another round's, or of none, has nothing there.
    let liv = app.logged_in("liv").await;
    liv.get(&path).await.page(404);
    liv.get(&together(&path)).await.page(404);
    liv.post(&path, &[("draft", path.split('=').nth(1).unwrap()), ("version", "1")]).await.page(404);
}

#[tokio::test]
async fn one_sends_and_the_others_read_the_receipt() {
    let app = App::start().await;
    let (kari, ola, path) = shared(&app).await;
    let form = ola.form_at(&path).await;
    ola.checked(&form).await.must_say("Dere er flere som har skrevet");
    let reference = reference_in(ola.send(&form).await.location());
    let mail = app.mail().await.pop().unwrap();
    assert!(
        mail.body.contains("På vegne av: Elvebredden skole (974760673)\nSendt inn av: Ola Dunk"),
        "{}",
        mail.body
    );
    let page = ola.receipt(&reference).await;
    assert_eq!((page.row("Organisasjon"), page.row("Navn")), ("Elvebredden skole".into(), "Ola Dunk".into()));
    page.must_say("Skrevet sammen med: Kari Nordmann");
    let page = kari.receipt(&reference).await;
    page.must_say("Innspillet ble sendt inn av Ola Dunk");
    assert!(page.all("main a[href*=endrer]").is_empty());
    kari.page("/mine-innspill").await.must_say(&reference);
    kari.get(&format!("{}?endrer={reference}", form_path())).await.page(404);
    kari.get(&format!("/mine-innspill/{reference}/trekk")).await.page(409);
    kari.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.page(409);
    assert_eq!(app.database.count("submissions"), 1);
    // Its address leads to what became of it.
    assert_eq!(kari.get(&path).await.location(), format!("/mine-innspill/{reference}"));
}

#[tokio::test]
async fn two_who_press_send_at_once_send_one() {
    let app = App::start().await;
    let (kari, ola, path) = shared(&app).await;
    let (one, two) = (kari.form_at(&path).await, ola.form_at(&path).await);
    let (one, two) = (kari.ready(&one).await, ola.ready(&two).await);
    let (one, two) = tokio::join!(kari.submit(&one, None), ola.submit(&two, None));
    assert_eq!(reference_in(one.location()), reference_in(two.location()));
    assert_eq!(app.database.count("submissions"), 1);
    assert_eq!(app.mail().await.len(), 1);
}

#[tokio::test]
async fn nobody_overwrites_what_a_colleague_has_saved() {
    let app = App::start().await;
    let (kari, ola, path) = shared(&app).await;
    let (mine, theirs) = (kari.form_at(&path).await, ola.form_at(&path).await);
    ola.save(&theirs.set("answer-1", "Olas tekst")).await.location();
    let page = kari.save(&mine.set("answer-1", "Karis tekst")).await.page(409);
    page.must_say("Ola Dunk lagret kladden");
    page.must_say("Olas tekst");
    assert_eq!(page.form("form#svar").get("answer-1"), "Karis tekst");
    assert_eq!(ola.form_at(&path).await.get("answer-1"), "Olas tekst");
    // One's own other tab has no name.
    let (tab, other) = (ola.form_at(&path).await, ola.form_at(&path).await);
    ola.save(&tab.set("answer-3", "a")).await.location();
    ola.save(&other.set("answer-3", "b")).await.page(409).must_say("i en annen fane");
}

#[tokio::test]
async fn a_page_that_was_open_when_the_draft_was_shared_still_saves() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    draft_of(&kari).await;
    let open = kari.form().await;
    invite(&kari, &format!("{}/sammen", form_path()), &app.base).await;
    let to = kari.save(&open.set("answer-4", "Fra den gamle siden")).await.location().to_owned();
    assert_eq!(kari.form_at(&to).await.get("answer-4"), "Fra den gamle siden");
    // The owner may still answer for themselves.
    kari.hand_in(&[("answer-1", "Jeg selv")]).await;
    assert_eq!(app.database.count("drafts"), 1);
}

#[tokio::test]
async fn members_change_and_withdraw_where_the_owner_lets_them() {
    let app = App::start().await;
    let (kari, ola, path) = shared(&app).await;
    let form = kari.page(&together(&path)).await.form("main form:has(button[value=may-change])");
    kari.submit(&form.set("members_may_change", "true"), Some(("do", "may-change"))).await.location();
    let reference = reference_in(kari.send(&kari.form_at(&path).await).await.location());
    let change = format!("{}?endrer={reference}", form_path());
    app.set_time("2026-06-10T12:10:00+02:00");
    let (mine, theirs) = (kari.form_at(&change).await, ola.form_at(&change).await);
    kari.save(&mine.clone().set("answer-1", "Karis endring")).await.location();
    app.set_time("2026-06-10T12:20:00+02:00");
    ola.send(&theirs.set("answer-1", "Olas endring")).await.location();
    // Kari began on what no longer stands.
    app.set_time("2026-06-10T12:30:00+02:00");
    let mine = kari.form_at(&change).await;
    let page = kari.send(&mine).await.page(409);
    assert_eq!(page.text("h1"), "En kollega har endret innspillet");
    assert_eq!(kari.text_of(&reference).await, "[1]\nOlas endring\n\n");
    ola.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.location();
    kari.receipt(&reference).await.must_say("Innspillet er trukket tilbake");
}

#[tokio::test]
async fn an_invitation_works_once_for_a_week_and_until_it_is_taken_back() {
    let app = App::start().await;
    let (kari, _, path) = shared(&app).await;
    let (used, revoked) =
        (invite(&kari, &together(&path), &app.base).await, invite(&kari, &together(&path), &app.base).await);
    join(&app.logged_in("liv").await, &used, "Liv").await;
    press(&kari, &together(&path), "revoke").await;
    let per = app.logged_in("per").await;
    for link in [&used, &revoked] {
        assert_eq!(per.get(link).await.page(409).text("h1"), "Lenken virker ikke lenger");
        per.post(link, &[("name", "Per")]).await.page(409);
    }
    let late = invite(&kari, &together(&path), &app.base).await;
    app.set_time("2026-06-17T12:00:00+02:00");
    per.get(&late).await.page(409);
    assert_eq!(app.database.count("draft_members"), 3);
}

#[tokio::test]
async fn whoever_is_removed_or_leaves_sees_nothing_more() {
    let app = App::start().await;
    let (kari, ola, path) = shared(&app).await;
    let page = press(&kari, &together(&path), "remove").await;
    assert!(!page.says("Ola Dunk"));
    ola.get(&path).await.page(404);
    let liv = app.logged_in("liv").await;
    join(&liv, &invite(&kari, &together(&path), &app.base).await, "Liv").await;
    // Who did not begin it may neither invite, remove nor throw away.
    for deed in ["invite", "may-change"] {
        let answer = liv.post(&together(&path), &[("do", deed), ("name", "Liv")]).await;
        assert!([303, 404].contains(&answer.status), "{}", answer.text());
    }
    liv.post(&path.replace("/innspill?", "/innspill/forkast?"), &[]).await.location();
    assert_eq!(app.database.count("draft_invitations"), 0);
    press(&liv, &together(&path), "leave").await;
    liv.get(&path).await.page(404);
    kari.form_at(&path).await;
    let form = kari.page(&path).await.form("details form");
    kari.submit(&form, None).await.location();
    assert_eq!(app.database.count("drafts"), 0);
}

#[tokio::test]
async fn no_more_than_twenty_are_invited() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    draft_of(&kari).await;
    let mut path = format!("{}/sammen", form_path());
    for _ in 0..20 {
        let form = kari.page(&path).await.form("main form:has(button[value=invite])");
        let page = kari.submit(&form, Some(("do", "invite"))).await.page(200);
        path = page.form("main form:has(button[value=invite])").action;
    }
    let form = kari.page(&path).await.form("main form:has(button[value=invite])");
    kari.submit(&form, Some(("do", "invite"))).await.page(409).must_say("inntil 20 kolleger");
    assert_eq!(app.database.count("draft_invitations"), 20);
}

#[tokio::test]
async fn an_invitation_asks_for_the_rounds_way_in_and_for_a_name() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    draft_of(&kari).await;
    let link = invite(&kari, &format!("{}/sammen", form_path()), &app.base).await;
    let stranger = app.visitor();
    let page = stranger.page(&link).await;
    page.must_say("Kari Nordmann har invitert deg");
    let to = format!("/logg-inn?tilbake={}", link.replace('/', "%2F"));
    assert_eq!(page.attributes("main .ds-button", "href"), [to]);
    stranger.post(&link, &[("name", "X")]).await.page(401);
    let ola = app.logged_in("ola").await;
    for name in ["", "  ", "\u{200b}"] {
        ola.post(&link, &[("name", name)]).await.page(422).must_say("Skriv navnet ditt");
    }
    join(&ola, &link, "Ola").await;
    let token = link.rsplit('/').next().unwrap();
    assert!(app.database.dump().iter().all(|(_, value)| !value.contains(token)), "the token is stored");
}

#[tokio::test]
async fn only_a_draft_for_an_organisation_is_shared() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let path = format!("{}/sammen", form_path());
    kari.get(&path).await.page(404);
    let form = crate::helpers::people::about(kari.form().await, "Kari");
    kari.save(&form).await.location();
    kari.get(&path).await.page(404);
    kari.post(&path, &[("do", "invite"), ("name", "Kari")]).await.page(404);
    assert_eq!(app.database.count("draft_members"), 0);
    kari.get(&format!("/horinger/{PLAN}/innspill/sammen?kladd=tull")).await.page(404);
}
