//! One page: read whole, then again where ink was left out, where another alphabet stands in it, and where a person is
//! named.

use std::time::Instant;

use super::super::layout::Strokes;
use super::super::tool::Failure;
use super::raster::Raster;
use super::script::{self, Script};
use super::stack::{Area, Stack};
use super::tesseract::{Layout, Tesseract, Word, confidence};
use super::{clean, codes, halves, known, latin, layout, left, letters, names, numbers, points};

/// A share of ink outside all words from which lines are sought in another way.
const UNCOVERED: f32 = 0.12;
/// Added to the numbers of blocks that were read a second time, so that no line of theirs is joined with one before.
const AGAIN: u32 = 20_000;
/// A page whose mean confidence is less is read a second time, with its lines found in the other way.
const DOUBTFUL: f32 = 70.0;
/// A page with a smaller share of known words is no text, however sure the tool is.
const KNOWN: f32 = 0.12;

/// A page as read.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Lines, with blank ones between paragraphs.
    pub text: String,
    /// Mean confidence, 0 to 100.
    pub confidence: f32,
    /// Words that stand in doubt.
    pub unsure: Vec<String>,
}

/// Reads one page. One that is `alone` in its paper is read in two halves, whatever else the host does: how a page is read
/// follows from the paper, so that an auditor who reads it again sees the same words.
///
/// # Errors
/// When the tool fails, or the deadline passes.
pub fn read(tool: &Tesseract, raster: Raster, alone: bool, deadline: Instant) -> Result<Page, Failure> {
    let Some((page, strokes)) = clean::clean(raster) else {
        return Ok(Page { confidence: 100.0, ..Page::default() });
    };
    let (page, strokes, found) = either_way(tool, page, strokes, deadline)?;
    let script::Found { script, upside_down, languages, .. } = found;
    let (page, strokes) = match upside_down {
        true => {
            let (width, height) = (page.width as f32, page.height as f32);
            (page.upside_down(), strokes.quarter(height).quarter(width))
        }
        false => (page, strokes),
    };
    // Of Chinese the tool loses more points and strokes where it sees less of the page.
    let alone = alone && !script.is_han();
    let sheet = Sheet { tool, page, script, languages, alone, deadline };
    let longer = sheet.page.width.max(sheet.page.height);
    let mut words = sheet.whole()?;
    sheet.compare_names(&mut words);
    words = sheet.with_numbers(words);
    if script.is_han() {
        words = points::found(words, &sheet.page);
    }
    let text = layout::text(&words, script, longer, &strokes);
    let mut sure = confidence(&words);
    if known::share(&text).is_some_and(|share| share < KNOWN) {
        sure = sure.min(60.0);
    }
    Ok(Page { text, confidence: sure, unsure: layout::unsure(&words) })
}

/// A page the right way up, and how it is read.
struct Sheet<'a> {
    tool: &'a Tesseract,
    page: Raster,
    script: Script,
    languages: &'static [&'static str],
    /// Whether it is read in two halves, side by side.
    alone: bool,
    deadline: Instant,
}

impl Sheet<'_> {
    /// The words of the page, with those that a first look left out and those in Latin letters amid another script.
    fn whole(&self) -> Result<Vec<Word>, Failure> {
        // The search for blocks takes the dots and strokes of Arabic and Chinese for dirt wherever a page has some of
        // it, and loses words and digits in the middle of lines; letters in these scripts have one column.
        let (first, second) = match self.script {
            Script::Latin | Script::Cyrillic => (Layout::Page, Layout::Lines),
            Script::Arabic | Script::Han | Script::TraditionalHan => (Layout::Lines, Layout::Page),
        };
        let mut words = self.halves(first)?;
        let in_latin = if confidence(&words) < DOUBTFUL {
            let again = self.halves(second)?;
            words = match legible(&again) > 1.1 * legible(&words) {
                true => again,
                false => layout::with_missing_lines(words, &again),
            };
            self.latin(self.doubted(&words))
        } else {
            let (missing, doubted) = (self.missing(&words), self.doubted(&words));
            let stamped = self.stamped(&words);
            let (lines, stamped, latin) = std::thread::scope(|scope| {
                let latin = scope.spawn(|| self.latin(doubted));
                let each = |stack| scope.spawn(move || self.lines(stack, self.languages));
                let lines: Vec<_> = missing.iter().map(each).collect();
                let stamped = stamped.as_ref().map(each);
                let lines = lines.into_iter().map(|one| one.join().unwrap_or(Err(Failure::Unreadable)));
                let lines = lines.collect::<Result<Vec<_>, _>>();
                // A second look that fails takes nothing from the first.
                let stamped = stamped.and_then(|one| one.join().ok()?.ok());
                (lines, stamped, latin.join().unwrap_or_default())
            });
            words = lines?.iter().fold(words, |words, lines| layout::with_missing_lines(words, lines));
            if let Some(stamped) = stamped {
                words = layout::with_stamped_lines(words, &stamped);
            }
            latin
        };
        if let Some(found) = in_latin {
            latin::merge(&mut words, &found);
        }
        Ok(words)
    }

    /// What looks like lines and was not read; and, where much was left out, all rows with ink outside words. Blocks are
    /// sought among stamps and shadows in vain, at times; lines are found nevertheless. What is cut out as lines is not
    /// read in one picture with rows that a seal may lie in.
    fn missing(&self, words: &[Word]) -> Vec<Stack> {
        let areas = left::lines(&self.page, words, left::PRINTED);
        let (uncovered, rows) = clean::uncovered(&self.page, words.iter().map(|w| w.place));
        let rows = (uncovered > UNCOVERED).then(|| Stack::of(&self.page, &rows)).flatten();
        Stack::of_areas(&self.page, &areas).into_iter().chain(rows).collect()
    }

    /// Lines with coloured letters, a number or a day that a stamp printed: on the page they are as light as the seal.
    fn stamped(&self, words: &[Word]) -> Option<Stack> {
        let coloured = self.page.coloured.as_deref()?;
        // What was read of such a line stands in doubt.
        let known: Vec<Word> = words.iter().filter(|w| w.confidence >= layout::UNSURE).cloned().collect();
        let mut areas = left::lines(coloured, &known, left::STAMPED);
        let mut picture = coloured.clone();
        for area in &mut areas {
            // "N° 2017-0417/MPBF": the rest of it is black.
            let level =
                |w: &&Word| area.rows.contains(&usize::try_from(w.top() + w.height() / 2).unwrap_or(0));
            let mut row: Vec<&Word> = words.iter().filter(level).collect();
            row.sort_by_key(|w| w.left());
            let near = i32::try_from(area.rows.len()).unwrap_or(0);
            let (mut left, mut right) = (area.columns.start as i32, area.columns.end as i32);
            row.iter().filter(|w| w.right() > left).for_each(|w| {
                right = if w.left() < right + near { right.max(w.right()) } else { right };
            });
            row.iter().rev().filter(|w| w.left() < right).for_each(|w| {
                left = if w.right() > left - near { left.min(w.left()) } else { left };
            });
            let end = |x: i32| usize::try_from(x).unwrap_or(0).min(self.page.width);
            let whole = end(left - 4)..end(right + 4);
            if whole.start < area.columns.start || whole.end > area.columns.end {
                area.columns = whole;
                picture.lay_on(&self.page, area.rows.clone(), area.columns.clone());
            }
        }
        Stack::of_areas(&picture, &areas)
    }

    /// The page with its lines found by `layout`.
    fn halves(&self, layout: Layout) -> Result<Vec<Word>, Failure> {
        halves::read(self.tool, &self.page, self.languages, layout, self.alone, self.deadline)
    }

    /// The lines of `stack`, where they stand on the page.
    fn lines(&self, stack: &Stack, languages: &[&str]) -> Result<Vec<Word>, Failure> {
        let read = |stack: &Stack| self.tool.read(&stack.picture, languages, Layout::Lines, self.deadline);
        let words = read(stack)?;
        let unread = stack.unread(&words).map(|rest| read(&rest).map(|words| rest.on_page(words)));
        let mut words = stack.on_page(words);
        words.extend(unread.transpose()?.unwrap_or_default().into_iter().map(|mut word| {
            let [block, ..] = &mut word.line;
            *block += AGAIN;
            word
        }));
        Ok(words)
    }

    /// On a page in another script what is doubted, since it may be a name or reference in Latin letters.
    fn doubted(&self, words: &[Word]) -> Option<Stack> {
        match self.script {
            Script::Latin => None,
            _ => Stack::of(&self.page, &layout::doubtful(words, &self.page)),
        }
    }

    /// What was doubted, as Latin letters; a second look that fails takes nothing from the first.
    fn latin(&self, doubted: Option<Stack>) -> Option<Vec<Word>> {
        Some(self.lines(&doubted?, &["eng"]).unwrap_or_default())
    }

    /// With the numbers as other models see them, too; one that fails takes nothing from the first.
    fn with_numbers(&self, words: Vec<Word>) -> Vec<Word> {
        match self.script {
            Script::Arabic => {
                let stack = Stack::of(&self.page, &numbers::lines(&words, &self.page));
                let others = self.by_each(stack, &numbers::MODELS);
                if others.is_empty() { words } else { numbers::settled(words, &others, &self.page) }
            }
            Script::Latin | Script::Cyrillic => {
                let models: &[&str] = match self.script {
                    Script::Latin => &codes::LATIN,
                    _ => &codes::CYRILLIC,
                };
                let coloured = self.page.coloured.as_deref();
                let by_pen = |word: &Word| {
                    let span = |from: i32, size: i32| (from.max(0) as usize)..((from + size).max(0) as usize);
                    let [left, top, width, height] = word.place;
                    coloured.is_some_and(|page| page.has_ink(span(top, height), span(left, width)))
                };
                let areas = codes::areas(&words, &self.page, &by_pen);
                let scale = codes::scale(&words);
                let grown = |stack: Option<Stack>| stack.map(|stack| stack.grown(scale));
                let mut others = self.by_each(grown(Stack::of_areas(&self.page, &areas)), models);
                others.extend(self.by_each(grown(self.inked(&areas)), models));
                codes::settled(words, &others, &by_pen)
            }
            Script::Han | Script::TraditionalHan => words,
        }
    }

    /// Those of `areas` that hold coloured letters, with them: a number is filled in by pen, and the page has it as light as
    /// a seal.
    fn inked(&self, areas: &[Area]) -> Option<Stack> {
        let coloured = self.page.coloured.as_deref()?;
        let mut picture = self.page.clone();
        let inked: Vec<Area> = areas
            .iter()
            .filter(|area| coloured.has_ink(area.rows.clone(), area.columns.clone()))
            .cloned()
            .collect();
        inked.iter().for_each(|area| picture.lay_on(coloured, area.rows.clone(), area.columns.clone()));
        Stack::of_areas(&picture, &inked)
    }

    /// What each of the `models` that are installed reads in `stack`.
    fn by_each(&self, stack: Option<Stack>, models: &[&str]) -> Vec<Vec<Word>> {
        let Some(stack) = stack else { return Vec::new() };
        std::thread::scope(|scope| {
            let installed = models.iter().filter(|model| self.tool.among(&[model]).is_some());
            let (sheet, stack) = (self, &stack);
            let read = |model| scope.spawn(move || sheet.lines(stack, &[model]).unwrap_or_default());
            let started: Vec<_> = installed.copied().map(read).collect();
            started.into_iter().map(|reading| reading.join().unwrap_or_default()).collect()
        })
    }

    /// Compares the names in Latin letters with what another model sees.
    fn compare_names(&self, words: &mut [Word]) {
        if self.script == Script::Latin
            && self.languages != ["spa"]
            && let Some(stack) = Stack::of(&self.page, &names::lines(words, &self.page))
        {
            names::compare(words, &self.lines(&stack, &["spa"]).unwrap_or_default());
        }
    }
}

/// How `page` is to be read; turned by a quarter, where it can only be read so. The lines of a photograph taken askew
/// may seem to run down the page.
fn either_way(
    tool: &Tesseract,
    page: Raster,
    strokes: Strokes,
    deadline: Instant,
) -> Result<(Raster, Strokes, script::Found), Failure> {
    let found = script::of(tool, &page, deadline)?;
    if found.sure >= script::LOST {
        return Ok((page, strokes, found));
    }
    let turned = clean::straight(page.quarter());
    let other = script::of(tool, &turned, deadline)?;
    let height = page.height as f32;
    Ok(match other.sure > found.sure + 10.0 {
        true => (turned, strokes.quarter(height), other),
        false => (page, strokes, found),
    })
}

/// Letters in words that are worth something.
fn legible(words: &[Word]) -> f32 {
    words.iter().filter(|w| w.confidence >= 60.0).map(|w| letters(&w.text) as f32).sum()
}
