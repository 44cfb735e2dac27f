//! Where letters go: an SMTP relay or a folder of files. Three verdicts: Delivered, Later, Never.
//!
//! The one door to lettre's transport. `verdict` holds the table of what a reply means, `smtp` the dialogue, `wire`
//! the stream below it, `files` the folder, `again` when a letter is tried again.

mod again;
mod dial;
mod files;
mod smtp;
mod verdict;
mod wire;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use lettre::Address;

pub use self::again::{GIVE_UP, RETRY, next, pause};
use self::smtp::{Connection, Failure, Parcel};
use self::verdict::{Fault, Phase, judge, one_line};
use crate::mailbox::Tls;

/// Where letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settings {
    /// An SMTP relay.
    Smtp(SmtpSettings),
    /// A folder; each letter becomes one `.eml` file, written whole or not at all.
    Files(PathBuf),
}

/// An SMTP relay.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// More certificates to trust, as PEM.
    pub ca: Option<Vec<u8>>,
    /// User name and password, where the relay wants them.
    pub login: Option<(String, String)>,
    /// The name we greet with (EHLO).
    pub hello: String,
    /// Time limit for one network operation.
    pub timeout: Duration,
    /// Connections at the same time, when there is much to send.
    pub connections: usize,
}

impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "smtp {}:{}", self.host, self.port)
    }
}

/// What became of an attempt, with the server's words on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The server took responsibility.
    Delivered(String),
    /// Worth another try: 4xx, no connection, no answer in time (also after DATA, where the server may have it).
    Later(String),
    /// 5xx, or an address that cannot be written to.
    Never(String),
}

impl Verdict {
    /// The server's words, or ours where it said nothing.
    pub fn words(&self) -> &str {
        match self {
            Verdict::Delivered(words) | Verdict::Later(words) | Verdict::Never(words) => words,
        }
    }

    /// The same verdict with clean words: one line, at most 300 characters, no secrets.
    fn clean(self, secrets: &[String]) -> Self {
        match self {
            Verdict::Delivered(words) => Verdict::Delivered(one_line(&words, secrets)),
            Verdict::Later(words) => Verdict::Later(one_line(&words, secrets)),
            Verdict::Never(words) => Verdict::Never(one_line(&words, secrets)),
        }
    }
}

/// One way out. Not shared: each sender task has its own, with at most one open connection.
#[derive(Debug)]
pub struct Courier {
    settings: Settings,
    connection: Option<Connection>,
    tls: Option<Arc<rustls::ClientConfig>>,
    secrets: Secrets,
}

/// What must not stand in any words: the password, and the forms in which it goes over the wire.
struct Secrets(Vec<String>);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets")
    }
}

impl Courier {
    /// Nothing is opened yet.
    pub fn new(settings: Settings) -> Self {
        let secrets = match &settings {
            Settings::Smtp(SmtpSettings { login: Some((user, password)), .. }) => {
                // The longest first: the last may stand inside the first.
                vec![base64(&format!("\0{user}\0{password}")), base64(password), password.clone()]
            }
            Settings::Smtp(_) | Settings::Files(_) => Vec::new(),
        };
        Self { settings, connection: None, tls: None, secrets: Secrets(secrets) }
    }

    /// Sends one letter from `from` (envelope sender; empty for the null sender) to `to`. Opens a connection where
    /// none is open, retries once on a fresh one when a kept connection turns out dead before MAIL was accepted.
    ///
    /// With several recipients it is all or none: Delivered only when every one was accepted; one refused for ever
    /// makes Never, one refused for now makes Later, and nothing is sent to the others.
    ///
    /// Dropping the future drops the connection with it (nothing half said is ever continued).
    pub async fn send(&mut self, from: &str, to: &[String], message_id: &str, bytes: &[u8]) -> Verdict {
        let parcel = match parcel(from, to, bytes) {
            Ok(parcel) => parcel,
            Err(words) => return Verdict::Never(words).clean(&self.secrets.0),
        };
        let verdict = match self.settings.clone() {
            Settings::Files(folder) => write_file(folder, message_id, bytes).await,
            Settings::Smtp(settings) => self.send_smtp(&settings, &parcel).await,
        };
        verdict.clean(&self.secrets.0)
    }

    async fn send_smtp(&mut self, settings: &SmtpSettings, parcel: &Parcel<'_>) -> Verdict {
        // Taken out while in use: whoever drops this future drops the connection.
        if let Some(mut connection) = self.connection.take() {
            match connection.carry(parcel).await {
                Err(failure) if failure.phase == Phase::Mail && !failure.usable => {} // dead: a fresh one, below
                result => return self.keep(connection, result),
            }
        }
        if settings.tls != Tls::None && self.tls.is_none() {
            match dial::tls_config(settings.ca.as_deref()) {
                Ok(config) => self.tls = Some(config),
                Err(words) => return judge(Phase::Handshake, &Fault::Failed(words), false),
            }
        }
        let mut connection = match Connection::open(settings, self.tls.as_ref()).await {
            Ok(connection) => connection,
            Err((phase, fault)) => return judge(phase, &fault, false),
        };
        let result = connection.carry(parcel).await;
        self.keep(connection, result)
    }

    /// Keeps the connection where it is of use, and gives the verdict.
    fn keep(&mut self, connection: Connection, result: Result<String, Failure>) -> Verdict {
        match result {
            Ok(words) => {
                self.connection = Some(connection);
                Verdict::Delivered(words)
            }
            Err(failure) => {
                if failure.usable {
                    self.connection = Some(connection);
                }
                judge(failure.phase, &failure.fault, failure.dot_sent)
            }
        }
    }

    /// Says QUIT where a connection is open.
    pub async fn rest(&mut self) {
        if let Some(connection) = self.connection.take() {
            connection.quit().await;
        }
    }
}

async fn write_file(folder: PathBuf, message_id: &str, bytes: &[u8]) -> Verdict {
    let (id, bytes) = (message_id.to_owned(), bytes.to_vec());
    match tokio::task::spawn_blocking(move || files::write(&folder, &id, &bytes)).await {
        Ok(Ok(name)) => Verdict::Delivered(name),
        // Full, read-only, not ours: about the folder, never about the letter.
        Ok(Err(error)) => Verdict::Later(format!("the letter's file cannot be written: {error}")),
        Err(error) => Verdict::Later(format!("the letter's file was not written: {error}")),
    }
}

/// Checks envelope and letter before anything is said.
fn parcel<'a>(from: &str, to: &[String], bytes: &'a [u8]) -> Result<Parcel<'a>, String> {
    let from = if from.is_empty() { None } else { Some(address(from)?) };
    let to = to.iter().map(|to| address(to)).collect::<Result<Vec<_>, _>>()?;
    if to.is_empty() {
        return Err("the letter has no recipient".into());
    }
    // RFC 5321 §2.3.8: servers rewrite or refuse them, so the letter would not arrive as it was kept.
    let mut before = 0;
    for &byte in bytes.iter().chain(&[0]) {
        if (byte == b'\n') != (before == b'\r') {
            return Err("the letter has a line end that is not CR LF".into());
        }
        before = byte;
    }
    Ok(Parcel { from, to, bytes })
}

/// An address that can stand in MAIL or RCPT: no blanks, controls or brackets, within the lengths of RFC 5321
/// §4.5.3.1. (A quoted local part may hold blanks; no mission has one, and refusing it is the safer side.)
fn address(text: &str) -> Result<Address, String> {
    let unfit = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>');
    let (local, domain) = text.rsplit_once('@').unwrap_or_default();
    if text.contains(unfit) || local.is_empty() || local.len() > 64 || domain.is_empty() || text.len() > 254 {
        return Err(format!("not an address that can be written to: {text}"));
    }
    text.parse().map_err(|_| format!("not an address that can be written to: {text}"))
}

/// Base64 (RFC 4648 §4), to recognise a secret in a server's words.
fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits =
            (0..3).fold(0_usize, |bits, n| bits << 8 | usize::from(chunk.get(n).copied().unwrap_or(0)));
        for n in 0..4 {
            let digit = DIGITS.get(bits >> (18 - 6 * n) & 63).copied().unwrap_or(b'=');
            out.push(if n <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        for good in ["a@b.example", "première@mission.example", "a.b+c@[192.0.2.1]", "o'neil@x.example"] {
            assert!(address(good).is_ok(), "{good}");
        }
        let long = format!("{}@x.example", "a".repeat(65));
        for bad in [
            "",
            "a",
            "@",
            "a@",
            "@b",
            "a b@c.example",
            "a@b.example>\r\nRCPT TO:<x@y.example",
            "a@b.example\r\nDATA",
            "<a@b.example>",
            "a@b.example SIZE=1",
            "a\0@b.example",
            "\"a b\"@c.example",
            long.as_str(),
        ] {
            assert!(address(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn only_whole_line_ends_pass() {
        let to = ["a@b.example".to_owned()];
        for (bytes, fits) in [
            (&b"a\r\nb\r\n"[..], true),
            (b"", true),
            (b"a", true),
            (b"a\nb", false),
            (b"a\rb", false),
            (b"a\r", false),
            (b"\n", false),
            (b"a\r\r\n", false),
            (b"a\r\n\n", false),
        ] {
            assert_eq!(parcel("", &to, bytes).is_ok(), fits, "{bytes:?}");
        }
        assert!(parcel("", &[], b"").is_err());
    }

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (text, wanted) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text), wanted);
        }
    }
}
