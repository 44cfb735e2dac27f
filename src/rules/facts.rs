//! A complete set of facts that meets everything, and how an example changes it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use toml::de::DeValue;

use crate::calendar::Zone;
use crate::diagnostic::did_you_mean;
use crate::register::Event;
use crate::rules::expr::{NAMES, Name, Type};
use crate::rules::form::{day, integer, moment};
use crate::rules::papers::missing_papers;
use crate::rules::{
    EventFacts, Facts, Known, NoteFacts, RequestFacts, SenderFacts, StateFacts, TravellerFacts,
};
use crate::states::{Answer, Code};

impl EventFacts {
    /// Of an event that is sure, for a note received at `received` of a State on these lists.
    pub fn of(event: &Event, zone: &Zone, lists: &BTreeMap<String, Answer>, received: DateTime<Utc>) -> Self {
        let rule = event.deadline.as_ref().and_then(|d| d.rule.as_ref());
        Self {
            id: Known::Value(event.id.clone()),
            process: Known::Value(event.process.clone()),
            covered: match event.covered {
                Answer::Yes => Known::Value(true),
                Answer::No => Known::Value(false),
                Answer::Unknown => Known::Doubtful,
            },
            start: Known::Value(event.start),
            end: Known::Value(event.end),
            deadline: event.deadline.as_ref().map_or(Known::Missing, |d| Known::Value(d.closes)),
            rule_deadline: rule.map_or(Known::Missing, |r| Known::Value(zone.end_of_day(r.gives))),
            max_per_state: event.max_for(lists).map_or(Known::Doubtful, Known::Value),
            open_lists: event.open_lists(lists),
            papers: Known::Value(event.terms.papers.clone()),
            late_to: event.late_to(received).map_or(Known::Missing, text),
            why: None,
        }
    }
}

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
                unknown_papers: 0,
                state_pays: text("the daily allowance"),
                automatic_marks: 0,
                doubts: BTreeSet::new(),
            },
            state: StateFacts {
                code: Code::new("KEN").map_or(Known::Missing, Known::Value),
                lists: ["developing", "ldc"].map(|list| (list.to_owned(), Answer::Yes)).into(),
                group: text("African"),
                kind: text("member"),
                supported_before: Known::Value(0),
            },
            event: EventFacts {
                id: text("gcm-thematic-5"),
                process: text("GCM"),
                covered: Known::Value(true),
                start: NaiveDate::from_ymd_opt(2017, 9, 4).map_or(Known::Missing, Known::Value),
                end: NaiveDate::from_ymd_opt(2017, 9, 5).map_or(Known::Missing, Known::Value),
                deadline: Known::Value(at(1_503_115_199)), // 2017-08-19T03:59:59Z
                rule_deadline: Known::Value(at(1_502_769_599)), // 2017-08-15T03:59:59Z
                max_per_state: Known::Value(1),
                open_lists: BTreeSet::new(),
                papers: Known::Value(BTreeSet::new()),
                late_to: text("gcm-thematic-6"),
                why: None,
            },
            request: RequestFacts {
                travellers: Known::Value(vec![TravellerFacts {
                    name: "Amina Example".to_owned(),
                    gender: text("f"),
                    function: text("Director, Ministry of Foreign Affairs"),
                    government: Known::Value(true),
                    date_of_birth: NaiveDate::from_ymd_opt(1980, 5, 17).map_or(Known::Missing, Known::Value),
                    passport: text("A0000000"),
                    email: text("amina@ministry.example"),
                    telephone: text("+254 00 000 0000"),
                    departure_city: text("Nairobi"),
                }]),
                earlier: 0,
                rivals: 0,
                rivals_of_record: true,
                papers: Known::Value(BTreeSet::from(["note".to_owned()])),
                missing_papers: Known::Value(BTreeSet::new()),
                days: Known::Value(2),
                cost: Known::Value(2500),
            },
            sender: SenderFacts {
                authentic: "pass".to_owned(),
                of_record: Known::Value(true),
                answerable: true,
            },
        }
    }

    /// The facts that examples of a desk start from: those that meet everything, for this event of its calendar,
    /// received nine days before it closes, with all the papers that it requires, on all of its `lists`.
    pub(super) fn start(event: Option<&Event>, lists: &BTreeSet<String>, zone: &Zone) -> Self {
        let mut facts = Self::meeting_all();
        facts.state.lists = lists.iter().map(|list| (list.clone(), Answer::Yes)).collect();
        match event {
            Some(event) => facts.at(event, zone),
            None => facts,
        }
    }

    /// The same for another event, with all its papers.
    pub(super) fn at(mut self, event: &Event, zone: &Zone) -> Self {
        if let Some(deadline) = &event.deadline {
            self.note.received = deadline.closes - TimeDelta::days(9);
            self.note.received_spread = (self.note.received, self.note.received);
            self.note.date = Known::Value(zone.date_of(self.note.received));
        }
        self.event = EventFacts::of(event, zone, &self.state.lists, self.note.received);
        let mut papers = event.terms.papers.clone();
        papers.insert("note".to_owned());
        self.request.papers = Known::Value(papers);
        self.request.missing_papers = Known::Value(BTreeSet::new());
        self
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
            "note.state_pays" => lose(&mut self.note.state_pays, doubtful),
            "state.code" => {
                // Without a State nothing is known of lists.
                self.state.lists.values_mut().for_each(|answer| *answer = Answer::Unknown);
                lose(&mut self.state.code, doubtful)
            }
            "state.group" => lose(&mut self.state.group, doubtful),
            "state.kind" => lose(&mut self.state.kind, doubtful),
            "state.supported_before" => lose(&mut self.state.supported_before, doubtful),
            "event.id" => {
                self.event = if doubtful { EventFacts::doubtful() } else { EventFacts::default() };
                // What must come is not known without the event.
                lose(&mut self.request.cost, doubtful);
                lose(&mut self.request.missing_papers, doubtful)
            }
            "event.process" => lose(&mut self.event.process, doubtful),
            "event.covered" => lose(&mut self.event.covered, doubtful),
            "event.start" => lose(&mut self.event.start, doubtful),
            "event.end" => lose(&mut self.event.end, doubtful),
            "event.deadline" => lose(&mut self.event.deadline, doubtful),
            "event.rule_deadline" => lose(&mut self.event.rule_deadline, doubtful),
            "event.late_to" => lose(&mut self.event.late_to, doubtful),
            "event.papers" => {
                lose(&mut self.request.missing_papers, doubtful);
                lose(&mut self.event.papers, doubtful)
            }
            "event.max_per_state" => lose(&mut self.event.max_per_state, doubtful),
            "request.travellers" => lose(&mut self.request.travellers, doubtful),
            "request.papers" => lose(&mut self.request.papers, doubtful),
            "request.missing_papers" => lose(&mut self.request.missing_papers, doubtful),
            "request.cost" => lose(&mut self.request.cost, doubtful),
            "request.days" => lose(&mut self.request.days, doubtful),
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
            if !self.state.lists.contains_key(list) {
                let help = match did_you_mean(list, self.state.lists.keys().map(String::as_str)) {
                    Some(near) => format!("did you mean `state.lists.{near}`?"),
                    None => "see rules/lists/".to_owned(),
                };
                return Err((format!("there is no list called '{list}'"), help));
            }
            let Some(known) = self.state.lists.get_mut(list) else { return Ok(()) };
            *known = answer(value).ok_or_else(|| wrong(path, "\"yes\", \"no\" or \"unknown\""))?;
            return Ok(());
        }
        let Some(name) = NAMES.iter().find(|name| name.path == path) else {
            let help = match did_you_mean(path, NAMES.iter().map(|n| n.path)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "docs/rules.md lists the names".to_owned(),
            };
            return Err((format!("there is no fact called `{path}`"), help));
        };
        let given = given(name, value)?;
        if self.put(path, given) { Ok(()) } else { Err(wrong(path, "what docs/rules.md says of it")) }
    }

    /// Sets the fact `path`; says whether there is such a fact of this type.
    pub(super) fn put(&mut self, path: &str, given: Given) -> bool {
        use Known::Value;
        match (path, given) {
            ("note.kind", Given::Text(word)) => self.note.kind = Value(word),
            ("note.form", Given::Text(word)) => self.note.form = Value(word),
            ("note.language", Given::Text(word)) => self.note.language = Value(word),
            ("note.channel", Given::Text(word)) => self.note.channel = Value(word),
            ("note.reference", Given::Text(word)) => self.note.reference = Value(word),
            ("note.date", Given::Day(day)) => self.note.date = Value(day),
            ("note.received", Given::Moment(at)) => {
                self.note.received = at;
                self.note.received_spread = (at, at);
            }
            ("note.received_spread", Given::Moments(from, to)) => self.note.received_spread = (from, to),
            ("note.papers", Given::Texts(words)) => self.note.papers = words,
            ("note.unread_papers", Given::Number(n)) => self.note.unread_papers = n,
            ("note.unknown_papers", Given::Number(n)) => self.note.unknown_papers = n,
            ("note.state_pays", Given::Text(word)) => self.note.state_pays = Value(word),
            ("note.automatic_marks", Given::Number(n)) => self.note.automatic_marks = n,
            ("note.doubts", Given::Texts(words)) => self.note.doubts = words,
            ("state.code", Given::Text(word)) => match Code::new(&word) {
                Some(code) => self.state.code = Value(code),
                None => return false,
            },
            ("state.group", Given::Text(word)) => self.state.group = Value(word),
            ("state.kind", Given::Text(word)) => self.state.kind = Value(word),
            ("state.supported_before", Given::Number(n)) => self.state.supported_before = Value(n),
            ("event.id", Given::Text(word)) => self.event.id = Value(word),
            ("event.process", Given::Text(word)) => self.event.process = Value(word),
            ("event.covered", Given::Truth(truth)) => self.event.covered = Value(truth),
            ("event.start", Given::Day(day)) => self.event.start = Value(day),
            ("event.end", Given::Day(day)) => self.event.end = Value(day),
            ("event.deadline", Given::Moment(at)) => self.event.deadline = Value(at),
            ("event.rule_deadline", Given::Moment(at)) => self.event.rule_deadline = Value(at),
            ("event.max_per_state", Given::Number(n)) => self.event.max_per_state = Value(n),
            ("event.papers", Given::Texts(words)) => {
                self.event.papers = Value(words);
                self.request.missing_papers = missing_papers(&self.event.papers, &self.request.papers, 0);
            }
            ("event.late_to", Given::Text(word)) => self.event.late_to = Value(word),
            ("request.travellers", Given::Travellers(all)) => self.request.travellers = Value(all),
            ("request.papers", Given::Texts(words)) => {
                self.request.papers = Value(words);
                self.request.missing_papers = missing_papers(&self.event.papers, &self.request.papers, 0);
            }
            ("request.missing_papers", Given::Texts(words)) => self.request.missing_papers = Value(words),
            ("request.cost", Given::Number(n)) => self.request.cost = Value(n),
            ("request.days", Given::Number(n)) => self.request.days = Value(n),
            ("request.earlier", Given::Number(n)) => self.request.earlier = n,
            ("request.rivals", Given::Number(n)) => self.request.rivals = n,
            ("request.rivals_of_record", Given::Truth(truth)) => self.request.rivals_of_record = truth,
            ("sender.authentic", Given::Text(word)) => self.sender.authentic = word,
            ("sender.of_record", Given::Truth(truth)) => self.sender.of_record = Value(truth),
            ("sender.answerable", Given::Truth(truth)) => self.sender.answerable = truth,
            _ => return false,
        }
        true
    }
}

/// The value of a fact, before it is set.
#[derive(Debug, Clone)]
pub(super) enum Given {
    Text(String),
    Number(u32),
    Truth(bool),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
    Moments(DateTime<Utc>, DateTime<Utc>),
    Texts(BTreeSet<String>),
    Travellers(Vec<TravellerFacts>),
}

/// The value that a file gives for the fact `name`.
fn given(name: &Name<Facts>, value: &DeValue<'_>) -> Result<Given, (String, String)> {
    let path = name.path;
    let fits = |found: Option<Given>, wanted| found.ok_or_else(|| wrong(path, wanted));
    match name.kind {
        Type::Text if path == "state.code" => {
            let code = value.as_str().and_then(Code::new);
            fits(code.map(|code| Given::Text(code.as_str().to_owned())), "three capital letters")
        }
        // "none" is the absence of a verdict.
        Type::Text if path == "sender.authentic" => match value.as_str() {
            Some(verdict @ ("pass" | "fail" | "none")) => Ok(Given::Text(verdict.to_owned())),
            _ => Err(wrong(path, "\"pass\", \"fail\" or \"none\"")),
        },
        Type::Text => {
            let word = value.as_str().ok_or_else(|| wrong(path, "a string"))?;
            if !name.words.is_empty() && !name.words.contains(&word) {
                let help = format!("it is one of {}", name.words.join(", "));
                return Err((format!("`{path}` can never be \"{word}\""), help));
            }
            Ok(Given::Text(word.to_owned()))
        }
        Type::Int => {
            let number = integer(value).and_then(|n| u32::try_from(n).ok());
            fits(number.map(Given::Number), "a whole number")
        }
        Type::Bool => fits(value.as_bool().map(Given::Truth), "true or false"),
        Type::Date => fits(day(value).map(Given::Day), "a date such as 2017-08-18"),
        Type::Timestamp => fits(moment(value).map(Given::Moment), "a timestamp such as 2017-08-18T23:59:59Z"),
        Type::Timestamps => {
            let stamps = value.as_array().into_iter().flat_map(|a| a.iter());
            let stamps: Vec<_> = stamps.filter_map(|s| moment(s.get_ref())).collect();
            let pair = match stamps.as_slice() {
                [from, to] => Some(Given::Moments(*from, *to)),
                _ => None,
            };
            fits(pair, "two timestamps, [earliest, latest]")
        }
        Type::Strings => fits(strings(value).map(Given::Texts), "a list of strings"),
        Type::Travellers => fits(
            travellers(value).map(Given::Travellers),
            "a list such as [{ name = \"A. Example\", government = true }]; docs/rules.md lists what a traveller has",
        ),
        Type::Duration | Type::Lists => Err(wrong(path, "one list, such as state.lists.ldc = \"yes\"")),
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

/// What the table says of one traveller; what it does not say is missing.
fn traveller(value: &DeValue<'_>) -> Option<TravellerFacts> {
    let mut fields: BTreeMap<&str, &DeValue<'_>> =
        value.as_table()?.iter().map(|(key, value)| (key.get_ref().as_ref(), value.get_ref())).collect();
    let mut word = |key| match fields.remove(key) {
        None => Some(Known::Missing),
        Some(value) => value.as_str().map(text),
    };
    let Known::Value(name) = word("name")? else { return None };
    let (gender, function) = (word("gender")?, word("function")?);
    let (passport, email) = (word("passport")?, word("email")?);
    let (telephone, departure_city) = (word("telephone")?, word("departure_city")?);
    let government = match fields.remove("government") {
        None => Known::Missing,
        Some(value) => Known::Value(value.as_bool()?),
    };
    let date_of_birth = match fields.remove("date_of_birth") {
        None => Known::Missing,
        Some(value) => Known::Value(day(value)?),
    };
    let found = TravellerFacts {
        name,
        gender,
        function,
        government,
        date_of_birth,
        passport,
        email,
        telephone,
        departure_city,
    };
    fields.is_empty().then_some(found)
}
