//! Settings: all problems at once, and a test login that stays on loopback.

use super::*;

fn environment(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn the_defaults_are_valid_and_the_environment_changes_them() {
    let settings = load(&[], &environment(&[("INNSPILL__MAIL__PORT", "2525")])).unwrap();
    assert_eq!(settings.mail.port, 2525);
    assert_eq!(settings.server.listen.port(), 8080);
}

#[test]
fn every_problem_is_told_at_once() {
    let wrong = environment(&[
        ("INNSPILL__MAIL__PROT", "25"),
        ("INNSPILL__MAIL__PORT", "many"),
        ("INNSPILL__SERVER__LISTEN", "here"),
        ("INNSPILL__SERVER__WORKERS", "two"),
        ("INNSPILL_PERSON_KEY", "0123456789abcdef0123456789abcde"),
    ]);
    let Problems(problems) = both(load(&[], &wrong), person_keys(&wrong)).unwrap_err();
    assert_eq!(problems.len(), 5, "{problems:?}");
    for part in ["mail.prot", "mail.port: ", "server.listen: ", "server.workers: ", "INNSPILL_PERSON_KEY"] {
        assert!(problems.iter().any(|problem| problem.contains(part)), "{part} in {problems:?}");
    }
}

#[test]
fn settings_and_secret_are_told_of_together_and_the_secret_only_where_it_is_asked_for() {
    let fine = environment(&[("INNSPILL_PERSON_KEY", "0123456789abcdef0123456789abcdef")]);
    assert!(both(load(&[], &fine), person_keys(&fine)).is_ok());
    assert!(load(&[], &environment(&[])).is_ok());
    let problem = |text: &str| -> Result<(), Problems> { Err(Problems(vec![text.to_owned()])) };
    let told = |problems: &[&str]| Problems(problems.iter().map(|&one| one.to_owned()).collect());
    assert_eq!(both(problem("a"), problem("b")), Err(told(&["a", "b"])));
    assert_eq!(both(problem("a"), Ok(())), Err(told(&["a"])));
    assert_eq!(both(Ok(()), problem("b")), Err(told(&["b"])));
}

#[test]
fn the_test_login_stays_on_loopback() {
    let open =
        environment(&[("INNSPILL__LOGIN__PROVIDER", "test"), ("INNSPILL__SERVER__LISTEN", "0.0.0.0:80")]);
    let Problems(problems) = load(&[], &open).unwrap_err();
    assert!(problems.iter().any(|problem| problem.contains("loopback")), "{problems:?}");
}

#[test]
fn several_person_keys_are_listed_with_commas_and_each_must_be_long_enough() {
    let (a, b) = ("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210");
    let count = |listed: &str| {
        person_keys(&environment(&[("INNSPILL_PERSON_KEY", listed)])).map(|keys| keys.len()).ok()
    };
    assert_eq!(count(&format!("{a},{b}")), Some(2));
    assert_eq!(count(&format!("{a} with spaces")), Some(1));
    for wrong in [format!("{a},short"), format!("{a},"), format!("{a}, {b}"), String::new()] {
        assert_eq!(count(&wrong), None, "{wrong}");
    }
}

#[test]
fn field_keys_have_ids_and_64_digits_and_a_slip_is_not_repeated() {
    let (a, b) = ("0123456789abcdef".repeat(4), "FEDCBA9876543210".repeat(4));
    let read = |listed: &str| field_keys(&environment(&[("INNSPILL_FIELD_KEYS", listed)]));
    let keys = read(&format!("2027:{a}, old-1:{b}")).unwrap();
    assert_eq!(keys.iter().map(|key| key.id.as_str()).collect::<Vec<_>>(), ["2027", "old-1"]);
    assert!(field_keys(&environment(&[])).is_err());
    for wrong in [
        a.clone(),
        format!("a:{a}0"),
        format!("a:{}g", "0".repeat(63)),
        format!("A:{a}"),
        format!(":{a}"),
        format!("a:{a},"),
        format!("a:{a},a:{b}"),
        format!("{}:{a}", "x".repeat(17)),
    ] {
        let problems = read(&wrong).unwrap_err().to_string();
        assert!(problems.contains("INNSPILL_FIELD_KEYS") && !problems.contains(&a), "{wrong}: {problems}");
    }
}
