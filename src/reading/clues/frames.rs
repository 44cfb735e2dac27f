//! What of a sentence does something, what only recalls an earlier paper, and what is said not to be meant.
//!
//! "Further to its note on the fifth session, the Mission requests support for the sixth": two frames. "The fifth
//! session, not to be confused with the high-level meeting": what is excluded is left out.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};
use crate::states::fold::Folded;

/// What a part of a sentence is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// What the sentence is about.
    Main,
    /// An earlier paper is recalled.
    Recalled,
    /// Said not to be meant: up to the end of the sentence, or to a sign or turn that leads back.
    Excluded,
    /// The same, said behind what is excluded: the meeting before it is meant.
    ExcludedBefore,
}

/// Turns that recall; they hold to the next turn of [`MAIN`].
const RECALLED: &str = "further to|with reference to|in reference to|referring to|refers to|refer to|with regard to its note|\
    pursuant to|following its note|following up on its|by its note|in its note|recalls that|recalls its|recalling that|\
    suite a|comme suite a|se referant a|se refere a|en reference a|rappelle que|par sa note|dans sa note|se reporter a|\
    con referencia a|en referencia a|se refiere a|refiriendose a|en seguimiento a|en seguimiento de|en relacion con su nota|\
    por su nota|en alcance a|ссылаясь на|в дополнение к|в связи со своеи нотои|со ссылкои на|в развитие|\
    بالاشاره الي|اشاره الي|وبالاشاره الي|والحاقا|الحاقا|عطفا علي|وعطفا علي|с учетом своеи ноты|关 于 此 前|参 照|此 前 照 会|\
    com referencia a|na sequencia";
/// Turns by which a sentence comes to its point.
const MAIN: &str = "has the honour|has the honor|have the honour|have the honor|wishes to|wish to|would like to|now requests|\
    now request|and requests|and request|and to request|requests|requesting|herewith|hereby|kindly requests|asks|\
    is pleased to|regrets|a l honneur|ai l honneur|sollicite|souhaite|demande|prie|tiene el honor|tiene a honra|solicita|\
    solicitar|desea|ruega|se permite|имеет честь|просит|сообщает|تتشرف|تطلب|ترجو|تود|谨|请 求|申 请|请|tem a honra";
/// Turns that exclude what follows.
const EXCLUDED: &str = "not to be confused with|should not be confused with|not be confused with|not be mistaken for|\
    as distinct from|is distinct from|distinct from|unrelated to|does not concern|does not relate to|does not refer to|\
    does not extend to|does not cover|does not include|not concern the|does not request|does not seek|no support is requested|\
    no support is sought|no assistance is requested|no assistance is sought|no request is made|no funding is requested|\
    no funding is sought|and not for|and not to|but not for|rather than for|rather than the|with the exception of|excluding the|\
    ne pas confondre avec|ne doit pas etre confondue|ne doit pas etre confondu|a distinguer de|distincte de|ne concerne pas|\
    ne porte pas sur|ne vise pas|ne sollicite pas|ne demande pas|ne sollicite aucun|ne sollicite aucune|ne demande aucun|\
    ne demande aucune|aucun appui n est|aucune prise en charge n est|aucune demande n est|a l exception de|et non pour|\
    et non pas|no confundir con|no debe confundirse con|no debera confundirse con|distinta de|distinto de|no se refiere a|\
    no concierne|no corresponde a|no abarca|no solicita|no se solicita|y no para|y no a la|con excepcion de|не путать с|\
    не следует путать с|не касается|не относится к|не распространяется на|не просит|поддержка не запрашивается|а не в|\
    а не на|за исключением|لا يتعلق|ولا يتعلق|لا تتعلق|ولا تتعلق|لا يشمل|ولا يشمل|لا تطلب|ولا تطلب|وليس|لا ينبغي الخلط|\
    не включает|不 涉 及|而 非|不 包 括|不 应 与|勿 与|不 申 请|不 请 求|nao se refere a|nao confundir com|nao solicita";
/// Turns that exclude what stands before them.
const EXCLUDED_BEFORE: &str = "for which no|which is not requested|which is not being requested|is not requested|are not requested|\
    for which support is not|pour laquelle aucun|pour laquelle aucune|pour lequel aucun|pour lequel aucune|\
    n est pas demande|n est pas demandee|n est pas sollicite|n est pas sollicitee|para la cual no|para la que no|para el que no|\
    no es solicitado|по которому поддержка не|на которое поддержка не|не запрашивается";

struct Turn {
    frame: Frame,
    words: Vec<String>,
}

/// Turns by their first word: its number in the second.
static TURNS: LazyLock<(Lexicon<usize>, Vec<Vec<Turn>>)> = LazyLock::new(|| {
    let mut turns: std::collections::BTreeMap<String, Vec<Turn>> = std::collections::BTreeMap::new();
    let lists = [
        (Frame::ExcludedBefore, EXCLUDED_BEFORE),
        (Frame::Excluded, EXCLUDED),
        (Frame::Recalled, RECALLED),
        (Frame::Main, MAIN),
    ];
    for (frame, list) in lists {
        for turn in list.split('|') {
            let words: Vec<String> = turn.split_whitespace().map(|w| Folded::new(w).into_text()).collect();
            let Some(first) = words.first().cloned() else { continue };
            turns.entry(first).or_default().push(Turn { frame, words });
        }
    }
    for of_word in turns.values_mut() {
        of_word.sort_by_key(|t| std::cmp::Reverse(t.words.len()));
    }
    let lexicon = Lexicon::of(turns.keys().enumerate().map(|(number, word)| (number, word.as_str())));
    (lexicon, turns.into_values().collect())
});

/// The turn that begins at word `k`, and the word after it.
fn turn_at(words: &[Word], k: usize) -> Option<(Frame, usize)> {
    let first = words.get(k).filter(|w| w.sort == Sort::Letters)?;
    let (first_words, turns) = &*TURNS;
    turns.get(first_words.get(first.folded)?)?.iter().find_map(|turn| {
        let mut at = k;
        for wanted in &turn.words {
            while words.get(at).is_some_and(|w| w.is_sign('\'')) {
                at += 1;
            }
            words.get(at).filter(|w| w.folded == wanted)?;
            at += 1;
        }
        Some((turn.frame, at))
    })
}

/// Each word's frame. Empty where the whole sentence is [`Frame::Main`].
pub(super) fn frames(words: &[Word]) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    let mut frame = Frame::Main;
    let mut k = 0;
    while let Some(word) = words.get(k) {
        // An excluded list ends with its part of the sentence.
        if frame == Frame::Excluded && matches!(word.sort, Sort::Sign(';' | '；' | '，')) {
            frame = Frame::Main;
        }
        let mut len = 1;
        if let Some((turn, end)) = turn_at(words, k) {
            let ends_exclusion = words
                .get(k.saturating_sub(1))
                .is_some_and(|w| matches!(w.sort, Sort::Sign(',' | '،' | '，' | ')')));
            if !(frame == Frame::Excluded && turn == Frame::Main && !ends_exclusion) {
                frame = turn;
                len = end - k;
            }
        }
        if frame != Frame::Main && found.is_empty() {
            found = vec![Frame::Main; k];
        }
        if frame != Frame::Main || !found.is_empty() {
            found.extend(std::iter::repeat_n(frame, len));
        }
        if frame == Frame::ExcludedBefore {
            frame = Frame::Main;
        }
        k += len;
    }
    found
}
