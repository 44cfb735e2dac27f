//! Why a condition came out as it did: the clause that decided, with its values, in English for staff.

use crate::calendar::Zone;
use crate::rules::expr::eval::{Scope, answer, value};
use crate::rules::expr::names::{Seen, Value};
use crate::rules::expr::node::{Expr, Node, Relation, TextTest};
use crate::rules::{Facts, Known, TravellerFacts};
use crate::states::Answer;

mod unseen;
mod written;

use unseen::unseen;
use written::{fixed, quoted, shown, written};

/// Travellers whose clauses are told one by one; of more, the first speaks for all.
const TOLD: usize = 3;

/// Facts, and the zone in which staff read times.
#[derive(Clone, Copy)]
struct Telling<'a> {
    scope: Scope<'a>,
    zone: &'a Zone,
}

impl<'a> Telling<'a> {
    /// Of one traveller, within `.all()` and `.exists()`.
    fn of(self, traveller: &'a TravellerFacts) -> Self {
        Self { scope: Scope { traveller: Some(traveller), ..self.scope }, ..self }
    }
}

impl Expr {
    /// One clause or several joined, without a full stop: "note.form is 'letter', not 'note_verbale'". Times are
    /// told as clocks in `zone` show them.
    pub fn explain(&self, facts: &Facts, zone: &Zone) -> String {
        because(&self.0, Telling { scope: Scope { facts, traveller: None }, zone })
    }
}

fn because(node: &Node, telling: Telling<'_>) -> String {
    let Telling { scope, zone } = telling;
    let came = answer(node, scope);
    match node {
        Node::Not(inner) => because(inner, telling),
        // A conjunction fails by one clause and holds by all; a disjunction the other way round.
        Node::And(left, right) => joined(left, right, came, Answer::Yes, telling),
        Node::Or(left, right) => joined(left, right, came, Answer::No, telling),
        Node::Choose(test, yes, no) => match answer(test, scope) {
            Answer::Yes => format!("{}, and {}", because(test, telling), because(yes, telling)),
            Answer::No => format!("{}, and {}", because(test, telling), because(no, telling)),
            Answer::Unknown => because(test, telling),
        },
        Node::Has(fact) => match value(fact, scope) {
            Seen::Value(found) => format!("{} is given ({})", written(fact, zone), shown(found, zone)),
            _ => unseen(fact, scope),
        },
        Node::Compare(relation, left, right) => compared(*relation, left, right, came, telling),
        Node::OnList(list) => {
            let Known::Value(state) = &scope.facts.state.code else { return unseen(node, scope) };
            match came {
                Answer::Yes => format!("{state} is on the list '{list}'"),
                Answer::No => format!("{state} is not on the list '{list}'"),
                Answer::Unknown => unseen::open_list(&format!("list '{list}'"), state.as_str()),
            }
        }
        Node::OneOf(item, list) => match value(item, scope) {
            Seen::Value(found) => {
                let all: Vec<String> = list.iter().map(|one| written(one, zone)).collect();
                let word = if came == Answer::Yes { "one of" } else { "none of" };
                format!("{} is {}, {word} {}", written(item, zone), shown(found, zone), all.join(", "))
            }
            _ => unseen(item, scope),
        },
        Node::InStrings(word, name) => match (came, (name.see)(scope.facts)) {
            (Answer::Unknown, Seen::Value(_)) => unseen(word, scope),
            (Answer::Unknown, _) => unseen(&Node::Fact(name), scope),
            (Answer::Yes, _) => format!("{} holds {}", name.path, written(word, zone)),
            (Answer::No, Seen::Value(Value::Strings(all))) if all.is_empty() => {
                format!("{} is empty, without {}", name.path, written(word, zone))
            }
            (Answer::No, Seen::Value(all)) => {
                format!("{} holds {}, not {}", name.path, shown(all, zone), written(word, zone))
            }
            (Answer::No, _) => format!("{} does not hold {}", name.path, written(word, zone)),
        },
        Node::Each { all, body } => each(*all, body, came, telling),
        Node::Words(test, on, word) => {
            let (does, not) = match test {
                TextTest::StartsWith => ("begins with", "does not begin with"),
                TextTest::EndsWith => ("ends with", "does not end with"),
                TextTest::Contains => ("contains", "does not contain"),
            };
            match (came, value(on, scope)) {
                (Answer::Unknown, Seen::Value(_)) => unseen(word, scope),
                (Answer::Unknown, _) => unseen(on, scope),
                (_, found) => {
                    let does = if came == Answer::Yes { does } else { not };
                    let found = match found {
                        Seen::Value(found) if !fixed(on) => format!(" ({})", shown(found, zone)),
                        _ => String::new(),
                    };
                    format!("{}{found} {does} {}", written(on, zone), written(word, zone))
                }
            }
        }
        _ => match value(node, scope) {
            Seen::Value(found) => format!("{} is {}", written(node, zone), shown(found, zone)),
            _ => unseen(node, scope),
        },
    }
}

/// `whole`: the answer that needs both sides; any other is decided by the first side that gives it.
fn joined(left: &Node, right: &Node, came: Answer, whole: Answer, telling: Telling<'_>) -> String {
    if came == whole {
        return format!("{}, and {}", because(left, telling), because(right, telling));
    }
    because(if answer(left, telling.scope) == came { left } else { right }, telling)
}

fn each(all: bool, body: &Node, came: Answer, telling: Telling<'_>) -> String {
    let Known::Value(travellers) = &telling.scope.facts.request.travellers else {
        return unseen::travellers(telling.scope);
    };
    let told = |(at, traveller)| {
        let clause = because(body, telling.of(traveller));
        match travellers.len() {
            1 => clause,
            _ => format!("for traveller {} ({}), {clause}", at + 1, quoted(&traveller.name)),
        }
    };
    // The answer that needs every traveller; any other is decided by the first who gives it.
    let needs_every = if all { Answer::Yes } else { Answer::No };
    if came != needs_every {
        let decided = travellers.iter().enumerate().find(|(_, t)| answer(body, telling.of(t).scope) == came);
        return decided.map(told).unwrap_or_default();
    }
    let first: Vec<String> = travellers.iter().enumerate().take(TOLD).map(told).collect();
    match travellers.len() {
        0 => "no traveller is named".to_owned(),
        many if many > TOLD => format!("{}, and so on for all {many}", first.join("; ")),
        _ => first.join("; "),
    }
}

fn compared(relation: Relation, left: &Node, right: &Node, came: Answer, telling: Telling<'_>) -> String {
    let Telling { scope, zone } = telling;
    let (a, b) = match (value(left, scope), value(right, scope)) {
        (Seen::Value(a), Seen::Value(b)) => (a, b),
        (Seen::Value(_), _) => return unseen(right, scope),
        _ => return unseen(left, scope),
    };
    // What stands written in the condition is no news; the fact is the subject.
    if fixed(left) && !fixed(right) {
        return compared(turned(relation), right, left, came, telling);
    }
    let met = came == Answer::Yes;
    let other = match fixed(right) {
        true => written(right, zone),
        false => format!("{} ({})", written(right, zone), shown(b, zone)),
    };
    let same = matches!(relation, Relation::Equal) == met;
    let subject = match left {
        // Which words they are matters more than how many.
        Node::Size(name) => match (name.see)(scope.facts) {
            Seen::Value(Value::Strings(words)) if !words.is_empty() => {
                format!(
                    "{} is {} ({})",
                    written(left, zone),
                    shown(a, zone),
                    shown(Value::Strings(words), zone)
                )
            }
            _ => format!("{} is {}", written(left, zone), shown(a, zone)),
        },
        _ => format!("{} is {}", written(left, zone), shown(a, zone)),
    };
    match relation {
        Relation::Equal | Relation::Unequal if same && fixed(right) => subject,
        Relation::Equal | Relation::Unequal if same => {
            format!("{subject}, the same as {}", written(right, zone))
        }
        Relation::Equal | Relation::Unequal if matches!(b, Value::Bool(_)) && fixed(right) => subject,
        Relation::Equal | Relation::Unequal => format!("{subject}, not {other}"),
        _ => format!("{subject}, {} {other}", order(relation, met, a)),
    }
}

/// The relation seen from the other side: `1 <= x` is `x >= 1`.
fn turned(relation: Relation) -> Relation {
    match relation {
        Relation::Less => Relation::More,
        Relation::AtMost => Relation::AtLeast,
        Relation::More => Relation::Less,
        Relation::AtLeast => Relation::AtMost,
        same => same,
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
