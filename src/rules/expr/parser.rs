//! Tokens → tree, by precedence climbing (Pratt).

use std::ops::Range;

use crate::rules::expr::lexer::{Placed, Token};
use crate::rules::expr::{MAX_DEPTH, Mistake};

/// A condition as written, before anyone asked what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tree {
    pub span: Range<usize>,
    pub kind: Kind,
}

/// The shapes of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Int(i64),
    Text(String),
    Bool(bool),
    Name(String),
    Field(Box<Tree>, String),
    Call { on: Option<Box<Tree>>, name: String, name_span: Range<usize>, args: Vec<Tree> },
    Index(Box<Tree>, Box<Tree>),
    Not(Box<Tree>),
    Negative(Box<Tree>),
    Binary(&'static str, Box<Tree>, Box<Tree>),
    Choose(Box<Tree>, Box<Tree>, Box<Tree>),
    List(Vec<Tree>),
}

/// How strongly an operator binds; comparisons do not chain.
fn strength(sign: &str) -> Option<(u8, &'static str)> {
    Some(match sign {
        "||" => (1, "||"),
        "&&" => (2, "&&"),
        "==" => (3, "=="),
        "!=" => (3, "!="),
        "<" => (3, "<"),
        "<=" => (3, "<="),
        ">" => (3, ">"),
        ">=" => (3, ">="),
        "in" => (3, "in"),
        "+" => (4, "+"),
        "-" => (4, "-"),
        _ => return None,
    })
}

/// Whether `tree` is a comparison without brackets around it: brackets widen a tree's span beyond its parts.
fn is_bare_comparison(tree: &Tree) -> bool {
    match &tree.kind {
        Kind::Binary(sign, left, _) => {
            strength(sign).is_some_and(|(binds, _)| binds == 3) && left.span.start == tree.span.start
        }
        _ => false,
    }
}

struct Parser<'t> {
    tokens: &'t [Placed],
    at: usize,
    depth: usize,
}

pub(super) fn parse(tokens: &[Placed]) -> Result<Tree, Mistake> {
    let mut parser = Parser { tokens, at: 0, depth: 0 };
    let tree = parser.whole()?;
    match parser.peek() {
        (Token::End, _) => Ok(tree),
        _ => Err(parser.unexpected("`&&`, `||` or the end")),
    }
}

impl Parser<'_> {
    fn peek(&self) -> (&Token, Range<usize>) {
        match self.tokens.get(self.at).or(self.tokens.last()) {
            Some((token, span)) => (token, span.clone()),
            None => (&Token::End, 0..0),
        }
    }

    fn next(&mut self) -> (Token, Range<usize>) {
        let (token, span) = self.peek();
        let found = (token.clone(), span);
        self.at += 1;
        found
    }

    fn is(&self, sign: &str) -> bool {
        matches!(self.peek().0, Token::Sign(s) if *s == sign)
    }

    fn take(&mut self, sign: &'static str) -> Result<Range<usize>, Mistake> {
        if self.is(sign) { Ok(self.next().1) } else { Err(self.unexpected(&format!("`{sign}`"))) }
    }

    fn unexpected(&self, wanted: &str) -> Mistake {
        let (token, span) = self.peek();
        let found = match token {
            Token::End => "the condition ends here".to_owned(),
            Token::Int(value) => format!("`{value}` cannot stand here"),
            Token::Text(value) => format!("'{value}' cannot stand here"),
            Token::Word(word) => format!("`{word}` cannot stand here"),
            Token::Sign(sign) => format!("`{sign}` cannot stand here"),
        };
        let mistake = Mistake::new(span, "condition-syntax", format!("{found}; expected {wanted}"));
        match token {
            Token::Word(word) => match word.to_lowercase().as_str() {
                "and" => mistake.help("for \"and\", write `&&`"),
                "or" => mistake.help("for \"or\", write `||`"),
                "not" => mistake.help("for \"not\", write `!`"),
                "is" => mistake.help("to compare, write `==`"),
                _ => mistake,
            },
            _ => mistake,
        }
    }

    /// `condition ? a : b`, or a condition.
    fn whole(&mut self) -> Result<Tree, Mistake> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message = format!("the condition is nested more than {MAX_DEPTH} deep");
            return Err(Mistake::new(self.peek().1, "condition-too-deep", message)
                .help("split it into several checks"));
        }
        let first = self.binary(1)?;
        let tree = if self.is("?") {
            self.next();
            let yes = self.whole()?;
            self.take(":")?;
            let no = self.whole()?;
            let span = first.span.start..no.span.end;
            Tree { span, kind: Kind::Choose(Box::new(first), Box::new(yes), Box::new(no)) }
        } else {
            first
        };
        self.depth -= 1;
        Ok(tree)
    }

    fn binary(&mut self, least: u8) -> Result<Tree, Mistake> {
        let mut left = self.unary()?;
        loop {
            let sign = match self.peek().0 {
                Token::Sign(sign) => *sign,
                Token::Word(word) if word == "in" => "in",
                _ => return Ok(left),
            };
            let Some((binds, sign)) = strength(sign).filter(|(binds, _)| *binds >= least) else {
                return Ok(left);
            };
            let (_, span) = self.next();
            if binds == 3 && is_bare_comparison(&left) {
                return Err(Mistake::new(span, "condition-syntax", "comparisons cannot be chained")
                    .help("write `a <= b && b <= c`"));
            }
            let right = self.binary(binds + 1)?;
            let span = left.span.start..right.span.end;
            left = Tree { span, kind: Kind::Binary(sign, Box::new(left), Box::new(right)) };
        }
    }

    fn unary(&mut self) -> Result<Tree, Mistake> {
        let mut signs = Vec::new();
        while self.is("!") || self.is("-") {
            signs.push(self.next());
        }
        if signs.len() > MAX_DEPTH {
            let span = self.peek().1;
            return Err(Mistake::new(span, "condition-too-deep", "too many `!` or `-` in a row"));
        }
        let mut tree = self.postfix()?;
        for (sign, span) in signs.into_iter().rev() {
            let span = span.start..tree.span.end;
            let inner = Box::new(tree);
            let kind = if sign == Token::Sign("!") { Kind::Not(inner) } else { Kind::Negative(inner) };
            tree = Tree { span, kind };
        }
        Ok(tree)
    }

    fn postfix(&mut self) -> Result<Tree, Mistake> {
        let mut tree = self.primary()?;
        loop {
            if self.is(".") {
                self.next();
                let (Token::Word(name), name_span) = self.next() else {
                    self.at -= 1;
                    return Err(self.unexpected("a name after `.`"));
                };
                let start = tree.span.start;
                if self.is("(") {
                    let (args, end) = self.arguments("(", ")")?;
                    let kind = Kind::Call { on: Some(Box::new(tree)), name, name_span, args };
                    tree = Tree { span: start..end, kind };
                } else {
                    tree = Tree { span: start..name_span.end, kind: Kind::Field(Box::new(tree), name) };
                }
            } else if self.is("[") {
                self.next();
                let index = self.whole()?;
                let end = self.take("]")?.end;
                let span = tree.span.start..end;
                tree = Tree { span, kind: Kind::Index(Box::new(tree), Box::new(index)) };
            } else {
                return Ok(tree);
            }
        }
    }

    fn primary(&mut self) -> Result<Tree, Mistake> {
        let span = self.peek().1;
        if self.is("(") {
            self.next();
            let mut tree = self.whole()?;
            tree.span = span.start..self.take(")")?.end;
            return Ok(tree);
        }
        if self.is("[") {
            let (items, end) = self.arguments("[", "]")?;
            return Ok(Tree { span: span.start..end, kind: Kind::List(items) });
        }
        let kind = match self.peek().0.clone() {
            Token::Int(value) => Kind::Int(value),
            Token::Text(value) => Kind::Text(value),
            Token::Word(word) if word == "true" => Kind::Bool(true),
            Token::Word(word) if word == "false" => Kind::Bool(false),
            Token::Word(word) if !matches!(word.as_str(), "in" | "and" | "or" | "not" | "is") => {
                self.next();
                if self.is("(") {
                    let (args, end) = self.arguments("(", ")")?;
                    let kind = Kind::Call { on: None, name: word, name_span: span.clone(), args };
                    return Ok(Tree { span: span.start..end, kind });
                }
                return Ok(Tree { span, kind: Kind::Name(word) });
            }
            _ => return Err(self.unexpected("a fact, a value or `(`")),
        };
        self.next();
        Ok(Tree { span, kind })
    }

    fn arguments(&mut self, open: &'static str, close: &'static str) -> Result<(Vec<Tree>, usize), Mistake> {
        self.take(open)?;
        let mut items = Vec::new();
        while !self.is(close) {
            if !items.is_empty() {
                self.take(",")?;
            }
            items.push(self.whole()?);
        }
        Ok((items, self.take(close)?.end))
    }
}
