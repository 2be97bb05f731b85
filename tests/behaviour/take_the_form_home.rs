//! Taking a round's form home, to fill it in on a computer or on paper.

use crate::helpers::app::App;
use crate::helpers::page::Answer;
use crate::helpers::rounds::{PLAN, plan, sibling};
use innspill::exports::round_file::RoundFile;
use jiff::civil::date;
use reqwest::Method;
use std::io::{Cursor, Read};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn form(prefix: &str, ending: &str) -> String {
    format!("{prefix}/horinger/{PLAN}/skjema.{ending}")
}

/// A part of a DOCX.
fn part(answer: &Answer, name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(&answer.body)).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn the_round_offers_its_form_in_every_language_the_readers_first() {
    let app = App::start().await;
    let page = app.visitor().page(&format!("/nn/horinger/{PLAN}")).await;
    let links = page.attributes(".form-sheets a", "href");
    assert!(page.texts(".form-sheets a").contains(&"Skjema på nynorsk, DOCX".to_owned()));
    assert_eq!(links[0], form("/nn", "docx"));
    for prefix in ["", "/nn", "/en"] {
        assert!(links.contains(&form(prefix, "docx")), "{links:?}");
        assert_eq!(links.contains(&form(prefix, "pdf")), cfg!(feature = "pdf"), "{links:?}");
    }
    let english: Vec<_> = page.all(".form-sheets a[hreflang=en]");
    assert!(english.iter().all(|link| link.attr("href").unwrap().starts_with("/en/")));
    assert!(page.attributes("main a", "href").contains(&format!("/nn/horinger/{PLAN}/innspill/last-opp")));
}

#[tokio::test]
async fn a_form_is_handed_in_only_while_the_round_is_open() {
    let app = App::with(vec![RoundFile { announced_on: date(2026, 5, 15), ..plan() }]).await;
    let path = format!("/horinger/{PLAN}");
    app.set_time("2026-05-20T12:00:00+02:00");
    let page = app.visitor().page(&path).await;
    page.must_say("Du kan levere skjemaet når høringen åpner.");
    assert!(!page.attributes("main a", "href").iter().any(|link| link.ends_with("/last-opp")));
    app.set_time("2026-07-20T12:00:00+02:00");
    assert!(app.visitor().page(&path).await.all(".form-sheets").is_empty());
}

#[tokio::test]
async fn the_docx_is_the_rounds_own_form_in_the_language_of_the_address() {
    let app = App::start().await;
    for (prefix, file, deadline, question) in [
        ("", "innspillskjema", "Frist: til og med 30. juni 2026", "Spørsmål 1: "),
        ("/nn", "innspelsskjema", "Frist: til og med 30. juni 2026", "Utfordringsbiletet"),
        ("/en", "input-form", "Deadline: up to and including 30 June 2026", "Question 1: "),
    ] {
        let answer = app.visitor().get(&form(prefix, "docx")).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, DOCX));
        let language = if prefix.is_empty() { "nb" } else { &prefix[1..] };
        let name = format!("attachment; filename=\"{file}-{PLAN}-{language}.docx\"");
        assert_eq!(answer.header("content-disposition"), name);
        assert_eq!(answer.header("content-language"), language);
        let words = part(&answer, "word/document.xml");
        let url = format!("{}{prefix}/horinger/{PLAN}", app.base);
        for said in [deadline, question, "byrådssak 1016/23", &url, "innspill.answer.5"] {
            assert!(words.contains(said), "{said}");
        }
        assert!(part(&answer, "docProps/core.xml").contains(":1:"), "{}", part(&answer, "docProps/core.xml"));
    }
}

#[cfg(feature = "pdf")]
#[tokio::test]
async fn the_pdf_is_the_same_form_for_paper() {
    let app = App::start().await;
    let answer = app.visitor().get(&form("/en", "pdf")).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/pdf"));
    let name = format!("attachment; filename=\"input-form-{PLAN}-en.pdf\"");
    assert_eq!(answer.header("content-disposition"), name);
    let document = lopdf::Document::load_mem(&answer.body).unwrap();
    let words = document.extract_text(&document.get_pages().into_keys().collect::<Vec<_>>()).unwrap();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["Deadline: up to and including 30 June 2026", "Question 5: ", "More room"] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[tokio::test]
async fn a_form_that_the_browser_has_is_not_sent_again_until_it_says_something_else() {
    let app = App::start().await;
    let (visitor, path) = (app.visitor(), form("", "docx"));
    let first = visitor.get(&path).await;
    assert_eq!(first.header("cache-control"), "public, no-cache");
    let tag = first.header("etag").to_owned();
    let ask = || visitor.request(Method::GET, &path).header("if-none-match", &tag);
    let again = visitor.ask(ask()).await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(visitor.get(&path).await.body, first.body);
    let admin = app.logged_in("administrator").await;
    let manage = format!("/saksbehandling/{PLAN}/styring");
    let extend = [("do", "extend"), ("until_date", "2026-07-31"), ("reason_nb", "Mange har bedt om det.")];
    assert_eq!(admin.post(&manage, &extend).await.status, 303);
    let changed = visitor.ask(ask()).await;
    assert_eq!(changed.status, 200);
    assert!(part(&changed, "word/document.xml").contains("31. juli 2026"));
}

#[tokio::test]
async fn a_form_can_do_nothing_in_the_browser_and_sets_no_cookie() {
    let app = App::start().await;
    let answer = app.visitor().get(&form("", "docx")).await;
    assert!(answer.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("set-cookie"), "");
}

#[tokio::test]
async fn the_form_of_a_round_that_nobody_may_see_is_not_there() {
    let mut draft = sibling("kladd", "En kladd", "2026-06-01", "2026-06-30");
    draft.published = false;
    let app = App::with(vec![plan(), draft]).await;
    for path in ["/horinger/kladd/skjema.docx", "/en/horinger/kladd/skjema.pdf", "/horinger/nei/skjema.docx"]
    {
        assert_eq!(app.visitor().get(path).await.status, 404, "{path}");
    }
    let admin = app.logged_in("administrator").await;
    assert_eq!(admin.get("/horinger/kladd/skjema.docx").await.status, 200);
}

#[tokio::test]
async fn a_text_that_has_not_been_translated_is_marked_as_norwegian() {
    let sibling = sibling("bare-bokmal", "Bare på bokmål", "2026-06-01", "2026-06-30");
    let app = App::with(vec![sibling]).await;
    let answer = app.visitor().get("/en/horinger/bare-bokmal/skjema.docx").await;
    let words = part(&answer, "word/document.xml");
    let (before, _) = words.split_once("Bare på bokmål").unwrap();
    let (_, language) = before.rsplit_once("<w:lang w:val=\"").unwrap();
    assert!(language.starts_with("nb-NO"), "{language}");
}
