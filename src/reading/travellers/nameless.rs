//! Items of a list of persons that name nobody: "- M. A, chef de section / - Mme B / - moi-même", "3. an expert, to be
//! designated".

use crate::reading::sentences::is_item;

/// An item that says more is about something else than a person.
const LONGEST: usize = 80;

/// An item of a list.
struct Item {
    /// Its first sign; any figure is a 1.
    mark: char,
    named: bool,
    /// It may be about a person: it is short, and no detail of the one above it.
    plain: bool,
}

/// Whether `text` lists some of those whose names begin at `names` (bytes) and somebody beside them without a name. Only
/// lists most items of which name somebody are looked at: "- Passport: ..." under each name is no person.
pub(super) fn is_listed(text: &str, names: &[usize]) -> bool {
    let mut at = 0;
    let mut list: Vec<Item> = Vec::new();
    let mut blank = false;
    for line in text.split_inclusive('\n') {
        let named = names.iter().any(|name| (at..at + line.len()).contains(name));
        at += line.len();
        let line = line.trim();
        if is_item(line) {
            let item = item(line, named);
            if list.last().is_some_and(|last| last.mark != item.mark) && tells(&std::mem::take(&mut list)) {
                return true;
            }
            list.push(item);
        } else if !line.is_empty()
            && !blank
            && !line.ends_with([':', '：'])
            && let Some(last) = list.last_mut()
        {
            // The item goes on.
            last.named |= named;
            last.plain &= is_plain(line);
        } else if !line.is_empty() && tells(&std::mem::take(&mut list)) {
            return true;
        }
        blank = line.is_empty();
    }
    tells(&list)
}

fn item(line: &str, named: bool) -> Item {
    let first = line.chars().next().unwrap_or_default();
    Item { mark: if first.is_numeric() { '1' } else { first }, named, plain: is_plain(line) }
}

fn is_plain(line: &str) -> bool {
    let said = line.trim_start_matches(|c: char| c.is_numeric() || "-•*–—·▪‣.)( ".contains(c));
    let details = |c: char| c.is_numeric() || matches!(c, ':' | '：' | '|' | '@');
    said.len() <= LONGEST && said.chars().any(char::is_alphabetic) && !said.contains(details)
}

fn tells(list: &[Item]) -> bool {
    let named = list.iter().filter(|item| item.named).count();
    let nameless = list.iter().filter(|item| !item.named).count();
    named > 1 && (1..named).contains(&nameless) && list.iter().any(|item| !item.named && item.plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether somebody without a name is listed, where `A.`, `B.` and `C.` are names.
    fn listed(text: &str) -> bool {
        let names: Vec<usize> = ["A.", "B.", "C."].iter().filter_map(|name| text.find(name)).collect();
        is_listed(text, &names)
    }

    #[test]
    fn an_item_without_a_name_among_others_is_somebody() {
        assert!(listed(
            "Voici la délégation :\n\n- M. A., chef\n- Mme B., conseillère\n- moi-même\n\nBerne paie."
        ));
        assert!(listed("1. Mr. A.,\nDirector\n2. An officer, to be designated\n3. Ms. B.\n"));
    }

    #[test]
    fn details_and_other_lists_are_nobody() {
        assert!(!listed("- Mr. A.\n- Ms. B.\n- Mr. C.\nThey travel:\n\n- by air\n- by rail\n"));
        assert!(!listed("- Mr. A.\n- Passport: X\n- Ms. B.\n- Passport: Y\n"));
        assert!(!listed("- Mr. A.\n- Ms. B.\n- copies of 2 passports\n"));
        assert!(!listed("Mr. A. and Ms. B.:\n- a ticket\n- an allowance\n"));
    }
}
