//! Mailboxes that the tests put mail into. A test takes `&dyn Mailbox`, so that it runs on any kind.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::dovecot::{Dovecot, USER};

/// A mailbox of a desk, from the side of those who write to it.
pub trait Mailbox {
    /// The table of desk.toml that names it.
    fn settings(&self) -> String;
    /// Puts a message into it, received at `at`. `name` is unique in the test.
    fn put(&self, name: &str, at: DateTime<Utc>, raw: &[u8]);
}

/// A Maildir; needs no server.
pub struct Maildir(PathBuf);

impl Maildir {
    pub fn new(parent: &Path) -> Self {
        let path = parent.join("Maildir");
        for part in ["tmp", "new", "cur"] {
            std::fs::create_dir_all(path.join(part)).unwrap();
        }
        Self(path)
    }
}

impl Mailbox for Maildir {
    fn settings(&self) -> String {
        format!("[mailbox.maildir]\npath = \"{}\"\npoll = \"0.1\"\n", self.0.display())
    }

    fn put(&self, name: &str, at: DateTime<Utc>, raw: &[u8]) {
        let name = format!("{}.{name}.mx", at.timestamp());
        std::fs::write(self.0.join("tmp").join(&name), raw).unwrap();
        std::fs::rename(self.0.join("tmp").join(&name), self.0.join("new").join(&name)).unwrap();
    }
}

/// The account of a private Dovecot.
pub struct Imap<'a> {
    pub server: &'a Dovecot,
    pub password: &'a str,
}

impl Mailbox for Imap<'_> {
    fn settings(&self) -> String {
        format!(
            "[mailbox.imap]\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\nuser = \"{USER}\"\npassword = \"{}\"\n\
             poll = \"0.2\"\n",
            self.server.imap, self.password
        )
    }

    fn put(&self, name: &str, at: DateTime<Utc>, raw: &[u8]) {
        let name = format!("{}.{name}.mx", at.timestamp());
        let draft = self.server.mail.join("tmp").join(&name);
        std::fs::write(&draft, raw).unwrap();
        // Dovecot's INTERNALDATE.
        std::fs::File::open(&draft).unwrap().set_modified(at.into()).unwrap();
        std::fs::rename(draft, self.server.mail.join("new").join(name)).unwrap();
    }
}
