//! What a paper is, by its content first: media types and file names are often wrong.

/// What can be done with a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// A ZIP container that may be a DOCX.
    Zip,
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
    // Some writers put mail headers or a byte order mark before the mark of a PDF; readers allow a kilobyte.
    if start.windows(5).any(|w| w == b"%PDF-") {
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
    for (magic, media) in OTHERS {
        if is(magic) {
            return seen(media, Kind::Other);
        }
    }
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    let blank = declared.is_empty() || declared == "application/octet-stream";
    if declared == "text/html"
        || declared == "application/xhtml+xml"
        || blank && matches!(&*extension, "html" | "htm")
    {
        return seen("text/html", Kind::Html);
    }
    // The parts of a delivery report are text, too.
    if declared.starts_with("text/") || declared.starts_with("message/") {
        return seen(declared, Kind::Text);
    }
    if blank && matches!(&*extension, "txt" | "csv" | "md" | "log") && !bytes.contains(&0) {
        return seen("text/plain", Kind::Text);
    }
    if declared.starts_with("image/") {
        return seen(declared, Kind::Picture);
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

const OTHERS: &[(&[u8], &str)] = &[
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
];

/// What a person can do about a format that is not opened.
pub fn advice(media_type: &str) -> &'static str {
    match media_type {
        "application/rtf" | "application/msword" | "application/vnd.oasis.opendocument.text" => {
            "This word-processor format is not read: open it by hand, or ask the mission to send the note as PDF or DOCX."
        }
        "application/ms-tnef" => {
            "This is a winmail.dat container of Outlook: open it by hand, or ask the mission to send the note as PDF."
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
