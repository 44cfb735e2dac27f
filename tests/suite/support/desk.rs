//! A fresh desk folder, and what its store says.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use verbale::store::{Counts, LetterRow, MessageRow, Reader};

use super::mailbox::Mailbox;
use super::notes;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_verbale");

/// A desk folder in a folder of its own, which goes away with it.
pub struct Desk {
    folder: tempfile::TempDir,
    pub dir: PathBuf,
    pub store: PathBuf,
}

/// What a test may want otherwise.
pub struct Wishes<'a> {
    pub mailbox: &'a dyn Mailbox,
    /// Port of the relay on loopback.
    pub relay: u16,
    /// Address that letters come from.
    pub sender: &'a str,
    pub start: &'a str,
    /// Beginning of our references.
    pub prefix: &'a str,
    /// Further lines of `[office]`.
    pub office: &'a str,
    /// Further lines of `[delivery.smtp]`.
    pub smtp: &'a str,
    /// Further lines of `[delivery]`.
    pub delivery: &'a str,
    /// Further tables.
    pub more: &'a str,
    /// Folder of the store; beside the desk where `None`.
    pub store: Option<&'a Path>,
}

impl<'a> Wishes<'a> {
    pub fn new(mailbox: &'a dyn Mailbox, relay: u16) -> Self {
        Self {
            mailbox,
            relay,
            sender: "desk@fund.example",
            start: "2017-08-01",
            prefix: "TST",
            office: "",
            smtp: "",
            delivery: "",
            more: "",
            store: None,
        }
    }
}

impl Desk {
    /// A folder to put the mailbox into, before the desk is made.
    pub fn folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    /// The sample desk with the calendar of the tests and a desk.toml of its own.
    pub fn new(folder: tempfile::TempDir, wishes: &Wishes<'_>) -> Self {
        let dir = folder.path().join("desk");
        verbale::folder::sample::write(&dir).unwrap();
        std::fs::write(dir.join("rules/events.toml"), notes::calendar()).unwrap();
        // The cases are those of the sample's calendar, and so is the event that examples start from.
        std::fs::remove_file(dir.join("rules/cases.toml")).unwrap();
        let checks = std::fs::read_to_string(dir.join("rules/checks.toml")).unwrap();
        let own: String = checks.split_inclusive('\n').filter(|line| !line.starts_with("event = ")).collect();
        std::fs::write(dir.join("rules/checks.toml"), own).unwrap();
        let store = wishes.store.map_or_else(|| folder.path().join("store"), Path::to_owned);
        let desk = Self { folder, dir, store };
        desk.rewrite(wishes);
        desk
    }

    /// Writes desk.toml anew.
    pub fn rewrite(&self, wishes: &Wishes<'_>) {
        let toml = format!(
            "[office]\nprefix = \"{prefix}\"\nzone = \"America/New_York\"\nstart = {start}\n\
             {office}\n[office.name]\nen = \"The Office of the Special Representative\"\n\
             [office.fund]\nen = \"the voluntary trust fund\"\n\
             [sender]\nname = \"Travel support desk\"\naddress = \"{sender}\"\n\
             {mailbox}[delivery]\n{delivery}\n[delivery.smtp]\nhost = \"127.0.0.1\"\nport = {relay}\ntls = \"none\"\n\
             {smtp}\n[papers]\nunconfined = true\n[store]\npath = \"{store}\"\n{more}",
            prefix = wishes.prefix,
            start = wishes.start,
            office = wishes.office,
            sender = wishes.sender,
            mailbox = wishes.mailbox.settings(),
            delivery = wishes.delivery,
            relay = wishes.relay,
            smtp = wishes.smtp,
            store = self.store.display(),
            more = wishes.more,
        );
        std::fs::write(self.dir.join("desk.toml"), toml).unwrap();
    }

    /// The folder that holds the desk.
    pub fn around(&self) -> &Path {
        self.folder.path()
    }

    /// How often the log of its daemons says this.
    pub fn logged(&self, words: &str) -> usize {
        std::fs::read_to_string(self.around().join("log")).unwrap_or_default().matches(words).count()
    }

    /// Runs a command of the program on this desk and waits for its end.
    pub fn command(&self, arguments: &[&str]) -> Output {
        Command::new(PROGRAM).args(["--desk"]).arg(&self.dir).args(arguments).output().unwrap()
    }

    /// A look into the store; none while there is no store yet.
    pub fn reader(&self) -> Option<Reader> {
        Reader::open(&self.store).ok()
    }

    pub fn counts(&self) -> Counts {
        self.reader().and_then(|r| r.counts().ok()).unwrap_or_default()
    }

    /// Messages in the store, whatever became of them.
    pub fn stored(&self) -> u64 {
        let counts = self.counts();
        counts.kept + counts.settled + counts.held
    }

    pub fn messages(&self) -> Vec<MessageRow> {
        self.reader().unwrap().messages().unwrap()
    }

    /// All letters, sent ones too.
    pub fn letters(&self) -> Vec<LetterRow> {
        self.reader().unwrap().outbox(true).unwrap()
    }

    /// Letters in this state (`due`, `trying`, `sent`, `held`, `refused`).
    pub fn letters_that_are(&self, state: &str) -> u64 {
        self.counts().letters.get(state).copied().unwrap_or(0)
    }

    /// Whether this many messages are settled or held, and no letter is on its way.
    pub fn rests(&self, messages: u64) -> bool {
        let counts = self.counts();
        counts.settled + counts.held == messages
            && ["due", "trying"].iter().all(|state| counts.letters.get(*state).copied().unwrap_or(0) == 0)
    }

    /// How often the journal has this event.
    pub fn journalled(&self, event: &str) -> usize {
        let rows = self.reader().and_then(|r| r.journal(&Default::default()).ok()).unwrap_or_default();
        rows.iter().filter(|row| row.event == event).count()
    }
}
