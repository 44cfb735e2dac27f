//! Condition text → tokens with byte positions.

use std::ops::Range;

use crate::rules::expr::Mistake;

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A whole number.
    Int(i64),
    /// A quoted string, unescaped.
    Text(String),
    /// A name or word.
    Word(String),
    /// An operator or bracket.
    Sign(&'static str),
    /// The end.
    End,
}

/// A token with its place.
pub(super) type Placed = (Token, Range<usize>);

const SIGNS: [&str; 20] = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", ".", "?", ":", "+", "-", "*",
];

pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, Mistake> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (token, length) = next(rest, first, at)?;
        found.push((token, at..at + length));
        at += length;
    }
    found.push((Token::End, text.len()..text.len()));
    Ok(found)
}

fn next(rest: &str, first: char, at: usize) -> Result<(Token, usize), Mistake> {
    if first == '\'' || first == '"' {
        return quoted(rest, first, at);
    }
    if first.is_ascii_digit() {
        return number(rest, at);
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = run(rest, |c| c.is_ascii_alphanumeric() || c == '_');
        return Ok((Token::Word(rest.get(..length).unwrap_or_default().to_owned()), length));
    }
    match SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
        Some("*") => {
            Err(Mistake::new(at..at + 1, "condition-syntax", "`*` is not part of the condition language")
                .help("conditions add and subtract, they do not multiply"))
        }
        Some(sign) => Ok((Token::Sign(sign), sign.len())),
        None => Err(strange(first, at)),
    }
}

fn strange(first: char, at: usize) -> Mistake {
    let mistake = Mistake::new(
        at..at + first.len_utf8(),
        "condition-syntax",
        format!("`{first}` means nothing in a condition"),
    );
    match first {
        '=' => mistake.help("to compare, write `==`"),
        '&' => mistake.help("for \"and\", write `&&`"),
        '|' => mistake.help("for \"or\", write `||`"),
        '‘' | '’' | '“' | '”' | '«' | '»' | '`' => {
            mistake.help("write straight quotes: 'like this'")
        }
        _ => mistake.help("docs/rules.md lists what a condition may hold"),
    }
}

fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

fn number(rest: &str, at: usize) -> Result<(Token, usize), Mistake> {
    let length = run(rest, |c| c.is_ascii_alphanumeric() || c == '_');
    let words = rest.get(..length).unwrap_or_default();
    match words.parse() {
        Ok(value) => Ok((Token::Int(value), length)),
        Err(_) => {
            Err(Mistake::new(at..at + length, "condition-syntax", format!("`{words}` is not a whole number"))
                .help("write digits only; a date is written date('2017-08-18'), a time span duration('48h')"))
        }
    }
}

fn quoted(rest: &str, quote: char, at: usize) -> Result<(Token, usize), Mistake> {
    let mut value = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((place, letter)) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some((_, escaped @ ('\\' | '\'' | '"'))) => value.push(escaped),
                Some((_, 'n')) => value.push('\n'),
                Some((_, 't')) => value.push('\t'),
                _ => {
                    let span = at + place..at + place + 1;
                    return Err(Mistake::new(
                        span,
                        "condition-syntax",
                        "`\\` must be followed by \\ ' \" n or t",
                    ));
                }
            },
            _ if letter == quote => return Ok((Token::Text(value), place + 1)),
            _ => value.push(letter),
        }
    }
    Err(Mistake::new(at..at + rest.len(), "condition-syntax", "this string is not closed")
        .help(format!("end it with {quote}")))
}
