#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]
use super::*;
use crate::reading::words::split;
use crate::states::fold::Folded;

/// Every span of a text.
fn spans(text: &str) -> Vec<Span> {
    in_words(&split(&Folded::new(text)))
}

fn shown(text: &str) -> String {
    let near = NaiveDate::from_ymd_opt(2017, 8, 1).unwrap();
    let one = |s: Span| match s.days(near) {
        Some((a, b)) if a == b => a.to_string(),
        Some((a, b)) => format!("{a}..{b}{}", if s.whole_month { " (month)" } else { "" }),
        None => "?".into(),
    };
    spans(text).into_iter().map(one).collect::<Vec<_>>().join(" ")
}

/// One line each: the text, an arrow, the days.
const CASES: &str = include_str!("../../tests/cases/matching/dates.txt");

#[test]
fn dates_are_read_as_the_cases_say() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in CASES.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let (text, wanted) = line.split_once("=>").expect("an arrow");
        count += 1;
        let got = shown(text.trim());
        if got != wanted.trim() {
            wrong.push(format!("{text}: wanted {wanted}, got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 50, "{count}");
}

#[test]
fn words_are_those_of_the_text() {
    let text = "to be held on 4-5 September, 2017 in Vienna";
    assert_eq!(&text[spans(text)[0].range.clone()], "4-5 September, 2017");
}

#[test]
fn both_readings_of_a_numeric_date_are_kept() {
    let span = spans("03/04/2017").remove(0);
    assert_eq!((span.first.day, span.first.month), (3, 4));
    let (other, _) = span.other.unwrap();
    assert_eq!((other.day, other.month), (4, 3));
    assert!(spans("13/04/2017")[0].other.is_none());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(256) })]
    #[test]
    fn any_text_gives_spans_inside_it(text in "(\\PC{0,20}|[0-9]{1,4}|September|mai|年|月|日| |-|/|,|and|au){0,30}") {
        for span in spans(&text) {
            assert!(Folded::new(&text).text().get(span.range.clone()).is_some());
            let _ = span.days(NaiveDate::MAX);
        }
    }
}
