//! How a letter leaves: to a mail server, or as a file in a folder.

use super::message;
use super::smtp::Smtp;
use crate::domain::clock::Moment;
use crate::domain::letter::Letter;
use lettre::Message;
use lettre::message::Mailbox;
use secrecy::SecretString;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Who our letters are from.
#[derive(Debug, Clone)]
pub struct Sender {
    /// The municipality's name.
    pub name: String,
    /// Its address for letters that nobody answers.
    pub address: String,
}

/// How the line to the mail server is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// Begins in the clear and must become TLS before anything is said (usually port 587).
    StartTls,
    /// TLS from the first byte (usually port 465).
    Tls,
    /// None; only to a server on this same machine.
    None,
}

impl Encryption {
    /// The kind with this name in the settings: `starttls`, `tls` or `none`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "starttls" => Some(Self::StartTls),
            "tls" => Some(Self::Tls),
            "none" => Some(Self::None),
            _ => None,
        }
    }
}

/// A name and a password at the mail server.
#[derive(Debug, Clone)]
pub struct Login {
    /// The name.
    pub user: String,
    /// The password.
    pub password: SecretString,
}

/// The mail server, and how to speak with it.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// Its name, as its certificate has it.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line is kept secret.
    pub encryption: Encryption,
    /// Who we are to it, where it asks.
    pub login: Option<Login>,
    /// Certificates in PEM to trust beside the public ones, for a municipality's own authority.
    pub extra_roots_pem: Option<String>,
    /// How long a connection may take.
    pub connect_within: Duration,
    /// How long a letter may take, connection included.
    pub send_within: Duration,
}

/// Why the settings for mail cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// The sender is no address.
    #[error("the sender \"{0}\" is not an e-mail address")]
    Sender(String),
    /// Letters would pass over the network in the clear.
    #[error("mail to {0} must be encrypted: set starttls or tls (none is for a server on this machine)")]
    Unencrypted(String),
    /// The extra certificates cannot be read.
    #[error("the extra certificates for mail cannot be used: {0}")]
    Certificate(String),
}

/// Why a letter was not sent. The reason never holds the recipient's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// It will not be taken however often we try.
    #[error("rejected: {0}")]
    Rejected(String),
    /// It may go another time.
    #[error("not reached: {0}")]
    Unreachable(String),
}

/// A way for letters to leave.
pub struct Transport {
    sender: Mailbox,
    way: Way,
}

enum Way {
    Smtp(Box<Smtp>),
    Folder(PathBuf),
}

impl Transport {
    /// To a mail server. Connects first when there is a letter.
    ///
    /// # Errors
    /// When the settings cannot be used.
    pub fn smtp(settings: SmtpSettings, sender: &Sender) -> Result<Self, SetupError> {
        Ok(Self { sender: message::sender(sender)?, way: Way::Smtp(Box::new(Smtp::new(settings)?)) })
    }

    /// To a folder, which is made when it is missing: one `.eml` file for each letter, named by its id.
    ///
    /// # Errors
    /// When the sender is no e-mail address.
    pub fn folder(folder: PathBuf, sender: &Sender) -> Result<Self, SetupError> {
        Ok(Self { sender: message::sender(sender)?, way: Way::Folder(folder) })
    }

    /// Sends `letter`, dated `at`. A repeat has the same Message-ID, and in a folder the same file.
    ///
    /// # Errors
    /// `Rejected` when the recipient is no address or the server refuses for good; `Unreachable`
    /// when it is worth another try.
    pub async fn send(&self, letter: &Letter, at: Moment) -> Result<(), SendError> {
        let sent = match message::build(&self.sender, letter, at) {
            Ok(message) => match &self.way {
                Way::Smtp(smtp) => smtp.send(&message).await,
                Way::Folder(folder) => put(folder, letter, &message).await,
            },
            Err(error) => Err(error),
        };
        sent.map_err(|error| match error {
            SendError::Rejected(reason) => SendError::Rejected(message::mask(&reason, &letter.recipient)),
            SendError::Unreachable(reason) => {
                SendError::Unreachable(message::mask(&reason, &letter.recipient))
            }
        })
    }
}

/// Writes beside the place and moves it there, so that nobody finds half a letter.
async fn put(folder: &Path, letter: &Letter, message: &Message) -> Result<(), SendError> {
    let written = async {
        tokio::fs::create_dir_all(folder).await?;
        let beside = folder.join(format!(".{}.part", letter.id));
        tokio::fs::write(&beside, message.formatted()).await?;
        tokio::fs::rename(&beside, folder.join(format!("{}.eml", letter.id))).await
    };
    written.await.map_err(|error| SendError::Unreachable(format!("the mail folder: {error}")))
}

#[cfg(test)]
#[path = "transport_tests.rs"]
mod tests;
