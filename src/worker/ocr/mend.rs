//! What recognition is known to get wrong, put right where that is safe: in the script where it happens, and only where
//! what was read cannot have been printed so.

mod arabic;
pub mod codes;
mod days;
mod han;
pub mod marks;
mod months;

use chrono::Month;

use super::script::Script;

/// Beginnings that keep their hyphen at the end of a line.
const KEEPS_HYPHEN: &[&str] =
    &["vice", "sous", "under", "non", "co", "ex", "self", "sub", "inter", "chef", "re"];

/// The `text` of a page in `script`, mended.
pub fn mended(text: &str, script: Script) -> String {
    let text = months::mended(&torn(&together(&joined(&plain(text)))));
    match script {
        Script::Latin => {
            // Between blanks an office sets the shorter dash, and recognition tells the two apart by nothing.
            let text = text.replace(" — ", " – ");
            days::mended(&first(&elided(&apostrophes(&by_words(&by_words(&text, latin_number), title)))))
        }
        Script::Cyrillic => {
            days::mended(&by_words(&by_words(&text, russian_number), |word, _| one_alphabet(word)))
        }
        Script::Arabic => arabic::mended(&text),
        Script::Han | Script::TraditionalHan => han::mended(&text),
    }
}

/// Ligatures taken apart.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            other => plain.push(other),
        }
    }
    plain
}

/// Titles that a full stop shortens, which is read as a comma now and then: `Atty, Rodel`.
const TITLES: [&str; 16] = [
    "Atty", "Mr", "Mrs", "Ms", "Dr", "Hon", "Sra", "Srta", "Lic", "Ing", "Prof", "Eng", "Capt", "Col", "Amb",
    "Cllr",
];

/// A title with its full stop.
fn title(word: &str, next: &str) -> Option<String> {
    let title = word.strip_suffix(',').filter(|title| TITLES.contains(title))?;
    next.starts_with(char::is_uppercase).then(|| format!("{title}."))
}

/// The French first of a month, `1er`, which is often read with a letter for its digit.
fn first(text: &str) -> String {
    let mut out = text.to_owned();
    for article in ["le ", "du ", "au "] {
        for slip in ["ler ", "Ier ", "1ler ", "lier "] {
            out = out.replace(&format!(" {article}{slip}"), &format!(" {article}1er "));
        }
    }
    out
}

/// Words that a hyphen parted at the end of a line; `Addis-` and `Abeba` keep theirs and lose the break.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let body = line.trim_end();
        let part = body.strip_suffix('-').and_then(|b| b.rsplit(' ').next());
        let parted = part.is_some_and(|p| {
            p.chars().count() > 1 && p.chars().all(char::is_lowercase) && !KEEPS_HYPHEN.contains(&p)
        });
        let half = body.strip_suffix('-').is_some_and(|b| b.ends_with(char::is_alphabetic))
            && part.is_some_and(|p| p.starts_with(char::is_uppercase))
            && lines.peek().is_some_and(|next| next.starts_with(char::is_uppercase));
        let goes_on = lines.peek().is_some_and(|next| next.starts_with(char::is_lowercase));
        if half || parted && goes_on {
            out.push_str(if half { body } else { body.strip_suffix('-').unwrap_or(body) });
            // The rest of the word moves up; the line breaks after it.
            let next = lines.next().unwrap_or_default();
            let (rest, tail) = next.split_once(' ').unwrap_or((next.trim_end(), ""));
            out.push_str(rest);
            out.push('\n');
            out.push_str(tail);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// An apostrophe that opens a name in capitals is read as a quotation mark that is never closed (`"MAMPHO`).
fn apostrophes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mark = |c: char| matches!(c, '"' | '“' | '”');
        match line.split_once(mark) {
            Some((before, rest))
                if !rest.contains(mark)
                    && !before.ends_with(char::is_alphanumeric)
                    && rest.starts_with(char::is_uppercase) =>
            {
                out.push_str(before);
                out.push('\'');
                out.push_str(rest);
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// `I'` before a vowel is `l'`.
fn elided(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|b| chars.get(b)).copied().unwrap_or(' ');
        let mark = chars.get(at + 1).is_some_and(|c| matches!(c, '\'' | '’'));
        let after = chars.get(at + 2).copied().unwrap_or(' ');
        let vowel = "aeiouyhAEIOUYHéèêàâîôûÉÈÊÀ".contains(after);
        let slip = matches!(c, 'I' | '1') && !before.is_alphanumeric() && mark && vowel;
        out.push(if slip { 'l' } else { *c });
    }
    out
}

/// A sign between two parts of a number stands with both (`01-17 /214`, `POL/ 246`).
fn together(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after_part = out.ends_with(char::is_alphanumeric);
        if c == ' ' && after_part && chars.peek() == Some(&'/') {
            let mut ahead = chars.clone();
            ahead.next();
            if ahead.peek().is_some_and(|next| next.is_alphanumeric()) {
                continue;
            }
        }
        // `2017- 0386/MPBF`, `ZMUN/POL/ 246/17`: a figure filled in by hand stands apart, at times as far as a cell.
        let mut end = out.chars().rev();
        let (sign, part) = (end.next(), end.next());
        let mut ahead = chars.clone().skip_while(|c| *c == ' ').peekable();
        let stroke = || {
            let rest: String = ahead.clone().take_while(|c| *c != '\n').collect();
            let part = rest.trim_start_matches(|c: char| !c.is_whitespace() && c != '/');
            part.strip_prefix(' ').unwrap_or(part).starts_with('/')
        };
        let is_open = matches!(sign, Some('/' | '-' | '–' | '—'))
            && part.is_some_and(|c| c.is_ascii_digit() || sign == Some('/') && c.is_uppercase());
        if c == ' '
            && is_open
            && (sign == Some('/') || stroke())
            && ahead.peek().is_some_and(char::is_ascii_digit)
        {
            while chars.next_if_eq(&' ').is_some() {}
            continue;
        }
        out.push(c);
    }
    out
}

/// The two halves of an abbreviation in a number, between which wide letters leave room (`17-218/RA/N V-ONU`).
fn torn(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == ' ' {
            let word = out.rsplit([' ', '\n']).next().unwrap_or_default();
            let mut end = word.chars().rev();
            let (last, sign) = (end.next(), end.next());
            let half = last.is_some_and(char::is_uppercase)
                && matches!(sign, Some('/' | '-' | '–' | '—'))
                && word.contains(|c: char| c.is_ascii_digit());
            let mut ahead = chars.clone();
            let (first, second) = (ahead.next(), ahead.next());
            if half && first.is_some_and(char::is_uppercase) && matches!(second, Some('/' | '-')) {
                continue;
            }
        }
        out.push(c);
    }
    out
}

/// Each word of each line as `mend` has it, which is given the word and the next one on the line; `None` leaves it.
fn by_words(text: &str, mend: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut words = line.split_inclusive(char::is_whitespace).peekable();
        while let Some(word) = words.next() {
            let bare = word.trim_end();
            let next = words.peek().map_or("", |w| w.trim_end());
            match mend(bare, next) {
                Some(better) => {
                    out.push_str(&better);
                    out.push_str(word.strip_prefix(bare).unwrap_or_default());
                }
                None => out.push_str(word),
            }
        }
    }
    out
}

/// The sign of a number before one (`N* 412/17`, `N9 0073`), titles with a raised letter (`D.* Nuria`), and figures read
/// as letters (`2O17`, `l5`, `lst`).
fn latin_number(word: &str, next: &str) -> Option<String> {
    let figures = next.chars().filter(char::is_ascii_digit).count();
    let reference = figures >= 3 || figures > 0 && next.contains(['/', '-']);
    let month =
        || next.starts_with(char::is_uppercase) && next.trim_end_matches([',', '.']).parse::<Month>().is_ok();
    if let Some(day) = raised(word).filter(|_| month()) {
        return Some(day);
    }
    // "MPP/NY/N? 143/2018", "MPRIM/N* 24".
    if let Some(before) =
        word.strip_suffix("/N?").or_else(|| word.strip_suffix("/N*")).filter(|_| figures > 0)
    {
        return Some(format!("{before}/N°"));
    }
    let better = match word {
        _ if is_sign(word) && figures > 0 => "N°",
        "1°" | "I°" | "l°" | "|°" if reference && next.contains('/') => "N°",
        "Ne" | "N9" | "N0" | "Nº." if reference && next.starts_with(|c: char| c.is_ascii_digit()) => "N°",
        "No," if reference && next.contains(['/', '-']) => "No.",
        "Sr.*" | "Sr.?" => "Sr.ª",
        "Dr.*" | "Dr.?" => "Dr.ª",
        "D.*" if next.starts_with(char::is_uppercase) => "D.ª",
        "N/Réf," | "Réf," | "Ref," | "Nos/Réf," if reference => return Some(word.replace(',', ".")),
        "lst" | "Ist" => "1st",
        // `5th`, and no word.
        "Sth" => "5th",
        _ => return codes::mended(word),
    };
    Some(better.to_owned())
}

/// `N°`, whose raised ring is read as any small sign: `N*`, `N.*`, `N”`, `N'`.
fn is_sign(word: &str) -> bool {
    let signs = word.strip_prefix(['N', 'n']).map(|signs| signs.strip_prefix('.').unwrap_or(signs));
    signs.is_some_and(|signs| {
        signs.chars().count() == 1
            && signs.contains(['*', '"', '”', '“', '\'', '’', '‘', '®', '?', '^', '´', '`', '˚', '¢', '©'])
    })
}

/// A day whose raised ending was read as signs: "31% May" for 31st.
fn raised(word: &str) -> Option<String> {
    let day = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let signs = word.len() > day.len() && !word.ends_with([',', '.', '-', '–', ')']);
    (signs && (1..=2).contains(&day.len()) && day.bytes().all(|b| b.is_ascii_digit())).then(|| day.to_owned())
}

/// The Russian sign of a number before one, which is read as letters of either alphabet.
fn russian_number(word: &str, next: &str) -> Option<String> {
    let sign = matches!(word, "Ne" | "No" | "N" | "Мо" | "Ме" | "Nº" | "N°" | "М№" | "Л№" | "Лг");
    (sign && next.starts_with(|c: char| c.is_ascii_digit())).then(|| "№".to_owned())
}

/// Letters of one alphabet that look like those of the other, the Latin first.
const ALIKE: [(char, char); 18] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
];

/// A word of two alphabets in the one that most of its letters have, where all others have a like in that.
fn one_alphabet(word: &str) -> Option<String> {
    let own = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
    let russian = word.chars().filter(|c| own(*c)).count();
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    if russian == 0 || latin == 0 || russian == latin {
        return None;
    }
    let to_russian = russian > latin;
    word.chars()
        .map(|c| {
            let stranger = if to_russian { c.is_ascii_alphabetic() } else { own(c) };
            if !stranger {
                return Some(c);
            }
            let like = ALIKE.iter().find(|(l, r)| if to_russian { *l == c } else { *r == c });
            like.map(|(l, r)| if to_russian { *r } else { *l })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_numbers_and_figures_are_put_right_only_before_and_in_numbers() {
        let latin = |text: &str| mended(text, Script::Latin);
        assert_eq!(latin("NOTA N.* 6-18/412-DGC"), "NOTA N° 6-18/412-DGC");
        assert_eq!(
            latin("Ref. No, VN-0517-2017 of 2O17, l5 August"),
            "Ref. No. VN-0517-2017 of 2017, 15 August"
        );
        assert_eq!(latin("sending Sr.*\nDomingas"), "sending Sr.ª\nDomingas");
        assert_eq!(latin("D.* Nuria Casals, lst choice"), "D.ª Nuria Casals, 1st choice");
        assert_eq!(
            latin("N/Réf, 0273/MPC of the Sth of May, 01-17 /214"),
            "N/Réf. 0273/MPC of the 5th of May, 01-17/214"
        );
        assert_eq!(latin("Ne 0073/2017, 1° 1588/MPT"), "N° 0073/2017, N° 1588/MPT");
        assert_eq!(latin("N° 2017-   0386 /MPBF, ZMUN/POL/ 246/17"), "N° 2017-0386/MPBF, ZMUN/POL/246/17");
        assert_eq!(latin("2016 -   0386/MPBF, 7- 12 May"), "2016 -   0386/MPBF, 7- 12 May");
        assert_eq!(
            latin("17-218/RA/N V-ONU, 2017-0249/MPBF-N Y/PR"),
            "17-218/RA/NV-ONU, 2017-0249/MPBF-NY/PR"
        );
        assert_eq!(
            latin("Full name   \"MAMPHO TLALI, \"the Fund\""),
            "Full name   \"MAMPHO TLALI, \"the Fund\""
        );
        assert_eq!(latin("Full name   \"MAMPHO TLALI"), "Full name   'MAMPHO TLALI");
        assert_eq!(latin("MPP/NY/N? 143/2018"), "MPP/NY/N° 143/2018");
        for same in ["No, she will not", "Ne pas plier", "Il y a 3 délégués", "OIM/Io 12", "NV/PIO-2/17"] {
            assert_eq!(latin(same), same);
        }
    }

    #[test]
    fn compounds_at_line_ends_keep_their_hyphen() {
        assert_eq!(mended("à Addis-\nAbeba, le 5\n", Script::Latin), "à Addis-Abeba,\nle 5\n");
        assert_eq!(mended("New York -\nGeneva\n", Script::Latin), "New York -\nGeneva\n");
    }

    #[test]
    fn a_raised_ending_of_a_day_is_no_sign() {
        assert_eq!(mended("of 31% May, 2017; 31% may", Script::Latin), "of 31 May, 2017; 31% may");
    }

    #[test]
    fn a_word_has_one_alphabet() {
        assert_eq!(
            mended("нота Ne 07/22 Pеспублика UNHCR", Script::Cyrillic),
            "нота № 07/22 Республика UNHCR"
        );
    }
}
