//! Whether words do something about a meeting.

use crate::reading::clues::table::Signs;
use crate::reading::words::Word;

/// Whether words do something about a meeting (ask support, announce, withdraw).
pub(super) fn acts(words: &[Word]) -> bool {
    let signs = words.iter().fold(Signs::default(), |all, w| all.and(Signs::of(w.folded)));
    signs_act(signs, words)
}

/// The same of words whose signs are known.
pub(super) fn signs_act(signs: Signs, words: &[Word]) -> bool {
    let two = |a: &Word, b: &Word| {
        matches!(
            (a.folded, b.folded),
            ("参" | "參", "加") | ("出", "席") | ("资" | "資", "助") | ("申", "请" | "請")
        )
    };
    let doing = signs.has(Signs::DOING) || words.windows(2).any(|pair| matches!(pair, [a, b] if two(a, b)));
    // Who took part, or could not, is spoken of; what is asked for comes after.
    let recalls = |a: &Word, b: &Word| {
        matches!(
            (a.folded, b.folded),
            ("took" | "taken" | "pris", "part") | ("tomo", "parte") | ("could", "not") | ("unable", "to")
        )
    };
    doing
        && (signs.has(Signs::ASKING)
            || !signs.has(Signs::RECALLING)
                && !words.windows(2).any(|pair| matches!(pair, [a, b] if recalls(a, b))))
}

/// Whether a word sets one of the meetings of its sentence apart: "could not come to the first, and requests support for
/// the second instead".
pub(super) fn sets_apart(w: &Word) -> bool {
    matches!(
        w.folded,
        "not"
            | "unable"
            | "instead"
            | "rather"
            | "ne"
            | "pas"
            | "lieu"
            | "no"
            | "lugar"
            | "не"
            | "вместо"
            | "لم"
            | "لن"
            | "بدلا"
            | "未"
            | "无"
            | "不"
    )
}
