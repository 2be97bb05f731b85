//! The pages on privacy and accessibility: in three languages, true of the settings, and safe.

use crate::helpers::app::App;
use crate::helpers::rounds::plan;

#[tokio::test]
async fn they_are_there_for_everyone_in_three_languages_and_linked_from_every_page() {
    let app = App::start().await;
    let visitor = app.visitor();
    for (prefix, privacy, accessibility) in [
        ("", "Dette lagrer vi", "Si fra om feil"),
        ("/nn", "Dette lagrar vi", "Sei frå om feil"),
        ("/en", "What we store", "Tell us about problems"),
    ] {
        let links = visitor.page(&format!("{prefix}/")).await.attributes("footer nav a", "href");
        assert_eq!(
            links,
            ["abonner", "personvern", "tilgjengelighet"].map(|page| format!("{prefix}/{page}"))
        );
        for (path, words) in [("personvern", privacy), ("tilgjengelighet", accessibility)] {
            let page = visitor.page(&format!("{prefix}/{path}")).await;
            page.must_say(words);
            page.must_say("Bergen kommune");
            page.must_say("postmottak@example.org");
            assert!(!page.says("{"), "a gap in {prefix}/{path}");
        }
    }
}

#[tokio::test]
async fn how_long_things_are_kept_is_what_the_settings_say() {
    let app = App::start().await;
    let page = app.visitor().page("/personvern").await;
    page.must_say("blir slettet 90 dager etter at høringen er avsluttet");
    page.must_say("blir adressen slettet etter 30 dager");
    page.must_say("E-postadressen i et innspill følger innspillet.");
    page.must_say("Den blir slettet etter 30 dager.");
    let other = [
        ("INNSPILL__RETENTION__DRAFTS_AFTER_CLOSING_DAYS", "0"),
        ("INNSPILL__SCANNER__QUARANTINE_DAYS", "0"),
        ("INNSPILL__RETENTION__CONTACTS_AFTER_CLOSING_DAYS", "14"),
        ("INNSPILL__MUNICIPALITY__PRIVACY_URL", "https://example.org/personvern"),
        ("INNSPILL__MUNICIPALITY__ACCESSIBILITY_URL", "https://uustatus.no/nb/erklaringer/publisert/x"),
    ];
    let app = App::with_settings(vec![plan()], &other).await;
    let page = app.visitor().page("/personvern").await;
    page.must_say("Kladder som ikke er sendt inn, ligger til du sletter dem.");
    page.must_say("blir sperret, og ingen får åpne den");
    page.must_say("blir slettet 14 dager etter at høringen er avsluttet");
    assert!(page.attributes("main a", "href").contains(&"https://example.org/personvern".to_owned()));
    let links = app.visitor().page("/tilgjengelighet").await.attributes("main a", "href");
    assert!(links.contains(&"https://uustatus.no/nb/erklaringer/publisert/x".to_owned()), "{links:?}");
}

#[tokio::test]
async fn the_municipality_may_say_it_in_its_own_words_and_markup_from_there_is_harmless() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("personvern.md");
    let text = "# Hos oss i {municipality}\n\nSkriv til {email}. <script>alert(1)</script>\n\n[x](javascript:alert(1))";
    std::fs::write(&path, text).unwrap();
    let files = [("INNSPILL__MUNICIPALITY__PRIVACY_FILES__NB", path.to_str().unwrap())];
    let app = App::with_settings(vec![plan()], &files).await;
    let page = app.visitor().page("/personvern").await;
    page.must_say("Hos oss i Bergen kommune");
    page.must_say("Skriv til postmottak@example.org.");
    assert!(!page.says("Dette lagrer vi"));
    // What the settings say of it stands there all the same.
    page.must_say("blir slettet 90 dager");
    let raw = app.visitor().get("/personvern").await.text();
    assert!(!raw.contains("alert(1)</script>") && !raw.contains("javascript:"), "{raw}");
    // Written in bokmål only, and marked as such elsewhere.
    assert_eq!(app.visitor().page("/en/personvern").await.attributes("main .prose", "lang"), ["nb"]);
    app.visitor().page("/tilgjengelighet").await.must_say("Si fra om feil");
}
