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
    let Problems(problems) = both(load(&[], &wrong), person_key(&wrong)).unwrap_err();
    assert_eq!(problems.len(), 5, "{problems:?}");
    for part in ["mail.prot", "mail.port: ", "server.listen: ", "server.workers: ", "INNSPILL_PERSON_KEY"] {
        assert!(problems.iter().any(|problem| problem.contains(part)), "{part} in {problems:?}");
    }
}

#[test]
fn settings_and_secret_are_told_of_together_and_the_secret_only_where_it_is_asked_for() {
    let fine = environment(&[("INNSPILL_PERSON_KEY", "0123456789abcdef0123456789abcdef")]);
    assert!(both(load(&[], &fine), person_key(&fine)).is_ok());
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
fn limits_that_would_shut_everyone_out_are_refused() {
    let wrong = environment(&[
        ("INNSPILL__LIMITS__LOGIN__PERSON", "0"),
        ("INNSPILL__LIMITS__TRUSTED_PROXIES", "10.0.0.0/8, everyone"),
        ("INNSPILL__LIMITS__BODY_SECONDS", "0"),
    ]);
    let Problems(problems) = load(&[], &wrong).unwrap_err();
    assert_eq!(problems.len(), 3, "{problems:?}");
}
