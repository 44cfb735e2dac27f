//! Filled text → lines of at most 76 columns, as a typist would set them.
//!
//! Lines that stand at the margin are one paragraph until a blank line. A line that is indented, or begins with
//! `- `, begins a line of its own; what does not fit hangs under its first word, or under the value after a
//! label (`  State:   …`). Only spaces break: a no-break space holds.

/// Columns of a letter's line.
pub(super) const COLUMNS: usize = 76;

/// A paragraph or item that is being set, with the columns that its further lines are set in.
struct Block {
    indent: usize,
    hang: usize,
    item: bool,
    /// Columns that are taken on the last line.
    column: usize,
    /// Whether the next word is the first behind the indent or label, which never goes over.
    first: bool,
}

/// Sets `text` anew; ends with one line feed.
pub(super) fn wrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut open: Option<Block> = None;
    let mut gap = false;
    for line in text.split('\n') {
        let body = line.trim_matches([' ', '\t', '\r']);
        if body.is_empty() {
            close(open.take(), &mut out);
            gap = !out.is_empty();
            continue;
        }
        let indent = line.bytes().take_while(|byte| *byte == b' ').count();
        let item = body.starts_with("- ");
        let (block, words) = match open.take() {
            Some(b) if !item && if b.item { indent == b.hang } else { indent == 0 && b.indent == 0 } => {
                (b, body)
            }
            other => {
                close(other, &mut out);
                if std::mem::take(&mut gap) {
                    out.push('\n');
                }
                begin(indent, body, item, &mut out)
            }
        };
        open = Some(set(block, words, &mut out));
    }
    close(open, &mut out);
    out
}

/// Begins a block on a new line; returns it with the words that are still to be set.
fn begin<'t>(indent: usize, body: &'t str, item: bool, out: &mut String) -> (Block, &'t str) {
    out.extend(std::iter::repeat_n(' ', indent));
    // "Label:   value" keeps its gap, so that values stand below one another.
    let label = match indent {
        0 => None,
        _ => body.split_once(":  ").or_else(|| body.split_once(":\u{a0} ")),
    };
    if let Some((label, rest)) = label
        && let Some(value) = body.get(body.len() - rest.trim_start_matches(' ').len()..)
        && !label.contains("  ")
    {
        let head = body.strip_suffix(value).unwrap_or(body);
        out.push_str(head);
        let column = indent + width(head);
        return (Block { indent, hang: column, item: false, column, first: true }, value);
    }
    let hang = if item { indent + 2 } else { indent };
    (Block { indent, hang, item, column: indent, first: true }, body)
}

/// Sets the words of `text` behind what stands in the block.
fn set(mut block: Block, text: &str, out: &mut String) -> Block {
    let mut rest = text;
    while let Some((word, behind)) = first_word(rest) {
        rest = behind;
        let wide = width(word);
        if !block.first && block.column + 1 + wide > COLUMNS {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', block.hang));
            block.column = block.hang;
        } else if !block.first {
            out.push(' ');
            block.column += 1;
        }
        out.push_str(word);
        block.column += wide;
        block.first = false;
    }
    block
}

/// The first word of `text`, which begins with it, and what follows the spaces behind it.
fn first_word(text: &str) -> Option<(&str, &str)> {
    // Words are short: to look at each byte is faster than any search that must be set up.
    let end = text.bytes().position(|byte| byte == b' ').unwrap_or(text.len());
    let (word, behind) = text.split_at_checked(end)?;
    (!word.is_empty()).then_some((word, behind.trim_start_matches(' ')))
}

fn close(block: Option<Block>, out: &mut String) {
    if block.is_some() {
        out.push('\n');
    }
}

/// Columns of `text`: isolates take none.
fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_filled_and_labels_hang() {
        let text = "One\ntwo.\n\n\n  State:     the Republic of a name that is so long that it has to go over into a second line\n  Event:     x\n- an item that\n  goes on\n- another\n\n";
        let set = wrap(text);
        assert_eq!(
            set,
            "One two.\n\n  State:     the Republic of a name that is so long that it has to go over\n             into a second line\n  Event:     x\n- an item that goes on\n- another\n"
        );
        assert_eq!(wrap(&set), set, "setting a set letter changes nothing");
    }

    #[test]
    fn a_no_break_space_holds_and_lines_stay_within_the_columns() {
        let text = "word ".repeat(14) + "and 23\u{a0}h\u{a0}59 more";
        let set = wrap(&text);
        assert!(set.lines().all(|l| l.chars().count() <= COLUMNS));
        assert!(set.contains("\n23\u{a0}h\u{a0}59"), "{set}");
    }

    proptest::proptest! {
        /// Setting moves words to other lines and does nothing else to them; a set letter stays as it is.
        #[test]
        fn no_word_is_lost_and_setting_twice_is_setting_once(
            text in "(([a-zé]{1,12}|- |  |\n|\n\n|\n  |\n- |Label:   |23\u{a0}h| ){0,1}[a-z]{0,9} ?){0,60}"
        ) {
            let set = wrap(&text);
            let words = |t: &str| t.split([' ', '\n']).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
            proptest::prop_assert_eq!(words(&set), words(&text));
            for line in set.lines() {
                let one_word = line.trim_start().trim_start_matches("- ").split(' ').count() <= 1;
                let label = line.contains(":  ");
                proptest::prop_assert!(one_word || label || line.chars().count() <= COLUMNS, "{}", line);
                proptest::prop_assert_eq!(line, line.trim_end());
            }
        }
    }
}
