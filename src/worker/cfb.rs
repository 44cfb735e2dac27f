//! The compound file (\[MS-CFB\]) that DOC, MSG and password-protected Office files are. Chains of sectors are followed
//! for at most as many sectors as the file has, so that a chain that bites its tail ends.

use super::bytes::{size_at, slice, u16_at, u32_at, utf16};

/// The mark of a compound file.
pub const MAGIC: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// Sector numbers from here on are marks, not places.
const LAST: u32 = 0xffff_fffa;
/// Entries of the directory that are looked at; a Word file has some twenty, an Outlook item some hundred.
const ENTRIES: usize = 20_000;

/// A compound file in memory.
#[derive(Debug)]
pub struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_stream: Vec<u8>,
    mini_cutoff: usize,
    entries: Vec<Entry>,
}

/// One storage or stream of the directory.
#[derive(Debug)]
struct Entry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: usize,
}

const STREAM: u8 = 2;

impl<'b> Compound<'b> {
    /// Reads tables and directory; `None` where they are broken.
    pub fn open(bytes: &'b [u8]) -> Option<Self> {
        if !bytes.starts_with(MAGIC) {
            return None;
        }
        let sector = match u16_at(bytes, 30)? {
            shift @ (9 | 12) => 1_usize << shift,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            mini_cutoff: size_at(bytes, 56)?.min(4096),
            entries: Vec::new(),
        };
        file.read_fat()?;
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        file.entries = directory.chunks_exact(128).take(ENTRIES).filter_map(Entry::of).collect();
        let root = file.entries.first()?;
        let (start, size) = (root.start, root.size);
        file.mini_stream = file.chain(start, size);
        let table = file.chain(u32_at(bytes, 60)?, usize::MAX);
        file.mini_fat = table.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect();
        Some(file)
    }

    /// How many sectors the file can have.
    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector
    }

    fn at(&self, number: u32) -> Option<&'b [u8]> {
        let from = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        // The last sector of a file is often cut short.
        self.bytes.get(from..from.checked_add(self.sector)?.min(self.bytes.len()))
    }

    fn read_fat(&mut self) -> Option<()> {
        let mut tables: Vec<u32> = (0..109).filter_map(|n| u32_at(self.bytes, 76 + 4 * n)).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut left = self.sectors();
        while next < LAST && left > 0 {
            left -= 1;
            let Some(sector) = self.at(next) else { break };
            let numbers: Vec<u32> = sector.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect();
            let (following, places) = numbers.split_last()?;
            tables.extend(places);
            next = *following;
        }
        let most = self.sectors();
        for number in tables.into_iter().filter(|n| *n < LAST) {
            if self.fat.len() > most {
                break;
            }
            let Some(sector) = self.at(number) else { continue };
            self.fat.extend(sector.chunks_exact(4).filter_map(|four| u32_at(four, 0)));
        }
        Some(())
    }

    /// The bytes of the chain that begins at `start`, at most `size`.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let (mut next, mut left) = (start, self.sectors() + 1);
        while next < LAST && out.len() < size && left > 0 {
            left -= 1;
            let Some(sector) = self.at(next) else { break };
            out.extend_from_slice(sector);
            let Some(following) = usize::try_from(next).ok().and_then(|n| self.fat.get(n)) else { break };
            next = *following;
        }
        out.truncate(size);
        out
    }

    fn content(&self, entry: &Entry) -> Vec<u8> {
        if entry.size >= self.mini_cutoff {
            return self.chain(entry.start, entry.size);
        }
        let mut out = Vec::new();
        let (mut next, mut left) = (entry.start, self.mini_fat.len() + 1);
        while next < LAST && out.len() < entry.size && left > 0 {
            left -= 1;
            let Ok(number) = usize::try_from(next) else { break };
            let Some(part) = number.checked_mul(64).and_then(|from| slice(&self.mini_stream, from, 64))
            else {
                break;
            };
            out.extend_from_slice(part);
            let Some(following) = self.mini_fat.get(number) else { break };
            next = *following;
        }
        out.truncate(entry.size);
        out
    }

    /// Names and numbers of what stands directly in the storage number `storage` (0 is the root).
    pub fn children(&self, storage: usize) -> Vec<(&str, usize)> {
        let mut found = Vec::new();
        let mut open: Vec<u32> = self.entries.get(storage).map(|e| e.child).into_iter().collect();
        let mut left = self.entries.len();
        while let Some(number) = open.pop() {
            let number = usize::try_from(number).unwrap_or(usize::MAX);
            let Some(entry) = self.entries.get(number) else { continue };
            if left == 0 {
                break;
            }
            left -= 1;
            found.push((entry.name.as_str(), number));
            open.extend([entry.left, entry.right]);
        }
        found
    }

    /// The stream `name` directly in the storage number `storage`.
    pub fn stream(&self, storage: usize, name: &str) -> Option<Vec<u8>> {
        let found = self.children(storage).into_iter().find(|(n, _)| n.eq_ignore_ascii_case(name))?.1;
        let entry = self.entries.get(found).filter(|e| e.kind == STREAM)?;
        Some(self.content(entry))
    }

    /// Whether `name` stands in the root.
    pub fn has(&self, name: &str) -> bool {
        self.children(0).iter().any(|(n, _)| n.eq_ignore_ascii_case(name))
    }
}

impl Entry {
    fn of(bytes: &[u8]) -> Option<Self> {
        Some(Self {
            name: utf16(slice(bytes, 0, 64)?),
            kind: *bytes.get(66)?,
            left: u32_at(bytes, 68)?,
            right: u32_at(bytes, 72)?,
            child: u32_at(bytes, 76)?,
            start: u32_at(bytes, 116)?,
            size: size_at(bytes, 120)?,
        })
    }
}
