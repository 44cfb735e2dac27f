//! The same readers in this process, without confinement: for fuzzing, measuring and tests, never for mail from outside.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::message::{Message, Paper};

use super::paper::{Given, Opener, safe_name};
use super::{Limits, docx, html, layout, mail, odt, paper, rtf, smime, strokes, tnef};

/// Opens a raw message with its papers, PDFs by `pdftotext` where it is given, else by the built-in crate.
pub fn message(raw: &[u8], limits: &Limits, pdftotext: Option<PathBuf>) -> Message {
    mail::open(raw, &Opener { limits: limits.clone(), pdftotext, tesseract: None, scans: None }, true)
}

/// Opens one file as a paper, by its content, its declared type and its name.
pub fn file(bytes: &[u8], declared: &str, name: &str, limits: &Limits) -> Paper {
    let opener = Opener { limits: limits.clone(), pdftotext: None, tesseract: None, scans: None };
    let given = Given { bytes, text: None, declared: declared.to_owned(), inline: false };
    let deadline = Instant::now() + limits.time.max(Duration::from_secs(1));
    let mut left = usize::try_from(limits.text).unwrap_or(usize::MAX);
    paper::open(&given, safe_name(Some(name), 1), &opener, deadline, &mut left).0
}

/// The text that one reader makes of `bytes`, whatever their mark says; empty for an unknown `format`.
pub fn text(format: &str, bytes: &[u8]) -> String {
    let limit = 1 << 20;
    let read = match format {
        "html" => return html::to_text(&String::from_utf8_lossy(bytes)).0,
        // What a page draws, and behind it what poppler says of its words.
        "pdf-lines" => {
            let all = String::from_utf8_lossy(bytes);
            let (content, boxes) = all.split_at(all.find("<page ").unwrap_or(all.len()));
            let pages = layout::pages(boxes, &[strokes::of_content(content.as_bytes())]);
            return pages.into_iter().map(|page| page.text).collect();
        }
        // The XML within their containers.
        "docx" => docx::flat(bytes, limit),
        "odt" => odt::flat(bytes, limit),
        "rtf" => rtf::text(bytes, limit),
        "tnef" => tnef::text(bytes, limit, 50),
        "smime" => smime::text(bytes),
        _ => return String::new(),
    };
    read.pages.join("\u{c}")
}
