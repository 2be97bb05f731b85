//! How often anyone may do a thing: per address, per session and per person, by the house's clock.

mod address;
mod buckets;

pub use address::client_address;

use crate::config::{LimitSettings, Network, Quotas};
use crate::domain::clock::{Clock, Moment};
use crate::domain::links::split_language;
use crate::domain::session::Session;
use crate::web::error::PageError;
use crate::web::house::House;
use crate::web::incoming::is_upload;
use actix_web::{HttpMessage, HttpRequest};
use buckets::Buckets;
use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::{Quota, RateLimiter};
use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use uuid::Uuid;

/// How many keys each limit remembers; those that come after share one.
const KEYS_MAX: usize = 50_000;
/// How often keys that have all their quota again are forgotten.
const TIDY_AFTER_MILLISECONDS: i64 = 60_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Logging in.
    Login,
    /// Sending, changing and withdrawing a submission.
    Sending,
    /// Saving a draft, and all that has no quota of its own.
    Saving,
    /// Uploading a file.
    Upload,
    /// Asking for a letter with a link.
    Link,
    /// Searching.
    Search,
}

/// Whose quota it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Address(IpAddr),
    Session(Uuid),
    /// A hash that is another one each time the service starts.
    Person(u64),
    /// Everyone who came when the memory was full.
    Others,
}

/// The house's clock, in nanoseconds since the house was built.
#[derive(Clone)]
struct HouseClock {
    clock: Clock,
    start: Moment,
}

impl GovernorClock for HouseClock {
    type Instant = Duration;

    fn now(&self) -> Duration {
        let since = self.clock.now().timestamp().duration_since(self.start.timestamp());
        Duration::try_from(since).unwrap_or_default()
    }
}

type Limiter = RateLimiter<Key, Buckets<Key>, HouseClock, NoOpMiddleware<Duration>>;

/// The three limits of one deed.
struct Rule {
    address: Limiter,
    session: Limiter,
    person: Limiter,
}

impl Rule {
    fn all(&self) -> [&Limiter; 3] {
        [&self.address, &self.session, &self.person]
    }
}

/// All limits. They are kept in memory: each process counts for itself, and begins anew.
pub struct Limits {
    proxies: Vec<Network>,
    login: Rule,
    sending: Rule,
    saving: Rule,
    upload: Rule,
    links: Rule,
    search: Rule,
    clock: HouseClock,
    tidied_at: AtomicI64,
    hasher: RandomState,
}

impl Limits {
    /// The limits that `settings` say.
    ///
    /// # Errors
    /// The trusted proxy that is no network.
    pub fn new(settings: &LimitSettings, clock: Clock) -> Result<Self, String> {
        let clock = HouseClock { start: clock.now(), clock };
        let limiter = |count: u32| {
            let count = NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN);
            let each = Duration::from_secs(settings.window_seconds.into()) / count.get();
            let quota = Quota::with_period(each).unwrap_or(Quota::per_second(count)).allow_burst(count);
            RateLimiter::new(quota, Buckets::new(KEYS_MAX, Key::Others), clock.clone())
        };
        let rule = |quotas: Quotas| Rule {
            address: limiter(quotas.address),
            session: limiter(quotas.session),
            person: limiter(quotas.person),
        };
        Ok(Self {
            proxies: settings.proxies()?,
            login: rule(settings.login),
            sending: rule(settings.sending),
            saving: rule(settings.saving),
            upload: rule(settings.upload),
            links: rule(settings.links),
            search: rule(settings.search),
            tidied_at: AtomicI64::new(clock.start.timestamp().as_millisecond()),
            clock,
            hasher: RandomState::new(),
        })
    }

    fn rules(&self) -> [&Rule; 6] {
        [&self.login, &self.sending, &self.saving, &self.upload, &self.links, &self.search]
    }

    fn rule(&self, deed: Deed) -> &Rule {
        match deed {
            Deed::Login => &self.login,
            Deed::Sending => &self.sending,
            Deed::Saving => &self.saving,
            Deed::Upload => &self.upload,
            Deed::Link => &self.links,
            Deed::Search => &self.search,
        }
    }

    fn count(&self, limiter: &Limiter, key: Key) -> Result<(), PageError> {
        limiter.check_key(&key).map_err(|until| {
            let wait = until.wait_time_from(self.clock.now());
            // Whole seconds, and never «wait no time at all».
            PageError::TooMany { wait_seconds: wait.as_secs().saturating_add(1) }
        })
    }

    /// Forgets the keys that have all their quota again; one thread does it, once a minute.
    fn tidy(&self) {
        let now = self.clock.clock.now().timestamp().as_millisecond();
        let before = self.tidied_at.load(Ordering::Relaxed);
        let is_due = now.saturating_sub(before) >= TIDY_AFTER_MILLISECONDS;
        if is_due
            && self.tidied_at.compare_exchange(before, now, Ordering::Relaxed, Ordering::Relaxed).is_ok()
        {
            for limiter in self.rules().into_iter().flat_map(Rule::all) {
                limiter.retain_recent();
                limiter.shrink_to_fit();
            }
        }
    }

    /// How many keys are remembered in all.
    #[must_use]
    pub fn remembered(&self) -> usize {
        self.rules().into_iter().flat_map(Rule::all).map(Limiter::len).sum()
    }
}

/// What `request` does, where that is counted.
fn deed_of(request: &HttpRequest) -> Option<Deed> {
    let pattern = request.match_pattern().unwrap_or_default();
    let (_, pattern) = split_language(&pattern);
    let is_read = request.method().is_safe();
    if is_read {
        // Each begins a login, or asks the provider for its end.
        if matches!(pattern, "/logg-inn/{provider}" | "/oidc/{provider}/svar") {
            return Some(Deed::Login);
        }
        let is_search = request.query_string().split('&').any(|part| part.starts_with("sok="));
        return is_search.then_some(Deed::Search);
    }
    Some(match pattern {
        "/logg-inn" | "/logg-inn/administrator/{token}" | "/lenke/{token}" | "/invitasjon/{token}" => {
            Deed::Login
        }
        // One who begins without logging in is made a person of their own.
        "/horinger/{slug}/start" => Deed::Login,
        "/horinger/{slug}/e-post" | "/abonner" => Deed::Link,
        pattern if pattern.ends_with("/kontroll") || pattern.ends_with("/trekk") => Deed::Sending,
        pattern if pattern.ends_with("/last-opp") || is_upload(request) => Deed::Upload,
        _ => Deed::Saving,
    })
}

/// Counts the request against its address, and leaves it to be counted against its session.
///
/// # Errors
/// `TooMany`.
pub fn count_request(request: &HttpRequest, house: &House) -> Result<(), PageError> {
    let Some(deed) = deed_of(request) else { return Ok(()) };
    let limits = &house.limits;
    limits.tidy();
    if let Some(address) = client_address(request, &limits.proxies) {
        limits.count(&limits.rule(deed).address, Key::Address(address))?;
    }
    request.extensions_mut().insert(deed);
    Ok(())
}

/// Counts the request, once, against the session that it came in and the person behind it.
///
/// # Errors
/// `TooMany`.
pub fn count_reader(request: &HttpRequest, house: &House, session: &Session) -> Result<(), PageError> {
    let Some(deed) = request.extensions_mut().remove::<Deed>() else { return Ok(()) };
    let (limits, identity) = (&house.limits, &session.identity);
    let rule = limits.rule(deed);
    limits.count(&rule.session, Key::Session(session.id.0))?;
    let person = limits.hasher.hash_one((&identity.issuer, &identity.subject));
    limits.count(&rule.person, Key::Person(person))
}

#[cfg(test)]
#[path = "limits_tests.rs"]
mod tests;
