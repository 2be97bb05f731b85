//! A service and the provider that it trusts, and someone with a browser between them.

use crate::helpers::app::App;
use crate::helpers::page::Answer;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tempfile::TempDir;

/// Long enough for a busy machine.
const WITHIN: Duration = Duration::from_secs(60);
/// The level that the provider is asked for.
pub const LEVEL: &str = "idporten-loa-substantial";

/// The provider, in a process of its own. It ends when this is dropped.
pub struct Provider {
    child: Child,
    line: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
    pub issuer: String,
    /// A synthetic national id.
    pub pid: String,
    secret: String,
    folder: TempDir,
}

impl Provider {
    fn start() -> Self {
        let mut node = Command::new("node");
        node.arg("login-provider.mjs")
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser"));
        node.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = node.spawn().expect("node is needed; scripts/test sets it up");
        let asks = child.stdin.take().unwrap();
        let mut answers = BufReader::new(child.stdout.take().unwrap());
        let mut hello = String::new();
        answers.read_line(&mut hello).unwrap();
        let hello: Value =
            serde_json::from_str(&hello).expect("npm ci in tests/browser; scripts/test does it");
        let folder = tempfile::tempdir().unwrap();
        for name in ["key_pem", "other_key_pem"] {
            std::fs::write(folder.path().join(name), hello[name].as_str().unwrap()).unwrap();
        }
        Self {
            child,
            line: Mutex::new(Some((asks, answers))),
            issuer: format!("http://127.0.0.1:{}", hello["port"]),
            pid: hello["pid"].as_str().unwrap().to_owned(),
            secret: hello["secret"].as_str().unwrap().to_owned(),
            folder,
        }
    }

    pub fn ask(&self, command: &Value) -> Value {
        let mut line = self.line.lock().unwrap();
        let (asks, answers) = line.as_mut().unwrap();
        writeln!(asks, "{command}").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert!(answer.get("error").is_none(), "{answer}");
        answer
    }

    /// From now on something goes wrong, at addresses that begin with `path`.
    pub fn fault(&self, kind: &str, path: &str) {
        self.ask(&json!({"cmd": "fault", "kind": kind, "path": path}));
    }

    /// All is well again.
    pub fn heal(&self) {
        self.ask(&json!({"cmd": "fault"}));
    }

    /// What the last of these requests said.
    pub fn request(&self, route: &str) -> Value {
        let seen = self.ask(&json!({"cmd": "seen"}));
        let requests = seen["requests"].as_array().unwrap();
        requests.iter().rev().find(|one| one["route"] == route).unwrap_or_else(|| panic!("{requests:?}"))
            ["params"]
            .clone()
    }

    /// The claims of the last token that was right.
    pub fn claims(&self) -> Value {
        self.ask(&json!({"cmd": "seen"}))["claims"].clone()
    }

    /// A logout token for the last session.
    pub fn logout_token(&self, claims: &Value, forge: &str) -> String {
        let answer = self.ask(&json!({"cmd": "logout_token", "claims": claims, "forge": forge}));
        answer["token"].as_str().unwrap().to_owned()
    }

    fn settings(&self, auth: &str) -> HashMap<&'static str, String> {
        let key = |name: &str| self.folder.path().join(name).display().to_string();
        [
            ("INNSPILL__LOGIN__PROVIDER", "oidc".to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__NAME_NB", "Prøveporten".to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__NAME_NN", "Prøveporten".to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__NAME_EN", "Prøveporten".to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__ISSUER", self.issuer.clone()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__CLIENT_ID", "innspill".to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__CLIENT_AUTH", auth.to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__KEY_FILE", key("key_pem")),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__KEY_ID", "key-1".to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__OTHER_KEY_FILE", key("other_key_pem")),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__OTHER_KEY_ID", "key-2".to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__ACR_VALUES", LEVEL.to_owned()),
            ("INNSPILL__LOGIN__PROVIDERS__PROVE__ACCEPTED_ACR", format!("{LEVEL} idporten-loa-high")),
            ("INNSPILL_LOGIN_SECRET_PROVE", self.secret.clone()),
        ]
        .into()
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        // Its input ends, and so does it.
        *self.line.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
        self.child.wait().unwrap();
    }
}

/// A provider, and a service that trusts it.
pub struct Town {
    pub app: App,
    pub provider: Provider,
}

impl Town {
    /// With signed assertions and pushed requests, as ID-porten.
    pub async fn start() -> Self {
        Self::with("private_key_jwt", &[], &json!({})).await
    }

    /// With this way for the service to show who it is, these settings, and these claims more.
    pub async fn with(auth: &str, changed: &[(&'static str, &str)], extra: &Value) -> Self {
        let provider = Provider::start();
        let mut settings = provider.settings(auth);
        settings.extend(changed.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let settings: Vec<(&str, &str)> =
            settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let app = App::with_settings(vec![crate::helpers::rounds::plan()], &settings).await;
        // The provider's clock is the machine's.
        app.set_time(&jiff::Timestamp::now().to_string());
        provider.ask(&json!({"cmd": "start", "base": app.base, "auth": auth, "extra": extra}));
        Self { app, provider }
    }

    /// Turns the service's clock, so many seconds from the machine's.
    pub fn later(&self, seconds: i64) {
        let time = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(seconds);
        self.app.set_time(&time.to_string());
    }

    /// A browser that has been nowhere.
    pub fn browser(&self) -> Browser {
        let http = Client::builder().cookie_store(true).redirect(Policy::none()).no_proxy();
        let http = http.pool_max_idle_per_host(0).timeout(WITHIN).build().unwrap();
        Browser { http, base: self.app.base.clone() }
    }

    /// Someone who has logged in.
    pub async fn logged_in(&self) -> Browser {
        let browser = self.browser();
        let answer = browser.log_in(&self.provider, "/mine-innspill").await;
        assert_eq!(answer.location(), "/mine-innspill");
        browser
    }
}

/// A browser that goes to the service and to the provider.
pub struct Browser {
    http: Client,
    base: String,
}

impl Browser {
    /// A request, to an address or a path of the service.
    pub fn request(&self, method: Method, to: &str) -> RequestBuilder {
        let address = if to.starts_with('/') { format!("{}{to}", self.base) } else { to.to_owned() };
        self.http.request(method, address)
    }

    pub async fn ask(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, body: response.bytes().await.unwrap().to_vec() }
    }

    pub async fn get(&self, to: &str) -> Answer {
        self.ask(self.request(Method::GET, to)).await
    }

    pub async fn post(&self, to: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(self.request(Method::POST, to).form(fields)).await
    }

    /// Presses the button that logs out, on a page of the service where there is one.
    pub async fn log_out(&self, to: &str) -> Answer {
        let token = self.get("/mine-innspill").await.form_token().unwrap_or_default();
        self.ask(self.request(Method::POST, to).header("x-skjemakode", token)).await
    }

    /// Begins a login; returns where it leads.
    pub async fn begin(&self, path: &str, back: &str) -> String {
        let begun = self.ask(self.request(Method::GET, path).query(&[("tilbake", back)])).await;
        begun.location().to_owned()
    }

    /// Goes through the provider and stops before the way back; returns the way back.
    pub async fn through(&self, provider: &Provider, path: &str, back: &str, deed: &str) -> String {
        let to = self.begin(path, back).await;
        let mut answer = self.get(&to).await;
        for _ in 0..6 {
            match answer.status {
                200 => {
                    let place = answer.page(200).attributes("form", "action")[0].replace("/login", deed);
                    let fields = [("pid", provider.pid.as_str()), ("acr", LEVEL)];
                    answer = self.post(&format!("{}{place}", provider.issuer), &fields).await;
                }
                302 | 303 => {
                    let to = answer.header("location").to_owned();
                    if let Some(path) = to.strip_prefix(&self.base) {
                        return path.to_owned();
                    }
                    let to = if to.starts_with('/') { format!("{}{to}", provider.issuer) } else { to };
                    answer = self.get(&to).await;
                }
                status => panic!("{status}: {}", answer.text()),
            }
        }
        panic!("the provider leads nowhere");
    }

    /// Logs in; returns the service's answer to the way back.
    pub async fn log_in(&self, provider: &Provider, back: &str) -> Answer {
        let back = self.through(provider, "/logg-inn/prove", back, "/login").await;
        self.get(&back).await
    }

    /// Whether the service knows who it is.
    pub async fn is_logged_in(&self) -> bool {
        self.get("/mine-innspill").await.status == 200
    }
}
