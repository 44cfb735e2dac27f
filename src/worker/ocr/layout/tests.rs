//! Pages as the tool tells them, and their text.

use super::*;

/// The text of a page on which no lines are drawn.
fn text(words: &[Word], script: Script, longer: usize) -> String {
    super::text(words, script, longer, &Strokes::default())
}

fn word(text: &str, left: i32, width: i32, line: u32) -> Word {
    Word {
        text: text.to_owned(),
        confidence: 95.0,
        place: [left, 50 * line as i32, width, 30],
        line: [1, line / 10, line],
    }
}

#[test]
fn chinese_has_no_spaces_but_wide_ones() {
    let words =
        [word("常驻", 0, 60, 1), word("代表", 62, 60, 1), word("2017", 125, 50, 1), word("张伟", 220, 60, 1)];
    assert_eq!(text(&words, Script::Han, 2460), "常驻代表2017 张伟\n");
}

#[test]
fn arabic_lines_run_from_the_right_and_latin_within_them_from_the_left() {
    let words = [
        word("MUN", 10, 50, 1),
        word("2017", 70, 50, 1),
        word("المرجع:", 200, 90, 1),
        word("رقم", 140, 40, 1),
    ];
    assert_eq!(text(&words, Script::Arabic, 2460), "المرجع: رقم MUN 2017\n");
    let apart = [
        word("يناير", 800, 60, 1),
        word("2018", 740, 50, 1),
        word("024/NY/18", 100, 150, 1),
        word("N°", 40, 40, 1),
    ];
    assert_eq!(text(&apart, Script::Arabic, 2460), "يناير 2018   N° 024/NY/18\n");
}

#[test]
fn where_a_place_is_wrong_the_order_of_the_tool_stands() {
    let words = [
        word("لتعرب", 1076, 70, 1),
        word("عن", 1032, 30, 1),
        word("فائق", 953, 193, 1),
        word("احترامها.", 800, 120, 1),
    ];
    assert_eq!(text(&words, Script::Arabic, 2460), "لتعرب عن فائق احترامها.\n");
}

#[test]
fn what_a_stamp_left_at_the_ends_of_a_line_is_dropped() {
    let low = |text, left, width| Word { confidence: 40.0, ..word(text, left, width, 1) };
    let line = [
        word("/", 0, 9, 1),
        word("N°", 200, 40, 1),
        word("034/18", 250, 90, 1),
        low("PERM", 700, 90),
        low("y", 800, 9),
    ];
    assert_eq!(text(&line, Script::Latin, 2460), "N° 034/18");
    let line =
        [word("N°", 200, 40, 1), word("034/18", 250, 90, 1), word("Vienna,", 700, 90, 1), low("5", 800, 9)];
    assert_eq!(text(&line, Script::Latin, 2460), "N° 034/18\nVienna, 5");
}

#[test]
fn words_parted_at_line_ends_are_joined_and_paragraphs_stand_apart() {
    let words = [
        word("le", 0, 20, 1),
        word("gouver-", 30, 80, 1),
        word("nement", 0, 80, 2),
        word("de", 90, 20, 2),
        word("I'État", 120, 60, 2),
        word("vice-", 0, 50, 11),
        word("président", 0, 90, 12),
    ];
    assert_eq!(text(&words, Script::Latin, 2460), "le gouvernement de l'État\n\nvice-président");
}

#[test]
fn what_was_made_of_two_lines_yields_to_them() {
    let at = |text: &str, confidence: f32, place: [i32; 4], line: u32| Word {
        text: text.to_owned(),
        confidence,
        place,
        line: [1, 1, line],
    };
    let words = vec![
        at("ZMUN", 29.0, [255, 223, 86, 53], 1),
        at("Street", 97.0, [1478, 196, 66, 20], 1),
        at("East", 96.0, [1355, 196, 49, 21], 1),
    ];
    let again = [at("ZMUN/101/8/22", 91.0, [255, 255, 195, 21], 1)];
    let read = with_missing_lines(words.clone(), &again);
    assert_eq!(read.iter().map(|w| w.text.as_str()).collect::<Vec<_>>(), ["Street", "East", "ZMUN/101/8/22"]);
    // What is as nonsensical takes no word away.
    let worse = [at("N/IOL", 35.0, [255, 255, 195, 21], 1)];
    assert_eq!(with_missing_lines(words.clone(), &worse), words);
}

#[test]
fn a_stamped_number_takes_the_place_of_what_was_read_in_doubt() {
    let at = |text: &str, confidence: f32, left: i32, line: u32| Word {
        text: text.to_owned(),
        confidence,
        place: [left, 100, 200, 30],
        line: [1, 1, line],
    };
    let words = vec![at("N°", 95.0, 0, 1), at("2617-04I7", 31.0, 250, 1), at("Mission", 96.0, 900, 2)];
    let texts = |words: Vec<Word>| words.into_iter().map(|w| w.text).collect::<Vec<_>>();
    let number = [at("2017-0417", 42.0, 250, 9)];
    assert_eq!(texts(with_stamped_lines(words.clone(), &number)), ["N°", "Mission", "2017-0417"]);
    // Strokes of a signature are neither a number nor a text.
    let signed = [at("Lw", 20.0, 600, 9), at("—", 10.0, 1_200, 9)];
    assert_eq!(with_stamped_lines(words.clone(), &signed), words);
}
