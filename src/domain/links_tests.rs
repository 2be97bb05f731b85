//! A page keeps its place in every language.

use super::*;

#[test]
fn a_page_is_found_in_every_language() {
    assert_eq!(in_language("/horinger/plan", Language::Nn), "/nn/horinger/plan");
    assert_eq!(in_language("/nn/horinger/plan", Language::En), "/en/horinger/plan");
    assert_eq!(in_language("/en/", Language::Nb), "/");
    assert_eq!(in_language("/nn", Language::En), "/en/");
    assert_eq!(split_language("/nnn"), (Language::Nb, "/nnn"));
}
