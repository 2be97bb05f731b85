//! The scale from disagreement to agreement, as it is written into a question when that is made.

use crate::domain::language::{Language, Localized};
use crate::domain::question::Choice;
use crate::text;

/// The five steps, with the keys 1 to 5.
#[must_use]
pub fn agreement_scale() -> Vec<Choice> {
    let steps: [fn(Language) -> String; 5] = [
        |language| text!(language, "agreement-1"),
        |language| text!(language, "agreement-2"),
        |language| text!(language, "agreement-3"),
        |language| text!(language, "agreement-4"),
        |language| text!(language, "agreement-5"),
    ];
    let label = |step: fn(Language) -> String| Localized {
        nb: step(Language::Nb),
        nn: Some(step(Language::Nn)),
        en: Some(step(Language::En)),
    };
    (1..).zip(steps).map(|(key, step): (u8, _)| Choice { key: key.to_string(), label: label(step) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_goes_from_disagreement_to_agreement_in_every_language() {
        let scale = agreement_scale();
        assert_eq!(scale.iter().map(|step| step.key.as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4", "5"]);
        let said = |place: usize, language| scale[place].label.text(language);
        assert_eq!((said(0, Language::Nb), said(4, Language::Nn)), ("Helt uenig", "Heilt einig"));
        assert_eq!(said(2, Language::En), "Neither agree nor disagree");
    }
}
