#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;

fn found(text: &str) -> Vec<EventClue> {
    of_text(text, near())
}

fn near() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 8, 1).unwrap()
}

fn shown(text: &str) -> Vec<String> {
    // Sentences that name no meeting by such a word carry no days.
    found(text)
        .iter()
        .filter(|c| !c.aside)
        .map(|c| {
            let day = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_else(|| "-".into());
            format!(
                "{} {} {}",
                c.ordinal.map_or("-".into(), |o| o.to_string()),
                day(c.first_day),
                day(c.last_day)
            )
        })
        .collect()
}

#[test]
fn the_clause_of_the_request_comes_first() {
    let text = "Ref. 12/2017\nNew York, 10 August 2017\n\nThe Mission thanks the Office for the fourth thematic session \
                of 24 July 2017 in New York, and has taken note of it.\n\nIt has the honour to request support for \
                Ms. Ana Duro to participate in the fifth informal thematic\nsession, in Vienna, on 4-5 September 2017.\n";
    assert_eq!(shown(text), ["5 2017-09-04 2017-09-05", "4 2017-07-24 2017-07-24"]);
}

#[test]
fn two_meetings_in_one_sentence_are_two_clues() {
    let text = "The Mission requests support for the fifth informal thematic session in Vienna on 4-5 September 2017 \
                and the sixth session in Geneva on 12 and 13 October 2017.";
    assert_eq!(shown(text), ["5 2017-09-04 2017-09-05", "6 2017-10-12 2017-10-13"]);
    assert_eq!(shown("requests support for the fifth and sixth thematic sessions"), ["5 - -", "6 - -"]);
}

#[test]
fn a_list_belongs_to_its_lead() {
    let text = "It requests support for the following:\n- fifth session, Vienna, 4-5 September 2017\n- sixth session, Geneva, 12-13 October 2017\n";
    let found = found(text);
    assert_eq!(shown(text)[1..], ["5 2017-09-04 2017-09-05", "6 2017-10-12 2017-10-13"]);
    assert!(found[2].acts);
}

#[test]
fn other_days_are_no_clues() {
    assert!(shown("New York, 10 August 2017").is_empty());
    assert!(shown("Date: 10 August 2017").is_empty());
    let text = "With reference to the circular note dated 3 July 2017, it requests support to attend the fifth session.";
    assert_eq!(shown(text), ["5 - -"]);
    let text =
        "The Mission requests support for Mr. X, passport issued 3 May 2015, to attend the fifth session";
    assert_eq!(shown(text), ["5 - -"]);
}

#[test]
fn courtesies_and_what_goes_on_beside_are_no_clues() {
    let words = |text: &str| {
        let of = |c: &EventClue| format!("{}{}", if c.acts { "+" } else { "-" }, c.words);
        found(text).iter().filter(|c| !c.aside).map(of).collect::<Vec<_>>()
    };
    for (text, wanted) in [
        (
            "The Permanent Mission of Benin to the United Nations Office at Geneva presents its compliments to the Secretariat of the \
             Intergovernmental Conference and has the honour to request support for the session in Vienna.",
            &["+and has the honour to request support for the session in vienna"][..],
        ),
        (
            "La Misión Permanente del Perú saluda a la Secretaría y, mientras sigue la primera ronda, solicita un pasaje para la tercera ronda.",
            &["+solicita un pasaje para la tercera ronda", "-mientras sigue la primera ronda"][..],
        ),
        (
            "The Mission avails itself of this opportunity to renew to the conference the assurances of its consideration.",
            &[][..],
        ),
        ("Subject: third round, 3 to 6 April", &["+subject third round to april"][..]),
        (
            "常驻代表团向政府间会议秘书处致意，并请资助某先生参加第五次专题会议。",
            &["+并 请 资 助 某 先 生 参 加 第 次 专 题 会 议"][..],
        ),
    ] {
        assert_eq!(words(text), wanted, "{text}");
    }
}

#[test]
fn sentences_without_a_meeting_are_asides() {
    let text = "Mr. Prince Flomo broke his leg on Saturday, so another colleague flies to Vienna.\nMonrovia is on holiday and all of us are out of reach.";
    let found = found(text);
    assert!(found.iter().any(|c| c.aside || c.words.contains("vienna")), "{found:?}");
    assert!(found.iter().filter(|c| c.aside).all(|c| c.first_day.is_none() && !c.acts));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(200) })]
    #[test]
    fn any_text_is_survived(text in "(\\PC{0,12}|fifth |session |4-5 |September |: |\n|- |and |\u{c}|é|requests ){0,40}") {
        let _ = found(&text);
    }
}
