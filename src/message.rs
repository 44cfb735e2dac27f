//! A parsed mail as plain, owned, bounded data. A confined worker makes it ([`crate::worker`]); nothing here
//! looks at raw bytes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A SHA-256 sum in lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Digest(pub String);

impl Digest {
    /// The sum of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        use std::fmt::Write as _;
        let mut hex = String::with_capacity(64);
        // ring's assembler is several times faster than portable code where the processor has no SHA instructions,
        // and large scans are summed more than once.
        for byte in ring::digest::digest(&ring::digest::SHA256, bytes).as_ref() {
            let _ = write!(hex, "{byte:02x}");
        }
        Self(hex)
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One address of an address header. `address` is lower-cased in the domain and has exactly one `@` when valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Mailbox {
    /// The display name, decoded; empty where there is none.
    pub name: String,
    /// `local@domain`, or whatever stood there.
    pub address: String,
}

impl Mailbox {
    /// The domain in lower case, or empty.
    pub fn domain(&self) -> String {
        self.address.rsplit_once('@').map(|(_, d)| d.to_lowercase()).unwrap_or_default()
    }
}

/// A mail as it was understood. Lists keep the order of the message.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Message {
    /// Header fields that the desk uses.
    pub headers: Headers,
    /// The words of the mail itself, best rendering first: normally one text (plain, or made from HTML);
    /// parts of a forwarded message follow as papers.
    pub body: String,
    /// Attachments, inline files and enclosed messages, in order, each with its text.
    pub papers: Vec<Paper>,
    /// What the parser could not make sense of, as short codes for the journal (`too-deep`, `no-headers`).
    pub troubles: Vec<String>,
}

/// The header fields that the desk uses, decoded (RFC 5322, RFC 2047, RFC 2231).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Headers {
    /// From: (all of them; a note has exactly one).
    pub from: Vec<Mailbox>,
    /// Reply-To:.
    pub reply_to: Vec<Mailbox>,
    /// To:.
    pub to: Vec<Mailbox>,
    /// Cc:.
    pub cc: Vec<Mailbox>,
    /// Subject:.
    pub subject: String,
    /// Message-ID: without angle brackets.
    pub message_id: Option<String>,
    /// In-Reply-To: without angle brackets.
    pub in_reply_to: Vec<String>,
    /// References: without angle brackets.
    pub references: Vec<String>,
    /// Date:.
    pub date: Option<DateTime<Utc>>,
    /// Return-Path: `Some("")` is the null sender `<>`.
    pub return_path: Option<String>,
    /// Received: topmost first.
    pub received: Vec<ReceivedLine>,
    /// Authentication-Results: values, topmost first, unfolded (RFC 8601).
    pub authentication_results: Vec<String>,
    /// Fields that mark automatic mail or lists, as (name in lower case, value), in order: auto-submitted,
    /// precedence, x-auto-response-suppress, x-autoreply, x-autorespond, x-loop, feedback-id and every list-*;
    /// also `content-type` when it is multipart/report.
    pub marks: Vec<(String, String)>,
}

/// One Received line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedLine {
    /// The host that wrote it (`by`), in lower case.
    pub by: String,
    /// When.
    pub at: Option<DateTime<Utc>>,
}

/// How the text of a paper was had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextBy {
    /// From a text layer or a text format.
    Text,
    /// By recognising characters in an image.
    Ocr,
    /// Not at all.
    None,
}

/// An attachment, inline file or enclosed message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// File name as given, decoded, without path; `attachment-N` where there is none.
    pub name: String,
    /// Media type by content where it can be told, else as declared, such as `application/pdf`.
    pub media_type: String,
    /// Sum of the bytes as decoded from the transfer encoding.
    pub sha256: Digest,
    /// Bytes as decoded.
    pub size: u64,
    /// The text of each page; one entry where the format has no pages; empty where there is none.
    pub pages: Vec<String>,
    /// Pages of the paper, of which `pages` may hold fewer.
    pub page_count: u32,
    /// How the text was had.
    pub text_by: TextBy,
    /// Why there is no (full) text, for a person: "encrypted PDF", "poppler-utils is not installed".
    pub trouble: Option<Trouble>,
    /// How sure recognition was, where `text_by` is [`TextBy::Ocr`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recognition: Option<Recognition>,
}

/// How well the characters of pictures were recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Recognition {
    /// Mean confidence of the words read, 0 to 100.
    pub confidence: u8,
    /// The pages that were recognised, from 1; others have a text layer of their own.
    pub pages: Vec<u32>,
    /// Words that stand in doubt, each once, without the signs around them.
    pub unsure: Vec<String>,
    /// Text layers that were set aside because they said less than the picture.
    pub set_aside: Vec<String>,
}

/// Why a paper could not be read in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// Short code in kebab-case for the journal: `encrypted`, `damaged`, `no-text-layer`, `tool-missing`,
    /// `too-large`, `too-slow`, `unsupported`.
    pub code: String,
    /// One sentence for a person.
    pub words: String,
}

impl Headers {
    /// The marks that forbid an *answer* (RFC 3834 §2 and customary fields), each as `Name: value`.
    /// `Auto-Submitted: no` is not one; nor is a Return-Path that names somebody.
    pub fn automatic_marks(&self) -> Vec<String> {
        let mut marks = Vec::new();
        if self.return_path.as_deref() == Some("") {
            marks.push("Return-Path: <>".to_owned());
        }
        for (name, value) in &self.marks {
            let value_lower = value.trim().to_lowercase();
            let first = value_lower.split([';', ' ', '\t', '(']).next().unwrap_or_default();
            let forbids = match name.as_str() {
                "auto-submitted" => first != "no",
                "precedence" => matches!(first, "bulk" | "junk" | "list" | "auto_reply"),
                "x-auto-response-suppress" => value_lower
                    .split(',')
                    .any(|v| matches!(v.trim(), "all" | "autoreply" | "oof" | "dr" | "rn" | "nrn")),
                "x-autoreply" | "x-autorespond" => first != "no",
                "x-loop" | "feedback-id" | "content-type" => true,
                other => other.starts_with("list-"),
            };
            if forbids {
                marks.push(format!("{}: {}", title_case(name), value.trim()));
            }
        }
        marks
    }
}

/// `list-id` → `List-Id`.
fn title_case(name: &str) -> String {
    let mut start = true;
    name.chars()
        .map(|c| {
            let shown = if start { c.to_ascii_uppercase() } else { c };
            start = c == '-';
            shown
        })
        .collect()
}

/// Where a message came to us and when; the moment of receipt that deadlines use is `received`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Sum of the raw bytes as received; of a message that was too large to fetch, of its header section, since
    /// that is all we hold.
    pub sha256: Digest,
    /// Bytes that the sum is of.
    pub size: u64,
    /// When the mail server received it, to the second.
    pub received: DateTime<Utc>,
    /// Which stamp that is.
    pub received_from: ReceivedFrom,
}

/// Which stamp the moment of receipt was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceivedFrom {
    /// IMAP INTERNALDATE (RFC 9051 §2.3.3).
    InternalDate,
    /// The topmost Received line (of a trusted host, where the desk names any).
    ReceivedHeader,
    /// The delivery stamp in the name of a Maildir file.
    FileName,
    /// When a Maildir file whose name bears no stamp was last written.
    FileTime,
    /// Given on the command line.
    Option,
    /// Nothing else was there.
    Now,
}
