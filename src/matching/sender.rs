//! Who sent a message: what the wire says, and whether the address is of record.

use crate::matching::{Authentic, MissionAddress, Sender, Senders};
use crate::message::{Headers, Mailbox};
use crate::states::{Answer, Code};

/// Judges the sender of a message that speaks for `state`.
pub(super) fn of(headers: &Headers, state: Option<Code>, senders: &Senders) -> Sender {
    let Some(from) = single(headers) else {
        let of_record = if state.is_some() { Answer::No } else { Answer::Unknown };
        return Sender { authentic: Authentic::None, of_record, recorded_for: None };
    };
    let rows = rows_for(from, &senders.missions);
    let recorded_for = match (state, rows.as_slice()) {
        (Some(state), rows) if rows.contains(&state) => Some(state),
        (_, [first, rest @ ..]) if rest.iter().all(|s| s == first) => Some(*first),
        _ => None,
    };
    let of_record = match state {
        None => Answer::Unknown,
        Some(state) if rows.contains(&state) => Answer::Yes,
        Some(_) => Answer::No,
    };
    Sender { authentic: authentic(headers, &from.domain(), senders), of_record, recorded_for }
}

fn single(headers: &Headers) -> Option<&Mailbox> {
    match headers.from.as_slice() {
        [one] if one.address.matches('@').count() == 1 && !one.domain().is_empty() => Some(one),
        _ => None,
    }
}

/// The States of the rows that name the address; where none does, of those that name its domain.
fn rows_for(from: &Mailbox, missions: &[MissionAddress]) -> Vec<Code> {
    let by = |wanted: &dyn Fn(&MissionAddress) -> bool| -> Vec<Code> {
        missions.iter().filter(|m| wanted(m)).map(|m| m.state).collect()
    };
    let exact = by(&|m| !m.address.is_empty() && m.address.eq_ignore_ascii_case(&from.address));
    if !exact.is_empty() {
        return exact;
    }
    let domain = from.domain();
    by(&|m| m.address.is_empty() && !m.domain.is_empty() && m.domain.eq_ignore_ascii_case(&domain))
}

/// The verdict of the topmost Authentication-Results field of a trusted host (RFC 8601 §5: others may be forged).
fn authentic(headers: &Headers, domain: &str, senders: &Senders) -> Authentic {
    let trusted = headers.authentication_results.iter().find_map(|field| {
        let field = without_comments(field);
        let (id, rest) = field.split_once(';').unwrap_or((&field, ""));
        let id = id.split_whitespace().next().unwrap_or_default().trim_matches('"').to_lowercase();
        senders.trusted_hosts.contains(&id).then(|| rest.to_owned())
    });
    trusted.map_or(Authentic::None, |results| verdict(&results, domain))
}

/// One `method=result` with its `ptype.property=value` pairs, in lower case.
struct Outcome {
    method: String,
    result: String,
    properties: Vec<(String, String)>,
}

impl Outcome {
    fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

fn outcomes(results: &str) -> Vec<Outcome> {
    split_quoted(results, ';')
        .iter()
        .filter_map(|part| {
            let mut pairs = split_quoted(&tight_equals(part), ' ').into_iter().filter_map(|pair| {
                let (name, value) = pair.split_once('=')?;
                Some((name.trim().to_lowercase(), value.trim().trim_matches('"').to_lowercase()))
            });
            let (method, result) = pairs.next()?;
            let method = method.split('/').next().unwrap_or_default().to_owned();
            Some(Outcome { method, result, properties: pairs.collect() })
        })
        .collect()
}

fn verdict(results: &str, domain: &str) -> Authentic {
    let outcomes = outcomes(results);
    let mut about_us = outcomes
        .iter()
        .filter(|o| o.method == "dmarc" && o.property("header.from").is_none_or(|from| from == domain));
    if let Some(dmarc) = about_us.clone().find(|o| matches!(o.result.as_str(), "pass" | "fail")) {
        let failed = about_us.any(|o| o.result == "fail");
        return if failed || dmarc.result == "fail" { Authentic::Fail } else { Authentic::Pass };
    }
    let aligned: Vec<&str> = outcomes
        .iter()
        .filter(|o| signer(o).is_some_and(|signer| is_aligned(signer, domain)))
        .map(|o| o.result.as_str())
        .collect();
    if aligned.contains(&"pass") {
        Authentic::Pass
    } else if aligned.iter().any(|r| matches!(*r, "fail" | "softfail" | "hardfail")) {
        Authentic::Fail
    } else {
        Authentic::None
    }
}

/// The domain that a DKIM or SPF result speaks of.
fn signer(outcome: &Outcome) -> Option<&str> {
    let value = match outcome.method.as_str() {
        "dkim" => outcome.property("header.d").or_else(|| outcome.property("header.i"))?,
        "spf" => outcome.property("smtp.mailfrom").or_else(|| outcome.property("smtp.from"))?,
        _ => return None,
    };
    Some(value.rsplit_once('@').map_or(value, |(_, domain)| domain))
}

/// The same domain, or one above it of at least two labels. (Without a list of public suffixes a sister domain
/// cannot be told from a stranger's.)
fn is_aligned(signer: &str, domain: &str) -> bool {
    signer == domain
        || (signer.contains('.') && domain.strip_suffix(signer).is_some_and(|rest| rest.ends_with('.')))
}

/// Removes `(comments)`, which may nest (RFC 5322 §3.2.2); quoted strings stay.
fn without_comments(field: &str) -> String {
    let mut kept = String::with_capacity(field.len());
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for c in field.chars() {
        let was_escaped = std::mem::take(&mut escaped);
        match c {
            '\\' if !was_escaped => escaped = true,
            '"' if !was_escaped && depth == 0 => quoted = !quoted,
            '(' if !was_escaped && !quoted => depth += 1,
            ')' if !was_escaped && !quoted && depth > 0 => {
                depth -= 1;
                kept.push(' ');
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            kept.push(if c.is_whitespace() { ' ' } else { c });
        }
    }
    kept
}

/// White space around `=` and `.` is allowed by the grammar; take it out.
fn tight_equals(part: &str) -> String {
    let mut tight = part.to_owned();
    for sign in ["="] {
        while tight.contains(&format!(" {sign}")) || tight.contains(&format!("{sign} ")) {
            tight = tight.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
        }
    }
    tight
}

/// Splits outside of quoted strings.
fn split_quoted(text: &str, at: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        if c == '"' {
            quoted = !quoted;
        }
        if c == at && !quoted {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn headers(from: &str, results: &[&str]) -> Headers {
        Headers {
            from: from.split(' ').map(|a| Mailbox { name: String::new(), address: a.into() }).collect(),
            authentication_results: results.iter().map(|r| (*r).to_owned()).collect(),
            ..Headers::default()
        }
    }

    fn senders() -> Senders {
        let row = |state: &str, domain: &str, address: &str| MissionAddress {
            state: Code::new(state).unwrap(),
            domain: domain.into(),
            address: address.into(),
        };
        Senders {
            trusted_hosts: vec!["mx.desk.example".into()],
            missions: vec![
                row("BEN", "pm-ben.example", ""),
                row("TCD", "", "chad@shared.example"),
                row("MLI", "", "mali@shared.example"),
            ],
        }
    }

    #[test]
    fn only_the_topmost_field_of_a_trusted_host_counts() {
        use Authentic::{Fail, None, Pass};
        let cases: &[(&[&str], Authentic)] = &[
            (&[], None),
            (&["mx.desk.example; dmarc=pass header.from=pm-ben.example"], Pass),
            (&["MX.desk.example 1; dmarc=pass (p=REJECT sp=none) header.from=PM-BEN.example"], Pass),
            (
                &[
                    "mx.desk.example; dmarc=fail header.from=pm-ben.example; spf=pass smtp.mailfrom=a@pm-ben.example",
                ],
                Fail,
            ),
            (&["evil.example; dmarc=pass header.from=pm-ben.example"], None),
            (&["mx.desk.example; dmarc=fail", "mx.desk.example; dmarc=pass"], Fail),
            (&["evil.example; dmarc=pass", "mx.desk.example; dmarc=fail"], Fail),
            (&["mx.desk.example; dmarc=pass header.from=other.example"], None),
            (&["mx.desk.example; none"], None),
            (&["mx.desk.example; dkim=pass header.d=pm-ben.example"], Pass),
            (&["mx.desk.example; dkim = pass header.d = pm-ben.example"], Pass),
            (&["mx.desk.example; dkim=pass header.i=@pm-ben.example"], Pass),
            (&["mx.desk.example; dkim=pass header.d=mailer.example"], None),
            (&["mx.desk.example; dkim=fail reason=\"bad; dmarc=pass\" header.d=pm-ben.example"], Fail),
            (&["mx.desk.example; spf=softfail smtp.mailfrom=x@pm-ben.example"], Fail),
            (&["mx.desk.example; spf=softfail smtp.mailfrom=bounce.example"], None),
            (
                &[
                    "mx.desk.example; dkim=fail header.d=pm-ben.example; spf=pass smtp.mailfrom=pm-ben.example",
                ],
                Pass,
            ),
            (&["mx.desk.example; dkim=pass (dmarc=fail) header.d=example"], None),
            (&["(mx.desk.example) x; dmarc=pass"], None),
        ];
        for (results, wanted) in cases {
            let got = of(&headers("note@pm-ben.example", results), Code::new("BEN"), &senders()).authentic;
            assert_eq!(got, *wanted, "{results:?}");
        }
        let twice = headers("a@pm-ben.example b@pm-ben.example", &["mx.desk.example; dmarc=pass"]);
        assert_eq!(of(&twice, Code::new("BEN"), &senders()).authentic, None);
    }

    #[test]
    fn a_parent_domain_aligns_and_a_sister_does_not() {
        assert!(is_aligned("un.example", "mission.un.example"));
        assert!(!is_aligned("mission.un.example", "un.example"));
        assert!(!is_aligned("n.example", "mission.un.example"));
        assert!(!is_aligned("example", "un.example"));
    }

    #[test]
    fn of_record_is_for_the_state_that_the_note_names() {
        let cases = [
            ("x@pm-ben.example", Some("BEN"), Answer::Yes, Some("BEN")),
            ("x@pm-ben.example", Some("TCD"), Answer::No, Some("BEN")),
            ("x@pm-ben.example", None, Answer::Unknown, Some("BEN")),
            ("chad@shared.example", Some("TCD"), Answer::Yes, Some("TCD")),
            ("mali@shared.example", Some("TCD"), Answer::No, Some("MLI")),
            ("other@shared.example", Some("TCD"), Answer::No, None),
            ("x@sub.pm-ben.example", Some("BEN"), Answer::No, None),
        ];
        for (from, state, of_record, recorded) in cases {
            let sender = of(&headers(from, &[]), state.and_then(Code::new), &senders());
            assert_eq!(
                (sender.of_record, sender.recorded_for),
                (of_record, recorded.and_then(Code::new)),
                "{from}"
            );
        }
    }
}
