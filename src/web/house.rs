//! What every handler works with: the tools, the clock and the words on the letterhead.

use crate::actions::Letterhead;
use crate::actions::scan_file::Scanning;
use crate::domain::clock::Clock;
use crate::domain::person::PersonHasher;
use crate::domain::session::SessionLimits;
use crate::files::Files;
use crate::identity::oidc::Provider;
use crate::store::Store;
use crate::web::form_sheets::FormSheets;
use crate::web::incoming::Patience;
use crate::web::limits::Limits;
use crate::web::upload::Bounds;
use crate::web::views::Site;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// The tools, built once by the roof.
pub struct House {
    /// The database.
    pub store: Store,
    /// The documents' bytes.
    pub files: Files,
    /// Makes the forms that people take home.
    pub form_sheets: FormSheets,
    /// The time.
    pub clock: Clock,
    /// Makes person keys.
    pub hasher: PersonHasher,
    /// What letters are signed with.
    pub letterhead: Letterhead,
    /// What every page says of the municipality.
    pub site: Arc<Site>,
    /// What files are scanned with.
    pub scanning: Scanning,
    /// Whether files are looked at by a virus scanner.
    pub has_scanner: bool,
    /// How long logins last.
    pub session_limits: SessionLimits,
    /// The login providers.
    pub providers: Vec<Provider>,
    /// Whether the service is reached over TLS, so that cookies may demand it.
    pub is_https: bool,
    /// How often anyone may do a thing.
    pub limits: Limits,
    /// How long requests may take.
    pub patience: Patience,
    /// Turns at reading forms that come back: each may take a core for itself.
    pub reading_turns: Semaphore,
    /// What may go with a submission.
    pub attachments: Bounds,
    /// How many forms are parked at once.
    pub parked_forms_max: i64,
    /// The largest document of a round, in bytes.
    pub document_max_bytes: u64,
    /// Whether anyone may log in as anyone.
    pub has_test_login: bool,
}

impl House {
    /// The login provider with this name.
    #[must_use]
    pub fn provider(&self, name: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.name() == name)
    }
}
