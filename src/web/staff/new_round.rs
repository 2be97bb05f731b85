//! Administrators make a round.

use crate::actions::Stopped;
use crate::actions::make_round::{Beginning, make_round, templates};
use crate::domain::language::Localized;
use crate::domain::round_setup::SetupRefusal;
use crate::domain::text::{as_kept, count_chars, has_visible_character};
use crate::store::round_setup;
use crate::web::error::PageError;
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::new_round::{COPY, NOTHING, NewRoundPage, TITLE_MAX_CHARS, new_round_page};
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// How many rounds can be chosen from.
pub const CHOICES_MAX: i64 = 500;

/// What the page sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewRoundForm {
    title_nb: String,
    title_nn: String,
    from: String,
    copy_of: String,
    with_documents: String,
}

/// The page.
///
/// # Errors
/// When the database fails.
pub async fn show(Administrator(staff): Administrator) -> Result<HttpResponse, PageError> {
    let page = page(&staff.visit, &NewRoundForm::default()).await?;
    Ok(html(new_round_page(&page, &staff.visit.ctx)))
}

async fn page(visit: &Visit, form: &NewRoundForm) -> Result<NewRoundPage, PageError> {
    let rounds = visit.house.store.read(|tx| round_setup::list_names(tx, CHOICES_MAX)).await?;
    let templates = templates();
    let first = templates.first().map_or(NOTHING, |template| template.key);
    Ok(NewRoundPage {
        title_nb: form.title_nb.clone(),
        title_nn: form.title_nn.clone(),
        from: if form.from.is_empty() { first.to_owned() } else { form.from.clone() },
        copy_of: form.copy_of.clone(),
        with_documents: !form.with_documents.is_empty(),
        templates,
        rounds,
        mistakes: Vec::new(),
    })
}

/// Makes it, and leads to where it is set up.
///
/// # Errors
/// `Unreadable` where nothing of the page was chosen.
pub async fn make(
    Administrator(staff): Administrator,
    form: web::Form<NewRoundForm>,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let mut page = page(visit, &form).await?;
    let nynorsk = one_line(&form.title_nn);
    let nynorsk = has_visible_character(&nynorsk).then_some(nynorsk);
    let title = Localized { nb: one_line(&form.title_nb), nn: nynorsk, en: None };
    page.mistakes = mistakes(&page, &title);
    if !page.mistakes.is_empty() {
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, new_round_page(&page, &visit.ctx)));
    }
    let beginning = match page.from.as_str() {
        NOTHING => Beginning::Nothing,
        COPY => Beginning::Copy { slug: page.copy_of.clone(), with_documents: page.with_documents },
        key => {
            let template = page.templates.iter().find(|template| template.key == key);
            Beginning::Template(Box::new(template.ok_or(PageError::Unreadable)?.file.clone()))
        }
    };
    match make_round(&visit.house.store, title, beginning, staff.actor, visit.now()).await {
        Ok(round) => Ok(see_other(format!("{}?gjort=laget", visit.links().setup(&round.slug)))),
        Err(Stopped::Refused(SetupRefusal::NotFound)) => Err(PageError::NotFound),
        Err(Stopped::Refused(_)) => {
            page.mistakes = vec!["title_nb-taken"];
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, new_round_page(&page, &visit.ctx)))
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// What is wrong, by what the page calls it.
fn mistakes(page: &NewRoundPage, title: &Localized) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    if !has_visible_character(&title.nb) {
        wrong.push("title_nb");
    }
    for (text, name) in [(Some(&title.nb), "title_nb-long"), (title.nn.as_ref(), "title_nn-long")] {
        if text.is_some_and(|text| count_chars(text) > TITLE_MAX_CHARS) {
            wrong.push(name);
        }
    }
    if page.from == COPY && !page.rounds.iter().any(|round| round.slug == page.copy_of) {
        wrong.push("copy_of");
    }
    wrong
}

fn one_line(text: &str) -> String {
    as_kept(text.trim()).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
