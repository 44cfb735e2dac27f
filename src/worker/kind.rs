//! What a paper is, by its content first: media types and file names are often wrong.

/// What can be done with a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// A ZIP container: a DOCX, an ODT, or an archive.
    Zip,
    /// A compound file: DOC, MSG, or behind a password.
    Compound,
    /// RTF.
    Rtf,
    /// A word-processor document as one XML file: Word 2003, a flat package, flat OpenDocument.
    Flat,
    /// `winmail.dat`.
    Tnef,
    /// A mail within a signature, or an encrypted one.
    Cms,
    /// A mail of its own.
    Mail,
    /// Encrypted in a way that its first words tell.
    Locked,
    /// What programs add, and nobody reads.
    Litter,
    /// HTML text.
    Html,
    /// Any other text.
    Text,
    /// A picture.
    Picture,
    /// Known or unknown, but not opened.
    Other,
}

/// Kind and media type of `bytes`, declared as `declared` (lower case) under the file name `name`.
pub fn of(bytes: &[u8], declared: &str, name: &str) -> (Kind, String) {
    let seen = |media: &str, kind| (kind, media.to_owned());
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let is = |magic: &[u8]| start.starts_with(magic);
    if is(b"%PDF-") {
        return seen("application/pdf", Kind::Pdf);
    }
    if is(b"PK\x03\x04") || is(b"PK\x05\x06") {
        return seen("application/zip", Kind::Zip);
    }
    for (magic, media) in PICTURES {
        if is(magic) {
            return seen(media, Kind::Picture);
        }
    }
    if is(b"RIFF") && start.get(8..12) == Some(b"WEBP") {
        return seen("image/webp", Kind::Picture);
    }
    if start.get(4..8) == Some(b"ftyp") && start.get(8..12).is_some_and(|b| HEIF.contains(&b)) {
        return seen("image/heic", Kind::Picture);
    }
    for (magic, media, kind) in OTHERS {
        if is(magic) {
            return seen(media, *kind);
        }
    }
    if super::smime::is_cms(bytes) {
        // A detached signature says nothing.
        let detached = declared.ends_with("pkcs7-signature") || name.to_ascii_lowercase().ends_with(".p7s");
        return if detached {
            seen("application/pkcs7-signature", Kind::Litter)
        } else {
            seen("application/pkcs7-mime", Kind::Cms)
        };
    }
    // Some writers put mail headers or a byte order mark before the mark of a PDF; readers allow a kilobyte. Only now:
    // an archive that does not compress has the mark of its first file near its beginning.
    if start.windows(5).any(|w| w == b"%PDF-") {
        return seen("application/pdf", Kind::Pdf);
    }
    let words = start.trim_ascii_start();
    let words = words.strip_prefix(b"\xef\xbb\xbf").unwrap_or(words).trim_ascii_start();
    let says = |mark: &[u8]| words.get(..mark.len()).is_some_and(|w| w.eq_ignore_ascii_case(mark));
    let names = |mark: &[u8]| start.windows(mark.len()).any(|w| w == mark);
    if says(b"<?xml") && (names(b"wordDocument") || names(b"/xmlPackage\"")) {
        return seen("application/msword", Kind::Flat);
    }
    if says(b"<?xml") && names(b"<office:document ") {
        return seen("application/vnd.oasis.opendocument.text", Kind::Flat);
    }
    if says(b"{\\rtf") {
        return seen("application/rtf", Kind::Rtf);
    }
    if says(b"-----BEGIN PGP MESSAGE-----") {
        return seen("application/pgp-encrypted", Kind::Locked);
    }
    if matches!(declared, "application/pgp-signature" | "application/pgp-encrypted" | "application/applefile")
    {
        return seen(declared, Kind::Litter);
    }
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    let blank = declared.is_empty() || !declared.contains('/') || declared == "application/octet-stream";
    let is_mail = declared == "message/rfc822" || declared == "message/global" || extension == "eml";
    if is_mail || says(b"MIME-Version:") && !declared.starts_with("message/") {
        return seen("message/rfc822", Kind::Mail);
    }
    // Word and others save HTML under names of their own formats.
    let markup = says(b"<!doctype html") || says(b"<html");
    if declared == "text/html"
        || declared == "application/xhtml+xml"
        || blank && matches!(&*extension, "html" | "htm")
        || markup
    {
        return seen("text/html", Kind::Html);
    }
    // The parts of a delivery report are text, too.
    if declared.starts_with("text/") || declared.starts_with("message/") {
        return seen(declared, Kind::Text);
    }
    if declared.starts_with("image/") {
        return seen(declared, Kind::Picture);
    }
    // A note saved as plain text and sent under any type and name.
    let named = matches!(&*extension, "txt" | "csv" | "md" | "log" | "asc" | "doc" | "rtf");
    if blank && is_utf8(start) || (blank || named) && is_plain(start) {
        return seen("text/plain", Kind::Text);
    }
    seen(if blank { "application/octet-stream" } else { declared }, Kind::Other)
}

/// Brands of the containers that phones write photographs in (ISO/IEC 23008-12).
const HEIF: &[&[u8]] =
    &[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"];

/// Whether a picture of this media type can be made pixels here.
pub fn is_decoded(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/gif" | "image/tiff" | "image/bmp" | "image/webp")
}

const PICTURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
];

const OTHERS: &[(&[u8], &str, Kind)] = &[
    (super::cfb::MAGIC, "application/msword", Kind::Compound),
    (super::tnef::MAGIC, "application/ms-tnef", Kind::Tnef),
    (b"Rar!\x1a\x07", "application/vnd.rar", Kind::Other),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", Kind::Other),
    (b"\x1f\x8b", "application/gzip", Kind::Other),
    // The half of a Macintosh file that holds no words.
    (b"\0\x05\x16\x07", "application/applefile", Kind::Litter),
];

/// Whether the first bytes of a file are UTF-8 without controls; its last character may be cut.
fn is_utf8(start: &[u8]) -> bool {
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            let whole = start.get(..error.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(whole).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !text.is_empty() && text.chars().all(|c| !c.is_control() || c.is_whitespace())
}

/// Whether bytes read as text of some charset: no control characters but white space and the shifts of Asian sets, and
/// now and then a space or a line end.
fn is_plain(start: &[u8]) -> bool {
    let spaces = start.iter().filter(|b| b.is_ascii_whitespace()).count();
    let known =
        |b: &u8| matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x0e | 0x0f | 0x1b | b' '..=0x7e | 0x80..);
    start.starts_with(b"\xff\xfe")
        || start.starts_with(b"\xfe\xff")
        || 200 * spaces >= start.len() && start.iter().all(known)
}

/// What a person can do about a format that is not opened.
pub fn advice(media_type: &str) -> &'static str {
    match media_type {
        sheet if sheet.contains("excel") || sheet.contains("spreadsheet") => {
            "Spreadsheets are not read: open it by hand, or ask the mission to send the note as PDF or DOCX."
        }
        slides if slides.contains("powerpoint") || slides.contains("presentation") => {
            "Presentations are not read: open it by hand, or ask the mission to send the note as PDF or DOCX."
        }
        "application/zip" | "application/vnd.rar" | "application/x-7z-compressed" | "application/gzip" => {
            "This archive is not unpacked: open it by hand, or ask the mission to attach the note itself as PDF."
        }
        "image/heic" => {
            "This photograph is in a format of phones (HEIC) that is not read: ask the mission to send it as JPEG or PDF."
        }
        image if image.starts_with("image/") => {
            "This picture is not read: look at it by hand, or ask the mission to send the note as PDF with text, or in the message."
        }
        _ => "This format is not read: open it by hand, or ask the mission to send the note as PDF or DOCX.",
    }
}
