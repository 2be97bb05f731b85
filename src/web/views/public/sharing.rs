//! Writing together: those who write on a draft, and an invitation to be one of them.

use crate::domain::consultation::Consultation;
use crate::domain::draft::{Draft, Invitation, MEMBERS_MAX, Member};
use crate::domain::person::PersonKey;
use crate::text;
use crate::web::answerer::Entrance;
use crate::web::views::components::breadcrumbs::breadcrumbs;
use crate::web::views::components::choice::checkbox;
use crate::web::views::components::dates::moment_words;
use crate::web::views::components::error_summary::error_summary;
use crate::web::views::components::field::{Field, Kind, field};
use crate::web::views::components::form_token::form_token;
use crate::web::views::components::language::foreign;
use crate::web::views::components::notice::{Tone, notice};
use crate::web::views::public::entrance::go_in;
use crate::web::views::{Ctx, layout};
use maud::{Markup, html};

/// Who writes on a draft.
#[derive(Debug)]
pub struct SharingPage {
    /// The round.
    pub round: Consultation,
    /// The draft.
    pub draft: Draft,
    /// The address of its form.
    pub form: String,
    /// Whether the reader began it.
    pub is_owner: bool,
    /// The reader's key.
    pub person: PersonKey,
    /// The reader's name.
    pub name: String,
    /// Those who write on it; nobody before the first invitation.
    pub members: Vec<Member>,
    /// The invitations that still work.
    pub invitations: Vec<Invitation>,
    /// The link of the invitation just made.
    pub link: Option<String>,
    /// Whether the owner gave no name.
    pub is_name_missing: bool,
    /// Whether no more may be invited.
    pub is_full: bool,
}

/// The page.
#[must_use]
pub fn sharing_page(page: &SharingPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "together-heading");
    let above = [
        (ctx.links().home(), text!(ctx.lang, "rounds-title")),
        (ctx.links().round(&page.round.slug), page.round.title.text(ctx.lang).to_owned()),
        (page.form.clone(), text!(ctx.lang, "form-heading")),
    ];
    let missing = page.is_name_missing.then(|| ("name".to_owned(), text!(ctx.lang, "mistake-name-missing")));
    let mistakes: Vec<(String, String)> = missing.into_iter().collect();
    let body = html! {
        div class="wrap" {
            (breadcrumbs(ctx, &above, &title))
            div class="column stack-lg" {
                div class="stack" {
                    (error_summary(ctx, &mistakes))
                    h1 class="ds-heading" { (title) }
                    p class="lede" { (text!(ctx.lang, "together-for", organisation = page.draft.content.organisation.as_str())) }
                    p { (text!(ctx.lang, "together-what")) }
                    @if let Some(link) = &page.link { (made(link, ctx)) }
                    @if page.is_full {
                        div class="ds-alert" data-color="warning" role="alert" {
                            p { (text!(ctx.lang, "together-full", limit = MEMBERS_MAX)) }
                        }
                    }
                }
                (who(page, ctx))
                @if page.is_owner { (invitations(page, ctx)) (may_change(page, ctx)) }
                p { a class="ds-link" href=(page.form) { (text!(ctx.lang, "together-back")) } }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}

/// The one time that a link is shown.
fn made(link: &str, ctx: &Ctx) -> Markup {
    notice(
        Tone::Success,
        &text!(ctx.lang, "together-made"),
        &html! {
            p { (text!(ctx.lang, "together-made-what")) }
            p { code class="invitation-link" { (link) } }
        },
    )
}

fn deed(page: &SharingPage, ctx: &Ctx, inside: &Markup) -> Markup {
    let slug = &page.round.slug;
    let to = match page.draft.sharing {
        Some(_) => ctx.links().sharing_of(slug, &page.draft.id),
        None => ctx.links().sharing(slug),
    };
    html! { form class="stack" method="post" action=(to) { (form_token(ctx)) (inside) } }
}

fn button(deed: &str, words: &str, about: &str) -> Markup {
    html! {
        button class="ds-button" data-variant="secondary" data-size="sm" type="submit" name="do" value=(deed) {
            (words)
            @if !about.is_empty() { span class="ds-sr-only" { " " (about) } }
        }
    }
}

fn who(page: &SharingPage, ctx: &Ctx) -> Markup {
    html! {
        @if !page.members.is_empty() {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "together-who")) }
                ul class="plain-list persona-list" {
                    @for member in &page.members { (row(page, member, ctx)) }
                }
            }
        }
    }
}

fn row(page: &SharingPage, member: &Member, ctx: &Ctx) -> Markup {
    let (is_owner, is_self) = (member.person == page.draft.person, member.person == page.person);
    html! {
        li class="persona" {
            div {
                p { strong { (member.name) } @if is_self { " " (text!(ctx.lang, "together-you")) } }
                @if is_owner { p class="quiet" { (text!(ctx.lang, "together-owner")) } }
            }
            @if page.is_owner && !is_owner {
                (deed(page, ctx, &html! {
                    input type="hidden" name="member" value=(member.handle());
                    (button("remove", &text!(ctx.lang, "together-remove"), &member.name))
                }))
            } @else if is_self && !is_owner {
                (deed(page, ctx, &button("leave", &text!(ctx.lang, "together-leave"), "")))
            }
        }
    }
}

fn invitations(page: &SharingPage, ctx: &Ctx) -> Markup {
    html! {
        section class="stack" {
            h2 class="ds-heading" { (text!(ctx.lang, "together-invite")) }
            p { (text!(ctx.lang, "together-invite-what")) }
            (deed(page, ctx, &html! {
                @if page.members.is_empty() {
                    (field(&Field {
                        name: "name",
                        kind: Kind::PersonName,
                        label: text!(ctx.lang, "form-name"),
                        help: Some(text!(ctx.lang, "together-name-help")),
                        value: &page.name,
                        mistake: page.is_name_missing.then(|| text!(ctx.lang, "mistake-name-missing")),
                    }))
                }
                div class="actions" {
                    button class="ds-button" data-variant="primary" data-color="accent" type="submit" name="do" value="invite" {
                        (text!(ctx.lang, "together-invite-yes"))
                    }
                }
            }))
            @if !page.invitations.is_empty() {
                h3 class="ds-heading" { (text!(ctx.lang, "together-open")) }
                ul class="plain-list persona-list" {
                    @for one in &page.invitations {
                        @let until = text!(ctx.lang, "together-until", moment = moment_words(ctx, one.expires_at));
                        li class="persona" {
                            p { (until) }
                            (deed(page, ctx, &html! {
                                input type="hidden" name="invitation" value=(one.id);
                                (button("revoke", &text!(ctx.lang, "together-revoke"), &until))
                            }))
                        }
                    }
                }
            }
        }
    }
}

fn may_change(page: &SharingPage, ctx: &Ctx) -> Markup {
    let may = page.draft.sharing.as_ref().map(|sharing| sharing.members_may_change);
    html! {
        @if let Some(may) = may {
            section class="stack" {
                h2 class="ds-heading" { (text!(ctx.lang, "together-after")) }
                (deed(page, ctx, &html! {
                    (checkbox("members_may_change", &text!(ctx.lang, "together-may-change"), may, None))
                    div class="actions" { (button("may-change", &text!(ctx.lang, "together-save"), "")) }
                }))
            }
        }
    }
}

/// An invitation.
#[derive(Debug)]
pub struct InvitationPage {
    /// The round.
    pub round: Consultation,
    /// For whom they would answer.
    pub organisation: String,
    /// Who invites.
    pub by: String,
    /// Where it is accepted.
    pub accept: String,
    /// The way in, for those who have not come in by it.
    pub entrance: Option<Entrance>,
    /// What has been typed as their name.
    pub typed: String,
    /// Whether that is no name.
    pub is_wrong: bool,
}

/// The page of an invitation.
#[must_use]
pub fn invitation_page(page: &InvitationPage, ctx: &Ctx) -> Markup {
    let title = text!(ctx.lang, "invitation-heading");
    let wrong = page.is_wrong.then(|| text!(ctx.lang, "mistake-name-missing"));
    let mistakes: Vec<_> = wrong.iter().map(|sentence| ("name".to_owned(), sentence.clone())).collect();
    let (by, organisation) = (page.by.as_str(), page.organisation.as_str());
    let body = html! {
        div class="wrap" {
            div class="column stack" {
                (error_summary(ctx, &mistakes))
                h1 class="ds-heading" { (title) }
                p class="lede" { (text!(ctx.lang, "invitation-what", name = by, organisation = organisation)) }
                p lang=[foreign(ctx, &page.round.title)] { (page.round.title.text(ctx.lang)) }
                p { (text!(ctx.lang, "invitation-then")) }
                @if let Some(entrance) = &page.entrance {
                    p { (text!(ctx.lang, "invitation-first")) }
                    p {
                        a class="ds-button" data-variant="primary" data-color="accent" href=(entrance.at) {
                            (go_in(entrance.way, ctx))
                        }
                    }
                } @else { (accept(page, wrong, ctx)) }
            }
        }
    };
    layout::public_page(ctx, &title, &body)
}

fn accept(page: &InvitationPage, wrong: Option<String>, ctx: &Ctx) -> Markup {
    html! {
        form class="stack" method="post" action=(page.accept) novalidate {
            (form_token(ctx))
            (field(&Field {
                name: "name",
                kind: Kind::PersonName,
                label: text!(ctx.lang, "form-name"),
                help: Some(text!(ctx.lang, "together-name-help")),
                value: &page.typed,
                mistake: wrong,
            }))
            div class="actions" {
                button class="ds-button" data-variant="primary" data-color="accent" type="submit" {
                    (text!(ctx.lang, "invitation-yes"))
                }
            }
        }
    }
}
