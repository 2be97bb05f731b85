//! Pages of a long list.

use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// Which part of a list a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The page, from 1.
    pub number: usize,
    /// How many the whole list has.
    pub total: usize,
    /// How many a page shows.
    pub per_page: usize,
}

impl Part {
    /// How many pages there are; at least one.
    #[must_use]
    pub fn pages(self) -> usize {
        self.total.div_ceil(self.per_page.max(1)).max(1)
    }

    /// The same, on the last page where this one would be beyond it.
    #[must_use]
    pub fn within(self) -> Self {
        Self { number: self.number.clamp(1, self.pages()), ..self }
    }

    /// The first one on this page, from 1.
    #[must_use]
    pub fn first(self) -> usize {
        self.number.saturating_sub(1) * self.per_page + 1
    }

    /// Where this page begins, and how long it is, as queries count.
    #[must_use]
    pub fn window(self) -> (i64, i64) {
        let as_counted = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        (as_counted(self.first() - 1), as_counted(self.per_page))
    }

    /// The last one on this page.
    #[must_use]
    pub fn last(self) -> usize {
        (self.number * self.per_page).min(self.total)
    }

    /// The pages that get a link: the first, the last and those near this one; 0 stands for a gap.
    fn shown(self) -> Vec<usize> {
        let pages = self.pages();
        let mut shown = Vec::new();
        for page in 1..=pages {
            if page == 1 || page == pages || page.abs_diff(self.number) <= 1 {
                shown.push(page);
            } else if shown.last() != Some(&0) {
                shown.push(0);
            }
        }
        shown
    }
}

/// Links to the pages; nothing where there is only one.
#[must_use]
pub fn pagination(ctx: &Ctx, part: Part, href: impl Fn(usize) -> String) -> Markup {
    html! {
        @if part.pages() > 1 {
            nav class="pages" aria-label=(text!(ctx.lang, "pagination")) {
                ul {
                    @if part.number > 1 {
                        li { a class="ds-button" data-variant="tertiary" rel="prev" href=(href(part.number - 1)) {
                            (text!(ctx.lang, "pagination-previous"))
                        } }
                    }
                    @for page in part.shown() {
                        @if page == 0 {
                            li aria-hidden="true" { "…" }
                        } @else {
                            li { (page_link(ctx, page, page == part.number, &href(page))) }
                        }
                    }
                    @if part.number < part.pages() {
                        li { a class="ds-button" data-variant="tertiary" rel="next" href=(href(part.number + 1)) {
                            (text!(ctx.lang, "pagination-next"))
                        } }
                    }
                }
            }
        }
    }
}

fn page_link(ctx: &Ctx, page: usize, is_here: bool, href: &str) -> Markup {
    html! {
        a class="ds-button" data-color="accent" data-variant=(if is_here { "primary" } else { "tertiary" }) href=(href)
            aria-current=[is_here.then_some("page")] {
            span class="ds-sr-only" { (text!(ctx.lang, "pagination-page")) " " } (page)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_shows_its_ends_and_the_pages_near_this_one() {
        let part = Part { number: 10, total: 500, per_page: 25 };
        assert_eq!(part.shown(), [1, 0, 9, 10, 11, 0, 20]);
        assert_eq!((part.first(), part.last()), (226, 250));
        let only = Part { number: 1, total: 0, per_page: 25 };
        assert_eq!((only.pages(), only.shown()), (1, vec![1]));
        assert_eq!(Part { number: 99, ..part }.within().number, 20);
        assert_eq!(Part { number: 3, ..only }.within().number, 1);
    }
}
