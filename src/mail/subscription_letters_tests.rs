//! The words of the letters, as subscribers read them.

use super::*;
use crate::domain::examples;
use crate::domain::ids::SubscriberId;
use crate::domain::language::Localized;

fn round(title: &str) -> Consultation {
    let text = |nb: &str| Localized { nb: nb.into(), nn: Some(nb.into()), en: Some(nb.into()) };
    let lede = text("Kommunen skal ha en plan.");
    Consultation { slug: "plan".into(), title: text(title), lede, ..examples::round() }
}

fn subscriber(language: Language) -> Subscriber {
    Subscriber {
        id: SubscriberId::new(),
        address: "kari@example.no".into(),
        token: "0123".into(),
        language,
        asked: 1,
        created_at: "2023-05-01T12:00:00Z".parse().unwrap(),
        confirmed_at: None,
    }
}

fn written<T>(language: Language, write: impl FnOnce(Subscription<'_>) -> T) -> T {
    let subscriber = subscriber(language);
    let base_url = "https://innspill.example.no/";
    write(Subscription { subscriber: &subscriber, municipality: "Bergen\r\nkommune", base_url })
}

/// Compares with the reviewed letter of this name in `tests/snapshots/letters/`.
fn assert_reads(name: &str, text: &str) {
    let folder = "../../tests/snapshots/letters";
    insta::with_settings!({ snapshot_path => folder, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

/// All that is read: subject and text.
fn words(letter: &Letter) -> String {
    format!("{}\n----\n{}", letter.subject, letter.body)
}

#[test]
fn the_letters_read_well_in_every_language() {
    for language in Language::ALL {
        let asked = written(language, |subscription| subscription.ask());
        let told = written(language, |subscription| subscription.round_opened(&round("Plan")));
        assert_reads(&format!("subscription_link_{}", language.tag()), &words(&asked));
        assert_reads(&format!("round_opened_{}", language.tag()), &words(&told));
    }
}

#[test]
fn one_press_stops_the_letters() {
    let letter = written(Language::Nn, |subscription| subscription.round_opened(&round("Plan")));
    let address = "https://innspill.example.no/nn/abonner/0123/stopp";
    assert_eq!(letter.unsubscribe.as_deref(), Some(address));
    assert!(letter.body.contains("\nhttps://innspill.example.no/nn/abonner/0123\n"), "{}", letter.body);
}

#[test]
fn a_title_with_line_breaks_stays_in_its_line() {
    let letter =
        written(Language::Nb, |subscription| subscription.round_opened(&round("Plan\r\n\r\nBcc: x\0")));
    assert_eq!(letter.subject, "Ny høring: Plan Bcc: x");
    assert!(letter.body.contains("\nPlan Bcc: x\nFrist:"), "{}", letter.body);
}
