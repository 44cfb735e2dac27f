//! Numbers of notes in Chinese: "（2017）联字第417号", "第255/03号", "CPM/2017/106号".

use std::sync::LazyLock;

use regex::Regex;

use super::shape::is_code;

/// "(2017)美字第12号": year and office in brackets.
static CHINESE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([^\s,，。：:]{0,14}[(（\[〔【][^)）\]〕】]{2,6}[)）\]〕】]\s?第?\s?\S{0,8}?\s?\d+\s?[号號]|[\p{Han}]{1,8}字第?\s?(?:[A-Za-z0-9/-]{1,16}|[一二三四五六七八九十百〇零○]{1,6})\s?[号號]|[(（\[〔【]\d{4}[)）\]〕】]\p{Han}{1,8}字第?\d{1,6})")
        .ok()
});

/// "第255/03号", "第一〇九號".
static COUNTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"第\s?([A-Za-z0-9][^号號\n。]{0,39}?|[一二三四五六七八九十百〇零○]{2,6})\s?[号號]").ok()
});

/// The number that a line of its own holds.
pub(super) fn number_in_chinese(line: &str) -> Option<String> {
    if !line.contains(['号', '號']) || line.chars().count() > 60 || is_recalled_in_chinese(line) {
        return None;
    }
    let captured = |form: &LazyLock<Option<Regex>>| {
        let found = form.as_ref()?.captures(line)?;
        Some(found.get(1)?.as_str().trim().to_owned())
    };
    let found = counted_code(line).or_else(|| captured(&CHINESE)).or_else(|| captured(&COUNTED));
    found.filter(|value| value.chars().count() <= 48)
}

/// A line that is a code counted in Chinese: "CPM/2017/106号", and behind the name of the paper "照会字第CML/22/2018号".
fn counted_code(line: &str) -> Option<String> {
    let code = line.strip_suffix(['号', '號'])?.trim();
    let named = ["照会字第", "照會字第", "照会第", "照會第"].iter().find_map(|name| code.strip_prefix(name));
    match named {
        Some(inner) => is_code(inner.trim()).filter(|code| code.contains('/')),
        None => is_code(code).filter(|_| !code.starts_with('第')).map(|_| line.to_owned()),
    }
}

/// "我团5月30日第CML/41/2018号照会曾推荐…": a line that goes on behind the number and its paper speaks of an earlier one.
fn is_recalled_in_chinese(text: &str) -> bool {
    let behind = text.split(['号', '號']).nth(1).unwrap_or_default();
    let papers = ["照会", "照會", "来照", "來照", "函", "普通照会", "普通照會"];
    papers.iter().filter_map(|paper| behind.strip_prefix(paper)).any(|rest| rest.chars().count() > 4)
}
