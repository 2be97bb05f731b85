//! The rounds as an Atom feed, for programs that look in now and then.
//! Source: RFC 4287.

use crate::domain::clock::Moment;
use crate::domain::consultation::{Consultation, Phase};
use crate::domain::language::{Language, Localized};
use crate::domain::links::Links;
use crate::domain::news::RoundNews;
use crate::text;
use crate::text::dates;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

const XHTML: &str = "http://www.w3.org/1999/xhtml";
/// The date of a feed that has nothing in it yet.
const NOTHING_YET: &str = "1970-01-01T00:00:00.000Z";

/// A feed, as one language has it.
#[derive(Debug, Clone, Copy)]
pub struct Feed<'a> {
    /// The language.
    pub language: Language,
    /// The municipality.
    pub owner: &'a str,
    /// The address of the service, before the path.
    pub base_url: &'a str,
    /// The rounds, in the order they are told. Only those that the public may see at `now`.
    pub rounds: &'a [RoundNews],
    /// Now.
    pub now: Moment,
}

/// The feed as XML.
///
/// # Errors
/// Never for a text in memory; the type is the library's.
pub fn write(feed: &Feed<'_>) -> io::Result<Vec<u8>> {
    let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 1));
    xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.language.tag())];
    xml.within("feed", &attributes, |xml| {
        let links = Links::new(feed.language);
        let (here, page) = (feed.address(&links.feed()), feed.address(&links.home()));
        let updated = feed.rounds.iter().map(|news| news.changed_at(feed.now)).max();
        xml.text("id", &[], &here)?;
        xml.text("title", &[], &text!(feed.language, "feed-title", owner = feed.owner))?;
        xml.text("subtitle", &[], &text!(feed.language, "feed-subtitle"))?;
        xml.text("updated", &[], &updated.map_or_else(|| NOTHING_YET.to_owned(), |at| at.to_string()))?;
        xml.within("author", &[], |xml| xml.text("name", &[], feed.owner))?;
        xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &here)])?;
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])?;
        feed.rounds.iter().try_for_each(|news| feed.entry(xml, news))
    })?;
    Ok(xml.0.into_inner())
}

impl Feed<'_> {
    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.trim_end_matches('/'))
    }

    fn entry(&self, xml: &mut Xml, news: &RoundNews) -> io::Result<()> {
        let (round, links) = (&news.round, Links::new(self.language));
        let page = self.address(&links.round(&round.slug));
        let phase = round.phase(self.now);
        xml.within("entry", &[], |xml| {
            // The same in every language, so that a reader of two feeds is told once.
            xml.text("id", &[], &format!("urn:uuid:{}", round.id))?;
            self.localized(xml, "title", &round.title)?;
            xml.text("updated", &[], &news.changed_at(self.now).to_string())?;
            if let Some(published_at) = round.published_at {
                xml.text("published", &[], &published_at.to_string())?;
            }
            xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])?;
            if !phase.is_over() {
                let calendar = self.address(&links.calendar(&round.slug));
                xml.empty("link", &[("rel", "related"), ("type", "text/calendar"), ("href", &calendar)])?;
            }
            xml.empty("category", &[("term", phase.name()), ("label", &phase_label(self.language, phase))])?;
            self.summary(xml, round, phase)
        })
    }

    fn summary(&self, xml: &mut Xml, round: &Consultation, phase: Phase) -> io::Result<()> {
        let deadline = dates::deadline(self.language, round.closes_at);
        let sentence = if phase.is_over() {
            text!(self.language, "deadline-was", deadline = deadline)
        } else {
            text!(self.language, "deadline-is", deadline = deadline)
        };
        xml.within("summary", &[("type", "xhtml")], |xml| {
            xml.within("div", &[("xmlns", XHTML)], |xml| {
                self.localized(xml, "p", &round.lede)?;
                xml.text("p", &[], &sentence)
            })
        })
    }

    /// A text, marked with its language where that is not the feed's.
    fn localized(&self, xml: &mut Xml, name: &str, text: &Localized) -> io::Result<()> {
        let (language, text) = text.pick(self.language);
        let mark = [("xml:lang", language.tag())];
        xml.text(name, if language == self.language { &[] } else { &mark }, text)
    }
}

fn phase_label(language: Language, phase: Phase) -> String {
    match phase {
        Phase::Draft => text!(language, "phase-draft"),
        Phase::Announced => text!(language, "phase-announced"),
        Phase::Open => text!(language, "phase-open"),
        Phase::Closed => text!(language, "phase-closed"),
        Phase::Concluded => text!(language, "phase-concluded"),
        Phase::Archived => text!(language, "phase-archived"),
    }
}

/// XML in the making: elements that are always closed, and only characters that XML allows.
struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn within(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        content(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.within(name, attributes, |xml| xml.0.write_event(Event::Text(BytesText::new(&allowed(text)))))
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, allowed(value).as_str()));
    }
    start
}

/// The text without what no XML document may hold.
/// Source: XML 1.0, production 2, `Char`.
fn allowed(text: &str) -> String {
    text.chars().filter(|c| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..)).collect()
}

#[cfg(test)]
#[path = "atom_tests.rs"]
mod tests;
