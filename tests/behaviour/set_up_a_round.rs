//! Administrators make rounds and edit their parts, several at a time, with nothing lost.

use crate::helpers::app::App;
use crate::helpers::page::{Form, Page};
use crate::helpers::people::Visitor;
use crate::helpers::rounds::PLAN;

pub const NEW: &str = "/saksbehandling/ny";

/// Makes a round of a template, and returns its slug.
pub async fn made(arne: &Visitor, title: &str, from: &str) -> String {
    let answer = arne.post(NEW, &[("title_nb", title), ("from", from)]).await;
    let slug = answer.location().strip_prefix("/saksbehandling/").unwrap();
    slug.strip_suffix("/oppsett?gjort=laget").unwrap().to_owned()
}

pub fn setup(slug: &str) -> String {
    format!("/saksbehandling/{slug}/oppsett")
}

pub fn part(slug: &str, part: &str) -> String {
    format!("{}/{part}", setup(slug))
}

/// The form of a part, as it is shown.
pub async fn form(who: &Visitor, slug: &str, name: &str) -> Form {
    who.page(&part(slug, name)).await.form("main form")
}

/// Saves what is in a form, which must be fine.
pub async fn saved(who: &Visitor, form: &Form) {
    let answer = who.submit(form, Some(("do", "save"))).await;
    assert!(answer.location().ends_with("?gjort=lagret"), "{}", answer.location());
}

/// What stands in a form, whatever order it was typed in.
fn fields(form: Form) -> Vec<(String, String)> {
    let mut fields = form.without("shown").without("skjemakode").fields;
    fields.sort();
    fields
}

/// Fills in the texts and the facts, in both Norwegian languages.
pub async fn filled_in(who: &Visitor, slug: &str) {
    let texts = form(who, slug, "tekster").await.set_all(&[
        ("title_nn", "Plan for parken på nynorsk"),
        ("lede_nb", "Kort om parken"),
        ("lede_nn", "Stutt om parken"),
        ("body_nb", "## Bakgrunn\n\nParken er **gammel**."),
        ("body_nn", "## Bakgrunn\n\nParken er **gamal**."),
        ("after_nb", "Så leser vi"),
        ("after_nn", "Så les vi"),
    ]);
    saved(who, &texts).await;
    let facts = form(who, slug, "opplysninger").await.set_all(&[
        ("case_number", "2026/1016"),
        ("unit_nb", "Bymiljøetaten"),
        ("unit_nn", "Bymiljøetaten"),
        ("contact_name", "Kari Kontakt"),
        ("contact_email", "kari@example.org"),
    ]);
    saved(who, &facts).await;
}

/// The mistakes of a page, each with its field.
pub fn mistakes(page: &Page) -> Vec<(String, String)> {
    let fields = page.attributes(".ds-error-summary a", "href");
    let found: Vec<_> = fields.into_iter().zip(page.texts(".ds-error-summary a")).collect();
    for (field, _) in &found {
        assert_eq!(page.all(&format!("[id='{}']", &field[1..])).len(), 1, "{field}");
    }
    found
}

#[tokio::test]
async fn a_round_is_made_of_a_template_and_nobody_outside_sees_it() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let events = app.events_of(async {
        assert_eq!(
            made(&arne, "Plan for <b>grønn</b> park", "fem-sporsmal").await,
            "plan-for-b-gronn-b-park"
        );
    });
    assert_eq!(events.await, ["round.made"]);
    let slug = "plan-for-b-gronn-b-park";
    let page = arne.page(&format!("{}?gjort=laget", setup(slug))).await;
    page.must_say("Høringen er laget.");
    page.must_say("Plan for <b>grønn</b> park");
    page.must_say("Spørsmål (5)");
    let texts = form(&arne, slug, "tekster").await;
    assert!(
        texts.get("body_nb").starts_with("## Bakgrunn") && texts.get("body_nn").starts_with("## Bakgrunn")
    );
    assert_eq!(texts.get("lede_nb"), "");
    // 10 June and a week, and six weeks from there.
    let dates = form(&arne, slug, "frister").await;
    assert_eq!((dates.get("opens_date"), dates.get("closes_date")), ("2026-06-17", "2026-07-29"));
    for path in [format!("/horinger/{slug}"), format!("/horinger/{slug}/innspill")] {
        assert_eq!(app.logged_in("kari").await.get(&path).await.status, 404, "{path}");
    }
    assert!(!app.visitor().page("/").await.says("grønn"));
    assert!(arne.page("/saksbehandling").await.says("Plan for <b>grønn</b> park"));
}

#[tokio::test]
async fn a_round_of_nothing_and_two_of_one_name() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    assert_eq!(made(&arne, "Ny", "ingenting").await, "horing-ny");
    assert_eq!(made(&arne, "Ny", "fritekst").await, "horing-ny-2");
    assert_eq!(made(&arne, " Ny ", "ingenting").await, "horing-ny-3");
    let page = arne.page(&setup("horing-ny")).await;
    page.must_say("Skjemaet har ingen spørsmål");
    page.must_say("Spørsmål (ingen ennå)");
    for tab in ["", "/kodebok", "/dokumenter", "/styring", "/eksport"] {
        arne.page(&format!("/saksbehandling/horing-ny{tab}")).await;
    }
}

#[tokio::test]
async fn a_copy_has_all_but_the_dates_and_the_history() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let fields =
        [("title_nb", "Planen en gang til"), ("from", "kopi"), ("copy_of", PLAN), ("with_documents", "true")];
    let answer = arne.post(NEW, &fields).await;
    assert_eq!(answer.location(), "/saksbehandling/planen-en-gang-til/oppsett?gjort=laget");
    let slug = "planen-en-gang-til";
    let (texts, facts) = (form(&arne, slug, "tekster").await, form(&arne, slug, "opplysninger").await);
    let original = form(&arne, PLAN, "tekster").await;
    assert_eq!(texts.get("body_nn"), original.get("body_nn"));
    assert_eq!((texts.get("title_nb"), texts.get("title_nn")), ("Planen en gang til", ""));
    assert_eq!(facts.get("previous"), PLAN, "it follows the one that was public");
    let page = arne.page(&setup(slug)).await;
    page.must_say("Spørsmål (5)");
    let papers = arne.page(&format!("/saksbehandling/{slug}/dokumenter")).await;
    assert_eq!(
        papers.texts(".paper__title a"),
        arne.page(&format!("/saksbehandling/{PLAN}/dokumenter")).await.texts(".paper__title a")
    );
    assert!(arne.page(&format!("/saksbehandling/{slug}/kodebok")).await.says("M1"));
    assert_eq!(arne.get(&format!("/horinger/{slug}/dokumenter/horingsutkast.pdf")).await.status, 200);
}

#[tokio::test]
async fn what_is_wrong_with_a_new_round_is_told_and_what_was_typed_is_kept() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let page =
        arne.post(NEW, &[("title_nb", " \u{200b}"), ("from", "kopi"), ("copy_of", "finnes-ikke")]).await;
    let page = page.page(422);
    assert_eq!(
        mistakes(&page),
        [
            ("#title_nb".to_owned(), "Skriv en tittel på bokmål".to_owned()),
            ("#copy_of".to_owned(), "Velg høringen som skal kopieres".to_owned()),
        ]
    );
    assert_eq!(page.form("main form").get("from"), "kopi");
    let long = "å".repeat(301);
    assert_eq!(arne.post(NEW, &[("title_nb", &long), ("from", "ingenting")]).await.status, 422);
    arne.post(NEW, &[("title_nb", "Plan"), ("from", "finnes-ikke")]).await.page(400);
    assert_eq!(app.events().await, ["round.imported"]);
}

#[tokio::test]
async fn each_part_is_saved_with_anything_missing_and_reads_back() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let slug = made(&arne, "Plan for parken", "fritekst").await;
    for name in ["tekster", "opplysninger", "frister", "deltakere"] {
        let before = form(&arne, &slug, name).await;
        let events = app.events_of(saved(&arne, &before)).await;
        assert_eq!(events, [""; 0], "nothing was changed in {name}");
    }
    let hostile = "  ## Overskrift\n\n<script>alert(1)</script> «æøå» & \"så\"\n\n\n- punkt";
    let texts = form(&arne, &slug, "tekster").await.set_all(&[
        ("body_nb", hostile),
        ("body_nn", ""),
        ("lede_en", "In short"),
    ]);
    assert_eq!(app.events_of(saved(&arne, &texts)).await, ["round.changed"]);
    let again = form(&arne, &slug, "tekster").await;
    assert_eq!(again.get("body_nb"), hostile);
    assert_eq!((again.get("body_nn"), again.get("lede_en")), ("", "In short"));
    filled_in(&arne, &slug).await;
    let dates = form(&arne, &slug, "frister").await.set_all(&[
        ("announced_on", "2026-10-01"),
        ("opens_date", "2026-10-02"),
        ("opens_time", "08:00"),
        ("closes_date", "2026-10-25"),
        ("closes_time", ""),
        ("late_counts", "true"),
    ]);
    saved(&arne, &dates).await;
    assert_eq!(fields(form(&arne, &slug, "frister").await), fields(dates));
    let found = slug.clone();
    let round = app.read(move |tx| innspill::store::consultations::find_by_slug(tx, &found)).await.unwrap();
    // The clocks go back on 25 October: that day is an hour longer.
    assert_eq!(round.closes_at.to_string(), "2026-10-25T23:00:00.000Z");
    assert_eq!(round.opens_at.to_string(), "2026-10-02T06:00:00.000Z");
    let way = form(&arne, &slug, "deltakere").await.set_all(&[("way", "open"), ("why_nb", "Fordi")]);
    saved(&arne, &way).await;
    assert_eq!(form(&arne, &slug, "deltakere").await.get("way"), "open");
}

#[tokio::test]
async fn save_and_go_on_leads_through_the_parts() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let slug = made(&arne, "Plan", "fritekst").await;
    let mut path = part(&slug, "tekster");
    for next in ["opplysninger", "frister", "deltakere"] {
        let form = arne.page(&path).await.form("main form");
        path = arne.submit(&form, Some(("do", "next"))).await.location().to_owned();
        assert_eq!(path, part(&slug, next));
    }
    let form = arne.page(&path).await.form("main form");
    let end = arne.submit(&form, Some(("do", "next"))).await;
    assert_eq!(end.location(), format!("{}?gjort=lagret", setup(&slug)));
}

#[tokio::test]
async fn markdown_is_looked_at_without_script_and_nothing_is_saved() {
    let app = App::start().await;
    let arne = app.logged_in("administrator").await;
    let slug = made(&arne, "Plan", "fritekst").await;
    let typed = form(&arne, &slug, "tekster").await.set_all(&[
        ("body_nb", "## Mål\n\nOg <script>x</script> **viktig** ![b](https://example.org/b.png)"),
        ("body_nn", "[lenke](javascript:x) *ja*"),
    ]);
    let mut page = None;
    let events = app.events_of(async {
        page = Some(arne.submit(&typed, Some(("do", "preview"))).await.page(200));
    });
    assert_eq!(events.await, [""; 0]);
    let page = page.unwrap();
    assert_eq!(page.texts(".looks strong"), ["viktig"]);
    assert_eq!(page.texts(".looks em"), ["ja"]);
    assert!(page.all(".looks script, .looks img, .looks a[href]").is_empty());
    assert_eq!(page.attributes(".looks .prose", "lang"), ["nb", "nn"]);
    assert_eq!(fields(page.form("main form")), fields(typed), "all that was typed is there");
}
