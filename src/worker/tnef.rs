//! `winmail.dat`: Outlook's own envelope (\[MS-OXTNEF\]), with the message's words and files in it. And `.msg`, the same
//! properties in a compound file (\[MS-OXMSG\]).

mod lzfu;
mod properties;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::bytes::{size_at, slice, u32_at};
use super::cfb::Compound;
use super::paper::{Text, Within, trouble};
use super::{charset, html, rtf};
use properties::{Properties, id};

/// The mark of a TNEF stream.
pub const MAGIC: &[u8] = b"\x78\x9f\x3e\x22";
/// Attributes read of one stream.
const ATTRIBUTES: usize = 20_000;
/// Bytes of an unpacked body.
const BODY: usize = 20 << 20;

const DAMAGED: &str = "This winmail.dat is damaged: ask the mission to send it again, best as PDF.";

const CODE_PAGE: u32 = 0x0006_9007;
const BODY_TEXT: u32 = 0x0002_800c;
const MESSAGE_PROPERTIES: u32 = 0x0006_9003;
const FILE_BEGINS: u32 = 0x0006_9002;
const FILE_TITLE: u32 = 0x0001_8010;
const FILE_DATA: u32 = 0x0006_800f;
const FILE_PROPERTIES: u32 = 0x0006_9005;

/// Words and files of a TNEF stream.
pub fn text(bytes: &[u8], limit: usize, most_files: usize) -> Text {
    let mut text = Text::default();
    let mut encoding = WINDOWS_1252;
    let mut body = String::new();
    let mut at = MAGIC.len() + 2;
    let mut whole = bytes.starts_with(MAGIC);
    for _ in 0..ATTRIBUTES {
        if at >= bytes.len() {
            break;
        }
        let attribute = u32_at(bytes, at + 1)
            .zip(size_at(bytes, at + 5))
            .and_then(|(name, length)| Some((name, slice(bytes, at + 9, length)?)));
        let Some((name, data)) = attribute else {
            whole = false;
            break;
        };
        // Level, name, length; then the data and a sum of two bytes.
        at += 9 + data.len() + 2;
        match name {
            CODE_PAGE => encoding = u32_at(data, 0).and_then(charset::code_page).unwrap_or(encoding),
            BODY_TEXT => body = narrow(data, encoding),
            MESSAGE_PROPERTIES => {
                let (found, complete) = Properties::of_stream(data);
                whole &= complete;
                let found = words(&found, encoding, limit);
                if !found.trim().is_empty() {
                    body = found;
                }
            }
            FILE_BEGINS => {
                if text.within.len() >= most_files {
                    text.trouble = Some(trouble(
                        "too-large",
                        "This winmail.dat holds too many files; the first ones were opened: look at the rest by hand.",
                    ));
                    break;
                }
                text.within.push(Within::default());
            }
            FILE_TITLE => {
                if let Some(file) = text.within.last_mut().filter(|f| f.name.is_empty()) {
                    file.name = narrow(data, encoding);
                }
            }
            FILE_DATA => {
                if let Some(file) = text.within.last_mut() {
                    file.bytes = data.to_vec();
                }
            }
            FILE_PROPERTIES => {
                if let Some(file) = text.within.last_mut() {
                    let (found, complete) = Properties::of_stream(data);
                    whole &= complete;
                    describe(file, &found, encoding);
                }
            }
            _ => {}
        }
    }
    // Drawings that Outlook placed in the text, without a word in them, have no bytes.
    text.within.retain(|file| !file.bytes.is_empty() || file.trouble.is_some());
    if !body.trim().is_empty() {
        text.pages = vec![body];
        text.page_count = 1;
    }
    if !whole && text.trouble.is_none() {
        text.trouble = Some(trouble("damaged", DAMAGED));
    }
    text
}

/// Words and files of an Outlook item in a compound file.
pub fn item(file: &Compound<'_>, limit: usize, most_files: usize) -> Text {
    item_in(file, 0, limit, most_files)
}

fn item_in(file: &Compound<'_>, storage: usize, limit: usize, most_files: usize) -> Text {
    let own = Properties::of_storage(file, storage);
    let mut head = String::new();
    for (label, property) in [("From", id::SENDER_NAME), ("To", id::DISPLAY_TO), ("Subject", id::SUBJECT)] {
        if let Some(value) = own.text(property, WINDOWS_1252) {
            head.push_str(&format!("{label}: {}\n", value.trim()));
        }
    }
    let body = words(&own, WINDOWS_1252, limit);
    let mut text = Text::one(format!("{head}\n{body}"));
    for (name, number) in file.children(storage) {
        if !name.starts_with("__attach_version1.0_") {
            continue;
        }
        if text.within.len() >= most_files {
            text.trouble = Some(trouble(
                "too-large",
                "This Outlook item holds too many files; the first ones were opened: look at the rest by hand.",
            ));
            break;
        }
        let mut within = Within::default();
        describe(&mut within, &Properties::of_storage(file, number), WINDOWS_1252);
        let embedded = file.children(number).into_iter().find(|(n, _)| *n == "__substg1.0_3701000D");
        if let Some((_, inner)) = embedded {
            // An item in an item, told on the spot; what is in there in turn is for a person.
            let mut deeper =
                if storage == 0 { item_in(file, inner, limit, most_files) } else { Text::default() };
            within.bytes = deeper.pages.concat().into_bytes();
            within.declared = "text/plain; charset=utf-8".to_owned();
            if storage != 0 {
                within.trouble = Some(trouble(
                    "too-deep",
                    "This Outlook item is enclosed in too many others: open it by hand.",
                ));
            }
            text.within.append(&mut deeper.within);
        }
        if !within.bytes.is_empty() || within.trouble.is_some() {
            text.within.push(within);
        }
    }
    text
}

/// The words of a message: plain, else from HTML, else from RTF.
fn words(properties: &Properties, encoding: &'static Encoding, limit: usize) -> String {
    let page = properties.number(id::INTERNET_CODE_PAGE).and_then(charset::code_page);
    if let Some(text) = properties.text(id::BODY, encoding).filter(|t| !t.trim().is_empty()) {
        return text;
    }
    if let Some(bytes) = properties.bytes(id::HTML) {
        let text = charset::decode(bytes, page.map(Encoding::name));
        let text = html::to_text(&text).0;
        if !text.trim().is_empty() {
            return text;
        }
    }
    let Some(packed) = properties.bytes(id::RTF_COMPRESSED) else { return String::new() };
    let Some(unpacked) = lzfu::unpack(packed, BODY) else { return String::new() };
    rtf::text(&unpacked, limit).pages.join("\n")
}

fn describe(file: &mut Within, properties: &Properties, encoding: &'static Encoding) {
    let name = [id::LONG_FILE_NAME, id::FILE_NAME, id::DISPLAY_NAME]
        .into_iter()
        .find_map(|p| properties.text(p, encoding).filter(|n| !n.trim().is_empty()));
    if let Some(name) = name {
        file.name = name;
    }
    if let Some(declared) = properties.text(id::MIME_TAG, encoding) {
        file.declared = declared.to_ascii_lowercase();
    }
    if let Some(data) = properties.bytes(id::DATA)
        && file.bytes.is_empty()
    {
        // An enclosed item has an interface id of 16 bytes before its own stream.
        let inner = data.get(16..).filter(|d| d.starts_with(MAGIC));
        file.bytes = inner.unwrap_or(data).to_vec();
        if inner.is_some() {
            file.declared = "application/ms-tnef".to_owned();
        }
    }
}

/// Bytes of a code page up to the first NUL.
fn narrow(bytes: &[u8], encoding: &'static Encoding) -> String {
    let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
    let bytes = bytes.get(..end).unwrap_or_default();
    charset::decode(bytes, Some(encoding.name())).into_owned()
}
