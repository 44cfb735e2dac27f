//! Files and mails as tests need them, made byte by byte: whole, broken, hostile.

use std::io::Write;

/// The first header lines of a mail.
pub const HEAD: &str = "From: Permanent Mission <Mission@PM-Varia.Example>\r\nSubject: Note\r\n";
/// A line of a note.
pub const LINE: &str = "The Permanent Mission of Varia presents its compliments to the Office";

pub fn mail(fields: &str, body: &[u8]) -> Vec<u8> {
    [format!("{HEAD}{fields}\r\n\r\n").as_bytes(), body].concat()
}

pub fn base64(bytes: &[u8]) -> String {
    const SET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (index, three) in bytes.chunks(3).enumerate() {
        let n = three.iter().fold(0_usize, |n, b| n << 8 | usize::from(*b)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let sextet = SET[n >> (18 - 6 * place) & 63];
            out.push(if place > three.len() { '=' } else { char::from(sextet) });
        }
        if index % 19 == 18 {
            out.push_str("\r\n");
        }
    }
    out
}

/// A covering line and `files`: (declared type, name, bytes).
pub fn with_files(files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut raw = format!(
        "{HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n\
         --b0\r\nContent-Type: text/plain\r\n\r\nPlease find attached.\r\n"
    );
    for (media, name, bytes) in files {
        raw += &format!(
            "--b0\r\nContent-Type: {media}; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            base64(bytes)
        );
    }
    (raw + "--b0--\r\n").into_bytes()
}

pub fn pdf_of(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut at = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        at.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let xref = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", at.len() + 1).bytes());
    for position in &at {
        out.extend(format!("{position:010} 00000 n \n").bytes());
    }
    out.extend(
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n", at.len() + 1).bytes(),
    );
    out
}

/// A PDF with one line of text to a page.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (n, text) in pages.iter().enumerate() {
        let draw = format!("BT /F1 11 Tf 56 740 Td ({text}) Tj ET");
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + 2 * n
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{draw}\nendstream", draw.len()));
    }
    pdf_of(&objects)
}

/// A ZIP container of `files`.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    zip_by(zip::CompressionMethod::Deflated, files)
}

/// A ZIP container that compresses nothing.
pub fn zip_stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    zip_by(zip::CompressionMethod::Stored, files)
}

fn zip_by(method: zip::CompressionMethod, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A DOCX whose document is `document`, with a letterhead.
pub fn docx(document: &[u8]) -> Vec<u8> {
    let margin = "<w:hdr><w:p><w:r><w:t>Permanent Mission of Varia</w:t></w:r></w:p></w:hdr>";
    zip(&[("word/document.xml", document), ("word/header1.xml", margin.as_bytes())])
}

/// An ODT whose body is `body`.
pub fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

fn put(bytes: &mut [u8], at: usize, value: u32) {
    bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
}

const SECTOR: usize = 512;
const END: u32 = 0xffff_fffe;

/// A compound file of `streams`, each in sectors of its own; returned with the place of its table of sectors.
pub fn compound_at(streams: &[(&str, Vec<u8>)]) -> (Vec<u8>, usize) {
    let sectors = |length: usize| length.max(4096).div_ceil(SECTOR);
    let content: usize = streams.iter().map(|(_, b)| sectors(b.len())).sum();
    let directory = (streams.len() + 1).div_ceil(4);
    let mut tables = 1;
    while tables * 128 < content + directory + tables {
        tables += 1;
    }
    let mut fat = vec![0xffff_ffff_u32; tables * 128];
    let mut out = vec![0_u8; SECTOR * (1 + content + directory + tables)];
    out[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    (out[24], out[26], out[28], out[29], out[30], out[32]) = (0x3e, 3, 0xfe, 0xff, 9, 6);
    put(&mut out, 44, tables as u32);
    put(&mut out, 48, content as u32);
    put(&mut out, 56, 4096);
    for at in [60, 68] {
        put(&mut out, at, END);
    }
    for n in 0..109 {
        put(&mut out, 76 + 4 * n, if n < tables { (content + directory + n) as u32 } else { 0xffff_ffff });
    }
    let chain = |fat: &mut Vec<u32>, from: usize, count: usize| {
        for (n, next) in fat.iter_mut().enumerate().skip(from).take(count) {
            *next = if n + 1 == from + count { END } else { n as u32 + 1 };
        }
    };
    let mut next = 0;
    let entry = |out: &mut Vec<u8>,
                 number: usize,
                 name: &str,
                 kind: u8,
                 right: u32,
                 child: u32,
                 start: u32,
                 size: usize| {
        let at = SECTOR * (1 + content) + 128 * number;
        for (n, unit) in name.encode_utf16().enumerate() {
            out[at + 2 * n..at + 2 * n + 2].copy_from_slice(&unit.to_le_bytes());
        }
        out[at + 64] = 2 * (name.len() as u8 + 1);
        out[at + 66] = kind;
        put(out, at + 68, 0xffff_ffff);
        put(out, at + 72, right);
        put(out, at + 76, child);
        put(out, at + 116, start);
        put(out, at + 120, size as u32);
    };
    entry(&mut out, 0, "Root Entry", 5, 0xffff_ffff, 1, END, 0);
    for (n, (name, bytes)) in streams.iter().enumerate() {
        let right = if n + 1 < streams.len() { n as u32 + 2 } else { 0xffff_ffff };
        entry(&mut out, n + 1, name, 2, right, 0xffff_ffff, next as u32, bytes.len().max(4096));
        out[SECTOR * (1 + next)..][..bytes.len()].copy_from_slice(bytes);
        chain(&mut fat, next, sectors(bytes.len()));
        next += sectors(bytes.len());
    }
    chain(&mut fat, content, directory);
    let at = SECTOR * (1 + content + directory);
    for (n, number) in fat.iter().enumerate() {
        put(&mut out, at + 4 * n, *number);
    }
    (out, at)
}

pub fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    compound_at(streams).0
}

/// The streams of a Word file of these pieces: bytes in windows-1252 where `narrow`, else UTF-16.
pub fn word(pieces: &[(bool, &str)]) -> [(&'static str, Vec<u8>); 2] {
    let mut main = vec![0_u8; 0x800];
    main[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    main[0x0b] = 0x02;
    let (mut places, mut ends) = (Vec::new(), vec![0_u32]);
    for (narrow, text) in pieces {
        let place = main.len() as u32;
        let bytes: Vec<u8> = if *narrow {
            text.chars().map(|c| c as u8).collect()
        } else {
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        };
        let count = if *narrow { bytes.len() } else { bytes.len() / 2 };
        ends.push(ends[ends.len() - 1] + count as u32);
        places.push(if *narrow { (place * 2) | 0x4000_0000 } else { place });
        main.extend(bytes);
    }
    put(&mut main, 0x4c, ends[ends.len() - 1]);
    let mut plc: Vec<u8> = ends.iter().flat_map(|e| e.to_le_bytes()).collect();
    for place in &places {
        plc.extend([0, 0]);
        plc.extend(place.to_le_bytes());
        plc.extend([0, 0]);
    }
    let mut table = vec![2_u8];
    table.extend((plc.len() as u32).to_le_bytes());
    table.extend(plc);
    put(&mut main, 0x1a6, table.len() as u32);
    [("WordDocument", main), ("1Table", table)]
}

/// A winmail.dat of attributes: (name, data).
pub fn tnef(attributes: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut out = b"\x78\x9f\x3e\x22\x01\x00".to_vec();
    for (name, data) in attributes {
        out.push(1);
        out.extend(name.to_le_bytes());
        out.extend((data.len() as u32).to_le_bytes());
        out.extend(data);
        let sum: u32 = data.iter().map(|b| u32::from(*b)).sum();
        out.extend((sum as u16).to_le_bytes());
    }
    out
}

/// MAPI properties of a winmail.dat: (number, type, value).
pub fn properties(values: &[(u16, u16, &[u8])]) -> Vec<u8> {
    let mut out = (values.len() as u32).to_le_bytes().to_vec();
    for (number, kind, value) in values {
        out.extend(kind.to_le_bytes());
        out.extend(number.to_le_bytes());
        if matches!(kind, 0x0d | 0x1e | 0x1f | 0x102) {
            out.extend(1_u32.to_le_bytes());
            out.extend((value.len() as u32).to_le_bytes());
        }
        out.extend(*value);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

/// A value of DER.
pub fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    if content.len() < 0x80 {
        out.push(content.len() as u8);
    } else {
        let digits: Vec<u8> =
            (content.len() as u32).to_be_bytes().into_iter().skip_while(|d| *d == 0).collect();
        out.push(0x80 | digits.len() as u8);
        out.extend(digits);
    }
    out.extend(content);
    out
}

/// A value of BER whose end is marked.
pub fn ber(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, 0x80], content, &[0, 0]].concat()
}

/// CMS of the kind 1.2.840.113549.1.7.`kind` round `content`; `wrap` writes what contains others.
pub fn cms(kind: u8, octets: &[u8], wrap: fn(u8, &[u8]) -> Vec<u8>) -> Vec<u8> {
    let oid = |kind| der(6, &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, kind]);
    let enclosed = wrap(0x30, &[oid(1), wrap(0xa0, octets)].concat());
    let signed = [der(2, &[1]), der(0x31, &[]), enclosed, der(0x31, &[])].concat();
    wrap(0x30, &[oid(kind), wrap(0xa0, &wrap(0x30, &signed))].concat())
}
