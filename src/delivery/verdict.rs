//! The verdict table: what a reply, or its absence, means for one letter. The only place that decides it.
//!
//! Never holds a letter for a person, so it is given only where the server speaks about *this letter or its
//! recipient*. What is about us or the relay (a wrong password, a sender it does not accept, a broken
//! configuration) is Later: a slip in desk.toml must not hold two hundred letters one by one.
//!
//! | where | answer | verdict | why |
//! |---|---|---|---|
//! | connecting, TLS, greeting, EHLO, STARTTLS, AUTH | anything | Later | no letter was named yet |
//! | anywhere | 4xx, 421, no answer, cut, garbage | Later | RFC 5321 §4.2.1 |
//! | anywhere | 500 502 503 504 | Later | our dialogue and the relay's do not fit (§4.2.2) |
//! | anywhere | 521 530 534 535 538 | Later | the relay is closed to us (RFC 7504, 4954) |
//! | anywhere | x.3.* except 5.3.4 | Later | the relay's system, not the letter (RFC 3463 §3.4) |
//! | anywhere | 5.2.2 | Later | a full mailbox is emptied one day (RFC 3463 §3.3) |
//! | anywhere | 5.5.1 to 5.5.6 | Later | protocol (RFC 3463 §3.6); 5.5.0 is used for unknown users, so the code decides |
//! | anywhere | 5.7.3 to 5.7.15, 5.7.20 to 5.7.29, 5.7.57, 5.7.60 | Later | our login, our keys, our DNS (RFC 5248, 4954, 7372) |
//! | MAIL | 552, 5.2.3, 5.3.4 | Never | this letter is too large |
//! | MAIL | any other 5xx | Later | MAIL names only our own sender address |
//! | RCPT | 552 without 5.2.3 or 5.3.4 | Later | "too many recipients" or full: a 452 (RFC 5321 §4.5.3.1.10) |
//! | RCPT | 5xx that speaks of relaying | Later | the relay does not know us; the address may be good |
//! | RCPT, DATA, after the letter | any other 5xx | Never | about the recipient or the letter |
//! | after the letter's final dot | no answer, cut, garbage | Later | outcome unknown; sent again with the same Message-ID |

use super::Verdict;

/// How far the dialogue had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Finding the address and opening the connection.
    Connect,
    /// The TLS handshake.
    Handshake,
    /// The server's greeting and its answer to EHLO.
    Greeting,
    /// STARTTLS.
    StartTls,
    /// AUTH.
    Auth,
    /// MAIL FROM.
    Mail,
    /// RCPT TO.
    Rcpt,
    /// DATA.
    Data,
    /// The letter itself, up to the answer to its final dot.
    Letter,
}

impl Phase {
    /// The phase in words that stand after "relay, ".
    fn words(self) -> &'static str {
        match self {
            Phase::Connect => "connecting",
            Phase::Handshake => "TLS handshake",
            Phase::Greeting => "greeting and EHLO",
            Phase::StartTls => "STARTTLS",
            Phase::Auth => "AUTH",
            Phase::Mail => "MAIL FROM",
            Phase::Rcpt => "RCPT TO",
            Phase::Data => "DATA",
            Phase::Letter => "end of letter",
        }
    }
}

/// What went wrong in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// A reply with 4xx or 5xx.
    Refused {
        /// Reply code.
        code: u16,
        /// The lines after the code, joined by blanks.
        text: String,
    },
    /// The server closed the connection.
    Cut,
    /// No answer within the limit.
    Silent,
    /// An answer that is not SMTP, or not one that belongs here.
    Garbled(String),
    /// The network, the name service or TLS.
    Failed(String),
    /// The relay does not offer what is needed.
    Lacking(&'static str),
    /// The relay cannot carry this address.
    Unwritable(&'static str),
}

/// The verdict on `fault` in `phase`. `dot_sent`: the letter's last octet may have reached the server.
pub(super) fn judge(phase: Phase, fault: &Fault, dot_sent: bool) -> Verdict {
    let at = phase.words();
    let unknown = if phase == Phase::Letter && dot_sent {
        "outcome unknown: sent again with the same Message-ID; "
    } else {
        ""
    };
    match fault {
        Fault::Refused { code, text } => {
            let words = format!("{at}: {code} {text}");
            if lasting(phase, *code, text) { Verdict::Never(words) } else { Verdict::Later(words) }
        }
        Fault::Cut => Verdict::Later(format!("{unknown}{at}: the server closed the connection")),
        Fault::Silent => Verdict::Later(format!("{unknown}{at}: no answer in time")),
        Fault::Garbled(what) => Verdict::Later(format!("{unknown}{at}: {what}")),
        Fault::Failed(what) => Verdict::Later(format!("{unknown}{at}: {what}")),
        Fault::Lacking(what) => Verdict::Later(format!("{at}: the server does not offer {what}")),
        Fault::Unwritable(what) => Verdict::Never(format!("{at}: {what}")),
    }
}

/// Whether a refusal holds for this letter whatever the time; see the table above.
fn lasting(phase: Phase, code: u16, text: &str) -> bool {
    if !(500..600).contains(&code) || matches!(code, 500 | 502 | 503 | 504 | 521 | 530 | 534 | 535 | 538) {
        return false;
    }
    let enhanced = enhanced(text);
    let too_large = matches!(enhanced, Some((2, 3) | (3, 4)));
    let about_us =
        matches!(enhanced, Some((3, 0..=3 | 5..) | (2, 2) | (5, 1..=6) | (7, 3..=15 | 20..=29 | 57 | 60)));
    if about_us {
        return false;
    }
    match phase {
        Phase::Connect | Phase::Handshake | Phase::Greeting | Phase::StartTls | Phase::Auth => false,
        Phase::Mail => too_large || (code == 552 && enhanced.is_none()),
        Phase::Rcpt => too_large || !(code == 552 || speaks_of_relaying(text)),
        Phase::Data | Phase::Letter => true,
    }
}

/// "Relay access denied" and its kin carry 5.7.1 or nothing, as do refusals by the recipient, so only the words
/// tell them apart. Missing one costs a held letter, not a lost one.
fn speaks_of_relaying(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    [
        "relay access denied",
        "relaying denied",
        "unable to relay",
        "relay not permitted",
        "relaying not allowed",
    ]
    .iter()
    .any(|words| text.contains(words))
}

/// Subject and detail of a permanent enhanced status code (RFC 3463 §2) at the start of a reply's text.
fn enhanced(text: &str) -> Option<(u16, u16)> {
    let mut parts = text.split_whitespace().next()?.split('.');
    let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
    if class != "5" || parts.next().is_some() {
        return None;
    }
    Some((subject.parse().ok()?, detail.parse().ok()?))
}

/// Longest words that are kept of a server, in characters.
const WORDS: usize = 300;

/// `text` on one line: control characters and runs of white space become one blank, secrets are struck out, and what
/// is longer than 300 characters is cut.
pub(super) fn one_line(text: &str, secrets: &[String]) -> String {
    let mut text = text.to_owned();
    for secret in secrets.iter().filter(|s| !s.is_empty()) {
        text = text.replace(secret.as_str(), "***");
    }
    let mut line = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.chars().count() > WORDS {
        line = line.chars().take(WORDS - 1).collect();
        line.push('…');
    }
    line
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn refusals_follow_the_table() {
        use Phase::*;
        let table = [
            (Greeting, "554 5.7.1 go away", false),
            (Auth, "535 5.7.8 wrong password", false),
            (StartTls, "554 5.7.1 no TLS", false),
            (Mail, "421 4.3.2 closing", false),
            (Mail, "530 5.7.0 authentication required", false),
            (Mail, "550 5.1.8 sender unknown", false),
            (Mail, "553 sender not owned by user", false),
            (Mail, "552 5.3.4 too large", true),
            (Mail, "552 message size exceeds fixed limit", true),
            (Mail, "552 5.2.2 over quota", false),
            (Rcpt, "450 4.2.0 greylisted", false),
            (Rcpt, "550 5.1.1 no such user", true),
            (Rcpt, "550 no such user", true),
            (Rcpt, "556 5.1.10 null MX", true),
            (Rcpt, "550 5.5.0 mailbox unavailable", true),
            (Rcpt, "554 5.7.1 Relay access denied", false),
            (Rcpt, "550 5.7.1 refused by recipient", true),
            (Rcpt, "552 5.2.2 mailbox full", false),
            (Rcpt, "552 too many recipients", false),
            (Rcpt, "552 5.3.4 too large", true),
            (Rcpt, "503 5.5.1 MAIL first", false),
            (Rcpt, "554 5.3.5 misconfigured", false),
            (Rcpt, "550 5.7.60 no permission to send as this sender", false),
            (Data, "554 5.6.0 no", true),
            (Data, "503 5.5.1 need RCPT", false),
            (Letter, "554 5.7.1 content refused", true),
            (Letter, "552 5.3.4 too large", true),
            (Letter, "552 too large", true),
            (Letter, "552 5.2.2 full", false),
            (Letter, "451 4.3.0 queue file write error", false),
            (Letter, "550 5.7.26 DMARC", false),
            (Letter, "554 5.3.0 out of order", false),
        ];
        for (phase, reply, never) in table {
            let (code, text) = reply.split_once(' ').unwrap();
            let fault = Fault::Refused { code: code.parse().unwrap(), text: text.into() };
            let verdict = judge(phase, &fault, true);
            assert_eq!(matches!(verdict, Verdict::Never(_)), never, "{phase:?} {reply}: {verdict:?}");
            assert!(verdict.words().ends_with(reply), "{verdict:?}");
        }
    }

    #[test]
    fn only_a_letter_whose_dot_may_have_left_has_an_unknown_outcome() {
        for fault in [Fault::Cut, Fault::Silent, Fault::Garbled("x".into()), Fault::Failed("x".into())] {
            for phase in [Phase::Connect, Phase::Mail, Phase::Rcpt, Phase::Data, Phase::Letter] {
                for dot_sent in [false, true] {
                    let Verdict::Later(words) = judge(phase, &fault, dot_sent) else { panic!("{fault:?}") };
                    let unknown = phase == Phase::Letter && dot_sent;
                    assert_eq!(words.starts_with("outcome unknown"), unknown, "{words}");
                }
            }
        }
    }

    #[test]
    fn words_are_one_clean_line() {
        let secrets = ["s3cret".to_owned(), String::new()];
        assert_eq!(one_line("a\r\nb\x1b[31m\tc  s3cret\0d", &secrets), "a b [31m c *** d");
        let long = one_line(&"é".repeat(400), &[]);
        assert_eq!(long.chars().count(), 300);
        assert!(long.ends_with('…'));
    }
}
