//! A document is replaced in public: with a reason, and with the earlier edition still there.

use crate::helpers::app::App;
use crate::helpers::people::{about, form_path};
use crate::helpers::rounds::{PLAN, bytes_of, pdf};
use crate::keep_the_papers::{public, replace_draft, staff, upload};
use reqwest::Method;

const DRAFT: &str = "horingsutkast.pdf";
const FIRST_PATH: &str = "documents/handlingsplan-for-barnevernet-utkast.md";

#[tokio::test]
async fn a_replacement_is_announced_and_the_earlier_edition_stays() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    app.set_time("2026-06-12T09:00:00+02:00");
    let answer = replace_draft(&arne, "Den nye").await;
    assert_eq!(answer.location(), format!("{}?gjort=byttet", staff(DRAFT)));
    let round = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    round.must_say("Endringer i dokumentene");
    let told = round.text("#endringer + ol.history li");
    assert!(
        told.contains("ble byttet ut 12. juni 2026.") && told.contains("Begrunnelse: Feil i tabell 3"),
        "{told}"
    );
    assert!(!round.says("Arne") && !round.says("administrator"));
    let earlier = format!("{}/1", public(DRAFT));
    assert!(round.attributes("ol.history a", "href").contains(&earlier));
    let nynorsk = app.visitor().page(&format!("/nn/horinger/{PLAN}")).await;
    nynorsk.must_say("Feil i tabell 3 på nynorsk");
    // The document has the new bytes; both editions stand under their numbers.
    assert_eq!(app.visitor().get(&public(DRAFT)).await.body, pdf("Den nye"));
    assert_eq!(app.visitor().get(&format!("{}/2", public(DRAFT))).await.body, pdf("Den nye"));
    let first = app.visitor().get(&earlier).await;
    assert_eq!((first.status, first.body.clone()), (200, bytes_of(FIRST_PATH)));
    assert_eq!(first.header("content-type"), "application/pdf");
    assert_eq!(first.header("content-disposition"), "inline; filename=\"horingsutkast-utgave-1.pdf\"");
    assert_eq!(first.header("x-content-type-options"), "nosniff");
    assert!(first.header("content-security-policy").starts_with("default-src 'none'"));
    let visitor = app.visitor();
    let known = visitor.request(Method::GET, &earlier).header("if-none-match", first.header("etag"));
    assert_eq!(visitor.ask(known).await.status, 304);
    for number in ["0", "3", "-1", "01x", "99999999999"] {
        assert_eq!(app.visitor().get(&format!("{}/{number}", public(DRAFT))).await.status, 404, "{number}");
    }
    let page = arne.page(&staff(DRAFT)).await;
    page.must_say("Tidligere utgaver");
    page.must_say("Byttet ut av Arne Adminhaug");
}

#[tokio::test]
async fn a_replacement_needs_a_reason_and_another_file_of_the_same_kind() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let before = app.events().await;
    let reasons = [("version", "1"), ("reason_nb", "Feil"), ("reason_nn", "Feil")];
    for (fields, file, places) in [
        (&[("version", "1")][..], pdf("ny"), &["reason_nb", "reason_nn"][..]),
        (&[("version", "1"), ("reason_nb", "Feil"), ("reason_nn", " ")], pdf("ny"), &["reason_nn"]),
        (&reasons, bytes_of("bilde.jpg"), &["file"]),
        (&reasons, bytes_of(FIRST_PATH), &["file"]),
        (&[("reason_nb", "Feil"), ("reason_nn", "Feil")], pdf("ny"), &["innhold"]),
    ] {
        let page = upload(&arne, &staff(DRAFT), fields, ("ny.pdf", file)).await.page(422);
        let expected: Vec<String> = places.iter().map(|place| format!("#{place}")).collect();
        assert_eq!(page.attributes(".ds-error-summary a", "href"), expected, "{fields:?}");
        let typed = fields.iter().find(|(name, _)| *name == "reason_nb").map_or("", |(_, value)| value);
        assert_eq!(page.form("form[enctype]").get("reason_nb"), typed);
    }
    assert_eq!(app.events().await, before);
    assert_eq!(app.visitor().get(&public(DRAFT)).await.body, bytes_of(FIRST_PATH));
}

#[tokio::test]
async fn of_two_who_replace_at_once_one_is_told_and_no_edition_is_lost() {
    let app = App::start().await;
    let (arne, other) = (app.logged_in("administrator").await, app.logged_in("administrator").await);
    let fields = [("version", "1"), ("reason_nb", "Feil"), ("reason_nn", "Feil")];
    let path = staff(DRAFT);
    let both = tokio::join!(
        upload(&arne, &path, &fields, ("a.pdf", pdf("Arnes"))),
        upload(&other, &path, &fields, ("b.pdf", pdf("Den andres")))
    );
    let mut met = [both.0.status, both.1.status];
    met.sort_unstable();
    assert_eq!(met, [303, 422]);
    let (loser, text, told) =
        if both.0.status == 422 { (&arne, "Arnes", both.0) } else { (&other, "Den andres", both.1) };
    let page = told.page(422);
    page.must_say("En annen har endret dokumentet i mellomtiden.");
    // The page shows what the other did, and whoever still wants to may go on.
    let version = page.form("form[enctype]").get("version").to_owned();
    let fields = [("version", version.as_str()), ("reason_nb", "Feil"), ("reason_nn", "Feil")];
    assert_eq!(upload(loser, &path, &fields, ("c.pdf", pdf(text))).await.status, 303);
    assert_eq!(app.database.count("document_editions"), 2);
    assert_eq!(app.visitor().get(&format!("{}/1", public(DRAFT))).await.body, bytes_of(FIRST_PATH));
    let second = app.visitor().get(&format!("{}/2", public(DRAFT))).await.body;
    assert!(second == pdf("Arnes") || second == pdf("Den andres"));
    assert_eq!(app.visitor().get(&public(DRAFT)).await.body, pdf(text));
}

#[tokio::test]
async fn what_was_sent_stays_with_the_edition_it_answered() {
    let app = App::start().await;
    let (kari, arne) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let reference = kari.hand_in(&[("answer-1", "Om det første utkastet")]).await;
    let pins = |app: &App| app.database.values("SELECT CAST(documents AS TEXT) AS value FROM revisions");
    let before = pins(&app);
    assert!(!kari.receipt(&reference).await.says("byttet ut"));
    app.set_time("2026-06-12T09:00:00+02:00");
    replace_draft(&arne, "Den nye").await.location();
    app.set_time("2026-06-13T09:00:00+02:00");
    replace_draft(&arne, "Den aller nyeste").await.location();
    let receipt = kari.receipt(&reference).await;
    receipt.must_say("Et dokument er byttet ut etter at du sendte");
    receipt.must_say("ble byttet ut 12. juni 2026.");
    let earlier = format!("{}/1", public(DRAFT));
    assert!(receipt.attributes(".ds-alert a", "href").contains(&earlier));
    assert!(receipt.attributes("dl.rows dd a", "href").contains(&earlier));
    assert_eq!(pins(&app), before);
    // Back to the very file that was answered: then nothing differs from what was read.
    let page = arne.page(&staff(DRAFT)).await;
    let version = page.form("form[enctype]").get("version").to_owned();
    let fields = [("version", version.as_str()), ("reason_nb", "Tilbake"), ("reason_nn", "Tilbake")];
    let answer = upload(&arne, &staff(DRAFT), &fields, ("x.pdf", bytes_of(FIRST_PATH))).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(!kari.receipt(&reference).await.says("byttet ut"));
}

#[tokio::test]
async fn whoever_has_begun_is_told_on_the_form_and_before_sending() {
    let app = App::start().await;
    let (kari, arne) = (app.logged_in("kari").await, app.logged_in("administrator").await);
    let form = about(kari.form().await, "Kari Nordmann").set("answer-1", "Om utkastet");
    assert_eq!(kari.save(&form).await.status, 303);
    app.set_time("2026-06-12T09:00:00+02:00");
    replace_draft(&arne, "Den nye").await.location();
    app.set_time("2026-06-13T09:00:00+02:00");
    let page = kari.page(&form_path()).await;
    page.must_say("Et dokument er byttet ut etter at du begynte");
    page.must_say("ble byttet ut 12. juni 2026.");
    page.must_say("Feil i tabell 3");
    let check = kari.checked(&kari.form().await).await;
    check.must_say("Et dokument er byttet ut etter at du begynte");
    // Whoever begins now has read the new one.
    let ola = app.logged_in("ola").await;
    assert!(!ola.page(&form_path()).await.says("byttet ut"));
    let form = about(ola.form().await, "Ola").set("answer-1", "Om det nye");
    assert!(!ola.checked(&form).await.says("byttet ut"));
    // Whoever changes what they sent before is told as well.
    let sent = ola.hand_in(&[("answer-1", "Om det nye")]).await;
    app.set_time("2026-06-14T09:00:00+02:00");
    replace_draft(&arne, "Den nyeste").await.location();
    let change = ola.page(&format!("{}?endrer={sent}", form_path())).await;
    change.must_say("ble byttet ut 14. juni 2026.");
}

#[tokio::test]
async fn an_infected_document_is_served_to_nobody() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    replace_draft(&arne, "Den nye").await.location();
    let earlier = format!("{}/1", public(DRAFT));
    let tag = app.visitor().get(&earlier).await.header("etag").to_owned();
    app.database.break_with(&format!(
        "UPDATE files SET scan = 'infected', signature = 'Eicar' WHERE sha256 = '{}'",
        tag.trim_matches('"')
    ));
    for visitor in [app.visitor(), app.logged_in("administrator").await] {
        let known = visitor.request(Method::GET, &earlier).header("if-none-match", tag.as_str());
        for answer in [visitor.get(&earlier).await, visitor.ask(known).await] {
            assert_eq!(answer.status, 409);
            answer.page(409).must_say("Dokumentet kan ikke åpnes");
        }
    }
    assert_eq!(app.visitor().get(&public(DRAFT)).await.status, 200);
    // Nor does it come in again.
    let fields = [("version", "2"), ("reason_nb", "Feil"), ("reason_nn", "Feil")];
    let page = upload(&arne, &staff(DRAFT), &fields, ("x.pdf", bytes_of(FIRST_PATH))).await.page(422);
    page.must_say("Viruskontrollen har funnet noe skadelig i denne filen");
}
