//! Whether a text can be an e-mail address.

/// The longest address that mail can carry. Source: RFC 5321 4.5.3.1, with erratum 1690.
const MAX_BYTES: usize = 254;

/// Whether `text` has the shape of one bare address: something, `@`, and a domain with a dot.
/// Line ends and separators are refused, so that an address can never become a second header or
/// a second recipient.
pub(super) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !r#"()<>[]:;@\,""#.contains(c);
    let labels = || domain.split('.');
    text.len() <= MAX_BYTES
        && !local.is_empty()
        && local.chars().all(is_plain)
        && labels().count() > 1
        && labels().all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_have_one_at_and_a_dotted_domain() {
        for address in ["a@example.org", "kari.nordmann+x@post.example.no", "post@blåbær.no"] {
            assert!(is_address(address), "{address}");
        }
        for wrong in [
            "",
            "a",
            "@example.org",
            "a@example",
            "a@.org",
            "a@b@example.org",
            "a b@example.org",
            "a@example.org\r\nBcc: x@example.org",
            "a@example.org,b@example.org",
            "Kari <a@example.org>",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
