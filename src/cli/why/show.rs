//! A ruling for a legal officer, and for machines.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::{Entry, Reckoned, Why, state};
use crate::calendar::{Deadline, Zone};
use crate::cli::clock::Clock;
use crate::cli::paint;
use crate::cli::rehearse::answer_word;
use crate::reading::{Fact, Quoted};
use crate::rules::{Effect, Finding};
use crate::states::{Answer, Language};
use crate::store::RulingRow;

/// Column at which what a line says begins.
const INDENT: usize = 4;

pub(super) fn text(why: &Why) {
    head(why);
    findings(why);
    deadline(why);
    facts(why);
    entries(&why.entries);
    others(why);
    letters(why);
    rules(why);
}

fn heading(words: &str) {
    anstream::println!("\n{}", paint::strong(words));
}

/// A label and what belongs to it, the later lines below the first.
fn line(label: &str, words: &str) {
    let label = format!("{label:<16}");
    anstream::println!("    {}  {}", paint::faint(&label), paint::wrapped(&paint::tame(words), 22));
}

fn head(why: &Why) {
    let request = &why.detail.request;
    let of = match why.detail.rulings.len() {
        1 => String::new(),
        n => format!(", ruling {} of {n}", why.row.n),
    };
    anstream::println!(
        "{}  {}  {}",
        paint::strong(&request.reference),
        paint::standing(&why.row.disposition),
        paint::faint(&format!("ruled {}{of}", moment(why, why.row.at)))
    );
    if let Some(to) = &request.joined {
        anstream::println!(
            "{}",
            paint::warn(&format!("joined to {to}: it goes on there, and stands for nothing by itself"))
        );
    }
    anstream::println!("{}", state(why));
    let event = why.office.as_ref().and_then(|o| o.rulebook.events.get(request.event.as_deref()?));
    match (event, &request.event) {
        (Some(event), _) => {
            let days = format!("{} to {}", date(event.start), date(event.end));
            let title = event.title(Language::En);
            anstream::println!("{}", paint::wrapped(&format!("{title} ({}), {days}", event.id), 0));
        }
        (None, Some(id)) => anstream::println!("{}", paint::tame(id)),
        (None, None) => anstream::println!("event unknown"),
    }
    anstream::println!("received {}", here(why, request.received));
}

/// A moment in the desk's zone and in UTC.
fn here(why: &Why, at: DateTime<Utc>) -> String {
    why.office.as_ref().map_or_else(|| utc(at), |office| told(&office.zone, at))
}

fn told(zone: &Zone, at: DateTime<Utc>) -> String {
    let local = zone.local(at).format("%-d %B %Y, %H:%M:%S");
    format!("{local} {} ({})", zone.name, utc(at))
}

fn findings(why: &Why) {
    let all = &why.ruling.findings;
    let (decided, others): (Vec<&Finding>, Vec<&Finding>) = all.iter().partition(|f| f.effect > Effect::Note);
    heading("Decided by");
    if decided.is_empty() {
        anstream::println!("  {} every rule in force is met, or only noted", paint::good("✓"));
    }
    decided.into_iter().for_each(|finding| one_finding(why, finding));
    heading(&format!("Also considered ({} rules in all)", all.len()));
    others.into_iter().for_each(|finding| one_finding(why, finding));
}

fn one_finding(why: &Why, finding: &Finding) {
    let mark = match finding.effect {
        Effect::None => paint::good("✓"),
        Effect::Note => paint::faint("·"),
        Effect::Ask => paint::warn("?"),
        Effect::Hold => paint::warn("!"),
        Effect::Decline => paint::bad("✗"),
    };
    let follows = match finding.effect {
        Effect::None => answer_word(finding.answer).to_owned(),
        effect => format!("{}, so {}", answer_word(finding.answer), effect.as_str()),
    };
    anstream::println!("  {mark} {}  {}", paint::strong(&finding.rule), paint::faint(&follows));
    let below = |words: &str, indent: usize| {
        format!("{}{}", " ".repeat(INDENT), paint::wrapped(&paint::tame(words), indent))
    };
    anstream::println!("{}", below(&finding.reason, INDENT));
    if let Some(check) = why.office.as_ref().and_then(|office| office.rulebook.portrait(&finding.rule)) {
        let require = check.require.split_whitespace().collect::<Vec<_>>().join(" ");
        anstream::println!("{}", paint::faint(&below(&format!("requires  {require}"), INDENT + 10)));
    }
    anstream::println!("{}", paint::faint(&below(&format!("source    {}", finding.source), INDENT + 10)));
}

fn deadline(why: &Why) {
    heading("Deadline");
    let Some(deadline) = &why.ruling.deadline else {
        return anstream::println!("    none: no event of the calendar, or none set for it");
    };
    if let Some(rule) = &deadline.rule {
        let sum = format!("{} days before {} is {}", rule.days, date(rule.before), date(rule.gives));
        line("general rule", &format!("{sum} ({})", rule.source));
    }
    if let Some(set) = &deadline.set {
        let over = if deadline.rule.is_some() { ", which goes before the general rule" } else { "" };
        line("set for it", &format!("{}{over} ({})", date(set.date), set.source));
    }
    let zone = why.office.as_ref().map(|o| &o.zone).filter(|zone| zone.name == deadline.zone);
    let closes = zone.map_or_else(|| utc(deadline.closes), |zone| told(zone, deadline.closes));
    line("closes", &format!("{closes}, by tzdata {}", deadline.tzdata));
    line("received", &margin(deadline, why.detail.request.received));
}

/// How long before or after the close.
fn margin(deadline: &Deadline, received: DateTime<Utc>) -> String {
    // The closing second is in time to its end.
    let seconds = deadline.closes.timestamp() - received.timestamp();
    match seconds {
        0 => "in its last second".to_owned(),
        1.. => format!("{} before it closed", paint::span(seconds)),
        _ => format!("{} after it had closed", paint::span(-seconds)),
    }
}

fn facts(why: &Why) {
    heading("What the note says");
    let Some(understood) = &why.understood else {
        return anstream::println!("    its text was deleted; what it was judged by stands under --json");
    };
    let reading = &understood.reading;
    fact("State", &reading.state, |code| code.to_string());
    fact("kind", &reading.kind, |kind| kind.as_str().to_owned());
    fact("form", &reading.form, |form| form.as_str().to_owned());
    fact("channel", &reading.channel, |channel| channel.as_str().to_owned());
    fact("its reference", &reading.note_reference, String::clone);
    fact("its date", &reading.note_date, |day| date(*day));
    fact("event", &understood.filing.events, |ids| ids.join(", "));
    for traveller in &reading.travellers {
        let post = traveller.value.function.as_deref().unwrap_or("no post");
        quoted("traveller", traveller, &format!("{}, {post}", traveller.value.name));
    }
    for reason in &understood.filing.reasons {
        line("filed", reason);
    }
    let sender = &understood.filing.sender;
    let record = match sender.of_record {
        Answer::Yes => "of record for this State",
        Answer::No => "not of record for this State",
        Answer::Unknown => "not to be compared with the record",
    };
    let authentic = &why.facts.sender.authentic;
    line("sender", &format!("{}, {record}; authentic: {authentic}", why.detail.message.sender));
}

fn fact<T>(label: &str, fact: &Fact<T>, told: impl Fn(&T) -> String) {
    match fact {
        Fact::Stated(words) => quoted(label, words, &told(&words.value)),
        Fact::Missing => line(label, "not said"),
        Fact::Conflicting { candidates } => {
            line(label, "contradictory:");
            candidates.iter().for_each(|one| quoted("", one, &told(&one.value)));
        }
    }
}

fn quoted<T>(label: &str, words: &Quoted<T>, value: &str) {
    let place = match words.place.page {
        0 | 1 => words.place.document.clone(),
        page => format!("{}, page {page}", words.place.document),
    };
    let said = words.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let sure = if words.confidence < crate::reading::CERTAIN { ", not sure" } else { "" };
    line(label, &format!("{value}  “{said}” ({place}{sure})"));
}

fn entries(entries: &[Entry]) {
    if entries.is_empty() {
        return;
    }
    heading("List entries used");
    for entry in entries {
        let days: Vec<String> = entry.on.iter().map(|day| date(*day)).collect();
        let answer = answer_word(entry.answer);
        if entry.found.is_empty() {
            line(&entry.list, &format!("{answer}: no entry on {}", days.join(" and ")));
        }
        for found in &entry.found {
            let from = found.from.map_or_else(|| "an undated day".to_owned(), date);
            let to = found.to.map_or_else(|| "today".to_owned(), |to| format!("{} (exclusive)", date(to)));
            let review = if found.review { "; marked for a person to decide" } else { "" };
            line(&entry.list, &format!("{answer}: from {from} to {to}{review} ({})", found.source));
        }
    }
}

fn others(why: &Why) {
    heading("What the register said");
    let facts = &why.facts.request;
    let words = match facts.rivals {
        0 => "no other live request of this State for this event".to_owned(),
        n => {
            format!("{n} other live requests of this State for this event, {} of them earlier", facts.earlier)
        }
    };
    let named = if why.rivals.is_empty() { String::new() } else { format!(": {}", why.rivals.join(", ")) };
    line("rivals", &format!("{words}{named}"));
}

fn letters(why: &Why) {
    heading("Letters and orders");
    for row in &why.detail.rulings {
        let Some(by) = &row.ordered_by else { continue };
        // What spoke for it before speaks again where the rules in force are all that is new.
        let spoke = |other: &RulingRow| other.n < row.n && other.cause == row.cause;
        let what = match row.cause == why.detail.request.message || why.detail.rulings.iter().any(spoke) {
            true => "judged anew by the rules in force".to_owned(),
            false => format!("judged anew because of message {}", row.cause),
        };
        line(
            "ordered",
            &format!("{what}, by {by} on {}: ruling {}, {}", moment(why, row.at), row.n, row.disposition),
        );
    }
    for letter in &why.detail.letters {
        let holds = why.detail.holds.iter().filter(|hold| hold.letter == Some(letter.id));
        let held: Vec<String> = holds
            .map(|hold| match (&hold.closed_by, hold.closed) {
                (Some(by), Some(at)) => {
                    let done = match letter.held.as_deref() {
                        Some("withdrawn") => "taken back",
                        _ if letter.state == "held" => "closed",
                        _ => "released",
                    };
                    format!("; held ({}), {done} by {by} on {}", hold.code, moment(why, at))
                }
                _ => format!("; held ({}) and not released", hold.code),
            })
            .collect();
        let (to, written) = (letter.to.join(", "), moment(why, letter.written));
        let words =
            format!("{} to {to}, written {written}, {}{}", letter.language, letter.state, held.concat());
        line(&letter.template, &words);
    }
    for withheld in &why.detail.message.withheld {
        line("not written", &format!("{} ({})", withheld.words, withheld.code));
    }
    for hold in why.detail.holds.iter().filter(|hold| hold.letter.is_none()) {
        let closed = match (&hold.closed_by, hold.closed) {
            (Some(by), Some(at)) => format!("closed by {by} on {}", moment(why, at)),
            _ => "open".to_owned(),
        };
        line("held", &format!("{}: {} ({closed})", hold.code, hold.words));
    }
}

fn rules(why: &Why) {
    heading("Rules");
    let short = |hash: &str| hash.get(..12).unwrap_or(hash).to_owned();
    line("folder", &format!("{} with rules {}", short(&why.row.office), short(&why.row.rules)));
    if let Some(in_force) = &why.in_force {
        let until = match &why.until {
            None => ", and still".to_owned(),
            Some(next) => format!(" until {} (by {})", moment(why, next.at), next.by),
        };
        line("in force", &format!("since {} (by {}){until}", moment(why, in_force.at), in_force.by));
    }
    line("ruled by", &format!("verbale {}", why.row.program));
    let label = paint::faint("reckoned again  ");
    match &why.reckoned {
        Reckoned::Same => anstream::println!("    {label}  {}", paint::good("the same to the byte")),
        Reckoned::Differs(differences) => {
            let head = format!("by verbale {}: NOT the same", env!("CARGO_PKG_VERSION"));
            anstream::println!("    {label}  {}", paint::bad(&head));
            differences.iter().for_each(|difference| line("", difference));
        }
        Reckoned::Cannot(reason) => {
            anstream::println!("    {label}  {}", paint::warn(&format!("not possible: {reason}")));
        }
    }
}

fn date(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A moment in the desk's zone; in UTC where the folder of the ruling cannot be opened.
fn moment(why: &Why, at: DateTime<Utc>) -> String {
    why.office.as_ref().map_or_else(|| utc(at), |office| Clock::in_zone(&office.zone).told(at))
}

fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

pub(super) fn json(why: &Why) -> Value {
    let require = |rule: &str| {
        why.office.as_ref().and_then(|o| o.rulebook.portrait(rule)).map(|check| check.require.to_owned())
    };
    let findings: Vec<Value> = why
        .ruling
        .findings
        .iter()
        .map(|f| {
            json!({"rule": f.rule, "answer": f.answer, "effect": f.effect, "reason": f.reason, "source": f.source,
                "require": require(&f.rule)})
        })
        .collect();
    let holds: Vec<Value> = why
        .detail
        .holds
        .iter()
        .map(|h| {
            json!({"id": h.id, "letter": h.letter, "code": h.code, "words": h.words, "opened": h.opened,
                "closed": h.closed, "closed_by": h.closed_by})
        })
        .collect();
    let letters: Vec<Value> = why
        .detail
        .letters
        .iter()
        .map(|l| {
            json!({"id": l.id, "template": l.template, "language": l.language, "to": l.to, "state": l.state,
                "written": l.written})
        })
        .collect();
    let reckoned = match &why.reckoned {
        Reckoned::Same => json!({"same": true, "differences": []}),
        Reckoned::Differs(differences) => json!({"same": false, "differences": differences}),
        Reckoned::Cannot(reason) => json!({"same": null, "differences": [reason]}),
    };
    let folder = |f: &crate::store::InForce| json!({"office": f.office, "at": f.at, "by": f.by});
    json!({
        "reference": why.detail.request.reference, "ruling": why.row.n, "rulings": why.detail.rulings.len(),
        "ruled": why.row.at, "ordered_by": why.row.ordered_by, "received": why.detail.request.received, "disposition": why.row.disposition,
        "joined": why.detail.request.joined,
        "state": why.detail.request.state, "event": why.detail.request.event,
        "findings": findings, "deadline": why.ruling.deadline, "facts": why.facts,
        "reading": why.understood.as_ref().map(|u| &u.reading),
        "filing": why.understood.as_ref().map(|u| &u.filing),
        "entries": why.entries, "rivals": why.rivals, "letters": letters, "holds": holds,
        "rules": why.row.rules, "office": why.row.office, "program": why.row.program,
        "in_force": why.in_force.as_ref().map(folder), "replaced": why.until.as_ref().map(folder),
        "reckoned": reckoned,
    })
}
