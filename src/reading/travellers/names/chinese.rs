//! Chinese names: before a courtesy, or between a post and a verb of the journey.

use std::sync::LazyLock;

use regex::Regex;

use super::Name;

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
pub(in crate::reading::travellers) fn chinese_bare(text: &str) -> Vec<(Name, Option<String>)> {
    let Some(form) = CHINESE_BARE.as_ref().filter(|_| text.contains(is_han)) else { return Vec::new() };
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
        let run = text.get(..post.end()).unwrap_or_default().chars().rev().take(40);
        let run = run.take_while(|c| is_han(*c) || *c == '\n').map(char::len_utf8).sum::<usize>();
        let before = tidy(text.get(post.end() - run..post.end()).unwrap_or_default());
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
        r"(?P<post>{posts})(?P<name>\p{{Han}}{{1,6}}(?:·\p{{Han}}{{1,6}}){{1,3}}|[{SURNAMES}]\p{{Han}}{{1,2}}?|\p{{Han}}{{2,6}}?)(?P<next>[，、（(。和及]?\n?(?:出席|参加|前往|赴|与会|参与|将|代替|接替|作为|组成)|[、（(和及]|，|。)"
    ))
    .ok()
});
/// The commonest family names of one character.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤阮裴";

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

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
pub(in crate::reading::travellers) fn chinese(
    text: &str,
    floor: usize,
    at: usize,
) -> Option<(Name, Option<String>)> {
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
