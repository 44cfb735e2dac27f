//! Which document of a message speaks, and the facts that stand in it.

mod edges;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

pub(super) use edges::Line;

use crate::message::{Message, Paper, Receipt};
use crate::reading::doubts::{doubt_if_other, doubts};
use crate::reading::note_date;
use crate::reading::phrases::{self, Hit, Sense};
use crate::reading::sentences::{self, Page};
use crate::reading::stems::Stems;
use crate::reading::words::Word;
use crate::reading::{
    CERTAIN, EventClue, Evidence, Fact, Field, Form, Kind, PaperKind, Place, Quoted, Reading, boxes, clues,
    courtesies, form, issuer, kind, language, leaders, papers, quoted, reference, sheets, topics,
    translation, travellers, words,
};
use crate::states::States;
use crate::states::fold::Folded;

/// Longest text of one document that is looked at, in bytes: some forty pages.
const LIMIT: usize = 200_000;

/// The body or a paper, with its text folded once and the phrases found in it.
pub(super) struct Document {
    /// `body` or the paper's file name.
    pub name: String,
    /// Pages joined with form feeds, without a translation of itself.
    pub text: String,
    /// The translation; empty where it has none.
    pub translation: String,
    pub folded: Folded,
    pub hits: Vec<Hit>,
    /// Bytes of its form feeds.
    feeds: Vec<usize>,
    /// Pages of its paper before the first of it.
    skipped: u32,
    /// Where its pages came as papers of their own, their names.
    sheets: Vec<String>,
    words: OnceCell<words::Kept>,
    pages: OnceCell<Vec<Page>>,
    sentences: OnceCell<Vec<Sentence>>,
    edges: OnceCell<Vec<(Range<usize>, Folded)>>,
}

/// A sentence with the kinds of its words.
pub(super) struct Sentence {
    /// Bytes of the folded text.
    pub range: Range<usize>,
    pub stems: Stems,
    /// Bits of its topics, as [`topics::of`] gives them.
    pub topics: u64,
}

impl Document {
    pub(super) fn new(name: &str, mut text: String) -> Self {
        text.truncate(text.floor_char_boundary(LIMIT));
        text = boxes::chosen(&text).unwrap_or(text);
        text = leaders::without(&text).unwrap_or(text);
        let (mut folded, mut hits) = known(&text);
        let mut translation = String::new();
        if let Some((first, second)) = translation::apart(&text, &folded, &hits) {
            (text, translation) = (first, second);
            (folded, hits) = known(&text);
        }
        let feeds = text.match_indices('\x0c').map(|(at, _)| at).collect();
        Self {
            name: name.to_owned(),
            sheets: Vec::new(),
            text,
            translation,
            folded,
            hits,
            feeds,
            skipped: 0,
            words: OnceCell::new(),
            pages: OnceCell::new(),
            sentences: OnceCell::new(),
            edges: OnceCell::new(),
        }
    }

    /// The `text` of a paper, without a covering letter before its note.
    fn of_paper(paper: &Paper, text: String, states: &States) -> Self {
        match papers::behind_cover(paper, states) {
            0 => Self::new(&paper.name, text),
            cover => {
                let note = paper.pages.get(cover..).unwrap_or_default().join("\x0c");
                Self { skipped: u32::try_from(cover).unwrap_or(u32::MAX), ..Self::new(&paper.name, note) }
            }
        }
    }

    /// The note of which each of `papers` is a page.
    pub(super) fn of_sheets(papers: &[&Paper]) -> Self {
        let text: Vec<String> = papers.iter().map(|p| p.pages.concat()).collect();
        let sheets: Vec<String> = papers.iter().map(|p| p.name.clone()).collect();
        let name = sheets.first().cloned().unwrap_or_default();
        Self { sheets, ..Self::new(&name, text.join("\x0c")) }
    }

    /// The page of its paper on which it begins, from 1.
    pub(super) fn first_page(&self) -> u32 {
        1 + self.skipped
    }

    /// Its words, numbers and signs.
    pub(super) fn words(&self) -> Vec<Word<'_>> {
        self.words.get_or_init(|| words::Kept::of(&self.folded)).words(&self.folded)
    }

    /// Its pages, with the bytes of their sentences in the original text.
    pub(super) fn pages(&self) -> &[Page] {
        self.pages.get_or_init(|| sentences::pages(&self.text))
    }

    /// Its sentences, with the kinds of their words.
    pub(super) fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| {
            let words = self.words();
            let mut rest = words.as_slice();
            let each = sentences::of_folded(self.folded.text()).into_iter().map(|range| {
                let (own, after) = rest.split_at(rest.partition_point(|w| w.at < range.end));
                rest = after;
                let text = self.folded.text().get(range.clone()).unwrap_or_default();
                Sentence { range, stems: Stems::of(own), topics: topics::of(own, text) }
            });
            each.collect()
        })
    }

    /// The first phrase of this sense.
    pub(super) fn first(&self, sense: Sense) -> Option<&Hit> {
        self.hits.iter().find(|h| h.sense == sense)
    }

    /// Whether it has a phrase of this sense.
    pub(super) fn has(&self, sense: Sense) -> bool {
        self.first(sense).is_some()
    }

    /// How many phrases of this sense it has.
    pub(super) fn count(&self, sense: Sense) -> usize {
        self.hits.iter().filter(|h| h.sense == sense).count()
    }

    /// A fact with the words of `range` (bytes of the original text) and their page.
    pub(super) fn quoted<T>(&self, value: T, confidence: f32, range: Range<usize>) -> Quoted<T> {
        let feeds = self.feeds.partition_point(|feed| *feed < range.start);
        let page = self.first_page().saturating_add(u32::try_from(feeds).unwrap_or(u32::MAX));
        let words = self.text.get(range).unwrap_or_default();
        let words: String =
            words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(240).collect();
        let place = match self.sheets.get(feeds) {
            Some(sheet) => Place { document: sheet.clone(), page: 1 },
            None => Place { document: self.name.clone(), page },
        };
        Quoted { value, confidence, place, words }
    }

    /// The same for a range of the folded text.
    pub(super) fn quoted_folded<T>(&self, value: T, confidence: f32, range: Range<usize>) -> Quoted<T> {
        // Nothing is quoted from nowhere: an empty range would be widened to a letter.
        let words = if range.is_empty() { 0..0 } else { self.folded.span(range, &self.text) };
        self.quoted(value, confidence, words)
    }

    /// Words that may say which event is meant.
    fn clues(&self, near: NaiveDate) -> Vec<EventClue> {
        clues::find(self, near)
    }

    /// How much this document is a note or letter that speaks for itself.
    fn weight(&self) -> u32 {
        let has = |sense| u32::from(self.has(sense));
        let letter = has(Sense::Salutation) + has(Sense::FirstPerson) + has(Sense::LetterClose);
        8 * has(Sense::Opening)
            + 5 * has(Sense::Closing)
            + if letter >= 2 { 2 + letter } else { 0 }
            + has(Sense::Mission)
            + has(Sense::NamesNote) * u32::from(self.text.len() > 400)
    }
}

/// A text folded, with the phrases in it.
fn known(text: &str) -> (Folded, Vec<Hit>) {
    let folded = Folded::new(text);
    let mut hits = phrases::find(&folded);
    courtesies::add(&folded, &mut hits);
    (folded, hits)
}

/// Roughly the day on which the message was written, which settles years that are left out and what is still to come.
///
/// Mail may be read long after it came (a file without Received lines, an old mailbox): its own Date is nearer the
/// truth than the moment of reading. A clock that is wrong gives way to a date printed on the note.
fn written_on(message: &Message, receipt: &Receipt, note_date: &Fact<NaiveDate>) -> NaiveDate {
    let received = receipt.received.date_naive();
    let Some(said) = message.headers.date.map(|d| d.date_naive()) else { return received };
    let fresh = |day: NaiveDate| (-2..=WEEKS).contains(&(received - day).num_days());
    let printed_fresh = note_date.value().is_some_and(|printed| fresh(*printed));
    if fresh(said) || said < received && !printed_fresh { said } else { received }
}

/// Days within which a note travels from its date to the mailbox.
const WEEKS: i64 = 60;

/// Reads a message; `evidence` takes what it was judged by.
pub(super) fn read(
    message: &Message,
    receipt: &Receipt,
    states: &States,
    evidence: Option<&mut Evidence>,
) -> Reading {
    let mail = message.headers.date.unwrap_or(receipt.received).date_naive();
    let subject = Document::new("subject", message.headers.subject.clone());
    // Of several who receive it one may have written the note that is forwarded.
    let ours = message.headers.to.first().filter(|_| message.headers.to.len() == 1);
    let own = quoted::own_text(&message.body, papers::forwards(&message.headers.subject), ours);
    let body = Document::new("body", own.clone());
    let mut papers: Vec<(&Paper, Option<Document>)> = message
        .papers
        .iter()
        .map(|p| (p, papers::text(p).map(|text| Document::of_paper(p, text, states))))
        .collect();
    let mut kinds: Vec<PaperKind> = papers.iter().map(|(p, d)| papers::kind(p, d.as_ref())).collect();
    let sheets = sheets::join(&mut papers, &kinds);
    let covers = papers::covers(&body);
    if let Some(kind) = papers::covered(&papers, &kinds).filter(|_| covers).and_then(|at| kinds.get_mut(at)) {
        *kind = PaperKind::Note;
    }

    let speaking = speaking(&body, covers, &papers, &kinds);
    // Only now: a sheet that is not the first says nothing by itself.
    kinds
        .iter_mut()
        .enumerate()
        .filter(|(at, _)| sheets.contains(at))
        .for_each(|(_, kind)| *kind = PaperKind::Note);
    let others: Vec<&Document> = std::iter::once(&body)
        .chain(papers.iter().filter_map(|(_, d)| d.as_ref()))
        .filter(|d| !std::ptr::eq(*d, speaking) && d.has(Sense::Opening))
        .collect();
    let unread = papers.iter().any(|(p, d)| d.is_none() && papers::might_be_note(p));

    // A note that names nobody before its translation is read in it.
    let persons = travellers::find(speaking, states);
    let translated = (!speaking.translation.is_empty())
        .then(|| Document::new(&speaking.name, speaking.translation.clone()));
    let naming = translated.as_ref().filter(|_| persons.is_empty()).unwrap_or(speaking);
    let persons = if std::ptr::eq(naming, speaking) { persons } else { travellers::find(naming, states) };
    let clues = speaking.clues(mail);
    let times = kind::Times::of(&clues);
    let verdict = kind::judge(message, speaking, &body, &subject, persons.tally(), times, unread);
    let silent = matches!(verdict.kind, Kind::Automatic) || verdict.circular || verdict.bulk;
    let sender = message.headers.from.first();
    let mut found = issuer::find(speaking, &others, &body, &subject, sender, states);
    // What a machine says for an office names it plainly or not at all.
    if silent && !verdict.circular && (verdict.bulk || !found.state.is_certain()) {
        found = issuer::Issuer::default();
    }
    // A mission may tell all others that it is closed; what facilitators and presidents write is no State's.
    if verdict.circular
        && !(speaking.has(Sense::Opening) && found.state.quoted().is_some_and(|q| q.confidence >= CERTAIN))
    {
        found = issuer::Issuer::default();
    }
    // Whoever asks for nothing may write from anywhere.
    let asks_nothing = matches!(verdict.kind, Kind::Other | Kind::Contribution);
    if asks_nothing && found.state.quoted().is_some_and(|q| q.confidence < issuer::LIKELY) {
        found = issuer::Issuer { considered: found.considered, ..issuer::Issuer::default() };
    }
    let (form, form_clues) = form::of(speaking, unread, mail);
    if let Some(evidence) = evidence {
        evidence.kind = verdict.grounds(speaking);
        evidence.turns = verdict.turns(speaking, &subject);
        evidence.form = form_clues;
        evidence.states.clone_from(&found.considered);
        evidence.persons = travellers::find(naming, states).considered(verdict.kind);
    }
    // Of what may be a note or letter a number is looked for without its label as well.
    let surely = |q: &Quoted<Form>| q.value == Form::Message && q.confidence >= CERTAIN;
    let ordinary = form.quoted().is_some_and(surely) && speaking.name == "body";
    let mut note_reference = if silent && !verdict.circular {
        Fact::Missing
    } else {
        reference::find(speaking, &subject.text, ordinary)
    };
    let mut note_date =
        if silent && !verdict.circular { Fact::Missing } else { note_date::find(speaking, mail) };
    for other in &others {
        // Two notes in one message may well bear different numbers: a person looks.
        doubt_if_other(&mut note_reference, &reference::find(other, "", false));
        doubt_if_other(&mut note_date, &note_date::find(other, mail));
    }
    // Numbers and days of what nobody says for a State, a newsletter or an advertisement, are none of a note's.
    if verdict.kind == Kind::Other && form.value() == Some(&Form::Message) && found.state == Fact::Missing {
        (note_reference, note_date) = (Fact::Missing, Fact::Missing);
    }
    let is_paper = speaking.name != "body";
    if form.value() == Some(&Form::Message) && !is_paper {
        // An ordinary mail is no note: dates in its signature are not the date of one.
        note_date = match note_date {
            Fact::Stated(q) if q.confidence >= 0.9 => Fact::Stated(q),
            _ => Fact::Missing,
        };
    }
    let near = written_on(message, receipt, &note_date);
    let speaks = !verdict.bulk && verdict.kind != Kind::Automatic && !speaking.text.trim().is_empty();
    let silence = || travellers::Travellers { list: Vec::new(), unsure: false };
    let persons = if silent { silence() } else { persons.travellers(naming, verdict.kind) };
    // Years that are left out hang on the day of writing.
    let mut clues = if near == mail { clues } else { speaking.clues(near) };
    // The day on which a note was written is no meeting's, whatever stands below it.
    let written = note_date.value().copied();
    clues.retain_mut(|clue| {
        if written.is_none()
            || clue.first_day != written
            || clue.last_day.is_some_and(|day| Some(day) != written)
        {
            return true;
        }
        (clue.first_day, clue.last_day) = (None, None);
        clue.ordinal.is_some() || clue.stretch.is_some()
    });
    let mut reading = Reading {
        kind: Fact::Stated(verdict.quoted(speaking)),
        form,
        language: language::of(speaking, &subject),
        state: found.state,
        channel: found.channel,
        note_reference,
        note_date,
        travellers: persons.list,
        clues: if silent && !verdict.circular { Vec::new() } else { clues },
        speaks: speaks.then(|| speaking.name.clone()),
        papers: papers.iter().zip(&kinds).map(|((p, _), kind)| papers::described(p, *kind)).collect(),
        doubts: BTreeSet::new(),
        troubles: papers::troubles(message),
    };
    if !silent && reading.clues.iter().all(|c| c.aside) {
        reading.clues.extend(subject.clues(near));
    } else if !silent {
        // What the mail is called tells the meeting that its text leaves out.
        let aside = |clue: EventClue| EventClue { acts: false, aside: true, ..clue };
        reading.clues.extend(subject.clues(near).into_iter().map(aside));
    }
    let mut quotes_note = false;
    if !silent {
        // What is answered may name the meeting that the answer leaves out; matching looks there last.
        let history = Document::new("body", quoted::history(&message.body, &own));
        quotes_note = history.has(Sense::Opening);
        let recalled = translated.iter().flat_map(|t| t.clues(near)).chain(history.clues(near));
        reading.clues.extend(recalled.map(|clue| EventClue { history: true, acts: false, ..clue }));
    }
    papers::doubt_recognised(&mut reading, message);
    reading.doubts = doubts(&reading, unread);
    // A note that stands only in what is quoted, below a line that asks for nothing, may be meant.
    if quotes_note && reading.kind.value() == Some(&Kind::Other) {
        reading.doubts.extend([Field::Kind, Field::Events]);
    }
    reading.doubts.extend(persons.unsure.then_some(Field::Travellers));
    reading.doubts.extend(papers::lost_fields(&reading, message));
    reading
}

/// The note; among several the most formal, and of equals the one that comes first.
fn speaking<'a>(
    body: &'a Document,
    covers: bool,
    papers: &'a [(&Paper, Option<Document>)],
    kinds: &[PaperKind],
) -> &'a Document {
    let mut best = body;
    // Whatever stands behind a covering line says more than it.
    let mut weight = if covers { 0 } else { body.weight() };
    for ((_, document), kind) in papers.iter().zip(kinds) {
        let Some(document) = document else { continue };
        let own = document.weight();
        if matches!(kind, PaperKind::Note)
            && own + u32::from(covers && best.name == "body")
                > weight + u32::from(best.name == "body" && best.has(Sense::Opening)) * 4
        {
            best = document;
            weight = own;
        }
    }
    best
}

#[cfg(test)]
mod tests;
