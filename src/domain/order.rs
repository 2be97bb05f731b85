//! Moving one thing among others.

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Before the one that it follows.
    Up,
    /// After the one that follows it.
    Down,
}

impl Way {
    /// What the button for it sends.
    #[must_use]
    pub fn from_button(button: &str) -> Option<Self> {
        match button {
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => None,
        }
    }

    /// The place one step from `place` among `length` things; at the end it stays.
    #[must_use]
    pub fn from(self, place: usize, length: usize) -> usize {
        match self {
            Self::Up => place.saturating_sub(1),
            Self::Down => place.saturating_add(1).min(length.saturating_sub(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_moves_one_place_and_stays_at_the_ends() {
        assert_eq!((Way::Up.from(2, 3), Way::Up.from(0, 3)), (1, 0));
        assert_eq!((Way::Down.from(1, 3), Way::Down.from(2, 3), Way::Down.from(0, 0)), (2, 2, 0));
    }
}
