//! The words of RTF.

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\*`: who does not know the next word skips the group.
    Star,
    /// A control word or symbol and its number.
    Word(&'b str, Option<i32>),
    /// One byte of text.
    Byte(u8),
}

/// Tokens of `bytes`.
pub struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    /// From the start of the file.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Leaves out `length` bytes (`\bin`).
    pub fn skip(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// The next token; `None` at the end.
    pub fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => match self.control() {
                    Some(token) => token,
                    None => continue,
                },
                b'\r' | b'\n' | 0 => continue,
                other => Token::Byte(*other),
            });
        }
    }

    fn control(&mut self) -> Option<Token<'b>> {
        let (first, rest) = self.rest.split_first()?;
        if !first.is_ascii_alphabetic() {
            self.rest = rest;
            return match first {
                b'\'' => {
                    let (digits, rest) = rest.split_first_chunk::<2>()?;
                    let value = std::str::from_utf8(digits).ok().and_then(|d| u8::from_str_radix(d, 16).ok());
                    // A broken escape is left where it is, as text.
                    if value.is_some() {
                        self.rest = rest;
                    }
                    value.map(Token::Byte)
                }
                b'*' => Some(Token::Star),
                b'\\' | b'{' | b'}' => Some(Token::Byte(*first)),
                b'\r' | b'\n' => Some(Token::Word("par", None)),
                b'\t' => Some(Token::Word("tab", None)),
                b'~' => Some(Token::Word("~", None)),
                b'_' => Some(Token::Word("_", None)),
                // An optional hyphen, marks of an index.
                _ => None,
            };
        }
        let letters = self.rest.iter().take(32).take_while(|b| b.is_ascii_alphabetic()).count();
        let (word, rest) = self.rest.split_at_checked(letters)?;
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest.iter().skip(sign).take(10).take_while(|b| b.is_ascii_digit()).count();
        let (number, rest) = if digits > 0 { rest.split_at_checked(sign + digits)? } else { (&[][..], rest) };
        // One space belongs to the word.
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let number = std::str::from_utf8(number).ok().and_then(|n| n.parse().ok());
        Some(Token::Word(std::str::from_utf8(word).ok()?, number))
    }
}
