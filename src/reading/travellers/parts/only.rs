//! Whom a sentence singles out of those who are named before: "Seul le billet du Colonel Garba est demandé à votre Fonds",
//! "Please take no. 2 for your list: we understand that you can pay for one only".

use crate::reading::document::Document;
use crate::reading::lexicon::Lexicon;
use crate::reading::travellers::said::parts;
use crate::reading::travellers::{Candidate, Part, Piece};
use crate::reading::words::{Sort, Word};

/// What a word of such a sentence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Only.
    Only,
    /// Support, or what it pays for.
    Support,
    /// Nobody, or not: who is not meant; or a condition, which orders those who are.
    Not,
    /// Before the number of an item.
    Number,
    /// So much in a list: the first, the second, ...
    Place(usize),
}

static WORDS: std::sync::LazyLock<Lexicon<Says>> = std::sync::LazyLock::new(|| {
    Lexicon::of([
        (
            Says::Only,
            "only solely seul seule seulement uniquement exclusivement solo unicamente solamente exclusivamente somente apenas \
             только лишь единственн* فقط وحده وحدها حصرا 仅 只 唯 單",
        ),
        (
            Says::Support,
            "support* sponsor* fund funds funded funding financ* ticket* fare fares airfare billet* boleto* pasaje* voyage cost* \
             expenses paid pay assist* fonds fondo* appui soutien prise charge apoyo ayuda gastos soluci* aide apoio passagem \
             фонд* оплат* финанс* поддержк* билет* расход* تمويل الصندوق دعم تذكرة نفقات 资 助 金 费 用 资助",
        ),
        (
            Says::Not,
            "not no ne pas non не нет ни لا ليس لن 不 未 无 if si should unless provided если اذا 如 若",
        ),
        (Says::Number, "number no n num numero item nr numeral position номер пункт رقم 第"),
        (Says::Place(1), "first premier premiere primero primera primer перв* الاول الاولي"),
        (Says::Place(2), "second deuxieme seconde segundo segunda втор* الثاني الثانيه"),
        (Says::Place(3), "third troisieme tercero tercera tercer трет* الثالث الثالثه"),
        (Says::Place(4), "fourth quatrieme cuarto cuarta четверт* الرابع الرابعه"),
        (Says::Place(1), "former"),
    ])
});

/// Sentences behind the one that says "only" in which the person may be named.
const NEXT: usize = 1;
/// Persons of a list at most.
const MANY: usize = 12;

/// Who is singled out travels at the fund's expense, and the others of the list at another's.
pub(in crate::reading::travellers) fn single_out(
    document: &Document,
    pieces: &[Piece],
    all: &mut [Candidate],
) {
    let listed: Vec<usize> = (0..all.len())
        .filter(|k| {
            all.get(*k).is_some_and(|c| matches!(c.part, Part::Nominated | Part::Mentioned | Part::Own))
        })
        .collect();
    // "Seul le billet du Colonel Garba": a second mention is no second person.
    let again = |k: &usize| {
        let own = all.get(*k).map(parts).unwrap_or_default();
        listed.iter().take_while(|other| *other < k).any(|other| {
            let first = all.get(*other).map(parts).unwrap_or_default();
            !own.is_empty() && own.iter().all(|part| first.contains(part))
        })
    };
    let (again, listed): (Vec<usize>, Vec<usize>) = listed.iter().copied().partition(again);
    if !(2..=MANY).contains(&listed.len()) {
        return;
    }
    let words = document.words();
    let said = |piece: &Piece| {
        let place = |original: usize| {
            let folded = document.folded.at(original);
            words.partition_point(|w| w.at < folded)
        };
        words.get(place(piece.range.start)..place(piece.range.end)).unwrap_or_default()
    };
    for (k, piece) in pieces.iter().enumerate() {
        let own = said(piece);
        let says = |wanted: Says| own.iter().any(|w| WORDS.of_word(w.folded).any(|s| s == wanted));
        if !says(Says::Only) || !says(Says::Support) || says(Says::Not) {
            continue;
        }
        for piece in pieces.iter().skip(k).take(NEXT + 1) {
            let behind = piece.range.start;
            let before: Vec<usize> =
                listed.iter().copied().filter(|k| all.get(*k).is_some_and(|c| c.start < behind)).collect();
            let meant = meant(said(piece), &before, all);
            if meant.is_empty() || meant.len() >= before.len() {
                continue;
            }
            for place in before {
                let Some(one) = all.get_mut(place) else { continue };
                one.part = if meant.contains(&place) { Part::Nominated } else { Part::Own };
                one.told = Some(one.part);
                one.weak = false;
            }
            for place in again {
                if let Some(one) = all.get_mut(place) {
                    one.part = Part::Mentioned;
                }
            }
            return;
        }
    }
}

/// Who of those `listed` is meant in a sentence: by a word of the name that no other has, or by the place in the list.
fn meant(words: &[Word<'_>], listed: &[usize], all: &[Candidate]) -> Vec<usize> {
    let names: Vec<Vec<String>> =
        listed.iter().map(|place| all.get(*place).map(parts).unwrap_or_default()).collect();
    let own =
        |k: usize, part: &String| !names.iter().enumerate().any(|(other, n)| other != k && n.contains(part));
    let text: String = words.iter().map(|w| w.folded).collect();
    let named = |k: usize| {
        names.get(k).is_some_and(|parts| {
            parts.iter().filter(|part| own(k, part)).any(|part| {
                // A Chinese name is no word of its own.
                let han = part.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
                words.iter().any(|w| w.folded == part) || han && text.contains(part.as_str())
            })
        })
    };
    let by_name: Vec<usize> =
        (0..listed.len()).filter(|k| named(*k)).filter_map(|k| listed.get(k).copied()).collect();
    if !by_name.is_empty() {
        return by_name;
    }
    let place = words.windows(3).find_map(|three| {
        let [first, second, third] = three else { return None };
        let says = |word: &Word<'_>, wanted: Says| WORDS.of_word(word.folded).any(|s| s == wanted);
        let number = |word: &Word<'_>| match word.sort {
            Sort::Number(value, 1..=2) => usize::try_from(value).ok(),
            _ => None,
        };
        let counted = says(first, Says::Number).then(|| number(second).or_else(|| number(third))).flatten();
        // "quien figura en segundo lugar", "the second on the list".
        let ranked =
            WORDS.of_word(first.folded).find_map(|s| if let Says::Place(n) = s { Some(n) } else { None });
        let ranked = ranked.filter(|_| {
            ["lugar", "on", "of", "in", "de", "rang", "nominee", "delegate", "из", "в"]
                .contains(&second.folded)
                || !second.is_telling()
        });
        counted.or(ranked)
    });
    place.and_then(|n| n.checked_sub(1)).and_then(|k| listed.get(k)).map(|k| vec![*k]).unwrap_or_default()
}
