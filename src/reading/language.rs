//! In which language a document is written.

use std::collections::BTreeMap;

use whatlang::{Lang, Script};

use crate::reading::document::Document;
use crate::reading::phrases::Sense;
use crate::reading::{Fact, Quoted};
use crate::states::Language;

/// Script first, then the courtesy formulas, then the statistics of letters on 200 and more of them.
pub(super) fn of(document: &Document, subject: &Document) -> Fact<Language> {
    if let Some((language, words)) = by_script(document) {
        return Fact::Stated(document.quoted_folded(language, 0.97, words));
    }
    match by_formulas(document) {
        Some(Formulas::Six(found)) => return Fact::Stated(found),
        Some(Formulas::Other) => return Fact::Missing,
        None => {}
    }
    let text: String = document.text.chars().take(1_500).collect();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let guess = whatlang::detect(&text);
    if let Some(info) = guess.filter(|g| letters >= 200 || letters >= 60 && g.is_reliable()) {
        let folded = document.folded.text();
        let end = folded.floor_char_boundary(folded.find(". ").unwrap_or(folded.len()).min(120));
        return match six(info.lang()) {
            Some(language) => {
                let confidence = if info.is_reliable() { 0.92 } else { 0.6 };
                Fact::Stated(document.quoted_folded(language, confidence, 0..end))
            }
            None => Fact::Missing,
        };
    }
    // A line or two: any phrase that we know is better than letters.
    let tally = |d: &Document| {
        let mut tally: BTreeMap<Language, usize> = BTreeMap::new();
        for hit in &d.hits {
            if let Some(language) = hit.language {
                *tally.entry(language).or_default() += hit.end - hit.start;
            }
        }
        tally.into_iter().max_by_key(|(_, n)| *n)
    };
    for (source, sure) in [(document, 0.85), (subject, 0.6)] {
        if let Some((language, weight)) = tally(source)
            && let Some(hit) = source.hits.iter().find(|h| h.language == Some(language))
        {
            let confidence = if weight >= 12 { sure } else { 0.6 };
            return Fact::Stated(source.quoted_folded(language, confidence, hit.start..hit.end));
        }
    }
    Fact::Missing
}

/// Arabic, Cyrillic and Han decide themselves when most letters are theirs.
fn by_script(document: &Document) -> Option<(Language, std::ops::Range<usize>)> {
    let text = document.folded.text();
    let (mut latin, mut arabic, mut cyrillic, mut han) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in text.chars().take(4_000) {
        match c {
            'a'..='z' => latin += 1,
            '\u{620}'..='\u{6ff}' => arabic += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            // A Chinese character says as much as three letters.
            '\u{3400}'..='\u{9fff}' => han += 3,
            _ => {}
        }
    }
    // A letterhead may be in another than the note.
    let scripts = [(arabic, Language::Ar), (cyrillic, Language::Ru), (han, Language::Zh)];
    let (_, language) =
        scripts.into_iter().max_by_key(|(letters, _)| *letters).filter(|(n, _)| *n > latin && *n > 8)?;
    // Persian, Ukrainian or Japanese are none of the six. Letters are counted only where no phrase speaks.
    if document.hits.iter().all(|h| h.language != Some(language))
        && let Some(info) = whatlang::detect(&document.text.chars().take(1_500).collect::<String>())
        && info.is_reliable()
        && matches!(info.script(), Script::Arabic | Script::Cyrillic | Script::Hiragana | Script::Katakana)
        && six(info.lang()) != Some(language)
    {
        return None;
    }
    let hit = document.hits.iter().find(|h| h.language == Some(language));
    let end = text.floor_char_boundary(60);
    Some((language, hit.map_or(0..end, |h| h.start..h.end)))
}

/// What the courtesies of a document say.
enum Formulas {
    Six(Quoted<Language>),
    /// They are those of a language that is none of the six.
    Other,
}

fn by_formulas(document: &Document) -> Option<Formulas> {
    let formulas = [Sense::Opening, Sense::Closing, Sense::LetterClose, Sense::FirstPerson];
    let mut tally: BTreeMap<Option<Language>, usize> = BTreeMap::new();
    for hit in document.hits.iter().filter(|h| formulas.contains(&h.sense)) {
        *tally.entry(hit.language).or_default() += 1;
    }
    // "assure ... consideration" may be of two languages: then all that is said decides.
    let spoken =
        |language: &Option<Language>| document.hits.iter().filter(|h| h.language == *language).count();
    let (language, most) = tally.iter().max_by_key(|(language, n)| (**n, spoken(language)))?;
    let Some(six) = *language else { return Some(Formulas::Other) };
    let rest: usize = tally.values().sum::<usize>() - most;
    let hit = document.hits.iter().find(|h| h.language == *language && formulas.contains(&h.sense))?;
    let confidence = if rest == 0 {
        0.97
    } else if *most > rest {
        0.85
    } else {
        0.6
    };
    Some(Formulas::Six(document.quoted_folded(six, confidence, hit.start..hit.end)))
}

fn six(lang: Lang) -> Option<Language> {
    match lang {
        Lang::Eng => Some(Language::En),
        Lang::Fra => Some(Language::Fr),
        Lang::Spa => Some(Language::Es),
        Lang::Ara => Some(Language::Ar),
        Lang::Rus => Some(Language::Ru),
        Lang::Cmn => Some(Language::Zh),
        _ => None,
    }
}
