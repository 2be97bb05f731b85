//! The form that filters the audit log; it stands in the address, so that a filter can be kept.

use crate::domain::audit::Event;
use crate::domain::audit_filter::{AuditFilter, AuditPart, ByWhom, Place};
use crate::domain::deadline::{end_of_day, start_of_day};
use crate::domain::reference::Reference;
use jiff::civil::Date;
use serde::Deserialize;

/// The longest that a typed text may be; nothing longer stands in the log.
const TYPED_MAX_CHARS: usize = 200;

/// What the address or the form says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AuditForm {
    /// The first day.
    #[serde(rename = "fra")]
    pub from: String,
    /// The last day.
    #[serde(rename = "til")]
    pub until: String,
    /// The name of an event.
    #[serde(rename = "hendelse")]
    pub event: String,
    /// An actor as the log has it, mostly a sort of them.
    #[serde(rename = "hvem")]
    pub kind: String,
    /// The login provider's word for a member of staff; goes before the sort.
    #[serde(rename = "ansatt")]
    pub staff: String,
    /// A reference, a slug or how a longer subject begins.
    #[serde(rename = "gjelder")]
    pub subject: String,
    /// The line that the page shows older ones than.
    #[serde(rename = "eldre")]
    pub older_than: String,
    /// The line that the page shows newer ones than.
    #[serde(rename = "nyere")]
    pub newer_than: String,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditMistake {
    /// The first day does not exist.
    From,
    /// The last day does not exist.
    Until,
    /// The last day is before the first.
    Order,
}

impl AuditForm {
    /// The filter. An event that does not exist is left out, and the page shows so.
    ///
    /// # Errors
    /// The mistakes, all at once.
    pub fn filter(&self) -> Result<AuditFilter, Vec<AuditMistake>> {
        let mut mistakes = Vec::new();
        let mut day = |text: &str, mistake| {
            let typed = text.trim();
            let date: Option<Date> = typed.parse().ok();
            if date.is_none() && !typed.is_empty() {
                mistakes.push(mistake);
            }
            date
        };
        let (from, until) = (day(&self.from, AuditMistake::From), day(&self.until, AuditMistake::Until));
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            mistakes.push(AuditMistake::Order);
        }
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        Ok(AuditFilter {
            from: from.map(start_of_day),
            before: until.map(end_of_day),
            event: Event::from_name(&self.event),
            by: match typed(&self.staff) {
                Some(subject) => Some(ByWhom::Staff(subject)),
                None => typed(&self.kind).map(ByWhom::Recorded),
            },
            subject: typed(&self.subject).map(|subject| {
                let reference = Reference::parse(&subject);
                reference.map_or(subject, |reference| reference.as_str().to_owned())
            }),
        })
    }

    /// The part of the lines; the newest where the address says nothing that can be read.
    #[must_use]
    pub fn part(&self) -> AuditPart {
        match (Place::read(&self.older_than), Place::read(&self.newer_than)) {
            (Some(place), _) => AuditPart::OlderThan(place),
            (None, Some(place)) => AuditPart::NewerThan(place),
            (None, None) => AuditPart::Newest,
        }
    }

    /// Whether anything is filtered.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.filter().map_or(true, |filter| filter != AuditFilter::default())
    }

    /// The same filter, and the part that `place` and `AuditPart` say.
    #[must_use]
    pub fn at(&self, part: AuditPart) -> Self {
        let (older_than, newer_than) = match part {
            AuditPart::Newest => (String::new(), String::new()),
            AuditPart::OlderThan(place) => (place.to_string(), String::new()),
            AuditPart::NewerThan(place) => (String::new(), place.to_string()),
        };
        Self { older_than, newer_than, ..self.clone() }
    }

    /// Every field that says something, by its name in the address.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("fra", &self.from),
            ("til", &self.until),
            ("hendelse", &self.event),
            ("hvem", &self.kind),
            ("ansatt", &self.staff),
            ("gjelder", &self.subject),
            ("eldre", &self.older_than),
            ("nyere", &self.newer_than),
        ];
        all.into_iter().map(|(name, value)| (name, value.as_str())).filter(|(_, v)| !v.is_empty()).collect()
    }

    /// The address of `path` with all that is said here.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        let fields = self.fields();
        if fields.is_empty() {
            return path.to_owned();
        }
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(fields);
        format!("{path}?{}", query.finish())
    }
}

/// A typed text without what no line has; `None` where nothing is left.
fn typed(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(|c| !c.is_control()).take(TYPED_MAX_CHARS).collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> AuditForm {
        let mut form = AuditForm::default();
        for (name, value) in fields {
            let value = (*value).to_owned();
            match *name {
                "fra" => form.from = value,
                "til" => form.until = value,
                "hendelse" => form.event = value,
                "hvem" => form.kind = value,
                "ansatt" => form.staff = value,
                _ => form.subject = value,
            }
        }
        form
    }

    #[test]
    fn days_are_whole_norwegian_days() {
        let filter = form(&[("fra", "2026-06-10"), ("til", "2026-06-10")]).filter().unwrap();
        assert_eq!(filter.from.unwrap().to_string(), "2026-06-09T22:00:00.000Z");
        assert_eq!(filter.before.unwrap().to_string(), "2026-06-10T22:00:00.000Z");
    }

    #[test]
    fn what_is_wrong_is_told_at_once() {
        let wrong = form(&[("fra", "i går"), ("til", "2026-02-30")]);
        assert_eq!(wrong.filter(), Err(vec![AuditMistake::From, AuditMistake::Until]));
        let order = form(&[("fra", "2026-06-11"), ("til", "2026-06-10")]);
        assert_eq!(order.filter(), Err(vec![AuditMistake::Order]));
        assert!(wrong.is_filtered());
    }

    #[test]
    fn a_reference_is_found_however_it_is_typed() {
        assert_eq!(
            form(&[("gjelder", " 3467-cdfg\0")]).filter().unwrap().subject.as_deref(),
            Some("3467CDFG")
        );
        assert_eq!(form(&[("gjelder", " plan ")]).filter().unwrap().subject.as_deref(), Some("plan"));
        assert_eq!(form(&[("gjelder", " \0 ")]).filter().unwrap(), AuditFilter::default());
    }

    #[test]
    fn one_member_of_staff_goes_before_a_sort() {
        let by = form(&[("hvem", "worker"), ("ansatt", "siri")]).filter().unwrap().by.unwrap();
        assert_eq!(by.recorded(), ["reader:siri", "case-officer:siri", "administrator:siri"]);
        let by = form(&[("hvem", "worker")]).filter().unwrap().by.unwrap();
        assert_eq!(by.recorded(), ["worker"]);
    }
}
