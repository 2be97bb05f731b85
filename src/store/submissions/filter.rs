//! Which submissions of a round: by status and by lateness.

/// `$query`, over submissions at least, boxed and limited to those of `$round` that `$filter`
/// lets through. A macro, because the type of a boxed query names its database.
macro_rules! filtered {
    ($query:expr, $round:expr, $filter:expr) => {{
        let mut query = $query.filter(submissions::consultation_id.eq(DbId($round.id.0))).into_boxed();
        if let Some(status) = $filter.status {
            query = query.filter(submissions::status.eq(status.name()));
        }
        match $filter.late {
            Some(true) => query.filter(submissions::received_at.ge(DbMoment($round.closes_at))),
            Some(false) => query.filter(submissions::received_at.lt(DbMoment($round.closes_at))),
            None => query,
        }
    }};
}

pub(in crate::store) use filtered;
