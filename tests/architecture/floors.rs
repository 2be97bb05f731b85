//! Floors: what may import what, and how rooms may not be called.

use crate::source::Source;

const GROUND: [&str; 3] = ["domain", "text", "config"];
const TOOLS: [&str; 6] = ["documents", "exports", "files", "identity", "mail", "store"];
const DOORS: [&str; 2] = ["web", "jobs"];
const ROOF: [&str; 3] = ["main", "cli", "startup"];
const DRAWERS: [&str; 8] = ["utils", "common", "helpers", "types", "services", "service", "manager", "misc"];

/// The rooms that `room` may import, apart from itself; `None` where it has no floor.
fn below(room: &str) -> Option<Vec<&'static str>> {
    let mut rooms = Vec::new();
    match room {
        "lib" | "domain" | "config" => {}
        "text" => rooms.extend(["domain"]),
        "exports" => rooms.extend(["domain", "text"]),
        _ if TOOLS.contains(&room) => rooms.extend(GROUND),
        "actions" => rooms.extend(GROUND.iter().chain(&TOOLS)),
        _ if DOORS.contains(&room) => rooms.extend(GROUND.iter().chain(&TOOLS).chain(&["actions"])),
        _ if ROOF.contains(&room) => {
            rooms.extend(GROUND.iter().chain(&TOOLS).chain(&["actions"]).chain(&DOORS).chain(&ROOF));
        }
        _ => return None,
    }
    Some(rooms)
}

pub fn imports_point_down(file: &Source) -> Vec<String> {
    let Some(below) = below(file.room()) else {
        return vec![file.found(1, &format!("the room {} has no floor", file.room()))];
    };
    let ours = file.scan.paths.iter().filter_map(|path| match path.parts.as_slice() {
        [root, room, ..] if root == "crate" => Some((path, room.as_str())),
        _ => None,
    });
    ours.filter(|(_, room)| *room != file.room() && !below.contains(room))
        .map(|(path, _)| file.found(path.line, &format!("{} is not below", path.parts.join("::"))))
        .collect()
}

pub fn rooms_have_names(file: &Source) -> Vec<String> {
    let drawer = file.place().split('/').find(|part| DRAWERS.contains(part));
    drawer
        .map(|name| file.found(1, &format!("{name} says nothing of what lives there")))
        .into_iter()
        .collect()
}

mod tests {
    use super::{imports_point_down, rooms_have_names};
    use crate::{allows, breaks};

    #[test]
    fn what_points_up_is_found() {
        for (path, text) in [
            ("src/domain/x.rs", "use crate::text::number;"),
            ("src/domain/x/y.rs", "use super::super::super::store::Store;"),
            ("src/domain/x_tests.rs", "use super::super::super::store::Store;"),
            ("src/text/mod.rs", "use crate::config::Settings;"),
            ("src/config.rs", "use crate::domain::language::Language;"),
            ("src/store/x.rs", "fn f() { super::super::mail::send() }"),
            ("src/store/mod.rs", "mod tests { use super::super::mail::send; }"),
            ("src/mail/x.rs", "use crate::{domain::{letter, clock::Moment}, files::Files};"),
            ("src/exports/x.rs", "use crate::config::Settings;"),
            ("src/exports/x.rs", "fn f(x: &crate::store::Store) {}"),
            ("src/store/x.rs", "use crate::actions::submit;"),
            ("src/actions/x.rs", "use crate::web::visit::{Visit as V};"),
            ("src/actions/x.rs", "macro_rules! m { () => { $crate::jobs::run() } }"),
            ("src/jobs/x.rs", "use crate::web;"),
            ("src/web/x.rs", "use crate::cli::demo;"),
            ("src/web/x.rs", "use innspill::startup::build;"),
            ("src/attic/x.rs", "fn f() {}"),
        ] {
            breaks(imports_point_down, path, text);
        }
    }

    #[test]
    fn what_points_down_is_allowed() {
        for (path, text) in [
            ("src/domain/x.rs", "use super::clock::Moment; use crate::domain::ids::{self, DraftId};"),
            (
                "src/domain/x.rs",
                "// crate::store\n/// crate::store::Store\nconst A: &str = \"crate::store::X\";",
            ),
            ("src/domain/x_tests.rs", "use super::super::clock::Moment; use super::*;"),
            ("src/text/dates.rs", "use crate::text; use crate::domain::clock::Moment;"),
            ("src/mail/letters.rs", "use crate::text; use crate::domain::letter::Letter;"),
            ("src/store/submissions/mod.rs", "pub(super) fn f(x: super::Reading) { self::g() }"),
            ("src/actions/x.rs", "use crate::store::{Store, submissions}; use crate::mail::letters;"),
            ("src/web/x.rs", "use crate::actions::submit; use crate::store::Store; use crate::text;"),
            ("src/main.rs", "use innspill::web; mod cli; use crate::cli::run;"),
            ("src/cli/demo.rs", "use innspill::jobs; use super::serve; use crate::startup;"),
            ("src/lib.rs", "pub mod store; pub mod web;"),
        ] {
            allows(imports_point_down, path, text);
        }
    }

    #[test]
    fn drawers_are_found() {
        breaks(rooms_have_names, "src/web/helpers.rs", "");
        breaks(rooms_have_names, "src/utils/mod.rs", "");
        allows(rooms_have_names, "src/web/views/mod.rs", "");
    }
}
