//! Labels of references: what they are, what belongs to somebody else, and what stands behind them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::reading::reference::shape::{clean, is_code, is_reference};
use crate::reading::sought::Sought;
use crate::states::fold::Folded;

/// A label, in folded text, at the beginning of a line or after white space; the reference follows it.
static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[ |(\[/-])(?:",
        // "مرجع هذه المذكرة": what the note calls its own wherever it stands.
        r"(?:مرجع|رقم) هذه المذكرة|(?:reference|number|numero|referencia|no\.?|n[°º]) (?:of|de|de la|del) (?:this|esta|la presente|cette|presente) (?:note|nota)(?: verbale?)?|номер настоящеи ноты|本(?:照会|照會|函)(?:的)?(?:编号|編號|文号)",
        // Ours: the sender's own.
        r"|(?:our |my |notre |nos |nuestra |nossa |n ?/ ?|n\.|m/ ?)?(?:ref(?:erence|erencia|erenz)?|references|reference number|numero de reference|no\.? de reference|n\.?[o°º] de ref(?:erence)?|num(?:ero)? de referencia)",
        r"|(?:our |the )?file (?:no|ref)|our file|f\. ?no|serial(?: (?:no|number))?|ссылка|号码|號碼|n/?ref|n\.r|my no|our no|cite|(?:please )?quote(?: ref(?:erence)?)?",
        r"|(?:note|nota|verbal note|note verbale|nota verbal|nota diplomatica|carta|letter|lettre|oficio|nv|circular|memo(?:randum)?|diplomatic note|verbalnote|courrier|bordereau)(?: verbale?)?[ ,:-]*(?:no|n[°º]|nr|num|numero|nro|№|ref|#)",
        r"|n\.? ?v\.?|nota(?: verbal)?|note(?: verbale)?|verbalnote|diplomatic note|carta|oficio|lettre|letter|gz|az|zl|geschaftszahl|aktenzeichen|processo|proc|prot(?:ocollo|ocolo|ocol|ocole)?|expediente|exp|dossier|registro|reg(?:istry)?|index|chrono|memo|file|dnr|j\.? ?nr|vnr|sayi|broj|br|c\.j|no|n\.?[°ºo]|n|nr|num|numero|number|nro|исх\.? ?n|исх|исходящий|исходящии|номер|рег|нота|(?:ال)?رقم (?:ال)?(?:مذكرة|صادر|قيد|اشارة|وثيقة|كتاب|خطاب|رسالة)|(?:ال)?(?:رقم|مرجع|نمرة|عدد|اشارة|اشاري|اشارتنا|قيد|صادر)|(?:ال)?مرجعنا|رقمنا|普通照会|普通照會|照会|照會|节略|節略|公函|通函|(?:普通照会|普通照會|照会|照會|节略|節略|信函|发文|文件|参考|參考|来文|本团|本團|我方|我团|我|档案|檔案)?(?:编号|編號|文号|文號|档号|檔號|编 号|字号|字號|参考号|參考號|函号|函號)|文件号|号数",
        r")(?:\.? ?(?:no|n[°º]|№|number))?[ .:：°º#№/]*[:：.°º№ #-] ?",
        // A sign may touch its number.
        r"|(?:^|[ |(\[])(?:№|#|n\.?[°º]|no\.|nr\.)[ .:]*",
    ))
    .ok()
});

/// Where a note names itself, in folded text: the end of the words before its number.
pub(in crate::reading) fn itself(folded: &str) -> Option<usize> {
    ITSELF.as_ref()?.find(folded).map(|m| m.end())
}

/// "本照会", "this Note No.", "mediante esta nota No.", "the present note KM/12": the note names itself, not an earlier one.
static ITSELF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:(?-u:\b)(?:this|present|esta|presente|cette)|настояще[а-я]+|настоящую|данно[а-я]+|هذه|本)",
        r" ?(?:its |our |su |sa )?(?:diplomatic |verbal )?(?:note|nota|нот[а-я]+|المذكرة|照会)(?: verbale?| diplomatica| الشفوية)?[ ,]*",
        r"(?:(?:\(|no(?-u:\b)|n[°º]|nr(?-u:\b)|num(?:ero|ber)?(?-u:\b)|رقم|第|ref(?-u:\b))[.:°º ]*)?",
        // "مذكرتها هذه رقم SOM/GVA/119", "以本PMN/18/0207号照会", "（编号17/0093-RP.NY，...）".
        r"|مذكرتها هذه[ ،]*(?:رقم )?|以本|编号[:：为 ]*",
    ))
    .ok()
});

/// Whether a line speaks of the very paper on which it stands.
pub(in crate::reading) fn names_itself(line: &str) -> bool {
    // Folded, as the line is.
    const ITSELF: [&str; 9] = [
        "هذه المذكرة",
        "of this note",
        "de esta nota",
        "de la presente nota",
        "de cette note",
        "de la presente note",
        "настоящеи ноты",
        "本照会",
        "本函",
    ];
    // "Notre référence : 0233/RCA/MP-NY/17", on whatever line of a form.
    const OURS: &str = "notre ref|our ref|nuestra ref|nossa ref|n/ref|nos ref|наш исх|наш номер|مرجعنا|رقمنا|我方编号|本团编号";
    let folded = Folded::new(line);
    let text = folded.text().trim_start();
    ITSELF.iter().any(|w| text.contains(w)) || OURS.split('|').any(|label| text.starts_with(label))
}

/// "La Misión Permanente, en su nota MPGE/ONU/0098, saluda": before its compliments an office speaks of no other note. The
/// end of the words before the number, in folded text.
pub(super) fn own_before(folded: &str) -> Option<usize> {
    OWN.as_ref()?.find(folded).map(|m| m.end())
}

static OWN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?-u:\b)(?:en|mediante|por medio de|por|in|by|through|par|dans) (?:its|su|sa) (?:note|nota)(?: verbale?)?,? (?:(?:no|n[°º]|num)[.°º ]*)?",
    )
    .ok()
});

/// What a cell of a line says.
pub(super) enum Labelled {
    Value(String),
    /// A label without its number.
    Awaits,
    No,
}

/// Looks at every label in `cell`; `first` tells that it begins its line.
pub(super) fn labelled(cell: &str, first: bool) -> Labelled {
    let folded = Folded::new(cell);
    let text = folded.text();
    let Some(regex) = LABEL.as_ref() else { return Labelled::No };
    let bare = text.trim_matches([' ', '.', ':', '(', ')']);
    if AWAITING.contains(&bare) || bare.ends_with("reference quoted") || is_label(text) {
        return Labelled::Awaits;
    }
    if let Some(value) = behind_letters(cell).filter(|_| first) {
        return Labelled::Value(value);
    }
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|_| regex.find_at(text, from)) {
        from = text.ceil_char_boundary(found.start() + 1);
        // A label deep inside a line of prose speaks of another paper.
        if found.start() > 60 {
            break;
        }
        let foreign = is_foreign(text.get(..found.end()).unwrap_or_default());
        if foreign || prose_before(text, found.start()) || is_remark(text, found.range()) {
            // What is inside another's label is no label of ours: "à la note verbale n° 377".
            from = found.end().max(from);
            continue;
        }
        // "MP/ONU/N° 199/17": the sign stands inside the number.
        if let Some(value) = around(cell, folded.origin(found.start())) {
            return Labelled::Value(value);
        }
        let label = text.get(found.range()).unwrap_or_default();
        let rest = text.get(found.end()..).unwrap_or_default();
        // "N.P.P./ONU/518/17": letters of the number itself.
        if bare_label(label) == "n" && is_shortened(rest) {
            continue;
        }
        // "Prot. N. 12/17": the second label is the sure one.
        if is_weak(label)
            && found.start() == 0
            && let Labelled::Value(value) = nested(
                cell.get(folded.origin(found.end().min(text.len().saturating_sub(1)))..).unwrap_or_default(),
            )
        {
            return Labelled::Value(value);
        }
        let original =
            if rest.is_empty() { "" } else { cell.get(folded.origin(found.end())..).unwrap_or_default() };
        // "NOTE VERBALE SLU 55/2017": all that follows is one code.
        let tied = label.ends_with(['-', '/']);
        let code = found.start() == 0 && first && !tied && is_code(original).is_some();
        if is_weak(label) && !code && !weak_fits(label, rest, found.start(), first) || is_recalled(rest) {
            continue;
        }
        if original.trim().is_empty() && !is_weak(label) {
            return Labelled::Awaits;
        }
        // "Ref: No. 12/2017", "Prot. N. 12/17": a label within a label.
        if let Labelled::Value(inner) = nested(original) {
            return Labelled::Value(inner);
        }
        if let Some(value) = clean(original).filter(|v| is_reference(v)) {
            return Labelled::Value(value);
        }
    }
    Labelled::No
}

/// "ع/م: 1066/5/17": letters of an office as a label, and behind it nothing but a code.
fn behind_letters(cell: &str) -> Option<String> {
    let (label, code) = cell.split_once(':')?;
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    let tied = label.contains(['/', '.']) && (2..=4).contains(&letters) && label.chars().count() <= 7;
    is_code(code).filter(|code| tied && code.contains('/') && !code.starts_with(char::is_alphabetic))
}

/// Whether a cell that ends with a colon is a label and nothing else.
fn is_label(text: &str) -> bool {
    let text = text.trim();
    text.ends_with([':', '：'])
        && LABEL.as_ref().and_then(|l| l.find(text)).is_some_and(|m| m.start() == 0 && m.end() == text.len())
}

/// The number around a sign that stands inside it: `at` is the slash or hyphen before the sign.
fn around(cell: &str, at: usize) -> Option<String> {
    cell.get(at..)?.starts_with(['/', '-']).then_some(())?;
    let before = cell.get(..at)?;
    let word = before.rsplit(char::is_whitespace).next()?;
    let begins = word.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let value = begins.then(|| clean(cell.get(at - word.len()..)?)).flatten()?;
    is_reference(&value).then_some(value)
}

/// Labels that fill their cell: the number stands in the next. Ministries have, too, "any reply should be addressed to ... and
/// the following reference quoted".
const AWAITING: [&str; 23] = [
    "in reply quote",
    "in reply please quote",
    "in replying please quote",
    "when replying please quote",
    "please quote",
    "no",
    "n°",
    "nº",
    "nr",
    "ref",
    "reference",
    "referencia",
    "our ref",
    "our reference",
    "номер",
    "исх",
    "исх. no",
    "编号",
    "文号",
    "文號",
    "档号",
    "发文号",
    "الرقم",
];

/// The number behind a second label that begins `rest`.
fn nested(rest: &str) -> Labelled {
    let folded = Folded::new(rest);
    let second =
        LABEL.as_ref().and_then(|l| l.find(folded.text())).filter(|m| m.start() == 0 && !m.is_empty());
    // "NO-2017-2144": letters that are tied to the number are of it.
    let strong = second
        .filter(|m| (!is_weak(m.as_str()) || m.as_str().contains(['.', ':'])) && !m.as_str().ends_with('-'));
    match strong.and_then(|m| rest.get(folded.origin(m.end())..)).filter(|r| r.len() < rest.len()) {
        Some(inner) => clean(inner).filter(|v| is_reference(v)).map_or(Labelled::No, Labelled::Value),
        None => Labelled::No,
    }
}

/// "N 017-1245", "Nota 4-2-155/2017": without a colon or "No." only a code at the head of its line.
fn weak_fits(label: &str, rest: &str, at: usize, first: bool) -> bool {
    if label.trim_end().ends_with([':', '：']) {
        return true;
    }
    let next = rest.split(' ').next().unwrap_or_default();
    let code = next.contains(|c: char| c.is_ascii_digit())
        && (next.len() >= 3 || next.starts_with(char::is_numeric));
    // "N. 8.114/17" alone in its line, not "N. Smith".
    let initial = bare_label(label) == "n" && label.contains('.');
    let dotted = initial && (rest.trim().contains(' ') || !rest.contains('/'));
    // "NV-MXONU-0512": its first letters.
    code && !label.ends_with(['-', '/']) && !dotted && at == 0 && first
}

/// "p.p./onu": whether letters with points begin `rest`, without a blank.
fn is_shortened(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next() == Some('.')
}

fn bare_label(label: &str) -> String {
    label.chars().filter(|c| !matches!(c, '.' | ' ' | '(' | '[' | '|' | '-' | '/' | ':' | '：')).collect()
}

/// Labels that are ordinary words as well.
fn is_weak(label: &str) -> bool {
    const WEAK: [&str; 35] = [
        "照会",
        "普通照会",
        "节略",
        "公函",
        "通函",
        "n",
        "nv",
        "nota",
        "notaverbal",
        "note",
        "noteverbale",
        "verbalnote",
        "diplomaticnote",
        "carta",
        "oficio",
        "lettre",
        "letter",
        "exp",
        "proc",
        "processo",
        "dossier",
        "az",
        "gz",
        "zl",
        "br",
        "reg",
        "index",
        "memo",
        "file",
        "cite",
        "prot",
        "registro",
        "registry",
        "expediente",
        "нота",
    ];
    WEAK.contains(&bare_label(label).as_str())
}

/// Whether the words just before belong to somebody else's number: `before` ends with the label.
pub(super) fn is_foreign(before: &str) -> bool {
    // "V/Réf. : néant - N/Réf. : 12": what stands before a dash is another's.
    let before =
        before.rsplit([';', '|']).next().unwrap_or_default().rsplit(" - ").next().unwrap_or_default();
    // "In your reply please quote".
    if before.contains("quote") {
        return false;
    }
    let near: String = before.chars().rev().take(34).collect::<Vec<_>>().into_iter().rev().collect();
    // "INVOICE NO. 2017-08871": numbers of others.
    static FOREIGN: LazyLock<Sought> = LazyLock::new(|| {
        Sought::of(
            "your|votre|v/ref|v/ ref|v / ref|vuestra|s/ref|su ref|sua ref|ihr |ваш|вх.|مذكرتكم|كتابكم|\
             来照|贵|tel|fax|phone|telefono|тел|هاتف|电话|resolution|passport|passeport|pasaporte|паспорт|\
             room|suite|p.o|account|compte|cuenta|flight|vol |vuelo|item|article|annex|session no|\
             round no|invoice|facture|factura|fatura|receipt|recibo|voucher|\
             booking|agency|office no|ticket|purchase order|quotation|فاتورة|发票|订单",
        )
    });
    FOREIGN.is_in(&near)
}

/// "... further to its note No. 12": words of prose, in lower case by nature, before the label.
fn prose_before(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let prose = [
        "its",
        "the",
        "to",
        "our",
        "my",
        "of",
        "by",
        "refer",
        "reference to",
        "sa",
        "la",
        "sus",
        "su",
        "nuestra",
        "notre",
        "свою",
        "своеи",
        "своеи ноте",
        "в",
        "к",
        "مذكرتها",
        "مذكرته",
        "بمذكرتها",
        "مذكرتنا",
        "بمذكرتنا",
        "لمذكرتنا",
        "لمذكرتها",
        "其",
    ];
    let last = before.trim_end().rsplit([' ', '(']).next().unwrap_or_default();
    !last.is_empty() && prose.contains(&last)
}

/// "(dossier GCM-2018-0164), alors que la Conférence s'ouvre": a number in brackets
/// amid prose.
fn is_remark(text: &str, label: Range<usize>) -> bool {
    let open = text.get(label.clone()).is_some_and(|l| l.starts_with('('));
    let behind = text.get(label.end..).and_then(|t| t.split_once(')')).map_or("", |(_, behind)| behind);
    open && behind.split(' ').filter(|w| w.chars().any(char::is_alphabetic)).count() >= 3
}

/// "44/2017 of 2 July 2017 may please be disregarded": prose that goes on behind the number speaks of another paper.
fn is_recalled(rest: &str) -> bool {
    let mut words = rest.split(' ').skip_while(|w| w.is_empty()).skip(1);
    let of = words.next().is_some_and(|w| {
        matches!(
            w,
            "of" | "dated"
                | "du"
                | "datee"
                | "del"
                | "de"
                | "от"
                | "by"
                | "concerning"
                | "relative"
                | "regarding"
                | "وتاريخ"
                | "المورخة"
        )
    });
    of && words.filter(|w| w.chars().all(char::is_alphabetic)).count() > 4
}
