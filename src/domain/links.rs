//! Every address of the service, spelled once.

use super::ids::{AttachmentId, DraftId, InviteeId, QuestionId};
use super::language::Language;
use super::reference::Reference;

/// The addresses in one language: bokmål has no prefix, the others `/nn` and `/en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Links {
    language: Language,
}

/// The prefix of a language's addresses.
#[must_use]
pub fn prefix(language: Language) -> &'static str {
    match language {
        Language::Nb => "",
        Language::Nn => "/nn",
        Language::En => "/en",
    }
}

/// The language that `path` is in, and the path without its prefix.
#[must_use]
pub fn split_language(path: &str) -> (Language, &str) {
    for language in [Language::Nn, Language::En] {
        match path.strip_prefix(prefix(language)) {
            Some("") => return (language, "/"),
            Some(rest) if rest.starts_with('/') => return (language, rest),
            _ => {}
        }
    }
    (Language::Nb, path)
}

/// `path` (as the reader has it) in another language.
#[must_use]
pub fn in_language(path: &str, language: Language) -> String {
    let (_, rest) = split_language(path);
    match (prefix(language), rest) {
        ("", rest) => rest.to_owned(),
        (prefix, "/") => format!("{prefix}/"),
        (prefix, rest) => format!("{prefix}{rest}"),
    }
}

macro_rules! links {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $kind:ty),*) => $pattern:literal;)+) => {
        impl Links {
            $($(#[$doc])*
            #[must_use]
            pub fn $name(self, $($arg: $kind),*) -> String {
                format!(concat!("{}", $pattern), prefix(self.language), $($arg),*)
            })+
        }
    };
}

links! {
    /// The rounds.
    home() => "/";
    /// A round.
    round(slug: &str) => "/horinger/{}";
    /// The outcome of a round.
    outcome(slug: &str) => "/horinger/{}/resultat";
    /// A document of a round.
    document(slug: &str, name: &str) => "/horinger/{}/dokumenter/{}";
    /// An edition of a document.
    edition(slug: &str, name: &str, number: i32) => "/horinger/{}/dokumenter/{}/{}";
    /// The form as a file to fill in.
    form_docx(slug: &str) => "/horinger/{}/skjema.docx";
    /// The form to print.
    form_pdf(slug: &str) => "/horinger/{}/skjema.pdf";
    /// Upload a form that has been filled in.
    upload_form(slug: &str) => "/horinger/{}/innspill/last-opp";
    /// Upload one to change a submission with.
    upload_change(slug: &str, reference: &Reference) => "/horinger/{}/innspill/last-opp?endrer={}";
    /// Upload one to a draft that several write on.
    upload_shared(slug: &str, draft: &DraftId) => "/horinger/{}/innspill/last-opp?kladd={}";
    /// The form.
    form(slug: &str) => "/horinger/{}/innspill";
    /// The form, for an organisation from the start.
    form_for_organisation(slug: &str) => "/horinger/{}/innspill?rolle=organisasjon";
    /// The form, changing a submission.
    change(slug: &str, reference: &Reference) => "/horinger/{}/innspill?endrer={}";
    /// A draft that several write on; the form of it.
    shared_draft(slug: &str, draft: &DraftId) => "/horinger/{}/innspill?kladd={}";
    /// Check the answers of a draft that several write on.
    check_shared(slug: &str, draft: &DraftId) => "/horinger/{}/innspill/kontroll?kladd={}";
    /// Who writes on one's draft (POST changes that).
    sharing(slug: &str) => "/horinger/{}/innspill/sammen";
    /// Who writes on a shared draft (POST changes that).
    sharing_of(slug: &str, draft: &DraftId) => "/horinger/{}/innspill/sammen?kladd={}";
    /// An invitation to write on a draft (POST takes it).
    invitation(token: &str) => "/invitasjon/{}";
    /// What a consulted body is invited to (POST answers or declines).
    invited(token: &str) => "/invitert/{}";
    /// A round without login: begin (POST does).
    start(slug: &str) => "/horinger/{}/start";
    /// A round's links by letter: ask for one (POST does).
    ask_link(slug: &str) => "/horinger/{}/e-post";
    /// A link by letter (POST uses it).
    login_link(token: &str) => "/lenke/{}";
    /// Check your answers.
    check(slug: &str) => "/horinger/{}/innspill/kontroll";
    /// Check your answers, changing a submission.
    check_change(slug: &str, reference: &Reference) => "/horinger/{}/innspill/kontroll?endrer={}";
    /// The files of one's draft (POST adds, replaces or takes away).
    files(slug: &str) => "/horinger/{}/innspill/vedlegg";
    /// The files of a change of a submission.
    files_of_change(slug: &str, reference: &Reference) => "/horinger/{}/innspill/vedlegg?endrer={}";
    /// The files of a draft that several write on.
    files_of_shared(slug: &str, draft: &DraftId) => "/horinger/{}/innspill/vedlegg?kladd={}";
    /// One file of one's draft.
    draft_file(slug: &str, file: &AttachmentId) => "/horinger/{}/innspill/vedlegg/{}";
    /// One file of a change of a submission.
    change_file(slug: &str, file: &AttachmentId, reference: &Reference) => "/horinger/{}/innspill/vedlegg/{}?endrer={}";
    /// One file of a draft that several write on.
    shared_file(slug: &str, file: &AttachmentId, draft: &DraftId) => "/horinger/{}/innspill/vedlegg/{}?kladd={}";
    /// Throws a draft away (POST).
    discard(slug: &str) => "/horinger/{}/innspill/forkast";
    /// Throws a change of a submission away (POST).
    discard_change(slug: &str, reference: &Reference) => "/horinger/{}/innspill/forkast?endrer={}";
    /// Throws a draft that several write on away (POST).
    discard_shared(slug: &str, draft: &DraftId) => "/horinger/{}/innspill/forkast?kladd={}";
    /// A person's own submissions.
    my_submissions() => "/mine-innspill";
    /// A submission of one's own: the receipt.
    my_submission(reference: &Reference) => "/mine-innspill/{}";
    /// The received text, as the hash covers it.
    my_text(reference: &Reference) => "/mine-innspill/{}/innspill.txt";
    /// One file of a submission of one's own.
    my_file(reference: &Reference, file: &AttachmentId) => "/mine-innspill/{}/vedlegg/{}";
    /// Withdraw a submission.
    withdraw(reference: &Reference) => "/mine-innspill/{}/trekk";
    /// Everything that is kept about oneself.
    my_data() => "/mine-innspill/opplysninger";
    /// The same as a file.
    my_data_file() => "/mine-innspill/opplysninger/last-ned";
    /// Remove what may be removed of it (GET asks, POST does it).
    remove_my_data() => "/mine-innspill/opplysninger/slett";
    /// What the municipality says of privacy.
    privacy() => "/personvern";
    /// What it says of accessibility.
    accessibility() => "/tilgjengelighet";
    /// Log in.
    login() => "/logg-inn";
    /// Log in at a provider.
    login_at(provider: &str) => "/logg-inn/{}";
    /// Log out (POST).
    logout() => "/logg-ut";
    /// Where one is logged in (POST ends one or all others).
    my_sessions() => "/innlogginger";
    /// Staff: the rounds.
    staff_home() => "/saksbehandling";
    /// Staff: a round's submissions.
    staff_round(slug: &str) => "/saksbehandling/{}";
    /// Staff: one submission.
    staff_submission(slug: &str, reference: &Reference) => "/saksbehandling/{}/innspill/{}";
    /// Staff: one file of a submission.
    staff_file(slug: &str, reference: &Reference, file: &AttachmentId) => "/saksbehandling/{}/innspill/{}/vedlegg/{}";
    /// Staff: how a round runs, in numbers.
    staff_progress(slug: &str) => "/saksbehandling/{}/utvikling";
    /// Staff: all answers to one question.
    staff_question(slug: &str, number: i32) => "/saksbehandling/{}/sporsmal/{}";
    /// Staff: the codebook.
    staff_codes(slug: &str) => "/saksbehandling/{}/kodebok";
    /// Staff: the export page, and the export itself (POST).
    staff_export(slug: &str) => "/saksbehandling/{}/eksport";
    /// Administrators: make a round (POST does).
    new_round() => "/saksbehandling/ny";
    /// Administrators: set a round up (POST publishes it, or shares a preview).
    setup(slug: &str) => "/saksbehandling/{}/oppsett";
    /// Administrators: one part of it (POST changes it).
    setup_part(slug: &str, part: &str) => "/saksbehandling/{}/oppsett/{}";
    /// Administrators: remove a round that nobody has used (GET asks, POST does it).
    remove_round(slug: &str) => "/saksbehandling/{}/oppsett/slett";
    /// A round before it is public, for those who have the link.
    preview(token: &str) => "/forhandsvisning/{}";
    /// One of its documents.
    preview_document(token: &str, name: &str) => "/forhandsvisning/{}/dokumenter/{}";
    /// Administrators: open, extend, close, reopen (GET the page, POST a deed).
    staff_manage(slug: &str) => "/saksbehandling/{}/styring";
    /// Administrators: what a round asks (POST moves a question, or publishes the changes).
    staff_form(slug: &str) => "/saksbehandling/{}/skjema";
    /// Administrators: a new question (POST adds it).
    staff_new_question(slug: &str) => "/saksbehandling/{}/skjema/nytt";
    /// Administrators: one question, by its origin (POST changes or removes it).
    staff_asked(slug: &str, origin: &QuestionId) => "/saksbehandling/{}/skjema/sporsmal/{}";
    /// The same as [`Self::staff_code`], with a key that fits into addresses.
    staff_escaped_code(slug: &str, key: &str) => "/saksbehandling/{}/kodebok/{}";
    /// Administrators: a round's outcome (POST saves it, or makes it public).
    staff_outcome(slug: &str) => "/saksbehandling/{}/resultat";
    /// Administrators: a round's documents (POST adds or moves one).
    staff_documents(slug: &str) => "/saksbehandling/{}/dokumenter";
    /// Administrators: one document (POST changes, replaces or removes it).
    staff_document(slug: &str, name: &str) => "/saksbehandling/{}/dokumenter/{}";
    /// Administrators: a round's consulted bodies (POST adds, invites, plans or takes out the list).
    staff_invitees(slug: &str) => "/saksbehandling/{}/inviterte";
    /// Administrators: one consulted body (POST changes, writes again, stops or removes it).
    staff_invitee(slug: &str, id: &InviteeId) => "/saksbehandling/{}/inviterte/{}";
    /// Administrators: who has which role (POST gives one or takes one away).
    staff_access() => "/saksbehandling/tilganger";
    /// A one-time link for an administrator (POST uses it).
    staff_link(token: &str) => "/logg-inn/administrator/{}";
    /// Administrators: the audit log (POST takes it out as a file).
    staff_log() => "/saksbehandling/logg";
    /// Staff: letters that wait or failed (POST puts one back).
    staff_letters() => "/saksbehandling/brev";
    /// The rounds as an Atom feed.
    feed() => "/horinger.atom";
    /// A round's deadline for a calendar.
    calendar(slug: &str) => "/horinger/{}/frist.ics";
    /// Ask for letters about new rounds (POST does).
    subscribe() => "/abonner";
    /// Say yes to such letters, or stop them (POST does).
    subscription(token: &str) => "/abonner/{}";
    /// Stops such letters with one press in a mail program (POST).
    unsubscribe(token: &str) => "/abonner/{}/stopp";
}

/// The description of the open data.
pub const API_DESCRIPTION: &str = "/api/v1/openapi.json";
/// The rounds as open data.
pub const API_ROUNDS: &str = "/api/v1/rounds";

/// A round as open data.
#[must_use]
pub fn api_round(slug: &str) -> String {
    format!("{API_ROUNDS}/{slug}")
}

/// A round's documents as open data.
#[must_use]
pub fn api_documents(slug: &str) -> String {
    format!("{API_ROUNDS}/{slug}/documents")
}

impl Links {
    /// The addresses in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Log in, and come back to `path` afterwards.
    #[must_use]
    pub fn login_and_back(self, path: &str) -> String {
        with_back(&self.login(), path)
    }

    /// Log in at a provider, and come back to `path` afterwards.
    #[must_use]
    pub fn login_at_and_back(self, provider: &str, path: &str) -> String {
        with_back(&self.login_at(provider), path)
    }

    /// Ask for a link by letter, and come to `path` with it.
    #[must_use]
    pub fn ask_link_and_back(self, slug: &str, path: &str) -> String {
        with_back(&self.ask_link(slug), path)
    }

    /// Administrators: one heading of the codebook, whatever its key is (POST changes or removes it).
    #[must_use]
    pub fn staff_code(self, slug: &str, key: &str) -> String {
        let escaped: String = url::form_urlencoded::byte_serialize(key.as_bytes()).collect();
        self.staff_escaped_code(slug, &escaped.replace('+', "%20"))
    }

    /// Begin without login, and go on to `path`.
    #[must_use]
    pub fn start_and_back(self, slug: &str, path: &str) -> String {
        with_back(&self.start(slug), path)
    }

    /// A link by letter that leads to `path`.
    #[must_use]
    pub fn login_link_and_back(self, token: &str, path: &str) -> String {
        with_back(&self.login_link(token), path)
    }
}

fn with_back(link: &str, path: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("tilbake", path);
    format!("{link}?{}", query.finish())
}

#[cfg(test)]
#[path = "links_tests.rs"]
mod tests;
