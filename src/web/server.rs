//! The server: what every request passes on its way in, and every answer on its way out.

use crate::config::{LimitSettings, ServerSettings};
use crate::web::conditional::Remembered;
use crate::web::house::House;
use crate::web::incoming::incoming;
use crate::web::request_log::RequestSpan;
use crate::web::{FORM_MAX_BYTES, api, error, hang_up, routes, security};
use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::{App, HttpServer, web};
use std::net::TcpListener;
use std::time::Duration;
use tracing_actix_web::TracingLogger;

/// How long requests may take to finish when the service stops.
const STOP_SECONDS: u64 = 20;

/// Begins to answer on `listener`.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(
    house: House,
    listener: TcpListener,
    server: &ServerSettings,
    limits: &LimitSettings,
) -> std::io::Result<Server> {
    let workers = server.workers;
    let house = web::Data::new(house);
    let remembered = web::Data::new(Remembered::default());
    let server = HttpServer::new(move || {
        App::new()
            .app_data(house.clone())
            .app_data(remembered.clone())
            .app_data(web::FormConfig::default().limit(FORM_MAX_BYTES))
            .wrap(from_fn(incoming))
            .wrap(from_fn(security::no_nul))
            .wrap(from_fn(security::same_site))
            .wrap(from_fn(head_as_get))
            .wrap(from_fn(api::only_read))
            .wrap(from_fn(error::error_pages))
            .wrap(from_fn(security::headers))
            .wrap(from_fn(hang_up::hang_up))
            .wrap(Compress::default())
            .wrap(TracingLogger::<RequestSpan>::new())
            .configure(routes)
    })
    .client_request_timeout(Duration::from_secs(limits.head_seconds))
    .max_connections(limits.connections)
    .shutdown_timeout(STOP_SECONDS);
    let server = if workers == 0 { server } else { server.workers(workers) };
    Ok(server.listen(listener)?.run())
}

/// Middleware: HEAD is answered as GET is; the server leaves the content out when it sends.
async fn head_as_get(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    next.call(request).await
}
