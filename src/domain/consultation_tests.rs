//! The rules of a round's phases and deadlines.

use super::*;
use crate::domain::deadline::end_of_day;
use crate::domain::examples::round;
use jiff::civil::date;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

#[test]
fn the_phase_turns_at_midnight_norwegian_time() {
    let round = round();
    for (now, phase) in [
        ("2023-05-31T23:59:59.999+02:00", Phase::Announced),
        ("2023-06-01T00:00:00+02:00", Phase::Open),
        ("2023-06-30T23:59:59.999+02:00", Phase::Open),
        ("2023-07-01T00:00:00+02:00", Phase::Closed),
    ] {
        assert_eq!(round.phase(at(now)), phase, "{now}");
    }
    let hidden = Consultation { published_at: None, ..round };
    assert_eq!(hidden.phase(at("2023-06-10T12:00:00Z")), Phase::Draft);
}

#[test]
fn a_deadline_can_only_be_extended_to_a_later_time() {
    let mut round = round();
    let now = at("2023-06-20T12:00:00Z");
    let present = round.closes_at;
    assert_eq!(round.extend(present, now), Err(RoundRefusal::NotLater));
    assert_eq!(round.extend(end_of_day(date(2023, 7, 7)), now), Ok(()));
    assert_eq!(round.closes_at, end_of_day(date(2023, 7, 7)));
    assert_eq!(round.extend(end_of_day(date(2023, 8, 1)), round.closes_at), Err(RoundRefusal::NotRunning));
}

#[test]
fn closing_and_reopening_move_the_deadline() {
    let mut round = round();
    let now = at("2023-06-20T12:00:00Z");
    assert_eq!(round.reopen(end_of_day(date(2023, 7, 7)), now), Err(RoundRefusal::NotClosed));
    assert_eq!(round.close(now), Ok(()));
    assert_eq!(round.phase(now), Phase::Closed);
    assert_eq!(round.close(now), Err(RoundRefusal::NotRunning));
    assert_eq!(round.open(now), Err(RoundRefusal::DeadlinePassed));
    assert_eq!(round.reopen(now, now), Err(RoundRefusal::InThePast));
    assert_eq!(round.reopen(end_of_day(date(2023, 7, 7)), now), Ok(()));
    assert_eq!(round.phase(now), Phase::Open);
}

#[test]
fn opening_early_publishes_a_draft() {
    let mut round = Consultation { published_at: None, ..round() };
    let now = at("2023-05-20T12:00:00Z");
    assert_eq!(round.open(now), Ok(()));
    assert_eq!(round.phase(now), Phase::Open);
    assert_eq!(round.open(now), Err(RoundRefusal::AlreadyOpen));
}
