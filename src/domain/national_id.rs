//! National ids in free text: found in order to warn, never kept.

/// Whether `text` holds a valid Norwegian national id (fødselsnummer, D-number, or one of the
/// synthetic series with 40 or 80 added to the month), alone or written as `ddmmyy nnnnn`.
///
/// Source: Skatteetaten, «Fødselsnummer» and «Tenor testdata»; two mod-11 control digits, which
/// hold for numbers given out until 2032.
#[must_use]
pub fn is_in(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).any(|start| starts_at(&chars, start))
}

fn starts_at(chars: &[char], start: usize) -> bool {
    let is_digit_at = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    if start > 0 && is_digit_at(start - 1) {
        return false;
    }
    let mut digits = Vec::with_capacity(11);
    let mut at = start;
    while digits.len() < 11 {
        match chars.get(at) {
            Some(c) if c.is_ascii_digit() => digits.extend(c.to_digit(10)),
            Some(' ' | '.' | '-' | '\u{a0}' | '\u{202f}') if digits.len() == 6 => {}
            _ => return false,
        }
        at += 1;
    }
    !is_digit_at(at) && is_valid(&digits)
}

fn is_valid(digits: &[u32]) -> bool {
    let &[d1, d2, m1, m2, y1, y2, i1, i2, i3, k1, k2] = digits else { return false };
    let day = (d1 * 10 + d2) % 40;
    let month = (m1 * 10 + m2) % 40;
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return false;
    }
    let first = [(3, d1), (7, d2), (6, m1), (1, m2), (8, y1), (9, y2), (4, i1), (5, i2), (2, i3)];
    let second = [(5, d1), (4, d2), (3, m1), (2, m2), (7, y1), (6, y2), (5, i1), (4, i2), (3, i3), (2, k1)];
    control_digit(&first) == k1 && control_digit(&second) == k2
}

/// 10 where no digit would do; no number has it.
fn control_digit(weighted: &[(u32, u32)]) -> u32 {
    let sum: u32 = weighted.iter().map(|(weight, digit)| weight * digit).sum();
    (11 - sum % 11) % 11
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_ids_of_every_series_however_they_are_spaced() {
        for text in ["født 03917441412.", "039174 41412", "039174-41412", "Nr:22848522345\n"] {
            assert!(is_in(text), "{text}");
        }
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in ["03917441413", "1039174414120", "tlf 91 23 45 67", "sak 1016/23", "00000000000"] {
            assert!(!is_in(text), "{text}");
        }
    }
}
