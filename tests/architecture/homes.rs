//! Homes: where each library, each database and unescaped markup may be named.

use crate::source::Source;

const MARKDOWN: &str = "web/views/components/markdown";
/// A library, and the rooms or files where it lives.
const HOMES: [(&str, &[&str]); 26] = [
    ("diesel", &["store"]),
    ("diesel_migrations", &["store"]),
    ("actix_web", &["web"]),
    ("actix_multipart", &["web/upload"]),
    ("maud", &["web"]),
    ("utoipa", &["web/api"]),
    ("validator", &["web"]),
    ("rust_embed", &["web"]),
    ("lettre", &["mail"]),
    ("object_store", &["files"]),
    ("infer", &["files"]),
    ("clamav_client", &["files"]),
    ("openidconnect", &["identity"]),
    ("rsa", &["identity"]),
    ("chrono", &["identity"]),
    ("quick_xml", &["documents", "exports/atom"]),
    ("typst", &["documents"]),
    ("typst_kit", &["documents"]),
    ("typst_pdf", &["documents"]),
    ("pulldown_cmark", &["documents", MARKDOWN]),
    ("ammonia", &[MARKDOWN]),
    ("chacha20poly1305", &["store/sealing", "store/parked_forms"]),
    ("csv", &["exports"]),
    ("clap", &["main", "cli"]),
    ("fluent_templates", &["text"]),
    ("fluent_bundle", &["text"]),
];
/// Names that tell the two databases apart.
const DATABASES: [&str; 7] = ["PgConnection", "SqliteConnection", "Pg", "Sqlite", "Postgres", "pg", "sqlite"];
/// Files that may know both: the first holds what must differ, the second gives our SQL types
/// their form in each.
const KNOW_BOTH: [&str; 2] = ["store/connection", "store/sql_types"];

pub fn libraries_stay_at_home(file: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for path in &file.scan.paths {
        let Some(first) = path.parts.first() else { continue };
        let Some((library, homes)) = HOMES.iter().find(|(library, _)| library == first) else { continue };
        let is_library = (path.parts.len() > 1 || path.is_import) && !file.scan.own_names.contains(first);
        if is_library && !homes.iter().any(|home| stands_in(file, home)) {
            found.push(file.found(path.line, &format!("{library} lives in {}", homes.join(" and "))));
        }
    }
    found
}

fn stands_in(file: &Source, home: &str) -> bool {
    file.place() == home || file.place().starts_with(&format!("{home}/"))
}

pub fn one_file_knows_the_databases(file: &Source) -> Vec<String> {
    let is_one_of_a_pair =
        file.room() == "store" && ["/sqlite", "/postgres"].iter().any(|e| file.place().ends_with(e));
    if KNOW_BOTH.contains(&file.place()) || is_one_of_a_pair {
        return Vec::new();
    }
    let names = file.scan.paths.iter().filter(|path| {
        let is_ours_or_diesels =
            path.parts.len() > 1 || path.parts.iter().any(|name| name.ends_with("Connection"));
        is_ours_or_diesels && path.parts.iter().any(|name| DATABASES.contains(&name.as_str()))
    });
    names
        .map(|path| file.found(path.line, &format!("{} tells the databases apart", path.parts.join("::"))))
        .collect()
}

pub fn markup_is_escaped(file: &Source) -> Vec<String> {
    if file.place() == MARKDOWN {
        return Vec::new();
    }
    let names = file.scan.paths.iter().filter(|path| path.parts.iter().any(|name| name == "PreEscaped"));
    names.map(|path| file.found(path.line, "PreEscaped is for components/markdown.rs alone")).collect()
}

mod tests {
    use super::{libraries_stay_at_home, markup_is_escaped, one_file_knows_the_databases};
    use crate::{allows, breaks};

    #[test]
    fn a_library_that_went_out_is_found() {
        for (path, text) in [
            ("src/actions/x.rs", "use diesel::prelude::*;"),
            ("src/domain/x.rs", "#[derive(validator::Validate)] struct A;"),
            ("src/jobs/x.rs", "#[actix_web::main] async fn main() {}"),
            ("src/mail/x.rs", "fn f() -> ::maud::Markup { g() }"),
            ("src/web/x.rs", "use object_store as os;"),
            ("src/web/x.rs", "use typst_pdf::pdf;"),
            ("src/web/views/public/x.rs", "use {pulldown_cmark::Parser};"),
            ("src/documents/x.rs", "use ammonia::Builder;"),
            ("src/startup.rs", "use clap::Parser;"),
            ("src/mail/x.rs", "fn f() { fluent_templates::fluent_bundle::g() }"),
            ("src/web/x.rs", "fn f() { csv::Writer::new() }"),
        ] {
            breaks(libraries_stay_at_home, path, text);
        }
    }

    #[test]
    fn a_library_at_home_is_allowed() {
        for (path, text) in [
            ("src/store/x.rs", "use diesel::prelude::*; use diesel_migrations::embed_migrations;"),
            ("src/web/views/components/markdown.rs", "use ammonia::Builder; use pulldown_cmark::Parser;"),
            ("src/documents/pdf.rs", "use pulldown_cmark::Parser; use typst::World;"),
            ("src/text/mod.rs", "macro_rules! t { () => { ::fluent_templates::fluent_bundle::f() } }"),
            ("src/cli/x.rs", "use innspill::exports::csv; fn f() { csv::write() }"),
            ("src/exports/mod.rs", "pub mod csv; fn f() { csv::write() }"),
            ("src/web/x.rs", "// diesel::prelude\nconst A: &str = \"lettre::Message\"; fn diesel() {}"),
        ] {
            allows(libraries_stay_at_home, path, text);
        }
    }

    #[test]
    fn a_file_that_tells_the_databases_apart_is_found() {
        for (path, text) in [
            ("src/store/x.rs", "use diesel::SqliteConnection;"),
            ("src/store/x.rs", "fn f(c: &mut PgConnection) {}"),
            ("src/store/x.rs", "use diesel::{Connection, pg::PgRowByRowLoadingMode};"),
            ("src/store/x.rs", "fn f(c: DbConnection) { if let DbConnection::Postgres(c) = c {} }"),
        ] {
            breaks(one_file_knows_the_databases, path, text);
            allows(one_file_knows_the_databases, "src/store/connection.rs", text);
            allows(one_file_knows_the_databases, "src/store/search/postgres.rs", text);
        }
        allows(one_file_knows_the_databases, "src/store/sql_types.rs", "use diesel::pg::{Pg, PgValue};");
        allows(
            one_file_knows_the_databases,
            "src/store/x.rs",
            "// PgConnection\nfn f(c: &mut DbConnection) {}",
        );
    }

    #[test]
    fn markup_that_is_not_escaped_is_found() {
        breaks(markup_is_escaped, "src/web/views/x.rs", "use maud::{Markup, PreEscaped};");
        breaks(markup_is_escaped, "src/web/x.rs", "fn f() { html! { (maud::PreEscaped(a)) } }");
        allows(markup_is_escaped, "src/web/views/components/markdown.rs", "use maud::PreEscaped;");
    }
}
