//! Filled text → lines of at most 76 columns, as a typist would set them.
//!
//! Lines that stand at the margin are one paragraph until a blank line. A line that is indented, or begins with
//! `- `, begins a line of its own; what does not fit hangs under its first word, or under the value after a
//! label (`  State:   …`). Only spaces break: a no-break space holds.

/// Columns of a letter's line.
pub(super) const COLUMNS: usize = 76;

/// One paragraph or item, with the columns that its further lines are set in.
struct Block<'t> {
    indent: usize,
    hang: usize,
    head: &'t str,
    words: Vec<&'t str>,
    item: bool,
}

/// Sets `text` anew; ends with one line feed.
pub(super) fn wrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut open: Option<Block<'_>> = None;
    let mut gap = false;
    for line in text.split('\n') {
        let body = line.trim_matches([' ', '\t', '\r']);
        if body.is_empty() {
            set(open.take(), &mut out);
            gap = !out.is_empty();
            continue;
        }
        let indent = line.chars().take_while(|c| *c == ' ').count();
        let item = body.starts_with("- ");
        let continues = open
            .as_ref()
            .is_some_and(|b| !item && if b.item { indent == b.hang } else { indent == 0 && b.indent == 0 });
        if continues {
            if let Some(block) = &mut open {
                block.words.extend(words(body));
            }
            continue;
        }
        set(open.take(), &mut out);
        if std::mem::take(&mut gap) {
            out.push('\n');
        }
        open = Some(begin(indent, body, item));
    }
    set(open, &mut out);
    out
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|w| !w.is_empty())
}

fn begin(indent: usize, body: &str, item: bool) -> Block<'_> {
    // "Label:   value" keeps its gap, so that values stand below one another.
    let label = body.split_once(":  ").or_else(|| body.split_once(":\u{a0} ")).filter(|_| indent > 0);
    if let Some((label, rest)) = label
        && let Some(value) = body.get(body.len() - rest.trim_start_matches(' ').len()..)
        && !label.contains("  ")
    {
        let head = body.strip_suffix(value).unwrap_or(body);
        return Block {
            indent,
            hang: indent + width(head),
            head,
            words: words(value).collect(),
            item: false,
        };
    }
    let hang = if item { indent + 2 } else { indent };
    Block { indent, hang, head: "", words: words(body).collect(), item }
}

fn set(block: Option<Block<'_>>, out: &mut String) {
    let Some(block) = block else { return };
    out.extend(std::iter::repeat_n(' ', block.indent));
    out.push_str(block.head);
    let mut column = block.indent + width(block.head);
    let mut first = true;
    for word in &block.words {
        let wide = width(word);
        if !first && column + 1 + wide > COLUMNS {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', block.hang));
            column = block.hang;
        } else if !first {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += wide;
        first = false;
    }
    out.push('\n');
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
