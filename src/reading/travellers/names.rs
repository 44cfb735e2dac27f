//! Names by their shape: capitals, initials and particles, until a comma, a bracket, a plain word or an office.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Gender;
use crate::reading::lexicon::Lexicon;
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
    "abu", "abd", "ul", "ur", "zu", "af", "st", "du", "des", "am", "wa", "ya", "ag", "uld", "oul", "ait",
    "'t", "op", "auf", "zum", "zur", "dit", "dite", "vda", "viuda", "epouse", "ep", "nee", "veuve", "vve",
    "i", "dei", "degli", "delle", "lo", "san", "bte", "b", "s/o", "d/o", "a/l", "a/p", "as", "ad", "ed",
    "os", "het", "и", "бин", "ибн", "аль", "эль", "де", "да", "фон", "ван", "epse", "epouse", "esp", "arap",
    "ole", "walad", "weld", "wald", "umm",
];
/// What ends a Turkic patronymic; in small letters, yet part of the name, and its end where no surname follows.
const PATRONYMIC: &[&str] = &[
    "оглы", "оглу", "огли", "углы", "углу", "уулу", "улы", "заде", "кызы", "гызы", "кизи", "қызы", "ұлы",
    "oglu", "ogli", "ogly", "qizi", "kyzy", "uulu", "kizi", "gyzy", "o'g'li",
];
/// Words of offices, institutions and places: where one begins, the name is at its end. Stems (`*`) only where no
/// surname begins so ("Jefferson", "Headley", "Legall", "Namukasa").
static OFFICE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "minist* viceminist* vice-minist* permanent permanente deputy deput* director* directeur* directrice* \
         diretor* subdirect* sous-direct* counsell* counsel conseil* consej* conselh* adviser* advisor* advisory \
         ambassad* embajad* embaix* embass* embassy secretar* subsecretar* secretair* under-secret* undersecret* \
         chair chairman chairperson chairwoman president* vice-presid* chief chief's chef cheffe jefe jefa chefe \
         head commission commissioner* commissair* comisionad* comisari* officer* official* oficial expert experts \
         experte experto experta professor* professeur* profesor* attache attachee agregad* charge encargad* \
         encarregad* coordinat* coordinad* coordenad* assistant* asistent* assistent* senior principal representat* \
         representant* representan* inspector* inspecteur* inspectrice* superintend* governor* gouverneur* \
         gobernador* senator* attorney* prosecutor* procureur* fiscal judge magistrat* department* departement* \
         departamento* government* gouvernement* gobierno* governo mission* mision missao office offices oficina* \
         bureau* gabinete cabinet united republic* kingdom trust fund fonds fondo fundo session excellency excellence \
         excelencia national nacional nationale least developing member states voluntary special international \
         internacional global general generale assembly first second third premier premiere deuxieme primer primera \
         primeiro police policia passport* function fonction cargo name nominee annex consul consular \
         analyst* analista* asesor* assessor* manager* gerente* specialist* especialist* specialiste* legal \
         foreign delegate delegue deleguee delegad* directorate direction* direccion* administrat* administrad* \
         responsable* responsavel funcionari* fonctionnaire* juriste* jurista* econom* programme program planner* \
         researcher* lecturer* registrar* comptroller* technical tecnic* tecnico technicien* leader liaison focal \
         controller* adjoint* adjunt* suppleant* alternate gender age nationality date ministre vice \
         negotiator* analyste* agent agente cadre chargee gestionnaire* ingenieur* planificat* lawyer* barrister* \
         советник* министер* министр* директор* начальник* заместител* секретар* специальн* представител*",
    )])
});
/// Arabic has no capitals: these words, with or without article, are not part of a name.
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
    "بصفة",
    "عن",
    "مع",
    "او",
    "ثم",
    "قد",
    "هو",
    "هي",
    "بدلا",
    "عوضا",
    "خلفا",
    "مستشار",
    "مستشارة",
    "مدير",
    "مديرة",
    "وزير",
    "وزيرة",
    "نايب",
    "نايبة",
    "رييس",
    "رييسة",
    "سفير",
    "سفيرة",
    "بوزارة",
    "وزارة",
    "وكيل",
    "وكيلة",
    "مساعد",
    "مساعدة",
    "عضو",
    "عضوة",
    "خبير",
    "خبيرة",
    "باحث",
    "باحثة",
    "سكرتير",
    "سكرتيرة",
    "ملحق",
    "ملحقة",
    "قنصل",
    "ضابط",
    "موظف",
    "موظفة",
    "منسق",
    "منسقة",
    "مسوول",
    "مسوولة",
    "قايم",
    "مندوب",
    "مندوبة",
    "ممثل",
    "ممثلة",
    "حامل",
    "حاملة",
    "جواز",
    "مواليد",
    "مولود",
    "مولودة",
    "رقم",
    "سيشارك",
    "ستشارك",
    "سيحضر",
    "ستحضر",
    "يعمل",
    "تعمل",
    "كمندوب",
    "كممثل",
    "كمرشح",
    "يوم",
    "خلال",
    "اثناء",
    "بتاريخ",
    "ليحل",
    "لتحل",
    "محل",
    "لمشاركة",
    "عميد",
    "استاذ",
    "استاذة",
    "متخصص",
    "اخصايي",
    "ستقوم",
    "سيقوم",
    "للمشاركة",
    "للسفر",
    "وستسافر",
    "وسيسافر",
    "وهو",
    "وهي",
    "والذي",
    "والتي",
    "الخاص",
    "الخاصة",
    "الدايم",
    "الدايمة",
    "العام",
    "العامة",
    "ضمن",
    "كي",
    "حتى",
    "لكي",
    "حيث",
    "علما",
    "قصد",
    "بصدد",
    "ازاء",
    "متحدث",
    "مشرف",
    "مشرفة",
    "نقيب",
    "عقيد",
    "طبيب",
    "محام",
    "رايد",
    "مفتش",
    "مفتشة",
    "كاتب",
    "كاتبة",
    "محلل",
    "مكلف",
    "مكلفة",
    "مستشارا",
    "مديرا",
    "عن",
];

/// Whether a word belongs to an office or an institution, not to a name.
pub(super) fn is_office(word: &str) -> bool {
    let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let part = folded.split_once(['-', '/', '\'']).map_or(folded.as_str(), |(first, _)| first);
    OFFICE.get(&folded).is_some()
        || part.len() < folded.len() && part.len() > 3 && OFFICE.get(part).is_some()
        || is_post_in_russian(&folded)
}

/// Whether it is a letter of the Arabic script.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}')
}

/// Whether an Arabic word is a post, with or without article and prefix.
pub(super) fn is_post_in_arabic(word: &str) -> bool {
    let folded = fold(word);
    let bare = ["وال", "بال", "ال", "و", "ب"].iter().find_map(|p| folded.strip_prefix(p)).unwrap_or(&folded);
    stops_arabic(&folded) || ARABIC_STOP.contains(&bare)
}

/// Whether an Arabic word, without the article, ends a name.
fn stops_arabic(folded: &str) -> bool {
    let bare = folded.strip_prefix("ال").filter(|b| b.chars().count() >= 3).unwrap_or(folded);
    // "الأمين" and "العميد" are names too; with the article only clear posts stop.
    let name = bare.len() < folded.len() && matches!(bare, "امين" | "عميد" | "عوض" | "رقم");
    !name && (ARABIC_STOP.contains(&folded) || ARABIC_STOP.contains(&bare))
}

/// A full name of the Russian kind: three words with a patronymic, or a surname with initials. The patronymic tells
/// the gender.
static RUSSIAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?P<before>(?:[А-ЯЁ][А-ЯЁа-яё'’-]+\s+){1,2})",
        r"(?:[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]+)(?:(?P<f>(?i:овн|евн|ичн)(?i:а|ы|е|у|ой))|(?P<m>(?i:ович|евич|ьич|мич|кич)(?i:а|у|ем|е)?))",
        r"|[А-ЯЁ][а-яё]+(?:\s|-)(?P<turkic>(?i:оглы|оглу|огли|углы|углу|уулу|улы|заде|кызы|гызы|кизи)))\b",
        r"(?P<after>\s+[А-ЯЁ][А-ЯЁа-яё'’-]+)?",
    ))
    .ok()
});

/// Every name with a patronymic in `text`, with the gender that it tells.
pub(super) fn russian(text: &str) -> Vec<(Name, Option<Gender>)> {
    let Some(form) = RUSSIAN.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for captures in form.captures_iter(text) {
        let (Some(all), Some(before)) = (captures.get(0), captures.name("before")) else { continue };
        // A post with a capital before the name is none of its words.
        let mut lead = before.as_str();
        while let Some((first, rest)) = lead.split_once(char::is_whitespace)
            && !rest.trim().is_empty()
            && is_post_in_russian(first)
        {
            lead = rest.trim_start();
        }
        let start = before.end() - lead.len();
        // "Фамилия Имя Отчество" is whole; "Имя Отчество Фамилия" goes on.
        let end = match captures.name("after") {
            Some(last)
                if lead.split_whitespace().count() >= 2 || is_post_in_russian(last.as_str().trim()) =>
            {
                last.start()
            }
            _ => all.end(),
        };
        let Some(spoken) = text.get(start..end) else { continue };
        if spoken.contains("\n\n") {
            continue;
        }
        let words: Vec<&str> = spoken.split_whitespace().collect();
        let feminine = |w: &str| ["кызы", "гызы", "кизи"].iter().any(|f| w.to_lowercase().contains(f));
        let gender = match (captures.name("f"), captures.name("m"), captures.name("turkic")) {
            (Some(_), ..) => Some(Gender::F),
            (_, Some(_), _) => Some(Gender::M),
            (.., Some(t)) if feminine(t.as_str()) => Some(Gender::F),
            (.., Some(t)) if t.as_str().to_lowercase() != "заде" => Some(Gender::M),
            _ => None,
        };
        found.push((Name { text: words.join(" "), start, end, count: words.len() }, gender));
    }
    let Some(form) = RUSSIAN_INITIALS.as_ref() else { return found };
    for whole in form.find_iter(text).filter(|m| !is_post_in_russian(m.as_str())) {
        let words: Vec<&str> = whole.as_str().split_whitespace().collect();
        found.push((Name { text: words.join(" "), start: whole.start(), end: whole.end(), count: 2 }, None));
    }
    found
}

/// A surname with two initials, on one line: "Саркисян А.Г.", "В.Г. Ладожский".
static RUSSIAN_INITIALS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const SURNAME: &str = r"[А-ЯЁ][А-ЯЁа-яё'’-]{2,}";
    Regex::new(&format!(r"{SURNAME}[ \u{{a0}}][А-ЯЁ]\.[ \u{{a0}}]?[А-ЯЁ]\.|\b[А-ЯЁ]\.[ \u{{a0}}]?[А-ЯЁ]\.[ \u{{a0}}]?{SURNAME}")).ok()
});

/// Stems of posts and institutions in Russian prose, folded.
const RUSSIAN_POSTS: &[&str] = &[
    "советник",
    "министр",
    "министер",
    "директор",
    "начальник",
    "заместител",
    "зам.",
    "секретар",
    "специалист",
    "эксперт",
    "руководител",
    "представител",
    "помощник",
    "инспектор",
    "консультант",
    "глава",
    "главы",
    "главу",
    "главн",
    "председател",
    "посол",
    "посла",
    "послу",
    "атташе",
    "сотрудни",
    "координатор",
    "первый",
    "первого",
    "второй",
    "второго",
    "третий",
    "третьего",
    "старш",
    "ведущ",
    "генеральн",
    "полковник",
    "подполковник",
    "майор",
    "управляющ",
    "профессор",
    "доцент",
    "ректор",
    "депутат",
    "член",
    "судья",
    "судьи",
    "судью",
    "прокурор",
    "уполномоченн",
    "референт",
    "аналитик",
    "менеджер",
    "юрист",
    "статс",
    "комиссар",
    "офицер",
    "капитан",
    "временн",
    "чрезвычайн",
    "постоянн",
    "департамент",
    "отдел",
    "управлени",
    "государственн",
    "научн",
    "консул",
    "вице",
    "служб",
    "комитет",
    "агентств",
];

/// Whether a word of a Russian sentence belongs to a post.
pub(super) fn is_post_in_russian(word: &str) -> bool {
    let folded = fold(word);
    RUSSIAN_POSTS.iter().any(|p| folded.starts_with(p))
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
        // A short line is not broken by the margin, but ends.
        if count > 1 && gap.contains('\n') && !is_margin(text, at + pos) {
            break;
        }
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
        let son = count > 0 && PATRONYMIC.contains(&folded.as_str());
        let particle = PARTICLES.contains(&folded.trim_matches('\'')) || son;
        let elided = ["d'", "d’", "al-", "el-", "l'", "l’"].iter().any(|e| bare.starts_with(e));
        arabic |= first.is_some_and(|c| matches!(c, '\u{600}'..='\u{6ff}'));
        let capital = first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        let stops = bare.is_empty()
            || !(capital || particle || elided)
            || !bare.chars().any(char::is_alphabetic)
            || bare.chars().any(|c| c.is_numeric() || matches!(c, '@' | '<' | '='))
            || bare.contains('/') && !is_double(bare)
            || is_office(bare)
            || arabic && stops_arabic(&folded)
            || arabic
                && count > 0
                && ["لل", "وال", "لحضور", "لت", "لي"].iter().any(|s| folded.starts_with(s));
        if stops {
            break;
        }
        if count == 0 {
            start = pos + lead;
        }
        pos += lead + bare.len();
        count += 1;
        // A particle may stand inside a name, never at its end; one letter in capitals is an initial.
        if capital && (!particle || bare.chars().all(char::is_uppercase) || count == 1)
            || elided && !particle
            || son
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
    let hyphened = rest.get(start..end)?.contains("-\n");
    let text = if hyphened { words.join(" ").replace("- ", "-") } else { words.join(" ") };
    (text.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| Name {
        text,
        start: at + start,
        end: at + end,
        // "В.Г.Ладожский": initials without spaces.
        count: words.iter().map(|w| 1 + w.trim_end_matches('.').matches('.').count()).sum(),
    })
}

/// "Sawadogo/Kinda": two names of one bearer.
fn is_double(word: &str) -> bool {
    word.split('/').all(|p| p.chars().count() > 2 && p.starts_with(char::is_uppercase))
}

/// Whether the line that ends at `at` (white space may follow) is as long as lines of prose are.
fn is_margin(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    let next = text.get(at..).and_then(|t| t.split('\n').nth(1)).unwrap_or_default();
    let label = next.split_once(':').is_some_and(|(l, _)| l.chars().count() <= 30);
    line.chars().count() >= 34 && !label
}

/// Posts after which a Chinese name stands.
const CHINESE_POSTS: &[&str] = &[
    "参赞",
    "参事",
    "公使",
    "部长",
    "司长",
    "处长",
    "秘书",
    "大使",
    "顾问",
    "官员",
    "主任",
    "局长",
    "专员",
    "代表",
    "教授",
    "随员",
    "主管",
    "科长",
    "署长",
    "厅长",
    "干事",
    "专家",
    "总监",
    "助理",
    "主席",
    "委员",
    "法官",
    "检察官",
    "上校",
    "中校",
    "少校",
    "少将",
    "警官",
    "警监",
    "经理",
    "研究员",
    "工程师",
    "协调员",
    "负责人",
    "首席",
    "一秘",
    "二秘",
    "三秘",
    "领事",
    "武官",
    "团长",
    "团员",
    "科员",
    "监察员",
    "统计师",
    "律师",
    "博士",
    "医生",
    "队长",
    "总长",
    "次长",
    "院长",
    "所长",
    "组长",
    "特使",
    "议员",
    "职员",
    "分析师",
    "调查员",
];
/// What stands before the post of a Chinese nominee.
const CHINESE_VERBS: &[&str] = &[
    "为", "由", "提名", "推荐", "指派", "委派", "派遣", "选派", "资助", "支助", "支持", "代替", "改派",
    "通知", "替换", "派", "任命", "申请", "撤回", "撤销", "取消", "替代", "接替", "取代", "更换", "承担",
    "负担", "支付", "提供", "对", "关于", "拟派", "拟", "特派", "指定", "选定", "推选", "现",
];

/// A name without courtesy between a post and a verb of the journey: "领事司参赞恩赫图雅参加".
pub(super) fn chinese_bare(text: &str) -> Vec<(Name, Option<String>)> {
    let Some(form) = CHINESE_BARE.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for captures in form.captures_iter(text) {
        let (Some(name), Some(post)) = (captures.name("name"), captures.name("post")) else { continue };
        let tidy = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let plain = tidy(name.as_str());
        let known = plain.contains('·') || plain.starts_with(|c| SURNAMES.contains(c));
        let moves = captures.name("next").is_some_and(|n| n.as_str().chars().count() > 1);
        if !is_chinese_name(&plain) || !(known || moves) {
            continue;
        }
        let before = tidy(post.as_str());
        let from =
            CHINESE_VERBS.iter().filter_map(|v| before.rfind(v).map(|p| p + v.len())).max().unwrap_or(0);
        let post = before.get(from..).unwrap_or_default();
        let post = post.strip_prefix("我国").unwrap_or(post).to_owned();
        let name = Name { text: plain, start: name.start(), end: name.end(), count: 1 };
        found.push((name, Some(post).filter(|p| !p.is_empty())));
    }
    found
}

static CHINESE_BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let posts = CHINESE_POSTS.join("|");
    // A name of Chinese form is known by its family name, another by its point or the verb behind it.
    Regex::new(&format!(
        r"(?P<post>[\p{{Han}}\n]{{0,40}}?(?:{posts}))(?P<name>\p{{Han}}{{1,6}}(?:·\p{{Han}}{{1,6}}){{1,3}}|[{SURNAMES}]\p{{Han}}{{1,2}}?|\p{{Han}}{{2,6}}?)(?P<next>[，、（(。和及]?\n?(?:出席|参加|前往|赴|与会|参与|将|代替|接替|作为|组成)|[、（(和及]|，|。)"
    ))
    .ok()
});
/// The commonest family names of one character.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤阮裴";

/// Whether these characters may be a name, and not words of an address or an office.
fn is_chinese_name(name: &str) -> bool {
    const BEGINS: [&str; 14] =
        ["我", "贵", "本国", "本团", "谨", "致", "该", "此", "各", "其", "您", "兹", "请", "将"];
    const NEVER: [&str; 13] = [
        "女士",
        "先生",
        "小姐",
        "出席",
        "参加",
        "阁下",
        "代表",
        "联合国",
        "政府",
        "会议",
        "一名",
        "人员",
        "谨致",
    ];
    !BEGINS.iter().any(|b| name.starts_with(b))
        && !NEVER.iter().chain(CHINESE_POSTS).any(|n| name.contains(n))
}

/// A Chinese name before 先生 or 女士 (which begins at `at`), with the post before it; `floor` is where to stop.
pub(super) fn chinese(text: &str, floor: usize, at: usize) -> Option<(Name, Option<String>)> {
    let before = text.get(floor..at)?;
    let clause =
        before.rfind(['，', '。', '；', '：', '、', ',', ';', ':', '和', '及', '的', '与'].as_slice());
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
    // "我国代表、移民局副局长...": in apposition to "our representative".
    part = part.split_once("代表、").map_or(part, |(_, rest)| rest);
    part = part.trim_start_matches(['和', '及', '与', '、']);
    let post = CHINESE_POSTS.iter().filter_map(|p| part.rfind(p).map(|at| at + p.len())).max();
    let (post, name) = match post {
        Some(at) => (part.get(..at), part.get(at..)?),
        None => (None, if part.chars().count() > 5 { before.get(from(clause)..)? } else { part }),
    };
    let name = match name.rfind('的') {
        Some(at) => name.get(at + '的'.len_utf8()..)?,
        None => name,
    };
    let tidy = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (name, post) = (tidy(name), post.map(tidy).filter(|p| !p.is_empty()));
    let length = name.chars().count();
    (length >= 1 && is_chinese_name(&name) && (length <= 5 || name.contains('·') && length <= 14)).then(
        || {
            let start = at.saturating_sub(name.len());
            (Name { text: name, start, end: at, count: 1 }, post)
        },
    )
}
