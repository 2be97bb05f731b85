//! What the open data is, for those who write programs: OpenAPI 3.1.

use super::rounds;
use crate::web::conditional::{Remembered, answer};
use crate::web::error::PageError;
use crate::web::visit::Visit;
use actix_web::{HttpRequest, HttpResponse, web};
use utoipa::OpenApi;
use utoipa::openapi::path::ParameterIn;
use utoipa::openapi::{ContactBuilder, InfoBuilder, Required};

#[derive(OpenApi)]
#[openapi(
    paths(rounds::list, rounds::show, rounds::documents),
    tags((name = "rounds", description = "Rounds of consultation, and what they are about.")),
    servers((url = "/", description = "This installation."))
)]
struct Description;

const WHAT: &str = "What a municipality has on consultation: rounds, their texts, questions and documents. \
    Everything here stands on public pages too. Nothing about those who answer is here.\n\n\
    Ask again with `If-None-Match` and the `ETag` that you got, or with `If-Modified-Since`, and what has not \
    changed is answered with 304 and no content. Times are UTC; deadlines are days or minutes in Norway, see \
    `last_day`. Pages of others may read from a browser.";

/// The description.
///
/// # Errors
/// When it cannot be written.
pub async fn show(request: HttpRequest, memory: web::Data<Remembered>) -> Result<HttpResponse, PageError> {
    let visit = Visit::anonymous(&request)?;
    let site = &visit.ctx.site;
    let mut description = Description::openapi();
    let contact = ContactBuilder::new().name(Some(site.owner.as_str())).email(site.email.as_deref());
    description.info = InfoBuilder::new()
        .title("Innspill: open data on consultations")
        .version("1")
        .description(Some(WHAT))
        .contact(Some(contact.build()))
        .build();
    let operations = description.paths.paths.values_mut().filter_map(|path| path.get.as_mut());
    for parameter in operations.flat_map(|operation| operation.parameters.iter_mut().flatten()) {
        // Every part of a query may be left out; the macro can only say so with «or null».
        if parameter.parameter_in == ParameterIn::Query {
            parameter.required = Required::False;
        }
    }
    let text = description.to_pretty_json().map_err(anyhow::Error::from)?;
    Ok(answer(&request, &memory, "application/json", text, visit.now()))
}
