//! The mailbox against scripted servers, a real one, and a Maildir.

mod dialogues;
mod servers;

use std::collections::BTreeSet;
use std::time::Duration;

use verbale::mailbox::{ImapSettings, Keeper, Mailbox, Pass, Settings, Tls};
use verbale::message::{Digest, ReceivedFrom};
use verbale::store::{self, Incoming, Place};

/// Keeps in memory; refuses a place that it has, so that anything fetched twice shows.
#[derive(Default)]
pub struct Memory {
    pub messages: Vec<Incoming>,
    pub contents: BTreeSet<Digest>,
    pub places: BTreeSet<Place>,
    pub twice: Vec<Place>,
    /// What happens before a batch is kept; given how many messages were kept so far.
    pub meanwhile: Option<Box<dyn FnMut(usize) + Send>>,
}

impl Keeper for Memory {
    async fn known(
        &mut self,
        account: &str,
        folder: &str,
        validity: u32,
    ) -> Result<BTreeSet<String>, store::Error> {
        let here = |p: &&Incoming| {
            p.place.account == account && p.place.folder == folder && p.place.uidvalidity == validity
        };
        Ok(self.messages.iter().filter(here).map(|m| m.place.uid.clone()).collect())
    }
    async fn keep(&mut self, batch: Vec<Incoming>) -> Result<(), store::Error> {
        if let Some(meanwhile) = &mut self.meanwhile {
            meanwhile(self.messages.len());
        }
        for message in batch {
            if !self.places.insert(message.place.clone()) {
                self.twice.push(message.place.clone());
            }
            self.contents.insert(message.receipt.sha256.clone());
            self.messages.push(message);
        }
        Ok(())
    }
}

pub fn settings(port: u16) -> ImapSettings {
    ImapSettings {
        host: "127.0.0.1".into(),
        port,
        tls: Tls::None,
        ca: None,
        user: "desk".into(),
        password: "pass word".into(),
        folder: "INBOX".into(),
        idle: true,
        poll: Duration::from_secs(1),
        timeout: Duration::from_secs(5),
    }
}

pub fn mailbox(settings: &ImapSettings) -> Mailbox {
    Mailbox::new(Settings::Imap(settings.clone()), 1 << 20, vec![])
}

#[tokio::test]
async fn a_maildir_is_read_and_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    for sub in ["new", "cur", "tmp"] {
        std::fs::create_dir(dir.path().join(sub)).unwrap();
    }
    let put = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    put("new/1503100000.M1.host", "Received: by mx.desk.example; Fri, 18 Aug 2017 22:00:00 EST\n\nA");
    put("cur/1503100001.M2.host:2,S", "Subject: b\n\nB");
    put("new/1503100002.M3.host", &format!("Subject: c\n\n{}", "C".repeat(5000)));
    put("new/.hidden", "no");
    put("new/other-name", "Subject: e\n\nE");
    std::os::unix::fs::symlink("../new/other-name", dir.path().join("cur/link")).unwrap();
    let settings = Settings::Maildir { path: dir.path().to_owned(), poll: Duration::from_millis(1) };
    let mut mailbox = Mailbox::new(settings, 1000, vec!["mx.desk.example".into()]);
    let mut keeper = Memory::default();
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), Pass { server_has: 4, we_hold: 4, fetched: 4 });
    let [a, b, c, e] = &keeper.messages[..] else { panic!() };
    assert_eq!(
        (a.receipt.received_from, a.receipt.received.timestamp()),
        (ReceivedFrom::ReceivedHeader, 1_503_111_600)
    );
    assert_eq!(
        (b.receipt.received_from, b.receipt.received.timestamp()),
        (ReceivedFrom::FileName, 1_503_100_001)
    );
    assert_eq!((b.place.uid.as_str(), b.raw.as_slice()), ("1503100001.M2.host", &b"Subject: b\n\nB"[..]));
    assert_eq!((c.too_large, c.raw.as_slice(), c.size), (true, &b"Subject: c\n\n"[..], 5012));
    assert_eq!(
        (c.receipt.size, &c.receipt.sha256),
        (12, &Digest::of(b"Subject: c\n\n")),
        "the sum is of what we hold"
    );
    assert_eq!((e.receipt.received_from, e.place.uid.as_str()), (ReceivedFrom::FileTime, "other-name"));
    // Another program looks at it: the same message under another name is no new one.
    std::fs::rename(dir.path().join("new/1503100000.M1.host"), dir.path().join("cur/1503100000.M1.host:2,S"))
        .unwrap();
    put("new/1503100003.M4.host", "Subject: d\n\nD");
    mailbox.wait().await.unwrap();
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), Pass { server_has: 5, we_hold: 5, fetched: 1 });
    assert!(keeper.twice.is_empty());
}

#[tokio::test]
async fn a_file_that_moves_while_the_maildir_is_read_is_neither_lost_nor_repeated() {
    let dir = tempfile::tempdir().unwrap();
    for sub in ["new", "cur", "tmp"] {
        std::fs::create_dir(dir.path().join(sub)).unwrap();
    }
    for n in 0..300 {
        let text = format!("Subject: {n}\n\n");
        std::fs::write(dir.path().join(format!("new/15031{n:05}.M1.host")), text).unwrap();
    }
    let settings = Settings::Maildir { path: dir.path().to_owned(), poll: Duration::from_millis(1) };
    let mut mailbox = Mailbox::new(settings, 1000, vec![]);
    let path = dir.path().to_owned();
    // When the first batch is kept, a mail reader takes the rest to cur/, and one message is deleted.
    let meanwhile = move |kept| {
        if kept == 0 {
            std::fs::remove_file(path.join("new/1503100299.M1.host")).unwrap();
            for n in 0..299 {
                let name = format!("15031{n:05}.M1.host");
                std::fs::rename(path.join("new").join(&name), path.join(format!("cur/{name}:2,S"))).unwrap();
            }
        }
    };
    let mut keeper = Memory { meanwhile: Some(Box::new(meanwhile)), ..Memory::default() };
    assert_eq!(
        mailbox.pass(&mut keeper).await.unwrap(),
        Pass { server_has: 299, we_hold: 299, fetched: 299 }
    );
    assert!(keeper.twice.is_empty() && keeper.contents.len() == 299);
}
