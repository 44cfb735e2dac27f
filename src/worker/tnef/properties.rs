//! MAPI properties, from a TNEF stream (\[MS-OXTNEF\] 2.1.3.4) or from the streams of a compound file.

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use crate::worker::bytes::{size_at, slice, u16_at, u32_at, utf16};
use crate::worker::cfb::Compound;
use crate::worker::charset;

/// Numbers of the properties that are read (\[MS-OXPROPS\]).
pub mod id {
    pub const SUBJECT: u16 = 0x0037;
    pub const SENDER_NAME: u16 = 0x0c1a;
    pub const DISPLAY_TO: u16 = 0x0e04;
    pub const BODY: u16 = 0x1000;
    pub const RTF_COMPRESSED: u16 = 0x1009;
    pub const HTML: u16 = 0x1013;
    pub const DISPLAY_NAME: u16 = 0x3001;
    pub const DATA: u16 = 0x3701;
    pub const FILE_NAME: u16 = 0x3704;
    pub const LONG_FILE_NAME: u16 = 0x3707;
    pub const MIME_TAG: u16 = 0x370e;
    pub const INTERNET_CODE_PAGE: u16 = 0x3fde;
}

/// Properties of one item, and values of one property, at most.
const MANY: usize = 5000;
/// Text in UTF-16.
const UNICODE: u16 = 0x1f;

/// Properties by number: type and first value.
#[derive(Debug, Default)]
pub struct Properties(BTreeMap<u16, (u16, Vec<u8>)>);

impl Properties {
    /// From the data of a TNEF attribute; whether all of it could be read.
    pub fn of_stream(data: &[u8]) -> (Self, bool) {
        let mut found = Self::default();
        let count = size_at(data, 0).unwrap_or(0);
        let mut at = 4;
        for _ in 0..count.min(MANY) {
            if found.read(data, &mut at).is_none() {
                return (found, false);
            }
        }
        (found, count <= MANY)
    }

    fn read(&mut self, data: &[u8], at: &mut usize) -> Option<()> {
        let (kind, number) = (u16_at(data, *at)?, u16_at(data, *at + 2)?);
        *at += 4;
        if number >= 0x8000 {
            // A named property: a GUID, and a number or a name.
            let by_name = u32_at(data, *at + 16)? == 1;
            *at += 24;
            if by_name {
                *at = at.checked_add(padded(size_at(data, *at - 4)?)?)?;
            }
        }
        let (several, kind) = (kind & 0x1000 != 0, kind & 0x0fff);
        let fixed = match kind {
            2 | 3 | 4 | 10 | 11 => Some(4),
            5 | 6 | 7 | 0x14 | 0x40 => Some(8),
            0x48 => Some(16),
            0x0d | 0x1e | 0x1f | 0x102 => None,
            _ => return None,
        };
        let mut values = 1;
        if several || fixed.is_none() {
            values = size_at(data, *at)?;
            *at += 4;
        }
        if values > MANY {
            return None;
        }
        for n in 0..values {
            let length = match fixed {
                Some(length) => length,
                None => {
                    *at += 4;
                    size_at(data, *at - 4)?
                }
            };
            let value = slice(data, *at, length)?;
            *at = at.checked_add(padded(length)?)?;
            if n == 0 {
                self.0.insert(number, (kind, value.to_vec()));
            }
        }
        Some(())
    }

    /// From the streams of a storage; only properties that are wanted are read.
    pub fn of_storage(file: &Compound<'_>, storage: usize) -> Self {
        let wanted = [
            id::SUBJECT,
            id::SENDER_NAME,
            id::DISPLAY_TO,
            id::BODY,
            id::RTF_COMPRESSED,
            id::HTML,
            id::DISPLAY_NAME,
            id::DATA,
            id::FILE_NAME,
            id::LONG_FILE_NAME,
            id::MIME_TAG,
        ];
        let mut found = Self::default();
        for number in wanted {
            for kind in [0x1f_u16, 0x1e, 0x102] {
                if let Some(value) = file.stream(storage, &format!("__substg1.0_{number:04X}{kind:04X}")) {
                    found.0.entry(number).or_insert((kind, value));
                }
            }
        }
        found
    }

    /// A text; narrow ones are in `encoding`.
    pub fn text(&self, number: u16, encoding: &'static Encoding) -> Option<String> {
        let (kind, value) = self.0.get(&number)?;
        if *kind == UNICODE {
            return Some(utf16(value));
        }
        let end = value.iter().position(|b| *b == 0).unwrap_or(value.len());
        Some(charset::decode(value.get(..end)?, Some(encoding.name())).into_owned())
    }

    /// Bytes.
    pub fn bytes(&self, number: u16) -> Option<&[u8]> {
        self.0.get(&number).map(|(_, value)| value.as_slice())
    }

    /// A number.
    pub fn number(&self, number: u16) -> Option<u32> {
        u32_at(self.bytes(number)?, 0)
    }
}

/// Values are padded to four bytes.
fn padded(length: usize) -> Option<usize> {
    Some(length.checked_add(3)? & !3)
}
