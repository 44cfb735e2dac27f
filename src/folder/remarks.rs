//! What a colleague would say of the folder as a whole: what was left unfinished, and what does not go together.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Source};
use crate::letter::{Identity, Template, Templates};
use crate::mailbox;
use crate::office::Policy;
use crate::register::{Event, Events};
use crate::rules::shape::KEPT_FOR_LATER;
use crate::states::{Answer, Language, States};

/// Stands in a fresh desk (`verbale init --blank`) behind what is invented.
const MARK: &str = "# EDIT";

/// Where invented things still stand, all in one notice at the first of them.
pub(super) fn marks(desk_toml: &str, sources: &[Source]) -> Option<Diagnostic> {
    let sources = sources.iter().map(|source| (source.path.as_str(), source.text.as_str()));
    let mut marked = Vec::new();
    let mut first = None;
    for (path, text) in std::iter::once(("desk.toml", desk_toml)).chain(sources) {
        let ends_word = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
        let mut places =
            text.match_indices(MARK).filter(|(at, mark)| text.get(at + mark.len()..).is_some_and(ends_word));
        let Some((at, mark)) = places.next() else { continue };
        first.get_or_insert_with(|| (path, at..at + mark.len()));
        marked.push((path, 1 + places.count()));
    }
    let (path, place) = first?;
    let all: usize = marked.iter().map(|(_, count)| count).sum();
    let files: Vec<String> = marked.iter().map(|(path, count)| format!("{count} in {path}")).collect();
    let are = if all == 1 { "place is" } else { "places are" };
    let message = format!("{all} {are} still marked EDIT: {}", files.join(", "));
    let help = "what stands there is invented: put your own in its place, and take the mark out";
    Some(Diagnostic::notice(path, "marked-edit", message).at(place).help(help))
}

/// Names that letters print and a language in which they are written has not.
pub(super) fn names(desk_toml: &str, identity: &Identity, templates: &Templates) -> Vec<Diagnostic> {
    let written: Vec<Language> = Language::ALL
        .into_iter()
        .filter(|language| Template::ALL.iter().any(|t| templates.languages(*t).contains(language)))
        .collect();
    let mut found = Vec::new();
    for (table, what, names) in
        [("[office.name]", "the office", &identity.office), ("[office.fund]", "the fund", &identity.fund)]
    {
        let silent: Vec<&str> =
            written.iter().filter(|language| !names.contains_key(language)).map(|l| l.code()).collect();
        if silent.is_empty() {
            continue;
        }
        let message = format!("{what} has no name in {}", silent.join(", "));
        let help = format!("letters in these languages print the English name; add it to {table}");
        let notice = Diagnostic::notice("desk.toml", "no-name", message).help(help);
        found.push(match desk_toml.find(table) {
            Some(at) => notice.at(at..at + table.len()),
            None => notice,
        });
    }
    found
}

/// A desk that starts after its last meeting answers nothing.
pub(super) fn start(desk_toml: &str, policy: &Policy, events: &Events) -> Option<Diagnostic> {
    let last = events.values().max_by_key(|event| event.end).filter(|last| policy.start > last.end)?;
    let message = format!(
        "the desk starts on {}, and the last meeting of the calendar, `{}`, ends on {}: no letter is ever written",
        policy.start, last.id, last.end
    );
    let help = "correct `start`, or add the meetings to come to rules/events.toml";
    let notice = Diagnostic::notice("desk.toml", "starts-late", message).help(help);
    let line = desk_toml.lines().position(|line| line.trim_start().starts_with("start"));
    let at = |line| desk_toml.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
    Some(match line.map(at) {
        Some(at) => notice.at(at..at + "start".len()),
        None => notice,
    })
}

/// States that leave a list while the desk is open and before a meeting that the fund pays for: a note that comes before
/// that day is then held, and one that comes after it declined where a check wants the list.
pub(super) fn leaving(
    sources: &[Source],
    states: &States,
    policy: &Policy,
    events: &Events,
) -> Vec<Diagnostic> {
    let of_list = |list: &str| {
        let path = format!("rules/lists/{list}.csv");
        // What no rule asks changes nothing.
        sources.iter().find(|source| source.path == path && !source.text.starts_with(KEPT_FOR_LATER))
    };
    let mut covered: Vec<&Event> = events.values().filter(|event| event.covered != Answer::No).collect();
    covered.sort_by_key(|event| (event.start, &event.id));
    let mut found = Vec::new();
    for (list, code, entry) in states.entries() {
        let (Some(source), Some(end)) = (of_list(list), entry.end.filter(|end| *end > policy.start)) else {
            continue;
        };
        let stays = |event: &Event| states.on_list(list, code, event.start).0 == Answer::Yes;
        let mut after = covered.iter().filter(|event| event.start >= end && !stays(event));
        let Some(first) = after.next() else { continue };
        let more = match after.count() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message =
            format!("{code} leaves list {list} on {end}, before `{}` of {}{more}", first.id, first.start);
        let help = match entry.deferrable {
            true => "from then on a person decides; write `member` as the status when the day is sure",
            false => {
                "a note that comes earlier is put before a person; where the day may be put off write `deferrable` as the status"
            }
        };
        let notice = Diagnostic::notice(source.path.as_str(), "leaves-list", message).help(help);
        found.push(match row(&source.text, code.as_str(), &end.format("%Y").to_string()) {
            Some(at) => notice.at(at),
            None => notice,
        });
    }
    found
}

/// Where the code stands in the row of a list that begins with it and says `year`.
fn row(text: &str, code: &str, year: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with(&format!("{code},")) && line.contains(year) {
            return Some(start..start + code.len());
        }
        start += line.len();
    }
    None
}

/// A Maildir that is not there: the daemon waits for it, and fetches nothing.
pub(super) fn mailbox(desk_toml: &str, settings: &mailbox::Settings) -> Option<Diagnostic> {
    let mailbox::Settings::Maildir { path, .. } = settings else { return None };
    let notice = Diagnostic::notice("desk.toml", "no-mailbox", mailbox::unreadable(path)?)
        .help("until then no mail is fetched");
    let table = "[mailbox.maildir]";
    Some(match desk_toml.find(table) {
        Some(at) => notice.at(at..at + table.len()),
        None => notice,
    })
}
