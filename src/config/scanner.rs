//! `[scanner]`: where the virus scanner answers, and how long it may take.

use serde::Deserialize;
use std::path::PathBuf;

/// The longest that the worker may wait for one file, below the lease of `actions/scan_file.rs`.
const LONGEST_SECONDS: u64 = 240;
/// The longest that someone may be kept waiting with an upload.
const AT_ONCE_MAX_SECONDS: u64 = 30;

/// The section.
#[derive(Debug, Clone, Deserialize)]
pub struct ScannerSettings {
    /// Where clamd answers; nowhere where empty. See [`Self::place`].
    pub address: String,
    /// How long to wait for a connection.
    pub connect_seconds: u64,
    /// How long one file may take.
    pub scan_seconds: u64,
    /// How long someone who has just sent a file waits for the verdict.
    pub at_once_seconds: u64,
    /// How many days the bytes of an infected file are kept, where nobody gets at them; 0 keeps them.
    pub quarantine_days: u32,
}

/// Where clamd answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScannerPlace {
    /// A host and a port.
    Tcp(String),
    /// A socket on this machine.
    Unix(PathBuf),
}

impl ScannerSettings {
    /// Where clamd answers: `None` where none is set up.
    ///
    /// # Errors
    /// When the address is neither `tcp://HOST:PORT` nor `unix:///PATH`.
    pub fn place(&self) -> Result<Option<ScannerPlace>, String> {
        if self.address.is_empty() {
            return Ok(None);
        }
        let place = match self.address.split_once("://") {
            Some(("tcp", there)) => tcp(there),
            Some(("unix", path)) if path.starts_with('/') => Some(ScannerPlace::Unix(path.into())),
            _ => None,
        };
        let wrong = "scanner.address must be tcp://HOST:PORT or unix:///PATH";
        place.map(Some).ok_or_else(|| wrong.to_owned())
    }

    /// What is well-formed and still cannot be right.
    pub(super) fn implausible(&self) -> Vec<String> {
        let mut problems: Vec<String> = self.place().err().into_iter().collect();
        let times = [self.connect_seconds, self.scan_seconds, self.at_once_seconds];
        if times.contains(&0) || self.connect_seconds.saturating_add(self.scan_seconds) > LONGEST_SECONDS {
            problems.push(
                "the times in [scanner] must be more than 0, connect_seconds and scan_seconds together at \
                 most 240"
                    .to_owned(),
            );
        }
        if self.at_once_seconds > AT_ONCE_MAX_SECONDS {
            problems.push("scanner.at_once_seconds must be at most 30".to_owned());
        }
        problems
    }
}

fn tcp(there: &str) -> Option<ScannerPlace> {
    let (host, port) = there.rsplit_once(':')?;
    let is_port = port.parse::<u16>().is_ok_and(|port| port > 0);
    (is_port && !host.is_empty() && !host.contains('/')).then(|| ScannerPlace::Tcp(there.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(address: &str) -> Result<Option<ScannerPlace>, String> {
        let address = address.to_owned();
        let settings = ScannerSettings {
            address,
            connect_seconds: 1,
            scan_seconds: 1,
            at_once_seconds: 1,
            quarantine_days: 0,
        };
        settings.place()
    }

    #[test]
    fn an_address_is_a_host_with_a_port_or_a_path() {
        assert_eq!(place(""), Ok(None));
        let tcp = |there: &str| Ok(Some(ScannerPlace::Tcp(there.to_owned())));
        assert_eq!(place("tcp://127.0.0.1:3310"), tcp("127.0.0.1:3310"));
        assert_eq!(place("tcp://[::1]:3310"), tcp("[::1]:3310"));
        assert_eq!(
            place("unix:///run/clamav/clamd.ctl"),
            Ok(Some(ScannerPlace::Unix("/run/clamav/clamd.ctl".into())))
        );
        for wrong in
            ["127.0.0.1:3310", "tcp://clamav", "tcp://:3310", "tcp://a:0", "tcp://a:b", "unix://clamd", "x"]
        {
            assert!(place(wrong).is_err(), "{wrong}");
        }
    }
}
