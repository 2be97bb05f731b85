//! Handlers for staff, and the map of their addresses.

pub mod access;
pub mod audit;
pub mod code;
pub mod codes;
pub mod document;
pub mod documents;
pub mod exports;
pub mod form_editor;
pub mod invitee;
pub mod invitees;
pub mod letters;
pub mod manage;
pub mod new_round;
pub mod outcome;
pub mod progress;
pub mod question_editor;
pub mod questions;
pub mod rounds;
pub mod setup;
pub mod setup_part;
pub mod submissions;

use crate::domain::consultation::Consultation;
use crate::store::consultations;
use crate::web::error::PageError;
use crate::web::incoming::is_multipart;
use crate::web::visit::Visit;
use actix_web::guard::{GuardContext, fn_guard};
use actix_web::web::{ServiceConfig, get, post, resource};

/// Every page for staff, in one language.
pub fn routes(config: &mut ServiceConfig) {
    config.configure(setup_pages).configure(reading_pages).configure(form_pages);
}

fn setup_pages(config: &mut ServiceConfig) {
    config
        .service(
            resource("/saksbehandling/ny").route(get().to(new_round::show)).route(post().to(new_round::make)),
        )
        .service(
            resource("/saksbehandling/{slug}/oppsett")
                .route(get().to(setup::show))
                .route(post().to(setup::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/oppsett/slett")
                .route(get().to(setup::ask_remove))
                .route(post().to(setup::remove)),
        )
        .service(
            resource("/saksbehandling/{slug}/oppsett/{part}")
                .route(get().to(setup_part::show))
                .route(post().to(setup_part::act)),
        );
}

fn reading_pages(config: &mut ServiceConfig) {
    config
        .route("/saksbehandling", get().to(rounds::list))
        .service(
            resource("/saksbehandling/brev")
                .route(get().to(letters::list))
                .route(post().to(letters::requeue)),
        )
        .service(
            resource("/saksbehandling/tilganger").route(get().to(access::show)).route(post().to(access::act)),
        )
        .service(
            resource("/saksbehandling/logg").route(get().to(audit::list)).route(post().to(audit::download)),
        )
        .route("/saksbehandling/{slug}", get().to(submissions::list))
        .route("/saksbehandling/{slug}/innspill/{reference}", get().to(submissions::show))
        .route("/saksbehandling/{slug}/innspill/{reference}/vedlegg/{file}", get().to(submissions::file))
        .route("/saksbehandling/{slug}/sporsmal/{number}", get().to(questions::show))
        .route("/saksbehandling/{slug}/utvikling", get().to(progress::show))
        .service(
            resource("/saksbehandling/{slug}/eksport")
                .route(get().to(exports::show))
                .route(post().to(exports::download)),
        )
        .service(
            resource("/saksbehandling/{slug}/styring")
                .route(get().to(manage::show))
                .route(post().to(manage::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/resultat")
                .route(get().to(outcome::show))
                .route(post().to(outcome::save)),
        )
        .service(
            resource("/saksbehandling/{slug}/dokumenter")
                .route(get().to(documents::show))
                .route(post().guard(fn_guard(brings_files)).to(documents::add))
                .route(post().to(documents::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/dokumenter/{name}")
                .route(get().to(document::show))
                .route(post().guard(fn_guard(brings_files)).to(document::replace))
                .route(post().to(document::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/inviterte")
                .route(get().to(invitees::show))
                .route(post().guard(fn_guard(brings_files)).to(invitees::upload))
                .route(post().to(invitees::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/inviterte/{id}")
                .route(get().to(invitee::show))
                .route(post().to(invitee::act)),
        );
}

fn form_pages(config: &mut ServiceConfig) {
    config
        .service(
            resource("/saksbehandling/{slug}/kodebok")
                .route(get().to(codes::show))
                .route(post().to(codes::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/kodebok/{key}")
                .route(get().to(code::show))
                .route(post().to(code::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/skjema")
                .route(get().to(form_editor::show))
                .route(post().to(form_editor::act)),
        )
        .service(
            resource("/saksbehandling/{slug}/skjema/nytt")
                .route(get().to(question_editor::show_new))
                .route(post().to(question_editor::add)),
        )
        .service(
            resource("/saksbehandling/{slug}/skjema/sporsmal/{id}")
                .route(get().to(question_editor::show))
                .route(post().to(question_editor::act)),
        );
}

/// Whether a form comes with files, which are read as they come.
fn brings_files(context: &GuardContext<'_>) -> bool {
    is_multipart(context.head().headers())
}

/// How many submissions or answers stand on one page.
pub const PAGE_SIZE: usize = 50;

/// Where page `page` (from 1) begins, and how long it is, as queries count.
#[must_use]
pub fn window(page: usize) -> (i64, i64) {
    let size = i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX);
    let before = i64::try_from(page.saturating_sub(1)).unwrap_or(0);
    (before.saturating_mul(size), size)
}

/// The round with this slug, drafts too.
///
/// # Errors
/// `NotFound`.
pub async fn find_round(visit: &Visit, slug: String) -> Result<Consultation, PageError> {
    let found = visit.house.store.read(move |tx| consultations::find_by_slug(tx, &slug)).await?;
    found.ok_or(PageError::NotFound)
}
