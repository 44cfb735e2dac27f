//! What the office knows: its events, the requests made so far, and the letters it sent.
//!
//! The register is an index in memory. It is built from the store at start and kept up with what each step
//! settled; the core only reads it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::Deadline;
use crate::states::{Answer, Code, Language};

/// A meeting for which support can be asked, as `rules/events.toml` describes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Short id, such as `gcm-thematic-5`.
    pub id: String,
    /// Process that it belongs to, such as `GCM`.
    pub process: String,
    /// Words for the series in any language ("informal thematic session"), for matching ordinals.
    pub series: Vec<String>,
    /// Its number in the series.
    pub number: Option<u32>,
    /// Title by language; English is always there.
    pub titles: BTreeMap<Language, String>,
    /// Other names, themes and abbreviations by which notes call it, in any language.
    pub other_names: Vec<String>,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// The days on which it meets, where they are not all of the span.
    pub days: BTreeSet<NaiveDate>,
    /// City by language; English is always there.
    pub city: BTreeMap<Language, String>,
    /// Other names by which notes call the place: the country, a district, another spelling; in any language.
    #[serde(default)]
    pub place_names: Vec<String>,
    /// Name of its time zone in the tz database.
    pub zone: String,
    /// Hall or building.
    pub venue: Option<String>,
    /// Whether the fund pays for it; Unknown where the sources do not say.
    pub covered: Answer,
    /// Where that is laid down, or why not.
    pub coverage_source: String,
    /// Delegates supported for each State.
    pub max_per_state: u32,
    /// Closing moment, computed when the folder was loaded.
    pub deadline: Option<Deadline>,
    /// What else a request for it is measured by.
    #[serde(default)]
    pub terms: Terms,
    /// Its sittings by day and room, where they are known.
    #[serde(default)]
    pub programme: Vec<Sitting>,
}

/// What a request for an event is measured by, beside the closing date.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Terms {
    /// Delegates for each State that stands on a list, by the list's name: two for each of the `ldc`.
    pub max_by_list: BTreeMap<String, u32>,
    /// Ids of the papers that must come with the note.
    pub papers: BTreeSet<String>,
    /// Later events for which a late note may be considered, the nearest first; the first still open takes it.
    pub late_to: Vec<Later>,
}

/// A later event for which a late note may be considered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Later {
    /// Its id.
    pub event: String,
    /// The last second at which it takes requests: that of its closing day, else of the day before it begins.
    pub until: DateTime<Utc>,
}

/// One sitting of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// The day.
    pub date: NaiveDate,
    /// Hall or room.
    pub room: String,
    /// "10:00-13:00", on the event's own clock.
    pub hours: Option<String>,
}

impl Event {
    /// Title in `language`, else in English.
    pub fn title(&self, language: Language) -> &str {
        self.titles
            .get(&language)
            .or_else(|| self.titles.get(&Language::En))
            .map_or(self.id.as_str(), String::as_str)
    }

    /// City in `language`, else in English.
    pub fn city(&self, language: Language) -> &str {
        self.city.get(&language).or_else(|| self.city.get(&Language::En)).map_or("", String::as_str)
    }

    /// Id of the later event for which a note received at `received` may be considered: the first still open then.
    pub fn late_to(&self, received: DateTime<Utc>) -> Option<&str> {
        let open = self.terms.late_to.iter().find(|later| received <= later.until);
        open.map(|later| later.event.as_str())
    }

    /// Delegates for a State that stands on `lists`; `None` where a list that leaves it open would change the number.
    pub fn max_for(&self, lists: &BTreeMap<String, Answer>) -> Option<u32> {
        let sure = self.most_by(lists, &[Answer::Yes]);
        (sure == self.most_by(lists, &[Answer::Yes, Answer::Unknown])).then_some(sure)
    }

    /// The lists for which [`Event::max_for`] is `None`; none where it gives a number.
    pub fn open_lists(&self, lists: &BTreeMap<String, Answer>) -> BTreeSet<String> {
        let sure = self.most_by(lists, &[Answer::Yes]);
        if self.max_for(lists).is_some() {
            return BTreeSet::new();
        }
        let caps = self.terms.max_by_list.iter();
        let open = caps.filter(|(list, most)| standing(lists, list) == Answer::Unknown && **most != sure);
        open.map(|(list, _)| list.clone()).collect()
    }

    /// The largest number for a list of which `wanted` is the answer.
    fn most_by(&self, lists: &BTreeMap<String, Answer>, wanted: &[Answer]) -> u32 {
        let caps = self.terms.max_by_list.iter().filter(|(list, _)| wanted.contains(&standing(lists, list)));
        caps.map(|(_, most)| *most).max().unwrap_or(self.max_per_state)
    }
}

fn standing(lists: &BTreeMap<String, Answer>, list: &str) -> Answer {
    lists.get(list).copied().unwrap_or(Answer::Unknown)
}

/// The events of a desk, by id.
pub type Events = BTreeMap<String, Event>;

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Disposition {
    /// Complete, eligible, in time; awaits selection.
    Registered,
    /// The mission was asked for something.
    Incomplete,
    /// A refusal is proposed.
    Declined,
    /// A person must act.
    Held,
}

impl Disposition {
    /// As the contract writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Incomplete => "incomplete",
            Self::Declined => "declined",
            Self::Held => "held",
        }
    }
}

/// A request as the register keeps it: one State's request for one event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Our reference, such as `GCM-2017-0042`.
    pub reference: String,
    /// Sum of the message that made it.
    pub message: String,
    /// The State, where known.
    pub state: Option<Code>,
    /// The event's id, where known.
    pub event: Option<String>,
    /// When the message was received.
    pub received: DateTime<Utc>,
    /// Whether its sender is of record.
    pub of_record: bool,
    /// Whether it may count against others: false where the sender failed authentication.
    pub counts: bool,
    /// Where it stands.
    pub disposition: Disposition,
    /// What it was judged by ([`crate::rules::Facts`] as JSON), so that it can be judged anew when another
    /// request changes what the register says of it. Opaque here, because rules stand further down the page.
    pub facts: String,
}

/// What the office knows at one moment.
#[derive(Debug, Clone, Default)]
pub struct Register {
    requests: BTreeMap<String, Request>,
    by_key: BTreeMap<(Code, String), BTreeSet<String>>,
    numbers: BTreeMap<i32, u32>,
    /// With the references of the requests that each letter spoke of.
    our_message_ids: BTreeMap<String, Vec<String>>,
    /// Requests that an officer joined to another: the reference of each, and of the one that goes on.
    joined: BTreeMap<String, String>,
    /// When letters that went out at once spoke of a request, by its reference and the correspondent.
    spoken: BTreeMap<(String, String), DateTime<Utc>>,
    letters_today: BTreeMap<(NaiveDate, String), u32>,
    /// How many correspondents were written to so many times, or more often, on a day.
    written_to: BTreeMap<(NaiveDate, u32), usize>,
}

impl Register {
    /// Adds or replaces a request.
    pub fn put(&mut self, year: i32, number: u32, request: Request) {
        let highest = self.numbers.entry(year).or_default();
        *highest = (*highest).max(number);
        if let Some(before) = self.requests.get(&request.reference)
            && let (Some(state), Some(event)) = (before.state, before.event.clone())
            && let Some(group) = self.by_key.get_mut(&(state, event))
        {
            group.remove(&request.reference);
        }
        if let (Some(state), Some(event)) = (request.state, request.event.clone()) {
            self.by_key.entry((state, event)).or_default().insert(request.reference.clone());
        }
        self.requests.insert(request.reference.clone(), request);
    }

    /// The next free number of `year`, from 1.
    pub fn next_number(&self, year: i32) -> u32 {
        self.numbers.get(&year).map_or(1, |n| n + 1)
    }

    /// The request of this reference.
    pub fn request(&self, reference: &str) -> Option<&Request> {
        self.requests.get(reference)
    }

    /// Requests of the same State for the same event, by reference.
    pub fn same_state_and_event(&self, state: Code, event: &str) -> impl Iterator<Item = &Request> {
        self.by_key.get(&(state, event.to_owned())).into_iter().flatten().filter_map(|r| self.requests.get(r))
    }

    /// All requests, by reference.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        self.requests.values()
    }

    /// Ends a request as joined to another: it counts against none, and who quotes it means the other.
    pub fn join(&mut self, reference: &str, to: &str) {
        if let Some(request) = self.requests.get_mut(reference) {
            request.counts = false;
            self.joined.insert(reference.to_owned(), to.to_owned());
        }
    }

    /// The request that goes on under another reference, where an officer joined this one to it.
    pub fn joined_to(&self, reference: &str) -> Option<&str> {
        let mut last = self.joined.get(reference)?;
        // What was joined is itself joined to another at times, never in a ring: only what is not joined is joined to.
        while let Some(next) = self.joined.get(last) {
            last = next;
        }
        Some(last)
    }

    /// Notes that a letter with this Message-ID (no angle brackets) is ours, speaks of these `requests` and was written to
    /// `correspondent` then; `waits` where it was held when it was written.
    pub fn put_letter(
        &mut self,
        message_id: &str,
        correspondent: &str,
        requests: &[String],
        written: DateTime<Utc>,
        waits: bool,
    ) {
        if !self.our_message_ids.contains_key(message_id) {
            let day = written.date_naive();
            for reference in requests.iter().filter(|_| !waits) {
                let last =
                    self.spoken.entry((reference.clone(), correspondent.to_owned())).or_insert(written);
                *last = written.max(*last);
            }
            self.our_message_ids.insert(message_id.to_owned(), requests.to_vec());
            let letters = self.letters_today.entry((day, correspondent.to_owned())).or_default();
            *letters += 1;
            *self.written_to.entry((day, *letters)).or_default() += 1;
        }
    }

    /// Whether a letter of this Message-ID is ours.
    pub fn is_ours(&self, message_id: &str) -> bool {
        self.our_message_ids.contains_key(message_id)
    }

    /// References of the requests of which our letter of this Message-ID spoke.
    pub fn spoke_of(&self, message_id: &str) -> &[String] {
        self.our_message_ids.get(message_id).map_or(&[], Vec::as_slice)
    }

    /// When the last letter that spoke of this request was written to `correspondent`, of those that went out at once. One
    /// that was held may never have gone, and whether it was released is known to the store alone.
    pub fn last_letter(&self, reference: &str, correspondent: &str) -> Option<DateTime<Utc>> {
        self.spoken.get(&(reference.to_owned(), correspondent.to_owned())).copied()
    }

    /// Letters written to `correspondent` on `day`.
    pub fn letters_to(&self, correspondent: &str, day: NaiveDate) -> u32 {
        self.letters_today.get(&(day, correspondent.to_owned())).copied().unwrap_or_default()
    }

    /// How many correspondents were written to at least `ceiling` times on `day`.
    pub fn correspondents_at_ceiling(&self, day: NaiveDate, ceiling: u32) -> usize {
        self.written_to.get(&(day, ceiling.max(1))).copied().unwrap_or_default()
    }
}
