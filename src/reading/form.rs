//! Note verbale, letter or ordinary mail.

use chrono::NaiveDate;

use crate::reading::document::{Document, Line};
use crate::reading::note_date;
use crate::reading::phrases::Sense;
use crate::reading::{Fact, Form};
use crate::states::fold::Folded;

/// The form of the document that speaks. `unread` tells that a paper which may be the note has no text; `mail` is the
/// day of the mail.
pub(super) fn of(document: &Document, unread: bool, mail: NaiveDate) -> Fact<Form> {
    let at = |sense| document.first(sense).map(|h| h.start..h.end);
    let opening = at(Sense::Opening);
    let closing = at(Sense::Closing);
    let stated = |form, confidence, range| Fact::Stated(document.quoted_folded(form, confidence, range));
    let letter = document.has(Sense::Salutation)
        && (document.has(Sense::FirstPerson) || document.has(Sense::LetterClose));
    match (opening, closing) {
        (Some(range), Some(_)) => stated(Form::NoteVerbale, 0.97, range),
        (Some(range), None) => stated(Form::NoteVerbale, if letter { 0.6 } else { 0.88 }, range),
        (None, Some(range)) if !letter && document.count(Sense::Mission) > 0 => {
            stated(Form::NoteVerbale, 0.75, range)
        }
        _ => {
            let first = at(Sense::Salutation).or_else(|| at(Sense::FirstPerson)).unwrap_or(0..0);
            let signed = document.has(Sense::LetterClose) && document.has(Sense::FirstPerson);
            let paper = document.name != "body";
            // In a mail "Dear Sir" and "I" are ordinary; the assurances, or the honour, make it a letter.
            let honour = document.has(Sense::Honour);
            if letter && (paper || document.has(Sense::LetterClose) || honour) {
                let both = document.has(Sense::FirstPerson) && document.has(Sense::LetterClose);
                stated(Form::Letter, if both { 0.93 } else { 0.8 }, first)
            } else if signed && !document.has(Sense::Ordinary)
                || paper && (signed || document.has(Sense::LetterClose))
            {
                stated(Form::Letter, 0.7, first)
            } else if !letter && speaks_of_itself(document) && is_headed(document, mail) {
                stated(Form::NoteVerbale, 0.7, first)
            } else if is_headed(document, mail)
                || document.has(Sense::Salutation) && is_signed_off(document, mail)
            {
                stated(Form::Letter, 0.82, first)
            } else {
                // Where the note itself could not be opened, the covering mail is only that.
                stated(Form::Message, if unread { 0.5 } else { 0.85 }, first)
            }
        }
    }
}

/// Whether the office itself speaks, in the third person.
fn speaks_of_itself(document: &Document) -> bool {
    let offices = document.count(Sense::Mission) + document.count(Sense::Embassy);
    let person = [Sense::Salutation, Sense::FirstPerson, Sense::LetterClose];
    offices >= 2 && !person.iter().any(|sense| document.has(*sense))
}

/// Whether a date stands alone among the last lines, below the signature.
fn is_signed_off(document: &Document, mail: NaiveDate) -> bool {
    let lines: Vec<&str> = document.text.lines().rev().filter(|l| !l.trim().is_empty()).take(2).collect();
    lines.iter().any(|l| l.chars().count() < 60 && note_date::is_dateline(&Folded::new(l), mail))
}

/// Whether a date stands above the salutation, as on a sheet of paper: no ordinary mail is dated by hand.
fn is_headed(document: &Document, mail: NaiveDate) -> bool {
    let turns = [Sense::Salutation, Sense::FirstPerson, Sense::Ordinary, Sense::LetterClose];
    let first = document.hits.iter().filter(|h| turns.contains(&h.sense)).map(|h| h.start).min();
    let Some(first) = first.map(|at| document.folded.origin(at)) else { return false };
    let lines = document.edges();
    let head = || lines.iter().take_while(|line| line.range.end <= first).take(12);
    let numbered = |line: &Line<'_>| {
        let text = line.folded.text();
        ["ref", "our ref", "no.", "no ", "n/ref", "n°"].iter().any(|label| text.starts_with(label))
            && text.len() < 60
            && text.bytes().any(|b| b.is_ascii_digit())
    };
    head().any(|line| note_date::is_dateline(&line.folded, mail) || numbered(line))
}
