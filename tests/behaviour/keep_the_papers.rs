//! Administrators add, change, order, replace and remove the documents of a round.

use crate::helpers::app::App;
use crate::helpers::page::{Answer, Page};
use crate::helpers::parts::Parts;
use crate::helpers::people::Visitor;
use crate::helpers::rounds::{PICTURE, PLAN, pdf};
use reqwest::RequestBuilder;

pub const PAPERS: &str = "/saksbehandling/handlingsplan-for-barnevernet/dokumenter";
pub const DRAFT: &str = "horingsutkast.pdf";

pub fn public(name: &str) -> String {
    format!("/horinger/{PLAN}/dokumenter/{name}")
}

pub fn staff(name: &str) -> String {
    format!("{PAPERS}/{name}")
}

/// Sends a form with a file; none where its name is empty.
pub async fn upload(
    who: &Visitor,
    path: &str,
    fields: &[(&str, &str)],
    (file_name, bytes): (&str, Vec<u8>),
) -> Answer {
    let mut parts = Parts::new();
    for (name, value) in fields {
        parts = parts.text(name, value);
    }
    send(who.posting(path).await, who, parts.raw(&file_head(file_name), &bytes)).await
}

/// The head of a part with a file, quotes as browsers write them.
pub fn file_head(name: &str) -> String {
    format!("Content-Disposition: form-data; name=\"file\"; filename=\"{}\"", name.replace('"', "%22"))
}

pub async fn send(request: RequestBuilder, who: &Visitor, parts: Parts) -> Answer {
    who.ask(request.header("content-type", parts.media_type()).body(parts.body())).await
}

/// What says enough of a new document.
pub fn words<'a>(kind: &'a str, name: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("kind", kind), ("language", "nb"), ("title_nb", "Notat om <b>økonomi</b>"), ("name", name)]
}

/// Replaces the draft with `text`, for everyone to know.
pub async fn replace_draft(who: &Visitor, text: &str) -> Answer {
    let page = who.page(&staff(DRAFT)).await;
    let version = page.form("form[enctype]").get("version").to_owned();
    let fields = [
        ("version", version.as_str()),
        ("reason_nb", "Feil i tabell 3"),
        ("reason_nn", "Feil i tabell 3 på nynorsk"),
    ];
    upload(who, &staff(DRAFT), &fields, ("Nytt utkast.pdf", pdf(text))).await
}

/// Fails unless these mistakes are told, at fields that are there.
pub fn must_tell(page: &Page, mistakes: &[(&str, &str)]) {
    let places: Vec<String> = mistakes.iter().map(|(place, _)| format!("#{place}")).collect();
    let sentences: Vec<&str> = mistakes.iter().map(|(_, sentence)| *sentence).collect();
    assert_eq!(page.texts(".ds-error-summary a"), sentences);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), places);
    for (place, _) in mistakes {
        assert_eq!(page.all(&format!("[id='{place}']")).len(), 1, "{place}");
    }
}

#[tokio::test]
async fn a_document_is_added_and_everyone_reads_it() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let answer =
        upload(&arne, PAPERS, &words("case_document", ""), ("Notat – økonomi (v2).PDF", pdf("Notatet")))
            .await;
    assert_eq!(answer.location(), format!("{PAPERS}?gjort=lagt-til"));
    let page = arne.page(&format!("{PAPERS}?gjort=lagt-til")).await;
    page.must_say("Dokumentet er lagt til.");
    page.must_say("Lagt til av Arne Adminhaug");
    let name = "notat-okonomi-v2.pdf";
    let round = app.visitor().page(&format!("/horinger/{PLAN}")).await;
    assert_eq!(round.attributes(".document-list a", "href").last().unwrap(), &public(name));
    assert!(round.says("Notat om <b>økonomi</b>") && round.says("lagt til 10. juni 2026"));
    assert!(!round.says("Arne"), "the public does not read who");
    let answer = app.visitor().get(&public(name)).await;
    assert_eq!((answer.status, answer.body.clone()), (200, pdf("Notatet")));
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(
        app.database.values("SELECT subject AS value FROM audit_log WHERE event = 'document.added'"),
        [format!("{PLAN}: {name}")]
    );
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_what_was_typed_is_kept() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let before = app.events().await;
    let fields = [("kind", "picture"), ("title_en", "A <house>"), ("credit", "Ola \"O\"")];
    let page = upload(&arne, PAPERS, &fields, ("", Vec::new())).await.page(422);
    must_tell(
        &page,
        &[
            ("file", "Velg en fil"),
            ("language", "Velg språket dokumentet er skrevet på"),
            ("title_nb", "Skriv en tittel på bokmål"),
            ("alt_nb", "Beskriv på bokmål hva bildet viser"),
            ("alt_nn", "Beskriv på nynorsk hva bildet viser"),
        ],
    );
    page.must_say("Velg filen på nytt; nettleseren kan ikke ta vare på den.");
    let form = page.form("form[enctype]");
    assert_eq!(
        (form.get("title_en"), form.get("credit"), form.get("kind")),
        ("A <house>", "Ola \"O\"", "picture")
    );
    let long = "æ".repeat(301);
    let fields =
        [("kind", "draft"), ("language", "nb"), ("title_nb", long.as_str()), ("caption_nn", "Bare her")];
    let page = upload(&arne, PAPERS, &fields, ("x.pdf", pdf("x"))).await.page(422);
    must_tell(
        &page,
        &[
            ("caption_nb", "Skriv teksten under bildet på bokmål også"),
            ("title_nb", "Teksten er for lang. Den kan ha høyst 300 tegn."),
        ],
    );
    assert_eq!(app.events().await, before);
}

#[tokio::test]
async fn the_content_decides_what_a_file_is() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let before = (app.events().await, app.database.count("files"));
    for (kind, name, file, bytes, place, sentence) in [
        ("draft", "", "utkast.pdf", b"MZ\x90\0\x03".to_vec(), "file", "Filen er ikke av et slag vi tar imot"),
        ("draft", "", "utkast.pdf", PICTURE.to_vec(), "file", "Filen er et bilde. Velg typen «Bilde»"),
        ("picture", "", "bilde.jpg", pdf("x"), "file", "Et bilde må være en PNG- eller JPEG-fil"),
        ("draft", "", "utkast.pdf", b"%PDF-1.7 og s\xc3\xa5 ikke mer".to_vec(), "file", "Filen er skadet"),
        (
            "draft",
            "",
            "utkast.txt",
            b"H\xf8ring av utkast til plan".to_vec(),
            "file",
            "Teksten må være lagret som UTF-8",
        ),
        ("draft", "", "tom.pdf", Vec::new(), "file", "Filen er tom"),
        (
            "draft",
            "utkast.docx",
            "utkast.docx",
            pdf("x"),
            "name",
            "Filen er PDF, så navnet i adressen må slutte på .pdf",
        ),
        ("draft", "../../x.pdf", "x.pdf", pdf("x"), "name", "Navnet i adressen kan bare ha små bokstaver"),
        ("draft", ".skjult.pdf", "x.pdf", pdf("x"), "name", "Navnet i adressen kan bare ha små bokstaver"),
        ("draft", "Høring.pdf", "x.pdf", pdf("x"), "name", "Navnet i adressen kan bare ha små bokstaver"),
        ("draft", DRAFT, "x.pdf", pdf("x"), "name", "Et annet dokument i høringen har dette navnet"),
    ] {
        let mut fields = words(kind, name);
        fields.extend([("alt_nb", "Et hus"), ("alt_nn", "Eit hus")]);
        let page = upload(&arne, PAPERS, &fields, (file, bytes)).await.page(422);
        assert_eq!(page.attributes(".ds-error-summary a", "href"), [format!("#{place}")], "{file} {name}");
        assert!(
            page.texts(".ds-error-summary a")[0].starts_with(sentence),
            "{:?}",
            page.texts(".ds-error-summary a")
        );
    }
    assert_eq!((app.events().await, app.database.count("files")), before);
}

#[tokio::test]
async fn hostile_names_of_files_become_plain_names_in_addresses() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    for (number, (given, name)) in [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("Svar til \u{202e}fdp.exe.pdf", "svar-til-fdp-exe.pdf"),
        ("<script>alert(1)</script>.pdf", "script.pdf"),
        ("%2e%2e%2f.pdf", "2e-2e-2f.pdf"),
        ("\u{202e}.pdf", "pdf.pdf"),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = upload(&arne, PAPERS, &words("draft", ""), (given, pdf(&number.to_string()))).await;
        assert_eq!(answer.status, 303, "{given:?}: {}", answer.text());
        assert_eq!(app.visitor().get(&public(name)).await.body, pdf(&number.to_string()), "{given:?}");
    }
}

#[tokio::test]
async fn a_picture_is_shown_with_its_words_and_other_programs_files_are_kept() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let mut fields = words("picture", "hus.jpeg");
    fields.extend([("alt_nb", "Et hus"), ("alt_nn", "Eit hus"), ("caption_nb", "Huset"), ("credit", "Ola")]);
    assert_eq!(upload(&arne, PAPERS, &fields, ("hus.jpg", PICTURE.to_vec())).await.status, 303);
    let picture = app.visitor().get(&public("hus.jpeg")).await;
    assert_eq!(picture.header("content-type"), "image/jpeg");
    assert!(picture.header("content-disposition").starts_with("inline"));
    let text = "Budsjett for æ, ø og å".as_bytes().to_vec();
    assert_eq!(upload(&arne, PAPERS, &words("draft", ""), ("notat.txt", text)).await.status, 303);
    let notat = app.visitor().get(&public("notat.txt")).await;
    assert_eq!(notat.header("content-type"), "text/plain; charset=utf-8");
    assert!(notat.header("content-security-policy").starts_with("sandbox"));
}

#[tokio::test]
async fn the_words_of_a_document_are_changed_but_not_over_somebody_elses() {
    let app = App::start().await;
    let (arne, path) = (app.logged_in("administrator").await, staff(DRAFT));
    let form = arne.page(&path).await.form("form.panel:not([enctype])");
    assert_eq!(form.get("kind"), "draft");
    let answer = arne.submit(&form.clone().set("title_nb", "Utkast nr. 2"), Some(("do", "change"))).await;
    assert_eq!(answer.location(), format!("{path}?gjort=endret"));
    let title = |app: &App| app.database.values("SELECT CAST(title AS TEXT) AS value FROM documents");
    assert!(title(&app).iter().any(|title| title.contains("Utkast nr. 2")));
    // The same form once more is one that was opened before.
    let page = arne.submit(&form.set("title_nb", "Utkast nr. 3"), Some(("do", "change"))).await.page(422);
    must_tell(
        &page,
        &[(
            "innhold",
            "En annen har endret dokumentet i mellomtiden. Se hva som står der nå, og prøv igjen hvis du fortsatt vil.",
        )],
    );
    assert_eq!(page.text("h1"), "Utkast nr. 2");
    let again = page.form("form.panel:not([enctype])");
    assert_eq!(again.get("title_nb"), "Utkast nr. 3");
    assert_eq!(arne.submit(&again, Some(("do", "change"))).await.status, 303);
    let blank = arne.page(&path).await.form("form.panel:not([enctype])").set("title_nb", " ");
    let page = arne.submit(&blank, Some(("do", "change")));
    must_tell(&page.await.page(422), &[("title_nb", "Skriv en tittel på bokmål")]);
    assert!(title(&app).iter().any(|title| title.contains("Utkast nr. 3")));
}

#[tokio::test]
async fn documents_are_put_in_order() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let names = |page: &Page| page.attributes(".papers .paper__title a", "href");
    let before = names(&arne.page(PAPERS).await);
    assert!(before.len() >= 3);
    let name = |place: usize| before[place].rsplit('/').next().unwrap().to_owned();
    assert_eq!(arne.post(PAPERS, &[("do", "down"), ("name", &name(0))]).await.status, 303);
    let mut expected = before.clone();
    expected.swap(0, 1);
    assert_eq!(names(&arne.page(PAPERS).await), expected);
    assert_eq!(arne.post(PAPERS, &[("do", "up"), ("name", &name(0))]).await.status, 303);
    // The first cannot go further, nor can one that is not there.
    assert_eq!(arne.post(PAPERS, &[("do", "up"), ("name", &name(0))]).await.status, 303);
    assert_eq!(names(&arne.page(PAPERS).await), before);
    assert_eq!(arne.post(PAPERS, &[("do", "up"), ("name", "finnes-ikke.pdf")]).await.status, 404);
    assert_eq!(arne.post(PAPERS, &[("do", "upp"), ("name", &name(0))]).await.status, 400);
}

#[tokio::test]
async fn the_list_asks_the_database_as_often_for_many_documents_as_for_few() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let few = app.statements_for(&arne, PAPERS).await;
    for number in 0..4 {
        let name = format!("notat-{number}.pdf");
        let file = (name.as_str(), pdf(&name));
        upload(&arne, PAPERS, &words("case_document", &name), file).await.location();
    }
    arne.page(PAPERS).await;
    assert_eq!(app.statements_for(&arne, PAPERS).await, few);
}
