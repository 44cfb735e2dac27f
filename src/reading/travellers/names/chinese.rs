//! Chinese names: before a courtesy, with the points of transliteration, between a post and a verb, or at the
//! beginning of a line.
//!
//! Nothing parts a name from the post before it; names of other tongues are known by their points and by the
//! characters that transliteration uses, Chinese ones by the family name.
//!
//! Longer than 400 lines because the four ways to a name share where names begin and end.

mod honorific;
mod spaced;
mod tables;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Name;
use crate::reading::Gender;
use crate::reading::travellers::role::is_role;
use tables::{COURTESIES, DOTS, GUARDED, MOVES, NO_SOUNDS, POSTS, RARE_SURNAMES, SOUNDS, SURNAMES, VERBS};

/// A person of a Chinese text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading::travellers) struct Person {
    pub name: Name,
    /// Byte behind the courtesy.
    pub end: usize,
    pub post: Option<String>,
    pub gender: Option<Gender>,
    /// With a courtesy, or with a name of several parts behind its post.
    pub titled: bool,
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_sound(c: char) -> bool {
    SOUNDS.contains(c)
}

fn is_part(c: char) -> bool {
    is_han(c) && !NO_SOUNDS.contains(c) || is_sound(c)
}

fn is_dot(c: char) -> bool {
    DOTS.contains(c)
}

/// A point, or the hyphen of a double name.
fn is_joint(c: char) -> bool {
    is_dot(c) || matches!(c, '-' | '－' | '‐')
}

fn tidy(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether these characters may be a name, and not words of an address or an office.
fn is_name(name: &str) -> bool {
    const BEGINS: [&str; 22] = [
        "我", "贵", "本国", "本团", "谨", "致", "该", "此", "各", "其", "您", "兹", "请", "将", "方面",
        "任何", "任命", "万国", "金额", "向", "安全", "关于",
    ];
    const NEVER: [&str; 46] = [
        "同上",
        "如上",
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
        "同志",
        "程序",
        "方案",
        "工作",
        "高级",
        "负责",
        "安排",
        "办公",
        "国际",
        "移民",
        "部门",
        "机构",
        "以上",
        "上述",
        "名单",
        "如下",
        "姓名",
        "职务",
        "基金",
        "资助",
        "专题",
        "谈判",
        "单位",
        "国家",
        "外交",
        "女性",
        "男性",
        "经费",
        "费用",
        "委员",
        "大会",
    ];
    !BEGINS.iter().any(|b| name.starts_with(b))
        && !NEVER.iter().chain(POSTS).any(|n| name.contains(n))
        && name.chars().any(is_han)
}

fn is_surname(c: char) -> bool {
    SURNAMES.contains(c) || RARE_SURNAMES.contains(c)
}

/// Family names of two characters.
const DOUBLE: [&str; 14] = [
    "欧阳", "司马", "上官", "诸葛", "歐陽", "司馬", "诸葛", "諸葛", "司徒", "东方", "皇甫", "尉迟", "夏侯",
    "慕容",
];

/// A Chinese name parted into family and given name; none of another script.
pub(in crate::reading::travellers) fn in_chinese(name: &str) -> Option<(&str, &str)> {
    let first = name.chars().next().filter(|c| is_han(*c))?;
    let family =
        DOUBLE.iter().find(|family| name.starts_with(**family)).map_or(first.len_utf8(), |f| f.len());
    name.split_at_checked(family).filter(|(_, given)| !given.is_empty())
}

/// Whether a post or a courtesy begins at once, as behind a family name: "参赞", "女士".
pub(in crate::reading::travellers) fn begins_title_in_chinese(rest: &str) -> bool {
    const TITLES: [&str; 30] = [
        "先生",
        "女士",
        "小姐",
        "同志",
        "博士",
        "教授",
        "参赞",
        "参贊",
        "秘书",
        "大使",
        "公使",
        "司长",
        "副司长",
        "处长",
        "副处长",
        "局长",
        "副局长",
        "主任",
        "副主任",
        "部长",
        "科长",
        "专员",
        "上校",
        "中校",
        "少校",
        "警监",
        "随员",
        "领事",
        "总监",
        "厅长",
    ];
    TITLES.iter().any(|title| rest.starts_with(title))
}

/// Whether this is a whole name of Chinese form or of sounds alone.
fn is_form(name: &str) -> bool {
    let count = name.chars().count();
    let double = DOUBLE.iter().any(|d| name.starts_with(d));
    name.chars().any(is_dot)
        || (2..=3).contains(&count) && name.starts_with(is_surname)
        || (3..=4).contains(&count) && double
        || (2..=7).contains(&count) && name.chars().all(is_sound)
}

/// The last end of a verb in `part`, past those that are part of other words.
fn verb_end(part: &str) -> Option<usize> {
    VERBS
        .iter()
        .filter_map(|verb| {
            part.rmatch_indices(verb)
                .map(|(at, _)| at)
                .find(|at| {
                    !GUARDED.iter().any(|(v, whole)| {
                        v == verb
                            && part
                                .match_indices(whole)
                                .any(|(w, _)| w <= *at && at + verb.len() <= w + whole.len())
                    })
                })
                .map(|at| at + verb.len())
        })
        .max()
}

/// Where posts end in `part`, each for the last time. A line may break them: "一等秘" over "书孟繁星先生".
fn posts_in(part: &str) -> impl Iterator<Item = usize> {
    let whole: String = part.chars().filter(|c| *c != '\n').collect();
    let breaks: Vec<usize> =
        part.match_indices('\n').enumerate().map(|(before, (at, _))| at - before).collect();
    POSTS.iter().filter_map(move |p| {
        let end = whole.rfind(p)? + p.len();
        Some(end + breaks.iter().filter(|at| **at < end).count())
    })
}

/// The post that ends where the name begins, out of the clause before it: behind the last sign and verb.
fn post_in(clause: &str) -> Option<String> {
    // A name that heads an indented line has its post behind it.
    if clause
        .rsplit_once('\n')
        .is_some_and(|(_, line)| line.trim().is_empty() && (line.contains('\u{3000}') || line.len() > 1))
    {
        return None;
    }
    // "团员何晓岚女士国务院侨务办公室国外司处长": a row of a list begins with the role in the delegation.
    if clause.rsplit_once('\n').is_some_and(|(_, line)| is_role(line)) {
        return None;
    }
    let line = tidy(clause.rsplit("\n\n").next().unwrap_or_default());
    let part = line.rsplit(['，', '。', '；', '：', ',', ';', ':', '“', '"', '（', '(']).next()?;
    let part = part.get(verb_end(part).unwrap_or(0)..)?;
    // "我国代表、移民局副局长...": in apposition to "our representative".
    let part = ["代表、", "专家、", "官员、", "同事、", "人选、"]
        .iter()
        .filter_map(|lead| part.find(lead).filter(|at| *at < 30).map(|at| at + lead.len()))
        .max()
        .and_then(|at| part.get(at..))
        .unwrap_or(part);
    let part = part.trim_start_matches(['和', '及', '与', '與', '、', '的']);
    let part =
        ["我国", "本国", "我方", "我团", "该国", "本团", "我國", "本國", "一名", "现任", "现", "名为", "名"]
            .iter()
            .fold(part, |p, lead| p.strip_prefix(lead).unwrap_or(p));
    let part =
        part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '）' | ')' | '、'));
    let held =
        POSTS.iter().any(|p| part.ends_with(p)) || part.ends_with(['长', '長', '官', '员', '員', '师', '師']);
    (held && part.chars().count() <= 40).then(|| part.to_owned())
}

/// The first point of a name, or hyphen between two of its characters.
fn first_joint(part: &str) -> Option<usize> {
    let mut before = ' ';
    let mut chars = part.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let between = is_han(before) && chars.peek().is_some_and(|(_, next)| is_han(*next));
        if is_dot(c) || is_joint(c) && between {
            return Some(at);
        }
        before = c;
    }
    None
}

/// Bytes of the characters that begin `head` and that no name of another tongue has: "补发费尔南达", a verb. One may be a
/// sound that is not known, more are a word.
fn strangers(head: &str) -> usize {
    let plain = head.trim_start();
    let word = plain.find(|c: char| is_sound(c) || !is_han(c)).unwrap_or(plain.len());
    let more = plain.get(word..).is_some_and(|rest| rest.chars().filter(|c| is_sound(*c)).count() >= 2);
    let counts = plain.get(..word).is_some_and(|w| w.chars().count() >= 2);
    if more && counts { head.len() - plain.len() + word } else { 0 }
}

/// Where the name that ends at `end` begins: behind the post, the verb or the sign before it.
fn begin(text: &str, floor: usize, end: usize) -> Option<(usize, Option<String>)> {
    let before = text.get(floor..end)?;
    let sign = [
        '，', '。', '；', '：', '、', ',', ';', ':', '“', '"', '「', '（', '(', '|', '【', '】', '\t',
        '\u{c}',
    ];
    let hard = before.rfind(sign.as_slice());
    let hard =
        hard.map_or(0, |m| m + before.get(m..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8));
    // The last cell of a row of a table does not go on in the first of the next.
    let row = text.get(end..).and_then(|t| t.split('\n').next()).is_some_and(|t| t.contains('|'));
    let hard = before.get(hard..)?.rfind('\n').filter(|_| row && hard > 0).map_or(hard, |at| hard + at + 1);
    let part = before.get(hard..)?;
    // A name with points reaches as far before the first of them as its sounds do.
    // A post behind it is none of a name: "研究中·心助理研究员诸葛明远", a mark that recognition added.
    let joint =
        first_joint(part).filter(|dot| part.get(*dot..).is_some_and(|rest| posts_in(rest).next().is_none()));
    if let Some(dot) = joint {
        let head = part.get(..dot)?;
        let post = posts_in(head).max();
        let verb = verb_end(head);
        let start = head
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_part(*c) || c.is_ascii_alphabetic() || *c == '\n' || *c == ' ')
            .last()
            .map(|(at, _)| at);
        let short = |at: &usize| head.get(*at..).is_some_and(|t| (1..=6).contains(&t.trim().chars().count()));
        let sounds = head
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_sound(*c) || c.is_ascii_alphabetic() || *c == '\n' || *c == ' ')
            .last()
            .map(|(at, _)| at);
        // What stands last before the name: a post, a verb, a character that is in no name; else the sounds tell.
        let start = [post, verb, start]
            .into_iter()
            .flatten()
            .filter(|at| *at < dot)
            .max()
            .filter(short)
            .map(|at| at + strangers(head.get(at..).unwrap_or_default()))
            .or(sounds)?;
        let lead = part.get(start..)?.len() - part.get(start..)?.trim_start().len();
        let at = floor + hard + start + lead;
        return Some((at, post_in(text.get(floor..at)?)));
    }
    // "团员  贺  锋": set apart by blanks, the name has more of them than the one before it.
    if let Some(spaced) = spaced::ending(part) {
        let at = floor + hard + spaced;
        return Some((at, post_in(text.get(floor..at)?)));
    }
    let post = posts_in(part).filter(|at| *at < part.len()).max();
    let from = post
        .into_iter()
        .chain(verb_end(part).filter(|at| *at < part.len()))
        .chain(
            part.rfind(['和', '及', '与', '與', '的', '将', '將', ' ', '\n'])
                .map(|at| at + part.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8))
                .filter(|at| {
                    let name = part.get(*at..).unwrap_or_default();
                    // A line may break a name: "欧阳" over "国栋先生".
                    let halved = text
                        .get(..floor + hard + at)
                        .and_then(|t| t.strip_suffix('\n'))
                        .is_some_and(|t| DOUBLE.iter().any(|d| t.ends_with(d)));
                    !name.is_empty()
                        && !halved
                        && (part.get(..*at).is_some_and(|t| !t.ends_with('\n')) || name.chars().count() > 1)
                }),
        )
        .max()
        .unwrap_or(0);
    let at = floor + hard + from;
    let blank = text.get(at..end).map_or(0, |t| t.len() - t.trim_start().len());
    let at = at + blank;
    Some((at, post_in(text.get(floor..at)?)))
}

/// Every person of a Chinese text.
pub(in crate::reading::travellers) fn persons(text: &str, most: usize) -> Vec<Person> {
    if !text.contains(is_han) {
        return Vec::new();
    }
    let mut ends: Vec<(Range<usize>, usize, Option<Gender>, bool)> = Vec::new();
    for (word, gender) in COURTESIES {
        for (at, _) in text.match_indices(word).take(most) {
            let end = at + word.len();
            // "黎文德（先生）": a courtesy in brackets.
            let at = text.get(..at).and_then(|t| t.strip_suffix(['（', '('])).map_or(at, str::len);
            ends.push((at..at, end, *gender, true));
        }
    }
    let mut found: Vec<Person> = Vec::new();
    if let Some(form) = DOTTED.as_ref() {
        for whole in form.find_iter(text).filter(|m| m.as_str().contains(is_dot)).take(most) {
            let end = dotted_end(text, whole.range());
            ends.push((end..end, end, None, false));
        }
    }
    ends.sort_by_key(|e| (e.0.start, std::cmp::Reverse(e.1)));
    ends.dedup_by_key(|e| e.0.start);
    let mut last = 0;
    for (at, end, gender, titled) in ends {
        let from = text.get(..at.start).and_then(|t| t.char_indices().rev().nth(60)).map_or(0, |(k, _)| k);
        let floor = from.max(last);
        let Some((start, post)) = begin(text, floor.min(at.start), at.start) else { continue };
        let Some(spoken) = text.get(start..at.start) else { continue };
        // "· 郑凯文": the mark of an item.
        let mark = spoken.len() - spoken.trim_start_matches(|c: char| is_dot(c) || c.is_whitespace()).len();
        let (start, spoken) = (start + mark, spoken.get(mark..).unwrap_or_default());
        let plain = tidy(spoken);
        let length = plain.chars().count();
        let dotted = plain.chars().any(is_dot);
        let fits = length >= 1
            && (length <= 5 || dotted && length <= 24 || length <= 8 && plain.chars().all(is_sound));
        // "宿补助·其": of a name of another tongue most characters are sounds.
        let sounds = 2 * plain.chars().filter(|c| is_sound(*c)).count() >= length;
        if !fits || !is_name(&plain) || !(titled || dotted && sounds) || spoken.contains("\n\n") {
            continue;
        }
        // "阁下", "博士" and "教授" end words of addresses and offices too.
        let weak = gender.is_none() && titled && !is_form(&plain);
        if weak {
            continue;
        }
        last = end;
        let name = Name { text: spaced::printed(spoken).unwrap_or(plain), start, end: at.start, count: 1 };
        let titled = titled || post.is_some();
        found.push(Person { name, end, post, gender, titled });
    }
    found.extend(latin(text).into_iter().take(most));
    let more = bare(text, &found);
    found.extend(more.into_iter().take(most));
    found.extend(of_lines(text).into_iter().take(most));
    honorific::strip(text, &mut found);
    found
}

/// Where a run with points ends as a name: before a courtesy, a verb, or what is no sound.
fn dotted_end(text: &str, whole: Range<usize>) -> usize {
    let run = text.get(whole.clone()).unwrap_or_default();
    let last = run.char_indices().rev().find(|(_, c)| is_joint(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let from = whole.start + last;
    let tail = text.get(from..).unwrap_or_default();
    let reach = tail.char_indices().nth(14).map_or(tail.len(), |(at, _)| at);
    let tail = tail.get(..reach).unwrap_or_default();
    let tail =
        tail.get(..tail.find(|c: char| !is_han(c) && c != '\n').unwrap_or(tail.len())).unwrap_or_default();
    // A courtesy near by ends it, whatever the sounds.
    let courtesy = COURTESIES.iter().filter_map(|(c, _)| tail.find(c)).filter(|at| *at > 0).min();
    let courtesy = courtesy.filter(|at| {
        // "恩和图雅": in names from Mongolian the sound of "and" is part of a word.
        tail.get(..*at).is_some_and(|t| {
            let plain = t.replace("恩和", "恩");
            t.chars().count() <= 9 && !plain.contains(|c| "的和与及参赴由将为是".contains(c))
        })
    });
    let mut stop = 0;
    for (at, c) in tail.char_indices() {
        let next = tail.get(at + c.len_utf8()..).and_then(|t| t.chars().next());
        // One character that is not known may stand between those that are.
        if !(is_sound(c) || is_part(c) && next.is_some_and(is_sound)) {
            break;
        }
        stop = at + c.len_utf8();
    }
    let ends = ["本人", "可否", "一行", "大使", "公使", "硕士", "碩士", "学士", "學士"];
    let stop = ends.iter().filter_map(|e| tail.find(e)).chain(std::iter::once(stop)).min().unwrap_or(stop);
    let stop = courtesy.unwrap_or(stop);
    let stop = if stop == 0 { tail.chars().next().map_or(0, char::len_utf8) } else { stop };
    whole.start + last + stop
}

static DOTTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // A line may end anywhere in it.
    let part = r"[\p{Han}A-Z]{1,8}(?:\n\p{Han}{1,6})?";
    // Behind a point the next line may be indented as well: no name ends with one.
    Regex::new(&format!(r"{part}\n?(?:[{DOTS}－‐-](?:\n[ \u{{3000}}]*)?{part})+")).ok()
});

/// A name in Latin letters within Chinese: "高级官员 Ana Duro 女士", "Ana Duro，移民司司长".
fn latin(text: &str) -> Vec<Person> {
    let Some(form) = LATIN.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for captures in form.captures_iter(text) {
        let Some(name) = captures.name("name") else { continue };
        let sign = captures.name("sign");
        let spoken = sign.map_or("", |s| s.as_str());
        let gender = COURTESIES.iter().find(|(c, _)| *c == spoken).map(|(_, g)| *g);
        let titled = gender.is_some();
        let before = text.get(..name.start()).unwrap_or_default().trim_end_matches(' ');
        let from = before.char_indices().rev().nth(60).map_or(0, |(k, _)| k);
        let post = before.get(from..).and_then(post_in);
        let clause = text
            .get(sign.map_or(name.end(), |s| s.end())..)
            .unwrap_or_default()
            .split(['，', '。', '；', '）', ')', ',', '\n'])
            .next();
        let follows = clause.map(tidy).is_some_and(|c| is_post(&c));
        // Without any of these: amid Chinese, in capitals as names have them.
        let amid = before.trim_end_matches(['\n', ' ', '：', '"', '“', '「']).ends_with(is_han)
            && text.get(name.end()..).is_some_and(|t| {
                t.trim_start_matches(['\n', ' ', '。', '"', '”', '」', '-', '—']).starts_with(is_han)
            });
        if !titled && !follows && post.is_none() && !amid {
            continue;
        }
        let end = sign.filter(|_| titled).map_or(name.end(), |s| s.end());
        let text = name.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
        let count = text.split(' ').count();
        let name = Name { text, start: name.start(), end: name.end(), count };
        found.push(Person { name, end, post, gender: gender.flatten(), titled });
    }
    found
}

static LATIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?P<name>\p{Lu}[\p{Latin}'’.-]*(?: (?:[a-z]{1,4} )?\p{Lu}[\p{Latin}'’.-]*){1,4}) ?(?P<sign>先生|女士|小姐|同志|博士|教授|，|（|、)?",
    )
    .ok()
});

/// A name without courtesy between a post and a verb or a sign: "领事司参赞恩赫图雅参加".
fn bare(text: &str, named: &[Person]) -> Vec<Person> {
    let Some(form) = BARE.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(captures) = form.captures_at(text, next) {
        let (Some(name), Some(post)) = (captures.name("name"), captures.name("post")) else { break };
        // "领事司参赞...": where the first post is the beginning of an office, another may follow at once.
        next = post.end();
        let plain = tidy(name.as_str());
        let known = plain.starts_with(|c| SURNAMES.contains(c)) && plain.chars().count() <= 3;
        let moves = captures.name("next").is_some_and(|n| n.as_str().chars().count() > 1);
        let office = plain.contains(|c| "团组会部局司处员人等们各级面國国委院所层次第届名位".contains(c));
        if !is_name(&plain) || office || !(known || moves && plain.chars().all(is_part)) {
            continue;
        }
        let from = text.get(..post.end()).and_then(|t| t.char_indices().rev().nth(60)).map_or(0, |(k, _)| k);
        // The person before, whose name is no part of this one's post.
        let from = named
            .iter()
            .chain(&found)
            .map(|p: &Person| p.end)
            .filter(|e| *e <= post.start())
            .fold(from, usize::max);
        let post = text.get(from..post.end()).and_then(post_in);
        let name = Name { text: plain, start: name.start(), end: name.end(), count: 1 };
        next = name.end;
        found.push(Person { end: name.end, name, post, gender: None, titled: false });
    }
    found
}

static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let posts = POSTS.join("|");
    // A name of Chinese form is known by its family name, another by its sounds and the verb behind it.
    Regex::new(&format!(
        r"(?P<post>{posts})(?P<name>[{SURNAMES}]\p{{Han}}{{1,2}}?|\p{{Han}}{{2,7}}?)(?P<next>[，、（(。和及]?\n?(?:{MOVES})|[、（(和及]|，|。|；|;|\n|$)"
    ))
    .ok()
});

/// A person at the beginning of a line: "1. 张三，外交部司长", "团 长   陈柏年（男）   外交部参赞", "女士 谷若楠   处长".
fn of_lines(text: &str) -> Vec<Person> {
    let Some(form) = LINE.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\u{c}']) {
        let start = at;
        at += line.len();
        let Some(captures) = form.captures(line.trim_end()) else { continue };
        let (Some(name), Some(rest)) = (captures.name("name"), captures.name("rest")) else { continue };
        let plain = tidy(name.as_str());
        let sex = captures.name("sex").or_else(|| captures.name("title")).map(|s| s.as_str());
        let clause = rest.as_str().split(['。', '；', ';']).next().unwrap_or_default();
        let post =
            clause.split(['，', ',', '（', '(']).map(tidy).find(|p| p.chars().count() <= 40 && is_post(p));
        let told = captures.name("role").is_some() || sex.is_some();
        if !is_name(&plain) || !is_form(&plain) || !(told || post.is_some()) {
            continue;
        }
        let gender = match sex {
            Some(s) if s.contains('男') || s == "先生" => Some(Gender::M),
            Some(s) if s.contains(['女', '小']) => Some(Gender::F),
            _ => None,
        };
        let (from, end) = (start + name.start(), start + name.end());
        let printed = spaced::printed(name.as_str()).unwrap_or(plain);
        let name = Name { text: printed, start: from, end, count: 1 };
        found.push(Person { name, end, post, gender, titled: false });
    }
    found
}

static LINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let double = DOUBLE.join("|");
    Regex::new(&format!(
        r"^\s*(?:[-•*·—–●○■◆]\s*|[（(]?(?:[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})[)）.．、]\s*|[①②③④⑤⑥⑦⑧⑨⑩]\s*|第[一二三四五]位[：:]?\s*)?(?:(?P<role>团\s*长|副\s*团\s*长|团\s*员|译\s*员|翻\s*译|成\s*员|代\s*表|副\s*代\s*表|随\s*员|顾\s*问|专\s*家|组\s*长|候\s*选\s*人|人\s*选|被提名人|姓\s*名|團\s*長|團\s*員|候\s*選\s*人)\s*[：:\s]\s*)?(?:(?P<title>先生|女士|小姐|同志)\s+)?(?P<name>(?:{double})\p{{Han}}{{1,2}}|[{SURNAMES}{RARE_SURNAMES}]\p{{Han}}{{1,2}}|[{SURNAMES}{RARE_SURNAMES}](?:[ \u{{3000}}]{{1,2}}\p{{Han}}){{1,2}}|[{SOUNDS}]{{2,7}}|[{SOUNDS}]{{1,6}}(?:[{DOTS}][{SOUNDS}]{{1,6}})+)(?:先生|女士|同志|博士)?\s*(?P<sex>[（(][男女][^）)]{{0,12}}[）)]|[男女])?(?:\s*[，,：:—–|-]+\s*|\s+|[（(])(?P<rest>[^\n]{{2,}})$"
    ))
    .ok()
});

/// Whether the whole of these words is a post.
pub(in crate::reading::travellers) fn is_post(words: &str) -> bool {
    const NO: [&str; 24] = [
        "我们", "请", "将", "已", "一致", "感谢", "不", "出席", "参加", "联系", "先生", "女士", "会议",
        "费用", "办理", "：", "。", "\"", "“", "他", "她", "如", "本人", "其",
    ];
    let words = words.trim_end_matches(['）', ')', '兼', '。', ' ']);
    let held = POSTS.iter().any(|p| words.ends_with(p))
        || words.ends_with(['长', '長', '官', '员', '員', '师', '師']);
    held && words.chars().all(|c| is_han(c) || "、·（）()/和-".contains(c) || c.is_ascii_alphanumeric())
        && !NO.iter().any(|n| words.contains(n))
}

/// The name that begins a value: up to its courtesy, a sign, or the end of the line; none where a post leads it.
pub(super) fn at(text: &str, at: usize) -> Option<Name> {
    let rest = text.get(at..)?;
    let lead = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\n', '“', '"', '「']).len();
    let rest = rest.get(lead..)?;
    if let Some((name, end)) = spaced::beginning(rest) {
        return Some(Name { text: name, start: at + lead, end: at + lead + end, count: 2 });
    }
    let run =
        rest.find(|c: char| !(is_han(c) || is_joint(c) || c.is_ascii_uppercase())).unwrap_or(rest.len());
    let run = rest.get(..run)?;
    let end = COURTESIES.iter().filter_map(|(c, _)| run.find(c)).filter(|at| *at > 0).min();
    let name = run.get(..end.unwrap_or(run.len()))?;
    let count = name.chars().count();
    // "速万娜莉（女）": its bearer's sex tells that it is whole.
    let rest = rest.get(run.len()..).unwrap_or_default();
    let told = ["（女", "（男", "(女", "(男", "（先生", "（女士"].iter().any(|t| rest.starts_with(t));
    let fits = is_form(name)
        || (end.is_some() || told) && count <= 5
        || told && count <= 8
        || (2..=3).contains(&count);
    (fits && is_name(name) && (2..=24).contains(&count)).then(|| Name {
        text: name.to_owned(),
        start: at + lead,
        end: at + lead + name.len(),
        count: 2,
    })
}
