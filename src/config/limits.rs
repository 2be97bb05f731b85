//! `[limits]`: how much anyone may ask of the service.

use serde::Deserialize;
use std::net::IpAddr;

/// The section.
#[derive(Debug, Clone, Deserialize)]
pub struct LimitSettings {
    /// The proxies that the service stands behind, as networks; see [`Self::proxies`].
    pub trusted_proxies: String,
    /// Over how long the quotas below count.
    pub window_seconds: u32,
    /// Logging in.
    pub login: Quotas,
    /// Sending, changing and withdrawing a submission.
    pub sending: Quotas,
    /// Saving drafts, and whatever else is posted.
    pub saving: Quotas,
    /// Uploading files.
    pub upload: Quotas,
    /// Asking for letters with links.
    pub links: Quotas,
    /// Searching.
    pub search: Quotas,
    /// Open connections for each thread that answers.
    pub connections: usize,
    /// How long the head of a request may take.
    pub head_seconds: u64,
    /// How long its body may take.
    pub body_seconds: u64,
    /// How long a whole upload may take; [`Self::body_seconds`] is then the wait for its next piece.
    pub upload_seconds: u64,
    /// How long we may take to answer it.
    pub request_seconds: u64,
    /// How many forms that could not be taken are kept at once, for people who log in again.
    pub parked_forms: i64,
}

/// How often in one window.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Quotas {
    /// From one address, which a whole school may share.
    pub address: u32,
    /// In one session.
    pub session: u32,
    /// By one person, whatever their sessions.
    pub person: u32,
}

/// Addresses that begin alike: `10.0.0.0/8`, `2001:db8::/32`, or one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u32,
}

impl Network {
    /// Reads one; `None` where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, bits) = match text.split_once('/') {
            Some((first, bits)) => (first.parse().ok()?, Some(bits.parse().ok()?)),
            None => (text.parse().ok()?, None),
        };
        let longest = if matches!(first, IpAddr::V4(_)) { 32 } else { 128 };
        let bits = bits.unwrap_or(longest);
        (bits <= longest).then_some(Self { first, bits })
    }

    /// Whether `address` is one of them.
    #[must_use]
    pub fn holds(&self, address: IpAddr) -> bool {
        let is_alike = |one: u128, other: u128, length: u32| {
            let apart = length - self.bits;
            one.checked_shr(apart).unwrap_or(0) == other.checked_shr(apart).unwrap_or(0)
        };
        match (self.first, address) {
            (IpAddr::V4(one), IpAddr::V4(other)) => {
                is_alike(one.to_bits().into(), other.to_bits().into(), 32)
            }
            (IpAddr::V6(one), IpAddr::V6(other)) => is_alike(one.to_bits(), other.to_bits(), 128),
            _ => false,
        }
    }
}

impl LimitSettings {
    /// The trusted proxies, or the first word that is no network.
    ///
    /// # Errors
    /// That word.
    pub fn proxies(&self) -> Result<Vec<Network>, String> {
        let words = self.trusted_proxies.split([',', ' ']).filter(|word| !word.is_empty());
        words.map(|word| Network::parse(word).ok_or_else(|| word.to_owned())).collect()
    }

    /// What is well-formed and still cannot be right.
    #[must_use]
    pub(super) fn implausible(&self) -> Vec<String> {
        let quotas = [self.login, self.sending, self.saving, self.upload, self.links, self.search];
        let is_some = |quota: &Quotas| quota.address > 0 && quota.session > 0 && quota.person > 0;
        let times = [self.head_seconds, self.body_seconds, self.upload_seconds, self.request_seconds];
        let demands: [(bool, &str); 3] = [
            (
                self.proxies().is_ok(),
                "limits.trusted_proxies must be networks such as 10.0.0.0/8, with commas between",
            ),
            (
                self.window_seconds > 0 && quotas.iter().all(is_some),
                "limits.window_seconds and every quota in [limits] must be more than 0",
            ),
            (
                self.connections > 0 && !times.contains(&0),
                "limits.connections and the times in [limits] must be more than 0",
            ),
        ];
        demands.into_iter().filter(|(holds, _)| !holds).map(|(_, problem)| problem.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_holds_what_begins_alike() {
        let holds =
            |network: &str, address: &str| Network::parse(network).unwrap().holds(address.parse().unwrap());
        assert!(holds("10.0.0.0/8", "10.255.1.2") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("192.0.2.7", "192.0.2.7") && !holds("192.0.2.7", "192.0.2.8"));
        assert!(holds("0.0.0.0/0", "203.0.113.9") && !holds("0.0.0.0/0", "::1"));
        assert!(holds("2001:db8::/32", "2001:db8:ffff::1") && !holds("2001:db8::/32", "2001:db9::1"));
        assert!(holds("::/0", "2001:db8::1"));
        for wrong in ["", "here", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::1/129", "10.0.0.0/8/8"] {
            assert_eq!(Network::parse(wrong), None, "{wrong}");
        }
    }
}
