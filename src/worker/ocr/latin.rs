//! Names and numbers in Latin letters on a page in another script.

use super::tesseract::Word;

/// Words from this are in the script of their page.
const SURE: f32 = 88.0;
/// What another model reads in Latin letters is believed above this, and where it is so much surer.
const BETTER: f32 = 85.0;
const SURER: f32 = 8.0;
/// The same of what has the form of a number.
const CODE: f32 = 70.0;
/// Figures of a number at least.
const FIGURES: usize = 3;

/// Puts the words of `latin` that are surer into `words`, for a page in another script with Latin names and numbers. One of
/// them may have been taken for several words of that script.
pub fn merge(words: &mut Vec<Word>, latin: &[Word]) {
    for better in latin.iter().filter(|l| l.text.chars().filter(char::is_ascii_alphabetic).count() >= 2) {
        let is_part = |w: &Word| better.covers(w);
        let parts = || words.iter().filter(|w| is_part(w));
        let surest = parts().map(|w| w.confidence).fold(0.0, f32::max);
        let wanted = if is_code(&better.text) { CODE } else { BETTER };
        let whole = parts().map(|w| w.right() - w.left()).sum::<i32>() * 2 > better.right() - better.left();
        if !whole || surest >= SURE || better.confidence <= wanted.max(surest + SURER) {
            continue;
        }
        let Some(first) = words.iter().position(is_part) else { continue };
        let line = words.get(first).map_or([0; 3], |w| w.line);
        let mut at = 0;
        words.retain(|w| {
            at += 1;
            at - 1 == first || !is_part(w)
        });
        if let Some(word) = words.get_mut(first) {
            *word = Word { line, ..better.clone() };
        }
    }
}

/// A number of a note in Latin letters: what another script is taken for has hardly its form.
fn is_code(text: &str) -> bool {
    let count = |of: fn(&char) -> bool| text.chars().filter(of).count();
    count(char::is_ascii_uppercase) >= 2
        && count(char::is_ascii_digit) >= FIGURES
        && count(|c| matches!(c, '/' | '-')) >= 1
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "/-.()".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: i32, width: i32, confidence: f32) -> Word {
        Word { text: text.to_owned(), confidence, place: [left, 0, width, 30], line: [1, 1, 1] }
    }

    /// What stands in a line of `words` with `latin` between the label and the day.
    fn merged(words: &[Word], latin: (&str, f32)) -> String {
        let mut line = vec![word("الرقم", 500, 60, 93.0)];
        line.extend_from_slice(words);
        line.push(word("2017", 100, 60, 93.0));
        merge(&mut line, &[word(latin.0, 200, 240, latin.1)]);
        line.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_latin_word_takes_the_place_of_several() {
        let torn = [word("8/0237", 360, 80, 0.0), word("1/111011/201", 200, 150, 0.0)];
        assert_eq!(merged(&torn, ("YMUN/2018/0237", 91.0)), "الرقم YMUN/2018/0237 2017");
        assert_eq!(merged(&torn, ("YMUN/2018/0237", 75.0)), "الرقم YMUN/2018/0237 2017");
        assert_eq!(merged(&torn, ("Republique", 91.0)), "الرقم Republique 2017");
    }

    #[test]
    fn what_is_no_surer_or_covers_little_stays() {
        let own = [word("عدد", 200, 240, 93.0)];
        assert_eq!(merged(&own, ("YMUN/2018/0237", 91.0)), "الرقم عدد 2017");
        let torn = [word("8/0237", 360, 80, 0.0), word("1/111011/201", 200, 150, 0.0)];
        assert_eq!(merged(&torn, ("Sapgs", 80.0)), "الرقم 8/0237 1/111011/201 2017");
        assert_eq!(merged(&[word("٥", 200, 30, 20.0)], ("YMUN/2018/0237", 91.0)), "الرقم ٥ 2017");
    }
}
