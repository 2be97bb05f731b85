//! Links with which colleagues see a round before it is public, found by the hash of their token.

use super::schema::preview_links;
use super::sql_types::{DbId, DbMoment};
use super::{Reading, StoreError, Writing};
use crate::domain::ids::{ConsultationId, PreviewLinkId};
use crate::domain::preview::PreviewLink;
use diesel::prelude::*;

type Row = (DbId, DbId, String, DbMoment, String);

/// Stores a new link under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert(tx: &mut Writing<'_>, link: &PreviewLink, token_sha256: &str) -> Result<(), StoreError> {
    diesel::insert_into(preview_links::table)
        .values((
            preview_links::id.eq(DbId(link.id.0)),
            preview_links::consultation_id.eq(DbId(link.consultation_id.0)),
            preview_links::token_sha256.eq(token_sha256),
            preview_links::label.eq(&link.label),
            preview_links::made_at.eq(DbMoment(link.made_at)),
            preview_links::made_by.eq(&link.made_by),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// Takes a link of `round` away; whether it was there.
///
/// # Errors
/// When the database fails.
pub fn delete(tx: &mut Writing<'_>, round: ConsultationId, link: PreviewLinkId) -> Result<bool, StoreError> {
    let found = preview_links::table
        .filter(preview_links::id.eq(DbId(link.0)))
        .filter(preview_links::consultation_id.eq(DbId(round.0)));
    Ok(diesel::delete(found).execute(tx.connection)? > 0)
}

/// The round that the link with this token shows.
///
/// # Errors
/// When the database fails.
pub fn find_round(tx: &mut Reading<'_>, token_sha256: &str) -> Result<Option<ConsultationId>, StoreError> {
    let found: Option<DbId> = preview_links::table
        .filter(preview_links::token_sha256.eq(token_sha256))
        .select(preview_links::consultation_id)
        .first(tx.connection)
        .optional()?;
    Ok(found.map(|id| ConsultationId(id.0)))
}

/// The links of `round`, the last made first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Reading<'_>, round: ConsultationId) -> Result<Vec<PreviewLink>, StoreError> {
    let rows: Vec<Row> = preview_links::table
        .filter(preview_links::consultation_id.eq(DbId(round.0)))
        .order(preview_links::id.desc())
        .select((
            preview_links::id,
            preview_links::consultation_id,
            preview_links::label,
            preview_links::made_at,
            preview_links::made_by,
        ))
        .load(tx.connection)?;
    let link = |(id, round, label, made_at, made_by): Row| PreviewLink {
        id: PreviewLinkId(id.0),
        consultation_id: ConsultationId(round.0),
        label,
        made_at: made_at.0,
        made_by,
    };
    Ok(rows.into_iter().map(link).collect())
}
