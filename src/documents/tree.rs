//! A document as a tree of plain data, which the layout in `layout.typ` walks.

use serde::Serialize;

/// A piece of a document that stands on lines of its own.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Block {
    Heading {
        level: usize,
        inline: Vec<Inline>,
    },
    Paragraph {
        inline: Vec<Inline>,
    },
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<Vec<Block>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Table {
        align: Vec<&'static str>,
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Code {
        text: String,
    },
    Rule,
    /// Words in small print.
    Small {
        inline: Vec<Inline>,
    },
    /// What nobody may miss.
    Notice {
        blocks: Vec<Block>,
    },
    /// Names and what they are.
    Facts {
        rows: Vec<(Vec<Inline>, Vec<Inline>)>,
    },
    /// Labels and their help, each with a line to write on, two beside each other.
    Fields {
        fields: Vec<(Vec<Inline>, Vec<Inline>)>,
    },
    /// A box to tick.
    Tick {
        label: Vec<Inline>,
        help: Vec<Inline>,
    },
    /// A line to write on.
    Line,
    /// What is asked, with its answer to tick or to write on a line.
    Asked {
        blocks: Vec<Block>,
    },
    /// What is asked, with half a page to answer it.
    Room {
        blocks: Vec<Block>,
    },
}

/// A piece of a line.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Inline {
    Text {
        text: String,
    },
    Code {
        text: String,
    },
    Emphasis {
        inline: Vec<Inline>,
    },
    Strong {
        inline: Vec<Inline>,
    },
    Link {
        address: String,
        inline: Vec<Inline>,
    },
    /// In another language than the document.
    Foreign {
        language: &'static str,
        region: &'static str,
        inline: Vec<Inline>,
    },
    Break,
}

/// The words alone.
pub(super) fn plain(inline: &[Inline]) -> String {
    inline
        .iter()
        .map(|piece| match piece {
            Inline::Text { text } | Inline::Code { text } => text.clone(),
            Inline::Break => " ".into(),
            Inline::Emphasis { inline }
            | Inline::Strong { inline }
            | Inline::Link { inline, .. }
            | Inline::Foreign { inline, .. } => plain(inline),
        })
        .collect()
}
