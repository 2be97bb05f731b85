//! Finds what the code says: every `text!`, also inside other macros.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::BTreeSet;

/// A `text!` in the code.
pub struct Call {
    /// The sentence.
    pub key: String,
    /// The names of the values it is given.
    pub values: BTreeSet<String>,
    /// Where it stands.
    pub place: String,
}

/// Adds every call in `text`, the file at `path`, and whatever hides one from us.
pub fn find(path: &str, text: &str, calls: &mut Vec<Call>, mistakes: &mut Vec<String>) {
    let tokens = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    walk(path, tokens, calls, mistakes);
}

fn walk(path: &str, tokens: TokenStream, calls: &mut Vec<Call>, mistakes: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let place = || format!("{path}:{}", token.span().start().line);
        match (token, &tokens[at + 1..]) {
            (TokenTree::Ident(name), [TokenTree::Punct(p), TokenTree::Group(arguments), ..])
                if name == "text" && p.as_char() == '!' =>
            {
                match read(arguments, place()) {
                    Some(call) => calls.push(call),
                    None => mistakes.push(format!("{}: the key of text! must be a literal", place())),
                }
            }
            (TokenTree::Ident(name), [TokenTree::Group(arguments), ..])
                if name == "sentence" && is_call_of_text(&tokens[..at], arguments) =>
            {
                mistakes.push(format!("{}: say it with text!, which this test can read", place()));
            }
            (TokenTree::Group(group), _) => walk(path, group.stream(), calls, mistakes),
            _ => {}
        }
    }
}

/// `text::sentence(…)`, but not where `text!` itself says it.
fn is_call_of_text(before: &[TokenTree], arguments: &Group) -> bool {
    let says = |back: usize, what: &str| {
        before.len().checked_sub(back).is_some_and(|index| before[index].to_string() == what)
    };
    arguments.delimiter() == Delimiter::Parenthesis
        && says(1, ":")
        && says(3, "text")
        && !(says(6, "crate") && says(7, "$"))
}

fn read(arguments: &Group, place: String) -> Option<Call> {
    let tokens: Vec<TokenTree> = arguments.stream().into_iter().collect();
    let mut parts = tokens.split(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ','));
    let _language = parts.next()?;
    let key = match parts.next()? {
        [TokenTree::Literal(key)] => key.to_string().strip_prefix('"')?.strip_suffix('"')?.to_owned(),
        _ => return None,
    };
    // A comma inside a value begins a part that has no `name =` in front.
    let values = parts
        .filter_map(|part| match part {
            [TokenTree::Ident(name), TokenTree::Punct(sign), after, ..]
                if sign.as_char() == '=' && after.to_string() != "=" =>
            {
                Some(name.to_string())
            }
            _ => None,
        })
        .collect();
    Some(Call { key, values, place })
}
