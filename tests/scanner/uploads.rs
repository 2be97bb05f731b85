//! What people see of it: citizens who hand in files, and staff who open them.

use super::clamd::{Clamd, eicar, eicar_in_a_docx};
use super::helpers::app::App;
use super::helpers::page::Page;
use super::helpers::people::{Visitor, about, files_path, form_path, reference_in};
use super::helpers::rounds::{PLAN, plan};

const TEXT: &[u8] = "Vi er enige.\n".as_bytes();

async fn with(clamd: &Clamd) -> App {
    App::with_settings(vec![plan()], &[("INNSPILL__SCANNER__ADDRESS", &clamd.address())]).await
}

/// Someone with a saved draft that answers nothing.
async fn begun(app: &App, persona: &str) -> Visitor {
    let visitor = app.logged_in(persona).await;
    visitor.save(&about(visitor.form().await, "Kari Nordmann")).await.location();
    visitor
}

fn links(page: &Page) -> Vec<String> {
    page.attributes(".file-list a", "href")
}

async fn officers_page(app: &App, reference: &str) -> (Visitor, Page) {
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&format!("/saksbehandling/{PLAN}/innspill/{reference}")).await;
    (officer, page)
}

#[tokio::test]
async fn a_harmful_file_is_stopped_while_its_sender_waits_and_the_text_goes_its_way() {
    let clamd = Clamd::start();
    let app = with(&clamd).await;
    let kari = begun(&app, "kari").await;
    let docx = eicar_in_a_docx();
    let files: [(&str, &[u8]); 2] = [("notat.txt", TEXT), ("svar.docx", &docx)];
    let page = kari.upload(&files_path(), &files).await.page(422);
    page.must_say("«svar.docx» er stoppet, fordi viruskontrollen vår fant skadelig innhold i den.");
    assert_eq!(page.texts(".file-list__name"), ["notat.txt", "svar.docx"]);
    assert_eq!(links(&page).len(), 1, "only the clean one leads somewhere");
    for path in [files_path(), form_path()] {
        let page = kari.page(&path).await;
        page.must_say("En fil er stoppet");
        page.must_say("Ta bort filen, og legg ved en ren utgave hvis du trenger den.");
    }
    // A stopped file says nothing; with an answer all can be sent.
    let form = kari.form().await.set("answer-1", "Teksten min");
    kari.checked(&form).await.must_say("En fil er stoppet");
    let reference = reference_in(kari.send(&form).await.location());
    let receipt = kari.receipt(&reference).await;
    receipt.must_say("Teksten min");
    receipt.must_say("Trenger du filen, kan du endre innspillet og legge ved en ren utgave.");
    assert_eq!(links(&receipt).len(), 1);

    let (officer, page) = officers_page(&app, &reference).await;
    page.must_say("Viruskontrollen fant skadelig innhold, og ingen får åpne filen.");
    page.must_say("Kontrollert for virus.");
    assert!(!page.says("Filer blir ikke kontrollert for virus"));
    let [clean] = links(&page).try_into().unwrap();
    assert_eq!(officer.get(&clean).await.body, TEXT);
    // It had not been sent when it was stopped, so there is nothing but the receipt to write.
    assert_eq!(app.mail().await.len(), 1);
}

#[tokio::test]
async fn a_stopped_file_is_no_answer_and_can_be_taken_away() {
    let clamd = Clamd::start();
    let app = with(&clamd).await;
    let kari = begun(&app, "kari").await;
    kari.upload(&files_path(), &[("svar.txt", &eicar())]).await.page(422);
    let page = kari.check(&kari.form().await).await.page(422);
    page.must_say("Svar på minst ett spørsmål, legg ved en fil, eller kryss av for «uten merknad»");
    let remove = kari.page(&files_path()).await.form(".file-list .actions form");
    let page = kari.submit(&remove, None).await;
    assert!(!kari.page(page.location()).await.says("stoppet"));
}

#[tokio::test]
async fn bytes_that_were_stopped_once_are_refused_at_once_whoever_comes_with_them() {
    let mut clamd = Clamd::start();
    let app = with(&clamd).await;
    begun(&app, "kari").await.upload(&files_path(), &[("svar.txt", &eicar())]).await.page(422);
    // Nobody needs to look again.
    clamd.stop();
    let ola = begun(&app, "ola").await;
    let page = ola.upload(&files_path(), &[("annet.txt", &eicar())]).await.page(422);
    page.must_say("«annet.txt» er ikke lagt ved. Viruskontrollen vår har funnet skadelig innhold");
    assert!(page.texts(".file-list__name").is_empty());
    assert_eq!(app.events().await.iter().filter(|event| *event == "file.stopped").count(), 1);
}

#[tokio::test]
async fn a_file_that_waited_is_opened_when_it_is_clean_and_its_sender_told_when_it_is_not() {
    let mut clamd = Clamd::start();
    let app = with(&clamd).await;
    clamd.stop();
    let kari = begun(&app, "kari").await;
    kari.upload(&files_path(), &[("notat.txt", TEXT), ("svar.txt", &eicar())]).await.location();
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    kari.receipt(&reference).await.must_say("Viruskontrollen har ikke sett på filen ennå.");
    let (_, page) = officers_page(&app, &reference).await;
    page.must_say("Ikke kontrollert for virus ennå.");
    assert!(links(&page).is_empty());
    assert_eq!(app.mail().await.len(), 1);

    clamd.restart();
    // The round's own documents waited too.
    assert_eq!(app.worker.scan_due().await.unwrap(), 2 + app.database.count("documents"));
    let (officer, page) = officers_page(&app, &reference).await;
    let [clean] = links(&page).try_into().unwrap();
    assert_eq!(officer.get(&clean).await.body, TEXT);
    let mail = app.mail().await;
    assert_eq!(mail.len(), 2);
    let receipt = kari.receipt(&reference).await;
    receipt.must_say("En fil er stoppet");
    // The letter about the file is not taken for the receipt.
    assert_eq!(receipt.row("Kvittering på e-post"), "Vi har sendt en e-post til kari@example.org");
}
