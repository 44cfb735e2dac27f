//! Names by their shape: capitals, initials and particles, until a comma, a bracket, a plain word or an office.

use crate::reading::words::fold;

/// A name as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// On one line.
    pub text: String,
    /// Bytes of the document.
    pub start: usize,
    pub end: usize,
    /// Words of it.
    pub count: usize,
}

const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "do", "dos", "das", "la", "las", "los", "le", "van", "von", "der",
    "den", "ten", "ter", "bin", "bint", "ben", "ibn", "binti", "al", "el", "ould", "mint", "y", "e", "d",
    "abu", "abd", "ul", "ur", "zu", "af", "st", "du", "des", "am",
];
/// Words of offices, institutions and places: where one begins, the name is at its end.
const OFFICE: &[&str] = &[
    "minist",
    "viceminist",
    "permanent",
    "deput",
    "direct",
    "subdirect",
    "counsel",
    "conseil",
    "consej",
    "advis",
    "ambassad",
    "embajad",
    "embass",
    "secretar",
    "subsecretar",
    "secretair",
    "chair",
    "president",
    "chief",
    "chef",
    "jef",
    "head",
    "commission",
    "comisionad",
    "officer",
    "official",
    "expert",
    "professor",
    "attache",
    "charge",
    "encargad",
    "coordinat",
    "coordinador",
    "assistant",
    "asistente",
    "senior",
    "principal",
    "representat",
    "represent",
    "permanente",
    "inspector",
    "inspecteur",
    "superintendent",
    "governor",
    "senator",
    "attorney",
    "prosecutor",
    "judge",
    "department",
    "departamento",
    "government",
    "gouvernement",
    "gobierno",
    "mission",
    "mision",
    "office",
    "oficina",
    "bureau",
    "united",
    "republic",
    "republique",
    "republica",
    "kingdom",
    "trust",
    "fund",
    "fonds",
    "fondo",
    "session",
    "excellency",
    "national",
    "nacional",
    "least",
    "developing",
    "member",
    "states",
    "voluntary",
    "special",
    "international",
    "global",
    "general",
    "first",
    "second",
    "third",
    "premier",
    "deuxieme",
    "police",
    "passport",
    "function",
    "name",
    "nominee",
    "annex",
    "consul",
    "analyst",
    "asesor",
    "manager",
    "gerente",
    "specialist",
    "especialista",
    "legal",
    "foreign",
    "советник",
    "министер",
    "директор",
    "начальник",
    "заместител",
    "секретар",
];
/// Arabic has no capitals: these words are not part of a name.
const ARABIC_STOP: &[&str] = &[
    "من",
    "في",
    "الذي",
    "التي",
    "الى",
    "على",
    "لدى",
    "وذلك",
    "بغرض",
    "بصفتها",
    "بصفته",
    "عن",
    "مستشار",
    "مستشارة",
    "مدير",
    "مديرة",
    "وزير",
    "وزيرة",
    "نائب",
    "رييس",
    "رئيس",
    "سفير",
    "سفيرة",
    "بوزارة",
];

/// Whether a word belongs to an office or an institution, not to a name.
pub(super) fn is_office(word: &str) -> bool {
    let folded = fold(word);
    OFFICE.iter().any(|o| folded.starts_with(o)) && folded != "generali"
}

const SPACE: [char; 5] = [' ', '\u{a0}', '\n', '\r', '\t'];
const ENDS: [char; 14] = [' ', '\u{a0}', '\n', '\r', '\t', ',', ';', ':', '(', ')', '،', '|', '–', '—'];

/// The name that begins at `at` (white space before it is passed). At most eight words; a line break is passed
/// once when `wraps`.
pub(super) fn at(text: &str, at: usize, wraps: bool) -> Option<Name> {
    let rest = text.get(at..)?;
    let (mut start, mut end, mut pos, mut count, mut breaks) = (0, 0, 0, 0, 0);
    let mut arabic = false;
    while count < 8 {
        let tail = rest.get(pos..)?;
        let lead = tail.len() - tail.trim_start_matches(SPACE).len();
        let gap = tail.get(..lead)?;
        breaks += gap.matches('\n').count();
        if breaks > usize::from(wraps)
            || (count > 0 && (lead == 0 || gap.contains('\t') || (!wraps && gap.len() > 2)))
        {
            break;
        }
        let word = tail.get(lead..)?.split(ENDS).next().unwrap_or_default();
        let initial = word.ends_with('.') && word.chars().count() <= 3 || word.matches('.').count() > 1;
        let bare = if initial { word } else { word.trim_end_matches(['.', '"', '»', '”', '*']) };
        let folded = fold(bare);
        let first = bare.chars().next();
        let particle = PARTICLES.contains(&folded.trim_matches('\''));
        let elided = ["d'", "d’", "al-", "el-", "l'", "l’"].iter().any(|e| bare.starts_with(e));
        arabic |= first.is_some_and(|c| matches!(c, '\u{600}'..='\u{6ff}'));
        let capital = first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        let stops = bare.is_empty()
            || !(capital || particle || elided)
            || !bare.chars().any(char::is_alphabetic)
            || bare.chars().any(|c| c.is_numeric() || matches!(c, '@' | '/' | '<' | '='))
            || is_office(bare)
            || arabic
                && count > 0
                && (ARABIC_STOP.contains(&folded.as_str())
                    || ["لل", "وال", "لحضور", "لت", "لي"].iter().any(|s| folded.starts_with(s)));
        if stops {
            break;
        }
        if count == 0 {
            start = pos + lead;
        }
        pos += lead + bare.len();
        count += 1;
        // A particle may stand inside a name, never at its end; one letter in capitals is an initial.
        if capital && (!particle || bare.chars().all(char::is_uppercase) || count == 1) || elided && !particle
        {
            end = pos;
        }
        if bare.len() < word.len()
            || rest.get(pos..).is_some_and(|r| r.starts_with([',', ';', ':', '(', ')', '،']))
        {
            break;
        }
    }
    let words: Vec<&str> = rest.get(start..end)?.split_whitespace().collect();
    let text = words.join(" ");
    (text.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| Name {
        text,
        start: at + start,
        end: at + end,
        count: words.len(),
    })
}

/// Posts after which a Chinese name stands.
const CHINESE_POSTS: [&str; 20] = [
    "参赞", "部长", "司长", "处长", "秘书", "大使", "顾问", "官员", "主任", "局长", "专员", "代表", "教授",
    "随员", "主管", "科长", "署长", "厅长", "干事", "专家",
];
/// What stands before the post of a Chinese nominee.
const CHINESE_VERBS: [&str; 15] = [
    "为", "由", "提名", "推荐", "指派", "委派", "派遣", "资助", "支助", "支持", "代替", "改派", "通知",
    "替换", "派",
];

/// A Chinese name before 先生 or 女士 (which begins at `at`), with the post before it; `floor` is where to stop.
pub(super) fn chinese(text: &str, floor: usize, at: usize) -> Option<(Name, Option<String>)> {
    let before = text.get(floor..at)?;
    let clause = before.rfind(['，', '。', '；', '：', '、', ',', ';', ':', '和', '及'].as_slice());
    // "外交和国际合作部参赞": a joint inside an institution is not a boundary; one before a bare name is.
    let hard = before.rfind(['，', '。', '；', '：', ',', ';', ':'].as_slice());
    let from = |mark: Option<usize>| {
        mark.map_or(0, |m| m + before.get(m..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8))
    };
    let part = before.get(from(hard)..)?;
    let verb = CHINESE_VERBS.iter().filter_map(|v| part.rfind(v).map(|p| p + v.len())).max();
    let mut part = part.get(verb.unwrap_or(0)..)?;
    if verb.is_none() {
        part = before.get(from(hard)..)?;
    }
    part = part.trim_start_matches(['和', '及', '与', '、']);
    let post = CHINESE_POSTS.iter().filter_map(|p| part.rfind(p).map(|at| at + p.len())).max();
    let (post, name) = match post {
        Some(at) => (part.get(..at), part.get(at..)?),
        None => (None, if part.chars().count() > 5 { before.get(from(clause)..)? } else { part }),
    };
    let tidy = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (name, post) = (tidy(name), post.map(tidy).filter(|p| !p.is_empty()));
    let length = name.chars().count();
    (length >= 1 && (length <= 5 || name.contains('·') && length <= 14)).then(|| {
        let start = at.saturating_sub(name.len());
        (Name { text: name, start, end: at, count: 1 }, post)
    })
}
