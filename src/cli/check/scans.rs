//! Checks of virus scanning: that the scanner answers with signatures of these days, and what waits.

use super::Installation;
use super::finding::Finding;
use crate::domain::clock::Moment;
use crate::domain::file::ScanState;
use crate::files::scanner::Scanner;
use crate::store::scans as files;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// How old signatures may be.
const SIGNATURES_MAX_DAYS: i64 = 3;
const DAY_SECONDS: i64 = 24 * 60 * 60;
/// How long a file may wait before something must be wrong.
const WAITS_SECONDS: i64 = 60 * 60;

pub(super) async fn scanner(it: &Installation) -> Result<Finding, anyhow::Error> {
    let scanner = Scanner::new(&it.settings.scanner).map_err(|problem| anyhow::anyhow!(problem))?;
    let Some(scanner) = scanner else {
        return Ok(Finding::warning(
            "there is none: files are not scanned",
            "run clamd and set scanner.address; docs/operations.md tells how",
        ));
    };
    let remedy = "see that clamd runs, and that scanner.address is where it answers; files wait until then";
    let asked = match scanner.ping().await {
        Ok(()) => scanner.version().await,
        Err(error) => Err(error),
    };
    let version = match asked {
        Ok(version) => version,
        Err(error) => return Ok(Finding::failed(format!("{:#}", anyhow::Error::new(error)), remedy)),
    };
    Ok(match made_at(&version).map(|made| it.now.seconds_since(made) / DAY_SECONDS) {
        Some(days) if days > SIGNATURES_MAX_DAYS => Finding::warning(
            format!("{version} answers, with signatures that are {days} days old"),
            "see that freshclam runs and reaches its mirror",
        ),
        _ => Finding::ok(format!("{version} answers")),
    })
}

/// When the signatures were made: the last part of `ClamAV 1.4.2/27500/Sat Nov 21 09:12:00 2026`. A
/// scanner with signatures of its own does not say. Its zone it never says; only days matter here.
fn made_at(version: &str) -> Option<Moment> {
    let date = version.splitn(3, '/').nth(2)?;
    let date = DateTime::strptime("%a %b %d %H:%M:%S %Y", date.trim()).ok()?;
    Some(Moment::new(date.to_zoned(TimeZone::UTC).ok()?.timestamp()))
}

pub(super) async fn scans(it: &Installation) -> Result<Finding, anyhow::Error> {
    let before = it.now.plus_seconds(-WAITS_SECONDS);
    let counting = it.store.read(move |tx| {
        Ok((
            files::count(tx, ScanState::Waiting)?,
            files::count_waiting_since(tx, before)?,
            files::count(tx, ScanState::Infected)?,
            files::count(tx, ScanState::Failed)?,
        ))
    });
    let (waiting, too_long, stopped, failed) = counting.await?;
    let what = format!("{waiting} waiting, {stopped} stopped, {failed} that could not be scanned");
    let has_scanner = !it.settings.scanner.address.is_empty();
    Ok(if has_scanner && too_long > 0 {
        let what = format!("{what}; {too_long} should have been scanned by now");
        Finding::failed(
            what,
            "see that a worker runs (`innspill work`, or `serve --with-worker`), and the check of the scanner",
        )
    } else if has_scanner && failed > 0 {
        Finding::warning(
            what,
            "nobody can open those: files.signature in the database says why; put that right in clamd, then \
             run `innspill rescan`",
        )
    } else {
        Finding::ok(what)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_the_signatures_is_read() {
        let made = |version: &str| made_at(version).map(|at| at.to_string());
        for version in
            ["ClamAV 1.4.2/27500/Sat Nov 21 09:12:00 2026", "ClamAV 1.0/1/Sat Nov  7 09:12:00 2026"]
        {
            assert!(made(version).is_some_and(|at| at.starts_with("2026-11-")), "{version}");
        }
        for version in ["ClamAV 1.4.2", "ClamAV 1.4.2/27500", "ClamAV 1.4.2/27500/yesterday", ""] {
            assert_eq!(made(version), None);
        }
    }
}
