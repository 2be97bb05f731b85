//! The tables of who is let in: logins, sessions, links by letter and the roles of staff.

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    login_links (id) {
        id -> Id, token_sha256 -> Text, consultation_id -> Id, subject -> Text, address -> Text,
        created_at -> Instant, expires_at -> Instant, used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    sessions (id) {
        id -> Id, token_sha256 -> Text, issuer -> Text, subject -> Text, level -> Text,
        locale -> Nullable<Text>, name -> Nullable<Text>, role -> Nullable<Text>,
        provider -> Nullable<Text>, sid -> Nullable<Text>, created_at -> Instant,
        seen_at -> Instant, idle_ends_at -> Instant, expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::store::sql_types::Instant;
    logins (state_sha256) {
        state_sha256 -> Text, browser_sha256 -> Text, provider -> Text, nonce -> Text,
        verifier -> Text, back -> Text, language -> Text, expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::store::sql_types::Instant;
    logout_tokens (token_sha256) {
        token_sha256 -> Text, expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    staff_grants (id) {
        id -> Id, issuer -> Text, subject -> Text, name -> Nullable<Text>, role -> Text,
        consultation_id -> Nullable<Id>, granted_at -> Instant, granted_by -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::store::sql_types::{Id, Instant};
    staff_links (id) {
        id -> Id, token_sha256 -> Text, printed_at -> Instant, expires_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Text};
    use crate::store::sql_types::{Id, Instant};
    parked_forms (id) { id -> Id, token_sha256 -> Text, sealed -> Binary, expires_at -> Instant, }
}
