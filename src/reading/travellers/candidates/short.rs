//! Abbreviated titles that no table knows: "Ec. Galo Sebastián Andrango", "Uz. Ibrahim Naeem Shafeeu", "Min. Cons.
//! Rafael Olascoaga". A short word with its full stop before two words of a name is a title, unless it shortens a given
//! name ("Md.", "Ma.", "Jos.") or something else ("Oct.", "Ave.").

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::travellers::candidates::bare::{is_institutional, leads_sentence};
use crate::reading::travellers::candidates::untitled::is_place;
use crate::reading::travellers::cues::{Found, Mark};
use crate::reading::travellers::{MOST, names};
use crate::reading::words::fold;
use crate::states::States;

/// Given names as they are shortened, and initials of two letters.
static NAMES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "md mohd muh muhd moh mhd mohamd mahd ma jos chr th abd ant st ste sta sto fco fca gpe wm geo chas jas thos \
    ed al benj alex guill fdez hdez mtz rdz glez gzlez jr sr jnr snr ph fr ch sh kh zh ts tz ye ya yu yo dz gh dj \
    ny tr kr gr cl fl pl bl br cr vl ev ang bern dom franc fred hnos jn jno marg nic nich rich robt sam saml \
    theo tim vict wal xav ign joh jul leop max mich pat phil raf ray seb sim vinc vda vve epse abdul abdl",
    )
});
/// What else is written with a full stop.
static OTHER: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago set dic janv fev avr juil aout mai out dez mon \
    tue wed thu fri sat sun lun mie jue vie no nos nr num ref tel fax art arts vol dept dep div ave av blvd \
    rd fl apt bldg ext inc ltd co corp cf etc viz attn att atte atn est intl gov govt univ inst pas pass obs \
    pag fig nat mt ft pto pt cc re ps nb para sec sect add doc docs res rev rte bp po cp col int op proj prog \
    ok yes oui si hi hello bonjour hola thanks thx bula talofa mauri pls plse vs incl excl max approx all it me us we so",
    )
});

/// Every such title in `text`.
pub(in crate::reading::travellers) fn titles(text: &str, states: &States) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let stops = text.match_indices(". ").filter_map(|(stop, _)| {
        let near = text.get(text.floor_char_boundary(stop.saturating_sub(20))..stop)?;
        let word = near.rsplit(|c: char| !c.is_alphabetic()).next()?;
        is_short(word).then_some((stop, word))
    });
    for (stop, word) in stops.take(MOST) {
        let start = stop - word.len();
        if stands_free(text, start)
            && leads_name(text.get(stop + 1..).unwrap_or_default(), 2)
            && !is_word(text, word)
            && states.mentions(word).is_empty()
        {
            found.push(Found { mark: Mark::Title(None), start, end: stop });
        }
    }
    found
}

/// Whether a word has the shape of an abbreviation: a capital and one to three small letters; of four the last is no
/// vowel, as that of "Lima" and "Fiji".
fn is_short(word: &str) -> bool {
    let count = word.chars().count();
    let folded = fold(word);
    (2..=4).contains(&count)
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
        && folded.is_ascii()
        && !(count == 4 && folded.ends_with(['a', 'e', 'i', 'o', 'u', 'y']))
        && !names::is_office(word)
        && !is_place(&folded)
        && !NAMES.has(&folded)
        && (!OTHER.has(&folded) || folded == "sec")
}

/// Whether what stands before is no word of a name: "Perpetua St. Rose" has no title.
fn stands_free(text: &str, start: usize) -> bool {
    let near = text.get(text.floor_char_boundary(start.saturating_sub(80))..start).unwrap_or_default();
    let line = near.rsplit(['\n', '\u{c}']).next().unwrap_or_default();
    let before = line.trim_end();
    let word = before.rsplit([' ', '\t']).next().unwrap_or_default();
    let apart = line.len() - before.len();
    !word.contains(|c: char| c.is_alphanumeric())
        || apart > 2
        || word.ends_with([':', ',', ';', '(', ')', '-', '–', '/', '.'])
        || word.starts_with(char::is_lowercase) && word.chars().count() <= 5
        // "1st   Uz. Ibrahim", "Compañero Cro. Álvaro"
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether two words of a name follow, or another abbreviation and then they.
fn leads_name(rest: &str, deep: usize) -> bool {
    let rest = rest.trim_start_matches([' ', '\u{a0}']);
    let mut words = rest.split([' ', '\u{a0}', '\n']);
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    if let Some(short) = first.strip_suffix('.') {
        let next = rest.get(first.len()..).unwrap_or_default();
        return deep > 0 && is_short(short) && leads_name(next, deep - 1);
    }
    let second = second.trim_end_matches([',', ';', '.', ':', ')', '*']);
    is_of_name(first) && !leads_sentence(first) && (is_of_name(second) || names::is_particle(second))
}

/// Whether a word may stand in a name: a capital, and neither an office nor an institution nor a place.
fn is_of_name(word: &str) -> bool {
    let folded = fold(word);
    word.starts_with(char::is_uppercase)
        && word.chars().count() > 1
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && !names::is_office(word)
        && !is_place(&folded)
        && !is_institutional(&folded)
}

/// Whether the text writes the word without a full stop as well: then it is none that is shortened.
fn is_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
        !before.is_some_and(char::is_alphanumeric)
            && after.is_none_or(|c| c != '.' && c != '\u{301}' && !c.is_alphanumeric())
    })
}
