//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.159, -2.332, 3.491];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.849, -0.703, -1.145]),
    ("Closing", [1.391, -0.549, -0.841]),
    ("NamesNote", [1.740, -0.491, -1.249]),
    ("Salutation", [-0.508, 0.956, -0.448]),
    ("FirstPerson", [-0.668, 0.956, -0.288]),
    ("Honour", [-0.360, 0.541, -0.182]),
    ("LetterClose", [-0.112, 0.783, -0.671]),
    ("Ordinary", [-0.078, 0.333, -0.255]),
    ("Mission", [-0.321, -0.139, 0.461]),
    ("Ministry", [-0.492, 0.486, 0.005]),
    ("Embassy", [-0.250, 0.076, 0.174]),
    ("Representative", [-0.037, 0.338, -0.301]),
    ("Government", [0.338, -0.197, -0.140]),
    ("Machine", [-0.218, -0.039, 0.256]),
    ("opens and closes", [0.914, -0.423, -0.491]),
    ("an office leads", [1.154, -0.586, -0.568]),
    ("an office leads a line", [0.624, -0.324, -0.300]),
    ("an office twice", [0.615, -0.514, -0.100]),
    ("an office thrice", [0.804, -0.596, -0.208]),
    ("I", [-0.634, 0.477, 0.157]),
    ("we", [-0.461, 0.041, 0.420]),
    ("you", [-0.857, 0.458, 0.399]),
    ("one who writes", [-0.673, 0.535, 0.138]),
    ("nobody writes", [0.691, -0.620, -0.071]),
    ("a dateline above", [0.175, 3.028, -3.203]),
    ("a dateline below", [0.865, 1.457, -2.321]),
    ("a number above", [0.956, 0.220, -1.176]),
    ("a number below", [0.476, 0.725, -1.201]),
    ("a greeting", [0.913, -1.548, 0.635]),
    ("a short last line", [0.102, 0.351, -0.453]),
    ("names at the foot", [-1.090, 1.292, -0.202]),
    ("exclaims", [-0.550, -0.231, 0.781]),
    ("asks a question", [-0.826, 0.136, 0.691]),
    ("shortened words", [-0.061, -0.245, 0.307]),
    ("begins small", [-0.006, 0.015, -0.009]),
    ("in a paper", [0.146, -0.123, -0.023]),
    ("short", [0.245, -0.527, 0.282]),
    ("long", [0.305, 0.065, -0.370]),
    ("an address in the foot", [0.061, -0.801, 0.739]),
];
