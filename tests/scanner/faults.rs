//! Scanners that are down, silent, or hang up; workers that die, and workers at the same time.

use super::bench::Bench;
use super::broken::{Broken, Fault};
use super::clamd::{Clamd, eicar, settings};
use innspill::actions::scan_file::{Scanned, scan_at_once};
use innspill::config::ScannerSettings;

const FILES: usize = 30;
/// How long a worker alone holds a file.
const LEASE_SECONDS: i64 = 5 * 60;

/// A file that no buffer of the system's swallows whole.
fn large() -> Vec<u8> {
    vec![b'x'; 8 * 1024 * 1024]
}

fn hasty(address: &str) -> ScannerSettings {
    ScannerSettings { scan_seconds: 1, at_once_seconds: 1, ..settings(address) }
}

#[tokio::test]
async fn a_scanner_that_is_down_costs_no_attempt_and_what_waits_is_scanned_when_it_is_back() {
    let mut clamd = Clamd::start();
    for bench in Bench::on_each() {
        clamd.stop();
        let worker = bench.worker(&clamd.address());
        let files = [bench.put("a").await, bench.put(eicar()).await];
        // A whole day, asked every half minute or so.
        for _ in 0..20 {
            assert_eq!(worker.scan_due().await.unwrap(), 0);
            bench.forward(24 * 60 * 3);
        }
        for sha256 in &files {
            let known = bench.known(sha256);
            assert_eq!((known.scan.as_str(), known.attempts), ("waiting", 0));
            assert!(bench.opens(sha256).await, "nothing is lost");
        }
        worker.scan_due().await.unwrap();
        clamd.restart();
        bench.forward(29);
        assert_eq!(worker.scan_due().await.unwrap(), 0, "it is left alone for a while");
        bench.forward(1);
        assert_eq!(worker.scan_due().await.unwrap(), 2);
        assert_eq!(files.map(|sha256| bench.scan(&sha256)), ["clean", "infected"]);
    }
}

#[tokio::test]
async fn without_a_scanner_files_wait_and_are_scanned_when_one_is_set_up() {
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let sha256 = bench.put("a").await;
        assert_eq!(bench.worker("").scan_due().await.unwrap(), 0);
        let known = bench.known(&sha256);
        assert_eq!((known.scan.as_str(), known.claims), ("waiting", 0));
        assert_eq!(bench.worker(&clamd.address()).scan_due().await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_silent_scanner_is_given_its_time_and_the_file_tried_again_later() {
    let silent = Broken::start(Fault::Silence).await;
    for bench in Bench::on_each() {
        let worker = bench.worker_with(&hasty(&silent.address));
        let sha256 = bench.put(large()).await;
        let scanning = bench.scanning(&hasty(&silent.address));
        let at_once = scan_at_once(&bench.store, &scanning, &sha256, bench.now()).await.unwrap();
        assert_eq!((at_once, bench.known(&sha256).attempts), (Scanned::Away, 0), "haste is not counted");
        assert_eq!(worker.scan_due().await.unwrap(), 0);
        assert_eq!((bench.scan(&sha256).as_str(), bench.known(&sha256).attempts), ("waiting", 1));
        bench.forward(59);
        worker.scan_due().await.unwrap();
        assert_eq!(bench.known(&sha256).attempts, 1, "not before its time");
        bench.forward(1);
        worker.scan_due().await.unwrap();
        assert_eq!(bench.known(&sha256).attempts, 2);
    }
}

#[tokio::test]
async fn a_scanner_that_hangs_up_on_a_file_is_asked_five_times_and_the_file_failed() {
    let broken = Broken::start(Fault::HangUp).await;
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let worker = bench.worker(&broken.address);
        let sha256 = bench.put(large()).await;
        for wait in [60, 5 * 60, 30 * 60, 4 * 60 * 60] {
            worker.scan_due().await.unwrap();
            assert_eq!(bench.scan(&sha256), "waiting");
            bench.forward(wait);
        }
        worker.scan_due().await.unwrap();
        let known = bench.known(&sha256);
        assert_eq!((known.scan.as_str(), known.claims), ("failed", 5));
        assert!(known.said.contains("broke off"), "{}", known.said);
        assert_eq!(bench.file_events(), ["file.not-scanned"]);

        assert!(bench.house.does(&["rescan"]).starts_with("1 file(s)"));
        assert_eq!(bench.file_events(), ["file.not-scanned", "files.requeued"]);
        // It is too large for this one, but it is asked.
        assert_eq!(bench.worker(&clamd.address()).scan_due().await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_worker_that_died_with_a_file_in_its_hand_leaves_it_to_the_next_one() {
    let silent = Broken::start(Fault::Silence).await;
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        let sha256 = bench.put("a").await;
        let dying = bench.worker(&silent.address);
        let dying = tokio::spawn(async move { dying.scan_due().await });
        while bench.known(&sha256).claims == 0 {
            tokio::task::yield_now().await;
        }
        dying.abort();
        assert!(dying.await.unwrap_err().is_cancelled());
        let worker = bench.worker(&clamd.address());
        bench.forward(LEASE_SECONDS - 1);
        assert_eq!(worker.scan_due().await.unwrap(), 0);
        bench.forward(1);
        assert_eq!(worker.scan_due().await.unwrap(), 1);
        assert_eq!((bench.scan(&sha256).as_str(), bench.known(&sha256).claims), ("clean", 2));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_at_once_scan_each_file_once() {
    let clamd = Clamd::start();
    for bench in Bench::on_each() {
        for number in 0..FILES {
            bench.put(format!("Svar {number}")).await;
        }
        let (one, two) = (bench.worker(&clamd.address()), bench.worker(&clamd.address()));
        let mut scanned = 0;
        loop {
            let (a, b) = (one.clone(), two.clone());
            let (a, b) = tokio::join!(
                tokio::spawn(async move { a.scan_due().await.unwrap() }),
                tokio::spawn(async move { b.scan_due().await.unwrap() })
            );
            let now = a.unwrap() + b.unwrap();
            scanned += now;
            if now == 0 {
                break;
            }
        }
        assert_eq!(scanned, FILES);
        assert_eq!(bench.house.database.count("files WHERE scan = 'clean' AND scan_claims = 1"), 30);
        assert_eq!(bench.file_events().len(), FILES);
    }
}
