//! Encoded words (RFC 2047) whose writer cut a character in two: neighbours of one charset are joined before they are
//! decoded, as RFC 2047 §6.2 does not foresee and many writers of Chinese and Russian need.

use mail_parser::decoders::base64::base64_decode;

use crate::worker::charset;

/// The text of a header value.
pub fn text(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    // The charset and bytes of the words so far.
    let mut waiting: Option<(&str, Vec<u8>)> = None;
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("=?") {
        let Some((label, bytes, left)) = word(after) else {
            settle(&mut waiting, &mut out);
            out.push_str(before);
            out.push_str("=?");
            rest = after;
            continue;
        };
        let follows = waiting.is_some() && before.trim().is_empty();
        match &mut waiting {
            Some((same, joined)) if follows && same.eq_ignore_ascii_case(label) => joined.extend(bytes),
            _ => {
                settle(&mut waiting, &mut out);
                // White space between encoded words is no part of the text.
                if !follows {
                    out.push_str(before);
                }
                waiting = Some((label, bytes));
            }
        }
        rest = left;
    }
    settle(&mut waiting, &mut out);
    out.push_str(rest);
    out
}

fn settle(waiting: &mut Option<(&str, Vec<u8>)>, out: &mut String) {
    if let Some((label, bytes)) = waiting.take() {
        out.push_str(&charset::decode(&bytes, Some(label)));
    }
}

/// Charset and bytes of the word that begins behind its `=?`, and what follows it.
fn word(text: &str) -> Option<(&str, Vec<u8>, &str)> {
    let (label, text) = text.split_once('?')?;
    let (encoding, text) = text.split_once('?')?;
    let (content, rest) = text.split_once("?=")?;
    let bytes = match encoding {
        "B" | "b" => base64_decode(content.as_bytes())?,
        "Q" | "q" => quoted(content.as_bytes()),
        _ => return None,
    };
    // A language may follow the charset (RFC 2231).
    Some((label.split('*').next().unwrap_or(label), bytes, rest))
}

fn quoted(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((first, after)) = rest.split_first() {
        let hex = after.first_chunk::<2>().and_then(|d| std::str::from_utf8(d).ok());
        let value = hex.and_then(|d| u8::from_str_radix(d, 16).ok());
        rest = after;
        match (first, value) {
            (b'=', Some(value)) => {
                out.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'_', _) => out.push(b' '),
            (other, _) => out.push(*other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_cut_within_a_character_are_joined() {
        let cases = [
            ("=?utf-8?B?0J3Q?= =?utf-8?B?vtGC0LA=?= 12", "Нота 12"),
            ("=?gb2312?Q?=D5=D5=BB?=\t=?GB2312?Q?=E1?= x", "照会 x"),
            ("a =?koi8-r?Q?=EE?= =?utf-8?Q?=C3=A9_b?= c", "a Нé b c"),
            ("=?broken =?utf-8?X?y?= z", "=?broken =?utf-8?X?y?= z"),
        ];
        for (given, expected) in cases {
            assert_eq!(super::text(given), expected, "{given}");
        }
    }
}
