//! Words: every sentence that a person reads stands in the Fluent files, none in a view.

use crate::scan::{ident, punct};
use crate::source::Source;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Two words or more in one text inside `html!` are a sentence. Values of attributes are not
/// read, for they may be lists of classes, nor what stands in `code`, which is typed as it is.
pub fn no_sentence_in_a_view(file: &Source) -> Vec<String> {
    if !file.place().starts_with("web/views/") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for markup in &file.scan.html {
        in_markup(markup.clone(), &mut |text, line| {
            if is_sentence(text) {
                found.push(file.found(line, &format!("{text} belongs in the Fluent files")));
            }
        });
    }
    found
}

/// Calls `each` with every text of `tokens`, which stand where markup does.
fn in_markup(tokens: TokenStream, each: &mut dyn FnMut(&str, usize)) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let is_value = at > 0 && punct(&tokens, at - 1, '=') && !(at > 1 && punct(&tokens, at - 2, '='));
        let is_class_or_id = at > 0 && (punct(&tokens, at - 1, '.') || punct(&tokens, at - 1, '#'));
        let is_toggle_or_macro = at > 0 && (punct(&tokens, at - 1, '!') || punct(&tokens, at - 1, '?'));
        let is_code = at > 0 && ident(&tokens, at - 1).is_some_and(|element| element == "code");
        match token {
            _ if is_code || is_value || is_class_or_id || is_toggle_or_macro => {}
            TokenTree::Literal(text) => each(&text.to_string(), text.span().start().line),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                in_expression(group.stream(), each);
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                in_markup(group.stream(), each);
            }
            _ => {}
        }
    }
}

/// The same inside a splice; what `text!` and nested `html!` hold is not an expression's text.
fn in_expression(tokens: TokenStream, each: &mut dyn FnMut(&str, usize)) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let called = at.checked_sub(2).and_then(|name| ident(&tokens, name)).unwrap_or_default();
        let is_own_macro = at > 0 && punct(&tokens, at - 1, '!') && (called == "text" || called == "html");
        match token {
            TokenTree::Literal(text) => each(&text.to_string(), text.span().start().line),
            TokenTree::Group(group) if !is_own_macro => in_expression(group.stream(), each),
            _ => {}
        }
    }
}

fn is_sentence(literal: &str) -> bool {
    literal.contains('"') && literal.split(' ').filter(|word| is_word(word)).count() > 1
}

/// Two letters in a row outside of placeholders.
fn is_word(text: &str) -> bool {
    let (mut depth, mut letters) = (0, 0);
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if depth == 0 && c.is_alphabetic() => letters += 1,
            _ => letters = 0,
        }
        if letters == 2 {
            return true;
        }
    }
    false
}

mod tests {
    use super::no_sentence_in_a_view;
    use crate::{allows, breaks};

    #[test]
    fn a_sentence_in_a_view_is_found() {
        for markup in [
            "p { \"Takk for innspillet\" }",
            "\"Takk for innspillet\"",
            "@if late { p { \"For sent\" } }",
            "(\"Mine innspill\")",
            "p class=\"lede\" { (format!(\"Det er {n} dager igjen\")) }",
            "(if late { \"for sent\" } else { \"x\" })",
            "(notice(ctx, \"Husk fristen\"))",
            "@match kind { Kind::A => { \"to ord\" } }",
        ] {
            let text = format!("fn f() -> Markup {{ html! {{ {markup} }} }}");
            breaks(no_sentence_in_a_view, "src/web/views/public/x.rs", &text);
            allows(no_sentence_in_a_view, "src/web/x.rs", &text);
        }
    }

    #[test]
    fn markup_without_sentences_is_allowed() {
        for markup in [
            "p class=\"ds-button lede\" id={ (id) \"-help me\" } { (text!(lang, \"left-open\", days = 2)) }",
            "div.\"two classes\" #\"an id\" { \": \" (name) \" – \" }",
            "(format!(\"{} {}\", a, b)) \"kB\"",
            "input aria-describedby=[described_by(\"a b\")] value=(f(\"two words\"));",
            "code { \"innspill round list\" (slug) }",
            "@if x == y { (name) } // a \"long comment\"\n",
        ] {
            let text = format!("/// A long sentence.\nfn f() -> Markup {{ html! {{ {markup} }} }}");
            allows(no_sentence_in_a_view, "src/web/views/public/x.rs", &text);
        }
    }
}
