//! Bytes as text: by the label where it holds, else by what the bytes themselves say. Labels are often missing and
//! sometimes wrong: a Cyrillic note sent as Latin-1, UTF-8 called windows-1252, KOI8-R called windows-1251.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that the detector looks at; more does not change its mind.
const SAMPLE: usize = 64 << 10;

/// `bytes` as text; `label` is the declared charset, if any.
pub fn decode<'b>(bytes: &'b [u8], label: Option<&str>) -> Cow<'b, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Cow::Owned(encoding.decode(bytes.get(mark..).unwrap_or_default()).0.into_owned());
    }
    let label = label.map(|l| l.trim().trim_matches(['"', '\'']).to_ascii_lowercase()).unwrap_or_default();
    if let Some(text) = shifted(bytes, &label) {
        return Cow::Owned(text);
    }
    if let Some(encoding) = wide(bytes) {
        return Cow::Owned(encoding.decode(bytes).0.into_owned());
    }
    // ISO-2022-JP is seven bits wide, too; its escapes give it away.
    if bytes.is_ascii() && !bytes.windows(2).any(|w| matches!(w, [0x1b, b'$' | b'('])) {
        return String::from_utf8_lossy(bytes);
    }
    // Nothing else looks like UTF-8 by chance.
    if !bytes.is_ascii()
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Cow::Borrowed(text);
    }
    let labelled = Encoding::for_label(label.as_bytes()).or_else(|| misspelt(&label));
    if let Some(encoding) = labelled.filter(|e| *e != UTF_8 && !is_ascii_label(&label)) {
        let (text, _, errors) = encoding.decode(bytes);
        if !errors && plausible(&text) {
            return Cow::Owned(text.into_owned());
        }
        let guess = guess(bytes);
        let (other, _, worse) = guess.decode(bytes);
        let better = !worse && plausible(&other);
        return Cow::Owned(if better { other.into_owned() } else { text.into_owned() });
    }
    Cow::Owned(guess(bytes).decode(bytes).0.into_owned())
}

/// The text of `bytes` in the Windows or DOS code page `page`; `None` where we have no table of it.
pub fn code_page(page: u32) -> Option<&'static Encoding> {
    let label = match page {
        65001 => "utf-8",
        1200 => "utf-16le",
        1201 => "utf-16be",
        932 => "shift_jis",
        936 => "gbk",
        949 | 1361 => "euc-kr",
        950 => "big5",
        54936 => "gb18030",
        866 | 855 => "ibm866",
        874 => "windows-874",
        10000 => "macintosh",
        10007 => "x-mac-cyrillic",
        20866 => "koi8-r",
        21866 => "koi8-u",
        28591 => "windows-1252",
        28592 => "iso-8859-2",
        28595 => "iso-8859-5",
        28596 => "iso-8859-6",
        1250 => "windows-1250",
        1251 => "windows-1251",
        1252 => "windows-1252",
        1253 => "windows-1253",
        1254 => "windows-1254",
        1255 => "windows-1255",
        1256 => "windows-1256",
        1257 => "windows-1257",
        1258 => "windows-1258",
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

fn is_ascii_label(label: &str) -> bool {
    matches!(label, "us-ascii" | "ascii" | "ansi_x3.4-1968" | "unknown-8bit" | "x-unknown" | "7bit" | "8bit")
}

/// Labels that are no names in the standard and are sent nevertheless.
fn misspelt(label: &str) -> Option<&'static Encoding> {
    let digits: String = label.chars().filter(char::is_ascii_digit).collect();
    match label {
        _ if label.starts_with("cp") || label.starts_with("ms") || label.starts_with("windows") => {
            code_page(digits.parse().ok()?)
        }
        "utf8mb4" | "utf_8" | "utf 8" => Some(UTF_8),
        "big5-hkscs" | "x-x-big5" | "big-5" => Some(BIG5),
        "ks_c_5601" | "ksc5601" => Some(EUC_KR),
        "gb" | "gb2312-80" | "x-gbk" => Some(GBK),
        _ => None,
    }
}

/// What the bytes look like.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default(), bytes.len() <= SAMPLE);
    let found = detector.guess(None, Utf8Detection::Allow);
    // A stray odd byte in a long UTF-8 text costs one character, not the text.
    if found == WINDOWS_1252 && mostly_utf8(bytes) { UTF_8 } else { found }
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

/// Whether a decoded text can be what was meant. Capitals after small letters within words, letters of Latin that
/// only stand in rows where another alphabet was meant, and controls all say no.
fn plausible(text: &str) -> bool {
    let (mut letters, mut odd, mut high, mut controls) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut capitals = 0_usize;
    let (mut small_before, mut high_before) = (false, false);
    for c in text.chars().take(SAMPLE) {
        controls += usize::from(matches!(c, '\u{80}'..='\u{9f}' | '\u{fffd}'));
        if !c.is_alphabetic() {
            small_before = false;
            high_before = matches!(c, '\u{a0}'..='\u{bf}');
            continue;
        }
        if c.is_ascii() {
            (small_before, high_before) = (false, false);
            continue;
        }
        letters += 1;
        capitals += usize::from(c.is_uppercase());
        odd += usize::from(small_before && c.is_uppercase());
        small_before = c.is_lowercase();
        // Latin with marks: two in a row are rare in any language.
        let latin = matches!(c, '\u{aa}'..='\u{17f}');
        high += usize::from(latin && high_before);
        high_before = latin;
    }
    // KOI8 and windows-1251 hold the same letters with the cases exchanged.
    let exchanged = odd > 0 && 2 * capitals > letters;
    controls == 0 && !exchanged && 6 * odd <= letters && 3 * high <= letters
}

/// UTF-16 without its mark: every second byte of Latin text is nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let noughts = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let half = sample.len() / 2;
    match (noughts(0), noughts(1)) {
        _ if half < 4 => None,
        (first, second) if second > half / 3 && first == 0 => Some(UTF_16LE),
        (first, second) if first > half / 3 && second == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Seven-bit charsets that shift between sets: ISO-2022-KR (RFC 1557), ISO-2022-CN (RFC 1922, its first set), HZ
/// (RFC 1843) and UTF-7 (RFC 2152).
fn shifted(bytes: &[u8], label: &str) -> Option<String> {
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|w| w == mark);
    match label {
        "iso-2022-kr" | "csiso2022kr" => Some(shift_out(bytes, EUC_KR)),
        "iso-2022-cn" | "iso-2022-cn-ext" => Some(shift_out(bytes, GBK)),
        "hz-gb-2312" | "hz" => Some(hz(bytes)),
        "utf-7" | "unicode-1-1-utf-7" | "x-unicode-2-0-utf-7" => Some(utf7(bytes)),
        _ if !bytes.is_ascii() => None,
        _ if has(b"\x1b$)C") && has(b"\x0e") => Some(shift_out(bytes, EUC_KR)),
        _ if has(b"\x1b$)A") && has(b"\x0e") => Some(shift_out(bytes, GBK)),
        _ => None,
    }
}

/// Between SO and SI each byte is one of `set` without its high bit; four-byte escapes announce the set.
fn shift_out(bytes: &[u8], set: &'static Encoding) -> String {
    let mut plain = Vec::with_capacity(bytes.len());
    let (mut out, mut escape) = (false, 0_u8);
    for &byte in bytes {
        match byte {
            _ if escape > 0 => escape -= 1,
            0x1b => escape = 3,
            0x0e => out = true,
            0x0f => out = false,
            b'\n' | b'\r' => {
                out = false;
                plain.push(byte);
            }
            _ => plain.push(if out && byte > b' ' { byte | 0x80 } else { byte }),
        }
    }
    set.decode(&plain).0.into_owned()
}

fn hz(bytes: &[u8]) -> String {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut chinese = false;
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match (byte, rest.peek().copied()) {
            (b'~', Some(b'{')) => chinese = true,
            (b'~', Some(b'}')) => chinese = false,
            (b'~', Some(b'~')) => plain.push(b'~'),
            (b'~', Some(b'\n')) => {}
            _ => {
                plain.push(if chinese && byte > b' ' { byte | 0x80 } else { byte });
                continue;
            }
        }
        rest.next();
    }
    GBK.decode(&plain).0.into_owned()
}

fn utf7(bytes: &[u8]) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut shifted: Option<(u32, u32)> = None;
    let mut just = false;
    for &byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => Some(byte - b'A'),
            b'a'..=b'z' => Some(byte - b'a' + 26),
            b'0'..=b'9' => Some(byte - b'0' + 52),
            b'+' => Some(62),
            b'/' => Some(63),
            _ => None,
        };
        match (&mut shifted, value) {
            (Some((bits, count)), Some(value)) => {
                just = false;
                *bits = *bits << 6 & 0x003f_ffff | u32::from(value);
                *count += 6;
                if *count >= 16 {
                    *count -= 16;
                    units.push(u16::try_from(*bits >> *count & 0xffff).unwrap_or(0xfffd));
                }
            }
            (Some(_), None) => {
                if byte != b'-' {
                    units.push(u16::from(byte));
                } else if just {
                    units.push(u16::from(b'+'));
                }
                shifted = None;
            }
            (None, _) if byte == b'+' => (shifted, just) = (Some((0, 0)), true),
            (None, _) => units.push(u16::from(byte)),
        }
    }
    String::from_utf16_lossy(&units)
}
