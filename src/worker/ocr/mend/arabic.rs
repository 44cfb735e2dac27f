//! Pages in Arabic.

use crate::worker::pdf::is_arabic;

/// Words that end in a consonant and a hamza. After any other consonant a hamza is a comma that touches the word.
const HAMZA: [&str; 13] =
    ["بدء", "جزء", "عبء", "دفء", "ملء", "كفء", "بطء", "نشء", "درء", "برء", "مرء", "نبء", "خبء"];

/// Words of the formulas in which `ه` is read as `ب` or `ح`, and which nobody writes so.
const FORMULAS: [(&str, &str); 6] = [
    ("تنتبز", "تنتهز"),
    ("الحجرة الدولية", "الهجرة الدولية"),
    ("المجرة الدولية", "الهجرة الدولية"),
    ("بالحجرة", "بالهجرة"),
    ("تحياتبا", "تحياتها"),
    ("احترامبا", "احترامها"),
];

/// `text` with its commas, which are read as `»` or as a hamza, numbers in the order in which they were written, and the
/// words of its formulas.
pub fn mended(text: &str) -> String {
    let mut out = numbers(&commas(text));
    for (wrong, right) in FORMULAS {
        out = out.replace(wrong, right);
    }
    greeting(out)
}

/// `تبدي ... تحياتها` says nothing: an office that opens so `تهدي` its compliments.
fn greeting(text: String) -> String {
    let near = |verb: &str| {
        let after = text.find(verb).and_then(|at| text.get(at..)).unwrap_or_default();
        after.split_whitespace().take(14).any(|word| word.starts_with("تحيات"))
    };
    ["تبدي ", "يبدي "].into_iter().filter(|verb| near(verb)).fold(text.clone(), |text, verb| {
        let right = verb.replace('ب', "ه");
        text.replacen(verb, &right, 1)
    })
}

fn commas(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = 0_usize;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = chars.peek().is_none_or(|next| next.is_whitespace());
        let letter = is_arabic(before) && before.is_alphabetic();
        let sign = match c {
            '«' => {
                open += 1;
                c
            }
            '»' if open > 0 => {
                open -= 1;
                c
            }
            '»' | ',' if letter && ends => '،',
            'ء' if letter && ends && !"اويأإآؤئ".contains(before) && !is_hamza(&out) => '،',
            _ => c,
        };
        out.push(sign);
        before = c;
    }
    out
}

/// Whether a hamza ends the last word of `text`.
fn is_hamza(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let long = word.chars().count() >= 4;
    // Behind the article and particles: `بالجزء`, and not `أعمرء` for all its likeness to `المرء`.
    let bare = ["بال", "وال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ك", "ف"]
        .into_iter()
        .find_map(|particle| word.strip_prefix(particle))
        .unwrap_or(word);
    let is_known = |w: &str| HAMZA.iter().any(|known| w == known.trim_end_matches('ء'));
    !(word.ends_with('ى') || long) || is_known(word) || is_known(bare)
}

/// Numbers parted by a hyphen stand on the page in the order of Arabic, once a letter of it stands before them (UAX #9:
/// `17-311` is seen as `311-17`).
fn numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let mut arabic = false;
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() || c == '-' && run.ends_with(|l: char| l.is_ascii_digit()) {
            run.push(c);
            continue;
        }
        let trailing = run.ends_with('-');
        let number = run.trim_end_matches('-');
        if arabic && !c.is_ascii_alphabetic() && !out.ends_with(|l: char| l.is_ascii_alphabetic()) {
            out.extend(number.split('-').rev().flat_map(|part| ["-", part]).skip(1));
        } else {
            out.push_str(number);
        }
        out.push_str(if trailing { "-" } else { "" });
        run.clear();
        match c {
            '\n' if out.ends_with('\n') || out.is_empty() => arabic = false,
            _ if c.is_alphabetic() => arabic = is_arabic(c),
            _ => {}
        }
        out.push(c);
    }
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_are_told_from_quotation_marks_and_hamzas() {
        assert_eq!(mended("محمد صالح أبكر جبرينء مدير"), "محمد صالح أبكر جبرين، مدير");
        assert_eq!(mended("ولد الطالب أعمرء المدير"), "ولد الطالب أعمر، المدير");
        assert_eq!(mended("مصطفىء السعادة» أسمى"), "مصطفى، السعادة، أسمى");
        for same in ["«السعادة» شيء من سوء الوزراء", "الجزء بالبدء عبء", "رؤساء الضوء"]
        {
            assert_eq!(mended(same), same);
        }
    }

    #[test]
    fn numbers_behind_arabic_letters_are_turned() {
        assert_eq!(mended("الرقم: 311-17/ب.د"), "الرقم: 17-311/ب.د");
        assert_eq!(mended("يومي 25-24 2017"), "يومي 24-25 2017");
        for same in ["17-311\n", "الرقم: NV-12-17", "يوم 2017/11/3 -"] {
            assert_eq!(mended(same), same);
        }
    }

    #[test]
    fn an_office_presents_its_compliments() {
        assert_eq!(mended("تبدي البعثة أطيب تحياتها"), "تهدي البعثة أطيب تحياتها");
        assert_eq!(mended("تبدي البعثة استعدادها"), "تبدي البعثة استعدادها");
    }
}
