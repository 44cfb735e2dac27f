//! The one address that an answer may go to.

use crate::message::Headers;
use crate::message::Mailbox;

/// The address, or why there is none, for a person.
pub(super) fn of(headers: &Headers) -> Result<&Mailbox, &'static str> {
    let [from] = headers.from.as_slice() else {
        return Err("The message has no From address, or more than one.");
    };
    let to = reply_address(headers, from);
    if is_address(&to.address) { Ok(to) } else { Err("The From address cannot be written to.") }
}

/// Reply-To is honoured only within the domain of From: an answer about a State must not be led elsewhere.
fn reply_address<'a>(headers: &'a Headers, from: &'a Mailbox) -> &'a Mailbox {
    match headers.reply_to.as_slice() {
        [reply] if reply.domain() == from.domain() => reply,
        _ => from,
    }
}

/// One `@`, nothing that could break an envelope (RFC 5321 §4.1.2, narrowed to what missions use).
fn is_address(address: &str) -> bool {
    let plain =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | ',' | ';' | '"' | '\\');
    match address.split_once('@') {
        Some((local, domain)) => {
            address.is_ascii()
                && !local.is_empty()
                && local.len() <= 64
                && address.len() <= 254
                && local.chars().all(plain)
                && !domain.is_empty()
                && domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
        }
        None => false,
    }
}

/// Addresses that RFC 3834 §2 and custom reserve for machines.
pub(super) fn is_robot(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    let name = local.replace(['-', '_', '.'], "");
    local.starts_with("owner-")
        || local.ends_with("-request")
        || ["noreply", "donotreply", "nepasrepondre", "noresponder"]
            .iter()
            .any(|robot| name.starts_with(robot))
        || ["mailerdaemon", "postmaster", "bounce", "bounces"].contains(&name.as_str())
}
