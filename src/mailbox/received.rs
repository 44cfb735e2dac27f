//! When a host that the desk trusts says that it took a message: read from the Received lines of raw bytes
//! (RFC 5321 §4.4), by hand, small and total, because nothing else of a message is looked at in this process.

use chrono::{DateTime, Utc};

/// Bytes of the header section that are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The moment in the topmost Received line that one of `relays` (lower case) wrote, if there is one.
pub(super) fn moment(raw: &[u8], relays: &[String]) -> Option<DateTime<Utc>> {
    if relays.is_empty() {
        return None;
    }
    received_lines(raw)
        .iter()
        .filter(|line| by(line).is_some_and(|host| relays.contains(&host)))
        .find_map(|line| stamp(line))
}

/// The unfolded values of the Received lines, topmost first.
fn received_lines(raw: &[u8]) -> Vec<String> {
    let head = raw.get(..LOOKED_AT).unwrap_or(raw);
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for line in head.split(|b| *b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line.first() {
            None => break,
            Some(b' ' | b'\t') => {
                if inside && let Some(last) = found.last_mut() {
                    last.push_str(&String::from_utf8_lossy(line));
                }
            }
            Some(_) => {
                let (name, value) = line.split_at(line.iter().position(|b| *b == b':').unwrap_or(0));
                inside = name.trim_ascii_end().eq_ignore_ascii_case(b"received");
                if inside {
                    found.push(String::from_utf8_lossy(value.get(1..).unwrap_or_default()).into_owned());
                }
            }
        }
    }
    found
}

/// A line without its comments, which nest.
fn without_comments(line: &str) -> String {
    let (mut out, mut depth, mut escaped) = (String::with_capacity(line.len()), 0_u32, false);
    for c in line.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if depth > 0 => escaped = true,
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                out.push(' ');
            }
            _ if depth > 0 => {}
            c => out.push(c),
        }
    }
    out
}

/// The host that wrote the line, in lower case.
fn by(line: &str) -> Option<String> {
    let bare = without_comments(line);
    let clauses = bare.rsplit_once(';').map_or(bare.as_str(), |(c, _)| c);
    let mut words = clauses.split_ascii_whitespace();
    words.find(|w| w.eq_ignore_ascii_case("by"))?;
    words.next().map(|host| host.trim_end_matches(['.', ';']).to_lowercase())
}

/// The moment after the last semicolon.
fn stamp(line: &str) -> Option<DateTime<Utc>> {
    let bare = without_comments(line);
    let (_, date) = bare.rsplit_once(';')?;
    let date = date.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    DateTime::parse_from_rfc2822(&date).ok().map(|d| d.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
    use super::*;

    const MAIL: &str = "Return-Path: <a@mission.example>\r\n\
        received : from mx1.desk.example (mx1 [192.0.2.1]) (by forged.example)\r\n\tby store.desk.example (LMTP)\r\n \
        with LMTP id 1;\r\n Fri, 18 Aug 2017 23:40:10 -0400 (EDT)\r\n\
        Received: from out.mission.example by MX1.desk.example. with ESMTPS;\r\n Sat, 19 Aug 2017 03:40:05 GMT\r\n\
        X-Other: by mx9.desk.example; Sat, 19 Aug 2017 01:00:00 GMT\r\n\
        Received: by old.mission.example; 18 Aug 17 22:00 EST\r\n\
        Subject: note\r\n\r\nReceived: by mx9.desk.example; Sat, 19 Aug 2017 01:00:00 GMT\r\n";

    #[test]
    fn the_topmost_line_of_a_trusted_relay() {
        for (relays, want) in [
            (&["store.desk.example"][..], Some("2017-08-19T03:40:10Z")),
            (&["mx1.desk.example"], Some("2017-08-19T03:40:05Z")),
            (&["mx1.desk.example", "store.desk.example"], Some("2017-08-19T03:40:10Z")),
            (&["old.mission.example"], Some("2017-08-19T03:00:00Z")),
            (&["forged.example"], None),   // only in a comment
            (&["mx9.desk.example"], None), // another field, and the body
            (&[], None),
        ] {
            let relays: Vec<String> = relays.iter().map(|r| (*r).to_owned()).collect();
            let want = want.map(|w| w.parse::<DateTime<Utc>>().unwrap());
            assert_eq!(moment(MAIL.as_bytes(), &relays), want, "{relays:?}");
        }
    }

    #[test]
    fn any_bytes_are_answered() {
        let relays = vec!["mx".to_owned()];
        for end in 0..MAIL.len() {
            moment(&MAIL.as_bytes()[..end], &relays);
        }
        for odd in [
            &b"Received:"[..],
            b"\xff\xfe\n",
            b":",
            b"Received: by",
            b"Received: by mx ((((\\",
            b"Received: ;",
        ] {
            assert_eq!(moment(odd, &relays), None);
        }
    }
}
