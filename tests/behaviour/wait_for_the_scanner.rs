//! Files where nobody has looked at them: the scanner is away, or there is none.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, files_path, reference_in};
use crate::helpers::rounds::{PLAN, plan};
use std::net::TcpListener;

const TEXT: &[u8] = "Vi er enige.\n".as_bytes();

/// A service whose scanner should be where nobody listens.
async fn without_answer() -> App {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("tcp://127.0.0.1:{port}");
    App::with_settings(vec![plan()], &[("INNSPILL__SCANNER__ADDRESS", &address)]).await
}

/// Someone who has sent one file and nothing else; the reference of what they sent.
async fn sent(app: &App) -> (Visitor, String) {
    let kari = app.logged_in("kari").await;
    kari.save(&about(kari.form().await, "Kari Nordmann")).await.location();
    kari.upload(&files_path(), &[("notat.txt", TEXT)]).await.location();
    let reference = reference_in(kari.send(&kari.form().await).await.location());
    (kari, reference)
}

fn staff_path(reference: &str) -> String {
    format!("/saksbehandling/{PLAN}/innspill/{reference}")
}

#[tokio::test]
async fn while_the_scanner_is_away_citizens_send_and_staff_wait() {
    let app = without_answer().await;
    let (kari, reference) = sent(&app).await;
    assert_eq!(app.worker.scan_due().await.unwrap(), 0);
    let receipt = kari.receipt(&reference).await;
    receipt.must_say("Viruskontrollen har ikke sett på filen ennå. Du trenger ikke å vente på den.");
    let own = receipt.attributes(".file-list a", "href").remove(0);
    assert_eq!(kari.get(&own).await.body, TEXT, "it is their own");

    for persona in ["leser", "saksbehandler", "administrator"] {
        let staff = app.logged_in(persona).await;
        let page = staff.page(&staff_path(&reference)).await;
        page.must_say("Ikke kontrollert for virus ennå. Filen kan åpnes når det er gjort.");
        assert!(page.attributes(".file-list a", "href").is_empty());
        let file = own.rsplit('/').next().unwrap();
        let events = app.events_of(async {
            let answer = staff.get(&format!("{}/vedlegg/{file}", staff_path(&reference))).await;
            assert_eq!(answer.status, 409);
            answer.page(409).must_say("Filen kan ikke åpnes");
        });
        assert!(!events.await.contains(&"attachment.downloaded".to_owned()));
    }
}

#[tokio::test]
async fn without_a_scanner_staff_read_that_nobody_looks_and_may_open_files() {
    let app = App::start().await;
    let (kari, reference) = sent(&app).await;
    let receipt = kari.receipt(&reference).await;
    assert!(!receipt.says("Viruskontrollen"), "there is none to wait for");
    let officer = app.logged_in("saksbehandler").await;
    let page = officer.page(&staff_path(&reference)).await;
    page.must_say("Filer blir ikke kontrollert for virus");
    assert_eq!(officer.get(&page.attributes(".file-list a", "href")[0]).await.body, TEXT);
    // Not even then does anybody get what is known to be harmful.
    app.database.break_with("UPDATE files SET scan = 'infected' WHERE media_type = 'text/plain'");
    let page = officer.page(&staff_path(&reference)).await;
    page.must_say("Viruskontrollen fant skadelig innhold");
    assert!(page.attributes(".file-list a", "href").is_empty());
}

#[tokio::test]
async fn staff_are_told_of_files_that_could_not_be_scanned() {
    let app = without_answer().await;
    let (kari, reference) = sent(&app).await;
    app.database.break_with("UPDATE files SET scan = 'failed' WHERE media_type = 'text/plain'");
    kari.receipt(&reference).await.must_say("Viruskontrollen fikk ikke sett på filen");
    let officer = app.logged_in("saksbehandler").await;
    officer.page("/saksbehandling").await.must_say("Én fil kunne ikke kontrolleres for virus");
    let page = officer.page(&staff_path(&reference)).await;
    page.must_say("Viruskontrollen fikk ikke sett på filen, så den kan ikke åpnes.");
}
