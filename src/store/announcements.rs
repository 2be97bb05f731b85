//! What is told of rounds, and how far the worker has come in writing to each audience.

use super::rows::{from_json, from_name, to_json};
use super::schema::{announcements, mailings};
use super::sql_types::{DbId, DbJson, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::announcement::{Announcement, AnnouncementKind, Audience, Mailing};
use crate::domain::clock::Moment;
use crate::domain::ids::{AnnouncementId, ConsultationId};
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = announcements)]
struct AnnouncementRow {
    id: DbId,
    consultation_id: DbId,
    kind: String,
    note: Option<DbJson>,
    closed_before: DbMoment,
    closes_at: DbMoment,
    announced_at: DbMoment,
}

impl TryFrom<AnnouncementRow> for Announcement {
    type Error = StoreError;

    fn try_from(row: AnnouncementRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: AnnouncementId(row.id.0),
            consultation_id: ConsultationId(row.consultation_id.0),
            kind: from_name(&row.kind, AnnouncementKind::from_name)?,
            note: row.note.as_ref().map(from_json).transpose()?,
            closed_before: row.closed_before.0,
            closes_at: row.closes_at.0,
            announced_at: row.announced_at.0,
        })
    }
}

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = mailings)]
struct MailingRow {
    announcement_id: DbId,
    audience: String,
    reached: Option<DbId>,
    steps: i32,
    letters: i64,
    ended_at: Option<DbMoment>,
}

fn to_mailing((announcement, row): (AnnouncementRow, MailingRow)) -> Result<Mailing, StoreError> {
    Ok(Mailing {
        announcement: announcement.try_into()?,
        audience: from_name(&row.audience, Audience::from_name)?,
        reached: row.reached.map(|id| id.0),
        steps: row.steps,
        letters: row.letters,
        ended_at: row.ended_at.map(|at| at.0),
    })
}

/// Stores an announcement; the worker writes to its audiences.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Writing<'_>, announcement: &Announcement) -> Result<(), StoreError> {
    let row = AnnouncementRow {
        id: DbId(announcement.id.0),
        consultation_id: DbId(announcement.consultation_id.0),
        kind: announcement.kind.name().to_owned(),
        note: announcement.note.as_ref().map(to_json).transpose()?,
        closed_before: DbMoment(announcement.closed_before),
        closes_at: DbMoment(announcement.closes_at),
        announced_at: DbMoment(announcement.announced_at),
    };
    diesel::insert_into(announcements::table).values(row).execute(tx.connection)?;
    for audience in announcement.kind.audiences() {
        let row = MailingRow {
            announcement_id: DbId(announcement.id.0),
            audience: audience.name().to_owned(),
            reached: None,
            steps: 0,
            letters: 0,
            ended_at: None,
        };
        diesel::insert_into(mailings::table).values(row).execute(tx.connection)?;
    }
    Ok(())
}

/// The oldest mailing with somebody left to write to.
///
/// # Errors
/// When the database fails.
pub fn find_unfinished(tx: &mut Reading<'_>) -> Result<Option<Mailing>, StoreError> {
    mailings::table
        .inner_join(announcements::table)
        .filter(mailings::ended_at.is_null())
        .order((mailings::announcement_id, mailings::audience))
        .select((AnnouncementRow::as_select(), MailingRow::as_select()))
        .first(tx.connection)
        .optional()?
        .map(to_mailing)
        .transpose()
}

/// Takes the next step of a mailing for this transaction alone: whoever else has seen the same state waits,
/// and then finds it changed. False where somebody else was first.
///
/// # Errors
/// When the database fails.
pub fn take_step(tx: &mut Writing<'_>, seen: &Mailing) -> Result<bool, StoreError> {
    let as_seen = mailings::table
        .filter(mailings::announcement_id.eq(DbId(seen.announcement.id.0)))
        .filter(mailings::audience.eq(seen.audience.name()))
        .filter(mailings::steps.eq(seen.steps))
        .filter(mailings::ended_at.is_null());
    let taken = diesel::update(as_seen)
        .set(mailings::steps.eq(seen.steps.saturating_add(1)))
        .execute(tx.connection)?;
    Ok(taken == 1)
}

/// Notes how far a mailing has come: everyone as far as `reached` has been looked at, with `letters` more
/// letters; all of them where `reached` is nobody.
///
/// # Errors
/// When the database fails.
pub fn mark_reached(
    tx: &mut Writing<'_>,
    mailing: &Mailing,
    reached: Option<Uuid>,
    letters: i64,
    now: Moment,
) -> Result<(), StoreError> {
    let one = mailings::table
        .filter(mailings::announcement_id.eq(DbId(mailing.announcement.id.0)))
        .filter(mailings::audience.eq(mailing.audience.name()));
    let ended_at = reached.is_none().then_some(DbMoment(now));
    diesel::update(one)
        .set((
            mailings::reached.eq(reached.or(mailing.reached).map(DbId)),
            mailings::letters.eq(mailing.letters.saturating_add(letters)),
            mailings::ended_at.eq(ended_at),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// All that was announced of a round, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Announcement>, StoreError> {
    announcements::table
        .filter(announcements::consultation_id.eq(DbId(round.0)))
        .order(announcements::id)
        .select(AnnouncementRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(Announcement::try_from)
        .collect()
}

/// The mailings of a round, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_mailings(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<Mailing>, StoreError> {
    mailings::table
        .inner_join(announcements::table)
        .filter(announcements::consultation_id.eq(DbId(round.0)))
        .order((mailings::announcement_id, mailings::audience))
        .select((AnnouncementRow::as_select(), MailingRow::as_select()))
        .load(tx.connection)?
        .into_iter()
        .map(to_mailing)
        .collect()
}
