//! format=flowed text (RFC 3676) as lines.

/// Joins the lines of format=flowed text (RFC 3676 §4): a line that ends in a space goes on in the next one of the
/// same quote depth; `delsp` deletes that space.
pub fn unflow(text: &str, delsp: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut flowing: Option<usize> = None;
    for line in text.lines() {
        let quotes = line.bytes().take_while(|b| *b == b'>').count();
        let rest = line.get(quotes..).unwrap_or_default();
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        if flowing != Some(quotes) {
            if flowing.is_some() {
                out.push('\n');
            }
            out.push_str(line.get(..quotes).unwrap_or_default());
            if quotes > 0 {
                out.push(' ');
            }
        }
        if rest.ends_with(' ') && rest != "-- " {
            out.push_str(if delsp { rest.strip_suffix(' ').unwrap_or(rest) } else { rest });
            flowing = Some(quotes);
        } else {
            out.push_str(rest);
            out.push('\n');
            flowing = None;
        }
    }
    out
}
