//! The traps of the source documents: `tests/cases/traps/traps.txt` says where each is held, and this says that it is so.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use verbale::diagnostic::Diagnostic;
use verbale::folder;
use verbale::folder::Desk;
use verbale::states::{Answer, Code, Language, NameForm};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn desk() -> Desk {
    folder::load(&root()).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

#[test]
fn each_trap_is_held_where_the_table_says() {
    let table = std::fs::read_to_string(root().join("tests/cases/traps/traps.txt")).unwrap();
    let cases = std::fs::read_to_string(root().join("rules/cases.toml")).unwrap();
    let events = std::fs::read_to_string(root().join("rules/events.toml")).unwrap();
    let own = include_str!("traps.rs");
    let notices: Vec<Diagnostic> = desk().notices;
    let mut numbers = Vec::new();
    for line in table.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit())) {
        let (number, places) = line.split_once(' ').unwrap();
        numbers.push(number.parse::<u32>().unwrap());
        for place in places.split("; ") {
            let (kind, what) = place.split_once(' ').unwrap_or((place, ""));
            let held = match kind {
                "case" => cases.contains(&format!("name = \"{what}\"")),
                "notice" => {
                    let (of, about) = what.split_once(' ').unwrap_or((what, ""));
                    notices.iter().any(|n| n.code == of && n.message.contains(about))
                }
                "event" => {
                    let table =
                        events.split("[[event]]").find(|e| e.contains(&format!("id = \"{what}\""))).unwrap();
                    table.contains("expect = \"in-time\"") && table.contains("expect = \"late\"")
                }
                "states" => own.contains(&format!("/// Trap {number}:")),
                "walk" | "reading" => root().join("tests/cases").join(kind).join(what).is_dir(),
                "seeds" => root().join("tests/suite/walk.rs").is_file(),
                "none" | "nothing" => !what.is_empty(),
                _ => false,
            };
            assert!(held, "trap {number}: {place}");
        }
    }
    assert_eq!(numbers, (1..=29).collect::<Vec<_>>(), "every trap has its line");
}

/// Trap 8: the first round is not the days between 20 and 23 February.
/// Trap 9: the rooms of its days.
#[test]
fn the_first_round_leaves_out_the_day_of_the_hearing() {
    let desk = desk();
    let round = &desk.office.rulebook.events["gcm-round-1"];
    let days: Vec<String> = round.days.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2018-02-20", "2018-02-22", "2018-02-23"]);
    let rooms: Vec<&str> = round.programme.iter().map(|s| s.room.as_str()).collect();
    assert_eq!(rooms, ["Trusteeship Council Chamber", "Conference Room 4", "ECOSOC Chamber"]);
    let hearing = &desk.office.rulebook.events["gcm-hearing-4"];
    assert_eq!((hearing.start, hearing.covered), (day("2018-02-21"), Answer::No));
}

/// Trap 14: the letter names the first day only.
/// Trap 16: the same session under two names of its place and theme.
#[test]
fn the_calendar_knows_what_the_letters_leave_out() {
    let desk = desk();
    let events = &desk.office.rulebook.events;
    assert_eq!(events["trafficking-hlm"].end, day("2017-09-28"));
    let names = |id: &str| format!("{:?} {:?}", events[id].other_names, events[id].venue);
    assert!(names("gcm-thematic-5").contains("Vienna International Centre"));
    assert!(names("gcm-thematic-4").contains("diasporas") && names("gcm-thematic-4").contains("diaspora\""));
}

/// Trap 24: on the list on the closing day of session 3, and not on its first day.
/// Trap 25: States whose names contain one another stand where they stand, not where the other does.
/// Trap 26: graduations that came later.
#[test]
fn lists_are_as_of_receipt_and_of_the_event() {
    let states = desk().office.states;
    let ldc = |state: &str, receipt: &str, event: &str| {
        states.standing(code(state), day(receipt), Some(day(event)))["ldc"]
    };
    for (state, receipt, event, expected) in [
        ("GNQ", "2017-05-29", "2017-06-03", Answer::Yes),
        ("GNQ", "2017-05-29", "2017-06-19", Answer::Unknown),
        ("GNQ", "2017-06-04", "2017-06-19", Answer::No),
        ("NER", "2017-08-01", "2017-09-04", Answer::Yes),
        ("NGA", "2017-08-01", "2017-09-04", Answer::No),
        ("GIN", "2017-08-01", "2017-09-04", Answer::Yes),
        ("GNB", "2017-08-01", "2017-09-04", Answer::Yes),
        ("MRT", "2017-08-01", "2017-09-04", Answer::Yes),
        ("MUS", "2017-08-01", "2017-09-04", Answer::No),
        ("COD", "2017-08-01", "2017-09-04", Answer::Yes),
        ("COG", "2017-08-01", "2017-09-04", Answer::No),
        ("VUT", "2017-01-01", "2018-12-31", Answer::Yes),
        ("BTN", "2017-01-01", "2018-12-31", Answer::Yes),
        ("STP", "2017-01-01", "2018-12-31", Answer::Yes),
        ("AGO", "2017-01-01", "2018-12-31", Answer::Yes),
    ] {
        assert_eq!(ldc(state, receipt, event), expected, "{state} from {receipt} to {event}");
    }
}

/// Trap 27: letters of 2017 use the names of 2017.
#[test]
fn names_are_those_of_the_day() {
    let states = desk().office.states;
    for (state, on, name) in [
        ("SWZ", "2018-04-01", "Swaziland"),
        ("SWZ", "2019-01-01", "Eswatini"),
        ("MKD", "2018-01-01", "the former Yugoslav Republic of Macedonia"),
        ("TUR", "2017-08-18", "Turkey"),
    ] {
        let found = states.name_on(code(state), Language::En, NameForm::Short, day(on)).unwrap_or_default();
        assert!(found.eq_ignore_ascii_case(name) || name.ends_with(found), "{state} on {on}: {found}");
    }
}

/// Trap 29: the circular gives no weights and no order after the least developed countries.
#[test]
fn the_order_of_criteria_says_whose_it_is() {
    let told = desk().office.rulebook.priority.unwrap().told();
    assert!(
        told.iter().any(|s| s.starts_with("1. least-developed: first those with 'ldc' in state.lists")),
        "{told:#?}"
    );
    assert!(told.iter().any(|s| s.contains("the share is a choice of this desk")), "{told:#?}");
}
