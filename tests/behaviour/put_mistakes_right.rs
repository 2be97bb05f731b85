//! Mistakes: told at the top and at the field, with everything typed still there.

use crate::helpers::app::App;
use crate::helpers::page::{Form, Page};
use crate::helpers::people::{Visitor, about, for_organisation};

const HOSTILE: &str =
    "\n  <script>alert('x')</script> & \"quoted\" 'single' </textarea><b>fet</b>\n\n\tslutt ";

/// Every mistake in the summary: the field it leads to, and its sentence, which must stand there too.
fn mistakes(page: &Page) -> Vec<(String, String)> {
    let fields = page.attributes(".ds-error-summary a", "href");
    let sentences = page.texts(".ds-error-summary a");
    for (field, sentence) in fields.iter().zip(&sentences) {
        let id = field.trim_start_matches('#');
        // The field is there to be led to, is marked as wrong, and has the sentence beside it.
        let marked = page.all(&format!("[id=\"{id}\"][aria-invalid=true]"));
        assert_eq!(marked.len(), 1, "{id}");
        assert!(page.texts("[data-field=validation]").contains(sentence), "{sentence} is not at {id}");
    }
    fields.iter().map(|field| field.trim_start_matches('#').to_owned()).zip(sentences).collect()
}

fn same_but_for_version(typed: &Form, shown: &Form) {
    let sorted = |form: &Form| {
        let mut fields: Vec<_> = form.clone().without("version").without("begun").fields;
        fields.retain(|(name, _)| name != "do");
        fields.sort();
        fields
    };
    assert_eq!(sorted(typed), sorted(shown));
}

async fn told(kari: &Visitor, form: &Form) -> Vec<(String, String)> {
    let page = kari.check(form).await.page(422);
    assert!(page.text("title").starts_with("Feil i skjemaet"), "{}", page.text("title"));
    same_but_for_version(form, &page.form("form#svar"));
    mistakes(&page)
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(field, sentence)| ((*field).to_owned(), (*sentence).to_owned())).collect()
}

#[tokio::test]
async fn an_empty_form_tells_everything_that_is_missing() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = kari.form().await.without("role").without("language").set("name", " ");
    let expected = [
        ("role", "Velg hvem du svarer på vegne av"),
        ("name", "Skriv navnet ditt"),
        ("email", "Skriv e-postadressen din"),
        ("language", "Velg språk for kvitteringen"),
        ("answer-1", "Svar på minst ett spørsmål, legg ved en fil, eller kryss av for «uten merknad»"),
    ];
    assert_eq!(told(&kari, &form).await, pairs(&expected));
}

#[tokio::test]
async fn every_mistake_about_an_organisation_is_told() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = for_organisation(kari.form().await, "", "974 760 674").set("answer-1", HOSTILE);
    let number = "Organisasjonsnummeret er ikke riktig. Det skal ha ni siffer, for eksempel 974 760 673.";
    let expected = [("organisation", "Skriv navnet på organisasjonen"), ("org_number", number)];
    assert_eq!(told(&kari, &form).await, pairs(&expected));
    let long = "Å".repeat(201);
    let form = kari.form().await.set_all(&[("organisation", &long), ("org_number", "12345")]);
    let expected =
        [("organisation", "Navnet på organisasjonen kan ha inntil 200 tegn"), ("org_number", number)];
    assert_eq!(told(&kari, &form).await, pairs(&expected));
}

#[tokio::test]
async fn a_wrong_address_and_a_long_name_are_told() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let mut form = about(kari.form().await, &"n".repeat(201)).set("answer-2", "Ja");
    for wrong in ["kari", "kari@", "@example.org", "kari@@example.org", "kari nordmann@example.org"] {
        form = form.set("email", wrong);
        let expected = [
            ("name", "Navnet kan ha inntil 200 tegn"),
            ("email", "E-postadressen er ikke riktig. Den skal se ut som navn@eksempel.no."),
        ];
        assert_eq!(told(&kari, &form).await, pairs(&expected), "{wrong}");
        form = kari.form().await;
    }
}

#[tokio::test]
async fn an_address_cannot_carry_more_lines_into_the_letter() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-1", "Ja");
    for wrong in ["a@example.org\nBcc: b@example.org", "a@example.org, b@example.org", "a@example.org\t"] {
        let answer = kari.check(&form.clone().set("email", wrong)).await;
        // A blank at the end is taken away, and what is left is one address.
        let expected = if wrong.ends_with('\t') { 303 } else { 422 };
        assert_eq!(answer.status, expected, "{wrong:?}");
        kari.submit(
            &kari.page("/horinger/handlingsplan-for-barnevernet/innspill").await.form("details form"),
            None,
        )
        .await;
    }
}

#[tokio::test]
async fn no_comment_together_with_an_answer_is_a_mistake() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set_all(&[("no_comment", "true"), ("answer-4", "Likevel")]);
    let expected =
        [("no_comment", "Du har både svart og krysset av for «uten merknad». Ta bort ett av delene.")];
    assert_eq!(told(&kari, &form).await, pairs(&expected));
}

#[tokio::test]
async fn an_answer_that_is_too_long_is_told_with_its_length() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set("answer-5", &"a".repeat(20_001));
    let sentence =
        "Svaret på spørsmål 5 er for langt. Det har 20\u{a0}001 tegn og kan ha inntil 20\u{a0}000.";
    let told = told(&kari, &form).await;
    assert_eq!(told[0].0, "answer-5");
    assert_eq!(told[0].1.replace('\u{a0}', " "), sentence.replace('\u{a0}', " "));
}

#[tokio::test]
async fn an_emoji_counts_as_one_character_and_a_line_end_too() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let exactly = format!("{}\n{}", "👍".repeat(10_000), "æ".repeat(9_999));
    let form = about(kari.form().await, "Kari").set("answer-1", &exactly);
    let page = kari.checked(&form).await;
    assert_eq!(page.verbatim("p.verbatim"), std::slice::from_ref(&exactly));
    let form = kari.form().await.set("answer-1", &format!("{exactly}👍"));
    assert_eq!(told(&kari, &form).await.len(), 1);
}

#[tokio::test]
async fn what_cannot_be_seen_is_no_answer() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let form = about(kari.form().await, "Kari").set_all(&[("answer-1", " \n\t "), ("answer-2", "\u{200b}")]);
    assert_eq!(told(&kari, &form).await[0].0, "answer-1");
}

#[tokio::test]
async fn hostile_text_comes_back_as_text_in_every_field() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let line = "<script>alert(1)</script>\" onfocus=\"x' & æøå 👩‍👩‍👧";
    let mut form = kari.form().await.set_all(&[
        ("role", "organisation"),
        ("name", line),
        ("organisation", line),
        ("org_number", line),
        ("email", line),
        ("language", "nn"),
        ("no_comment", "true"),
    ]);
    for number in 1..=5 {
        form = form.set(&format!("answer-{number}"), HOSTILE);
    }
    let page = kari.check(&form).await.page(422);
    same_but_for_version(&form, &page.form("form#svar"));
    assert!(page.all("script:not([src])").is_empty());
    assert!(page.all("main b").is_empty());
    assert!(page.all("[onfocus]").is_empty());
    // Saved as it is, wrong as it is: the same on the next visit.
    same_but_for_version(&form, &kari.form().await);
}

#[tokio::test]
async fn after_the_mistakes_are_put_right_it_can_be_sent() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let page = kari.check(&kari.form().await.set("answer-1", "Et svar")).await.page(422);
    let form = about(page.form("form#svar"), "Kari");
    let answer = kari.send(&form).await;
    kari.page(answer.location()).await.must_say("Takk! Vi har mottatt innspillet ditt");
}

#[tokio::test]
async fn mistakes_are_told_in_the_readers_language() {
    let app = App::start().await;
    let kari = app.logged_in("kari").await;
    let path = "/en/horinger/handlingsplan-for-barnevernet/innspill";
    let page = kari.check(&kari.form_at(path).await).await.page(422);
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert_eq!(page.attributes(".ds-error-summary a", "href"), ["#name", "#email", "#answer-1"]);
}
