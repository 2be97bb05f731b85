//! A receipt arrives: sent by the worker as it runs, over STARTTLS, as people will read it.

use super::house::service::Service;
use super::outbox::each_with_letters;
use serde_json::Value;

fn header<'m>(message: &'m Value, name: &str) -> Vec<&'m str> {
    let headers = message["headers"].as_array().unwrap();
    headers.iter().filter(|pair| pair[0] == name).map(|pair| pair[1].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_receipt_arrives_over_starttls_with_what_a_reader_needs_and_no_answer() {
    for outbox in each_with_letters(1).await {
        let worker = Service::start_silent(outbox.house.command(&["work"]));
        let messages = outbox.sink.wait(1);
        let (status, said) = worker.stop();
        assert!(status.success(), "{said}");
        let [message] = messages.as_slice() else { panic!("{messages:?}") };
        let (citizen, reference, id) = (&outbox.citizens[0], &outbox.references[0], &outbox.letter_ids()[0]);

        assert_eq!(message["secure"], true);
        assert_eq!(message["envelope_from"], "ikke-svar@baerum.example");
        assert_eq!(message["envelope_to"], serde_json::json!([citizen.email()]));
        assert_eq!(message["from"], "\"Bærum kommune\" <ikke-svar@baerum.example>");
        assert_eq!(message["to"], citizen.email());
        assert_eq!(message["subject"], format!("Kvittering for innspillet ditt ({reference})"));
        assert_eq!(message["message_id"], format!("<{id}@baerum.example>"));
        assert_eq!(header(message, "auto-submitted"), ["Auto-Submitted: auto-generated"]);
        assert_eq!(header(message, "content-language"), ["Content-Language: nb"]);
        assert_eq!(header(message, "content-type"), ["Content-Type: text/plain; charset=utf-8"]);
        assert_eq!((&message["html"], &message["attachments"]), (&Value::Null, &serde_json::json!([])));

        let text = message["text"].as_str().unwrap();
        let link = format!("http://horing.example.org/mine-innspill/{reference}");
        for part in [reference.as_str(), &link, "Høring: En plan", "norsk tid", "Bergen kommune"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let raw = message["raw"].as_str().unwrap();
        for answer in ["svarer på", "svarer p=C3=A5", "Ikke f=C3=B8r i morgen"] {
            assert!(!text.contains(answer) && !raw.contains(answer), "{raw}");
        }
        // Sent and forgotten: whom it went to and what it said are no longer kept.
        assert_eq!(outbox.letter().0, "sent");
        let kept = &outbox.house.database.rows("SELECT recipient, body FROM letters")[0];
        assert_eq!((&kept["recipient"], &kept["body"]), (&"".into(), &"".into()));
        assert!(!said.contains(&citizen.email()), "no address in the log: {said}");
    }
}

#[tokio::test]
async fn a_server_whose_certificate_nobody_vouches_for_gets_no_letter() {
    for mut outbox in each_with_letters(1).await {
        outbox.house.set("INNSPILL__MAIL__EXTRA_ROOTS_FILE", "");
        let worker = Service::start_silent(outbox.house.command(&["work"]));
        worker.wait_for("will be tried again");
        drop(worker.stop());
        assert_eq!(outbox.sink.attempts(), 0);
        let (state, attempts, error) = outbox.letter();
        assert_eq!((state.as_str(), attempts), ("waiting", 1), "{error}");
        assert!(error.contains("certificate"), "{error}");
    }
}
