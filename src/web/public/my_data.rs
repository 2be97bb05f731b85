//! Everything that is kept about a person: shown, downloaded, and removed where the law allows.

use crate::actions::Stopped;
use crate::actions::discard_draft::discard_draft;
use crate::actions::forget_contacts::forget_contacts;
use crate::actions::withdraw::withdraw;
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::person::{Identity, PersonHasher, PersonKey};
use crate::domain::submission::{Status, Submission, may_change};
use crate::exports::personal_data::{
    DraftData, LetterData, LoggedData, MembershipData, PersonalData, RevisionData, SentData,
};
use crate::store::{
    Reading, StoreError, attachments, consultations, drafts, forms, letters, login_links, persons, sessions,
    submissions,
};
use crate::web::error::PageError;
use crate::web::respond::{html, see_other};
use crate::web::views::public::my_data::{
    MyDataPage, RemovalPage, about_the_file, my_data_page, removal_page,
};
use crate::web::visit::Citizen;
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// What has just happened.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Happened {
    slettet: String,
}

/// What is to be removed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    kladder: String,
    innspill: String,
}

/// How much there is of each kind.
///
/// # Errors
/// When the database fails.
pub async fn show(citizen: Citizen, happened: web::Query<Happened>) -> Result<HttpResponse, PageError> {
    let data = find(&citizen).await?;
    let page = MyDataPage {
        sessions: data.sessions.len(),
        drafts: data.drafts.len(),
        submissions: data.submissions.len(),
        letters: data.submissions.iter().map(|one| one.letters.len()).sum(),
        log_lines: data.log.len(),
        has_removed: !happened.slettet.is_empty(),
    };
    Ok(html(my_data_page(&page, &citizen.visit.ctx)))
}

/// All of it, as a file.
///
/// # Errors
/// When the database fails.
pub async fn download(citizen: Citizen) -> Result<HttpResponse, PageError> {
    let data = find(&citizen).await?;
    let json = serde_json::to_vec_pretty(&data.to_json(&about_the_file(&citizen.visit.ctx)));
    let json = json.map_err(|error| PageError::Failed(error.into()))?;
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header(ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: vec![DispositionParam::Filename("opplysninger.json".to_owned())],
        })
        .body(json))
}

/// Says what would be removed and what is kept, and asks.
///
/// # Errors
/// When the database fails.
pub async fn ask_remove(citizen: Citizen) -> Result<HttpResponse, PageError> {
    let data = find(&citizen).await?;
    let now = citizen.visit.now();
    let (standing, kept): (Vec<_>, Vec<_>) =
        data.submissions.iter().partition(|one| may_withdraw(&one.submission, &one.round, now));
    let shared = data.drafts.iter().filter(|one| one.draft.sharing.is_some()).count();
    let page = RemovalPage {
        drafts: data.drafts.len() - shared,
        has_shared: shared > 0,
        withdrawable: standing.iter().map(|one| one.submission.reference.clone()).collect(),
        kept: kept.iter().map(|one| one.submission.reference.clone()).collect(),
    };
    Ok(html(removal_page(&page, &citizen.visit.ctx)))
}

fn may_withdraw(submission: &Submission, round: &Consultation, now: Moment) -> bool {
    submission.status == Status::Received && may_change(round, now).is_ok()
}

/// Removes what was chosen: drafts at once, but for those that others write on too; submissions are withdrawn, with a receipt, and their
/// addresses forgotten.
///
/// # Errors
/// When the database fails; what has been removed by then stays removed.
pub async fn remove(citizen: Citizen, chosen: web::Form<Chosen>) -> Result<HttpResponse, PageError> {
    let data = find(&citizen).await?;
    let (visit, now) = (&citizen.visit, citizen.visit.now());
    let house = &visit.house;
    if !chosen.kladder.is_empty() {
        for DraftData { draft, .. } in data.drafts.iter().filter(|one| one.draft.sharing.is_none()) {
            match discard_draft(&house.store, draft.person.clone(), draft.place(), now).await {
                // Gone already is as good.
                Ok(()) | Err(Stopped::Refused(_)) => {}
                Err(Stopped::Failed(error)) => return Err(error.into()),
            }
        }
    }
    if !chosen.innspill.is_empty() {
        for one in data.submissions.iter().filter(|one| may_withdraw(&one.submission, &one.round, now)) {
            let (reference, identity) = (one.submission.reference.clone(), citizen.identity.clone());
            let (hasher, letterhead) = (house.hasher.clone(), house.letterhead.clone());
            match withdraw(&house.store, reference, identity, hasher, letterhead, now).await {
                // The deadline may just have passed; the page will say that it stands.
                Ok(_) | Err(Stopped::Refused(_)) => {}
                Err(Stopped::Failed(error)) => return Err(error.into()),
            }
        }
        let keys = data.submissions.iter().filter_map(|one| one.submission.person.clone()).collect();
        match forget_contacts(&house.store, keys, now).await {
            Ok(()) | Err(Stopped::Refused(_)) => {}
            Err(Stopped::Failed(error)) => return Err(error.into()),
        }
    }
    Ok(see_other(format!("{}?slettet=1", visit.links().my_data())))
}

async fn find(citizen: &Citizen) -> Result<PersonalData, PageError> {
    let (hasher, identity) = (citizen.visit.house.hasher.clone(), citizen.identity.clone());
    let now = citizen.visit.now();
    let found = citizen.visit.house.store.read_snapshot(move |tx| gather(tx, &hasher, identity, now)).await;
    Ok(found?)
}

/// Everything that hangs on the keys that `identity` has in all rounds, and nothing else.
fn gather(
    tx: &mut Reading<'_>,
    hasher: &PersonHasher,
    identity: Identity,
    now: Moment,
) -> Result<PersonalData, StoreError> {
    let rounds = consultations::list(tx)?;
    let keys: Vec<PersonKey> =
        rounds.iter().flat_map(|round| hasher.of_identity(round.id, &identity)).collect();
    let round_of = |id| rounds.iter().find(|round| round.id == id).cloned();
    let mut drafts = drafts::list_by_person(tx, &keys)?;
    drafts.retain(|draft| keys.contains(&draft.person));
    let mut own = submissions::list_by_person(tx, &keys)?;
    own.retain(|one| one.person.as_ref().is_some_and(|person| keys.contains(person)));
    let subjects = own.iter().map(|one| one.reference.to_string());
    let subjects: Vec<String> = subjects.chain(drafts.iter().map(|draft| draft.id.to_string())).collect();
    let log = persons::list_log_lines(tx, &subjects)?.into_iter().map(|line| LoggedData {
        at: line.at,
        role: line.actor.split(':').next().unwrap_or_default().to_owned(),
        event: line.event,
        subject: line.subject,
    });
    let ids: Vec<_> = drafts.iter().map(|draft| draft.id).collect();
    let mut files = attachments::list_of_drafts(tx, &ids)?;
    let mut written = Vec::new();
    for draft in drafts {
        if let Some(round) = round_of(draft.consultation_id) {
            let typed_in = forms::find_numbered(tx, round.id, draft.content.form.max(1))?;
            let form = match typed_in {
                Some(form) => form,
                None => forms::find_current(tx, round.id)?,
            };
            let files = files.remove(&draft.id);
            written.push(DraftData { round, form, draft, files: files.unwrap_or_default() });
        }
    }
    let mut sent = Vec::new();
    for submission in own {
        if let Some(round) = round_of(submission.consultation_id) {
            sent.push(with_all(tx, submission, round)?);
        }
    }
    Ok(PersonalData {
        made_at: now,
        sessions: sessions::list_live_of(tx, &identity, now)?,
        drafts: written,
        submissions: sent,
        log: log.collect(),
        memberships: persons::list_memberships(tx, &keys)?
            .into_iter()
            .map(|one| MembershipData { of: one.of, name: one.name })
            .collect(),
        address: login_links::find_address(tx, &identity.subject)?,
        identity,
    })
}

fn with_all(
    tx: &mut Reading<'_>,
    submission: Submission,
    round: Consultation,
) -> Result<SentData, StoreError> {
    let mut revisions = Vec::new();
    let all = submissions::list_revisions(tx, submission.id)?;
    let mut files = attachments::list_of_revisions(tx, &all.iter().map(|one| one.id).collect::<Vec<_>>())?;
    for revision in all {
        let form = forms::find(tx, revision.form_version_id)?;
        let files = files.remove(&revision.id).unwrap_or_default();
        revisions.push(RevisionData { revision, form, files });
    }
    let letters = letters::list_by_submission(tx, submission.id)?.into_iter();
    let letters = letters.map(|letter| LetterData {
        kind: letter.kind,
        state: letter.state,
        created_at: letter.created_at,
    });
    Ok(SentData { letters: letters.collect(), revisions, submission, round })
}
