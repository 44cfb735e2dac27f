//! Which lines below a name go on its post.

use crate::reading::sentences::BULLETS;
use crate::reading::travellers::parts::remark;
use crate::reading::words::fold;

/// Words with which another statement begins.
const OPENS: [&str; 40] = [
    "Los",
    "Las",
    "El",
    "La",
    "The",
    "Le",
    "Les",
    "L'",
    "A",
    "All",
    "Both",
    "His",
    "Her",
    "It",
    "They",
    "Постоянное",
    "Все",
    "Расходы",
    "No",
    "In",
    "For",
    "Please",
    "He",
    "She",
    "We",
    "This",
    "These",
    "Il",
    "Elle",
    "Ils",
    "Elles",
    "Nous",
    "Cette",
    "Ces",
    "Se",
    "Asimismo",
    "Esta",
    "Ambos",
    "Ambas",
    "Просим",
];
/// Lines that tell a part in the delegation alone.
const PARTS: [&str; 14] = [
    "head of delegation",
    "head of the delegation",
    "leader of the delegation",
    "chef de delegation",
    "cheffe de delegation",
    "chef de la delegation",
    "jefe de delegacion",
    "jefa de delegacion",
    "jefe de la delegacion",
    "jefa de la delegacion",
    "member",
    "membre",
    "miembro",
    "глава делегации",
];

/// Whether `line`, below the line of the name that ends at `end`, goes on the post: it is no other item, statement or
/// heading, and no part in the delegation.
pub(super) fn goes_on_below(text: &str, end: usize, line: &str) -> bool {
    let own = line.trim();
    let first = own.split([' ', '\u{a0}']).next().unwrap_or_default();
    let item = own.starts_with(|c: char| c.is_ascii_digit() || BULLETS.contains(&c));
    let part = PARTS.contains(&fold(own).trim_matches(['(', ')', '.', ';', ',', ' ']));
    // "sponsorship by the Trust Fund is kindly requested": said of who pays.
    let remark = remark(own.split(['—', '–', '(', ';']).next().unwrap_or_default()).is_some();
    !(item || part || remark || OPENS.contains(&first) || is_left_of_item(text, end, line))
}

/// "    - Sr. A, Director de Integración Regional" over "Segunda ronda, 12 a 15 de marzo": a line left of the item, with a
/// capital, heads the next.
fn is_left_of_item(text: &str, end: usize, line: &str) -> bool {
    let head = text.get(..end).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    let blanks = |l: &str| l.chars().take_while(|c| *c == ' ').count();
    let marked = head.trim_start().starts_with(|c: char| c.is_ascii_digit() || "-•*–(".contains(c));
    // "Director for Overseas Employment," and "Asesor de la Dirección para la" go on, wherever the next line begins.
    let line_end = text.get(end..).and_then(|t| t.split('\n').next()).unwrap_or_default().trim_end();
    let word = line_end.rsplit(' ').next().unwrap_or_default();
    let open = line_end.ends_with([',', '&', '-'])
        || word.starts_with(char::is_lowercase) && word.chars().count() <= 4;
    marked && !open && blanks(line) < blanks(head) && line.trim_start().starts_with(char::is_uppercase)
}
