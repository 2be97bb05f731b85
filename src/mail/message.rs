//! A letter as an Internet message: its headers, and what may not come into them.

use super::transport::{SendError, Sender, SetupError};
use crate::domain::clock::Moment;
use crate::domain::letter::Letter;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0,
};
use lettre::message::{Mailbox, Message};
use lettre::{Address, address::AddressError};
use std::time::SystemTime;
use url::Host;

/// The longest reason that is kept from a server's answer, in characters.
const REASON_MAX_CHARS: usize = 300;

/// The sender as a mailbox.
pub(super) fn sender(sender: &Sender) -> Result<Mailbox, SetupError> {
    let address = address(&sender.address).map_err(|_| SetupError::Sender(sender.address.clone()))?;
    Ok(Mailbox::new(Some(without_controls(&sender.name)), address))
}

/// The whole message.
pub(super) fn build(sender: &Mailbox, letter: &Letter, at: Moment) -> Result<Message, SendError> {
    let recipient = address(&letter.recipient).map_err(|error| SendError::Rejected(error.to_string()))?;
    // Dates before 1970 would make the header's writer panic.
    let date = SystemTime::from(at.timestamp()).max(SystemTime::UNIX_EPOCH);
    let mut message = Message::builder()
        .from(sender.clone())
        .to(Mailbox::new(None, recipient))
        .subject(without_controls(&letter.subject))
        .date(date)
        .message_id(Some(format!("<{}@{}>", letter.id, sender.email.domain())))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", letter.language.tag()));
    if let Some(address) = &letter.unsubscribe {
        // RFC 2369 and RFC 8058: mail programs show a button, and what presses it posts to the address.
        message = message
            .raw_header(header("List-Unsubscribe", &format!("<{}>", without_controls(address))))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    message
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN)
        // Paragraphs stay whole lines for the reader to fold, and æøå passes every server.
        .header(ContentTransferEncoding::QuotedPrintable)
        .body(letter.body.clone())
        .map_err(|error| SendError::Rejected(error.to_string()))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Reads an address; a domain with æøå becomes its ASCII form, which every server knows.
fn address(text: &str) -> Result<Address, AddressError> {
    // Quoted names with spaces in them are lawful, but nobody has one, and they hide in reasons.
    if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(AddressError::InvalidInput);
    }
    let address: Address = text.parse()?;
    if address.domain().is_ascii() {
        return Ok(address);
    }
    let domain = Host::parse(address.domain()).map_err(|_| AddressError::InvalidDomain)?;
    Address::new(address.user(), domain.to_string())
}

/// A line for a header; line breaks and other control characters become spaces.
fn without_controls(text: &str) -> String {
    text.replace(char::is_control, " ").trim().to_owned()
}

/// `reason` in one short line without `recipient`, for logs and for staff: each word that holds
/// an address or the recipient's name in it is left out.
pub(super) fn mask(reason: &str, recipient: &str) -> String {
    let user = recipient.rsplit_once('@').map_or(recipient, |(user, _)| user).to_lowercase();
    let tells = |word: &str| {
        let word = word.to_lowercase();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        // A very short name would be found inside ordinary words.
        word.contains('@') || bare == user || (user.chars().count() > 3 && word.contains(&user))
    };
    let words: Vec<&str> = reason
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .map(|word| if tells(word) { "[…]" } else { word })
        .collect();
    words.join(" ").chars().take(REASON_MAX_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_never_tells_the_recipient() {
        let masked = |reason: &str| mask(reason, "Kari.Nordmann@Example.no");
        assert_eq!(
            masked("550 5.1.1 <kari.nordmann@example.no>: User unknown"),
            "550 5.1.1 […] User unknown"
        );
        assert_eq!(masked("550 mailbox KARI.NORDMANN: full"), "550 mailbox […] full");
        assert_eq!(masked("rcpt=kari.nordmann%40example.no refused"), "[…] refused");
        assert_eq!(mask("no mailbox (bo) in Bodø", "bo@example.no"), "no mailbox […] in Bodø");
        assert_eq!(masked("one\r\ntwo\0three"), "one two three");
        assert_eq!(masked(&"x ".repeat(1000)).chars().count(), REASON_MAX_CHARS);
    }

    #[test]
    fn an_address_with_norwegian_letters_in_its_domain_is_written_in_ascii() {
        assert_eq!(address("post@blåbær.no").unwrap().to_string(), "post@xn--blbr-roah.no");
        assert_eq!(address("kåre@example.no").unwrap().to_string(), "kåre@example.no");
    }

    #[test]
    fn what_is_no_single_address_is_refused() {
        for wrong in [
            "",
            "kari",
            "kari@",
            "@example.no",
            "kari@example.no\r\nBcc: all@example.no",
            "kari@example.no\nRCPT TO:<all@example.no>",
            "kari@example.no\0",
            "kari@example.no, all@example.no",
            "Kari <kari@example.no>",
            "kari@example.no> SIZE=1",
            "\"kari nordmann\"@example.no",
            "\"kari\r\n\"@example.no",
            "kari@exa mple.no",
        ] {
            assert!(address(wrong).is_err(), "{wrong:?}");
        }
    }
}
