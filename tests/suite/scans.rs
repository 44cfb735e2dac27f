//! Scans and photographs, read by the real tools in real children.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use verbale::message::{Message, Paper, TextBy};
use verbale::worker::{Limits, Workers, scanning};

use crate::support::papers::{pdf, with_files};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/scans")
}

fn pool(limits: Limits) -> Workers {
    Workers::new(env!("CARGO_BIN_EXE_verbale").into(), limits, 2)
}

/// Generous: the tests of a busy machine are no measurement.
fn patient() -> Limits {
    Limits { scan_time: Duration::from_secs(600), ..Limits::default() }
}

/// False where the tools are not installed, which `tests/run` sees to.
fn can_read() -> bool {
    let missing = scanning().missing;
    assert!(missing.is_empty() || std::env::var_os("VERBALE_REQUIRE_SERVERS").is_none(), "{missing:?}");
    if !missing.is_empty() {
        println!("not run: {missing:?}");
    }
    missing.is_empty()
}

async fn read(limits: Limits, files: &[(&str, &str, &[u8])]) -> Message {
    pool(limits).extract(with_files(files)).await.unwrap()
}

/// The share of the words of `printed` (characters, where it is Chinese) that `read` has, too.
fn recall(printed: &str, read: &str) -> f64 {
    let units = |text: &str| -> BTreeMap<String, i64> {
        let han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}');
        let spaced: String =
            text.chars().flat_map(|c| if han(c) { vec![' ', c, ' '] } else { vec![c] }).collect();
        let mut counts = BTreeMap::new();
        for word in spaced.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
        counts
    };
    let (printed, read) = (units(printed), units(read));
    let all: i64 = printed.values().sum();
    let found: i64 = printed.iter().map(|(word, n)| *n.min(read.get(word).unwrap_or(&0))).sum();
    found as f64 / all as f64
}

/// File, media type, and of each page the language of the printed text and the least share of it that must be read.
type Case = (&'static str, &'static str, &'static [(&'static str, f64)]);

#[tokio::test]
async fn scans_in_every_script_are_read_whichever_way_they_lie() {
    if !can_read() {
        return;
    }
    // Arabic: the models read single letters of fonts that stand upon each other, and some Eastern digits, otherwise.
    let cases: &[Case] = &[
        ("en-stamp.jpg", "image/jpeg", &[("en", 0.96)]),
        ("fr-shadow.pdf", "application/pdf", &[("fr", 0.94)]),
        ("ru-on-its-head.png", "image/png", &[("ru", 0.94)]),
        ("ar-stamp.jpg", "image/jpeg", &[("ar", 0.78)]),
        ("zh-en-fax.tif", "image/tiff", &[("zh", 0.92), ("en", 0.95)]),
        ("es-on-its-side.jpg", "image/jpeg", &[("es", 0.94)]),
    ];
    for (name, media, pages) in cases {
        let bytes = std::fs::read(folder().join(name)).unwrap();
        let message = read(patient(), &[("application/octet-stream", name, &bytes)]).await;
        let paper: &Paper = &message.papers[0];
        assert_eq!(
            (paper.media_type.as_str(), paper.text_by, &paper.trouble, paper.pages.len()),
            (*media, TextBy::Ocr, &None, pages.len()),
            "{name}"
        );
        let recognition = paper.recognition.as_ref().unwrap();
        for (text, (language, least)) in paper.pages.iter().zip(*pages) {
            let printed = std::fs::read_to_string(folder().join(format!("{language}.txt"))).unwrap();
            let got = recall(&printed, text);
            println!("{name} {language}: {got:.3}, confidence {}", recognition.confidence);
            assert!(got >= *least, "{name} {language}: {got:.3}\n{text}");
        }
    }
}

#[tokio::test]
async fn a_text_layer_stays_and_garbage_in_one_waits_for_the_picture() {
    if !can_read() {
        return;
    }
    let line = "The Permanent Mission of Varia presents its compliments to the Office and has the honour";
    let message = read(patient(), &[("application/pdf", "text.pdf", &pdf(&[line, ""]))]).await;
    let paper = &message.papers[0];
    assert_eq!((paper.text_by, &paper.trouble), (TextBy::Text, &None), "the second page is blank");
    assert!(paper.pages[0].contains(line));

    // What the layer says is what is drawn, so that reading the picture gains nothing: it stays.
    let garbage = "qzx wvk jjq xxz kqw vvz zzk qxq wzx kkq xzv qqw zxk vqz wxx kzq jxv qzk xvw kqx zqv wkx jzq xkv qwz vxk zwq kvz";
    let message = read(patient(), &[("application/pdf", "odd.pdf", &pdf(&[garbage]))]).await;
    assert!(message.papers[0].pages[0].contains("qzx wvk"), "{:?}", message.papers[0]);
}

#[tokio::test]
async fn what_cannot_be_read_says_why_and_the_next_message_is_read() {
    if !can_read() {
        return;
    }
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\x01\0\0\x08\x02\0\0\0".to_vec();
    bomb.extend([0; 40]);
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let jpeg = std::fs::read(folder().join("en-stamp.jpg")).unwrap();
    let files: &[(&str, &str, &[u8])] = &[
        ("image/png", "bomb.png", &bomb),
        ("image/heic", "photo.heic", heic),
        ("image/jpeg", "cut.jpg", &jpeg[..900]),
        ("image/tiff", "cut.tif", b"II*\0\x08\0\0\0\xff\xff\xff\xff"),
    ];
    let workers = pool(patient());
    let message = workers.extract(with_files(files)).await.unwrap();
    let codes: Vec<&str> =
        message.papers.iter().map(|p| p.trouble.as_ref().map_or("none", |t| t.code.as_str())).collect();
    println!("{:?}", message.papers);
    assert_eq!(codes.len(), 4);
    // What a decoder makes of the beginning of a photograph is a grey picture without text.
    assert_eq!((codes[2], message.papers[2].text_by), ("none", TextBy::None));
    assert!(
        [0, 1, 3].iter().all(|at| matches!(codes[*at], "damaged" | "too-large" | "unsupported")),
        "{codes:?}"
    );
    let next = workers.extract(with_files(&[("text/plain", "a.txt", b"next")])).await.unwrap();
    assert_eq!(next.papers[0].pages, ["next"]);
}

#[tokio::test]
async fn of_many_pages_the_first_are_read_and_a_scan_without_time_is_not_lost() {
    if !can_read() {
        return;
    }
    let tiff = std::fs::read(folder().join("zh-en-fax.tif")).unwrap();
    let limits = Limits { scan_pages: 1, ..patient() };
    let message = read(limits, &[("image/tiff", "fax.tif", &tiff)]).await;
    let paper = &message.papers[0];
    assert_eq!((paper.page_count, paper.pages.len(), paper.text_by), (2, 1, TextBy::Ocr));
    assert_eq!(paper.trouble.as_ref().map(|t| t.code.as_str()), Some("too-large"));

    let limits = Limits { time: Duration::from_secs(5), scan_time: Duration::ZERO, ..Limits::default() };
    let files: &[(&str, &str, &[u8])] = &[("text/plain", "a.txt", b"kept"), ("image/tiff", "fax.tif", &tiff)];
    let message = read(limits, files).await;
    assert_eq!(message.papers[0].pages, ["kept"]);
    let read_after_all = message.papers[1].text_by == TextBy::Ocr;
    assert!(read_after_all || message.papers[1].trouble.is_some(), "{:?}", message.papers[1]);
}

#[tokio::test]
async fn without_the_tool_a_scan_names_its_package() {
    let jpeg = std::fs::read(folder().join("en-stamp.jpg")).unwrap();
    let workers = pool(Limits::default()).tools_in(Vec::new());
    let message = workers
        .extract(with_files(&[("image/jpeg", "note.jpg", &jpeg), ("application/pdf", "e.pdf", &pdf(&[""]))]));
    for paper in message.await.unwrap().papers {
        let trouble = paper.trouble.unwrap();
        assert_eq!(trouble.code, "tool-missing", "{}", paper.name);
        assert!(trouble.words.contains("tesseract-ocr"), "{}", trouble.words);
    }
}
