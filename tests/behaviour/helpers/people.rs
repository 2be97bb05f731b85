//! Someone with a browser: keeps cookies, sends forms as browsers do, and knows the way through the form.

use super::page::{Answer, Form, Page};
use super::parts::Parts;
use super::rounds::PLAN;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use std::sync::Mutex;

/// A browser on one device.
pub struct Visitor {
    http: Client,
    base: String,
    /// What the forms of the last page carried.
    token: Mutex<Option<String>>,
}

impl Visitor {
    /// A browser that has been nowhere.
    pub fn new(base: &str) -> Self {
        let http = Client::builder().cookie_store(true).redirect(Policy::none()).no_proxy();
        // A kept connection may be closed by the server just as it is used again.
        let http = http.pool_max_idle_per_host(0);
        Self { http: http.build().unwrap(), base: base.to_owned(), token: Mutex::new(None) }
    }

    /// A request to fill in.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base))
    }

    /// Sends a request that was filled in.
    pub async fn ask(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let answer = Answer { status, headers, body: response.bytes().await.unwrap().to_vec() };
        let mut token = self.token.lock().unwrap();
        // Another cookie may be another session, whose forms carry something else.
        if !answer.header("set-cookie").is_empty() {
            *token = None;
        }
        *token = answer.form_token().or_else(|| token.take());
        answer
    }

    /// What every form carries that this browser is shown; empty where it is shown none.
    pub async fn form_token(&self) -> String {
        let known = || self.token.lock().unwrap().clone();
        if known().is_none() {
            self.get("/logg-inn").await;
        }
        known().unwrap_or_default()
    }

    /// Goes to an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(self.request(Method::GET, path)).await
    }

    /// Goes to a page that must be there.
    pub async fn page(&self, path: &str) -> Page {
        self.get(path).await.page(200)
    }

    /// Posts these fields, exactly as they are, in a form of ours.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.posting(path).await;
        self.ask(request.form(fields)).await
    }

    /// A request that posts, from a form of ours, to fill in.
    pub async fn posting(&self, path: &str) -> RequestBuilder {
        let token = self.form_token().await;
        self.request(Method::POST, path).header("x-skjemakode", token)
    }

    /// Sends files from the page at `path`, as a browser does.
    pub async fn upload(&self, path: &str, files: &[(&str, &[u8])]) -> Answer {
        let token = self.form_token().await;
        self.send_parts(path, &Parts::new().text("skjemakode", &token).files(files)).await
    }

    /// Sends a form with files, exactly as it is.
    pub async fn send_parts(&self, path: &str, parts: &Parts) -> Answer {
        let request = self.request(Method::POST, path).header("content-type", parts.media_type());
        self.ask(request.body(parts.body())).await
    }

    /// Submits a form with a button, line ends as browsers write them; whose form it was does not
    /// matter, because the token in the header is this browser's own.
    pub async fn submit(&self, form: &Form, button: Option<(&str, &str)>) -> Answer {
        let as_sent = |text: &str| text.replace("\r\n", "\n").replace('\n', "\r\n");
        let mut fields: Vec<(String, String)> =
            form.fields.iter().map(|(name, value)| (name.clone(), as_sent(value))).collect();
        fields.extend(button.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let request = self.posting(&form.action).await;
        self.ask(request.form(&fields)).await
    }

    /// The form of the plan's round.
    pub async fn form(&self) -> Form {
        self.form_at(&form_path()).await
    }

    /// The form at an address.
    pub async fn form_at(&self, path: &str) -> Form {
        self.page(path).await.form("form#svar")
    }

    /// Saves the draft.
    pub async fn save(&self, form: &Form) -> Answer {
        self.submit(form, Some(("do", "save"))).await
    }

    /// Goes on to check the answers.
    pub async fn check(&self, form: &Form) -> Answer {
        self.submit(form, Some(("do", "check"))).await
    }

    /// The check page of what is in the form, which must have no mistakes.
    pub async fn checked(&self, form: &Form) -> Page {
        let answer = self.check(form).await;
        self.page(answer.location()).await
    }

    /// The form that sends what is in `form`.
    pub async fn ready(&self, form: &Form) -> Form {
        self.checked(form).await.form("main form.actions")
    }

    /// Checks and sends; the answer leads to the receipt.
    pub async fn send(&self, form: &Form) -> Answer {
        let ready = self.ready(form).await;
        self.submit(&ready, None).await
    }

    /// Answers as oneself with these answers, and returns the reference.
    pub async fn hand_in(&self, answers: &[(&str, &str)]) -> String {
        let form = about(self.form().await, "Kari Nordmann").set_all(answers);
        reference_in(self.send(&form).await.location())
    }

    /// The receipt.
    pub async fn receipt(&self, reference: &str) -> Page {
        self.page(&format!("/mine-innspill/{reference}")).await
    }

    /// The received text, as the hash covers it.
    pub async fn text_of(&self, reference: &str) -> String {
        let answer = self.get(&format!("/mine-innspill/{reference}/innspill.txt")).await;
        assert_eq!(answer.status, 200);
        answer.text()
    }
}

/// The address of the files of a draft in the plan's round.
pub fn files_path() -> String {
    format!("{}/vedlegg", form_path())
}

/// The address of the form of the plan's round.
pub fn form_path() -> String {
    format!("/horinger/{PLAN}/innspill")
}

/// The form with everything about a person who answers for themselves.
pub fn about(form: Form, name: &str) -> Form {
    form.set_all(&[("role", "self"), ("name", name), ("email", "kari@example.org"), ("language", "nb")])
}

/// The form with everything about an organisation; no number where it is empty.
pub fn for_organisation(form: Form, organisation: &str, number: &str) -> Form {
    about(form, "Kari Nordmann").set_all(&[
        ("role", "organisation"),
        ("organisation", organisation),
        ("org_number", number),
    ])
}

/// The reference in the address of a receipt.
pub fn reference_in(location: &str) -> String {
    let rest = location.split_once("/mine-innspill/").unwrap_or_else(|| panic!("{location} is no receipt")).1;
    rest.split('?').next().unwrap().to_owned()
}
