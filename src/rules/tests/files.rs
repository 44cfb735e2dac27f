//! checks.toml as a file: places of mistakes, `after`, and what is refused.

use super::{check, load};

/// The words of the file that the first error points at.
fn pointed(checks: &str) -> (&'static str, String) {
    let found = load(checks).err().unwrap_or_else(|| panic!("accepted:\n{checks}"));
    let first = found.iter().find(|d| d.severity == crate::diagnostic::Severity::Error).unwrap();
    let span = first.span.unwrap();
    (first.code, checks[span.start..span.end].to_owned())
}

#[test]
fn mistakes_in_conditions_are_found_in_every_kind_of_string() {
    for (string, words) in [
        (r#""note.fom == 'x'""#, "note.fom"),
        (r#"'note.fom == "x"'"#, "note.fom"),
        (r#""note.form == \"x\"""#, r#"\"x\""#),
        (r#""note.kind != \"other\" && note.fom == 'x'""#, "note.fom"),
        ("\"\"\"note.fom == 'x'\"\"\"", "note.fom"),
        ("\"\"\"\nnote.fom == 'x'\n\"\"\"", "note.fom"),
        ("\"\"\"\r\nnote.fom == \\\"x\\\"\n\"\"\"", "note.fom"),
        ("\"\"\"\nhas(state.code)\n  && note.fom == \\\"x\\\"\"\"\"", "note.fom"),
        ("\"\"\"\\\n  has(state.code) \\\n  && note.fom == 'x'\"\"\"", "note.fom"),
        ("'''\nhas(state.code) &&\nnote.fom == \"x\"\n'''", "note.fom"),
        ("\"note.reference == 'é' && note.fom == \\\"x\\\"\"", "note.fom"),
        // An escape by number: the whole string is meant.
        (r#""note.fom == '\u0041'""#, r#""note.fom == '\u0041'""#),
    ] {
        let checks = check(
            "a",
            "REQUIRE",
            "request.earlier = 0",
            "request.earlier = 1",
            "otherwise = \"hold\"\nunknown = \"hold\"",
        )
        .replace("\"REQUIRE\"", string);
        assert_eq!(pointed(&checks).1, words, "{string}");
    }
}

#[test]
fn a_check_waits_only_for_one_above_it_that_stops_the_request() {
    let one =
        |id, more: &str| check(id, "event.covered", "event.covered = true", "event.covered = false", more);
    let hold = "otherwise = \"hold\"\nunknown = \"hold\"";
    let after = |id: &str| format!("{hold}\nafter = [\"{id}\"]");
    let noting = "otherwise = \"note\"\nunknown = \"hold\"";
    let lenient = "otherwise = \"hold\"\nunknown = \"note\"\nunknown_reason = \"it is safe\"";
    assert!(load(&(one("a", hold) + &one("b", &after("a")))).is_ok());
    for (checks, code) in [
        (one("a", &after("a")), "unknown-check"),
        (one("a", &after("b")) + &one("b", hold), "unknown-check"),
        (one("a", noting) + &one("b", &after("a")), "unsafe-after"),
        (one("a", lenient) + &one("b", &after("a")), "unsafe-after"),
    ] {
        assert_eq!(pointed(&checks).0, code, "{checks}");
    }
}

#[test]
fn the_hash_changes_with_every_byte_and_not_with_the_order_of_files() {
    let first = load(include_str!("../../../rules/checks.toml")).unwrap().0.hash;
    let second = load(&(include_str!("../../../rules/checks.toml").to_owned() + " ")).unwrap().0.hash;
    assert_eq!(first.len(), 64);
    assert_ne!(first, second);
}
