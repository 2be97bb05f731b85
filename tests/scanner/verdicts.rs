//! What clamd says of files, and what becomes of them.

use super::bench::{Bench, Known, QUARANTINE_DAYS};
use super::clamd::{Clamd, FOUND, LARGEST, eicar, eicar_in_a_docx, settings};
use innspill::actions::scan_file::{Scanned, scan_at_once};
use innspill::domain::file::ScanState;

const DAY_SECONDS: i64 = 24 * 60 * 60;

#[tokio::test]
async fn what_is_harmful_is_stopped_alone_and_inside_a_document_and_the_rest_is_cleared() {
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let worker = bench.worker(&clamd.address());
        let clean = bench.put("Vi er enige. ".repeat(50_000)).await;
        let empty = bench.put("").await;
        let harmful = [bench.put(eicar()).await, bench.put(eicar_in_a_docx()).await];
        assert_eq!(worker.scan_due().await.unwrap(), 4);
        for sha256 in [&clean, &empty] {
            assert_eq!(bench.scan(sha256), "clean");
            assert!(bench.opens(sha256).await);
        }
        for sha256 in &harmful {
            let known = bench.known(sha256);
            let expected =
                Known { scan: "infected".to_owned(), said: FOUND.to_owned(), attempts: 0, claims: 1 };
            assert_eq!(known, expected);
            assert!(!bench.opens(sha256).await, "no address leads to it");
            assert!(bench.files.is_quarantined(sha256).await.unwrap());
        }
        let mut events = bench.file_events();
        events.sort();
        assert_eq!(events, ["file.cleared", "file.cleared", "file.stopped", "file.stopped"]);
        assert_eq!(worker.scan_due().await.unwrap(), 0, "once is enough");
    }
}

#[tokio::test]
async fn whoever_waits_for_the_answer_gets_it_at_once_over_a_socket_too() {
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let scanning = bench.scanning(&settings(&clamd.socket_address()));
        for (bytes, state) in [(eicar(), ScanState::Infected), (b"Ja".to_vec(), ScanState::Clean)] {
            let sha256 = bench.put(bytes).await;
            let scanned = scan_at_once(&bench.store, &scanning, &sha256, bench.now()).await.unwrap();
            assert_eq!(scanned, Scanned::Verdict(state));
            assert_eq!(bench.scan(&sha256), state.name());
            let again = scan_at_once(&bench.store, &scanning, &sha256, bench.now()).await.unwrap();
            assert_eq!(again, Scanned::NothingDue);
        }
    }
}

#[tokio::test]
async fn a_file_that_is_too_large_for_the_scanner_is_failed_and_says_so() {
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let worker = bench.worker(&clamd.address());
        let fits = bench.put(vec![b'a'; LARGEST - 1]).await;
        let too_large = [bench.put(vec![b'b'; LARGEST + 1]).await, bench.put(vec![b'c'; 20 * LARGEST]).await];
        worker.scan_due().await.unwrap();
        assert_eq!(bench.scan(&fits), "clean");
        for sha256 in &too_large {
            let known = bench.known(sha256);
            assert_eq!((known.scan.as_str(), known.attempts), ("failed", 0), "asking again is of no use");
            assert!(known.said.contains("size limit exceeded"), "{}", known.said);
            assert!(bench.opens(sha256).await, "the bytes stay");
        }
        assert_eq!(bench.file_events().iter().filter(|event| *event == "file.not-scanned").count(), 2);
    }
}

#[tokio::test]
async fn bytes_in_quarantine_are_deleted_when_their_time_is_over_and_stay_known() {
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let worker = bench.worker(&clamd.address());
        let sha256 = bench.put(eicar()).await;
        worker.scan_due().await.unwrap();
        bench.forward(i64::from(QUARANTINE_DAYS) * DAY_SECONDS);
        assert_eq!(worker.tidy_quarantine().await.unwrap(), 0);
        bench.forward(1);
        assert_eq!(worker.tidy_quarantine().await.unwrap(), 1);
        assert!(!bench.files.is_quarantined(&sha256).await.unwrap());
        assert_eq!(worker.tidy_quarantine().await.unwrap(), 0);
        assert_eq!(bench.file_events(), ["file.stopped", "file.deleted"]);
        // The same bytes once more: known for what they are, and never waiting again.
        bench.put(eicar()).await;
        assert_eq!(bench.scan(&sha256), "infected");
    }
}

#[tokio::test]
async fn a_file_that_was_left_between_verdict_and_quarantine_is_locked_up_later() {
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let worker = bench.worker(&clamd.address());
        let sha256 = bench.put(eicar()).await;
        worker.scan_due().await.unwrap();
        // As if we had been stopped before the move.
        bench.files.keep(eicar()).await.unwrap();
        bench.house.database.execute("UPDATE files SET quarantined_at = NULL");
        worker.tidy_quarantine().await.unwrap();
        assert!(!bench.opens(&sha256).await);
    }
}
