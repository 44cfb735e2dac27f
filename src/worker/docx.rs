//! DOCX (ECMA-376): a ZIP container with WordprocessingML. What a reader of the page sees counts: deleted, moved-away and
//! hidden text and the prompts of empty form fields do not.

use super::archive::{Archive, End};
use super::paper::{Text, trouble};
use super::xml::{Attributes, Step, walk};

/// The media type of a DOCX.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Headers and footers read.
const MARGINS: usize = 12;
/// Text boxes within text boxes.
const BOXES: usize = 16;

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
    while !walker.boxes.is_empty() {
        walker.close_box();
    }
    (walker.out, whole)
}

#[derive(Default)]
struct Walker {
    /// The text so far of the story that is being read, and of the ones round it.
    out: String,
    boxes: Vec<String>,
    /// Finished text boxes, which follow the paragraph that they are anchored in.
    aside: String,
    length: usize,
    in_text: bool,
    /// Depth within what does not count: mc:Fallback (which repeats mc:Choice), moved-away and deleted runs.
    gone: u32,
    cells: u32,
    in_run: bool,
    vanished: bool,
    /// Of each open content control, whether it shows only its prompt.
    controls: Vec<bool>,
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
            "tc" if !empty => self.cells += 1,
            "r" => (self.in_run, self.vanished) = (!empty, false),
            "vanish" if self.in_run => self.vanished = attributes.on(),
            "sdt" if !empty && self.controls.len() < 64 => self.controls.push(false),
            "showingPlcHdr" if attributes.on() => {
                if let Some(last) = self.controls.last_mut() {
                    *last = true;
                }
            }
            "txbxContent" if !empty && self.boxes.len() < BOXES => {
                self.boxes.push(std::mem::take(&mut self.out));
                self.vanished = false;
            }
            _ if !self.shows() => {}
            "tab" | "ptab" if self.in_run => self.push("\t"),
            "br" if attributes.get("type").as_deref() == Some("page") => self.push("\u{c}"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
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
            "txbxContent" => self.close_box(),
            "tc" => {
                self.cells = self.cells.saturating_sub(1);
                self.end_with('\t');
            }
            "tr" => {
                self.end_with('\n');
                self.put_aside();
            }
            "p" if self.gone == 0 => {
                self.push(if self.cells > 0 { " " } else { "\n" });
                if self.cells == 0 {
                    self.put_aside();
                }
            }
            _ => {}
        }
    }

    fn close_box(&mut self) {
        if let Some(outer) = self.boxes.pop() {
            let words = std::mem::replace(&mut self.out, outer);
            if self.gone == 0 && !words.trim().is_empty() {
                self.aside.push_str(words.trim_end());
                self.aside.push('\n');
            }
            self.in_run = true;
        }
    }

    fn put_aside(&mut self) {
        if self.boxes.is_empty() && !self.aside.is_empty() {
            let aside = std::mem::take(&mut self.aside);
            self.out.push_str(&aside);
        }
    }

    fn end_with(&mut self, end: char) {
        self.out.truncate(self.out.trim_end_matches([' ', '\t']).len());
        self.out.push(end);
    }
}
