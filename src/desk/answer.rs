//! Who gets which letter: the one answer at once, refusals that wait for release, and the reason for every letter
//! that is not written (design: "who gets a letter, and what may stand in it"; RFC 3834).

use crate::calendar::Moment;
use crate::desk::address;
use crate::desk::judgement::value;
use crate::desk::{Basis, Course, Disposition, Hold, Judged, Kept, Notice, Outgoing, Withheld};
use crate::letter::{self, Earlier, Envelope, Letter, Matter, RequestMatter, Template, quotable};
use crate::matching::{Authentic, Filing};
use crate::office::Office;
use crate::reading::{Channel, Reading};
use crate::register::{self, Register};
use crate::rules::{self, Effect, Known, Send};
use crate::states::{Language, NameForm};

/// What an answer is about.
pub(super) struct About<'a> {
    pub kept: &'a Kept<'a>,
    pub reading: &'a Reading,
    pub filing: &'a Filing,
    pub course: &'a Course,
    pub disposition: Disposition,
    pub requests: &'a [Judged],
    /// Whether the message completes its one request, which another message made.
    pub completes: bool,
}

/// What follows for the outbox.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub letters: Vec<Outgoing>,
    pub withheld: Vec<Withheld>,
    pub holds: Vec<Hold>,
    pub notices: Vec<Notice>,
}

/// Writes the letters of one message, or says why there are none; `first` is the number of the first among those of
/// this message.
pub(super) fn write(about: &About<'_>, first: u32, basis: Basis<'_>) -> Answer {
    let mut drafts = drafts(about, basis.office, basis.moment, Some(basis.register));
    let mut answer = Answer { withheld: drafts.withheld, ..Answer::default() };
    let to = drafts.to.take();
    for draft in drafts.letters {
        let number = u32::try_from(answer.letters.len()).map_or(u32::MAX, |n| first.saturating_add(n));
        let sealed = draft.and_then(|(letter, requests)| seal(letter, &requests, number, about, basis));
        match sealed {
            Ok(outgoing) => answer.letters.push(outgoing),
            // Nothing half-filled may go out: a person must write.
            Err(words) => answer.holds.push(Hold { request: None, code: "letter-failed".into(), words }),
        }
    }
    if let Some(to) = to {
        brake(&mut answer, &to, basis);
    }
    answer
}

/// The letters that a message calls for, in words, before they are made ready to be sent.
#[derive(Debug, Default)]
pub(super) struct Drafts<'a> {
    /// The one address that they go to, where there is one.
    pub to: Option<String>,
    /// Each with the requests that it speaks of, or what its template could not say.
    pub letters: Vec<Result<(Letter, Vec<&'a Judged>), String>>,
    pub withheld: Vec<Withheld>,
}

/// What the letters of one message say, or why there are none. Without a `register` they speak of no earlier letter, as
/// where two offices are compared on one message.
pub(super) fn drafts<'a>(
    about: &About<'a>,
    office: &Office,
    moment: Moment,
    register: Option<&Register>,
) -> Drafts<'a> {
    let mut drafts = Drafts::default();
    let to = match recipient(about, office) {
        Ok(to) => to,
        Err(withheld) => {
            drafts.withheld.push(withheld);
            return drafts;
        }
    };
    for (template, requests, send) in wanted(about, &mut drafts.withheld) {
        let language = language(template, about.reading, office);
        let mut matter = matter(about, &requests, language, office, moment);
        for (request, judged) in matter.requests.iter_mut().zip(&requests) {
            request.earlier = register.and_then(|register| earlier(judged, &to, register, office));
        }
        let written = office
            .templates
            .render(template, language, &office.identity, &matter)
            .map_err(|words| unfilled(&requests, office).unwrap_or(words));
        drafts.letters.push(written.map(|(subject, text)| {
            let to = vec![to.clone()];
            (Letter { template, language, to, send, subject, text, attachments: Vec::new() }, requests)
        }));
    }
    drafts.to = Some(to);
    drafts
}

/// What a rule would say in a letter and cannot for these requests: its sentence names what is not known of them.
fn unfilled(requests: &[&Judged], office: &Office) -> Option<String> {
    requests.iter().find_map(|judged| {
        let speaking = judged.ruling.findings.iter();
        let mut speaking = speaking.filter(|f| matches!(f.effect, Effect::Ask | Effect::Decline));
        let found = speaking.find_map(|f| rules::unfilled(&judged.facts, &office.rulebook, &f.rule))?;
        Some(format!("{found}; write the letter by hand, or let another check speak of such requests"))
    })
}

/// The single address that may be written to, or why there is none.
fn recipient(about: &About<'_>, office: &Office) -> Result<String, Withheld> {
    let withheld = |code: &str, words: &str| Withheld { code: code.to_owned(), words: words.to_owned() };
    let headers = &about.kept.message.headers;
    if let Course::Ignore { code } = about.course {
        return Err(withheld(code, "The message is a machine's or our own; such mail is never answered."));
    }
    let marks = headers.automatic_marks();
    if !marks.is_empty() {
        let words = format!("The message bears marks that forbid an answer: {}.", marks.join(", "));
        return Err(withheld("automatic-mark", &words));
    }
    if office.zone.date_of(about.kept.receipt.received) < office.policy.start {
        return Err(withheld("before-start", "The message was received before the desk's start date."));
    }
    if about.filing.sender.authentic == Authentic::Fail {
        return Err(withheld("sender-authentic", "The sender failed authentication; nothing is sent there."));
    }
    let to = address::of(headers).map_err(|words| withheld("no-single-sender", words))?;
    if address::is_robot(&to.address) {
        return Err(withheld("robot-address", "The address is that of a machine."));
    }
    if office.policy.own_addresses.contains(&to.address.to_lowercase()) {
        return Err(withheld("own-address", "The answer would go to the desk itself."));
    }
    Ok(to.address.clone())
}

/// The letters that this message calls for.
fn wanted<'a>(about: &About<'a>, withheld: &mut Vec<Withheld>) -> Vec<(Template, Vec<&'a Judged>, Send)> {
    match (about.course, about.disposition) {
        (Course::Hold { code, .. }, _) if code == "too-large" => {
            vec![(Template::TooLarge, Vec::new(), Send::AtOnce)]
        }
        (Course::Hold { code, .. }, _)
            if ["kind-unclear", "answer"].contains(&code.as_str())
                && about.reading.state.quoted().is_none() =>
        {
            // Whatever this is, no State speaks in it: a receipt would only tell a stranger that somebody reads.
            withheld.push(Withheld {
                code: "nobody-speaks".into(),
                words: "No State speaks in the message; a person decides whether to answer.".into(),
            });
            Vec::new()
        }
        (_, Disposition::Held) => vec![(Template::Receipt, Vec::new(), Send::AtOnce)],
        (Course::Record { contribution: true }, _) => {
            vec![(Template::Contribution, Vec::new(), Send::AtOnce)]
        }
        (Course::Record { contribution: false }, _) | (Course::Ignore { .. }, _) => {
            withheld.push(Withheld {
                code: "no-template".into(),
                words: "No letter speaks to this kind of message.".into(),
            });
            Vec::new()
        }
        (Course::Judge | Course::Hold { .. }, _) => {
            let all = about.requests.iter().collect();
            let mut letters = vec![(Template::Acknowledgement, all, Send::AtOnce)];
            let declined =
                about.requests.iter().filter(|j| j.ruling.disposition == register::Disposition::Declined);
            for judged in declined {
                let at_once = judged
                    .ruling
                    .findings
                    .iter()
                    .filter(|f| f.effect == Effect::Decline)
                    .all(|f| f.send == Send::AtOnce);
                let send = if at_once { Send::AtOnce } else { Send::OnRelease };
                letters.push((Template::Refusal, vec![judged], send));
            }
            letters
        }
    }
}

/// The note's language where the template exists in it, else the desk's fallback, else English.
fn language(template: Template, reading: &Reading, office: &Office) -> Language {
    let there = office.templates.languages(template);
    [reading.language.value().copied(), Some(office.policy.fallback_language)]
        .into_iter()
        .flatten()
        .find(|l| there.contains(l))
        .unwrap_or(Language::En)
}

/// What the letter may say: only what its own message said, what the calendar says, and our reference.
fn matter<'a>(
    about: &About<'a>,
    requests: &[&'a Judged],
    language: Language,
    office: &'a Office,
    moment: Moment,
) -> Matter<'a> {
    let answered = about.kept.receipt.received;
    // Of a request that another message made the letter says what the request says.
    let first = requests.first().filter(|_| about.completes);
    let received = first.map_or(answered, |judged| judged.request.received);
    let day = office.zone.date_of(received);
    let note = first.map(|judged| &judged.facts.note);
    let names = |judged: &Judged| -> Vec<String> {
        match (&judged.facts.request.travellers, about.completes) {
            (Known::Value(travellers), true) => travellers.iter().filter_map(|t| quotable(&t.name)).collect(),
            (_, true) => Vec::new(),
            (_, false) => about.reading.travellers.iter().filter_map(|t| quotable(&t.value.name)).collect(),
        }
    };
    let requests = requests.iter().map(|judged| {
        // Of an event that is in doubt nothing is said: the letter asks for it.
        let sure = matches!(judged.facts.event.id, Known::Value(_));
        let event = judged.request.event.as_deref().filter(|_| sure);
        let event = event.and_then(|id| office.rulebook.events.get(id));
        RequestMatter {
            reference: judged.request.reference.clone(),
            state: judged
                .request
                .state
                .and_then(|code| office.states.name_on(code, language, NameForm::Short, day))
                .map(str::to_owned),
            event,
            titled: about
                .filing
                .titled
                .as_ref()
                .filter(|_| !sure)
                .and_then(|titled| Some((office.rulebook.events.get(&titled.event)?, titled.days))),
            event_zone: event.and_then(|e| office.zones.get(&e.zone)),
            travellers: names(judged),
            disposition: judged.ruling.disposition,
            deadline: judged.ruling.deadline.as_ref().filter(|_| sure),
            unlisted_days: about.filing.unlisted.as_ref().and_then(|unlisted| unlisted.days),
            findings: judged.ruling.findings.iter().filter(|f| f.effect > Effect::Note).collect(),
            of_closing_day: office.rulebook.of_closing_day(),
            earlier: None,
        }
    });
    Matter {
        received,
        today: office.zone.date_of(moment.0),
        zone: &office.zone,
        answer_received: first.map(|_| answered),
        note_reference: match note {
            Some(note) => value(&note.reference),
            None => about.reading.note_reference.value().cloned(),
        }
        .and_then(|reference| quotable(&reference)),
        note_date: match note {
            Some(note) => value(&note.date),
            None => about.reading.note_date.value().copied(),
        },
        subject: quotable(&about.kept.message.headers.subject),
        // A ministry must not be greeted as a mission because its address looks like one.
        mission: match note {
            Some(note) => value(&note.channel)
                .is_some_and(|channel| MISSIONS.iter().any(|mission| mission.as_str() == channel)),
            None => {
                about.reading.channel.is_certain()
                    && about.reading.channel.value().is_some_and(|channel| MISSIONS.contains(channel))
            }
        },
        message_sha256: about.kept.receipt.sha256.0.clone(),
        papers: about
            .kept
            .message
            .papers
            .iter()
            .map(|paper| (quotable(&paper.name), paper.sha256.0.clone()))
            .collect(),
        requests: requests.collect(),
        sources: &office.rulebook.sources,
        max_message: office.policy.max_message,
    }
}

/// The last letter to this address about the same request, or about another of the State for the same event, that went out
/// at once: its day and the reference that it bore. To another address nothing is said of it: whoever writes in the name
/// of a State would learn that its mission has written before.
fn earlier(judged: &Judged, to: &str, register: &Register, office: &Office) -> Option<Earlier> {
    let own = &judged.request.reference;
    let same = match (&judged.facts.state.code, &judged.facts.event.id) {
        (Known::Value(state), Known::Value(event)) => Some(register.same_state_and_event(*state, event)),
        _ => None,
    };
    let others = same.into_iter().flatten().map(|request| &request.reference);
    let to = to.to_lowercase();
    let written = std::iter::once(own).chain(others.filter(|other| *other != own));
    let written = written.filter_map(|reference| Some((register.last_letter(reference, &to)?, reference)));
    let (at, reference) = written.max_by_key(|(at, _)| *at)?;
    Some(Earlier { date: office.zone.date_of(at), reference: reference.clone() })
}

/// Where a permanent mission writes from.
const MISSIONS: [Channel; 3] = [Channel::NewYork, Channel::Geneva, Channel::Vienna];

/// Gives a letter its Message-ID and its exact bytes.
fn seal(
    letter: Letter,
    requests: &[&Judged],
    number: u32,
    about: &About<'_>,
    Basis { office, secret, moment, .. }: Basis<'_>,
) -> Result<Outgoing, String> {
    let headers = &about.kept.message.headers;
    let domain = office.identity.sender.1.rsplit_once('@').map_or("localhost", |(_, d)| d);
    let stem = letter.template.stem();
    let mut references = headers.references.clone();
    references.extend(headers.message_id.clone());
    let envelope = Envelope {
        message_id: letter::message_id(secret, &about.kept.receipt.sha256.0, stem, number, domain),
        in_reply_to: headers.message_id.clone(),
        references,
    };
    let bytes = letter::compose(&letter, &envelope, &office.identity, moment)?;
    let held = (letter.send == Send::OnRelease).then(|| "on-release".to_owned());
    let requests = requests.iter().map(|j| j.request.reference.clone()).collect();
    Ok(Outgoing { letter, envelope, bytes, requests, held })
}

/// Ceilings and the breaker hold letters, never drop them. They count correspondents, so a backlog of a thousand
/// missions trips nothing, and a loop with one machine stops after a handful.
fn brake(answer: &mut Answer, to: &str, Basis { register, office, moment, .. }: Basis<'_>) {
    let today = moment.0.date_naive();
    let policy = &office.policy;
    let tripped = register.correspondents_at_ceiling(today, policy.letters_per_correspondent)
        >= usize::try_from(policy.breaker).unwrap_or(usize::MAX);
    let mut written = register.letters_to(&to.to_lowercase(), today);
    for letter in &mut answer.letters {
        let code = match letter.held {
            None if tripped => "breaker",
            None if written >= policy.letters_per_correspondent => "ceiling",
            _ => continue,
        };
        letter.held = Some(code.to_owned());
        written += 1;
    }
    if tripped && answer.letters.iter().any(|l| l.held.as_deref() == Some("breaker")) {
        answer.notices.push(Notice {
            kind: "breaker-tripped".into(),
            words: format!(
                "{} correspondents reached their ceiling of {} letters today: letters are written and held, mail is \
                 still received. See `verbale held`.",
                policy.breaker, policy.letters_per_correspondent
            ),
        });
    }
}
