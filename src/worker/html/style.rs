//! Whether the words of an element show: what style attributes, old attributes and plain rules of style sheets say about
//! display, visibility, size, place and colour. What a reader does not see must not speak for the mission.

use std::collections::BTreeMap;

use super::tags::Tag;

/// Rules kept of all style sheets.
const RULES: usize = 4000;
/// Channels that differ by less than this look the same.
const ALIKE: u8 = 16;
/// Letters of so many pixels cannot be read.
const TINY: f32 = 2.0;

type Colour = [u8; 3];
const WHITE: Colour = [255; 3];

/// What an element inherits and sets.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Not displayed, and nothing within it can be.
    gone: bool,
    invisible: bool,
    tiny: bool,
    /// Unknown where it cannot be told.
    ink: Option<Colour>,
    paper: Option<Colour>,
    /// White space counts.
    pub pre: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { gone: false, invisible: false, tiny: false, ink: Some([0; 3]), paper: Some(WHITE), pre: false }
    }
}

impl Look {
    /// Whether words with this look can be seen.
    pub fn shows(&self) -> bool {
        let same = |(a, b): (Colour, Colour)| a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < ALIKE);
        !self.gone && !self.invisible && !self.tiny && !self.ink.zip(self.paper).is_some_and(same)
    }

    /// Whether the element takes no place at all.
    pub fn is_gone(&self) -> bool {
        self.gone
    }

    fn declare(&mut self, css: &str) {
        let mut flat = false;
        let mut clipped = false;
        for declaration in css.split(';').take(100) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let value = value.trim().to_ascii_lowercase();
            let value = value.trim_end_matches("!important").trim();
            let number = || leading_number(value);
            match property.trim().to_ascii_lowercase().as_str() {
                "display" => self.gone |= value == "none",
                "visibility" => self.invisible = matches!(value, "hidden" | "collapse"),
                "opacity" => self.gone |= number().is_some_and(|n| n < 0.1),
                "font-size" => self.size(value),
                "font" => {
                    let size = value.split([' ', '/']).find(|w| w.starts_with(|c: char| c.is_ascii_digit()));
                    // A bare number of three digits is a weight.
                    if let Some(size) =
                        size.filter(|s| s.ends_with(|c: char| c.is_ascii_alphabetic()) || *s == "0")
                    {
                        self.size(size);
                    }
                }
                "max-height" | "height" | "max-width" | "width" => {
                    flat |= number().is_some_and(|n| n == 0.0) && !value.ends_with('%');
                }
                "overflow" => clipped |= value == "hidden",
                "text-indent" | "left" | "top" | "margin-left" | "margin-top" => {
                    self.gone |= number().is_some_and(|n| n <= -900.0);
                }
                "clip" => self.gone |= value.replace([' ', 'p', 'x'], "").starts_with("rect(0,0,0,0"),
                "color" => self.ink(value),
                "background" | "background-color" => self.paper(value),
                "white-space" => self.pre = value.starts_with("pre") && value != "pre-line",
                _ => {}
            }
        }
        self.gone |= flat && clipped;
    }

    fn size(&mut self, value: &str) {
        let number = leading_number(value);
        match number {
            Some(0.0) => self.tiny = true,
            Some(n) if value.ends_with("px") || value.ends_with("pt") => self.tiny = n < TINY,
            // Relative sizes of nothing are nothing.
            Some(n) if value.ends_with("em") || value.ends_with('%') => {
                self.tiny |= n < if value.ends_with('%') { 10.0 } else { 0.1 };
            }
            _ if value.ends_with("small") || value.ends_with("large") || value == "medium" => {
                self.tiny = false
            }
            _ => {}
        }
    }

    fn ink(&mut self, value: &str) {
        if value == "transparent" {
            self.ink = self.paper;
        } else if value != "inherit" {
            self.ink = colour(value);
        }
    }

    fn paper(&mut self, value: &str) {
        if value.contains("url(") || value.contains("gradient") {
            self.paper = None;
        } else if !matches!(value, "none" | "transparent" | "inherit" | "initial" | "unset" | "0" | "0 0") {
            // A shorthand names the colour among other things.
            let found = colour(value).or_else(|| value.split_whitespace().find_map(colour));
            self.paper = found;
        }
    }
}

fn leading_number(value: &str) -> Option<f32> {
    let end = value.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-')).count();
    value.get(..end)?.parse().ok()
}

/// A colour as it is written in mail; `None` for a name that is not known here.
fn colour(value: &str) -> Option<Colour> {
    if let Some(digits) = value.strip_prefix('#').or((value.len() == 6).then_some(value)) {
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, r, g, b] = number.to_be_bytes();
        return match digits.len() {
            6 => Some([r, g, b]),
            3 => {
                let [_, _, high, low] = number.to_be_bytes();
                Some([high & 15, low >> 4, low & 15].map(|n| n * 17))
            }
            _ => None,
        };
    }
    if let Some(inner) = value.strip_prefix("rgb").and_then(|v| v.split_once('(')).map(|(_, v)| v) {
        let mut parts = inner.trim_end_matches(')').split([',', ' ', '/']).filter(|p| !p.is_empty());
        let mut channel = || parts.next().and_then(|p| p.trim().parse::<u8>().ok());
        return Some([channel()?, channel()?, channel()?]);
    }
    match value {
        "white" | "window" => Some(WHITE),
        "black" | "windowtext" => Some([0; 3]),
        "snow" | "ghostwhite" | "ivory" | "floralwhite" => Some([252, 252, 250]),
        "whitesmoke" => Some([245; 3]),
        "red" => Some([255, 0, 0]),
        "blue" => Some([0, 0, 255]),
        "navy" => Some([0, 0, 128]),
        "gray" | "grey" => Some([128; 3]),
        "silver" => Some([192; 3]),
        _ => None,
    }
}

/// Rules of style sheets with one plain selector.
#[derive(Debug, Default)]
pub struct Sheet(BTreeMap<String, String>);

impl Sheet {
    /// Takes up the rules of a style element. Rules for print or narrow screens do not count.
    pub fn read(&mut self, css: &str) {
        let mut rest = css.trim_start().trim_start_matches("<!--");
        while let Some((selectors, after)) = rest.split_once('{') {
            let selectors = uncommented(selectors);
            if selectors.trim_start().starts_with('@') {
                rest = past_block(after);
                continue;
            }
            let (declarations, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            for selector in selectors.split(',').map(str::trim) {
                let plain = !selector.is_empty()
                    && selector.len() < 100
                    && selector
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'#' | b'-' | b'_'));
                if plain && self.0.len() < RULES {
                    let entry = self.0.entry(selector.to_ascii_lowercase()).or_default();
                    if entry.len() < 4000 {
                        entry.push_str(declarations);
                        entry.push(';');
                    }
                }
            }
        }
    }

    /// Changes `look` by what is said of the element `tag`.
    pub fn apply(&self, tag: &Tag<'_>, look: &mut Look) {
        if tag.attribute("hidden").is_some() {
            look.gone = true;
        }
        if let Some(value) = tag.attribute("bgcolor").filter(|v| !v.is_empty()) {
            look.paper(&value.to_ascii_lowercase());
        }
        if tag.attribute("background").is_some_and(|v| !v.is_empty()) {
            look.paper = None;
        }
        for old in ["color", "text"] {
            if let Some(value) = tag.attribute(old).filter(|v| !v.is_empty()) {
                look.ink(&value.to_ascii_lowercase());
            }
        }
        let name = tag.name.to_ascii_lowercase();
        if name == "a" {
            look.ink = Some([0, 0, 238]);
        }
        if !self.0.is_empty() {
            let classes = tag.attribute("class").unwrap_or_default().to_ascii_lowercase();
            let id = tag.attribute("id").unwrap_or_default().to_ascii_lowercase();
            let by_class =
                classes.split_whitespace().take(20).flat_map(|c| [format!(".{c}"), format!("{name}.{c}")]);
            for selector in std::iter::once(name.clone()).chain(by_class).chain([format!("#{id}")]) {
                if let Some(declarations) = self.0.get(&selector) {
                    look.declare(declarations);
                }
            }
        }
        if let Some(css) = tag.attribute("style") {
            look.declare(css);
        }
    }
}

fn uncommented(selectors: &str) -> &str {
    selectors.rsplit_once("*/").map_or(selectors, |(_, s)| s)
}

/// Behind the block whose opening brace was just read.
fn past_block(css: &str) -> &str {
    let mut depth = 1_usize;
    for (at, byte) in css.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return css.get(at + 1..).unwrap_or_default();
        }
    }
    ""
}
