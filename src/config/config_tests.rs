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

/// What the file of a provider leaves to the operator.
const LEFT: [(&str, &str, &str); 3] = [
    ("idporten", "INNSPILL__LOGIN__PROVIDERS__IDPORTEN__CLIENT_ID", "INNSPILL_LOGIN_KEY_IDPORTEN"),
    (
        "ansattporten",
        "INNSPILL__LOGIN__PROVIDERS__ANSATTPORTEN__CLIENT_ID",
        "INNSPILL_LOGIN_KEY_ANSATTPORTEN",
    ),
    ("entra", "INNSPILL__LOGIN__PROVIDERS__ENTRA__CLIENT_ID", "INNSPILL_LOGIN_SECRET_ENTRA"),
];

fn described(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("config/{name}.toml"))
}

#[test]
fn the_described_providers_are_valid_alone_and_together() {
    let all: Vec<PathBuf> = LEFT.iter().map(|(name, ..)| described(name)).collect();
    let everything: Vec<(&str, &str)> =
        LEFT.iter().flat_map(|(_, id, secret)| [(*id, "innspill"), (*secret, "x")]).collect();
    let settings = load(&all, &environment(&everything)).unwrap();
    let names: Vec<&str> = settings.login.providers.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["ansattporten", "entra", "idporten"]);
    let entra = &settings.login.providers[1];
    assert_eq!((entra.audience, entra.subject_claim.as_str()), (Audience::Staff, "oid"));
    assert_eq!(entra.administrator_roles, "Innspill.Administrator");
    for (name, id, secret) in LEFT {
        load(&[described(name)], &environment(&[(id, "innspill"), (secret, "x")])).unwrap();
        let Problems(problems) = load(&[described(name)], &environment(&[(secret, "x")])).unwrap_err();
        assert_eq!(problems, [format!("login.providers.{name}.client_id must be set")]);
    }
}

#[test]
fn all_that_is_wrong_with_providers_is_told_at_once() {
    let wrong = environment(&[
        ("INNSPILL__LOGIN__PROVIDER", "oidc"),
        ("INNSPILL__LOGIN__PROVIDERS__ONE__ISSUER", "http://idporten.no"),
        ("INNSPILL__LOGIN__PROVIDERS__ONE__ISUER", "https://idporten.no"),
        ("INNSPILL__LOGIN__PROVIDERS__ONE__FOR", "everyone"),
        ("INNSPILL__LOGIN__PROVIDERS__ONE__SUBJECT_CLAIM", "pid"),
        ("INNSPILL__LOGIN__PROVIDERS__ONE__SCOPES", "profile"),
        ("INNSPILL__LOGIN__PROVIDERS__TWO__CLIENT_AUTH", "client_secret_basic"),
        ("INNSPILL__LOGIN__PROVIDERS__TWO__CLIENT_ID", "two"),
        ("INNSPILL__LOGIN__PROVIDERS__TWO__ISSUER", "http://127.0.0.1:1"),
    ]);
    let Problems(problems) = load(&[], &wrong).unwrap_err();
    for part in [
        "unknown setting: login.providers.one.isuer",
        "login.providers.one.for: ",
        "login.providers.one.issuer must be an https address",
        "login.providers.one.client_id must be set",
        "login.providers.one.subject_claim: the national id is never read",
        "login.providers.one.scopes must hold openid",
        "login.providers.one.key_file must be set, or INNSPILL_LOGIN_KEY_ONE",
        "login.providers.one: name_nb, name_nn and name_en must be set",
        "login.providers.two: INNSPILL_LOGIN_SECRET_TWO must be set",
    ] {
        assert!(problems.iter().any(|problem| problem.contains(part)), "{part} in {problems:?}");
    }
    assert!(!problems.iter().any(|problem| problem.contains("two.issuer")), "{problems:?}");
    let none = environment(&[("INNSPILL__LOGIN__PROVIDER", "oidc")]);
    let Problems(problems) = load(&[], &none).unwrap_err();
    assert!(problems[0].contains("needs a provider under [login.providers.NAME]"), "{problems:?}");
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

#[test]
fn limits_that_would_shut_everyone_out_are_refused() {
    let wrong = environment(&[
        ("INNSPILL__LIMITS__LOGIN__PERSON", "0"),
        ("INNSPILL__LIMITS__TRUSTED_PROXIES", "10.0.0.0/8, everyone"),
        ("INNSPILL__LIMITS__BODY_SECONDS", "0"),
        ("INNSPILL__ATTACHMENTS__MAX_FILES", "51"),
    ]);
    let Problems(problems) = load(&[], &wrong).unwrap_err();
    assert_eq!(problems.len(), 4, "{problems:?}");
}
