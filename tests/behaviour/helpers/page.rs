//! An answer from the service, read as a browser reads it.

use reqwest::header::HeaderMap;
use scraper::{ElementRef, Html, Selector};

/// Status, headers and body.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        assert_eq!(self.status, 303, "no redirect: {}", self.text());
        self.header("location")
    }

    /// The page, which must have this status.
    pub fn page(&self, status: u16) -> Page {
        assert_eq!(self.status, status, "{}", self.text());
        assert_eq!(self.header("content-type"), "text/html; charset=utf-8");
        Page { html: Html::parse_document(&self.text()) }
    }

    /// What the forms of the page carry, where it is a page with forms.
    pub fn form_token(&self) -> Option<String> {
        let text = String::from_utf8_lossy(&self.body);
        let (_, after) = text.split_once("name=\"skjemakode\" value=\"")?;
        Some(after.split('"').next()?.to_owned())
    }

    /// The JSON, which must have this status.
    pub fn json(&self, status: u16) -> serde_json::Value {
        assert_eq!(self.status, status, "{}", self.text());
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// A parsed page.
pub struct Page {
    html: Html,
}

impl Page {
    /// The elements that `selector` names.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The one element.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.html.html());
        found[0]
    }

    /// The texts of the elements, white space folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(folded).collect()
    }

    /// The text of the one element, white space folded.
    pub fn text(&self, selector: &str) -> String {
        folded(self.one(selector))
    }

    /// The texts of the elements, exactly.
    pub fn verbatim(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(|element| element.text().collect()).collect()
    }

    /// An attribute of each element that has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// Whether the reader sees these words.
    pub fn says(&self, words: &str) -> bool {
        self.texts("body").concat().contains(words)
    }

    /// Fails unless the reader sees these words.
    pub fn must_say(&self, words: &str) {
        assert!(self.says(words), "{words:?} is not in {}", self.texts("body").concat());
    }

    /// What stands beside `term` in a list of terms.
    pub fn row(&self, term: &str) -> String {
        let terms = self.texts("dl dt");
        let place = terms.iter().position(|one| one == term);
        let place = place.unwrap_or_else(|| panic!("{term} is none of {terms:?}"));
        self.texts("dl dd")[place].clone()
    }

    /// The form that `selector` names, with what a browser would send of it.
    pub fn form(&self, selector: &str) -> Form {
        let form = self.one(selector);
        let inputs = Selector::parse("input[name], textarea[name], select[name]").unwrap();
        let options = Selector::parse("option").unwrap();
        let mut fields = Vec::new();
        for input in form.select(&inputs) {
            let (name, kind) = (input.attr("name").unwrap(), input.attr("type").unwrap_or("text"));
            let is_choice = kind == "radio" || kind == "checkbox";
            if is_choice && input.attr("checked").is_none() {
                continue;
            }
            let value = match input.value().name() {
                "textarea" => input.text().collect(),
                "select" => {
                    let mut options = input.select(&options);
                    let chosen = options.clone().find(|one| one.attr("selected").is_some());
                    let chosen = chosen.or_else(|| options.next());
                    chosen.and_then(|one| one.attr("value")).unwrap_or("").to_owned()
                }
                _ => input.attr("value").unwrap_or("").to_owned(),
            };
            fields.push((name.to_owned(), value));
        }
        Form { action: form.attr("action").unwrap().to_owned(), fields }
    }
}

fn folded(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A form as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// With `value` in the field `name`, which is added where it is not ticked or chosen.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(one, _)| one != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With several fields set.
    pub fn set_all(self, values: &[(&str, &str)]) -> Self {
        values.iter().fold(self, |form, (name, value)| form.set(name, value))
    }

    /// Without the field `name`: not ticked, not chosen.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(one, _)| one != name);
        self
    }

    /// What stands in the field `name`.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value)
    }
}
