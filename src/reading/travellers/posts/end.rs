//! Where a post ends.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::reading::lexicon::Lexicon;
use crate::reading::travellers::names;
use crate::reading::words::fold;

use super::is_government;

/// Where a post ends: the purpose of the journey, the next person, papers and birth.
static STOP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = concat!(
        r"(?i)\A\s*(?:[;:()\n|。，；）、]|\.(?:\s|$)|،\s|\s(?:و?(?:للمشاركة|لحضور|من الصندوق|بدلا|عوضا|على نفق|التي ست|الذي س|وست\S{2,}|وسي\S{2,}|ست(?:شارك|حضر|سافر|تحمل|مثل|قوم)|سي(?:شارك|حضر|سافر|تحمل|مثل|قوم)|علما |قصد |لتمثيل|لتمكين|وذلك|ليمثل|لتمثل|ليشارك|لتشارك|إلى (?:جلسة|الجلسة|اجتماع|الاجتماع|الدورة|دورة|مدينة|الجولة|جولة|المؤتمر|مؤتمر)|من (?:تغطية|دعم|أجل|الدعم)|كمندوب|كممثل|كمرشح|بصفت|حامل|حاملة|المولود|ممثلا |ممثلاً |ممثلة (?:عن|ل)|مرشحا |مرشحاً |ليحل|لتحل|على أن|بهدف|خلال |أثناء|لغرض|بغرض|كي |تذكرة|ذهابا|اعتبارا|في (?:الجولة|جولة|مؤتمر|الجلسة|الاجتماع|الدورة|اجتماع|جلسة|دورة|أعمال|المشاورات|المؤتمر))|(?:в|на) (?:\S+ ){0,4}(?:сессии|сессию|заседани|совещани|встреч|раунд|консультаци|конференци|переговор|мероприяти|форум)|на сесси|в работе)|(?:，|、|\s)?(?:出席|参加|前往|赴|作为|代表[^团处部]|代替|将于|因|持|护照)|,?\s+(?:",
        r"to (?:participate|attend|represent|take part|travel|enable|be|join|Vienna|New York|Geneva)|for (?:his|her|their|participation|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d|informal|thematic|session|meeting|high-level|upcoming|above))\b",
        r"|in order to|so (?:that|as)|(?:to )?(?:participate|attend)s? (?:in|the|at)\b|is (?:to|no)\b|be (?:considered|granted|supported)\b|should (?:the|he|she)\b|no longer\b|to the (?:[^ ,.;]+ ){0,3}(?:meeting|session|conference|round|consultation|negotiations|stocktaking)|has been\b|have been\b|had been\b|under the (?:trust|voluntary|fund)|with (?:support|funding|financial)|through the|who\b|whose\b|which\b|will\b|shall\b|would\b|as (?:its|the|a|an|alternate) |on the occasion|instead\b|in (?:place|lieu) of|at (?:his|her|its) own|at the (?:first|second|third|fourth|fifth|sixth|\d|informal|thematic|session|meeting|above)",
        r"|(?:and|et|y|e|or|ou|o)(?: (?:de|to|for|du|del|la|le|al|a|el|d'))* (?:Mr|Mrs|Ms|Miss|Dr|Prof|M|Mme|Mlle|Sra?|Dra?|Ing|Lic|H\.E|S\.E|señora?)\b|and (?:would|requests|kindly|has|asks|he|she|it|I|we|they|knows?|speaks|can|will|was|is|are)\b|accompanied by|with (?:Mr|Ms|Mrs|Dr)\b|on \d|from \d|during\b",
        r"|n'est plus|n’est plus|ne pourra|ne sera|a été|puisse|soit\b|retenue? |chargée? de représenter|pour (?:sa|son|leur|prendre|participer|prendre|qu|la (?:session|réunion|série|conférence|rencontre|première|deuxième|troisième|quatrième|cinquième|sixième|seconde|présente)|assister)|afin |en vue |à (?:la|sa|cette) (?:\d|première|deuxième|troisième|quatrième|cinquième|sixième|session|réunion)|aux fins|qui\b|lors |dont\b|en remplacement|au lieu|en qualité",
        r"|ya no|no podrá|no podra|quien(?:es)?\b|ha sido|sea\b|pueda\b|para (?:que|su|participar|asistir|la (?:sesión|reunión|ronda|conferencia|consulta|primera|segunda|tercera|cuarta|quinta|sexta|presente)|viajar)|a fin de|con el fin|con objeto|quien\b|a la (?:\d|primera|segunda|tercera|cuarta|quinta|sexta|reunión|sesión)|en la (?:primera|segunda|tercera|cuarta|quinta|sexta|reunión|sesión)|en lugar|en sustitución",
        r"|may\b|can\b|could\b|must\b|be (?:sponsored|considered|funded|granted)|puisse\b|in connection|with a view|by way of|in view|con miras|con motivo|con ocasión|como (?:beneficiari|candidat|represent)|pour (?:bénéficier|représenter)|as (?:beneficiary|candidate|nominee|delegate|participant|representative)\b|à l['’]occasion|invitée?s? |candidate?s? à|na (?:reunião|sessão|primeira|segunda)|à (?:\S+ ){0,3}(?:sessão|reunião)|com vista|não |ne (?:peut|pourra)|не |за сч[её]т|с (?:оплатой|возмещением|покрытием|финансир)|возможност|принять участие|прибыть|командируем|станет |поедет|приедет|вылет|намер|на котор|в (?:Женев|Вен|Нью|Пуэрт)",
        r"|has\b|is\b|was\b|a été\b|sera\b|será\b|podrá|participera|assistera|participará|asistirá|holder\b|bearer\b|born\b|passport(?: (?:no|n[°ºr]|number|num|holder|issued|details)|:| \S*\d)|titulaire d(?:u|.un) passeport|titular d(?:e|el) pasaporte|portador|porteur|porteuse|для\b|котор|вместо\b|и г-|взамен|примет |примут |будет |будут |прибыва|паспорт|с целью|в целях|в связи|в качестве|родил|просит )",
        r"|,\s+(?:(?:the |la |le )?(?:chef|cheffe|head|leader|jefe|jefa|member|membre|miembro|chefe) (?:de |of )?(?:la |the |our |its |sa |su )?d[eé]l[eé]ga|(?:como|as|en calidad de) |delegad[oa] |\d|única? represent)",
        r"|\s[–—-]\s(?:leader|head of|member|por cuenta|он\b|она\b)",
        r"|,\s+(?:to|for|in|at|on|with|both|pour|para|a|à|au|aux|passport|date|qui|как|из|nacid[oa]|née?|désigné\w*|nommée?|designad[oa])\b|\s[–—-]\s(?:passport|alternate|suppl|suplente|за сч|за соб|расход|на средств|оплат|финанс|участ|просьб|вылет|без )|,\s*$|$)"
    );
    // The fast automaton of the crate knows no end of a word beyond ASCII: here it is what stands behind one.
    Regex::new(&form.replace(r"\b", r#"(?:[\s,.;:!?()"'’»«|/–—-]|$)"#)).ok()
});

/// Where the post that `body` begins with ends. Short words in brackets belong to it ("(Migration)", "(ONARS)").
pub(super) fn stop(body: &str) -> usize {
    let Some(form) = STOP.as_ref() else { return 0 };
    let mut at = 0;
    loop {
        let Some(found) = next(form, body, at) else { return body.len() };
        let sign = body.get(found.clone()).unwrap_or_default().trim_start();
        let inner = sign.starts_with('(').then(|| {
            let open = found.end;
            let close = body.get(open..)?.find(')')?;
            let inner = body.get(open..open + close)?;
            let folded = fold(inner);
            let other = [
                "altern",
                "suppl",
                "suplen",
                "passport",
                "pass",
                "tel",
                "born",
                "date",
                "mr",
                "ms",
                "mrs",
                "age",
                "chef de del",
                "chef de la del",
                "head of del",
                "глава дел",
                "руководител",
                "член дел",
                "просьба",
                "за счет",
                "رييس الوفد",
                "رييسة الوفد",
                "عضو",
                "jefe de del",
                "jefe de la del",
                "jefa de del",
                "resident ",
                "capital",
                "cheffe de del",
                "hereinafter",
                "female",
                "male",
                "femme",
                "homme",
                "mujer",
                "hombre",
            ];
            let belongs = (2..=48).contains(&inner.chars().count())
                && !inner.contains(|c: char| c.is_ascii_digit() || c == '@')
                && !other.iter().any(|o| folded.starts_with(o));
            belongs.then_some(open + close + 1)
        });
        // "مدير دائرة شؤون الأجانب، شرطة عُمان السلطانية": where he works goes on the post.
        let on = sign.starts_with('،').then(|| {
            let next = body.get(found.end..)?.split_whitespace().next()?;
            is_arabic_institution(next).then_some(found.end)
        });
        match inner.flatten().or(on.flatten()) {
            Some(past) => at = past,
            None => return found.start,
        }
    }
}

/// The first end from `at` on. It is sought where one may begin, a gap, a sign or a Chinese character: so the automaton
/// follows a few turns at a time, and not all those that began at each of the last letters.
fn next(form: &Regex, body: &str, at: usize) -> Option<Range<usize>> {
    let begins = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == '،' || c >= '\u{3000}';
    let rest = body.get(at..)?;
    let places = rest.char_indices().filter(|(_, c)| begins(*c)).map(|(k, _)| at + k).chain([body.len()]);
    places.into_iter().find_map(|start| {
        let found = form.find(body.get(start..)?)?;
        Some(start..start + found.end())
    })
}

/// "Министерства труда, миграции и занятости населения": fields of one office.
pub(super) fn is_enumeration(before: &str, next: &str) -> bool {
    let office =
        ["министерств", "комитет", "служб", "агентств", "департамент", "управлени", "отдел", "комисси"];
    let held = fold(before).split(' ').rev().take(4).any(|w| office.iter().any(|o| w.starts_with(o)));
    let clause = next.split(',').next().unwrap_or_default();
    let words: Vec<&str> = clause.split(' ').take(6).collect();
    let genitive =
        |w: &&str| ["и", "ы", "а", "я", "ей", "ов", "ого", "ой", "ых", "их"].iter().any(|e| w.ends_with(e));
    held && words.len() >= 2
        && words.first().is_some_and(genitive)
        && (words.iter().skip(1).any(|w| *w == "и") || words.len() <= 2 && next.contains(" и "))
}

/// "..., проживающих за границей": a participle that goes on with what was named, and is none of the journey.
fn is_participle(next: &str) -> bool {
    let word = next.split(' ').next().unwrap_or_default();
    let ends = ["щих", "щихся", "щего", "щегося", "щей", "щейся", "щему", "щемуся"]
        .iter()
        .any(|e| word.ends_with(e));
    let goes = [
        "прибыва",
        "вылета",
        "участву",
        "представля",
        "следую",
        "жела",
        "принима",
        "возглавля",
        "направля",
        "едущ",
    ];
    ends && !goes.iter().any(|g| word.starts_with(g))
}

/// Up to the part behind a comma that is no more of the post: in small letters ("invited to", "may join") and no
/// office itself.
pub(super) fn held_together(post: &str) -> &str {
    for (comma, mark) in post.match_indices([',', '،']) {
        let next = post.get(comma + mark.len()..).unwrap_or_default().trim_start();
        let Some(first) = next.chars().next() else { continue };
        let mut words = next.split([' ', '-', '’', '\'']).filter(|w| !w.is_empty());
        let on = match first {
            '\u{400}'..='\u{4ff}' => {
                first.is_uppercase()
                    || is_enumeration(post.get(..comma).unwrap_or_default(), next)
                    || is_participle(next)
                    || words.by_ref().take(2).any(names::is_post_in_russian)
            }
            '\u{600}'..='\u{6ff}' => {
                is_arabic_institution(words.clone().next().unwrap_or_default())
                    || is_government(next).is_some()
                    || words.next().is_some_and(names::is_post_in_arabic)
            }
            _ if first.is_lowercase() => {
                let lead = words.next().unwrap_or_default();
                let follows = words.clone().next().unwrap_or_default();
                let capital = |w: &str| w.starts_with(char::is_uppercase) && w.chars().count() > 1;
                // ", des finances et du plan": fields of a ministry.
                let fields = words.clone().take(7).any(|w| matches!(w, "et" | "y" | "e"));
                // ", de la Dirección de Visados", not ", de suivre la série" nor ", and the place".
                let soon = || names::is_office(follows) || words.clone().take(3).any(capital);
                names::is_office(lead)
                    || matches!(lead, "of" | "de" | "du" | "des" | "del" | "da" | "do" | "d")
                        && (soon() || fields)
                    || matches!(lead, "y" | "et" | "and" | "e")
                        && (capital(follows)
                            || matches!(follows, "de" | "des" | "du" | "of" | "the" | "del") && soon())
                    || names::is_office(follows)
                        && !matches!(lead, "may" | "be" | "to" | "a")
                        && !(is_article(lead) && is_speaker(follows))
            }
            _ => true,
        };
        if !on {
            return post.get(..comma).unwrap_or(post);
        }
    }
    post
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "la" | "le" | "el" | "l" | "a" | "this" | "cette" | "esta")
}

/// "..., the Mission now requests", "..., el Gobierno lo tendría": who speaks, and begins a clause.
fn is_speaker(word: &str) -> bool {
    static WHO: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "mission mision missao government gouvernement gobierno governo fund fonds fondo permanent \
        permanente republic state etat estado",
        )
    });
    let folded = fold(word);
    WHO.has(&folded)
}

/// Without the city (and land) of departure that stand last: behind a post with its institution, words with capitals
/// that name neither.
pub(in crate::reading::travellers) fn without_city(post: &str) -> &str {
    let mut post = post;
    for _ in 0..2 {
        let Some((rest, last)) = post.rsplit_once(", ") else { break };
        let words: Vec<&str> = last.split([' ', '-']).collect();
        let named = words.iter().all(|w| {
            let capital = w.starts_with(char::is_uppercase) && w.chars().skip(1).all(|c| !c.is_uppercase());
            capital && w.chars().count() > 1 || matches!(*w, "es" | "of" | "la" | "de" | "the")
        });
        let institution = words.iter().any(|w| names::is_office(w) || is_institution(w));
        let placed = rest.contains(", ")
            || [" of ", " at ", " de ", " du ", " des ", " del "].iter().any(|j| rest.contains(j));
        let lands = ["Republic of ", "Kingdom of ", "State of ", "République ", "República "];
        if lands.iter().any(|l| last.starts_with(l)) {
            post = rest;
            continue;
        }
        if !named
            || institution
            || words.len() > 4
            || !placed
            || last.starts_with(|c: char| !c.is_ascii() && !fold(&c.to_string()).is_ascii())
        {
            break;
        }
        post = rest;
    }
    post
}

/// Whether an Arabic word begins the name of an institution. The words are folded: `هيية` is `هيئة`.
fn is_arabic_institution(word: &str) -> bool {
    const WORDS: [&str; 22] = [
        "وزارة",
        "شرطة",
        "ادعاء",
        "نيابة",
        "ديوان",
        "هيية",
        "جهاز",
        "وكالة",
        "مجلس",
        "ادارة",
        "دايرة",
        "مديرية",
        "مصلحة",
        "قطاع",
        "امانة",
        "مكتب",
        "لجنة",
        "وحدة",
        "قسم",
        "بعثة",
        "سفارة",
        "رياسة",
    ];
    let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let bare = folded.strip_prefix("ال").unwrap_or(&folded);
    WORDS.contains(&bare)
}

/// Whether a word is of the names of institutions.
fn is_institution(word: &str) -> bool {
    const WORDS: [&str; 40] = [
        "servic",
        "section",
        "seccion",
        "unit",
        "unidad",
        "unite",
        "division",
        "institut",
        "council",
        "board",
        "centre",
        "center",
        "centro",
        "committee",
        "comite",
        "corps",
        "force",
        "court",
        "cour",
        "desk",
        "branch",
        "affair",
        "asuntos",
        "affaires",
        "cabinet",
        "palace",
        "house",
        "parliament",
        "academ",
        "universi",
        "agenc",
        "authorit",
        "migra",
        "immigra",
        "refuge",
        "diaspora",
        "labour",
        "labor",
        "human",
        "security",
    ];
    let folded = fold(word);
    WORDS.iter().any(|w| folded.starts_with(w))
}
