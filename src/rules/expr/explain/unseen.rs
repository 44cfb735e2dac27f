//! What is not known, in words: who leaves what open.

use crate::rules::expr::eval::{Scope, answer, value};
use crate::rules::expr::names::Seen;
use crate::rules::expr::node::Node;
use crate::rules::papers::OTHER;
use crate::rules::{Known, TravellerFacts};
use crate::states::Answer;

/// The clause for a node whose value is not known.
pub(super) fn unseen(node: &Node, scope: Scope<'_>) -> String {
    let doubtful = match value(node, scope) {
        Seen::Missing => false,
        Seen::Doubtful => true,
        Seen::Value(_) => return String::new(),
    };
    match node {
        Node::Fact(name) | Node::Size(name) => fact(name.path, doubtful, scope),
        Node::Item(name, variable) => of_traveller(name.path, variable, doubtful, scope.traveller),
        Node::OnList(_) => fact("state.code", matches!(scope.facts.state.code, Known::Doubtful), scope),
        Node::Sum { left, right, .. } => match (value(left, scope), value(right, scope)) {
            (Seen::Value(_), Seen::Value(_)) => "the sum leaves the range of what can be counted".to_owned(),
            (Seen::Value(_), _) => unseen(right, scope),
            _ => unseen(left, scope),
        },
        Node::Choose(test, yes, no) => match answer(test, scope) {
            Answer::Yes => unseen(yes, scope),
            Answer::No => unseen(no, scope),
            Answer::Unknown => deepest(test, scope),
        },
        other => deepest(other, scope),
    }
}

/// The first fact below `node` that is not known.
fn deepest(node: &Node, scope: Scope<'_>) -> String {
    let open = |inner: &Node| !matches!(value(inner, scope), Seen::Value(_));
    match node {
        Node::InStrings(word, name) if !open(word) => unseen(&Node::Fact(name), scope),
        Node::Not(inner) | Node::Has(inner) | Node::OneOf(inner, _) | Node::InStrings(inner, _) => {
            unseen(inner, scope)
        }
        Node::And(left, right)
        | Node::Or(left, right)
        | Node::Compare(_, left, right)
        | Node::Words(_, left, right) => unseen(if open(left) { left } else { right }, scope),
        Node::Each { .. } if !matches!(scope.facts.request.travellers, Known::Value(_)) => travellers(scope),
        Node::Fact(_) | Node::Item(..) | Node::Size(_) | Node::OnList(_) => unseen(node, scope),
        _ => "a part of the condition cannot be told".to_owned(),
    }
}

/// The clause for a request whose travellers are not known.
pub(super) fn travellers(scope: Scope<'_>) -> String {
    fact("request.travellers", matches!(scope.facts.request.travellers, Known::Doubtful), scope)
}

fn fact(path: &str, doubtful: bool, scope: Scope<'_>) -> String {
    let facts = scope.facts;
    let what = match path {
        "note.kind" => "what it is about",
        "note.form" => "whether it is a note verbale, a letter or a message",
        "note.language" => "which language it is in",
        "note.channel" => "which office issues it",
        "note.reference" => "its own reference",
        "note.date" => "its date",
        "state.code" => "which State asks",
        "event.id" if !doubtful && facts.event.why.is_some() => "an event that the calendar holds",
        "event.id" => "which event it is for",
        "request.travellers" => "who is to travel",
        "request.days" => "for how many days support is asked",
        "note.state_pays" => "what the State itself pays",
        "request.papers" | "request.missing_papers"
            if path == "request.papers" || matches!(facts.event.papers, Known::Value(_)) =>
        {
            let read = facts.note.unknown_papers == 0;
            let unlike = matches!(&facts.request.papers, Known::Value(came) if came.contains(OTHER));
            return match read && unlike && path == "request.missing_papers" {
                true => format!("a paper is of no kind that papers.toml knows ({path})"),
                false => format!("a paper could not be read, and its name does not tell what it is ({path})"),
            };
        }
        "request.missing_papers" => return fact("event.papers", doubtful, scope),
        "request.cost" if matches!(facts.event.id, Known::Value(_)) => {
            return format!("costs.toml does not tell what the journey costs ({path})");
        }
        "request.cost" => return fact("event.id", matches!(facts.event.id, Known::Doubtful), scope),
        "state.supported_before" if matches!(facts.state.code, Known::Value(_)) => {
            return format!("the register does not tell what was paid for the State before ({path})");
        }
        "sender.authentic" => {
            return format!("no trusted mail server vouches for the sender or denies it ({path})");
        }
        "sender.of_record" => return format!("it cannot be told whether the sender is of record ({path})"),
        // What follows from the event or the State is not known while these are not.
        _ if path.starts_with("event.") && !matches!(facts.event.id, Known::Value(_)) => {
            return fact("event.id", matches!(facts.event.id, Known::Doubtful), scope);
        }
        _ if path.starts_with("state.") && !matches!(facts.state.code, Known::Value(_)) => {
            return fact("state.code", matches!(facts.state.code, Known::Doubtful), scope);
        }
        // A number for the States of a list hangs on the State, not on what the calendar says.
        "event.max_per_state" if doubtful => return most_per_state(path, scope),
        _ => {
            let file = if path.starts_with("event.") { "events.toml" } else { "states.csv" };
            return match doubtful {
                true => format!("{file} leaves {path} unclear"),
                false => format!("{file} does not give {path}"),
            };
        }
    };
    match (&facts.event.why, path) {
        (Some(why), "event.id") => format!("{}: {why}", the_note(what, path, doubtful)),
        _ => the_note(what, path, doubtful),
    }
}

fn most_per_state(path: &str, scope: Scope<'_>) -> String {
    let Known::Value(state) = &scope.facts.state.code else {
        return fact("state.code", matches!(scope.facts.state.code, Known::Doubtful), scope);
    };
    let lists: Vec<String> = scope.facts.event.open_lists.iter().map(|list| format!("'{list}'")).collect();
    match lists.as_slice() {
        [] => format!("events.toml leaves {path} unclear"),
        [list] => format!("{} ({path})", open_list(&format!("list {list}"), state.as_str())),
        _ => format!("{} ({path})", open_list(&format!("lists {}", lists.join(" and ")), state.as_str())),
    }
}

/// The clause for a State whose standing on `list` (or several) is not known.
pub(super) fn open_list(list: &str, state: &str) -> String {
    let (leave, them) = if list.starts_with("lists ") { ("leave", "them") } else { ("leaves", "it") };
    format!("the {list} {leave} open whether {state} is on {them}, or that changes between receipt and event")
}

fn of_traveller(field: &str, variable: &str, doubtful: bool, traveller: Option<&TravellerFacts>) -> String {
    let name = traveller.map_or_else(|| "the traveller".to_owned(), |t| super::quoted(&t.name));
    let what = match field {
        "gender" => format!("the gender of {name}"),
        "function" => format!("the post of {name}"),
        "date_of_birth" => format!("when {name} was born"),
        "passport" => format!("which passport {name} has"),
        "email" => format!("which address {name} has"),
        "telephone" => format!("which telephone {name} has"),
        "departure_city" => format!("from where {name} sets out"),
        _ => format!("whether the post of {name} is a government's"),
    };
    the_note(&what, &format!("{variable}.{field}"), doubtful)
}

/// What reading need not have looked for.
const UNREAD: [&str; 7] = [
    "request.days",
    "note.state_pays",
    ".date_of_birth",
    ".passport",
    ".email",
    ".telephone",
    ".departure_city",
];

fn the_note(what: &str, path: &str, doubtful: bool) -> String {
    match doubtful {
        true if UNREAD.iter().any(|unread| path.ends_with(unread)) => {
            format!("it was not read from the note {what} ({path})")
        }
        true => format!("the note contradicts itself or is unclear about {what} ({path})"),
        false if what.starts_with("an event") => format!("the note does not name {what} ({path})"),
        false => format!("the note does not say {what} ({path})"),
    }
}
