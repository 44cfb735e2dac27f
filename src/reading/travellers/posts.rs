//! The post and institution around a name, whether they are of a government, and what they tell of gender.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Gender;
use crate::reading::travellers::names;
use crate::reading::words::fold;

/// Where a post ends: the purpose of the journey, the next person, papers and birth.
static STOP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\s*(?:[;:()\n|。，；）、]|\.(?:\s|$)|،\s|\s(?:و?(?:للمشاركة|لحضور|من الصندوق|بدلا|عوضا|على نفق|التي ست|الذي س|وست\S{2,}|وسي\S{2,}|ست(?:شارك|حضر|سافر|تحمل|مثل|قوم)|سي(?:شارك|حضر|سافر|تحمل|مثل|قوم)|علما |قصد |لتمثيل|لتمكين|في (?:الجلسة|الاجتماع|الدورة|اجتماع|جلسة|دورة|أعمال|المشاورات|المؤتمر))|(?:в|на) (?:\S+ ){1,3}(?:сессии|сессию|заседани|совещани|встреч|раунд|консультаци|конференци)|на сесси|в работе)|(?:，|、|\s)?(?:出席|参加|前往|赴|作为|代表[^团处部]|代替|将于|因|持|护照)|,?\s+(?:",
        r"to (?:participate|attend|represent|take part|travel|enable|be|join|Vienna|New York|Geneva)|for (?:his|her|their|participation|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d|informal|thematic|session|meeting|high-level|upcoming|above))\b",
        r"|in order to|so (?:that|as)|(?:to )?(?:participate|attend)s? (?:in|the|at)\b|is (?:to|no)\b|be (?:considered|granted|supported)\b|should (?:the|he|she)\b|no longer\b|has been\b|have been\b|had been\b|under the (?:trust|voluntary|fund)|with (?:support|funding|financial)|through the|who\b|whose\b|which\b|will\b|shall\b|would\b|as (?:its|the|a|an|alternate) |on the occasion|instead\b|in (?:place|lieu) of|at (?:his|her|its) own|at the (?:first|second|third|fourth|fifth|sixth|\d|informal|thematic|session|meeting|above)",
        r"|(?:and|et|y|e|or|ou|o)(?: (?:de|to|for|du|del|la|le|al|a|el|d'))* (?:Mr|Mrs|Ms|Miss|Dr|Prof|M|Mme|Mlle|Sra?|Dra?|Ing|Lic|H\.E|S\.E|señora?)\b|and (?:would|requests|kindly|has|asks)|accompanied by|with (?:Mr|Ms|Mrs|Dr)\b|on \d|from \d|during\b",
        r"|n'est plus|n’est plus|ne pourra|ne sera|a été|puisse|soit\b|retenue? |chargée? de représenter|pour (?:sa|son|leur|prendre|participer|prendre|qu|la|assister)|afin |en vue |à (?:la|sa|cette) (?:\d|première|deuxième|troisième|quatrième|cinquième|sixième|session|réunion)|aux fins|qui\b|lors |dont\b|en remplacement|au lieu|en qualité",
        r"|ya no|no podrá|no podra|quien(?:es)?\b|ha sido|sea\b|pueda\b|para (?:que|su|participar|asistir|la|viajar)|a fin de|con el fin|con objeto|quien\b|a la (?:\d|primera|segunda|tercera|cuarta|quinta|sexta|reunión|sesión)|en la (?:primera|segunda|tercera|cuarta|quinta|sexta|reunión|sesión)|en lugar|en sustitución",
        r"|may\b|can\b|could\b|must\b|be (?:sponsored|considered|funded|granted)|puisse\b|in connection|with a view|by way of|in view|con miras|con motivo|con ocasión|como (?:beneficiari|candidat|represent)|pour (?:bénéficier|représenter)|as (?:beneficiary|candidate|nominee|delegate|participant|representative)\b|à l['’]occasion|invitée?s? |candidate?s? à|na (?:reunião|sessão|primeira|segunda)|à (?:\S+ ){0,3}(?:sessão|reunião)|com vista|não |ne (?:peut|pourra)|не |на котор|в (?:Женев|Вен|Нью|Пуэрт)",
        r"|has\b|is\b|was\b|a été\b|sera\b|será\b|podrá|participera|assistera|participará|asistirá|holder\b|bearer\b|born\b|passport(?: (?:no|n[°ºr]|number|num|holder|issued|details)|:| \S*\d)|titulaire|titular |для\b|котор|вместо\b|и г-|взамен|примет |примут |будет |будут |прибыва|паспорт|с целью|в целях|в связи|в качестве|родил|просит )",
        r"|,\s+(?:to|for|in|at|on|with|both|pour|para|a|à|au|aux|passport|date|qui|как|из|nacid[oa]|née?|désigné\w*|nommée?|designad[oa])\b|\s[–—-]\s(?:passport|alternate|suppl|suplente)|,\s*$|$)"
    ))
    .ok()
});

/// The post after a name that ends at `end`; `limit` is where its sentence ends, or the next person begins.
pub(super) fn after(text: &str, end: usize, limit: usize) -> Option<String> {
    let rest = text.get(end..limit)?;
    let near: String = rest.chars().take(300).collect();
    let near = near.split("\n\n").next().unwrap_or_default();
    // The next item of a list is another person, a label another statement.
    let own = |(k, l): &(usize, &str)| {
        let l = l.trim_start();
        let first = l.split([' ', '\u{a0}']).next().unwrap_or_default();
        let opens = [
            "Los",
            "Las",
            "El",
            "La",
            "The",
            "Le",
            "Les",
            "L'",
            "A",
            "All",
            "Both",
            "His",
            "Her",
            "It",
            "They",
            "Постоянное",
            "Все",
            "Расходы",
            "No",
            "In",
            "For",
            "Please",
        ]
        .contains(&first);
        *k == 0
            || !(opens || l.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '•' | '*' | '–')))
    };
    let lines: Vec<&str> = near.lines().enumerate().take_while(own).map(|(_, l)| l).collect();
    let near = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let near = near.trim_start_matches(['*', '"', '”', '»']).trim_start();
    let strong = near
        .strip_prefix([',', '،', '(', '–', '—', '|', '（', '，', '—'])
        .or_else(|| near.strip_prefix("- "));
    let body = match strong {
        Some(body) => body.trim_start_matches(['(', '（', ' ', '—']),
        None => introduced(near)?,
    };
    let body = past_honours(body);
    let body = [
        "a ",
        "an ",
        "un ",
        "une ",
        "una ",
        "the ",
        "le ",
        "la ",
        "el ",
        "currently ",
        "our ",
        "its ",
        "actuellement ",
        "qui est ",
        "quien es ",
        "who is ",
    ]
    .iter()
    .fold(body.trim_start(), |b, lead| b.strip_prefix(lead).unwrap_or(b));
    let post = without_city(trimmed(held_together(body.get(..stop(body))?))).to_owned();
    if !begins(&post) {
        return None;
    }
    let wordy = post.chars().count() > 2 && post.chars().any(char::is_alphabetic);
    let folded = fold(&post);
    let aside = ["alternate", "suppl", "suplente", "passport", "head of delegation"];
    let whole = [
        "government",
        "mission",
        "fund",
        "office",
        "ministry",
        "gouvernement",
        "gobierno",
        "titular",
        "titulaire",
        "principal",
        "first",
        "second",
        "third",
        "f",
        "m",
        "male",
        "female",
        "head",
    ];
    (wordy && !aside.iter().any(|a| folded.starts_with(a)) && !whole.contains(&folded.as_str()))
        .then_some(post)
}

/// Past degrees and honours behind a name: "Esq.", "Ph.D.", "MP" with a comma.
fn past_honours(body: &str) -> &str {
    const HONOURS: [&str; 26] = [
        "esq", "phd", "jr", "sr", "mp", "mbe", "obe", "cbe", "cmg", "kc", "qc", "sc", "san", "md", "llm",
        "llb", "msc", "mba", "ma", "ba", "jp", "psc", "rtd", "retd", "ret'd", "dphil",
    ];
    let mut body = body;
    while let Some((first, rest)) = body.split_once([',', ')']) {
        let plain = fold(first).replace(['.', ' ', '('], "");
        if !HONOURS.contains(&plain.as_str()) {
            break;
        }
        body = rest.trim_start_matches([',', ' ']);
    }
    body
}

/// Where the post that `body` begins with ends. Short words in brackets belong to it ("(Migration)", "(ONARS)").
fn stop(body: &str) -> usize {
    let Some(form) = STOP.as_ref() else { return 0 };
    let mut at = 0;
    loop {
        let rest = body.get(at..).unwrap_or_default();
        let Some(found) = form.find(rest) else { return body.len() };
        let inner = found.as_str().trim_start().starts_with('(').then(|| {
            let open = at + found.end();
            let close = body.get(open..)?.find(')')?;
            let inner = body.get(open..open + close)?;
            let folded = fold(inner);
            let other = [
                "altern", "suppl", "suplen", "passport", "pass", "tel", "born", "date", "mr", "ms", "mrs",
                "age",
            ];
            let belongs = (2..=48).contains(&inner.chars().count())
                && !inner.contains(|c: char| c.is_ascii_digit() || c == '@')
                && !other.iter().any(|o| folded.starts_with(o));
            belongs.then_some(open + close + 1)
        });
        match inner.flatten() {
            Some(past) => at = past,
            None => return at + found.start(),
        }
    }
}

/// Up to the part behind a comma that is no more of the post: in small letters ("invited to", "may join") and no
/// office itself.
fn held_together(post: &str) -> &str {
    for (comma, mark) in post.match_indices([',', '،']) {
        let next = post.get(comma + mark.len()..).unwrap_or_default().trim_start();
        let Some(first) = next.chars().next() else { continue };
        let mut words = next.split([' ', '-', '’', '\'']).filter(|w| !w.is_empty());
        let on = match first {
            '\u{400}'..='\u{4ff}' => {
                first.is_uppercase() || words.by_ref().take(2).any(names::is_post_in_russian)
            }
            '\u{600}'..='\u{6ff}' => {
                is_government(next).is_some() || words.next().is_some_and(names::is_post_in_arabic)
            }
            _ if first.is_lowercase() => {
                let lead = words.next().unwrap_or_default();
                let follows = words.clone().next().unwrap_or_default();
                names::is_office(lead)
                    || matches!(lead, "of" | "de" | "du" | "des" | "del" | "da" | "do" | "d")
                    || matches!(lead, "y" | "et" | "and" | "e")
                        && (follows.starts_with(char::is_uppercase)
                            || matches!(follows, "de" | "des" | "du" | "of" | "the" | "del"))
                    || words.next().is_some_and(names::is_office)
                        && !matches!(lead, "may" | "be" | "to" | "a")
            }
            _ => true,
        };
        if !on {
            return post.get(..comma).unwrap_or(post);
        }
    }
    post
}

/// Without the city (and land) of departure that stand last: behind a post with its institution, words with capitals
/// that name neither.
pub(super) fn without_city(post: &str) -> &str {
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

/// Without the joint that leads to the next person.
fn trimmed(post: &str) -> &str {
    const JOINTS: [&str; 17] = [
        "and", "et", "y", "e", "or", "ou", "de", "du", "del", "la", "le", "el", "al", "for", "to", "also",
        "и",
    ];
    let mut post = post.trim().trim_end_matches([',', '*', ' ']);
    if !post.contains('(') {
        post = post.trim_end_matches([')', ',', ' ']);
    }
    while let Some((rest, last)) = post.rsplit_once(' ') {
        if !JOINTS.contains(&last) {
            break;
        }
        post = rest.trim_end_matches([',', ' ']);
    }
    post
}

/// Whether these words may begin a post: a capital, another script, or an office within the first words.
fn begins(post: &str) -> bool {
    let first = post.chars().next();
    if first.is_some_and(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
        return post.split([' ', '-']).take(4).any(names::is_post_in_russian)
            || is_government(post).is_some();
    }
    let latin = first.is_some_and(|c| c.is_lowercase() && fold(&c.to_string()).is_ascii());
    !latin || post.split(' ').take(3).any(names::is_office)
}

/// "of the Ministry of ...", "from the Department of ...", or a post without a comma.
fn introduced(near: &str) -> Option<&str> {
    const LEADS: [&str; 12] = [
        "of the ",
        "from the ",
        "of our ",
        "of ",
        "from ",
        "du ",
        "de la ",
        "del ",
        "de l'",
        "de l’",
        "at the ",
        "au ",
    ];
    for lead in LEADS {
        if let Some(rest) = near.strip_prefix(lead) {
            let first = rest.split(' ').next().unwrap_or_default();
            return (names::is_office(first) || is_government(rest.get(..60).unwrap_or(rest)) == Some(true))
                .then_some(rest);
        }
    }
    let first = near.split(' ').next().unwrap_or_default();
    (first.starts_with(char::is_uppercase) && names::is_office(first)).then_some(near)
}

/// The post before a name: "the Director of Migration, Ms. X". `clause` ends where the title begins.
pub(super) fn before(clause: &str) -> Option<String> {
    let line = clause.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().rev().take(12).any(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
        return before_in_russian(&line);
    }
    let line = line.strip_suffix(',').or_else(|| line.strip_suffix('،'))?;
    // The last office word with a capital that begins the phrase: after an article, a preposition or nothing.
    let mut start = None;
    let mut at = 0;
    let mut opens = true;
    for word in line.split(' ') {
        let bare = word.trim_start_matches(['(', '"']);
        let bare = bare.rsplit_once(['\'', '’']).map_or(bare, |(_, b)| b);
        if opens && bare.starts_with(char::is_uppercase) && names::is_office(bare) && start.is_none() {
            start = Some(at + word.len() - bare.len());
        }
        opens = matches!(
            word,
            "the"
                | "its"
                | "our"
                | "for"
                | "of"
                | "le"
                | "la"
                | "du"
                | "de"
                | "del"
                | "el"
                | "al"
                | "son"
                | "sa"
                | "su"
                | "a"
                | "by"
                | "par"
                | "por"
        );
        if word.ends_with([',', ';', '.']) {
            opens = true;
            start = None;
        }
        at += word.len() + 1;
    }
    let post = line.get(start?..)?.trim();
    (post.split(' ').count() <= 14).then(|| post.to_owned())
}

/// "... начальника отдела Министерства труда" before the name: no comma parts them.
fn before_in_russian(line: &str) -> Option<String> {
    let clause = line.rsplit([';', ':', '(', ')']).next()?;
    let mut at = clause.len() - clause.trim_start().len();
    let mut start = None;
    for word in clause.split_whitespace() {
        let here = at + clause.get(at..)?.find(word)?;
        if names::is_post_in_russian(word) {
            start = start.or(Some(here));
        } else if word.ends_with(',') {
            start = None;
        }
        at = here + word.len();
    }
    let post = clause.get(start?..)?.trim().trim_end_matches([',', '–', '—', '-', ' ']);
    let post = ["г-на", "г-жи", "г-жу", "г-н", "г-жа"]
        .iter()
        .fold(post, |p, title| p.strip_suffix(title).unwrap_or(p).trim_end());
    (!post.is_empty() && post.split(' ').count() <= 16).then(|| post.to_owned())
}

const GOVERNMENT: &[&str] = &[
    "minist",
    "viceminist",
    "government",
    "gouvernement",
    "gobierno",
    "embass",
    "ambassad",
    "embajad",
    "mission",
    "mision",
    "police",
    "policia",
    "parliament",
    "parlement",
    "parlamento",
    "congres",
    "senat",
    "department",
    "departement",
    "departamento",
    "directorate",
    "secretariat",
    "secretaria",
    "secretary",
    "secretaire",
    "subsecretari",
    "immigration",
    "migration",
    "inmigracion",
    "migration service",
    "migracion",
    "presidency",
    "presidence",
    "presidencia",
    "prime",
    "premier",
    "attorney",
    "fiscalia",
    "fiscal",
    "consul",
    "cancilleria",
    "chancellery",
    "министер",
    "департамент",
    "правительств",
    "посольств",
    "представительств",
    "миграционн",
    "permanent",
    "attache",
    "counsellor",
    "chief",
    "commissioner",
    "commissariat",
    "prefect",
    "prefet",
    "governor",
    "customs",
    "border",
    "frontier",
    "gendarmerie",
    "guard",
    "prosecutor",
    "court",
    "state",
    "cabinet",
    "assembly",
    "assemblee",
    "asamblea",
    "national",
    "nationale",
    "nacional",
    "authority",
    "bureau",
    "agency",
    "direction",
    "direccion",
    "direccao",
    "direcao",
    "governo",
    "وزار",
    "بوزار",
    "الوزار",
    "حكوم",
    "البعث",
    "سفار",
];
const ELSEWHERE: &[&str] = &[
    "ngo",
    "ngos",
    "non-governmental",
    "nongovernmental",
    "ong",
    "universi",
    "company",
    "foundation",
    "fondation",
    "fundacion",
    "association",
    "asociacion",
    "ltd",
    "inc",
    "s.a",
    "gmbh",
    "international organization",
    "college",
    "societe civile",
    "civil society",
    "sociedad civil",
    "red cross",
    "red crescent",
    "croix-rouge",
    "cruz roja",
    "union",
    "think",
    "charity",
    "enterprise",
    "empresa",
    "entreprise",
    "chamber",
    "جامعة",
    "университет",
];

/// Whether a post is one of a government; `None` where its words do not tell.
pub(super) fn is_government(post: &str) -> Option<bool> {
    let folded = fold(post);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.')).collect();
    let says = |list: &[&str]| {
        list.iter().any(|l| {
            if l.contains(' ') { folded.contains(l) } else { words.iter().any(|w| w.starts_with(l)) }
        })
    };
    let says_whole = |list: &[&str]| {
        list.iter().any(|l| {
            if l.len() <= 5 {
                words.iter().any(|w| w.trim_end_matches('.') == *l)
            } else if l.contains(' ') {
                folded.contains(l)
            } else {
                words.iter().any(|w| w.starts_with(l))
            }
        })
    };
    if says(&["minist", "viceminist", "министер", "وزار", "بوزار"]) {
        return Some(true);
    }
    if says_whole(ELSEWHERE) {
        return Some(false);
    }
    let chinese =
        ["部", "局", "司", "外交", "政府", "参赞", "代表团", "警察", "大使"].iter().any(|c| post.contains(c));
    (says(GOVERNMENT) || chinese).then_some(true)
}

/// Gender by the ending of the post: only feminine ones tell, masculine ones serve for both.
pub(super) fn gender(post: &str) -> Option<Gender> {
    const WOMEN: [&str; 38] = [
        "conseillere",
        "directrice",
        "consejera",
        "directora",
        "embajadora",
        "asesora",
        "ambassadrice",
        "viceministra",
        "ministra",
        "jefa",
        "secretaria",
        "subsecretaria",
        "coordinadora",
        "coordinatrice",
        "encargada",
        "funcionaria",
        "inspectrice",
        "inspectora",
        "abogada",
        "subdirectora",
        "cheffe",
        "chargee",
        "attachee",
        "avocate",
        "presidenta",
        "presidente adjointe",
        "adjointe",
        "deleguee",
        "delegada",
        "experta",
        "experte",
        "agregada",
        "советница",
        "مستشارة",
        "مديرة",
        "سفيرة",
        "وزيرة",
        "primera",
    ];
    let folded = fold(post);
    let words = folded.split([' ', ',', '-']).take(2);
    words.into_iter().any(|w| WOMEN.contains(&w)).then_some(Gender::F).filter(|_| {
        // "Secretaría de Estado" is an institution, not a woman.
        !post.to_lowercase().starts_with("secretaría")
    })
}
