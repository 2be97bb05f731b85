//! Why a decision about a round was not carried out.

/// Why a decision about a round was not carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoundRefusal {
    /// There is no such round.
    #[error("there is no such round")]
    NotFound,
    /// It is open already.
    #[error("the round is open already")]
    AlreadyOpen,
    /// Its deadline has passed: reopen it with a new one.
    #[error("the deadline has passed; reopen the round with a new deadline")]
    DeadlinePassed,
    /// It is not running, so there is no deadline to move.
    #[error("the round is not running")]
    NotRunning,
    /// The new deadline is not later than the present one.
    #[error("the new deadline is not later than the present one")]
    NotLater,
    /// It is not closed.
    #[error("the round is not closed")]
    NotClosed,
    /// The new deadline has passed already.
    #[error("the new deadline has passed already")]
    InThePast,
    /// It is a draft, and something that must be there is missing.
    #[error("something is missing; see the checklist of the round")]
    NotReady,
    /// People are told why a deadline moves, so a reason must be given.
    #[error("give a reason; people will read it")]
    ReasonMissing,
    /// Nobody but staff has seen it yet.
    #[error("the round is not public")]
    NotPublic,
    /// Its deadline has not passed.
    #[error("the deadline has not passed; close the round first")]
    NotOver,
    /// Its outcome is public already.
    #[error("the outcome is public already")]
    AlreadyConcluded,
    /// Its outcome has not been written, or not all of it.
    #[error("the outcome is not complete; write it at /saksbehandling/SLUG/resultat first")]
    OutcomeMissing,
    /// It has been put away.
    #[error("the round is archived")]
    IsArchived,
    /// It has not been put away.
    #[error("the round is not archived")]
    NotArchived,
}
