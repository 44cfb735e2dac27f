//! Tables of checks.toml and cases.toml.

use super::{Shape, Takes, key};

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
        key("source", "needed", Takes::Source, "the document and paragraph that lay the rule down"),
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
        key("source", "", Takes::Source, "of checks that do not say their own"),
        key("unknown", "", Takes::Word(UNKNOWN), "of checks that do not say their own"),
        key("send", "", Takes::Word(SEND), "of checks that do not say their own"),
        key(
            "event",
            "",
            Takes::Text,
            "the event that examples start from; else the first that is covered and has a closing day",
        ),
        key(
            "facts",
            "",
            Takes::Facts,
            "the facts from which all examples and cases of this desk start, where they differ: `{ note.channel = \"geneva\" }`",
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
