//! What the glyphs of a PDF's fonts mean: the table ToUnicode, before poppler reads it.
//!
//! Arabic writes lam and alef as one glyph. Writer and Word map it to both letters in the order of writing; poppler gives
//! the line as it is seen, from the left, but these two within it as they were written. Turned round, "الأمم" became
//! "األمم" and "الثلاثة", three, "الثالثة", the third. So the letters of such a glyph are named as they are seen, too.

use pdf_extract::{Document, Object, ObjectId};

/// The PDF with the letters of each Arabic glyph as they are seen; nothing where no glyph has several.
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

/// The table with the letters of a glyph turned round, if it has such.
fn with_signs(table: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(table.len());
    let mut any = false;
    for (k, part) in table.split(|b| *b == b'<').enumerate() {
        if k > 0 {
            out.push(b'<');
        }
        let end = part.iter().position(|b| *b == b'>').unwrap_or(0);
        let (code, rest) = part.split_at(end);
        let bare: Vec<u8> = code.iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
        // Four figures each; Arabic letters are 06xx.
        let letters: Vec<&[u8]> = bare.chunks(4).collect();
        if letters.len() > 1 && letters.iter().all(|l| l.len() == 4 && l.starts_with(b"06")) {
            letters.iter().rev().for_each(|l| out.extend_from_slice(l));
            any = true;
        } else {
            out.extend_from_slice(code);
        }
        out.extend_from_slice(rest);
    }
    any.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_one_glyph_are_turned_round() {
        let table = b"2 beginbfchar\n<0D> <06440627>\n<0E> <0644>\n<0F> <0644 0623>\nendbfchar";
        let wanted = b"2 beginbfchar\n<0D> <06270644>\n<0E> <0644>\n<0F> <06230644>\nendbfchar";
        assert_eq!(with_signs(table).as_deref(), Some(wanted.as_slice()));
        assert_eq!(with_signs(b"<0E> <0644>"), None);
        assert_eq!(with_ligatures(b"%PDF-1.4 nothing"), None);
    }
}
