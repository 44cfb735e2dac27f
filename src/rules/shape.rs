//! What the rule files may hold, key by key: the readers refuse what does not stand here, docs/rules.md lists it, and
//! `verbale schema` gives it to editors.

mod checks;
mod events;
mod selection;

pub use self::checks::*;
pub use self::events::*;
pub use self::selection::*;

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Takes {
    /// A string.
    Text,
    /// A string that is a condition.
    Condition,
    /// A whole number from 0 up.
    Number,
    /// A day, without quotes.
    Day,
    /// A moment with its zone, without quotes.
    Moment,
    /// true or false.
    Truth,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of strings.
    Texts,
    /// A list of days.
    Days,
    /// A sentence for each language.
    Languages,
    /// The name of a document: a string, or one for each language.
    Source,
    /// Facts by their documented names.
    Facts,
    /// A number for each named list of States.
    Numbers,
    /// An effect for each named check.
    Effects,
    /// A table.
    Table(&'static Shape),
    /// A list of tables.
    Tables(&'static Shape),
    /// Tables by a name that staff choose.
    Named(&'static Shape),
}

/// One key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// Whether it must be there: "needed", "" or a condition in words.
    pub needed: &'static str,
    /// What it holds.
    pub takes: Takes,
    /// What it says, for staff.
    pub doc: &'static str,
}

/// A table.
#[derive(Debug)]
pub struct Shape {
    /// How it is written in the file: `[[check]]`.
    pub written: &'static str,
    /// What it may hold.
    pub keys: &'static [Key],
}

/// A file of rules.
#[derive(Debug)]
pub struct File {
    /// As `verbale schema` calls it.
    pub name: &'static str,
    /// Its path in the desk folder.
    pub path: &'static str,
    /// What it is, in one sentence.
    pub doc: &'static str,
    /// Its outermost table.
    pub root: Shape,
}

const fn key(name: &'static str, needed: &'static str, takes: Takes, doc: &'static str) -> Key {
    Key { name, needed, takes, doc }
}

/// The first line of a list of States that no rule asks yet, so that nobody is reminded of it.
pub const KEPT_FOR_LATER: &str = "# kept for later";

/// Every file of rules that has a shape, in the order of docs/rules.md.
pub static FILES: [File; 6] = [
    File {
        name: "checks",
        path: "rules/checks.toml",
        doc: "what a request must meet, and what follows when it does not",
        root: Shape {
            written: "",
            keys: &[
                key("defaults", "", Takes::Table(&CHECK_DEFAULTS), "what checks need not repeat"),
                key("check", "needed", Takes::Tables(&CHECK), "one for each rule"),
            ],
        },
    },
    File {
        name: "events",
        path: "rules/events.toml",
        doc: "the meetings, their places and closing days",
        root: Shape {
            written: "",
            keys: &[
                key("defaults", "", Takes::Table(&EVENT_DEFAULTS), "what events need not repeat"),
                key("place", "needed", Takes::Named(&PLACE), "one for each city"),
                key("event", "needed", Takes::Tables(&EVENT), "one for each meeting"),
            ],
        },
    },
    File {
        name: "papers",
        path: "rules/papers.toml",
        doc: "the papers that can be required beside the note, and how they are told",
        root: Shape {
            written: "",
            keys: &[key("paper", "needed", Takes::Tables(&PAPER), "one for each paper")],
        },
    },
    File {
        name: "priority",
        path: "rules/priority.toml",
        doc: "who comes first when the money does not suffice, and how places are balanced",
        root: Shape {
            written: "",
            keys: &[
                key(
                    "method",
                    "needed",
                    Takes::Word(&["order", "points"]),
                    "`\"order\"`: each criterion breaks the ties of those above; `\"points\"`: their points are added",
                ),
                key("source", "needed", Takes::Text, "the document that lays the method down"),
                key("criterion", "needed", Takes::Tables(&CRITERION), "one for each criterion"),
                key("balance", "", Takes::Table(&BALANCE), "what the chosen must be together"),
            ],
        },
    },
    File {
        name: "costs",
        path: "rules/costs.toml",
        doc: "what a journey costs",
        root: Shape {
            written: "",
            keys: &[
                key("currency", "needed", Takes::Text, "three capital letters: `\"USD\"`"),
                key("source", "needed", Takes::Text, "where the way of counting is laid down"),
                key(
                    "travel_days",
                    "",
                    Takes::Number,
                    "days of allowance beside those of the event; 0 if not given",
                ),
                key("terminal", "", Takes::Number, "for the ways to and from airports; 0 if not given"),
                key("most", "", Takes::Number, "what one journey may cost at most"),
                key(
                    "fare",
                    "needed",
                    Takes::Tables(&FARE),
                    "one for each way; that of a State goes before that of its group",
                ),
                key("allowance", "needed", Takes::Tables(&ALLOWANCE), "one for each place"),
            ],
        },
    },
    File {
        name: "cases",
        path: "rules/cases.toml",
        doc: "whole requests and where they must stand by all the rules together",
        root: Shape {
            written: "",
            keys: &[key("case", "needed", Takes::Tables(&CASE), "one for each situation")],
        },
    },
];

/// The file of this name.
pub fn file(name: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.name == name)
}
