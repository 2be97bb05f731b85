//! Who wants a letter when a round opens, and how far the letters about each round have come.

use super::consultations::ConsultationRow;
use super::rows::from_name;
use super::schema::{consultations, round_tellings, subscribers};
use super::sealing::{Field, FieldKeys};
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Upkeep, Writing};
use crate::domain::clock::Moment;
use crate::domain::consultation::Consultation;
use crate::domain::ids::{ConsultationId, SubscriberId};
use crate::domain::language::Language;
use crate::domain::subscriber::Subscriber;
use diesel::prelude::*;

#[derive(Insertable)]
#[diesel(table_name = subscribers)]
struct NewSubscriber<'a> {
    id: DbId,
    address_key: &'a str,
    token_sha256: &'a str,
    address: String,
    token: String,
    language: &'a str,
    asked: i32,
    created_at: DbMoment,
    confirmed_at: Option<DbMoment>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = subscribers)]
struct SubscriberRow {
    id: DbId,
    address: String,
    token: String,
    language: String,
    asked: i32,
    created_at: DbMoment,
    confirmed_at: Option<DbMoment>,
}

fn opened(keys: &FieldKeys, row: &SubscriberRow) -> Result<Subscriber, StoreError> {
    Ok(Subscriber {
        id: SubscriberId(row.id.0),
        address: keys.open(Field::SubscriberAddress, row.id.0, &row.address)?,
        token: keys.open(Field::SubscriberToken, row.id.0, &row.token)?,
        language: from_name(&row.language, Language::from_tag)?,
        asked: row.asked,
        created_at: row.created_at.0,
        confirmed_at: row.confirmed_at.map(|at| at.0),
    })
}

/// Stores a subscriber under the key of their address and the hash of their token.
///
/// # Errors
/// `AlreadyThere` when the address has subscribed.
pub fn insert(
    tx: &mut Writing<'_>,
    subscriber: &Subscriber,
    address_key: &str,
    token_sha256: &str,
) -> Result<(), StoreError> {
    let id = subscriber.id.0;
    let row = NewSubscriber {
        id: DbId(id),
        address_key,
        token_sha256,
        address: tx.keys.seal(Field::SubscriberAddress, id, &subscriber.address)?,
        token: tx.keys.seal(Field::SubscriberToken, id, &subscriber.token)?,
        language: subscriber.language.tag(),
        asked: subscriber.asked,
        created_at: DbMoment(subscriber.created_at),
        confirmed_at: subscriber.confirmed_at.map(DbMoment),
    };
    tx.connection.transaction(|connection| {
        diesel::insert_into(subscribers::table).values(row).execute(connection)?;
        Ok(())
    })
}

/// The subscriber whose address has one of these keys.
///
/// # Errors
/// When the database fails.
pub fn find_by_address(
    tx: &mut Reading<'_>,
    address_keys: &[String],
) -> Result<Option<Subscriber>, StoreError> {
    let row: Option<SubscriberRow> = subscribers::table
        .filter(subscribers::address_key.eq_any(address_keys))
        .select(SubscriberRow::as_select())
        .first(tx.connection)
        .optional()?;
    row.map(|row| opened(tx.keys, &row)).transpose()
}

/// The subscriber with this token.
///
/// # Errors
/// When the database fails.
pub fn find_by_token(tx: &mut Reading<'_>, token_sha256: &str) -> Result<Option<Subscriber>, StoreError> {
    let row: Option<SubscriberRow> = subscribers::table
        .filter(subscribers::token_sha256.eq(token_sha256))
        .select(SubscriberRow::as_select())
        .first(tx.connection)
        .optional()?;
    row.map(|row| opened(tx.keys, &row)).transpose()
}

/// Notes that another letter asks whether they want this, and in which language from now on.
///
/// # Errors
/// When the database fails.
pub fn mark_asked(tx: &mut Writing<'_>, subscriber: &Subscriber) -> Result<(), StoreError> {
    diesel::update(subscribers::table.filter(subscribers::id.eq(DbId(subscriber.id.0))))
        .set((subscribers::asked.eq(subscriber.asked), subscribers::language.eq(subscriber.language.tag())))
        .execute(tx.connection)?;
    Ok(())
}

/// Notes that they said yes, unless they had.
///
/// # Errors
/// When the database fails.
pub fn mark_confirmed(tx: &mut Writing<'_>, id: SubscriberId, at: Moment) -> Result<(), StoreError> {
    let unconfirmed =
        subscribers::table.filter(subscribers::id.eq(DbId(id.0))).filter(subscribers::confirmed_at.is_null());
    diesel::update(unconfirmed)
        .set(subscribers::confirmed_at.eq(Some(DbMoment(at))))
        .execute(tx.connection)?;
    Ok(())
}

/// Forgets a subscriber; false when there was none.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, id: SubscriberId) -> Result<bool, StoreError> {
    let gone = diesel::delete(subscribers::table.filter(subscribers::id.eq(DbId(id.0))));
    Ok(gone.execute(tx.connection)? == 1)
}

/// Forgets those who asked before `before` and never said yes; returns how many.
///
/// # Errors
/// When the database fails.
pub fn delete_unconfirmed(tx: &mut Upkeep<'_>, before: Moment) -> Result<usize, StoreError> {
    let old = subscribers::table
        .filter(subscribers::confirmed_at.is_null())
        .filter(subscribers::created_at.lt(DbMoment(before)));
    Ok(diesel::delete(old).execute(tx.connection)?)
}

/// The rounds that are open at `now` and that not everyone has been told of, the oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_untold_rounds(tx: &mut Reading<'_>, now: Moment) -> Result<Vec<Consultation>, StoreError> {
    let told = round_tellings::table
        .filter(round_tellings::finished_at.is_not_null())
        .select(round_tellings::consultation_id);
    let now = DbMoment(now);
    consultations::table
        .filter(consultations::published_at.le(now))
        .filter(consultations::opens_at.le(now))
        .filter(consultations::closes_at.gt(now))
        .filter(consultations::concluded_at.is_null())
        .filter(consultations::archived_at.is_null())
        .filter(consultations::id.ne_all(told))
        .order(consultations::id)
        .select(ConsultationRow::as_select())
        .load(tx.connection)?
        .into_iter()
        .map(Consultation::try_from)
        .collect()
}

/// How far the letters about a round have come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Telling {
    /// The last subscriber who was told; `None` before the first.
    pub told_to: Option<SubscriberId>,
    /// When there was nobody left.
    pub finished_at: Option<Moment>,
}

/// How far the letters about `round` have come; `None` before they begin.
///
/// # Errors
/// When the database fails.
pub fn find_telling(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Option<Telling>, StoreError> {
    let row: Option<(Option<DbId>, Option<DbMoment>)> = round_tellings::table
        .filter(round_tellings::consultation_id.eq(DbId(round.0)))
        .select((round_tellings::told_to, round_tellings::finished_at))
        .first(tx.connection)
        .optional()?;
    Ok(row
        .map(|(to, at)| Telling { told_to: to.map(|id| SubscriberId(id.0)), finished_at: at.map(|at| at.0) }))
}

/// Begins the letters about `round`.
///
/// # Errors
/// `AlreadyThere` when another worker has.
pub fn insert_telling(tx: &mut Writing<'_>, round: ConsultationId) -> Result<(), StoreError> {
    tx.connection.transaction(|connection| {
        diesel::insert_into(round_tellings::table)
            .values(round_tellings::consultation_id.eq(DbId(round.0)))
            .execute(connection)?;
        Ok(())
    })
}

/// Moves the letters about `round` on from `before` to `after`; false when another worker has moved them.
///
/// # Errors
/// When the database fails.
pub fn move_telling(
    tx: &mut Writing<'_>,
    round: ConsultationId,
    before: Telling,
    after: Telling,
) -> Result<bool, StoreError> {
    let row = round_tellings::table
        .filter(round_tellings::consultation_id.eq(DbId(round.0)))
        .filter(round_tellings::finished_at.is_null());
    let to = (
        round_tellings::told_to.eq(after.told_to.map(|id| DbId(id.0))),
        round_tellings::finished_at.eq(after.finished_at.map(DbMoment)),
    );
    let moved = match before.told_to {
        Some(id) => diesel::update(row.filter(round_tellings::told_to.eq(DbId(id.0))))
            .set(to)
            .execute(tx.connection)?,
        None => {
            diesel::update(row.filter(round_tellings::told_to.is_null())).set(to).execute(tx.connection)?
        }
    };
    Ok(moved == 1)
}

/// At most `limit` subscribers after `after`, by id, who had said yes by `said_yes_by`.
///
/// # Errors
/// When the database fails.
pub fn list_after(
    tx: &mut Reading<'_>,
    after: Option<SubscriberId>,
    said_yes_by: Moment,
    limit: i64,
) -> Result<Vec<Subscriber>, StoreError> {
    let after = after.map_or(DbId(uuid::Uuid::nil()), |id| DbId(id.0));
    let rows: Vec<SubscriberRow> = subscribers::table
        .filter(subscribers::id.gt(after))
        .filter(subscribers::confirmed_at.le(DbMoment(said_yes_by)))
        .order(subscribers::id)
        .limit(limit)
        .select(SubscriberRow::as_select())
        .load(tx.connection)?;
    rows.iter().map(|row| opened(tx.keys, row)).collect()
}
