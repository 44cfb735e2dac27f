//! Confined children over real and hostile mail. The child is the real binary.

use std::path::PathBuf;
use std::time::Duration;

use verbale::message::{Message, TextBy};
use verbale::worker::{Limits, Workers, confinement, trials};

use crate::support::papers::{HEAD, LINE, docx, mail, pdf, pdf_of, with_files};

fn program() -> PathBuf {
    env!("CARGO_BIN_EXE_verbale").into()
}

fn pool(limits: Limits) -> Workers {
    Workers::new(program(), limits, 2)
}

async fn read(raw: impl Into<Vec<u8>>) -> Message {
    pool(Limits::default()).extract(raw.into()).await.unwrap()
}

#[tokio::test]
async fn bodies_in_every_dress() {
    let plain = |more: &str| format!("Content-Type: text/plain; {more}");
    let russian = [0xcf_u8, 0xee, 0xf1, 0xf2, 0xee, 0xff, 0xed, 0xed, 0xee, 0xe5];
    let koi = [0xf0_u8, 0xcf, 0xd3, 0xd4, 0xcf, 0xd1, 0xce, 0xce, 0xcf, 0xc5];
    let chinese = [0xb3_u8, 0xa3, 0xd7, 0xa4, 0xb4, 0xfa, 0xb1, 0xed, 0xcd, 0xc5];
    let alternative =
        b"--x\r\nContent-Type: text/plain\r\n\r\nplain words\r\n--x\r\nContent-Type: text/html\r\n\r\n\
                        <p>html words</p>\r\n--x--\r\n";
    let two = b"--x\r\nContent-Type: text/plain\r\n\r\nfirst\r\n--x\r\nContent-Type: text/plain\r\n\r\nsecond\r\n--x--\r\n";
    let cases: &[(&str, String, &[u8], &str)] = &[
        ("ascii", plain("charset=us-ascii"), LINE.as_bytes(), LINE),
        (
            "qp",
            plain("charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"),
            b"C=C3=B4te d=E2=80=99I=\r\nvoire",
            "Côte d’Ivoire",
        ),
        ("base64", plain("charset=utf-8\r\nContent-Transfer-Encoding: base64"), b"Q8O0dGU=", "Côte"),
        ("windows-1251", plain("charset=windows-1251"), &russian, "Постоянное"),
        ("koi8-r", plain("charset=koi8-r"), &koi, "Постоянное"),
        ("gb18030", plain("charset=gb18030"), &chinese, "常驻代表团"),
        ("unlabelled latin", plain("format=fixed"), b"C\xf4te d'Ivoire", "Côte d'Ivoire"),
        (
            "html",
            "Content-Type: text/html".into(),
            b"<p>A &amp; B</p><p>second<br>line</p>",
            "A & B\n\nsecond\nline",
        ),
        ("alternative", "Content-Type: multipart/alternative; boundary=x".into(), alternative, "plain words"),
        ("two texts", "Content-Type: multipart/mixed; boundary=x".into(), two, "first\n\nsecond"),
        (
            "flowed",
            plain("format=flowed"),
            b"The Mission \r\npresents.\r\n> quoted \r\n> on",
            "The Mission presents.\n> quoted on",
        ),
        ("nul", plain("charset=utf-8"), b"a\0b\r\nc\x1bd", "ab\ncd"),
    ];
    let workers = pool(Limits::default());
    for (name, fields, body, expected) in cases {
        let message = workers.extract(mail(fields, body)).await.unwrap();
        assert_eq!(message.body.trim(), *expected, "{name}");
        assert_eq!(message.troubles, Vec::<String>::new(), "{name}");
    }
    assert_eq!(workers.children().len(), 1, "one child answers message after message");
}

#[tokio::test]
async fn headers_are_decoded() {
    let raw = "Return-Path: <>\r\n\
        Received: from a.example (a.example [192.0.2.1])\r\n\tby MX.Office.Example with ESMTPS id 1; Thu, 10 Aug 2017 09:00:05 -0400\r\n\
        Received: by relay.example; Thu, 10 Aug 2017 09:00:01 -0400\r\n\
        Authentication-Results: mx.office.example;\r\n\tdkim=pass header.d=pm-varia.example\r\n\
        From: =?utf-8?q?Mission_perm=C3=A9?= <Note@PM-Varia.Example>, Second <b@c.example>\r\n\
        Reply-To: r@pm-varia.example\r\nTo: desk@office.example\r\nCc: x@y.example\r\n\
        Subject: =?utf-8?b?0J3QvtGC0LA=?= verbale\r\nMessage-ID: <1@pm-varia.example>\r\n\
        In-Reply-To: <0@office.example>\r\nReferences: <a@b> <c@d>\r\nDate: Thu, 10 Aug 2017 09:00:00 -0400\r\n\
        Auto-Submitted: auto-replied\r\nList-Id: <l.example>\r\n\r\nx";
    let h = read(raw).await.headers;
    assert_eq!(h.return_path.as_deref(), Some(""));
    assert_eq!(
        h.received.iter().map(|r| r.by.as_str()).collect::<Vec<_>>(),
        ["mx.office.example", "relay.example"]
    );
    assert_eq!(h.received[0].at.unwrap().to_rfc3339(), "2017-08-10T13:00:05+00:00");
    assert_eq!(h.authentication_results, ["mx.office.example; dkim=pass header.d=pm-varia.example"]);
    assert_eq!(
        (h.from[0].name.as_str(), h.from[0].address.as_str()),
        ("Mission permé", "Note@pm-varia.example")
    );
    assert_eq!((h.from.len(), h.reply_to.len(), h.to.len(), h.cc.len()), (2, 1, 1, 1));
    assert_eq!(h.subject, "Нота verbale");
    assert_eq!(h.message_id.as_deref(), Some("1@pm-varia.example"));
    assert_eq!(
        (h.in_reply_to, h.references),
        (vec!["0@office.example".into()], vec!["a@b".into(), "c@d".into()])
    );
    assert_eq!(h.date.unwrap().to_rfc3339(), "2017-08-10T13:00:00+00:00");
    assert_eq!(
        h.marks,
        [("auto-submitted".into(), "auto-replied".into()), ("list-id".into(), "<l.example>".into())]
    );
}

#[tokio::test]
async fn papers_are_opened_with_and_without_poppler() {
    let document = format!(
        "<w:document><w:body><w:p><w:r><w:t>{LINE} A &amp; B &#233;</w:t><w:tab/><w:t>x</w:t></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Awa Abara</w:t></w:r></w:p>\
         </w:tc></w:tr></w:tbl></w:body></w:document>"
    );
    let files: &[(&str, &str, &[u8])] = &[
        ("application/octet-stream", "../../scan.jpg", &pdf(&[LINE, LINE])),
        ("application/msword", "note.docx", &docx(document.as_bytes())),
        ("application/pdf", "empty-page.pdf", &pdf(&[""])),
        ("application/pdf", "note.rtf", b"{\\rtf1 x}"),
    ];
    let raw = with_files(files);
    for workers in [pool(Limits::default()), pool(Limits::default()).tools_in(Vec::new())] {
        let message = workers.extract(raw.clone()).await.unwrap();
        assert_eq!(message.body.trim(), "Please find attached.");
        let p = &message.papers;
        assert_eq!(
            (p[0].name.as_str(), p[0].media_type.as_str(), p[0].page_count),
            ("scan.jpg", "application/pdf", 2)
        );
        assert_eq!(p[0].sha256, verbale::message::Digest::of(files[0].2));
        assert!(p[0].pages[1].contains(LINE), "{:?}", p[0]);
        assert_eq!(p[0].trouble, None);
        assert_eq!(p[1].text_by, TextBy::Text);
        assert_eq!(
            p[1].pages[0].trim(),
            format!("Permanent Mission of Varia\n{LINE} A & B é\tx\nName\tAwa Abara")
        );
        assert_eq!(
            (p[2].text_by, p[2].trouble.as_ref().unwrap().code.as_str()),
            (TextBy::None, "no-text-layer")
        );
        assert_eq!((p[3].media_type.as_str(), p[3].pages.join("|").as_str()), ("application/rtf", "x"));
    }
}

#[tokio::test]
async fn an_enclosed_message_is_a_paper_and_its_papers_follow() {
    let inner = String::from_utf8(with_files(&[("text/plain", "list.txt", b"Awa Abara")])).unwrap();
    let raw = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/plain\r\n\r\nForwarded.\r\n\
         --o\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--o--\r\n"
    );
    let message = read(raw).await;
    assert_eq!(message.papers.len(), 2);
    assert_eq!(message.papers[0].media_type, "message/rfc822");
    assert!(
        message.papers[0].pages[0]
            .starts_with("From: Permanent Mission <Mission@pm-varia.example>\nSubject: Note\n")
    );
    assert!(message.papers[0].pages[0].contains("Please find attached."));
    assert_eq!(message.papers[1].pages, ["Awa Abara"]);
}

#[tokio::test]
async fn hostile_mail_is_answered_and_the_next_message_too() {
    let limits = Limits { time: Duration::from_secs(10), ..Limits::default() };
    let bomb = docx(&[b"<w:document><w:p><w:t>".as_slice(), &vec![b'A'; 200 << 20]].concat());
    let whole = pdf(&[LINE]);
    let endless = pdf_of(&[
        "<< /Type /Catalog /Pages 2 0 R >>".into(),
        "<< /Type /Pages /Count 9999999 /Kids [2 0 R 2 0 R] >>".into(),
    ]);
    let pdfs = with_files(&[
        ("application/pdf", "endless.pdf", &endless),
        ("application/pdf", "cut.pdf", &whole[..whole.len() / 2]),
        ("application/pdf", "garbage.pdf", &[b"%PDF-1.7\n".as_slice(), &[0xa5; 5000]].concat()),
    ]);
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(12_000);
    let mixed: String = (0..12_000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n"))
        .collect();
    let divs = format!("{}note{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("nested messages", nested.into_bytes()),
        ("nested multiparts", mixed.into_bytes()),
        ("nested tags", mail("Content-Type: text/html", divs.as_bytes())),
        ("zip bomb", with_files(&[("application/zip", "note.docx", &bomb)])),
        ("pdfs", pdfs),
        ("many headers", mail(&"X-Line: x\r\nReceived: by h; x\r\n".repeat(100_000), b"body")),
        ("one long line", mail("Content-Type: text/plain", &vec![b'x'; 30 << 20])),
        ("long header", vec![b'x'; 30 << 20]),
        ("no colon", b"this is no header\r\n\r\nbody".to_vec()),
        ("nuls", vec![0; 10_000]),
        ("empty", Vec::new()),
    ];
    for poppler in [true, false] {
        let workers = if poppler { pool(limits.clone()) } else { pool(limits.clone()).tools_in(Vec::new()) };
        for (name, raw) in &cases {
            let started = std::time::Instant::now();
            let message = workers.extract(raw.clone()).await.unwrap();
            println!("{name}: {:?}, {:?}, body {}", started.elapsed(), message.troubles, message.body.len());
            for paper in &message.papers {
                println!("  {} {:?}", paper.name, paper.trouble);
                assert!(paper.trouble.is_some(), "{name}: {}", paper.name);
            }
            let next = workers.extract(mail("Content-Type: text/plain", LINE.as_bytes())).await.unwrap();
            assert_eq!(next.body, LINE, "after {name}");
            if matches!(*name, "zip bomb" | "pdfs") {
                assert_eq!(message.body.trim(), "Please find attached.", "{name}");
            }
            if name.starts_with("nested m") {
                assert_eq!(message.troubles, ["too-deep"], "{name}");
            }
        }
    }
}

#[tokio::test]
async fn a_child_killed_again_and_again_delays_nobody_else() {
    let workers = pool(Limits::default());
    let slow = mail("Content-Type: text/html", "<table><tr><td>x".repeat(100_000).as_bytes());
    let mut asked = Vec::new();
    for _ in 0..8 {
        let (workers, slow) = (workers.clone(), slow.clone());
        asked.push(tokio::spawn(async move { workers.extract(slow).await.unwrap() }));
    }
    let mut killed = 0;
    while killed < 3 {
        tokio::task::yield_now().await;
        for pid in workers.children() {
            let pid = rustix::process::Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
            killed += usize::from(rustix::process::kill_process(pid, rustix::process::Signal::KILL).is_ok());
        }
    }
    for message in asked {
        let message = message.await.unwrap();
        assert!(message.headers.from.len() == 1 || message.troubles == ["parser-died"]);
    }
    // A dropped future takes its child along; the stream of the next is its own.
    for _ in 0..3 {
        let mut asking = Box::pin(workers.extract(slow.clone()));
        assert!(futures_util::poll!(asking.as_mut()).is_pending());
        drop(asking);
    }
    let next = workers.extract(mail("Content-Type: text/plain", LINE.as_bytes())).await.unwrap();
    assert_eq!(next.body, LINE);
}

#[tokio::test]
async fn a_stalled_message_ends_at_its_time() {
    let limits = Limits { time: Duration::from_millis(1), ..Limits::default() };
    let message = pool(limits).extract(mail("", &vec![b'x'; 8 << 20])).await.unwrap();
    assert_eq!(message.troubles, ["too-slow"]);
}

#[tokio::test]
async fn the_confinement_holds() {
    let found = confinement(&program()).await;
    let tried = trials(&program()).await.unwrap();
    println!("{found:?}\n{tried:?}");
    for trial in tried {
        match trial.what.as_str() {
            "read-passwd" | "write-tmp" => assert_eq!(trial.refused, found.landlock, "{trial:?}"),
            "open-socket" => assert_eq!(trial.refused, found.seccomp, "{trial:?}"),
            // Only landlock's sixth version and later refuse it.
            _ => {}
        }
    }
    assert_eq!(found.missing.is_empty(), found.landlock && found.seccomp);
    let none = confinement(std::path::Path::new("/bin/false")).await;
    assert!(!none.landlock && !none.missing.is_empty());
}

#[tokio::test]
async fn a_program_that_is_no_worker_is_an_error_and_no_verdict_on_the_message() {
    assert!(Workers::new("/bin/false".into(), Limits::default(), 1).extract(Vec::new()).await.is_err());
}
