//! Words cut to what does not bend, so that "Вене" is "Вена" and "rounds" is "round": rough, and the same on both sides.

/// Russian endings in folded form (й is и), the longest first.
const RUSSIAN: [&str; 41] = [
    "иями", "ями", "ами", "иеи", "иях", "ого", "его", "ому", "ему", "ыми", "ими", "ях", "ах", "ои", "еи",
    "ии", "ыи", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ом", "ем", "ам", "ям", "ых", "их", "ов",
    "ев", "ью", "ия", "ию", "а", "я", "ь", "и", "е",
];
const RUSSIAN_VOWELS: [&str; 4] = ["ы", "у", "ю", "о"];
/// Arabic particles that are written on, the longest first.
const ARABIC_BEFORE: [&str; 7] = ["وال", "بال", "فال", "كال", "لل", "ال", "ول"];
const ARABIC_AFTER: [&str; 6] = ["تين", "تان", "ات", "ين", "ة", "ه"];

/// The stem of a folded word; at least three characters of it stay.
pub(super) fn stem(word: &str) -> &str {
    match word.chars().next() {
        Some('a'..='z') => latin(word),
        Some('\u{400}'..='\u{4ff}') => after(word, RUSSIAN.iter().chain(&RUSSIAN_VOWELS)),
        Some('\u{600}'..='\u{6ff}') => {
            let whole = ARABIC_BEFORE.iter().find_map(|p| word.strip_prefix(p).filter(|w| is_long(w)));
            after(whole.unwrap_or(word), ARABIC_AFTER.iter())
        }
        Some('\u{4e00}'..='\u{9fff}') => simplified(word),
        _ => word,
    }
}

/// Traditional characters of titles and towns, each before its simplified one.
const TRADITIONAL: &str = "會会議议團团國国際际專专題题參参請请資资經经東东華华條条約约總总統统務务員员長长處处業业農农產产開开關关門门現现機机構构進进過过達达運运邊边遷迁僑侨貢贡獻献發发匯汇勞劳動动權权種种義义視视護护協协調调設设備备籌筹盤盘點点談谈輪轮屆届維维納纳紐纽內内亞亚爾尔馬马萬万宮宫聽听證证審审預预區区個个駐驻聯联將将與与為为對对應应術术學学實实驅驱氣气變变災灾難难販贩隸隶當当識识別别續续衝冲貧贫滅灭體体麵面認认職职歸归還还殘残尋寻單单雙双書书報报紙纸課课";

/// A single traditional character as its simplified one.
fn simplified(word: &str) -> &str {
    let at = TRADITIONAL.find(word).filter(|_| word.chars().count() == 1);
    let rest = at.and_then(|at| TRADITIONAL.get(at..)).unwrap_or_default();
    let is_first =
        at.and_then(|at| TRADITIONAL.get(..at)).is_some_and(|before| before.chars().count() % 2 == 0);
    let end = rest.char_indices().nth(2).map_or(rest.len(), |(end, _)| end);
    rest.get(word.len()..end).filter(|_| is_first).unwrap_or(word)
}

/// An Arabic word without the one letter ("in", "for", "and") that may be written on before it.
pub(super) fn without_particle(word: &str) -> Option<&str> {
    word.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك']).filter(|w| is_long(w))
}

/// Without the plural and one last vowel: "irregulares" and "irregular", "temática" and "temático" are one word.
fn latin(word: &str) -> &str {
    // "Je viens vous demander": no plural of the Spanish Viena.
    if word == "viens" {
        return word;
    }
    let plural = word.len() > 3 && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let one = word.strip_suffix('s').filter(|_| plural).unwrap_or(word);
    one.strip_suffix(['e', 'a', 'o']).filter(|stem| stem.len() > 3).unwrap_or(one)
}

fn after(word: &str, mut endings: impl Iterator<Item = &'static &'static str>) -> &str {
    endings.find_map(|end| word.strip_suffix(end).filter(|w| is_long(w))).unwrap_or(word)
}

fn is_long(word: &str) -> bool {
    word.chars().nth(2).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::states::fold::Folded;

    #[test]
    fn forms_of_a_word_meet() {
        for (a, b) in [
            ("Вена", "Вене"),
            ("раунд", "раундах"),
            ("тематическая", "тематической"),
            ("сессия", "сессии"),
            ("межправительственные", "межправительственных"),
            ("торговля", "торговле"),
            ("переговоров", "переговоры"),
            ("Пуэрто-Вальярта", "Пуэрто-Вальярта"),
            ("rounds", "round"),
            ("négociations", "négociation"),
            ("irregulares", "irregular"),
            ("temática", "temático"),
            ("sesiones", "sesión"),
            ("الجولة", "جولة"),
            ("الجولتين", "جولة"),
            ("للمفاوضات", "المفاوضات"),
            ("會", "会"),
        ] {
            let (a, b) = (Folded::new(a), Folded::new(b));
            assert_eq!(stem(a.text()), stem(b.text()));
        }
        assert_ne!(stem("migrant"), stem("migration"));
        assert_eq!(without_particle("بمراكش"), Some("مراكش"));
    }
}
