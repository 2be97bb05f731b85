//! What stands in a letter on its way, and what settings are refused.

use super::*;
use crate::domain::ids::LetterId;
use crate::domain::language::Language;
use crate::domain::letter::LetterKind;
use uuid::Uuid;

fn sender() -> Sender {
    Sender { name: "Bærum kommune".into(), address: "ikke-svar@baerum.example".into() }
}

fn letter() -> Letter {
    Letter {
        id: LetterId(Uuid::from_u128(0x0188_b0a1_0000_7000_8000_0000_0000_0001)),
        submission_id: None,
        kind: LetterKind::Receipt,
        language: Language::Nn,
        recipient: "kari@example.no".into(),
        subject: "Kvittering for innspelet på høyring (CDFG3467)".into(),
        body: format!("Hei!\n\n{}æøå.\n.\nSlutt\n", "Eit langt avsnitt. ".repeat(10)),
        unsubscribe: None,
    }
}

fn at() -> Moment {
    "2023-06-12T12:03:27.500Z".parse().unwrap()
}

/// The one letter that is in the folder afterwards, as it is written.
async fn written(letter: &Letter, sender: &Sender) -> String {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::folder(folder.path().join("post"), sender).unwrap();
    transport.send(letter, at()).await.unwrap();
    transport.send(letter, at()).await.unwrap();
    let files: Vec<_> =
        std::fs::read_dir(folder.path().join("post")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "a repeat is the same file, and nothing half-written stays");
    assert_eq!(files[0].file_name().unwrap().to_str().unwrap(), format!("{}.eml", letter.id));
    std::fs::read_to_string(&files[0]).unwrap()
}

#[tokio::test]
async fn a_letter_in_the_folder_has_its_headers_and_whole_paragraphs() {
    let eml = written(&letter(), &sender()).await.replace('\r', "");
    let folder = "../../tests/snapshots/letters";
    insta::with_settings!({ snapshot_path => folder, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("eml", eml);
    });
}

#[tokio::test]
async fn nothing_in_a_letter_can_make_a_header_of_its_own() {
    let hostile = "Svar\r\nBcc: all@example.no\r\n\r\nKjøp nå\0\u{1}";
    let letter = Letter { subject: hostile.into(), ..letter() };
    let sender = Sender { name: hostile.into(), ..sender() };
    let eml = written(&letter, &sender).await;
    let (headers, _) = eml.split_once("\r\n\r\n").unwrap();
    let names: Vec<_> = headers
        .split("\r\n")
        .filter(|line| !line.starts_with(' '))
        .map(|line| line.split_once(':').unwrap().0)
        .collect();
    let expected = "From To Subject Date Message-ID Auto-Submitted Content-Language MIME-Version Content-Type \
                    Content-Transfer-Encoding";
    assert_eq!(names.join(" "), expected);
    assert!(!headers.contains(['\0', '\u{1}']));
}

#[tokio::test]
async fn a_recipient_that_is_no_address_is_rejected_without_being_named() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::folder(folder.path().to_owned(), &sender()).unwrap();
    for recipient in ["kari", "kari@example.no\r\nBcc: all@example.no", "a@b.no, c@d.no", "", "kari@\0"] {
        let letter = Letter { recipient: recipient.into(), ..letter() };
        let Err(SendError::Rejected(reason)) = transport.send(&letter, at()).await else {
            panic!("{recipient:?} was not rejected");
        };
        assert!(!reason.contains("kari") && !reason.contains('@'), "{reason}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_letter_from_before_1970_is_dated_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let transport = Transport::folder(folder.path().to_owned(), &sender()).unwrap();
    transport.send(&letter(), "1969-01-01T00:00:00Z".parse().unwrap()).await.unwrap();
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_worth_another_try() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let transport = Transport::folder(file, &sender()).unwrap();
    assert!(matches!(transport.send(&letter(), at()).await, Err(SendError::Unreachable(_))));
}

fn settings(host: &str, encryption: Encryption) -> SmtpSettings {
    SmtpSettings {
        host: host.into(),
        port: 25,
        encryption,
        login: None,
        extra_roots_pem: None,
        connect_within: Duration::from_secs(1),
        send_within: Duration::from_secs(1),
    }
}

#[test]
fn letters_cross_no_network_in_the_clear() {
    let plain = |host: &str| Transport::smtp(settings(host, Encryption::None), &sender()).err();
    for host in ["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"] {
        assert_eq!(plain(host), None, "{host}");
    }
    for host in ["mail.example.no", "10.0.0.1", "localhost.example.no", "0.0.0.0", "::", ""] {
        assert_eq!(plain(host), Some(SetupError::Unencrypted(host.into())));
    }
}

#[test]
fn unusable_settings_are_told_at_once() {
    let wrong = Sender { name: "Bergen".into(), address: "bergen".into() };
    let transport = Transport::smtp(settings("localhost", Encryption::None), &wrong);
    assert_eq!(transport.err(), Some(SetupError::Sender("bergen".into())));
    let wrong = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for pem in ["", "no certificate", wrong] {
        let settings = SmtpSettings {
            extra_roots_pem: Some(pem.into()),
            ..settings("mail.example.no", Encryption::Tls)
        };
        let transport = Transport::smtp(settings, &sender());
        assert!(matches!(transport.err(), Some(SetupError::Certificate(_))), "{pem}");
    }
}

#[tokio::test]
async fn a_letter_that_can_be_stopped_says_how() {
    let address = "https://innspill.example.no/abonner/0123456789abcdef/stopp";
    let letter = Letter { unsubscribe: Some(address.into()), ..letter() };
    let eml = written(&letter, &sender()).await.replace("\r\n ", " ");
    assert!(eml.contains(&format!("\r\nList-Unsubscribe: <{address}>\r\n")), "{eml}");
    assert!(eml.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{eml}");
    let hostile = Letter { unsubscribe: Some("https://a\r\nBcc: all@example.no".into()), ..letter };
    assert!(!written(&hostile, &sender()).await.contains("\nBcc:"));
}

#[tokio::test]
async fn a_silent_server_is_given_up_in_time() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let send_within = Duration::from_millis(50);
    let settings = SmtpSettings { port, send_within, ..settings("127.0.0.1", Encryption::None) };
    let transport = Transport::smtp(settings, &sender()).unwrap();
    assert!(matches!(transport.send(&letter(), at()).await, Err(SendError::Unreachable(_))));
}
