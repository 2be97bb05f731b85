//! A citizen with a browser: logs in with the test login and sends the real forms.

use reqwest::redirect::Policy;
use reqwest::{Client, Error, Response, StatusCode};

/// The header that carries a form's token.
pub const TOKEN: &str = "x-skjemakode";

/// Someone who answers one round.
pub struct Citizen {
    client: Client,
    slug: String,
    name: String,
    draft: String,
}

/// What someone finds when they come to the form.
pub enum Found {
    /// Nothing of their own.
    EmptyForm,
    /// What they had saved.
    Draft,
    /// The receipt of what they had sent.
    Receipt(String),
}

impl Citizen {
    /// `name` must be their own; it is in everything they send.
    pub fn new(slug: &str, name: &str) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap();
        let draft = uuid::Uuid::new_v4().to_string();
        Self { client, slug: slug.to_owned(), name: name.to_owned(), draft }
    }

    /// What they answer to one question.
    pub fn answer(&self, number: usize) -> String {
        format!("{} svarer på spørsmål {number}.\n«Ikke før i morgen», sier æ, ø og å.", self.name)
    }

    /// The address that their receipt goes to.
    pub fn email(&self) -> String {
        format!("{}@example.org", self.name)
    }

    /// Logs in.
    pub async fn log_in(&self, url: &str) -> Result<(), Error> {
        let fields = [("persona", self.name.as_str()), ("tilbake", "/mine-innspill")];
        let token = form_token(&self.client, url).await?;
        let request = self.client.post(format!("{url}/logg-inn")).header(TOKEN, token);
        let answer = request.form(&fields).send().await?;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        Ok(())
    }

    /// Fills the form in and goes on to checking it, which saves it.
    pub async fn save(&self, url: &str, version: usize) -> Result<(), Error> {
        let (version, email, one, two) = (version.to_string(), self.email(), self.answer(1), self.answer(2));
        let fields = [
            ("draft", self.draft.as_str()),
            ("version", &version),
            ("role", "self"),
            ("name", &self.name),
            ("email", &email),
            ("language", "nb"),
            ("answer-1", &one),
            ("answer-2", &two),
            ("do", "check"),
        ];
        let token = form_token(&self.client, url).await?;
        let answer = self.client.post(self.form(url)).header(TOKEN, token).form(&fields).send().await?;
        assert_eq!(location(&answer), format!("/horinger/{}/innspill/kontroll", self.slug));
        Ok(())
    }

    /// Sends what has been saved; returns the reference that the receipt has.
    pub async fn send(&self, url: &str, version: usize) -> Result<String, Error> {
        let fields = [("draft", self.draft.clone()), ("version", version.to_string())];
        let token = form_token(&self.client, url).await?;
        let request = self.client.post(format!("{}/kontroll", self.form(url))).header(TOKEN, token);
        let answer = request.form(&fields).send().await?;
        Ok(reference(&answer).unwrap_or_else(|| panic!("{answer:?}")))
    }

    /// Puts a file with what has been saved.
    pub async fn attach(&self, url: &str, name: &str, bytes: &[u8]) -> Result<StatusCode, Error> {
        let token = form_token(&self.client, url).await?;
        let head = format!(
            "--part\r\nContent-Disposition: form-data; name=\"filer\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--part--\r\n"].concat();
        let request = self.client.post(format!("{}/vedlegg", self.form(url))).header(TOKEN, token);
        let request = request.header("content-type", "multipart/form-data; boundary=part").body(body);
        Ok(request.send().await?.status())
    }

    /// Comes back to the form.
    pub async fn come_back(&self, url: &str) -> Result<Found, Error> {
        let answer = self.client.get(self.form(url)).send().await?;
        if let Some(reference) = reference(&answer) {
            return Ok(Found::Receipt(reference));
        }
        assert_eq!(answer.status(), StatusCode::OK);
        let page = answer.text().await?;
        assert!(!page.contains("logg-inn?"), "still logged in");
        Ok(if page.contains(&self.answer(1)) && page.contains(&self.answer(2)) {
            Found::Draft
        } else {
            Found::EmptyForm
        })
    }

    /// The receipt page of a reference, where it is theirs.
    pub async fn receipt(&self, url: &str, reference: &str) -> Result<Option<String>, Error> {
        let answer = self.client.get(format!("{url}/mine-innspill/{reference}")).send().await?;
        let is_theirs = answer.status() == StatusCode::OK;
        let page = answer.text().await?;
        Ok(is_theirs.then_some(page))
    }

    /// Reads a page as this person.
    pub async fn page(&self, url: &str) -> Result<String, Error> {
        self.client.get(url).send().await?.error_for_status()?.text().await
    }

    fn form(&self, url: &str) -> String {
        format!("{url}/horinger/{}/innspill", self.slug)
    }
}

/// What the forms carry that this browser is shown; a script may send it as the header [`TOKEN`].
pub async fn form_token(client: &Client, url: &str) -> Result<String, Error> {
    let page = client.get(format!("{url}/logg-inn")).send().await?.text().await?;
    let after = page.split_once("name=\"skjemakode\" value=\"").map(|(_, after)| after);
    Ok(after.and_then(|after| after.split('"').next()).unwrap_or_default().to_owned())
}

fn location(answer: &Response) -> String {
    let location = answer.headers().get("location").unwrap_or_else(|| panic!("{answer:?}"));
    location.to_str().unwrap().to_owned()
}

fn reference(answer: &Response) -> Option<String> {
    let location = answer.headers().get("location")?.to_str().ok()?;
    let reference = location.strip_prefix("/mine-innspill/")?;
    Some(reference.split('?').next().unwrap_or_default().to_owned())
}
