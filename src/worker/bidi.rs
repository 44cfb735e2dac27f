//! The order of mixed lines: poppler gives runs of figures in a line of Arabic as they are *seen*, between direction
//! marks; notes are read in the order in which they are *written* (UAX #9).

const LEFT: char = '\u{202a}';
const RIGHT: char = '\u{202b}';
const END: char = '\u{202c}';

/// `page` without direction marks, each line in the order of writing, and with the space that poppler loses between
/// an Arabic letter and a European digit.
pub(super) fn logical(page: &str) -> String {
    if page.is_ascii() {
        return page.to_owned();
    }
    let mut out = String::with_capacity(page.len());
    for (k, line) in page.split('\n').enumerate() {
        if k > 0 {
            out.push('\n');
        }
        push_line(line, &mut out);
    }
    out
}

fn push_line(line: &str, out: &mut String) {
    let from_right = line.trim_start().starts_with(RIGHT);
    let mut before = ' ';
    let mut push = |c: char, out: &mut String| {
        let letter = |c: char| super::pdf::is_arabic(c) && c.is_alphabetic();
        if letter(before) && c.is_ascii_digit() || before.is_ascii_digit() && letter(c) {
            out.push(' ');
        }
        out.push(c);
        before = c;
    };
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c == LEFT && from_right {
            let (run, after) = rest.split_once(END).unwrap_or((rest, ""));
            rest = after;
            written(run).filter(|c| !super::paper::is_mark(*c)).for_each(|c| push(c, out));
        } else if !super::paper::is_mark(c) {
            push(c, out);
        }
    }
}

/// A run seen from the left in a line that is written from the right: what stands left of its figures was written
/// after them. `/٢١٤/٢٠١٧ :` is `: ٢١٤/٢٠١٧/`.
fn written(run: &str) -> impl Iterator<Item = char> {
    let core = run.trim_matches(is_neutral);
    let at = if core.is_empty() { 0 } else { run.len() - run.trim_start_matches(is_neutral).len() };
    let lead = run.get(..at).unwrap_or_default();
    let tail = run.get(at + core.len()..).unwrap_or_default();
    tail.chars().rev().chain(core.chars()).chain(lead.chars().rev())
}

/// Signs without a direction of their own that do not stay with a number (as per cent and currency signs do).
fn is_neutral(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}'
            | '.'
            | ','
            | ':'
            | ';'
            | '/'
            | '('
            | ')'
            | '['
            | ']'
            | '«'
            | '»'
            | '"'
            | '–'
            | '—'
            | '*'
            | '،'
            | '؛'
            | '؟'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_where_they_were_written() {
        let cases = [
            ("\u{202b}الرقم\u{202a}/٢١٤/٢٠١٧ :\u{202c}م\u{202a}.\u{202c}ن\u{202c}", "الرقم: ٢١٤/٢٠١٧/م.ن"),
            (
                "\u{202b}التاريخ\u{202a} ١٠ :\u{202c}آب\u{202a}/\u{202c}أغسطس \u{202a}٢٠١٧\u{202c}\u{202c}",
                "التاريخ: ١٠ آب/أغسطس ٢٠١٧",
            ),
            ("\u{202b}في \u{202a}.٢٠١٧\u{202c}\u{202c}", "في ٢٠١٧."),
            ("\u{202b}رقم\u{202a}12\u{202c}\u{202c}", "رقم 12"),
            ("Permanent Mission \u{202b}البعثة\u{202c} 12.", "Permanent Mission البعثة 12."),
            ("New York, 4 – 5 September", "New York, 4 – 5 September"),
        ];
        for (seen, wanted) in cases {
            assert_eq!(logical(seen), wanted);
        }
    }
}
