//! The answers in the form of a submission, to questions of every kind.

use crate::domain::attachment::{Attachment, AttachmentRole};
use crate::domain::draft::DraftContent;
use crate::domain::file::ScanState;
use crate::domain::national_id;
use crate::domain::question::{FormVersion, Question, Unfit};
use crate::domain::submission::Answer;
use crate::domain::text::{count_chars, has_visible_character};
use crate::web::views::public::mistakes::Mistake;
use std::collections::BTreeMap;

/// Puts a field of the form with the answers, where it is part of one: `answer-3` holds what is written,
/// `choice-3` the key of the one that is chosen, `choice-3-KEY` stands there for each that is ticked.
pub fn take_answer(name: &str, value: String, answers: &mut BTreeMap<i32, String>) {
    if let Some(number) = name.strip_prefix("answer-").and_then(|number| number.parse().ok()) {
        answers.insert(number, value);
        return;
    }
    let Some(chosen) = name.strip_prefix("choice-") else { return };
    let (number, key) = chosen.split_once('-').unwrap_or((chosen, value.as_str()));
    let Ok(number) = number.parse() else { return };
    // «No answer» is a choice without a key.
    if key.is_empty() {
        return;
    }
    let answer: &mut String = answers.entry(number).or_default();
    if !answer.is_empty() {
        answer.push('\n');
    }
    answer.push_str(key);
}

/// The answers that have something in them. One that is a mistake is among them as it came.
pub fn check_answers(content: &DraftContent, form: &FormVersion, mistakes: &mut Vec<Mistake>) -> Vec<Answer> {
    let mut answers = Vec::new();
    for question in &form.questions {
        let number = question.number;
        let typed = content.answers.get(&number).map_or("", String::as_str);
        if !has_visible_character(typed) {
            if question.is_required && !content.no_comment {
                mistakes.push(Mistake::AnswerMissing { number });
            }
            continue;
        }
        let text = check_answer(question, typed, mistakes);
        answers.push(Answer { question_id: question.id, number, text });
    }
    answers
}

fn check_answer(question: &Question, typed: &str, mistakes: &mut Vec<Mistake>) -> String {
    let number = question.number;
    let kept = question.as_kept(typed).unwrap_or_else(|unfit| {
        mistakes.push(match unfit {
            Unfit::Unknown => Mistake::ChoiceUnknown { number },
            Unfit::TooMany => Mistake::TooManyChosen { number },
        });
        typed.to_owned()
    });
    let (length, limit) = (count_chars(&kept), usize::try_from(question.max_chars).unwrap_or(0));
    if question.kind.is_text() && length > limit {
        mistakes.push(Mistake::AnswerTooLong { number, limit, length });
    }
    kept
}

/// There must be an answer, a file or «uten merknad»; and what says that there is no comment may hold
/// none, for nobody would look for one. The form that it was read from may stay as evidence.
pub fn check_substance(
    content: &DraftContent,
    attachments: &[Attachment],
    answers: &[Answer],
    mistakes: &mut Vec<Mistake>,
) {
    // Where one must be answered, that says enough.
    let is_told = mistakes.iter().any(|mistake| matches!(mistake, Mistake::AnswerMissing { .. }));
    if content.no_comment {
        if !answers.is_empty() {
            mistakes.push(Mistake::NoCommentWithAnswers);
        } else if attachments.iter().any(|file| file.role == AttachmentRole::Attachment && !is_stopped(file))
        {
            mistakes.push(Mistake::NoCommentWithFiles);
        }
    } else if !is_told && answers.is_empty() && attachments.iter().all(is_stopped) {
        mistakes.push(Mistake::NothingAnswered);
    }
}

/// A file that nobody gets to read says nothing.
fn is_stopped(file: &Attachment) -> bool {
    file.scan == ScanState::Infected
}

/// The questions whose answers hold a national id, to be pointed out before sending.
#[must_use]
pub fn national_ids_in(content: &DraftContent) -> Vec<i32> {
    let with_one = content.answers.iter().filter(|(_, text)| national_id::is_in(text));
    with_one.map(|(number, _)| *number).collect()
}
