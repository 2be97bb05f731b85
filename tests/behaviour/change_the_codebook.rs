//! Administrators change the codebook of a round, in two levels.

use crate::helpers::app::App;
use crate::helpers::page::{Answer, Page};
use crate::helpers::people::Visitor;
use crate::helpers::rounds::plan;

const BOOK: &str = "/saksbehandling/handlingsplan-for-barnevernet/kodebok";

async fn add(arne: &Visitor, values: &[(&str, &str)]) -> Answer {
    let form = arne.page(BOOK).await.form("form.panel").set_all(values);
    arne.submit(&form, Some(("do", "add"))).await
}

fn keys(page: &Page) -> Vec<String> {
    let links = page.texts(".paper__what a");
    links.iter().map(|link| link.split(' ').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_codebook_is_made_from_nothing() {
    let mut round = plan();
    round.codes.clear();
    let app = App::with(vec![round]).await;
    let arne = app.logged_in("administrator").await;
    assert_eq!(add(&arne, &[("name_nb", "Skole")]).await.location(), format!("{BOOK}?gjort=lagt-til"));
    add(&arne, &[("name_nb", "Fritid"), ("key", "F")]).await.location();
    for name in ["Lekser", "Skolevei"] {
        add(&arne, &[("under", "M1"), ("name_nb", name), ("name_nn", name)]).await.location();
    }
    add(&arne, &[("under", "F"), ("name_nb", "Lek"), ("key", "F.1")]).await.location();
    let page = arne.page(BOOK).await;
    assert_eq!(keys(&page), ["M1", "T1", "T2", "F", "F.1"]);
    page.must_say("3 koder i 2 grupper.");
    // Whoever may only read sees the same, without the ways to change it.
    let reader = app.logged_in("leser").await.page(BOOK).await;
    assert_eq!(reader.texts(".codes dt"), ["T1", "T2", "F.1"]);
    assert!(reader.all("main form").is_empty());
}

#[tokio::test]
async fn codes_are_moved_renamed_and_removed_within_their_level() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let before = keys(&arne.page(BOOK).await);
    assert_eq!(before[..3], ["M1", "T1", "T2"]);
    let act = [("do", "down"), ("code", "T1")];
    assert_eq!(arne.post(BOOK, &act).await.location(), format!("{BOOK}?gjort=flyttet"));
    assert_eq!(keys(&arne.page(BOOK).await)[..3], ["M1", "T2", "T1"]);
    arne.post(BOOK, &[("do", "up"), ("code", "M2")]).await.location();
    assert_eq!(keys(&arne.page(BOOK).await)[0], "M2");
    let form = arne.page(&format!("{BOOK}/T2")).await.form("form[novalidate]");
    let form = form.set_all(&[("key", "T2b"), ("name_nb", "Et nytt navn")]);
    arne.submit(&form, Some(("do", "change"))).await.location();
    arne.get(&format!("{BOOK}/T2")).await.page(404);
    let page = arne.page(&format!("{BOOK}/T2b")).await;
    assert_eq!(page.text("h1"), "T2b Et nytt navn");
    arne.post(&format!("{BOOK}/T2b"), &[("do", "remove")]).await.location();
    assert_eq!(keys(&arne.page(BOOK).await).len(), before.len() - 1);
    // A group goes last.
    let page = arne.post(&format!("{BOOK}/M1"), &[("do", "remove")]).await.page(422);
    page.must_say("Gruppen har koder og kan ikke fjernes.");
}

#[tokio::test]
async fn what_is_wrong_with_a_code_is_told_and_nothing_is_overwritten() {
    let app = App::start().await;
    let (arne, other) = (app.logged_in("administrator").await, app.logged_in("administrator").await);
    let mine = arne.page(&format!("{BOOK}/T1")).await.form("form[novalidate]");
    let before = app.events().await;
    for (values, place) in [
        (&[("name_nb", " ")][..], "name_nb"),
        (&[("name_nb", "x"), ("key", "T 99")], "key"),
        (&[("name_nb", "x"), ("key", "T2")], "key"),
        (&[("name_nb", "x"), ("under", "T2")], "innhold"),
    ] {
        let page = add(&arne, values).await.page(422);
        assert_eq!(page.attributes(".ds-error-summary a", "href"), [format!("#{place}")], "{values:?}");
        assert_eq!(page.form("form.panel").get("name_nb").trim(), values[0].1.trim());
    }
    add(&arne, &[("name_nb", "x"), ("under", "borte")]).await.page(404);
    assert_eq!(app.events().await, before);
    let theirs = other.page(&format!("{BOOK}/T1")).await.form("form[novalidate]").set("name_nb", "Deres");
    other.submit(&theirs, Some(("do", "change"))).await.location();
    let page = arne.submit(&mine.set("name_nb", "Mitt"), Some(("do", "change"))).await.page(422);
    page.must_say("En annen har endret denne i mellomtiden.");
    page.must_say("Det står nå: Deres");
    arne.submit(&page.form("form[novalidate]"), Some(("do", "change"))).await.location();
    assert_eq!(arne.page(&format!("{BOOK}/T1")).await.text("h1"), "T1 Mitt");
}

#[tokio::test]
async fn only_administrators_change_a_codebook() {
    let app = App::start().await;
    for name in ["leser", "saksbehandler"] {
        let visitor = app.logged_in(name).await;
        assert_eq!(visitor.post(BOOK, &[("do", "up"), ("code", "T2")]).await.status, 403);
        assert_eq!(visitor.get(&format!("{BOOK}/T1")).await.status, 403);
    }
}
