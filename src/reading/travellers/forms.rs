//! Names in forms and tables: "Name: ...", "Family name: ..." with "Given name: ...", rows under a heading "Name".

mod labels;

use crate::reading::Gender;
use crate::reading::travellers::{names, posts};
use crate::reading::words::fold;
use labels::{Label, label};

/// A person of a form or row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Bytes where the name stands.
    pub start: usize,
    pub end: usize,
    pub name: String,
    pub gender: Option<Gender>,
    pub function: Option<String>,
}

fn told(value: &str) -> Option<Gender> {
    match fold(value.trim()).trim_end_matches('.') {
        "f" | "female" | "feminin" | "femenino" | "ms" | "mrs" | "mme" | "sra" | "femme" | "mujer"
        | "madame" | "w" | "ж" => Some(Gender::F),
        "m" | "male" | "masculin" | "masculino" | "mr" | "sr" | "homme" | "hombre" | "monsieur" | "м" => {
            Some(Gender::M)
        }
        _ => None,
    }
}

#[derive(Default)]
struct Block {
    start: usize,
    end: usize,
    parts: Vec<String>,
    whole: bool,
    given: bool,
    family: bool,
    gender: Option<Gender>,
    function: Option<String>,
    institution: Option<String>,
}

impl Block {
    fn take(&mut self) -> Option<Entry> {
        let block = std::mem::take(self);
        let name = block.parts.join(" ");
        let function = match (block.function, block.institution) {
            (Some(f), Some(i)) if !fold(&f).contains(&fold(&i)) => Some(format!("{f}, {i}")),
            (f, i) => f.or(i),
        };
        (!name.is_empty()).then_some(Entry {
            start: block.start,
            end: block.end,
            name,
            gender: block.gender,
            function,
        })
    }

    fn add(&mut self, label: Label, value: &str, at: usize, skip: &dyn Fn(usize) -> usize, text: &str) {
        let tidy = || {
            let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let line = posts::without_city(line.trim_end_matches(['.', ';', '*']));
            Some(line.to_owned()).filter(|v| v.chars().count() > 1)
        };
        match label {
            Label::Name | Label::Given | Label::Family => {
                let Some(name) = names::at(text, skip(at), false).filter(|n| n.end <= at + value.len() + 1)
                else {
                    return;
                };
                if self.parts.is_empty() {
                    self.start = name.start;
                }
                self.end = name.end;
                self.parts.push(name.text);
                self.whole |= label == Label::Name;
                self.given |= label == Label::Given;
                self.family |= label == Label::Family;
            }
            Label::Function => match told(value) {
                Some(gender) => self.gender = Some(gender),
                None => self.function = self.function.take().or_else(tidy),
            },
            Label::Institution => self.institution = self.institution.take().or_else(tidy),
            Label::Gender => self.gender = told(value),
            Label::Else => {}
        }
    }

    /// Whether a part of a name begins another person.
    fn is_full(&self, label: Label) -> bool {
        match label {
            Label::Name => self.whole || self.given && self.family,
            // "Nom : X" with "Prénom : Y" are one name.
            Label::Given => self.given,
            Label::Family => self.family,
            _ => false,
        }
    }
}

/// Every person of a form or table in `text`. `skip` leads past courtesy titles.
pub(super) fn find(text: &str, skip: &dyn Fn(usize) -> usize) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut block = Block::default();
    let mut columns: Vec<Label> = Vec::new();
    let mut at = 0;
    for line in text.split(['\n', '\u{c}']) {
        let start = at;
        at += line.len() + 1;
        if line.trim_start().starts_with('>') {
            continue;
        }
        let cells = cells(line);
        if cells.len() >= 2 {
            let heads: Vec<Option<Label>> = cells.iter().map(|(_, c)| label(c)).collect();
            let known = heads.iter().flatten().count();
            if known >= 2 && heads.iter().flatten().any(|l| matches!(l, Label::Name | Label::Family)) {
                columns = heads.into_iter().map(|h| h.unwrap_or(Label::Else)).collect();
                found.extend(block.take());
                continue;
            }
            if columns.len() >= 2 && !columns.is_empty() && cells.len() + 1 >= columns.len() {
                for ((offset, cell), column) in cells.iter().zip(&columns) {
                    block.add(*column, cell, start + offset, skip, text);
                }
                found.extend(block.take());
                continue;
            }
        }
        if !line.trim().is_empty() {
            let rule = line.chars().all(|c| matches!(c, '|' | '-' | '+' | ':' | '=' | ' '));
            if !rule {
                columns.clear();
            }
        }
        let colon = line.find([':', '：']).filter(|c| *c <= 90);
        let Some((head, value)) = colon.and_then(|c| Some((line.get(..c)?, line.get(c..)?))) else {
            continue;
        };
        let value_at = start + head.len() + value.chars().next().map_or(0, char::len_utf8);
        let value = text.get(value_at..start + line.len()).unwrap_or_default();
        let head_label = label(head);
        let value = match head_label {
            Some(Label::Function | Label::Institution) => {
                let end = start + line.len();
                text.get(value_at..end + hanging(text, end)).unwrap_or(value)
            }
            _ => value,
        };
        if head_label.is_none() && block.parts.is_empty() {
            continue;
        }
        let Some(known) = head_label else { continue };
        if block.is_full(known) {
            found.extend(block.take());
        }
        block.add(known, value, value_at, skip, text);
    }
    found.extend(block.take());
    found
}

/// Bytes of the lines after `at` that hang under the value there: deeply indented, without a label of their own.
fn hanging(text: &str, at: usize) -> usize {
    let mut length = 0;
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n').skip(1).take(3) {
        let indent = line.len() - line.trim_start().len();
        if indent < 8 || line.trim().is_empty() || line.contains([':', '|']) {
            break;
        }
        length += line.len();
    }
    if length == 0 { 0 } else { length + usize::from(text.get(at..).is_some_and(|t| t.starts_with('\n'))) }
}

/// The cells of a row, with their places: parted by bars, tabs or runs of spaces.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let bars = line.contains('|');
    let mut rest = 0;
    let mut push = |from: usize, to: usize| {
        if let Some(cell) = line.get(from..to).filter(|c| !c.trim().is_empty()) {
            found.push((from, cell));
        }
    };
    let mut spaces = 0;
    for (at, c) in line.char_indices() {
        if if bars { c == '|' } else { c == '\t' } {
            push(rest, at);
            rest = at + 1;
        } else if !bars && c == ' ' {
            spaces += 1;
        } else {
            if spaces >= 2 {
                push(rest, at);
                rest = at;
            }
            spaces = 0;
        }
    }
    push(rest, line.len());
    found
}
