//! Lines in reading order → text: blank lines between paragraphs, broken words made whole.

use super::{Area, Block, Line};
use crate::worker::bidi::is_arabic;

pub(super) struct Writer {
    pub(super) text: String,
    /// The line written last.
    before: Option<Area>,
    /// The usual leading of the page.
    leading: f32,
    /// The edges of the page's text.
    edges: (f32, f32),
}

/// From the top of one line to that of the next, in heights of the lines.
pub(super) fn leading(above: &Area, below: &Area) -> f32 {
    (below.top - above.top) / above.height().max(below.height()).max(1.0)
}

/// From the top of one line to that of the next, in heights of the lines.
fn leadings(block: &Block) -> Vec<f32> {
    block.lines.windows(2).filter_map(|pair| Some(leading(&pair.first()?.area, &pair.get(1)?.area))).collect()
}

pub(super) fn median(mut all: Vec<f32>) -> Option<f32> {
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 2).copied()
}

/// The usual leading of a page. Where lines stand far apart, poppler makes a block of each: what counts then is how far
/// the line that follows a full one stands below it.
pub(super) fn usual_leading<'a>(blocks: impl Iterator<Item = &'a Block> + Clone) -> f32 {
    let within: Vec<f32> = blocks.clone().flat_map(leadings).filter(|l| *l > 0.5).collect();
    let lines: Vec<&Line> = blocks.flat_map(|b| &b.lines).collect();
    let width = lines.iter().map(|l| l.area.right - l.area.left).fold(0.0, f32::max);
    let full: Vec<f32> = lines
        .windows(2)
        .filter_map(|pair| {
            let (above, below) = (pair.first()?.area, pair.get(1)?.area);
            let follows =
                above.right - above.left > 0.85 * width && (below.left - above.left).abs() < 0.1 * width;
            Some(leading(&above, &below)).filter(|l| follows && (0.5..3.0).contains(l))
        })
        .collect();
    let within = median(within);
    match median(full.clone()) {
        Some(full_lines) if full.len() >= 3 => within.map_or(full_lines, |w| w.max(full_lines)),
        _ => within.unwrap_or(1.3),
    }
}

impl Writer {
    pub(super) fn new(leading: f32, left: f32, right: f32) -> Self {
        Self { text: String::new(), before: None, leading, edges: (left, right) }
    }

    pub(super) fn block(&mut self, block: &Block) {
        let left = block.lines.iter().map(|l| l.area.left).fold(f32::MAX, f32::min);
        let own = median(leadings(block)).map_or(self.leading, |own| own.max(self.leading));
        for (k, line) in block.lines.iter().enumerate() {
            let far = self.before.is_some_and(|b| {
                let now = leading(&b, &line.area);
                now > 1.35 * if k == 0 { self.leading } else { own } || now < -0.5
            });
            // A paragraph that begins with an indent, after one that ended.
            let indented = k > 0
                && line.area.left - left > 12.0
                && block.lines.get(k - 1).is_some_and(|l| l.area.left - left < 4.0 && !l.is_marked())
                && self.text.ends_with(['.', ':', ';', '؛', '。']);
            // Chinese indents what begins a paragraph, and a label begins a line of its own.
            let text = line.text();
            let han = text.starts_with(is_han);
            let begins = han && (line.area.left - left > 1.2 * line.area.height() || is_labelled(&text));
            // A letterhead in the middle of the page: what goes on with a line begins further left.
            let further = self.before.is_some_and(|b| line.area.left - b.left > 2.0 * line.area.height());
            let room = begins || further && self.text.ends_with(is_han) || self.had_room(line);
            self.line(&text, far || indented, room);
            self.before = Some(line.area);
        }
    }

    pub(super) fn table(&mut self, rows: &[Vec<String>], area: Area) {
        for (k, row) in rows.iter().enumerate() {
            self.line(&row.join(" | "), k == 0, true);
        }
        self.text.push('\n');
        self.before = Some(area);
    }

    fn line(&mut self, line: &str, parted: bool, room: bool) {
        if self.text.is_empty() {
            self.text.push_str(line);
            return;
        }
        if parted {
            self.text.push_str("\n\n");
        } else if !joins(&mut self.text, line) {
            let ends = |of: &dyn Fn(char) -> bool| self.text.chars().next_back().is_some_and(of);
            if room || !ends(&|c| matches!(c, ',' | '،') || is_han(c)) {
                self.text.push('\n');
            } else if !(ends(&is_han) && line.chars().next().is_some_and(is_han)) {
                // A line of a letterhead that was too long: "Addis Ababa,", "Ethiopia" is one.
                self.text.push(' ');
            }
        }
        self.text.push_str(line);
    }

    /// Whether the line before had room for the first word of this one, so that it was ended on purpose. There are no
    /// blanks in Chinese: what ends in the middle of "海外劳务", "司官员" must not look like the end of a line.
    fn had_room(&self, line: &Line) -> bool {
        let (Some(before), Some((first, last))) = (self.before, line.words.first().zip(line.words.last()))
        else {
            return true;
        };
        let arabic = line.words.iter().any(|(_, text)| text.chars().any(is_arabic));
        let (word, room) =
            if arabic { (last, before.left - self.edges.0) } else { (first, self.edges.1 - before.right) };
        let height = word.0.height();
        let wide = if word.1.chars().any(is_han) { 1.5 * height } else { word.0.width() + 0.2 * height };
        wide < room
    }
}

/// "团员：赵志远": a few characters and a colon.
fn is_labelled(line: &str) -> bool {
    line.split_once('：').is_some_and(|(label, _)| label.chars().count() <= 5 && label.chars().all(is_han))
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Makes whole a word that the line before broke: "govern-", "ment". "Under-", "Secretary", "4-", "5 September",
/// "NV-", "2017", "vice-", "president" and "main-", "d'œuvre" keep their hyphen.
pub(super) fn joins(text: &mut String, line: &str) -> bool {
    let mut end = text.chars().rev();
    let mark = end.next();
    let before = end.next();
    let broken =
        matches!(mark, Some('-' | '\u{2010}' | '\u{ad}')) && before.is_some_and(char::is_alphanumeric);
    let first = line.chars().next();
    if mark == Some('/')
        && before.is_some_and(char::is_alphanumeric)
        && first.is_some_and(char::is_alphanumeric)
    {
        // A reference that had no room: "MFA/", "DG/0639".
        return true;
    }
    if !broken || !first.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let elided = matches!(line.chars().nth(1), Some('\'' | '’'));
    let divided = !elided && first.is_some_and(char::is_lowercase) && before.is_some_and(char::is_alphabetic);
    if mark == Some('\u{ad}') || divided && !ends_in_prefix(text) {
        text.pop();
    }
    true
}

/// Whether the last word, before its hyphen, is the first half of a title, which no typesetter makes by dividing one.
fn ends_in_prefix(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.strip_suffix(['-', '\u{2010}']).unwrap_or(word).to_lowercase();
    ["vice", "sous", "ex", "non", "вице", "экс"].contains(&word.as_str())
}
