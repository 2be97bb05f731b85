//! Staff read the codebook of a round.

use crate::helpers::app::App;
use crate::helpers::rounds::plan;

const ROUND: &str = "/saksbehandling/handlingsplan-for-barnevernet";

#[tokio::test]
async fn the_codebook_stands_in_its_order_in_each_language() {
    let app = App::start().await;
    let reader = app.logged_in("leser").await;
    let list = reader.page(ROUND).await;
    let room = format!("{ROUND}/kodebok");
    assert!(list.attributes(".room-nav a", "href").contains(&room));
    let page = reader.page(&room).await;
    assert_eq!(page.texts(".room-nav a[aria-current]"), ["Kodebok"]);
    page.must_say("15 koder i 4 grupper.");
    let keys: Vec<String> = (1..=15).map(|number| format!("T{number}")).collect();
    assert_eq!(page.texts(".codes dt"), keys);
    let headings = page.texts(".codes h2");
    assert_eq!(headings[0], "M1 Inkludering, trivsel og mestring");
    assert_eq!(headings.len(), 4);
    assert_eq!(page.texts(".codes dd")[2], "Utrede erfaringsforum for foreldre");
    let nn = reader.page(&format!("/nn{room}")).await;
    assert_eq!(nn.texts(".codes dd")[2], "Greie ut erfaringsforum for foreldre");
    let en = reader.page(&format!("/en{room}")).await;
    en.must_say("15 codes in 4 groups.");
    assert_eq!(en.texts(".codes h2")[0], "M1 Inclusion, well-being and mastery");
}

#[tokio::test]
async fn a_code_that_has_one_language_only_says_which() {
    let mut round = plan();
    round.codes[0].name.en = None;
    let app = App::with(vec![round]).await;
    let page = app.logged_in("leser").await.page(&format!("/en{ROUND}/kodebok")).await;
    assert_eq!(page.attributes(".codes h2 span", "lang"), ["nb"]);
}

#[tokio::test]
async fn a_round_without_a_codebook_says_so() {
    let mut round = plan();
    round.codes.clear();
    let app = App::with(vec![round]).await;
    let page = app.logged_in("leser").await.page(&format!("{ROUND}/kodebok")).await;
    page.must_say("Høringen har ingen kodebok.");
    assert!(page.all(".codes").is_empty());
}

#[tokio::test]
async fn the_codebook_is_for_staff() {
    let app = App::start().await;
    let path = format!("{ROUND}/kodebok");
    app.logged_in("kari").await.get(&path).await.page(403);
    assert!(app.visitor().get(&path).await.location().starts_with("/logg-inn?tilbake="));
    app.logged_in("leser").await.get("/saksbehandling/finnes-ikke/kodebok").await.page(404);
}
