//! How much of a text is words that any paper of a mission has: what tells a text layer, or a page as recognised, from
//! garbage.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The commonest words of each language, those of notes verbales, and those printed on forms, passports and bank
/// papers; in lower case.
const WORDS: &[&str] = &[
    // English
    "the of and to in for on at by with from as is are be been was were has have had its his her their this that \
     which who will would shall may not no or an a it he she they we you i any all also under during between \
     permanent mission united nations republic government ministry office honour compliments request travel \
     support session meeting note verbale number date name surname given passport nationality sex birth place issue \
     expiry authority bank account address telephone fax email form page application signature title position",
    // French
    "le la les l un une des du de d et en à au aux pour par sur dans avec sans sous ce cette ces son sa ses leur \
     leurs qui que dont est sont sera seront a ont ne pas se il elle nous vous mission permanente nations unies auprès \
     république gouvernement ministère bureau honneur compliments demande voyage session réunion nom prénom \
     passeport nationalité naissance lieu délivrance banque compte adresse",
    // Spanish
    "el la de en que se un los las una unos del al y o con por para sin su sus este esta estos estas que se es son será ha han no lo \
     ante como entre misión permanente naciones unidas república gobierno ministerio oficina honor solicita viaje \
     período sesión reunión nombre apellido apellidos pasaporte nacionalidad nacimiento lugar banco cuenta dirección",
    // Portuguese and German, which come as the language of the State beside one of the six
    "o os as de que se um da do das dos em um uma ao aos pelo pela não der die das den dem des und oder zu zur zum im ist mit von \
     für bei nach ständige vertretung",
    // Russian
    "и в во на не с со о об от до для при по к ко из за что как это его ее их имеет честь года г г-н г-жа а также \
     постоянное представительство объединенных наций организации республики министерство свидетельствует уважение \
     канцелярии просит фамилия имя отчество паспорт дата рождения место выдачи банк счет",
    // Arabic
    "في من إلى على عن مع أن أو و هذا هذه التي الذي بعد قبل لدى بن بنت السيد السيدة يوم عام تهدي تتشرف وتتشرف \
     وتغتنم البعثة الدائمة الأمم المتحدة جمهورية حكومة وزارة مكتب جواز رقم تاريخ اسم",
];

/// The commonest Chinese characters of such papers.
const HAN: &str = "的一是不在和有人这中大为上国我以要会于与将及其对第由日月年号位女士先生常驻联合代表团外交部处长司向致意谨请出席\
                   议支持资助信托基金办公室特别秘书主任移民问题提旅费借此机再次表示最崇高敬照";

/// The share of the words of `text` that are known, 0 to 1; `None` with too few words to tell.
pub fn share(text: &str) -> Option<f32> {
    let (mut known, mut all) = (0.0_f32, 0.0_f32);
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '-') {
        let Some(first) = word.chars().next() else { continue };
        if is_han(first) {
            for c in word.chars() {
                all += 1.0;
                known += f32::from(u8::from(HAN.contains(c)));
            }
            continue;
        }
        // Numbers and single letters say nothing about garbage.
        if word.chars().filter(|c| c.is_alphabetic()).count() < 2 {
            continue;
        }
        all += 1.0;
        known += f32::from(u8::from(is_known(word)));
    }
    (all >= 25.0).then_some(known / all)
}

/// A language of the Latin script that pages are read in by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Latin {
    French,
    Spanish,
}

/// French or Spanish, where the words of `text` are clearly of it; accents may have been lost.
pub fn latin(text: &str) -> Option<Latin> {
    let mut counts = [0_usize; 4];
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 1) {
        let low = word.to_lowercase();
        for (count, list) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(list.split_ascii_whitespace().any(|known| known == low));
        }
    }
    let [english, french, spanish, other] = counts;
    let leads = |own: usize, rest: [usize; 3]| own >= 4 && rest.iter().all(|r| own * 2 > r * 3);
    if leads(french, [english, spanish, other]) {
        Some(Latin::French)
    } else if leads(spanish, [english, french, other]) {
        Some(Latin::Spanish)
    } else {
        None
    }
}

/// [`WORDS`] of all languages: every word of every paper is asked for.
static KNOWN: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| WORDS.iter().flat_map(|list| list.split_ascii_whitespace()).collect());

fn is_known(word: &str) -> bool {
    let low = word.to_lowercase();
    // The article is written on, after particles of one letter.
    let article = ["ال", "وال", "بال", "لل", "ولل", "كال", "فال"];
    if low.chars().count() > 4 && article.iter().any(|a| low.starts_with(a)) {
        return true;
    }
    KNOWN.contains(low.as_str())
}

/// Whether `text`, which a file says is the text of a page, is none: too many signs that stand in no words, or almost
/// no known word among many.
pub fn is_garbage(text: &str) -> bool {
    let (mut odd, mut all) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        all += 1;
        let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' | '\u{f0000}'..);
        odd += usize::from(private || c.is_control());
    }
    odd * 12 > all || share(text).is_some_and(|share| share < 0.1)
}

/// Han, and the signs and kana that stand among it.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_known_and_garbage_is_not() {
        for text in [
            "The Permanent Mission of Varia to the United Nations presents its compliments to the Office and has the \
             honour to request travel support for Ms. Awa Abara, Adviser at the Ministry of the Interior.",
            "La Mission permanente de la République présente ses compliments au Bureau et a l'honneur de solliciter la \
             prise en charge des frais de voyage de Monsieur Kéré, chargé d'études à la direction générale.",
            "Постоянное представительство Республики при Организации Объединенных Наций свидетельствует свое уважение \
             Канцелярии и имеет честь просить о поддержке для поездки г-жи Абаровой в Вену на пятую сессию, которая \
             состоится 4 и 5 сентября",
            "تهدي البعثة الدائمة للجمهورية لدى الأمم المتحدة أطيب تحياتها إلى مكتب الممثلة الخاصة للأمين العام \
             المعنية بالهجرة الدولية وتتشرف بالإشارة إلى الجلسة المواضيعية غير الرسمية الخامسة",
            "常驻联合国代表团向秘书长特别代表办公室致意，并谨请信托基金为外交部司长提供旅费资助，以便其出席上述会议。",
            "PASSPORT Type P Code Passport No. Surname Given names Nationality Date of birth Sex Place of birth Date of \
             issue Date of expiry Authority Signature of bearer Address of bearer",
        ] {
            assert!(share(text).is_some_and(|s| s > 0.25), "{:?} {text}", share(text));
            assert!(!is_garbage(text));
        }
        for text in [
            "Tbe Perrnanemt Nissiom o[ Zarnbia 1o tbc Umited Natioms prcscnts ils cornplirnents 1o tbc O[[ice o[ tbc \
             Spccial Rcprcscntativc o[ tbc Sccrctary Gcncral [or Imtcrmatiomal Nigratiom amd bas tbc bonour 1o rcqucst",
            "\u{e012}\u{e043}\u{e001} \u{e020}\u{e011} \u{e012} page",
            "ةدحتملا ممألا ىدل ةيروهمجلل ةمئادلا ةثعبلا يدهت ةصاخلا ةلثمملا بتكم ىلإ اهتايحت بيطأ ماعلا نيمألل \
             ةرجهلاب ةينعملا ةيلودلا ةراشإلاب فرشتتو ةسلجلا ةيعيضاوملا ريغ ةيمسرلا ةسماخلا ررقملا اهدقع انييف",
        ] {
            assert!(is_garbage(text), "{:?} {text}", share(text));
        }
        assert_eq!(
            latin("a l'honneur de se référer à la cinquième session qui se tiendra à Vienne les 4 et 5"),
            Some(Latin::French)
        );
        assert_eq!(
            latin("tiene el honor de referirse a la quinta sesión, que se celebrará en Viena los días"),
            Some(Latin::Spanish)
        );
        assert_eq!(latin("has the honour to refer to the fifth session, to be held in Vienna"), None);
        assert!(!is_garbage("Annex: list of numbers 1 2 3"));
    }
}
