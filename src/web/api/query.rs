//! What is asked for in a list: read strictly, so that a slip of the pen does not answer everything.

use crate::domain::consultation::Phase;
use crate::store::public_rounds::Stretch;
use url::form_urlencoded;

/// The rounds on a page where nothing is said.
const PER_PAGE: u32 = 50;
/// The most rounds on a page.
pub const PER_PAGE_MAX: u32 = 100;
/// The last page that can be asked for.
pub const PAGE_MAX: u32 = 1_000_000;

/// Which rounds, and which of them at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListQuery {
    /// Only those in this phase.
    pub phase: Option<Phase>,
    /// The page, from 1.
    pub page: u32,
    /// The rounds on a page.
    pub per_page: u32,
}

impl ListQuery {
    /// Reads what stands after the question mark.
    ///
    /// # Errors
    /// What cannot be read of it, for whoever wrote it.
    pub fn read(query: &str) -> Result<Self, String> {
        let mut read = Self { phase: None, page: 1, per_page: PER_PAGE };
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "phase" => read.phase = Some(phase(&value)?),
                "page" => read.page = number("page", &value, PAGE_MAX)?,
                "per_page" => read.per_page = number("per_page", &value, PER_PAGE_MAX)?,
                _ => return Err("There are three parameters: phase, page and per_page.".to_owned()),
            }
            if seen.iter().any(|one| *one == name) {
                return Err(format!("{name} stands more than once."));
            }
            seen.push(name.into_owned());
        }
        Ok(read)
    }

    /// The part of the whole list that it asks for.
    #[must_use]
    pub fn stretch(self) -> Stretch {
        let before = i64::from(self.page.saturating_sub(1)) * i64::from(self.per_page);
        Stretch { offset: before, limit: i64::from(self.per_page) }
    }

    /// The query of another page of the same list.
    #[must_use]
    pub fn of_page(self, page: u32) -> String {
        let phase = self.phase.map(|phase| format!("phase={}&", phase.name())).unwrap_or_default();
        format!("?{phase}page={page}&per_page={}", self.per_page)
    }
}

fn phase(value: &str) -> Result<Phase, String> {
    let public = |phase: &Phase| *phase != Phase::Draft;
    Phase::from_name(value)
        .filter(public)
        .ok_or_else(|| "phase must be announced, open, closed, concluded or archived.".to_owned())
}

/// A number written in digits alone.
fn number(name: &str, value: &str, most: u32) -> Result<u32, String> {
    let number = value.bytes().all(|byte| byte.is_ascii_digit()).then(|| value.parse().ok()).flatten();
    number
        .filter(|number| (1..=most).contains(number))
        .ok_or_else(|| format!("{name} must be a whole number from 1 to {most}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_read() {
        let all = ListQuery { phase: None, page: 1, per_page: 50 };
        assert_eq!(ListQuery::read(""), Ok(all));
        let some = ListQuery::read("phase=open&page=3&per_page=20").unwrap();
        assert_eq!(some, ListQuery { phase: Some(Phase::Open), page: 3, per_page: 20 });
        assert_eq!(some.stretch(), Stretch { offset: 40, limit: 20 });
        assert_eq!(ListQuery::read(some.of_page(2).trim_start_matches('?')).unwrap().page, 2);
    }

    #[test]
    fn a_slip_of_the_pen_is_told() {
        for wrong in [
            "phase=draft",
            "phase=",
            "phase=Open",
            "page=0",
            "page=-1",
            "page=+1",
            "page=1.5",
            "page=",
            "page=1000001",
            "page=99999999999999999999",
            "per_page=101",
            "phas=open",
            "page=1&page=2",
            "page",
        ] {
            assert!(ListQuery::read(wrong).is_err(), "{wrong}");
        }
    }
}
