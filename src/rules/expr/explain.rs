//! Why a condition came out as it did: the clause that decided, with its values, in English for staff.

use chrono::SecondsFormat;

use crate::rules::Facts;
use crate::rules::expr::check::{Expr, Node, Relation, TextTest};
use crate::rules::expr::eval::{Scope, answer, negate, value};
use crate::rules::expr::names::{Seen, Value};
use crate::states::Answer;

impl Expr {
    /// One clause or several joined, without a full stop: "note.form is 'letter', not 'note_verbale'".
    pub fn explain(&self, facts: &Facts) -> String {
        because(&self.0, Scope { facts, traveller: None })
    }
}

fn because(node: &Node, scope: Scope<'_>) -> String {
    let came = answer(node, scope);
    match node {
        Node::Not(inner) => because(inner, scope),
        // A conjunction fails by one clause and holds by all; a disjunction the other way round.
        Node::And(left, right) => joined(left, right, came, Answer::Yes, scope),
        Node::Or(left, right) => joined(left, right, came, Answer::No, scope),
        Node::Choose(test, yes, no) => match answer(test, scope) {
            Answer::Yes => format!("{}, and {}", because(test, scope), because(yes, scope)),
            Answer::No => format!("{}, and {}", because(test, scope), because(no, scope)),
            Answer::Unknown => because(test, scope),
        },
        Node::Has(fact) => match value(fact, scope) {
            Seen::Value(found) => format!("{} is given ({})", written(fact), shown(found)),
            unseen => unseen_fact(fact, unseen),
        },
        Node::Compare(relation, left, right) => compared(*relation, left, right, came, scope),
        Node::OnList(list) => {
            let state = match &scope.facts.state.code {
                crate::rules::Known::Value(code) => code.as_str(),
                _ => "the State",
            };
            match came {
                Answer::Yes => format!("{state} is on the list '{list}'"),
                Answer::No => format!("{state} is not on the list '{list}'"),
                Answer::Unknown => format!("it cannot be told whether {state} is on the list '{list}'"),
            }
        }
        Node::OneOf(item, list) => match value(item, scope) {
            Seen::Value(found) => {
                let all: Vec<String> = list.iter().map(written).collect();
                let word = if came == Answer::Yes { "one of" } else { "none of" };
                format!("{} is {}, {word} {}", written(item), shown(found), all.join(", "))
            }
            unseen => unseen_fact(item, unseen),
        },
        Node::InStrings(word, name) => match came {
            Answer::Yes => format!("{} holds {}", name.path, written(word)),
            Answer::No => format!("{} does not hold {}", name.path, written(word)),
            Answer::Unknown => unseen_fact(word, value(word, scope)),
        },
        Node::Each { all, body } => each(*all, body, came, scope),
        Node::Words(test, on, word) => {
            let (does, not) = match test {
                TextTest::StartsWith => ("begins with", "does not begin with"),
                TextTest::EndsWith => ("ends with", "does not end with"),
                TextTest::Contains => ("contains", "does not contain"),
            };
            match (came, value(on, scope)) {
                (Answer::Yes, _) => format!("{} {does} {}", written(on), written(word)),
                (Answer::No, _) => format!("{} {not} {}", written(on), written(word)),
                (_, Seen::Value(_)) => unseen_fact(word, value(word, scope)),
                (_, unseen) => unseen_fact(on, unseen),
            }
        }
        _ => match value(node, scope) {
            Seen::Value(found) => format!("{} is {}", written(node), shown(found)),
            unseen => unseen_fact(node, unseen),
        },
    }
}

/// `whole`: the answer that needs both sides; any other is decided by the first side that gives it.
fn joined(left: &Node, right: &Node, came: Answer, whole: Answer, scope: Scope<'_>) -> String {
    if came == whole {
        return format!("{}, and {}", because(left, scope), because(right, scope));
    }
    because(if answer(left, scope) == came { left } else { right }, scope)
}

fn each(all: bool, body: &Node, came: Answer, scope: Scope<'_>) -> String {
    let travellers = match &scope.facts.request.travellers {
        crate::rules::Known::Value(travellers) => travellers,
        crate::rules::Known::Missing => return "request.travellers is not given".to_owned(),
        crate::rules::Known::Doubtful => return "request.travellers is doubtful".to_owned(),
    };
    // The answer that needs every traveller; any other is decided by the first who gives it.
    let needs_every = if all { Answer::Yes } else { Answer::No };
    if came != needs_every {
        let decided = travellers.iter().enumerate().find_map(|(at, traveller)| {
            let inner = Scope { traveller: Some(traveller), ..scope };
            (answer(body, inner) == came)
                .then(|| format!("for traveller {}, {}", at + 1, because(body, inner)))
        });
        return decided.unwrap_or_default();
    }
    match travellers.as_slice() {
        [] => "no traveller is named".to_owned(),
        [only] => because(body, Scope { traveller: Some(only), ..scope }),
        many => {
            let word = if negate(came) == Answer::No { "every" } else { "none" };
            format!("{word} of the {} travellers meets it", many.len()).replace("every of", "every one of")
        }
    }
}

fn compared(relation: Relation, left: &Node, right: &Node, came: Answer, scope: Scope<'_>) -> String {
    let (a, b) = match (value(left, scope), value(right, scope)) {
        (Seen::Value(a), Seen::Value(b)) => (a, b),
        (Seen::Value(_), unseen) => return unseen_fact(right, unseen),
        (unseen, _) => return unseen_fact(left, unseen),
    };
    let met = came == Answer::Yes;
    let other = if fixed(right) { written(right) } else { format!("{} {}", written(right), shown(b)) };
    let same = matches!(relation, Relation::Equal) == met;
    let subject = format!("{} is {}", written(left), shown(a));
    match relation {
        Relation::Equal | Relation::Unequal if same && fixed(right) => subject,
        Relation::Equal | Relation::Unequal if same => format!("{subject}, the same as {}", written(right)),
        Relation::Equal | Relation::Unequal if matches!(b, Value::Bool(_)) && fixed(right) => subject,
        Relation::Equal | Relation::Unequal => format!("{subject}, not {other}"),
        _ => format!("{subject}, {} {other}", order(relation, met, a)),
    }
}

fn order(relation: Relation, met: bool, value: Value<'_>) -> &'static str {
    let time = matches!(value, Value::Timestamp(_) | Value::Date(_));
    // What is true: `a < b` not met is `a >= b` met.
    let (less, equal) = match (relation, met) {
        (Relation::Less, true) | (Relation::AtLeast, false) => (true, false),
        (Relation::AtMost, true) | (Relation::More, false) => (true, true),
        (Relation::More, true) | (Relation::AtMost, false) => (false, false),
        _ => (false, true),
    };
    match (less, equal, time) {
        (true, false, true) => "before",
        (true, true, true) => "not after",
        (false, false, true) => "after",
        (false, true, true) => "not before",
        (true, false, false) => "less than",
        (true, true, false) => "not more than",
        (false, false, false) => "more than",
        (false, true, false) => "not less than",
    }
}

fn unseen_fact(node: &Node, seen: Seen<'_>) -> String {
    match seen {
        Seen::Missing => format!("{} is not given", written(node)),
        _ => format!("{} is doubtful", written(node)),
    }
}

/// Whether a node is a written value, whose name is its value.
fn fixed(node: &Node) -> bool {
    matches!(
        node,
        Node::Bool(_) | Node::Int(_) | Node::Text(_) | Node::Timestamp(_) | Node::Date(_) | Node::Duration(_)
    )
}

/// A node as a condition writes it.
fn written(node: &Node) -> String {
    match node {
        Node::Bool(value) => value.to_string(),
        Node::Int(value) => value.to_string(),
        Node::Text(value) => shown(Value::Text(value)),
        Node::Timestamp(value) => shown(Value::Timestamp(*value)),
        Node::Date(value) => value.to_string(),
        Node::Duration(value) => shown(Value::Duration(*value)),
        Node::Fact(name) => name.path.to_owned(),
        Node::Item(name) => format!("traveller.{}", name.path),
        Node::Size(name) => format!("{}.size()", name.path),
        Node::End { first: true } => "note.received_spread[0]".to_owned(),
        Node::End { first: false } => "note.received_spread[1]".to_owned(),
        Node::Sum { minus, left, right } => {
            format!("{} {} {}", written(left), if *minus { '-' } else { '+' }, written(right))
        }
        _ => "this part of the condition".to_owned(),
    }
}

fn shown(value: Value<'_>) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::Text(value) => {
            let line: String = value.chars().filter(|c| !c.is_control()).take(80).collect();
            format!("'{line}'")
        }
        Value::Timestamp(value) => value.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        Value::Date(value) => value.to_string(),
        Value::Duration(value) => {
            let seconds = value.num_seconds();
            match (seconds % 3600, seconds % 60) {
                (0, _) => format!("{}h", seconds / 3600),
                (_, 0) => format!("{}m", seconds / 60),
                _ => format!("{seconds}s"),
            }
        }
        Value::Strings(set) => set.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
        Value::Lists(lists) => {
            let on = lists.iter().filter(|(_, a)| **a == Answer::Yes);
            on.map(|(list, _)| list.as_str()).collect::<Vec<_>>().join(", ")
        }
        Value::Timestamps(from, to) => {
            format!("{} to {}", shown(Value::Timestamp(from)), shown(Value::Timestamp(to)))
        }
        Value::Travellers(travellers) => match travellers.len() {
            1 => "1 traveller".to_owned(),
            many => format!("{many} travellers"),
        },
    }
}
