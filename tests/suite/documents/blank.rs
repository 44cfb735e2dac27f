//! The desk of a fund to be, as `init --blank` writes it: what is marked in it, its languages, and a State that is added.

use std::process::Command;

use super::{PROGRAM, blank, mails, on, place, root, said};
use crate::walk::tried;

#[test]
fn the_blank_desk_checks_and_says_what_to_edit() {
    let (_folder, dir) = place();
    blank(&dir);
    let checked = said(&on(&dir, &["check"]));
    assert!(checked.contains("in order") && checked.matches("notice:").count() == 1, "{checked}");
    assert!(checked.contains("33 places are still marked EDIT: 16 in desk.toml"), "{checked}");
    assert!(
        checked.contains("regions: at most 1/3 of the places to the States of each regional group"),
        "{checked}"
    );
    for file in [
        "desk.toml",
        "rules/events.toml",
        "rules/checks.toml",
        "rules/papers.toml",
        "rules/cases.toml",
        "rules/holidays.csv",
        "templates/contribution.en.txt",
        "mail/example.eml",
    ] {
        assert!(std::fs::read_to_string(dir.join(file)).unwrap().contains("EDIT"), "{file}");
    }
}

/// Whoever works through the marks has met every setting that says nothing yet or names this machine.
#[test]
fn what_the_blank_desk_leaves_open_is_marked() {
    let (_folder, dir) = place();
    blank(&dir);
    let desk = std::fs::read_to_string(dir.join("desk.toml")).unwrap();
    let open = ["= \"\"", "= []", "localhost", ".example"];
    for line in desk.lines().filter(|line| !line.trim_start().starts_with(['#', '"'])) {
        let (value, remark) = line.split_once('#').unwrap_or((line, ""));
        let seen = remark.starts_with(" EDIT") || value.starts_with("own_addresses");
        assert!(seen || !open.iter().any(|sign| value.contains(sign)), "{line}");
    }
}

#[test]
fn a_desk_of_three_languages_is_in_order_and_answers_in_each() {
    let (_folder, dir) = place();
    let init = Command::new(PROGRAM).arg("init").arg(&dir).args(["--blank", "--languages", "fr,es"]).output();
    assert!(init.unwrap().status.success());
    let checked = said(&on(&dir, &["check"]));
    // What is left to edit is remarked, and nothing else.
    let others = checked.matches("notice:").count() - checked.matches("notice: [marked-edit]").count();
    assert!(checked.contains("in order") && others == 0, "{checked}");
    let mail = std::fs::read_to_string(mails().join("03-no-certificate.eml")).unwrap();
    for (language, formula, ask, title) in [
        (
            "fr",
            "La Mission permanente du Népal auprès des Nations Unies à New York présente ses compliments au Secrétariat du Comité et a l'honneur de demander la prise en charge du voyage de M. Hari EXAMPLE, Directeur au Ministère des forêts, à la première session du Comité, qui se tiendra à Nairobi du 9 au 13 avril 2018.",
            "le certificat de pleins pouvoirs",
            "Première session du Comité",
        ),
        (
            "es",
            "La Misión Permanente de Nepal ante las Naciones Unidas en Nueva York saluda atentamente a la Secretaría del Comité y tiene el honor de solicitar apoyo para el viaje del Sr. Hari EXAMPLE, Director del Ministerio de Bosques, al primer período de sesiones del Comité, que se celebrará en Nairobi del 9 al 13 de abril de 2018.",
            "el certificado de plenos poderes",
            "Primer período de sesiones del Comité",
        ),
    ] {
        let (head, rest) = mail.split_once("The Permanent Mission of Nepal").unwrap();
        let (_, tail) = rest.split_once("New York, 20").unwrap();
        let head = head.replace("quoted-printable", "8bit");
        let path = dir.join(format!("mail/{language}.eml"));
        std::fs::write(&path, format!("{head}{formula}\n\nNew York, 20{tail}")).unwrap();
        let object = &tried(&dir, &[path.to_str().unwrap()])[0];
        let letter = &object["letters"][0];
        assert_eq!(letter["language"], *language, "{object}");
        let text = letter["text"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(ask) && text.contains(title) && !text.contains("fund for"), "{text}");
    }
    let short = said(&on(&dir, &["try", "--short", dir.join("mail").to_str().unwrap()]));
    assert!(short.contains("example.eml") && short.lines().count() < 12, "{short}");
}

/// As rules.md says it for the Cook Islands, row by row.
#[test]
fn a_state_that_is_added_as_rules_says_is_found() {
    let (_folder, dir) = place();
    blank(&dir);
    let mail = std::fs::read_to_string(mails().join("03-no-certificate.eml")).unwrap();
    let (head, rest) = mail.split_once("The Permanent Mission of Nepal").unwrap();
    let (_, tail) = rest.split_once("New York, 20").unwrap();
    let head = head.replace("quoted-printable", "8bit");
    let note = dir.join("mail/cook.eml");
    let words = "The Permanent Mission of the Cook Islands to the United Nations in New York presents its compliments to the \
        Secretariat of the Committee and has the honour to request support for the travel of Ms. Mere EXAMPLE, Director, \
        Ministry of Environment, to the first session of the Committee, to be held in Nairobi from 9 to 13 April 2018.";
    std::fs::write(&note, format!("{head}{words}\n\nNew York, 20{tail}")).unwrap();
    let state = || tried(&dir, &[note.to_str().unwrap()])[0]["requests"][0]["state"].clone();
    assert!(state().is_null());
    let rules = std::fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let (_, task) = rules.split_once("**Add a State or another").unwrap();
    let (task, _) = task.split_once("**Ask for a new paper").unwrap();
    let rows: Vec<&str> =
        task.split("```csv\n").skip(1).map(|part| part.split("```").next().unwrap()).collect();
    let files = ["states.csv", "names.csv", "lists/developing.csv"];
    assert_eq!(rows.len(), files.len());
    for (file, rows) in files.iter().zip(rows) {
        let path = dir.join("rules").join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, text + rows).unwrap();
    }
    let path = dir.join("rules/ambiguous.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    let kept = text.split_inclusive('\n').filter(|line| !line.starts_with("decoy,en,Cook Islands,"));
    std::fs::write(&path, kept.collect::<String>()).unwrap();
    let checked = said(&on(&dir, &["check"]));
    assert!(checked.contains("in order") && checked.matches("notice:").count() == 1, "{checked}");
    assert_eq!(state(), "COK");
}
