//! A stranger's words in our letter: when they may stand there, and how.

use std::borrow::Cow;

/// Longest quotation, in characters.
const LONGEST: usize = 120;

/// The words on one line, or `None` where they may not stand in a letter: too long, an address or a link in them,
/// control or bidi characters, or nothing but spaces.
pub(super) fn quotable(words: &str) -> Option<String> {
    let trimmed = words.trim();
    if trimmed.is_empty() || trimmed.chars().count() > LONGEST || trimmed.chars().any(forbidden) {
        return None;
    }
    // A filter that a browser or mail program would see through is none: full-width forms count as what they show.
    let folded: String = trimmed.chars().flat_map(|c| narrow(c).to_lowercase()).collect();
    let link =
        ["@", "://", "http", "www.", "mailto:", "tel:", "{{", "{%"].iter().any(|mark| folded.contains(mark));
    if link || folded.split([' ', '\u{a0}', ',', ';', '(', ')']).any(looks_like_a_host) {
        return None;
    }
    Some(trimmed.to_owned())
}

/// Controls, line and paragraph separators, bidi marks, invisible and private characters.
fn forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{e000}'..='\u{f8ff}'
            | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..)
}

/// Full-width ASCII as ASCII, the small commercial at as `@`.
fn narrow(c: char) -> char {
    match c {
        '\u{fe6b}' => '@',
        '\u{3002}' | '\u{ff61}' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// `example.org`, `example.org/path`: what mail programs turn into a link. File names (`note.pdf`) are no hosts.
fn looks_like_a_host(word: &str) -> bool {
    const PAPERS: [&str; 22] = [
        "pdf", "doc", "docx", "odt", "rtf", "txt", "jpg", "jpeg", "png", "gif", "tif", "tiff", "xls", "xlsx",
        "zip", "eml", "msg", "p7m", "p7s", "htm", "html", "dat",
    ];
    let (host, path) = word.split_once('/').map_or((word, None), |(h, p)| (h, Some(p)));
    let labels: Vec<&str> = host.trim_end_matches('.').split('.').collect();
    let Some((last, before)) = labels.split_last() else { return false };
    !before.is_empty()
        && before
            .iter()
            .all(|l| l.chars().count() > 1 && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        && last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic())
        && (path.is_some() || (!PAPERS.contains(last) && !before.iter().all(|l| l.parse::<u32>().is_ok())))
        && !matches!(
            before.first(),
            Some(&("dr" | "mr" | "ms" | "mrs" | "prof" | "st" | "ref" | "no" | "nr"))
        )
}

/// Words with right-to-left letters between isolates (U+2068, U+2069), so that they cannot turn the line around.
pub(super) fn isolate(words: &str) -> Cow<'_, str> {
    let turns = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if words.chars().any(turns) {
        Cow::Owned(format!("\u{2068}{words}\u{2069}"))
    } else {
        Cow::Borrowed(words)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_facts_may_be_quoted() {
        for words in [
            "123/2017",
            "MKE/UN/GCM/17.04",
            "Ms. Amina Wanjiru Otieno",
            "Dr.Maria Sol",
            "No.12",
            "Señora Íñiguez-Peña (Quito)",
            "وزارة الخارجية",
            "note verbale 12.pdf",
            "note.pdf",
            "15.08.2017",
        ] {
            assert_eq!(quotable(words).as_deref(), Some(words));
        }
    }

    #[test]
    fn addresses_links_and_tricks_may_not() {
        let long = "a".repeat(121);
        for words in [
            "",
            "   ",
            "a\nb",
            "a\rb",
            "a\tb",
            "me@example.org",
            "me＠example.org",
            "see https://x.example",
            "HTTP:x",
            "ｈｔｔｐ：x",
            "www.example.org",
            "example.org",
            "pay at bit.ly/abc",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{200b}b",
            "a\u{2028}b",
            "{{ state }}",
            long.as_str(),
        ] {
            assert_eq!(quotable(words), None, "{words:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_dangerous_passes(words in "(\\PC|[\\n\\r\\t\u{202a}-\u{202e}@.]|http|www\\.|[a-z]){0,140}") {
            if let Some(q) = quotable(&words) {
                prop_assert!(q.chars().count() <= 120);
                prop_assert!(!q.contains(['\n', '\r', '@']));
                let lower = q.to_lowercase();
                prop_assert!(!lower.contains("http") && !lower.contains("www."));
                let tricks = q.chars().any(forbidden);
                prop_assert!(!tricks);
                prop_assert_eq!(quotable(&q), Some(q.clone()), "once quotable, always quotable");
            }
        }
    }

    #[test]
    fn only_right_to_left_words_are_isolated() {
        assert_eq!(isolate("Kenya"), "Kenya");
        assert_eq!(isolate("كينيا"), "\u{2068}كينيا\u{2069}");
    }
}
