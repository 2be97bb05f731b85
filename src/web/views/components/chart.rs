//! Simple charts as SVG, made here: they say in words what they show, and a table beside each has the numbers.
//! All places are shares of the whole, so that a chart is as wide as the page lets it and its words keep
//! their size.

use crate::text::number;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// One column, or one bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it stands for, and how much, in words.
    pub words: String,
    /// How tall it is.
    pub value: i64,
}

/// How much of its place a column takes, in per cent; the rest is air.
const COLUMN_SHARE: usize = 76;

/// Columns beside each other, with a scale. `words` say what one sees; `ends` stand below the first and the
/// last column.
#[must_use]
pub fn columns(ctx: &Ctx, words: &str, columns: &[Column], ends: &(String, String)) -> Markup {
    let top = scale_top(columns.iter().map(|column| column.value).max().unwrap_or(0));
    let label = |value: i64| number(ctx.lang, usize::try_from(value).unwrap_or(0));
    let places = columns.len().max(1);
    html! {
        div class="chart" {
            div class="chart__scale" aria-hidden="true" {
                span { (label(top)) }
                span { (label(top / 2)) }
                span { (label(0)) }
            }
            svg class="chart__plot" role="img" aria-label=(words) {
                @for share in ["0%", "50%", "100%"] {
                    line class="chart__line" x1="0" x2="100%" y1=(share) y2=(share) {}
                }
                @for (place, column) in columns.iter().enumerate() {
                    @if column.value > 0 {
                        rect class="chart__bar" x=(percent(place * 100 + (100 - COLUMN_SHARE) / 2, places * 100))
                            width=(percent(COLUMN_SHARE, places * 100)) y=(part(top - column.value, top))
                            height=(part(column.value, top)) { title { (column.words) } }
                    }
                }
            }
            div class="chart__ends" aria-hidden="true" {
                span { (ends.0) }
                @if places > 1 { span { (ends.1) } }
            }
        }
    }
}

/// A bar for a cell of a table, beside the number that it shows.
#[must_use]
pub fn bar(value: i64, most: i64) -> Markup {
    html! {
        svg class="chart__row" aria-hidden="true" focusable="false" {
            @if value > 0 { rect class="chart__bar" x="0" y="0" height="100%" width=(part(value, most)) {} }
        }
    }
}

/// The top of the scale: an even number not below `most`, of one or two figures and zeros, so that its half
/// is whole as well.
fn scale_top(most: i64) -> i64 {
    let mut unit = 1_i64;
    loop {
        let next = [2, 4, 6, 8].into_iter().map(|step| step * unit).find(|top| *top >= most);
        match (next, unit.checked_mul(10)) {
            (Some(top), _) => return top,
            (None, Some(larger)) => unit = larger,
            (None, None) => return most,
        }
    }
}

fn part(value: i64, whole: i64) -> String {
    let as_size = |value: i64| usize::try_from(value).unwrap_or(0);
    percent(as_size(value), as_size(whole))
}

/// A share in per cent, to a hundredth.
fn percent(part: usize, whole: usize) -> String {
    let hundredths = part.saturating_mul(10_000) / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_at_a_round_number_above_all() {
        let tops = [0, 1, 2, 3, 7, 8, 9, 20, 21, 99, 400, 401, 200_000].map(scale_top);
        assert_eq!(tops, [2, 2, 2, 4, 8, 8, 20, 20, 40, 200, 400, 600, 200_000]);
        assert_eq!(scale_top(i64::MAX), i64::MAX);
    }

    #[test]
    fn shares_are_told_to_a_hundredth() {
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(percent(12, 100), "12.00%");
        assert_eq!((part(5, 5), part(0, 0), part(-1, 4)), ("100.00%".into(), "0.00%".into(), "0.00%".into()));
    }
}
