//! `staff`: who may do what, and the way in when nobody can.

use super::rounds::plain;
use super::{ACTOR, Database, Environment, House};
use crate::actions::grant_role::{NewGrant, grant_role};
use crate::actions::print_staff_link::{LINK_MINUTES, print_staff_link};
use crate::actions::revoke_role::revoke_role;
use crate::domain::language::Language;
use crate::domain::links::Links;
use crate::domain::national_id;
use crate::domain::staff::{StaffGrant, StaffRole};
use crate::startup::system_clock;
use crate::store::staff_grants;
use anyhow::Context;
use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Give somebody a role, in place of the one that they have for the same round
    Add {
        #[command(flatten)]
        person: Person,
        /// `reader`, `case-officer` or `administrator`
        #[arg(long, value_parser = parse_role)]
        role: StaffRole,
        /// Their name, for the list
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        force: Force,
        #[command(flatten)]
        database: Database,
    },
    /// List the roles that were given; roles that the login provider tells are not among them
    List {
        #[command(flatten)]
        database: Database,
    },
    /// Take a role away; it counts no longer from the person's next request on
    Remove {
        #[command(flatten)]
        person: Person,
        #[command(flatten)]
        force: Force,
        #[command(flatten)]
        database: Database,
    },
    /// Print a link that makes whoever uses it administrator for an hour; it can be used once
    LoginLink(House),
}

#[derive(Debug, Args)]
pub(super) struct Person {
    /// Who vouches for them: the login provider's issuer. Their page «no access» shows it
    #[arg(long)]
    issuer: String,
    /// Who they are to the issuer: their subject. Their page «no access» shows it
    #[arg(long)]
    subject: String,
    /// The round that it is for; the whole installation where it is left out
    #[arg(long, value_name = "SLUG")]
    round: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Force {
    /// Even when no administrator of the installation is left
    #[arg(long)]
    force: bool,
}

fn parse_role(text: &str) -> Result<StaffRole, String> {
    StaffRole::from_name(text).ok_or_else(|| {
        let names: Vec<&str> = StaffRole::ALL.iter().map(|role| role.name()).collect();
        format!("must be one of {}", names.join(", "))
    })
}

pub(super) async fn run(command: StaffCommand, environment: &Environment) -> Result<(), anyhow::Error> {
    match command {
        StaffCommand::Add { person, role, name, force, database } => {
            add(person, role, name, force.force, &database).await
        }
        StaffCommand::List { database } => list(&database).await,
        StaffCommand::Remove { person, force, database } => remove(&person, force.force, &database).await,
        StaffCommand::LoginLink(house) => staff_link(&house, environment).await,
    }
}

async fn add(
    person: Person,
    role: StaffRole,
    name: Option<String>,
    force: bool,
    database: &Database,
) -> Result<(), anyhow::Error> {
    let Person { issuer, subject, round } = person;
    anyhow::ensure!(!issuer.trim().is_empty(), "--issuer is empty");
    anyhow::ensure!(!subject.trim().is_empty(), "--subject is empty");
    anyhow::ensure!(
        !national_id::is_in(&subject),
        "--subject holds a national id, which is never kept; use the subject that the issuer gives"
    );
    let new = NewGrant { issuer, subject, name, role, round };
    let given = grant_role(&database.open()?, new, force, ACTOR, system_clock().now()).await;
    show(&given.map_err(plain)?);
    Ok(())
}

async fn list(database: &Database) -> Result<(), anyhow::Error> {
    for grant in database.open()?.read(staff_grants::list).await? {
        show(&grant);
    }
    Ok(())
}

async fn remove(person: &Person, force: bool, database: &Database) -> Result<(), anyhow::Error> {
    let store = database.open()?;
    let (issuer, subject) = (person.issuer.clone(), person.subject.clone());
    let grants = store.read(move |tx| staff_grants::list_by_person(tx, &issuer, &subject)).await?;
    let slug = |grant: &StaffGrant| grant.round.as_ref().map(|round| round.slug.clone());
    let grant = grants.into_iter().find(|grant| slug(grant) == person.round);
    let grant = grant.context("they have no such role; `innspill staff list` shows those that were given")?;
    let taken = revoke_role(&store, grant.id, force, ACTOR, system_clock().now()).await.map_err(plain)?;
    println!("Taken away:");
    show(&taken);
    Ok(())
}

fn show(grant: &StaffGrant) {
    let place = grant.round.as_ref().map_or("everywhere", |round| round.slug.as_str());
    let name = grant.name.as_deref().unwrap_or("-");
    println!("{:<13} {place}  {} {}  {name}", grant.role.name(), grant.issuer, grant.subject);
}

async fn staff_link(house: &House, environment: &Environment) -> Result<(), anyhow::Error> {
    let (settings, store) = house.open(environment)?;
    let token = print_staff_link(&store, ACTOR, system_clock().now()).await?;
    println!("{}{}", settings.server.base_url, Links::new(Language::Nb).staff_link(&token));
    eprintln!(
        "Whoever opens this link is administrator for an hour. It can be used once, within {LINK_MINUTES} minutes."
    );
    Ok(())
}
