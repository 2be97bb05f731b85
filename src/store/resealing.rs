//! Sealed columns, row by row: what seals stand there, and all of them under the active key.

use super::schema::{drafts, invitees, letters, login_links, revisions, sessions, subscribers};
use super::sealing::{Field, as_json, from_json, key_id};
use super::sql_types::{DbId, DbJson};
use super::{Reading, StoreError, Writing};
use diesel::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Some rows of a sealed column, looked through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The last row; `None` where there were no more.
    pub last: Option<Uuid>,
    /// How many values were not under the active key.
    pub stale: usize,
}

/// The values of a column of text, null or not, that stand in rows after `$after`.
macro_rules! texts {
    ($tx:expr, $table:ident.$column:ident, $after:expr, $limit:expr) => {
        $table::table
            .filter($table::id.gt(DbId($after)))
            .filter($table::$column.assume_not_null().ne(""))
            .order($table::id)
            .limit($limit)
            .select(($table::id, $table::$column.assume_not_null()))
            .load::<(DbId, String)>($tx.connection)?
    };
}

/// The values of `field` in at most `limit` rows after `after`; a seal in JSON without its quotes.
fn list(
    tx: &mut Reading<'_>,
    field: Field,
    after: Uuid,
    limit: i64,
) -> Result<Vec<(DbId, String)>, StoreError> {
    Ok(match field {
        Field::RevisionEmail => texts!(tx, revisions.email, after, limit),
        Field::LetterRecipient => letters::table
            .filter(letters::id.gt(DbId(after)))
            .filter(letters::recipient.ne(""))
            .order(letters::id)
            .limit(limit)
            .select((letters::id, letters::recipient))
            .load(tx.connection)?,
        Field::SessionName => texts!(tx, sessions.name, after, limit),
        Field::LoginLinkAddress => login_links::table
            .filter(login_links::id.gt(DbId(after)))
            .order(login_links::id)
            .limit(limit)
            .select((login_links::id, login_links::address))
            .load(tx.connection)?,
        Field::SubscriberAddress => subscribers::table
            .filter(subscribers::id.gt(DbId(after)))
            .order(subscribers::id)
            .limit(limit)
            .select((subscribers::id, subscribers::address))
            .load(tx.connection)?,
        Field::SubscriberToken => subscribers::table
            .filter(subscribers::id.gt(DbId(after)))
            .order(subscribers::id)
            .limit(limit)
            .select((subscribers::id, subscribers::token))
            .load(tx.connection)?,
        Field::InviteeAddress => invitees::table
            .filter(invitees::id.gt(DbId(after)))
            .order(invitees::id)
            .limit(limit)
            .select((invitees::id, invitees::address))
            .load(tx.connection)?,
        Field::DraftContent => {
            let rows: Vec<(DbId, DbJson)> = drafts::table
                .filter(drafts::id.gt(DbId(after)))
                .order(drafts::id)
                .limit(limit)
                .select((drafts::id, drafts::content))
                .load(tx.connection)?;
            rows.into_iter().map(|(id, json)| (id, from_json(&json).to_owned())).collect()
        }
    })
}

/// Writes `new` where `old` still stands: somebody may have saved in between.
fn write(tx: &mut Writing<'_>, field: Field, id: DbId, old: &str, new: String) -> Result<(), StoreError> {
    match field {
        Field::RevisionEmail => {
            diesel::update(revisions::table.filter(revisions::id.eq(id)).filter(revisions::email.eq(old)))
                .set(revisions::email.eq(new))
                .execute(tx.connection)?
        }
        Field::LetterRecipient => {
            diesel::update(letters::table.filter(letters::id.eq(id)).filter(letters::recipient.eq(old)))
                .set(letters::recipient.eq(new))
                .execute(tx.connection)?
        }
        Field::SessionName => {
            diesel::update(sessions::table.filter(sessions::id.eq(id)).filter(sessions::name.eq(old)))
                .set(sessions::name.eq(new))
                .execute(tx.connection)?
        }
        Field::LoginLinkAddress => diesel::update(
            login_links::table.filter(login_links::id.eq(id)).filter(login_links::address.eq(old)),
        )
        .set(login_links::address.eq(new))
        .execute(tx.connection)?,
        Field::SubscriberAddress => diesel::update(
            subscribers::table.filter(subscribers::id.eq(id)).filter(subscribers::address.eq(old)),
        )
        .set(subscribers::address.eq(new))
        .execute(tx.connection)?,
        Field::SubscriberToken => diesel::update(
            subscribers::table.filter(subscribers::id.eq(id)).filter(subscribers::token.eq(old)),
        )
        .set(subscribers::token.eq(new))
        .execute(tx.connection)?,
        Field::InviteeAddress => {
            diesel::update(invitees::table.filter(invitees::id.eq(id)).filter(invitees::address.eq(old)))
                .set(invitees::address.eq(new))
                .execute(tx.connection)?
        }
        Field::DraftContent => {
            let was = if key_id(old).is_some() { as_json(old) } else { DbJson(old.to_owned()) };
            diesel::update(drafts::table.filter(drafts::id.eq(id)).filter(drafts::content.eq(was)))
                .set(drafts::content.eq(as_json(&new)))
                .execute(tx.connection)?
        }
    };
    Ok(())
}

/// How many of at most `limit` rows after `after` are not under the active key.
///
/// # Errors
/// `NoKeys`; when the database fails.
pub fn find_stale(
    tx: &mut Reading<'_>,
    field: Field,
    after: Uuid,
    limit: i64,
) -> Result<Stretch, StoreError> {
    let active = tx.keys.active_id()?;
    let rows = list(tx, field, after, limit)?;
    let stale = rows.iter().filter(|(_, value)| key_id(value) != Some(active)).count();
    Ok(Stretch { last: rows.last().map(|(id, _)| id.0), stale })
}

/// Seals with the active key whatever of at most `limit` rows after `after` is sealed with another
/// one, or not at all.
///
/// # Errors
/// `KeyMissing` and `Corrupt` for a value that does not open; then nothing is changed.
pub fn reseal(tx: &mut Writing<'_>, field: Field, after: Uuid, limit: i64) -> Result<Stretch, StoreError> {
    let keys = tx.keys;
    let active = keys.active_id()?;
    let rows = list(tx, field, after, limit)?;
    let mut done = Stretch { last: rows.last().map(|(id, _)| id.0), stale: 0 };
    for (id, old) in rows {
        let plain = match key_id(&old) {
            Some(key) if key == active => continue,
            Some(_) => keys.open(field, id.0, &old)?,
            // Older than the keys.
            None => old.clone(),
        };
        let new = keys.seal(field, id.0, &plain)?;
        write(tx, field, id, &old, new)?;
        done.stale += 1;
    }
    Ok(done)
}

/// Adds the values of `field` in at most `limit` rows after `after` to `counts`, by the id of their
/// key, or nothing where a value is not sealed. Returns the last row.
///
/// # Errors
/// When the database fails.
pub fn count_by_key(
    tx: &mut Reading<'_>,
    field: Field,
    after: Uuid,
    limit: i64,
    counts: &mut BTreeMap<Option<String>, u64>,
) -> Result<Option<Uuid>, StoreError> {
    let rows = list(tx, field, after, limit)?;
    for (_, value) in &rows {
        *counts.entry(key_id(value).map(str::to_owned)).or_default() += 1;
    }
    Ok(rows.last().map(|(id, _)| id.0))
}
