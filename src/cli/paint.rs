//! Colours and tables, the same in all commands. Colours vanish by themselves where nobody sees them.

use anstyle::{AnsiColor, Style};
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Something wrong.
pub(super) fn bad(text: &str) -> String {
    styled(AnsiColor::Red.on_default().bold(), text)
}

/// Something to look at.
pub(super) fn warn(text: &str) -> String {
    styled(AnsiColor::Yellow.on_default().bold(), text)
}

/// Something well.
pub(super) fn good(text: &str) -> String {
    styled(AnsiColor::Green.on_default().bold(), text)
}

/// Labels and side remarks.
pub(super) fn faint(text: &str) -> String {
    styled(Style::new().dimmed(), text)
}

/// Headings.
pub(super) fn strong(text: &str) -> String {
    styled(Style::new().bold(), text)
}

fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// An empty table with these column titles, as wide as the terminal.
pub(super) fn table(titles: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if !table.is_tty() {
        table.set_width(120);
    }
    table.set_header(titles.iter().map(|t| strong(t)));
    table
}

/// Gives the column numbered `n`, from 0, at least so many characters.
pub(super) fn at_least(table: &mut Table, n: usize, characters: u16) {
    if let Some(column) = table.column_mut(n) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(characters)));
    }
}

/// A stranger's text for a terminal: control and bidi characters are shown as `·`, so that nothing moves the cursor.
pub(super) fn tame(text: &str) -> String {
    text.chars()
        .map(|c| {
            let bidi =
                matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            if bidi || (c.is_control() && c != '\n') { '·' } else { c }
        })
        .collect()
}

/// A disposition as the store writes it, in its colour.
pub(super) fn standing(word: &str) -> String {
    match word {
        "registered" => good(word),
        "incomplete" | "held" => warn(word),
        "declined" => bad(word),
        other => faint(other),
    }
}

/// Columns of running text.
const COLUMNS: usize = 100;

/// Text broken into lines of at most a hundred columns, the second and later ones indented by `indent`.
pub(super) fn wrapped(text: &str, indent: usize) -> String {
    let mut lines = String::new();
    let mut column = indent;
    for word in text.split(' ') {
        let width = word.chars().count();
        if column > indent && column + 1 + width > COLUMNS {
            lines.push('\n');
            lines.push_str(&" ".repeat(indent));
            column = indent;
        } else if column > indent {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += width;
    }
    lines
}

/// Seconds as a person says them: `2 days 3 hours`; the two greatest units, to the second below an hour.
pub(super) fn span(seconds: i64) -> String {
    let units = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")];
    let mut left = seconds.max(0);
    let mut told = Vec::new();
    for (size, unit) in units {
        let n = left / size;
        left %= size;
        if n > 0 {
            told.push(format!("{n} {unit}{}", if n == 1 { "" } else { "s" }));
        }
    }
    told.truncate(2);
    if told.is_empty() { "0 seconds".to_owned() } else { told.join(" ") }
}
