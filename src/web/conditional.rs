//! What programs fetch again and again: only sent when it is another than they have.
//! Source: RFC 9110, section 13.

use crate::domain::clock::Moment;
use crate::domain::submission::to_hex;
use actix_web::http::header::{self, EntityTag, Header, HttpDate, IfModifiedSince, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// How many addresses are remembered; when it is full, all are forgotten.
const REMEMBERED_MAX: usize = 2048;
/// How much of its digest a content is known by.
const TAG_CHARS: usize = 32;
/// Both we and a proxy may keep it for a minute.
const CACHING: &str = "public, max-age=60";

/// Since when each address has had the content that it has: a round's phase changes with the time and its
/// texts in many ways, so that no stored date tells it. It is forgotten at a restart, and each process
/// remembers for itself; then a program gets once more what it has.
#[derive(Default)]
pub struct Remembered(Mutex<HashMap<String, (String, Moment)>>);

impl Remembered {
    /// Since when `address` has had the content with this `digest`.
    fn since(&self, address: &str, digest: &str, now: Moment) -> Moment {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED_MAX && !known.contains_key(address) {
            known.clear();
        }
        let since = match known.get(address) {
            Some((same, since)) if same == digest => return *since,
            // Whole seconds are all that the header tells, so another content is a second younger.
            Some((_, before)) => now.max(before.plus_seconds(1)),
            None => now,
        };
        known.insert(address.to_owned(), (digest.to_owned(), since));
        since
    }
}

/// The answer with this content, or that whoever asks has it already. Its tag is weak, because the
/// content may be packed on its way.
pub fn answer(
    request: &HttpRequest,
    remembered: &Remembered,
    media_type: &str,
    content: impl Into<Vec<u8>>,
    now: Moment,
) -> HttpResponse {
    let content: Vec<u8> = content.into();
    let digest: String = to_hex(&Sha256::digest(&content)).chars().take(TAG_CHARS).collect();
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let since = SystemTime::from(remembered.since(address, &digest, now).timestamp());
    let tag = EntityTag::new_weak(digest);
    let has_it = has_it(request, &tag, since);
    let mut response = if has_it { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header(header::ETag(tag))
        .insert_header(header::LastModified(HttpDate::from(since)))
        .insert_header((header::CACHE_CONTROL, CACHING));
    if has_it { response.finish() } else { response.content_type(media_type).body(content) }
}

/// The tag decides where one is sent, the date only where none is.
fn has_it(request: &HttpRequest, tag: &EntityTag, since: SystemTime) -> bool {
    if request.headers().contains_key(header::IF_NONE_MATCH) {
        return IfNoneMatch::parse(request).is_ok_and(|known| match known {
            IfNoneMatch::Any => true,
            IfNoneMatch::Items(tags) => tags.iter().any(|one| one.weak_eq(tag)),
        });
    }
    let seconds = |at: SystemTime| at.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |age| age.as_secs());
    IfModifiedSince::parse(request)
        .is_ok_and(|IfModifiedSince(known)| seconds(known.into()) >= seconds(since))
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn another_content_is_younger_by_a_second_at_least() {
        let remembered = Remembered::default();
        let (early, late) = (at("2026-06-10T10:00:00.100Z"), at("2026-06-10T10:00:00.900Z"));
        assert_eq!(remembered.since("/a", "1", early), early);
        assert_eq!(remembered.since("/a", "1", late), early);
        assert_eq!(remembered.since("/a", "2", late), early.plus_seconds(1));
        assert_eq!(remembered.since("/b", "2", late), late);
    }

    #[test]
    fn the_memory_has_an_end() {
        let remembered = Remembered::default();
        for number in 0..=REMEMBERED_MAX {
            remembered.since(&number.to_string(), "1", at("2026-06-10T10:00:00Z"));
        }
        assert_eq!(remembered.0.lock().unwrap().len(), 1);
    }

    #[test]
    fn a_tag_counts_for_more_than_a_date() {
        let (remembered, now) = (Remembered::default(), at("2026-06-10T10:00:00Z"));
        let status = |headers: &[(header::HeaderName, &str)]| {
            let request = headers.iter().fold(TestRequest::default(), |request, header| {
                request.insert_header((header.0.clone(), header.1))
            });
            answer(&request.to_http_request(), &remembered, "text/plain", "a", now).status().as_u16()
        };
        let (tag, date) = (header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE);
        let (then, before) = ("Wed, 10 Jun 2026 10:00:00 GMT", "Wed, 10 Jun 2026 09:59:59 GMT");
        let ours = "W/\"ca978112ca1bbdcafac231b39a23dc4d\"";
        assert_eq!(status(&[]), 200);
        assert_eq!(status(&[(tag.clone(), ours)]), 304);
        assert_eq!(status(&[(tag.clone(), "\"x\", \"ca978112ca1bbdcafac231b39a23dc4d\"")]), 304);
        assert_eq!(status(&[(tag.clone(), "*")]), 304);
        assert_eq!(status(&[(date.clone(), then)]), 304);
        assert_eq!(status(&[(date.clone(), before)]), 200);
        assert_eq!(status(&[(date.clone(), "i dag")]), 200);
        assert_eq!(status(&[(tag, "\"x\""), (date, then)]), 200);
    }
}
