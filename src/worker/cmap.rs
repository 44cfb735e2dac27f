//! What the glyphs of a PDF's fonts mean: the table ToUnicode, before poppler reads it.
//!
//! Arabic writes lam and alef as one glyph. Writer and Word map it to both letters in the order of writing; poppler gives
//! the line as it is seen, from the left, but these two within it as they were written. Turned round, "الأمم" became
//! "األمم" and "الثلاثة", three, "الثالثة", the third. So the glyph is named by the one sign that Unicode has for it.

use pdf_extract::{Document, Object, ObjectId};

/// Lam with each alef, as the hexadecimal figures of both, and as those of the one sign.
const LIGATURES: [(&[u8], &[u8]); 4] =
    [(b"06440622", b"FEF5"), (b"06440623", b"FEF7"), (b"06440625", b"FEF9"), (b"06440627", b"FEFB")];

/// The PDF with each glyph of lam and alef named by one sign; nothing where it has none named by two.
pub(super) fn with_ligatures(bytes: &[u8]) -> Option<Vec<u8>> {
    // The crate panics on odd files; then the text stays as it was.
    std::panic::catch_unwind(|| renamed(bytes)).ok().flatten()
}

fn renamed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(bytes).ok()?;
    let fonts = document.objects.values().filter_map(|object| object.as_dict().ok());
    let tables: Vec<ObjectId> =
        fonts.filter_map(|font| font.get(b"ToUnicode").and_then(Object::as_reference).ok()).collect();
    let mut any = false;
    for id in tables {
        let Some(Object::Stream(stream)) = document.objects.get_mut(&id) else { continue };
        let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        if let Some(content) = with_signs(&content) {
            stream.set_plain_content(content);
            any = true;
        }
    }
    let mut out = Vec::with_capacity(bytes.len());
    (any && document.save_to(&mut out).is_ok()).then_some(out)
}

/// The table with one sign for each two, if it has such.
fn with_signs(table: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(table.len());
    let mut any = false;
    for (k, part) in table.split(|b| *b == b'<').enumerate() {
        if k > 0 {
            out.push(b'<');
        }
        let end = part.iter().position(|b| *b == b'>').unwrap_or(0);
        let (code, rest) = part.split_at(end);
        let bare: Vec<u8> =
            code.iter().filter(|b| !b.is_ascii_whitespace()).map(u8::to_ascii_uppercase).collect();
        match LIGATURES.iter().find(|(two, _)| *two == bare.as_slice()) {
            Some((_, one)) => {
                out.extend_from_slice(one);
                any = true;
            }
            None => out.extend_from_slice(code),
        }
        out.extend_from_slice(rest);
    }
    any.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lam_and_alef_are_one_sign() {
        let table = b"2 beginbfchar\n<0D> <06440627>\n<0E> <0644>\n<0F> <0644 0623>\nendbfchar";
        let wanted = b"2 beginbfchar\n<0D> <FEFB>\n<0E> <0644>\n<0F> <FEF7>\nendbfchar";
        assert_eq!(with_signs(table).as_deref(), Some(wanted.as_slice()));
        assert_eq!(with_signs(b"<0E> <0644>"), None);
        assert_eq!(with_ligatures(b"%PDF-1.4 nothing"), None);
    }
}
