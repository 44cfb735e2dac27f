//! What a message wants, judged by its sentences.
//!
//! Longer than 400 lines because its tables of words stand beside the only code that asks them; to be split.

mod stems;

use std::ops::Range;

use crate::message::Message;
use crate::reading::document::{Document, sentences};
use crate::reading::phrases::Sense;
use crate::reading::{Kind, Quoted, words};

/// What was judged, and by which words.
pub(super) struct Verdict {
    pub kind: Kind,
    pub confidence: f32,
    /// A circular to all missions: whoever speaks there asks for nothing.
    pub circular: bool,
    /// A newsletter or advertisement.
    pub bulk: bool,
    words: Range<usize>,
}

impl Verdict {
    fn new(kind: Kind, confidence: f32, words: Range<usize>) -> Self {
        Self { kind, confidence, circular: false, bulk: false, words }
    }

    /// As a fact of `document`.
    pub(super) fn quoted(&self, document: &Document) -> Quoted<Kind> {
        document.quoted_folded(self.kind, self.confidence, self.words.clone())
    }
}

/// The senses of one sentence.
struct Sentence {
    range: Range<usize>,
    senses: u64,
}

impl Sentence {
    fn has(&self, sense: Sense) -> bool {
        self.senses & (1 << sense as u32) != 0
    }

    /// Asks for support, as a wish of its own and not as a question about it.
    fn requests(&self) -> bool {
        self.has(Sense::Asking)
            && self.has(Sense::Support)
            && !self.has(Sense::NoSupport)
            && !self.has(Sense::Machine)
    }
}

fn read_sentences(document: &Document) -> Vec<Sentence> {
    let mut hits = document.hits.iter().peekable();
    let words = words::split(&document.folded);
    let mut rest = words.as_slice();
    sentences(document)
        .into_iter()
        .map(|range| {
            let (own, after) = rest.split_at(rest.partition_point(|w| w.at < range.end));
            rest = after;
            let mut senses = stems::senses(own);
            while let Some(hit) = hits.next_if(|h| h.start < range.end) {
                senses |= 1_u64 << hit.sense as u32;
            }
            Sentence { range, senses }
        })
        .collect()
}

/// Judges the message. `unread` tells that a paper which may be the note has no text.
pub(super) fn judge(
    message: &Message,
    speaking: &Document,
    body: &Document,
    subject: &Document,
    unread: bool,
) -> Verdict {
    let formal =
        speaking.has(Sense::Opening) || speaking.has(Sense::LetterClose) && speaking.has(Sense::Salutation);
    if let Some(verdict) = automatic(message, speaking, body, subject, formal) {
        return verdict;
    }
    if let Some(words) = circular(speaking) {
        return Verdict { circular: true, ..Verdict::new(Kind::Other, 0.95, words) };
    }
    let listed = message
        .headers
        .marks
        .iter()
        .any(|(n, v)| n.starts_with("list-") || n == "precedence" && v.contains("bulk"));
    if !formal && (speaking.count(Sense::Newsletter) >= 2 || listed && speaking.has(Sense::Newsletter)) {
        let words = speaking.first(Sense::Newsletter).map_or(0..0, |h| h.start..h.end);
        return Verdict { bulk: true, ..Verdict::new(Kind::Other, 0.9, words) };
    }
    let verdict = by_sentences(speaking, subject);
    if unread && !formal {
        // Whatever the covering line says, the note itself has not been read.
        return Verdict { confidence: verdict.confidence.min(0.5), ..verdict };
    }
    verdict
}

fn automatic(
    message: &Message,
    speaking: &Document,
    body: &Document,
    subject: &Document,
    formal: bool,
) -> Option<Verdict> {
    let marks = &message.headers.marks;
    let marked =
        |name: &str, value: &str| marks.iter().any(|(n, v)| n == name && v.to_lowercase().contains(value));
    let report = marked("content-type", "multipart/report");
    let replied =
        marked("auto-submitted", "auto-replied") || marked("x-autoreply", "") || marked("x-autorespond", "");
    let generated = marked("auto-submitted", "auto-generated");
    let null_sender = message.headers.return_path.as_deref() == Some("");
    let in_subject = subject.has(Sense::Machine);
    let head_end = 800.min(body.folded.text().len());
    let in_body = body.hits.iter().any(|h| h.sense == Sense::Machine && h.start < head_end);
    let words = speaking.first(Sense::Machine).map_or(0..0, |h| h.start..h.end);
    if report {
        return Some(Verdict::new(Kind::Automatic, 0.97, words));
    }
    if formal {
        // Scanners and group addresses set such marks too: a note that carries them is read.
        return None;
    }
    let sure = match (replied || generated || null_sender, in_subject, in_body) {
        (true, true, _) | (true, _, true) => 0.97,
        (_, true, true) => 0.95,
        (_, true, false) => 0.85,
        (false, false, true) if body.text.len() < 1_200 && body.count(Sense::Machine) >= 2 => 0.8,
        (true, ..) if replied && message.papers.is_empty() => 0.85,
        (true, ..) if null_sender && message.papers.is_empty() => 0.8,
        _ => return None,
    };
    Some(Verdict::new(Kind::Automatic, sure, words))
}

/// Words that show a paper meant for all missions, or one by which facilitators or presidents speak to them.
fn circular(document: &Document) -> Option<Range<usize>> {
    let opening = document.first(Sense::Opening);
    let to_all = document.hits.iter().filter(|h| h.sense == Sense::ToAll);
    let letter = document.has(Sense::Salutation);
    for hit in to_all {
        let addressed = match opening {
            Some(o) => hit.start >= o.end && hit.start - o.end < 120,
            None => letter && (is_address_line(document, hit.start) || document.has(Sense::Facilitating)),
        };
        if addressed {
            return Some(hit.start..hit.end);
        }
    }
    let facilitating = document.first(Sense::Facilitating)?;
    (opening.is_none() && letter && speaks_first(document, facilitating.start))
        .then_some(facilitating.start..facilitating.end)
}

/// Whether the words before say "we" or "I": the facilitators themselves write.
fn speaks_first(document: &Document, at: usize) -> bool {
    let before = document.folded.text().get(..at).unwrap_or_default();
    let clause: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    [" we ", " our", " my", " i ", "nous", "notre", " ma ", "nuestra", " mi ", "appointed"]
        .iter()
        .any(|w| clause.contains(w))
        || document.folded.text().get(at..).is_some_and(|t| {
            t.starts_with("in our")
                || t.starts_with("i have")
                || t.starts_with("we write")
                || t.starts_with("en n")
                || t.starts_with("in my")
        })
}

/// Whether the line begins with (or soon reaches) these words, as the address of a letter does.
fn is_address_line(document: &Document, at: usize) -> bool {
    let start = document.folded.origin(at);
    let line = document.text.get(..start).and_then(|t| t.rsplit(['\n', '\x0c']).next()).unwrap_or_default();
    line.trim_matches(['*', ' ', '_']).chars().count() <= 6
}

fn by_sentences(document: &Document, subject: &Document) -> Verdict {
    let all = read_sentences(document);
    let first = |test: &dyn Fn(&Sentence) -> bool| all.iter().find(|s| test(s)).map(|s| s.range.clone());
    let any = |sense: Sense| all.iter().any(|s| s.has(sense));
    let verdict = |kind, confidence, words: Range<usize>| Verdict::new(kind, confidence, words);

    let asked =
        |s: &Sentence| document.folded.text().get(s.range.clone()).is_some_and(|t| asks(t.trim_end()));
    let request = first(&|s| {
        s.requests() && !s.has(Sense::Enquiring) && !asked(s) && !is_past(document, s)
            || asks_to_pay(document, s)
    });
    let loose = first(&|s| s.requests() && !s.has(Sense::Earlier));
    let replacing =
        first(&|s| s.has(Sense::Replacing) && !s.has(Sense::Conditional) && !s.has(Sense::NoReplacement));
    let withdrawing = first(&|s| s.has(Sense::Withdrawing) && !s.has(Sense::Conditional));
    let earlier = any(Sense::Earlier);
    let offer = first(&|s| {
        s.has(Sense::Giving) && (s.has(Sense::Money) || !s.has(Sense::Asking)) && !gives_to_travel(s)
    });
    let money = all.iter().any(|s| s.has(Sense::Giving) && s.has(Sense::Money));
    let enquiry =
        first(&|s| s.has(Sense::Enquiring) || document.folded.text().get(s.range.clone()).is_some_and(asks));
    let attending = first(&|s| s.has(Sense::Attending));

    if let Some(words) = replacing.clone()
        && (earlier || withdrawing.is_some() || request.is_none())
        && (earlier
            || attending.is_some()
            || withdrawing.is_some()
            || any(Sense::Support)
            || any(Sense::Mission))
    {
        return verdict(Kind::Amendment, if earlier { 0.92 } else { 0.8 }, words);
    }
    if let Some(words) = withdrawing {
        let sure = if earlier || any(Sense::NoReplacement) || any(Sense::Support) { 0.92 } else { 0.75 };
        return verdict(Kind::Withdrawal, sure, words);
    }
    if let Some(words) = offer.clone()
        && (request.is_none() || money)
    {
        // "contributes to the fund, to support the travel of ...": the purpose of the gift is no wish.
        let sure = if request.as_ref().is_some_and(|r| *r != words) { 0.7 } else { 0.9 };
        return verdict(Kind::Contribution, sure, words);
    }
    if let Some(words) = request {
        return verdict(Kind::Request, 0.93, words);
    }
    let no_support = first(&|s| s.has(Sense::NoSupport));
    // "The Government has designated Ms. X. ... An air ticket is required.": the wish stands apart from its verb.
    let wished = first(&|s| s.has(Sense::Support) && !s.has(Sense::NoSupport) && !s.has(Sense::Machine));
    let apart = wished.filter(|_| document.has(Sense::Opening) || document.has(Sense::LetterClose));
    if let Some(words) = apart.clone()
        && no_support.is_none()
        && enquiry.is_none()
        && (attending.is_some() || any(Sense::Asking))
        && !any(Sense::Thanking)
    {
        return verdict(Kind::Request, 0.8, words);
    }
    if let Some(words) = attending.clone()
        && (no_support.is_some() || enquiry.is_none() && loose.is_none())
    {
        return verdict(
            Kind::Attendance,
            if document.has(Sense::Opening) || no_support.is_some() { 0.9 } else { 0.75 },
            words,
        );
    }
    if let Some(words) = enquiry {
        let asks_too = loose.is_some() && document.has(Sense::Opening);
        return verdict(Kind::Enquiry, if asks_too { 0.65 } else { 0.85 }, words);
    }
    if let Some(words) = loose {
        return verdict(Kind::Request, 0.7, words);
    }
    if let Some(words) = attending {
        return verdict(Kind::Attendance, 0.7, words);
    }
    if let Some(words) = apart.filter(|_| no_support.is_none() && !any(Sense::Thanking)) {
        return verdict(Kind::Request, 0.6, words);
    }
    if document.has(Sense::Opening) && no_support.is_none() && !any(Sense::Thanking) {
        // A note to the desk that speaks of tickets asks for one; a person looks.
        if let Some(words) = first(&|s| s.has(Sense::Costs)) {
            return verdict(Kind::Request, 0.6, words);
        }
    }
    if subject.has(Sense::Support) && (subject.has(Sense::Asking) || document.has(Sense::Opening)) {
        return verdict(Kind::Request, 0.5, 0..0);
    }
    verdict(Kind::Other, 0.7, 0..0)
}

/// "support the travel" in a sentence that gives: the purpose of the gift, not a wish.
fn gives_to_travel(sentence: &Sentence) -> bool {
    sentence.has(Sense::Asking) && sentence.has(Sense::Support) && !sentence.has(Sense::Money)
}

/// A sentence that only recalls what was asked before.
fn is_past(document: &Document, sentence: &Sentence) -> bool {
    let text = document.folded.text().get(sentence.range.clone()).unwrap_or_default();
    sentence.has(Sense::Earlier)
        && [
            "requested",
            "requesting",
            "by which",
            "in which",
            "par laquelle",
            "dans laquelle",
            "mediante la cual",
            "por la que",
            "por la cual",
            "which sought",
        ]
        .iter()
        .any(|w| text.contains(w))
}

/// "could the fund pay the ticket of my colleague, Mr. X?": a request in the form of a polite question. It asks that
/// somebody pay, for a person who is named or at hand; a question about the paying ("whether") is none.
fn asks_to_pay(document: &Document, sentence: &Sentence) -> bool {
    const WOULD: &[&str] = &[
        "could", "can", "would", "may", "might", "will", "pourrait", "pourriez", "peut", "serait", "pouvez",
        "podria", "podrian", "puede", "seria",
    ];
    const PAY: &[&str] = &[
        "granted",
        "funded",
        "sponsored",
        "supported",
        "covered",
        "paid",
        "financed",
        "assisted",
        "pay",
        "cover",
        "finance",
        "fund",
        "support",
        "sponsor",
        "bear",
        "provide",
        "grant",
        "assist",
        "book",
        "purchase",
        "help",
        "prendre",
        "payer",
        "financer",
        "couvrir",
        "soutenir",
        "appuyer",
        "pagar",
        "cubrir",
        "costear",
        "sufragar",
        "financiar",
        "apoyar",
        "comprar",
    ];
    const ABOUT: &[&str] = &[
        "whether",
        "if",
        "confirm",
        "inform",
        "advise",
        "tell",
        "know",
        "clarify",
        "how",
        "when",
        "what",
        "which",
        "si",
        "confirmer",
        "informer",
        "preciser",
        "confirmar",
        "informar",
        "aclarar",
        "cuando",
        "como",
        "received",
        "been",
    ];
    const PERSON: &[&str] = &[
        "i",
        "me",
        "my",
        "our",
        "us",
        "moi",
        "notre",
        "yo",
        "mi",
        "nuestro",
        "nuestra",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "sr",
        "sra",
        "senor",
        "senora",
        "dra",
        "ing",
        "lic",
        "colleague",
        "delegate",
        "nominee",
        "representative",
        "collegue",
        "delegue",
        "colega",
        "delegado",
        "delegada",
    ];
    if sentence.has(Sense::Machine) || sentence.has(Sense::NoSupport) || sentence.has(Sense::Earlier) {
        return false;
    }
    let text = document.folded.text().get(sentence.range.clone()).unwrap_or_default();
    if !sentence.has(Sense::Support) && !sentence.has(Sense::Enquiring) && !asks(text.trim_end()) {
        return false;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let Some(_) = words.by_ref().find(|w| WOULD.contains(w)) else { return false };
    let (mut pays, mut person) = (false, false);
    for word in words {
        if !pays && ABOUT.contains(&word) {
            return false;
        }
        person |= PERSON.contains(&word);
        pays |= PAY.contains(&word);
    }
    pays && person
}

fn asks(sentence: &str) -> bool {
    sentence.ends_with(['?', '؟', '？'])
}
