//! Courtesies told by their verb and their noun, whatever stands between: "presents its most sincere compliments",
//! "reitera a la Secretaría las seguridades de su consideración más distinguida". The tables of phrases know the usual
//! turns; here is what the others have in common.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::phrases::{Hit, Sense};
use crate::reading::words::{Sort, Word, split};
use crate::states::Language::{self, Ar, En, Es, Fr, Ru};
use crate::states::fold::Folded;

/// What a word contributes to a courtesy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// "presents", "свидетельствует": third person.
    Greets,
    /// "compliments", "уважение".
    Greeting,
    /// "renews", "se prévaut", "avails".
    Renews,
    /// "assurances", "opportunity", "consideration".
    Assurance,
    /// "accept", "agréer": said to the reader of a letter.
    Accept,
    /// "my", "mes": the writer of a letter.
    Mine,
}

static PARTS: LazyLock<Lexicon<(Part, Option<Language>)>> = LazyLock::new(|| {
    use Part::{Accept, Assurance, Greeting, Greets, Mine, Renews};
    Lexicon::of([
        (
            (Greets, Some(En)),
            "presents present presented extends extend conveys convey offers offer pays transmits",
        ),
        ((Greeting, Some(En)), "compliments greetings respects salutations"),
        (
            (Greets, Some(Fr)),
            "presente presentent presenter adresse adressent transmet offre offrent exprime",
        ),
        ((Greeting, Some(Fr)), "compliments salutations hommages civilites"),
        (
            (Greets, Some(Es)),
            "presenta presentan presentar expresa expresan dirige envia transmite extiende ofrece llegar",
        ),
        ((Greeting, Some(Es)), "saludos saludo cumplidos cumplimientos respetos"),
        (
            (Greets, Some(Ar)),
            "تهدي يهدي تقدم يقدم تتقدم يتقدم تعرب يعرب تزجي يزجي تبعث يبعث ترفع يرفع توجه يوجه",
        ),
        ((Greeting, Some(Ar)), "تحيات تحياتها تحياته التحيات تحياتهما سلامها تحيه"),
        ((Greets, Some(Ru)), "свидетельству* выража* засвидетельств* передает передают шлет"),
        ((Greeting, Some(Ru)), "уважение уважении почтение приветствие приветствия"),
        ((Greets, None), "apresenta apresentam entbietet porge übermittelt"),
        ((Greeting, None), "cumprimentos saudacoes complimenti empfehlungen"),
        (
            (Renews, Some(En)),
            "avails takes seizes uses profits renews renew reiterates reiterate conveys expresses extends assures",
        ),
        ((Assurance, Some(En)), "opportunity occasion assurances assurance consideration esteem"),
        (
            (Renews, Some(Fr)),
            "saisit saisissent profite prevaut renouvelle renouveler reitere reiterer exprime exprimer assure assurer",
        ),
        ((Assurance, Some(Fr)), "occasion opportunite assurance assurances consideration estime"),
        (
            (Renews, Some(Es)),
            "aprovecha aprovechan renueva renuevan renovar reitera reiteran reiterar expresa expresar vale hace \
             presenta manifiesta",
        ),
        (
            (Assurance, Some(Es)),
            "oportunidad ocasion seguridades seguridad consideracion aprecio estima testimonio propicia",
        ),
        (
            (Renews, Some(Ar)),
            "وتغتنم تغتنم يغتنم ويغتنم تنتهز وتنتهز ينتهز وينتهز لتجدد ليجدد تجدد يجدد لتعرب ليعرب لتعبر ليعبر تعرب مع",
        ),
        (
            (Assurance, Some(Ar)),
            "الفرصه المناسبه الفرصة المناسبة تقديرها تقديره التقدير الاحترام احترامها احترامه التمنيات",
        ),
        ((Renews, Some(Ru)), "пользуется пользуются возобнов* подтвержда* вновь заверя* выража*"),
        (
            (Assurance, Some(Ru)),
            "случаем возможностью уверения заверения уважение уважении уважения почтение",
        ),
        ((Accept, Some(En)), "accept receive"),
        ((Accept, Some(Fr)), "agreer agreez accepter acceptez recevoir recevez croire croyez"),
        ((Accept, Some(Es)), "acepte aceptar reciba recibir sirvase acepten"),
        ((Accept, Some(Ar)), "تفضلوا وتفضلوا تقبلوا وتقبلوا تفضلي وتفضلي تقبلي وتقبلي"),
        ((Accept, Some(Ru)), "примите принять"),
        ((Mine, Some(En)), "my our"),
        ((Mine, Some(Fr)), "ma mes mon nos notre"),
        ((Mine, Some(Es)), "mi mis nuestro nuestros nuestra"),
        ((Mine, Some(Ru)), "моем моего мои мое наше нашего"),
    ])
});

/// Most words between a verb and its noun.
const REACH: usize = 14;
/// Most words between "my" and what it qualifies.
const NEAR: usize = 4;
/// Bytes between an opening and a courtesy that repeats it at the end.
const APART: usize = 160;

/// Adds the courtesies that the phrases have not found.
pub(super) fn add(folded: &Folded, hits: &mut Vec<Hit>) {
    // "وتقبلوا أطيب تحياتي": the greetings of one who signs.
    let mine =
        |h: &Hit| folded.text().get(h.end..).is_some_and(|t| t.starts_with('ي') || t.starts_with("نا"));
    hits.retain(|h| h.sense != Sense::Opening || h.language != Some(Ar) || !mine(h));
    let first = |sense| hits.iter().find(|h: &&Hit| h.sense == sense).map(|h| h.start);
    let opening = first(Sense::Opening);
    let has_closing = first(Sense::Closing).is_some();
    if opening.is_some() && has_closing {
        return;
    }
    let mut opening = opening;
    let mut found: Vec<Hit> = Vec::new();
    // Where the last word of each part stands: index among the words, bytes, language.
    let mut last: [Option<(usize, usize, Option<Language>)>; 6] = [None; 6];
    let words = split(folded);
    for (k, word) in words.iter().enumerate() {
        if ends_sentence(word, k.checked_sub(1).and_then(|k| words.get(k))) {
            last = [None; 6];
            continue;
        }
        if word.sort != Sort::Letters {
            continue;
        }
        for (part, language) in PARTS.of_word(word.folded) {
            let said = |wanted: Part, reach: usize| {
                last.get(wanted as usize)
                    .copied()
                    .flatten()
                    .filter(|(at, _, spoken)| *spoken == language && k - at <= reach)
                    .map(|(_, start, _)| start)
            };
            let mut hit = |sense, start| found.push(Hit { sense, language, start, end: word.end });
            match part {
                Part::Greeting => {
                    // Arabic puts the whole name of the office between verb and noun.
                    let reach = if language == Some(Ar) { 3 * REACH } else { REACH };
                    // "I extend my greetings" is no note.
                    if said(Part::Mine, NEAR).is_none()
                        && let Some(start) = said(Part::Greets, reach)
                    {
                        match opening {
                            None => {
                                opening = Some(start);
                                hit(Sense::Opening, start);
                            }
                            Some(first) if start > first + APART => hit(Sense::Closing, start),
                            Some(_) => {}
                        }
                    }
                }
                Part::Assurance => {
                    if let Some(start) = said(Part::Mine, NEAR).or_else(|| said(Part::Accept, REACH)) {
                        hit(Sense::LetterClose, start);
                    } else if let Some(start) = said(Part::Renews, REACH)
                        && opening.is_some_and(|first| start > first + APART)
                    {
                        hit(Sense::Closing, start);
                    }
                }
                _ => {}
            }
            if let Some(place) = last.get_mut(part as usize) {
                *place = Some((k, word.at, language));
            }
        }
    }
    if !found.is_empty() {
        hits.extend(found);
        hits.sort_by_key(|h| (h.start, std::cmp::Reverse(h.end), h.sense));
    }
}

/// Whether `word` ends a sentence; a full stop after few letters is that of an abbreviation.
fn ends_sentence(word: &Word, before: Option<&Word>) -> bool {
    let stop =
        word.is_sign('.') && before.is_some_and(|b| b.sort == Sort::Letters && b.folded.chars().count() > 3);
    stop || matches!(word.sort, Sort::Sign('。' | ';' | '?' | '!' | '؟'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn senses(text: &str) -> Vec<Sense> {
        let mut hits = Vec::new();
        add(&Folded::new(text), &mut hits);
        hits.into_iter().map(|h| h.sense).collect()
    }

    #[test]
    fn verb_and_noun_make_a_courtesy() {
        for opening in [
            "The Permanent Mission of Kenya presents once more its very warm compliments to the Office",
            "La Mission permanente adresse au Secrétariat ses salutations distinguées",
            "La Misión Permanente presenta sus muy cordiales saludos",
            "تهدي البعثة الدائمة لجمهورية كينيا لدى الأمم المتحدة في نيويورك إلى الأمانة تحياتها",
            "Посольство Кении выражает Секретариату своё искреннее уважение",
        ] {
            assert_eq!(senses(opening), [Sense::Opening], "{opening}");
        }
        for close in [
            "Con mi más alta consideración,",
            "Accept, Madam Special Representative, the expression of my high consideration.",
            "Recevez, Madame, l'assurance de mes sentiments",
        ] {
            assert!(senses(close).contains(&Sense::LetterClose), "{close}");
        }
        for prose in [
            "La delegación presenta una lista de participantes",
            "Renewed consideration was given to the matter",
        ] {
            assert!(!senses(prose).contains(&Sense::Closing), "{prose}");
        }
        let padding = "x ".repeat(120);
        let note =
            format!("Посольство выражает своё почтение. {padding} Посольство вновь выражает своё уважение.");
        assert!(senses(&note).contains(&Sense::Closing));
    }
}
