//! How names and secrets are written into IMAP commands: modified UTF-7 for folders, quoted strings and literals.

/// A folder name in modified UTF-7 (RFC 3501 §5.1.3). Total: every text has exactly one such form.
pub(super) fn modified_utf7(name: &str) -> String {
    const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
    let mut out = String::with_capacity(name.len());
    let mut shifted: Vec<u16> = Vec::new();
    let close = |shifted: &mut Vec<u16>, out: &mut String| {
        if shifted.is_empty() {
            return;
        }
        out.push('&');
        let (mut bits, mut held) = (0_u32, 0_u32);
        for unit in shifted.drain(..) {
            bits = (bits << 16) | u32::from(unit);
            held += 16;
            while held >= 6 {
                held -= 6;
                out.push(sextet(BASE64, bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        if held > 0 {
            out.push(sextet(BASE64, bits << (6 - held)));
        }
        out.push('-');
    };
    for c in name.chars() {
        if matches!(c, ' '..='~') {
            close(&mut shifted, &mut out);
            out.push(c);
            if c == '&' {
                out.push('-');
            }
        } else {
            let mut units = [0_u16; 2];
            shifted.extend_from_slice(c.encode_utf16(&mut units));
        }
    }
    close(&mut shifted, &mut out);
    out
}

fn sextet(alphabet: &[u8; 64], bits: u32) -> char {
    alphabet.get((bits & 63) as usize).map_or('A', |b| char::from(*b))
}

/// One argument of a command.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Argument {
    /// Fits into a quoted string; given with its quotes.
    Quoted(String),
    /// Must be sent as a literal, after the server's leave.
    Literal(Vec<u8>),
}

/// `text` as an astring (RFC 3501 §4.3). `None` when no form can carry it (a NUL).
pub(super) fn argument(text: &str) -> Option<Argument> {
    if text.contains('\0') {
        return None;
    }
    if text.len() > 512 || !text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return Some(Argument::Literal(text.as_bytes().to_vec()));
    }
    Some(Argument::Quoted(format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))))
}

/// UIDs as a sequence set with runs joined, such as `3:5,9`. The order given is kept (ascending in practice).
pub(super) fn uid_set(uids: &[u32]) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &uid in uids {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(uid) => *last = uid,
            _ => runs.push((uid, uid)),
        }
    }
    for (first, last) in runs {
        let comma = if out.is_empty() { "" } else { "," };
        let _ =
            if first == last { write!(out, "{comma}{first}") } else { write!(out, "{comma}{first}:{last}") };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_names_in_modified_utf7() {
        for (name, wire) in [
            ("INBOX", "INBOX"),
            ("Notes & visas", "Notes &- visas"),
            ("Entwürfe", "Entw&APw-rfe"),
            ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"), // RFC 3501 §5.1.3
            ("Reçus", "Re&AOc-us"),
            ("📨", "&2D3c6A-"),
            ("", ""),
        ] {
            assert_eq!(modified_utf7(name), wire);
        }
    }

    #[test]
    fn any_password_has_a_form() {
        assert_eq!(argument(r#"a"b\c d"#), Some(Argument::Quoted(r#""a\"b\\c d""#.into())));
        assert_eq!(argument(""), Some(Argument::Quoted("\"\"".into())));
        assert_eq!(argument("pä\r\nss"), Some(Argument::Literal("pä\r\nss".as_bytes().to_vec())));
        assert_eq!(argument("a\0b"), None);
    }

    #[test]
    fn runs_are_joined() {
        assert_eq!(uid_set(&[1, 2, 3, 7, 9, 10]), "1:3,7,9:10");
        assert_eq!(uid_set(&[]), "");
        assert_eq!(uid_set(&[u32::MAX]), "4294967295");
    }
}
