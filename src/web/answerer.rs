//! The key to a round's form: whoever has come in by a way that the round takes.

use crate::domain::consultation::Consultation;
use crate::domain::links::Links;
use crate::domain::way_in::WayIn;
use crate::store::consultations;
use crate::web::error::PageError;
use crate::web::visit::{Citizen, Visit};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::Future;
use std::pin::Pin;

/// Someone who may answer the round of this address.
pub struct Answerer(pub Citizen);

/// How someone may come to answer a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entrance {
    /// The way that the round asks for.
    pub way: WayIn,
    /// Where it begins, and leads back to where they were.
    pub at: String,
    /// Whether they have come in by another way, which is not enough here.
    pub is_signed_in: bool,
}

/// The way to answer `round` and go on to `path`.
#[must_use]
pub fn entrance(links: Links, round: &Consultation, path: &str, is_signed_in: bool) -> Entrance {
    let at = match round.who_may_answer {
        WayIn::IdPorten => links.login_and_back(path),
        WayIn::EMail => links.ask_link_and_back(&round.slug, path),
        WayIn::Open => links.start_and_back(&round.slug, path),
    };
    Entrance { way: round.who_may_answer, at, is_signed_in }
}

impl FromRequest for Answerer {
    type Error = PageError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, PageError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let visit = Visit::extract(&request).await?;
            let slug = request.match_info().query("slug").to_owned();
            let round = visit.house.store.read(move |tx| consultations::find_by_slug(tx, &slug)).await?;
            let round = round.filter(|round| round.is_public(visit.now()));
            let identity = visit.session.as_ref().map(|session| session.identity.clone());
            match (identity, round) {
                (Some(identity), Some(round)) if !round.who_may_answer.admits(&identity) => {
                    let entrance = entrance(visit.links(), &round, &visit.ctx.path, true);
                    Err(PageError::NotLetIn(entrance))
                }
                (Some(identity), _) => Ok(Self(Citizen { visit, identity })),
                // The login page is where everyone goes who need not be told more.
                (None, Some(round)) if round.who_may_answer != WayIn::IdPorten => {
                    Err(PageError::NotLetIn(entrance(visit.links(), &round, &visit.ctx.path, false)))
                }
                (None, _) => Err(PageError::NotSignedIn),
            }
        })
    }
}
