//! What people write is kept exactly as it came, but for line ends and Unicode composition.

use crate::helpers::app::App;
use crate::helpers::people::{about, form_path, reference_in};

/// Sends `text` as the answer to question 1, byte for byte, and returns what was received.
async fn received(text: &str) -> String {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", text).set("do", "check");
    let fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let answer = kari.post(&form_path(), &fields).await;
    let page = kari.page(answer.location()).await;
    let answer = kari.submit(&page.form("main form.actions"), None).await;
    let text = kari.text_of(&reference_in(answer.location())).await;
    text.strip_prefix("[1]\n").unwrap().strip_suffix("\n\n").unwrap().to_owned()
}

#[tokio::test]
async fn line_ends_become_lf() {
    assert_eq!(received("en\r\nto\r\n\r\ntre").await, "en\nto\n\ntre");
}

#[tokio::test]
async fn characters_are_composed() {
    assert_eq!(received("A\u{30a}rsak og e\u{301}n").await, "Årsak og én");
}

#[tokio::test]
async fn blanks_at_the_ends_tabs_and_empty_lines_stay() {
    let text = "\n\n  \t først\n\t- punkt  \n\n\u{a0}sist \n ";
    assert_eq!(received(text).await, text);
}

#[tokio::test]
async fn a_lone_cr_stays() {
    assert_eq!(received("en\rto\r\rtre\r").await, "en\rto\r\rtre\r");
}

#[tokio::test]
async fn everything_else_stays_too() {
    let text = "=1+1; \"a\", 'b' <b>&amp;</b> \\n %00 \u{feff}\u{200d}\u{202e} 👩‍👩‍👧 𝔘 \u{1}\u{7f} نص 漢字";
    assert_eq!(received(text).await, text);
}

#[tokio::test]
async fn text_that_begins_with_line_ends_survives_the_form() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let text = "\n\nEtter to tomme linjer";
    kari.save(&about(kari.form().await, "Kari").set("answer-1", text)).await.location();
    // Three rounds through the browser, which drops one line end after <textarea>.
    for _ in 0..3 {
        let form = kari.form().await;
        assert_eq!(form.get("answer-1"), text);
        kari.save(&form.set("answer-2", "noe nytt")).await.location();
        kari.save(&kari.form().await.set("answer-2", "")).await.location();
    }
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    assert_eq!(kari.text_of(&reference).await, format!("[1]\n{text}\n\n"));
}

#[tokio::test]
async fn the_pages_show_the_text_as_it_is() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let text = "\n  <i>Hei</i>\n\n\tDu & jeg \n";
    let reference = kari.hand_in(&[("answer-1", text)]).await;
    assert_eq!(kari.receipt(&reference).await.verbatim("p.verbatim"), [text]);
    let reader = app.logged_in("leser").await;
    let path = format!("/saksbehandling/handlingsplan-for-barnevernet/innspill/{reference}");
    assert_eq!(reader.page(&path).await.verbatim("p.verbatim"), [text]);
    let path = "/saksbehandling/handlingsplan-for-barnevernet/sporsmal/1";
    assert_eq!(reader.page(path).await.verbatim("p.verbatim"), [text]);
}

#[tokio::test]
async fn names_lose_only_the_blanks_around_them() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "  Kari  Ånd ")
        .set_all(&[("email", " kari@example.org "), ("answer-1", "Ja")]);
    let reference = reference_in(kari.send(&form).await.location());
    let page = kari.receipt(&reference).await;
    let terms = page.verbatim("dl dt");
    let name = terms.iter().position(|term| term == "Navn").unwrap();
    assert_eq!(page.verbatim("dl dd")[name], "Kari  Ånd");
    assert_eq!(app.mail().await[0].to, "kari@example.org");
}
