//! What a message was judged by, for `verbale read --evidence` and for learning.

use serde::Serialize;

use crate::reading::Kind;

/// One thing that told for or against kinds of message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ground {
    /// What it is.
    pub name: String,
    /// 0 where it is not so; mostly 1 where it is.
    pub value: f32,
    /// How much it told for each kind, below zero against it.
    pub telling: Vec<(Kind, f32)>,
    /// The words that show it, where words do.
    pub words: String,
}

/// A person who is named, and what told whether the message is about him; or a State, and what told whether it writes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Considered {
    /// As printed; the code of a State.
    pub name: String,
    /// How likely it is so, 0 to 1; 0 where a message of this kind is about nobody.
    pub share: f32,
    /// What was weighed.
    pub clues: Vec<String>,
    /// Every turn of words about a person, known or not: for learning.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub turns: Vec<String>,
}

/// By what a message was judged.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// Of its kind; empty where marks of a machine or an address to all States decided without weighing.
    pub kind: Vec<Ground>,
    /// Every turn of words that could tell of the kind, known or not: for learning.
    pub turns: Vec<String>,
    /// Of the form of the document that speaks: what is so, and what not.
    pub form: Vec<(String, bool)>,
    /// Of each State that is named, where no office says whose the message is.
    pub states: Vec<Considered>,
    /// Of each person who is named in the note.
    pub persons: Vec<Considered>,
    /// Of each meeting of the calendar that is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Considered>,
}
