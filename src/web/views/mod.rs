//! The pages: functions from plain structs to markup. They decide nothing and hold no sentences.

pub mod components;
pub mod layout;
pub mod public;
pub mod staff;

use crate::domain::clock::Moment;
use crate::domain::language::{Language, Localized};
use crate::domain::links::Links;
use crate::domain::retention::Retention;
use crate::domain::staff::StaffRole;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What every page knows about its reader and the house.
#[derive(Debug, Clone)]
pub struct Ctx {
    /// The language of the page.
    pub lang: Language,
    /// The address of the page as the reader has it, query and all, for the language switch.
    pub path: String,
    /// Now.
    pub now: Moment,
    /// The municipality.
    pub site: Arc<Site>,
    /// Who is logged in.
    pub user: Option<SignedIn>,
    /// The token of the link that shows a round before it is public, where the reader came by one.
    pub preview: Option<Arc<str>>,
    /// What every form carries to show that it is ours; see `components/form_token.rs`.
    pub form_token: Option<FormToken>,
}

/// What a form carries. It remembers that a page has used it, because a page with a form is for one
/// browser alone.
#[derive(Debug, Clone)]
pub struct FormToken {
    value: String,
    is_shown: Arc<AtomicBool>,
}

impl FormToken {
    /// The token; `is_shown` becomes true when a page shows it.
    #[must_use]
    pub fn new(value: String, is_shown: Arc<AtomicBool>) -> Self {
        Self { value, is_shown }
    }

    /// Its value, for a page.
    #[must_use]
    pub fn show(&self) -> &str {
        self.is_shown.store(true, Ordering::Relaxed);
        &self.value
    }
}

impl Ctx {
    /// The addresses in the page's language.
    #[must_use]
    pub fn links(&self) -> Links {
        Links::new(self.lang)
    }

    /// Where a document of a round is read.
    #[must_use]
    pub fn document(&self, slug: &str, name: &str) -> String {
        match &self.preview {
            Some(token) => self.links().preview_document(token, name),
            None => self.links().document(slug, name),
        }
    }

    /// The reader's role among the staff.
    #[must_use]
    pub fn staff(&self) -> Option<StaffRole> {
        self.user.as_ref().and_then(|user| user.staff)
    }

    /// The reader's role in the whole installation.
    #[must_use]
    pub fn staff_everywhere(&self) -> Option<StaffRole> {
        self.user.as_ref().and_then(|user| user.everywhere)
    }
}

/// The municipality behind the service.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its name: «Bergen kommune».
    pub owner: String,
    /// Its postal address, in one line.
    pub address: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// What it says of privacy, in Markdown.
    pub privacy: Localized,
    /// What it says of accessibility, in Markdown.
    pub accessibility: Localized,
    /// How long what is kept of people is kept.
    pub retention: Retention,
    /// How many days the bytes of a file with harmful content are kept; `None` where they stay.
    pub quarantine_days: Option<u32>,
    /// The address of its own privacy statement.
    pub privacy_url: Option<String>,
    /// The address of its accessibility declaration, at uustatus.no.
    pub accessibility_url: Option<String>,
    /// Whether files are looked at by a virus scanner.
    pub has_scanner: bool,
    /// Whether anyone may log in as anyone, as in the demo; every page then says so.
    pub has_test_login: bool,
}

/// Somebody who has logged in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Their name, where the login provider tells it.
    pub name: Option<String>,
    /// Their role among the staff: on a round's pages the one they have there, elsewhere the highest.
    pub staff: Option<StaffRole>,
    /// Their role in the whole installation; some have one in single rounds only.
    pub everywhere: Option<StaffRole>,
}
