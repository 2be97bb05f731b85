//! What settings must also be, beyond their types.

use super::{LoginProvider, Quotas, Settings, providers};

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
    let limits = &settings.limits;
    demand(
        limits.proxies().is_ok(),
        "limits.trusted_proxies must be networks such as 10.0.0.0/8, with commas between",
    );
    let quotas = limits.quotas();
    let is_some = |quota: &Quotas| quota.address > 0 && quota.session > 0 && quota.person > 0;
    demand(
        limits.window_seconds > 0 && quotas.iter().all(|(_, quota)| is_some(quota)),
        "limits.window_seconds and every quota in [limits] must be more than 0",
    );
    let times = [limits.head_seconds, limits.body_seconds, limits.request_seconds];
    demand(
        limits.connections > 0 && !times.contains(&0),
        "limits.connections and the times in [limits] must be more than 0",
    );
    demand(!settings.municipality.name.trim().is_empty(), "municipality.name must not be empty");
    if settings.login.provider == LoginProvider::Oidc {
        demand(
            !settings.login.providers.is_empty(),
            "login.provider = \"oidc\" needs a provider under [login.providers.NAME]; \
             see config/provider.toml and the examples beside it",
        );
        problems.extend(settings.login.providers.iter().flat_map(providers::implausible));
    }
    problems
}
