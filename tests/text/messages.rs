//! Reads the Fluent files of one language.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// What a message or term is made of.
#[derive(Default)]
struct Parts {
    /// The values it takes itself.
    variables: BTreeSet<String>,
    /// The messages and terms (`-name`) in it.
    references: BTreeSet<String>,
}

/// The messages of a language.
pub struct Messages {
    /// `nb`, `nn` or `en`.
    pub name: String,
    /// What is wrong with its files.
    pub mistakes: Vec<String>,
    parts: BTreeMap<String, Parts>,
}

impl Messages {
    /// Reads `files`: each one's path and text.
    pub fn read(name: &str, files: &[(String, String)]) -> Self {
        let mut messages = Self { name: name.to_owned(), mistakes: Vec::new(), parts: BTreeMap::new() };
        for (path, text) in files {
            messages.read_file(path, text);
        }
        for (key, parts) in &messages.parts {
            for missing in parts.references.iter().filter(|name| !messages.parts.contains_key(*name)) {
                messages.mistakes.push(format!("{name}: {missing} does not exist, and stands in {key}"));
            }
        }
        messages
    }

    fn read_file(&mut self, path: &str, text: &str) {
        let (resource, errors) = match fluent_syntax::parser::parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err(partial) => partial,
        };
        self.mistakes.extend(errors.iter().map(|error| format!("{path}: cannot be read: {error}")));
        for entry in &resource.body {
            let (key, value, has_attributes) = match entry {
                Entry::Message(m) => (m.id.name.to_owned(), m.value.as_ref(), !m.attributes.is_empty()),
                Entry::Term(t) => (format!("-{}", t.id.name), Some(&t.value), !t.attributes.is_empty()),
                _ => continue,
            };
            if has_attributes {
                self.mistakes.push(format!("{path}: {key} has attributes, which nobody reads"));
            }
            let mut parts = Parts::default();
            if let Some(value) = value {
                of_pattern(value, &mut parts);
            }
            if self.parts.insert(key.clone(), parts).is_some() {
                self.mistakes.push(format!("{path}: {key} stands twice"));
            }
        }
    }

    /// Every message and term.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Whether another message holds `key`.
    pub fn is_part_of_another(&self, key: &str) -> bool {
        self.parts.iter().any(|(other, parts)| other != key && parts.references.contains(key))
    }

    /// The values that the message `key` takes, those of messages in it included. A term takes
    /// only what stands beside its name, so that it adds none.
    pub fn variables(&self, key: &str) -> Option<BTreeSet<String>> {
        let (mut waiting, mut seen, mut found) = (vec![key], BTreeSet::new(), BTreeSet::new());
        self.parts.get(key)?;
        while let Some(next) = waiting.pop() {
            let Some(parts) = self.parts.get(next).filter(|_| seen.insert(next)) else { continue };
            found.extend(parts.variables.iter().cloned());
            waiting.extend(parts.references.iter().map(String::as_str).filter(|name| !name.starts_with('-')));
        }
        Some(found)
    }
}

fn of_pattern(pattern: &Pattern<&str>, parts: &mut Parts) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, parts);
        }
    }
}

fn of_expression(expression: &Expression<&str>, parts: &mut Parts) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, parts),
        Expression::Select { selector, variants } => {
            of_inline(selector, parts);
            variants.iter().for_each(|variant| of_pattern(&variant.value, parts));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, parts: &mut Parts) {
    match inline {
        InlineExpression::VariableReference { id } => {
            parts.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            parts.references.insert(id.name.to_owned());
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            parts.references.insert(format!("-{}", id.name));
            arguments.iter().for_each(|arguments| of_arguments(arguments, parts));
        }
        InlineExpression::FunctionReference { arguments, .. } => of_arguments(arguments, parts),
        InlineExpression::Placeable { expression } => of_expression(expression, parts),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn of_arguments(arguments: &CallArguments<&str>, parts: &mut Parts) {
    let named = arguments.named.iter().map(|argument| &argument.value);
    arguments.positional.iter().chain(named).for_each(|inline| of_inline(inline, parts));
}
