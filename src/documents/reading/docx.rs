//! Word's documents: which parts there are, and what stands in each.

use super::archive::Archive;
use super::gauge::{Gauge, Unread};
use super::numbering::Numbering;
use super::sheet::{Sheet, Writer};
use super::styles::Styles;
use super::word_body::Body;
use super::xml::{Node, Space, Xml};
use std::io::{Read, Seek};

pub(super) fn read<R: Read + Seek>(mut archive: Archive<'_, R>, gauge: &Gauge) -> Result<Sheet, Unread> {
    if archive.has(|name| name.to_ascii_lowercase().ends_with(b"vbaproject.bin")) {
        return Err(Unread::Macros);
    }
    let package = relations(&mut archive, "_rels/.rels")?;
    let main = target(&package, "/officeDocument", "").unwrap_or_else(|| "word/document.xml".to_owned());
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let inner = relations(&mut archive, &format!("{folder}/_rels/{name}.rels"))?;
    let part =
        |kind: &str, usual: &str| target(&inner, kind, folder).unwrap_or_else(|| format!("{folder}/{usual}"));
    let styles = match archive.xml(&part("/styles", "styles.xml"))? {
        Some(xml) => Styles::read(xml, gauge)?,
        None => Styles::default(),
    };
    let numbering = match archive.xml(&part("/numbering", "numbering.xml"))? {
        Some(xml) => Numbering::read(xml, gauge)?,
        None => Numbering::default(),
    };
    let mut body = Body::new(Writer::new(gauge), styles, numbering);
    body.read(archive.xml(&main)?.ok_or(Unread::NotADocument)?)?;
    // What was written in notes belongs to no field, and yet somebody wrote it.
    for notes in [part("/footnotes", "footnotes.xml"), part("/endnotes", "endnotes.xml")] {
        if let Some(xml) = archive.xml(&notes)? {
            body.read(xml)?;
        }
    }
    let mut sheet = body.finish();
    let properties =
        target(&package, "/core-properties", "").unwrap_or_else(|| "docProps/core.xml".to_owned());
    if let Some(xml) = archive.xml(&properties)? {
        sheet.identifiers =
            texts(xml, gauge, |space, name| (space, name) == (Space::DublinCore, "identifier"))?;
    }
    Ok(sheet)
}

/// What a part points to: the kind of relation and the name of the other part. What stands outside
/// the document is left out, and so is never looked at.
fn relations<R: Read + Seek>(
    archive: &mut Archive<'_, R>,
    name: &str,
) -> Result<Vec<(String, String)>, Unread> {
    let Some(mut part) = archive.xml(name)? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    loop {
        match part.next()? {
            Node::Open(element) if element.name() == (Space::Relation, "Relationship") => {
                let is_outside = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
                let pair = element.attribute("Type").zip(element.attribute("Target"));
                found.extend(pair.filter(|_| !is_outside && found.len() < MAX_RELATIONS));
            }
            Node::End => return Ok(found),
            _ => {}
        }
    }
}

const MAX_RELATIONS: usize = 1_000;

/// The name of the part that a relation of this kind points to, from a part in `folder`.
fn target(relations: &[(String, String)], kind: &str, folder: &str) -> Option<String> {
    let (_, target) = relations.iter().find(|(of, _)| of.ends_with(kind))?;
    Some(match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None if folder.is_empty() => target.clone(),
        None => format!("{folder}/{target}"),
    })
}

/// The texts of all elements that answer to `is_meant`.
pub(super) fn texts(
    mut part: Xml<'_>,
    gauge: &Gauge,
    is_meant: impl Fn(Space, &str) -> bool,
) -> Result<Vec<String>, Unread> {
    let mut found: Vec<String> = Vec::new();
    let mut is_inside = false;
    loop {
        match part.next()? {
            Node::Open(element) => {
                let (space, name) = element.name();
                is_inside = is_meant(space, name);
                if is_inside {
                    gauge.keeps_mark()?;
                    found.push(String::new());
                }
            }
            Node::Close => is_inside = false,
            Node::Text(text) => {
                if let Some(last) = found.last_mut().filter(|_| is_inside) {
                    gauge.keeps_text(text.len())?;
                    last.push_str(text);
                }
            }
            Node::End => return Ok(found),
        }
    }
}
