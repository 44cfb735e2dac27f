//! Tables of papers.toml, priority.toml and costs.toml.

use super::{EXAMPLE, Shape, Takes, key};

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
        key(
            "both",
            "",
            Takes::Truth,
            "true: its name and its text must both tell it, since either alone tells other papers too; false if not given",
        ),
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
        key("when", "this or `each`", Takes::Condition, "who counts towards it: `state.group == 'African'`"),
        key(
            "each",
            "this or `when`",
            Takes::Word(&["state.group"]),
            "a quota for every regional group by itself",
        ),
        key("at_least", "one of the six", Takes::Number, "places for them, as far as there are requests"),
        key("at_most", "one of the six", Takes::Number, "places for them"),
        key("at_least_percent", "one of the six", Takes::Number, "of all places"),
        key("at_most_percent", "one of the six", Takes::Number, "of all places"),
        key("at_least_part", "one of the six", Takes::Text, "of all places: `\"1/3\"` is exactly a third"),
        key("at_most_part", "one of the six", Takes::Text, "of all places"),
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
