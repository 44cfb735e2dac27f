//! Which bytes of a Word file are deleted (tracked changes) or hidden, by the formats of its runs (\[MS-DOC\] 2.9.40,
//! PlcBteChpx, and 2.6.1, Sprm).

use crate::worker::bytes::{size_at, slice, u16_at, u32_at};

/// `sprmCFRMarkDel`: the run was deleted while changes were tracked.
const DELETED: u16 = 0x0800;
/// `sprmCFVanish`: the run is hidden.
const VANISH: u16 = 0x083c;
/// Pages of formats that are looked at; each tells of some hundred runs.
const PAGES: usize = 20_000;

/// Ranges of bytes that do not show, sorted, not overlapping.
#[derive(Debug, Default)]
pub struct Hidden(Vec<(usize, usize)>);

impl Hidden {
    /// `from..to` in parts: whether each shows, its start, its end.
    pub fn split(&self, from: usize, to: usize) -> Vec<(bool, usize, usize)> {
        let mut parts = Vec::new();
        let mut at = from;
        let first = self.0.partition_point(|(_, end)| *end <= from);
        for (start, end) in self.0.iter().skip(first).take_while(|(start, _)| *start < to) {
            let (start, end) = ((*start).clamp(at, to), (*end).clamp(at, to));
            parts.push((true, at, start));
            parts.push((false, start, end));
            at = end;
        }
        parts.push((true, at, to));
        parts
    }
}

/// Reads the formats of all runs; what is broken hides nothing.
pub fn hidden(main: &[u8], table: &[u8]) -> Hidden {
    let mut found = Vec::new();
    let bin = size_at(main, 0xfa)
        .zip(size_at(main, 0xfe))
        .and_then(|(from, length)| slice(table, from, length))
        .unwrap_or_default();
    let count = bin.len().saturating_sub(4) / 8;
    for n in 0..count.min(PAGES) {
        let page = size_at(bin, 4 * (count + 1) + 4 * n)
            .and_then(|number| (number & 0x003f_ffff).checked_mul(512))
            .and_then(|from| slice(main, from, 512));
        if let Some(page) = page {
            of_page(page, &mut found);
        }
    }
    found.sort_unstable();
    let mut merged: Vec<(usize, usize)> = Vec::new();
    for (start, end) in found {
        match merged.last_mut() {
            Some(last) if last.1 >= start => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    Hidden(merged)
}

fn of_page(page: &[u8], found: &mut Vec<(usize, usize)>) {
    let runs = usize::from(page.last().copied().unwrap_or(0));
    for n in 0..runs {
        let (Some(start), Some(end)) = (u32_at(page, 4 * n), u32_at(page, 4 * n + 4)) else { return };
        let Some(&offset) = page.get(4 * (runs + 1) + n) else { return };
        let at = 2 * usize::from(offset);
        if offset == 0 || start >= end {
            continue;
        }
        let Some(formats) = page.get(at).and_then(|length| slice(page, at + 1, usize::from(*length))) else {
            continue;
        };
        if hides(formats)
            && let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end))
        {
            found.push((start, end));
        }
    }
}

/// Whether one of the formats hides its run.
fn hides(mut formats: &[u8]) -> bool {
    while let Some(code) = u16_at(formats, 0) {
        let value = formats.get(2).copied().unwrap_or(0);
        if matches!(code, DELETED | VANISH) && value & 1 == 1 {
            return true;
        }
        // The top three bits tell the length of what follows.
        let length = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            6 => 1 + usize::from(value),
            _ => 3,
        };
        formats = formats.get(2 + length..).unwrap_or_default();
    }
    false
}
