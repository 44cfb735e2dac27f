//! Invented matter with which every template is filled when it is loaded: each disposition, several requests,
//! facts that are missing, names that are odd. The golden letters of the tests are made from the same.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::{Deadline, RuleSum, SetDate, Zone};
use crate::letter::{Earlier, Matter, RequestMatter, Template};
use crate::register::{Disposition, Event};
use crate::rules::{Effect, Finding, Send, Sources};
use crate::states::{Answer, Language};

/// Calls `see` with the name and the matter of every sample that `template` may be asked to carry.
pub(super) fn each(template: Template, mut see: impl FnMut(&str, &Matter<'_>)) {
    let cast = Cast::new();
    for (slug, matter) in cast.matters(template) {
        see(slug, &matter);
    }
}

/// What the samples borrow.
struct Cast {
    desk: Zone,
    there: Zone,
    event: Event,
    bare_event: Event,
    deadline: Deadline,
    by_rule: Deadline,
    by_set: Deadline,
    ask: [Finding; 2],
    decline: [Finding; 2],
}

const SUM: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const PAPER: &str = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";
const CIRCULAR: &str = "the circular note verbale of the Special Representative";
const TERMS: &str = "Terms of reference of the fund, paragraph 4";

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

fn zone(name: &str, first_offset: i32) -> Zone {
    Zone { name: name.into(), version: "sample".into(), first_offset, transitions: Vec::new() }
}

fn words(en: &str, fr: &str, es: &str) -> BTreeMap<Language, String> {
    [(Language::En, en), (Language::Fr, fr), (Language::Es, es)].map(|(l, w)| (l, w.to_owned())).into()
}

/// Documents that are called alike in every language.
static NO_NAMES: Sources = Sources::new();

fn finding(rule: &str, effect: Effect, source: &str, letter: BTreeMap<Language, String>) -> Finding {
    Finding {
        rule: rule.into(),
        answer: Answer::No,
        effect,
        reason: "sample".into(),
        source: source.into(),
        letter,
        send: Send::OnRelease,
    }
}

impl Cast {
    fn new() -> Self {
        let event = Event {
            id: "sample".into(),
            process: "GCM".into(),
            series: Vec::new(),
            number: Some(5),
            titles: words(
                "Smuggling of migrants, trafficking in persons and contemporary forms of slavery",
                "Trafic de migrants, traite des personnes et formes contemporaines d’esclavage",
                "Tráfico ilícito de migrantes, trata de personas y formas contemporáneas de esclavitud",
            ),
            other_names: Vec::new(),
            start: day(2017, 9, 4),
            end: day(2017, 9, 5),
            days: BTreeSet::new(),
            city: words("Vienna", "Vienne", "Viena"),
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
        let bare_event = Event { city: BTreeMap::new(), end: event.start, ..event.clone() };
        let rule =
            RuleSum { days: 21, before: event.start, gives: day(2017, 8, 14), source: CIRCULAR.into() };
        let set = SetDate { date: day(2017, 8, 18), source: CIRCULAR.into() };
        let closing = |date: NaiveDate, closes: &str, rule, set| Deadline {
            date,
            closes: utc(closes),
            zone: "America/New_York".into(),
            tzdata: "sample".into(),
            rule,
            set,
        };
        Self {
            desk: zone("America/New_York", -4 * 3600),
            there: zone("Europe/Vienna", 2 * 3600),
            deadline: closing(set.date, "2017-08-19T03:59:59Z", Some(rule.clone()), Some(set.clone())),
            by_rule: closing(rule.gives, "2017-08-15T03:59:59Z", Some(rule), None),
            by_set: closing(set.date, "2017-08-19T03:59:59Z", None, Some(set)),
            event,
            bare_event,
            ask: [
                finding(
                    "traveller-named",
                    Effect::Ask,
                    CIRCULAR,
                    words(
                        "the name, function and institution of the government representative who is nominated",
                        "le nom, la fonction et l'institution du représentant gouvernemental désigné",
                        "el nombre, el cargo y la institución del representante gubernamental designado",
                    ),
                ),
                finding(
                    "note-verbale",
                    Effect::Ask,
                    "",
                    words(
                        "a note verbale from the Permanent Representative in New York, in which the request is made",
                        "une note verbale du Représentant permanent à New York : la demande y est présentée ;",
                        "una nota verbal del Representante Permanente en Nueva York en la que se formule la solicitud.",
                    ),
                ),
            ],
            decline: [
                finding(
                    "closing-date",
                    Effect::Decline,
                    TERMS,
                    words(
                        "the request was received after the closing date",
                        "la demande a été reçue après la date limite",
                        "la solicitud se recibió después de la fecha límite",
                    ),
                ),
                finding(
                    "developing-country",
                    Effect::Decline,
                    "",
                    words(
                        "support is given to representatives of developing countries",
                        "le soutien est accordé aux représentants des pays en développement",
                        "el apoyo se presta a representantes de países en desarrollo",
                    ),
                ),
            ],
        }
    }

    fn matter<'a>(&'a self, received: &str, requests: Vec<RequestMatter<'a>>) -> Matter<'a> {
        let received = utc(received);
        Matter {
            received,
            answer_received: None,
            today: self.desk.date_of(received),
            zone: &self.desk,
            note_reference: Some("123/2017".into()),
            note_date: Some(day(2017, 8, 1)),
            subject: Some("Note verbale No. 123/2017".into()),
            mission: true,
            message_sha256: SUM.into(),
            papers: vec![(Some("NV 123.pdf".into()), PAPER.into()), (None, SUM.into())],
            requests,
            sources: &NO_NAMES,
            max_message: 25_000_000,
        }
    }

    fn request(&self, number: u32, disposition: Disposition) -> RequestMatter<'_> {
        RequestMatter {
            reference: format!("GCM-2017-{number:04}"),
            state: Some("Kenya".into()),
            event: Some(&self.event),
            unlisted_days: None,
            titled: None,
            event_zone: Some(&self.there),
            travellers: vec!["Amina Wanjiru Otieno".into()],
            disposition,
            deadline: Some(&self.deadline),
            findings: match disposition {
                Disposition::Incomplete => self.ask.iter().collect(),
                Disposition::Declined => self.decline.iter().take(1).collect(),
                _ => Vec::new(),
            },
            of_closing_day: BTreeSet::from(["closing-date"]),
            earlier: None,
        }
    }

    /// A request of which hardly anything is known.
    fn bare(&self, number: u32, disposition: Disposition) -> RequestMatter<'_> {
        RequestMatter {
            state: None,
            event: None,
            event_zone: None,
            travellers: Vec::new(),
            deadline: None,
            findings: match disposition {
                Disposition::Incomplete => self.ask.iter().skip(1).collect(),
                Disposition::Declined => self.decline.iter().skip(1).collect(),
                _ => Vec::new(),
            },
            ..self.request(number, disposition)
        }
    }

    fn matters(&self, template: Template) -> Vec<(&'static str, Matter<'_>)> {
        use Disposition::{Declined, Incomplete, Registered};
        let early = "2017-08-15T13:05:00Z";
        let late = "2017-08-19T04:35:00Z";
        let whole = |at: &str, requests| self.matter(at, requests);
        let earlier =
            |number: u32| Some(Earlier { date: day(2017, 8, 8), reference: format!("GCM-2017-{number:04}") });
        let nothing = |at: &str, requests| Matter {
            note_reference: None,
            note_date: None,
            subject: None,
            mission: false,
            papers: Vec::new(),
            ..self.matter(at, requests)
        };
        match template {
            Template::Acknowledgement => vec![
                ("registered", whole(early, vec![self.request(42, Registered)])),
                ("incomplete", whole(early, vec![self.request(43, Incomplete)])),
                ("late", whole(late, vec![self.request(44, Declined)])),
                (
                    "declined-in-time",
                    whole(early, vec![RequestMatter { findings: Vec::new(), ..self.request(45, Declined) }]),
                ),
                (
                    "completed-later",
                    Matter {
                        answer_received: Some(utc(late)),
                        ..whole(
                            early,
                            vec![RequestMatter { earlier: earlier(52), ..self.request(52, Registered) }],
                        )
                    },
                ),
                (
                    "second-note",
                    whole(
                        early,
                        vec![RequestMatter { earlier: earlier(42), ..self.request(53, Incomplete) }],
                    ),
                ),
                ("several", whole(early, self.several())),
                ("bare-incomplete", nothing(early, vec![self.bare(46, Incomplete)])),
                (
                    "another-meeting",
                    nothing(
                        early,
                        vec![RequestMatter {
                            unlisted_days: self.event.start.pred_opt().zip(self.event.start.pred_opt()),
                            ..self.bare(51, Incomplete)
                        }],
                    ),
                ),
                (
                    "title-on-other-days",
                    nothing(
                        early,
                        vec![RequestMatter {
                            titled: Some((&self.event, (day(2017, 9, 11), day(2017, 9, 12)))),
                            ..self.bare(54, Incomplete)
                        }],
                    ),
                ),
                ("bare-declined", nothing(late, vec![self.bare(47, Declined)])),
                ("bare-registered", nothing(early, vec![self.bare(48, Registered)])),
                ("odd-names", self.odd()),
            ],
            Template::Refusal => vec![
                ("late", whole(late, vec![self.request(44, Declined)])),
                (
                    "late-by-rule",
                    whole(
                        late,
                        vec![RequestMatter { deadline: Some(&self.by_rule), ..self.request(44, Declined) }],
                    ),
                ),
                (
                    "late-by-set-date",
                    whole(
                        late,
                        vec![RequestMatter { deadline: Some(&self.by_set), ..self.request(44, Declined) }],
                    ),
                ),
                (
                    "two-reasons",
                    whole(
                        late,
                        vec![RequestMatter {
                            findings: self.decline.iter().collect(),
                            ..self.request(50, Declined)
                        }],
                    ),
                ),
                (
                    "not-eligible",
                    whole(
                        early,
                        vec![RequestMatter {
                            findings: self.decline.iter().skip(1).collect(),
                            ..self.request(45, Declined)
                        }],
                    ),
                ),
                ("bare", nothing(early, vec![self.bare(47, Declined)])),
            ],
            Template::Receipt | Template::Contribution | Template::TooLarge => {
                vec![("whole", whole(early, Vec::new())), ("bare", nothing(early, Vec::new()))]
            }
        }
    }

    fn several(&self) -> Vec<RequestMatter<'_>> {
        vec![
            self.request(42, Disposition::Registered),
            RequestMatter {
                event: Some(&self.bare_event),
                event_zone: Some(&self.desk),
                deadline: Some(&self.by_set),
                travellers: vec!["Amina Wanjiru Otieno".into(), "Ibrahim Diallo".into()],
                ..self.request(43, Disposition::Incomplete)
            },
            RequestMatter { deadline: Some(&self.by_rule), ..self.request(44, Disposition::Declined) },
        ]
    }

    fn odd(&self) -> Matter<'_> {
        Matter {
            note_reference: Some("ق/١٢٣".into()),
            papers: vec![
                (Some("المذكرة.pdf".into()), PAPER.into()),
                (Some("a\u{202e}fdp.exe".into()), PAPER.into()),
                (Some("visit www.example.org".into()), SUM.into()),
            ],
            ..self.matter(
                "2017-08-19T03:59:59Z",
                vec![RequestMatter {
                    state: Some("Côte d’Ivoire".into()),
                    travellers: vec![
                        "{{ office }}".into(),
                        "محمد علي".into(),
                        "Ñ'Golo <b>O’Brien</b>".into(),
                    ],
                    ..self.request(49, Disposition::Registered)
                }],
            )
        }
    }
}
