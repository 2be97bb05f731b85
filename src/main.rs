//! The command line; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment; config.rs explains it"
    )]
    let environment = std::env::vars().collect();
    match innspill::cli::run(&environment) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("innspill: {error:#}");
            ExitCode::FAILURE
        }
    }
}
