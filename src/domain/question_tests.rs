//! What can be chosen, read aloud and counted.

use super::*;

fn question(kind: QuestionKind) -> Question {
    let option = |key: &str, nb: &str, nn: &str| Choice {
        key: key.to_owned(),
        label: Localized { nb: nb.to_owned(), nn: Some(nn.to_owned()), en: None },
    };
    Question {
        id: QuestionId::new(),
        origin: QuestionId::new(),
        number: 1,
        theme: Localized::default(),
        wording: Localized::default(),
        help: Localized::default(),
        kind,
        is_required: false,
        options: vec![
            option("ja", "Ja", "Ja"),
            option("nei", "Nei", "Nei"),
            option("vet-ikke", "Vet ikke", "Veit ikkje"),
        ],
        max_chars: 100,
    }
}

#[test]
fn what_is_chosen_is_kept_once_and_in_the_order_of_the_form() {
    let several = question(QuestionKind::SeveralChoices);
    assert_eq!(several.as_kept("vet-ikke\nja\nja\n"), Ok("ja\nvet-ikke".to_owned()));
    assert_eq!(several.as_kept("ja\nkanskje"), Err(Unfit::Unknown));
    assert_eq!(several.as_kept(""), Ok(String::new()));
    let one = question(QuestionKind::OneChoice);
    assert_eq!(one.as_kept("ja\nnei"), Err(Unfit::TooMany));
    assert_eq!(one.as_kept("nei"), Ok("nei".to_owned()));
    let text = question(QuestionKind::LongText);
    assert_eq!(text.as_kept(" ja\n\nkanskje "), Ok(" ja\n\nkanskje ".to_owned()));
}

#[test]
fn what_is_chosen_is_read_in_any_language_and_what_is_unknown_stays() {
    let several = question(QuestionKind::SeveralChoices);
    assert_eq!(several.read_aloud("ja\nvet-ikke", Language::Nn), "Ja\nVeit ikkje");
    assert_eq!(several.read_aloud("vet-ikke\nborte", Language::En), "Vet ikke\nborte");
    assert_eq!(several.strangers("ja\nborte\n \n"), ["borte"]);
    assert_eq!(question(QuestionKind::ShortText).strangers("borte"), Vec::<&str>::new());
}

#[test]
fn what_was_chosen_is_counted_option_by_option() {
    let several = question(QuestionKind::SeveralChoices);
    let answers = [("ja", 3), ("ja\nvet-ikke", 2), ("borte", 1)];
    let tally = several.tally(&answers.map(|(answer, times)| (answer.to_owned(), times)));
    assert_eq!(tally.answers, 6);
    assert_eq!(tally.options.iter().map(|(_, times)| *times).collect::<Vec<_>>(), [5, 0, 2]);
    assert_eq!(tally.strangers, [("borte".to_owned(), 1)]);
}

#[test]
fn an_option_is_meant_by_its_key_or_its_label() {
    let one = question(QuestionKind::OneChoice);
    let key = |words| one.option_called(words).map(|option| option.key.as_str());
    assert_eq!(key("vet-ikke"), Some("vet-ikke"));
    assert_eq!(key(" VEIT IKKJE "), Some("vet-ikke"));
    assert_eq!(key("Kanskje"), None);
}

#[test]
fn keys_of_options_are_plain() {
    for good in ["1", "vet-ikke", "a2"] {
        assert!(is_option_key(good), "{good}");
    }
    for wrong in ["", "Ja", "æ", "a b", "a\nb", &"a".repeat(41)] {
        assert!(!is_option_key(wrong), "{wrong}");
    }
}
