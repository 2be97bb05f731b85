//! The forms with which an administrator sets a round up, one for each part of it.

use super::setup_fields::{FIELDS, clean, is_long};
use super::when::{Day, moment};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Contact};
use crate::domain::deadline::{end_of_day, last_day, start_of_day};
use crate::domain::ids::ConsultationId;
use crate::domain::language::Localized;
use crate::domain::round_setup::{SetupChange, SetupPart, SetupRefusal, is_slug};
use crate::domain::text::{count_chars, has_visible_character};
use crate::domain::way_in::WayIn;
use crate::web::fields::Fields;
use crate::web::forms::address;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct SetupForm(BTreeMap<&'static str, String>);

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetupMistake {
    /// A field must be filled in.
    Missing(&'static str),
    /// A text is too long.
    TooLong(&'static str, usize),
    /// No such e-mail address.
    Email,
    /// No such name in addresses.
    Slug,
    /// No date, or none that exists.
    Date(&'static str),
    /// No such time.
    Time(&'static str),
    /// The deadline is not after the opening.
    Order,
    /// The rules of rounds.
    Refused(SetupRefusal),
}

impl SetupForm {
    /// The fields of the form, as they are kept.
    #[must_use]
    pub fn read(fields: &Fields) -> Self {
        let mut typed = BTreeMap::new();
        for (name, _) in FIELDS {
            if let Some((_, value)) = fields.iter().rfind(|(field, _)| field == name) {
                typed.insert(name, clean(name, value));
            }
        }
        Self(typed)
    }

    /// The form as it shows a part of a round; `previous` is the slug of the round that it follows.
    #[must_use]
    pub fn of(round: &Consultation, part: SetupPart, previous: &str) -> Self {
        let mut form = Self::default();
        form.put("shown", &round.fingerprint(part));
        match part {
            SetupPart::Texts => {
                form.put_localized(["title_nb", "title_nn", "title_en"], &round.title);
                form.put_localized(["lede_nb", "lede_nn", "lede_en"], &round.lede);
                form.put_localized(["body_nb", "body_nn", "body_en"], &round.body);
                form.put_localized(["after_nb", "after_nn", "after_en"], &round.next_steps);
            }
            SetupPart::Facts => {
                form.put("slug", &round.slug);
                form.put("case_number", &round.case_number);
                form.put_localized(["unit_nb", "unit_nn", "unit_en"], &round.unit);
                form.put("contact_name", &round.contact.name);
                form.put("contact_email", &round.contact.email);
                form.put("contact_phone", round.contact.phone.as_deref().unwrap_or_default());
                form.put("process", round.process.as_deref().unwrap_or_default());
                form.put("previous", previous);
            }
            SetupPart::Dates => form.put_dates(round),
            SetupPart::Way => {
                form.put("way", round.who_may_answer.name());
                if let Some(why) = &round.who_may_answer_why {
                    form.put_localized(["why_nb", "why_nn", "why_en"], why);
                }
            }
        }
        form
    }

    fn put(&mut self, field: &'static str, value: &str) {
        self.0.insert(field, value.to_owned());
    }

    fn put_localized(&mut self, [nb, nn, en]: [&'static str; 3], text: &Localized) {
        self.put(nb, &text.nb);
        self.put(nn, text.nn.as_deref().unwrap_or_default());
        self.put(en, text.en.as_deref().unwrap_or_default());
    }

    /// A time stands there only where the day alone does not say it.
    fn put_dates(&mut self, round: &Consultation) {
        self.put("announced_on", &round.announced_on.to_string());
        let opens = round.opens_at.in_norway();
        self.put("opens_date", &opens.date().to_string());
        if start_of_day(opens.date()) != round.opens_at {
            self.put("opens_time", &opens.strftime("%H:%M").to_string());
        }
        let last = last_day(round.closes_at);
        if end_of_day(last) == round.closes_at {
            self.put("closes_date", &last.to_string());
        } else {
            let closes = round.closes_at.in_norway();
            self.put("closes_date", &closes.date().to_string());
            self.put("closes_time", &closes.strftime("%H:%M").to_string());
        }
        self.put("late_counts", if round.late_counts { "true" } else { "" });
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The same form, for this state of the part.
    #[must_use]
    pub fn showing(mut self, fingerprint: &str) -> Self {
        self.put("shown", fingerprint);
        self
    }

    /// The part as it was typed; `previous_id` is the round whose slug was chosen. Mistakes are added.
    pub fn change(
        &self,
        part: SetupPart,
        previous_id: Option<ConsultationId>,
        mistakes: &mut Vec<SetupMistake>,
    ) -> Option<SetupChange> {
        for (field, max_chars) in FIELDS {
            if count_chars(self.get(field)) > max_chars {
                mistakes.push(SetupMistake::TooLong(field, max_chars));
            }
        }
        match part {
            SetupPart::Texts => {
                self.demand("title_nb", mistakes);
                Some(SetupChange::Texts {
                    title: self.localized(["title_nb", "title_nn", "title_en"]),
                    lede: self.localized(["lede_nb", "lede_nn", "lede_en"]),
                    body: self.localized(["body_nb", "body_nn", "body_en"]),
                    next_steps: self.localized(["after_nb", "after_nn", "after_en"]),
                })
            }
            SetupPart::Facts => Some(self.facts(previous_id, mistakes)),
            SetupPart::Dates => self.dates(mistakes),
            SetupPart::Way => self.way(mistakes),
        }
    }

    fn facts(&self, previous_id: Option<ConsultationId>, mistakes: &mut Vec<SetupMistake>) -> SetupChange {
        let slug = self.get("slug").trim().to_lowercase();
        if !is_slug(&slug) {
            mistakes.push(SetupMistake::Slug);
        }
        let email = self.given("contact_email").unwrap_or_default();
        if !email.is_empty() && address::read(&email).is_none() {
            mistakes.push(SetupMistake::Email);
        }
        SetupChange::Facts {
            slug,
            case_number: self.given("case_number").unwrap_or_default(),
            unit: self.localized(["unit_nb", "unit_nn", "unit_en"]),
            contact: Contact {
                name: self.given("contact_name").unwrap_or_default(),
                email,
                phone: self.given("contact_phone"),
            },
            process: self.given("process"),
            previous_id,
        }
    }

    fn dates(&self, mistakes: &mut Vec<SetupMistake>) -> Option<SetupChange> {
        let announced_on: Option<Date> = self.get("announced_on").trim().parse().ok();
        if announced_on.is_none() {
            mistakes.push(SetupMistake::Date("announced_on"));
        }
        let opens_at = self.moment(["opens_date", "opens_time"], Day::Start, mistakes);
        let closes_at = self.moment(["closes_date", "closes_time"], Day::End, mistakes);
        if let Some((opens_at, closes_at)) = opens_at.zip(closes_at)
            && closes_at <= opens_at
        {
            mistakes.push(SetupMistake::Order);
        }
        Some(SetupChange::Dates {
            announced_on: announced_on?,
            opens_at: opens_at?,
            closes_at: closes_at?,
            late_counts: !self.get("late_counts").is_empty(),
        })
    }

    fn moment(
        &self,
        [date, time]: [&'static str; 2],
        day: Day,
        mistakes: &mut Vec<SetupMistake>,
    ) -> Option<Moment> {
        let (on, at) = (self.get(date).trim(), self.get(time).trim());
        if on.parse::<Date>().is_err() {
            mistakes.push(SetupMistake::Date(date));
        }
        if !at.is_empty() && at.parse::<jiff::civil::Time>().is_err() {
            mistakes.push(SetupMistake::Time(time));
        }
        moment(on, at, day)
    }

    fn way(&self, mistakes: &mut Vec<SetupMistake>) -> Option<SetupChange> {
        let who_may_answer = WayIn::from_name(self.get("way"));
        if who_may_answer.is_none() {
            mistakes.push(SetupMistake::Missing("way"));
        }
        let why = self.localized(["why_nb", "why_nn", "why_en"]);
        let has_why = has_visible_character(&why.nb);
        if (why.nn.is_some() || why.en.is_some()) && !has_why {
            mistakes.push(SetupMistake::Missing("why_nb"));
        }
        Some(SetupChange::Way { who_may_answer: who_may_answer?, why: has_why.then_some(why) })
    }

    /// What was corrected, in public; mistakes are added where it is not said in both Norwegian languages.
    pub fn note(&self, mistakes: &mut Vec<SetupMistake>) -> Localized {
        self.demand("reason_nb", mistakes);
        self.demand("reason_nn", mistakes);
        self.localized(["reason_nb", "reason_nn", "reason_en"])
    }

    fn demand(&self, field: &'static str, mistakes: &mut Vec<SetupMistake>) {
        if self.given(field).is_none() {
            mistakes.push(SetupMistake::Missing(field));
        }
    }

    /// What was typed, where it can be seen; a text of several lines exactly as it stands, so that saving
    /// what was only looked at changes nothing.
    fn given(&self, field: &str) -> Option<String> {
        let typed = self.get(field);
        let text = if is_long(field) { typed } else { typed.trim() };
        has_visible_character(text).then(|| text.to_owned())
    }

    fn localized(&self, [nb, nn, en]: [&str; 3]) -> Localized {
        Localized { nb: self.given(nb).unwrap_or_default(), nn: self.given(nn), en: self.given(en) }
    }
}
