//! Days and numbers that recognition took apart, or read with signs that look like their figures.

use std::sync::LazyLock;

use regex::Regex;

/// What is sought, and what stands instead; `$1` and so on as in the crate.
static SLIPS: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
    let months = "janv|févr|mars\\b|avril|mai\\b|juin|juil|août|sept|oct|nov|déc|ener|febr|marzo|abril|mayo|junio|julio|\
                  agosto|dici|jan|feb|march|april|may\\b|june|july|aug|dec|янв|февр|март|апр|мая|июн|июл|авг|сент|окт|нояб|дек";
    let slips = [
        // "le 2 6 octobre 2017": wide figures.
        (format!(r"(?im)(^|[^\d,.\-–/] )([0-3]) (\d) ({months})"), "$1$2$3 $4"),
        // "{7-418/MPNY": a curved one.
        (r"(?m)(^|[\s/.\-])[{](\d)".to_owned(), "${1}1$2"),
        // "N/Rét. 17-188": a label, which is no word of French.
        (r"\b(R[ée])t(\.?\s*:?\s*\S*\d)".to_owned(), "${1}f$2"),
        // "SL/UNY/6.14/ Vol.II": room behind a stroke in a number.
        (r"(\d[^\s/]*/) ([\p{L}\d])".to_owned(), "$1$2"),
    ];
    slips.into_iter().filter_map(|(form, better)| Some((Regex::new(&form).ok()?, better))).collect()
});
/// "29.V1.2017": a month in Roman figures.
static ROMAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b(\d{1,2})([./-])([IVXl1]{1,4})([./-])((?:19|20)\d\d)\b").ok());

/// `10-\\ декабря 20\8 года`: ones that lean; and the edge of a pen before a word.
static LEANING: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\d\\][\d\\.\-–/]*").ok());
static EDGE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(^|\s)\\+(\p{Lu}\p{L})").ok());

/// The `text` with its days and numbers whole.
pub(super) fn mended(text: &str) -> String {
    let mut text = text.to_owned();
    if let (Some(leaning), Some(edge), true) = (LEANING.as_ref(), EDGE.as_ref(), text.contains('\\')) {
        let straight = |all: &regex::Captures<'_>| {
            let number = all.get(0).map_or("", |m| m.as_str());
            if number.contains(|c: char| c.is_ascii_digit()) {
                number.replace('\\', "1")
            } else {
                number.to_owned()
            }
        };
        text = leaning.replace_all(&text, straight).into_owned();
        text = edge.replace_all(&text, "$1$2").into_owned();
    }
    for (form, better) in SLIPS.iter() {
        text = form.replace_all(&text, *better).into_owned();
    }
    let Some(roman) = ROMAN.as_ref() else { return text };
    let month = |all: &regex::Captures<'_>| {
        let part = |at| all.get(at).map_or("", |m| m.as_str());
        let figures = part(3);
        // "29.11.2017" is in plain ones.
        let better = if figures.contains(['I', 'V', 'X']) {
            figures.replace(['1', 'l'], "I")
        } else {
            figures.to_owned()
        };
        [part(1), part(2), &better, part(4), part(5)].concat()
    };
    roman.replace_all(&text, month).into_owned()
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn days_and_numbers_are_whole() {
        for (seen, meant) in [
            ("New York, le 2 6 octobre 2017", "New York, le 26 octobre 2017"),
            ("Nueva York, 29.V1.2017", "Nueva York, 29.VI.2017"),
            ("N° {7-418/MPNY", "N° 17-418/MPNY"),
            (r"10-\\ декабря 20\8 года, \\Шарипова", "10-11 декабря 2018 года, Шарипова"),
            ("SL/UNY/6.14/ Vol.II", "SL/UNY/6.14/Vol.II"),
            ("N/Rét. 17-188/MPM", "N/Réf. 17-188/MPM"),
        ] {
            assert_eq!(mended(seen), meant);
        }
        for same in ["les 2, 6 octobre", "29.11.2017", "and/ or", "1 2 delegates", "the 2-6 May"] {
            assert_eq!(mended(same), same);
        }
    }
}
