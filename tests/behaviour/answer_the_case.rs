//! All submissions of the Bergen case through the real form, letter by letter.

use crate::helpers::app::App;
use crate::helpers::people::{Visitor, about, for_organisation, reference_in};
use crate::helpers::rounds::{case, dated};
use innspill::domain::text::{as_kept, count_chars, has_visible_character};
use serde_json::Value;

const SUBMISSIONS: &str = include_str!("../data/submissions.json");
const LIMIT: usize = 20_000;

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("")
}

#[tokio::test]
async fn everyone_gets_a_receipt_with_exactly_what_they_wrote() {
    let rounds = case().into_iter().map(|round| dated(round, "2026-06-01", "2026-06-30"));
    let app = App::with(rounds.collect()).await;
    let submissions: Vec<Value> = serde_json::from_str(SUBMISSIONS).unwrap();
    let (mut sent, mut too_long) = (0, 0);
    for one in &submissions {
        let visitor = app.logged_in(text(one, "key")).await;
        if send(&visitor, one).await { sent += 1 } else { too_long += 1 }
    }
    assert_eq!((sent, too_long, submissions.len()), (43, 1, 44));
    assert_eq!(app.database.count("submissions"), 43);
    assert_eq!(app.mail().await.len(), 43);
}

/// Fills the form in, checks it and sends it; false where an answer is longer than the form takes.
async fn send(visitor: &Visitor, one: &Value) -> bool {
    let (respondent, key) = (&one["respondent"], text(one, "key"));
    let form = visitor.form_at(&format!("/horinger/{}/innspill", text(one, "consultation"))).await;
    let mut form = match text(respondent, "kind") {
        "person" => about(form, text(respondent, "name")),
        _ => {
            let organisation = respondent["organisation"].as_str().unwrap_or(text(respondent, "name"));
            for_organisation(form, organisation, text(respondent, "org_number"))
        }
    };
    form = form.set("language", text(one, "language")).set("email", &format!("{key}@example.org"));
    let answers: Vec<(&String, &str)> = one["answers"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(number, text)| (number, text.as_str().unwrap()))
        .collect();
    for (number, text) in &answers {
        form = form.set(&format!("answer-{number}"), text);
    }
    if answers.iter().all(|(_, text)| !has_visible_character(text)) {
        form = form.set("no_comment", "1");
    }
    if answers.iter().any(|(_, text)| count_chars(&as_kept(text)) > LIMIT) {
        let page = visitor.check(&form).await.page(422);
        // Told of, and not cut.
        let kept = page.form("form#svar");
        assert!(
            answers.iter().all(|(number, text)| kept.get(&format!("answer-{number}")) == as_kept(text)),
            "{key}"
        );
        return false;
    }
    let reference = reference_in(visitor.send(&form).await.location());
    let kept = |(number, text): &(&String, &str)| format!("[{number}]\n{}\n\n", as_kept(text));
    let expected: String = answers.iter().filter(|(_, text)| has_visible_character(text)).map(kept).collect();
    assert_eq!(visitor.text_of(&reference).await, expected, "{key}");
    let receipt = visitor.receipt(&reference).await;
    let shown = receipt.verbatim("p.verbatim");
    for (_, text) in answers.iter().filter(|(_, text)| has_visible_character(text)) {
        // A page has no lone CR: whoever reads it reads a line end.
        assert!(shown.contains(&as_kept(text).replace('\r', "\n")), "{key}");
    }
    true
}
