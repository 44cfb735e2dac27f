//! HTML and format=flowed text as plain text.

/// Beyond these html5ever takes quadratic time (servo/html5ever#788) and the linear converter is used.
const DEEPEST: usize = 512;
const LONGEST: usize = 2 << 20;
/// Lines are wrapped by nobody; this only bounds the converter's tables.
const WIDTH: usize = 2000;

/// The words of an HTML text. `strip` is the linear converter for what is too deep, too long or odd.
pub fn to_text(html: &str, strip: impl Fn(&str) -> String) -> String {
    if html.len() > LONGEST || depth(html) > DEEPEST {
        return strip(html);
    }
    let convert = || {
        html2text::config::plain_no_decorate()
            .raw_mode(true)
            .no_link_wrapping()
            .allow_width_overflow()
            .empty_img_mode(html2text::config::ImageRenderMode::IgnoreEmpty)
            .string_from_read(html.as_bytes(), WIDTH)
    };
    match std::panic::catch_unwind(convert) {
        Ok(Ok(text)) => text,
        _ => strip(html),
    }
}

/// The deepest nesting of tags, counted generously in one pass: an end tag closes one level whatever its name, and
/// elements that never nest are not counted.
fn depth(html: &str) -> usize {
    const VOID: &[&[u8]] = &[
        b"br", b"hr", b"img", b"input", b"link", b"meta", b"area", b"base", b"col", b"embed", b"source",
        b"track", b"wbr", // their end tags may be left out, and the parser closes them itself
        b"p", b"li", b"td", b"th", b"tr", b"dd", b"dt", b"option",
    ];
    let (mut open, mut deepest) = (0_usize, 0);
    for tag in html.as_bytes().split(|b| *b == b'<').skip(1) {
        let closes = tag.first() == Some(&b'/');
        let name = tag.get(usize::from(closes)..).unwrap_or_default();
        let name = name.split(|b| !b.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name.is_empty() || VOID.iter().any(|v| v.eq_ignore_ascii_case(name)) {
            continue;
        }
        open = if closes { open.saturating_sub(1) } else { open + 1 };
        deepest = deepest.max(open);
    }
    deepest
}

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
