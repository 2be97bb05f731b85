//! Forms that have been made, so that the same form is not typeset again for each who takes it home.

use crate::documents::form::{FormSheet, Format, docx, pdf};
use crate::domain::consultation::Consultation;
use crate::domain::language::Language;
use crate::domain::question::FormVersion;
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// How many forms are remembered: ten rounds in both formats and all languages, some megabytes.
const REMEMBERED: usize = 60;

/// A form as a file.
#[derive(Debug, Clone)]
pub struct MadeForm {
    /// Its bytes.
    pub bytes: Bytes,
    /// The SHA-256 of them, in lower-case hexadecimal.
    pub sha256: String,
}

/// What a form is made of, for a thread of its own.
#[derive(Debug, Clone)]
pub struct Order {
    /// The round.
    pub round: Consultation,
    /// What is asked.
    pub form: FormVersion,
    /// The language.
    pub language: Language,
    /// The format.
    pub format: Format,
    /// The municipality's name.
    pub municipality: String,
    /// Its postal address.
    pub address: Option<String>,
    /// The address of the round's page.
    pub url: String,
}

impl Order {
    fn sheet(&self) -> FormSheet<'_> {
        FormSheet {
            round: &self.round,
            form: &self.form,
            language: self.language,
            municipality: &self.municipality,
            address: self.address.as_deref(),
            url: &self.url,
        }
    }

    fn make(&self) -> Result<MadeForm, anyhow::Error> {
        let bytes = match self.format {
            Format::Docx => docx(&self.sheet())?,
            Format::Pdf => pdf(&self.sheet())?,
        };
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(MadeForm { bytes: bytes.into(), sha256 })
    }
}

/// Makes forms, one at a time, and remembers the last of them by what they say.
pub struct FormSheets {
    made: Arc<Made>,
    turn: Arc<Semaphore>,
}

impl Default for FormSheets {
    fn default() -> Self {
        Self { made: Arc::default(), turn: Arc::new(Semaphore::new(1)) }
    }
}

impl FormSheets {
    /// The form, made now or before.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn get(&self, order: Order) -> Result<MadeForm, anyhow::Error> {
        let digest = order.sheet().digest(order.format);
        if let Some(made) = self.made.get(&digest) {
            return Ok(made);
        }
        let turn = self.turn.clone().acquire_owned().await?;
        // Whoever had the turn before may have made the same.
        if let Some(made) = self.made.get(&digest) {
            return Ok(made);
        }
        let made = Arc::clone(&self.made);
        let work = move || {
            let form = order.make()?;
            made.keep(digest, form.clone());
            // The turn goes with the work: should the visitor leave, the next one still waits for it,
            // and finds what was made.
            drop(turn);
            Ok(form)
        };
        tokio::task::spawn_blocking(work).await?
    }
}

/// The last forms that were made, each with the digest of what it says.
#[derive(Default)]
struct Made(Mutex<VecDeque<(String, MadeForm)>>);

impl Made {
    fn get(&self, digest: &str) -> Option<MadeForm> {
        let made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        made.iter().find(|(known, _)| known == digest).map(|(_, form)| form.clone())
    }

    fn keep(&self, digest: String, form: MadeForm) {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while made.len() >= REMEMBERED {
            made.pop_front();
        }
        made.push_back((digest, form));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::form::docx_tests::{form, round};
    use futures_util::future::join_all;

    fn order(url: &str) -> Order {
        Order {
            round: round(),
            form: form(),
            language: Language::Nb,
            format: Format::Docx,
            municipality: "Bergen kommune".into(),
            address: None,
            url: url.into(),
        }
    }

    #[tokio::test]
    async fn what_many_ask_for_at_once_is_made_once() {
        let sheets = FormSheets::default();
        let made = join_all((0..20).map(|_| sheets.get(order("https://a.no/1")))).await;
        let places: Vec<_> = made.into_iter().map(|form| form.unwrap().bytes.as_ptr()).collect();
        assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
        assert_eq!(sheets.made.0.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn only_the_last_forms_are_remembered() {
        let sheets = FormSheets::default();
        for number in 0..=REMEMBERED {
            sheets.get(order(&format!("https://a.no/{number}"))).await.unwrap();
        }
        assert_eq!(sheets.made.0.lock().unwrap().len(), REMEMBERED);
        let first = order("https://a.no/0");
        assert!(sheets.made.get(&first.sheet().digest(Format::Docx)).is_none());
    }
}
