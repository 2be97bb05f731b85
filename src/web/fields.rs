//! Reads the fields of a form strictly: what no browser sends is refused, and everything has a bound.

/// The most fields that a form of ours comes near.
const FIELDS_MAX: usize = 200;
/// The longest name of a field, in bytes.
const NAME_MAX_BYTES: usize = 64;
/// The longest answer, in bytes: 20,000 of the widest letters, and as much again that is told
/// of as too long with the text kept.
const ANSWER_MAX_BYTES: usize = 256 * 1024;
/// The longest of all other fields, in bytes.
const OTHER_MAX_BYTES: usize = 16 * 1024;
/// The fields that hold long texts begin with one of these.
const LONG: [&str; 6] = ["answer-", "reason_", "body_", "invitees_", "decision_", "next_"];

/// Names and values, in the order they came.
pub type Fields = Vec<(String, String)>;

/// Why a form was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// No browser writes a form so.
    Unreadable,
    /// A field, or their number, is beyond all reason.
    TooLarge,
}

/// The fields of a body in `application/x-www-form-urlencoded`.
///
/// # Errors
/// [`Unfit`]: half an escape, bytes that are no UTF-8, or too much of anything.
pub fn parse(body: &[u8]) -> Result<Fields, Unfit> {
    let mut fields = Fields::new();
    for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if fields.len() == FIELDS_MAX {
            return Err(Unfit::TooLarge);
        }
        let mut parts = pair.splitn(2, |byte| *byte == b'=');
        let name = decode(parts.next().unwrap_or_default())?;
        let value = decode(parts.next().unwrap_or_default())?;
        let is_long = LONG.iter().any(|start| name.starts_with(start));
        let limit = if is_long { ANSWER_MAX_BYTES } else { OTHER_MAX_BYTES };
        if name.len() > NAME_MAX_BYTES || value.len() > limit {
            return Err(Unfit::TooLarge);
        }
        fields.push((name, value));
    }
    Ok(fields)
}

fn decode(text: &[u8]) -> Result<String, Unfit> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(*digit).to_digit(16));
                let (high, low) = (digit(), digit());
                let value = high.zip(low).map(|(high, low)| high * 16 + low);
                value.and_then(|value| u8::try_from(value).ok()).ok_or(Unfit::Unreadable)?
            }
            byte => *byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| Unfit::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_send_is_read_as_they_mean_it() {
        let fields = parse(b"answer-1=a+b%0D%0A%C3%A5%26%3D%2B&tom=&bare&&%C3%B8=1=2").unwrap();
        let read: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        assert_eq!(read, [("answer-1", "a b\r\nå&=+"), ("tom", ""), ("bare", ""), ("ø", "1=2")]);
        assert_eq!(parse(b"").unwrap(), []);
    }

    #[test]
    fn what_no_browser_sends_is_refused() {
        for body in [
            "%",
            "a=%",
            "a=%4",
            "a=%zz",
            "a=%ff",
            "a=%C3",
            "%C3=a",
            "a=%C0%AF",
            "a=%ED%A0%80",
            "a=%F4%90%80%80",
        ] {
            assert_eq!(parse(body.as_bytes()), Err(Unfit::Unreadable), "{body}");
        }
        assert_eq!(parse(b"a=\xff"), Err(Unfit::Unreadable));
    }

    #[test]
    fn everything_has_a_bound() {
        let many = |count: usize| "a=&".repeat(count);
        assert!(parse(many(FIELDS_MAX).as_bytes()).is_ok());
        let long = |name: &str, bytes: usize| format!("{name}={}", "x".repeat(bytes));
        assert!(parse(long("answer-1", ANSWER_MAX_BYTES).as_bytes()).is_ok());
        for body in [
            many(FIELDS_MAX + 1),
            long("answer-1", ANSWER_MAX_BYTES + 1),
            long("name", OTHER_MAX_BYTES + 1),
            long(&"n".repeat(NAME_MAX_BYTES + 1), 1),
        ] {
            assert_eq!(parse(body.as_bytes()), Err(Unfit::TooLarge));
        }
    }
}
