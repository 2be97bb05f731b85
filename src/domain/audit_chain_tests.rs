//! A chain that has been tampered with, and what the walk says of it.

use super::*;
use crate::domain::clock::Moment;
use crate::domain::person::PersonHasher;

type Chain = Vec<(Seal, Vec<AuditLine>)>;

fn key(secret: &str) -> SealKey {
    PersonHasher::new(secret.as_bytes()).unwrap().seal_key().unwrap()
}

fn at() -> Moment {
    "2026-06-10T12:00:00Z".parse().unwrap()
}

fn line(subject: &str) -> AuditLine {
    let (actor, event) = ("worker".to_owned(), "letter.sent".to_owned());
    AuditLine { id: AuditId::new(), at: at(), actor, event, subject: subject.to_owned() }
}

fn chain() -> Chain {
    let (mut head, key) = (Head::NONE, key("one"));
    let mut batch = |subjects: &[&str]| {
        let lines: Vec<AuditLine> = subjects.iter().map(|subject| line(subject)).collect();
        let seal = Seal::over(&lines, head, &key, at());
        head = Head { number: seal.number, digest: seal.digest };
        (seal, lines)
    };
    vec![batch(&["a", "b", "c"]), batch(&["d"]), batch(&["e", "f"])]
}

/// Walks with `page` seals at a time.
fn walk(chain: &Chain, page: usize, noted: Option<Head>) -> Verdict {
    let mut check = ChainCheck::new(vec![key("one")], noted);
    for part in chain.chunks(page) {
        check.open(part.iter().map(|(seal, _)| seal.clone()).collect());
        for (seal, lines) in part {
            lines.iter().for_each(|line| check.line(seal.number, line));
        }
        check.close();
    }
    check.finish()
}

#[track_caller]
fn finds(chain: &Chain, faults: &[Fault]) {
    for page in 1..=4 {
        assert_eq!(walk(chain, page, None).faults, faults, "{page} seals at a time");
    }
}

#[test]
fn an_untouched_chain_is_whole() {
    let verdict = walk(&chain(), 2, None);
    assert_eq!((verdict.seals, verdict.lines, verdict.fault_count, verdict.unsigned), (3, 6, 0, 0));
    assert_eq!(verdict.head.number, 3);
}

#[test]
fn an_altered_line_is_named_whatever_was_altered() {
    for alter in [
        |line: &mut AuditLine| line.actor.push('x'),
        |line: &mut AuditLine| line.event.push('x'),
        |line: &mut AuditLine| line.subject.clear(),
        |line: &mut AuditLine| line.at = line.at.plus_seconds(1),
        // What one column loses, the next one gets.
        |line: &mut AuditLine| {
            let last = line.actor.pop().unwrap();
            line.event.insert(0, last);
        },
    ] {
        let mut chain = chain();
        alter(&mut chain[0].1[1]);
        let line = chain[0].1[1].id;
        finds(&chain, &[Fault::LineAltered { seal: 1, line }]);
    }
}

#[test]
fn a_removed_line_is_named() {
    for place in 0..3 {
        let mut chain = chain();
        let line = chain[0].1.remove(place).id;
        finds(&chain, &[Fault::LineRemoved { seal: 1, line }]);
    }
    let mut chain = chain();
    let line = chain[2].1.remove(1).id;
    finds(&chain, &[Fault::LineRemoved { seal: 3, line }]);
}

#[test]
fn an_inserted_line_is_named() {
    let mut chain = chain();
    let late = line("late");
    chain[1].1.push(late.clone());
    finds(&chain, &[Fault::LineInserted { seal: 2, line: late.id }]);
}

#[test]
fn lines_that_changed_places_are_named() {
    let mut chain = chain();
    let (first, last) = (chain[0].1[0].id, chain[0].1[2].id);
    (chain[0].1[0].id, chain[0].1[2].id) = (last, first);
    chain[0].1.swap(0, 2);
    let altered = |line| Fault::LineAltered { seal: 1, line };
    finds(&chain, &[altered(first), altered(last)]);
}

#[test]
fn a_removed_seal_is_named_with_or_without_its_lines() {
    let mut gone = chain();
    gone.remove(1);
    finds(&gone, &[Fault::SealRemoved { seal: 2 }]);
    let mut check = ChainCheck::new(vec![key("one")], None);
    let whole = chain();
    check.open(vec![whole[0].0.clone(), whole[2].0.clone()]);
    for (seal, lines) in &whole {
        lines.iter().for_each(|line| check.line(seal.number, line));
    }
    assert_eq!(check.finish().faults, [Fault::SealRemoved { seal: 2 }]);
    let mut first_gone = chain();
    first_gone.remove(0);
    finds(&first_gone, &[Fault::SealRemoved { seal: 1 }]);
}

#[test]
fn seals_that_changed_places_are_named() {
    let mut chain = chain();
    chain.swap(1, 2);
    (chain[1].0.number, chain[2].0.number) = (2, 3);
    let faults = walk(&chain, 1, None).faults;
    for seal in [2, 3] {
        assert!(faults.contains(&Fault::SealAltered { seal }), "{faults:?}");
        assert!(faults.contains(&Fault::SealMoved { seal }), "{faults:?}");
    }
}

#[test]
fn whoever_lacks_the_key_cannot_make_the_seals_again() {
    let mut chain = chain();
    chain[1].1[0].subject = "something else".to_owned();
    let mut head = Head { number: 1, digest: chain[0].0.digest };
    for (seal, lines) in chain.iter_mut().skip(1) {
        let id = seal.key_id.clone();
        *seal = Seal::over(lines, head, &SealKey::new(id, b"guessed").unwrap(), at());
        head = Head { number: seal.number, digest: seal.digest };
    }
    finds(&chain, &[Fault::SealForged { seal: 2 }, Fault::SealForged { seal: 3 }]);
}

#[test]
fn a_key_that_is_not_at_hand_is_told_and_is_no_fault() {
    let whole = chain();
    let mut check = ChainCheck::new(vec![key("another")], None);
    for (seal, lines) in &whole {
        check.open(vec![seal.clone()]);
        lines.iter().for_each(|line| check.line(seal.number, line));
        check.close();
    }
    let verdict = check.finish();
    assert_eq!((verdict.unsigned, verdict.fault_count), (3, 0));
}

#[test]
fn a_seal_that_was_noted_tells_of_a_chain_that_was_cut_off_or_made_again() {
    let whole = chain();
    let noted = Head { number: 3, digest: whole[2].0.digest };
    assert_eq!(walk(&whole, 2, Some(noted)).faults, []);
    let cut_off = whole[..2].to_vec();
    assert_eq!(walk(&cut_off, 2, None).faults, []);
    assert_eq!(walk(&cut_off, 2, Some(noted)).faults, [Fault::SealReplaced { seal: 3 }]);
    assert_eq!(walk(&chain(), 2, Some(noted)).faults, [Fault::SealReplaced { seal: 3 }]);
}

#[test]
fn a_seal_far_away_does_not_make_the_list_of_faults_grow() {
    let mut chain = chain();
    chain[2].0.number = i64::MAX;
    let verdict = walk(&chain, 1, None);
    assert!(verdict.faults.len() <= FAULTS_KEPT, "{}", verdict.faults.len());
}
