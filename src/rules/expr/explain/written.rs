//! Nodes as a condition writes them, and values as a person reads them.

use chrono::{DateTime, Utc};

use crate::calendar::Zone;
use crate::rules::expr::names::Value;
use crate::rules::expr::node::Node;
use crate::states::Answer;

/// Letters of a stranger's words that are shown.
const SHOWN: usize = 80;

/// Whether a node is a written value, whose name is its value.
pub(super) fn fixed(node: &Node) -> bool {
    matches!(
        node,
        Node::Bool(_) | Node::Int(_) | Node::Text(_) | Node::Timestamp(_) | Node::Date(_) | Node::Duration(_)
    )
}

/// A node as a condition writes it.
pub(super) fn written(node: &Node, zone: &Zone) -> String {
    match node {
        Node::Bool(value) => value.to_string(),
        Node::Int(value) => value.to_string(),
        Node::Text(value) => quoted(value),
        Node::Timestamp(value) => shown(Value::Timestamp(*value), zone),
        Node::Date(value) => shown(Value::Date(*value), zone),
        Node::Duration(value) => shown(Value::Duration(*value), zone),
        Node::Fact(name) => name.path.to_owned(),
        Node::Item(name, variable) => format!("{variable}.{}", name.path),
        Node::Size(name) => format!("{}.size()", name.path),
        Node::End { first: true } => "note.received_spread[0]".to_owned(),
        Node::End { first: false } => "note.received_spread[1]".to_owned(),
        Node::Sum { minus, left, right } => {
            format!("{} {} {}", written(left, zone), if *minus { '-' } else { '+' }, written(right, zone))
        }
        _ => "this part of the condition".to_owned(),
    }
}

/// A value in words: times as clocks in `zone` show them.
pub(super) fn shown(value: Value<'_>, zone: &Zone) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::Text(value) => quoted(value),
        Value::Timestamp(value) => format!("{} in {}", clock(value, zone), zone.name),
        Value::Date(value) => value.format("%-d %B %Y").to_string(),
        Value::Duration(value) => {
            let seconds = value.num_seconds();
            match (seconds % 3600, seconds % 60) {
                (0, _) => format!("{} h", seconds / 3600),
                (_, 0) => format!("{} min", seconds / 60),
                _ => format!("{seconds} s"),
            }
        }
        Value::Strings(set) => set.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", "),
        Value::Lists(lists) => {
            let on = lists.iter().filter(|(_, a)| **a == Answer::Yes);
            on.map(|(list, _)| quoted(list)).collect::<Vec<_>>().join(", ")
        }
        Value::Timestamps(from, to) => {
            format!("{} to {} in {}", clock(from, zone), clock(to, zone), zone.name)
        }
        Value::Travellers(travellers) => match travellers.len() {
            1 => "1 traveller".to_owned(),
            many => format!("{many} travellers"),
        },
    }
}

fn clock(value: DateTime<Utc>, zone: &Zone) -> String {
    zone.local(value).format("%-d %B %Y %H:%M:%S").to_string()
}

/// Words in quotes: one line, cut short, without letters that turn the direction of writing.
pub(super) fn quoted(words: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let mut letters = words.chars().filter(|c| !hidden(*c));
    let line: String = letters.by_ref().take(SHOWN).collect();
    let more = if letters.next().is_some() { "…" } else { "" };
    format!("'{line}{more}'")
}
