//! Seals: what opens, and what does not.

use super::*;

const PLACE: Field = Field::RevisionEmail;

fn keys(ids: &[(&str, u8)]) -> FieldKeys {
    let keys: Vec<(&str, [u8; 32])> = ids.iter().map(|(id, byte)| (*id, [*byte; 32])).collect();
    FieldKeys::new(keys.iter().map(|(id, key)| (*id, key.as_slice()))).unwrap()
}

#[test]
fn what_was_sealed_opens_in_its_place_and_equal_values_look_different() {
    let (keys, id) = (keys(&[("a", 1)]), Uuid::now_v7());
    for plain in ["", "kari@example.org", "æøå 👩‍👩‍👧‍👦 \0 \"{}\":", &"x".repeat(200_000)]
    {
        let sealed = keys.seal(PLACE, id, plain).unwrap();
        assert_eq!(key_id(&sealed), Some("a"));
        assert_ne!(sealed, keys.seal(PLACE, id, plain).unwrap());
        assert_eq!(keys.open(PLACE, id, &sealed).unwrap(), plain);
        let json = keys.seal_json(PLACE, id, &DbJson(plain.to_owned())).unwrap();
        assert!(serde_json::from_str::<String>(&json.0).is_ok());
        assert_eq!(keys.open_json(PLACE, id, &json).unwrap().0, plain);
    }
}

#[test]
fn a_value_in_another_row_or_column_does_not_open() {
    let (keys, id) = (keys(&[("a", 1)]), Uuid::now_v7());
    let sealed = keys.seal(PLACE, id, "kari@example.org").unwrap();
    for (field, id) in [(PLACE, Uuid::now_v7()), (Field::LetterRecipient, id)] {
        let error = keys.open(field, id, &sealed).unwrap_err();
        assert!(matches!(&error, StoreError::Corrupt(why) if why.contains("moved")), "{error}");
    }
}

#[test]
fn every_changed_character_is_noticed_and_nothing_is_shown() {
    let (keys, id) = (keys(&[("a", 1)]), Uuid::now_v7());
    let sealed = keys.seal(PLACE, id, "kari@example.org").unwrap();
    for place in 2..sealed.len() {
        let mut changed = sealed.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let error = keys.open(PLACE, id, &String::from_utf8(changed).unwrap()).unwrap_err();
        assert!(matches!(&error, StoreError::Corrupt(_)), "{place}: {error}");
        assert!(!error.to_string().contains("kari"), "{error}");
    }
    for short in 0..sealed.len() {
        assert!(keys.open(PLACE, id, &sealed[..short]).is_err(), "{short}");
    }
}

#[test]
fn the_first_key_seals_the_others_open_and_a_missing_one_is_named() {
    let (old, id) = (keys(&[("2026", 1)]), Uuid::now_v7());
    let sealed = old.seal(PLACE, id, "x").unwrap();
    let both = keys(&[("2027", 2), ("2026", 1)]);
    assert_eq!(both.open(PLACE, id, &sealed).unwrap(), "x");
    assert_eq!(both.active_id().unwrap(), "2027");
    assert_eq!(key_id(&both.seal(PLACE, id, "x").unwrap()), Some("2027"));
    let error = keys(&[("2027", 2)]).open(PLACE, id, &sealed).unwrap_err();
    assert!(matches!(&error, StoreError::KeyMissing(id) if id == "2026"), "{error}");
    // The same id with other bytes is another key.
    assert!(matches!(keys(&[("2026", 3)]).open(PLACE, id, &sealed), Err(StoreError::Corrupt(_))));
}

#[test]
fn without_keys_nothing_is_sealed_and_what_is_plain_is_no_seal() {
    let (none, id) = (FieldKeys::default(), Uuid::now_v7());
    assert!(matches!(none.seal(PLACE, id, "x"), Err(StoreError::NoKeys)));
    for plain in ["kari@example.org", "", "{\"name\":\"Kari\"}", "a:b", "\"Kari\"", "kari:nordmann"] {
        assert_eq!(key_id(plain), None, "{plain}");
        let error = keys(&[("a", 1)]).open(PLACE, id, plain).unwrap_err();
        assert!(matches!(&error, StoreError::Corrupt(why) if why.contains("keys reseal")), "{error}");
    }
}
