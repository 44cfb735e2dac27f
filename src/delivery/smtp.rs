//! One SMTP connection, driven command by command so that the phase of every failure is known.

use std::fmt::Display;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Auth, Data, Ehlo, Mail, Quit, Rcpt, Rset, Starttls};
use lettre::transport::smtp::extension::{ClientId, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use rustls::ClientConfig;

use super::SmtpSettings;
use super::dial::{dial, handshake};
use super::verdict::{Fault, Phase};
use super::wire::{Socket, Wire};
use crate::mailbox::Tls;

/// A failure and where it happened.
pub(super) struct Failure {
    pub(super) phase: Phase,
    pub(super) fault: Fault,
    /// The last octet of the letter may have reached the server.
    pub(super) dot_sent: bool,
    /// The connection can carry the next letter.
    pub(super) usable: bool,
}

/// A letter with its envelope, checked.
pub(super) struct Parcel<'a> {
    /// None for the null sender.
    pub(super) from: Option<Address>,
    /// At least one.
    pub(super) to: Vec<Address>,
    /// CRLF line ends only.
    pub(super) bytes: &'a [u8],
}

/// What the server offered in its answer to EHLO.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Offer {
    starttls: bool,
    size: bool,
    eight_bit: bool,
    utf8: bool,
    plain: bool,
    login: bool,
    pipelining: bool,
}

impl Offer {
    /// Reads the lines of an EHLO reply; keywords in any case (RFC 5321 §2.4).
    fn read(reply: &str) -> Self {
        let mut offer = Self::default();
        for line in reply.lines().skip(1) {
            let line = line.get(4..).unwrap_or_default().to_ascii_uppercase();
            let mut words = line.split([' ', '=']).filter(|w| !w.is_empty());
            match words.next() {
                Some("STARTTLS") => offer.starttls = true,
                Some("SIZE") => offer.size = true,
                Some("8BITMIME") => offer.eight_bit = true,
                Some("SMTPUTF8") => offer.utf8 = true,
                Some("PIPELINING") => offer.pipelining = true,
                Some("AUTH") => {
                    for word in words {
                        offer.plain |= word == "PLAIN";
                        offer.login |= word == "LOGIN";
                    }
                }
                _ => {}
            }
        }
        offer
    }
}

/// An open connection, greeted, protected and logged in as the settings want it.
pub(super) struct Connection {
    smtp: AsyncSmtpConnection,
    wire: Wire,
    offer: Offer,
    timeout: Duration,
}

impl std::fmt::Debug for Connection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Connection")
    }
}

type Step<T> = Result<T, (Phase, Fault)>;

impl Connection {
    /// Opens a connection. Every wait has its own limit of `settings.timeout`.
    pub(super) async fn open(settings: &SmtpSettings, tls: Option<&Arc<ClientConfig>>) -> Step<Self> {
        let limit = settings.timeout;
        let failed = |phase, what: String| (phase, Fault::Failed(what));
        if settings.hello.is_empty() || settings.hello.chars().any(|c| !c.is_ascii_graphic()) {
            return Err(failed(Phase::Greeting, "the name to greet with (hello) is not a host name".into()));
        }
        let socket = dial(settings).await.map_err(|fault| (Phase::Connect, fault))?;
        let wire = match (settings.tls, tls) {
            (Tls::Implicit, Some(config)) => Wire::new(
                handshake(socket, config, settings).await.map_err(|fault| (Phase::Handshake, fault))?,
            ),
            (Tls::Implicit | Tls::StartTls, None) => {
                return Err(failed(Phase::Handshake, "TLS is not set up".into()));
            }
            (Tls::StartTls, Some(_)) | (Tls::None, _) => Wire::new(Socket::Plain(socket)),
        };
        let hello = ClientId::Domain(settings.hello.clone());
        // Two answers are awaited here (greeting, EHLO), so twice the limit.
        let opening = AsyncSmtpConnection::connect_with_transport(Box::new(wire.clone()), &hello);
        let smtp = match tokio::time::timeout(limit * 2, opening).await {
            Ok(Ok(smtp)) => smtp,
            Ok(Err(error)) => return Err((Phase::Greeting, fault_of(&error, &wire))),
            Err(_) => return Err((Phase::Greeting, Fault::Silent)),
        };
        let offer = Offer::read(&wire.heard());
        let mut it = Self { smtp, wire, offer, timeout: limit };
        if let (Tls::StartTls, Some(config)) = (settings.tls, tls) {
            it.upgrade(settings, config, hello).await?;
        }
        if let Some((user, password)) = &settings.login {
            it.log_in(user, password).await.map_err(|fault| (Phase::Auth, fault))?;
        }
        Ok(it)
    }

    /// STARTTLS (RFC 3207), never optional: a relay that does not offer it gets nothing.
    async fn upgrade(
        &mut self,
        settings: &SmtpSettings,
        config: &Arc<ClientConfig>,
        hello: ClientId,
    ) -> Step<()> {
        if !self.offer.starttls {
            return Err((Phase::StartTls, Fault::Lacking("STARTTLS, which the settings require")));
        }
        self.say(Starttls, 220).await.map_err(|fault| (Phase::StartTls, fault))?;
        let Some(socket) = self.wire.take_plain() else {
            let what = "the server sent more than its answer before the TLS handshake";
            return Err((Phase::StartTls, Fault::Garbled(what.into())));
        };
        self.wire.put(handshake(socket, config, settings).await.map_err(|fault| (Phase::Handshake, fault))?);
        self.say(Ehlo::new(hello), 250).await.map_err(|fault| (Phase::Greeting, fault))?;
        self.offer = Offer::read(&self.wire.heard());
        Ok(())
    }

    /// AUTH PLAIN where offered, else LOGIN (RFC 4954).
    async fn log_in(&mut self, user: &str, password: &str) -> Result<(), Fault> {
        let credentials = Credentials::new(user.to_owned(), password.to_owned());
        let wrong = |error: SmtpError| Fault::Garbled(format!("AUTH: {error}"));
        if self.offer.plain {
            let auth = Auth::new(Mechanism::Plain, credentials, None).map_err(wrong)?;
            self.say(auth, 235).await?;
        } else if self.offer.login {
            let auth = Auth::new(Mechanism::Login, credentials.clone(), None).map_err(wrong)?;
            let asks_user = self.say(auth, 334).await?;
            let auth =
                Auth::new_from_response(Mechanism::Login, credentials.clone(), &asks_user).map_err(wrong)?;
            let asks_password = self.say(auth, 334).await?;
            let auth =
                Auth::new_from_response(Mechanism::Login, credentials, &asks_password).map_err(wrong)?;
            self.say(auth, 235).await?;
        } else {
            return Err(Fault::Lacking("AUTH PLAIN or LOGIN, but a user is set"));
        }
        Ok(())
    }

    /// Sends one letter; the server's words when it took responsibility. All recipients or none: where one is
    /// refused the letter is not sent to the others, so that a later attempt repeats nothing.
    pub(super) async fn carry(&mut self, parcel: &Parcel<'_>) -> Result<String, Failure> {
        let broken = |phase, fault| Failure { phase, fault, dot_sent: false, usable: false };
        let options =
            self.options(parcel).map_err(|fault| Failure { usable: true, ..broken(Phase::Mail, fault) })?;
        let recipients = || parcel.to.iter().map(|address| Rcpt::new(address.clone(), Vec::new()));
        // Of several recipients one may be refused and others not; then DATA must not be said, so it waits for the answers.
        let grouped = self.offer.pipelining && parcel.to.len() == 1;
        if grouped {
            // One piece of wire for all that needs no answer in between (RFC 2920 §3.1): DATA ends the group. The
            // answers are read one by one, each in its phase, so that a failure means what it means without.
            let mut behind: Vec<String> = recipients().map(|rcpt| rcpt.to_string()).collect();
            behind.push(Data.to_string());
            self.wire.pipeline(&behind);
        }
        if let Err(fault) = self.say(Mail::new(parcel.from.clone(), options), 250).await {
            let usable = !ends(&fault) && (!grouped || self.hear_out(recipients()).await);
            return Err(Failure { usable, ..broken(Phase::Mail, fault) });
        }
        // Where a recipient is refused for ever, a person must know, whatever the others got.
        let mut refused: Option<Fault> = None;
        for rcpt in recipients() {
            let Err(fault) = self.say_any(rcpt, &[250, 251, 252]).await else { continue };
            if ends(&fault) {
                return Err(broken(Phase::Rcpt, fault));
            }
            let lasting =
                |f: &Fault| matches!(super::verdict::judge(Phase::Rcpt, f, false), super::Verdict::Never(_));
            if refused.as_ref().is_none_or(|old| !lasting(old) && lasting(&fault)) {
                refused = Some(fault);
            }
        }
        if let Some(fault) = refused {
            if grouped && !self.hear_out(std::iter::empty()).await {
                return Err(broken(Phase::Rcpt, fault));
            }
            return Err(self.take_back(Phase::Rcpt, fault).await);
        }
        if let Err(fault) = self.say(Data, 354).await {
            // After a 2xx where 354 belongs nobody knows what the server takes for a command.
            if ends(&fault) {
                return Err(broken(Phase::Data, fault));
            }
            return Err(self.take_back(Phase::Data, fault).await);
        }
        let limit = final_dot_limit(self.timeout, parcel.bytes.len());
        // lettre ends with CRLF "." CRLF; the letter's own last line end is the first of them.
        let body = parcel.bytes.strip_suffix(b"\r\n").unwrap_or(parcel.bytes);
        match within(limit, self.smtp.message(body), &self.wire, &[250]).await {
            Ok(_) => Ok(reply_text(&self.wire.heard()).1),
            Err(fault) => {
                let usable = !ends(&fault);
                Err(Failure { dot_sent: self.wire.all_written(), usable, ..broken(Phase::Letter, fault) })
            }
        }
    }

    /// Hears the answers to the rest of a group of commands, `recipients` and DATA, of which one was refused. Whether the
    /// connection is of use then: where the server waits for the letter all the same, it is hung up on, which sends
    /// nothing.
    async fn hear_out(&mut self, recipients: impl Iterator<Item = Rcpt>) -> bool {
        for rcpt in recipients {
            if self.say_any(rcpt, &[250, 251, 252]).await.is_err_and(|fault| ends(&fault)) {
                return false;
            }
        }
        self.say(Data, 354).await.is_err_and(|fault| !ends(&fault))
    }

    /// The parameters of MAIL: only what is needed and offered.
    fn options(&self, parcel: &Parcel<'_>) -> Result<Vec<MailParameter>, Fault> {
        let mut options = Vec::new();
        if self.offer.size {
            options.push(MailParameter::Size(parcel.bytes.len()));
        }
        if !parcel.bytes.is_ascii() {
            if !self.offer.eight_bit {
                return Err(Fault::Lacking("8BITMIME, which this letter needs"));
            }
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        if parcel.from.iter().chain(&parcel.to).any(|address| !AsRef::<str>::as_ref(address).is_ascii()) {
            if !self.offer.utf8 {
                // RFC 6531 §3.2: such an address must not be sent there; no time heals that.
                return Err(Fault::Unwritable(
                    "the address is not ASCII and the server does not offer SMTPUTF8",
                ));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        Ok(options)
    }

    /// Forgets the begun transaction, so that the connection can serve the next letter.
    async fn take_back(&mut self, phase: Phase, fault: Fault) -> Failure {
        let usable = self.say(Rset, 250).await.is_ok();
        Failure { phase, fault, dot_sent: false, usable }
    }

    async fn say(&mut self, command: impl Display, wanted: u16) -> Result<Response, Fault> {
        self.say_any(command, &[wanted]).await
    }

    async fn say_any(&mut self, command: impl Display, wanted: &[u16]) -> Result<Response, Fault> {
        within(self.timeout, self.smtp.command(command), &self.wire, wanted).await
    }

    /// QUIT, politely but not for long: nothing depends on the answer.
    pub(super) async fn quit(mut self) {
        let _ = tokio::time::timeout(self.timeout.min(Duration::from_secs(5)), self.smtp.command(Quit)).await;
    }
}

/// Whether the connection is of no use after `fault`.
fn ends(fault: &Fault) -> bool {
    !matches!(fault, Fault::Refused { code, .. } if *code != 421)
}

/// How long the answer to the final dot is awaited: twenty times the limit, at most the ten minutes of RFC 5321
/// §4.5.3.2.6 (30 s give exactly these), and a second more for every 100 KiB of letter. Giving up here is the one
/// moment at which a letter can arrive twice, so it must come late; a limit of 3 s still waits a minute.
fn final_dot_limit(timeout: Duration, bytes: usize) -> Duration {
    let answer = timeout.saturating_mul(20).min(Duration::from_secs(600)).max(timeout);
    answer + Duration::from_secs((bytes / (100 * 1024)) as u64)
}

/// Awaits one reply of lettre's within `limit` and sees to it that it is one of the `wanted`.
async fn within<F>(limit: Duration, reply: F, wire: &Wire, wanted: &[u16]) -> Result<Response, Fault>
where
    F: Future<Output = Result<Response, SmtpError>>,
{
    match tokio::time::timeout(limit, reply).await {
        Err(_) => Err(Fault::Silent),
        Ok(Err(error)) => Err(fault_of(&error, wire)),
        Ok(Ok(response)) if wanted.contains(&u16::from(response.code())) => Ok(response),
        Ok(Ok(_)) => {
            let heard = wire.heard();
            let (code, text) = reply_text(&heard);
            Err(Fault::Garbled(format!("an answer that does not belong here: {code} {text}")))
        }
    }
}

fn fault_of(error: &SmtpError, wire: &Wire) -> Fault {
    if let Some(code) = error.status() {
        return Fault::Refused { code: u16::from(code), text: reply_text(&wire.heard()).1 };
    }
    if wire.ended() {
        return Fault::Cut;
    }
    let io = std::error::Error::source(error).and_then(|source| source.downcast_ref::<std::io::Error>());
    match io {
        Some(io) if io.kind() == std::io::ErrorKind::InvalidData => Fault::Garbled(io.to_string()),
        Some(io) => Fault::Failed(io.to_string()),
        None => Fault::Garbled(format!("an answer that is not SMTP: {}", wire.heard())),
    }
}

/// Code and text of a reply; an enhanced code that every line repeats is kept once.
fn reply_text(reply: &str) -> (&str, String) {
    let code = reply.get(..3).unwrap_or_default();
    let mut text = String::new();
    let mut first = "";
    for (n, line) in reply.lines().enumerate() {
        let words = line.get(4..).unwrap_or_default().trim();
        if n == 0 {
            first = words.split(' ').next().filter(|w| w.matches('.').count() == 2).unwrap_or_default();
            text.push_str(words);
        } else {
            text.push(' ');
            text.push_str(if first.is_empty() {
                words
            } else {
                words.strip_prefix(first).unwrap_or(words).trim()
            });
        }
    }
    (code, text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_read_in_any_case() {
        let reply =
            "250-relay.example greets you\n250-size 1000\n250-AUTH=LOGIN\n250-StartTLS\n250 8bitmime\n";
        let wanted = Offer { starttls: true, size: true, eight_bit: true, login: true, ..Offer::default() };
        assert_eq!(Offer::read(reply), wanted);
        assert_eq!(Offer::read("250 STARTTLS\n"), Offer::default());
    }

    #[test]
    fn a_reply_of_several_lines_becomes_one_text() {
        let reply = "550-5.1.1 No such user.\n550 5.1.1 See the list.\n";
        assert_eq!(reply_text(reply), ("550", "5.1.1 No such user. See the list.".to_owned()));
        assert_eq!(reply_text("250 \n"), ("250", String::new()));
    }

    #[test]
    fn the_final_answer_is_awaited_long() {
        let seconds = |s| Duration::from_secs(s);
        assert_eq!(final_dot_limit(seconds(30), 3000), seconds(600));
        assert_eq!(final_dot_limit(seconds(3), 1024 * 1024), seconds(70));
        assert_eq!(final_dot_limit(seconds(900), 0), seconds(900));
    }
}
