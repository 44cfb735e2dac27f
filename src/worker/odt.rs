//! ODT (ISO/IEC 26300, OpenDocument): a ZIP container with `content.xml`; letterheads stand in `styles.xml`. Deleted text,
//! comments and hidden text do not count.

use std::collections::BTreeSet;

use super::archive::{Archive, End};
use super::paper::{Text, trouble};
use super::table::Table;
use super::xml::{Attributes, Step, walk};

/// The media type of an ODT.
pub const ODT: &str = "application/vnd.oasis.opendocument.text";
const DAMAGED: &str = "This OpenDocument file is damaged: ask the mission to send it again, best as PDF.";
const LOCKED: &str = "This file is locked with a password: ask the mission to send it without one.";
/// Tables within one another.
const DEPTH: usize = 16;
const LARGE: &str = "Only the beginning of this OpenDocument file was read: it unpacks to too much.";

/// Elements whose text nobody sees on the page.
const UNSEEN: &[&str] = &[
    "tracked-changes",
    "annotation",
    "hidden-text",
    "hidden-paragraph",
    "note-citation",
    "title",
    "desc",
    "forms",
    "sequence-decls",
    "scripts",
    "ruby-text",
];

/// The text of an ODT, of at most about `limit` bytes.
pub fn text(archive: &mut Archive<'_>, limit: usize) -> Text {
    if let Some(manifest) = archive.part("META-INF/manifest.xml") {
        let mut locked = false;
        walk(&manifest.bytes, |step| {
            locked |= matches!(step, Step::Open("encryption-data" | "encrypted-key", ..));
            !locked
        });
        if locked {
            return Text::none("encrypted", LOCKED);
        }
    }
    let Some(content) = archive.part("content.xml") else { return Text::none("damaged", DAMAGED) };
    let mut lost = match content.end {
        End::Whole => None,
        End::Cut => Some(trouble("too-large", LARGE)),
        End::Broken => Some(trouble("damaged", DAMAGED)),
    };
    let styles = archive.part("styles.xml").map(|p| p.bytes).unwrap_or_default();
    let (head, foot) = (story(&styles, Some("header"), limit).0, story(&styles, Some("footer"), limit).0);
    let (body, whole) = story(&content.bytes, None, limit);
    if !whole && lost.is_none() {
        lost = Some(trouble("damaged", DAMAGED));
    }
    let mut read = Text::paged(&format!("{head}{body}{foot}"));
    read.trouble = lost;
    read
}

/// The text of an OpenDocument text that is one XML file.
pub fn flat(xml: &[u8], limit: usize) -> Text {
    let (head, foot) = (story(xml, Some("header"), limit).0, story(xml, Some("footer"), limit).0);
    let (body, whole) = story(xml, None, limit);
    Text {
        trouble: (!whole).then(|| trouble("damaged", DAMAGED)),
        ..Text::paged(&format!("{head}{body}{foot}"))
    }
}

/// The text of the body, or of the elements named `margin` (and its variants for first and left pages); whether the
/// XML was whole.
fn story(xml: &[u8], margin: Option<&str>, limit: usize) -> (String, bool) {
    let mut walker = Walker { margin, ..Walker::default() };
    let whole = walk(xml, |step| {
        walker.step(step);
        walker.length < limit
    });
    while !walker.tables.is_empty() {
        walker.close_table();
    }
    let mut out = walker.out;
    if margin.is_some() {
        let mut seen = BTreeSet::new();
        out = out
            .lines()
            .filter(|l| !l.trim().is_empty() && seen.insert(*l))
            .map(|l| format!("{l}\n"))
            .collect();
    }
    (out, whole)
}

#[derive(Default)]
struct Walker<'m> {
    out: String,
    /// Bytes of text so far, in all tables.
    length: usize,
    margin: Option<&'m str>,
    /// Depth within the body or margin; within paragraphs; within what nobody sees.
    inside: u32,
    paragraphs: u32,
    unseen: u32,
    /// The tables that are being read, each with the text that waits for its end.
    tables: Vec<(String, Table)>,
    /// The style that is being defined, and the styles that hide their text.
    style: String,
    hiding: BTreeSet<String>,
    /// Of each open paragraph or span, whether its style hides it.
    spans: Vec<bool>,
}

impl Walker<'_> {
    fn is_story(&self, name: &str) -> bool {
        match self.margin {
            None => name == "body",
            Some(margin) => name.strip_prefix(margin).is_some_and(|v| matches!(v, "" | "-first" | "-left")),
        }
    }

    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Open(name, attributes, false) => self.open(name, &attributes),
            Step::Open(name, attributes, true) => self.empty(name, &attributes),
            Step::Close(name) => self.close(name),
            Step::Text(text) => {
                if self.inside > 0 && self.paragraphs > 0 && self.shows() {
                    self.push(text);
                }
            }
        }
    }

    fn shows(&self) -> bool {
        self.unseen == 0 && !self.spans.contains(&true)
    }

    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "style" => self.style = attributes.get("name").unwrap_or_default(),
            "text-properties" => self.properties(attributes),
            _ if UNSEEN.contains(&name) => self.unseen += 1,
            _ if self.is_story(name) => self.inside += 1,
            "p" | "h" | "span" => {
                let hides = attributes.get("style-name").is_some_and(|s| self.hiding.contains(&s));
                if self.spans.len() < 256 {
                    self.spans.push(hides);
                }
                if name != "span" {
                    // A text box stands within the paragraph that it is anchored in.
                    if self.paragraphs > 0 && !self.out.is_empty() && !self.out.ends_with('\n') {
                        self.out.push('\n');
                    }
                    self.paragraphs += 1;
                }
            }
            "table" if self.counts() && self.tables.len() < DEPTH => {
                self.tables.push((std::mem::take(&mut self.out), Table::default()));
            }
            "table-row" if self.counts() => {
                if let Some((_, table)) = self.tables.last_mut() {
                    table.begin_row();
                }
            }
            _ => {}
        }
    }

    /// Whether what is read stands in the text.
    fn counts(&self) -> bool {
        self.inside > 0 && self.unseen == 0
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.length += text.len();
    }

    fn close_cell(&mut self) {
        if let Some((_, table)) = self.tables.last_mut() {
            table.cell(&std::mem::take(&mut self.out));
        }
    }

    fn close_table(&mut self) {
        if let Some((outer, table)) = self.tables.pop() {
            let stray = std::mem::replace(&mut self.out, outer);
            table.end(&stray, &mut self.out);
        }
    }

    fn properties(&mut self, attributes: &Attributes<'_>) {
        if attributes.get("display").as_deref() == Some("none") {
            self.hiding.insert(self.style.clone());
        }
    }

    fn empty(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name == "text-properties" {
            self.properties(attributes);
        }
        if self.inside == 0 || !self.shows() {
            return;
        }
        match name {
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "s" => {
                let count = attributes.get("c").and_then(|c| c.parse().ok()).unwrap_or(1_usize);
                self.push(&" ".repeat(count.min(100)));
            }
            "p" | "h" => self.push("\n"),
            "table-cell" => self.close_cell(),
            "soft-page-break" => self.push("\u{c}"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            _ if UNSEEN.contains(&name) => self.unseen = self.unseen.saturating_sub(1),
            _ if self.is_story(name) => self.inside = self.inside.saturating_sub(1),
            "p" | "h" | "span" => {
                self.spans.pop();
                if name != "span" {
                    self.paragraphs = self.paragraphs.saturating_sub(1);
                    if self.counts() {
                        self.push("\n");
                    }
                }
            }
            "table-cell" if self.counts() => self.close_cell(),
            "table" if self.counts() => self.close_table(),
            _ => {}
        }
    }
}
