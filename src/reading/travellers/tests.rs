#![allow(clippy::unwrap_used, clippy::expect_used)]
//! Runs `tests/cases/travellers/*.txt`: a text, an arrow, and who must be found in it.

use super::*;

fn shown(text: &str, kind: Kind) -> String {
    let document = Document::new("body", text.to_owned());
    let found = find(&document).travellers(&document, kind);
    let one = |t: &Quoted<Traveller>| {
        let gender = match t.value.gender {
            Some(Gender::F) => "f",
            Some(Gender::M) => "m",
            None => "-",
        };
        let government = t.value.government.map_or("?", |g| if g { "yes" } else { "no" });
        let doubt = if t.confidence < crate::reading::CERTAIN { " | doubt" } else { "" };
        let function = t.value.function.as_deref().unwrap_or("-");
        format!("{} | {gender} | {function} | {government}{doubt}", t.value.name)
    };
    if found.is_empty() { "none".into() } else { found.iter().map(one).collect::<Vec<_>>().join(" & ") }
}

#[test]
fn travellers_are_found_as_the_cases_say() {
    let files = [
        include_str!("../../../tests/cases/travellers/cases.txt"),
        include_str!("../../../tests/cases/travellers/phrasings.txt"),
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
        assert!(find(&document).travellers(&document, Kind::Request).len() <= MOST, "{part}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(200) })]
    #[test]
    fn any_text_is_survived(text in "(\\PC{0,12}|Mr. |Mme |Name: |先生|为|г-на |السيدة |, |\n|\\| |Ana |de |É|> |İ|replaced by |support for |\\(){0,40}") {
        let document = Document::new("body", text);
        for kind in [Kind::Request, Kind::Amendment, Kind::Withdrawal, Kind::Attendance] {
            let _ = find(&document).travellers(&document, kind);
        }
    }
}
