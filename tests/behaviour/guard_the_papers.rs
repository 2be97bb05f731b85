//! Nobody but the round's administrator touches its documents, and nothing that was public disappears.

use crate::give_roles::given;
use crate::helpers::app::App;
use crate::helpers::parts::Parts;
use crate::helpers::rounds::{PLAN, dated, pdf, plan, sibling};
use crate::keep_the_papers::{
    DRAFT, PAPERS, file_head, must_tell, public, replace_draft, send, staff, upload, words,
};
use innspill::domain::staff::StaffRole;
use innspill::exports::round_file::RoundFile;

fn unpublished() -> RoundFile {
    RoundFile { published: false, ..dated(plan(), "2026-07-01", "2026-07-31") }
}

#[tokio::test]
async fn a_document_is_removed_only_before_anybody_has_seen_it() {
    let app = App::with(vec![unpublished()]).await;
    let arne = app.logged_in("administrator").await;
    let first = upload(&arne, PAPERS, &words("draft", "notat.pdf"), ("notat.pdf", pdf("1"))).await;
    assert_eq!(first.status, 303);
    for name in ["notat.pdf", DRAFT] {
        assert_eq!(app.visitor().get(&public(name)).await.status, 404, "{name}");
        assert_eq!(app.visitor().get(&format!("{}/1", public(name))).await.status, 404, "{name}");
    }
    let kept = arne.get(&public("notat.pdf")).await;
    assert_eq!((kept.status, kept.header("cache-control")), (200, "private, no-cache"));
    // Nobody has seen it, so nobody needs a reason, and nothing is announced.
    let replaced = upload(&arne, &staff("notat.pdf"), &[("version", "1")], ("notat.pdf", pdf("2"))).await;
    assert_eq!(replaced.status, 303);
    let answer = arne.post(&staff(DRAFT), &[("do", "remove")]).await;
    assert_eq!(answer.location(), format!("{PAPERS}?gjort=fjernet"));
    assert_eq!(arne.get(&staff(DRAFT)).await.status, 404);
    arne.post(&format!("/saksbehandling/{PLAN}/styring"), &[("do", "open")]).await;
    let round = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert!(!round.says("Endringer i dokumentene"));
    assert_eq!(app.visitor().get(&format!("{}/1", public("notat.pdf"))).await.status, 404);
    assert_eq!(arne.get(&format!("{}/1", public("notat.pdf"))).await.body, pdf("1"));
    let page = arne.post(&staff("notat.pdf"), &[("do", "remove")]).await.page(422);
    must_tell(
        &page,
        &[("innhold", "Høringen er offentlig, så dokumentet kan ikke fjernes. Bytt det ut i stedet.")],
    );
    assert_eq!(app.visitor().get(&public("notat.pdf")).await.body, pdf("2"));
}

#[tokio::test]
async fn nobody_but_the_rounds_administrator_touches_its_documents() {
    let app = App::with(vec![plan(), sibling("se-meg", "Se meg", "2026-06-01", "2026-06-30")]).await;
    given(&app, "siri-der", StaffRole::Administrator, Some("se-meg")).await;
    given(&app, "siri-her", StaffRole::Administrator, Some(PLAN)).await;
    let before = app.events().await;
    for who in ["kari", "leser", "saksbehandler", "siri-der"] {
        let visitor = app.logged_in(who).await;
        for path in [PAPERS.to_owned(), staff(DRAFT)] {
            assert_eq!(visitor.get(&path).await.status, 403, "{who}");
            assert_eq!(visitor.post(&path, &[("do", "remove")]).await.status, 403, "{who}");
            assert_eq!(
                upload(&visitor, &path, &words("draft", ""), ("x.pdf", pdf("x"))).await.status,
                403,
                "{who}"
            );
        }
    }
    assert_eq!(upload(&app.visitor(), PAPERS, &words("draft", ""), ("x.pdf", pdf("x"))).await.status, 401);
    assert_eq!(app.events().await, before);
    let siri = app.logged_in("siri-her").await;
    assert_eq!(replace_draft(&siri, "Siris").await.status, 303);
    // Without the form's token no file is read.
    let parts = Parts::new().raw(&file_head("x.pdf"), &pdf("x"));
    assert_eq!(send(siri.request(reqwest::Method::POST, PAPERS), &siri, parts).await.status, 403);
}

#[tokio::test]
async fn a_document_that_is_too_large_is_refused() {
    let app = App::with_settings(vec![plan()], &[("INNSPILL__DOCUMENTS__MAX_BYTES", "1200000")]).await;
    let arne = app.logged_in("administrator").await;
    let large = pdf(&"x".repeat(1_200_000));
    let page = upload(&arne, PAPERS, &words("draft", ""), ("stor.pdf", large)).await.page(422);
    must_tell(&page, &[("file", "Filen er for stor. Den kan være høyst 1,2 MB.")]);
    let fits = pdf(&"x".repeat(1_100_000));
    assert_eq!(upload(&arne, PAPERS, &words("draft", ""), ("stor.pdf", fits)).await.status, 303);
}
