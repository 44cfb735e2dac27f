//! The JSON Schemas of the rule files: every shipped file fits its own, and what `check` calls an unknown key or a
//! wrong type does not.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use verbale::rules::schema;
use verbale::rules::shape::{self, FILES};

/// What does not fit: the part of JSON Schema that our schemas use.
fn fits(value: &Value, schema: &Value, at: &str) -> Result<(), String> {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return if words.contains(value) {
            Ok(())
        } else {
            Err(format!("{at}: {value} is none of {words:?}"))
        };
    }
    let Some(kind) = schema.get("type").and_then(Value::as_str) else { return Ok(()) };
    let right = match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "boolean" => value.is_boolean(),
        other => return Err(format!("{at}: the schema has the type {other}")),
    };
    if !right {
        return Err(format!("{at}: {value} is no {kind}"));
    }
    if let Some(object) = value.as_object() {
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !object.contains_key(key) {
                return Err(format!("{at}: {key} is missing"));
            }
        }
        for (key, inner) in object {
            let at = format!("{at}.{key}");
            match (schema["properties"].get(key), schema.get("additionalProperties")) {
                (Some(schema), _) => fits(inner, schema, &at)?,
                (None, Some(Value::Bool(false))) => return Err(format!("{at} is not known")),
                (None, Some(schema)) => fits(inner, schema, &at)?,
                (None, None) => {}
            }
        }
    }
    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(item, &schema["items"], &format!("{at}[{n}]"))?;
    }
    Ok(())
}

/// TOML as an editor shows it to a schema: days and moments as strings.
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(when) => when.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(plain).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, plain(value))).collect::<Map<_, _>>())
        }
    }
}

fn read(path: &Path) -> Option<Value> {
    let text = std::fs::read_to_string(path).ok()?;
    Some(plain(toml::Value::Table(text.parse().unwrap())))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn every_shipped_file_fits_its_schema() {
    let mut seen = 0;
    for desk in [".", "desks/bbnj", "desks/unctad"] {
        for file in &FILES {
            let path = root().join(desk).join(file.path);
            let Some(value) = read(&path) else { continue };
            seen += 1;
            fits(&value, &schema::of(file), file.name).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let first = std::fs::read_to_string(&path).unwrap().lines().next().unwrap().to_owned();
            let named = first
                .strip_prefix("#:schema ")
                .unwrap_or_else(|| panic!("{} names no schema", path.display()));
            assert!(path.parent().unwrap().join(named).is_file(), "{}: {named} is not there", path.display());
        }
    }
    assert!(seen >= 16, "only {seen} files");
}

#[test]
fn the_schemas_in_the_folder_are_those_of_the_program() {
    let update = std::env::var_os("UPDATE").is_some();
    for file in &FILES {
        let text = serde_json::to_string_pretty(&schema::of(file)).unwrap() + "\n";
        let path = root().join("schemas").join(format!("{}.json", file.name));
        if update {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(&path).unwrap_or_default(),
            text,
            "UPDATE=1 rewrites {}",
            path.display()
        );
    }
}

type Change = fn(&mut Value);

#[test]
fn a_schema_refuses_what_check_refuses() {
    let sample = read(&root().join("rules/checks.toml")).unwrap();
    let of = |change: Change| {
        let mut value = sample.clone();
        change(&mut value);
        fits(&value, &schema::of(shape::file("checks").unwrap()), "checks")
    };
    assert_eq!(of(|_| {}), Ok(()));
    let wrongs: [(Change, &str); 5] = [
        (|v| v["check"][0]["requires"] = json!("x"), "requires is not known"),
        (|v| v["check"][0]["otherwise"] = json!("refuse"), "none of"),
        (|v| v["check"][0]["after"] = json!("known-event"), "is no array"),
        (|v| v["check"][0]["example"][0]["facts"]["note"] = json!({"fom": "x"}), "fom is not known"),
        (|v| drop(v["check"][0].as_object_mut().unwrap().remove("require")), "require is missing"),
    ];
    for (change, words) in wrongs {
        let found = of(change);
        assert!(found.as_ref().is_err_and(|e| e.contains(words)), "{words}: {found:?}");
    }
}
