//! Searching and filtering a list of rounds: a GET form, so that it works without JavaScript and each
//! search has an address.

use super::choose::select;
use super::language::foreign;
use super::phase::phase_words;
use crate::domain::consultation::Phase;
use crate::domain::language::Localized;
use crate::text;
use crate::web::forms::round_search::{RoundSearch, phase_word};
use crate::web::views::Ctx;
use maud::{Markup, html};

/// What the form offers, and what has been chosen.
#[derive(Debug)]
pub struct SearchForm {
    /// What has been chosen.
    pub search: RoundSearch,
    /// The units.
    pub units: Vec<Localized>,
    /// The first and the last year.
    pub years: Option<(i16, i16)>,
    /// How many rounds the search finds.
    pub found: usize,
}

/// The form; `phases` are those that one may ask for.
#[must_use]
pub fn round_search(ctx: &Ctx, path: &str, form: &SearchForm, phases: &[Phase]) -> Markup {
    let search = &form.search;
    let has_more = search.phase().is_some() || !search.year.is_empty() || !search.unit.is_empty();
    html! {
        div class="search" {
            form method="get" action=(path) role="search" aria-label=(text!(ctx.lang, "search-rounds")) {
                div class="search__row" {
                    div class="ds-field search__words" {
                        label class="ds-label" for="sok" { (text!(ctx.lang, "search-words")) }
                        input class="ds-input" type="search" id="sok" name="sok" value=(search.words) maxlength="200";
                    }
                    button class="ds-button" data-variant="secondary" type="submit" { (text!(ctx.lang, "search-go")) }
                }
                details open[has_more] {
                    summary { (text!(ctx.lang, "search-more")) }
                    div class="search__more" {
                        (select("status", &text!(ctx.lang, "search-status"), &statuses(ctx, phases), &search.status, None))
                        (years(ctx, form))
                        @if form.units.len() > 1 || !search.unit.is_empty() { (units(ctx, form)) }
                    }
                }
            }
            @if search.is_narrowed() {
                p class="search__found" role="status" {
                    (text!(ctx.lang, "search-found", count = form.found)) " "
                    a class="ds-link" href=(path) { (text!(ctx.lang, "search-reset")) }
                }
            }
        }
    }
}

fn statuses(ctx: &Ctx, phases: &[Phase]) -> Vec<(&'static str, String)> {
    let all = ("", text!(ctx.lang, "search-status-all"));
    std::iter::once(all).chain(phases.iter().map(|one| (phase_word(*one), phase_words(ctx, *one)))).collect()
}

fn years(ctx: &Ctx, form: &SearchForm) -> Markup {
    let (first, last) = form.years.unwrap_or((1, 0));
    let years: Vec<String> = (first..=last).rev().map(|year| year.to_string()).collect();
    let mut options = vec![("", text!(ctx.lang, "search-year-all"))];
    options.extend(years.iter().map(|year| (year.as_str(), year.clone())));
    select("aar", &text!(ctx.lang, "search-year"), &options, &form.search.year, None)
}

/// The units' names may be in another language than the page.
fn units(ctx: &Ctx, form: &SearchForm) -> Markup {
    let chosen = form.search.unit.as_str();
    let is_known = form.units.iter().any(|unit| unit.nb == chosen);
    html! {
        div class="ds-field" {
            label class="ds-label" for="enhet" { (text!(ctx.lang, "search-unit")) }
            select class="ds-input" id="enhet" name="enhet" {
                option value="" { (text!(ctx.lang, "search-unit-all")) }
                @for unit in &form.units {
                    option value=(unit.nb) selected[unit.nb == chosen] lang=[foreign(ctx, unit)] {
                        (unit.text(ctx.lang))
                    }
                }
                @if !is_known && !chosen.is_empty() { option value=(chosen) selected { (chosen) } }
            }
        }
    }
}
