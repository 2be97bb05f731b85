//! Builds the house from the settings: tools first, then doors.

use crate::actions::Letterhead;
use crate::actions::scan_file::Scanning;
use crate::config::{
    FieldKey, LoginProvider, MailSettings, MailTransport, Problems, RetentionSettings, SessionSettings,
    Settings, StatementFiles, StorageSettings,
};
use crate::domain::clock::{Clock, Moment};
use crate::domain::language::Localized;
use crate::domain::person::PersonHasher;
use crate::domain::retention::{RecordKind, Retention, RetentionRule};
use crate::domain::session::{Limit, SessionLimits};
use crate::files::scanner::Scanner;
use crate::files::{Bucket, Files};
use crate::identity::oidc::Provider;
use crate::mail::transport::{Encryption, Login, Sender, SmtpSettings, Transport};
use crate::store::sealing::FieldKeys;
use crate::store::{SchemaState, Store};
use crate::text::statements::{Statement, filled_in};
use crate::web::form_sheets::FormSheets;
use crate::web::house::House;
use crate::web::incoming::Patience;
use crate::web::limits::Limits;
use crate::web::public::form_reading::READING_TURNS;
use crate::web::upload::Bounds;
use crate::web::views::Site;
use anyhow::Context;
use secrecy::{ExposeSecret, SecretString};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// The system's clock.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one clock that everyone is given")]
pub fn system_clock() -> Clock {
    Clock::new(|| Moment::new(jiff::Timestamp::now()))
}

/// Opens the database, and refuses one whose schema does not fit.
///
/// # Errors
/// With what to do about it.
pub fn open_store(database_url: &str) -> Result<Store, anyhow::Error> {
    let store = Store::open(database_url).context("the database")?;
    demand_schema(&store)?;
    Ok(store)
}

/// Opens the database as [`open_store`] does, with the keys that personal fields are sealed with.
///
/// # Errors
/// With what to do about it.
pub fn open_sealed_store(database_url: &str, keys: &[FieldKey]) -> Result<Store, anyhow::Error> {
    Ok(open_store(database_url)?.sealed_with(sealing_keys(keys)?))
}

/// The keys that personal fields are sealed with, as the store wants them.
///
/// # Errors
/// When one has the wrong length.
pub fn sealing_keys(keys: &[FieldKey]) -> Result<FieldKeys, anyhow::Error> {
    let keys = keys.iter().map(|key| (key.id.as_str(), key.secret.expose_secret()));
    FieldKeys::new(keys).context("INNSPILL_FIELD_KEYS")
}

/// Makes person keys with these secrets, the active one first.
///
/// # Errors
/// When there are none.
pub fn hasher(keys: &[SecretString]) -> Result<PersonHasher, anyhow::Error> {
    let secrets = keys.iter().map(|key| key.expose_secret().as_bytes());
    PersonHasher::of(secrets).context("INNSPILL_PERSON_KEY")
}

/// Refuses a database whose schema does not fit.
///
/// # Errors
/// With what to do about it.
pub fn demand_schema(store: &Store) -> Result<(), anyhow::Error> {
    match store.schema_state().context("the database")? {
        SchemaState::Current => Ok(()),
        SchemaState::Behind { missing } => anyhow::bail!(
            "the database lacks {missing} migration(s); run `innspill migrate` with the same DATABASE_URL first"
        ),
        SchemaState::Newer => anyhow::bail!(
            "the database was made by a newer Innspill than this one; run that version, or restore a backup \
             from before it"
        ),
    }
}

/// Builds what the handlers work with.
///
/// # Errors
/// When a tool cannot be set up.
pub fn build_house(
    settings: &Settings,
    hasher: PersonHasher,
    store: Store,
    clock: Clock,
) -> Result<House, anyhow::Error> {
    let has_test_login = settings.login.provider == LoginProvider::Test;
    let quotas = &settings.limits;
    let scanning = build_scanning(settings)?;
    Ok(House {
        store,
        limits: Limits::new(quotas, clock.clone())
            .map_err(|word| anyhow::anyhow!("limits.trusted_proxies: {word}"))?,
        patience: Patience {
            body: Duration::from_secs(quotas.body_seconds),
            upload: Duration::from_secs(quotas.upload_seconds),
            answer: Duration::from_secs(quotas.request_seconds),
        },
        reading_turns: Semaphore::new(READING_TURNS),
        attachments: Bounds {
            files: settings.attachments.max_files,
            file_bytes: settings.attachments.max_bytes,
        },
        parked_forms_max: quotas.parked_forms,
        files: scanning.files.clone(),
        has_scanner: scanning.scanner.is_some(),
        form_sheets: FormSheets::default(),
        document_max_bytes: settings.documents.max_bytes,
        clock,
        hasher,
        letterhead: scanning.letterhead.clone(),
        scanning,
        site: Arc::new(site(settings, has_test_login)?),
        session_limits: limits(settings.sessions),
        providers: build_providers(settings)?,
        is_https: settings.server.base_url.starts_with("https://"),
        has_test_login,
    })
}

/// What files are scanned with.
///
/// # Errors
/// When the folder of files cannot be used.
pub fn build_scanning(settings: &Settings) -> Result<Scanning, anyhow::Error> {
    Ok(Scanning {
        files: open_files(&settings.storage)?,
        scanner: Scanner::new(&settings.scanner).map_err(|problem| anyhow::anyhow!(problem))?,
        letterhead: Letterhead {
            municipality: settings.municipality.name.clone(),
            base_url: settings.server.base_url.clone(),
        },
    })
}

/// Opens where files are kept.
///
/// # Errors
/// When the folder or the bucket cannot be used.
pub fn open_files(storage: &StorageSettings) -> Result<Files, anyhow::Error> {
    let folder = &storage.files_folder;
    let Some(key) = storage.s3_key.clone().filter(|_| !storage.s3_bucket.is_empty()) else {
        return Files::in_folder(folder).context("storage.files_folder");
    };
    let bucket = Bucket {
        name: storage.s3_bucket.clone(),
        endpoint: storage.s3_endpoint.clone(),
        region: storage.s3_region.clone(),
        key_id: key.id,
        secret: key.secret,
    };
    Files::in_bucket(&bucket, folder).context("storage.s3_bucket")
}

fn limits(sessions: SessionSettings) -> SessionLimits {
    SessionLimits {
        citizen: Limit {
            idle_minutes: sessions.citizen_idle_minutes,
            max_minutes: sessions.citizen_max_minutes,
        },
        staff: Limit { idle_minutes: sessions.staff_idle_minutes, max_minutes: sessions.staff_max_minutes },
    }
}

/// Sets up every login provider; all that fail are told at once.
///
/// # Errors
/// When a key or an address of one cannot be read.
pub fn build_providers(settings: &Settings) -> Result<Vec<Provider>, anyhow::Error> {
    if settings.login.provider != LoginProvider::Oidc {
        return Ok(Vec::new());
    }
    let mut providers = Vec::new();
    let mut problems = Vec::new();
    for described in &settings.login.providers {
        match Provider::new(described.clone(), &settings.server.base_url) {
            Ok(provider) => providers.push(provider),
            Err(error) => {
                let problem =
                    anyhow::Error::new(error).context(format!("login.providers.{}", described.name));
                problems.push(format!("{problem:#}"));
            }
        }
    }
    if problems.is_empty() { Ok(providers) } else { Err(Problems(problems).into()) }
}

fn site(settings: &Settings, has_test_login: bool) -> Result<Site, anyhow::Error> {
    let municipality = &settings.municipality;
    let statement = |statement: Statement, files: &StatementFiles| -> Result<Localized, anyhow::Error> {
        let text = own_statement(files)?.unwrap_or_else(|| statement.default_text());
        Ok(filled_in(text, &municipality.name, &municipality.contact_email))
    };
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(Site {
        privacy: statement(Statement::Privacy, &municipality.privacy_files)?,
        accessibility: statement(Statement::Accessibility, &municipality.accessibility_files)?,
        retention: retention(&settings.retention),
        quarantine_days: Some(settings.scanner.quarantine_days).filter(|days| *days > 0),
        owner: municipality.name.clone(),
        address: given(&municipality.address),
        phone: given(&municipality.contact_phone),
        email: given(&municipality.contact_email),
        privacy_url: given(&municipality.privacy_url),
        accessibility_url: given(&municipality.accessibility_url),
        has_scanner: !settings.scanner.address.is_empty(),
        has_test_login,
    })
}

/// The municipality's own text, where it has written one.
fn own_statement(files: &StatementFiles) -> Result<Option<Localized>, anyhow::Error> {
    let read = |path: &str| match path {
        "" => Ok(None),
        path => std::fs::read_to_string(path).map(Some).with_context(|| format!("cannot read {path}")),
    };
    let Some(nb) = read(&files.nb)? else { return Ok(None) };
    Ok(Some(Localized { nb, nn: read(&files.nn)?, en: read(&files.en)? }))
}

/// The rules for how long what is kept of people is kept.
#[must_use]
pub fn retention(settings: &RetentionSettings) -> Retention {
    let days = [
        (RecordKind::Drafts, settings.drafts_after_closing_days),
        (RecordKind::Letters, settings.letters_days),
        (RecordKind::WithdrawnContacts, settings.contacts_after_withdrawal_days),
        (RecordKind::Contacts, settings.contacts_after_closing_days),
    ];
    let rules = days.into_iter().filter(|(_, keep_for_days)| *keep_for_days > 0);
    Retention(rules.map(|(kind, keep_for_days)| RetentionRule { kind, keep_for_days }).collect())
}

/// Sets up the way letters go.
///
/// # Errors
/// When the settings do not allow it, such as mail without encryption to another machine.
pub fn build_transport(settings: &Settings) -> Result<Transport, anyhow::Error> {
    let mail = &settings.mail;
    let sender = Sender { name: mail.from_name.clone(), address: mail.from_address.clone() };
    let transport = match mail.transport {
        MailTransport::Folder => Transport::folder(mail.folder.clone(), &sender),
        MailTransport::Smtp => Transport::smtp(smtp(mail, settings)?, &sender),
    };
    transport.context("[mail]")
}

fn smtp(mail: &MailSettings, settings: &Settings) -> Result<SmtpSettings, anyhow::Error> {
    let password = settings.smtp_password.clone();
    let login = match (mail.user.as_str(), password) {
        ("", _) => None,
        (_, None) => anyhow::bail!("mail.user is set, so INNSPILL_SMTP_PASSWORD must be too"),
        (user, Some(password)) => Some(Login { user: user.to_owned(), password }),
    };
    let extra_roots_pem = match mail.extra_roots_file.as_str() {
        "" => None,
        path => Some(std::fs::read_to_string(path).context("mail.extra_roots_file")?),
    };
    Ok(SmtpSettings {
        host: mail.host.clone(),
        port: mail.port,
        encryption: Encryption::from_name(&mail.encryption).context("mail.encryption")?,
        login,
        extra_roots_pem,
        connect_within: Duration::from_secs(mail.connect_within_seconds),
        send_within: Duration::from_secs(mail.send_within_seconds),
    })
}

/// Takes the address to listen on. `remedy` says how to choose another port.
///
/// # Errors
/// With `remedy` when the port is taken.
pub fn listen(address: SocketAddr, remedy: &str) -> Result<TcpListener, anyhow::Error> {
    TcpListener::bind(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow::anyhow!("port {} is taken by another program; {remedy}", address.port())
        }
        _ => anyhow::Error::new(error).context(format!("cannot listen on {address}")),
    })
}
