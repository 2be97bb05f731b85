//! Administrators: a round being set up: its parts, its checklist, its preview, its publication.

use super::checklist::checklist;
use super::frame::{Room, room_page};
use super::publishing::publishing;
use super::setup_fields::refused;
use crate::domain::checklist::{Finding, Weight};
use crate::domain::consultation::Consultation;
use crate::domain::preview::{LABEL_MAX_CHARS, PreviewLink};
use crate::domain::round_setup::{SetupPart, SetupRefusal};
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::dates::moment;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::notice::{Tone, notice, status};
use maud::{Markup, html};

/// A round being set up.
#[derive(Debug)]
pub struct SetupPage {
    /// The round.
    pub round: Consultation,
    /// What it lacks, the weightiest first.
    pub findings: Vec<Finding>,
    /// How many questions its form has.
    pub questions: usize,
    /// How many documents it has.
    pub papers: usize,
    /// The links that show it before it is public.
    pub links: Vec<PreviewLink>,
    /// The link that was just made; it is shown this once.
    pub new_link: Option<String>,
    /// The form that publishes it.
    pub form: PublishForm,
    /// Why it was not published.
    pub mistakes: Vec<SetupRefusal>,
    /// Whether what a link shall be called is too long.
    pub label_is_long: bool,
    /// Whether it may be removed.
    pub may_remove: bool,
    /// What has just been done.
    pub done: Option<Done>,
}

/// The form that publishes a round, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct PublishForm {
    /// Whether a time was chosen.
    pub is_later: bool,
    /// The day.
    pub date: String,
    /// The time on it.
    pub time: String,
    /// Why a language is missing.
    pub language_why: String,
}

/// What has just been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// The round was made.
    Made,
    /// A part was saved.
    Saved,
    /// It was published.
    Published,
    /// Its publication was planned.
    Planned,
    /// Its publication was called off.
    CalledOff,
    /// A link was taken back.
    LinkRevoked,
    /// Nothing: there are too many links.
    TooManyLinks,
}

impl Done {
    /// What an address says has been done.
    #[must_use]
    pub fn from_address(word: &str) -> Option<Self> {
        Some(match word {
            "laget" => Self::Made,
            "lagret" => Self::Saved,
            "publisert" => Self::Published,
            "planlagt" => Self::Planned,
            "avlyst" => Self::CalledOff,
            "lenke-slettet" => Self::LinkRevoked,
            _ => return None,
        })
    }

    fn shown(self, ctx: &Ctx) -> Markup {
        let (tone, sentence) = match self {
            Self::Made => (Tone::Success, text!(ctx.lang, "setup-done-made")),
            Self::Saved => (Tone::Success, text!(ctx.lang, "setup-done-saved")),
            Self::Published => (Tone::Success, text!(ctx.lang, "setup-done-published")),
            Self::Planned => (Tone::Success, text!(ctx.lang, "setup-done-planned")),
            Self::CalledOff => (Tone::Success, text!(ctx.lang, "setup-done-called-off")),
            Self::LinkRevoked => (Tone::Success, text!(ctx.lang, "setup-done-link-revoked")),
            Self::TooManyLinks => (Tone::Danger, text!(ctx.lang, "setup-too-many-links")),
        };
        status(tone, &sentence)
    }
}

/// The name of a part.
#[must_use]
pub fn part_name(ctx: &Ctx, part: SetupPart) -> String {
    match part {
        SetupPart::Texts => text!(ctx.lang, "setup-part-texts"),
        SetupPart::Facts => text!(ctx.lang, "setup-part-facts"),
        SetupPart::Dates => text!(ctx.lang, "setup-part-dates"),
        SetupPart::Way => text!(ctx.lang, "setup-part-way"),
    }
}

/// The page.
#[must_use]
pub fn setup_page(page: &SetupPage, ctx: &Ctx) -> Markup {
    let mut summary: Vec<(String, String)> =
        page.mistakes.iter().map(|refusal| (place(*refusal).to_owned(), refused(ctx, *refusal))).collect();
    if page.label_is_long {
        summary.push(("label".to_owned(), label_is_long(ctx)));
    }
    let is_public = page.round.is_public(ctx.now);
    let body = html! {
        div class="stack-lg" {
            @if let Some(done) = page.done { (done.shown(ctx)) }
            (error_summary(ctx, &summary))
            @if let Some(link) = &page.new_link { (new_link(ctx, link)) }
            div class="panels" {
                (parts(page, ctx))
                @if !is_public {
                    section class="panel" id="sjekkliste" {
                        h2 class="ds-heading" { (text!(ctx.lang, "ready-heading")) }
                        (checklist(ctx, &page.round, &page.findings))
                    }
                    (preview(page, ctx))
                }
                (publishing(page, ctx))
            }
            @if page.may_remove {
                p { a class="ds-link" href=(ctx.links().remove_round(&page.round.slug)) { (text!(ctx.lang, "setup-remove")) } }
            }
        }
    };
    room_page(ctx, &page.round, Room::Setup, None, &body)
}

/// The parts, in the order they are gone through, and how far each has come.
fn parts(page: &SetupPage, ctx: &Ctx) -> Markup {
    let slug = &page.round.slug;
    let links = ctx.links();
    let part = |part: SetupPart| (links.setup_part(slug, part.name()), part_name(ctx, part));
    let pages = [
        part(SetupPart::Texts),
        part(SetupPart::Facts),
        part(SetupPart::Dates),
        part(SetupPart::Way),
        (links.staff_form(slug), text!(ctx.lang, "setup-part-questions", count = page.questions)),
        (links.staff_documents(slug), text!(ctx.lang, "setup-part-documents", count = page.papers)),
        (links.staff_codes(slug), text!(ctx.lang, "room-codes")),
    ];
    html! {
        section class="panel" {
            h2 class="ds-heading" { (text!(ctx.lang, "setup-parts")) }
            p { (text!(ctx.lang, "setup-parts-what")) }
            ol class="setup-parts" {
                @for (href, name) in &pages { li { a class="ds-link" href=(href) { (name) } } }
            }
        }
    }
}

fn preview(page: &SetupPage, ctx: &Ctx) -> Markup {
    let action = ctx.links().setup(&page.round.slug);
    html! {
        section class="panel" {
            h2 class="ds-heading" { (text!(ctx.lang, "preview-heading")) }
            p { (text!(ctx.lang, "preview-what")) }
            form class="stack" method="post" action=(action) novalidate {
                (form_token(ctx))
                (field(&Field {
                    name: "label",
                    kind: Kind::Line,
                    label: text!(ctx.lang, "preview-label"),
                    help: Some(text!(ctx.lang, "preview-label-help")),
                    value: "",
                    mistake: page.label_is_long.then(|| label_is_long(ctx)),
                }))
                button class="ds-button" data-variant="secondary" type="submit" name="do" value="make-preview" {
                    (text!(ctx.lang, "preview-make"))
                }
            }
            @if !page.links.is_empty() {
                h3 class="ds-heading" { (text!(ctx.lang, "preview-links")) }
                ul class="preview-links" {
                    @for link in &page.links { (one_link(link, &action, ctx)) }
                }
            }
        }
    }
}

fn one_link(link: &PreviewLink, action: &str, ctx: &Ctx) -> Markup {
    let unnamed = text!(ctx.lang, "preview-unnamed");
    let name = if link.label.is_empty() { &unnamed } else { &link.label };
    html! {
        li {
            div {
                p { (name) }
                p class="small quiet" {
                    (text!(ctx.lang, "preview-made-by", who = link.made_by.as_str())) " " (moment(ctx, link.made_at))
                }
            }
            form method="post" action=(action) {
                (form_token(ctx))
                input type="hidden" name="link" value=(link.id);
                button class="ds-button" data-variant="tertiary" data-color="danger" data-size="sm" type="submit" name="do" value="revoke-preview" {
                    (text!(ctx.lang, "preview-revoke"))
                    span class="ds-sr-only" { ": " (name) }
                }
            }
        }
    }
}

fn new_link(ctx: &Ctx, link: &str) -> Markup {
    notice(
        Tone::Success,
        &text!(ctx.lang, "preview-new"),
        &html! {
            p { (text!(ctx.lang, "preview-new-what")) }
            p { a class="ds-link break" href=(link) { (link) } }
        },
    )
}

fn label_is_long(ctx: &Ctx) -> String {
    text!(ctx.lang, "papers-mistake-too-long", max = LABEL_MAX_CHARS)
}

/// The id of the field that a refusal stands at.
fn place(refusal: SetupRefusal) -> &'static str {
    match refusal {
        SetupRefusal::NotReady => "sjekkliste",
        SetupRefusal::NoTime => "publish_date",
        SetupRefusal::LanguageReasonMissing => "language_why",
        _ => "innhold",
    }
}

impl SetupPage {
    /// Whether any finding weighs so much.
    #[must_use]
    pub fn weighs(&self, weight: Weight) -> bool {
        self.findings.iter().any(|finding| finding.weight() == weight)
    }

    /// The mistake at a field of the form that publishes.
    #[must_use]
    pub fn mistake_at(&self, ctx: &Ctx, id: &str) -> Option<String> {
        let found = self.mistakes.iter().find(|refusal| place(**refusal) == id)?;
        Some(refused(ctx, *found))
    }
}
