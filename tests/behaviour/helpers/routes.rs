//! Every route of the service, as the service itself has registered them.

use actix_web::dev::Service;
use actix_web::http::{Method, StatusCode};
use actix_web::{App, HttpResponse, test, web};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

const METHODS: [&str; 9] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

/// A method and an address with its `{parameters}`.
pub type Route = (String, String);

/// Every route. The addresses are read from the service's own map; which methods each takes is
/// learnt by trying: one that it does not take is 405, whatever else would be wrong with it, and so
/// is an address that nobody answers. There is no house behind the service here: nothing is done.
pub async fn all() -> BTreeSet<Route> {
    let seen = Rc::new(RefCell::new(String::new()));
    let pen = Rc::clone(&seen);
    let look = move |request: actix_web::dev::ServiceRequest, next: &_| {
        *pen.borrow_mut() = format!("{:#?}", request.resource_map());
        Service::call(next, request)
    };
    let nothing_here = web::to(|| async { HttpResponse::MethodNotAllowed().finish() });
    let app = App::new().wrap_fn(look).configure(innspill::web::routes).default_service(nothing_here);
    let app = test::init_service(app).await;
    app.call(test::TestRequest::get().uri("/finnes-ikke").to_request()).await.unwrap();
    let patterns = patterns(&seen.borrow());
    assert!(patterns.len() > 50, "the map could not be read:\n{}", seen.borrow());
    let mut routes = BTreeSet::new();
    for pattern in patterns {
        let address = pattern.replace(['{', '}'], "");
        for method in METHODS {
            let request =
                test::TestRequest::default().uri(&address).method(Method::try_from(method).unwrap());
            let answer = app.call(request.to_request()).await;
            let status = answer.map_or_else(|error| error.as_response_error().status_code(), |a| a.status());
            if status != StatusCode::METHOD_NOT_ALLOWED {
                routes.insert((method.to_owned(), pattern.clone()));
            }
        }
    }
    routes
}

/// The addresses in the printed map, where each stands deeper than the scope that it is in.
fn patterns(map: &str) -> Vec<String> {
    let mut scopes: Vec<(usize, String)> = Vec::new();
    let mut found = Vec::new();
    let mut lines = map.lines();
    while let Some(line) = lines.next() {
        let depth = line.len() - line.trim_start().len();
        let Some(kind) = line.trim_start().strip_prefix("patterns: ") else { continue };
        assert_eq!(kind, "Single(", "an address with several patterns: teach this function to read it");
        let pattern = lines.next().unwrap().trim().trim_end_matches(',').trim_matches('"');
        let is_scope = lines.nth(1).unwrap().trim() == "is_prefix: true,";
        scopes.retain(|(outer, _)| *outer < depth);
        if is_scope {
            scopes.push((depth, pattern.to_owned()));
        } else {
            let prefix: String = scopes.iter().map(|(_, prefix)| prefix.as_str()).collect();
            found.push(format!("{prefix}{pattern}"));
        }
    }
    found
}
