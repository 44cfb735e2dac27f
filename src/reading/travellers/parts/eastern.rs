//! How Arabic, Russian and Chinese order who goes, who comes and what joins them.

use crate::reading::travellers::cues::Found;
use crate::reading::travellers::names;
use crate::reading::words::fold;

/// Whether a turn of being unable stands before the one it is said of: "تعذر على السيد X", "не сможет прибыть г-н X",
/// "无法出席的X先生".
pub(super) fn leads(text: &str, turn: &Found, start: usize) -> bool {
    let Some(gap) = text.get(turn.end..start) else { return false };
    let word = text.get(turn.start..).unwrap_or_default();
    if word.starts_with(names::is_arabic) {
        gap.len() <= 60 && gap.split_whitespace().count() <= 4 && !gap.contains(['،', '.', '؛'])
    } else if word.starts_with(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
        gap.len() <= 90 && !gap.contains([',', '.', ';', ':']) && !gap.contains(" и ")
    } else if word.starts_with(is_han) {
        gap.len() <= 90 && gap.contains('的') && !gap.contains(['，', '。', '；', ',', ';'])
    } else {
        false
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// "Г-на Иванова заменит г-жа Керн": of "заменит" the one in the nominative comes, wherever he stands.
pub(super) fn turns_round(text: &str, turn: &Found) -> bool {
    let word = fold(text.get(turn.start..turn.end).unwrap_or_default());
    if !["заменит", "заменят", "сменит", "сменяет", "заменяет", "замещает"].contains(&word.as_str())
    {
        return false;
    }
    let next =
        text.get(turn.end..).unwrap_or_default().split_whitespace().next().map(fold).unwrap_or_default();
    ["г-н", "г-жа", "господин", "госпожа", "д-р", "доктор", "полковник", "майор", "товарищ", "ее", "его"]
        .contains(&next.as_str())
}

/// Whether that somebody pays himself is denied: "لا تسمح بإيفادها على حساب الدولة", "не может ехать за счет бюджета".
pub(super) fn is_denied(text: &str, turn: &Found) -> bool {
    let before =
        text.get(text.floor_char_boundary(turn.start.saturating_sub(90))..turn.start).unwrap_or_default();
    let clause = before.rsplit(['.', '،', '؛', ';', '。', '，', '\n']).next().unwrap_or_default();
    let eastern = |c: char| names::is_arabic(c) || is_han(c) || matches!(c, '\u{400}'..='\u{4ff}');
    if !clause.contains(eastern) {
        return false;
    }
    let folded = fold(clause);
    folded
        .split_whitespace()
        .any(|w| matches!(w, "لا" | "لن" | "لم" | "ليس" | "غير" | "دون" | "не" | "нельзя" | "невозможно"))
        || ["无法", "不能", "无力", "難以", "难以", "不足以"].iter().any(|w| folded.contains(w))
}

/// Whether somebody is unable only for want of money.
pub(super) fn is_of_money(before: &str, clause: &str, head: &str) -> bool {
    const UNLESS: [&str; 34] = [
        "без ",
        "если не",
        "только при",
        "при условии",
        "в отсутствие",
        "не иначе",
        "иначе как",
        "только в случае",
        "только с ",
        "при поддержк",
        "за неимением",
        "нехватк",
        "дефицит",
        "دون ",
        "بدون ",
        "ما لم",
        "الا اذا",
        "الا ب",
        "لولا",
        "عدم توفر",
        "لعدم توفر",
        "نقص",
        "شح ",
        "若无",
        "没有",
        "除非",
        "否则",
        "如不",
        "若不",
        "沒有",
        "缺乏",
        "经费",
        "财政困难",
        "资金",
    ];
    const PAYING: [&str; 24] = [
        "оплат",
        "покры",
        "нести",
        "понести",
        "позволить",
        "взять на себя",
        "финансир",
        "обеспечить",
        "выделить",
        "изыскать",
        "تحمل",
        "تغطي",
        "تمويل",
        "سداد",
        "دفع",
        "توفير",
        "تدبير",
        "负担",
        "承担",
        "支付",
        "自行",
        "负擔",
        "筹措",
        "解决",
    ];
    UNLESS.iter().any(|u| clause.contains(u) || before.contains(u)) || PAYING.iter().any(|p| head.contains(p))
}

/// "请与...联系": who stands before is to be contacted.
pub(super) fn is_contact(text: &str, turn: &Found) -> bool {
    let word = text.get(turn.start..turn.end).unwrap_or_default();
    ["联系", "联络", "聯繫", "聯絡", "接洽", "洽谈"].contains(&word)
}

/// Whether the words between two persons only join them: "、", "和", "و", "и".
pub(super) fn joins(between: &str) -> bool {
    let end = between.trim_end();
    let chinese = end.ends_with(['、', '和', '及', '与', '與'])
        || between.contains(is_han) && between.contains(['、', '和', '及']);
    let arabic = between.split_whitespace().next_back() == Some("و") || end.ends_with('و');
    between.len() < 200
        && !between.contains(['。', '；'])
        && (chinese || arabic || between.split_whitespace().any(|w| w == "и"))
}

/// "路易丝女士：" on a line of its own: a salutation.
pub(super) fn is_addressed(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|t| t.rsplit('\n').next()).unwrap_or_default().trim();
    let before =
        before.trim_start_matches("尊敬的").trim_start_matches("亲爱的").trim_start_matches("敬爱的");
    let after = text.get(end..).and_then(|t| t.split('\n').next()).unwrap_or_default().trim();
    text.get(start..end).is_some_and(|t| t.contains(is_han))
        && before.is_empty()
        && matches!(
            after,
            "：" | ":" | "，" | "," | "！" | "阁下：" | "閣下：" | "鈞鑒：" | "台鉴：" | "钧鉴："
        )
}

/// "المكلفة بالاتصال": communication is an office here.
pub(super) fn is_office_of_contact(text: &str, turn: &Found) -> bool {
    let word = text.get(turn.start..turn.end).unwrap_or_default();
    let before = text.get(..turn.start).unwrap_or_default();
    word.contains("الاتصال") && before.ends_with('ب')
        // "参赞、即本函联络人黎德英先生": he goes as well.
        || ["联络人", "联系人"].contains(&word) && ["即本函", "兼", "暨"].iter().any(|j| before.ends_with(j))
}
