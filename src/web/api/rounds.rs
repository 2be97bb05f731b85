//! The rounds as open data. Whoever asks, staff too, gets what everyone gets.

use super::papers::{Paper, PaperList};
use super::query::{ListQuery, PAGE_MAX, PER_PAGE_MAX};
use super::shapes::{PhaseName, Problem, Round, RoundList};
use super::whole::{Beside, WholeRound};
use super::{PROBLEM, problem};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::links::API_ROUNDS;
use crate::store::{
    Reading, StoreError, consultations, document_editions, documents as papers, forms, public_rounds,
};
use crate::web::conditional::{Remembered, answer};
use crate::web::error::PageError;
use crate::web::visit::Visit;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

type Memory = web::Data<Remembered>;

/// The public rounds, the last published first.
///
/// All of them, also those that have been put away; `phase` says which they are. The header `Link` leads to
/// the first, previous, next and last page.
///
/// # Errors
/// When the database fails.
#[utoipa::path(
    get, path = "/api/v1/rounds", operation_id = "list_rounds", tag = "rounds",
    params(
        ("phase" = inline(PhaseName), Query, description = "Only rounds in this phase."),
        ("page" = u32, Query, description = "The page, from 1.", minimum = 1, maximum = 1_000_000),
        ("per_page" = u32, Query, description = "The rounds on a page.", minimum = 1, maximum = 100),
    ),
    responses(
        (status = 200, description = "A page of rounds.", body = RoundList),
        (status = 304, description = "The list is the one that the asker has."),
        (status = 400, description = "A parameter cannot be read.", body = Problem, content_type = PROBLEM),
    )
)]
pub async fn list(request: HttpRequest, memory: Memory) -> Result<HttpResponse, PageError> {
    let visit = Visit::anonymous(&request)?;
    let now = visit.now();
    let query = match ListQuery::read(request.query_string()) {
        Ok(query) => query,
        Err(why) => return Ok(problem(StatusCode::BAD_REQUEST, "Bad request", &why)),
    };
    let found = visit.house.store.read(move |tx| {
        let total = public_rounds::count(tx, query.phase, now)?;
        Ok((public_rounds::list(tx, query.phase, query.stretch(), now)?, total))
    });
    let (rounds, total) = found.await?;
    let base_url = &visit.house.letterhead.base_url;
    let pages = total.max(1).div_euclid(query.per_page.into())
        + i64::from(total.max(1).rem_euclid(query.per_page.into()) > 0);
    let list = RoundList {
        rounds: rounds.iter().filter_map(|round| Round::of(round, base_url, now)).collect(),
        page: query.page,
        per_page: query.per_page,
        total,
        pages,
    };
    let mut response = json(&request, &memory, &list, now)?;
    if let Ok(links) = header::HeaderValue::from_str(&neighbours(query, pages)) {
        response.headers_mut().insert(header::LINK, links);
    }
    Ok(response)
}

/// The other pages of a list. Source: RFC 8288.
fn neighbours(query: ListQuery, pages: i64) -> String {
    let last = u32::try_from(pages).unwrap_or(PAGE_MAX).clamp(1, PAGE_MAX);
    let to = |page: u32, name: &str| format!("<{API_ROUNDS}{}>; rel=\"{name}\"", query.of_page(page));
    let mut links = vec![to(1, "first"), to(last, "last")];
    if query.page > 1 {
        links.push(to((query.page - 1).min(last), "prev"));
    }
    if query.page < last {
        links.push(to(query.page + 1, "next"));
    }
    links.join(", ")
}

/// One public round: its texts, form, documents and what has been decided.
///
/// # Errors
/// `NotFound` also for a draft, whoever asks.
#[utoipa::path(
    get, path = "/api/v1/rounds/{slug}", operation_id = "get_round", tag = "rounds",
    params(("slug" = String, Path, description = "The round's name in addresses.")),
    responses(
        (status = 200, description = "The round.", body = WholeRound),
        (status = 304, description = "The round is as the asker has it."),
        (status = 404, description = "There is no such public round.", body = Problem, content_type = PROBLEM),
    )
)]
pub async fn show(
    request: HttpRequest,
    slug: web::Path<String>,
    memory: Memory,
) -> Result<HttpResponse, PageError> {
    let visit = Visit::anonymous(&request)?;
    let (slug, now) = (slug.into_inner(), visit.now());
    let base_url = visit.house.letterhead.base_url.clone();
    let found = visit.house.store.read_snapshot(move |tx| {
        let Some(round) = find_public(tx, &slug, now)? else { return Ok(None) };
        let beside = beside(tx, &round, &base_url, now)?;
        Ok(WholeRound::of(&round, beside, &base_url, now))
    });
    let round = found.await?.ok_or(PageError::NotFound)?;
    json(&request, &memory, &round, now)
}

/// The documents of one public round, with their files and earlier editions.
///
/// # Errors
/// `NotFound` also for a draft, whoever asks.
#[utoipa::path(
    get, path = "/api/v1/rounds/{slug}/documents", operation_id = "list_documents", tag = "rounds",
    params(("slug" = String, Path, description = "The round's name in addresses.")),
    responses(
        (status = 200, description = "The documents, in their order.", body = PaperList),
        (status = 304, description = "The documents are as the asker has them."),
        (status = 404, description = "There is no such public round.", body = Problem, content_type = PROBLEM),
    )
)]
pub async fn documents(
    request: HttpRequest,
    slug: web::Path<String>,
    memory: Memory,
) -> Result<HttpResponse, PageError> {
    let visit = Visit::anonymous(&request)?;
    let (slug, now) = (slug.into_inner(), visit.now());
    let base_url = visit.house.letterhead.base_url.clone();
    let found = visit.house.store.read_snapshot(move |tx| {
        let Some(round) = find_public(tx, &slug, now)? else { return Ok(None) };
        Ok(Some(PaperList { documents: list_papers(tx, &round, &base_url)? }))
    });
    let list = found.await?.ok_or(PageError::NotFound)?;
    json(&request, &memory, &list, now)
}

fn find_public(tx: &mut Reading<'_>, slug: &str, now: Moment) -> Result<Option<Consultation>, StoreError> {
    Ok(consultations::find_by_slug(tx, slug)?.filter(|round| round.is_public(now)))
}

fn list_papers(tx: &mut Reading<'_>, round: &Consultation, base_url: &str) -> Result<Vec<Paper>, StoreError> {
    let replaced = document_editions::list_public(tx, round.id)?;
    let present = papers::list(tx, round.id)?;
    Ok(present.iter().map(|one| Paper::of(round, one, &replaced, base_url)).collect())
}

fn beside(
    tx: &mut Reading<'_>,
    round: &Consultation,
    base_url: &str,
    now: Moment,
) -> Result<Beside, StoreError> {
    let previous = match round.previous_id {
        Some(id) => consultations::find(tx, id)?.filter(|round| round.is_public(now)),
        None => None,
    };
    let siblings = consultations::list_siblings(tx, round, now)?;
    Ok(Beside {
        form: forms::find_current(tx, round.id)?,
        decisions: consultations::list_decisions(tx, round.id)?,
        papers: list_papers(tx, round, base_url)?,
        related: siblings.into_iter().map(|sibling| sibling.slug).collect(),
        previous: previous.map(|round| round.slug),
    })
}

fn json(
    request: &HttpRequest,
    memory: &Remembered,
    content: &impl Serialize,
    now: Moment,
) -> Result<HttpResponse, PageError> {
    let text = serde_json::to_vec(content).map_err(anyhow::Error::from)?;
    Ok(answer(request, memory, "application/json", text, now))
}

/// What the description says of the bounds is what the query keeps.
const _: () = assert!(PAGE_MAX == 1_000_000 && PER_PAGE_MAX == 100);
