//! Signs in reference numbers and figures that were read as others of the same shape.

/// What missions write between the strokes of their numbers; read with figures for letters, it can be nothing else.
const PARTS: [&str; 24] = [
    "SOC", "ECOSOC", "ONU", "OIM", "IOM", "IOS", "COI", "POL", "ECO", "COOP", "ORG", "DOI", "MIS", "ICO",
    "COM", "VOL", "MISS", "SG", "SC", "SEC", "PIO", "MOI", "MOFA", "MFAIC",
];
/// What ends a number of parts that are glued together (`TLINY`): the town or the organisation.
const ENDS: [&str; 5] = ["NY", "UN", "ONU", "GVA", "NYC"];
/// Months as they stand between the strokes of numbers.
const MONTHS: [&str; 9] = ["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"];

/// `word` with its parts mended:
/// - figures for letters that look like them, in a part which has a figure and no other letters (`2O17`, `l5`);
/// - letters for figures among capitals (`N.P.P./0NU/518`, `50C/406`, `LES/N¥/30`);
/// - the stroke that was read as a letter (`PM-TLINY/VII/2017`);
/// - Roman months (`NY/VI1/2017`);
/// - the letter of an oficio.
pub fn mended(word: &str) -> Option<String> {
    if let Some(oficio) = of_oficio(word) {
        return Some(oficio);
    }
    let parted = word.contains('/');
    let mut out = String::with_capacity(word.len());
    let mut better = false;
    for part in word.split_inclusive(sign) {
        let bare = part.trim_end_matches(sign);
        let mended = of_part(bare, parted);
        better |= mended.is_some();
        out.push_str(mended.as_deref().unwrap_or(bare));
        out.push_str(part.strip_prefix(bare).unwrap_or_default());
    }
    better.then_some(out)
}

/// `MREMH-ECUONU-2018-0093-0`: numbers of a registry that end with the letter of the kind of paper, an oficio.
fn of_oficio(word: &str) -> Option<String> {
    let number = word.strip_suffix("-0")?;
    let (rest, serial) = number.rsplit_once('-')?;
    let (office, year) = rest.rsplit_once('-')?;
    let figures = |part: &str, from: usize| part.len() >= from && part.bytes().all(|b| b.is_ascii_digit());
    let fits =
        figures(serial, 3) && figures(year, 4) && year.len() == 4 && office.contains(char::is_uppercase);
    fits.then(|| format!("{number}-O"))
}

/// What parts are parted by.
fn sign(c: char) -> bool {
    !c.is_alphanumeric() && c != '¥'
}

fn of_part(part: &str, parted: bool) -> Option<String> {
    let figure = |c: char| c.is_ascii_digit();
    let like = |c: char| matches!(c, 'O' | 'o' | 'l' | 'I');
    if part.contains(like) && part.contains(figure) && part.chars().all(|c| like(c) || figure(c)) {
        return Some(part.replace(['O', 'o'], "0").replace(['l', 'I'], "1"));
    }
    let capitals = part.chars().filter(|c| c.is_uppercase()).count();
    let yen = part.contains('¥') && capitals + part.matches('¥').count() == part.chars().count();
    if capitals > 0 && yen {
        return Some(part.replace('¥', "Y"));
    }
    if capitals >= 2 && part.contains('0') && part.chars().all(|c| c == '0' || c.is_uppercase()) {
        return Some(part.replace('0', "O"));
    }
    if !parted {
        return None;
    }
    // `0163/PM-TL/NY/VI1/2017`
    let month = part.replace(['1', 'l'], "I");
    if part.starts_with(['I', 'V', 'X']) && month != part && MONTHS.contains(&month.as_str()) {
        return Some(month);
    }
    if part.contains(figure) {
        let letters = part.replace('0', "O").replace('5', "S").replace('1', "I").replace('8', "B");
        return PARTS.contains(&letters.as_str()).then_some(letters);
    }
    let office = ENDS.iter().find_map(|end| Some((part.strip_suffix(end)?.strip_suffix('I')?, end)));
    let (office, end) =
        office.filter(|(office, _)| (2..=4).contains(&office.len()) && capitals == part.len())?;
    Some(format!("{office}/{end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_number_is_letters_or_figures() {
        for (read, printed) in [
            ("2O17", "2017"),
            ("l5", "15"),
            ("N.P.P./0NU/518/17,", "N.P.P./ONU/518/17,"),
            ("UN-212/50C/074-75/406", "UN-212/SOC/074-75/406"),
            ("MPHONU/17/EC0S0C/0318", "MPHONU/17/ECOSOC/0318"),
            ("LES/N¥/POL/30", "LES/NY/POL/30"),
            ("MREMH-ECUONU-2018-0093-0", "MREMH-ECUONU-2018-0093-O"),
            ("0163/PM-TLINY/VII/2017", "0163/PM-TL/NY/VII/2017"),
        ] {
            assert_eq!(mended(read).as_deref(), Some(printed));
        }
        for same in ["B01/A0", "MAEIACI/2017", "C.50/L.1", "¥500", "DESTINY", "18/51/C", "50C", "A/50C1"] {
            assert_eq!(mended(same), None, "{same}");
        }
    }
}
