//! The frame of every page: head, header, footer.

use super::Ctx;
use crate::domain::language::Language;
use crate::domain::links;
use crate::domain::staff::StaffRole;
use crate::text;
use crate::web::assets;
use crate::web::views::components::form_token::form_token;
use maud::{DOCTYPE, Markup, html};

/// Which side of the house a page is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// For everyone.
    Public,
    /// For staff.
    Staff,
}

/// The place in the header that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// None of them.
    Elsewhere,
    /// A person's own submissions.
    MySubmissions,
    /// Staff: the rounds.
    StaffRounds,
    /// Staff: the letters.
    StaffLetters,
    /// Administrators: who has which role.
    StaffAccess,
    /// Administrators: the audit log.
    StaffLog,
}

/// A whole public page with this title and content.
#[must_use]
pub fn public_page(ctx: &Ctx, title: &str, body: &Markup) -> Markup {
    page(ctx, title, Side::Public, Place::Elsewhere, body)
}

/// A whole staff page with this title and content.
#[must_use]
pub fn staff_page(ctx: &Ctx, title: &str, place: Place, body: &Markup) -> Markup {
    page(ctx, title, Side::Staff, place, body)
}

/// A whole page.
#[must_use]
pub fn page(ctx: &Ctx, title: &str, side: Side, place: Place, body: &Markup) -> Markup {
    let is_staff = side == Side::Staff;
    html! {
        (DOCTYPE)
        html lang=(ctx.lang.tag()) data-color-scheme="auto" {
            (head(ctx, title, is_staff))
            body data-size=(if is_staff { "sm" } else { "md" }) data-color="neutral" class=[is_staff.then_some("staff")] {
                a class="ds-skip-link" href="#innhold" { (text!(ctx.lang, "skip-to-content")) }
                (header(ctx, side, place))
                main id="innhold" tabindex="-1" { (body) }
                (footer(ctx))
            }
        }
    }
}

fn head(ctx: &Ctx, title: &str, is_staff: bool) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            @if ctx.preview.is_some() { meta name="robots" content="noindex, nofollow"; }
            title { (text!(ctx.lang, "page-title", title = title, owner = ctx.site.owner.as_str())) }
            link rel="icon" href=(assets::href("mark.svg")) type="image/svg+xml";
            link rel="preload" href=(assets::href("inter-latin.woff2")) as="font" type="font/woff2" crossorigin;
            link rel="stylesheet" href=(assets::href("designsystemet.css"));
            link rel="stylesheet" href=(assets::href("theme.css"));
            link rel="stylesheet" href=(assets::href("app.css"));
            @if is_staff {
                link rel="stylesheet" href=(assets::href("staff.css"));
            }
            @for language in Language::ALL {
                @if language != ctx.lang && !is_staff {
                    link rel="alternate" hreflang=(language.tag()) href=(links::in_language(&ctx.path, language));
                }
            }
            @if !is_staff {
                link rel="alternate" type="application/atom+xml" href=(ctx.links().feed())
                    title=(text!(ctx.lang, "feed-title", owner = ctx.site.owner.as_str()));
            }
            script src=(assets::href("app.js")) defer {}
        }
    }
}

fn header(ctx: &Ctx, side: Side, place: Place) -> Markup {
    let home = if side == Side::Staff { ctx.links().staff_home() } else { ctx.links().home() };
    html! {
        header class="site-header" {
            @if ctx.preview.is_some() {
                p class="preview-banner" { span class="wrap" { (text!(ctx.lang, "preview-banner")) } }
            }
            @if ctx.site.has_test_login {
                p class="test-banner no-print" { span class="wrap" { (text!(ctx.lang, "test-banner")) } }
            }
            div class="wrap" {
                a class="site-mark" href=(home) {
                    img src=(assets::href("mark.svg")) alt="" width="40" height="44";
                    span {
                        span class="site-mark__owner" { (ctx.site.owner) }
                        " "
                        span class="site-mark__service" {
                            @if side == Side::Staff { (text!(ctx.lang, "service-staff")) }
                            @else { (text!(ctx.lang, "service")) }
                        }
                    }
                }
                (account(ctx))
                div class="site-header__strip" {
                    (languages(ctx))
                    (menu(ctx, side, place))
                }
            }
        }
    }
}

fn account(ctx: &Ctx) -> Markup {
    html! {
        div class="site-account" {
            @if let Some(user) = &ctx.user {
                a class="ds-link site-account__name" href=(ctx.links().my_sessions()) {
                    @if let Some(name) = &user.name { (name) } @else { (text!(ctx.lang, "logged-in")) }
                }
                form method="post" action=(ctx.links().logout()) {
                    (form_token(ctx))
                    button class="ds-button" data-variant="secondary" data-size="sm" type="submit" {
                        (text!(ctx.lang, "log-out"))
                    }
                }
            } @else {
                a class="ds-button" data-variant="secondary" data-size="sm"
                    href=(ctx.links().login_and_back(&ctx.path)) { (text!(ctx.lang, "log-in")) }
            }
        }
    }
}

fn languages(ctx: &Ctx) -> Markup {
    html! {
        nav class="languages" aria-label=(text!(ctx.lang, "languages")) {
            ul {
                @for language in Language::ALL {
                    li {
                        a href=(links::in_language(&ctx.path, language)) lang=(language.tag())
                            hreflang=(language.tag()) aria-current=[(language == ctx.lang).then_some("true")] {
                            (language.own_name())
                        }
                    }
                }
            }
        }
    }
}

fn menu(ctx: &Ctx, side: Side, place: Place) -> Markup {
    let here = |is_here: bool| is_here.then_some("page");
    html! {
        nav class="site-nav" aria-label=(text!(ctx.lang, "menu")) {
            ul {
                @if side == Side::Staff {
                    li {
                        a href=(ctx.links().staff_home()) aria-current=[here(place == Place::StaffRounds)] {
                            (text!(ctx.lang, "menu-rounds"))
                        }
                    }
                    @if ctx.staff_everywhere().is_some() {
                        li {
                            a href=(ctx.links().staff_letters()) aria-current=[here(place == Place::StaffLetters)] {
                                (text!(ctx.lang, "menu-letters"))
                            }
                        }
                    }
                    @if ctx.staff_everywhere() == Some(StaffRole::Administrator) {
                        li {
                            a href=(ctx.links().staff_access()) aria-current=[here(place == Place::StaffAccess)] {
                                (text!(ctx.lang, "menu-access"))
                            }
                        }
                        li {
                            a href=(ctx.links().staff_log()) aria-current=[here(place == Place::StaffLog)] {
                                (text!(ctx.lang, "menu-log"))
                            }
                        }
                    }
                } @else {
                    li {
                        a href=(ctx.links().my_submissions()) aria-current=[here(place == Place::MySubmissions)] {
                            (text!(ctx.lang, "menu-mine"))
                        }
                    }
                    @if ctx.staff().is_some() {
                        li { a href=(ctx.links().staff_home()) { (text!(ctx.lang, "menu-staff")) } }
                    }
                }
            }
        }
    }
}

fn footer(ctx: &Ctx) -> Markup {
    let site = &ctx.site;
    html! {
        footer class="site-footer" {
            div class="wrap" {
                div class="stack" {
                    p { strong { (site.owner) } }
                    @if let Some(address) = &site.address { p class="quiet" { (address) } }
                    ul {
                        @if let Some(phone) = &site.phone {
                            li {
                                a class="ds-link" href={ "tel:" (phone.replace(' ', "")) } {
                                    (text!(ctx.lang, "footer-phone", phone = phone.as_str()))
                                }
                            }
                        }
                        @if let Some(email) = &site.email {
                            li { a class="ds-link" href={ "mailto:" (email) } { (email) } }
                        }
                    }
                }
                nav aria-label=(text!(ctx.lang, "footer-about")) {
                    ul {
                        li { a class="ds-link" href=(ctx.links().subscribe()) { (text!(ctx.lang, "follow-menu")) } }
                        li { a class="ds-link" href=(ctx.links().privacy()) { (text!(ctx.lang, "footer-privacy")) } }
                        li {
                            a class="ds-link" href=(ctx.links().accessibility()) {
                                (text!(ctx.lang, "footer-accessibility"))
                            }
                        }
                    }
                }
            }
        }
    }
}
