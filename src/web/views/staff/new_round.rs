//! Administrators: the form that makes a round.

use crate::actions::make_round::Template;
use crate::store::round_setup::RoundName;
use crate::text;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::choice::{Choice, checkbox, radios};
use crate::web::views::components::choose::select;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::layout::Place;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// A round of nothing.
pub const NOTHING: &str = "ingenting";
/// A copy of another round.
pub const COPY: &str = "kopi";
/// The longest title, in characters.
pub const TITLE_MAX_CHARS: usize = 300;

/// The form, empty or as it was typed.
#[derive(Debug)]
pub struct NewRoundPage {
    /// The title in bokmål.
    pub title_nb: String,
    /// The title in nynorsk.
    pub title_nn: String,
    /// What it begins with: [`NOTHING`], [`COPY`] or a template's key.
    pub from: String,
    /// The slug of the round to copy.
    pub copy_of: String,
    /// Whether its documents come too.
    pub with_documents: bool,
    /// The templates.
    pub templates: Vec<Template>,
    /// The rounds that can be copied.
    pub rounds: Vec<RoundName>,
    /// What is wrong, by name.
    pub mistakes: Vec<&'static str>,
}

/// The page.
#[must_use]
pub fn new_round_page(page: &NewRoundPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "new-round");
    let above = [(ctx.links().staff_home(), text!(ctx.lang, "menu-staff"))];
    let summary = page.mistakes.iter().map(|wrong| (place(wrong).to_owned(), sentence(ctx, wrong)));
    let body = html! {
        div class="wrap stack" {
            (breadcrumbs(ctx, &above, &title))
            (error_summary(ctx, &summary.collect::<Vec<_>>()))
            h1 class="ds-heading" { (title) }
            p class="measure" { (text!(ctx.lang, "new-round-what")) }
            form class="panel column" method="post" action=(ctx.links().new_round()) novalidate {
                (form_token(ctx))
                (titles(page, ctx))
                (radios("from", &text!(ctx.lang, "new-round-from"), &beginnings(page, ctx), &page.from, None))
                @if !page.rounds.is_empty() { (copy(page, ctx)) }
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                    (text!(ctx.lang, "new-round-yes"))
                }
            }
        }
    };
    layout::staff_page(ctx, &title, Place::StaffRounds, &body)
}

fn titles(page: &NewRoundPage, ctx: &Ctx) -> Markup {
    html! {
        (field(&Field {
            name: "title_nb",
            kind: Kind::Line,
            label: text!(ctx.lang, "setup-title-nb"),
            help: Some(text!(ctx.lang, "new-round-title-help")),
            value: &page.title_nb,
            mistake: mistake_at(page, ctx, "title_nb"),
        }))
        (field(&Field {
            name: "title_nn",
            kind: Kind::Line,
            label: text!(ctx.lang, "setup-title-nn"),
            help: None,
            value: &page.title_nn,
            mistake: mistake_at(page, ctx, "title_nn"),
        }))
    }
}

fn beginnings(page: &NewRoundPage, ctx: &Ctx) -> Vec<Choice> {
    let template = |template: &Template| {
        let (name, what) = (template.file.title.text(ctx.lang), template.file.lede.text(ctx.lang));
        let label = text!(ctx.lang, "new-round-template", name = name, what = what);
        Choice { value: template.key, label, lang: None }
    };
    let mut choices: Vec<Choice> = page.templates.iter().map(template).collect();
    choices.push(Choice { value: NOTHING, label: text!(ctx.lang, "new-round-nothing"), lang: None });
    if !page.rounds.is_empty() {
        choices.push(Choice { value: COPY, label: text!(ctx.lang, "new-round-copy"), lang: None });
    }
    choices
}

fn copy(page: &NewRoundPage, ctx: &Ctx) -> Markup {
    let mut options = vec![("", text!(ctx.lang, "papers-choose"))];
    options
        .extend(page.rounds.iter().map(|round| (round.slug.as_str(), round.title.text(ctx.lang).to_owned())));
    let wrong = mistake_at(page, ctx, "copy_of");
    html! {
        (select("copy_of", &text!(ctx.lang, "new-round-copy-of"), &options, &page.copy_of, wrong.as_deref()))
        (checkbox("with_documents", &text!(ctx.lang, "new-round-with-documents"), page.with_documents, None))
    }
}

fn mistake_at(page: &NewRoundPage, ctx: &Ctx, id: &str) -> Option<String> {
    page.mistakes.iter().find(|wrong| place(wrong) == id).map(|wrong| sentence(ctx, wrong))
}

/// The id of the field that a mistake stands at.
fn place(wrong: &str) -> &str {
    wrong.split('-').next().unwrap_or(wrong)
}

fn sentence(ctx: &Ctx, wrong: &str) -> String {
    match wrong {
        "copy_of" => text!(ctx.lang, "new-round-mistake-copy"),
        "title_nb-taken" => text!(ctx.lang, "new-round-mistake-taken"),
        "title_nb" => text!(ctx.lang, "setup-mistake-title"),
        _ => text!(ctx.lang, "papers-mistake-too-long", max = TITLE_MAX_CHARS),
    }
}
