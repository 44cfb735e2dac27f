//! Conditions: a documented subset of CEL over the facts of one request.
//!
//! Text → tokens → tree → typed [`Expr`] → Yes, No or Unknown, and the words that say why. Everything that can
//! be wrong with a condition is found when it is loaded; evaluation is total.

use std::collections::BTreeSet;
use std::ops::Range;

mod lexer;
mod names;
mod node;
mod parser;
mod check;
mod eval;
mod explain;

pub use names::{NAMES, Name, TRAVELLER, Type};
pub use node::Expr;

/// Longest condition, in bytes.
pub const MAX_LENGTH: usize = 2048;
/// Deepest nesting of a condition.
pub const MAX_DEPTH: usize = 24;

/// Something wrong with a condition, with its place in bytes of the condition's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub span: Range<usize>,
    /// Stable code in kebab-case.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Mistake {
    fn new(span: Range<usize>, code: &'static str, message: impl Into<String>) -> Self {
        Self { span, code, message: message.into(), help: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Parses and checks a condition. `lists` are the names of the lists of States that exist.
///
/// # Errors
/// The first mistake of grammar, or every mistake of meaning.
pub fn compile(text: &str, lists: &BTreeSet<String>) -> Result<Expr, Vec<Mistake>> {
    if text.len() > MAX_LENGTH {
        let message = format!("the condition is {} bytes long; {MAX_LENGTH} are allowed", text.len());
        let mistake = Mistake::new(0..text.len(), "condition-too-long", message);
        return Err(vec![mistake.help("split it into several checks")]);
    }
    let tokens = lexer::tokens(text).map_err(|m| vec![m])?;
    let tree = parser::parse(&tokens).map_err(|m| vec![m])?;
    check::condition(&tree, lists)
}
