//! What stands on the form, from top to bottom, before anyone has thought of a file format.

use super::fields::{Field, answer, no_comment, respondent};
use super::{FormSheet, Format};
use crate::domain::language::{Language, Localized};
use crate::domain::question::{Question, QuestionKind};
use crate::domain::way_in::WayIn;
use crate::text;
use crate::text::dates;

/// Words of one language, and where they lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// The language that the words are really in.
    pub language: Language,
    /// The words.
    pub text: String,
    /// Where they lead, as an absolute address.
    pub address: Option<String>,
}

/// Words that belong together.
pub(super) type Line = Vec<Run>;

/// One thing on the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Who asks.
    Sender(Line),
    /// The title.
    Title(Line),
    /// The deadline in words.
    Deadline(Line),
    /// What there is to know of the case: name and value.
    Facts(Vec<(Line, Line)>),
    /// A heading.
    Heading(Line),
    /// A paragraph.
    Paragraph(Line),
    /// What nobody may miss: a heading and its paragraphs.
    Notice(Line, Vec<Line>),
    /// A field of one line.
    Field(Field),
    /// A box to tick.
    Tick(Field),
    /// A question with room for its answer.
    Question(Field),
    /// Lines for what found no room elsewhere: a heading and a sentence. On paper only.
    More(Line, Line),
}

/// Our own words.
pub(super) fn said(language: Language, text: impl Into<String>) -> Line {
    vec![Run { language, text: text.into(), address: None }]
}

/// The round's words, in the language nearest to `language`; none where there is nothing to say.
pub(super) fn own(language: Language, text: &Localized) -> Line {
    let (language, text) = text.pick(language);
    if text.trim().is_empty() { Line::new() } else { said(language, text.trim()) }
}

/// The title of the file: what it is, and of what.
pub(super) fn title(sheet: &FormSheet) -> Line {
    let mut title = said(sheet.language, format!("{}: ", text!(sheet.language, "sheet-kind")));
    title.extend(own(sheet.language, &sheet.round.title));
    title
}

/// The whole form.
pub(super) fn pieces(sheet: &FormSheet, format: Format) -> Vec<Piece> {
    let (round, language) = (sheet.round, sheet.language);
    let mut sender = said(language, format!("{} · ", sheet.municipality));
    sender.extend(own(language, &round.unit));
    let deadline = dates::deadline(language, round.closes_at);
    let mut pieces = vec![
        Piece::Sender(sender),
        Piece::Title(title(sheet)),
        Piece::Deadline(said(language, text!(language, "deadline-is", deadline = deadline))),
        Piece::Facts(facts(sheet)),
        Piece::Heading(said(language, text!(language, "sheet-how"))),
    ];
    pieces.extend(how(sheet, format).into_iter().map(Piece::Paragraph));
    pieces.push(Piece::Notice(
        said(language, text!(language, "form-public")),
        vec![
            said(language, text!(language, "form-public-what")),
            said(language, text!(language, "form-public-children")),
        ],
    ));
    let must = match round.who_may_answer {
        WayIn::Open => text!(language, "form-about-must-open"),
        WayIn::IdPorten | WayIn::EMail => text!(language, "form-about-must"),
    };
    pieces.push(Piece::Heading(said(language, text!(language, "form-about"))));
    pieces.push(Piece::Paragraph(said(language, must)));
    pieces.extend(respondent(language, round.who_may_answer).map(Piece::Field));
    pieces.push(Piece::Heading(said(language, text!(language, "form-no-comment-heading"))));
    pieces.push(Piece::Tick(no_comment(language)));
    pieces.extend(sheet.form.questions.iter().map(|question| Piece::Question(answer(language, question))));
    if format == Format::Docx {
        // Word wants a paragraph after the last control.
        pieces.push(Piece::Paragraph(said(language, text!(language, "sheet-thanks"))));
    }
    // Two long answers fill a page: where the last stands alone, the rest of its page is of use.
    let is_long = |question: &&Question| question.kind == QuestionKind::LongText;
    if format == Format::Pdf && !sheet.form.questions.iter().filter(is_long).count().is_multiple_of(2) {
        pieces.push(Piece::More(
            said(language, text!(language, "sheet-more")),
            said(language, text!(language, "sheet-more-what")),
        ));
    }
    pieces
}

fn facts(sheet: &FormSheet) -> Vec<(Line, Line)> {
    let (language, contact) = (sheet.language, &sheet.round.contact);
    let mut reach = format!("{}, {}", contact.name, contact.email);
    if let Some(phone) = &contact.phone {
        reach.push_str(", ");
        reach.push_str(phone);
    }
    let mail = format!("mailto:{}", contact.email);
    vec![
        (
            said(language, text!(language, "round-case")),
            // As the municipality writes it, which is Norwegian.
            said(Language::Nb, &sheet.round.case_number),
        ),
        (
            said(language, text!(language, "round-contact")),
            linked(said(language, reach), &[(&contact.email, &mail)]),
        ),
    ]
}

/// How to answer and hand in, a paragraph each.
fn how(sheet: &FormSheet, format: Format) -> Vec<Line> {
    let (round, language, url) = (sheet.round, sheet.language, sheet.url);
    let contact = format!("{}, {}", round.contact.name, round.contact.email);
    let mail = format!("mailto:{}", round.contact.email);
    let must = sheet.form.questions.iter().any(|question| question.is_required);
    let any = if must { text!(language, "sheet-how-required") } else { text!(language, "sheet-how-any") };
    let mut paper = match format {
        Format::Docx => text!(language, "sheet-how-or-paper", contact = contact),
        Format::Pdf => text!(language, "sheet-how-paper", contact = contact),
    };
    if let Some(address) = sheet.address {
        let address = format!("{}, {address}", sheet.municipality);
        paper.push(' ');
        paper.push_str(&text!(
            language,
            "sheet-how-post",
            address = address,
            case = round.case_number.as_str()
        ));
    }
    let sentences = match format {
        Format::Docx => {
            let upload = match round.who_may_answer {
                WayIn::IdPorten => text!(language, "sheet-how-upload", url = url),
                WayIn::EMail => text!(language, "sheet-how-upload-e-mail", url = url),
                WayIn::Open => text!(language, "sheet-how-upload-open", url = url),
            };
            vec![format!("{any} {}", text!(language, "sheet-how-type")), upload, paper]
        }
        Format::Pdf => vec![any, paper, text!(language, "sheet-how-web", url = url)],
    };
    let links = [(url, url), (round.contact.email.as_str(), mail.as_str())];
    sentences.into_iter().map(|sentence| linked(said(language, sentence), &links)).collect()
}

/// The same line, where each of `links` that stands in it leads to its address.
fn linked(line: Line, links: &[(&str, &str)]) -> Line {
    let mut line = line;
    for (words, address) in links {
        line = line.into_iter().flat_map(|run| split_at(run, words, address)).collect();
    }
    line
}

fn split_at(run: Run, words: &str, address: &str) -> Vec<Run> {
    let Some((before, after)) = run.text.split_once(words).filter(|_| run.address.is_none()) else {
        return vec![run];
    };
    let piece = |text: &str, address: Option<&str>| Run {
        language: run.language,
        text: text.to_owned(),
        address: address.map(str::to_owned),
    };
    let pieces = [piece(before, None), piece(words, Some(address)), piece(after, None)];
    pieces.into_iter().filter(|piece| !piece.text.is_empty()).collect()
}
