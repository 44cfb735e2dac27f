//! Pages in Chinese.

use crate::worker::ocr::known::is_han;

/// `text` with the signs that Chinese is set with, which are read as those of Latin: a point between the parts of a
/// foreign name (`比马拉.阿迪卡里`), brackets and commas as wide as a character (`字(2017)第86号`).
pub fn mended(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let ideograph = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let mut out = String::with_capacity(text.len());
    let mut wide = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        let before = out.chars().next_back().unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        out.push(match c {
            '.' | '\'' | '’' | '*' | '•' | '・' if ideograph(before) && ideograph(after) => '·',
            ',' if is_han(before) => '，',
            ':' if is_han(before) => '：',
            ';' if is_han(before) => '；',
            '?' if is_han(before) => '？',
            '(' => {
                wide.push(is_han(before) || is_han(after));
                if is_han(before) || is_han(after) { '（' } else { '(' }
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

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn signs_are_those_of_chinese_beside_chinese_only() {
        assert_eq!(
            mended("老常代字(2017)第86号，坎佩.冯萨(男),"),
            "老常代字（2017）第86号，坎佩·冯萨（男），"
        );
        assert_eq!(mended("Ref. NV (2017), 3.5"), "Ref. NV (2017), 3.5");
    }
}
