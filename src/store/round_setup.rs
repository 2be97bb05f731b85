//! Rounds as those who set them up change them; and their removal, before anybody has used them.

use super::rows::{from_json, to_json};
use super::schema::{
    codes, consultations, documents, drafts, form_versions, questions, staff_grants, submissions,
};
use super::sql_types::{DbId, DbJson};
use super::{Reading, StoreError, Writing};
use crate::domain::consultation::Consultation;
use crate::domain::ids::ConsultationId;
use crate::domain::language::Localized;
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

/// What those who set a round up decide, apart from its moments: all of it is written, also what is no
/// longer there.
#[derive(AsChangeset)]
#[diesel(table_name = consultations, treat_none_as_null = true)]
struct SetupRow {
    slug: String,
    process: Option<String>,
    case_number: String,
    unit: DbJson,
    contact: DbJson,
    title: DbJson,
    lede: DbJson,
    body: DbJson,
    next_steps: DbJson,
    announced_on: String,
    late_counts: bool,
    who_may_answer: String,
    who_may_answer_why: Option<DbJson>,
    language_missing_why: Option<String>,
    previous_id: Option<DbId>,
    version: i32,
}

/// How often the round has been changed by those who set it up.
///
/// # Errors
/// When the database fails, or there is no such round.
pub fn find_version(tx: &mut Reading<'_>, round: ConsultationId) -> Result<i32, StoreError> {
    let found = consultations::table.filter(consultations::id.eq(DbId(round.0)));
    Ok(found.select(consultations::version).first(tx.connection)?)
}

/// Writes all that is decided of `round` but its moments, where it is still of this `version`; whether
/// it was.
///
/// # Errors
/// `AlreadyThere` when the slug is taken.
pub fn update(tx: &mut Writing<'_>, round: &Consultation, version: i32) -> Result<bool, StoreError> {
    let row = SetupRow {
        slug: round.slug.clone(),
        process: round.process.clone(),
        case_number: round.case_number.clone(),
        unit: to_json(&round.unit)?,
        contact: to_json(&round.contact)?,
        title: to_json(&round.title)?,
        lede: to_json(&round.lede)?,
        body: to_json(&round.body)?,
        next_steps: to_json(&round.next_steps)?,
        announced_on: round.announced_on.to_string(),
        late_counts: round.late_counts,
        who_may_answer: round.who_may_answer.name().to_owned(),
        who_may_answer_why: round.who_may_answer_why.as_ref().map(to_json).transpose()?,
        language_missing_why: round.language_missing_why.clone(),
        previous_id: round.previous_id.map(|id| DbId(id.0)),
        version: version.saturating_add(1),
    };
    let found = consultations::table
        .filter(consultations::id.eq(DbId(round.id.0)))
        .filter(consultations::version.eq(version));
    // A slug that is taken must leave the transaction fit for use.
    tx.connection.transaction(|connection| Ok(diesel::update(found).set(row).execute(connection)? == 1))
}

/// A round by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundName {
    /// Its id.
    pub id: ConsultationId,
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: Localized,
}

/// The names of the rounds that were made last, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_names(tx: &mut Reading<'_>, limit: i64) -> Result<Vec<RoundName>, StoreError> {
    let rows: Vec<(DbId, String, DbJson)> = consultations::table
        .order((consultations::created_at.desc(), consultations::id.desc()))
        .limit(limit)
        .select((consultations::id, consultations::slug, consultations::title))
        .load(tx.connection)?;
    let name = |(id, slug, title): (DbId, String, DbJson)| {
        Ok(RoundName { id: ConsultationId(id.0), slug, title: from_json(&title)? })
    };
    rows.into_iter().map(name).collect()
}

/// Whether anything has come in: a submission, or a draft that somebody has begun.
///
/// # Errors
/// When the database fails.
pub fn has_input(tx: &mut Reading<'_>, round: ConsultationId) -> Result<bool, StoreError> {
    let sent: Option<DbId> = submissions::table
        .filter(submissions::consultation_id.eq(DbId(round.0)))
        .select(submissions::id)
        .first(tx.connection)
        .optional()?;
    let begun: Option<DbId> = drafts::table
        .filter(drafts::consultation_id.eq(DbId(round.0)))
        .select(drafts::id)
        .first(tx.connection)
        .optional()?;
    Ok(sent.is_some() || begun.is_some())
}

/// Removes a round and all that it was set up with; false, with everything as it was, where something
/// else refers to it.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, round: ConsultationId) -> Result<bool, StoreError> {
    let id = DbId(round.0);
    let removed = tx.connection.transaction(|connection| {
        let later = consultations::table.filter(consultations::previous_id.eq(id));
        diesel::update(later).set(consultations::previous_id.eq(None::<DbId>)).execute(connection)?;
        let below = codes::table.filter(codes::consultation_id.eq(id)).filter(codes::parent_id.is_not_null());
        diesel::delete(below).execute(connection)?;
        diesel::delete(codes::table.filter(codes::consultation_id.eq(id))).execute(connection)?;
        let versions = form_versions::table.filter(form_versions::consultation_id.eq(id));
        let versions: Vec<DbId> = versions.select(form_versions::id).load(connection)?;
        diesel::delete(questions::table.filter(questions::form_version_id.eq_any(versions)))
            .execute(connection)?;
        diesel::delete(form_versions::table.filter(form_versions::consultation_id.eq(id)))
            .execute(connection)?;
        diesel::delete(documents::table.filter(documents::consultation_id.eq(id))).execute(connection)?;
        diesel::delete(staff_grants::table.filter(staff_grants::consultation_id.eq(id)))
            .execute(connection)?;
        diesel::delete(consultations::table.filter(consultations::id.eq(id))).execute(connection)
    });
    match removed {
        Ok(_) => Ok(true),
        Err(Error::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
