//! Where people knock: the map of addresses; those for staff stand in `staff`.

pub mod answerer;
pub mod api;
pub mod assets;
pub mod conditional;
pub mod error;
pub mod fields;
pub mod form_sheets;
pub mod form_tokens;
pub mod forms;
pub mod hand_out;
pub mod hang_up;
pub mod health;
pub mod house;
pub mod incoming;
pub mod keeping;
pub mod limits;
pub mod public;
pub mod request_log;
pub mod respond;
pub mod security;
pub mod server;
pub mod staff;
pub mod upload;
pub mod views;
pub mod visit;

use crate::domain::language::Language;
use crate::domain::links;
use actix_web::web::{ServiceConfig, get, post, redirect, resource, scope};

/// The largest form that is read, in bytes: five answers of 20,000 characters in the widest
/// encoding, and the rest of the form.
pub const FORM_MAX_BYTES: usize = 4 * 1024 * 1024;
/// The largest of all other forms, in bytes.
pub const OTHER_FORM_MAX_BYTES: usize = 256 * 1024;

/// Every address: each page once in each language, then what has no language.
pub fn routes(config: &mut ServiceConfig) {
    for language in [Language::Nn, Language::En] {
        let prefix = links::prefix(language);
        config.service(redirect(prefix.to_owned(), format!("{prefix}/")));
        config.service(scope(prefix).configure(pages));
    }
    config
        .route("/static/{version}/{name}", get().to(public::assets::file))
        .service(
            resource("/oidc/{provider}/utlogging")
                .route(get().to(public::oidc::front_channel))
                .route(post().to(public::oidc::back_channel)),
        )
        .route("/oidc/{provider}/svar", get().to(public::oidc::answer))
        .route("/oidc/{provider}/utlogget", get().to(public::oidc::logged_out))
        .configure(open_data)
        .route("/health/live", get().to(health::live))
        .route("/health/ready", get().to(health::ready))
        .configure(pages);
}

/// Without a language: each text is there in all that it was written in.
fn open_data(config: &mut ServiceConfig) {
    config
        .route("/api/v1/openapi.json", get().to(api::description::show))
        .route("/api/v1/rounds", get().to(api::rounds::list))
        .route("/api/v1/rounds/{slug}", get().to(api::rounds::show))
        .route("/api/v1/rounds/{slug}/documents", get().to(api::rounds::documents));
}

fn pages(config: &mut ServiceConfig) {
    config.configure(for_everyone).configure(for_followers).configure(for_citizens).configure(staff::routes);
}

fn for_everyone(config: &mut ServiceConfig) {
    use public::{documents, entering, form_sheets, invited, oidc, outcome, previews, rounds};
    use public::{sessions, sharing, staff_link, statements};
    config
        .route("/", get().to(rounds::list))
        .route("/horinger/{slug}", get().to(rounds::show))
        .route("/horinger/{slug}/resultat", get().to(outcome::show))
        .route("/horinger/{slug}/dokumenter/{name}", get().to(documents::show))
        .route("/horinger/{slug}/skjema.docx", get().to(form_sheets::docx))
        .route("/horinger/{slug}/skjema.pdf", get().to(form_sheets::pdf))
        .route("/horinger/{slug}/dokumenter/{name}/{number}", get().to(documents::show_edition))
        .service(
            resource("/horinger/{slug}/start")
                .route(get().to(entering::show_start))
                .route(post().to(entering::start)),
        )
        .service(
            resource("/horinger/{slug}/e-post")
                .route(get().to(entering::show_ask))
                .route(post().to(entering::ask)),
        )
        .service(
            resource("/lenke/{token}")
                .route(get().to(entering::show_link))
                .route(post().to(entering::use_link)),
        )
        .service(
            resource("/invitasjon/{token}")
                .route(get().to(sharing::show_invitation))
                .route(post().to(sharing::join)),
        )
        .service(resource("/invitert/{token}").route(get().to(invited::show)).route(post().to(invited::act)))
        .service(resource("/logg-inn").route(get().to(sessions::show)).route(post().to(sessions::log_in)))
        .route("/logg-inn/{provider}", get().to(oidc::begin))
        .service(
            resource("/logg-inn/administrator/{token}")
                .route(get().to(staff_link::show))
                .route(post().to(staff_link::log_in)),
        )
        .route("/logg-ut", post().to(sessions::log_out))
        .route("/forhandsvisning/{token}", get().to(previews::show))
        .route("/forhandsvisning/{token}/dokumenter/{name}", get().to(previews::document))
        .route("/personvern", get().to(statements::privacy))
        .route("/tilgjengelighet", get().to(statements::accessibility));
}

/// For those who want to hear of new rounds and of deadlines.
fn for_followers(config: &mut ServiceConfig) {
    use public::{feeds, subscriptions};
    config
        .route("/horinger.atom", get().to(feeds::atom))
        .route("/horinger/{slug}/frist.ics", get().to(feeds::deadline))
        .service(
            resource("/abonner").route(get().to(subscriptions::show)).route(post().to(subscriptions::ask)),
        )
        .service(
            resource("/abonner/{token}")
                .route(get().to(subscriptions::show_one))
                .route(post().to(subscriptions::answer)),
        )
        .service(
            resource("/abonner/{token}/stopp")
                .route(get().to(subscriptions::show_one))
                .route(post().to(subscriptions::stop_at_once)),
        );
}

fn for_citizens(config: &mut ServiceConfig) {
    use public::{
        attachments, discard, form, form_upload, my_data, my_sessions, my_submissions, sending, sharing,
    };
    config
        .service(
            resource("/innlogginger").route(get().to(my_sessions::list)).route(post().to(my_sessions::end)),
        )
        .service(
            resource("/horinger/{slug}/innspill").route(get().to(form::show)).route(post().to(form::save)),
        )
        .service(
            resource("/horinger/{slug}/innspill/last-opp")
                .route(get().to(form_upload::show))
                .route(post().to(form_upload::take)),
        )
        .route("/horinger/{slug}/innspill/forkast", post().to(discard::discard))
        .service(
            resource("/horinger/{slug}/innspill/kontroll")
                .route(get().to(sending::show))
                .route(post().to(sending::send)),
        )
        .service(
            resource("/horinger/{slug}/innspill/vedlegg")
                .route(get().to(attachments::show))
                .route(post().to(attachments::change)),
        )
        .route("/horinger/{slug}/innspill/vedlegg/{file}", get().to(attachments::file))
        .service(
            resource("/horinger/{slug}/innspill/sammen")
                .route(get().to(sharing::show))
                .route(post().to(sharing::change)),
        )
        .route("/mine-innspill", get().to(my_submissions::list))
        .route("/mine-innspill/opplysninger", get().to(my_data::show))
        .route("/mine-innspill/opplysninger/last-ned", get().to(my_data::download))
        .service(
            resource("/mine-innspill/opplysninger/slett")
                .route(get().to(my_data::ask_remove))
                .route(post().to(my_data::remove)),
        )
        .route("/mine-innspill/{reference}", get().to(my_submissions::show))
        .route("/mine-innspill/{reference}/innspill.txt", get().to(my_submissions::text))
        .route("/mine-innspill/{reference}/vedlegg/{file}", get().to(my_submissions::file))
        .service(
            resource("/mine-innspill/{reference}/trekk")
                .route(get().to(my_submissions::ask_withdraw))
                .route(post().to(my_submissions::do_withdraw)),
        );
}
