//! What staff may do, and where.

use super::clock::Moment;
use super::ids::{ConsultationId, StaffGrantId};
use super::named::named;

named! {
    /// A staff role; each may do all that the ones before it may.
    pub enum StaffRole {
        /// Reads submissions.
        Reader = "reader",
        /// Handles submissions and exports them.
        CaseOfficer = "case-officer",
        /// Runs rounds.
        Administrator = "administrator",
    }
}

/// A role that somebody was given here, beside what their login provider says of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffGrant {
    /// Its id.
    pub id: StaffGrantId,
    /// Who vouches for the person.
    pub issuer: String,
    /// The person, in the issuer's words.
    pub subject: String,
    /// Their name, as typed by whoever gave the role.
    pub name: Option<String>,
    /// The role.
    pub role: StaffRole,
    /// The one round that it is for; `None` for the whole installation.
    pub round: Option<GrantedRound>,
    /// When.
    pub granted_at: Moment,
    /// Who gave it.
    pub granted_by: String,
}

impl StaffGrant {
    /// As it stands in the audit log: the role, who holds it, and the round where it is for one.
    #[must_use]
    pub fn audit_subject(&self) -> String {
        let round = self.round.as_ref().map(|round| format!(" {}", round.slug)).unwrap_or_default();
        format!("{}:{}{round}", self.role.name(), self.subject)
    }

    /// Whether it is one of those that keep the installation in somebody's hands.
    #[must_use]
    pub fn administers_everything(&self) -> bool {
        self.round.is_none() && self.role == StaffRole::Administrator
    }
}

/// The round of a grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantedRound {
    /// Its id.
    pub id: ConsultationId,
    /// Its slug.
    pub slug: String,
}

/// Where someone has which role, all in all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    everywhere: Option<StaffRole>,
    rounds: Vec<(String, StaffRole)>,
}

impl Access {
    /// What the login provider says of someone, and what they were given here; the higher counts.
    #[must_use]
    pub fn new(of_session: Option<StaffRole>, grants: &[StaffGrant]) -> Self {
        let mut access = Self { everywhere: of_session, rounds: Vec::new() };
        for grant in grants {
            match &grant.round {
                None => access.everywhere = access.everywhere.max(Some(grant.role)),
                Some(round) => access.rounds.push((round.slug.clone(), grant.role)),
            }
        }
        access
    }

    /// Their role in the whole installation.
    #[must_use]
    pub fn everywhere(&self) -> Option<StaffRole> {
        self.everywhere
    }

    /// Their role in the round with this slug.
    #[must_use]
    pub fn in_round(&self, slug: &str) -> Option<StaffRole> {
        let here = self.rounds.iter().filter(|(round, _)| round == slug).map(|(_, role)| *role).max();
        here.max(self.everywhere)
    }

    /// The rounds that they have a role in of their own, by slug.
    #[must_use]
    pub fn round_slugs(&self) -> Vec<String> {
        self.rounds.iter().map(|(slug, _)| slug.clone()).collect()
    }

    /// The highest role they have in any place.
    #[must_use]
    pub fn anywhere(&self) -> Option<StaffRole> {
        self.rounds.iter().map(|(_, role)| *role).max().max(self.everywhere)
    }
}

/// Why a role was neither given nor taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GrantRefusal {
    /// The round is not there.
    #[error("there is no such round")]
    NoSuchRound,
    /// The grant is not there.
    #[error("nobody has that role")]
    NoSuchGrant,
    /// Nobody would be left who can give roles.
    #[error("this is the last administrator of the installation; make somebody else administrator first")]
    LastAdministrator,
}

#[cfg(test)]
mod tests {
    use super::*;
    use StaffRole::{Administrator, CaseOfficer, Reader};

    fn grant(role: StaffRole, slug: Option<&str>) -> StaffGrant {
        StaffGrant {
            id: StaffGrantId::new(),
            issuer: "https://login.example.org".to_owned(),
            subject: "siri".to_owned(),
            name: None,
            role,
            round: slug.map(|slug| GrantedRound { id: ConsultationId::new(), slug: slug.to_owned() }),
            granted_at: Moment::new(jiff::Timestamp::UNIX_EPOCH),
            granted_by: "command-line".to_owned(),
        }
    }

    #[test]
    fn the_higher_role_counts_and_a_round_gives_nothing_elsewhere() {
        let access = Access::new(Some(Reader), &[grant(CaseOfficer, Some("plan"))]);
        assert_eq!(access.everywhere(), Some(Reader));
        assert_eq!(access.in_round("plan"), Some(CaseOfficer));
        assert_eq!(access.in_round("annen"), Some(Reader));
        assert_eq!(access.anywhere(), Some(CaseOfficer));
        let access = Access::new(None, &[grant(Reader, None), grant(Administrator, Some("plan"))]);
        assert_eq!(access.everywhere(), Some(Reader));
        assert_eq!(access.in_round("plan"), Some(Administrator));
        assert_eq!(
            Access::new(Some(Administrator), &[grant(Reader, None)]).everywhere(),
            Some(Administrator)
        );
        let only_there = Access::new(None, &[grant(CaseOfficer, Some("plan"))]);
        assert_eq!((only_there.everywhere(), only_there.in_round("annen")), (None, None));
        assert_eq!(Access::default().anywhere(), None);
    }
}
