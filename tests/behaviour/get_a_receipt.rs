//! The receipt: on the page and by mail.

use crate::helpers::app::App;
use crate::helpers::people::{about, form_path, reference_in};
use crate::helpers::rounds::{PLAN, bytes_of};
use sha2::{Digest, Sha256};

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn the_receipt_has_reference_time_text_and_hashes() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let ready = kari
        .ready(&about(kari.form().await, "Kari").set_all(&[("answer-1", "Én"), ("answer-5", "Fem")]))
        .await;
    app.set_time("2026-06-30T21:59:58.999Z");
    let answer = kari.submit(&ready, None).await;
    let page = kari.page(answer.location()).await;
    let reference = reference_in(answer.location());
    page.must_say("Takk! Vi har mottatt innspillet ditt");
    assert_eq!(page.text(".receipt-card__reference"), reference);
    assert_eq!(page.row("Mottatt"), "30. juni 2026 kl. 23.59.58");
    assert_eq!(page.row("Saksnummer"), "byrådssak 1016/23");
    assert_eq!(page.verbatim("p.verbatim"), ["Én", "Fem"]);
    let text = kari.get(&format!("/mine-innspill/{reference}/innspill.txt")).await;
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(text.text(), "[1]\nÉn\n\n[5]\nFem\n\n");
    assert_eq!(page.row("Teksten"), sha256(&text.body));
    let draft = bytes_of("documents/handlingsplan-for-barnevernet-utkast.md");
    assert_eq!(page.row("horingsutkast.pdf"), sha256(&draft));
    page.must_say("Hva skjer nå?");
}

#[tokio::test]
async fn the_letter_has_reference_time_round_and_link_but_no_answer() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let secret = "Dette er svaret mitt, og det er fortrolig";
    let reference = kari.hand_in(&[("answer-3", secret)]).await;
    let mail = app.mail().await;
    assert_eq!(mail.len(), 1);
    let mail = &mail[0];
    assert_eq!(mail.to, "kari@example.org");
    assert!(mail.subject.contains(&reference), "{}", mail.subject);
    for part in [
        "Referansenummer: ",
        &reference,
        "Mottatt: 10. juni 2026 kl. 12.00.00 norsk tid",
        "Høring: Handlingsplan for barnevernet",
        &format!("{}/mine-innspill/{reference}", app.base),
    ] {
        assert!(mail.body.contains(part), "{part} in {}", mail.body);
    }
    assert!(!mail.body.contains("fortrolig") && !mail.raw.contains("fortrolig"));
    assert!(mail.raw.contains("Auto-Submitted: auto-generated"));
}

#[tokio::test]
async fn the_receipt_says_what_became_of_its_letter() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let path = format!("/mine-innspill/{reference}");
    let says = async |language: &str, row: &str, sentence: &str| {
        let page = kari.page(&format!("{language}{path}")).await;
        assert_eq!(page.row(row), format!("{sentence} kari@example.org"));
        assert!(page.all(".ds-alert").is_empty(), "nothing to mind");
    };
    says("", "Kvittering på e-post", "Vi sender en e-post til").await;
    says("/nn", "Kvittering på e-post", "Vi sender ein e-post til").await;
    says("/en", "Receipt by e-mail", "We are sending an e-mail to").await;
    assert_eq!(app.mail().await.len(), 1);
    says("", "Kvittering på e-post", "Vi har sendt en e-post til").await;
    says("/nn", "Kvittering på e-post", "Vi har sendt ein e-post til").await;
    says("/en", "Receipt by e-mail", "We have sent an e-mail to").await;
}

#[tokio::test]
async fn the_receipt_speaks_of_the_letter_about_what_stands_now() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    app.mail().await;
    let row = async || kari.receipt(&reference).await.row("Kvittering på e-post");
    let path = format!("{}?endrer={reference}", form_path());
    kari.send(&kari.form_at(&path).await.set("email", "ny@example.org")).await.location();
    assert_eq!(row().await, "Vi sender en e-post til ny@example.org");
    app.mail().await;
    assert_eq!(row().await, "Vi har sendt en e-post til ny@example.org");
    kari.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.location();
    assert_eq!(row().await, "Vi sender en e-post til ny@example.org");
    assert!(!kari.receipt(&reference).await.says("kari@example.org"));
}

#[tokio::test]
async fn the_letter_is_in_the_respondents_language_whatever_the_page_was() {
    let app = App::start().await;
    for (person, language, page, words, path) in [
        ("a", "nn", "", "Vi har teke imot innspelet ditt.", "/nn/mine-innspill/"),
        ("b", "en", "/nn", "Received: 10 June 2026 at 12:00:00", "/en/mine-innspill/"),
        ("c", "nb", "/en", "Vi har mottatt innspillet ditt.", "/mine-innspill/"),
    ] {
        let citizen = app.logged_in(person).await;
        let form = about(citizen.form_at(&format!("{page}{}", form_path())).await, "Kari");
        let form = form.set_all(&[("language", language), ("answer-1", "Ja")]);
        let answer = citizen.send(&form).await;
        assert!(answer.location().starts_with(&format!("{page}/mine-innspill/")), "{}", answer.location());
        let mail = app.mail().await.pop().unwrap();
        assert!(mail.body.contains(words), "{words} in {}", mail.body);
        let link = format!("{}{path}{}", app.base, reference_in(answer.location()));
        assert!(mail.body.contains(&link), "{link} in {}", mail.body);
        assert!(mail.raw.contains(&format!("Content-Language: {language}")));
    }
}

#[tokio::test]
async fn the_receipt_in_each_language_tells_norwegian_time() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let en = kari.page(&format!("/en/mine-innspill/{reference}")).await;
    assert_eq!(en.row("Received"), "10 June 2026 at 12:00:00");
    let nn = kari.page(&format!("/nn/mine-innspill/{reference}")).await;
    assert_eq!(nn.row("Motteke"), "10. juni 2026 kl. 12.00.00");
}

#[tokio::test]
async fn everything_is_found_under_mine_innspill_and_on_the_rounds_page() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let elsewhere = app.logged_in("kari").await;
    let page = elsewhere.page("/mine-innspill").await;
    assert_eq!(page.attributes("main h3 a", "href"), [format!("/mine-innspill/{reference}")]);
    page.must_say(&format!("{reference} fra Kari Nordmann. Mottatt 10. juni 2026 kl. 12.00."));
    // The day and its month stay on one line.
    let sentences = page.verbatim(".round p").concat();
    assert!(sentences.contains("Mottatt 10.\u{a0}juni 2026 kl. 12.00."), "{sentences:?}");
    let round = elsewhere.page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(round.text(".round-card .ds-button"), "Se innspillet ditt");
}

#[tokio::test]
async fn a_reference_is_found_as_people_type_it() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let reference = kari.hand_in(&[("answer-1", "Ja")]).await;
    let typed = format!("{}-{}", reference[..4].to_lowercase(), &reference[4..]);
    assert_eq!(kari.receipt(&typed).await.text(".receipt-card__reference"), reference);
}

#[tokio::test]
async fn somebody_elses_submission_is_not_there() {
    let app = App::start().await;
    let reference = app.logged_in("kari").await.hand_in(&[("answer-1", "Mitt")]).await;
    let ola = app.logged_in("ola").await;
    for path in [
        format!("/mine-innspill/{reference}"),
        format!("/mine-innspill/{reference}/innspill.txt"),
        format!("/mine-innspill/{reference}/trekk"),
        format!("{}?endrer={reference}", form_path()),
        format!("{}/kontroll?endrer={reference}", form_path()),
    ] {
        ola.get(&path).await.page(404);
        assert!(app.visitor().get(&path).await.location().starts_with("/logg-inn?tilbake="), "{path}");
    }
    let form = about(ola.form().await, "Ola");
    ola.post(&format!("/mine-innspill/{reference}/trekk"), &[]).await.page(404);
    let mut change = form;
    change.action = format!("{}?endrer={reference}", form_path());
    ola.save(&change).await.page(404);
    assert_eq!(app.logged_in("kari").await.text_of(&reference).await, "[1]\nMitt\n\n");
}
