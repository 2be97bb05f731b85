//! Checks of the settings: that they can be read, and that they suit a service that people use.

use super::Installation;
use super::finding::Finding;
use crate::config::{LoginProvider, Problems};
use crate::startup::{build_providers, build_transport};

/// What the defaults have where nobody has said anything.
const PLACEHOLDER: &str = "@example.org";

pub(super) fn readable(problems: Option<&Problems>) -> Finding {
    match problems {
        None => Finding::ok("all can be read and are plausible"),
        Some(Problems(problems)) => Finding::failed(
            format!("{} problem(s):", problems.len()),
            "config/default.toml says what each means",
        )
        .with(problems.clone(), problems.len()),
    }
}

pub(super) fn key(problem: Option<&Problems>) -> Finding {
    match problem {
        None => Finding::ok("there is one"),
        Some(Problems(problems)) => Finding::failed(
            problems.concat(),
            "give every process the same one; with another, nobody finds their submissions again",
        ),
    }
}

pub(super) async fn address(it: &Installation) -> Result<Finding, anyhow::Error> {
    let url = &it.settings.server.base_url;
    let host = url.split_once("://").map_or("", |(_, rest)| rest);
    let is_here = ["127.", "localhost", "[::1]"].iter().any(|here| host.starts_with(here));
    Ok(if url.starts_with("https://") {
        Finding::ok(url)
    } else if is_here {
        Finding::warning(
            format!("{url} is this machine only"),
            "set server.base_url to the address that people use",
        )
    } else {
        Finding::failed(format!("{url} is not encrypted"), "set server.base_url to an address with https://")
    })
}

/// Also asks every provider whether it answers: nobody gets in through one that does not.
pub(super) async fn login(it: &Installation) -> Result<Finding, anyhow::Error> {
    Ok(match it.settings.login.provider {
        LoginProvider::Oidc => providers(it).await?,
        LoginProvider::None => Finding::warning("nobody can log in", "set login.provider"),
        LoginProvider::Test => Finding::warning(
            "anyone can be anyone: the test login is on",
            "set login.provider to another one",
        ),
    })
}

async fn providers(it: &Installation) -> Result<Finding, anyhow::Error> {
    let (mut answer, mut silent) = (Vec::new(), Vec::new());
    for provider in build_providers(&it.settings)? {
        match provider.answers(it.now).await {
            Ok(()) => answer.push(provider.name().to_owned()),
            Err(failure) => silent.push(format!("{}: {failure}", provider.name())),
        }
    }
    Ok(if silent.is_empty() {
        Finding::ok(format!("{} answer(s)", answer.join(", ")))
    } else {
        let count = silent.len();
        Finding::failed(
            "not every login provider can be used:",
            "see that this machine reaches it and that its issuer in the settings is right",
        )
        .with(silent, count)
    })
}

pub(super) async fn contact(it: &Installation) -> Result<Finding, anyhow::Error> {
    let settings = &it.settings;
    let addresses = [
        ("municipality.contact_email", &settings.municipality.contact_email),
        ("mail.from_address", &settings.mail.from_address),
    ];
    let left: Vec<&str> = addresses
        .iter()
        .filter(|(_, address)| address.ends_with(PLACEHOLDER))
        .map(|(name, _)| *name)
        .collect();
    Ok(if left.is_empty() {
        Finding::ok("addresses of the municipality's own")
    } else {
        Finding::warning(
            format!("still an example: {}", left.join(", ")),
            "set the municipality's own addresses",
        )
    })
}

pub(super) async fn mail(it: &Installation) -> Result<Finding, anyhow::Error> {
    Ok(match build_transport(&it.settings) {
        Ok(_) => Finding::ok("the settings can be used"),
        Err(error) => {
            Finding::failed(format!("{error:#}"), "no letter can be sent until [mail] is put right")
        }
    })
}
