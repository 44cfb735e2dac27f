//! Compressed RTF of Outlook (\[MS-OXRTFCP\]).

use crate::worker::bytes::{size_at, slice};

/// What the dictionary holds before the first byte.
const BEFORE: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \
\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\
\\u\\tab\\tx";
/// Size of the dictionary, a ring.
const RING: usize = 4096;

/// The RTF in `packed`, at most `most` bytes; `None` where the header is none.
pub fn unpack(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let size = size_at(packed, 4)?;
    let content = packed.get(16..)?;
    match slice(packed, 8, 4)? {
        b"MELA" => return Some(content.get(..size.min(content.len()))?.to_vec()),
        b"LZFu" => {}
        _ => return None,
    }
    let mut ring = [0_u8; RING];
    for (place, byte) in ring.iter_mut().zip(BEFORE) {
        *place = *byte;
    }
    let mut write = BEFORE.len();
    let mut out = Vec::new();
    let mut input = content.iter().copied();
    let put = |byte: u8, write: &mut usize, ring: &mut [u8; RING], out: &mut Vec<u8>| {
        out.push(byte);
        if let Some(place) = ring.get_mut(*write) {
            *place = byte;
        }
        *write = (*write + 1) % RING;
    };
    while let Some(flags) = input.next() {
        for bit in 0..8 {
            if out.len() >= most {
                return Some(out);
            }
            if flags >> bit & 1 == 0 {
                let Some(byte) = input.next() else { return Some(out) };
                put(byte, &mut write, &mut ring, &mut out);
                continue;
            }
            let (Some(high), Some(low)) = (input.next(), input.next()) else { return Some(out) };
            let pair = usize::from(u16::from_be_bytes([high, low]));
            let (place, length) = (pair >> 4, (pair & 0xf) + 2);
            if place == write {
                return Some(out);
            }
            for step in 0..length {
                let byte = ring.get((place + step) % RING).copied().unwrap_or(0);
                put(byte, &mut write, &mut ring, &mut out);
            }
        }
    }
    Some(out)
}
