//! Verifies the chain of seals over the audit log, a page of seals and one line at a time.

use super::audit::AuditLine;
use super::audit_seal::{Head, Seal, SealKey, SealedLine};
use super::ids::AuditId;
use std::collections::VecDeque;
use thiserror::Error;

/// How many faults are kept; the rest are counted.
const FAULTS_KEPT: usize = 100;

/// What is wrong with the chain.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// A line under a seal says something else than when it was sealed.
    #[error("seal {seal}: line {line} has been altered")]
    LineAltered {
        /// Its seal.
        seal: i64,
        /// The line.
        line: AuditId,
    },
    /// A line that was sealed is gone.
    #[error("seal {seal}: line {line} has been removed")]
    LineRemoved {
        /// Its seal.
        seal: i64,
        /// The line.
        line: AuditId,
    },
    /// A line claims a seal that does not know it.
    #[error("seal {seal}: line {line} has been inserted")]
    LineInserted {
        /// The seal it claims.
        seal: i64,
        /// The line.
        line: AuditId,
    },
    /// A seal is gone.
    #[error("seal {seal} has been removed")]
    SealRemoved {
        /// Its number.
        seal: i64,
    },
    /// A seal is not what its digest was made of.
    #[error("seal {seal} has been altered")]
    SealAltered {
        /// Its number.
        seal: i64,
    },
    /// A seal continues another one than that before it.
    #[error("seal {seal} does not continue the seal before it")]
    SealMoved {
        /// Its number.
        seal: i64,
    },
    /// A seal was made by someone who does not have the key.
    #[error("seal {seal} was not made by this service: its signature is wrong")]
    SealForged {
        /// Its number.
        seal: i64,
    },
    /// A seal that was noted elsewhere is gone, or says something else.
    #[error("seal {seal} is not the one that was noted")]
    SealReplaced {
        /// Its number.
        seal: i64,
    },
}

/// What a whole walk along the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The newest seal.
    pub head: Head,
    /// How many seals there are.
    pub seals: u64,
    /// How many lines stand under them.
    pub lines: u64,
    /// Seals whose signature could not be tried, because their key is not at hand.
    pub unsigned: u64,
    /// The first faults, in the order of the seals.
    pub faults: Vec<Fault>,
    /// How many there are in all.
    pub fault_count: u64,
}

/// A walk along the chain. Give it pages of seals with [`Self::open`], each followed by the lines
/// that claim one of their numbers or one before, by number and id, and [`Self::close`].
#[derive(Debug)]
pub struct ChainCheck {
    keys: Vec<SealKey>,
    noted: Option<Head>,
    verdict: Verdict,
    /// The seals of this page that lines may still come for, with how many lines have been seen.
    open: VecDeque<(i64, VecDeque<SealedLine>)>,
    /// The newest number known to be missing, so that it is told once.
    told_missing: i64,
}

impl ChainCheck {
    /// At the beginning. `keys` are those whose signatures can be tried; `noted` is a seal that
    /// somebody wrote down.
    #[must_use]
    pub fn new(keys: Vec<SealKey>, noted: Option<Head>) -> Self {
        let verdict =
            Verdict { head: Head::NONE, seals: 0, lines: 0, unsigned: 0, faults: Vec::new(), fault_count: 0 };
        Self { keys, noted, verdict, open: VecDeque::new(), told_missing: 0 }
    }

    /// The next seals, by number.
    pub fn open(&mut self, seals: Vec<Seal>) {
        for seal in seals {
            self.follow(&seal);
            self.open.push_back((seal.number, seal.lines.into()));
        }
    }

    fn follow(&mut self, seal: &Seal) {
        let Head { number: last, digest } = self.verdict.head;
        let number = seal.number;
        for missing in last.saturating_add(1)..number {
            self.tell(Fault::SealRemoved { seal: missing });
            self.told_missing = missing;
            if self.verdict.faults.len() >= FAULTS_KEPT {
                break;
            }
        }
        if number == last.saturating_add(1) && seal.previous != digest {
            self.tell(Fault::SealMoved { seal: number });
        }
        if seal.computed() != seal.digest {
            self.tell(Fault::SealAltered { seal: number });
        }
        match self.keys.iter().find(|key| key.id() == seal.key_id) {
            Some(key) if !seal.is_signed_with(key) => self.tell(Fault::SealForged { seal: number }),
            Some(_) => {}
            None => self.verdict.unsigned += 1,
        }
        if let Some(noted) = self.noted.take_if(|noted| noted.number == number)
            && noted.digest != seal.digest
        {
            self.tell(Fault::SealReplaced { seal: number });
        }
        self.verdict.seals += 1;
        self.verdict.head = Head { number, digest: seal.digest };
    }

    /// The next line that claims the seal `number`.
    pub fn line(&mut self, number: i64, line: &AuditLine) {
        self.verdict.lines += 1;
        while self.open.front().is_some_and(|(open, _)| *open < number) {
            self.close_first();
        }
        let Some((_, expected)) = self.open.front_mut().filter(|(open, _)| *open == number) else {
            return self.under_no_seal(number);
        };
        let mut removed = Vec::new();
        while let Some(gone) = expected.pop_front_if(|one| one.id < line.id) {
            removed.push(Fault::LineRemoved { seal: number, line: gone.id });
        }
        let fault = match expected.pop_front_if(|one| one.id == line.id) {
            None => Some(Fault::LineInserted { seal: number, line: line.id }),
            Some(sealed) if sealed.digest != line.digest() => {
                Some(Fault::LineAltered { seal: number, line: line.id })
            }
            Some(_) => None,
        };
        removed.into_iter().chain(fault).for_each(|fault| self.tell(fault));
    }

    fn under_no_seal(&mut self, number: i64) {
        if number > self.told_missing {
            self.told_missing = number;
            self.tell(Fault::SealRemoved { seal: number });
        }
    }

    /// No more lines will come for the seals of this page.
    pub fn close(&mut self) {
        while !self.open.is_empty() {
            self.close_first();
        }
    }

    fn close_first(&mut self) {
        if let Some((seal, rest)) = self.open.pop_front() {
            rest.into_iter().for_each(|gone| self.tell(Fault::LineRemoved { seal, line: gone.id }));
        }
    }

    fn tell(&mut self, fault: Fault) {
        self.verdict.fault_count += 1;
        if self.verdict.faults.len() < FAULTS_KEPT {
            self.verdict.faults.push(fault);
        }
    }

    /// What was found, when all pages have been given.
    #[must_use]
    pub fn finish(mut self) -> Verdict {
        self.close();
        if let Some(noted) = self.noted.take() {
            self.tell(Fault::SealReplaced { seal: noted.number });
        }
        self.verdict
    }
}

#[cfg(test)]
#[path = "audit_chain_tests.rs"]
mod tests;
