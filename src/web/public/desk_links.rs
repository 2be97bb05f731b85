//! The addresses around a desk: each for a new submission, for a change, or for a draft that several
//! write on.

use crate::domain::attachment::Attachment;
use crate::web::public::desk::Desk;
use crate::web::views::public::form::action;
use crate::web::visit::Visit;

impl Desk {
    /// The address of the form, for a new submission or a change.
    #[must_use]
    pub fn form_link(&self, visit: &Visit) -> String {
        let changes = self.changes.as_ref().map(|one| &one.reference);
        action(&visit.ctx, &self.round.slug, changes, self.shared())
    }

    /// The address of the page where its answers are checked.
    #[must_use]
    pub fn check_link(&self, visit: &Visit) -> String {
        let slug = &self.round.slug;
        match (&self.changes, self.shared()) {
            (Some(one), _) => visit.links().check_change(slug, &one.reference),
            (None, Some(draft)) => visit.links().check_shared(slug, &draft),
            (None, None) => visit.links().check(slug),
        }
    }

    /// The address of the page with its files.
    #[must_use]
    pub fn files_link(&self, visit: &Visit) -> String {
        let slug = &self.round.slug;
        match (&self.changes, self.shared()) {
            (Some(one), _) => visit.links().files_of_change(slug, &one.reference),
            (None, Some(draft)) => visit.links().files_of_shared(slug, &draft),
            (None, None) => visit.links().files(slug),
        }
    }

    /// The address where a filled-in form of it is handed in.
    #[must_use]
    pub fn upload_link(&self, visit: &Visit) -> String {
        let slug = &self.round.slug;
        match (&self.changes, self.shared()) {
            (Some(one), _) => visit.links().upload_change(slug, &one.reference),
            (None, Some(draft)) => visit.links().upload_shared(slug, &draft),
            (None, None) => visit.links().upload_form(slug),
        }
    }

    /// The address of one of its files.
    #[must_use]
    pub fn file_link(&self, visit: &Visit, file: &Attachment) -> String {
        let slug = &self.round.slug;
        match (&self.changes, self.shared()) {
            (Some(one), _) => visit.links().change_file(slug, &file.id, &one.reference),
            (None, Some(draft)) => visit.links().shared_file(slug, &file.id, &draft),
            (None, None) => visit.links().draft_file(slug, &file.id),
        }
    }
}
