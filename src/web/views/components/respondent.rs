//! Who stands behind a submission, as rows to read.

use crate::domain::language::Language;
use crate::domain::respondent::{Respondent, RespondentKind};
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// What kind of respondent it is.
#[must_use]
pub fn kind(ctx: &Ctx, kind: RespondentKind) -> String {
    match kind {
        RespondentKind::Person => text!(ctx.lang, "respondent-person"),
        RespondentKind::Organisation => text!(ctx.lang, "respondent-organisation"),
        RespondentKind::Group => text!(ctx.lang, "respondent-group"),
    }
}

/// Everything known about them.
#[must_use]
pub fn rows(ctx: &Ctx, respondent: &Respondent) -> Markup {
    html! {
        dl class="rows" {
            dt { (text!(ctx.lang, "respondent-on-behalf")) }
            dd { (kind(ctx, respondent.kind)) }
            @if let Some(organisation) = &respondent.organisation {
                dt { (text!(ctx.lang, "respondent-organisation-name")) }
                dd { (organisation) }
            }
            @if let Some(number) = &respondent.org_number {
                dt { (text!(ctx.lang, "respondent-org-number")) }
                dd class="numbers" { (spaced(number.as_str())) }
            }
            dt { (text!(ctx.lang, "respondent-name")) }
            dd { (respondent.name) }
            @if let Some(size) = respondent.group_size {
                dt { (text!(ctx.lang, "respondent-group-size")) }
                dd { (size) }
            }
            @if let Some(ages) = &respondent.group_ages {
                dt { (text!(ctx.lang, "respondent-group-ages")) }
                dd { (ages) }
            }
            @if let Some(email) = &respondent.email {
                dt { (text!(ctx.lang, "respondent-email")) }
                dd { (email) }
                @if respondent.wants_outcome {
                    dt { (text!(ctx.lang, "respondent-outcome")) }
                    dd { (text!(ctx.lang, "respondent-wants-outcome")) }
                }
            }
            dt { (text!(ctx.lang, "respondent-language")) }
            dd { (language(respondent.language)) }
        }
    }
}

/// The language's own name, marked as being in that language.
fn language(language: Language) -> Markup {
    html! { span lang=(language.tag()) { (language.own_name()) } }
}

/// 974760673 as 974 760 673, with spaces that do not break.
fn spaced(number: &str) -> String {
    let mut spaced = String::with_capacity(number.len() + 4);
    for (place, digit) in number.chars().enumerate() {
        if place > 0 && place % 3 == 0 {
            spaced.push('\u{a0}');
        }
        spaced.push(digit);
    }
    spaced
}
