//! Markdown from the municipality, made safe: the only markup that is not escaped.

use crate::domain::language::Localized;
use crate::web::views::Ctx;
use crate::web::views::components::language::foreign;
use ammonia::Builder;
#[expect(clippy::disallowed_types, reason = "the one place: what ammonia has cleaned")]
use maud::PreEscaped;
use maud::{Markup, html};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html::push_html};
use std::sync::LazyLock;

/// No pictures: they would be fetched from elsewhere. No styles, classes or ids.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .add_tags([
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "ol",
            "li",
            "blockquote",
            "strong",
            "em",
            "del",
            "a",
            "br",
            "hr",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        ])
        .add_tag_attributes("a", ["href", "title"])
        .add_tag_attributes("ol", ["start"])
        .add_url_schemes(["http", "https", "mailto", "tel"])
        .link_rel(Some("noopener noreferrer"));
    builder
});

/// `text` as prose, in the reader's language.
#[must_use]
pub fn prose(ctx: &Ctx, text: &Localized) -> Markup {
    html! {
        div class="prose" lang=[foreign(ctx, text)] { (markdown(text.text(ctx.lang))) }
    }
}

/// `text` as safe HTML. A page has one heading of the first level, so those here begin at the second.
#[must_use]
pub fn markdown(text: &str) -> Markup {
    let events =
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).map(
            |event| match event {
                Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                    Event::Start(Tag::Heading { level: lowered(level), id, classes, attrs })
                }
                Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lowered(level))),
                other => other,
            },
        );
    let mut unsafe_html = String::new();
    push_html(&mut unsafe_html, events);
    PreEscaped(CLEANER.clean(&unsafe_html).to_string())
}

fn lowered(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_begin_at_the_second_level() {
        assert_eq!(markdown("# Mål\n\n## Tiltak").into_string(), "<h2>Mål</h2>\n<h2>Tiltak</h2>\n");
    }

    #[test]
    fn scripts_styles_pictures_and_strange_links_are_left_out() {
        let text = "<script>alert(1)</script>\n\n<b style='x' onclick='y'>hei</b> ![x](https://example.org/x.png)\n\n\
                    [lenke](javascript:alert(1)) <iframe src='//example.org'></iframe>";
        let html = markdown(text).into_string();
        for forbidden in ["script", "style", "onclick", "<img", "iframe"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
        assert!(html.contains("hei") && html.contains("lenke"), "{html}");
    }

    #[test]
    fn links_open_nothing_that_can_reach_back() {
        let html = markdown("[Planen](https://example.org/plan)").into_string();
        assert_eq!(
            html,
            "<p><a href=\"https://example.org/plan\" rel=\"noopener noreferrer\">Planen</a></p>\n"
        );
    }
}
