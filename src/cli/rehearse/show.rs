//! What a rehearsal found, for a person and for machines.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;

use serde_json::json;

use super::FIRST;
use crate::cli::paint;
use crate::desk::rehearsal::{Change, LetterChange, Replay, RuleChange, Said};
use crate::register::Disposition;
use crate::rehearsal::{MessageLetters, Report, Written};
use crate::rules::Effect;
use crate::states::Answer;

/// Lines of a letter that are shown unless all are wanted.
const LINES: usize = 12;

/// How a rehearsal is shown.
pub(in crate::cli) struct Shown<'a> {
    pub json: bool,
    pub all: bool,
    /// Only how many there are of what, and no request by itself.
    pub brief: bool,
    pub before: &'a str,
    pub after: &'a str,
}

/// A rehearsal over the store.
///
/// # Errors
/// It cannot be written.
pub(in crate::cli) fn report(report: &Report, shown: &Shown<'_>) -> std::io::Result<()> {
    let mut letters: BTreeMap<&str, Vec<(&LetterChange, Option<&Written>)>> = BTreeMap::new();
    let mut others = Vec::new();
    let listed: std::collections::BTreeSet<&str> =
        report.changes.iter().map(|(_, change)| change.reference.as_str()).collect();
    for message in &report.letters {
        // With the first of its requests that is listed; by the message where none is.
        match message.references.iter().find(|r| listed.contains(r.as_str())) {
            Some(reference) => letters.entry(reference).or_default().extend(with_written(message)),
            None => others.push((message.references.join(", "), message)),
        }
    }
    let count = report.letters.iter().map(|m| m.letters.len()).sum();
    let written = || report.letters.iter().flat_map(|m| m.written.iter().flatten());
    let delivered = written().filter(|written| written.delivered).count();
    let changes = || report.changes.iter().map(|(_, change)| change);
    if shown.json {
        let head = json!({"summary": summary(report.requests, changes(), count, shown), "stored": report.stored,
            "delivered": delivered, "not_judged": report.not_judged, "failed": report.failed});
        return lines(&head, report);
    }
    head(report.requests, changes(), count, shown);
    if delivered > 0 {
        let words = format!(
            "{delivered} of these letters were delivered already and hold the old text: `verbale requests judge` writes \
             another, where the request is judged otherwise"
        );
        anstream::println!("  {} {}", paint::warn("look:"), paint::wrapped(&words, 8));
    }
    warn(report);
    if shown.brief {
        return Ok(());
    }
    let many = if shown.all { usize::MAX } else { FIRST };
    for change in changes().take(many) {
        one(change);
        for (letter, written) in letters.get(change.reference.as_str()).into_iter().flatten() {
            one_letter(letter, *written, shown);
        }
    }
    for (references, message) in others.iter().take(many.saturating_sub(report.changes.len())) {
        let of =
            if references.is_empty() { format!("message {}", message.message) } else { references.clone() };
        anstream::println!("\n{}  {}", paint::strong(&of), paint::faint("only the letter"));
        with_written(message).for_each(|(letter, written)| one_letter(letter, written, shown));
    }
    more((report.changes.len() + others.len()).saturating_sub(many), shown);
    Ok(())
}

/// The letters of a message, each with the one that was written.
fn with_written(message: &MessageLetters) -> impl Iterator<Item = (&LetterChange, Option<&Written>)> {
    message.letters.iter().zip(message.written.iter().map(Option::as_ref))
}

/// A line of JSON for each change and each message whose letters change. There may be hundreds of thousands, so they are
/// written as they are made.
fn lines(head: &serde_json::Value, report: &Report) -> std::io::Result<()> {
    #[derive(serde::Serialize)]
    struct OfRequest<'a> {
        change: &'a Change,
        message: i64,
    }
    #[derive(serde::Serialize)]
    struct OfMessage<'a> {
        letters: &'a [LetterChange],
        message: i64,
        requests: &'a [String],
        written: &'a [Option<Written>],
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{head}")?;
    for (message, change) in &report.changes {
        serde_json::to_writer(&mut out, &OfRequest { change, message: *message })?;
        out.write_all(b"\n")?;
    }
    for MessageLetters { message, references, letters, written } in &report.letters {
        let line = OfMessage { letters, message: *message, requests: references, written };
        serde_json::to_writer(&mut out, &line)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// A rehearsal on mail.
pub(super) fn replay(replay: &Replay, files: &BTreeMap<usize, PathBuf>, shown: &Shown<'_>) {
    let file = |place: &usize| {
        let name = files.get(place).and_then(|f| f.file_name()).map(|n| n.to_string_lossy().into_owned());
        name.unwrap_or_default()
    };
    let changes = || replay.changes.iter().map(|(_, change)| change);
    if shown.json {
        anstream::println!(
            "{}",
            json!({"summary": summary(replay.requests, changes(), replay.letters.len(), shown)})
        );
        for (place, change) in &replay.changes {
            anstream::println!("{}", json!({"file": file(place), "change": change}));
        }
        for (place, [before, after]) in &replay.dispositions {
            anstream::println!("{}", json!({"file": file(place), "before": before, "after": after}));
        }
        for (place, letter) in &replay.letters {
            anstream::println!("{}", json!({"file": file(place), "letters": [letter]}));
        }
        return;
    }
    head(replay.requests, changes(), replay.letters.len(), shown);
    let mut places: Vec<usize> = replay.changes.iter().map(|(place, _)| *place).collect();
    places.extend(replay.letters.iter().map(|(place, _)| *place));
    places.extend(replay.dispositions.iter().map(|(place, _)| *place));
    places.sort_unstable();
    places.dedup();
    let many = if shown.all { usize::MAX } else { FIRST };
    for place in places.iter().take(many) {
        anstream::println!("\n{}", paint::strong(&format!("── {}", file(place))));
        for (_, [before, after]) in replay.dispositions.iter().filter(|(at, _)| at == place) {
            let word = |d| serde_json::to_string(d).unwrap_or_default().replace('"', "");
            anstream::println!(
                "the message  {} → {}",
                paint::standing(&word(before)),
                paint::standing(&word(after))
            );
        }
        replay.changes.iter().filter(|(at, _)| at == place).for_each(|(_, change)| one(change));
        replay
            .letters
            .iter()
            .filter(|(at, _)| at == place)
            .for_each(|(_, letter)| one_letter(letter, None, shown));
    }
    more(places.len().saturating_sub(many), shown);
}

fn more(left: usize, shown: &Shown<'_>) {
    if left > 0 && !shown.all {
        anstream::println!("\n{}", paint::faint(&format!("… and {left} more (--all shows them)")));
    }
}

fn head<'c>(
    requests: usize,
    changes: impl Iterator<Item = &'c Change> + Clone,
    letters: usize,
    shown: &Shown<'_>,
) {
    anstream::println!("{} {}\n{}  {}", paint::faint("from"), shown.before, paint::faint("to"), shown.after);
    let line = headline(requests, changes.clone(), letters);
    let nothing = changes.clone().next().is_none() && letters == 0;
    anstream::println!("\n{}", if nothing { paint::good(&line) } else { paint::strong(&line) });
    let (ways, rules) = counts(changes);
    for (way, n) in ways {
        anstream::println!("  {n:>6}  {way}");
    }
    let rules: Vec<String> = rules.iter().map(|(rule, n)| format!("{rule} ({n})")).collect();
    if !rules.is_empty() {
        anstream::println!("  by {}", rules.join(", "));
    }
}

/// `Of 340 requests: 12 would stand elsewhere, 15 letters would read otherwise.`
pub(super) fn headline<'c>(
    requests: usize,
    changes: impl Iterator<Item = &'c Change> + Clone,
    letters: usize,
) -> String {
    let flips = changes.clone().filter(|c| c.flips()).count();
    let answers = changes.clone().filter(|c| !c.flips() && !c.rules.is_empty()).count();
    let deadlines = changes.count() - flips - answers;
    let of = match requests {
        1 => "the one request".to_owned(),
        n => format!("{n} requests"),
    };
    if requests + flips + answers + deadlines + letters == 0 {
        return "Nothing changes: there is no request to judge.".to_owned();
    }
    if flips + answers + deadlines + letters == 0 {
        return format!("Nothing changes: of {of}, none is answered otherwise.");
    }
    let parts = [
        (flips, "would stand elsewhere"),
        (answers, "would be found otherwise and stand where they stand"),
        (deadlines, "would only have another deadline"),
    ];
    let mut told: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")).collect();
    match letters {
        0 => {}
        1 => told.push("1 letter would read otherwise".to_owned()),
        n => told.push(format!("{n} letters would read otherwise")),
    }
    format!("Of {of}: {}.", told.join(", "))
}

/// How many go from where to where, and by which rules.
fn counts<'c>(
    changes: impl Iterator<Item = &'c Change>,
) -> (BTreeMap<String, usize>, BTreeMap<&'c str, usize>) {
    let (mut ways, mut rules) = (BTreeMap::new(), BTreeMap::new());
    for change in changes {
        if change.flips() {
            *ways.entry(format!("{} → {}", word(change.before), word(change.after))).or_insert(0) += 1;
        }
        for rule in &change.rules {
            *rules.entry(rule.rule.as_str()).or_insert(0) += 1;
        }
    }
    (ways, rules)
}

fn summary<'c>(
    requests: usize,
    changes: impl Iterator<Item = &'c Change> + Clone,
    letters: usize,
    shown: &Shown<'_>,
) -> serde_json::Value {
    let (ways, rules) = counts(changes.clone());
    let flips = changes.clone().filter(|c| c.flips()).count();
    json!({"before": shown.before, "after": shown.after, "requests": requests, "flips": flips,
        "changes": changes.count(), "letters": letters, "dispositions": ways, "rules": rules})
}

fn warn(report: &Report) {
    if report.requests == 0 && report.stored > 0 {
        let words = format!(
            "none of the {} stored requests is open: their events are over; `verbale rehearse` judges them all",
            report.stored
        );
        anstream::println!("{} {words}", paint::warn("note:"));
    } else if report.requests == 0 {
        anstream::println!("{} no request is stored yet", paint::warn("note:"));
    }
    if !report.not_judged.is_empty() {
        let some: Vec<&str> = report.not_judged.iter().take(3).map(String::as_str).collect();
        let n = report.not_judged.len();
        let words =
            format!("{n} requests have facts of another form and were not judged ({} …)", some.join(", "));
        anstream::println!("{} {words}", paint::warn("note:"));
    }
    if report.failed > 0 {
        let words = "the program failed on some requests; tell the maintainers";
        anstream::println!("{} {words}", paint::bad("error:"));
    }
}

fn one(change: &Change) {
    let state = change.state.map_or_else(|| "State unknown".to_owned(), |s| s.to_string());
    let event = change.event.as_deref().unwrap_or("event unknown");
    let way = if change.flips() {
        format!("{} → {}", standing(change.before), standing(change.after))
    } else {
        format!("{} as before", standing(change.after))
    };
    anstream::println!("\n{}  {state} · {}  {way}", paint::strong(&change.reference), paint::tame(event));
    if let Some([before, after]) = &change.filed {
        anstream::println!("  filed     {} → {}", paint::tame(before), paint::tame(after));
    }
    if let Some((before, after)) = &change.deadline {
        let day = |d: &Option<crate::calendar::Deadline>| {
            d.as_ref().map_or_else(|| "none".to_owned(), |d| d.date.format("%-d %B %Y").to_string())
        };
        anstream::println!("  deadline  {} → {}", day(before), day(after));
    }
    change.rules.iter().for_each(one_rule);
}

fn one_rule(change: &RuleChange) {
    let short = |said: &Option<Said>| match said {
        None => "not asked".to_owned(),
        Some(Said { answer, effect: Effect::None, .. }) => answer_word(*answer).to_owned(),
        Some(Said { answer, effect, .. }) => format!("{} ({})", answer_word(*answer), effect.as_str()),
    };
    let (before, after) = (short(&change.before), short(&change.after));
    anstream::println!("  {:<26} {before} → {after}", paint::warn(&change.rule));
    for (label, said) in [("was", &change.before), ("now", &change.after)] {
        if let Some(said) = said {
            anstream::println!("      {} {}", paint::faint(label), paint::tame(&said.reason));
        }
    }
}

fn one_letter(letter: &LetterChange, written: Option<&Written>, shown: &Shown<'_>) {
    let what = match letter.what {
        "new" => paint::warn("would be written"),
        "gone" => paint::warn("would not be written"),
        "fails" => paint::bad("could not be written"),
        _ => "would read otherwise".to_owned(),
    };
    anstream::println!(
        "  {} {} {}: {what}",
        paint::strong("letter"),
        letter.template,
        letter.language.code()
    );
    match written {
        Some(Written { delivered: true, to }) => anstream::println!(
            "    {} delivered to {}: it holds the old text",
            paint::warn("already"),
            paint::tame(&to.join(", "))
        ),
        Some(Written { delivered: false, to }) => anstream::println!(
            "    {} to {}, with the old text",
            paint::faint("waits"),
            paint::tame(&to.join(", "))
        ),
        None => {}
    }
    let many = if shown.all { usize::MAX } else { LINES };
    for line in letter.lines.iter().take(many) {
        let line = paint::tame(line);
        anstream::println!(
            "    │ {}",
            if line.starts_with('+') { paint::good(&line) } else { paint::faint(&line) }
        );
    }
    if letter.lines.len() > many {
        anstream::println!("    {}", paint::faint(&format!("│ … {} lines more", letter.lines.len() - many)));
    }
}

fn standing(disposition: Option<Disposition>) -> String {
    paint::standing(word(disposition))
}

fn word(disposition: Option<Disposition>) -> &'static str {
    disposition.map_or("no request", Disposition::as_str)
}

pub(in crate::cli) fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unknown => "unknown",
    }
}
