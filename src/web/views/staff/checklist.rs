//! The checklist of a round, in words.

use crate::domain::checklist::{Finding, Place, Weight};
use crate::domain::consultation::Consultation;
use crate::domain::holiday::{DayOff, Holiday};
use crate::domain::round_setup::SetupPart;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::tag::tag;
use maud::{Markup, html};

/// The findings, the weightiest first, each with the way to where it is put right.
#[must_use]
pub fn checklist(ctx: &Ctx, round: &Consultation, findings: &[Finding]) -> Markup {
    html! {
        @if findings.is_empty() {
            p { (tag("success", &text!(ctx.lang, "check-ready"))) " " (text!(ctx.lang, "check-nothing")) }
        } @else {
            ul class="checklist" {
                @for finding in findings {
                    li {
                        (weight(ctx, finding.weight()))
                        div {
                            p { a class="ds-link" href=(place(ctx, round, finding)) { (sentence(ctx, finding)) } }
                            @if let Some(more) = more(ctx, finding) { p class="small quiet" { (more) } }
                        }
                    }
                }
            }
        }
    }
}

fn weight(ctx: &Ctx, weight: Weight) -> Markup {
    match weight {
        Weight::Must => tag("danger", &text!(ctx.lang, "check-must")),
        Weight::Reason => tag("warning", &text!(ctx.lang, "check-reason")),
        Weight::Advice => tag("info", &text!(ctx.lang, "check-advice")),
    }
}

fn sentence(ctx: &Ctx, finding: &Finding) -> String {
    let lang = ctx.lang;
    match finding {
        Finding::TitleMissing => text!(lang, "check-title"),
        Finding::LedeMissing => text!(lang, "check-lede"),
        Finding::BodyMissing => text!(lang, "check-body"),
        Finding::ContactMissing => text!(lang, "check-contact"),
        Finding::QuestionsMissing => text!(lang, "check-questions"),
        Finding::DeadlinePassed => text!(lang, "check-deadline-passed"),
        Finding::AltMissing(pictures) => text!(lang, "check-alt", pictures = pictures.join(", ")),
        Finding::NynorskMissing(_) => text!(lang, "check-nynorsk"),
        Finding::Short(days) => text!(lang, "check-short", days = *days),
        Finding::DayOff(off) => text!(lang, "check-day-off", day = day_off(ctx, *off)),
        Finding::DocumentsMissing => text!(lang, "check-documents"),
        Finding::CaseNumberMissing => text!(lang, "check-case-number"),
        Finding::UnitMissing => text!(lang, "check-unit"),
        Finding::NextStepsMissing => text!(lang, "check-next-steps"),
        Finding::EnglishUnfinished(_) => text!(lang, "check-english"),
    }
}

/// What stands below it: where a language is missing, or what the law says.
fn more(ctx: &Ctx, finding: &Finding) -> Option<String> {
    match finding {
        Finding::NynorskMissing(places) | Finding::EnglishUnfinished(places) => {
            let names: Vec<String> = places.iter().map(|place| place_name(ctx, place)).collect();
            Some(text!(ctx.lang, "check-missing-in", places = names.join(", ")))
        }
        Finding::Short(_) => Some(text!(ctx.lang, "check-short-law")),
        Finding::DayOff(_) => Some(text!(ctx.lang, "check-day-off-what")),
        _ => None,
    }
}

fn place_name(ctx: &Ctx, place: &Place) -> String {
    match place {
        Place::Title => text!(ctx.lang, "check-in-title"),
        Place::Lede => text!(ctx.lang, "check-in-lede"),
        Place::Body => text!(ctx.lang, "check-in-body"),
        Place::NextSteps => text!(ctx.lang, "check-in-next-steps"),
        Place::Unit => text!(ctx.lang, "check-in-unit"),
        Place::Way => text!(ctx.lang, "check-in-way"),
        Place::Question(number) => text!(ctx.lang, "check-in-question", number = *number),
        Place::Picture(name) => text!(ctx.lang, "check-in-picture", name = name.as_str()),
    }
}

/// The page where it is put right.
fn place(ctx: &Ctx, round: &Consultation, finding: &Finding) -> String {
    let part = |part: SetupPart| ctx.links().setup_part(&round.slug, part.name());
    match finding {
        Finding::TitleMissing | Finding::LedeMissing | Finding::BodyMissing | Finding::NextStepsMissing => {
            part(SetupPart::Texts)
        }
        Finding::ContactMissing | Finding::CaseNumberMissing | Finding::UnitMissing => part(SetupPart::Facts),
        Finding::Short(_) | Finding::DayOff(_) | Finding::DeadlinePassed => {
            if round.is_public(ctx.now) {
                ctx.links().staff_manage(&round.slug)
            } else {
                part(SetupPart::Dates)
            }
        }
        Finding::QuestionsMissing => ctx.links().staff_form(&round.slug),
        Finding::AltMissing(_) | Finding::DocumentsMissing => ctx.links().staff_documents(&round.slug),
        Finding::NynorskMissing(places) | Finding::EnglishUnfinished(places) => match places.first() {
            Some(Place::Unit) => part(SetupPart::Facts),
            Some(Place::Way) => part(SetupPart::Way),
            Some(Place::Question(_)) => ctx.links().staff_form(&round.slug),
            Some(Place::Picture(_)) => ctx.links().staff_documents(&round.slug),
            _ => part(SetupPart::Texts),
        },
    }
}

fn day_off(ctx: &Ctx, off: DayOff) -> String {
    let lang = ctx.lang;
    match off {
        DayOff::Saturday => text!(lang, "day-saturday"),
        DayOff::Sunday => text!(lang, "day-sunday"),
        DayOff::Holiday(holiday) => match holiday {
            Holiday::NewYearsDay => text!(lang, "day-new-years-day"),
            Holiday::MaundyThursday => text!(lang, "day-maundy-thursday"),
            Holiday::GoodFriday => text!(lang, "day-good-friday"),
            Holiday::EasterSunday => text!(lang, "day-easter-sunday"),
            Holiday::EasterMonday => text!(lang, "day-easter-monday"),
            Holiday::LabourDay => text!(lang, "day-labour-day"),
            Holiday::ConstitutionDay => text!(lang, "day-constitution-day"),
            Holiday::AscensionDay => text!(lang, "day-ascension-day"),
            Holiday::WhitSunday => text!(lang, "day-whit-sunday"),
            Holiday::WhitMonday => text!(lang, "day-whit-monday"),
            Holiday::ChristmasDay => text!(lang, "day-christmas-day"),
            Holiday::BoxingDay => text!(lang, "day-boxing-day"),
        },
    }
}
