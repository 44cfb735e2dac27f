//! Lines out of the flow of HTML: white space collapses, blocks end lines, cells make rows.

/// Bytes in which the line before a citation is looked for.
const NEAR: usize = 400;

/// The text of one story and the ones round it.
#[derive(Debug, Default)]
pub struct Writer {
    story: Story,
    outer: Vec<Frame>,
}

/// What waits until the story within it ends.
#[derive(Debug)]
enum Frame {
    Quote(Story),
    /// The cells so far.
    Row(Story, Vec<String>),
    /// A cell of the row below it.
    Cell(Story),
}

#[derive(Debug, Default)]
struct Story {
    out: String,
    /// Line ends that are due before the next word.
    due: u8,
    space: bool,
    /// The mark of an item stands last; its first paragraph goes on in the same line.
    marked: bool,
}

impl Writer {
    /// Characters of the flow; `pre` keeps their white space.
    pub fn text(&mut self, text: &str, pre: bool) {
        for c in text.chars() {
            match c {
                '\u{200b}' | '\u{feff}' | '\u{34f}' | '\u{ad}' => {}
                '\n' if pre => self.line(),
                '\t' if pre => self.story.push('\t'),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' if !pre => self.story.space = true,
                '\r' => {}
                // It stands for a space that may be alone in its line.
                '\u{a0}' => self.story.push(' '),
                other => self.story.push(other),
            }
        }
    }

    /// The mark of a list's item.
    pub fn mark(&mut self, mark: &str) {
        mark.chars().for_each(|c| self.story.push(c));
        (self.story.space, self.story.marked) = (false, true);
    }

    /// A forced line end.
    pub fn line(&mut self) {
        self.story.settle();
        self.story.space = false;
        self.story.end_line();
    }

    /// A block begins or ends, with `margin` line ends.
    pub fn block(&mut self, margin: u8) {
        self.story.block(margin);
    }

    /// The last line with words, or the end of a long one: it is asked for at every citation.
    pub fn last_line(&self) -> &str {
        let out = &self.story.out;
        let near = out.get(out.ceil_char_boundary(out.len().saturating_sub(NEAR))..).unwrap_or_default();
        near.trim_end().rsplit('\n').next().unwrap_or_default()
    }

    /// How many stories wait.
    pub fn frames(&self) -> usize {
        self.outer.len()
    }

    /// A quotation begins.
    pub fn begin_quote(&mut self) {
        self.story.block(2);
        self.outer.push(Frame::Quote(std::mem::take(&mut self.story)));
    }

    /// A table's row begins.
    pub fn begin_row(&mut self) {
        self.story.block(1);
        self.outer.push(Frame::Row(std::mem::take(&mut self.story), Vec::new()));
    }

    /// A cell begins; false where there is no row that it could be of.
    pub fn begin_cell(&mut self) -> bool {
        let in_row = matches!(self.outer.last(), Some(Frame::Row(..)));
        if in_row {
            self.outer.push(Frame::Cell(std::mem::take(&mut self.story)));
        } else {
            self.story.block(1);
        }
        in_row
    }

    /// The innermost quotation, row or cell ends.
    pub fn end_frame(&mut self) {
        let Some(frame) = self.outer.pop() else { return };
        match frame {
            Frame::Quote(outer) => {
                let words = std::mem::replace(&mut self.story, outer).finish();
                if !words.is_empty() {
                    self.story.settle();
                    for line in words.lines() {
                        self.story.out.push_str(if line.is_empty() || line.starts_with('>') {
                            ">"
                        } else {
                            "> "
                        });
                        self.story.out.push_str(line);
                        self.story.out.push('\n');
                    }
                    self.story.due = 1;
                }
            }
            Frame::Cell(outer) => {
                let words = std::mem::replace(&mut self.story, outer).finish();
                if let Some(Frame::Row(_, cells)) = self.outer.last_mut()
                    && !words.is_empty()
                {
                    cells.push(words);
                }
            }
            Frame::Row(outer, mut cells) => {
                // Words between rows belong nowhere; browsers show them, so they stay.
                let stray = std::mem::replace(&mut self.story, outer).finish();
                if !stray.is_empty() {
                    cells.push(stray);
                }
                // A row of short cells is one line; a table that only places paragraphs is these.
                let apart = if cells.iter().any(|c| c.contains('\n')) { "\n" } else { "\t" };
                if !cells.is_empty() {
                    self.story.settle();
                    self.story.out.push_str(&cells.join(apart));
                }
                self.story.block(1);
            }
        }
    }

    /// The text.
    pub fn finish(mut self) -> String {
        while !self.outer.is_empty() {
            self.end_frame();
        }
        self.story.finish()
    }
}

impl Story {
    fn push(&mut self, c: char) {
        self.settle();
        self.out.push(c);
        self.marked = false;
    }

    /// Writes the line ends or the space that are due.
    fn settle(&mut self) {
        if self.due > 0 {
            let blank = self.out.bytes().rev().take_while(|b| *b == b'\n').count();
            if !self.out.is_empty() {
                for _ in blank..usize::from(self.due) {
                    self.end_line();
                }
            }
            self.due = 0;
        } else if self.space && !self.out.is_empty() && !self.out.ends_with([' ', '\n', '\t']) {
            self.out.push(' ');
        }
        self.space = false;
    }

    fn end_line(&mut self) {
        self.out.truncate(self.out.trim_end_matches([' ', '\t']).len());
        self.out.push('\n');
    }

    fn block(&mut self, margin: u8) {
        if margin > 0 && !self.marked {
            self.due = self.due.max(margin);
            self.space = false;
        }
    }

    fn finish(self) -> String {
        let mut out = self.out;
        out.truncate(out.trim_end().len());
        let start = out.len() - out.trim_start_matches('\n').len();
        out.drain(..start);
        out
    }
}
