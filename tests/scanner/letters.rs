//! Whoever has sent a file that is stopped is told so by e-mail, in the same moment.

use super::bench::Bench;
use super::clamd::{Clamd, eicar_in_a_docx};
use super::house::case::import_open_round;
use super::house::citizen::Citizen;
use std::fs;

/// A name that nobody else may read.
const NAME: &str = "Klage fra Kari.docx";

/// Someone who has sent an answer with this file; returns its reference.
async fn send_with(bench: &mut Bench, sha256: &str) -> String {
    bench.house.set("INNSPILL__LOGIN__PROVIDER", "test");
    import_open_round(&bench.house, "plan");
    let service = bench.house.start(&["serve"]);
    let citizen = Citizen::new("plan", "kari-nordmann");
    citizen.log_in(&service.url).await.unwrap();
    citizen.save(&service.url, 0).await.unwrap();
    let reference = citizen.send(&service.url, 1).await.unwrap();
    let id = "00000000000000000000000000000001";
    let id =
        if bench.house.database.url().starts_with("sqlite") { format!("x'{id}'") } else { format!("'{id}'") };
    bench.house.database.execute(&format!(
        "INSERT INTO attachments (id, revision_id, position, role, name, kind, sha256, added_at) \
         SELECT {id}, id, 1, 'attachment', '{NAME}', 'docx', '{sha256}', received_at FROM revisions"
    ));
    reference
}

#[tokio::test]
async fn the_sender_of_a_stopped_file_gets_a_letter_that_does_not_name_it() {
    let clamd = Clamd::start();
    for mut bench in Bench::on_each() {
        let sha256 = bench.put(eicar_in_a_docx()).await;
        let reference = send_with(&mut bench, &sha256).await;
        let written = "letters WHERE kind = 'file-stopped'";
        assert_eq!(bench.house.database.count(written), 0);
        bench.worker(&clamd.address()).scan_due().await.unwrap();
        assert_eq!(bench.house.database.count(written), 1);

        // The letters were written by the machine's clock, which is behind ours.
        let worker = bench.worker("");
        bench.forward(365 * 24 * 60 * 60);
        assert_eq!(worker.send_due().await.unwrap(), 2);
        let letters: Vec<String> = fs::read_dir(bench.house.path("mail"))
            .unwrap()
            .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
            .collect();
        let letter = letters.iter().find(|letter| letter.contains("er stoppet")).unwrap();
        assert!(letter.contains(&reference) && letter.contains("kari-nordmann@example.org"), "{letter}");
        for secret in ["Klage", "docx", &sha256, "Eicar"] {
            assert!(!letter.contains(secret), "{secret}: {letter}");
        }
        let lines = bench.house.database.rows("SELECT subject FROM audit_log WHERE event = 'file.stopped'");
        assert_eq!(lines[0]["subject"].as_str(), Some(sha256.as_str()));
    }
}
