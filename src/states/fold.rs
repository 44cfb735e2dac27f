//! Text with the differences taken away that do not tell one name from another, and the way back.
//!
//! Case, accents, hamza carriers, curly quotes, kinds of dash, the two forms of Chinese characters and runs of white
//! space differ between a note, its scan and our tables; words are compared in the folded form and quoted in the
//! original one.

mod traditional;

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A folded text that knows where each of its bytes came from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    text: String,
    /// (folded byte, original byte) wherever the distance between the two changes.
    steps: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds `original`. Runs of white space, page breaks too, become one space.
    pub(crate) fn new(original: &str) -> Self {
        let mut folder = Folder {
            out: Self { text: String::with_capacity(original.len() + 8), steps: Vec::new() },
            delta: 0,
        };
        let mut in_space = false;
        let mut at = 0;
        while let Some(rest) = original.get(at..).filter(|rest| !rest.is_empty()) {
            let plain_run = plain_run(rest.as_bytes(), in_space);
            if plain_run > 0 {
                folder.push_plain(at, rest.get(..plain_run).unwrap_or_default());
                in_space = rest.as_bytes().get(plain_run - 1) == Some(&b' ');
                at += plain_run;
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            match plain(c) {
                Plain::Space => {
                    if !in_space {
                        folder.push(at, ' ');
                    }
                    in_space = true;
                }
                Plain::Nothing => {}
                Plain::As(to) => {
                    in_space = false;
                    folder.push(at, to);
                }
                Plain::Decompose => {
                    in_space = false;
                    decompose_compatible(c, |d| {
                        if !is_combining_mark(d) {
                            for low in d.to_lowercase().filter(|l| !is_combining_mark(*l)) {
                                folder.push(at, low);
                            }
                        }
                    });
                }
            }
            at += c.len_utf8();
        }
        folder.out
    }

    /// The folded text alone.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the original from which folded byte `at` was made.
    pub(crate) fn origin(&self, at: usize) -> usize {
        let after = self.steps.partition_point(|(folded, _)| *folded as usize <= at);
        let step = after.checked_sub(1).and_then(|i| self.steps.get(i));
        step.map_or(at, |(folded, original)| *original as usize + (at - *folded as usize))
    }

    /// The first folded byte that was made from byte `original` of the original, or from one after it.
    pub(crate) fn at(&self, original: usize) -> usize {
        let after = self.steps.partition_point(|(_, from)| (*from as usize) < original);
        let limit = self.steps.get(after).map_or(self.text.len(), |(folded, _)| *folded as usize);
        let (folded, from) =
            after.checked_sub(1).and_then(|i| self.steps.get(i)).copied().unwrap_or_default();
        let near = (folded as usize + original - from as usize).min(limit);
        // Lower case may be longer than what it was made of.
        self.text.ceil_char_boundary(near)
    }

    /// The bytes of `original` (the text this was folded from) that a folded range was made of.
    pub(crate) fn span(&self, range: Range<usize>, original: &str) -> Range<usize> {
        let start = self.origin(range.start);
        let last = self.origin(range.end.saturating_sub(1).max(range.start));
        // The last folded byte may lie inside a character, or be followed by marks that were folded away.
        let mut end = original.floor_char_boundary(last);
        let rest = original.get(end..).unwrap_or_default();
        let mut chars = rest.chars();
        end += chars.next().map_or(0, char::len_utf8);
        end += chars.take_while(|c| is_combining_mark(*c)).map(char::len_utf8).sum::<usize>();
        start..end.max(start)
    }
}

struct Folder {
    out: Folded,
    /// Original minus folded position of what was pushed last.
    delta: i64,
}

/// How many bytes at the beginning need nothing but lower case: ASCII, each white space a single blank.
fn plain_run(bytes: &[u8], in_space: bool) -> usize {
    let mut blank = in_space;
    let end = bytes.iter().position(|byte| {
        let space = *byte == b' ';
        let other = *byte >= 0x80 || matches!(byte, b'\t'..=b'\r') || (space && blank);
        blank = space;
        other
    });
    end.unwrap_or(bytes.len())
}

impl Folder {
    /// Pushes what [`plain_run`] found.
    fn push_plain(&mut self, at: usize, run: &str) {
        let folded = self.out.text.len();
        self.step(at, folded);
        self.out.text.push_str(run);
        if let Some(tail) = self.out.text.get_mut(folded..) {
            tail.make_ascii_lowercase();
        }
    }

    fn push(&mut self, at: usize, c: char) {
        self.step(at, self.out.text.len());
        self.out.text.push(c);
    }

    fn step(&mut self, at: usize, folded: usize) {
        let delta = at as i64 - folded as i64;
        if delta != self.delta {
            self.out.steps.push((folded as u32, at as u32));
            self.delta = delta;
        }
    }
}

enum Plain {
    Space,
    Nothing,
    As(char),
    Decompose,
}

fn plain(c: char) -> Plain {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bb}' | '\u{2bc}' | '\u{2bf}' | '\u{b4}'
        | '\u{2032}' => Plain::As('\''),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => Plain::As('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Plain::As('-'),
        // Raised figures number footnotes.
        '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}' | '\u{2074}'..='\u{2079}' => Plain::Nothing,
        // Soft hyphen, joiners, bidirectional marks, byte order mark; Arabic tatweel.
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{640}' => Plain::Nothing,
        'أ' | 'إ' | 'آ' | 'ٱ' => Plain::As('ا'),
        'ى' | 'ی' => Plain::As('ي'),
        'ک' => Plain::As('ك'),
        // Letters for sounds of foreign names, written with the nearest one as often.
        'ڤ' => Plain::As('ف'),
        'پ' => Plain::As('ب'),
        'چ' => Plain::As('ج'),
        'گ' => Plain::As('ك'),
        'ı' => Plain::As('i'),
        '\u{660}'..='\u{669}' => Plain::As(digit(c, 0x660)),
        '\u{6f0}'..='\u{6f9}' => Plain::As(digit(c, 0x6f0)),
        '\u{3400}'..='\u{9fff}' => Plain::As(traditional::simplified(c)),
        // Kana have nothing to fold.
        '\u{3040}'..='\u{30ff}' => Plain::As(c),
        // Plain Arabic and Cyrillic letters, save those with marks of their own.
        '\u{627}'..='\u{63a}' | '\u{641}'..='\u{648}' | '\u{64a}' => Plain::As(c),
        'а'..='и' | 'к'..='я' => Plain::As(c),
        'й' | 'Й' => Plain::As('и'),
        'А'..='И' | 'К'..='Я' => Plain::As(char::from_u32(c as u32 + 0x20).unwrap_or(c)),
        '\t'..='\r' | ' ' => Plain::Space,
        '\0'..='\x7f' => Plain::As(c.to_ascii_lowercase()),
        _ if c.is_whitespace() => Plain::Space,
        _ => Plain::Decompose,
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit((c as u32).saturating_sub(zero), 10).unwrap_or(c)
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_away_case_accents_quotes_and_runs_of_space() {
        assert_eq!(Folded::new("CÔTE\u{a0}\n d\u{2019}Ivoire").text(), "cote d'ivoire");
        assert_eq!(Folded::new("e\u{301}t\u{301}").text(), "et");
        assert_eq!(Folded::new("Российская Федерация ё").text(), "россииская федерация е");
        assert_eq!(Folded::new("الأُردن ٢٠١٧").text(), "الاردن 2017");
        assert_eq!(Folded::new("ﬁn").text(), "fin");
        assert_eq!(Folded::new(" A \t\x0c b  ").text(), " a b ");
        assert_eq!(Folded::new("May 2017² in\u{ad}form").text(), "may 2017 inform");
    }

    #[test]
    fn every_folded_range_leads_back_to_its_words() {
        for original in [
            "x  Côte\t d\u{2019}Ivoire, Peru",
            "Re\u{301}publique du Niger",
            "ﬁn  Perú",
            "中国，  Peru",
            "\u{feff}Perú",
        ] {
            let folded = Folded::new(original);
            for name in ["cote d'ivoire", "republique du niger", "peru", "中国", "fin"] {
                if let Some(at) = folded.text().find(name) {
                    let words = &original[folded.span(at..at + name.len(), original)];
                    assert_eq!(Folded::new(words).text(), name, "{original:?}");
                }
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(256) })]
        #[test]
        fn every_byte_leads_back_and_forth(text in "(\\PC{0,6}|[a-zA-Z ]{0,9}|é|ﬁ|e\u{301}|٢|中|\u{200b}|\n| |½|ﷺ){0,20}") {
            let folded = Folded::new(&text);
            for (at, _) in folded.text().char_indices() {
                let origin = folded.origin(at);
                assert!(folded.at(origin) <= at, "{text:?} {at}");
                assert!(text.get(folded.span(at..at + 1, &text)).is_some());
            }
            let mut last = 0;
            for (at, _) in text.char_indices() {
                let folded_at = folded.at(at);
                assert!(last <= folded_at && folded.text().get(folded_at..).is_some(), "{text:?} {at}");
                last = folded_at;
            }
            assert_eq!(folded.at(text.len()), folded.text().len());
        }
    }
}
