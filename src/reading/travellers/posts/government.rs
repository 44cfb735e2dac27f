//! Whether a post is one of a government.

use crate::reading::words::fold;

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
    "بالبعث",
    "بعثة",
    "الجوازات",
    "للهجرة",
    "شرط",
    "بالشرط",
    "رياسة",
    "برياسة",
    "مصلحة",
    "بمصلحة",
    "الوطني",
    "القنصل",
    "مفوض",
    "ديوان",
    "بالديوان",
    "مجلس",
    "بمجلس",
    "государственн",
    "комиссариат",
    "мвд",
    "мид",
    "мчс",
    "постпредств",
    "полици",
    "милици",
    "пограничн",
    "таможен",
    "национальн",
    "парламент",
    "президент",
    "кабинет",
    "прокуратур",
    "консул",
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
pub(in crate::reading::travellers) fn is_government(post: &str) -> Option<bool> {
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
