//! What is wrong with a file that staff wrote: where, in which words, and what to write instead.

pub mod grammar;

use serde::Serialize;

/// How much a diagnostic weighs. Only errors keep a desk folder from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never changes an exit code.
    Notice,
    /// The folder cannot be used.
    Error,
}

/// A place in a text file of the desk folder, as bytes from its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// One mistake or remark about one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Diagnostic {
    /// Path relative to the desk folder, with `/`.
    pub file: String,
    /// Where in the file; `None` when the whole file (or its absence) is meant.
    pub span: Option<Span>,
    /// Error or notice.
    pub severity: Severity,
    /// A short stable code in kebab-case, such as `unknown-key`.
    pub code: &'static str,
    /// One sentence saying what is wrong, with the words found.
    pub message: String,
    /// What to do instead, if there is something to say.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error in `file`.
    pub fn error(file: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            span: None,
            severity: Severity::Error,
            code,
            message: message.into(),
            help: None,
        }
    }

    /// A notice about `file`.
    pub fn notice(file: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Notice, ..Self::error(file, code, message) }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, span: std::ops::Range<usize>) -> Self {
        self.span = Some(Span { start: span.start, end: span.end });
        self
    }

    /// Says what to do instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The candidate nearest to `word`, near enough to be what was meant. Of two names of one group (`request.city`) only the
/// last parts are compared: what they have in common anyway says nothing, and a name of a known group is sought in it alone.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let all: Vec<&str> = candidates.into_iter().collect();
    let of_group = |name: &&'a str| {
        let ((group, word), (of, name)) = (word.rsplit_once('.')?, name.rsplit_once('.')?);
        (group == of).then_some((word, name))
    };
    let known = all.iter().any(|name| of_group(name).is_some());
    all.iter()
        .filter_map(|name| match of_group(name) {
            Some((word, last)) => Some((nearness(word, last), *name)),
            None if known => None,
            None => Some((nearness(word, name), *name)),
        })
        .filter(|(near, _)| *near > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// From 0 to 1, whatever letters are capitals. Of short words two letters that changed places leave little in common.
fn nearness(word: &str, name: &str) -> f64 {
    let (word, name) = (word.to_lowercase(), name.to_lowercase());
    let (word, name) = (word.as_str(), name.as_str());
    let near = strsim::jaro_winkler(word, name);
    if word.len() > 2 && strsim::osa_distance(word, name) == 1 { near.max(0.81) } else { near }
}

/// A text file of the desk folder, handed to the core as a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path relative to the desk folder, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
}
