//! The table of fonts, which says in which code page the bytes of a run are.

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use crate::worker::charset::code_page;

/// Fonts of a document; Word writes some hundred.
const MANY: usize = 20_000;

/// Encodings by font.
#[derive(Debug, Default)]
pub struct Fonts {
    by_number: BTreeMap<i32, &'static Encoding>,
    current: i32,
    charset: Option<i32>,
    page: Option<u32>,
    name: Vec<u8>,
}

impl Fonts {
    /// A font's entry begins.
    pub fn begin(&mut self, number: i32) {
        self.end();
        self.current = number;
    }

    /// Its character set.
    pub fn charset(&mut self, charset: i32) {
        self.charset = Some(charset);
    }

    /// Its code page, which overrules the character set.
    pub fn code_page(&mut self, page: i32) {
        self.page = u32::try_from(page).ok();
    }

    /// A byte of its name; a semicolon ends the entry.
    pub fn name(&mut self, byte: u8) {
        if byte == b';' {
            self.end();
        } else if self.name.len() < 64 {
            self.name.push(byte);
        }
    }

    /// The entry ends.
    pub fn end(&mut self) {
        let name = String::from_utf8_lossy(&self.name).trim().to_ascii_lowercase();
        // Old writers told the alphabet by the font's name.
        let by_name = [
            (" cyr", 1251),
            (" ce", 1250),
            (" greek", 1253),
            (" tur", 1254),
            (" (arabic)", 1256),
            (" (hebrew)", 1255),
            (" baltic", 1257),
        ];
        let by_name = by_name.iter().find(|(end, _)| name.ends_with(end)).map(|(_, page)| *page);
        let page = self.page.or_else(|| self.charset.and_then(of_charset)).or(by_name);
        if let Some(encoding) = page.and_then(code_page)
            && self.by_number.len() < MANY
        {
            self.by_number.entry(self.current).or_insert(encoding);
        }
        (self.charset, self.page) = (None, None);
        self.name.clear();
    }

    /// The encoding of font `number`, where its entry tells one other than the document's.
    pub fn encoding(&self, number: i32) -> Option<&'static Encoding> {
        self.by_number.get(&number).copied()
    }
}

/// Code pages of Windows character sets; 0 and 1 mean the document's own.
fn of_charset(charset: i32) -> Option<u32> {
    Some(match charset {
        77 => 10000,
        89 => 10007,
        128 => 932,
        129 | 130 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
