//! The ways in: who may answer a round, and by which way someone came.

use super::named::named;
use super::person::Identity;

/// The issuer of everyone who came by a link in a letter.
pub const EMAIL_ISSUER: &str = "innspill:e-mail";
/// The issuer of everyone who was asked for nothing; the subject is one browser's.
pub const OPEN_ISSUER: &str = "innspill:open";
/// Whatever is not a login provider has an issuer that begins like this.
const OWN_ISSUERS: &str = "innspill:";

named! {
    /// A way in, from the one that shows least of who someone is to the one that shows most. A
    /// round names the least that it asks for.
    pub enum WayIn {
        /// No login.
        Open = "open",
        /// A link by letter, which works once.
        EMail = "e-mail",
        /// A login provider.
        IdPorten = "id-porten",
    }
}

impl WayIn {
    /// By which way `identity` came.
    #[must_use]
    pub fn of(identity: &Identity) -> Self {
        match identity.issuer.as_str() {
            EMAIL_ISSUER => Self::EMail,
            issuer if issuer.starts_with(OWN_ISSUERS) => Self::Open,
            _ => Self::IdPorten,
        }
    }

    /// Whether `identity` may answer a round that asks for this way.
    #[must_use]
    pub fn admits(self, identity: &Identity) -> bool {
        Self::of(identity) >= self
    }
}

/// An address as it is compared: two ways to write it are one person.
#[must_use]
pub fn comparable_address(address: &str) -> String {
    address.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_round_admits_its_own_way_and_those_that_show_more() {
        let by = |issuer: &str| Identity {
            issuer: issuer.to_owned(),
            subject: "s".to_owned(),
            level: "l".to_owned(),
            locale: None,
        };
        let admitted = |round: WayIn| {
            ["https://idporten.no", EMAIL_ISSUER, OPEN_ISSUER, "innspill:login-link"]
                .map(|issuer| round.admits(&by(issuer)))
        };
        assert_eq!(admitted(WayIn::IdPorten), [true, false, false, false]);
        assert_eq!(admitted(WayIn::EMail), [true, true, false, false]);
        assert_eq!(admitted(WayIn::Open), [true; 4]);
    }
}
