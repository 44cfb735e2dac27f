//! What is said of a value of the wrong type, and how it is written.

use chrono::DateTime;
use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::grammar;
use crate::rules::form::{Desk, integer};

impl Desk<'_> {
    /// Says that the value of `key` is not what is `wanted`, in the words of this file.
    pub fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, key: &str, wanted: &str) {
        let message = format!("`{key}` must be {wanted}, and this is {}", kind(value.get_ref()));
        let help = match value.get_ref() {
            DeValue::String(text) if meant(text.trim(), wanted).is_some() => {
                format!("write {key} = {} (without quotes)", meant(text.trim(), wanted).unwrap_or_default())
            }
            DeValue::String(text) if wanted == BY_LANGUAGE => format!("write {key} = {{ en = \"{text}\" }}"),
            DeValue::Float(number) if wanted == WHOLE => {
                let whole = number.as_str().split('.').next().unwrap_or_default();
                format!("write a whole number, without a fraction: {key} = {whole}, or one more")
            }
            _ => sample(key, wanted),
        };
        self.error(value.span(), "wrong-type", message, help);
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) if integer(value).is_some_and(|n| n < 0) => "a number below 0",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// How a table of sentences by language is called.
pub(super) const BY_LANGUAGE: &str = "a table of languages";
/// How a whole number is called.
pub(super) const WHOLE: &str = "a whole number";

/// What stands in quotes and needs none, as the file writes it.
fn meant(text: &str, wanted: &str) -> Option<String> {
    match wanted {
        "a date" => grammar::day_meant(text).map(|day| day.to_string()),
        WHOLE => text.parse::<u32>().ok().map(|number| number.to_string()),
        "a timestamp" => DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_rfc3339()),
        "true or false" => text.to_lowercase().parse::<bool>().ok().map(|truth| truth.to_string()),
        _ => None,
    }
}

/// How `key` is written. No number and no day stands in it: a clerk would take over whichever it were.
fn sample(key: &str, wanted: &str) -> String {
    let form = match wanted {
        "a date" => return format!("write {key} = YYYY-MM-DD: year, month, day, without quotes"),
        "a timestamp" => {
            return format!("write {key} = YYYY-MM-DDTHH:MM:SSZ: day, time and zone, without quotes");
        }
        WHOLE => return "write a whole number from 0 up, without quotes".to_owned(),
        "a list of strings" => "[\"one\", \"two\"]",
        "a list of dates" => "[YYYY-MM-DD, YYYY-MM-DD]",
        "a table" => "{ … }",
        BY_LANGUAGE => "{ en = \"…\", fr = \"…\" }",
        "true or false" => "true, or false",
        _ => "\"…\"",
    };
    format!("write {key} = {form}")
}
