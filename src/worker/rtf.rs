//! RTF (Rich Text Format 1.9.1) as text. One pass over the bytes; groups may nest without end, because the stack of them is
//! a list and bounded. What a page would not show (deleted, hidden, codes of fields, tables of fonts) does not count.

mod fonts;
mod token;
mod words;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::charset::code_page;
use super::paper::{Text, trouble};
use fonts::Fonts;
use token::{Token, Tokens};
use words::{NOWHERE, SYMBOLS};

/// Groups within groups; deeper ones are read in the state of the last.
const DEEPEST: usize = 500;

/// Where characters go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Margin,
    /// A footnote or the like, after the text.
    Note,
    /// The frame of a drawing, which may hold a text box.
    Shape,
    Fonts,
    Nowhere,
}

/// What a group changes and its end restores.
#[derive(Debug, Clone)]
struct State {
    place: Place,
    font: i32,
    encoding: &'static Encoding,
    hidden: bool,
    deleted: bool,
    /// Replacement characters that follow each `\u`.
    fallback: usize,
    in_table: bool,
}

/// The text of an RTF, of at most about `limit` bytes.
pub fn text(bytes: &[u8], limit: usize) -> Text {
    let mut reader = Reader::new();
    let mut tokens = Tokens::new(bytes);
    let mut cut = false;
    while let Some(token) = tokens.next() {
        if let Token::Word("bin", Some(length)) = token {
            tokens.skip(usize::try_from(length).unwrap_or(0));
        }
        reader.take(&token);
        if reader.length() > limit {
            cut = true;
            break;
        }
    }
    reader.flush();
    let damaged = !cut && reader.open > 0;
    let mut out = reader.margin;
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str(&reader.text);
    out.push_str(&reader.notes);
    let mut text = Text::paged(&out);
    if damaged {
        // Files cut off on the way end within a group.
        text.trouble = Some(trouble(
            "damaged",
            "This RTF file is cut off: ask the mission to send it again, best as PDF.",
        ));
    }
    text
}

struct Reader {
    text: String,
    margin: String,
    notes: String,
    fonts: Fonts,
    default_font: i32,
    /// The code page of the document.
    page: &'static Encoding,
    state: State,
    stack: Vec<State>,
    /// Groups open, also beyond the stack.
    open: usize,
    /// Bytes in the encoding of the state that wait for what follows them.
    bytes: Vec<u8>,
    /// UTF-16 units that wait for their second half.
    units: Vec<u16>,
    /// Replacement characters still to skip.
    skip: usize,
    /// The group began with `\*`.
    starred: bool,
    /// No token of this group was seen yet.
    fresh: bool,
}

impl Reader {
    fn new() -> Self {
        let state = State {
            place: Place::Text,
            font: 0,
            encoding: WINDOWS_1252,
            hidden: false,
            deleted: false,
            fallback: 1,
            in_table: false,
        };
        Self {
            text: String::new(),
            margin: String::new(),
            notes: String::new(),
            fonts: Fonts::default(),
            default_font: 0,
            page: WINDOWS_1252,
            state,
            stack: Vec::new(),
            open: 0,
            bytes: Vec::new(),
            units: Vec::new(),
            skip: 0,
            starred: false,
            fresh: false,
        }
    }

    fn length(&self) -> usize {
        self.text.len() + self.margin.len() + self.notes.len() + self.bytes.len()
    }

    fn take(&mut self, token: &Token<'_>) {
        match token {
            Token::Open => {
                self.flush();
                self.skip = 0;
                self.open += 1;
                if self.stack.len() < DEEPEST {
                    self.stack.push(self.state.clone());
                }
                (self.starred, self.fresh) = (false, true);
            }
            Token::Close => {
                self.flush();
                self.skip = 0;
                if self.state.place == Place::Fonts {
                    self.fonts.end();
                }
                if self.open <= self.stack.len()
                    && let Some(state) = self.stack.pop()
                {
                    self.state = state;
                }
                self.open = self.open.saturating_sub(1);
                (self.starred, self.fresh) = (false, false);
            }
            Token::Star => self.starred = true,
            Token::Byte(byte) => {
                if self.skip > 0 {
                    self.skip -= 1;
                } else if self.state.place == Place::Fonts {
                    self.fonts.name(*byte);
                } else if self.shows() {
                    self.pair_up();
                    self.bytes.push(*byte);
                }
                self.fresh = false;
            }
            Token::Word(word, number) => {
                self.word(word, *number);
                self.fresh = false;
                self.starred = false;
            }
        }
    }

    fn shows(&self) -> bool {
        matches!(self.state.place, Place::Text | Place::Margin | Place::Note)
            && !self.state.hidden
            && !self.state.deleted
    }

    /// Turns what waits into characters.
    fn flush(&mut self) {
        self.pair_up();
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let text = self.state.encoding.decode_without_bom_handling(&bytes).0;
        self.out().push_str(&text);
    }

    fn pair_up(&mut self) {
        if !self.units.is_empty() {
            let units = std::mem::take(&mut self.units);
            let text = String::from_utf16_lossy(&units);
            self.out().push_str(&text);
        }
    }

    fn out(&mut self) -> &mut String {
        match self.state.place {
            Place::Margin => &mut self.margin,
            Place::Note => &mut self.notes,
            _ => &mut self.text,
        }
    }

    fn put(&mut self, c: char) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.shows() {
            self.flush();
            self.out().push(c);
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        if self.fresh && self.destination(word) {
            return;
        }
        let on = number != Some(0);
        match word {
            "ansicpg" => self.set_page(number),
            "mac" => self.set_page(Some(10000)),
            "pc" | "pca" => self.set_page(Some(850)),
            "deff" => self.default_font = number.unwrap_or(0),
            "f" if self.state.place == Place::Fonts => self.fonts.begin(number.unwrap_or(0)),
            "fcharset" => self.fonts.charset(number.unwrap_or(0)),
            "cpg" => self.fonts.code_page(number.unwrap_or(0)),
            // `\af` tells about the other direction or script, never about what follows.
            "f" => self.set_font(number.unwrap_or(0)),
            "plain" => {
                self.set_font(self.default_font);
                self.state.hidden = false;
                self.state.deleted = false;
            }
            "v" => self.switch(|state| state.hidden = on),
            "deleted" => self.switch(|state| state.deleted = on),
            "uc" => self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(0).min(64),
            "u" => self.unicode(number.unwrap_or(0)),
            "intbl" => self.state.in_table = true,
            "pard" => self.state.in_table = false,
            "par" => self.put(if self.state.in_table { ' ' } else { '\n' }),
            "line" | "softline" => self.put('\n'),
            "sect" | "page" => self.put('\u{c}'),
            "tab" => self.put('\t'),
            "cell" | "nestcell" => self.end_with('\t'),
            "row" | "nestrow" => self.end_with('\n'),
            _ => {
                if let Some((_, c)) = SYMBOLS.iter().find(|(name, _)| *name == word) {
                    self.put(*c);
                }
            }
        }
    }

    /// A group that begins with `word` goes elsewhere; false where the word is no destination.
    fn destination(&mut self, word: &str) -> bool {
        let place = match word {
            "fonttbl" => Place::Fonts,
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
                Place::Margin
            }
            "footnote" => Place::Note,
            "shp" | "shpinst" | "do" | "shpgrp" => Place::Shape,
            "shptxt" | "dptxbxtext" if self.state.place == Place::Shape => Place::Text,
            "fldrslt" | "listtext" | "pntext" | "shppict" | "sv" | "sn" if !self.starred => {
                if matches!(word, "sv" | "sn") { Place::Nowhere } else { return true }
            }
            _ if self.starred || NOWHERE.contains(&word) => Place::Nowhere,
            _ => return false,
        };
        // What is nowhere stays there.
        let lost = matches!(self.state.place, Place::Nowhere | Place::Fonts) && place != Place::Fonts;
        let place = if lost { Place::Nowhere } else { place };
        if place == Place::Margin && !self.margin.is_empty() && !self.margin.ends_with('\n') {
            self.margin.push('\n');
        }
        let boxed = place == Place::Text && self.state.place == Place::Shape;
        if boxed && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        if place == Place::Note && !self.notes.ends_with('\n') {
            self.notes.push('\n');
        }
        self.state.place = place;
        true
    }

    fn switch(&mut self, change: impl FnOnce(&mut State)) {
        self.flush();
        change(&mut self.state);
    }

    fn set_page(&mut self, number: Option<i32>) {
        self.flush();
        let page = number.and_then(|n| u32::try_from(n).ok()).and_then(code_page);
        self.page = page.unwrap_or(self.page);
        self.state.encoding = self.page;
    }

    fn set_font(&mut self, font: i32) {
        self.flush();
        self.state.font = font;
        self.state.encoding = self.fonts.encoding(font).unwrap_or(self.page);
    }

    fn unicode(&mut self, number: i32) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        if self.shows() {
            if !self.bytes.is_empty() {
                self.flush();
            }
            // Numbers beyond 32767 are written as negative ones.
            let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or(0xfffd);
            // Word writes the bytes of its symbol fonts as private characters.
            self.units.push(if (0xf020..=0xf0ff).contains(&unit) { unit - 0xf000 } else { unit });
        }
        self.skip = self.state.fallback;
    }

    fn end_with(&mut self, end: char) {
        if self.shows() {
            self.flush();
            let out = self.out();
            out.truncate(out.trim_end_matches([' ', '\t']).len());
            out.push(end);
        }
    }
}
