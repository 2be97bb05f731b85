//! Heading levels as PDF/UA wants them.

use super::glyphs::shown_line;
use super::tree::{Block, Inline};

/// Gives the document one opening heading of the first level, and lets no later heading skip one:
/// PDF/UA refuses both.
pub(super) fn with_title(title: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    if !matches!(blocks.first(), Some(Block::Heading { level: 1, .. })) {
        let inline = vec![Inline::Text { text: shown_line(title) }];
        blocks.insert(0, Block::Heading { level: 1, inline });
    }
    level_headings(&mut blocks, &mut Vec::new());
    blocks
}

/// `open` holds the written levels of the headings that the next one may stand under; a heading's
/// new level is how many of them are left.
fn level_headings(blocks: &mut [Block], open: &mut Vec<usize>) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                open.retain(|above| above < level);
                open.push(*level);
                *level = open.len();
            }
            Block::Quote { blocks } | Block::Asked { blocks } | Block::Room { blocks } => {
                level_headings(blocks, open);
            }
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| level_headings(item, open));
            }
            _ => {}
        }
    }
}
