//! One IMAP connection: a command goes out, responses come in until the tagged one, all within a time limit.
//!
//! async-imap is the parser and buffer here and no more: its commands have no time limit, its IDLE waits for ever
//! on a `NO` and reports a closed connection as an interrupt, its LOGIN and logs take the password through more
//! hands than need be, and a stale `NO` fails the wrong command. One command is under way at a time; whatever
//! looks odd ends the connection, and a new one is made.

use std::time::Duration;

use async_imap::imap_proto::{Capability, MailboxDatum, Response, ResponseCode, Status};
use tokio::io::AsyncWriteExt as _;
use tokio::time::Instant;

use super::bound::{Bounded, TOO_MUCH};
use super::name::{Argument, argument};
use super::tls;
use super::{Error, ImapSettings};

/// The slowest line that we wait for when much is to come.
const SLOWEST_BYTES_PER_SECOND: u64 = 16 * 1024;

/// A connection that has passed the greeting.
#[derive(Debug)]
pub(super) struct Wire {
    client: async_imap::Client<Bounded>,
    tag: u32,
    /// Messages in the folder as last told.
    pub exists: u32,
    /// Whether messages left the folder since this was last set to false.
    pub expunged: bool,
    /// UIDVALIDITY as last told.
    pub uidvalidity: Option<u32>,
    capabilities: Option<Vec<String>>,
    preauth: bool,
}

/// How a tagged response ended a command that the server understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Done {
    /// OK.
    Ok,
    /// NO, with the server's words.
    No(String),
    /// BAD, with the server's words.
    Bad(String),
}

impl Wire {
    /// Opens the connection and reads the greeting.
    pub async fn open(
        settings: &ImapSettings,
        config: Option<&std::sync::Arc<rustls::ClientConfig>>,
    ) -> Result<Self, Error> {
        let started = settings.tls == super::Tls::StartTls;
        let stream = tls::open(settings, config).await?;
        let mut wire = Self {
            client: async_imap::Client::new(Bounded::new(stream)),
            tag: 0,
            exists: 0,
            expunged: false,
            uidvalidity: None,
            capabilities: None,
            preauth: false,
        };
        if !started {
            wire.greeting(settings).await?;
        }
        Ok(wire)
    }

    async fn greeting(&mut self, settings: &ImapSettings) -> Result<(), Error> {
        let deadline = Instant::now() + settings.timeout;
        let preauth = self
            .next(settings, deadline, |response| match response {
                Response::Data { status: Status::Ok, .. } => Some(false),
                Response::Data { status: Status::PreAuth, .. } => Some(true),
                _ => None,
            })
            .await?;
        match preauth {
            Some(preauth) => {
                self.preauth = preauth;
                Ok(())
            }
            None => Err(settings.trouble("does not greet as an IMAP server does: check host and port")),
        }
    }

    /// Whether the server offers `capability` (upper case).
    pub fn offers(&self, capability: &str) -> bool {
        self.capabilities.iter().flatten().any(|c| c == capability)
    }

    /// Logs in (RFC 3501 §6.2.3) unless the server says that we are, and learns what the server offers.
    pub async fn login(&mut self, settings: &ImapSettings) -> Result<(), Error> {
        if !self.preauth {
            if self.offers("LOGINDISABLED") {
                return Err(settings.trouble(
                    "takes no password on this connection: use TLS (port 993, or STARTTLS) in the settings",
                ));
            }
            self.capabilities = None; // what held before does not hold after
            let deadline = Instant::now() + settings.timeout;
            let mut out = self.tagged("LOGIN");
            for text in [&settings.user, &settings.password] {
                match argument(text) {
                    None => {
                        return Err(
                            settings.trouble("cannot be given a user name or password with a NUL in it")
                        );
                    }
                    Some(Argument::Quoted(quoted)) => {
                        out.push(b' ');
                        out.extend_from_slice(quoted.as_bytes());
                    }
                    Some(Argument::Literal(bytes)) => {
                        out.extend_from_slice(format!(" {{{}}}\r\n", bytes.len()).as_bytes());
                        self.send(settings, &out, deadline).await?;
                        if let Some(no) = self.leave_to_go_on(settings, deadline).await? {
                            return Err(refused_login(settings, &no));
                        }
                        out = bytes;
                    }
                }
            }
            out.extend_from_slice(b"\r\n");
            self.send(settings, &out, deadline).await?;
            match self.until_done(settings, deadline, |_| ()).await? {
                Done::Ok => {}
                Done::No(words) | Done::Bad(words) => return Err(refused_login(settings, &words)),
            }
        }
        if self.capabilities.is_none() {
            self.must(settings, "CAPABILITY").await?;
        }
        Ok(())
    }

    /// A command to which anything but OK is a failure.
    pub async fn must(&mut self, settings: &ImapSettings, command: &str) -> Result<(), Error> {
        match self.command(settings, command, 0, |_| ()).await? {
            Done::Ok => Ok(()),
            Done::No(words) | Done::Bad(words) => {
                let verb = command.split(' ').next().unwrap_or_default();
                Err(settings.trouble(&format!("refuses {verb} ({words})")))
            }
        }
    }

    /// Sends a command and hands every untagged response to `untagged`, until the tagged one. `bytes`: how much
    /// is to come, for the time limit and for the most that is taken in (see [`Bounded`]).
    pub async fn command(
        &mut self,
        settings: &ImapSettings,
        command: &str,
        bytes: u64,
        untagged: impl FnMut(&Response<'_>),
    ) -> Result<Done, Error> {
        let deadline =
            Instant::now() + settings.timeout + Duration::from_secs(bytes / SLOWEST_BYTES_PER_SECOND);
        let mut out = self.tagged(command);
        out.extend_from_slice(b"\r\n");
        self.client.get_mut().expect(bytes);
        self.send(settings, &out, deadline).await?;
        self.until_done(settings, deadline, untagged).await
    }

    fn tagged(&mut self, command: &str) -> Vec<u8> {
        self.tag = self.tag.wrapping_add(1);
        format!("v{} {command}", self.tag).into_bytes()
    }

    async fn send(&mut self, settings: &ImapSettings, bytes: &[u8], deadline: Instant) -> Result<(), Error> {
        let stream = self.client.get_mut();
        let write = async {
            stream.write_all(bytes).await?;
            stream.flush().await
        };
        match tokio::time::timeout_at(deadline, write).await {
            Ok(written) => written.map_err(|e| settings.lost(&e)),
            Err(_) => Err(settings.silent()),
        }
    }

    /// Waits for the `+` that lets a command go on; `Some` with the server's words if it will not.
    async fn leave_to_go_on(
        &mut self,
        settings: &ImapSettings,
        deadline: Instant,
    ) -> Result<Option<String>, Error> {
        loop {
            let answer = self.next(settings, deadline, |response| match response {
                Response::Continue(_) => Some(None),
                Response::Done { outcome, .. } => Some(Some(words(outcome.information.as_deref(), settings))),
                _ => None,
            });
            if let Some(answer) = answer.await? {
                return Ok(answer);
            }
        }
    }

    async fn until_done(
        &mut self,
        settings: &ImapSettings,
        deadline: Instant,
        mut untagged: impl FnMut(&Response<'_>),
    ) -> Result<Done, Error> {
        let under_way = format!("v{}", self.tag);
        loop {
            let answer = self.next(settings, deadline, |response| match response {
                Response::Done { tag, .. } if tag.0 != under_way => {
                    Some(Err(settings.trouble("answered a command that is not under way: connecting anew")))
                }
                Response::Done { status, outcome, .. } => {
                    let words = words(outcome.information.as_deref(), settings);
                    Some(Ok(match status {
                        Status::Ok => Done::Ok,
                        Status::No => Done::No(words),
                        _ => Done::Bad(words),
                    }))
                }
                other => {
                    untagged(other);
                    None
                }
            });
            if let Some(answer) = answer.await? {
                return answer;
            }
        }
    }

    /// What `look` sees in the next response, after what it says of the folder and the server was noted.
    async fn next<T>(
        &mut self,
        settings: &ImapSettings,
        deadline: Instant,
        look: impl FnOnce(&Response<'_>) -> T,
    ) -> Result<T, Error> {
        let response = match tokio::time::timeout_at(deadline, self.client.read_response()).await {
            Err(_) => return Err(settings.silent()),
            Ok(Ok(Some(response))) => response,
            Ok(Ok(None)) => return Err(settings.trouble("closed the connection")),
            Ok(Err(e)) if e.kind() == TOO_MUCH => {
                return Err(settings.trouble("sends far more than was asked for: the connection is given up"));
            }
            // The parser's words hold mail text: they go nowhere.
            Ok(Err(e)) if e.kind() == std::io::ErrorKind::Other => {
                return Err(settings.trouble("sent something that is not IMAP"));
            }
            Ok(Err(e)) => return Err(settings.lost(&e)),
        };
        match response.parsed() {
            Response::MailboxData(MailboxDatum::Exists(n)) => self.exists = *n,
            Response::Expunge(_) => {
                self.exists = self.exists.saturating_sub(1);
                self.expunged = true;
            }
            Response::Vanished { earlier, uids } => {
                let gone =
                    uids.iter().map(|r| r.end().saturating_sub(*r.start()).saturating_add(1)).sum::<u32>();
                if !earlier {
                    self.exists = self.exists.saturating_sub(gone);
                    self.expunged = true;
                }
            }
            Response::Capabilities(offered) => self.learn(offered),
            Response::Data { status: Status::Bye, outcome } => {
                let words = words(outcome.information.as_deref(), settings);
                return Err(settings.trouble(&format!("said goodbye ({words})")));
            }
            Response::Data { outcome, .. } | Response::Done { outcome, .. } => match &outcome.code {
                Some(ResponseCode::Capabilities(offered)) => self.learn(offered),
                Some(ResponseCode::UidValidity(n)) => self.uidvalidity = Some(*n),
                _ => {}
            },
            _ => {}
        }
        Ok(look(response.parsed()))
    }

    fn learn(&mut self, offered: &[Capability<'_>]) {
        let name = |c: &Capability<'_>| match c {
            Capability::Imap4rev1 => "IMAP4REV1".to_owned(),
            Capability::Auth(a) => format!("AUTH={}", a.to_uppercase()),
            Capability::Atom(a) => a.to_uppercase(),
        };
        self.capabilities = Some(offered.iter().map(name).collect());
    }

    /// IDLE (RFC 2177) until the folder changes or `limit` is over. False when the server refuses IDLE.
    pub async fn idle(&mut self, settings: &ImapSettings, limit: Duration) -> Result<bool, Error> {
        let (exists, begun) = (self.exists, Instant::now());
        self.client.get_mut().expect(0);
        let mut out = self.tagged("IDLE");
        out.extend_from_slice(b"\r\n");
        self.send(settings, &out, begun + settings.timeout).await?;
        if self.leave_to_go_on(settings, begun + settings.timeout).await?.is_some() {
            return Ok(false);
        }
        while self.exists == exists && !self.expunged && begun.elapsed() < limit {
            // The timer outside says that nothing came; `next` only ever waits, so dropping it loses nothing.
            let patient = begun + limit + settings.timeout;
            let ended = |response: &Response<'_>| matches!(response, Response::Done { .. });
            match tokio::time::timeout_at(begun + limit, self.next(settings, patient, ended)).await {
                Err(_) => break,
                Ok(Ok(false)) => {}
                Ok(Ok(true)) => return Err(settings.trouble("ended IDLE by itself: connecting anew")),
                Ok(Err(e)) => return Err(e),
            }
        }
        let deadline = Instant::now() + settings.timeout;
        self.send(settings, b"DONE\r\n", deadline).await?;
        self.until_done(settings, deadline, |_| ()).await?;
        Ok(true)
    }
}

fn refused_login(settings: &ImapSettings, words: &str) -> Error {
    settings.trouble(&format!("refuses user {} ({words}): check user name and password", settings.user))
}

/// The server's words, fit for a log: one line, no control characters, at most 200 letters, never the password.
fn words(said: Option<&str>, settings: &ImapSettings) -> String {
    let mut said = said.unwrap_or("no reason given").to_owned();
    if !settings.password.is_empty() {
        said = said.replace(&settings.password, "***");
        // As it was written in the command, which some servers repeat.
        said = said.replace(&settings.password.replace('\\', r"\\").replace('"', "\\\""), "***");
    }
    said.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect()
}
