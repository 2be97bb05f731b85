//! Who is asking. An extractor is a key: a handler that takes none of them is public.

use crate::actions::sign_in::{token_sha256, touch};
use crate::domain::audit::Actor;
use crate::domain::clock::Moment;
use crate::domain::language::Language;
use crate::domain::links::{Links, split_language};
use crate::domain::person::Identity;
use crate::domain::session::Session;
use crate::domain::staff::{Access, StaffGrant, StaffRole};
use crate::store::{Reading, StoreError, sessions, staff_grants};
use crate::web::api::is_api;
use crate::web::error::PageError;
use crate::web::form_tokens::Browser;
use crate::web::house::House;
use crate::web::limits::count_reader;
use crate::web::views::{Ctx, SignedIn};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use std::future::Future;
use std::pin::Pin;

/// The name of the session's cookie. `__Host-` binds it to this host over TLS; browsers refuse
/// it without.
#[must_use]
pub fn cookie_name(house: &House) -> &'static str {
    if house.is_https { "__Host-innspill" } else { "innspill" }
}

/// Anyone, logged in or not.
pub struct Visit {
    /// The house.
    pub house: web::Data<House>,
    /// What the pages know.
    pub ctx: Ctx,
    /// Their session.
    pub session: Option<Session>,
    /// Where they have which role among the staff.
    pub access: Access,
    /// Whether the answer is for a script, as problem+json.
    pub wants_json: bool,
}

impl Visit {
    /// A visit by someone we know nothing of.
    ///
    /// # Errors
    /// When the house was not built.
    pub fn anonymous(request: &HttpRequest) -> Result<Self, PageError> {
        let house = request
            .app_data::<web::Data<House>>()
            .ok_or_else(|| PageError::Failed(anyhow::anyhow!("the house is missing")))?
            .clone();
        let is_api = is_api(request.path());
        // The open data speaks to programs and those who write them.
        let lang = if is_api { Language::En } else { split_language(request.path()).0 };
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let ctx = Ctx {
            lang,
            path,
            now: house.clock.now(),
            site: house.site.clone(),
            user: None,
            preview: None,
            form_token: Some(Browser::of(request, &house).token(&house)),
        };
        let accept = request.headers().get(header::ACCEPT).and_then(|value| value.to_str().ok());
        let wants_json = is_api || accept.is_some_and(|accept| accept.starts_with("application/json"));
        Ok(Self { house, ctx, session: None, access: Access::default(), wants_json })
    }

    /// The time of the request.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.ctx.now
    }

    /// The addresses in the reader's language.
    #[must_use]
    pub fn links(&self) -> Links {
        self.ctx.links()
    }

    async fn of(request: &HttpRequest) -> Result<Self, PageError> {
        let mut visit = Self::anonymous(request)?;
        let Some(cookie) = request.cookie(cookie_name(&visit.house)) else { return Ok(visit) };
        let (hash, now) = (token_sha256(cookie.value()), visit.now());
        let grants;
        (visit.session, grants) = visit.house.store.read(move |tx| find_known(tx, &hash, now)).await?;
        if let Some(session) = &visit.session {
            count_reader(request, &visit.house, session)?;
        }
        if let Some(session) = &visit.session
            && let Err(error) = touch(&visit.house.store, session, now).await
        {
            // The page does not need it, and the next one tries again.
            tracing::warn!("a sign of life was not written down: {error}");
        }
        let Some(session) = &visit.session else { return Ok(visit) };
        visit.access = Access::new(session.role, &grants);
        // Some providers tell no names; then whoever gave the role knew one.
        let given = grants.into_iter().find_map(|grant| grant.name);
        visit.ctx.user = Some(SignedIn {
            name: session.name.clone().or(given),
            staff: visit.access.anywhere(),
            everywhere: visit.access.everywhere(),
        });
        Ok(visit)
    }
}

/// The session with this token, and the roles that its person was given here: asked at each request,
/// so that one taken away is gone at once.
fn find_known(
    tx: &mut Reading<'_>,
    token_sha256: &str,
    now: Moment,
) -> Result<(Option<Session>, Vec<StaffGrant>), StoreError> {
    let Some(session) = sessions::find_live(tx, token_sha256, now)? else { return Ok((None, Vec::new())) };
    let who = &session.identity;
    let grants = staff_grants::list_by_person(tx, &who.issuer, &who.subject)?;
    Ok((Some(session), grants))
}

/// Someone logged in, who may answer.
pub struct Citizen {
    /// The visit.
    pub visit: Visit,
    /// Who they are.
    pub identity: Identity,
}

/// A member of staff who has a role in any place; the handler shows each only what they may see.
pub struct SomeStaff(pub Visit);

/// A member of staff who may read submissions. On an address with a round's `{slug}` their role
/// in that round counts, on any other only one for the whole installation; so for the two below.
pub struct StaffReader {
    /// The visit.
    pub visit: Visit,
    /// Who they are, for the audit log.
    pub actor: Actor,
    /// What they may do.
    pub role: StaffRole,
}

/// A member of staff who may handle and export submissions.
pub struct CaseOfficer(pub StaffReader);

/// A member of staff who may run rounds.
pub struct Administrator(pub StaffReader);

fn citizen(visit: Visit) -> Result<Citizen, PageError> {
    match &visit.session {
        Some(session) => Ok(Citizen { identity: session.identity.clone(), visit }),
        None => Err(PageError::NotSignedIn),
    }
}

/// Someone with a role somewhere. Who has none is told what to ask for.
fn some_staff(visit: Visit) -> Result<SomeStaff, PageError> {
    let Identity { issuer, subject, .. } =
        visit.session.as_ref().ok_or(PageError::NotSignedIn)?.identity.clone();
    if visit.access.anywhere().is_none() {
        return Err(PageError::NoRole { issuer, subject });
    }
    Ok(SomeStaff(visit))
}

fn staff(request: &HttpRequest, visit: Visit, at_least: StaffRole) -> Result<StaffReader, PageError> {
    let SomeStaff(mut visit) = some_staff(visit)?;
    let session = visit.session.as_ref().ok_or(PageError::NotSignedIn)?;
    let role = match request.match_info().get("slug") {
        Some(slug) => visit.access.in_round(slug),
        None => visit.access.everywhere(),
    };
    let role = role.filter(|role| *role >= at_least).ok_or(PageError::Forbidden)?;
    let subject = session.identity.subject.clone();
    let user = visit.ctx.user.as_mut();
    let name = user.and_then(|user| {
        user.staff = Some(role);
        user.name.clone()
    });
    Ok(StaffReader { visit, actor: Actor::Staff { subject, name, role }, role })
}

macro_rules! key {
    ($name:ident, $request:ident, $visit:ident => $make:expr) => {
        impl FromRequest for $name {
            type Error = PageError;
            type Future = Pin<Box<dyn Future<Output = Result<Self, PageError>>>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let $request = request.clone();
                Box::pin(async move {
                    let $visit = Visit::of(&$request).await?;
                    $make
                })
            }
        }
    };
}
key!(Visit, request, visit => Ok(visit));
key!(Citizen, request, visit => citizen(visit));
key!(SomeStaff, request, visit => some_staff(visit));
key!(StaffReader, request, visit => staff(&request, visit, StaffRole::Reader));
key!(CaseOfficer, request, visit => staff(&request, visit, StaffRole::CaseOfficer).map(CaseOfficer));
key!(Administrator, request, visit => staff(&request, visit, StaffRole::Administrator).map(Administrator));
