//! Reads tokens, so that comments and strings fool nobody: paths, calls, functions.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::HashSet;

/// What stands in a file.
#[derive(Default)]
pub struct Scan {
    /// Every path, grouped imports taken apart, those from `super` made whole.
    pub paths: Vec<PathUse>,
    /// Every method call.
    pub calls: Vec<Call>,
    /// Every function with a body.
    pub functions: Vec<Function>,
    /// The insides of every `html!`.
    pub html: Vec<TokenStream>,
    /// Names that mean modules and items of ours here: `mod csv;`, `use crate::exports::csv;`.
    pub own_names: HashSet<String>,
}

/// A path, or a single name.
pub struct PathUse {
    /// Its parts; those of ours begin with `crate`.
    pub parts: Vec<String>,
    /// Where it begins.
    pub line: usize,
    /// Whether it stands in tests.
    pub in_tests: bool,
    /// Whether it is imported.
    pub is_import: bool,
}

/// A method call: `receiver.method(…)`.
pub struct Call {
    /// The name before the dot, or that of the call before it; empty for anything else.
    pub receiver: String,
    /// The method.
    pub method: String,
    /// Whether its first argument is a closure.
    pub takes_closure: bool,
    /// Whether it has no arguments.
    pub is_bare: bool,
    /// Where it stands.
    pub line: usize,
    /// Whether it stands in tests.
    pub in_tests: bool,
}

/// A function with a body.
pub struct Function {
    /// Its name.
    pub name: String,
    /// Whether it is `pub` without limits.
    pub is_public: bool,
    /// The names between its own and its body.
    pub signature: HashSet<String>,
    /// Where it begins.
    pub line: usize,
    /// How many lines its body has, braces included.
    pub body_lines: usize,
    /// The last line of its body.
    pub ends: usize,
    /// Whether it stands in tests.
    pub in_tests: bool,
}

/// Reads `tokens` of the module `module`.
pub fn scan(tokens: TokenStream, module: Vec<String>, in_tests: bool) -> Scan {
    let mut scan = Scan::default();
    walk(&mut scan, tokens, &Place { module, in_tests });
    scan
}

/// Where the walk stands.
#[derive(Clone)]
struct Place {
    module: Vec<String>,
    in_tests: bool,
}

fn walk(scan: &mut Scan, tokens: TokenStream, place: &Place) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let (mut at, mut tests_ahead) = (0, false);
    while at < tokens.len() {
        let rest = &tokens[at..];
        match &tokens[at] {
            TokenTree::Ident(name) if name == "mod" && ident(rest, 1).is_some() => {
                let name = ident(rest, 1).unwrap_or_default();
                scan.own_names.insert(name.clone());
                if let Some(TokenTree::Group(body)) = rest.get(2) {
                    let mut inside = place.clone();
                    inside.module.push(name);
                    inside.in_tests |= tests_ahead;
                    walk(scan, body.stream(), &inside);
                    at += 1;
                }
                (at, tests_ahead) = (at + 2, false);
                continue;
            }
            TokenTree::Ident(name) if name == "fn" => function(scan, &tokens, at, place),
            TokenTree::Ident(name) if name == "html" && punct(rest, 1, '!') => {
                if let Some(TokenTree::Group(markup)) = rest.get(2) {
                    scan.html.push(markup.stream());
                }
            }
            TokenTree::Punct(dot) if dot.as_char() == '.' => call(scan, &tokens, at, place),
            TokenTree::Group(attribute) if at > 0 && punct(&tokens, at - 1, '#') => {
                tests_ahead |= is_cfg_test(attribute);
            }
            _ => {}
        }
        if ident(rest, 0).is_some() && begins_path(&tokens, at) {
            let is_import = at > 0 && ident(&tokens, at - 1).is_some_and(|word| word == "use");
            let mut paths = Vec::new();
            at += take_path(rest, &[], &mut paths);
            for (parts, line) in paths {
                let parts = made_whole(&parts, &place.module);
                let is_ours = parts.first().is_some_and(|first| first == "crate");
                if is_import && is_ours {
                    scan.own_names.extend(parts.last().cloned());
                }
                scan.paths.push(PathUse { parts, line, in_tests: place.in_tests, is_import });
            }
            continue;
        }
        if let TokenTree::Group(group) = &tokens[at] {
            walk(scan, group.stream(), place);
        }
        at += 1;
    }
}

fn is_cfg_test(attribute: &Group) -> bool {
    attribute.stream().to_string().replace(' ', "") == "cfg(test)"
}

fn begins_path(tokens: &[TokenTree], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|index| tokens.get(index));
    match before(1) {
        Some(TokenTree::Punct(p)) if p.as_char() == '.' => false,
        // `::name` begins a path, `a::name` does not.
        Some(TokenTree::Punct(p)) if p.as_char() == ':' => {
            !matches!(before(2), Some(TokenTree::Punct(p)) if p.as_char() == ':')
                || !matches!(before(3), Some(TokenTree::Ident(_)))
        }
        _ => true,
    }
}

/// Takes the path at the front of `tokens` apart; returns how many tokens it has.
fn take_path(tokens: &[TokenTree], above: &[String], paths: &mut Vec<(Vec<String>, usize)>) -> usize {
    let (mut parts, mut at) = (above.to_vec(), 0);
    let line = tokens[0].span().start().line;
    while let Some(name) = ident(tokens, at) {
        parts.push(name);
        at += 1;
        if !(punct(tokens, at, ':') && punct(tokens, at + 1, ':')) {
            break;
        }
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(_)) => at += 2,
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                for (index, token) in inside.iter().enumerate() {
                    let is_first = index == 0 || punct(&inside, index - 1, ',');
                    if is_first && matches!(token, TokenTree::Ident(_)) {
                        take_path(&inside[index..], &parts, paths);
                    }
                }
                return at + 3;
            }
            _ => break,
        }
    }
    paths.push((parts, line));
    at
}

/// `parts` from the crate's root, where they are ours.
fn made_whole(parts: &[String], module: &[String]) -> Vec<String> {
    let ups = parts.iter().take_while(|part| *part == "super" || *part == "self").count();
    let climbs = parts[..ups].iter().filter(|part| *part == "super").count();
    let is_import_of_itself = parts.last().is_some_and(|last| last == "self") && parts.len() > 1;
    let kept = if is_import_of_itself { &parts[..parts.len() - 1] } else { parts };
    let from_root = |above: &[String], below: &[String]| {
        ["crate".to_owned()].iter().chain(above).chain(below).cloned().collect()
    };
    match kept.first().map(String::as_str) {
        Some("innspill") => from_root(&[], &kept[1..]),
        Some("super" | "self") if kept.len() > 1 || climbs > 0 => {
            let ups = ups.min(kept.len());
            from_root(&module[..module.len().saturating_sub(climbs)], &kept[ups..])
        }
        _ => kept.to_vec(),
    }
}

fn call(scan: &mut Scan, tokens: &[TokenTree], dot: usize, place: &Place) {
    let (Some(method), Some(TokenTree::Group(arguments))) = (ident(tokens, dot + 1), tokens.get(dot + 2))
    else {
        return;
    };
    if arguments.delimiter() != Delimiter::Parenthesis {
        return;
    }
    let receiver = match dot.checked_sub(1).and_then(|index| tokens.get(index)) {
        Some(TokenTree::Ident(name)) => name.to_string(),
        Some(TokenTree::Group(_)) => dot.checked_sub(2).and_then(|i| ident(tokens, i)).unwrap_or_default(),
        _ => String::new(),
    };
    let first = arguments.stream().into_iter().next();
    let takes_closure = match &first {
        Some(TokenTree::Ident(word)) => word == "move",
        Some(TokenTree::Punct(bar)) => bar.as_char() == '|',
        _ => false,
    };
    let (line, in_tests) = (tokens[dot + 1].span().start().line, place.in_tests);
    scan.calls.push(Call { receiver, method, takes_closure, is_bare: first.is_none(), line, in_tests });
}

fn function(scan: &mut Scan, tokens: &[TokenTree], at: usize, place: &Place) {
    let Some(name) = ident(tokens, at + 1) else { return };
    let mut signature = HashSet::new();
    for token in &tokens[at + 2..] {
        match token {
            TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
                let (opens, ends) = (body.span_open().start().line, body.span_close().end().line);
                let words = ["const", "async", "unsafe", "extern"];
                let mut before = at;
                while before > 0 && ident(tokens, before - 1).is_some_and(|w| words.contains(&w.as_str())) {
                    before -= 1;
                }
                scan.functions.push(Function {
                    name,
                    is_public: before > 0 && ident(tokens, before - 1).is_some_and(|word| word == "pub"),
                    signature,
                    line: tokens[at].span().start().line,
                    body_lines: ends - opens + 1,
                    ends,
                    in_tests: place.in_tests,
                });
                return;
            }
            TokenTree::Punct(end) if end.as_char() == ';' => return,
            TokenTree::Group(group) => idents_in(group.stream(), &mut signature),
            TokenTree::Ident(word) => {
                signature.insert(word.to_string());
            }
            _ => {}
        }
    }
}

fn idents_in(tokens: TokenStream, found: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                found.insert(word.to_string());
            }
            TokenTree::Group(group) => idents_in(group.stream(), found),
            _ => {}
        }
    }
}

/// The name at `at`, if one stands there.
pub fn ident(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(name)) => Some(name.to_string()),
        _ => None,
    }
}

/// Whether `sign` stands at `at`.
pub fn punct(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == sign)
}
