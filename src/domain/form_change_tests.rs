//! Answers go with their questions from one version of a form to the next.

use super::*;
use crate::domain::form_reading::Outcome;
use crate::domain::ids::FormVersionId;
use crate::domain::question::Choice;

fn only_nb(text: &str) -> Localized {
    Localized { nb: text.to_owned(), nn: None, en: None }
}

fn question(theme: &str, kind: QuestionKind, keys: &[&str]) -> Question {
    let id = QuestionId::new();
    let choice = |key: &&str| Choice { key: (*key).to_owned(), label: only_nb(&format!("Valg {key}")) };
    Question {
        id,
        origin: id,
        number: 0,
        theme: only_nb(theme),
        wording: only_nb(&format!("Hva mener du om {theme}?")),
        help: Localized::default(),
        kind,
        is_required: false,
        options: keys.iter().map(choice).collect(),
        max_chars: 100,
    }
}

fn form(number: i32, questions: &[&Question]) -> FormVersion {
    let numbered = (1..).zip(questions).map(|(number, question)| Question {
        id: QuestionId::new(),
        number,
        ..(*question).clone()
    });
    FormVersion { id: FormVersionId::new(), number, note: None, questions: numbered.collect() }
}

fn typed(form: i32, answers: &[(i32, &str)]) -> DraftContent {
    let answers = answers.iter().map(|(number, text)| (*number, (*text).to_owned())).collect();
    DraftContent { form, answers, ..DraftContent::default() }
}

#[test]
fn answers_go_with_their_questions_and_the_rest_is_kept_beside() {
    let [one, two, three] =
        ["skole", "fritid", "hjem"].map(|theme| question(theme, QuestionKind::LongText, &[]));
    let forms = [form(1, &[&one, &two]), form(2, &[&three, &one])];
    let carried = carried_over(typed(1, &[(1, "Om skolen"), (2, "Om fritiden")]), &forms);
    assert_eq!(carried.answers, BTreeMap::from([(2, "Om skolen".to_owned())]));
    assert_eq!(carried.form, 2);
    let dropped = DroppedAnswer { theme: only_nb("fritid"), text: "Om fritiden".to_owned() };
    assert_eq!(carried.carried, Some(CarriedOver { from: 1, dropped: vec![dropped] }));
    // Once carried over, it stays.
    assert_eq!(carried_over(carried.clone(), &forms), carried);
    // A draft from before forms were numbered was typed in the first.
    assert_eq!(carried_over(typed(0, &[(1, "x")]), &forms).answers, BTreeMap::from([(2, "x".to_owned())]));
}

#[test]
fn what_was_dropped_by_one_change_is_still_there_after_the_next() {
    let [one, two] = ["skole", "fritid"].map(|theme| question(theme, QuestionKind::LongText, &[]));
    let mut forms = vec![form(1, &[&one, &two]), form(2, &[&one])];
    let carried = carried_over(typed(1, &[(1, "a"), (2, "b")]), &forms);
    forms.push(form(3, &[&two]));
    let carried = carried_over(carried, &forms).carried.unwrap();
    assert_eq!(carried.from, 1);
    assert_eq!(carried.dropped.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["b", "a"]);
}

#[test]
fn of_what_was_chosen_stays_what_can_still_be_chosen() {
    let several = question("vei", QuestionKind::SeveralChoices, &["1", "2", "3"]);
    let fewer = Question { options: several.options[..2].to_vec(), ..several.clone() };
    let forms = [form(1, &[&several]), form(2, &[&fewer])];
    let carried = carried_over(typed(1, &[(1, "1\n3")]), &forms);
    assert_eq!(carried.answers[&1], "1");
    assert_eq!(carried.carried.unwrap().dropped[0].text, "Valg 3");
    // Nobody decides for the person which of two it is now.
    let one = Question { kind: QuestionKind::OneChoice, ..several.clone() };
    let forms = [form(1, &[&several]), form(2, &[&one])];
    let carried = carried_over(typed(1, &[(1, "1\n2")]), &forms);
    assert_eq!(carried.answers[&1], "");
    assert_eq!(carried.carried.unwrap().dropped[0].text, "Valg 1\nValg 2");
    // A text is no choice, whatever the question was before.
    let text = Question { kind: QuestionKind::LongText, options: Vec::new(), ..several.clone() };
    let forms = [form(1, &[&several]), form(2, &[&text])];
    assert!(carried_over(typed(1, &[(1, "1")]), &forms).answers.is_empty());
}

#[test]
fn what_was_read_out_of_a_form_is_told_by_the_new_numbers() {
    let [one, two] = ["skole", "fritid"].map(|theme| question(theme, QuestionKind::LongText, &[]));
    let forms = [form(1, &[&one, &two]), form(2, &[&two])];
    let reading = FormReading {
        sha256: String::new(),
        file_name: String::new(),
        outcome: Outcome::Read,
        filled: vec![Mark::Name, Mark::Answer(2)],
        kept: vec![(Mark::Answer(1), "fra skjemaet".to_owned())],
        empty: vec![Mark::Answer(1)],
        missing: Vec::new(),
        unclear: vec![Mark::Answer(1), Mark::Answer(2)],
        unplaced: Vec::new(),
    };
    let content = DraftContent { reading: Some(reading), ..typed(1, &[]) };
    let reading = carried_over(content, &forms).reading.unwrap();
    assert_eq!(reading.filled, [Mark::Name, Mark::Answer(1)]);
    assert_eq!((reading.kept.len(), reading.empty.len()), (0, 0));
    assert_eq!(reading.unclear, [Mark::Answer(1)]);
    assert_eq!(reading.unplaced, ["fra skjemaet"]);
}

#[test]
fn all_that_was_asked_stands_in_the_present_order_and_then_what_was_dropped() {
    let [one, two, three] =
        ["skole", "fritid", "hjem"].map(|theme| question(theme, QuestionKind::LongText, &[]));
    let forms = [form(1, &[&one, &two]), form(2, &[&three, &one])];
    let all = all_asked(&forms);
    let told: Vec<_> =
        all.iter().map(|one| (one.number, one.question.theme.nb.as_str(), one.is_asked)).collect();
    assert_eq!(told, [(1, "hjem", true), (2, "skole", true), (3, "fritid", false)]);
    assert_eq!(all[1].ids(), [forms[1].questions[1].id, forms[0].questions[0].id]);
    assert_eq!(all[1].as_answered(forms[0].questions[0].id), &forms[0].questions[0]);
}
