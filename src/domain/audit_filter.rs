//! Which lines of the audit log somebody wants to see, and which part of them.

use super::audit::Event;
use super::clock::Moment;
use super::ids::AuditId;
use super::named::named;
use super::staff::StaffRole;

named! {
    /// Sorts of actors that are not one person.
    pub enum ActorKind {
        /// All respondents; the log does not tell them apart.
        Citizen = "citizen",
        /// Someone with a shell on the server.
        CommandLine = "command-line",
        /// The worker.
        Worker = "worker",
    }
}

/// Whose lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ByWhom {
    /// Those of an actor as the log has it, mostly the name of an [`ActorKind`].
    Recorded(String),
    /// Those of one member of staff, in whatever role, by the provider's word for them.
    Staff(String),
}

impl ByWhom {
    /// All that may stand in a line of theirs.
    #[must_use]
    pub fn recorded(&self) -> Vec<String> {
        match self {
            Self::Recorded(actor) => vec![actor.clone()],
            Self::Staff(subject) => {
                StaffRole::ALL.iter().map(|role| format!("{}:{subject}", role.name())).collect()
            }
        }
    }
}

/// Which lines; all of them where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// From this instant.
    pub from: Option<Moment>,
    /// Before this instant.
    pub before: Option<Moment>,
    /// Only this event.
    pub event: Option<Event>,
    /// Only theirs.
    pub by: Option<ByWhom>,
    /// Only about this: a reference, a slug, or how a longer subject begins.
    pub subject: Option<String>,
}

/// The place of a line in the log: by time, then by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its time.
    pub at: Moment,
    /// Its id.
    pub id: AuditId,
}

impl std::fmt::Display for Place {
    /// As it stands in an address.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.at.timestamp().as_millisecond(), self.id.0.simple())
    }
}

impl Place {
    /// Reads what [`Self::to_string`] wrote.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('.')?;
        let at = Moment::new(jiff::Timestamp::from_millisecond(at.parse().ok()?).ok()?);
        Some(Self { at, id: AuditId(id.parse().ok()?) })
    }
}

/// Which part of the lines, newest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AuditPart {
    /// The newest.
    #[default]
    Newest,
    /// Those next older than a line.
    OlderThan(Place),
    /// Those next newer than a line.
    NewerThan(Place),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_from_its_address() {
        let place = Place { at: "2026-06-10T10:00:00.123Z".parse().unwrap(), id: AuditId::new() };
        assert_eq!(Place::read(&place.to_string()), Some(place));
        for wrong in ["", ".", "1", "x.y", "1.", "99999999999999999999.00"] {
            assert_eq!(Place::read(wrong), None, "{wrong}");
        }
    }
}
