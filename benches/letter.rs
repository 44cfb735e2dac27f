//! What one acknowledgement costs: filled from its template, set in lines, and composed to exact bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};

use divan::Bencher;
use divan::counter::ItemsCount;
use verbale::calendar::{Deadline, Moment, RuleSum, SetDate, Zone};
use verbale::diagnostic::Source;
use verbale::letter::{
    Envelope, Identity, Letter, Matter, RequestMatter, Template, Templates, compose, message_id,
};
use verbale::register::{Disposition, Event};
use verbale::rules::Send;
use verbale::states::{Answer, Language};

/// Documents that are called alike in every language.
static NAMES: verbale::rules::Sources = verbale::rules::Sources::new();

fn main() {
    divan::main();
}

fn both(text: &str) -> BTreeMap<Language, String> {
    [Language::En, Language::Fr].map(|language| (language, text.to_owned())).into()
}

/// A desk with one event; what a letter borrows.
struct Desk {
    identity: Identity,
    templates: Templates,
    desk_zone: Zone,
    event_zone: Zone,
    event: Event,
    deadline: Deadline,
}

fn zone(name: &str, first_offset: i32) -> Zone {
    Zone { name: name.into(), version: "sample".into(), first_offset, transitions: Vec::new() }
}

fn sources() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| Source {
            path: format!("templates/{}", path.file_name().unwrap().to_str().unwrap()),
            text: std::fs::read_to_string(&path).unwrap(),
        })
        .collect()
}

impl Desk {
    fn new() -> Self {
        let identity = Identity {
            office: both("The Office of the Special Representative for International Migration"),
            fund: both("the voluntary trust fund for the intergovernmental conference"),
            sender: ("Travel support desk".into(), "desk@fund.example".into()),
            prefix: "GCM".into(),
            contacts: Vec::new(),
        };
        let templates = Templates::load(&sources(), &identity).unwrap().0;
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let source = "the circular note verbale of the Special Representative".to_owned();
        let event = Event {
            id: "sample".into(),
            process: "GCM".into(),
            series: Vec::new(),
            number: Some(5),
            titles: both("Smuggling of migrants, trafficking in persons and contemporary forms of slavery"),
            other_names: Vec::new(),
            start: day("2017-09-04"),
            end: day("2017-09-05"),
            days: BTreeSet::new(),
            city: both("Vienna"),
            zone: "Europe/Vienna".into(),
            venue: None,
            covered: Answer::Yes,
            coverage_source: "sample".into(),
            place_names: Vec::new(),
            max_per_state: 1,
            deadline: None,
            terms: Default::default(),
            programme: Vec::new(),
        };
        let deadline = Deadline {
            date: day("2017-08-18"),
            closes: "2017-08-19T03:59:59Z".parse().unwrap(),
            zone: "America/New_York".into(),
            tzdata: "sample".into(),
            rule: Some(RuleSum {
                days: 21,
                before: event.start,
                gives: day("2017-08-14"),
                source: source.clone(),
            }),
            set: Some(SetDate { date: day("2017-08-18"), source }),
        };
        let (desk_zone, event_zone) = (zone("America/New_York", -14400), zone("Europe/Vienna", 7200));
        Self { identity, templates, desk_zone, event_zone, event, deadline }
    }

    fn matter(&self) -> Matter<'_> {
        let received: chrono::DateTime<chrono::Utc> = "2017-08-15T13:05:00Z".parse().unwrap();
        Matter {
            sources: &NAMES,
            received,
            answer_received: None,
            today: self.desk_zone.date_of(received),
            zone: &self.desk_zone,
            note_reference: Some("123/2017".into()),
            note_date: Some(self.deadline.date),
            subject: Some("Note verbale No. 123/2017".into()),
            mission: true,
            message_sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            papers: vec![(
                Some("NV 123.pdf".into()),
                "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
            )],
            requests: vec![RequestMatter {
                reference: "GCM-2017-0042".into(),
                state: Some("Kenya".into()),
                event: Some(&self.event),
                event_zone: Some(&self.event_zone),
                travellers: vec!["Amina Wanjiru Otieno".into()],
                disposition: Disposition::Registered,
                deadline: Some(&self.deadline),
                unlisted_days: None,
                titled: None,
                findings: Vec::new(),
                of_closing_day: BTreeSet::new(),
                earlier: None,
            }],
            max_message: 25_000_000,
        }
    }
}

#[divan::bench(args = [Language::En, Language::Fr])]
fn render(bencher: Bencher, language: Language) {
    let desk = Desk::new();
    let matter = desk.matter();
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        desk.templates.render(Template::Acknowledgement, language, &desk.identity, &matter).unwrap()
    });
}

#[divan::bench(args = [Language::En, Language::Fr])]
fn render_and_compose(bencher: Bencher, language: Language) {
    let desk = Desk::new();
    let matter = desk.matter();
    let moment = Moment(matter.received);
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        let (subject, text) =
            desk.templates.render(Template::Acknowledgement, language, &desk.identity, &matter).unwrap();
        let letter = Letter {
            template: Template::Acknowledgement,
            language,
            to: vec!["mission@kenya.example".into()],
            send: Send::AtOnce,
            subject,
            text,
            attachments: Vec::new(),
        };
        let envelope = Envelope {
            message_id: message_id(b"secret", &matter.message_sha256, "acknowledgement", 0, "fund.example"),
            in_reply_to: Some("42@kenya.example".into()),
            references: vec!["42@kenya.example".into()],
        };
        compose(&letter, &envelope, &desk.identity, moment).unwrap()
    });
}
