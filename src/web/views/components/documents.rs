//! Documents to download, with what a reader wants to know before: kind of file, size, language.

use super::dates::date_words;
use crate::domain::consultation::Consultation;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::file::FileKind;
use crate::domain::language::Language;
use crate::text;
use crate::web::views::Ctx;
use crate::web::views::components::language::foreign;
use maud::{Markup, html};

/// A round's documents, without its pictures.
#[must_use]
pub fn documents(ctx: &Ctx, round: &Consultation, documents: &[Document]) -> Markup {
    html! {
        ul class="document-list" {
            @for document in documents.iter().filter(|document| document.kind != DocumentKind::Picture) {
                li {
                    a class="ds-link" href=(ctx.document(&round.slug, &document.name))
                        hreflang=(document.language.tag()) lang=[foreign(ctx, &document.title)] {
                        (document.title.text(ctx.lang))
                    }
                    span class="document-list__detail" {
                        (detail(ctx, document))
                        @if let Some(added) = document.added.as_ref().filter(|added| added.at > round.opens_at) {
                            ", " (text!(ctx.lang, "document-added", date = date_words(ctx, added.at)))
                        }
                    }
                }
            }
        }
    }
}

/// A round's picture with its caption and who made it.
#[must_use]
pub fn picture(ctx: &Ctx, slug: &str, document: &Document) -> Markup {
    html! {
        figure class="picture" {
            img src=(ctx.document(slug, &document.name))
                alt=(document.alt.as_ref().map_or("", |alt| alt.text(ctx.lang)))
                lang=[document.alt.as_ref().and_then(|alt| foreign(ctx, alt))];
            @if document.caption.is_some() || document.credit.is_some() {
                figcaption {
                    @if let Some(caption) = &document.caption {
                        span lang=[foreign(ctx, caption)] { (caption.text(ctx.lang)) } " "
                    }
                    @if let Some(credit) = &document.credit {
                        (credit)
                    }
                }
            }
        }
    }
}

/// Kind of file, size and language in words.
#[must_use]
pub fn detail(ctx: &Ctx, document: &Document) -> String {
    let kind = media_name(&document.media_type);
    let size = size(ctx.lang, document.size_bytes);
    let language = in_language(ctx.lang, document.language);
    text!(ctx.lang, "document-detail", kind = kind, size = size, language = language)
}

/// What a document is written in, said in the reader's language: «på nynorsk».
#[must_use]
pub fn in_language(reader: Language, written: Language) -> String {
    match written {
        Language::Nb => text!(reader, "document-in-nb"),
        Language::Nn => text!(reader, "document-in-nn"),
        Language::En => text!(reader, "document-in-en"),
    }
}

/// A media type as people know it.
#[must_use]
pub fn media_name(media_type: &str) -> String {
    FileKind::from_media_type(media_type).map_or_else(|| media_type.to_owned(), FileKind::label)
}

/// A size in kB or MB (thousands, as operating systems show them), with the language's comma.
#[must_use]
pub fn size(language: Language, bytes: i64) -> String {
    if bytes < 1_000_000 {
        return format!("{}\u{a0}kB", (bytes + 999) / 1000);
    }
    let tenths = (bytes + 50_000) / 100_000;
    let comma = if language == Language::En { '.' } else { ',' };
    format!("{}{comma}{}\u{a0}MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_as_people_tell_them() {
        assert_eq!(size(Language::Nb, 1), "1\u{a0}kB");
        assert_eq!(size(Language::Nn, 1_249_000), "1,2\u{a0}MB");
        assert_eq!(size(Language::En, 12_960_000), "13.0\u{a0}MB");
    }
}
