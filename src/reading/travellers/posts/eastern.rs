//! Posts of Arabic, Russian and Chinese: where no comma leads to them, and before the name.

use crate::reading::travellers::names;
use crate::reading::words::fold;

use super::end::stop;

/// The post behind a name where it stands without a comma: on the next line, in another clause of a Chinese sentence,
/// or right behind the name; `Some(None)` where nothing that follows may be one. `rest` begins where the name and its
/// courtesy end.
pub(super) fn after(rest: &str) -> Option<Option<String>> {
    let first = rest.trim_start_matches([' ', '\u{a0}', '\u{3000}', '"', '”', '」', '»', '\n', '\r', '\t']);
    let lead = rest.get(..rest.len() - first.len())?;
    if rest.trim_start_matches([' ', '"', '”', '」']).starts_with(is_han_or_sign) && is_chinese(rest) {
        return Some(chinese(rest));
    }
    let first = first.trim_start_matches(['–', '—', '-', ' ', '\u{a0}']);
    if lead.matches('\n').count() == 1 {
        return below(first).map(Some);
    }
    let word = first.split([' ', '\n']).next()?;
    let led = lead.contains(' ') && !lead.contains('\n');
    let arabic = word.starts_with(names::is_arabic) && names::is_post_in_arabic(word);
    let russian = word.starts_with(|c: char| c.is_lowercase() && matches!(c, '\u{400}'..='\u{4ff}'))
        && names::is_post_in_russian(word);
    (led && (arabic || russian)).then(|| cut(first))
}

fn is_han_or_sign(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '，' | '（' | '、' | '\u{3000}') || c == '(' || c == '\n'
}

fn is_chinese(rest: &str) -> bool {
    rest.chars().take(24).any(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
}

/// A post that fills the line below the name.
fn below(text: &str) -> Option<String> {
    let mut lines = text.lines();
    let line = lines.next()?.trim();
    let word = line.split([' ', '-']).next()?;
    let arabic = line.starts_with(names::is_arabic) && names::is_post_in_arabic(word);
    let cyrillic = line.starts_with(|c| matches!(c, '\u{400}'..='\u{4ff}'));
    let russian = cyrillic && line.split([' ', '-']).take(2).any(names::is_post_in_russian);
    if !arabic && !russian || line.contains(':') {
        return None;
    }
    let mut post = line.to_owned();
    // A wrapped line goes on in small letters.
    for more in lines.take(2) {
        let more = more.trim();
        // "... по вопросам новых вызовов и угроз" over "МИД России"
        let short = more
            .split(' ')
            .next()
            .is_some_and(|w| (2..=6).contains(&w.chars().count()) && w.chars().all(char::is_uppercase));
        let on = russian && (more.starts_with(char::is_lowercase) || short) && line.chars().count() > 30;
        if !on {
            break;
        }
        post.push(' ');
        post.push_str(more);
    }
    cut(&post)
}

fn cut(text: &str) -> Option<String> {
    let near: String = text.chars().take(300).collect();
    let near = near.split("\n\n").next()?;
    let near = near.split_whitespace().collect::<Vec<_>>().join(" ");
    let post = super::held_together(near.get(..stop(&near))?);
    let post = without_part(post.trim_end_matches([',', '،', ' ', '.', ';', '؛']));
    (post.chars().count() > 3).then(|| post.to_owned())
}

/// A post with its office has so many characters.
const ROW: usize = 6;

/// Behind a Chinese name: "，现任...司长", "（外交部司长）", "  外交部司长", and over one clause that is none.
fn chinese(rest: &str) -> Option<String> {
    let sentence = rest.split(['。', '；', ';', '|']).next()?;
    let sentence = sentence.split("\n\n").next()?;
    let mut far = 0;
    // The clause in which the name stands is no post, unless space or a sign parts it from the name.
    let opens = sentence.trim_start_matches(['"', '”', '」', '』', '"']);
    let parted =
        opens.starts_with(['，', ',', '（', '(', ' ', '\u{3000}', '\t', '\n', '—', '-', '–', '：', ':']);
    let clauses = opens.split(['，', ',', '（', '）', '(', ')', '—', '–', '：', ':', '\n']);
    for (k, clause) in clauses.enumerate() {
        // "团员何晓岚女士国务院侨务办公室国外司处长": a row of a list, whose cells no sign parts.
        let row = clause.chars().count() >= ROW
            && opens.get(clause.len()..).is_none_or(|t| t.is_empty() || t.starts_with('\n'));
        if k == 0 && !parted && !row {
            continue;
        }
        let plain: String = clause.chars().filter(|c| !c.is_whitespace() && *c != '"').collect();
        if plain.is_empty() {
            continue;
        }
        let plain = [
            "现任",
            "时任",
            "现为",
            "担任",
            "系我国",
            "系",
            "为",
            "即",
            "我国",
            "本国",
            "其为",
            "现職",
            "現任",
            "他是",
            "她是",
            "是",
            "男",
            "女",
        ]
        .iter()
        .fold(plain.as_str(), |p, lead| p.strip_prefix(lead).unwrap_or(p));
        let plain = plain.trim_start_matches(['、', '：', ':']);
        if names::is_post_in_chinese(plain) && plain.chars().count() <= 40 {
            return Some(plain.to_owned());
        }
        far += 1;
        // Another person, or another matter.
        if far > 2
            || ["先生", "女士", "联系", "聯絡", "代替", "改派", "同志", "由", "和", "及"]
                .iter()
                .any(|n| plain.contains(n))
        {
            return None;
        }
    }
    None
}

/// Without the part in the delegation behind the last comma: "..., رئيسةً", "..., глава делегации".
pub(super) fn without_part(post: &str) -> &str {
    let mut post = post.trim_end_matches(['؛', '،', ',', ' ']);
    for sign in ['،', ',', '('] {
        if let Some((rest, last)) = post.rsplit_once(sign)
            && is_part(last)
        {
            post = rest.trim_end_matches([' ', '،', ',']);
        }
    }
    post
}

/// Whether these words tell a part in the delegation and no post.
pub(super) fn is_part(words: &str) -> bool {
    const PARTS: &[&str] = &[
        "رييسا",
        "رييسة",
        "رييسا للوفد",
        "رييسة للوفد",
        "رييس الوفد",
        "رييسة الوفد",
        "عضوا",
        "عضوة",
        "عضو الوفد",
        "عضوا في الوفد",
        "عضوا بالوفد",
        "مندوبا",
        "مندوبة",
        "ممثلا",
        "ممثلة",
        "مرشحا",
        "مرشحة",
        "глава делегации",
        "главой делегации",
        "член делегации",
        "руководитель делегации",
        "главу делегации",
        "членом делегации",
        "делегат",
        "эксперт делегации",
    ];
    PARTS.contains(&fold(words.trim_matches([' ', ')', '('])).as_str())
}

/// "مدير إدارة الهجرة بوزارة الداخلية، السيد ...": the post before the title.
pub(super) fn before_in_arabic(line: &str) -> Option<String> {
    let line = line.trim_end_matches([' ', '/', '-']);
    let line = line.strip_suffix(['،', ',']).unwrap_or(line).trim_end();
    let clause = line.rsplit(['،', ',', '؛', ';', ':', '(', ')', '.']).next()?.trim_start();
    let mut at = 0;
    let mut start = None;
    for word in clause.split(' ') {
        let folded = fold(word);
        // "to", "that", "has" and verbs part what stands before from the name.
        let parts = ["ان", "بان", "انه", "بانه", "الي", "قد", "هو", "هي", "لان"];
        if parts.contains(&folded.as_str()) || names::is_verb_in_arabic(&folded) {
            start = None;
        } else if start.is_none() && names::is_post_in_arabic(word) && !word.starts_with(['و', 'ب']) {
            start = Some(at);
        }
        at += word.len() + 1;
    }
    let post = clause.get(start?..)?.trim();
    let last = post.split(' ').next_back().map(fold).unwrap_or_default();
    let hangs = ["من", "علي", "عن", "مع", "في", "الي"].contains(&last.as_str());
    (!hangs && (2..=14).contains(&post.split(' ').count())).then(|| post.to_owned())
}
