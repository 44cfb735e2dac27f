//! A JSON Schema of each rule file for editors' completion, made from the shapes that the readers use.

use serde_json::{Map, Value, json};

use crate::rules::expr::NAMES;
use crate::rules::shape::{File, Shape, Takes};
use crate::states::Language;

/// The schema of `file` (JSON Schema 2020-12; editors of TOML apply it by `#:schema FILE` in the first line).
pub fn of(file: &File) -> Value {
    let mut schema = table(&file.root);
    if let Some(object) = schema.as_object_mut() {
        object.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        object.insert("title".into(), file.path.into());
        object.insert("description".into(), file.doc.into());
    }
    schema
}

fn table(shape: &Shape) -> Value {
    let mut properties = Map::new();
    for key in shape.keys {
        let mut value = takes(key.takes);
        if let Some(object) = value.as_object_mut() {
            object.insert("description".into(), key.doc.into());
        }
        properties.insert(key.name.into(), value);
    }
    let needed: Vec<&str> =
        shape.keys.iter().filter(|key| key.needed == "needed").map(|key| key.name).collect();
    // What `[defaults]` may give need not stand in each table.
    let needed: Vec<&str> = needed
        .into_iter()
        .filter(|key| shape.written != "[[check]]" || !matches!(*key, "source" | "unknown"))
        .collect();
    json!({"type": "object", "properties": properties, "required": needed, "additionalProperties": false})
}

fn takes(takes: Takes) -> Value {
    match takes {
        Takes::Text | Takes::Condition => json!({"type": "string", "minLength": 1}),
        Takes::Number => json!({"type": "integer", "minimum": 0}),
        // Dates and times of TOML are shown to a schema as strings.
        Takes::Day => json!({"type": "string", "format": "date"}),
        Takes::Moment => json!({"type": "string", "format": "date-time"}),
        Takes::Truth => json!({"type": "boolean"}),
        Takes::Word(words) => json!({"enum": words}),
        Takes::Texts => json!({"type": "array", "items": {"type": "string"}}),
        Takes::Days => json!({"type": "array", "items": {"type": "string", "format": "date"}}),
        Takes::Languages => languages(),
        Takes::Source => json!({"anyOf": [{"type": "string", "minLength": 1}, languages()]}),
        Takes::Facts => facts(),
        Takes::Numbers => {
            json!({"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}})
        }
        Takes::Effects => {
            json!({"type": "object", "additionalProperties": {"enum": ["decline", "ask", "hold", "note"]}})
        }
        Takes::Table(shape) => table(shape),
        Takes::Tables(shape) => json!({"type": "array", "items": table(shape)}),
        Takes::Named(shape) => json!({"type": "object", "additionalProperties": table(shape)}),
    }
}

fn languages() -> Value {
    let each = Language::ALL.map(|l| (l.code().to_owned(), json!({"type": "string", "minLength": 1})));
    let each: Map<String, Value> = each.into_iter().collect();
    json!({"type": "object", "properties": each, "additionalProperties": false})
}

/// `note.form` and the like as nested tables, so that an editor completes them.
fn facts() -> Value {
    let mut groups: Map<String, Value> = Map::new();
    for name in &NAMES {
        let Some((group, field)) = name.path.split_once('.') else { continue };
        let group = groups
            .entry(group)
            .or_insert_with(|| json!({"type": "object", "properties": {}, "additionalProperties": false}));
        let mut value = Map::new();
        value.insert("description".into(), name.doc.into());
        if let Some(properties) = group.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert(field.into(), value.into());
        }
    }
    json!({"type": "object", "properties": groups, "additionalProperties": false})
}
