//! Persons by their place in a list: "the officers at serials 1 and 3", "los dos primeros", "участник под номером 2",
//! "the latter", "前两位".

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

/// What a word does in such a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// Numbers of a list follow.
    Serial,
    /// Numbers follow, of a list or of anything else.
    Number,
    /// Whom lists are of.
    Person,
    And,
    First,
    Last,
    Count(usize),
    Ordinal(usize),
    Latter,
    /// Before "last": of those who were named, it is the latter.
    This,
    /// "Last", of one.
    LastOne,
    /// What follows a place in a list that stands for a person: "la primera se solicita", "the second will".
    Verb,
    /// What else is counted: meetings, days, lines.
    Else,
}

static WORDS: LazyLock<Lexicon<Says>> = LazyLock::new(|| {
    Lexicon::of([
        (Says::Serial, "serial serials sl"),
        (
            Says::Number,
            "number numbers numbered no nos n num numero numeros item items nr numeral numerales номер* пункт* п رقم الرقم",
        ),
        (
            Says::Person,
            "officer* official* delegate* nominee* candidate* participant* person persons listed named delegue* candidat* \
             fonctionnaire* personne* funcionari* delegad* persona personas участник* делегат* кандидат* лиц* лицо представител* \
             сотрудник* المرشح* مرشح* الموظف* المندوب* المشارك* المذكور*",
        ),
        (Says::And, "and et y e и و"),
        (
            Says::First,
            "first premier premiers premiere premieres primero primeros primeras первый первые первых первым الاولين الاول",
        ),
        (Says::Last, "last derniers dernieres ultimos ultimas последние последних последним الاخيرين"),
        (Says::Count(2), "two deux dos dois два двух двое двум اثنين"),
        (Says::Count(3), "three trois tres три трех трое трем"),
        (Says::Count(4), "four quatre cuatro четыре четырех"),
        (Says::Ordinal(1), "first premier premiere primero primera перв* الاول الاولي"),
        (Says::Ordinal(2), "second deuxieme seconde segundo segunda втор* الثاني الثانيه"),
        (Says::Ordinal(3), "third troisieme tercero tercera трет* الثالث الثالثه"),
        (Says::Ordinal(4), "fourth quatrieme cuarto cuarta четверт* الرابع الرابعه"),
        (Says::Latter, "latter"),
        (Says::This, "ce cet cette este esta этот этой этого"),
        (Says::LastOne, "dernier derniere ultimo ultima последн* الاخير الاخيره للاخير للاخيره"),
        (
            Says::Verb,
            "will is shall travels goes pays being by on at corre corren viaja viajara viajaria se es sera seria por con est sera serait \
             voyage voyagera par будет едет оплачивается за",
        ),
        (
            Says::Else,
            "round* session* meeting* day days week* month* paragraph* item items page* negotiation* quarter* tour tours serie* jour* \
             semaine* mois alinea* ronda* rondas sesion* reunion* dia dias semana* mes meses parrafo* раунд* сесси* заседани* дня дней \
             недел* месяц* абзац* جولة جولات دورة دورات اجتماع* ايام",
        ),
    ])
});

/// Persons of a list at most.
const MANY: usize = 12;

/// Which of `count` persons listed before words pick out, from 0; none where they pick none, or somebody beyond the list.
pub(super) fn of(words: &[Word<'_>], count: usize) -> Option<BTreeSet<usize>> {
    if !(2..=MANY).contains(&count) {
        return None;
    }
    let says = |word: &Word<'_>, wanted: Says| WORDS.of_word(word.folded).any(|s| s == wanted);
    let words: Vec<&Word<'_>> =
        words.iter().filter(|w| matches!(w.sort, Sort::Letters | Sort::Number(..))).collect();
    let persons = words.iter().any(|w| says(w, Says::Person));
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for (k, word) in words.iter().enumerate() {
        let near = |k: Option<usize>| k.and_then(|k| words.get(k)).copied();
        let (before, after) = (near(k.checked_sub(1)), near(k.checked_add(1)));
        let beside = |wanted: Says| [before, after].into_iter().flatten().any(|w| says(w, wanted));
        if says(word, Says::Serial) || says(word, Says::Number) && persons {
            let rest = words.iter().skip(k + 1).take_while(|w| {
                matches!(w.sort, Sort::Number(_, 1..=2)) || says(w, Says::And) || says(w, Says::Number)
            });
            found.extend(rest.filter_map(|w| match w.sort {
                Sort::Number(value, 1..=2) => usize::try_from(value).ok(),
                _ => None,
            }));
        }
        let of_else =
            [before, after, near(k.checked_add(2))].into_iter().flatten().any(|w| says(w, Says::Else));
        for many in (2..=4).filter(|_| !of_else) {
            if beside(Says::Count(many)) && says(word, Says::First) {
                found.extend(1..=many);
            }
            if beside(Says::Count(many)) && says(word, Says::Last) {
                found.extend((count + 1).saturating_sub(many)..=count);
            }
        }
        let person = || beside(Says::Person);
        let ordinal =
            WORDS.of_word(word.folded).find_map(|s| if let Says::Ordinal(n) = s { Some(n) } else { None });
        // "El viaje del segundo corre por cuenta de su Secretaría"
        let stands = || k > 0 && after.is_none_or(|w| says(w, Says::Verb) || w.at > word.end + 1);
        found.extend(ordinal.filter(|_| person() || stands()));
        // "le voyage de cette dernière", "последнего просит": no meeting, and no day.
        let this = || {
            before.is_some_and(|w| says(w, Says::This))
                || !word.folded.is_ascii() && after.is_none_or(|w| says(w, Says::Verb) || w.at > word.end + 1)
        };
        if says(word, Says::Latter) || says(word, Says::LastOne) && !of_else && this() {
            found.insert(count);
        }
    }
    let text: String = words.iter().map(|w| w.folded).collect();
    found.extend(in_chinese(&text, count));
    let within = !found.is_empty() && found.iter().all(|place| (1..=count).contains(place));
    within.then(|| found.into_iter().map(|place| place - 1).collect())
}

/// "前两位", "后者", "第二位".
fn in_chinese(text: &str, count: usize) -> Vec<usize> {
    const TURNS: [(&str, usize, usize); 13] = [
        ("前两位", 1, 2),
        ("前二位", 1, 2),
        ("前两名", 1, 2),
        ("前二名", 1, 2),
        ("前两人", 1, 2),
        ("前三位", 1, 3),
        ("前三名", 1, 3),
        ("第一位", 1, 1),
        ("第二位", 2, 2),
        ("第三位", 3, 3),
        ("第一名", 1, 1),
        ("第二名", 2, 2),
        ("第三名", 3, 3),
    ];
    if text.contains("后者") {
        return vec![count];
    }
    let turn = TURNS.iter().find(|(turn, ..)| text.contains(turn));
    turn.map(|(_, first, last)| (*first..=*last).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::words;
    use crate::states::fold::Folded;

    #[test]
    fn places_in_a_list_are_counted() {
        let cases: [(&str, usize, &[usize]); 21] = [
            ("The officers at serials 1 and 3 shall be paid by their Ministries", 3, &[0, 2]),
            ("For the officer at serial 2", 3, &[1]),
            ("Se solicita el apoyo del Fondo para los dos primeros", 3, &[0, 1]),
            ("support is sought for the first two only", 3, &[0, 1]),
            ("La prise en charge est demandée pour les deux derniers délégués", 3, &[1, 2]),
            ("просит покрыть проезд участника под номером 2", 3, &[1]),
            ("请基金资助前两位代表", 3, &[0, 1]),
            ("The ticket of the latter is met by the Government", 2, &[1]),
            ("faire prendre en charge par le Fonds le voyage et le séjour de cette dernière.", 2, &[1]),
            ("el pasaje de esta última", 3, &[2]),
            ("Расходы последнего, несет министерство", 2, &[1]),
            ("lors de cette dernière session", 2, &[]),
            ("до последнего дня", 2, &[]),
            ("the second delegate pays himself", 2, &[1]),
            ("El viaje del segundo corre por cuenta de su propia Secretaría", 2, &[1]),
            ("para la primera se solicita la asistencia del Fondo", 2, &[0]),
            // A meeting, a note, and a list that is shorter.
            ("to attend the second session", 3, &[]),
            ("with reference to Note No. 2/2018", 3, &[]),
            ("the first two rounds", 3, &[]),
            ("las dos primeras rondas", 3, &[]),
            ("the officer at serial 4", 3, &[]),
        ];
        for (text, count, meant) in cases {
            let folded = Folded::new(text);
            let found = of(&words::split(&folded), count).unwrap_or_default();
            assert_eq!(found.into_iter().collect::<Vec<_>>(), meant, "{text}");
        }
    }
}
