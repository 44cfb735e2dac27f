//! ZIP containers: word-processor files are ones, and missions send notes in them. The only door to the `zip` crate.
//! Bounded in entries, in bytes of each part and of all; paths inside are names to us, never written anywhere.

use std::io::{Cursor, Read};
use std::time::Instant;

use zip::ZipArchive;

use super::charset;
use super::paper::{Text, Within, trouble};

/// Entries of a container; a note has some twenty.
const ENTRIES: usize = 1000;
/// Bytes of one part, unpacked.
const PART: usize = 20 << 20;
/// Bytes of all files of an archive together, unpacked.
const WHOLE: usize = 64 << 20;
/// What is unpacked between two looks at the clock.
const STEP: usize = 256 << 10;

/// A container in memory.
pub struct Archive<'b>(ZipArchive<Cursor<&'b [u8]>>);

/// A part as far as it could be unpacked.
#[derive(Debug)]
pub struct Part {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What became of the rest.
    pub end: End,
}

/// Where unpacking a part ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// At its end.
    Whole,
    /// At the limit.
    Cut,
    /// At damage.
    Broken,
}

impl<'b> Archive<'b> {
    /// Reads the directory; `None` when it is broken or names too much.
    pub fn open(bytes: &'b [u8]) -> Option<Self> {
        // Panics of the reader of a stranger's directory are damage, too.
        let opened = std::panic::catch_unwind(|| ZipArchive::new(Cursor::new(bytes)));
        opened.ok()?.ok().filter(|archive| archive.len() <= ENTRIES).map(Self)
    }

    /// Names of the parts as they stand in the directory.
    pub fn names(&self) -> Vec<String> {
        self.0.file_names_raw().map(|raw| charset::decode(raw, None).into_owned()).collect()
    }

    /// The part `name`.
    pub fn part(&mut self, name: &str) -> Option<Part> {
        let file = self.0.by_name(name).ok()?;
        Some(unpack(file, PART, None))
    }

    /// What kind of document this is.
    pub fn media_type(&mut self) -> &'static str {
        let has = |prefix: &str| self.0.file_names_raw().any(|n| n.starts_with(prefix.as_bytes()));
        if has("word/") {
            return super::docx::DOCX;
        }
        if has("xl/") {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if has("ppt/") {
            return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        }
        let mark = self.part("mimetype").map(|p| p.bytes).unwrap_or_default();
        match mark.trim_ascii() {
            b"application/vnd.sun.xml.writer" => super::odt::ODT,
            // Templates and web pages of the same program are read alike.
            text if text.starts_with(b"application/vnd.oasis.opendocument.text") => super::odt::ODT,
            other if other.starts_with(b"application/vnd.oasis.opendocument") => {
                "application/vnd.oasis.opendocument"
            }
            b"application/epub+zip" => "application/epub+zip",
            _ => "application/zip",
        }
    }
}

/// At most `most` bytes of `file`, until `deadline`.
fn unpack(mut file: impl Read, most: usize, deadline: Option<Instant>) -> Part {
    let mut bytes = Vec::new();
    loop {
        let step = STEP.min(most.saturating_sub(bytes.len()) + 1);
        match (&mut file).take(step as u64).read_to_end(&mut bytes) {
            Ok(0) => return Part { bytes, end: End::Whole },
            Ok(_) if bytes.len() > most => {
                bytes.truncate(most);
                return Part { bytes, end: End::Cut };
            }
            Ok(_) if deadline.is_some_and(|d| Instant::now() >= d) => return Part { bytes, end: End::Cut },
            Ok(_) => {}
            Err(_) => return Part { bytes, end: End::Broken },
        }
    }
}

/// The files of a plain archive, each to be opened as a paper of its own.
pub fn files(bytes: &[u8], most_files: usize, deadline: Instant) -> Text {
    let Some(Archive(mut archive)) = Archive::open(bytes) else {
        return match ZipArchive::new(Cursor::new(bytes)) {
            Ok(_) => Text::none(
                "too-large",
                "This archive holds too many files: ask the mission to attach the note itself.",
            ),
            Err(_) => {
                Text::none("damaged", "This file is a damaged archive: ask the mission to send it again.")
            }
        };
    };
    let mut text = Text::default();
    let mut left = WHOLE;
    for index in 0..archive.len() {
        let Ok(raw) = archive.by_index_raw(index) else {
            text.trouble = Some(trouble("damaged", "A file in this archive is damaged: open it by hand."));
            continue;
        };
        let name = charset::decode(raw.name_raw(), None).into_owned();
        let locked = raw.encrypted();
        if raw.is_dir() || is_litter(&name) {
            continue;
        }
        drop(raw);
        if text.within.len() >= most_files {
            text.trouble = Some(trouble(
                "too-large",
                "This archive holds too many files; the first ones were opened: look at the rest by hand.",
            ));
            break;
        }
        let mut within = Within { name, ..Within::default() };
        if locked {
            within.trouble = Some(trouble(
                "encrypted",
                "This file is locked with a password in its archive: ask the mission to send it without one.",
            ));
        } else if left == 0 || Instant::now() >= deadline {
            within.trouble = Some(trouble(
                "too-large",
                "The archive unpacks to too much before this file: open it by hand.",
            ));
        } else {
            match archive.by_index(index) {
                Ok(file) => {
                    let part = unpack(file, PART.min(left), Some(deadline));
                    left = left.saturating_sub(part.bytes.len());
                    within.bytes = part.bytes;
                    within.trouble = match part.end {
                        End::Whole => None,
                        End::Cut => Some(trouble(
                            "too-large",
                            "This file unpacks to too much and was left closed: open it by hand.",
                        )),
                        End::Broken => Some(trouble(
                            "damaged",
                            "This file is damaged in its archive: ask the mission to send it again.",
                        )),
                    };
                }
                Err(_) => {
                    within.trouble = Some(trouble(
                        "unsupported",
                        "This file is packed in a way that is not read: open it by hand, or ask for it as PDF.",
                    ));
                }
            }
        }
        text.within.push(within);
    }
    if text.within.is_empty() && text.trouble.is_none() {
        text.trouble = Some(trouble("damaged", "This archive is empty: ask the mission to send it again."));
    }
    text
}

/// What operating systems leave in archives.
fn is_litter(name: &str) -> bool {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.starts_with("__MACOSX/") || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
