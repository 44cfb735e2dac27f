//! What each carrier of a note says: one golden, `tests/cases/carriers/expected.txt`, with the words of the mail and of its
//! papers. `UPDATE=1 cargo test` rewrites it. The readers run here without confinement; `worker.rs` shows them confined.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use verbale::message::Message;
use verbale::worker::{Limits, unconfined};

use crate::support::papers::*;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers").join(name)).unwrap()
}

fn encoded(label: &str, text: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(text);
    assert!(!lost, "{text} is not in {label}");
    bytes.into_owned()
}

const RUSSIAN: &str = "Постоянное представительство Республики Вария при Организации Объединённых Наций свидетельствует \
                       своё уважение Секретариату и имеет честь просить о поддержке.";
const CHINESE: &str = "瓦里亚共和国常驻联合国代表团向秘书处致意，并谨请支持张伟先生出席会议。";
const TRADITIONAL: &str = "瓦里亞共和國常駐聯合國代表團向秘書處致意，並謹請支持張偉先生出席會議。";
const ARABIC: &str = "تهدي البعثة الدائمة لجمهورية فاريا لدى الأمم المتحدة أطيب تحياتها إلى مكتب الممثل الخاص";
const FRENCH: &str =
    "La Mission permanente de Côte d’Ivoire présente ses compliments à l’Équipe et a l’honneur de solliciter";
const KOREAN: &str = "바리아 공화국 유엔 대표부는 사무국에 경의를 표합니다";
const JAPANESE: &str = "ヴァリア共和国国際連合代表部は事務局に敬意を表する";

fn charsets() -> Vec<(String, Vec<u8>)> {
    let plain = |label: &str| {
        let label = if label.is_empty() { String::new() } else { format!("; charset={label}") };
        format!("Content-Type: text/plain{label}\r\nContent-Transfer-Encoding: 8bit")
    };
    let seven = |bytes: &[u8]| bytes.iter().map(|b| b & 0x7f).collect::<Vec<u8>>();
    let korean = [b"\x1b$)C\x0e".as_slice(), &seven(&encoded("euc-kr", "바리아공화국")), b"\x0f A"].concat();
    let hz = [b"~{".as_slice(), &seven(&encoded("gbk", "瓦里亚共和国")), b"~} ~~A"].concat();
    let utf16: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // (declared, really, text)
    let cases = [
        ("windows-1251", "windows-1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("koi8-u", "koi8-u", RUSSIAN),
        ("iso-8859-5", "iso-8859-5", RUSSIAN),
        ("windows-1256", "windows-1256", ARABIC),
        ("gb2312", "gbk", CHINESE),
        ("gb18030", "gb18030", CHINESE),
        ("big5", "big5", TRADITIONAL),
        ("iso-2022-jp", "iso-2022-jp", JAPANESE),
        ("euc-kr", "euc-kr", KOREAN),
        ("cp-1252", "windows-1252", FRENCH),
        // Without a label.
        ("", "utf-8", RUSSIAN),
        ("", "windows-1251", RUSSIAN),
        ("", "koi8-r", RUSSIAN),
        ("", "gbk", CHINESE),
        ("", "big5", TRADITIONAL),
        ("", "windows-1256", ARABIC),
        ("", "windows-1252", FRENCH),
        ("", "iso-2022-jp", JAPANESE),
        // With a wrong one.
        ("iso-8859-1", "utf-8", RUSSIAN),
        ("iso-8859-1", "windows-1251", RUSSIAN),
        ("us-ascii", "windows-1251", RUSSIAN),
        ("windows-1251", "koi8-r", RUSSIAN),
        ("koi8-r", "windows-1251", RUSSIAN),
        ("utf-8", "windows-1252", FRENCH),
        ("utf-8", "gbk", CHINESE),
        ("windows-1252", "windows-1256", ARABIC),
        ("x-nonsense", "windows-1251", RUSSIAN),
    ];
    let mut mails: Vec<(String, Vec<u8>)> = cases
        .iter()
        .map(|(label, real, text)| {
            (format!("charset {label:?} in {real}"), mail(&plain(label), &encoded(real, text)))
        })
        .collect();
    mails.push(("charset iso-2022-kr".into(), mail(&plain("iso-2022-kr"), &korean)));
    mails.push(("charset iso-2022-kr without a label".into(), mail(&plain(""), &korean)));
    mails.push(("charset hz".into(), mail(&plain("hz-gb-2312"), &hz)));
    mails.push(("charset utf-7".into(), mail(&plain("utf-7"), b"C+APQ-te d'Ivoire +BB8EPgRBBEI-, 1 +- 1")));
    let wide = format!(
        "Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        base64(&utf16)
    );
    mails.push(("charset utf-16".into(), format!("{HEAD}{wide}").into_bytes()));
    mails
}

fn pages() -> Vec<(String, Vec<u8>)> {
    let cases: &[(&str, &str)] = &[
        (
            "paragraphs",
            "<h1>NOTE VERBALE</h1><p>The Mission<br>of Varia</p><div>one</div><div>two &amp; three&nbsp;four</div>",
        ),
        ("spaces and entities", "<p>  a \n b&#233;&eacute; &lt;c&gt; &unknown; & d &#x416;</p>"),
        (
            "a table of facts",
            "<table><tr><th>Name</th><td>Ms. Awa Abara</td></tr><tr><td>Function<td>Director</table>after",
        ),
        (
            "a table that only places",
            "<table><tr><td><table><tr><td><p>The Permanent Mission</p><p>requests support</p></td></tr></table></td></tr></table>",
        ),
        ("lists", "<ol><li><p>Ms. Awa Abara</p><li>Mr. Issa Bara</ol><ul><li>passport<li>form</ul>"),
        (
            "quotation",
            "<p>I agree.</p><blockquote type=cite><p>The note</p><blockquote class=gmail_quote>older</blockquote></blockquote><p>On 3 May 2018, at 16:03, the Fund wrote:</p><blockquote>oldest</blockquote>",
        ),
        (
            "indented, and no quotation",
            "<p>for the following participant:</p><blockquote>Ms. Awa Abara</blockquote><blockquote class=gmail_quote style='margin:0 0 0 40px; border: none'>Director</blockquote><p>She</p>",
        ),
        ("not displayed", "<p>seen<span style='display:none'>hidden</span><span hidden>hidden</span></p>"),
        (
            "a rule of a style sheet",
            "<style><!-- .x, #y {display:none} @media print {.z{display:none}} --></style><p class=x>hidden<p id=y>hidden<p class=z>seen",
        ),
        (
            "white on white",
            "<p>seen <font color=white>hidden</font><span style='color:#fefefe'>hidden</span></p><table bgcolor=navy><tr><td style='color:#fff'>seen on blue</td></tr></table>",
        ),
        (
            "tiny",
            "<div style='font-size:0'>hidden<span style='font-size:12px'>seen</span></div><p style='font-size:1px'>hidden",
        ),
        (
            "out of the page",
            "<div style='position:absolute;left:-9999px'>hidden</div><div style='max-height:0;overflow:hidden'>hidden</div><p style='visibility:hidden'>hidden</p><p style='opacity:0'>hidden</p>seen",
        ),
        (
            "not closed",
            "<div><p>one<p>two<b>bold<i>both</b>rest</div><td>cell outside<p style='display:none'>hidden<p>seen",
        ),
        (
            "scripts and comments",
            "<head><title>title</title><script>var a='<p>no</p>';</script></head><!-- no --><![if !mso]>seen<![endif]><!--[if mso]>no<![endif]-->",
        ),
        ("marks that are none", "a < b, <3, a<b c>d, </ >e"),
        ("preformatted", "<pre>a\n  b\n</pre>"),
    ];
    let mut mails: Vec<(String, Vec<u8>)> = cases
        .iter()
        .map(|(name, html)| {
            (format!("html: {name}"), mail("Content-Type: text/html; charset=utf-8", html.as_bytes()))
        })
        .collect();
    let meta = [
        b"<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"></head>"
            .as_slice(),
        &encoded("windows-1251", "Нота"),
    ]
    .concat();
    mails.push(("html: its own charset".into(), mail("Content-Type: text/html", &meta)));
    mails
}

fn bodies() -> Vec<(String, Vec<u8>)> {
    let parts = |kind: &str, parts: &[(&str, &str)]| {
        let parts: String = parts
            .iter()
            .map(|(head, body)| format!("--x\r\nContent-Type: {head}\r\n\r\n{body}\r\n"))
            .collect();
        mail(&format!("Content-Type: multipart/{kind}; boundary=x"), format!("{parts}--x--\r\n").as_bytes())
    };
    let long = "<p>The Permanent Mission of Varia presents its compliments and requests support for the travel of Ms. Awa Abara.</p>";
    let part = |kind: &str, inner: &str| format!("multipart/{kind}; boundary=y\r\n\r\n{inner}--y--");
    let related = part("related", &format!("--y\r\nContent-Type: text/html\r\n\r\n{long}\r\n"));
    vec![
        (
            "alternative, the page first".into(),
            parts("alternative", &[("text/html", long), ("text/plain", "plain words")]),
        ),
        (
            "alternative, a stub as text".into(),
            parts("alternative", &[("text/plain", "This message is in HTML."), ("text/html", long)]),
        ),
        ("alternative with related".into(), parts("alternative", &[("text/plain", " "), (&related, "")])),
        (
            "mixed text, page, text".into(),
            parts(
                "mixed",
                &[("text/plain", "first"), ("text/html", "<p>second</p>"), ("text/plain", "third")],
            ),
        ),
        (
            "text as attachment".into(),
            parts(
                "mixed",
                &[
                    ("text/plain", "see file"),
                    ("text/plain; name=note.txt\r\nContent-Disposition: attachment", LINE),
                ],
            ),
        ),
        (
            "subject in raw bytes".into(),
            [
                b"Subject: ".as_slice(),
                &encoded("windows-1251", "Вербальная нота посольства"),
                b"\r\nFrom: a@b.example\r\n\r\nx",
            ]
            .concat(),
        ),
        (
            "subject cut within a character".into(),
            b"Subject: =?utf-8?B?0J3Q?=\r\n =?utf-8?B?vtGC0LA=?=\r\nFrom: a@b.example\r\n\r\nx".to_vec(),
        ),
        (
            "pgp".into(),
            mail(
                "Content-Type: text/plain",
                b"-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----",
            ),
        ),
    ]
}

fn rtfs() -> Vec<(String, Vec<u8>)> {
    let cyrillic = [b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 Times New Roman;}{\\f1\\fcharset0 Arial;}}\\f0 ".as_slice(), b"\\'cd\\'ee\\'f2\\'e0 \\f1 caf\\'e9\\par}"].concat();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("code page of a font", cyrillic),
        ("code page of the document", b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}\\'b3\\'a3\\'d7\\'a4}".to_vec()),
        ("unicode with fallbacks", b"{\\rtf1\\ansi\\uc1 C\\u244?te \\uc2\\u1053\\'cd\\'cd.}".to_vec()),
        ("a pair of units", b"{\\rtf1\\uc0\\u-10179\\u-8704.}".to_vec()),
        ("deleted and hidden", b"{\\rtf1 a{\\deleted Mr. Gone}{\\v Mr. Hidden}{\\*\\unknown no}{\\info{\\title no}}b}".to_vec()),
        ("fields and pictures", b"{\\rtf1 {\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt shown}}{\\pict ffd8ff}{\\object{\\*\\objdata 00}}\\bin3 }}}.}".to_vec()),
        ("table", b"{\\rtf1\\trowd\\intbl Name\\cell Ms. Awa\\par Abara\\cell\\row\\pard after\\par}".to_vec()),
        ("margins and notes", b"{\\rtf1{\\header Letterhead\\par}{\\footer Foot\\par}text{\\footnote note}\\page two}".to_vec()),
        ("box", b"{\\rtf1 a{\\shp{\\*\\shpinst{\\sp{\\sn no}{\\sv no}}{\\shptxt in a box\\par}}{\\shprslt no}}b}".to_vec()),
        ("marks", b"{\\rtf1 \\{a\\}\\\\ b\\~c\\_d\\-e\\emdash\\rquote s\\\nf\\line g\\tab h\\'zz}".to_vec()),
        ("cut off", b"{\\rtf1 {\\b The Mission".to_vec()),
        ("within HTML of Outlook", b"{\\rtf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf \\par \\htmlrtf0 words{\\*\\htmltag84 &nbsp;}}".to_vec()),
    ];
    cases
        .into_iter()
        .map(|(name, rtf)| (format!("rtf: {name}"), with_files(&[("application/msword", "note.doc", &rtf)])))
        .collect()
}

fn documents() -> Vec<(String, Vec<u8>)> {
    let mut cases: Vec<(String, Vec<u8>)> = ["note.doc", "note.docx", "note.odt", "note.rtf"]
        .iter()
        .map(|name| {
            (
                format!("written by LibreOffice: {name}"),
                with_files(&[("application/octet-stream", name, &file(name))]),
            )
        })
        .collect();
    let mut one = |name: &str, media: &str, given: &str, bytes: &[u8]| {
        cases.push((name.to_owned(), with_files(&[(media, given, bytes)])));
    };
    let word_file = |pieces: &[(bool, &str)]| compound(&word(pieces));
    one(
        "doc: pieces, fields, cells",
        "application/msword",
        "n.doc",
        &word_file(&[
            (true, "C\u{f4}te d\u{92}Ivoire \u{13}HYPERLINK x\u{14}shown\u{15}\r"),
            (false, "Нота 常驻\r"),
            (true, "Name\u{7}Abara\u{7}\u{7}end\u{c}two\r"),
        ]),
    );
    one("odt: one XML file", "text/xml", "note.fodt", &file("note.fodt"));
    one("doc: Word 2003 XML", "application/msword", "n.doc", b"<?xml version=\"1.0\"?><w:wordDocument xmlns:w=\"x\"><w:body><w:p><w:r><w:t>Word of 2003</w:t></w:r></w:p></w:body></w:wordDocument>");
    let mut old = vec![0_u8; 0x300];
    old[..4].copy_from_slice(&[0xdc, 0xa5, 0x65, 0]);
    (old[6], old[7]) = (0x19, 0x04);
    let text = encoded("windows-1251", "Вербальная нота\r");
    (old[0x19], old[0x1c], old[0x1d]) = (3, text.len() as u8, 3);
    old.extend(text);
    one("doc: Word 95", "application/msword", "n.doc", &compound(&[("WordDocument", old)]));
    let mut locked = word(&[(true, "x")]);
    locked[0].1[0x0b] |= 1;
    one("doc: password", "application/msword", "n.doc", &compound(&locked));
    one(
        "docx: password",
        "application/x",
        "n.docx",
        &compound(&[("EncryptedPackage", vec![1; 5000]), ("EncryptionInfo", vec![2; 100])]),
    );
    one("xls", "application/vnd.ms-excel", "n.xls", &compound(&[("Workbook", vec![1; 100])]));
    one("docx: what shows", "application/x", "n.docx", &docx("<w:document><w:body>\
        <w:p><w:r><w:t>Nominates </w:t></w:r><w:del><w:r><w:delText>Mr. Gone</w:delText></w:r></w:del><w:ins><w:r><w:t>Ms. Come</w:t></w:r></w:ins>\
        <w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r></w:p>\
        <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:sdtContent></w:sdt>\
        <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>10 August 2017</w:t></w:r></w:p></w:sdtContent></w:sdt>\
        <w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>\
        <mc:Fallback><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>anchor A &amp; B</w:t></w:r></w:p>\
        <w:p><w:r><w:t>one</w:t><w:br w:type=\"page\"/><w:t>two</w:t></w:r></w:p></w:body></w:document>".as_bytes()));
    let elsewhere = zip(&[
        ("_rels/.rels", b"<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>"),
        ("word/document2.xml", "<w:document><w:p><w:r><w:t>elsewhere</w:t></w:r></w:p></w:document>".as_bytes()),
    ]);
    one("docx: another main part", "application/x", "n.docx", &elsewhere);
    one("docx: XML broken off", "application/x", "n.docx", &docx(b"<w:document><w:p><w:r><w:t>begins"));
    one(
        "odt: what shows",
        "application/x",
        "n.odt",
        &odt(
            "<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d<office:annotation><text:p>no</text:p></office:annotation></text:p>\
        <table:table><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>Abara</text:p></table:table-cell></table:table-row></table:table>",
        ),
    );
    let locked = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", b"<m><manifest:encryption-data/></m>"),
        ("content.xml", b"\x01\x02"),
    ]);
    one("odt: password", "application/x", "n.odt", &locked);
    one(
        "a page under the name of Word",
        "application/msword",
        "note.doc",
        b"<html><body><p>The Mission</p></body></html>",
    );
    one("plain text under the name of Word", "application/msword", "note.doc", LINE.as_bytes());
    one("a PDF as a picture", "image/jpeg", "scan.jpg", &pdf(&[LINE]));
    one(
        "a PDF after noise",
        "application/octet-stream",
        "noname",
        &[b"\r\n\x00\x01".as_slice(), &pdf(&[LINE])].concat(),
    );
    one(
        "a DOCX as a PDF",
        "application/pdf",
        "note.pdf",
        &docx(b"<w:p><w:r><w:t>in fact Word</w:t></w:r></w:p>"),
    );
    one("an empty file", "application/pdf", "note.pdf", b"");
    one("noise", "application/octet-stream", "note.bin", &[0xa5; 3000]);
    for name in ["locked-user.pdf", "locked-owner.pdf", "hyphens.pdf"] {
        one(name, "application/pdf", name, &file(name));
    }
    cases
}

fn containers() -> Vec<(String, Vec<u8>)> {
    let note = docx(b"<w:p><w:r><w:t>The Mission in a container</w:t></w:r></w:p>");
    let rtf = b"{\\rtf1 The Mission in RTF}";
    // Compressed RTF without compression.
    let packed = [
        &(rtf.len() as u32 + 12).to_le_bytes()[..],
        &(rtf.len() as u32).to_le_bytes(),
        b"MELA",
        &[0; 4],
        rtf,
    ]
    .concat();
    let wide = |text: &str| text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let attached = |name: &str, bytes: &[u8]| {
        vec![
            (0x0006_9002, vec![0; 14]),
            (0x0001_8010, b"short.doc\0".to_vec()),
            (0x0006_800f, bytes.to_vec()),
            (0x0006_9005, properties(&[(0x3707, 0x1f, &wide(name))])),
        ]
    };
    let winmail = |body: &[(u16, u16, &[u8])]| {
        tnef(&[vec![(0x0006_9003, properties(body))], attached("Нота 12.docx", &note)].concat())
    };
    let inner_zip = zip(&[("deep/note.docx", note.as_slice())]);
    let twice =
        zip(&[("inner.zip", inner_zip.as_slice()), ("__MACOSX/._x", b"x"), ("list.txt", b"Awa Abara")]);
    let thrice = zip(&[("twice.zip", twice.as_slice())]);
    let mut locked = zip(&[("note.txt", b"secret")]);
    // The flag of encryption, in the local header and in the directory.
    locked[6] |= 1;
    let directory = locked.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    locked[directory + 8] |= 1;
    let inner = with_files(&[("application/octet-stream", "note.docx", &note)]);
    let signed = |bytes: &[u8], root: bool| {
        if root {
            let head = format!(
                "{HEAD}Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            );
            [head.as_bytes(), base64(bytes).as_bytes()].concat()
        } else {
            with_files(&[("application/octet-stream", "smime.p7m", bytes)])
        }
    };
    let mime = b"Content-Type: text/plain\r\n\r\nThe Mission, signed.\r\n";
    let chunks = ber(0x24, &[der(4, &mime[..20]), der(4, &mime[20..])].concat());
    let outlook = [
        ("__properties_version1.0", vec![0; 32]),
        ("__substg1.0_0037001F", wide("Note verbale")),
        ("__substg1.0_0C1A001F", wide("Mission of Varia")),
        ("__substg1.0_1000001F", wide("The Mission in an item of Outlook")),
    ];
    vec![
        (
            "winmail.dat with a plain body".into(),
            with_files(&[(
                "application/ms-tnef",
                "winmail.dat",
                &winmail(&[(0x1000, 0x1e, b"Please find attached.\0")]),
            )]),
        ),
        (
            "winmail.dat with RTF as its only words".into(),
            mail(
                "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64",
                base64(&winmail(&[(0x1009, 0x102, &packed)])).as_bytes(),
            ),
        ),
        ("winmail.dat cut off".into(), {
            let w = winmail(&[(0x1000, 0x1e, b"x\0")]);
            with_files(&[("application/octet-stream", "winmail.dat", &w[..w.len() - 400])])
        }),
        (
            "item of Outlook".into(),
            with_files(&[("application/octet-stream", "note.msg", &compound(&outlook))]),
        ),
        ("archive in an archive".into(), with_files(&[("application/zip", "papers.zip", &twice)])),
        (
            "archive that begins with a PDF and does not compress it".into(),
            with_files(&[("application/zip", "papers.zip", &zip_stored(&[("note.pdf", &pdf(&[LINE]))]))]),
        ),
        ("archive too deep".into(), with_files(&[("application/zip", "papers.zip", &thrice)])),
        ("archive with a password".into(), with_files(&[("application/zip", "papers.zip", &locked)])),
        (
            "archive cut off".into(),
            with_files(&[("application/zip", "papers.zip", &twice[..twice.len() / 2])]),
        ),
        ("archive with names of DOS".into(), {
            let mut z = zip(&[("AAAA.txt", b"x")]);
            for at in
                z.windows(4).enumerate().filter(|(_, w)| *w == b"AAAA").map(|(n, _)| n).collect::<Vec<_>>()
            {
                z[at..at + 4].copy_from_slice(&encoded("ibm866", "Нота"));
            }
            with_files(&[("application/zip", "papers.zip", &z)])
        }),
        ("signed, DER".into(), signed(&cms(2, &der(4, mime), der), true)),
        ("signed, BER in parts".into(), signed(&cms(2, &chunks, ber), true)),
        ("signed with papers".into(), signed(&cms(2, &der(4, &inner), der), true)),
        ("signed as a file".into(), signed(&cms(2, &der(4, mime), der), false)),
        ("enveloped".into(), signed(&cms(3, &der(4, b"x"), der), true)),
        (
            "signature of nothing".into(),
            with_files(&[("application/pkcs7-signature", "smime.p7s", &cms(2, &[], der))]),
        ),
        ("signed, broken".into(), signed(&cms(2, &der(4, mime), der)[..60], true)),
        ("mail as a file".into(), with_files(&[("application/octet-stream", "forwarded.eml", &inner)])),
        (
            "mail within a mail within an archive".into(),
            with_files(&[("application/zip", "mail.zip", &zip(&[("forwarded.eml", inner.as_slice())]))]),
        ),
    ]
}

/// All cases: name and mail.
pub fn mails() -> Vec<(String, Vec<u8>)> {
    [charsets(), pages(), bodies(), rtfs(), documents(), containers()].concat()
}

/// A file of each format, under a name that tells it.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let note = docx(b"<w:p><w:r><w:t>x</w:t></w:r></w:p>");
    let values =
        properties(&[(0x1000, 0x1e, b"body\0"), (0x3707, 0x1f, b"a\0\0\0"), (0x1013, 0x102, b"<p>x")]);
    let made = [
        ("page.html", "<style>.x{display:none}</style><table><tr><td class=x style='color:#fff'>a<ol><li>b</table>&amp;".into()),
        ("made.doc", compound(&word(&[(true, LINE), (false, "Нота\u{7}\u{7}")]))),
        ("made.msg", compound(&[("__properties_version1.0", vec![0; 32]), ("__substg1.0_1000001F", vec![65, 0, 66, 0])])),
        ("made.tnef", tnef(&[(0x0006_9003, values.clone()), (0x0006_9002, vec![0; 14]), (0x0006_800f, note.clone()), (0x0006_9005, values)])),
        ("papers.zip", zip(&[("note.docx", note.as_slice()), ("a/b.txt", b"x")])),
        ("smime.p7m", cms(2, &ber(0x24, &[der(4, b"Content-Type: text/plain\r\n\r\n"), der(4, b"x")].concat()), ber)),
    ];
    let mut files: Vec<(String, Vec<u8>)> =
        made.into_iter().map(|(n, b): (&str, Vec<u8>)| (n.to_owned(), b)).collect();
    files.extend(["note.doc", "note.docx", "note.odt", "note.rtf"].map(|n| (n.to_owned(), file(n))));
    files
}

fn shown(name: &str, message: &Message, out: &mut String) {
    let _ = writeln!(out, "######## {name}");
    if !message.headers.subject.is_empty() && message.headers.subject != "Note" {
        let _ = writeln!(out, "subject: {}", message.headers.subject);
    }
    if message.body.trim() != "Please find attached." {
        let _ = writeln!(out, "{}", message.body.trim_end());
    }
    for trouble in &message.troubles {
        let _ = writeln!(out, "!! {trouble}");
    }
    for paper in &message.papers {
        let code = paper.trouble.as_ref().map(|t| format!(" !! {}: {}", t.code, t.words)).unwrap_or_default();
        let _ =
            writeln!(out, "---- {} · {} · {} page(s){code}", paper.name, paper.media_type, paper.page_count);
        for page in &paper.pages {
            let _ = writeln!(out, "{}", page.trim_end());
        }
    }
}

#[test]
fn every_carrier_says_what_a_reader_sees() {
    let poppler = Some(PathBuf::from("/usr/bin/pdftotext")).filter(|p| p.is_file());
    if poppler.is_none() && std::env::var_os("VERBALE_REQUIRE_SERVERS").is_none() {
        println!("poppler-utils is not installed: left out");
        return;
    }
    let mut out = String::new();
    for (name, raw) in mails() {
        let message = unconfined::message(&raw, &Limits::default(), poppler.clone());
        shown(&name, &message, &mut out);
    }
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/carriers/expected.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&golden, &out).unwrap();
    }
    let expected = std::fs::read_to_string(&golden).unwrap_or_default();
    for (line, (got, wanted)) in out.lines().zip(expected.lines()).enumerate() {
        assert_eq!(got, wanted, "line {} of {}", line + 1, golden.display());
    }
    assert_eq!(out.len(), expected.len());
}

/// Beginnings for `fuzz/run`, made of these cases and the mails of `tests/cases`.
#[test]
#[ignore = "writes fuzz/seeds"]
fn seeds_of_the_fuzz_targets() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let write = |target: &str, number: usize, bytes: &[u8]| {
        let dir = root.join("fuzz/seeds").join(target);
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(dir.join(number.to_string()), bytes).unwrap();
    };
    let letters = std::fs::read_dir(root.join("tests/cases")).unwrap().flatten().flat_map(|case| {
        let mails = std::fs::read_dir(case.path()).into_iter().flatten().flatten().map(|e| e.path());
        mails
            .filter(|p| p.extension().is_some_and(|e| e == "eml"))
            .map(|p| std::fs::read(p).unwrap())
            .collect::<Vec<_>>()
    });
    for (number, raw) in mails().into_iter().map(|(_, raw)| raw).chain(letters).enumerate() {
        write("message", number, &raw);
        let message = unconfined::message(&raw, &Limits::default(), None);
        write("facts", number, format!("{}\n{}", message.headers.subject, message.body).as_bytes());
    }
    for (number, (name, raw)) in pages().into_iter().chain(rtfs()).enumerate() {
        let target = if name.starts_with("html") { "html" } else { "rtf" };
        let at = raw.windows(4).position(|w| w == b"\r\n\r\n").unwrap() + 4;
        write(target, number, &raw[at..]);
    }
    for (number, (name, bytes)) in files().into_iter().enumerate() {
        let target = match name.rsplit('.').next().unwrap() {
            "doc" | "msg" => "doc",
            "p7m" => "smime",
            "docx" | "odt" | "zip" => "zip",
            other => other,
        };
        write(target, 100 + number, &bytes);
    }
    write("odt", 0, &file("note.fodt"));
    write("docx", 0, b"<w:document><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:del><w:r/></w:del></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr></w:sdt><w:txbxContent/></w:document>");
    write("pdf-fallback", 0, &pdf(&[LINE]));
    let word = |left: f32, top: f32, text: &str| {
        let (right, bottom) = (left + 30.0, top + 10.0);
        format!(
            "<block xMin=\"{left}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{bottom}\">\n<line>\n<word xMin=\"{left}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{bottom}\">{text}</word>\n</line>\n</block>\n"
        )
    };
    let words = [
        word(52.0, 102.0, "Name"),
        word(152.0, 102.0, "Post"),
        word(52.0, 122.0, "Mr."),
        word(152.0, 122.0, "Clerk"),
    ];
    let drawn = "q 50 742 200 0.5 re f 50 722 m 250 722 l S Q 50 702 200 40 re S 150 742 m 150 702 l S\n";
    write("pdf-lines", 0, format!("{drawn}<page width=\"595\">\n{}</page>", words.concat()).as_bytes());
}
