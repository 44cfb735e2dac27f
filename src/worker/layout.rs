//! Words with their places on a page → text in reading order.
//!
//! Poppler tells where each word stands (`pdftotext -bbox-layout`). Out of that come lines; a blank line where the
//! page leaves a gap or indents a paragraph; rows of a table as cells parted by ` | `; broken words made whole; lines
//! of Arabic in the order of writing.

use std::collections::VecDeque;

use super::bidi;

/// A rectangle in points, from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Area {
    fn height(&self) -> f32 {
        self.bottom - self.top
    }

    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the other stands beside this one: most of the lower of the two is at the same height.
    fn is_beside(&self, other: &Self) -> bool {
        let shared = self.bottom.min(other.bottom) - self.top.max(other.top);
        let apart = self.right <= other.left + 1.0 || other.right <= self.left + 1.0;
        apart && shared > 0.5 * self.height().min(other.height())
    }
}

/// A word as it is seen, with its place.
type Word = (Area, String);

#[derive(Debug, Clone)]
struct Line {
    area: Area,
    words: Vec<Word>,
}

impl Line {
    fn of(words: Vec<Word>) -> Option<Self> {
        let area = words.iter().map(|(a, _)| *a).reduce(Area::with)?;
        Some(Self { area, words })
    }

    /// The words in the order of writing.
    fn text(&self) -> String {
        let mut gaps: Vec<f32> = self.words.windows(2).map(gap).collect();
        gaps.sort_by(f32::total_cmp);
        let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
        let mut seen = String::new();
        let mut before: Option<&Word> = None;
        for word in &self.words {
            // Kerning after a letter that does not join tears Arabic words; the gap is less than a space.
            let torn = before.is_some_and(|b| {
                let arabic = |t: &str, end: bool| {
                    let c = if end { t.chars().next_back() } else { t.chars().next() };
                    c.is_some_and(super::pdf::is_arabic)
                };
                word.0.left - b.0.right < 0.6 * usual && arabic(&b.1, true) && arabic(&word.1, false)
            });
            if before.is_some() && !torn {
                seen.push(' ');
            }
            seen.push_str(&word.1);
            before = Some(word);
        }
        bidi::from_sight(&seen)
    }

    /// The parts between which the line leaves more than twice its usual space: cells that stand close together.
    fn cells(&self) -> Vec<Self> {
        let least = self.words.windows(2).map(gap).filter(|g| *g > 0.5).fold(f32::MAX, f32::min);
        let wide = (2.0 * least).max(0.4 * self.area.height());
        let mut parts: Vec<Vec<Word>> = vec![Vec::new()];
        let gaps = std::iter::once(0.0).chain(self.words.windows(2).map(gap));
        for (word, gap) in self.words.iter().zip(gaps) {
            if gap > wide {
                parts.push(Vec::new());
            }
            if let Some(part) = parts.last_mut() {
                part.push(word.clone());
            }
        }
        parts.into_iter().filter_map(Self::of).collect()
    }
}

#[derive(Debug, Clone)]
struct Block {
    area: Area,
    lines: Vec<Line>,
}

/// The space between two words that follow one another, in points.
fn gap(pair: &[Word]) -> f32 {
    match pair {
        [(before, _), (after, _)] => after.left - before.right,
        _ => 0.0,
    }
}

/// The pages of `pdftotext -bbox-layout`, each as text.
pub(super) fn pages(boxes: &str) -> Vec<String> {
    boxes.split("<page ").skip(1).map(|page| written(blocks(page))).collect()
}

/// Reads the elements of one page; each stands on a line of its own.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    for element in page.lines().map(str::trim_start) {
        if let Some(word) = element.strip_prefix("<word ") {
            let text =
                word.split_once('>').and_then(|(_, t)| t.trim_end().strip_suffix("</word>")).map(plain);
            if let (Some(area), Some(text)) = (area(word), text) {
                words.push((area, text));
            }
        } else if element.starts_with("<block ") {
            blocks.extend(area(element).map(|area| Block { area, lines: Vec::new() }));
        } else if element.starts_with("</line>")
            && let Some(block) = blocks.last_mut()
            && let Some(line) = Line::of(std::mem::take(&mut words))
        {
            block.lines.push(line);
        }
    }
    blocks.retain(|b| !b.lines.is_empty());
    blocks
}

fn area(element: &str) -> Option<Area> {
    // A page has thousands of words, so their attributes are looked through once.
    let (mut left, mut top, mut right, mut bottom) = (None, None, None, None);
    let mut parts = element.split('"');
    while bottom.is_none() || right.is_none() || top.is_none() || left.is_none() {
        let (name, value) = (parts.next()?, parts.next()?);
        let name = name.strip_suffix('=')?;
        let place = match name.get(name.len().checked_sub(4)?..)? {
            "xMin" => &mut left,
            "yMin" => &mut top,
            "xMax" => &mut right,
            "yMax" => &mut bottom,
            _ => continue,
        };
        *place = Some(value.parse::<f32>().ok().filter(|v| v.is_finite())?);
    }
    Some(Area { left: left?, top: top?, right: right?, bottom: bottom? })
}

fn plain(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// The page's text: blocks in poppler's order, tables by row.
fn written(blocks: Vec<Block>) -> String {
    let leading = usual_leading(blocks.iter().flat_map(leadings).collect()).unwrap_or(1.3);
    let mut out = Writer { text: String::new(), before: None, leading };
    // Side by side above the first full line: two columns of a letterhead, which are read one after the other.
    let width = blocks.iter().map(|b| b.area).reduce(Area::with).map_or(0.0, |a| a.right - a.left);
    let prose = blocks
        .iter()
        .filter(|b| b.lines.len() >= 2 && b.area.right - b.area.left > 0.8 * width)
        .map(|b| b.area.top)
        .fold(f32::MAX, f32::min);
    let mut left: VecDeque<Block> = blocks.into();
    while let Some(block) = left.pop_front() {
        let mut region = vec![block];
        let mut at = 0;
        while let Some(area) = region.get(at).map(|b| b.area).filter(|a| a.top > prose) {
            let (beside, rest): (Vec<Block>, Vec<Block>) =
                left.drain(..).partition(|b| area.is_beside(&b.area));
            region.extend(beside);
            left = rest.into();
            at += 1;
        }
        let cells: Vec<Line> = match region.len() {
            1 => Vec::new(),
            _ => region.iter().flat_map(|b| &b.lines).flat_map(Line::cells).collect(),
        };
        match rows(&cells.iter().collect::<Vec<_>>()) {
            Some(rows) => out.table(&rows, &region),
            None => region.iter().for_each(|b| out.block(b)),
        }
    }
    out.text
}

/// From the top of one line to that of the next, in heights of the lines.
fn leadings(block: &Block) -> Vec<f32> {
    block.lines.windows(2).filter_map(|pair| Some(leading(&pair.first()?.area, &pair.get(1)?.area))).collect()
}

fn leading(above: &Area, below: &Area) -> f32 {
    (below.top - above.top) / above.height().max(below.height()).max(1.0)
}

fn usual_leading(mut all: Vec<f32>) -> Option<f32> {
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 2).copied()
}

struct Writer {
    text: String,
    /// The line written last.
    before: Option<Area>,
    /// The usual leading of the page.
    leading: f32,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        let left = block.lines.iter().map(|l| l.area.left).fold(f32::MAX, f32::min);
        let own = usual_leading(leadings(block)).map_or(self.leading, |own| own.max(self.leading));
        for (k, line) in block.lines.iter().enumerate() {
            let far = self.before.is_some_and(|b| {
                let now = leading(&b, &line.area);
                now > 1.35 * if k == 0 { self.leading } else { own } || now < -0.5
            });
            // A paragraph that begins with an indent, after one that ended.
            let indented = k > 0
                && line.area.left - left > 12.0
                && block.lines.get(k - 1).is_some_and(|l| l.area.left - left < 4.0)
                && self.text.ends_with(['.', ':', ';', '؛', '。']);
            self.line(&line.text(), far || indented);
            self.before = Some(line.area);
        }
    }

    fn table(&mut self, rows: &[Vec<String>], region: &[Block]) {
        for (k, row) in rows.iter().enumerate() {
            self.line(&row.join(" | "), k == 0);
        }
        self.text.push('\n');
        self.before = region.iter().map(|b| b.area).reduce(Area::with);
    }

    fn line(&mut self, line: &str, parted: bool) {
        if self.text.is_empty() {
            self.text.push_str(line);
            return;
        }
        if parted {
            self.text.push_str("\n\n");
        } else if !self.joins(line) {
            self.text.push('\n');
        }
        self.text.push_str(line);
    }

    /// Makes whole a word that the line before broke: "govern-", "ment". "Under-", "Secretary", "4-", "5 September",
    /// "NV-", "2017" and "vice-", "president" keep their hyphen.
    fn joins(&mut self, line: &str) -> bool {
        let mut end = self.text.chars().rev();
        let mark = end.next();
        let before = end.next();
        let broken =
            matches!(mark, Some('-' | '\u{2010}' | '\u{ad}')) && before.is_some_and(char::is_alphanumeric);
        let first = line.chars().next();
        if !broken || !first.is_some_and(char::is_alphanumeric) {
            return false;
        }
        let divided = first.is_some_and(char::is_lowercase) && before.is_some_and(char::is_alphabetic);
        if mark == Some('\u{ad}') || divided && !self.ends_in_prefix() {
            self.text.pop();
        }
        true
    }

    /// Whether the last word, before its hyphen, is the first half of a title, which no typesetter makes by dividing one.
    fn ends_in_prefix(&self) -> bool {
        let word = self.text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let word = word.strip_suffix(['-', '\u{2010}']).unwrap_or(word).to_lowercase();
        ["vice", "sous", "ex", "non", "вице", "экс"].contains(&word.as_str())
    }
}

/// The rows of a table, if these lines are one: at least two columns, and two rows with more than one cell.
fn rows(lines: &[&Line]) -> Option<Vec<Vec<String>>> {
    let columns = columns(lines);
    if columns.len() < 2 {
        return None;
    }
    let mut sorted: Vec<&Line> = lines.to_vec();
    sorted.sort_by(|a, b| a.area.top.total_cmp(&b.area.top));
    // What overlaps in height is one row; a cell set in the middle of two lines holds them together.
    let mut bands: Vec<(Area, Vec<&Line>)> = Vec::new();
    for line in sorted {
        match bands.last_mut() {
            Some((area, band)) if line.area.top < area.bottom - 0.3 * line.area.height() => {
                *area = area.with(line.area);
                band.push(line);
            }
            _ => bands.push((line.area, vec![line])),
        }
    }
    let gaps: Vec<f32> =
        bands.windows(2).filter_map(|p| Some(p.get(1)?.0.top - p.first()?.0.bottom)).collect();
    let (least, most) =
        (gaps.iter().copied().fold(f32::MAX, f32::min), gaps.iter().copied().fold(f32::MIN, f32::max));
    let inner = if most > 1.4 * least.max(0.5) { (least + most) / 2.0 } else { f32::MIN };
    let column_of = |line: &Line| columns.iter().rposition(|c| line.area.left >= c.0 - 1.0).unwrap_or(0);
    let mut rows: Vec<Vec<&Line>> = Vec::new();
    let mut filled = 0;
    for (k, (_, band)) in bands.into_iter().enumerate() {
        let near = k > 0 && gaps.get(k - 1).is_some_and(|g| *g < inner);
        // A line of which the first column has nothing goes on with the row above.
        let follows = k > 0 && band.iter().all(|l| column_of(l) > 0);
        let mut cells: Vec<usize> = band.iter().map(|l| column_of(l)).collect();
        cells.dedup();
        filled += usize::from(cells.len() > 1);
        match rows.last_mut() {
            Some(row) if near || follows => row.extend(band),
            _ => rows.push(band),
        }
    }
    (filled >= 2 && rows.len() >= 2)
        .then(|| rows.iter().map(|row| cells(row, columns.len(), &column_of)).collect())
}

/// The spans of x that lines cover, from the left.
fn columns(lines: &[&Line]) -> Vec<(f32, f32)> {
    let mut spans: Vec<(f32, f32)> = lines.iter().map(|l| (l.area.left, l.area.right)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for span in spans {
        match columns.last_mut() {
            Some(last) if span.0 < last.1 => last.1 = last.1.max(span.1),
            _ => columns.push(span),
        }
    }
    columns
}

fn cells(row: &[&Line], columns: usize, column_of: &dyn Fn(&Line) -> usize) -> Vec<String> {
    let mut cells = vec![Vec::new(); columns];
    for line in row {
        if let Some(cell) = cells.get_mut(column_of(line)) {
            cell.push(line.text());
        }
    }
    cells
        .into_iter()
        .map(|mut lines| {
            // "1." set in the middle of a name of two lines counts the row.
            lines.sort_by_key(|l| !is_count(l));
            lines.join(" ")
        })
        .collect()
}

fn is_count(text: &str) -> bool {
    let digits = text.trim_end_matches(['.', ')', ' ']);
    !digits.is_empty() && digits.len() <= 3 && digits.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of words from `left`, each letter six points wide.
    fn line(left: f32, top: f32, text: &str) -> String {
        let mut at = left;
        let words: Vec<String> = text
            .split(' ')
            .map(|w| {
                let right = at + 6.0 * w.chars().count() as f32;
                let word = format!(
                    "<word xMin=\"{at}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{}\">{w}</word>",
                    top + 12.0
                );
                at = right + 3.0;
                word
            })
            .collect();
        format!("<line>\n{}\n</line>", words.join("\n"))
    }

    fn block(lines: &[(f32, f32, &str)]) -> String {
        let height = lines.last().unwrap().1 + 12.0;
        let width = lines.iter().map(|(l, _, t)| l + 9.0 * t.len() as f32).fold(0.0, f32::max);
        let (left, top) = (lines[0].0, lines[0].1);
        let inside: Vec<String> = lines.iter().map(|(l, t, w)| line(*l, *t, w)).collect();
        format!(
            "<block xMin=\"{left}\" yMin=\"{top}\" xMax=\"{width}\" yMax=\"{height}\">\n{}\n</block>",
            inside.join("\n")
        )
    }

    fn page(blocks: &[String]) -> String {
        pages(&format!("<page width=\"600\">\n{}\n</page>", blocks.join("\n"))).concat()
    }

    const PROSE: &str = "The Permanent Mission presents its compliments to the Office and requests support";

    #[test]
    fn gaps_part_paragraphs_and_broken_words_are_whole() {
        let text = page(&[
            block(&[
                (50.0, 100.0, PROSE),
                (50.0, 114.0, "for the Under-"),
                (50.0, 128.0, "Secretary of the govern-"),
                (50.0, 142.0, "ment."),
            ]),
            block(&[(50.0, 180.0, "New York, 8 May 2017")]),
        ]);
        assert_eq!(
            text,
            format!("{PROSE}\nfor the Under-Secretary of the government.\n\nNew York, 8 May 2017")
        );
    }

    #[test]
    fn a_table_is_read_by_row() {
        let text = page(&[
            block(&[(50.0, 100.0, PROSE), (50.0, 114.0, "as follows:")]),
            block(&[
                (50.0, 140.0, "Name"),
                (50.0, 160.0, "Ms. Ana"),
                (50.0, 174.0, "Duro"),
                (50.0, 194.0, "Mr. Li"),
            ]),
            block(&[
                (200.0, 140.0, "Post"),
                (200.0, 160.0, "Adviser,"),
                (200.0, 174.0, "Labour"),
                (200.0, 194.0, "Clerk"),
            ]),
        ]);
        assert!(text.contains("\n\nName | Post\nMs. Ana Duro | Adviser, Labour\nMr. Li | Clerk\n"), "{text}");
    }

    #[test]
    fn columns_of_a_letterhead_are_read_one_after_the_other() {
        let text = page(&[
            block(&[(50.0, 20.0, "Permanent Mission"), (50.0, 34.0, "of Kenya")]),
            block(&[(300.0, 20.0, "Ubalozi wa"), (300.0, 34.0, "Kenya")]),
            block(&[(50.0, 100.0, PROSE), (50.0, 114.0, "for one person.")]),
        ]);
        assert!(text.starts_with("Permanent Mission\nof Kenya\n\nUbalozi wa\nKenya\n\n"), "{text}");
    }

    proptest::proptest! {
        #[test]
        fn any_answer_of_the_tool_is_survived(text in "(<page |<block |<line>|</line>|<word |xMin=\"1?e?[0-9.-]{0,6}\"|yMin=\"[0-9]{0,3}\"|xMax=\"9\"|yMax=\"NaN\"|yMax=\"20\"|>a</word>|\n|&amp;|ا|-){0,60}") {
            let _ = pages(&text);
        }
    }
}
