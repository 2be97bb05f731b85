//! The forms with which an administrator sets a round up, one for each part of it.

use super::setup_fields::SHAPE;
use super::typed::{InLanguages, Typed};
use super::when::{Day, moment};
use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Contact};
use crate::domain::deadline::{end_of_day, last_day, start_of_day};
use crate::domain::ids::ConsultationId;
use crate::domain::language::Localized;
use crate::domain::round_setup::{SetupChange, SetupPart, SetupRefusal, is_slug};
use crate::domain::text::has_visible_character;
use crate::domain::way_in::WayIn;
use crate::web::fields::Fields;
use crate::web::forms::address;
use jiff::civil::Date;

/// What was typed.
#[derive(Debug, Clone)]
pub struct SetupForm(Typed);

impl Default for SetupForm {
    fn default() -> Self {
        Self(Typed::empty(&SHAPE))
    }
}

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
        Self(Typed::read(&SHAPE, fields))
    }

    /// The form as it shows a part of a round; `previous` is the slug of the round that it follows.
    #[must_use]
    pub fn of(round: &Consultation, part: SetupPart, previous: &str) -> Self {
        let mut form = Self::default();
        form.0.put("shown", round.fingerprint(part));
        match part {
            SetupPart::Texts => {
                form.0.put_localized(["title_nb", "title_nn", "title_en"], &round.title);
                form.0.put_localized(["lede_nb", "lede_nn", "lede_en"], &round.lede);
                form.0.put_localized(["body_nb", "body_nn", "body_en"], &round.body);
                form.0.put_localized(["after_nb", "after_nn", "after_en"], &round.next_steps);
            }
            SetupPart::Facts => {
                form.0.put("slug", round.slug.as_str());
                form.0.put("case_number", round.case_number.as_str());
                form.0.put_localized(["unit_nb", "unit_nn", "unit_en"], &round.unit);
                form.0.put("contact_name", round.contact.name.as_str());
                form.0.put("contact_email", round.contact.email.as_str());
                form.0.put("contact_phone", round.contact.phone.as_deref().unwrap_or_default());
                form.0.put("process", round.process.as_deref().unwrap_or_default());
                form.0.put("previous", previous);
            }
            SetupPart::Dates => form.put_dates(round),
            SetupPart::Way => {
                form.0.put("way", round.who_may_answer.name());
                if let Some(why) = &round.who_may_answer_why {
                    form.0.put_localized(["why_nb", "why_nn", "why_en"], why);
                }
            }
        }
        form
    }

    /// A time stands there only where the day alone does not say it.
    fn put_dates(&mut self, round: &Consultation) {
        self.0.put("announced_on", round.announced_on.to_string());
        let opens = round.opens_at.in_norway();
        self.0.put("opens_date", opens.date().to_string());
        if start_of_day(opens.date()) != round.opens_at {
            self.0.put("opens_time", opens.strftime("%H:%M").to_string());
        }
        let last = last_day(round.closes_at);
        if end_of_day(last) == round.closes_at {
            self.0.put("closes_date", last.to_string());
        } else {
            let closes = round.closes_at.in_norway();
            self.0.put("closes_date", closes.date().to_string());
            self.0.put("closes_time", closes.strftime("%H:%M").to_string());
        }
        self.0.put("late_counts", if round.late_counts { "true" } else { "" });
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// The same form, for this state of the part.
    #[must_use]
    pub fn showing(mut self, fingerprint: &str) -> Self {
        self.0.put("shown", fingerprint);
        self
    }

    /// The part as it was typed; `previous_id` is the round whose slug was chosen. Mistakes are added.
    pub fn change(
        &self,
        part: SetupPart,
        previous_id: Option<ConsultationId>,
        mistakes: &mut Vec<SetupMistake>,
    ) -> Option<SetupChange> {
        mistakes.extend(self.0.too_long().map(|(field, max)| SetupMistake::TooLong(field, max)));
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
        let email = self.0.given("contact_email").unwrap_or_default();
        if !email.is_empty() && address::read(&email).is_none() {
            mistakes.push(SetupMistake::Email);
        }
        SetupChange::Facts {
            slug,
            case_number: self.0.given("case_number").unwrap_or_default(),
            unit: self.localized(["unit_nb", "unit_nn", "unit_en"]),
            contact: Contact {
                name: self.0.given("contact_name").unwrap_or_default(),
                email,
                phone: self.0.given("contact_phone"),
            },
            process: self.0.given("process"),
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
        if self.0.given(field).is_none() {
            mistakes.push(SetupMistake::Missing(field));
        }
    }

    fn localized(&self, [nb, nn, en]: InLanguages) -> Localized {
        let given = |name| self.0.given_whole(name);
        Localized { nb: given(nb).unwrap_or_default(), nn: given(nn), en: given(en) }
    }
}
