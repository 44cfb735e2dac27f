//! What the rule files may hold, key by key: the readers refuse what does not stand here, docs/rules.md lists it, and
//! `verbale schema` gives it to editors.
//!
//! Longer than 400 lines because it is one table.

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

const EFFECTS: &[&str] = &["decline", "ask", "hold", "note"];
const UNKNOWN: &[&str] = &["ask", "hold", "note"];
const SEND: &[&str] = &["at-once", "on-release"];
const EXPECT: &[&str] = &["yes", "no", "unknown"];

/// `[[check.example]]`
pub static EXAMPLE: Shape = Shape {
    written: "[[check.example]]",
    keys: &[
        key(
            "facts",
            "",
            Takes::Facts,
            "the facts that differ: `{ note.form = \"letter\", state.lists.ldc = \"no\" }`",
        ),
        key("missing", "", Takes::Texts, "names of facts that the note leaves out"),
        key("doubtful", "", Takes::Texts, "names of facts about which it is unclear"),
        key("expect", "needed", Takes::Word(EXPECT), "the answer"),
        key("why", "needed", Takes::Text, "one sentence that says why the answer is right"),
    ],
};

/// `[[check]]`
pub static CHECK: Shape = Shape {
    written: "[[check]]",
    keys: &[
        key(
            "id",
            "needed",
            Takes::Text,
            "short name in small letters, digits and `-`; stands in findings and in the journal, so do not reuse it",
        ),
        key("source", "needed", Takes::Text, "the document and paragraph that lay the rule down"),
        key("require", "needed", Takes::Condition, "the requirement, a condition (below)"),
        key("otherwise", "needed", Takes::Word(EFFECTS), "what follows when it is not met"),
        key(
            "unknown",
            "needed",
            Takes::Word(UNKNOWN),
            "what follows when it cannot be told; never `\"decline\"`",
        ),
        key(
            "unknown_reason",
            "with `unknown = \"note\"`",
            Takes::Text,
            "why it is safe to let the request pass",
        ),
        key(
            "after",
            "",
            Takes::Texts,
            "ids of checks above: while one of them is not met, this check keeps silent",
        ),
        key("from", "", Takes::Day, "first day of receipt, in the desk's zone, on which it is in force"),
        key("to", "", Takes::Day, "last day of receipt on which it is in force"),
        key(
            "send",
            "",
            Takes::Word(SEND),
            "of a refusal: `\"on-release\"` (the default: staff release it) or `\"at-once\"`",
        ),
        key(
            "letter",
            "with ask and decline",
            Takes::Languages,
            "the sentence for letters by language: `{ en = \"…\", fr = \"…\" }`; English is needed",
        ),
        key("example", "one each way", Takes::Tables(&EXAMPLE), "`[[check.example]]`, below"),
    ],
};

/// `[defaults]` of checks.toml
pub static CHECK_DEFAULTS: Shape = Shape {
    written: "[defaults]",
    keys: &[
        key("source", "", Takes::Text, "of checks that do not say their own"),
        key("unknown", "", Takes::Word(UNKNOWN), "of checks that do not say their own"),
        key("send", "", Takes::Word(SEND), "of checks that do not say their own"),
        key(
            "event",
            "",
            Takes::Text,
            "the event that examples start from; else the first that is covered and has a closing day",
        ),
    ],
};

/// `[[case]]`
pub static CASE: Shape = Shape {
    written: "[[case]]",
    keys: &[
        key("name", "needed", Takes::Text, "what happens, in a few words"),
        key("event", "", Takes::Text, "the event asked for, with its dates; else that of the examples"),
        key(
            "state",
            "",
            Takes::Text,
            "the State that asks: its code; it stands on the lists as of receipt and of the event",
        ),
        key("facts", "", Takes::Facts, "the facts that differ from the start of the examples"),
        key("missing", "", Takes::Texts, "names of facts that the note leaves out"),
        key("doubtful", "", Takes::Texts, "names of facts about which it is unclear"),
        key(
            "expect",
            "needed",
            Takes::Word(&["registered", "incomplete", "declined", "held"]),
            "where the request must stand",
        ),
        key(
            "findings",
            "",
            Takes::Effects,
            "every check that does not pass, with its effect: `{ closing-date = \"decline\" }`",
        ),
        key("why", "needed", Takes::Text, "one sentence that says why this is right"),
    ],
};

/// `[place.NAME]`
pub static PLACE: Shape = Shape {
    written: "[place.NAME]",
    keys: &[
        key("city", "needed", Takes::Languages, "its name by language; English is needed"),
        key("other_names", "", Takes::Texts, "its country, and other ways to write it"),
        key("zone", "needed", Takes::Text, "its time zone, such as `\"Europe/Vienna\"`"),
    ],
};

/// `[defaults]` of events.toml
pub static EVENT_DEFAULTS: Shape = Shape {
    written: "[defaults]",
    keys: &[
        key("deadline_days", "", Takes::Number, "the general rule: days before the first day"),
        key(
            "deadline_source",
            "with `deadline_days`",
            Takes::Text,
            "the document that lays the general rule down",
        ),
        key("max_per_state", "", Takes::Number, "delegates for each State; 1 if not given"),
        key(
            "max_by_list",
            "",
            Takes::Numbers,
            "delegates for each State on a list: `{ ldc = 2 }`; the largest counts",
        ),
        key("papers", "", Takes::Texts, "papers that must come with a note, ids of papers.toml"),
        key(
            "late_to",
            "",
            Takes::Text,
            "`\"next\"`: a late note may be considered for the next covered event of the process; `\"none\"` (the default)",
        ),
    ],
};

/// The `deadline` of an event
pub static DEADLINE: Shape = Shape {
    written: "deadline",
    keys: &[
        key("date", "needed", Takes::Day, "the last day for requests"),
        key("source", "needed", Takes::Text, "the document that sets it"),
    ],
};

/// `[[event.sitting]]`
pub static SITTING: Shape = Shape {
    written: "[[event.sitting]]",
    keys: &[
        key("date", "needed", Takes::Day, "the day"),
        key("room", "needed", Takes::Text, "hall or room"),
        key("hours", "", Takes::Text, "`\"10:00-13:00\"`, on the event's own clock"),
    ],
};

/// `[[event.example]]`
pub static EVENT_EXAMPLE: Shape = Shape {
    written: "[[event.example]]",
    keys: &[
        key("received", "needed", Takes::Moment, "when a note is received: `2017-08-18T23:59:59-04:00`"),
        key("expect", "needed", Takes::Word(&["in-time", "late"]), "whether that is in time"),
        key("why", "", Takes::Text, "one sentence"),
    ],
};

/// `[[event]]`
pub static EVENT: Shape = Shape {
    written: "[[event]]",
    keys: &[
        key("id", "needed", Takes::Text, "short name; stands in requests for ever"),
        key("process", "needed", Takes::Text, "the process it belongs to, such as `\"GCM\"`"),
        key("title", "needed", Takes::Languages, "by language; English is needed"),
        key(
            "series",
            "",
            Takes::Texts,
            "names of its series in any language; with `number`: \"fifth informal thematic session\"",
        ),
        key("number", "", Takes::Number, "which of the series it is"),
        key("other_names", "", Takes::Texts, "further names by which notes call it, in any language"),
        key("start", "needed", Takes::Day, "first day"),
        key("end", "needed", Takes::Day, "last day"),
        key("days", "", Takes::Days, "the days on which it meets, where not every one between"),
        key("place", "needed", Takes::Text, "a `[place.NAME]` of this file"),
        key("venue", "", Takes::Text, "building and room"),
        key("sitting", "", Takes::Tables(&SITTING), "`[[event.sitting]]`: where rooms differ by day"),
        key("covered", "needed", Takes::Word(&["yes", "no", "unclear"]), "whether the fund pays for it"),
        key("coverage_source", "needed", Takes::Text, "where that is laid down"),
        key(
            "max_per_state",
            "",
            Takes::Number,
            "delegates for each State, where it differs from the default",
        ),
        key("max_by_list", "", Takes::Numbers, "delegates by list, where they differ from the default"),
        key("papers", "", Takes::Texts, "papers that must come, where they differ from the default"),
        key(
            "late_to",
            "",
            Takes::Text,
            "the later event for which a late note may be considered: its id, `\"next\"` or `\"none\"`",
        ),
        key(
            "deadline",
            "",
            Takes::Table(&DEADLINE),
            "`{ date = 2017-08-18, source = \"…\" }`: overrides the rule",
        ),
        key(
            "announced",
            "",
            Takes::Day,
            "the day on which it was announced: `check` remarks when it closed before",
        ),
        key("example", "", Takes::Tables(&EVENT_EXAMPLE), "`[[event.example]]`: moments in time and late"),
    ],
};

/// `[[paper]]`
pub static PAPER: Shape = Shape {
    written: "[[paper]]",
    keys: &[
        key(
            "id",
            "needed",
            Takes::Text,
            "short name in small letters, digits and `-`, or a kind that the program knows",
        ),
        key(
            "title",
            "needed",
            Takes::Languages,
            "as letters ask for it, with its article: `{ en = \"a signed form\" }`",
        ),
        key("source", "needed", Takes::Text, "where it is laid down"),
        key(
            "names",
            "unless the program knows the kind",
            Takes::Texts,
            "words in the file's name that tell it",
        ),
        key("words", "", Takes::Texts, "words in its text that tell it"),
        key("least", "", Takes::Number, "how many of `words` must stand in it; 1 if not given"),
        key(
            "in_note",
            "",
            Takes::Truth,
            "whether the words count in the note itself too; false if not given",
        ),
    ],
};

/// `[[criterion.example]]`
pub static CRITERION_EXAMPLE: Shape = Shape { written: "[[criterion.example]]", keys: EXAMPLE.keys };

/// `[[criterion]]`
pub static CRITERION: Shape = Shape {
    written: "[[criterion]]",
    keys: &[
        key("id", "needed", Takes::Text, "short name in small letters, digits and `-`"),
        key("source", "needed", Takes::Text, "the document and paragraph that lay it down"),
        key(
            "when",
            "this or `by`",
            Takes::Condition,
            "a condition: who meets it comes first, or gets the points",
        ),
        key(
            "by",
            "this or `when`",
            Takes::Condition,
            "a number, date, moment or span by which requests are put in order",
        ),
        key("first", "with `by`", Takes::Word(&["lowest", "highest"]), "which end comes first"),
        key("points", "with `method = \"points\"`", Takes::Number, "what it counts"),
        key("from", "", Takes::Day, "first day of receipt on which it is in force"),
        key("to", "", Takes::Day, "last day of receipt on which it is in force"),
        key("why", "", Takes::Text, "one sentence for the explanation of a ranking"),
        key("example", "with `when`, one each way", Takes::Tables(&CRITERION_EXAMPLE), "as of a check"),
    ],
};

/// `[[balance.quota]]`
pub static QUOTA: Shape = Shape {
    written: "[[balance.quota]]",
    keys: &[
        key("id", "needed", Takes::Text, "short name in small letters, digits and `-`"),
        key("source", "needed", Takes::Text, "the document and paragraph that lay it down"),
        key("when", "needed", Takes::Condition, "who counts towards it: `state.group == 'African'`"),
        key("at_least", "one of the four", Takes::Number, "places for them, as far as there are requests"),
        key("at_most", "one of the four", Takes::Number, "places for them"),
        key("at_least_percent", "one of the four", Takes::Number, "of all places"),
        key("at_most_percent", "one of the four", Takes::Number, "of all places"),
    ],
};

/// `[balance]`
pub static BALANCE: Shape = Shape {
    written: "[balance]",
    keys: &[
        key(
            "first_per_state",
            "",
            Takes::Truth,
            "one traveller for every State that asks before a second for any; false if not given",
        ),
        key("source", "with `first_per_state`", Takes::Text, "the document that lays it down"),
        key("quota", "", Takes::Tables(&QUOTA), "`[[balance.quota]]`, below"),
    ],
};

/// `[[fare]]`
pub static FARE: Shape = Shape {
    written: "[[fare]]",
    keys: &[
        key("place", "needed", Takes::Text, "a `[place.NAME]` of events.toml: where the journey leads"),
        key("state", "", Takes::Text, "from this State: its code"),
        key("group", "", Takes::Text, "from any State of this regional group"),
        key("amount", "needed", Takes::Number, "there and back, in whole units of the currency"),
        key("source", "needed", Takes::Text, "who found out and when"),
        key("from", "", Takes::Day, "first day of an event for which it is used"),
        key("to", "", Takes::Day, "last day of an event for which it is used"),
    ],
};

/// `[[allowance]]`
pub static ALLOWANCE: Shape = Shape {
    written: "[[allowance]]",
    keys: &[
        key("place", "needed", Takes::Text, "a `[place.NAME]` of events.toml"),
        key("per_day", "needed", Takes::Number, "for a day there, in whole units of the currency"),
        key("source", "needed", Takes::Text, "the document that sets it"),
        key("from", "", Takes::Day, "first day of an event for which it is used"),
        key("to", "", Takes::Day, "last day of an event for which it is used"),
    ],
};

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
