//! Seals over the audit log, and the walk that verifies them.

use super::LineRow;
use crate::domain::audit::AuditLine;
use crate::domain::audit_chain::ChainCheck;
use crate::domain::audit_seal::{Digest, Head, Seal, unpacked};
use crate::domain::clock::Moment;
use crate::store::connection::{for_each_row, list_triggers};
use crate::store::schema::{audit_log, audit_seals};
use crate::store::sql_types::{DbId, DbMoment};
use crate::store::{Reading, StoreError, Upkeep};
use diesel::prelude::*;

/// The triggers that keep the log as it is, on both databases.
const GUARDS: [&str; 5] =
    ["audit_log_insert", "audit_log_update", "audit_log_delete", "audit_seals_update", "audit_seals_delete"];
/// How many seals are held in memory at a time while the chain is verified.
const SEALS_AT_A_TIME: i64 = 100;

#[derive(Insertable, Queryable, Selectable)]
#[diesel(table_name = audit_seals)]
struct SealRow {
    number: i64,
    previous: String,
    digest: String,
    key_id: String,
    mac: String,
    line_count: i32,
    lines: Vec<u8>,
    sealed_at: DbMoment,
}

impl From<SealRow> for Seal {
    /// What cannot be read becomes what no seal has, and is found to be altered.
    fn from(row: SealRow) -> Self {
        let digest = |hex: &str| Digest::from_hex(hex).unwrap_or(Digest::NONE);
        Self {
            number: row.number,
            previous: digest(&row.previous),
            digest: digest(&row.digest),
            key_id: row.key_id,
            mac: row.mac,
            lines: unpacked(&row.lines).unwrap_or_default(),
            sealed_at: row.sealed_at.0,
        }
    }
}

/// The newest seal, or [`Head::NONE`].
///
/// # Errors
/// When the database fails.
pub fn find_head(tx: &mut Reading<'_>) -> Result<Head, StoreError> {
    let newest: Option<(i64, String)> = audit_seals::table
        .order(audit_seals::number.desc())
        .select((audit_seals::number, audit_seals::digest))
        .first(tx.connection)
        .optional()?;
    let Some((number, digest)) = newest else { return Ok(Head::NONE) };
    let unreadable = || StoreError::Corrupt(format!("the digest of seal {number}"));
    Ok(Head { number, digest: Digest::from_hex(&digest).ok_or_else(unreadable)? })
}

/// The first `limit` lines that no seal covers and that are older than `before`, by id. A line
/// that was committed late is among them whenever it came: nothing asks for its place.
///
/// # Errors
/// When the database fails.
pub fn list_unsealed(tx: &mut Reading<'_>, before: Moment, limit: i64) -> Result<Vec<AuditLine>, StoreError> {
    let rows: Vec<LineRow> = audit_log::table
        .filter(audit_log::seal_number.is_null())
        .filter(audit_log::at.lt(DbMoment(before)))
        .order(audit_log::id)
        .limit(limit)
        .select(LineRow::as_select())
        .load(tx.connection)?;
    Ok(rows.into_iter().map(AuditLine::from).collect())
}

/// Stores a seal and marks its lines.
///
/// # Errors
/// `AlreadyThere` when another worker has made a seal of this number; `Corrupt` when a line of it
/// has been sealed meanwhile.
pub fn insert_seal(tx: &mut Upkeep<'_>, seal: &Seal) -> Result<(), StoreError> {
    let row = SealRow {
        number: seal.number,
        previous: seal.previous.to_string(),
        digest: seal.digest.to_string(),
        key_id: seal.key_id.clone(),
        mac: seal.mac.clone(),
        line_count: i32::try_from(seal.lines.len()).unwrap_or(i32::MAX),
        lines: seal.packed(),
        sealed_at: DbMoment(seal.sealed_at),
    };
    let ids: Vec<DbId> = seal.lines.iter().map(|line| DbId(line.id.0)).collect();
    tx.connection.transaction(|connection| {
        diesel::insert_into(audit_seals::table).values(row).execute(connection)?;
        let lines =
            audit_log::table.filter(audit_log::seal_number.is_null()).filter(audit_log::id.eq_any(&ids));
        let marked =
            diesel::update(lines).set(audit_log::seal_number.eq(Some(seal.number))).execute(connection)?;
        if marked == ids.len() {
            Ok(())
        } else {
            Err(StoreError::Corrupt(format!("seal {} marks {marked} of {} lines", seal.number, ids.len())))
        }
    })
}

/// Lines that no seal covers yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsealed {
    /// How many.
    pub count: i64,
    /// The time of the oldest.
    pub oldest: Option<Moment>,
}

/// Counts the lines that no seal covers yet.
///
/// # Errors
/// When the database fails.
pub fn count_unsealed(tx: &mut Reading<'_>) -> Result<Unsealed, StoreError> {
    let (count, oldest): (i64, Option<DbMoment>) = audit_log::table
        .filter(audit_log::seal_number.is_null())
        .select((diesel::dsl::count_star(), diesel::dsl::min(audit_log::at)))
        .first(tx.connection)?;
    Ok(Unsealed { count, oldest: oldest.map(|at| at.0) })
}

/// Walks along all seals and the lines under them; a page of seals and one line are in memory at
/// a time. Ask in a snapshot, or lines that are sealed meanwhile seem to be inserted.
///
/// # Errors
/// When the database fails.
pub fn verify(tx: &mut Reading<'_>, check: &mut ChainCheck) -> Result<(), StoreError> {
    let mut from = i64::MIN;
    loop {
        let seals: Vec<SealRow> = audit_seals::table
            .filter(audit_seals::number.ge(from))
            .order(audit_seals::number)
            .limit(SEALS_AT_A_TIME)
            .select(SealRow::as_select())
            .load(tx.connection)?;
        let is_full = i64::try_from(seals.len()).is_ok_and(|count| count == SEALS_AT_A_TIME);
        // After the last seal come the lines that claim one which is not there.
        let until = seals.last().filter(|_| is_full).map_or(i64::MAX, |seal| seal.number);
        check.open(seals.into_iter().map(Seal::from).collect());
        let mut pass_on = |(number, row): (Option<i64>, LineRow)| -> Result<(), StoreError> {
            check.line(number.unwrap_or_default(), &row.into());
            Ok(())
        };
        for_each_row!(
            &mut *tx.connection,
            audit_log::table
                .filter(audit_log::seal_number.ge(from))
                .filter(audit_log::seal_number.le(until))
                .order((audit_log::seal_number, audit_log::id))
                .select((audit_log::seal_number, LineRow::as_select())),
            (Option<i64>, LineRow),
            pass_on
        );
        check.close();
        match until.checked_add(1) {
            Some(next) => from = next,
            None => return Ok(()),
        }
    }
}

/// The triggers that should keep the log as it is, and are not there or turned off.
///
/// # Errors
/// When the database fails.
pub fn list_missing_guards(tx: &mut Reading<'_>) -> Result<Vec<&'static str>, StoreError> {
    let there = list_triggers(tx.connection)?;
    Ok(GUARDS.into_iter().filter(|guard| !there.iter().any(|name| name == guard)).collect())
}
