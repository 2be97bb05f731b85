//! What settings must also be, beyond their types.

use super::{LoginProvider, Settings, providers};

/// The longest that sending a letter may take, below the lease of `actions/send_letter.rs`.
const MAIL_MAX_SECONDS: u64 = 240;

/// What is well-formed and still cannot be right.
pub(super) fn implausible(settings: &Settings) -> Vec<String> {
    let mut problems = Vec::new();
    let mut demand = |holds: bool, problem: &str| {
        if !holds {
            problems.push(problem.to_owned());
        }
    };
    let server = &settings.server;
    demand(
        ["http://", "https://"].iter().any(|scheme| server.base_url.starts_with(scheme))
            && !server.base_url.ends_with('/'),
        "server.base_url must begin with http:// or https:// and not end with a slash",
    );
    let sessions = &settings.sessions;
    for (who, idle, max) in [
        ("citizen", sessions.citizen_idle_minutes, sessions.citizen_max_minutes),
        ("staff", sessions.staff_idle_minutes, sessions.staff_max_minutes),
    ] {
        demand(
            idle > 0 && idle <= max,
            &format!(
                "sessions.{who}_idle_minutes must be more than 0 and at most sessions.{who}_max_minutes"
            ),
        );
    }
    demand(
        settings.login.provider != LoginProvider::Test || server.listen.ip().is_loopback(),
        "login.provider = \"test\" lets anyone be anyone; server.listen must then be a loopback address",
    );
    demand(
        ["starttls", "tls", "none"].contains(&settings.mail.encryption.as_str()),
        "mail.encryption must be starttls, tls or none",
    );
    let longest = settings.mail.connect_within_seconds.saturating_add(settings.mail.send_within_seconds);
    demand(
        longest <= MAIL_MAX_SECONDS,
        "mail.connect_within_seconds and mail.send_within_seconds together must be at most 240",
    );
    for files in [&settings.municipality.privacy_files, &settings.municipality.accessibility_files] {
        demand(
            !files.nb.is_empty() || (files.nn.is_empty() && files.en.is_empty()),
            "municipality.privacy_files and accessibility_files need nb where they have nn or en",
        );
    }
    demand(!settings.municipality.name.trim().is_empty(), "municipality.name must not be empty");
    problems.extend(of_single_sections(settings));
    problems
}

/// What each of these sections says of itself.
fn of_single_sections(settings: &Settings) -> Vec<String> {
    let mut problems = Vec::new();
    if settings.login.provider == LoginProvider::Oidc {
        if settings.login.providers.is_empty() {
            problems.push(
                "login.provider = \"oidc\" needs a provider under [login.providers.NAME]; \
                 see config/provider.toml and the examples beside it"
                    .to_owned(),
            );
        }
        problems.extend(settings.login.providers.iter().flat_map(providers::implausible));
    }
    problems.extend(settings.storage.implausible());
    problems.extend(settings.attachments.implausible());
    problems.extend(settings.documents.implausible());
    problems.extend(settings.limits.implausible());
    problems.extend(settings.reminders.implausible());
    problems.extend(settings.scanner.implausible());
    problems
}
