//! Reading the documents of a round.

use crate::helpers::app::App;
use crate::helpers::rounds::{PAPER, PLAN};
use reqwest::Method;

fn draft_path() -> String {
    format!("/horinger/{PLAN}/dokumenter/horingsutkast.pdf")
}

#[tokio::test]
async fn a_document_comes_with_its_type_size_and_name() {
    let app = App::start().await;
    let page = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert!(page.attributes(".document-list a", "href").contains(&draft_path()));
    assert!(page.texts(".document-list__detail")[0].starts_with("PDF, 1 kB, på nynorsk"));
    let answer = app.visitor().get(&draft_path()).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(answer.header("content-length"), answer.body.len().to_string());
    assert_eq!(answer.header("content-disposition"), "inline; filename=\"horingsutkast.pdf\"");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(answer.text().starts_with(PAPER));
}

#[tokio::test]
async fn a_document_can_do_nothing_in_the_browser() {
    let app = App::start().await;
    let picture = draft_path().replace("horingsutkast.pdf", "utekontakten.jpg");
    for (path, allows) in
        [(picture, "sandbox; default-src 'none'"), (draft_path(), "default-src 'none'; object-src 'self'")]
    {
        let answer = app.visitor().get(&path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with(allows), "{path}: {policy}");
        assert!(!policy.contains("script-src"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn a_document_that_the_browser_has_is_not_sent_again() {
    let app = App::start().await;
    let visitor = app.visitor();
    let tag = visitor.get(&draft_path()).await.header("etag").to_owned();
    let known = |tag: &str| visitor.request(Method::GET, &draft_path()).header("if-none-match", tag);
    for same in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let answer = visitor.ask(known(&same)).await;
        assert_eq!((answer.status, answer.body.len()), (304, 0), "{same}");
        assert_eq!(answer.header("etag"), tag);
    }
    assert_eq!(visitor.ask(known("\"other\"")).await.status, 200);
}

#[tokio::test]
async fn the_head_of_a_document_has_its_size() {
    let app = App::start().await;
    let (visitor, whole) = (app.visitor(), app.visitor().get(&draft_path()).await);
    let head = visitor.ask(visitor.request(Method::HEAD, &draft_path())).await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), whole.body.len().to_string());
}

#[tokio::test]
async fn only_the_documents_of_the_round_are_served() {
    let app = App::start().await;
    for name in ["finnes-ikke.pdf", "..%2F..%2Finnspill.db", "%2e%2e", "horingsutkast.pdf%00"] {
        let answer = app.visitor().get(&format!("/horinger/{PLAN}/dokumenter/{name}")).await;
        assert_eq!(answer.status, 404, "{name}");
    }
}
