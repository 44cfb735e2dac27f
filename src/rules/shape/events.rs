//! Tables of events.toml.

use super::{Shape, Takes, key};

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
            Takes::Source,
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
            "`\"next\"`: a late note may be considered for the next covered event of the process that is still open when it comes; `\"none\"` (the default)",
        ),
    ],
};

/// The `deadline` of an event
pub static DEADLINE: Shape = Shape {
    written: "deadline",
    keys: &[
        key("date", "needed", Takes::Day, "the last day for requests"),
        key("source", "needed", Takes::Source, "the document that sets it"),
        key(
            "instead_of",
            "",
            Takes::Day,
            "the day that the general rule gives, once you have seen that they differ: `check` is silent while it gives it",
        ),
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
            "the later event for which a late note may be considered, while it is open: its id, `\"next\"` or `\"none\"`",
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
        key(
            "day_off_seen",
            "",
            Takes::Day,
            "the closing day, once you have seen that nobody works on it: `check` is silent while it closes on that day",
        ),
        key("example", "", Takes::Tables(&EVENT_EXAMPLE), "`[[event.example]]`: moments in time and late"),
    ],
};
