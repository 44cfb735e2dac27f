#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::reading::document::Document;
use crate::reading::sentences;
use crate::reading::words::Word;

const NAMED: [(Sense, &str); 13] = [
    (Sense::Asking, "asking"),
    (Sense::Support, "support"),
    (Sense::NoSupport, "no-support"),
    (Sense::Earlier, "earlier"),
    (Sense::Replacing, "replacing"),
    (Sense::Withdrawing, "withdrawing"),
    (Sense::NoReplacement, "no-replacement"),
    (Sense::Conditional, "conditional"),
    (Sense::Giving, "giving"),
    (Sense::Enquiring, "enquiring"),
    (Sense::Attending, "attending"),
    (Sense::Machine, "machine"),
    (Sense::Thanking, "thanking"),
];

/// The stems of a sentence in words, to look at.
fn shown(words: &[Word<'_>]) -> String {
    Stems::of(words).said().iter().map(|said| format!("{:?}@{} ", said.stem, said.at)).collect()
}

/// The senses of a sentence by name, of phrases and stems together.
fn senses_of(document: &Document, range: &std::ops::Range<usize>) -> BTreeSet<&'static str> {
    let words = document.words();
    let own: Vec<_> = words.into_iter().filter(|w| range.contains(&w.at)).collect();
    let question = document.folded.text()[range.clone()].trim_end().ends_with(['?', '؟', '？']);
    let mut bits = of(&Stems::of(&own), question).senses;
    for hit in document.hits.iter().filter(|h| range.contains(&h.start)) {
        bits |= 1 << hit.sense as u32;
    }
    NAMED.iter().filter(|(sense, _)| bits & (1 << *sense as u32) != 0).map(|(_, name)| *name).collect()
}

/// Lines of `tests/cases/reading-senses.txt`: senses that the sentence has, `!` before those it must not have, `|`, the
/// sentence.
#[test]
fn sentences_carry_their_senses() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading-senses.txt");
    let cases = std::fs::read_to_string(path).unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in cases.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let (wanted, sentence) = line.split_once('|').unwrap();
        let document = Document::new("body", sentence.trim().to_owned());
        let had = senses_of(&document, &(0..document.folded.text().len()));
        for want in wanted.split_whitespace() {
            let (name, there) = want.strip_prefix('!').map_or((want, true), |name| (name, false));
            assert!(NAMED.iter().any(|(_, known)| *known == name), "{name}");
            if had.contains(name) != there {
                wrong.push(format!("{want}: {sentence}\n  has {had:?}"));
            }
        }
        count += 1;
    }
    assert!(count >= 40, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Prints each sentence of the text files in the folder `VERBALE_SENSES` with its senses and stems.
#[test]
#[ignore = "a tool to look at senses, not a test"]
fn print_senses() {
    let Ok(folder) = std::env::var("VERBALE_SENSES") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for file in files {
        println!("\n=== {}", file.display());
        let document = Document::new("body", std::fs::read_to_string(&file).unwrap());
        let words = document.words();
        for range in sentences::of_folded(document.folded.text()) {
            let own: Vec<_> = words.iter().filter(|w| range.contains(&w.at)).copied().collect();
            println!("  {}", &document.folded.text()[range.clone()].trim());
            println!("      {:?} {}", senses_of(&document, &range), shown(&own));
        }
    }
}
