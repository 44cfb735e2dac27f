#![allow(clippy::unwrap_used, clippy::expect_used)]
//! Runs `tests/cases/travellers/*.txt`: a text, an arrow, and who must be found in it. How sure it is of a
//! fragment is no promise; that is measured over whole messages (`tests/corpus`).

use std::sync::LazyLock;

use super::*;
use crate::diagnostic::Source;

/// Those of the desk that the repository is.
fn states() -> &'static States {
    static STATES: LazyLock<States> = LazyLock::new(|| {
        let names = ["states.csv", "names.csv", "ambiguous.csv"];
        let sources = names.map(|name| {
            let path = format!("rules/{name}");
            let text = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
            Source { path, text }
        });
        crate::states::load(&sources).unwrap()
    });
    &STATES
}

fn shown(text: &str, kind: Kind) -> String {
    let document = Document::new("body", text.to_owned());
    let found = find(&document, states()).travellers(&document, kind).list;
    let one = |t: &Quoted<Traveller>| {
        let gender = match t.value.gender {
            Some(Gender::F) => "f",
            Some(Gender::M) => "m",
            None => "-",
        };
        let government = t.value.government.map_or("?", |g| if g { "yes" } else { "no" });
        let function = t.value.function.as_deref().unwrap_or("-");
        format!("{} | {gender} | {function} | {government}", t.value.name)
    };
    if found.is_empty() { "none".into() } else { found.iter().map(one).collect::<Vec<_>>().join(" & ") }
}

#[test]
fn clauses_say_of_whom_they_are_as_the_cases_say() {
    let alone = |clue: &String| clue.ends_with(" by name") || clue == "paid by another";
    for line in
        include_str!("../../../tests/cases/travellers/said.txt").lines().filter(|l| !l.starts_with('#'))
    {
        let (text, wanted) = line.split_once(" => ").expect(line);
        let document = Document::new("body", text.to_owned());
        let each = find(&document, states()).considered(Kind::Request).into_iter().filter_map(|one| {
            let said: Vec<String> = one.clues.into_iter().filter(alone).collect();
            (!said.is_empty()).then(|| format!("{}: {}", one.name, said.join(", ")))
        });
        assert_eq!(each.collect::<Vec<_>>().join(" & "), wanted, "{text}");
    }
}

#[test]
fn travellers_are_found_as_the_cases_say() {
    let files = [
        include_str!("../../../tests/cases/travellers/cases.txt"),
        include_str!("../../../tests/cases/travellers/phrasings.txt"),
        include_str!("../../../tests/cases/travellers/latin.txt"),
        include_str!("../../../tests/cases/travellers/eastern.txt"),
    ];
    let mut wrong = Vec::new();
    let mut count = 0;
    let mut kind = Kind::Request;
    for line in files.iter().flat_map(|f| f.lines()).filter(|l| !l.trim().is_empty() && !l.starts_with("# "))
    {
        if let Some(name) = line.strip_prefix("#kind ") {
            kind = match name.trim() {
                "amendment" => Kind::Amendment,
                "withdrawal" => Kind::Withdrawal,
                "attendance" => Kind::Attendance,
                "enquiry" => Kind::Enquiry,
                _ => Kind::Request,
            };
            continue;
        }
        let (text, wanted) = line.rsplit_once("=>").expect("an arrow");
        count += 1;
        let got = shown(&text.trim().replace("\\n", "\n").replace("\\f", "\u{c}"), kind);
        if got != wanted.trim() {
            wrong.push(format!("{text}\n  wanted {wanted}\n  got    {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 60, "{count}");
}

/// Many names, titles and commas: work grows with the length of the text, and the yield is bounded.
#[test]
fn endless_lists_are_cut() {
    for part in [
        "Mr. ",
        "Mr. A B, ",
        "request support for Ana Duro, ",
        "Name: Ana Duro\n",
        "1. Mr. X Y\n",
        "| Name | Post |\n",
        "先生",
        "Ms. Ana (",
        ". , ",
        "in case he ",
    ] {
        let text = part.repeat(200_000 / part.len());
        let document = Document::new("body", text);
        assert!(find(&document, states()).travellers(&document, Kind::Request).list.len() <= MOST, "{part}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(200) })]
    #[test]
    fn any_text_is_survived(text in "(\\PC{0,12}|Mr. |Mme |Name: |先生|为|г-на |السيدة |, |\n|\\| |Ana |de |É|> |İ|replaced by |support for |\\(){0,40}") {
        let document = Document::new("body", text);
        for kind in [Kind::Request, Kind::Amendment, Kind::Withdrawal, Kind::Attendance] {
            let _ = find(&document, states()).travellers(&document, kind).list;
        }
    }
}

/// A tool: who is read in mails in plain text, each with the kind that its `gold.json` tells, so that names are judged
/// alone. `VERBALE_MAILS` names folders of mails, parted by colons, `VERBALE_LANGUAGES` (if set) the languages looked
/// at: `VERBALE_MAILS=a:b cargo test --lib mails_by_kind -- --ignored --nocapture`.
#[test]
#[ignore = "needs folders of mails"]
fn mails_by_kind() {
    let names = |v: &serde_json::Value| -> Vec<(String, String)> {
        let text = |v: &serde_json::Value| v.as_str().unwrap_or_default().to_owned();
        let one = |t: &serde_json::Value| (text(&t["name"]), text(&t["function"]).to_lowercase());
        v.as_array().map(|a| a.iter().map(one).collect()).unwrap_or_default()
    };
    let languages = std::env::var("VERBALE_LANGUAGES").unwrap_or_default();
    let (mut exact, mut count, mut silent) = (0, 0, 0);
    let (mut right, mut wanted, mut had, mut functions) = (0, 0, 0, 0);
    for folder in std::env::var("VERBALE_MAILS").expect("VERBALE_MAILS").split(':') {
        let mut mails: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        mails.sort();
        for mail in mails {
            let Ok(gold) = std::fs::read_to_string(mail.join("gold.json")) else { continue };
            let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
            if !languages.is_empty() && !languages.split(',').any(|l| gold["language"] == l) {
                continue;
            }
            let Ok(kind) = serde_json::from_value::<Kind>(gold["kind"].clone()) else { continue };
            let message = std::fs::read(mail.join("message.eml")).unwrap();
            let message = String::from_utf8_lossy(&message).replace('\r', "");
            let Some((head, body)) = message.split_once("\n\n") else { continue };
            if head.contains("multipart") || head.contains("base64") || head.contains("quoted-printable") {
                continue;
            }
            let document = Document::new("body", crate::reading::quoted::own_text(body, false, None));
            let persons = find(&document, states());
            let parts: Vec<_> = persons.all.iter().map(|c| format!("{} {:?}", c.text, c.part)).collect();
            let found = persons.travellers(&document, kind).list;
            let want = names(&gold["travellers"]);
            let have: Vec<&str> = found.iter().map(|t| t.value.name.as_str()).collect();
            count += 1;
            wanted += want.len();
            had += have.len();
            let id = mail.file_name().unwrap().to_string_lossy().into_owned();
            for (name, function) in &want {
                let Some(one) = found.iter().find(|t| t.value.name == *name) else { continue };
                right += 1;
                let read = one.value.function.clone().unwrap_or_default();
                if read.to_lowercase() == *function {
                    functions += 1;
                } else {
                    println!("{id}: FUNCTION want {function} | have {read}");
                }
            }
            let plain: Vec<&str> = want.iter().map(|(n, _)| n.as_str()).collect();
            if plain == have {
                exact += 1;
            } else {
                let sure = found.iter().all(|t| t.confidence >= crate::reading::CERTAIN)
                    && (!found.is_empty() || kind == Kind::Attendance);
                silent += usize::from(sure);
                let word = if sure { "SILENT" } else { "doubted" };
                println!(
                    "{id}: {} want {} | have {} ({word}) | {}",
                    kind.as_str(),
                    plain.join("; "),
                    have.join("; "),
                    parts.join("; ")
                );
            }
        }
    }
    let share = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
    println!(
        "{count} mails, lists exact {:.1} %, F1 {:.3}, functions {:.1} %, silent {silent}",
        share(exact, count),
        2.0 * right as f64 / (wanted + had).max(1) as f64,
        share(functions, right)
    );
}
