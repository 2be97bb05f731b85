//! `serve` answers people, `work` answers the clock.

use super::{Environment, House};
use crate::config::Settings;
use crate::domain::person::PersonHasher;
use crate::jobs::worker::Worker;
use crate::startup::{build_house, build_scanning, build_transport, listen, retention, system_clock};
use crate::store::Store;
use crate::web::server::serve;
use clap::Args;
use std::future::Future;
use std::net::TcpListener;
use std::sync::Arc;
#[cfg(unix)]
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    house: House,
    /// Send letters from this process too
    #[arg(long)]
    with_worker: bool,
}

pub(super) async fn run(args: ServeArgs, environment: &Environment) -> Result<(), anyhow::Error> {
    log_as_json();
    let (settings, hasher, store) = args.house.open_with_hasher(environment)?;
    let listener = listen(settings.server.listen, "set server.listen to another one")?;
    // Asked of the listener: with port 0 the settings do not know.
    tracing::info!(address = %listener.local_addr()?, "listening");
    answer(&settings, hasher, store, listener, args.with_worker).await
}

pub(super) async fn work(house: House, environment: &Environment) -> Result<(), anyhow::Error> {
    log_as_json();
    let (settings, hasher, store) = house.open_with_hasher(environment)?;
    with_worker(&settings, &hasher, store, told_to_stop()).await
}

/// Waits until someone at the shell or a process manager wants an end.
async fn told_to_stop() -> Result<(), anyhow::Error> {
    #[cfg(unix)]
    {
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            told = tokio::signal::ctrl_c() => told?,
            _ = terminate.recv() => {}
        }
        Ok(())
    }
    #[cfg(not(unix))]
    Ok(tokio::signal::ctrl_c().await?)
}

/// Answers on `listener` until told to stop, sending letters beside it where asked to.
pub(super) async fn answer(
    settings: &Settings,
    hasher: PersonHasher,
    store: Store,
    listener: TcpListener,
    sends_letters: bool,
) -> Result<(), anyhow::Error> {
    let house = build_house(settings, hasher.clone(), store.clone(), system_clock())?;
    let server = serve(house, listener, &settings.server, &settings.limits)?;
    let answering = async { Ok(server.await?) };
    if sends_letters { with_worker(settings, &hasher, store, answering).await } else { answering.await }
}

/// Runs the worker until `until` is over, and lets it finish the letter in its hand.
async fn with_worker(
    settings: &Settings,
    hasher: &PersonHasher,
    store: Store,
    until: impl Future<Output = Result<(), anyhow::Error>>,
) -> Result<(), anyhow::Error> {
    let transport = Arc::new(build_transport(settings)?);
    let (stop, stopped) = watch::channel(false);
    let worker = Worker {
        store,
        transport,
        retention: retention(&settings.retention),
        scanning: build_scanning(settings)?,
        quarantine_days: settings.scanner.quarantine_days,
        draft_reminder_days: settings.reminders.draft_days,
        seal_key: hasher.seal_key()?,
        clock: system_clock(),
    };
    let working = tokio::spawn(worker.run(stopped));
    let outcome = until.await;
    // A worker that has ended already hears nothing.
    let _ = stop.send(true);
    working.await?;
    outcome
}

/// One line of JSON for each event. `RUST_LOG` says how much.
fn log_as_json() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().json().with_env_filter(filter).init();
}
