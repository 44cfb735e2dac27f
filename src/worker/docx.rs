//! DOCX (ECMA-376): a ZIP container with WordprocessingML. What a reader of the page sees counts: deleted, moved-away and
//! hidden text and the prompts of empty form fields do not.

use super::archive::{Archive, End};
use super::paper::{Text, trouble};
use super::table::Table;
use super::xml::{Attributes, Step, walk};

/// The media type of a DOCX.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Headers and footers read.
const MARGINS: usize = 12;
/// Text boxes and tables within one another.
const DEPTH: usize = 16;

const DAMAGED: &str = "This Word file is damaged: ask the mission to send it again, best as PDF.";
const LARGE: &str = "Only the beginning of this Word file was read: it unpacks to too much.";

/// The text of a DOCX: headers, document, notes, footers, of at most about `limit` bytes.
pub fn text(archive: &mut Archive<'_>, limit: usize) -> Text {
    let main = main_part(archive);
    let folder = main.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let mut names = archive.names();
    names.retain(|n| n.ends_with(".xml"));
    names.sort();
    let margin = |kind: &str| {
        let start = format!("{folder}{kind}");
        names.iter().filter(|n| n.starts_with(&start)).take(MARGINS).cloned().collect::<Vec<_>>()
    };
    let mut parts = margin("header");
    parts.push(main.clone());
    parts.extend([format!("{folder}footnotes.xml"), format!("{folder}endnotes.xml")]);
    parts.extend(margin("footer"));
    let mut out = String::new();
    let mut lost = None;
    let mut said: Vec<String> = Vec::new();
    for part in parts {
        let Some(unpacked) = archive.part(&part) else {
            if part == main {
                return Text::none("damaged", DAMAGED);
            }
            continue;
        };
        let (text, complete) = words(&unpacked.bytes, limit.saturating_sub(out.len()));
        match unpacked.end {
            End::Cut => lost = Some(trouble("too-large", LARGE)),
            End::Broken => lost = Some(trouble("damaged", DAMAGED)),
            End::Whole if !complete && lost.is_none() => lost = Some(trouble("damaged", DAMAGED)),
            End::Whole => {}
        }
        // Headers of first, odd and even pages mostly say the same.
        if part != main && said.contains(&text) {
            continue;
        }
        out.push_str(&text);
        if part != main {
            said.push(text);
        }
    }
    let mut read = Text::paged(&out);
    read.trouble = lost;
    read
}

/// The text of a Word document that is one XML file.
pub fn flat(xml: &[u8], limit: usize) -> Text {
    let (text, whole) = words(xml, limit);
    Text { trouble: (!whole).then(|| trouble("damaged", DAMAGED)), ..Text::paged(&text) }
}

/// The part that is the document, by the relations of the package.
fn main_part(archive: &mut Archive<'_>) -> String {
    let mut main = "word/document.xml".to_owned();
    if let Some(relations) = archive.part("_rels/.rels") {
        walk(&relations.bytes, |step| {
            if let Step::Open("Relationship", attributes, _) = step
                && attributes.get("Type").is_some_and(|t| t.ends_with("/officeDocument"))
                && let Some(target) = attributes.get("Target")
            {
                target.trim_start_matches('/').clone_into(&mut main);
                return false;
            }
            true
        });
    }
    main
}

/// The text of one WordprocessingML part, and whether its XML was whole.
fn words(xml: &[u8], limit: usize) -> (String, bool) {
    let mut walker = Walker::default();
    let whole = walk(xml, |step| {
        walker.step(step);
        walker.length < limit
    });
    while !walker.outer.is_empty() {
        walker.close_innermost();
    }
    (walker.out, whole)
}

/// What is read within something else, with the text that waits for its end.
enum Frame {
    /// A text box.
    Box(String),
    Table(String, Table),
}

#[derive(Default)]
struct Walker {
    /// The text so far of the story that is being read, and the ones round it.
    out: String,
    outer: Vec<Frame>,
    /// Finished text boxes, which follow the paragraph that they are anchored in.
    aside: String,
    length: usize,
    in_text: bool,
    /// Depth within what does not count: mc:Fallback (which repeats mc:Choice), moved-away and deleted runs.
    gone: u32,
    in_run: bool,
    vanished: bool,
    /// Of each open content control, whether it shows only its prompt.
    controls: Vec<bool>,
    /// Whether the box of a form that is being read is ticked.
    ticked: bool,
}

impl Walker {
    fn step(&mut self, step: Step<'_>) {
        match step {
            Step::Open(name, attributes, empty) => self.open(name, &attributes, empty),
            Step::Close(name) => self.close(name),
            Step::Text(text) if self.in_text && self.shows() => self.push(text),
            Step::Text(_) => {}
        }
    }

    fn shows(&self) -> bool {
        self.gone == 0 && !self.vanished && !self.controls.contains(&true)
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.length += text.len();
    }

    fn open(&mut self, name: &str, attributes: &Attributes<'_>, empty: bool) {
        match name {
            "Fallback" | "moveFrom" | "del" if !empty => self.gone += 1,
            "t" => self.in_text = !empty,
            "r" => (self.in_run, self.vanished) = (!empty, false),
            "vanish" if self.in_run => self.vanished = attributes.on(),
            "sdt" if !empty && self.controls.len() < 64 => self.controls.push(false),
            "showingPlcHdr" if attributes.on() => {
                if let Some(last) = self.controls.last_mut() {
                    *last = true;
                }
            }
            "txbxContent" if !empty && self.outer.len() < DEPTH => {
                self.outer.push(Frame::Box(std::mem::take(&mut self.out)));
                self.vanished = false;
            }
            "tbl" if !empty && self.outer.len() < DEPTH => {
                self.outer.push(Frame::Table(std::mem::take(&mut self.out), Table::default()));
            }
            "tr" if !empty => {
                if let Some(Frame::Table(_, table)) = self.outer.last_mut() {
                    table.begin_row();
                }
            }
            _ if !self.shows() => {}
            "tab" | "ptab" if self.in_run => self.push("\t"),
            "br" if attributes.get("type").as_deref() == Some("page") => self.push("\u{c}"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "checkBox" => self.ticked = false,
            // How it came, unless somebody has ticked it since.
            "default" | "checked" => self.ticked = attributes.on(),
            "sym" => self.push(symbol(attributes)),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "Fallback" | "moveFrom" | "del" => self.gone = self.gone.saturating_sub(1),
            "t" => self.in_text = false,
            "r" => (self.in_run, self.vanished) = (false, false),
            "sdt" => {
                self.controls.pop();
            }
            "checkBox" if self.shows() => self.push(if self.ticked { "☒" } else { "☐" }),
            "txbxContent" => self.close_to(|frame| matches!(frame, Frame::Box(_))),
            "tbl" => self.close_to(|frame| matches!(frame, Frame::Table(..))),
            "tc" => {
                if let Some(Frame::Table(_, table)) = self.outer.last_mut() {
                    table.cell(&std::mem::take(&mut self.out));
                }
            }
            "p" if self.gone == 0 => {
                self.push("\n");
                self.put_aside();
            }
            _ => {}
        }
    }

    /// Closes the innermost story of this kind, and what was left open within it.
    fn close_to(&mut self, kind: impl Fn(&Frame) -> bool) {
        let Some(at) = self.outer.iter().rposition(kind) else { return };
        while self.outer.len() > at {
            self.close_innermost();
        }
    }

    fn close_innermost(&mut self) {
        match self.outer.pop() {
            Some(Frame::Box(outer)) => {
                let words = std::mem::replace(&mut self.out, outer);
                if self.gone == 0 && !words.trim().is_empty() {
                    self.aside.push_str(words.trim_end());
                    self.aside.push('\n');
                }
                self.in_run = true;
            }
            Some(Frame::Table(outer, table)) => {
                let stray = std::mem::replace(&mut self.out, outer);
                table.end(&stray, &mut self.out);
                self.put_aside();
            }
            None => {}
        }
    }

    fn put_aside(&mut self) {
        if !self.outer.iter().any(|frame| matches!(frame, Frame::Box(_))) && !self.aside.is_empty() {
            let aside = std::mem::take(&mut self.aside);
            self.out.push_str(&aside);
        }
    }
}

/// The boxes of forms among the signs of the Wingdings fonts (`w:sym`, ECMA-376 17.3.3.30), which have no Unicode.
fn symbol(attributes: &Attributes<'_>) -> &'static str {
    let font = attributes.get("font").unwrap_or_default();
    let sign = attributes.get("char").unwrap_or_default().to_uppercase();
    match (font.as_str(), sign.trim_start_matches("F0")) {
        ("Wingdings", "FE" | "FD" | "78") | ("Wingdings 2", "52" | "51" | "54" | "53") => "☒",
        ("Wingdings", "A8" | "6F" | "71") | ("Wingdings 2", "A3" | "2A" | "30") => "☐",
        ("Wingdings", "FC" | "FB") | ("Wingdings 2", "50" | "4F") => "✓",
        _ => "",
    }
}
