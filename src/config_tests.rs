//! Settings: all problems at once, and a test login that stays on loopback.

use super::*;

fn environment(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    let key = [("INNSPILL_PERSON_KEY", "0123456789abcdef0123456789abcdef")];
    key.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn the_defaults_are_valid_and_the_environment_changes_them() {
    let settings = load(None, &environment(&[("INNSPILL__MAIL__PORT", "2525")])).unwrap();
    assert_eq!(settings.mail.port, 2525);
    assert_eq!(settings.server.listen.port(), 8080);
}

#[test]
fn every_problem_is_told_at_once() {
    let wrong = HashMap::from([
        ("INNSPILL__MAIL__PROT".to_owned(), "25".to_owned()),
        ("INNSPILL__MAIL__PORT".to_owned(), "many".to_owned()),
        ("INNSPILL__SERVER__LISTEN".to_owned(), "here".to_owned()),
        ("INNSPILL__SERVER__WORKERS".to_owned(), "two".to_owned()),
    ]);
    let Problems(problems) = load(None, &wrong).unwrap_err();
    assert_eq!(problems.len(), 5, "{problems:?}");
    for part in ["mail.prot", "mail.port: ", "server.listen: ", "server.workers: ", "INNSPILL_PERSON_KEY"] {
        assert!(problems.iter().any(|problem| problem.contains(part)), "{part} in {problems:?}");
    }
}

#[test]
fn the_test_login_stays_on_loopback() {
    let open =
        environment(&[("INNSPILL__LOGIN__PROVIDER", "test"), ("INNSPILL__SERVER__LISTEN", "0.0.0.0:80")]);
    let Problems(problems) = load(None, &open).unwrap_err();
    assert!(problems.iter().any(|problem| problem.contains("loopback")), "{problems:?}");
}
