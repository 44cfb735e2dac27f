//! Names in forms and tables: "Name: ...", "Family name: ..." with "Given name: ...", rows under a heading "Name".

mod below;
mod going;
mod labels;
mod payers;
mod table;
mod transposed;

use std::sync::LazyLock;

use crate::reading::Gender;
use crate::reading::sought::Sought;
use crate::reading::travellers::{Part, names};
use crate::reading::words::fold;
use below::hanging;
pub(super) use below::post_below;
pub(super) use labels::is_label;
use labels::{Label, label};
pub(super) use payers::fund_pays;
pub(super) use table::cells;
use table::{Columns, is_count, wrapped};

/// A person of a form or row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Bytes where the name stands.
    pub start: usize,
    pub end: usize,
    pub name: String,
    pub gender: Option<Gender>,
    pub function: Option<String>,
    /// What a label of its own says of where he works.
    pub institution: Option<String>,
    /// What the label or the heading says of him: to be contacted, or an alternate.
    pub part: Option<Part>,
    /// Whether the fund is to pay, where a column tells.
    pub paid: Option<bool>,
    /// Something stands in that column.
    payer: bool,
}

pub(super) fn told(value: &str) -> Option<Gender> {
    // Folded, й is и.
    match fold(value.trim()).trim_end_matches('.') {
        "f" | "female" | "feminin" | "femenino" | "ms" | "mrs" | "mme" | "sra" | "femme" | "mujer"
        | "madame" | "w" | "ж" | "жен" | "женскии" | "انثى" | "انثي" | "女" | "女性" => {
            Some(Gender::F)
        }
        "m" | "male" | "masculin" | "masculino" | "mr" | "sr" | "homme" | "hombre" | "monsieur" | "м"
        | "муж" | "мужскои" | "ذكر" | "男" | "男性" => Some(Gender::M),
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
    /// Its label stands before that of the post.
    institution_first: bool,
    part: Option<Part>,
    /// What a heading has said of those below it.
    below: Option<Part>,
    paid: Option<bool>,
    /// Something stands where the payer is asked for.
    payer: bool,
}

/// Post and institution as one phrase, in the order in which they stand, unless the post names the institution.
fn joined(post: String, institution: &str, institution_first: bool) -> String {
    if fold(&post).contains(&fold(institution)) {
        return post;
    }
    let last = post.chars().next_back().unwrap_or(' ');
    let sign = match last {
        '\u{3400}'..='\u{9fff}' => "，",
        '\u{600}'..='\u{6ff}' => "، ",
        _ => ", ",
    };
    let (first, second) =
        if institution_first { (institution, post.as_str()) } else { (post.as_str(), institution) };
    format!("{first}{sign}{second}")
}

impl Block {
    fn take(&mut self) -> Option<Entry> {
        let block = std::mem::take(self);
        self.below = block.below;
        let name = block.parts.join(" ");
        // "Cargo: Jefe de Unidad" over "Institución: Dirección General de Migración": post and institution.
        let function = match (block.function, &block.institution) {
            (Some(post), Some(institution)) => Some(joined(post, institution, block.institution_first)),
            (post, institution) => post.or_else(|| institution.clone()),
        };
        (!name.is_empty()).then_some(Entry {
            start: block.start,
            end: block.end,
            name,
            gender: block.gender,
            function,
            institution: block.institution,
            part: block.part.or(block.below),
            paid: block.paid,
            payer: block.payer,
        })
    }

    fn add(&mut self, label: Label, value: &str, at: usize, skip: &dyn Fn(usize) -> usize, text: &str) {
        // "Female .........": points up to the end of the line.
        let value = if value.ends_with("....") { value.trim_end_matches(['.', ' ']) } else { value };
        let tidy = || {
            let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            // "Directora General a.i.": the point belongs to the abbreviation.
            let last = line.rsplit(' ').next().unwrap_or_default();
            let ends: &[char] = if last.matches('.').count() > 1 { &[';', '*'] } else { &['.', ';', '*'] };
            Some(line.trim_end_matches(ends).to_owned()).filter(|v| v.chars().count() > 1)
        };
        match label {
            Label::Name | Label::Given | Label::Family | Label::Middle => {
                let Some(name) = names::at(text, skip(at), false).filter(|n| n.end <= at + value.len() + 1)
                else {
                    return;
                };
                if self.parts.is_empty() {
                    self.start = name.start;
                }
                let rest = going::further(text, &name, label == Label::Name);
                self.end = rest.as_ref().map_or(name.end, |(_, end)| *end);
                self.parts.push(name.text + rest.as_ref().map_or("", |(more, _)| more.as_str()));
                self.whole |= label == Label::Name;
                self.given |= label == Label::Given;
                self.family |= label == Label::Family;
            }
            Label::Function => match told(value) {
                Some(gender) => self.gender = Some(gender),
                None => self.function = self.function.take().or_else(tidy),
            },
            Label::Institution => {
                self.institution_first |= self.function.is_none() && self.institution.is_none();
                self.institution = self.institution.take().or_else(tidy);
            }
            Label::Gender => self.gender = told(value),
            Label::Payer => {
                self.paid = self.paid.or_else(|| fund_pays(value));
                self.payer |= !value.trim().is_empty();
            }
            Label::Other | Label::Kin | Label::Alternate | Label::Else => {}
        }
    }

    /// Whether a part of a name begins another person.
    fn is_full(&self, label: Label) -> bool {
        match label {
            Label::Name => self.whole || self.given && self.family,
            // "Nom : X" with "Prénom : Y" are one name.
            Label::Given => self.given,
            // "Отчество" goes on a name and begins none.
            Label::Family => self.family,
            _ => false,
        }
    }
}

/// Bytes of a label at most, with its sign.
const LABEL: usize = 93;

/// Every person of a form or table in `text`. `skip` leads past courtesy titles.
pub(super) fn find(text: &str, skip: &dyn Fn(usize) -> usize) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    let mut block = Block::default();
    let mut columns = Columns::default();
    // A label that stands alone on its line: what it asks for is on the next.
    let mut waiting: Option<Label> = None;
    let transposed = transposed::find(text, skip);
    let mut at = 0;
    for line in text.split(['\n', '\u{c}']) {
        let start = at;
        at += line.len() + 1;
        if line.trim_start().starts_with('>') || transposed.iter().any(|t| t.range.contains(&start)) {
            continue;
        }
        if line.trim().is_empty() && block.below.is_some() && !block.parts.is_empty() {
            found.extend(block.take());
            block.below = None;
        }
        if let Some(part) = heading(line) {
            found.extend(block.take());
            block.below = Some(part);
        }
        let asked = if line.trim().is_empty() { None } else { waiting.take() };
        let mut cells = cells(line);
        // "3. | Surname | MWANSA": what counts the lines of a form asks for nothing.
        if cells.len() > 2 && columns.asks.is_empty() && cells.first().is_some_and(|(_, c)| is_count(c)) {
            cells.remove(0);
        }
        if cells.len() >= 2 {
            let heads: Vec<Option<Label>> = cells.iter().map(|(_, c)| label(c)).collect();
            let known = heads.iter().flatten().count();
            let column = |offset: usize| line.get(..offset).map_or(0, |t| t.chars().count());
            if known >= 2 && heads.iter().flatten().any(|l| matches!(l, Label::Name | Label::Family)) {
                let asks =
                    heads.into_iter().zip(&cells).map(|(h, (o, _))| (h.unwrap_or(Label::Else), column(*o)));
                columns = Columns {
                    asks: asks.collect(),
                    barred: line.contains('|') || line.contains(" ; "),
                    begun: false,
                };
                found.extend(block.take());
                continue;
            }
            if columns.goes_on(&cells, start, found.last_mut()) {
                continue;
            }
            if columns.asks.len() >= 2 && cells.len() + 1 >= columns.asks.len() {
                columns.begun = true;
                for (k, (offset, cell)) in cells.iter().enumerate() {
                    if let Some(label) = columns.of(k, cells.len(), column(*offset)) {
                        block.add(label, cell, start + offset, skip, text);
                    }
                    // "Ms. | Rosalinda Villacorta": courtesies in a column without a head.
                    block.gender = block.gender.or_else(|| told(cell).filter(|_| cell.trim().len() > 1));
                }
                found.extend(block.take());
                continue;
            }
            // "Name of delegate     Mr. Bishnu Adhikari": a label and its value, parted by space alone; or "Full name: | Mr.
            // Bishnu Adhikari", each in a cell of its own.
            let open = |(_, c): &&(usize, &str)| !line.contains(':') || c.trim_end().ends_with(':');
            let head = cells.first().filter(open).and_then(|(_, c)| label(c));
            if let (Some(head), [_, (offset, value), ..]) = (head, cells.as_slice())
                && heads.get(1).is_some_and(Option::is_none)
            {
                // "Délégué | Coordonnées" above "M. RAKOTO Hery | rh@example.mg": heads of columns.
                let below = start + line.len() + 1;
                let row = text.get(below..).and_then(|t| t.lines().next()).is_some_and(|l| l.contains('|'));
                if row && head == Label::Name && !value.trim().contains(' ') && skip(below) > below {
                    continue;
                }
                set(&mut block, &mut found, head, value, start + offset, skip, text);
                continue;
            }
        }
        if !line.trim().is_empty() {
            let rule = line.chars().all(|c| matches!(c, '|' | '-' | '+' | ':' | '=' | ' '));
            if wrapped(line, &columns, found.last_mut()) {
                continue;
            }
            if !rule {
                columns = Columns::default();
            }
        }
        let head = line.get(..line.floor_char_boundary(LABEL)).unwrap_or_default();
        let colon = head.find([':', '：']).or_else(|| leader(line));
        let Some((head, value)) = colon.and_then(|c| Some((line.get(..c)?, line.get(c..)?))) else {
            if let Some(asked) = asked {
                set(&mut block, &mut found, asked, line, start, skip, text);
            }
            waiting = alone(line);
            continue;
        };
        let signs = [':', '：', '.', '…', '=', '_', ' ', '–', '—', '-'];
        let sign = value.len() - value.trim_start_matches(signs).len();
        let value_at = start + head.len() + sign.max(value.chars().next().map_or(0, char::len_utf8));
        let value = text.get(value_at..start + line.len()).unwrap_or_default();
        let head_label = label(head);
        if value.trim().is_empty() {
            waiting = head_label;
            continue;
        }
        let Some(known) = head_label else { continue };
        set(&mut block, &mut found, known, value, value_at, skip, text);
    }
    found.extend(block.take());
    found.extend(transposed.into_iter().flat_map(|t| t.entries));
    // "Fondo" in one row and "Cancillería" in another: whoever it is, it is not the fund.
    if found.iter().any(|one| one.paid == Some(true)) {
        found.iter_mut().filter(|one| one.payer).for_each(|one| one.paid = one.paid.or(Some(false)));
    }
    found.sort_by_key(|one| one.start);
    found
}

/// A label and its value: the next part of one person, or the first of another.
fn set(
    block: &mut Block,
    found: &mut Vec<Entry>,
    label: Label,
    value: &str,
    at: usize,
    skip: &dyn Fn(usize) -> usize,
    text: &str,
) {
    if let Some(part) = aside(label) {
        let mut other = Block { part: Some(part), ..Block::default() };
        other.add(Label::Name, value, at, skip, text);
        if label != Label::Kin {
            found.extend(block.take());
        }
        found.extend(other.take());
        return;
    }
    // Who pays is told of persons in columns only: in a form it is told of parts of the costs.
    if label == Label::Payer || block.parts.is_empty() && matches!(label, Label::Else | Label::Institution) {
        return;
    }
    if block.is_full(label) {
        found.extend(block.take());
    }
    let end = at + value.len();
    // A post may go on below, where its value ends its line.
    let value = match label {
        Label::Function | Label::Institution if text.get(end..).is_some_and(|t| t.starts_with('\n')) => {
            text.get(at..end + hanging(text, end)).unwrap_or(value)
        }
        _ => value,
    };
    block.add(label, value, at, skip, text);
}

/// Where the dots or the sign that lead from a label to its value begin: "Name ........ Ana Duro", "Name = Ana Duro",
/// "Ф.И.О. – Иванов".
fn leader(line: &str) -> Option<usize> {
    // Of most lines a look at their letters is enough.
    if !line.contains(['.', '…', '=', '_', '–', '—', '-']) {
        return None;
    }
    static DOTS: LazyLock<Sought> = LazyLock::new(|| Sought::each(["....", "…", " = ", "____"]));
    static DASHES: LazyLock<Sought> = LazyLock::new(|| Sought::each([" – ", " — ", " - "]));
    let dots = DOTS.first_in(line);
    // A dash leads to a value behind what is known as a label only.
    let dash = || {
        let at = DASHES.first_in(line)?;
        line.get(..at).filter(|l| l.len() <= LABEL && label(l).is_some()).map(|_| at)
    };
    dots.or_else(dash).filter(|at| *at > 1)
}

/// The part of somebody who does not travel, where a label asks for one.
fn aside(label: Label) -> Option<Part> {
    match label {
        Label::Other | Label::Kin => Some(Part::Other),
        Label::Alternate => Some(Part::Alternate),
        _ => None,
    }
}

/// "ALTERNATE (only if the nominee is unable to travel)", "Suppléante, en cas d'empêchement de M. Baba :": what a line says
/// of those whose form it heads.
fn heading(line: &str) -> Option<Part> {
    let bare = line.trim();
    let head = bare.trim_end_matches([':', '：', ' ']);
    let phrase = head.split(['(', ',']).next().unwrap_or_default().trim();
    let alone = bare.len() <= LABEL
        && !bare.ends_with(['.', ',', ';', '?'])
        && !head.contains([':', '：', '|', '\t'])
        && !head.contains("  ")
        && leader(head).is_none()
        && phrase.split(' ').count() <= 6;
    alone.then(|| label(phrase).and_then(aside)).flatten()
}

/// What a line asks for that is a label and nothing else.
fn alone(line: &str) -> Option<Label> {
    let bare = line.trim();
    let short = bare.chars().count() <= 48 && !bare.ends_with(['.', ',', ';']);
    let shouted = bare.contains(char::is_uppercase) && !bare.contains(char::is_lowercase);
    let few = bare.split_whitespace().count() <= 3;
    (short && (shouted || few)).then(|| label(bare)).flatten()
}
