//! `verbale why REFERENCE`: a ruling with everything that it stood on, by the rules of its day, and reckoned again.

use std::collections::BTreeMap;
use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::calendar::Moment;
use crate::cli::Context;
use crate::desk::Understood;
use crate::desk::rehearsal::{self as core, Subject};
use crate::folder;
use crate::office::Office;
use crate::rules::{Facts, Known, Ruling};
use crate::states::{Answer, Language, NameForm};
use crate::store::{InForce, Reader, RequestDetail, RulingRow, StoredRequest};

mod show;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The request, such as GCM-2017-0042.
    #[arg(value_name = "REFERENCE")]
    reference: String,
    /// An earlier ruling, from 1 [default: the one in force]
    #[arg(long, value_name = "N")]
    ruling: Option<u32>,
}

/// Everything that a ruling stood on.
struct Why {
    detail: RequestDetail,
    row: RulingRow,
    facts: Facts,
    ruling: Ruling,
    /// What was read in the note; none where it was deleted.
    understood: Option<Understood>,
    /// By the rules of its day; none where they were not kept or this program does not accept them.
    office: Option<Office>,
    in_force: Option<InForce>,
    /// Until when that folder was in force, where another followed.
    until: Option<InForce>,
    entries: Vec<Entry>,
    rivals: Vec<String>,
    reckoned: Reckoned,
}

/// An entry of a list of States that decided a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Entry {
    list: String,
    answer: Answer,
    /// What was looked up: the day of receipt, and the first day of the event where that is known.
    on: Vec<NaiveDate>,
    /// First day, first day no longer, source, and whether a person must decide: for each entry found.
    found: Vec<Membership>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Membership {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    review: bool,
    source: String,
}

/// What came of reckoning the ruling again.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reckoned {
    Same,
    /// In words, one for each difference.
    Differs(Vec<String>),
    /// Why it cannot be.
    Cannot(String),
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<ExitCode> {
    let reader = context.reader()?;
    let reference = options.reference.to_uppercase();
    let Some(detail) = reader.request(&reference)? else {
        anyhow::bail!("there is no request {reference}; `verbale requests` lists those that there are");
    };
    let row = match options.ruling {
        None => detail.rulings.last(),
        Some(n) => detail.rulings.iter().find(|row| row.n == n),
    };
    let Some(row) = row.cloned() else {
        anyhow::bail!("{reference} has {} rulings, from 1", detail.rulings.len());
    };
    let why = found(&reader, detail, row)?;
    if context.json {
        anstream::println!("{}", show::json(&why));
    } else {
        show::text(&why);
    }
    Ok(match why.reckoned {
        Reckoned::Differs(_) => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    })
}

fn found(reader: &Reader, detail: RequestDetail, row: RulingRow) -> anyhow::Result<Why> {
    let another = |what: &str| {
        let program = &row.program;
        anyhow::anyhow!("the {what} of this ruling have the form of verbale {program}; ask that program")
    };
    let ruling: Ruling = serde_json::from_str(&row.ruling).map_err(|_| another("findings"))?;
    let facts: Facts = serde_json::from_str(&row.facts).map_err(|_| another("facts"))?;
    let understood =
        reader.stored_message(detail.request.message)?.and_then(|m| m.open().ok()).map(|(_, u)| u);
    let stored = reader.requests_of(detail.request.message)?;
    let stored = stored.into_iter().find(|r| r.request.reference == detail.request.reference);
    let history = reader.offices()?;
    let place = history.iter().rposition(|f| f.office == row.office && f.at <= row.at);
    let (office, unkept) = office(reader, &row, &ruling)?;
    let reckoned = match (&office, stored) {
        (Some(office), Some(stored)) => reckon(&row, &ruling, &facts, &stored, office),
        (_, None) => Reckoned::Cannot("the request is gone".into()),
        (None, _) => Reckoned::Cannot(unkept),
    };
    Ok(Why {
        entries: office.as_ref().map_or_else(Vec::new, |office| entries(&facts, office)),
        rivals: reader.rivals(&detail.request.reference, row.n)?,
        in_force: place.and_then(|at| history.get(at)).cloned(),
        until: place.and_then(|at| history.get(at + 1)).cloned(),
        detail,
        row,
        facts,
        ruling,
        understood,
        office,
        reckoned,
    })
}

/// The office of the ruling's day with the time zones of that day; or why there is none.
fn office(reader: &Reader, row: &RulingRow, ruling: &Ruling) -> anyhow::Result<(Option<Office>, String)> {
    let Some(kept) = reader.kept_office(&row.office)? else {
        return Ok((None, "the folder of that day was not kept: an older program ruled".into()));
    };
    let versions: BTreeMap<String, String> =
        ruling.deadline.iter().map(|d| (d.zone.clone(), d.tzdata.clone())).collect();
    Ok(match folder::open_kept(&kept, &reader.kept_zones(&versions)?) {
        Ok(office) => (Some(office), String::new()),
        Err(found) => {
            let first = found.first().map(|d| format!("{}: {}", d.file, d.message)).unwrap_or_default();
            (None, format!("this program does not accept the folder of that day ({first})"))
        }
    })
}

/// Judges the stored facts again by the folder of that day, and compares byte by byte.
fn reckon(
    row: &RulingRow,
    ruling: &Ruling,
    facts: &Facts,
    stored: &StoredRequest,
    office: &Office,
) -> Reckoned {
    let mut request = stored.request.clone();
    // The event and State of that ruling; the request may have moved since.
    request.event = match &facts.event.id {
        Known::Value(id) => Some(id.clone()),
        _ => request.event,
    };
    let again = core::ruling(&request, facts, office, Moment(row.at));
    let rivals = (facts.request.earlier, facts.request.rivals, facts.request.rivals_of_record);
    let seen = Subject { request, facts: facts.clone() }.seen_by(office, rivals);
    let bytes = serde_json::to_string(&again).unwrap_or_default();
    let same_facts = serde_json::to_string(&seen).is_ok_and(|json| json == row.facts);
    if bytes == row.ruling && same_facts {
        return Reckoned::Same;
    }
    let mut differences = differences(ruling, &again);
    if !same_facts {
        let changed = paths(&value(&row.facts), &serde_json::json!(seen), String::new());
        differences.push(format!("the files of that day give other facts now: {}", changed.join(", ")));
    }
    if differences.is_empty() {
        differences.push("the same in meaning, written in another form".into());
    }
    let program = env!("CARGO_PKG_VERSION");
    if row.program != program {
        differences.push(format!("ruled by verbale {}, reckoned by verbale {program}", row.program));
    }
    Reckoned::Differs(differences)
}

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_default()
}

/// Where two values differ: the names of their leaves.
fn paths(one: &Value, other: &Value, at: String) -> Vec<String> {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let names: std::collections::BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            let below = |name: &String| if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
            names
                .into_iter()
                .flat_map(|name| {
                    let null = Value::Null;
                    paths(a.get(name).unwrap_or(&null), b.get(name).unwrap_or(&null), below(name))
                })
                .collect()
        }
        (a, b) if a == b => Vec::new(),
        _ => vec![at],
    }
}

fn differences(stored: &Ruling, again: &Ruling) -> Vec<String> {
    let mut found = Vec::new();
    if stored.disposition != again.disposition {
        found.push(format!("{} then, {} now", stored.disposition.as_str(), again.disposition.as_str()));
    }
    for finding in &stored.findings {
        match again.findings.iter().find(|f| f.rule == finding.rule) {
            None => found.push(format!("{} is not asked any more", finding.rule)),
            Some(now) if now != finding => {
                found.push(format!("{}: “{}” then, “{}” now", finding.rule, finding.reason, now.reason));
            }
            Some(_) => {}
        }
    }
    let new = again.findings.iter().filter(|f| stored.findings.iter().all(|s| s.rule != f.rule));
    found.extend(new.map(|f| format!("{} was not asked then", f.rule)));
    if stored.deadline != again.deadline {
        let told = |ruling: &Ruling| {
            let closes =
                |d: &crate::calendar::Deadline| format!("{} (tzdata {})", d.closes.to_rfc3339(), d.tzdata);
            ruling.deadline.as_ref().map_or_else(|| "none".to_owned(), closes)
        };
        found.push(format!("deadline {} then, {} now", told(stored), told(again)));
    }
    if stored.rules != again.rules {
        found.push("the rule set has another hash".into());
    }
    found
}

/// The list entries behind the memberships that conditions ask about.
fn entries(facts: &Facts, office: &Office) -> Vec<Entry> {
    let Known::Value(code) = facts.state.code else { return Vec::new() };
    let asked = |list: &str| {
        let quoted = [format!("'{list}'"), format!("\"{list}\"")];
        let conditions = office.rulebook.ids().filter_map(|id| office.rulebook.portrait(id));
        conditions.into_iter().any(|check| quoted.iter().any(|q| check.require.contains(q.as_str())))
    };
    let mut on = vec![office.zone.date_of(facts.note.received)];
    if let Known::Value(start) = facts.event.start
        && !on.contains(&start)
    {
        on.push(start);
    }
    let lists = facts.state.lists.iter().filter(|(list, _)| asked(list));
    lists
        .map(|(list, answer)| {
            let mut found: Vec<Membership> = Vec::new();
            for day in &on {
                let Some(entry) = office.states.on_list(list, code, *day).1 else { continue };
                let entry = Membership {
                    from: entry.start,
                    to: entry.end,
                    review: entry.review,
                    source: entry.source.clone(),
                };
                if !found.contains(&entry) {
                    found.push(entry);
                }
            }
            Entry { list: list.clone(), answer: *answer, on: on.clone(), found }
        })
        .collect()
}

/// The State's name in English on the day of receipt, with its code.
fn state(why: &Why) -> String {
    let Known::Value(code) = why.facts.state.code else { return "State unknown".to_owned() };
    let name = why.office.as_ref().and_then(|office| {
        let day = office.zone.date_of(why.facts.note.received);
        office.states.name_on(code, Language::En, NameForm::Short, day)
    });
    name.map_or_else(|| code.to_string(), |name| format!("{name} ({code})"))
}
