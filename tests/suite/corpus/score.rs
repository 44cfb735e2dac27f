//! How right the program is: by message, and in sums.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::gold::Gold;

/// The fields of the contract that can be right or wrong, and may stand in `doubts`.
pub(super) const FIELDS: [&str; 9] =
    ["kind", "form", "language", "state", "channel", "note_reference", "note_date", "events", "travellers"];

/// What makes a request whole.
const WHOLE: [&str; 6] = ["kind", "state", "events", "travellers", "note_reference", "note_date"];

/// One message compared with its label.
pub(super) struct Score {
    /// Field → (right, doubted). Silence about an unreadable message is right.
    fields: BTreeMap<&'static str, (bool, bool)>,
    /// Travellers' names: in both, said, wanted.
    names: (usize, usize, usize),
    /// Of the names in both: gender right, function right, how many.
    details: (usize, usize, usize),
    /// Papers: kind right, how many.
    papers: (usize, usize),
    /// Milliseconds: opening in the workers, reading in the core; pages read by OCR.
    times: (f64, f64, u64),
    /// The kind wanted and the kind said, where they differ.
    mistaken: Option<(String, String)>,
    /// What was wrong, for a person.
    pub(super) misses: Vec<(String, String)>,
}

impl Score {
    pub(super) fn of(gold: &Gold, said: &Value) -> Self {
        let mut score = Self {
            fields: BTreeMap::new(),
            names: (0, 0, 0),
            details: (0, 0, 0),
            papers: (0, 0),
            times: (
                said["milliseconds"]["opening"].as_f64().unwrap_or(0.0),
                said["milliseconds"]["reading"].as_f64().unwrap_or(0.0),
                ocr_pages(said),
            ),
            mistaken: None,
            misses: Vec::new(),
        };
        if gold.unreadable {
            score.unreadable(said);
            return score;
        }
        let doubts: Vec<&str> = said["doubts"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        for field in FIELDS {
            let (want, have) = (plain(field, &gold.facts[field]), plain(field, &said[field]));
            let doubted = doubts.contains(&field);
            score.fields.insert(field, (want == have, doubted));
            if want != have && field == "kind" {
                score.mistaken = Some((want.clone(), have.clone()));
            }
            if want != have {
                let doubted = if doubted { " (doubted)" } else { " (SILENT)" };
                score.misses.push((field.to_owned(), format!("want {want}, have {have}{doubted}")));
            }
        }
        score.travellers(&gold.facts["travellers"], &said["travellers"]);
        score.papers(&gold.facts["papers"], &said["papers"]);
        score
    }

    /// What cannot be opened must be said to be so, and nothing claimed from it.
    fn unreadable(&mut self, said: &Value) {
        let told = said["troubles"].as_array().is_some_and(|t| !t.is_empty())
            || said["doubts"].as_array().is_some_and(|d| !d.is_empty());
        for field in FIELDS {
            let claims = !matches!(field, "kind" | "form" | "language" | "state" | "channel")
                && !matches!(&said[field], Value::Null)
                && said[field].as_array().is_none_or(|a| !a.is_empty());
            self.fields.insert(field, (told && !claims, false));
        }
        if !told {
            self.misses.push(("unreadable".to_owned(), "nothing said about it".to_owned()));
        }
    }

    fn travellers(&mut self, want: &Value, have: &Value) {
        let none = Vec::new();
        let want = want.as_array().unwrap_or(&none);
        let mut have: Vec<&Value> = have.as_array().unwrap_or(&none).iter().collect();
        self.names = (0, have.len(), want.len());
        for person in want {
            let name = text(&person["name"]);
            let Some(at) = have.iter().position(|p| text(&p["name"]) == name) else { continue };
            let same = have.remove(at);
            self.names.0 += 1;
            self.details.2 += 1;
            self.details.0 += usize::from(same["gender"] == person["gender"]);
            let function = |p: &Value| text(&p["function"]).to_lowercase();
            let right = function(same) == function(person);
            self.details.1 += usize::from(right);
            if same["gender"] != person["gender"] {
                self.misses.push((
                    "gender".into(),
                    format!("{name}: want {}, have {}", person["gender"], same["gender"]),
                ));
            }
            if !right {
                let told = format!("{name}: want {}, have {}", person["function"], same["function"]);
                self.misses.push(("function".into(), told));
            }
        }
    }

    fn papers(&mut self, want: &Value, have: &Value) {
        let none = Vec::new();
        let have = have.as_array().unwrap_or(&none);
        for paper in want.as_array().unwrap_or(&none) {
            self.papers.1 += 1;
            let said = have.iter().find(|p| text(&p["name"]) == text(&paper["name"]));
            let right = said.is_some_and(|p| p["kind"] == paper["kind"]);
            self.papers.0 += usize::from(right);
            if !right {
                let said = said.map_or("no such paper".to_owned(), |p| p["kind"].to_string());
                self.misses.push((
                    "paper".into(),
                    format!("{}: want {}, have {said}", paper["name"], paper["kind"]),
                ));
            }
        }
    }

    fn whole(&self) -> bool {
        WHOLE.iter().all(|f| self.fields[f].0)
    }

    fn silent(&self, field: &str) -> bool {
        let (right, doubted) = self.fields[field];
        !right && !doubted
    }
}

fn ocr_pages(said: &Value) -> u64 {
    let papers = said["papers"].as_array().into_iter().flatten();
    papers.filter(|p| p["text_by"] == "ocr").filter_map(|p| p["pages"].as_u64()).sum()
}

fn text(value: &Value) -> String {
    let composed: String = value.as_str().unwrap_or_default().nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A field in a form that compares: events without order, travellers by their names in the note's order.
fn plain(field: &str, value: &Value) -> String {
    match (field, value) {
        ("events", Value::Array(ids)) => {
            let mut ids: Vec<String> = ids.iter().map(text).collect();
            ids.sort();
            ids.join(" ")
        }
        ("travellers", Value::Array(people)) => {
            people.iter().map(|p| text(&p["name"])).collect::<Vec<_>>().join("; ")
        }
        (_, Value::String(_)) => text(value),
        _ => "-".to_owned(),
    }
}

/// Sums over messages.
#[derive(Default)]
pub(super) struct Tally {
    messages: usize,
    right: BTreeMap<&'static str, usize>,
    silent: BTreeMap<&'static str, usize>,
    whole: usize,
    names: (usize, usize, usize),
    details: (usize, usize, usize),
    papers: (usize, usize),
    opening: Vec<f64>,
    reading: Vec<f64>,
    ocr: (f64, u64),
    mistaken: BTreeMap<(String, String), usize>,
}

impl Tally {
    pub(super) fn add(&mut self, score: &Score) {
        self.messages += 1;
        for field in FIELDS {
            *self.right.entry(field).or_default() += usize::from(score.fields[field].0);
            *self.silent.entry(field).or_default() += usize::from(score.silent(field));
        }
        self.whole += usize::from(score.whole());
        let add = |sum: &mut (usize, usize, usize), part: (usize, usize, usize)| {
            *sum = (sum.0 + part.0, sum.1 + part.1, sum.2 + part.2);
        };
        add(&mut self.names, score.names);
        add(&mut self.details, score.details);
        self.papers = (self.papers.0 + score.papers.0, self.papers.1 + score.papers.1);
        if let Some(pair) = &score.mistaken {
            *self.mistaken.entry(pair.clone()).or_default() += 1;
        }
        self.opening.push(score.times.0);
        self.reading.push(score.times.1);
        if score.times.2 > 0 {
            self.ocr = (self.ocr.0 + score.times.0, self.ocr.1 + score.times.2);
        }
    }

    /// A share by the name that `floors.toml` uses.
    pub(super) fn share(&self, name: &str) -> Option<f64> {
        let of = |part: usize| ratio(part, self.messages);
        match name {
            "whole" => Some(of(self.whole)),
            "names_f1" => Some(ratio(2 * self.names.0, self.names.1 + self.names.2)),
            "gender" => Some(ratio(self.details.0, self.details.2)),
            "function" => Some(ratio(self.details.1, self.details.2)),
            "papers" => Some(ratio(self.papers.0, self.papers.1)),
            "silent" => Some(ratio(self.silent.values().sum(), self.messages * FIELDS.len())),
            _ => match name.strip_prefix("silent_") {
                Some(field) => self.silent.get(field).map(|n| of(*n)),
                None => self.right.get(name).map(|n| of(*n)),
            },
        }
    }

    /// Shares over all, by language and by carrier, in per cent; then the times.
    pub(super) fn table(&self, by: &BTreeMap<(&str, String), Tally>) -> String {
        const COLUMNS: [(&str, &str); 16] = [
            ("whole", "whole"),
            ("kind", "kind"),
            ("form", "form"),
            ("language", "lang"),
            ("state", "state"),
            ("channel", "chan"),
            ("note_reference", "ref"),
            ("note_date", "date"),
            ("events", "event"),
            ("travellers", "trav"),
            ("names_f1", "F1"),
            ("gender", "gend"),
            ("function", "func"),
            ("papers", "paper"),
            ("silent", "silent"),
            ("silent_state", "s.state"),
        ];
        let mut out = format!("{:>14} {:>4}", "", "n");
        for (_, title) in COLUMNS {
            let _ = write!(out, " {title:>7}");
        }
        let _ = writeln!(out, " s.event  opening ms  reading ms");
        let rows = std::iter::once(("all".to_owned(), self))
            .chain(by.iter().map(|((group, name), tally)| (format!("{} {name}", &group[..4]), tally)));
        for (name, tally) in rows {
            let _ = write!(out, "{name:>14} {:>4}", tally.messages);
            for (column, _) in COLUMNS {
                let _ = write!(out, " {:>7.1}", 100.0 * tally.share(column).unwrap());
            }
            let _ = writeln!(
                out,
                " {:>7.1} {:>11.1} {:>11.2}",
                100.0 * tally.share("silent_events").unwrap(),
                median(&tally.opening),
                median(&tally.reading)
            );
        }
        let mistaken: Vec<String> =
            self.mistaken.iter().map(|((want, have), n)| format!("{n} {want} as {have}")).collect();
        let _ = writeln!(out, "kinds mistaken: {}", mistaken.join(", "));
        if self.ocr.1 > 0 {
            let _ =
                writeln!(out, "OCR: {} pages, {:.0} ms a page", self.ocr.1, self.ocr.0 / self.ocr.1 as f64);
        }
        out
    }
}

/// 1 where there is nothing to be wrong about.
fn ratio(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
