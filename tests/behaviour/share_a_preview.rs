//! Colleagues see a round before it is public, by a link that can be taken back.

use crate::helpers::app::App;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::{PLAN, dated, pdf, plan};
use crate::set_up_a_round::setup;
use innspill::exports::round_file::RoundFile;

fn draft() -> RoundFile {
    RoundFile { published: false, ..dated(plan(), "2026-07-01", "2026-08-31") }
}

/// Makes a link, and returns its path.
async fn link(arne: &Visitor, label: &str) -> String {
    let page = arne.post(&setup(PLAN), &[("do", "make-preview"), ("label", label)]).await.page(200);
    let link = page.attributes(".ds-alert a", "href")[0].clone();
    let (_, path) = link.split_once("/forhandsvisning/").unwrap();
    format!("/forhandsvisning/{path}")
}

#[tokio::test]
async fn a_colleague_without_login_sees_the_page_as_it_will_be_and_its_papers() {
    let app = App::with(vec![draft()]).await;
    let arne = app.logged_in("administrator").await;
    let path = link(&arne, "ledergruppen").await;
    let colleague = app.visitor();
    assert_eq!(colleague.get(&format!("/horinger/{PLAN}")).await.status, 404);
    let answer = colleague.get(&path).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let page = answer.page(200);
    page.must_say("Forhåndsvisning: Høringen er ikke publisert.");
    page.must_say("Åpen for innspill");
    page.must_say("Frist: til og med 31. august 2026");
    assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex, nofollow"]);
    assert_eq!(page.texts("#sporsmal h3").len(), 5);
    for inside in page.attributes("main a", "href").iter().filter(|href| href.starts_with('/')) {
        assert!(inside.starts_with(&path) || !inside.contains("/dokumenter/"), "{inside}");
        assert_eq!(colleague.get(inside).await.status, 200, "{inside}");
    }
    let paper = colleague.get(&format!("{path}/dokumenter/horingsutkast.pdf")).await;
    assert_eq!(paper.status, 200);
    assert!(paper.body.starts_with(&pdf("")[..8]));
    assert_eq!(paper.header("cache-control"), "private, no-cache");
    colleague.get(&format!("/nn{path}")).await.page(200).must_say("Førehandsvising");
    assert_eq!(colleague.get(&format!("{path}/dokumenter/finnes-ikke.pdf")).await.status, 404);
}

#[tokio::test]
async fn a_link_is_shown_once_named_and_taken_back() {
    let app = App::with(vec![draft()]).await;
    let arne = app.logged_in("administrator").await;
    let path = link(&arne, "ledergruppen").await;
    let page = arne.page(&setup(PLAN)).await;
    page.must_say("ledergruppen");
    let token = path.rsplit('/').next().unwrap();
    assert!(!page.says(token) && app.database.dump().iter().all(|(_, value)| !value.contains(token)));
    let form = page.form("form:has(button[value=revoke-preview])");
    let answer = arne.submit(&form, Some(("do", "revoke-preview"))).await;
    assert_eq!(answer.location(), format!("{}?gjort=lenke-slettet", setup(PLAN)));
    assert_eq!(app.visitor().get(&path).await.status, 404);
    assert_eq!(app.visitor().get(&format!("{path}/dokumenter/horingsutkast.pdf")).await.status, 404);
    assert_eq!(app.events().await, ["round.imported", "preview.made", "preview.revoked"]);
    // Twice is as good as once.
    arne.submit(&form, Some(("do", "revoke-preview"))).await.location();
}

#[tokio::test]
async fn a_link_leads_to_the_page_itself_once_that_is_public() {
    let app = App::with(vec![draft()]).await;
    let arne = app.logged_in("administrator").await;
    let path = link(&arne, "").await;
    arne.post(&setup(PLAN), &[("do", "publish"), ("when", "now")]).await.location();
    assert_eq!(app.visitor().get(&path).await.location(), format!("/horinger/{PLAN}"));
    let again = arne.post(&setup(PLAN), &[("do", "make-preview")]).await;
    assert_eq!(again.location(), setup(PLAN), "everyone can see it");
}

#[tokio::test]
async fn there_is_an_end_to_links_and_their_names() {
    let app = App::with(vec![draft()]).await;
    let arne = app.logged_in("administrator").await;
    let long = "å".repeat(101);
    arne.post(&setup(PLAN), &[("do", "make-preview"), ("label", &long)]).await.page(422);
    for number in 0..20 {
        link(&arne, &number.to_string()).await;
    }
    let page = arne.post(&setup(PLAN), &[("do", "make-preview")]).await.page(409);
    page.must_say("Det er for mange lenker.");
}
