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
mod domain;

pub use domain::{Possible, Together, possible, together};
pub use names::{NAMES, Name, PAPERS, TRAVELLER, Type};
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

/// The words that a desk has for things: what a condition may compare names with.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Names of the lists of States.
    pub lists: BTreeSet<String>,
    /// Ids of `papers.toml`, beside the kinds that reading tells.
    pub papers: BTreeSet<String>,
    /// Whether that is not known: then any word may stand for a paper.
    pub papers_unread: bool,
    /// Ids of the events. This and what follows may be empty: then it is not known, and any word may stand.
    pub events: BTreeSet<String>,
    /// Processes of the events.
    pub processes: BTreeSet<String>,
    /// Regional groups.
    pub groups: BTreeSet<String>,
    /// Codes of the States.
    pub states: BTreeSet<String>,
}

impl Vocabulary {
    /// The words that the desk has for the fact `path`; `None` where the language alone knows, or nobody.
    fn of(&self, path: &str) -> Option<&BTreeSet<String>> {
        let words = match path {
            "event.id" | "event.late_to" => &self.events,
            "event.process" => &self.processes,
            "state.group" => &self.groups,
            "state.code" => &self.states,
            "request.papers" | "request.missing_papers" | "event.papers" => &self.papers,
            _ => return None,
        };
        Some(words)
    }
}

/// Parses and checks a condition.
///
/// # Errors
/// The first mistake of grammar, or every mistake of meaning.
pub fn compile(text: &str, words: &Vocabulary) -> Result<Expr, Vec<Mistake>> {
    let tree = parse(text)?;
    check::condition(&tree, words)
}

/// Parses and checks an expression by whose value requests can be put in order: a number, date, moment or span.
///
/// # Errors
/// The first mistake of grammar, or every mistake of meaning.
pub fn compile_order(text: &str, words: &Vocabulary) -> Result<Expr, Vec<Mistake>> {
    let tree = parse(text)?;
    check::order(&tree, words)
}

fn parse(text: &str) -> Result<parser::Tree, Vec<Mistake>> {
    if text.len() > MAX_LENGTH {
        let message = format!("the condition is {} bytes long; {MAX_LENGTH} are allowed", text.len());
        let mistake = Mistake::new(0..text.len(), "condition-too-long", message);
        return Err(vec![mistake.help("split it into several checks")]);
    }
    let tokens = lexer::tokens(text).map_err(|m| vec![m])?;
    parser::parse(&tokens).map_err(|m| vec![m])
}
