//! Invented notes: States of the sample desk's lists times the sessions of an invented calendar.

use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, Utc};

use super::mailbox::Mailbox;

/// Sessions in the calendar.
const SESSIONS: usize = 12;

/// An invented note in its mail.
pub struct Note {
    /// Unique in the test.
    pub name: String,
    /// Message-ID without brackets.
    pub id: String,
    /// The mission's own reference.
    pub reference: String,
    pub from: String,
    pub received: DateTime<Utc>,
    pub raw: Vec<u8>,
}

impl Note {
    /// The same note, from another address.
    pub fn from(self, address: &str) -> Self {
        let raw = String::from_utf8(self.raw).unwrap().replace(&self.from, address).into_bytes();
        Self { raw, from: address.to_owned(), ..self }
    }

    /// The same note with so much in its header that the store keeps it as a file.
    pub fn heavy(self) -> Self {
        let padding =
            "X-Padding: nothing of interest stands in this line, it is only long enough\r\n".repeat(1000);
        let raw = [padding.into_bytes(), self.raw].concat();
        Self { raw, ..self }
    }

    /// The same note, received on another day.
    pub fn received(self, at: &str) -> Self {
        Self { received: at.parse().unwrap(), ..self }
    }

    /// The same note eighty years later, for [`calendar_to_come`]: its meeting is not over.
    pub fn upcoming(self) -> Self {
        let raw = String::from_utf8(self.raw).unwrap().replace("2017", "2097").into_bytes();
        let received = self.received.with_year(2097).unwrap();
        Self { raw, received, ..self }
    }

    pub fn put(&self, mailbox: &dyn Mailbox) {
        mailbox.put(&self.name, self.received, &self.raw);
    }
}

/// The States that may ask, by code and full name; those with names that resemble others are left to other tests.
fn states() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let developing = std::fs::read_to_string(root.join("lists/developing.csv")).unwrap();
    let developing: Vec<&str> = developing
        .lines()
        .filter(|l| l.split(',').nth(3) == Some("member"))
        .filter_map(|l| l.split(',').next())
        .collect();
    let hard = ["Congo", "Guinea", "Korea", "Niger", "Dominica", "\"", "Sudan", "Palestine", "Holy"];
    std::fs::read_to_string(root.join("states.csv"))
        .unwrap()
        .lines()
        .map(|l| l.split(',').collect::<Vec<_>>())
        .filter(|f| f.len() > 6 && f[3] == "member" && developing.contains(&f[0]))
        .filter(|f| !hard.iter().any(|h| f.iter().any(|c| c.contains(h))) && !f[6].is_empty())
        .map(|f| (f[0].to_owned(), f[6].to_owned()))
        .collect()
}

fn session(n: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 10, 2).unwrap() + Days::new(7 * n as u64)
}

const ORDINALS: [&str; SESSIONS] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The calendar that the notes speak of.
pub fn calendar() -> String {
    let mut toml = String::from(
        "[defaults]\ndeadline_days = 21\ndeadline_source = \"the test's circular\"\nmax_per_state = 1\n\n\
         [place.vienna]\nzone = \"Europe/Vienna\"\ncity = { en = \"Vienna\", fr = \"Vienne\", es = \"Viena\" }\n",
    );
    for n in 0..SESSIONS {
        write!(
            toml,
            "\n[[event]]\nid = \"session-{number}\"\nprocess = \"TEST\"\nseries = [\"informal thematic session\"]\n\
             number = {number}\ntitle = {{ en = \"Informal thematic session {number}\" }}\nstart = {start}\n\
             end = {end}\nplace = \"vienna\"\ncovered = \"yes\"\ncoverage_source = \"the test's circular\"\n",
            number = n + 1,
            start = session(n),
            end = session(n) + Days::new(1),
        )
        .unwrap();
    }
    toml
}

/// `count` notes of about 4 KiB, each of another State or for another session, in time, complete.
pub fn notes(count: usize) -> Vec<Note> {
    let states = states();
    assert!(count <= states.len() * SESSIONS, "only {} States", states.len());
    (0..count).map(|n| note(n, &states[n % states.len()], n / states.len())).collect()
}

/// The calendar of notes [`Note::upcoming`].
pub fn calendar_to_come() -> String {
    calendar().replace("2017", "2097")
}

const NAMES: [&str; 12] = [
    "Avelino",
    "Brisenda",
    "Corvaline",
    "Delmira",
    "Estoval",
    "Fiorenza",
    "Galvane",
    "Hestrade",
    "Ilmara",
    "Jovisca",
    "Kelmara",
    "Lorvane",
];

fn note(n: usize, (code, state): &(String, String), session_no: usize) -> Note {
    let received = DateTime::from_timestamp(1_501_675_200, 0).unwrap() + TimeDelta::minutes(7 * n as i64);
    let (start, ordinal) = (session(session_no), ORDINALS[session_no]);
    let id = format!("note-{n}@mission-{}.example", code.to_lowercase());
    let reference = format!("{code}/{}/2017", 100 + n);
    let from = format!("note{n}@mission-{}.example", code.to_lowercase());
    let traveller = format!("{} {}", NAMES[n % 12], NAMES[(n / 12 + 5) % 12]);
    let courtesy =
        "The Permanent Mission wishes to recall the importance that its Government attaches to the \
                    question, and the efforts that have been made in the country in the past years.\r\n\r\n"
            .repeat(18);
    let raw = format!(
        "Return-Path: <{from}>\r\nFrom: Permanent Mission <{from}>\r\nTo: Travel support desk <desk@fund.example>\r\n\
         Subject: Note verbale {reference}\r\nDate: {date}\r\nMessage-ID: <{id}>\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n\
         PERMANENT MISSION OF {upper}\r\nTO THE UNITED NATIONS\r\n\r\nNo. {reference}\r\n\r\n\
         The Permanent Mission of {state} to the United Nations presents its compliments to the Office of the \
         Special Representative of the Secretary-General for International Migration and has the honour to request \
         the support of the voluntary trust fund for the travel of Ms. {traveller}, Director of Migration of the \
         Ministry of Foreign Affairs, to the {ordinal} informal thematic session, to be held in Vienna on \
         {start_day} and {end_day}.\r\n\r\n{courtesy}\
         The Permanent Mission of {state} to the United Nations avails itself of this opportunity to renew to the \
         Office the assurances of its highest consideration.\r\n\r\nNew York, {day}\r\n",
        date = received.to_rfc2822(),
        upper = state.to_uppercase(),
        start_day = start.format("%-d"),
        end_day = (start + Days::new(1)).format("%-d %B %Y"),
        day = received.format("%-d %B %Y"),
    );
    Note { name: format!("note-{n}"), id, reference, from, received, raw: raw.into_bytes() }
}
