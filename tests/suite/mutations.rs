//! Seeded mutations of mails of every carrier, and of every mail of the corpus: no reader of ours panics, and reading what
//! comes of them does not either. The short form of `fuzz/`; `VERBALE_LONG=1` for the long one.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use chrono::DateTime;
use verbale::desk;
use verbale::folder;
use verbale::message::{Digest, Receipt, ReceivedFrom};
use verbale::worker::{Limits, Workers, unconfined};

use crate::carriers;
use crate::support::dice;
use crate::support::papers::{mail, pdf};
use crate::support::size;

/// The thread whose panics count.
const NAME: &str = "mutations";
/// The stack of a child's working thread.
const STACK: usize = 64 << 20;
/// Where our own code panicked.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Panics of readers are caught and called damage; here each one in our own code is a failure.
fn watch() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().name() != Some(NAME) {
            return before(info);
        }
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        if place.starts_with("src/") {
            PANICS.lock().unwrap().push(format!("{place}: {info}"));
        }
    }));
}

/// Numbers that index.
struct Dice(dice::Dice);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(dice::Dice::new(seed))
    }

    fn below(&mut self, end: usize) -> usize {
        self.0.below(end as u64) as usize
    }
}

/// Changes a few bytes, a run of them, or the order of parts; lengths and numbers get their extremes.
fn mutate(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..1 + dice.below(6) {
        if bytes.is_empty() {
            return bytes;
        }
        let at = dice.below(bytes.len());
        let length = (1 + dice.below(64)).min(bytes.len() - at);
        match dice.below(7) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = [0, 0xff, 0x7f, 0x80, b'{', b'<', b'\\'][dice.below(7)],
            2 => bytes[at..at + length].fill(0xff),
            3 => drop(bytes.drain(at..at + length)),
            4 => {
                let run = bytes[at..at + length].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, run);
            }
            5 => bytes.truncate(at),
            _ => {
                let other = dice.below(bytes.len());
                bytes.swap(at, other);
            }
        }
    }
    bytes
}

/// The mails of the corpus, where it is there.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let folders = |dir: &Path| -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = std::fs::read_dir(dir)
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path())
            .filter(|p| p.is_dir())
            .collect();
        found.sort();
        found
    };
    folders(&root)
        .iter()
        .flat_map(|half| folders(half))
        .filter_map(|case| Some((case.display().to_string(), std::fs::read(case.join("message.eml")).ok()?)))
        .collect()
}

#[test]
fn no_mutation_makes_a_reader_panic() {
    watch();
    let dir = tempfile::tempdir().unwrap();
    folder::sample::write(dir.path()).unwrap();
    let desk = folder::load(dir.path()).unwrap_or_else(|wrong| panic!("{wrong:?}"));
    // Files as such, so that a mutation hits the format and not its transfer encoding; then whole mails.
    let files: Vec<(String, Vec<u8>)> = carriers::files();
    // Mutated PDFs are for confined children: the built-in reader of them is not ours.
    let mails: Vec<(String, Vec<u8>)> = carriers::mails()
        .into_iter()
        .chain(corpus())
        .filter(|(name, raw)| !name.contains("pdf") && !raw.windows(7).any(|w| w == b"JVBERi0"))
        .collect();
    let (of_files, of_mails) = (size(60, 4000), size(8, 400));
    let count = files.len() * of_files + mails.len() * of_mails;
    let work = move || {
        let limits = Limits { text: 64 << 10, ..Limits::default() };
        for (name, seed) in &files {
            let mut dice = Dice::new(7);
            for _ in 0..of_files {
                let bytes = mutate(seed, &mut dice);
                for format in ["html", "rtf", "tnef", "smime"].iter().filter(|f| name.contains(**f)) {
                    let _ = unconfined::text(format, &bytes);
                }
                let _ = unconfined::file(&bytes, "application/octet-stream", name, &limits);
            }
        }
        for (_, seed) in &mails {
            let mut dice = Dice::new(11);
            for _ in 0..of_mails {
                let raw = mutate(seed, &mut dice);
                let message = unconfined::message(&raw, &limits, None);
                let received = DateTime::from_timestamp(1_502_370_000, 0).unwrap();
                let receipt = Receipt {
                    sha256: Digest::of(&raw),
                    size: raw.len() as u64,
                    received,
                    received_from: ReceivedFrom::Option,
                };
                let _ = desk::understand(&message, &receipt, &desk.office);
            }
        }
    };
    let ended =
        std::thread::Builder::new().name(NAME.to_owned()).stack_size(STACK).spawn(work).unwrap().join();
    let panics = PANICS.lock().unwrap();
    println!("{count} mutations");
    assert!(panics.is_empty() && ended.is_ok(), "{}", panics.join("\n"));
}

#[tokio::test]
async fn mutated_pdfs_are_answered_without_poppler() {
    let workers =
        Workers::new(env!("CARGO_BIN_EXE_verbale").into(), Limits::default(), 1).tools_in(Vec::new());
    let seed = pdf(&["The Permanent Mission of Varia", "second page"]);
    let mut dice = Dice::new(13);
    for _ in 0..size(40, 2000) {
        let bytes = [b"%PDF-1.4\n".as_slice(), &mutate(&seed, &mut dice)].concat();
        let raw =
            mail("Content-Type: application/pdf; name=n.pdf\r\nContent-Transfer-Encoding: binary", &bytes);
        let message = workers.extract(raw).await.unwrap();
        assert!(!message.headers.from.is_empty());
    }
}
