//! For those who watch the service.

use crate::store::SchemaState;
use crate::web::error::PageError;
use crate::web::house::House;
use actix_web::{HttpResponse, web};

/// The process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// It can do its work: the database answers, and its schema fits.
///
/// # Errors
/// `Busy` when the schema does not fit; otherwise when the database fails.
pub async fn ready(house: web::Data<House>) -> Result<HttpResponse, PageError> {
    let store = house.store.clone();
    let state = web::block(move || store.schema_state()).await.map_err(|_| PageError::Busy)?;
    match state {
        Ok(SchemaState::Current) => Ok(HttpResponse::Ok().content_type("text/plain").body("ready\n")),
        Ok(SchemaState::Behind { .. } | SchemaState::Newer) => Err(PageError::Busy),
        Err(error) => Err(PageError::Failed(error.into())),
    }
}
