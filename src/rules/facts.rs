//! A complete set of facts that meets everything, and how an example changes it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use toml::de::DeValue;

use crate::diagnostic::did_you_mean;
use crate::rules::expr::NAMES;
use crate::rules::form::{day, integer, moment};
use crate::rules::{
    EventFacts, Facts, Known, NoteFacts, RequestFacts, SenderFacts, StateFacts, TravellerFacts,
};
use crate::states::{Answer, Code};

fn text(words: &str) -> Known<String> {
    Known::Value(words.to_owned())
}

impl Facts {
    /// A note verbale of Kenya's mission in New York, of record and in time, that asks for one representative at
    /// the Vienna session of 2017: the base of every example, on the lists `developing` and `ldc`.
    pub fn meeting_all() -> Self {
        let at = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap_or_default();
        let received = at(1_502_373_600); // 2017-08-10T14:00:00Z
        Self {
            note: NoteFacts {
                kind: text("request"),
                form: text("note_verbale"),
                language: text("en"),
                channel: text("new_york"),
                reference: text("123/2017"),
                date: NaiveDate::from_ymd_opt(2017, 8, 10).map_or(Known::Missing, Known::Value),
                received,
                received_spread: (received, received),
                papers: BTreeSet::from(["note".to_owned()]),
                unread_papers: 0,
                automatic_marks: 0,
                doubts: BTreeSet::new(),
            },
            state: StateFacts {
                code: Code::new("KEN").map_or(Known::Missing, Known::Value),
                lists: ["developing", "ldc"].map(|list| (list.to_owned(), Answer::Yes)).into(),
                group: text("African"),
                kind: text("member"),
            },
            event: EventFacts {
                id: text("gcm-thematic-5"),
                process: text("GCM"),
                covered: Known::Value(true),
                start: NaiveDate::from_ymd_opt(2017, 9, 4).map_or(Known::Missing, Known::Value),
                deadline: Known::Value(at(1_503_115_199)), // 2017-08-19T03:59:59Z
                max_per_state: Known::Value(1),
            },
            request: RequestFacts {
                travellers: Known::Value(vec![TravellerFacts {
                    name: "Amina Example".to_owned(),
                    gender: text("f"),
                    function: text("Director, Ministry of Foreign Affairs"),
                    government: Known::Value(true),
                }]),
                earlier: 0,
                rivals: 0,
                rivals_of_record: true,
            },
            sender: SenderFacts {
                authentic: "pass".to_owned(),
                of_record: Known::Value(true),
                answerable: true,
            },
        }
    }

    /// Takes a fact away: `Missing`, or `Doubtful` where `doubtful`. Says whether there is such a fact that can be.
    pub fn obscure(&mut self, path: &str, doubtful: bool) -> bool {
        fn lose<T>(fact: &mut Known<T>, doubtful: bool) -> bool {
            *fact = if doubtful { Known::Doubtful } else { Known::Missing };
            true
        }
        match path {
            "note.kind" => lose(&mut self.note.kind, doubtful),
            "note.form" => lose(&mut self.note.form, doubtful),
            "note.language" => lose(&mut self.note.language, doubtful),
            "note.channel" => lose(&mut self.note.channel, doubtful),
            "note.reference" => lose(&mut self.note.reference, doubtful),
            "note.date" => lose(&mut self.note.date, doubtful),
            "state.code" => {
                // Without a State nothing is known of lists.
                self.state.lists.values_mut().for_each(|answer| *answer = Answer::Unknown);
                lose(&mut self.state.code, doubtful)
            }
            "state.group" => lose(&mut self.state.group, doubtful),
            "state.kind" => lose(&mut self.state.kind, doubtful),
            "event.id" => {
                let lost = || if doubtful { Known::Doubtful } else { Known::Missing };
                self.event = EventFacts { id: lost(), ..EventFacts::default() };
                true
            }
            "event.process" => lose(&mut self.event.process, doubtful),
            "event.covered" => lose(&mut self.event.covered, doubtful),
            "event.start" => lose(&mut self.event.start, doubtful),
            "event.deadline" => lose(&mut self.event.deadline, doubtful),
            "event.max_per_state" => lose(&mut self.event.max_per_state, doubtful),
            "request.travellers" => lose(&mut self.request.travellers, doubtful),
            "sender.authentic" => {
                self.sender.authentic = "none".to_owned();
                !doubtful
            }
            "sender.of_record" => lose(&mut self.sender.of_record, doubtful),
            _ => false,
        }
    }

    /// Sets the fact `path` from an example's value.
    pub(super) fn set(&mut self, path: &str, value: &DeValue<'_>) -> Result<(), (String, String)> {
        if let Some(list) = path.strip_prefix("state.lists.") {
            let Some(known) = self.state.lists.get_mut(list) else {
                return Err((format!("there is no list called '{list}'"), "see rules/lists/".into()));
            };
            *known = answer(value).ok_or_else(|| wrong(path, "\"yes\", \"no\" or \"unknown\""))?;
            return Ok(());
        }
        let words =
            |value: &DeValue<'_>| value.as_str().map(str::to_owned).ok_or_else(|| wrong(path, "a string"));
        let known_words = |value: &DeValue<'_>| -> Result<Known<String>, (String, String)> {
            let word = words(value)?;
            let allowed = NAMES.iter().find(|n| n.path == path).map_or(&[][..], |n| n.words);
            if !allowed.is_empty() && !allowed.contains(&word.as_str()) {
                return Err((
                    format!("`{path}` can never be \"{word}\""),
                    format!("it is one of {}", allowed.join(", ")),
                ));
            }
            Ok(Known::Value(word))
        };
        let count = || {
            integer(value).and_then(|n| u32::try_from(n).ok()).ok_or_else(|| wrong(path, "a whole number"))
        };
        let truth = || value.as_bool().ok_or_else(|| wrong(path, "true or false"));
        let date = || day(value).ok_or_else(|| wrong(path, "a date such as 2017-08-18"));
        let time = || moment(value).ok_or_else(|| wrong(path, "a timestamp such as 2017-08-18T23:59:59Z"));
        match path {
            "note.kind" => self.note.kind = known_words(value)?,
            "note.form" => self.note.form = known_words(value)?,
            "note.language" => self.note.language = known_words(value)?,
            "note.channel" => self.note.channel = known_words(value)?,
            "note.reference" => self.note.reference = known_words(value)?,
            "note.date" => self.note.date = Known::Value(date()?),
            "note.received" => {
                self.note.received = time()?;
                self.note.received_spread = (self.note.received, self.note.received);
            }
            "note.received_spread" => {
                let stamps = value.as_array().into_iter().flat_map(|a| a.iter());
                let stamps: Vec<_> = stamps.filter_map(|s| moment(s.get_ref())).collect();
                let [from, to] = stamps.as_slice() else {
                    return Err(wrong(path, "two timestamps, [earliest, latest]"));
                };
                self.note.received_spread = (*from, *to);
            }
            "note.papers" => {
                self.note.papers = strings(value).ok_or_else(|| wrong(path, "a list of strings"))?
            }
            "note.doubts" => {
                self.note.doubts = strings(value).ok_or_else(|| wrong(path, "a list of strings"))?
            }
            "note.unread_papers" => self.note.unread_papers = count()?,
            "note.automatic_marks" => self.note.automatic_marks = count()?,
            "state.code" => {
                let code = Code::new(&words(value)?).ok_or_else(|| wrong(path, "three capital letters"))?;
                self.state.code = Known::Value(code);
            }
            "state.group" => self.state.group = known_words(value)?,
            "state.kind" => self.state.kind = known_words(value)?,
            "event.id" => self.event.id = known_words(value)?,
            "event.process" => self.event.process = known_words(value)?,
            "event.covered" => self.event.covered = Known::Value(truth()?),
            "event.start" => self.event.start = Known::Value(date()?),
            "event.deadline" => self.event.deadline = Known::Value(time()?),
            "event.max_per_state" => self.event.max_per_state = Known::Value(count()?),
            "request.travellers" => {
                self.request.travellers = Known::Value(travellers(value).ok_or_else(|| {
                    wrong(path, "a list such as [{ name = \"A. Example\", government = true }]")
                })?);
            }
            "request.earlier" => self.request.earlier = count()?,
            "request.rivals" => self.request.rivals = count()?,
            "request.rivals_of_record" => self.request.rivals_of_record = truth()?,
            "sender.authentic" => match words(value)?.as_str() {
                verdict @ ("pass" | "fail" | "none") => self.sender.authentic = verdict.to_owned(),
                _ => return Err(wrong(path, "\"pass\", \"fail\" or \"none\"")),
            },
            "sender.of_record" => self.sender.of_record = Known::Value(truth()?),
            "sender.answerable" => self.sender.answerable = truth()?,
            _ => {
                let help = match did_you_mean(path, NAMES.iter().map(|n| n.path)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "docs/rules.md lists the names".to_owned(),
                };
                return Err((format!("there is no fact called `{path}`"), help));
            }
        }
        Ok(())
    }
}

fn wrong(path: &str, wanted: &str) -> (String, String) {
    (format!("this value does not fit `{path}`"), format!("write {wanted}"))
}

fn answer(value: &DeValue<'_>) -> Option<Answer> {
    Some(match value.as_str()? {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        "unknown" => Answer::Unknown,
        _ => return None,
    })
}

fn strings(value: &DeValue<'_>) -> Option<BTreeSet<String>> {
    value.as_array()?.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
}

fn travellers(value: &DeValue<'_>) -> Option<Vec<TravellerFacts>> {
    value.as_array()?.iter().map(|item| traveller(item.get_ref())).collect()
}

fn traveller(value: &DeValue<'_>) -> Option<TravellerFacts> {
    let mut fields: BTreeMap<&str, &DeValue<'_>> =
        value.as_table()?.iter().map(|(key, value)| (key.get_ref().as_ref(), value.get_ref())).collect();
    let mut word = |key| match fields.remove(key) {
        None => Some(Known::Missing),
        Some(value) => value.as_str().map(text),
    };
    let (name, gender, function) = (word("name")?, word("gender")?, word("function")?);
    let Known::Value(name) = name else { return None };
    let government = match fields.remove("government") {
        None => Known::Missing,
        Some(value) => Known::Value(value.as_bool()?),
    };
    fields.is_empty().then_some(TravellerFacts { name, gender, function, government })
}
