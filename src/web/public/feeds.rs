//! What programs follow: the rounds as an Atom feed, and a round's deadline for a calendar. Nobody's
//! session counts here, staff's neither: what is not public is not there.

use crate::exports::{atom, calendar};
use crate::store::{consultations, public_rounds};
use crate::web::conditional::{Remembered, answer};
use crate::web::error::PageError;
use crate::web::visit::Visit;
use actix_web::http::header::{self, ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpRequest, HttpResponse, web};

/// The most rounds in the feed.
const ROUNDS_MAX: i64 = 50;

/// The rounds, the last published first.
///
/// # Errors
/// When the database fails.
pub async fn atom(
    request: HttpRequest,
    remembered: web::Data<Remembered>,
) -> Result<HttpResponse, PageError> {
    let visit = Visit::anonymous(&request)?;
    let now = visit.now();
    let rounds = visit.house.store.read(move |tx| public_rounds::list_news(tx, ROUNDS_MAX, now)).await?;
    let feed = atom::Feed {
        language: visit.ctx.lang,
        owner: &visit.ctx.site.owner,
        base_url: &visit.house.letterhead.base_url,
        rounds: &rounds,
        now,
    };
    let written = atom::write(&feed).map_err(anyhow::Error::from)?;
    Ok(answer(&request, &remembered, "application/atom+xml; charset=utf-8", written, now))
}

/// A round's deadline.
///
/// # Errors
/// `NotFound` also for a draft, whoever asks.
pub async fn deadline(
    request: HttpRequest,
    slug: web::Path<String>,
    remembered: web::Data<Remembered>,
) -> Result<HttpResponse, PageError> {
    let visit = Visit::anonymous(&request)?;
    let (slug, now) = (slug.into_inner(), visit.now());
    let found = visit.house.store.read(move |tx| {
        let round = consultations::find_by_slug(tx, &slug)?.filter(|round| round.is_public(now));
        round.map(|round| public_rounds::find_news(tx, round)).transpose()
    });
    let news = found.await?.ok_or(PageError::NotFound)?;
    let name = format!("{}.ics", news.round.slug);
    let deadline = calendar::Deadline {
        news: &news,
        language: visit.ctx.lang,
        base_url: &visit.house.letterhead.base_url,
        now,
    };
    let written = calendar::write(&deadline);
    let mut response = answer(&request, &remembered, "text/calendar; charset=utf-8", written, now);
    let to_keep = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    };
    if let Ok(value) = header::TryIntoHeaderValue::try_into_value(to_keep) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
