//! Letters as the desk writes them, against their goldens.
//!
//! Longer than 400 lines because the desks and facts that the cases are made of stand beside them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::*;
use crate::calendar::Moment;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shipped() -> Vec<Source> {
    let mut sources: Vec<Source> = std::fs::read_dir(root().join("templates"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| Source {
            path: format!("templates/{}", path.file_name().unwrap().to_str().unwrap()),
            text: std::fs::read_to_string(&path).unwrap(),
        })
        .collect();
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn names(en: &str, fr: &str, es: &str) -> BTreeMap<Language, String> {
    [(Language::En, en), (Language::Fr, fr), (Language::Es, es)].map(|(l, w)| (l, w.to_owned())).into()
}

fn identity() -> Identity {
    Identity {
        office: names(
            "The Office of the Special Representative of the Secretary-General for International Migration",
            "Le Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales",
            "La Oficina de la Representante Especial del Secretario General para la Migración Internacional",
        ),
        fund: names(
            "the voluntary trust fund for the intergovernmental conference and its preparatory process",
            "le fonds d’affectation spéciale pour la conférence intergouvernementale et ses travaux préparatoires",
            "el fondo fiduciario voluntario para la conferencia intergubernamental y su proceso preparatorio",
        ),
        sender: ("Travel support desk".into(), "desk@fund.example".into()),
        prefix: "GCM".into(),
        contacts: vec!["Ana Invented, the Office (ana@fund.example)".into()],
    }
}

fn templates() -> Templates {
    Templates::load(&shipped(), &identity()).expect("the shipped templates load").0
}

/// Compares `text` with a golden file, or writes it under `UPDATE=1`.
fn golden(path: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        return Ok(());
    }
    let wanted = std::fs::read_to_string(path).unwrap_or_default();
    if wanted == text {
        return Ok(());
    }
    let mut diff = format!("{} differs (UPDATE=1 writes it anew):\n", path.display());
    let (was, is): (Vec<_>, Vec<_>) = (wanted.lines().collect(), text.lines().collect());
    for n in 0..was.len().max(is.len()) {
        if was.get(n) != is.get(n) {
            diff += &format!(
                "{:>4} - {}\n     + {}\n",
                n + 1,
                was.get(n).unwrap_or(&""),
                is.get(n).unwrap_or(&"")
            );
        }
    }
    Err(diff)
}

#[test]
fn every_letter_reads_as_its_golden() {
    let (templates, identity) = (templates(), identity());
    let mut differing = Vec::new();
    for template in Template::ALL {
        samples::each(template, |slug, matter| {
            for language in templates.languages(template) {
                let (subject, text) = templates.render(template, language, &identity, matter).unwrap();
                let folder = root().join("tests/cases/letters").join(format!("{}-{slug}", template.stem()));
                let whole = format!("Subject: {subject}\n\n{text}");
                differing.extend(golden(&folder.join(format!("{}.txt", language.code())), &whole).err());
            }
        });
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn letters_are_set_within_the_line_and_in_french_spacing() {
    let (templates, identity) = (templates(), identity());
    for template in Template::ALL {
        samples::each(template, |slug, matter| {
            for language in templates.languages(template) {
                let (subject, text) = templates.render(template, language, &identity, matter).unwrap();
                for line in text.lines().chain([subject.as_str()]) {
                    let wide = line.chars().count() > 76 && line.trim().contains(' ') && line != subject;
                    assert!(!wide, "{} {slug}: {line}", template.stem());
                    assert_eq!(line, line.trim_end(), "{slug}");
                    if language == Language::Fr {
                        let loose = [" :", " ;", " ?", " !", " »", "« "].iter().any(|l| line.contains(l));
                        assert!(!loose, "{} {slug}: {line}", template.stem());
                    }
                    assert!(!line.contains("none") && !line.contains("{%"), "{slug}: {line}");
                }
            }
        });
    }
}

#[test]
fn a_letter_never_speaks_of_a_held_request_nor_refuses_what_is_not_declined() {
    let (templates, identity) = (templates(), identity());
    samples::each(Template::Acknowledgement, |_, matter| {
        for (template, disposition) in [
            (Template::Acknowledgement, Disposition::Held),
            (Template::Refusal, Disposition::Held),
            (Template::Refusal, Disposition::Registered),
        ] {
            let mut matter = matter.clone();
            for request in &mut matter.requests {
                request.disposition = disposition;
            }
            assert!(templates.render(template, Language::En, &identity, &matter).is_err());
        }
        let none = Matter { requests: Vec::new(), ..matter.clone() };
        assert!(templates.render(Template::Acknowledgement, Language::En, &identity, &none).is_err());
    });
}

#[test]
fn an_acknowledgement_of_a_declined_request_refuses_nothing() {
    let (templates, identity) = (templates(), identity());
    samples::each(Template::Acknowledgement, |slug, matter| {
        if matter.requests.iter().all(|r| r.disposition == Disposition::Declined) {
            let (_, text) =
                templates.render(Template::Acknowledgement, Language::En, &identity, matter).unwrap();
            let text = text.replace('\n', " ");
            assert!(text.contains("has been put forward for consideration"), "{slug}: {text}");
            assert!(!text.contains("regret") && !text.contains("cannot"), "{slug}: {text}");
            assert!(!text.contains("awaits selection"), "{slug}: {text}");
        }
    });
}

/// "The Secretariat presents its compliments ... The Office avails itself": a desk whose office is none had two names in
/// one letter.
#[test]
fn a_letter_calls_the_office_by_its_one_name() {
    let office = names("The Secretariat", "Le Secrétariat", "La Secretaría");
    let identity = Identity { office, contacts: Vec::new(), ..identity() };
    let templates = Templates::load(&shipped(), &identity).unwrap().0;
    // Where contributors sign is an office of its own.
    let others = ["Trust Fund Office", "Bureau des fonds", "Oficina de los Fondos"];
    for template in Template::ALL {
        samples::each(template, |slug, matter| {
            for language in templates.languages(template) {
                let (_, text) = templates.render(template, language, &identity, matter).unwrap();
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let own = others.iter().fold(text.clone(), |text, other| text.replace(other, ""));
                let other = ["Office", "Bureau", "Oficina"].into_iter().find(|name| own.contains(name));
                assert_eq!(other, None, "{} {slug}: {text}", template.stem());
            }
        });
    }
}

#[test]
fn a_receipt_says_nothing_of_the_matter() {
    let (templates, identity) = (templates(), identity());
    samples::each(Template::Acknowledgement, |_, matter| {
        for language in templates.languages(Template::Receipt) {
            let (subject, text) = templates.render(Template::Receipt, language, &identity, matter).unwrap();
            let whole = format!("{subject}\n{text}");
            for request in &matter.requests {
                assert!(!whole.contains(&request.reference));
                assert!(request.state.as_deref().is_none_or(|s| !whole.contains(s)));
                assert!(request.travellers.iter().all(|t| !whole.contains(t.as_str())));
            }
            assert!(whole.contains(&matter.message_sha256));
        }
    });
}

/// (file, text) that replaces or joins the shipped ones → code, words of the span, part of message or help.
#[test]
fn mistakes_are_named_with_their_place() {
    let cases = [
        (
            "receipt.en.txt",
            "Subject: x\n\n{{ offise }}\n",
            "unknown-placeholder",
            "offise",
            "did you mean `office`?",
        ),
        (
            "receipt.en.txt",
            "Subject: x\n\n{{ today|dat }}\n",
            "unknown-filter",
            "dat",
            "did you mean `date`?",
        ),
        (
            "receipt.en.txt",
            "Subject: x\n\n{{ today|upper }}\n",
            "unknown-filter",
            "upper",
            "docs/templates.md",
        ),
        (
            "receipt.en.txt",
            "Subject: x\n\nText.\n{% if subject and not subject %}\n{{ request.stat }}\n{% endif %}\n",
            "unknown-placeholder",
            "request.stat",
            "did you mean `request.state`?",
        ),
        (
            "receipt.en.txt",
            "Subject: x\n\nText\n{% if subject %}\nmore\n",
            "template-syntax",
            "{% if subject %}",
            "the `{% if … %}` of line 4 is not ended",
        ),
        (
            "receipt.en.txt",
            "Subject: x\n\n{% if subject %}\nText\n{% for p in papers %}\n{% if p %}\n{{ p }}\n{% endfor %}\n{% endif %}\n",
            "template-syntax",
            "{% if p %}",
            "write {% endif %} before the {% endfor %} of line 8",
        ),
        (
            "receipt.en.txt",
            "Subject: x\n\nText\n{% endif %}\n",
            "template-syntax",
            "{% endif %}",
            "of line 4 ends nothing",
        ),
        (
            "receipt.en.txt",
            "Subject: x\n\n{{ request.ville }}\n",
            "unknown-placeholder",
            "request.ville",
            "docs/templates.md lists",
        ),
        ("receipt.en.txt", "Subject: x\n\nText {{ today\n", "template-syntax", "", ""),
        ("receipt.en.txt", "Dear all\n\nText\n", "missing-subject", "Dear all", "Subject: "),
        ("receipt.en.txt", "Subject:  \n\nText\n", "missing-subject", "Subject:", "Subject: "),
        ("receipt.en.txt", "Subject: x\nText\n\nmore\n", "missing-blank-line", "Text", "blank line"),
        ("receipt.en.txt", "Subject: x\n\n\n", "empty-body", "", "below"),
        (
            "receipt.en.txt",
            "Subject: x\n\n{{ note_reference }}\n",
            "unfilled-placeholder",
            "note_reference",
            "bare",
        ),
        ("receipt.en.txt", "Subject: x\n\n{{ note_date|date }}\n", "unfilled-placeholder", "", "bare"),
        ("receipt.en.txt", "Subject: x\n\n{{ papers }}\n", "template-fails", "papers", "|list"),
        (
            "receipt.en.txt",
            "Subject: x\n\none {% if subject %}two{% endif %}\nthree\n",
            "glued-line",
            "{% endif %}",
            "line of its own",
        ),
        ("reciept.en.txt", "Subject: x\n\nText\n", "unknown-template", "", "did you mean `receipt`?"),
        ("receipt.de.txt", "Subject: x\n\nText\n", "unknown-template", "", "`de` is none"),
        ("receipt.txt", "Subject: x\n\nText\n", "unknown-template", "", "receipt.fr.txt"),
    ];
    for (name, text, code, words, hint) in cases {
        let mut sources = shipped();
        let path = format!("templates/{name}");
        sources.retain(|s| s.path != path);
        sources.push(Source { path: path.clone(), text: text.into() });
        let found = Templates::load(&sources, &identity()).expect_err(text);
        let one = found.iter().find(|d| d.code == code).unwrap_or_else(|| panic!("{text}: {found:?}"));
        assert_eq!(one.file, path);
        if !words.is_empty() {
            let span = one.span.unwrap_or_else(|| panic!("{one:?} has no place"));
            assert_eq!(&text[span.start..span.end], words, "{one:?}");
        }
        let said = format!("{} {}", one.message, one.help.as_deref().unwrap_or(""));
        assert!(said.contains(hint), "{said} does not say {hint}");
    }
}

#[test]
fn a_letter_without_english_is_an_error_and_one_without_french_a_notice() {
    let without = |path: &str| {
        let mut sources = shipped();
        sources.retain(|s| s.path != path);
        Templates::load(&sources, &identity())
    };
    let found = without("templates/receipt.en.txt").unwrap_err();
    assert_eq!((found[0].code, found[0].file.as_str()), ("missing-template", "templates/receipt.en.txt"));
    let (loaded, notices) = without("templates/receipt.fr.txt").unwrap();
    assert_eq!(notices[0].file, "templates/receipt.fr.txt");
    assert!(!loaded.languages(Template::Receipt).contains(&Language::Fr));
    samples::each(Template::Receipt, |_, matter| {
        assert!(loaded.render(Template::Receipt, Language::Fr, &identity(), matter).is_err());
    });
}

#[test]
fn an_endless_template_is_stopped() {
    let mut sources = shipped();
    sources.retain(|s| s.path != "templates/receipt.en.txt");
    let nest = "{% for a in contacts %}".to_owned();
    let text = format!("Subject: x\n\n{}x{}\n", nest.repeat(12), "{% endfor %}".repeat(12));
    sources.push(Source { path: "templates/receipt.en.txt".into(), text });
    let many = Identity { contacts: vec!["x".into(); 50], ..identity() };
    let found = Templates::load(&sources, &many).unwrap_err();
    assert!(found.iter().any(|d| d.code == "endless-template"), "{found:?}");
}

#[test]
fn the_document_lists_every_name_and_filter() {
    let path = root().join("docs/templates.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let mut names = String::from("| name | kind | holds |\n|---|---|---|\n");
    for (name, kind, what) in context::NAMES {
        names += &format!("| `{name}` | {kind} | {what} |\n");
    }
    let mut filters = String::from("| filter | writes |\n|---|---|\n");
    for (name, what) in context::FILTERS {
        filters += &format!("| `{name}` | {} |\n", what.replace('|', "\\|"));
    }
    let mut wanted = page.clone();
    for (mark, table) in [("names", names), ("filters", filters)] {
        let begin = wanted.find(&format!("<!-- {mark}:")).unwrap();
        let begin = begin + wanted[begin..].find('\n').unwrap() + 1;
        let end = wanted.find(&format!("<!-- end of {mark} -->")).unwrap();
        wanted.replace_range(begin..end, &format!("\n{table}\n"));
    }
    golden(&path, &wanted).unwrap();
}

#[test]
fn the_names_are_the_fields_of_the_context() {
    let mut fields = std::collections::BTreeSet::new();
    let identity = identity();
    for template in [Template::Acknowledgement, Template::Refusal] {
        samples::each(template, |_, matter| {
            let context = context::Context::new(template, Language::En, &identity, matter).unwrap();
            let json = serde_json::to_value(&context).unwrap();
            let parts = [
                ("", vec![&json]),
                ("paper.", items(&json["papers"])),
                ("request.", items(&json["requests"])),
            ];
            let reasons = items(&json["requests"]).into_iter().flat_map(|r| items(&r["reasons"])).collect();
            for (prefix, values) in parts.into_iter().chain([("reason.", reasons)]) {
                for key in values.into_iter().flat_map(|v| v.as_object().unwrap().keys()) {
                    fields.insert(format!("{prefix}{key}"));
                }
            }
        });
    }
    let names = context::NAMES.iter().map(|(name, _, _)| (*name).to_owned()).collect();
    assert_eq!(fields, names);
}

fn items(value: &serde_json::Value) -> Vec<&serde_json::Value> {
    value.as_array().unwrap().iter().collect()
}

// ---- exact bytes ----

fn moment() -> Moment {
    Moment("2017-09-01T03:41:00Z".parse::<DateTime<Utc>>().unwrap())
}

fn a_letter() -> Letter {
    Letter {
        template: Template::Acknowledgement,
        language: Language::Fr,
        to: vec!["mission@kenya.example".into()],
        send: Send::AtOnce,
        subject: "Accusé de réception\u{a0}: GCM-2017-0042".into(),
        text: "L’Office a l’honneur…\n.\nFrom here\n".to_owned() + &"é".repeat(400) + "\n",
        attachments: Vec::new(),
    }
}

fn an_envelope() -> Envelope {
    Envelope {
        message_id: message_id(b"secret", "abc", "acknowledgement", 1, "fund.example"),
        in_reply_to: Some("42@kenya.example".into()),
        references: (0..20).map(|n| format!("{n}@kenya.example")).chain(["a b@x".into()]).collect(),
    }
}

#[test]
fn the_exact_bytes_of_a_letter() {
    let bytes = compose(&a_letter(), &an_envelope(), &identity(), moment()).unwrap();
    assert_eq!(bytes, compose(&a_letter(), &an_envelope(), &identity(), moment()).unwrap());
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.is_ascii());
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CRLF");
    assert!(text.split("\r\n").all(|line| line.len() <= 78), "{text}");
    golden(&root().join("tests/cases/letters/composed.eml"), &text.replace("\r\n", "\n")).unwrap();
    for line in [
        "Date: Fri, 01 Sep 2017 03:41:00 +0000",
        "In-Reply-To: <42@kenya.example>",
        "MIME-Version: 1.0",
        "Auto-Submitted: auto-replied",
        "X-Auto-Response-Suppress: All",
        "Content-Language: fr",
        "Content-Transfer-Encoding: quoted-printable",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line} is missing:\n{text}");
    }
    assert_eq!(text.matches("@kenya.example>").count(), 1 + 11, "the first reference and the last ten");
    assert!(text.contains("<0@kenya.example>") && !text.contains("<9@kenya.example>"));
    assert!(!text.contains("Precedence"));
    let parsed = mail_parser::MessageParser::default().parse(text.as_bytes()).unwrap();
    assert_eq!(parsed.subject(), Some("Accusé de réception\u{a0}: GCM-2017-0042"));
    assert_eq!(parsed.body_text(0).unwrap().replace("\r\n", "\n"), a_letter().text);
    assert_eq!(parsed.in_reply_to().as_text(), Some("42@kenya.example"));
    let thread = parsed.references().as_text_list().unwrap();
    assert_eq!(thread.len(), 11);
    assert_eq!((thread[0].as_ref(), thread[10].as_ref()), ("0@kenya.example", "19@kenya.example"));
    let released = Letter { send: Send::OnRelease, ..a_letter() };
    let bytes = compose(&released, &an_envelope(), &identity(), moment()).unwrap();
    assert!(String::from_utf8(bytes).unwrap().contains("Auto-Submitted: auto-generated\r\n"));
}

#[test]
fn message_ids_are_derived_and_differ_in_every_part() {
    let id = |secret: &[u8], sum, kind, n| message_id(secret, sum, kind, n, "fund.example");
    let one = id(b"key", "abc", "receipt", 1);
    assert_eq!(one, id(b"key", "abc", "receipt", 1));
    assert!(one.ends_with(".receipt.1@fund.example"));
    assert_eq!(one.split('.').next().unwrap().len(), 32);
    let head = |id: String| id.split('.').next().unwrap().to_owned();
    let heads = [
        head(one),
        head(id(b"kez", "abc", "receipt", 1)),
        head(id(b"key", "abd", "receipt", 1)),
        head(id(b"key", "abc", "refusal", 1)),
        head(id(b"key", "abc", "receipt", 2)),
        head(id(b"", "abc", "receipt", 1)),
    ];
    assert_eq!(heads.iter().collect::<std::collections::BTreeSet<_>>().len(), heads.len());
    // RFC 4231 has no case of this shape; the value was computed with Python's hmac module.
    assert!(id(b"key", "abc", "receipt", 1).starts_with("9429248d04b94202e3f58fe60f9ddc92"));
}

#[test]
fn what_cannot_stand_in_a_header_is_refused_or_left_out() {
    let (letter, envelope, identity) = (a_letter(), an_envelope(), identity());
    for to in ["", "x", "a@b\r\nBcc: c@d", "a@b, c@d", "ü@b.example", "a b@c.example", "<a@b.example>", "a@"]
    {
        let letter = Letter { to: vec![to.into()], ..letter.clone() };
        assert!(compose(&letter, &envelope, &identity, moment()).is_err(), "{to:?}");
    }
    let nobody = Letter { to: Vec::new(), ..letter.clone() };
    assert!(compose(&nobody, &envelope, &identity, moment()).is_err());
    let long = format!("{}@x", "a".repeat(250));
    for id in ["a\r\nBcc: x@y", "a b@c", "a>b", "ü@x", "", long.as_str()] {
        let with = Envelope { in_reply_to: Some(id.into()), references: vec![id.into()], ..envelope.clone() };
        let text = String::from_utf8(compose(&letter, &with, &identity, moment()).unwrap()).unwrap();
        assert!(!text.contains("In-Reply-To") && !text.contains("References"), "{id:?}");
        let own = Envelope { message_id: id.into(), ..envelope.clone() };
        assert!(compose(&letter, &own, &identity, moment()).is_err(), "{id:?}");
    }
    let early = Moment("1969-12-31T23:59:59Z".parse().unwrap());
    assert!(compose(&letter, &envelope, &identity, early).is_err());
}

proptest! {
    /// Whatever stands in the fields, the letter has the headers that we gave it and no other.
    #[test]
    fn no_header_can_be_injected(
        subject in "(\\PC|\r\n|\n|\r|Bcc: x@y\\.z){0,40}",
        to in "([a-z]{1,5}@[a-z]{1,5}\\.example|[a-z@<>, \r\n:;\"]{0,20})",
        name in "(\\PC|\r\n|\n|[<>@,\"]){0,30}",
        id in "[ -~\r\n]{0,30}",
        text in "(\\PC|\n|\r|\\.|Bcc: x@y\\.z){0,80}",
    ) {
        let letter = Letter { subject: subject.clone(), to: vec![to], text, ..a_letter() };
        let envelope = Envelope { in_reply_to: Some(id.clone()), references: vec![id], ..an_envelope() };
        let identity = Identity { sender: (name, "desk@fund.example".into()), ..identity() };
        if let Ok(bytes) = compose(&letter, &envelope, &identity, moment()) {
            let text = String::from_utf8(bytes).unwrap();
            prop_assert!(text.is_ascii());
            prop_assert!(!subject.contains(['\r', '\n']));
            let (head, _) = text.split_once("\r\n\r\n").unwrap();
            let expected = ["From", "Subject", "Date", "To", "Message-ID", "In-Reply-To", "References",
                "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding"];
            for line in head.split("\r\n").filter(|l| !l.starts_with(' ')) {
                let name = line.split(':').next().unwrap();
                prop_assert!(expected.contains(&name), "{line}");
            }
            for name in expected {
                let start = format!("{name}:");
                let count = head.split("\r\n").filter(|l| l.starts_with(&start)).count();
                prop_assert!(count <= 1);
            }
        }
    }
}
