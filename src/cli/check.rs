//! `verbale check`: every mistake of the desk folder by file, line and column, and what to write instead.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::cli::{Context, count, paint};
use crate::diagnostic::{Diagnostic, Severity};
use crate::folder;
use crate::worker;

pub(super) fn run(context: &Context) -> anyhow::Result<ExitCode> {
    match folder::load(&context.desk) {
        Ok(desk) => {
            print(&context.desk, &desk.notices, context.json);
            if !context.json {
                let office = &desk.office;
                anstream::println!(
                    "{} {}: {} events, {} checks, {} States, {} lists, {} letters; rules {}",
                    paint::good("The desk folder is in order."),
                    office
                        .identity
                        .office
                        .get(&office.policy.fallback_language)
                        .or_else(|| office.identity.office.get(&crate::states::Language::En))
                        .map_or("", String::as_str),
                    office.rulebook.events.len(),
                    office.rulebook.checks(),
                    office.states.iter().count(),
                    office.states.lists().count(),
                    desk.templates,
                    office.rulebook.hash.get(..12).unwrap_or_default(),
                );
                anstream::println!("{}", scanning());
                if office.senders.missions.is_empty() {
                    anstream::println!(
                        "No mission has an address of record yet: two notes of one State for one meeting are held for a person. \
                         rules/missions.csv says from where missions write."
                    );
                }
            }
            if let (Some(priority), false) = (&desk.office.rulebook.priority, context.json) {
                anstream::println!(
                    "\nrules/priority.toml lays down who is to come first. It is checked and read back here; the selection itself is \
                     not built yet, and nothing is ranked:"
                );
                for sentence in priority.told() {
                    anstream::println!("  {sentence}");
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(diagnostics) => {
            print(&context.desk, &diagnostics, context.json);
            if !context.json {
                anstream::eprintln!("{} {}", paint::bad("Not in order:"), count(&diagnostics));
            }
            Ok(ExitCode::FAILURE)
        }
    }
}

/// Which languages scans are read in on this host, and what to install for more.
pub(super) fn scanning() -> String {
    let found = worker::scanning();
    let languages =
        if found.languages.is_empty() { "no language".to_owned() } else { found.languages.join(", ") };
    let missing = if found.missing.is_empty() {
        String::new()
    } else {
        paint::warn(&format!("; to read more, install {}", found.missing.join(" ")))
    };
    format!("Scans and photographs are read in {languages}{missing}.")
}

/// Prints diagnostics in the order of files and places: to standard output as JSON Lines, else to standard error.
pub(super) fn print(desk: &Path, diagnostics: &[Diagnostic], json: bool) {
    print_of(&|file| std::fs::read_to_string(desk.join(file)).unwrap_or_default(), diagnostics, json);
}

/// The same of a folder whose texts lie elsewhere.
pub(super) fn print_of(text_of: &dyn Fn(&str) -> String, diagnostics: &[Diagnostic], json: bool) {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort();
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for diagnostic in sorted {
        let text = texts.entry(&diagnostic.file).or_insert_with(|| text_of(&diagnostic.file));
        if json {
            let (line, column) = diagnostic.span.map_or((1, 1), |s| place(text, s.start));
            let mut value = serde_json::json!(diagnostic);
            if let Some(object) = value.as_object_mut() {
                object.insert("line".into(), line.into());
                object.insert("column".into(), column.into());
            }
            anstream::println!("{value}");
        } else {
            anstream::eprintln!("{}\n", rendered(diagnostic, text));
        }
    }
}

/// Line and column (in characters), both from 1, of byte `at`.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// A diagnostic as a compiler shows it: the line of the file, the words marked, the remedy below.
fn rendered(diagnostic: &Diagnostic, text: &str) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Notice => Level::INFO.with_name("notice"),
    };
    let title = format!("[{}] {}", diagnostic.code, diagnostic.message);
    let help = diagnostic.help.as_deref();
    let span = diagnostic.span.filter(|s| s.start <= s.end && s.end <= text.len());
    let Some(span) = span else {
        let mut group =
            level.primary_title(title).elements(std::iter::empty::<annotate_snippets::Message<'_>>());
        group = group.element(annotate_snippets::Origin::path(diagnostic.file.as_str()));
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        return Renderer::styled().render(&[group]);
    };
    // The renderer walks all of the source that it is given; a long calendar may have a thousand remarks.
    let start = text.get(..span.start).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(span.end..).and_then(|t| t.find('\n')).map_or(text.len(), |at| span.end + at);
    let line = text.get(..start).map_or(0, |t| t.matches('\n').count()) + 1;
    let snippet = Snippet::source(text.get(start..end).unwrap_or_default())
        .line_start(line)
        .path(diagnostic.file.as_str())
        .annotation(AnnotationKind::Primary.span(span.start - start..span.end - start));
    let mut group = level.primary_title(title).element(snippet);
    if let Some(help) = help {
        group = group.element(Level::HELP.message(help));
    }
    Renderer::styled().render(&[group])
}
