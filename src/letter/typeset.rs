//! French as it is set: no-break spaces before high punctuation and inside guillemets, curved apostrophes. So
//! neither a template nor a rule has to be typed with characters that no keyboard has.

use std::borrow::Cow;

use crate::states::Language;

/// No-break spaces where French wants them. For a whole letter: nothing but the kind of a space changes.
pub(super) fn spaced(language: Language, text: &str) -> Cow<'_, str> {
    if language != Language::Fr || !text.contains(' ') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = '\n';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let holds = matches!(next, Some(':' | ';' | '?' | '!' | '»')) || before == '«';
        // A mark at the beginning of a line, or within an indent, is not punctuation.
        out.push(if c == ' ' && holds && !matches!(before, '\n' | ' ' | '\u{a0}') { '\u{a0}' } else { c });
        before = c;
    }
    Cow::Owned(out)
}

/// The office's own words with curved apostrophes. Never for what a stranger wrote: that is repeated as printed.
pub(super) fn own(language: Language, text: &str) -> Cow<'_, str> {
    if language != Language::Fr || !text.contains('\'') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let elides = c == '\'' && before.is_alphabetic() && chars.peek().is_some_and(|n| n.is_alphanumeric());
        out.push(if elides { '’' } else { c });
        before = c;
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn french_is_set_as_french() {
        let set = |text| spaced(Language::Fr, text).into_owned();
        assert_eq!(set("reçue : le « non » ; oui !"), "reçue\u{a0}: le «\u{a0}non\u{a0}»\u{a0}; oui\u{a0}!");
        assert_eq!(set("État :   Niger"), "État\u{a0}:   Niger");
        assert_eq!(spaced(Language::En, "a : b"), "a : b");
        assert_eq!(own(Language::Fr, "fonds d'affectation 'x'"), "fonds d’affectation 'x'");
        assert_eq!(own(Language::Es, "d'x"), "d'x");
    }

    proptest! {
        #[test]
        fn only_spaces_change(text in "[a-z :;?!«»\\n\u{a0}']{0,60}") {
            let set = spaced(Language::Fr, &text).into_owned();
            prop_assert_eq!(set.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
            let again = spaced(Language::Fr, &set).into_owned();
            prop_assert_eq!(again, set, "set once is set");
        }
    }
}
