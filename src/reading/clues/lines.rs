//! Which line is the subject of a paper, and which days are those of something else than a meeting.

use crate::reading::clues::table::Signs;
use crate::reading::dates::Span;
use crate::reading::words::{Sort, Word};

/// Whether it is the line that says what the paper is about ("Subject: ...").
pub(super) fn is_subject(words: &[Word]) -> bool {
    let label = words.iter().take(5).position(|w| matches!(w.sort, Sort::Sign(':' | '：')));
    let said = |w: &Word| {
        matches!(
            w.folded,
            "subject"
                | "re"
                | "objet"
                | "asunto"
                | "ref"
                | "тема"
                | "касательно"
                | "الموضوع"
                | "موضوع"
                | "assunto"
                | "betreff"
        ) || matches!(
            w.folded,
            "meeting" | "event" | "session" | "reunion" | "evento" | "мероприятие" | "الاجتماع" | "المناسبه"
        )
    };
    let chinese = |pair: &[Word]| matches!(pair, [a, b] if matches!((a.folded, b.folded), ("事", "由") | ("主", "题") | ("主", "題") | ("会", "议")));
    label.is_some_and(|at| {
        words.get(..at).is_some_and(|head| head.iter().any(said) || head.windows(2).any(chinese))
    })
}

/// Whether this span is the day of something else: the nearest telling word before it decides.
pub(super) fn is_other_date(words: &[Word], span: &Span) -> bool {
    // "the note of 10 August", "8月3日第12号照会": what is dated may stand behind it in Chinese.
    let behind: Vec<&str> = words
        .iter()
        .skip_while(|w| w.at < span.range.end)
        .take_while(|w| !matches!(w.sort, Sort::Sign(',' | '，' | '、' | '。' | ')')))
        .take(24)
        .map(|w| w.folded)
        .collect();
    let named = |pair: [&str; 2]| behind.windows(2).position(|w| w == pair);
    let paper = [
        ["照", "会"],
        ["来", "函"],
        ["通", "函"],
        ["致", "函"],
        ["来", "信"],
        ["截", "止"],
        ["之", "前"],
        ["以", "前"],
    ];
    let meeting =
        [["会", "议"], ["谈", "判"], ["届", "会"], ["轮", "政"]].into_iter().filter_map(named).min();
    if paper.into_iter().filter_map(named).min().is_some_and(|at| meeting.is_none_or(|m| at < m)) {
        return true;
    }
    // "截止日期是5月14日还是15日": characters just before the day.
    let near = words.iter().rev().skip_while(|w| w.end > span.range.start).take(8);
    let near: Vec<&str> = near.take_while(|w| w.sort == Sort::Letters).map(|w| w.folded).collect();
    let closes = |pair: &[&str]| {
        matches!(pair, ["止" | "至", "截"] | ["限", "期"] | ["于" | "於", "迟" | "遲" | "晚"])
    };
    if near.windows(2).any(closes) {
        return true;
    }
    // "согласно распоряжению от 27 сентября": the days of a meeting have "с" or "по", those of a paper "от".
    let last = words.iter().rev().find(|w| w.end <= span.range.start && w.sort == Sort::Letters);
    if last.is_some_and(|w| w.folded == "от") && span.first == span.last {
        return true;
    }
    if span.first == span.last && is_of_paper(words, span) {
        return true;
    }
    // "l'avant-projet": the first part of a double word says nothing by itself.
    let tied = |k: usize| words.get(k + 1).is_some_and(|next| next.is_sign('-') && !next.spaced);
    let before = words.iter().enumerate().rev().filter(|(k, w)| w.end <= span.range.start && !tied(*k));
    // References are no words: "my letter ABC/12/2017, of 2 November".
    let before = before
        .filter(|(_, w)| w.sort == Sort::Letters && w.folded.chars().count() > 1 || w.is_sign('('))
        .take(7);
    for (_, word) in before {
        let signs = Signs::of(word.folded);
        if signs.has(Signs::MEETING.and(Signs::HELD)) {
            return false;
        }
        if signs.has(Signs::OTHER_DATE) {
            return true;
        }
    }
    false
}

/// "formulada en la nota MINIC-NU-041-05-18 del 28 de mayo": a day that a paper right before it bears, and no meeting.
fn is_of_paper(words: &[Word], span: &Span) -> bool {
    let before = words.iter().rev().skip_while(|w| w.end > span.range.start).take(12);
    let near: Vec<&Word> =
        before.take_while(|w| !w.is_sign(',') && !w.is_sign(';') && !w.is_sign('(')).collect();
    let paper = near.iter().position(|w| {
        matches!(
            w.folded,
            "nota"
                | "notas"
                | "note"
                | "notes"
                | "oficio"
                | "lettre"
                | "carta"
                | "fax"
                | "correspondance"
                | "correspondencia"
                | "courrier"
                | "courriel"
                | "communication"
                | "comunicacion"
                | "correspondence"
        )
    });
    let between = paper.and_then(|at| near.get(..at)).unwrap_or_default();
    paper.is_some() && !between.iter().any(|w| Signs::of(w.folded).has(Signs::MEETING.and(Signs::HELD)))
}

/// Characters of a sentence that are kept.
const SENTENCE: usize = 1_200;

/// How many bytes of a sentence are looked at: those of its first [`SENTENCE`] characters, runs of white space
/// counted as one.
pub(super) fn kept(sentence: &str) -> usize {
    if sentence.len() <= SENTENCE {
        return sentence.len();
    }
    let mut blank = true;
    let mut count = 0;
    for (at, c) in sentence.char_indices() {
        let space = c.is_whitespace();
        count += usize::from(!(space && blank));
        blank = space;
        if count > SENTENCE {
            return at;
        }
    }
    sentence.len()
}

/// Bytes of the longest line of a form.
const ENTRY: usize = 100;

/// Whether this is a line of a table or a form, and no sentence.
pub(super) fn is_entry(sentence: &str) -> bool {
    let line = sentence.trim();
    line.contains('|') || line.len() < ENTRY && !line.ends_with(['.', '。', '!', '?', '؟', '？', '！'])
}
