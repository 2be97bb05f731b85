//! `demo`: everything at once on this machine, with the Bergen case moved to our days.

use super::demo_files::{ROUNDS, read};
use super::{ACTOR, Environment, serve};
use crate::actions::Stopped;
use crate::actions::import_round::{ImportRoundRefusal, import_round};
use crate::actions::reseal::reseal;
use crate::config::{FieldKey, Settings, both, field_keys, load, person_keys};
use crate::domain::clock::Moment;
use crate::domain::deadline::{end_of_day, last_day, start_of_day};
use crate::domain::submission::to_hex;
use crate::exports::round_file::{self, RoundFile};
use crate::files::Files;
use crate::startup::{hasher, listen, open_files, sealing_keys, system_clock};
use crate::store::Store;
use anyhow::Context;
use clap::Args;
use jiff::{Span, ToSpan};
use secrecy::SecretString;
use std::fs;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

/// How many days from today the rounds close.
const DAYS_LEFT: i64 = 14;

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// Which port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where the database, the documents and the mail are kept
    #[arg(long, default_value = "var")]
    var: PathBuf,
}

pub(super) async fn run(args: DemoArgs, environment: &Environment) -> Result<(), anyhow::Error> {
    // The test login is for this machine only, so the address is no choice.
    let other_port = format!("choose another one, for example --port {}", args.port.wrapping_add(1));
    let listener = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, args.port)), &other_port)?;
    let address = listener.local_addr()?;
    let folder = &args.var;
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let (settings, (persons, fields)) = settings(folder, address, environment)?;
    let hasher = hasher(&persons)?;
    let store = Store::open(&format!("sqlite://{}", folder.join("innspill.db").display()))?;
    let store = store.sealed_with(sealing_keys(&fields)?);
    store.migrate()?;
    // A folder of an older demo holds fields that were not sealed yet.
    reseal(&store, ACTOR, || system_clock().now()).await?;
    let files = open_files(&settings.storage)?;
    let now = system_clock().now();
    for text in ROUNDS {
        import(&store, &files, text, now).await?;
    }
    greet(address, folder);
    serve::answer(&settings, hasher, store, listener, true).await
}

/// The secrets for person keys and for personal fields.
type Secrets = (Vec<SecretString>, Vec<FieldKey>);

/// The defaults, with what makes a demo, and the secrets.
fn settings(
    folder: &Path,
    address: SocketAddr,
    environment: &Environment,
) -> Result<(Settings, Secrets), anyhow::Error> {
    let mut environment = environment.clone();
    let path = |name: &str| folder.join(name).display().to_string();
    for (name, value) in [
        ("INNSPILL__SERVER__LISTEN", address.to_string()),
        ("INNSPILL__SERVER__BASE_URL", format!("http://{address}")),
        ("INNSPILL__STORAGE__FILES_FOLDER", path("files")),
        ("INNSPILL__LOGIN__PROVIDER", "test".to_owned()),
        ("INNSPILL__MAIL__TRANSPORT", "folder".to_owned()),
        ("INNSPILL__MAIL__FOLDER", path("mail")),
        ("INNSPILL_PERSON_KEY", kept_key(&folder.join("person-key"))?),
        ("INNSPILL_FIELD_KEYS", format!("demo:{}", kept_key(&folder.join("field-key"))?)),
    ] {
        environment.insert(name.to_owned(), value);
    }
    let secrets = both(person_keys(&environment), field_keys(&environment));
    Ok(both(load(&[], &environment), secrets)?)
}

/// One of the demo's own secrets, made once, so that people find their submissions again.
fn kept_key(path: &Path) -> Result<String, anyhow::Error> {
    if let Ok(key) = fs::read_to_string(path) {
        return Ok(key);
    }
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes)?;
    let key = to_hex(&bytes);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(key.as_bytes())?;
    Ok(key)
}

/// Makes a round of the case, unless it is there from before.
async fn import(store: &Store, files: &Files, text: &str, now: Moment) -> Result<(), anyhow::Error> {
    let file = round_file::read(text)
        .map_err(|faults| anyhow::anyhow!("the demo's own round has {} faults", faults.len()))?;
    let file = moved(file, now)?;
    match import_round(store, files, file, read, ACTOR, now).await {
        Ok(_) | Err(Stopped::Refused(ImportRoundRefusal::AlreadyThere(_))) => Ok(()),
        Err(Stopped::Refused(refusal)) => Err(refusal.into()),
        Err(Stopped::Failed(error)) => Err(error),
    }
}

/// The same round with its dates moved, so that it closes 14 days from today.
fn moved(file: RoundFile, now: Moment) -> Result<RoundFile, jiff::Error> {
    let closes_on = now.in_norway().date().checked_add(DAYS_LEFT.days())?;
    let by: Span = closes_on - last_day(file.closes_at);
    Ok(RoundFile {
        announced_on: file.announced_on.checked_add(by)?,
        opens_at: start_of_day(file.opens_at.in_norway().date().checked_add(by)?),
        closes_at: end_of_day(closes_on),
        ..file
    })
}

fn greet(address: SocketAddr, folder: &Path) {
    println!("Innspill is running with the case of Bergen, June 2023. Everything in it is invented.\n");
    println!("  The site         http://{address}/");
    println!("  The staff side   http://{address}/saksbehandling");
    println!("                   log in as Siri Sakslien (case officer) or Arne Adminhaug (administrator)");
    println!("  The mail         {}", folder.join("mail").display());
    println!(
        "\nAll of it is kept in {}; delete that folder to begin again. Stop with Ctrl-C.",
        folder.display()
    );
}
