//! Administrators see what a round still lacks, share a preview of it, publish it, or remove it.

use super::find_round;
use crate::actions::Stopped;
use crate::actions::publish_round::{Publication, list_findings, publish_round};
use crate::actions::remove_round::remove_round;
use crate::actions::share_preview::{PreviewRefusal, make_preview, revoke_preview};
use crate::domain::consultation::Consultation;
use crate::domain::ids::PreviewLinkId;
use crate::domain::preview::LABEL_MAX_CHARS;
use crate::domain::round_setup::SetupRefusal;
use crate::domain::text::{as_kept, count_chars};
use crate::store::{Reading, StoreError, documents, forms, preview_links, round_setup};
use crate::web::error::PageError;
use crate::web::forms::when::{Day, moment};
use crate::web::respond::{html, see_other, with_status};
use crate::web::views::staff::remove_round::{RemoveRoundPage, remove_round_page};
use crate::web::views::staff::setup::{Done, PublishForm, SetupPage, setup_page};
use crate::web::visit::{Administrator, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    gjort: String,
}

/// What the page sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SetupDeed {
    r#do: String,
    when: String,
    publish_date: String,
    publish_time: String,
    language_why: String,
    label: String,
    link: Option<Uuid>,
}

/// The page.
///
/// # Errors
/// `NotFound`.
pub async fn show(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    happened: web::Query<Happened>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    let page = page(&staff.visit, round).await?;
    let page = SetupPage { done: Done::from_address(&happened.gjort), ..page };
    Ok(html(setup_page(&page, &staff.visit.ctx)))
}

async fn page(visit: &Visit, round: Consultation) -> Result<SetupPage, PageError> {
    let (now, access) = (visit.now(), round.clone());
    let found = move |tx: &mut Reading<'_>| -> Result<_, StoreError> {
        let public_from = access.published_at.unwrap_or(now);
        let findings = list_findings(tx, &access, public_from)?;
        let questions = forms::find_current(tx, access.id)?.questions.len();
        let papers = documents::list(tx, access.id)?.len();
        let links = preview_links::list(tx, access.id)?;
        let has_input = round_setup::has_input(tx, access.id)?;
        Ok((findings, questions, papers, links, has_input))
    };
    let (findings, questions, papers, links, has_input) = visit.house.store.read(found).await?;
    let form = PublishForm {
        language_why: round.language_missing_why.clone().unwrap_or_default(),
        ..PublishForm::default()
    };
    Ok(SetupPage {
        may_remove: round.published_at.is_none() && !has_input,
        round,
        findings,
        questions,
        papers,
        links,
        new_link: None,
        form,
        mistakes: Vec::new(),
        label_is_long: false,
        done: None,
    })
}

/// Publishes, plans or calls off; makes a preview link, or takes one back.
///
/// # Errors
/// `NotFound`; `Unreadable` for an unknown button.
pub async fn act(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
    deed: web::Form<SetupDeed>,
) -> Result<HttpResponse, PageError> {
    let (visit, deed) = (&staff.visit, deed.into_inner());
    let round = find_round(visit, slug.into_inner()).await?;
    let (slug, store) = (round.slug.clone(), &visit.house.store);
    let publication = match deed.r#do.as_str() {
        "make-preview" => return new_preview(&staff.visit, round, &deed, staff.actor.clone()).await,
        "revoke-preview" => {
            let link = PreviewLinkId(deed.link.ok_or(PageError::Unreadable)?);
            return match revoke_preview(store, slug.clone(), link, staff.actor, visit.now()).await {
                // Done already is as good.
                Ok(()) | Err(Stopped::Refused(_)) => Ok(done(visit, &slug, "lenke-slettet")),
                Err(Stopped::Failed(error)) => Err(error.into()),
            };
        }
        "call-off" => Some(Publication::CalledOff),
        "publish" if deed.when == "at" => {
            moment(&deed.publish_date, &deed.publish_time, Day::Start).map(Publication::At)
        }
        "publish" => Some(Publication::Now),
        _ => return Err(PageError::Unreadable),
    };
    let Some(publication) = publication else {
        return refused(visit, round, deed, SetupRefusal::NoTime).await;
    };
    let why = Some(as_kept(&deed.language_why).replace('\0', " "));
    match publish_round(store, slug.clone(), publication, why, staff.actor, visit.now()).await {
        Ok(_) => Ok(done(visit, &slug, word(publication))),
        Err(Stopped::Refused(SetupRefusal::NotFound)) => Err(PageError::NotFound),
        Err(Stopped::Refused(refusal)) => refused(visit, round, deed, refusal).await,
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

fn word(publication: Publication) -> &'static str {
    match publication {
        Publication::Now => "publisert",
        Publication::At(_) => "planlagt",
        Publication::CalledOff => "avlyst",
    }
}

fn done(visit: &Visit, slug: &str, what: &str) -> HttpResponse {
    see_other(format!("{}?gjort={what}", visit.links().setup(slug)))
}

async fn refused(
    visit: &Visit,
    round: Consultation,
    deed: SetupDeed,
    refusal: SetupRefusal,
) -> Result<HttpResponse, PageError> {
    let form = PublishForm {
        is_later: deed.when == "at",
        date: deed.publish_date,
        time: deed.publish_time,
        language_why: deed.language_why,
    };
    let page = SetupPage { form, mistakes: vec![refusal], ..page(visit, round).await? };
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, setup_page(&page, &visit.ctx)))
}

/// The link stands on the page that answers, and nowhere else: the server forgets it.
async fn new_preview(
    visit: &Visit,
    round: Consultation,
    deed: &SetupDeed,
    actor: crate::domain::audit::Actor,
) -> Result<HttpResponse, PageError> {
    let label = as_kept(deed.label.trim()).replace(char::is_control, " ");
    if count_chars(&label) > LABEL_MAX_CHARS {
        let page = SetupPage { label_is_long: true, ..page(visit, round).await? };
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, setup_page(&page, &visit.ctx)));
    }
    match make_preview(&visit.house.store, round.slug.clone(), label, actor, visit.now()).await {
        Ok(token) => {
            let base = visit.house.letterhead.base_url.trim_end_matches('/');
            let new_link = Some(format!("{base}{}", visit.links().preview(&token)));
            let page = SetupPage { new_link, ..page(visit, round).await? };
            Ok(html(setup_page(&page, &visit.ctx)))
        }
        Err(Stopped::Refused(PreviewRefusal::NotFound)) => Err(PageError::NotFound),
        Err(Stopped::Refused(PreviewRefusal::IsPublic)) => Ok(see_other(visit.links().setup(&round.slug))),
        Err(Stopped::Refused(PreviewRefusal::TooMany)) => {
            let page = SetupPage { done: Some(Done::TooManyLinks), ..page(visit, round).await? };
            Ok(with_status(StatusCode::CONFLICT, setup_page(&page, &visit.ctx)))
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// Asks whether a round shall be removed.
///
/// # Errors
/// `NotFound`.
pub async fn ask_remove(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let round = find_round(&staff.visit, slug.into_inner()).await?;
    Ok(html(remove_round_page(&RemoveRoundPage { round, refusal: None }, &staff.visit.ctx)))
}

/// Removes it.
///
/// # Errors
/// `NotFound`.
pub async fn remove(
    Administrator(staff): Administrator,
    slug: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let visit = &staff.visit;
    let round = find_round(visit, slug.into_inner()).await?;
    match remove_round(&visit.house.store, round.slug.clone(), staff.actor, visit.now()).await {
        Ok(()) => Ok(see_other(format!("{}?gjort=slettet", visit.links().staff_home()))),
        Err(Stopped::Refused(SetupRefusal::NotFound)) => Err(PageError::NotFound),
        Err(Stopped::Refused(refusal)) => {
            let page = RemoveRoundPage { round, refusal: Some(refusal) };
            Ok(with_status(StatusCode::CONFLICT, remove_round_page(&page, &visit.ctx)))
        }
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}
