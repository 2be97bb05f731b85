//! Everything that is kept about one person, as JSON for that person.

use crate::domain::attachment::Attachment;
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::draft::Draft;
use crate::domain::language::Language;
use crate::domain::letter::{LetterKind, LetterState};
use crate::domain::person::{Identity, PersonKey};
use crate::domain::question::FormVersion;
use crate::domain::respondent::{OrgNumber, Respondent};
use crate::domain::session::Session;
use crate::domain::staff::StaffRole;
use crate::domain::submission::{Answer, Revision, Submission};
use serde_json::{Value, json};

/// Everything that is kept about a person.
#[derive(Debug)]
pub struct PersonalData {
    /// When it was gathered.
    pub made_at: Moment,
    /// Who they are to us.
    pub identity: Identity,
    /// Where they are logged in.
    pub sessions: Vec<Session>,
    /// What they have typed and not sent.
    pub drafts: Vec<DraftData>,
    /// What they have sent.
    pub submissions: Vec<SentData>,
    /// Where they write or read with others.
    pub memberships: Vec<MembershipData>,
    /// The address that a link by letter went to, for whoever came in that way.
    pub address: Option<String>,
    /// What the log says of it.
    pub log: Vec<LoggedData>,
}

/// A draft with its files.
#[derive(Debug)]
pub struct DraftData {
    /// The round.
    pub round: Consultation,
    /// What is asked.
    pub form: FormVersion,
    /// The draft.
    pub draft: Draft,
    /// Its files.
    pub files: Vec<Attachment>,
}

/// A revision with all that hangs on it.
#[derive(Debug)]
pub struct RevisionData {
    /// The revision.
    pub revision: Revision,
    /// The form that it answers.
    pub form: FormVersion,
    /// Its files.
    pub files: Vec<Attachment>,
}

/// A submission with all that hangs on it.
#[derive(Debug)]
pub struct SentData {
    /// The round.
    pub round: Consultation,
    /// The submission.
    pub submission: Submission,
    /// Every revision, newest first.
    pub revisions: Vec<RevisionData>,
    /// The letters about it.
    pub letters: Vec<LetterData>,
}

/// A letter. What it said and to whom is forgotten when it has been sent.
#[derive(Debug)]
pub struct LetterData {
    /// What it is about.
    pub kind: LetterKind,
    /// How far it has come.
    pub state: LetterState,
    /// When it was written.
    pub created_at: Moment,
}

/// A draft or submission that they share with others.
#[derive(Debug)]
pub struct MembershipData {
    /// The draft's id or the submission's reference.
    pub of: String,
    /// Their name, as the others read it.
    pub name: String,
}

/// A line of the audit log.
#[derive(Debug)]
pub struct LoggedData {
    /// When.
    pub at: Moment,
    /// Who, by their role alone: `citizen`, `worker`, `reader`.
    pub role: String,
    /// What happened.
    pub event: String,
    /// To which submission or draft.
    pub subject: String,
}

impl PersonalData {
    /// The file; `about` says in the person's language what it is.
    #[must_use]
    pub fn to_json(&self, about: &str) -> Value {
        json!({
            "about": about,
            "made_at": self.made_at.to_string(),
            "identity": {
                "issuer": self.identity.issuer,
                "subject": self.identity.subject,
                "address": self.address,
            },
            "sessions": self.sessions.iter().map(session).collect::<Vec<_>>(),
            "drafts": self.drafts.iter().map(draft).collect::<Vec<_>>(),
            "submissions": self.submissions.iter().map(sent).collect::<Vec<_>>(),
            "shared_with_others": self.memberships.iter().map(membership).collect::<Vec<_>>(),
            "log": self.log.iter().map(logged).collect::<Vec<_>>(),
        })
    }
}

fn session(one: &Session) -> Value {
    json!({
        "name": one.name,
        "provider": one.provider,
        "provider_session": one.sid,
        "level": one.identity.level,
        "locale": one.identity.locale,
        "role": one.role.map(StaffRole::name),
        "created_at": one.created_at.to_string(),
        "seen_at": one.seen_at.to_string(),
        "expires_at": one.expires_at.to_string(),
    })
}

fn draft(data: &DraftData) -> Value {
    let one = &data.draft;
    let language = Language::from_tag(&one.content.language).unwrap_or(Language::Nb);
    let answer = |(number, text): (&i32, &String)| reply(&data.form, *number, text, language);
    json!({
        "id": one.id,
        "consultation": data.round.slug,
        "content": one.content,
        "answers": one.content.answers.iter().map(answer).collect::<Vec<_>>(),
        "begun_at": one.begun_at.to_string(),
        "saved_at": one.saved_at.to_string(),
        "attachments": data.files.iter().map(attachment).collect::<Vec<_>>(),
    })
}

fn attachment(one: &Attachment) -> Value {
    json!({
        "id": one.id,
        "role": one.role.name(),
        "name": one.name,
        "kind": one.kind.name(),
        "size_bytes": one.size_bytes,
        "sha256": one.sha256,
        "added_at": one.added_at.to_string(),
        "scan": one.scan.name(),
    })
}

fn sent(data: &SentData) -> Value {
    let one = &data.submission;
    let letter = |letter: &LetterData| {
        json!({
            "kind": letter.kind.name(),
            "state": letter.state.name(),
            "created_at": letter.created_at.to_string(),
        })
    };
    json!({
        "reference": one.reference.as_str(),
        "consultation": data.round.slug,
        "channel": one.channel.name(),
        "status": one.status.name(),
        "withdrawn_at": one.withdrawn_at.map(|at| at.to_string()),
        "person_key": one.person.as_ref().map(PersonKey::as_str),
        "revisions": data.revisions.iter().map(revision).collect::<Vec<_>>(),
        "letters": data.letters.iter().map(letter).collect::<Vec<_>>(),
    })
}

fn revision(data: &RevisionData) -> Value {
    let (one, form) = (&data.revision, &data.form);
    let language = one.respondent.language;
    let answer = |answer: &Answer| reply(form, answer.number, &answer.text, language);
    json!({
        "number": one.number,
        "received_at": one.received_at.to_string(),
        "respondent": respondent(&one.respondent),
        "no_comment": one.no_comment,
        "answers": one.answers.iter().map(answer).collect::<Vec<_>>(),
        "text_sha256": one.text_sha256(),
        "documents": one.documents,
        "attachments": data.files.iter().map(attachment).collect::<Vec<_>>(),
    })
}

/// An answer as it is kept; where something was chosen also what that says.
fn reply(form: &FormVersion, number: i32, text: &str, language: Language) -> Value {
    let question = form.question(number);
    let asked = question.map(|question| question.wording.text(language));
    match question.filter(|question| !question.kind.is_text()) {
        None => json!({ "number": number, "question": asked, "text": text }),
        Some(question) => json!({
            "number": number,
            "question": asked,
            "text": question.read_aloud(text, language),
            "chosen": text.lines().collect::<Vec<_>>(),
        }),
    }
}

fn respondent(one: &Respondent) -> Value {
    json!({
        "kind": one.kind.name(),
        "name": one.name,
        "organisation": one.organisation,
        "org_number": one.org_number.as_ref().map(OrgNumber::as_str),
        "email": one.email,
        "group_size": one.group_size,
        "group_ages": one.group_ages,
        "language": one.language.tag(),
        "wants_outcome": one.wants_outcome,
    })
}

fn membership(one: &MembershipData) -> Value {
    json!({ "of": one.of, "name": one.name })
}

fn logged(line: &LoggedData) -> Value {
    json!({
        "at": line.at.to_string(),
        "by": line.role,
        "event": line.event,
        "subject": line.subject,
    })
}
