//! What a list shows, as it stands in the address: `?status=mottatt&for-sent=ja&side=2`.

use crate::domain::export::ExportFilter;
use crate::domain::submission::Status;
use crate::store::submissions::Counts;
use crate::text;
use crate::web::views::Ctx;
use maud::{Markup, html};
use std::collections::HashMap;

/// A filter and a page of what it lets through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// What is shown.
    pub filter: ExportFilter,
    /// The page, from 1.
    pub page: usize,
}

impl View {
    /// Reads the query of an address; what cannot be understood is left out.
    #[must_use]
    pub fn from_query(query: &HashMap<String, String>) -> Self {
        let value = |name: &str| query.get(name).map(String::as_str);
        let status = match value("status") {
            Some("mottatt") => Some(Status::Received),
            Some("trukket") => Some(Status::Withdrawn),
            _ => None,
        };
        let late = match value("for-sent") {
            Some("ja") => Some(true),
            Some("nei") => Some(false),
            _ => None,
        };
        let page = value("side").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1);
        Self { filter: ExportFilter { status, late }, page }
    }

    /// The address of `path` with this view.
    #[must_use]
    pub fn href(self, path: &str) -> String {
        let mut parts = Vec::new();
        match self.filter.status {
            Some(Status::Received) => parts.push("status=mottatt".to_owned()),
            Some(Status::Withdrawn) => parts.push("status=trukket".to_owned()),
            None => {}
        }
        match self.filter.late {
            Some(true) => parts.push("for-sent=ja".to_owned()),
            Some(false) => parts.push("for-sent=nei".to_owned()),
            None => {}
        }
        if self.page > 1 {
            parts.push(format!("side={}", self.page));
        }
        if parts.is_empty() { path.to_owned() } else { format!("{path}?{}", parts.join("&")) }
    }

    /// The same filter on another page.
    #[must_use]
    pub fn on_page(self, page: usize) -> Self {
        Self { page, ..self }
    }
}

/// The filters as links with their counts.
#[must_use]
pub fn filters(ctx: &Ctx, path: &str, view: View, counts: &Counts) -> Markup {
    let ExportFilter { status, late } = view.filter;
    let link = |filter: ExportFilter, words: String, count: Option<i64>| {
        let href = View { filter, page: 1 }.href(path);
        html! {
            li {
                a href=(href) aria-current=[(filter == view.filter).then_some("true")] {
                    (words)
                    @if let Some(count) = count { " " span class="count" { (count) } }
                }
            }
        }
    };
    // A count holds for the whole round, so it stands only where the other filter is off.
    let by_status = |wanted| ExportFilter { status: wanted, late };
    let by_late = |wanted| ExportFilter { status, late: wanted };
    let if_any_late = |count: i64| late.is_none().then_some(count);
    let if_any_status = |count: i64| status.is_none().then_some(count);
    html! {
        nav class="filters" aria-label=(text!(ctx.lang, "filter")) {
            div class="filters__row" {
                span class="filters__name" { (text!(ctx.lang, "filter-status")) }
                ul {
                    (link(by_status(None), text!(ctx.lang, "filter-all"), if_any_late(counts.all)))
                    (link(by_status(Some(Status::Received)), text!(ctx.lang, "status-received"), if_any_late(counts.received)))
                    (link(by_status(Some(Status::Withdrawn)), text!(ctx.lang, "status-withdrawn"),
                        if_any_late(counts.withdrawn)))
                }
            }
            div class="filters__row" {
                span class="filters__name" { (text!(ctx.lang, "filter-deadline")) }
                ul {
                    (link(by_late(None), text!(ctx.lang, "filter-all"), if_any_status(counts.all)))
                    (link(by_late(Some(false)), text!(ctx.lang, "filter-on-time"), if_any_status(counts.all - counts.late)))
                    (link(by_late(Some(true)), text!(ctx.lang, "status-late"), if_any_status(counts.late)))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_read_back_from_its_address() {
        for status in [None, Some(Status::Received), Some(Status::Withdrawn)] {
            for late in [None, Some(true), Some(false)] {
                for page in [1, 7] {
                    let view = View { filter: ExportFilter { status, late }, page };
                    let href = view.href("/saksbehandling/plan");
                    let query = href.split_once('?').map_or("", |(_, query)| query);
                    let read = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
                    assert_eq!(View::from_query(&read), view, "{href}");
                }
            }
        }
    }
}
