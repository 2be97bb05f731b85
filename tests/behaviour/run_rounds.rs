//! Administrators open, extend, close and reopen rounds; everyone can read why.

use crate::helpers::app::App;
use crate::helpers::page::Page;
use crate::helpers::people::{Visitor, form_path};
use crate::helpers::rounds::{PLAN, dated, plan};

const MANAGE: &str = "/saksbehandling/handlingsplan-for-barnevernet/styring";

async fn done(arne: &Visitor, fields: &[(&str, &str)]) {
    assert_eq!(arne.post(MANAGE, fields).await.location(), format!("{MANAGE}?gjort=1"));
    arne.page(&format!("{MANAGE}?gjort=1")).await.must_say("Det er gjort, og det står i loggen.");
}

async fn history(app: &App) -> Vec<String> {
    app.visitor().page(&format!("/horinger/{PLAN}")).await.texts("ol.history li")
}

/// Fails unless the deed is refused with this sentence, everything typed still there, nothing done.
async fn refused(app: &App, fields: &[(&str, &str)], field: &str, sentence: &str) -> Page {
    let arne = app.logged_in("administrator").await;
    let before = app.events().await;
    let page = arne.post(MANAGE, fields).await.page(422);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), [format!("#{field}")], "{fields:?}");
    assert_eq!(page.texts(".ds-error-summary a"), [sentence], "{fields:?}");
    assert_eq!(page.all(&format!("[id='{field}']")).len(), 1);
    assert_eq!(app.events().await, before);
    page
}

#[tokio::test]
async fn an_extension_shows_on_the_page_with_its_reason_and_history() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    done(
        &arne,
        &[
            ("do", "extend"),
            ("until_date", "2026-08-15"),
            ("reason_nb", "Ferie <b>og</b> valg"),
            ("reason_nn", "Ferie og val"),
        ],
    )
    .await;
    app.set_time("2026-06-12T12:00:00+02:00");
    let fields =
        [("do", "extend"), ("until_date", "2026-08-20"), ("until_time", "12:00"), ("reason_nb", "Mer tid")];
    done(&arne, &fields).await;
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(page.text(".deadline__moment"), "Frist: til 20. august 2026 kl. 12.00");
    assert_eq!(
        history(&app).await,
        [
            "10. juni 2026: Fristen ble utsatt. Den var til og med 30. juni 2026 og er nå til og med 15. \
             august 2026.Begrunnelse: Ferie <b>og</b> valg",
            "12. juni 2026: Fristen ble utsatt. Den var til og med 15. august 2026 og er nå til 20. august 2026 \
             kl. 12.00.Begrunnelse: Mer tid",
        ]
    );
    let page = app.visitor().page(&format!("/nn/horinger/{PLAN}")).await;
    assert!(page.texts("ol.history li")[0].ends_with("Ferie og val"));
    assert!(!page.says("administrator") && !page.says("Adminhaug"), "the public does not read who decided");
    arne.page(MANAGE).await.must_say("Bestemt av Arne Adminhaug");
    app.set_time("2026-08-20T11:59:59.999+02:00");
    app.logged_in("kari").await.hand_in(&[("answer-1", "I siste liten")]).await;
    app.set_time("2026-08-20T12:00:00+02:00");
    assert_eq!(app.logged_in("ola").await.get(&form_path()).await.status, 409);
}

#[tokio::test]
async fn a_round_is_closed_early_and_what_was_begun_may_be_sent_late() {
    let app = App::start().await;
    let (arne, kari) = (app.logged_in("administrator").await, app.logged_in("kari").await);
    let begun = crate::helpers::people::about(kari.form().await, "Kari").set("answer-1", "Begynt");
    app.set_time("2026-06-11T09:00:00+02:00");
    done(&arne, &[("do", "close"), ("reason_nb", "Saken er trukket")]).await;
    assert_eq!(app.logged_in("ola").await.get(&form_path()).await.status, 409);
    let answer = kari.send(&begun).await;
    kari.page(answer.location()).await.must_say("Innspillet kom etter fristen");
    assert!(history(&app).await[0].contains("Høringen ble avsluttet før fristen"));
}

#[tokio::test]
async fn a_closed_round_is_opened_again() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    app.set_time("2026-07-10T12:00:00+02:00");
    done(&arne, &[("do", "reopen"), ("until_date", "2026-07-20"), ("reason_nb", "Feil i utkastet")]).await;
    app.logged_in("kari").await.hand_in(&[("answer-1", "Takk")]).await;
    let history = history(&app).await;
    assert_eq!(history.len(), 1);
    assert!(history[0].contains("til og med 20. juli 2026") && history[0].contains("Feil i utkastet"));
}

#[tokio::test]
async fn a_draft_and_an_announced_round_are_opened_by_hand() {
    let mut draft = dated(plan(), "2026-07-01", "2026-07-31");
    draft.published = false;
    for round in [draft, dated(plan(), "2026-07-01", "2026-07-31")] {
        let app = App::with(vec![round]).await;
        let arne = app.logged_in("administrator").await;
        done(&arne, &[("do", "open")]).await;
        app.logged_in("kari").await.hand_in(&[("answer-1", "Tidlig ute")]).await;
        assert!(history(&app).await[0].contains("Høringen ble åpnet."));
    }
}

#[tokio::test]
async fn what_is_missing_is_told_and_what_was_typed_is_kept() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let fields = [
        ("do", "extend"),
        ("until_date", "snart"),
        ("until_time", "25:99"),
        ("reason_nb", " \n"),
        ("reason_nn", "\nFordi «<b>» & \"så\""),
        ("reason_en", "Because"),
    ];
    let page = arne.post(MANAGE, &fields).await.page(422);
    assert_eq!(
        page.attributes(".ds-error-summary a", "href"),
        ["#until_date", "#until_time", "#extend-reason_nb"]
    );
    assert_eq!(page.attributes("#until_date", "value"), ["snart"]);
    assert_eq!(page.attributes("#until_time", "value"), ["25:99"]);
    assert_eq!(page.verbatim("#extend-reason_nn"), ["\nFordi «<b>» & \"så\""]);
    assert_eq!(page.verbatim("#extend-reason_en"), ["Because"]);
    assert_eq!(page.verbatim("#close-reason_nn"), [""]);
    assert_eq!(app.events().await, ["round.imported"]);
}

#[tokio::test]
async fn a_deadline_moves_only_forward_and_only_with_a_reason() {
    let app = App::start().await;
    let extend = |date| [("do", "extend"), ("until_date", date), ("reason_nb", "Fordi")];
    let later = "Den nye fristen må være senere enn den som gjelder nå";
    for date in ["2026-06-30", "2026-06-29", "2020-01-01"] {
        let page = refused(&app, &extend(date), "until_date", later).await;
        assert_eq!(page.attributes("#until_date", "value"), [date]);
        assert_eq!(page.verbatim("#extend-reason_nb"), ["Fordi"]);
    }
    let reason = "Skriv en begrunnelse på bokmål. Alle kan lese det du skriver.";
    for blank in ["", " ", "\u{200b}"] {
        let fields = [("do", "extend"), ("until_date", "2026-07-15"), ("reason_nb", blank)];
        refused(&app, &fields, "extend-reason_nb", reason).await;
        refused(&app, &[("do", "close"), ("reason_nb", blank)], "close-reason_nb", reason).await;
    }
}

#[tokio::test]
async fn a_deed_that_does_not_fit_the_round_is_refused() {
    let app = App::start().await;
    let reopen = [("do", "reopen"), ("until_date", "2026-07-20"), ("reason_nb", "Fordi")];
    refused(&app, &[("do", "open")], "innhold", "Høringen er alt åpen").await;
    refused(&app, &reopen, "innhold", "Høringen er ikke avsluttet").await;
    app.set_time("2026-07-10T12:00:00+02:00");
    let past = [("do", "reopen"), ("until_date", "2026-07-09"), ("reason_nb", "Fordi")];
    refused(&app, &past, "until_date", "Den nye fristen må være i framtiden").await;
    let passed = "Fristen har gått ut. Åpne høringen igjen med en ny frist.";
    refused(&app, &[("do", "open")], "innhold", passed).await;
    let not_running = "Høringen er ikke i gang";
    refused(&app, &[("do", "close"), ("reason_nb", "x")], "innhold", not_running).await;
    let extend = [("do", "extend"), ("until_date", "2026-08-20"), ("reason_nb", "Fordi")];
    refused(&app, &extend, "innhold", not_running).await;
}

#[tokio::test]
async fn an_unknown_deed_is_not_understood() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    for deed in ["", "delete", "OPEN"] {
        arne.post(MANAGE, &[("do", deed), ("reason_nb", "x")]).await.page(400);
    }
    assert_eq!(arne.get("/saksbehandling/finnes-ikke/styring").await.status, 404);
    assert_eq!(arne.post("/saksbehandling/finnes-ikke/styring", &[("do", "open")]).await.status, 404);
}
