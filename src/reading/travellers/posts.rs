//! The post and institution around a name, whether they are of a government, and what they tell of gender.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Gender;
use crate::reading::travellers::names;
use crate::reading::words::fold;

/// Where a post ends: the purpose of the journey, the next person, papers and birth.
static STOP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\s*(?:[;:()\n|。，；）、]|\.(?:\s|$)|،\s|\s(?:و?(?:للمشاركة|لحضور|من الصندوق|بدلا|عوضا|على نفق|التي ست|الذي س|لتمثيل|لتمكين|في (?:الجلسة|الاجتماع|الدورة|اجتماع|جلسة|دورة|أعمال|المشاورات|المؤتمر))|(?:в|на) (?:\S+ ){1,3}(?:сессии|сессию|заседани|совещани|встреч|раунд|консультаци|конференци)|на сесси|в работе)|(?:，|、|\s)?(?:出席|参加|前往|赴|作为|代表[^团处部]|代替|将于|因|持|护照)|,?\s+(?:",
        r"to (?:participate|attend|represent|take part|travel|enable|be|join|Vienna|New York|Geneva)|for (?:his|her|their|participation|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d|informal|thematic|session|meeting|high-level|upcoming|above))\b",
        r"|in order to|so (?:that|as)|(?:to )?(?:participate|attend)s? (?:in|the|at)\b|is (?:to|no)\b|be (?:considered|granted|supported)\b|should (?:the|he|she)\b|no longer\b|has been\b|have been\b|had been\b|under the (?:trust|voluntary|fund)|with (?:support|funding|financial)|through the|who\b|whose\b|which\b|will\b|shall\b|would\b|as (?:its|the|a|an|alternate) |on the occasion|instead\b|in (?:place|lieu) of|at (?:his|her|its) own|at the (?:first|second|third|fourth|fifth|sixth|\d|informal|thematic|session|meeting|above)",
        r"|(?:and|et|y|e|or|ou|o)(?: (?:de|to|for|du|del|la|le|al|a|el|d'))* (?:Mr|Mrs|Ms|Miss|Dr|Prof|M|Mme|Mlle|Sra?|Dra?|Ing|Lic|H\.E|S\.E|señora?)\b|and (?:would|requests|kindly|has|asks)|accompanied by|with (?:Mr|Ms|Mrs|Dr)\b|on \d|from \d|during\b",
        r"|n'est plus|n’est plus|ne pourra|ne sera|a été|puisse|soit\b|retenue? |chargée? de représenter|pour (?:sa|son|leur|prendre|participer|prendre|qu|la|assister)|afin |en vue |à (?:la|sa|cette) (?:\d|première|deuxième|troisième|quatrième|cinquième|sixième|session|réunion)|aux fins|qui\b|lors |dont\b|en remplacement|au lieu|en qualité",
        r"|ya no|no podrá|no podra|quien(?:es)?\b|ha sido|sea\b|pueda\b|para (?:que|su|participar|asistir|la|viajar)|a fin de|con el fin|con objeto|quien\b|a la (?:\d|primera|segunda|tercera|cuarta|quinta|sexta|reunión|sesión)|en la (?:primera|segunda|tercera|cuarta|quinta|sexta|reunión|sesión)|en lugar|en sustitución",
        r"|has\b|is\b|was\b|a été\b|sera\b|será\b|podrá|participera|assistera|participará|asistirá|holder\b|bearer\b|born\b|passport\b|titulaire|titular |для\b|котор|вместо\b|и г-|взамен|примет |примут |будет |будут |прибыва|паспорт|с целью|в целях|в связи|в качестве|родил|просит )",
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
        *k == 0 || !(l.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '•' | '*' | '–')))
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
    let body = [
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
    let stop = STOP.as_ref()?.find(body).map_or(body.len(), |m| m.start());
    let post = trimmed(body.get(..stop)?).to_owned();
    if !begins(&post) {
        return None;
    }
    let wordy = post.chars().count() > 2 && post.chars().any(char::is_alphabetic);
    let aside = [
        "alternate",
        "suppl",
        "suplente",
        "titular",
        "principal",
        "first",
        "f)",
        "m)",
        "passport",
        "head of delegation",
    ];
    (wordy && !aside.iter().any(|a| fold(&post).starts_with(a))).then_some(post)
}

/// Without the joint that leads to the next person.
fn trimmed(post: &str) -> &str {
    const JOINTS: [&str; 17] = [
        "and", "et", "y", "e", "or", "ou", "de", "du", "del", "la", "le", "el", "al", "for", "to", "also",
        "и",
    ];
    let mut post = post.trim().trim_end_matches([',', ')', '*', ' ']);
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
