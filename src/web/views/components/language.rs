//! Content that exists in several languages, marked where it is not in the page's own.

use crate::domain::language::Localized;
use crate::web::views::Ctx;
use maud::{Markup, html};

/// The `lang` attribute that `text` needs on this page: none where it is in the page's language.
#[must_use]
pub fn foreign(ctx: &Ctx, text: &Localized) -> Option<&'static str> {
    let (language, _) = text.pick(ctx.lang);
    (language != ctx.lang).then(|| language.tag())
}

/// `text` for the reader, in a marked span where it is in another language.
#[must_use]
pub fn localized(ctx: &Ctx, text: &Localized) -> Markup {
    html! {
        @match foreign(ctx, text) {
            Some(tag) => { span lang=(tag) { (text.text(ctx.lang)) } }
            None => { (text.text(ctx.lang)) }
        }
    }
}
