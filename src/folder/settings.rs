//! desk.toml: who the office is and how it reaches mail.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;

use crate::delivery::{self, SmtpSettings};
use crate::diagnostic::Diagnostic;
use crate::folder::tree::{Table, Tree};
use crate::letter::Identity;
use crate::mailbox::{self, ImapSettings, Tls};
use crate::office::{Particulars, Policy};
use crate::states::Language;
use crate::worker::Limits;

/// What the edges need to know; the office itself is [`crate::office::Office`].
#[derive(Debug, Clone)]
pub struct Settings {
    /// Folder of the store.
    pub store: PathBuf,
    /// Where mail comes from.
    pub mailbox: mailbox::Settings,
    /// Where letters go.
    pub delivery: delivery::Settings,
    /// The pause before a letter's second attempt; later ones grow from it.
    pub retry: Duration,
    /// What a confined child may use up.
    pub limits: Limits,
    /// Whether papers may be opened on a host without landlock.
    pub unconfined: bool,
}

/// Everything that desk.toml says.
pub(super) struct DeskFile {
    pub particulars: Particulars,
    pub settings: Settings,
}

/// The store's folder alone, for commands that only look at it.
pub(super) fn store_path(dir: &Path, text: &str, environment: &[(String, String)]) -> PathBuf {
    let tree = Tree::parse("desk.toml", text, environment);
    dir.join(tree.root().table("store").text("path").unwrap_or_else(|| "var".to_owned()))
}

/// Reads desk.toml. Paths in it are relative to `dir`.
pub(super) fn read(
    dir: &Path,
    text: &str,
    environment: &[(String, String)],
) -> Result<DeskFile, Vec<Diagnostic>> {
    let (file, diagnostics) = read_all(dir, text, environment);
    if diagnostics.is_empty() { Ok(file) } else { Err(diagnostics) }
}

/// As [`read`], for judging only: passwords and certificates that are not here, where nothing is fetched or sent, are
/// no mistake.
pub(super) fn read_without_secrets(
    dir: &Path,
    text: &str,
    environment: &[(String, String)],
) -> Result<DeskFile, Vec<Diagnostic>> {
    let (file, mut diagnostics) = read_all(dir, text, environment);
    diagnostics.retain(|d| !matches!(d.code, "password-file" | "ca-file"));
    if diagnostics.is_empty() { Ok(file) } else { Err(diagnostics) }
}

fn read_all(dir: &Path, text: &str, environment: &[(String, String)]) -> (DeskFile, Vec<Diagnostic>) {
    let tree = Tree::parse("desk.toml", text, environment);
    let root = tree.root();
    let office = root.table("office");
    let sender = root.table("sender");
    let answers = root.table("answers");
    let trust = root.table("trust");
    let papers = root.table("papers");
    let store = root.table("store");

    let identity = identity(&office, &sender);
    let mut own = sender.texts("own_addresses");
    own.push(identity.sender.1.clone());
    let policy = Policy {
        start: start(&office),
        fallback_language: language(&office, "fallback_language").unwrap_or(Language::En),
        own_addresses: own.iter().map(|a| a.to_lowercase()).collect(),
        letters_per_correspondent: answers.number("letters_per_correspondent").unwrap_or(10),
        breaker: answers.number("breaker").unwrap_or(20),
        max_message: root.table("mailbox").number("max_message").unwrap_or(25 << 20),
        trusted_relays: trust.texts("relays").iter().map(|r| r.to_lowercase()).collect(),
        staff: office.text("staff").filter(|s| !s.is_empty()),
        near_deadline_days: answers.number("near_deadline_days").unwrap_or(7),
    };
    let limits = Limits {
        time: papers.seconds("time").unwrap_or(Limits::default().time),
        memory: papers.number::<u64>("memory_mib").map_or(Limits::default().memory, |m| m << 20),
        pages: papers.number("pages").unwrap_or(Limits::default().pages),
        scan_time: papers.seconds("scan_time").unwrap_or(Limits::default().scan_time),
        scan_pages: papers.number("scan_pages").unwrap_or(Limits::default().scan_pages),
        ..Limits::default()
    };
    let zone = office.required("zone", "America/New_York");
    let trusted_hosts = trust.texts("authentication_results").iter().map(|h| h.to_lowercase()).collect();
    let settings = Settings {
        store: dir.join(store.text("path").unwrap_or_else(|| "var".to_owned())),
        mailbox: mailbox(dir, &root),
        delivery: delivery(dir, &root),
        retry: root.table("delivery").seconds("retry").unwrap_or(delivery::RETRY),
        limits,
        unconfined: papers.truth("unconfined").unwrap_or(false),
    };
    for table in [&office, &sender, &answers, &trust, &papers, &store, &root] {
        table.done();
    }
    let particulars = Particulars { identity, policy, zone, trusted_hosts };
    (DeskFile { particulars, settings }, tree.into_diagnostics())
}

fn identity(office: &Table<'_>, sender: &Table<'_>) -> Identity {
    let address = sender.required("address", "fund@example.org");
    if !address.is_empty() && !is_plain_address(&address) {
        sender.refuse(
            "address",
            "address",
            &format!("`{address}` is no address that letters can come from"),
            "write one address without a name: \"fund@example.org\"",
        );
    }
    let prefix = office.required("prefix", "GCM");
    if !prefix.is_empty() && !prefix.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        office.refuse(
            "prefix",
            "prefix",
            &format!("`{prefix}` cannot begin a reference"),
            "use capital letters and digits only: \"GCM\" makes GCM-2017-0001",
        );
    }
    Identity {
        office: by_language(office, "name"),
        fund: by_language(office, "fund"),
        sender: (sender.text("name").unwrap_or_default(), address),
        prefix,
        contacts: office.texts("contacts"),
    }
}

/// The start date is mandatory: without it the first contact with an old mailbox would answer years of mail.
fn start(office: &Table<'_>) -> NaiveDate {
    office.day("start").unwrap_or_else(|| {
        if !office.has("start") {
            office
                .missing("start", "2017-08-01     (mail received earlier is kept and read, never answered)");
        }
        NaiveDate::MAX
    })
}

fn by_language(office: &Table<'_>, key: &'static str) -> BTreeMap<Language, String> {
    let table = office.table(key);
    let names: BTreeMap<Language, String> =
        Language::ALL.into_iter().filter_map(|l| table.text(l.code()).map(|name| (l, name))).collect();
    if !table.has("en") {
        table.missing("en", "\"…\"");
    }
    table.done();
    names
}

fn language(table: &Table<'_>, key: &'static str) -> Option<Language> {
    let code = table.text(key)?;
    let language = Language::from_code(&code);
    if language.is_none() {
        table.refuse(
            key,
            "language",
            &format!("`{code}` is no language here"),
            "write one of en, fr, es, ar, ru, zh",
        );
    }
    language
}

fn mailbox(dir: &Path, root: &Table<'_>) -> mailbox::Settings {
    let table = root.table("mailbox");
    table.number::<u64>("max_message");
    let imap = table.table("imap");
    let maildir = table.table("maildir");
    let settings = match (imap.is_there(), maildir.is_there()) {
        (false, true) => {
            let path = dir.join(maildir.required("path", "Maildir"));
            let poll = maildir.seconds("poll").unwrap_or(Duration::from_secs(1));
            maildir.done();
            mailbox::Settings::Maildir { path, poll }
        }
        (true, false) => {
            let host = imap.required("host", "imap.example.org");
            let tls = tls(&imap, &host);
            let settings = ImapSettings {
                port: imap.number("port").unwrap_or(if tls == Tls::Implicit { 993 } else { 143 }),
                tls,
                ca: ca(dir, &imap),
                user: imap.required("user", "fund"),
                password: password(dir, &imap).unwrap_or_else(|| {
                    imap.missing("password_file", "\"secrets/imap\"");
                    String::new()
                }),
                folder: imap.text("folder").unwrap_or_else(|| "INBOX".to_owned()),
                idle: imap.truth("idle").unwrap_or(true),
                poll: imap.seconds("poll").unwrap_or(Duration::from_secs(60)),
                timeout: imap.seconds("timeout").unwrap_or(Duration::from_secs(60)),
                host,
            };
            imap.done();
            mailbox::Settings::Imap(settings)
        }
        (both, _) => {
            let words = if both { "`mailbox` has two sources" } else { "`mailbox` names no source of mail" };
            root.refuse("mailbox", "mailbox", words, "write either [mailbox.imap] or [mailbox.maildir]");
            mailbox::Settings::Maildir { path: PathBuf::new(), poll: Duration::from_secs(1) }
        }
    };
    table.done();
    settings
}

fn delivery(dir: &Path, root: &Table<'_>) -> delivery::Settings {
    let table = root.table("delivery");
    table.seconds("retry");
    let smtp = table.table("smtp");
    let files = table.table("files");
    let settings = match (smtp.is_there(), files.is_there()) {
        (false, true) => {
            let path = dir.join(files.required("path", "letters"));
            files.done();
            delivery::Settings::Files(path)
        }
        (true, false) => {
            let host = smtp.required("host", "relay.example.org");
            let tls = tls(&smtp, &host);
            let user = smtp.text("user");
            let password = password(dir, &smtp);
            if user.is_some() != password.is_some() {
                let help = "write both user and password_file, or neither";
                smtp.refuse("user", "login", "a relay needs both a user and a password, or neither", help);
            }
            let settings = SmtpSettings {
                port: smtp.number("port").unwrap_or(match tls {
                    Tls::Implicit => 465,
                    Tls::StartTls => 587,
                    Tls::None => 25,
                }),
                tls,
                ca: ca(dir, &smtp),
                login: user.zip(password),
                hello: smtp.text("hello").unwrap_or_else(|| "localhost".to_owned()),
                timeout: smtp.seconds("timeout").unwrap_or(Duration::from_secs(60)),
                connections: smtp.number("connections").unwrap_or(4),
                host,
            };
            smtp.done();
            delivery::Settings::Smtp(settings)
        }
        (both, _) => {
            let words = if both { "`delivery` has two ways out" } else { "`delivery` names no way out" };
            root.refuse("delivery", "delivery", words, "write either [delivery.smtp] or [delivery.files]");
            delivery::Settings::Files(PathBuf::new())
        }
    };
    table.done();
    settings
}

/// Clear text only to loopback, unless the desk says that it accepts it.
fn tls(table: &Table<'_>, host: &str) -> Tls {
    let accepted = table.truth("accept_clear_text").unwrap_or(false);
    let wanted = table.text("tls").unwrap_or_else(|| "implicit".to_owned());
    match wanted.as_str() {
        "implicit" => Tls::Implicit,
        "starttls" => Tls::StartTls,
        "none" => {
            let loopback = matches!(host, "localhost" | "::1") || host.starts_with("127.");
            if !loopback && !accepted {
                table.refuse(
                    "tls",
                    "clear-text",
                    &format!("the connection to {host} would carry passwords and notes in clear text"),
                    "write tls = \"implicit\" or \"starttls\"; or accept_clear_text = true, if the network is yours",
                );
            }
            Tls::None
        }
        other => {
            let words = format!("`{other}` is no way to protect a connection");
            table.refuse(
                "tls",
                "tls",
                &words,
                "write \"implicit\" (TLS from the start), \"starttls\" or \"none\"",
            );
            Tls::Implicit
        }
    }
}

/// A password from the setting (meant for the environment) or from a file, whose last line end is cut off.
fn password(dir: &Path, table: &Table<'_>) -> Option<String> {
    let plain = table.text("password");
    let file = table.text("password_file");
    match (plain, file) {
        (Some(password), _) => Some(password),
        (None, Some(file)) => match std::fs::read_to_string(dir.join(&file)) {
            Ok(text) => Some(text.trim_end_matches(['\r', '\n']).to_owned()),
            Err(error) => {
                let words = format!("the password file `{file}` cannot be read: {error}");
                table.refuse(
                    "password_file",
                    "password-file",
                    &words,
                    "make the file, readable by the daemon only",
                );
                Some(String::new())
            }
        },
        (None, None) => None,
    }
}

fn ca(dir: &Path, table: &Table<'_>) -> Option<Vec<u8>> {
    let file = table.text("ca_file")?;
    match std::fs::read(dir.join(&file)) {
        Ok(pem) => Some(pem),
        Err(error) => {
            let words = format!("the certificate file `{file}` cannot be read: {error}");
            table.refuse("ca_file", "ca-file", &words, "name a PEM file with the certificates to trust");
            None
        }
    }
}

fn is_plain_address(address: &str) -> bool {
    address.split_once('@').is_some_and(|(local, domain)| {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        !local.is_empty() && !domain.is_empty() && local.chars().all(plain) && domain.chars().all(plain)
    })
}
