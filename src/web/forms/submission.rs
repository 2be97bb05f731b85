//! The form of a submission: read as it was typed, then checked.

use crate::domain::attachment::Attachment;
use crate::domain::draft::DraftContent;
use crate::domain::ids::DraftId;
use crate::domain::language::Language;
use crate::domain::person::Role;
use crate::domain::question::FormVersion;
use crate::domain::respondent::{OrgNumber, Respondent, RespondentKind};
use crate::domain::submission::Answer;
use crate::domain::text::as_kept;
use crate::domain::way_in::WayIn;
use crate::web::forms::answers::{check_answers, check_substance, take_answer};
use crate::web::views::public::mistakes::Mistake;
use std::collections::HashSet;
use validator::{Validate, ValidationErrors};

/// The longest name of a person or an organisation, in characters.
pub const NAME_MAX_CHARS: u64 = 200;

/// What one press of a button sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The draft that the page was about.
    pub draft_id: DraftId,
    /// The version of it that the page showed.
    pub version: i32,
    /// When the form was first shown, sealed by us.
    pub begun: String,
    /// What the person wants.
    pub wants: Wants,
    /// What has been typed.
    pub content: DraftContent,
}

/// Which button it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// Save, and stay.
    Save,
    /// Save, and go on to its files.
    Files,
    /// Save, and go on to check it.
    Check,
}

/// Reads the fields of the form. Text is kept as [`as_kept`] says; nothing else is changed.
/// `None` where it cannot have come from our page: no draft, a field twice, or a character that cannot
/// be kept.
#[must_use]
pub fn read(fields: Vec<(String, String)>) -> Option<Sent> {
    let (mut draft_id, mut version, mut wants) = (None, 0, Wants::Check);
    let mut begun = String::new();
    let mut content = DraftContent::default();
    let mut seen = HashSet::new();
    for (name, value) in fields {
        // No page of ours has a field twice, and nobody can know which one was meant.
        if value.contains('\0') || !seen.insert(name.clone()) {
            return None;
        }
        let value = as_kept(&value);
        match name.as_str() {
            "draft" => draft_id = value.parse().ok().map(DraftId),
            "version" => version = value.parse().ok()?,
            "form" => content.form = value.parse().ok()?,
            "begun" => begun = value,
            "do" if value == "save" => wants = Wants::Save,
            "do" if value == "files" => wants = Wants::Files,
            "role" => content.role = value,
            "name" => content.name = value,
            "organisation" => content.organisation = value,
            "org_number" => content.org_number = value,
            "email" => content.email = value,
            "language" => content.language = value,
            "wants_outcome" => content.wants_outcome = true,
            "no_comment" => content.no_comment = true,
            name => take_answer(name, value, &mut content.answers),
        }
    }
    Some(Sent { draft_id: draft_id?, version, begun, wants, content })
}

/// A draft with nothing wrong in it.
#[derive(Debug, Clone)]
pub struct Checked {
    /// For whom the person answers.
    pub role: Role,
    /// Who answers.
    pub respondent: Respondent,
    /// «Uten merknad».
    pub no_comment: bool,
    /// The answers that have something in them.
    pub answers: Vec<Answer>,
}

/// The fields about the respondent, for the rules that are the same for everyone.
#[derive(Validate)]
struct AboutYou<'a> {
    #[validate(length(min = 1, max = NAME_MAX_CHARS))]
    name: &'a str,
    #[validate(email)]
    email: &'a str,
}

/// The fields about the organisation, where there is one.
#[derive(Validate)]
struct AboutOrganisation<'a> {
    #[validate(length(min = 1, max = NAME_MAX_CHARS))]
    organisation: &'a str,
}

/// Checks everything, and tells every mistake at once, in the order of the form.
///
/// # Errors
/// The mistakes.
pub fn check(
    content: &DraftContent,
    attachments: &[Attachment],
    form: &FormVersion,
    way: WayIn,
) -> Result<Checked, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let role = check_role(content, &mut mistakes);
    let about = AboutYou { name: content.name.trim(), email: content.email.trim() };
    let errors = about.validate().err().unwrap_or_default();
    if is_wrong(&errors, "name") {
        let empty = about.name.is_empty();
        mistakes.push(if empty { Mistake::NameMissing } else { Mistake::NameTooLong(NAME_MAX_CHARS) });
    }
    // Without login nobody need say who they are, unless they want to be written to.
    let may_lack_address = way == WayIn::Open && about.email.is_empty() && !content.wants_outcome;
    if is_wrong(&errors, "email") && !may_lack_address {
        mistakes.push(if about.email.is_empty() { Mistake::EmailMissing } else { Mistake::EmailWrong });
    }
    let language = Language::from_tag(&content.language);
    if language.is_none() {
        mistakes.push(Mistake::LanguageMissing);
    }
    let answers = check_answers(content, form, &mut mistakes);
    check_substance(content, attachments, &answers, &mut mistakes);
    let (Some(role), Some(language), true) = (role, language, mistakes.is_empty()) else {
        return Err(mistakes);
    };
    let respondent = respondent(content, &role, language);
    Ok(Checked { role, respondent, no_comment: content.no_comment, answers })
}

fn check_role(content: &DraftContent, mistakes: &mut Vec<Mistake>) -> Option<Role> {
    match content.role.as_str() {
        "self" => Some(Role::Oneself),
        "organisation" => check_organisation(content, mistakes),
        _ => {
            mistakes.push(Mistake::RoleMissing);
            None
        }
    }
}

fn check_organisation(content: &DraftContent, mistakes: &mut Vec<Mistake>) -> Option<Role> {
    let about = AboutOrganisation { organisation: content.organisation.trim() };
    let errors = about.validate().err().unwrap_or_default();
    if is_wrong(&errors, "organisation") {
        let empty = about.organisation.is_empty();
        mistakes.push(if empty {
            Mistake::OrganisationMissing
        } else {
            Mistake::OrganisationTooLong(NAME_MAX_CHARS)
        });
    }
    // A council or a parents' group may have no number; one that is given must be right.
    if content.org_number.trim().is_empty() {
        return Some(Role::Named(about.organisation.to_owned()));
    }
    let number = OrgNumber::parse(&content.org_number);
    if number.is_none() {
        mistakes.push(Mistake::OrgNumberWrong);
    }
    number.map(Role::Numbered)
}

fn is_wrong(errors: &ValidationErrors, field: &str) -> bool {
    errors.field_errors().contains_key(field)
}

fn respondent(content: &DraftContent, role: &Role, language: Language) -> Respondent {
    let (kind, organisation, org_number) = match role {
        Role::Oneself => (RespondentKind::Person, None, None),
        Role::Named(_) => (RespondentKind::Organisation, Some(content.organisation.trim()), None),
        Role::Numbered(number) => {
            (RespondentKind::Organisation, Some(content.organisation.trim()), Some(number.clone()))
        }
    };
    Respondent {
        kind,
        name: content.name.trim().to_owned(),
        organisation: organisation.map(str::to_owned),
        org_number,
        email: Some(content.email.trim()).filter(|email| !email.is_empty()).map(str::to_owned),
        group_size: None,
        group_ages: None,
        language,
        wants_outcome: content.wants_outcome,
    }
}

/// A submission as the form would have been typed, to change it.
#[must_use]
pub fn retyped(respondent: &Respondent, no_comment: bool, answers: &[Answer]) -> DraftContent {
    let role = if respondent.kind == RespondentKind::Person { "self" } else { "organisation" };
    DraftContent {
        role: role.to_owned(),
        name: respondent.name.clone(),
        organisation: respondent.organisation.clone().unwrap_or_default(),
        org_number: respondent.org_number.as_ref().map(|n| n.as_str().to_owned()).unwrap_or_default(),
        email: respondent.email.clone().unwrap_or_default(),
        language: respondent.language.tag().to_owned(),
        wants_outcome: respondent.wants_outcome,
        no_comment,
        answers: answers.iter().map(|answer| (answer.number, answer.text.clone())).collect(),
        ..DraftContent::default()
    }
}
