#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::diagnostic::Source;

/// The world of the sample desk.
pub(crate) fn world() -> States {
    load(&sources()).unwrap_or_else(|d| panic!("{d:#?}"))
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths =
        vec!["rules/states.csv".to_owned(), "rules/names.csv".into(), "rules/ambiguous.csv".into()];
    for entry in std::fs::read_dir(root.join("rules/lists")).unwrap() {
        paths.push(format!("rules/lists/{}", entry.unwrap().file_name().to_str().unwrap()));
    }
    paths
        .into_iter()
        .map(|path| Source { text: std::fs::read_to_string(root.join(&path)).unwrap(), path })
        .collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

/// Each mention as "NER" or "KOR|PRK?" ("?" for weak).
fn shown(states: &States, text: &str) -> String {
    let one = |m: Mention| {
        assert!(text.get(m.span.clone()).is_some(), "{m:?}");
        let codes: Vec<_> = m.states.iter().map(Code::as_str).collect();
        format!("{}{}", codes.join("|"), if m.weak { "?" } else { "" })
    };
    states.mentions(text).into_iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn names_are_found_in_six_languages_and_the_longest_wins() {
    let states = world();
    for (text, expected) in [
        ("The Permanent Mission of the Republic of the Niger", "NER"),
        ("Nigeria, Niger and the Federal Republic of Nigeria", "NGA NER NGA"),
        ("the Democratic People's Republic of Korea", "PRK"),
        ("the Democratic People\u{2019}s Republic\nof Korea and the Republic of Korea", "PRK KOR"),
        ("Korea", "KOR|PRK?"),
        ("Equatorial Guinea, Guinea-Bissau, Papua New Guinea, Guinea", "GNQ GNB PNG GIN"),
        ("Dominica and the Dominican Republic", "DMA DOM"),
        ("the Democratic Republic of the Congo", "COD"),
        ("the Congo", "COG|COD"),
        ("LA MISSION PERMANENTE DE LA RÉPUBLIQUE DE CÔTE D\u{2019}IVOIRE", "CIV"),
        ("Republique de Cote d'Ivoire", "CIV"),
        ("du Burkina Faso", "BFA"),
        ("de la République togolaise", "TGO"),
        ("Estados Unidos Mexicanos y Estados Unidos", "MEX USA"),
        ("el Estado Plurinacional de Bolivia", "BOL"),
        ("الوفد الدائم لجمهورية النيجر", "NER"),
        ("وجمهورية السودان", "SDN"),
        ("مالي", "MLI?"),
        ("Постоянное представительство Республики Казахстан", "KAZ"),
        ("Южного Судана", "SSD"),
        ("南苏丹共和国常驻联合国代表团", "SSD"),
        ("阿曼苏丹国", "OMN"),
        ("尼日尔 尼日利亚", "NER NGA"),
        ("Confederaziun svizra", "CHE"),
        ("the Sovereign Order of Malta and Malta", "MLT"),
        ("the Kenyan delegation", "KEN?"),
        ("Ms. Chad Jordan", "TCD? JOR?"),
        ("DRC drc", "COD?"),
        ("Nigerland, Perugia, Omani, Chadwick, uncuban", "OMN?"),
        ("the Kingdom of Eswatini, formerly the Kingdom of Swaziland", "SWZ SWZ"),
        ("the State of Palestine and the Holy See", "PSE VAT"),
        ("the European Union", "EUE"),
        ("", ""),
    ] {
        assert_eq!(shown(&states, text), expected, "{text}");
    }
}

#[test]
fn every_official_name_in_the_table_is_found_and_means_its_state() {
    let states = world();
    let text = sources().swap_remove(1).text;
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut rows = 0;
    for row in reader.records().map(Result::unwrap) {
        if !matches!(&row[2], "short" | "long" | "genitive") {
            continue;
        }
        rows += 1;
        let found = states.mentions(&row[3]);
        assert!(
            found.iter().any(|m| m.states.contains(&code(&row[0]))),
            "{} {}: {found:?}",
            &row[0],
            &row[3]
        );
        assert_eq!(found.len(), 1, "{}: {found:?}", &row[3]);
    }
    assert!(rows > 3_900, "{rows}");
}

#[test]
fn the_official_name_is_the_one_of_its_day() {
    let states = world();
    let name = |c, form, on| states.name_on(code(c), Language::En, form, day(on)).unwrap();
    assert_eq!(name("SWZ", NameForm::Short, "2017-08-18"), "Swaziland");
    assert_eq!(name("SWZ", NameForm::Short, "2018-04-19"), "Eswatini");
    assert_eq!(name("TUR", NameForm::Short, "2017-08-18"), "Turkey");
    assert_eq!(name("KEN", NameForm::Long, "2017-08-18"), "Republic of Kenya");
    assert_eq!(
        states.name_on(code("NER"), Language::Fr, NameForm::Long, day("2017-08-18")),
        Some("République du Niger")
    );
}

#[test]
fn lists_are_dated_and_what_is_under_review_is_unknown() {
    let states = world();
    let on = |list, c, d| states.on_list(list, code(c), day(d)).0;
    assert_eq!(on("ldc", "GNQ", "2017-06-03"), Answer::Yes);
    assert_eq!(on("ldc", "GNQ", "2017-06-04"), Answer::No);
    assert_eq!(on("ldc", "NGA", "2017-08-18"), Answer::No);
    assert_eq!(on("developing", "NGA", "2017-08-18"), Answer::Yes);
    assert_eq!(on("developing", "CYP", "2017-08-18"), Answer::Unknown);
    assert_eq!(on("developing", "FRA", "2017-08-18"), Answer::No);
    assert_eq!(on("sids", "BHR", "2017-08-18"), Answer::Unknown);
    assert_eq!(on("no-such-list", "FRA", "2017-08-18"), Answer::Unknown);
    let ldcs = states.iter().filter(|s| on("ldc", s.code.as_str(), "2017-08-18") == Answer::Yes).count();
    assert_eq!(ldcs, 47);
    assert_eq!(states.lists().collect::<Vec<_>>(), ["developing", "ldc", "lldc", "sids", "transition"]);
    assert_eq!(states.iter().filter(|s| s.kind == Kind::Member).count(), 193);
}

#[test]
fn an_end_that_may_be_put_off_is_no_end_without_a_person() {
    let states = world();
    let on = |c, d| states.on_list("ldc", code(c), day(d)).0;
    assert_eq!(on("NPL", "2026-11-23"), Answer::Yes);
    assert_eq!(on("NPL", "2026-11-24"), Answer::Unknown);
    assert_eq!(on("NPL", "2030-01-01"), Answer::Unknown);
    // What has been carried out is over.
    assert_eq!(on("BTN", "2026-11-24"), Answer::No);
}

#[test]
fn each_broken_row_is_named_by_its_bytes() {
    for (path, row, error, words) in [
        ("rules/lists/ldc.csv", "KNE,2001,,member,x", "unknown-state", "KNE"),
        ("rules/lists/ldc.csv", "KEN,2001-02-30,,member,x", "bad-date", "2001-02-30"),
        ("rules/lists/ldc.csv", "KEN,2001,2000,member,x", "end-before-start", "2000"),
        ("rules/lists/ldc.csv", "KEN,2001,,membre,x", "unknown-word", "membre"),
        ("rules/lists/ldc.csv", "KEN,2001,,deferrable,x", "no-end", "deferrable"),
        ("rules/lists/ldc.csv", "KEN,2001,,member,", "no-source", ""),
        ("rules/lists/ldc.csv", "NER,2001,,member,x", "duplicate", "NER"),
        ("rules/lists/ldc.csv", "KEN,2001,,member", "bad-row", "KEN,2001,,member"),
        (
            "rules/states.csv",
            "KEN,KE,404,member,,Kenya,the Republic of Kenya,African,full,",
            "duplicate",
            "KEN",
        ),
        (
            "rules/states.csv",
            "ken,KE,404,member,,Kenya,the Republic of Kenya,African,full,",
            "bad-code",
            "ken",
        ),
        (
            "rules/states.csv",
            "XKN,KE,404,membre,,Kenya,the Republic of Kenya,African,full,",
            "unknown-word",
            "membre",
        ),
        ("rules/names.csv", "KEN,xx,short,Kenya,,,own", "unknown-word", "xx"),
        ("rules/names.csv", "KEN,en,short,\"K\",,,own", "empty-name", "\"K\""),
        ("rules/names.csv", "KEN,en,former,\"Kenya, old\",short,1963-13,own", "bad-date", "1963-13"),
        ("rules/names.csv", "KEN,en,short,Kenya,,1999,own", "date-not-expected", "1999"),
        ("rules/ambiguous.csv", "word,en,Kenya,KEN XXX,,", "unknown-state", "KEN XXX"),
    ] {
        let mut sources = sources();
        let source = sources.iter_mut().find(|s| s.path == path).unwrap();
        source.text.push_str(row);
        source.text.push('\n');
        let text = source.text.clone();
        let mistakes = load(&sources).unwrap_err();
        assert_eq!(mistakes.len(), 1, "{row}: {mistakes:?}");
        let span = mistakes[0].span.unwrap();
        assert_eq!((mistakes[0].code, mistakes[0].file.as_str()), (error, path), "{row}");
        assert_eq!(&text[span.start..span.end], words, "{row}");
    }
    let mistakes = load(&[]).unwrap_err();
    assert_eq!(mistakes.iter().map(|m| m.code).collect::<Vec<_>>(), ["missing-file"; 3]);
    let short = Source { path: "rules/lists/x.csv".into(), text: "State,start,end,status,source\n".into() };
    let mut all = sources();
    all.push(short);
    assert_eq!(load(&all).unwrap_err()[0].help.as_deref(), Some("rename `State` to `state`"));
}
