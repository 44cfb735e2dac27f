//! HTML as the lines that a reader of the mail sees: tables row by row, quotations marked, hidden text left out. One
//! pass, in time linear to the text, whatever its nesting; mail is full of HTML that no writer ever closed.

mod style;
mod tags;
mod writer;

use mail_parser::decoders::html::add_html_token;

use style::{Look, Sheet};
use tags::{Tag, Tags, Token};
use writer::Writer;

/// Open elements; the words of deeper ones are left out, because nobody can tell any more whether they show.
const DEEPEST: usize = 4096;
/// How far an end tag looks for its start.
const REACH: usize = 256;
/// Tables, lists and quotations within each other; deeper ones are plain blocks.
const FRAMES: usize = 64;

/// The visible words of `html`, and whether they are all: what lies too deep is left out.
pub fn to_text(html: &str) -> (String, bool) {
    let mut page = Page {
        open: Vec::new(),
        writer: Writer::default(),
        sheet: Sheet::default(),
        deeper: 0,
        whole: true,
        lists: Vec::new(),
    };
    for token in Tags::new(html) {
        match token {
            Token::Text(text) => page.text(text),
            Token::Start(tag) => page.start(&tag),
            Token::End(name) => page.end(name),
            Token::Style(css) => page.sheet.read(css),
        }
    }
    while page.open.pop().map(|element| page.leave(&element)).is_some() {}
    (page.writer.finish(), page.whole)
}

/// An element that has not ended yet.
struct Element<'h> {
    name: &'h str,
    look: Look,
    /// Whether it opened a frame of the writer.
    framed: bool,
}

struct Page<'h> {
    open: Vec<Element<'h>>,
    writer: Writer,
    sheet: Sheet,
    /// Elements open beyond the deepest.
    deeper: usize,
    /// No words lay deeper.
    whole: bool,
    /// Of each open list, the number of its next item; none where they bear no numbers.
    lists: Vec<Option<usize>>,
}

impl<'h> Page<'h> {
    fn look(&self) -> Look {
        self.open.last().map(|e| e.look).unwrap_or_default()
    }

    fn text(&mut self, text: &str) {
        let look = self.look();
        if self.deeper > 0 || !look.shows() {
            self.whole &= self.deeper == 0 || text.trim().is_empty();
            return;
        }
        if !text.contains('&') {
            self.writer.text(text, look.pre);
            return;
        }
        self.writer.text(&entities(text), look.pre);
    }

    fn start(&mut self, tag: &Tag<'h>) {
        let name = tag.name;
        let is = |list: &[&str]| list.iter().any(|n| n.eq_ignore_ascii_case(name));
        if is(&["br"]) {
            if self.look().shows() {
                self.writer.line();
            }
            return;
        }
        if is(&["hr"]) {
            self.writer.block(2);
            return;
        }
        if is(VOID) {
            return;
        }
        self.imply_ends(name);
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        let mut look = self.look();
        look.pre |= is(&["pre", "textarea"]);
        self.sheet.apply(tag, &mut look);
        let mut framed = false;
        let room = self.writer.frames() < FRAMES;
        if look.is_gone() {
            // Nothing of it shows, so it also breaks no line.
        } else if is(&["td", "th"]) {
            framed = room && self.writer.begin_cell();
        } else if is(&["tr"]) {
            framed = room;
            if framed {
                self.writer.begin_row();
            }
        } else if is(&["blockquote"]) && is_citation(tag, self.writer.last_line()) {
            framed = room;
            if framed {
                self.writer.begin_quote();
            }
        } else if is(&["li"]) {
            self.writer.block(1);
            let mark = match self.lists.last_mut() {
                Some(Some(number)) => {
                    *number += 1;
                    format!("{}. ", *number - 1)
                }
                _ => "- ".to_owned(),
            };
            if look.shows() {
                self.writer.mark(&mark);
            }
        } else {
            self.writer.block(margin(name));
        }
        if is(&["ul", "ol"]) {
            let first = tag.attribute("start").and_then(|s| s.trim().parse().ok()).unwrap_or(1_usize);
            self.lists.push(is(&["ol"]).then_some(first.min(100_000)));
        }
        self.open.push(Element { name, look, framed });
    }

    /// Elements whose end tags may be left out (HTML 13.1.2.4) end where the next begins.
    fn imply_ends(&mut self, name: &str) {
        let is = |list: &[&str]| list.iter().any(|n| n.eq_ignore_ascii_case(name));
        if is(&["li"]) {
            self.close(&["li"], &["ul", "ol", "table", "td", "th"]);
        } else if is(&["td", "th"]) {
            self.close(&["td", "th"], &["tr", "table"]);
        } else if is(&["tr"]) {
            self.close(&["tr"], &["table"]);
        } else if is(&["dt", "dd"]) {
            self.close(&["dt", "dd"], &["dl", "table", "td", "th"]);
        } else if margin(name) > 0 {
            self.close(&["p"], &["table", "td", "th", "blockquote", "li", "div"]);
        }
    }

    fn end(&mut self, name: &str) {
        if name.eq_ignore_ascii_case("br") {
            self.writer.line();
        } else if self.deeper > 0 {
            self.deeper -= 1;
        } else if name.eq_ignore_ascii_case("table") {
            self.close(&["table"], &[]);
        } else if ["tr", "td", "th"].iter().any(|n| n.eq_ignore_ascii_case(name)) {
            self.close(&[name], &["table"]);
        } else {
            self.close(&[name], &["table", "td", "th"]);
        }
    }

    /// Ends the innermost element of `names`, and those within it, unless one of `walls` stands before it.
    fn close(&mut self, names: &[&str], walls: &[&str]) {
        let is = |list: &[&str], name: &str| list.iter().any(|n| n.eq_ignore_ascii_case(name));
        let from = self
            .open
            .iter()
            .rev()
            .take(REACH)
            .take_while(|e| is(names, e.name) || !is(walls, e.name))
            .position(|e| is(names, e.name));
        for _ in 0..from.map_or(0, |n| n + 1) {
            if let Some(element) = self.open.pop() {
                self.leave(&element);
            }
        }
    }

    fn leave(&mut self, element: &Element<'_>) {
        let is = |list: &[&str]| list.iter().any(|n| n.eq_ignore_ascii_case(element.name));
        if is(&["ul", "ol"]) {
            self.lists.pop();
        }
        if element.framed {
            self.writer.end_frame();
        } else if !element.look.is_gone() {
            self.writer.block(margin(element.name));
        }
    }
}

/// Whether a `blockquote` behind the line `before` cites an earlier message. Writers of mail indent with it, too: they cite
/// with `type="cite"`, a class of their own or a line at the left, or behind words that say who wrote when.
fn is_citation(tag: &Tag<'_>, before: &str) -> bool {
    let before = before.to_lowercase();
    let of = |name: &str| tag.attribute(name).unwrap_or_default().to_lowercase();
    let (class, style) = (of("class"), of("style"));
    let marked = ["quote", "cite", "moz", "reply"].iter().any(|word| class.contains(word));
    // Gmail gives what is only indented the class of a citation, and no border.
    let bare = style.replace(' ', "").contains("border:none") && !style.contains("border-left:");
    let clock = before
        .split(|c: char| !c.is_ascii_digit() && c != ':')
        .any(|word| word.split_once(':').is_some_and(|(hour, rest)| !hour.is_empty() && rest.len() >= 2));
    tag.attribute("type").is_some()
        || tag.attribute("cite").is_some()
        || style.contains("border-left")
        || marked && !bare
        || before.contains('@')
        || clock
        || WROTE.iter().any(|word| before.contains(word))
}

/// Words before a citation.
const WROTE: [&str; 9] =
    ["wrote", "écrit", "escribió", "написал", "пишет", "写道", "寫道", "كتب", "original message"];

/// Line ends before and after an element: none within a line, one for a block, two for a paragraph.
fn margin(name: &str) -> u8 {
    let is = |list: &[&str]| list.iter().any(|n| n.eq_ignore_ascii_case(name));
    if is(PARAGRAPHS) { 2 } else { u8::from(is(BLOCKS)) }
}

const PARAGRAPHS: &[&str] =
    &["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "pre", "table", "hr"];
const BLOCKS: &[&str] = &[
    "div",
    "li",
    "dt",
    "dd",
    "tr",
    "td",
    "th",
    "center",
    "address",
    "article",
    "aside",
    "section",
    "header",
    "footer",
    "main",
    "nav",
    "form",
    "fieldset",
    "figure",
    "figcaption",
    "caption",
    "legend",
    "details",
    "summary",
    "body",
    "option",
    "textarea",
];
/// Elements without content.
const VOID: &[&str] = &[
    "img", "input", "link", "meta", "area", "base", "col", "embed", "source", "track", "wbr", "param",
    "basefont", "bgsound", "frame", "keygen", "tbody", "thead", "tfoot", "colgroup", "html", "head",
];

/// With character references replaced; what is none stays as it is.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name = after.bytes().take(32).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        let closed = after.as_bytes().get(name) == Some(&b';');
        let word = after.get(..name).unwrap_or_default();
        // Without its semicolon only the oldest are known.
        let known = closed && name > 0 || matches!(word, "nbsp" | "amp" | "lt" | "gt" | "quot");
        if known {
            let at = out.len();
            add_html_token(&mut out, format!("&{word};").as_bytes(), false);
            if word == "nbsp" && out.get(at..) == Some("&nbsp;") {
                out.truncate(at);
                out.push('\u{a0}');
            }
            rest = after.get(name + usize::from(closed)..).unwrap_or_default();
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}
