//! What letters about drafts have in common: to whom, in which language, and where they lead.

use crate::domain::consultation::Consultation;
use crate::domain::draft::{Draft, DraftPlace};
use crate::domain::language::Language;
use crate::domain::links::Links;
use crate::domain::way_in::WayIn;

/// Where whoever has the draft reads letters, and in which language; nobody where there is no address yet.
#[must_use]
pub fn addressee(draft: &Draft) -> Option<(&str, Language)> {
    let address = draft.content.email.trim();
    // Nothing has been checked: what is no address would only come back.
    let (user, domain) = address.rsplit_once('@')?;
    let is_whole = !user.is_empty() && domain.contains('.') && !address.contains(char::is_whitespace);
    let language = Language::from_tag(&draft.content.language).unwrap_or(Language::Nb);
    is_whole.then_some((address, language))
}

/// The path to the draft; where a submission is changed, to all that is one's own.
#[must_use]
pub fn link(round: &Consultation, draft: &Draft, language: Language) -> String {
    let links = Links::new(language);
    match draft.place() {
        DraftPlace::New => links.form(&round.slug),
        DraftPlace::Shared(id) => links.shared_draft(&round.slug, &id),
        DraftPlace::Change(_) => match round.who_may_answer {
            WayIn::IdPorten => links.my_submissions(),
            WayIn::EMail | WayIn::Open => links.ask_link_and_back(&round.slug, &links.my_submissions()),
        },
    }
}
