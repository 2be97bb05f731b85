//! What `check` says of the scanner and of the files that wait for it.

use super::bench::Bench;
use super::clamd::{Clamd, eicar};
use super::house::House;
use serde_json::Value;

/// State, what was seen, and what to do.
#[track_caller]
fn check(house: &House, name: &str) -> (String, String, String) {
    let told: Value = serde_json::from_str(&house.run(&["check", "--json"]).out).unwrap();
    let checks = told["checks"].as_array().unwrap();
    let check = checks.iter().find(|check| check["name"] == name).unwrap_or_else(|| panic!("{told:#}"));
    let text = |key: &str| check[key].as_str().unwrap_or_default().to_owned();
    (text("state"), check["what"].to_string(), text("remedy"))
}

#[tokio::test]
async fn check_tells_whether_the_scanner_answers_and_what_waits_for_it() {
    let mut clamd = Clamd::start();
    for mut bench in Bench::on_each() {
        let (state, what, _) = check(&bench.house, "scanner");
        assert_eq!(state, "warning", "{what}");
        assert!(what.contains("not scanned"), "{what}");

        clamd.restart();
        bench.house.set("INNSPILL__SCANNER__ADDRESS", &clamd.address());
        let (state, what, _) = check(&bench.house, "scanner");
        assert_eq!(state, "ok", "{what}");
        assert!(what.contains("ClamAV"), "{what}");
        // Kept long ago by the machine's clock.
        bench.put("a").await;
        let (state, what, remedy) = check(&bench.house, "scans");
        assert_eq!(state, "failed", "{what}");
        assert!(what.contains("1 waiting") && remedy.contains("worker"), "{what} {remedy}");
        bench.put(eicar()).await;
        bench.worker(&clamd.address()).scan_due().await.unwrap();
        let (state, what, _) = check(&bench.house, "scans");
        assert_eq!((state.as_str(), what.contains("1 stopped")), ("ok", true), "{what}");
        bench.house.database.execute("UPDATE files SET scan = 'failed' WHERE scan = 'clean'");
        let (state, what, remedy) = check(&bench.house, "scans");
        assert_eq!((state.as_str(), remedy.contains("rescan")), ("warning", true), "{what} {remedy}");

        clamd.stop();
        let (state, what, _) = check(&bench.house, "scanner");
        assert_eq!(state, "failed", "{what}");
    }
}
