//! What staff may change of a form, and what follows.

use super::*;

fn localized(text: &str) -> Localized {
    Localized { nb: text.to_owned(), nn: Some(format!("{text} nn")), en: None }
}

fn words(theme: &str, kind: QuestionKind, options: &[&str]) -> QuestionWords {
    QuestionWords {
        theme: localized(theme),
        wording: localized("Hva mener du?"),
        help: Localized::default(),
        kind,
        is_required: false,
        options: options.iter().map(|label| localized(label)).collect(),
        max_chars: 100,
    }
}

fn empty() -> FormVersion {
    FormVersion { id: FormVersionId::new(), number: 1, note: None, questions: Vec::new() }
}

fn form(themes: &[&str]) -> FormVersion {
    themes.iter().fold(empty(), |form, theme| {
        form.edited(&FormEdit::Add(words(theme, QuestionKind::LongText, &[])), &[]).unwrap()
    })
}

fn themes(form: &FormVersion) -> Vec<(i32, &str)> {
    form.questions.iter().map(|question| (question.number, question.theme.nb.as_str())).collect()
}

fn keys(form: &FormVersion) -> Vec<&str> {
    form.questions[0].options.iter().map(|option| option.key.as_str()).collect()
}

fn change(form: &FormVersion, words: QuestionWords) -> FormEdit {
    let question = &form.questions[0];
    FormEdit::Change { origin: question.origin, shown: question.fingerprint(), words }
}

#[test]
fn questions_are_added_moved_changed_and_removed() {
    let form = form(&["a", "b", "c"]);
    let [a, _, c] = [0, 1, 2].map(|place| form.questions[place].origin);
    let form = form.edited(&FormEdit::Move { origin: c, way: Way::Up }, &[]).unwrap();
    assert_eq!(themes(&form), [(1, "a"), (2, "c"), (3, "b")]);
    let form = form.edited(&FormEdit::Move { origin: a, way: Way::Up }, &[]).unwrap();
    let edit = change(&form, words("x", QuestionKind::ShortText, &[]));
    let form = form.edited(&edit, &[]).unwrap();
    assert_eq!(themes(&form), [(1, "x"), (2, "c"), (3, "b")]);
    assert_eq!(form.questions[0].origin, a);
    let shown = form.questions[1].fingerprint();
    let form = form.edited(&FormEdit::Remove { origin: c, shown }, &[]).unwrap();
    assert_eq!(themes(&form), [(1, "x"), (2, "b")]);
}

#[test]
fn what_somebody_else_has_changed_is_not_overwritten() {
    let form = form(&["a", "b"]);
    let origin = form.questions[0].origin;
    let edit = change(&form, words("x", QuestionKind::LongText, &[]));
    let changed = form.clone().edited(&edit, &[]).unwrap();
    assert_eq!(changed.clone().edited(&edit, &[]), Err(FormRefusal::ChangedMeanwhile));
    let shown = form.questions[0].fingerprint();
    assert_eq!(changed.edited(&FormEdit::Remove { origin, shown }, &[]), Err(FormRefusal::ChangedMeanwhile));
    let gone = FormEdit::Move { origin: QuestionId::new(), way: Way::Up };
    assert_eq!(form.edited(&gone, &[]), Err(FormRefusal::NotFound));
}

#[test]
fn a_form_asks_something_and_not_too_much() {
    let one = form(&["a"]);
    let (origin, shown) = (one.questions[0].origin, one.questions[0].fingerprint());
    assert_eq!(one.edited(&FormEdit::Remove { origin, shown }, &[]), Err(FormRefusal::Last));
    let full = form(&["a"; QUESTIONS_MAX]);
    let more = FormEdit::Add(words("b", QuestionKind::LongText, &[]));
    assert_eq!(full.edited(&more, &[]), Err(FormRefusal::TooMany));
}

#[test]
fn choices_keep_their_keys_and_no_key_is_used_again() {
    let choose = |options: &[&str]| words("a", QuestionKind::OneChoice, options);
    let first = empty().edited(&FormEdit::Add(choose(&["Ja", "Nei", "Vet ikke"])), &[]).unwrap();
    assert_eq!(keys(&first), ["1", "2", "3"]);
    let draft = first.next_draft();
    let edit = change(&draft, choose(&["Nei", "Kanskje", "Ja"]));
    let second = draft.edited(&edit, std::slice::from_ref(&first)).unwrap();
    assert_eq!(keys(&second), ["2", "4", "1"]);
    // «Vet ikke» is gone, and what comes now is not that.
    let draft = second.next_draft();
    let edit = change(&draft, choose(&["Nei", "Annet"]));
    let earlier = [first, second];
    assert_eq!(keys(&draft.edited(&edit, &earlier).unwrap()), ["2", "5"]);
    let scale = words("a", QuestionKind::Agreement, &["Helt uenig", "Uenig"]);
    let draft = earlier[1].next_draft();
    let edit = change(&draft, scale);
    assert_eq!(keys(&draft.edited(&edit, &earlier).unwrap()), ["1", "2"]);
}

#[test]
fn a_question_that_is_answered_in_another_way_is_another_question() {
    let before = form(&["a", "b"]);
    let draft = before.next_draft();
    assert_eq!(draft.number, 2);
    assert!(draft.questions[0].id != before.questions[0].id);
    let edit = change(&draft, words("a", QuestionKind::OneChoice, &["Ja", "Nei"]));
    let published = draft.edited(&edit, &[]).unwrap().set_apart(&before);
    assert_eq!(published.questions[0].origin, published.questions[0].id);
    assert_eq!(published.questions[1].origin, before.questions[1].origin);
}

#[test]
fn nynorsk_is_owed_for_all_that_is_shown() {
    let mut form = form(&["a"]);
    assert!(!form.lacks_nynorsk());
    form.questions[0].help.nb = "Hjelp".to_owned();
    assert!(form.lacks_nynorsk());
}
