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

/// Words that open a line before its number or date. A font that stands letters upon each other makes others of them.
const LABELS: [&str; 8] = ["الرقم", "النمرة", "العدد", "المرجع", "الإشارة", "التاريخ", "الموافق", "الموضوع"];

/// What can be extended (`مد فترة`), or lent (`مد يد العون`).
const EXTENDED: [&str; 8] = ["يد", "يدها", "فترة", "مدة", "أجل", "جسور", "مهلة", "موعد"];

/// `text` with its commas, which are read as `»` or as a hamza, numbers in the order in which they were written, and the
/// words of its formulas; labels and the letters of an office as they are printed.
pub fn mended(text: &str) -> String {
    let mut out = muhammad(&initials(&strokes(&labelled(&numbers(&commas(text))))));
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

/// The words before the colons of `text` as labels, where two letters at most were read otherwise (`الفرة:`, `ال قم:`).
fn labelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let label = line.split_once(':').and_then(|(before, rest)| {
            let start = before.rfind("   ").map_or(0, |at| at + 3);
            let (left, word) = before.split_at_checked(start)?;
            let read: String = word.chars().filter(|c| !c.is_whitespace()).collect();
            let near = |label: &&&str| {
                let apart = strsim::osa_distance(&read, label);
                apart > 0 && apart <= 2 && 3 * apart <= label.chars().count()
            };
            let label = LABELS.iter().filter(near).min_by_key(|label| strsim::osa_distance(&read, label))?;
            (!LABELS.contains(&read.as_str())).then(|| format!("{left}{label}:{rest}"))
        });
        out.push_str(label.as_deref().unwrap_or(line));
    }
    out
}

/// The strokes of a number between its parts: `عدد: / 1506 2017` is read for `عدد: 1506 / 2017`, since they turn with the
/// direction of what stands beside them.
fn strokes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let better =
            line.split_once(':').filter(|(label, _)| is_numbering(label)).and_then(|(label, number)| {
                let (parts, strokes): (Vec<&str>, Vec<&str>) =
                    number.split_whitespace().partition(|part| *part != "/");
                let dangling = number.trim().starts_with('/') || number.trim().ends_with('/');
                let fits = dangling && (2..=4).contains(&parts.len()) && strokes.len() + 1 == parts.len();
                fits.then(|| format!("{label}: {}\n", parts.join(" / ")))
            });
        out.push_str(better.as_deref().unwrap_or(line));
    }
    out
}

/// Whether these words before a colon ask for the number of a paper.
fn is_numbering(label: &str) -> bool {
    let word = label.split_whitespace().next_back().unwrap_or_default();
    ["الرقم", "رقم", "النمرة", "نمرة", "العدد", "عدد", "المرجع", "مرجع", "الإشارة", "إشارة"].contains(&word)
}

/// The letters of an office in a number stand apart: `أم/14/5` is read for `أ م/14/5`, since the first does not join the
/// next. Words of such letters are not written beside a stroke.
fn initials(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether what stands before ends with a stroke and one letter: `2017/ب دم`.
    let mut goes_on = false;
    for word in text.split_inclusive(char::is_whitespace) {
        let numbered = word.contains('/') && word.contains(char::is_numeric);
        for (at, part) in word.split_inclusive('/').enumerate() {
            if (numbered || goes_on && at == 0)
                && let Some(apart) = apart(part)
            {
                out.push_str(&apart);
            } else {
                out.push_str(part);
            }
        }
        let last = word.trim_end().rsplit('/').next().unwrap_or_default();
        goes_on =
            numbered && !word.ends_with('\n') && last.chars().count() == 1 && last.chars().all(is_arabic);
    }
    out
}

/// The two or three letters that `part` begins with, parted, where they would not join each other.
fn apart(part: &str) -> Option<String> {
    let bare = part.trim_end_matches(|c: char| !is_arabic(c) || !c.is_alphabetic());
    let letters: Vec<char> = bare.chars().collect();
    let (last, before) = letters.split_last()?;
    let open = (1..=2).contains(&before.len()) && before.iter().all(|c| "اأإآدذرزو".contains(*c));
    let mut parted: String = before.iter().flat_map(|c| [*c, ' ']).collect();
    parted.push(*last);
    parted.push_str(part.strip_prefix(bare)?);
    (open && last.is_alphabetic()).then_some(parted)
}

/// The commonest name, in which a font stands three letters upon each other. `مد` is a verb, which no name follows.
fn muhammad(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut words = text.split_inclusive(char::is_whitespace).peekable();
    while let Some(word) = words.next() {
        let next = words.peek().map_or("", |next| next.trim_end());
        let verb = next.is_empty() || next.starts_with("ال") || EXTENDED.contains(&next);
        match word.strip_prefix("مد") {
            Some(rest) if rest.starts_with(' ') && !verb => {
                out.push_str("محمد");
                out.push_str(rest);
            }
            _ => out.push_str(word),
        }
    }
    out
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
            'ء' if letter && ends && !"اوأإآؤئ".contains(before) && !is_hamza(&out) => '،',
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
    // `المجيء`, `بريئة` and `شيء`, but not `الموسويء`: words that end so are short.
    if word.ends_with('ي') {
        return bare.chars().count() < 5;
    }
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
        assert_eq!(mended("جبار الموسويء معاون"), "جبار الموسوي، معاون");
        for same in ["«السعادة» شيء من سوء الوزراء", "الجزء بالبدء عبء", "رؤساء الضوء", "بالمجيء بريء بطيء"]
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
    fn strokes_stand_between_the_parts_of_a_number() {
        assert_eq!(mended("عدد: / 1506 2017\n"), "عدد: 1506 / 2017\n");
        assert_eq!(mended("رقم: / 0512 ب.د.م 2018 /\n"), "رقم: 0512 / ب.د.م / 2018\n");
        for same in ["العدد: 1093 / 2 5/\n", "الرقم: 12 / 2017\n", "الموضوع: / 1506 2017\n"]
        {
            assert_eq!(mended(same), same);
        }
    }

    #[test]
    fn labels_and_initials_are_as_printed() {
        assert_eq!(mended("نيويورك   الفرة: ب س/أم/9/312\n"), "نيويورك   النمرة: ب س/أ م/9/312\n");
        assert_eq!(mended("ال قم: 41/2017/ب دم\n"), "الرقم: 41/2017/ب د م\n");
        assert_eq!(mended("السيد عبدالكريم مد صالح"), "السيد عبدالكريم محمد صالح");
        for same in
            ["الرقم: 4/2017\n", "الأمم: 5\n", "المملكة/وزارة\n", "مد يد العون", "مد الفترة", "من دم/دار\n"]
        {
            assert_eq!(mended(same), same);
        }
    }

    #[test]
    fn an_office_presents_its_compliments() {
        assert_eq!(mended("تبدي البعثة أطيب تحياتها"), "تهدي البعثة أطيب تحياتها");
        assert_eq!(mended("تبدي البعثة استعدادها"), "تبدي البعثة استعدادها");
    }
}
