//! Lays out the folder of assets that the binary embeds: Designsystemet, Inter and our own files.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a build that cannot go on ends"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const OURS: &str = "src/web/assets";
const PACKAGES: [&str; 2] = ["package.json", "package-lock.json"];
/// Served as they are.
const PLAIN: [&str; 5] = ["theme.css", "app.js", "upload.js", "mark.svg", "hills.svg"];
/// Joined to `app.css`, in this order: later rules win over earlier ones.
const APP: [&str; 12] = [
    "fonts", "base", "frame", "parts", "search", "rounds", "round", "form", "files", "receipt", "wishes",
    "print",
];
const DESIGNSYSTEMET: &str = "node_modules/@digdir/designsystemet-css/dist";
const INTER: &str = "node_modules/@fontsource-variable/inter/files";

fn main() {
    println!("cargo:rerun-if-changed={OURS}");
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=build.rs");

    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let npm = out.join("npm");
    fetch_packages(&npm);

    let assets = out.join("assets");
    let _ = fs::remove_dir_all(&assets);
    fs::create_dir_all(&assets).expect("OUT_DIR can be written");

    let theirs = npm.join(DESIGNSYSTEMET);
    join(
        &[theirs.join("src/index.css"), theirs.join("theme/designsystemet.css")],
        &assets.join("designsystemet.css"),
    );
    let css = Path::new(OURS).join("css");
    let app: Vec<PathBuf> = APP.iter().map(|name| css.join(name).with_extension("css")).collect();
    join(&app, &assets.join("app.css"));
    join(&[css.join("staff.css"), css.join("chart.css")], &assets.join("staff.css"));
    for name in PLAIN {
        copy(&Path::new(OURS).join(name), &assets.join(name));
    }
    for subset in ["latin", "latin-ext"] {
        copy(
            &npm.join(INTER).join(format!("inter-{subset}-wght-normal.woff2")),
            &assets.join(format!("inter-{subset}.woff2")),
        );
    }
}

/// Runs npm only when the lock file differs from the one that was installed last.
fn fetch_packages(npm: &Path) {
    let lock = read(&Path::new(OURS).join("package-lock.json"));
    let installed = npm.join("installed-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return;
    }
    fs::create_dir_all(npm).expect("OUT_DIR can be written");
    for name in PACKAGES {
        copy(&Path::new(OURS).join(name), &npm.join(name));
    }
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(program)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(npm)
        .status();
    match status {
        Ok(status) if status.success() => fs::write(installed, lock).expect("OUT_DIR can be written"),
        Ok(status) => panic!(
            "`npm ci` failed ({status}) in {}. The pages need two npm packages (Designsystemet and \
             Inter); check that npm reaches its registry and build again.",
            npm.display()
        ),
        Err(error) => panic!(
            "npm could not be started ({error}). The pages need two npm packages (Designsystemet \
             and Inter): install Node.js 20 or newer with npm (Debian and Ubuntu: \
             `apt install nodejs npm`) and build again."
        ),
    }
}

fn join(parts: &[PathBuf], to: &Path) {
    let whole: Vec<Vec<u8>> = parts.iter().map(|part| read(part)).collect();
    fs::write(to, whole.join(&b'\n')).expect("OUT_DIR can be written");
}

fn copy(from: &Path, to: &Path) {
    fs::write(to, read(from)).expect("OUT_DIR can be written");
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
