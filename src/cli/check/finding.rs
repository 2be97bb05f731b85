//! What a check found, and what to do about it.

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// As it should be.
    Ok,
    /// Somebody should look at it.
    Warning,
    /// Something is broken.
    Failed,
}

impl State {
    /// As it is told.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Failed => "failed",
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// How it stands.
    pub(super) state: State,
    /// What was seen; one line each.
    pub(super) what: Vec<String>,
    /// What to do; nothing where all is well.
    pub(super) remedy: Option<String>,
}

/// A check that has been made.
#[derive(Debug)]
pub(super) struct Row {
    /// The name of the check.
    pub(super) name: &'static str,
    /// What it found.
    pub(super) finding: Finding,
}

impl Finding {
    /// As it should be.
    pub(super) fn ok(what: impl Into<String>) -> Self {
        Self { state: State::Ok, what: vec![what.into()], remedy: None }
    }

    /// Somebody should look at it.
    pub(super) fn warning(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { state: State::Warning, what: vec![what.into()], remedy: Some(remedy.into()) }
    }

    /// Something is broken.
    pub(super) fn failed(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { state: State::Failed, what: vec![what.into()], remedy: Some(remedy.into()) }
    }

    /// With more lines, of which there may be `count` in all.
    pub(super) fn with(mut self, lines: Vec<String>, count: usize) -> Self {
        let told = lines.len();
        self.what.extend(lines);
        if count > told {
            self.what.push(format!("and {} more", count - told));
        }
        self
    }

    /// The check could not be made.
    pub(super) fn could_not_look(error: &anyhow::Error) -> Self {
        Self::failed(format!("could not be checked: {error:#}"), "put that right and check again")
    }

    /// Something before it must be put right first.
    pub(super) fn not_looked_at() -> Self {
        Self::warning("not checked", "put right what failed above and check again")
    }
}
