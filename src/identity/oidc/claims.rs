//! The claims of a token that we want to know. The others, the national id among them, are passed
//! over without being read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;

/// The wanted claims of a token.
#[derive(Debug, Default)]
pub(super) struct Claims(HashMap<String, Value>);

impl Claims {
    /// Of a token in its compact form, whose signature somebody else has checked.
    pub(super) fn of(token: &str, wanted: &[&str]) -> Option<Self> {
        let payload = token.split('.').nth(1)?;
        Self::read(&URL_SAFE_NO_PAD.decode(payload).ok()?, wanted)
    }

    /// Of a token's part.
    pub(super) fn read(json: &[u8], wanted: &[&str]) -> Option<Self> {
        let mut reader = serde_json::Deserializer::from_slice(json);
        let claims = Wanted(wanted).deserialize(&mut reader).ok()?;
        reader.end().ok()?;
        Some(claims)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A claim that is a text and not empty.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str().filter(|text| !text.is_empty())
    }

    /// A claim that is whole seconds since 1970; some write them with decimals.
    pub(super) fn seconds(&self, name: &str) -> Option<i64> {
        let value = self.get(name)?;
        #[expect(clippy::cast_possible_truncation, reason = "decimals are dropped, and no year needs more")]
        value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds as i64))
    }

    /// A claim that is a text or a list of texts.
    pub(super) fn texts(&self, name: &str) -> Vec<&str> {
        match self.get(name) {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

struct Wanted<'a>(&'a [&'a str]);

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Claims;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Claims, D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Claims;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("claims")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Claims, A::Error> {
        let mut claims = Claims::default();
        while let Some(name) = map.next_key::<String>()? {
            if !self.0.contains(&name.as_str()) {
                map.next_value::<IgnoredAny>()?;
            } else if claims.0.insert(name, map.next_value()?).is_some() {
                // Two readers could take two meanings out of it.
                return Err(A::Error::custom("a claim stands twice"));
            }
        }
        Ok(claims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wanted_is_read() {
        let claims =
            Claims::read(br#"{"sub":"s","pid":"x","roles":["a",1,"b"],"iat":7.9}"#, &["sub", "iat", "roles"]);
        let claims = claims.unwrap();
        assert!(claims.get("pid").is_none());
        assert_eq!((claims.text("sub"), claims.seconds("iat")), (Some("s"), Some(7)));
        assert_eq!(claims.texts("roles"), ["a", "b"]);
        assert_eq!(claims.texts("sub"), ["s"]);
    }

    #[test]
    fn a_claim_that_stands_twice_and_what_follows_the_end_are_refused() {
        assert!(Claims::read(br#"{"sub":"a","sub":"b"}"#, &["sub"]).is_none());
        assert!(Claims::read(br#"{"sub":"a"} {}"#, &["sub"]).is_none());
        assert!(Claims::read(b"[]", &["sub"]).is_none());
    }
}
