//! When a letter does not go: tried again on a timetable, given up, or refused for good. The
//! worker is driven, and the clock is set.

use super::house::citizen::{TOKEN, form_token};
use super::outbox::each_with_letters;
use std::collections::BTreeSet;
use std::time::Duration;

const LETTERS: usize = 20;
/// How long a worker alone holds a letter.
const LEASE_SECONDS: i64 = 5 * 60;

#[tokio::test]
async fn a_greylisted_letter_goes_when_its_time_has_come_and_not_before() {
    for outbox in each_with_letters(1).await {
        let (worker, hand) = outbox.worker();
        outbox.sink.fault("greylist", 1);
        assert_eq!(worker.send_due().await.unwrap(), 0);
        let (state, attempts, error) = outbox.letter();
        assert_eq!((state.as_str(), attempts), ("waiting", 1));
        assert!(error.contains("451") || error.contains("Greylisted"), "{error}");

        hand.forward(59);
        assert_eq!(worker.send_due().await.unwrap(), 0);
        assert_eq!(outbox.sink.attempts(), 1);
        hand.forward(1);
        assert_eq!(worker.send_due().await.unwrap(), 1);
        assert_eq!(outbox.sink.messages().len(), 1);
        assert_eq!(outbox.letter().0, "sent");
    }
}

#[tokio::test]
async fn a_letter_is_tried_five_times_then_given_up_and_staff_can_send_it_again() {
    for outbox in each_with_letters(1).await {
        let (worker, hand) = outbox.worker();
        outbox.sink.fault("greylist", 5);
        worker.send_due().await.unwrap();
        for (tried, wait) in (1..).zip([60, 5 * 60, 30 * 60, 4 * 60 * 60]) {
            assert_eq!(outbox.letter().0, "waiting");
            hand.forward(wait - 1);
            worker.send_due().await.unwrap();
            assert_eq!(outbox.sink.attempts(), tried, "one second too early");
            hand.forward(1);
            worker.send_due().await.unwrap();
            assert_eq!(outbox.sink.attempts(), tried + 1);
        }
        assert_eq!((outbox.letter().0.as_str(), outbox.letter().1), ("failed", 5));
        hand.forward(365 * 24 * 60 * 60);
        worker.send_due().await.unwrap();
        assert_eq!(outbox.sink.attempts(), 5, "given up is given up");

        let page = outbox.staff_page().await;
        for part in ["Ikke levert", &outbox.references[0], "Greylisted", "Send på nytt"] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!page.contains(&outbox.citizens[0].email()));
        send_again(&outbox).await;
        assert_eq!(worker.send_due().await.unwrap(), 1);
        assert_eq!(outbox.sink.messages().len(), 1);
        assert!(outbox.staff_page().await.contains("Alle e-poster er sendt"));
    }
}

/// What the button on the staff's page does.
async fn send_again(outbox: &super::outbox::Outbox) {
    let officer = reqwest::Client::builder().cookie_store(true).build().unwrap();
    let url = &outbox.service.url;
    let persona = [("persona", "saksbehandler")];
    let token = form_token(&officer, url).await.unwrap();
    let log_in = officer.post(format!("{url}/logg-inn")).header(TOKEN, token);
    log_in.form(&persona).send().await.unwrap();
    let which = [("letter", outbox.letter_ids().remove(0))];
    let token = form_token(&officer, url).await.unwrap();
    let again = officer.post(format!("{url}/saksbehandling/brev")).header(TOKEN, token);
    let page = again.form(&which).send().await.unwrap();
    assert!(page.text().await.unwrap().contains("lagt i køen"));
}

#[tokio::test]
async fn a_letter_that_is_refused_for_good_is_given_up_at_once_and_staff_see_why() {
    for fault in ["refuse", "refuse-data"] {
        for outbox in each_with_letters(1).await {
            let (worker, hand) = outbox.worker();
            outbox.sink.fault(fault, 1);
            assert_eq!(worker.send_due().await.unwrap(), 0);
            assert_eq!((outbox.letter().0.as_str(), outbox.letter().1), ("failed", 1), "{fault}");
            hand.forward(24 * 60 * 60);
            assert_eq!(worker.send_due().await.unwrap(), 0);
            let page = outbox.staff_page().await;
            let why = if fault == "refuse" { "No such mailbox" } else { "Message refused" };
            for part in ["Ikke levert", &outbox.references[0], why] {
                assert!(page.contains(part), "{part}: {page}");
            }
        }
    }
}

#[tokio::test]
async fn a_line_that_breaks_before_the_server_says_yes_brings_the_same_letter_again() {
    for (fault, arrived) in [("drop-after-store", 2), ("drop-in-data", 1)] {
        for outbox in each_with_letters(1).await {
            let (worker, hand) = outbox.worker();
            outbox.sink.fault(fault, 1);
            assert_eq!(worker.send_due().await.unwrap(), 0);
            assert_eq!(outbox.letter().0, "waiting", "nobody said yes");
            hand.forward(60);
            assert_eq!(worker.send_due().await.unwrap(), 1);
            let messages = outbox.sink.messages();
            assert_eq!(messages.len(), arrived, "{fault}");
            // A reader's program knows the repeat by its id.
            let ids: BTreeSet<&str> =
                messages.iter().map(|message| message["message_id"].as_str().unwrap()).collect();
            let id = format!("<{}@baerum.example>", outbox.letter_ids()[0]);
            assert_eq!(ids, BTreeSet::from([id.as_str()]));
        }
    }
}

#[tokio::test]
async fn a_worker_that_died_with_a_letter_in_its_hand_leaves_it_to_the_next_one() {
    for outbox in each_with_letters(1).await {
        let (worker, hand) = outbox.worker();
        outbox.sink.fault("slow", 1);
        let dying = worker.clone();
        let dying = tokio::spawn(async move { dying.send_due().await });
        while outbox.sink.attempts() == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        dying.abort();
        assert!(dying.await.unwrap_err().is_cancelled(), "it died before the server had answered");
        assert_eq!((outbox.letter().0.as_str(), outbox.letter().1), ("waiting", 1));
        hand.forward(LEASE_SECONDS - 1);
        assert_eq!(worker.send_due().await.unwrap(), 0);
        hand.forward(1);
        assert_eq!(worker.send_due().await.unwrap(), 1);
        assert_eq!(outbox.letter().1, 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_at_once_send_each_letter_once() {
    for outbox in each_with_letters(LETTERS).await {
        let ((one, _), (two, _)) = (outbox.worker(), outbox.worker());
        let mut sent = 0;
        // A worker that loses every race for a while rests; together they go on to the end.
        loop {
            let (a, b) = (one.clone(), two.clone());
            let (a, b) = tokio::join!(
                tokio::spawn(async move { a.send_due().await.unwrap() }),
                tokio::spawn(async move { b.send_due().await.unwrap() })
            );
            let now = a.unwrap() + b.unwrap();
            sent += now;
            if now == 0 {
                break;
            }
        }
        assert_eq!(sent, LETTERS);
        let messages = outbox.sink.messages();
        let ids: BTreeSet<String> =
            messages.iter().map(|message| message["message_id"].as_str().unwrap().to_owned()).collect();
        let expected: BTreeSet<String> =
            outbox.letter_ids().iter().map(|id| format!("<{id}@baerum.example>")).collect();
        assert_eq!((messages.len(), ids), (LETTERS, expected));
        assert_eq!(outbox.house.database.count("letters WHERE state = 'sent' AND attempts = 1"), 20);
    }
}
