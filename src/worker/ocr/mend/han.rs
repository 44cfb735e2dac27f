//! Pages in Chinese.

use crate::worker::ocr::known::is_han;

/// Characters within brackets at most that belong to the words behind them.
const BRACKETED: usize = 8;

/// Characters between brackets at most.
const ENCLOSED: usize = 40;

/// `text` with the signs that Chinese is set with, which are read as those of Latin: a point between the parts of a
/// foreign name (`比马拉.阿迪卡里`), brackets and commas as wide as a character (`字(2017)第86号`).
pub fn mended(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let ideograph = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let mut out = String::with_capacity(text.len());
    let mut wide = Vec::new();
    let digit = |c: char| c.is_ascii_digit();
    // Where a bracket about a year closes, which numbers of notes have: `字[2018]175号`.
    let mut year_ends = None;
    for (at, c) in chars.iter().enumerate() {
        let before = out.chars().next_back().unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        // The space behind a label is lost: `文号PMC/N/17/305`.
        if c.is_ascii_uppercase() && before == '号' && is_label(&out) {
            out.push('：');
        }
        // `二O〇一八年`, `二OO一八年`: one nought, read twice.
        let year = |from: usize| matches!(chars.get(from..from + 3), Some(['一' | '二', _, '年']));
        if is_nought(*c)
            && before == '二'
            && (*c != '〇' && after == '〇' || is_nought(after) && year(at + 2))
        {
            continue;
        }
        // `O-七年十月`: a seal lies on its first figure, which cannot be another.
        let cut = matches!(chars.get(at + 1..at + 4), Some(['一' | '二' | '-' | '—', figure, '年']) if is_figure(*figure));
        if is_nought(*c) && cut && !is_figure(before) {
            out.push_str("二〇");
            continue;
        }
        if *c == '['
            && is_han(before)
            && chars.get(at + 1..at + 5).is_some_and(|year| year.iter().all(|c| digit(*c)))
            && chars.get(at + 5) == Some(&']')
        {
            year_ends = Some(at + 5);
            out.push('〔');
            continue;
        }
        if year_ends == Some(at) {
            out.push('〕');
            continue;
        }
        // `〔2018〕 175号`: no space stands behind one.
        if *c == ' ' && before == '〕' {
            continue;
        }
        // `字第_268 ”号`: the line on which a number is filled in, and its ends.
        let ruled = |c: char| matches!(c, '_' | '"' | '”' | '“' | '‘' | '’' | ' ' | '.');
        let rest = || chars.get(at..).unwrap_or_default().iter().copied().skip_while(|c| ruled(*c));
        if ruled(*c)
            && (before == '第' && rest().next().is_some_and(digit)
                || digit(before)
                    && out.trim_end_matches(digit).ends_with('第')
                    && rest().next() == Some('号'))
        {
            continue;
        }
        // `5月22晶`: a day, whatever character was made of it.
        if matches!(c, '晶' | '昌' | '目' | '曰' | '口' | '旦' | '臼' | '白')
            && is_figure(before)
            && out.trim_end_matches(is_figure).ends_with('月')
        {
            out.push('日');
            continue;
        }
        out.push(match c {
            // `二O一八年`
            _ if is_nought(*c) && before == '二' && year(at + 1) => '〇',
            // `二〇-八年`
            '-' | '—' | '–' if before == '〇' && is_figure(after) && chars.get(at + 2) == Some(&'年') => {
                '一'
            }
            // `编号；维团政字`: two points behind a label.
            '；' | ';' | '，' | ',' if is_label(&out) && is_numbering(&out) => '：',
            // `王雪莹女士〈外交部一等秘书）`: it closes as a round one.
            '〈' | '《' if closes_round(chars.get(at + 1..).unwrap_or_default()) => {
                wide.push(true);
                '（'
            }
            '.' | '\'' | '’' | '*' | '•' | '・' if ideograph(before) && ideograph(after) => '·',
            // `2018年]月17日`: a one, whatever stroke was made of it.
            ']' | '[' | 'l' | 'I' | '!'
                if (before == '年' || before == '月' || digit(before))
                    && (matches!(after, '月' | '日') || digit(after)) =>
            {
                '1'
            }
            // The space behind a label is lost: `文号PMC/N/17/305`.
            ',' if is_han(before) => '，',
            ':' if is_han(before) => '：',
            ';' if is_han(before) => '；',
            '?' if is_han(before) => '？',
            '(' => {
                // "(2017)日团字": what stands behind the other one tells as well.
                let rest = chars.get(at + 1..).unwrap_or_default();
                let close = rest.iter().take(BRACKETED).position(|c| *c == ')');
                let behind = close.and_then(|close| rest.get(close + 1)).is_some_and(|c| is_han(*c));
                let all = is_han(before) || is_han(after) || behind;
                wide.push(all);
                if all { '（' } else { '(' }
            }
            '（' => {
                wide.push(true);
                '（'
            }
            ')' if wide.pop().unwrap_or_else(|| is_han(before)) => '）',
            other => *other,
        });
    }
    out
}

/// Whether the last line of `text` is a few characters that name a number (`文号`, `照会编号`), and not one (`第5号`).
fn is_label(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.chars().count() <= 5 && line.chars().all(is_han)
}

fn is_figure(c: char) -> bool {
    c.is_numeric() || "一二三四五六七八九十".contains(c) || is_nought(c)
}

fn is_nought(c: char) -> bool {
    matches!(c, 'O' | 'o' | '0' | '○' | '〇')
}

/// Whether the line of a label asks for a number.
fn is_numbering(text: &str) -> bool {
    text.ends_with(['号', '號', '期', '话', '話', '真', '箱'])
}

/// Whether of the brackets in `rest` a round one closes first, near by.
fn closes_round(rest: &[char]) -> bool {
    let signs = rest.iter().take(ENCLOSED).find(|c| matches!(c, ')' | '）' | '〉' | '》' | '(' | '（'));
    signs.is_some_and(|c| matches!(c, ')' | '）'))
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn ones_in_dates_and_labels_of_numbers_are_put_right() {
        assert_eq!(mended("(2017)日团字第058号 (2017)"), "（2017）日团字第058号 (2017)");
        assert_eq!(mended("2018年]月l7日"), "2018年1月17日");
        assert_eq!(mended("二O〇一八年一月"), "二〇一八年一月");
        assert_eq!(mended("（17）日内瓦字第_268 ”号"), "（17）日内瓦字第268号");
        assert_eq!(mended("二〇-八年六月"), "二〇一八年六月");
        assert_eq!(mended("O-七年十月二十五日"), "二〇一七年十月二十五日");
        assert_eq!(mended("二OO一八年六月，二O一七年，二〇〇一年"), "二〇一八年六月，二〇一七年，二〇〇一年");
        assert_eq!(mended("常代照字[2018] 175号，2017年5月22晶"), "常代照字〔2018〕175号，2017年5月22日");
        assert_eq!(mended("编号；维团政字〔2017〕86号"), "编号：维团政字〔2017〕86号");
        assert_eq!(
            mended("王雪莹女士〈外交部一等秘书）前往《宪章》（《约》）"),
            "王雪莹女士（外交部一等秘书）前往《宪章》（《约》）"
        );
        assert_eq!(mended("见附件[1]，5月目标，3口"), "见附件[1]，5月目标，3口");
        assert_eq!(mended("文号PMC/N/17/305\n代表团第5号A"), "文号：PMC/N/17/305\n代表团第5号A");
    }

    #[test]
    fn signs_are_those_of_chinese_beside_chinese_only() {
        assert_eq!(
            mended("老常代字(2017)第86号，坎佩.冯萨(男),"),
            "老常代字（2017）第86号，坎佩·冯萨（男），"
        );
        assert_eq!(mended("Ref. NV (2017), 3.5"), "Ref. NV (2017), 3.5");
    }
}
