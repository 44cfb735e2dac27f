//! The tokens of HTML, leniently.

/// A piece of HTML.
pub enum Token<'h> {
    /// Characters, with their entities.
    Text(&'h str),
    /// A start tag.
    Start(Tag<'h>),
    /// An end tag.
    End(&'h str),
    /// What a style element holds.
    Style(&'h str),
}

/// A start tag.
pub struct Tag<'h> {
    /// Its name as written.
    pub name: &'h str,
    attributes: &'h str,
}

/// Tokens of a text.
pub struct Tags<'h> {
    rest: &'h str,
}

impl<'h> Tags<'h> {
    /// From its beginning.
    pub fn new(html: &'h str) -> Self {
        Self { rest: html }
    }

    /// What stands before `mark`, and all the rest where it does not stand; the mark goes, too.
    fn until(&mut self, mark: &str) -> &'h str {
        let (before, after) = self.rest.split_once(mark).unwrap_or((self.rest, ""));
        self.rest = after;
        before
    }

    /// The content of an element whose content is no HTML.
    fn raw(&mut self, name: &str) -> &'h str {
        let mut at = 0;
        while let Some(found) = self.rest.get(at..).and_then(|r| r.find("</")) {
            let end = at + found;
            let tag = self.rest.get(end + 2..).unwrap_or_default();
            if tag.get(..name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name)) {
                let content = self.rest.get(..end).unwrap_or_default();
                self.rest = tag;
                self.until(">");
                return content;
            }
            at = end + 2;
        }
        std::mem::take(&mut self.rest)
    }

    /// The attributes up to the end of the tag, which may stand in quotation marks.
    fn attributes(&mut self) -> &'h str {
        let mut quote = None;
        let mut after_equals = false;
        for (at, byte) in self.rest.bytes().enumerate() {
            match quote {
                Some(mark) if byte == mark => quote = None,
                Some(_) => {}
                None if byte == b'>' => {
                    let found = self.rest.get(..at).unwrap_or_default();
                    self.rest = self.rest.get(at + 1..).unwrap_or_default();
                    return found;
                }
                // Only a value is quoted; a stray mark elsewhere is a letter.
                None if after_equals && matches!(byte, b'"' | b'\'') => quote = Some(byte),
                None => {}
            }
            after_equals = byte == b'=' || after_equals && byte.is_ascii_whitespace();
        }
        std::mem::take(&mut self.rest)
    }
}

impl<'h> Iterator for Tags<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(tag) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at_checked(end)?;
                self.rest = rest;
                return Some(Token::Text(text));
            };
            if let Some(comment) = tag.strip_prefix("!--") {
                self.rest = comment.strip_prefix("->").or(comment.strip_prefix('>')).unwrap_or(comment);
                if self.rest.len() == comment.len() {
                    self.until("-->");
                }
                continue;
            }
            if tag.starts_with(['!', '?']) {
                self.until(">");
                continue;
            }
            let (ends, named) = match tag.strip_prefix('/') {
                Some(named) => (true, named),
                None => (false, tag),
            };
            if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
                if ends {
                    self.until(">");
                    continue;
                }
                self.rest = tag;
                return Some(Token::Text("<"));
            }
            let length =
                named.bytes().take_while(|b| !matches!(b, b'>' | b'/') && !b.is_ascii_whitespace()).count();
            let (name, rest) = named.split_at_checked(length)?;
            self.rest = rest;
            let attributes = self.attributes();
            if ends {
                return Some(Token::End(name));
            }
            if name.eq_ignore_ascii_case("style") {
                return Some(Token::Style(self.raw(name)));
            }
            if RAW.iter().any(|n| n.eq_ignore_ascii_case(name)) {
                self.raw(name);
                continue;
            }
            return Some(Token::Start(Tag { name, attributes }));
        }
    }
}

/// Elements whose content is not shown.
const RAW: &[&str] =
    &["script", "title", "template", "xml", "iframe", "noembed", "noframes", "object", "svg", "math"];

impl<'h> Tag<'h> {
    /// The value of an attribute; empty where it has none.
    pub fn attribute(&self, wanted: &str) -> Option<&'h str> {
        let mut rest = self.attributes;
        // More attributes than any writer sets.
        for _ in 0..64 {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end =
                rest.find(|c: char| c == '=' || c == '/' || c.is_ascii_whitespace()).unwrap_or(rest.len());
            let (name, after) = rest.split_at_checked(end)?;
            let (value, after) = match after.trim_start().strip_prefix('=').map(str::trim_start) {
                None => ("", after),
                Some(value) => match value.chars().next() {
                    Some(mark @ ('"' | '\'')) => {
                        let value = value.get(1..).unwrap_or_default();
                        value.split_once(mark).unwrap_or((value, ""))
                    }
                    _ => value.split_at_checked(
                        value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len()),
                    )?,
                },
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            if after.is_empty() {
                return None;
            }
            // A stray equals sign names nothing.
            rest = after.strip_prefix('=').unwrap_or(after);
        }
        None
    }
}
