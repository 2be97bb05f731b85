//! Markdown as a tree of blocks.

use super::glyphs::{shown, shown_line};
use super::tree::{Block, Inline, plain};
use pulldown_cmark::{Alignment, Event, LinkType, Options, Parser, Tag, TagEnd};

/// How deep elements may stand inside each other. What is nested deeper keeps its text and loses
/// its form: the typesetter's stack is finite, and so is the reader's patience.
const DEPTH: usize = 14;

/// The most letters of a heading or an address, which PDF keeps in places of limited size: what is
/// longer becomes plain text.
const LONGEST_NAME: usize = 2000;

/// The blocks of a Markdown text, with its heading levels as they were written.
pub(super) fn parse(markdown: &str) -> Vec<Block> {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    Reader { events: Shallow { events, kept: Vec::new(), depth: 0 } }.blocks()
}

/// Drops the elements that stand too deep, and keeps what they hold.
struct Shallow<I> {
    events: I,
    kept: Vec<bool>,
    depth: usize,
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Shallow<I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            match self.events.next()? {
                Event::Start(tag) => {
                    let keep = self.depth + room(&tag) <= DEPTH;
                    self.kept.push(keep);
                    if keep {
                        self.depth += 1;
                        return Some(Event::Start(tag));
                    }
                }
                Event::End(tag) => {
                    if self.kept.pop().unwrap_or(true) {
                        self.depth = self.depth.saturating_sub(1);
                        return Some(Event::End(tag));
                    }
                    if !is_inline(tag) {
                        return Some(Event::HardBreak);
                    }
                }
                event => return Some(event),
            }
        }
    }
}

/// The levels that an element needs to hold words.
fn room(tag: &Tag) -> usize {
    match tag {
        Tag::Table(_) => 3,
        Tag::List(_) => 2,
        _ => 1,
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

struct Reader<I> {
    events: I,
}

impl<'a, I: Iterator<Item = Event<'a>>> Reader<I> {
    /// The blocks up to the end of the element that they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        // The items of a tight list hold words directly: they gather here to a paragraph.
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Rule => Block::Rule,
                Event::Start(tag) if is_inline(tag.to_end()) => {
                    self.inline_element(tag, &mut loose);
                    continue;
                }
                Event::Start(tag) => match self.block(tag) {
                    Some(block) => block,
                    None => continue,
                },
                event => {
                    push_inline(event, &mut loose);
                    continue;
                }
            };
            flush(&mut loose, &mut blocks);
            blocks.push(block);
        }
        flush(&mut loose, &mut blocks);
        blocks
    }

    fn block(&mut self, tag: Tag<'a>) -> Option<Block> {
        match tag {
            Tag::Heading { level, .. } => {
                let inline = self.inline();
                let level = level as usize;
                match plain(&inline).trim().chars().count() {
                    0 => None,
                    1..=LONGEST_NAME => Some(Block::Heading { level, inline }),
                    _ => Some(Block::Paragraph { inline }),
                }
            }
            Tag::BlockQuote(_) => Some(Block::Quote { blocks: self.blocks() }),
            Tag::CodeBlock(_) => Some(Block::Code { text: self.code() }),
            Tag::List(start) => Some(self.list(start)),
            Tag::Table(columns) => Some(self.table(&columns)),
            _ => {
                let inline = self.inline();
                (!inline.is_empty()).then_some(Block::Paragraph { inline })
            }
        }
    }

    fn list(&mut self, start: Option<u64>) -> Block {
        let mut items = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            items.push(self.blocks());
        }
        let is_paragraph = |block: &&Block| matches!(block, Block::Paragraph { .. });
        let tight = items.iter().all(|item: &Vec<Block>| item.iter().filter(is_paragraph).count() < 2);
        Block::List { start, tight, items }
    }

    fn table(&mut self, columns: &[Alignment]) -> Block {
        let align = columns.iter().map(|column| match column {
            Alignment::Right => "right",
            Alignment::Center => "center",
            Alignment::Left | Alignment::None => "left",
        });
        let mut rows = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            let mut row = Vec::new();
            while let Some(Event::Start(_)) = self.events.next() {
                row.push(self.inline());
            }
            rows.push(row);
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Block::Table { align: align.collect(), head, rows }
    }

    fn code(&mut self) -> String {
        let mut text = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(_) => break,
                Event::Text(part) => text.push_str(&part),
                _ => {}
            }
        }
        shown(text.trim_end_matches('\n'))
    }

    /// The words up to the end of the element that they stand in.
    fn inline(&mut self) -> Vec<Inline> {
        let mut inline = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) => self.inline_element(tag, &mut inline),
                event => push_inline(event, &mut inline),
            }
        }
        while inline.last() == Some(&Inline::Break) {
            inline.pop();
        }
        inline
    }

    fn inline_element(&mut self, tag: Tag<'a>, into: &mut Vec<Inline>) {
        let inline = self.inline();
        if inline.is_empty() {
            return;
        }
        match tag {
            Tag::Emphasis => into.push(Inline::Emphasis { inline }),
            Tag::Strong => into.push(Inline::Strong { inline }),
            Tag::Link { link_type, dest_url, .. } => match address(link_type, &dest_url) {
                Some(address) => into.push(Inline::Link { address, inline }),
                None => into.extend(inline),
            },
            _ => into.extend(inline),
        }
    }
}

fn push_inline(event: Event, into: &mut Vec<Inline>) {
    match event {
        Event::Text(text) => push_text(&text, into),
        Event::Code(text) => into.push(Inline::Code { text: shown_line(&text) }),
        Event::SoftBreak => push_text(" ", into),
        Event::HardBreak => into.push(Inline::Break),
        Event::Html(html) | Event::InlineHtml(html) => match html.trim() {
            "<br>" | "<br/>" | "<br />" => into.push(Inline::Break),
            comment if comment.starts_with("<!--") && comment.ends_with("-->") => {}
            _ => push_text(&html, into),
        },
        _ => {}
    }
}

/// Adds words to the piece before, where they can join it: one run of text reads, breaks and
/// kerns as one.
fn push_text(text: &str, into: &mut Vec<Inline>) {
    let text = shown_line(text);
    match into.last_mut() {
        Some(Inline::Text { text: before }) => before.push_str(&text),
        _ => into.push(Inline::Text { text }),
    }
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    while loose.last() == Some(&Inline::Break) {
        loose.pop();
    }
    if !plain(loose).trim().is_empty() {
        blocks.push(Block::Paragraph { inline: std::mem::take(loose) });
    }
    loose.clear();
}

/// The address as a PDF may hold it, in ASCII, if a reader can follow it from a file.
fn address(kind: LinkType, written: &str) -> Option<String> {
    let scheme = if kind == LinkType::Email { "mailto:" } else { "" };
    let url = url::Url::parse(&format!("{scheme}{written}")).ok()?;
    let follows = matches!(url.scheme(), "http" | "https" | "mailto" | "tel");
    (follows && url.as_str().len() <= LONGEST_NAME).then(|| url.into())
}
