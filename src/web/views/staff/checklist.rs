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
            p { (tag("success", &text!(ctx.lang, "ready-is"))) " " (text!(ctx.lang, "ready-nothing")) }
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
        Weight::Must => tag("danger", &text!(ctx.lang, "ready-must")),
        Weight::Reason => tag("warning", &text!(ctx.lang, "ready-reason")),
        Weight::Advice => tag("info", &text!(ctx.lang, "ready-advice")),
    }
}

fn sentence(ctx: &Ctx, finding: &Finding) -> String {
    let lang = ctx.lang;
    match finding {
        Finding::TitleMissing => text!(lang, "ready-title"),
        Finding::LedeMissing => text!(lang, "ready-lede"),
        Finding::BodyMissing => text!(lang, "ready-body"),
        Finding::ContactMissing => text!(lang, "ready-contact"),
        Finding::QuestionsMissing => text!(lang, "ready-questions"),
        Finding::DeadlinePassed => text!(lang, "ready-deadline-passed"),
        Finding::AltMissing(pictures) => text!(lang, "ready-alt", pictures = pictures.join(", ")),
        Finding::NynorskMissing(_) => text!(lang, "ready-nynorsk"),
        Finding::Short(days) => text!(lang, "ready-short", days = *days),
        Finding::DayOff(off) => text!(lang, "ready-day-off", day = day_off(ctx, *off)),
        Finding::DocumentsMissing => text!(lang, "ready-documents"),
        Finding::CaseNumberMissing => text!(lang, "ready-case-number"),
        Finding::UnitMissing => text!(lang, "ready-unit"),
        Finding::NextStepsMissing => text!(lang, "ready-next-steps"),
        Finding::EnglishUnfinished(_) => text!(lang, "ready-english"),
    }
}

/// What stands below it: where a language is missing, or what the law says.
fn more(ctx: &Ctx, finding: &Finding) -> Option<String> {
    match finding {
        Finding::NynorskMissing(places) | Finding::EnglishUnfinished(places) => {
            let names: Vec<String> = places.iter().map(|place| place_name(ctx, place)).collect();
            Some(text!(ctx.lang, "ready-missing-in", places = names.join(", ")))
        }
        Finding::Short(_) => Some(text!(ctx.lang, "ready-short-law")),
        Finding::DayOff(_) => Some(text!(ctx.lang, "ready-day-off-what")),
        _ => None,
    }
}

fn place_name(ctx: &Ctx, place: &Place) -> String {
    match place {
        Place::Title => text!(ctx.lang, "ready-in-title"),
        Place::Lede => text!(ctx.lang, "ready-in-lede"),
        Place::Body => text!(ctx.lang, "ready-in-body"),
        Place::NextSteps => text!(ctx.lang, "ready-in-next-steps"),
        Place::Unit => text!(ctx.lang, "ready-in-unit"),
        Place::Way => text!(ctx.lang, "ready-in-way"),
        Place::Question(number) => text!(ctx.lang, "ready-in-question", number = *number),
        Place::Picture(name) => text!(ctx.lang, "ready-in-picture", name = name.as_str()),
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
