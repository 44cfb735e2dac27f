//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-0.972, -1.851, 2.823];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.489, -0.749, -0.740]),
    ("Closing", [0.991, -0.351, -0.640]),
    ("NamesNote", [0.715, -0.343, -0.373]),
    ("Salutation", [-0.222, 0.888, -0.666]),
    ("FirstPerson", [-0.456, 0.814, -0.358]),
    ("Honour", [-0.160, 0.248, -0.088]),
    ("LetterClose", [-0.178, 1.054, -0.876]),
    ("Ordinary", [-0.329, 0.204, 0.125]),
    ("Mission", [0.089, -0.016, -0.072]),
    ("Ministry", [-0.312, 0.454, -0.142]),
    ("Embassy", [-0.054, 0.013, 0.041]),
    ("Representative", [-0.115, 0.304, -0.189]),
    ("Government", [0.118, -0.116, -0.002]),
    ("Machine", [-0.275, -0.029, 0.304]),
    ("opens and closes", [0.789, -0.356, -0.433]),
    ("an office leads", [0.977, -0.566, -0.411]),
    ("an office leads a line", [0.565, -0.354, -0.211]),
    ("an office twice", [0.399, -0.397, -0.002]),
    ("an office thrice", [0.723, -0.417, -0.306]),
    ("I", [-0.366, 0.367, -0.001]),
    ("we", [-0.410, 0.143, 0.267]),
    ("you", [-0.509, 0.267, 0.242]),
    ("one who writes", [-0.573, 0.655, -0.082]),
    ("nobody writes", [0.533, -0.373, -0.160]),
    ("a dateline above", [0.095, 2.222, -2.317]),
    ("a dateline below", [0.561, 0.953, -1.515]),
    ("a number above", [0.882, 0.397, -1.279]),
    ("a number below", [0.322, 0.458, -0.780]),
    ("a greeting", [0.272, -1.083, 0.811]),
    ("a short last line", [0.154, 0.130, -0.284]),
    ("names at the foot", [-0.833, 0.758, 0.074]),
    ("exclaims", [-0.432, -0.129, 0.561]),
    ("asks a question", [-0.426, -0.125, 0.551]),
    ("shortened words", [-0.026, -0.122, 0.147]),
    ("begins small", [-0.005, -0.101, 0.106]),
    ("in a paper", [0.113, -0.071, -0.042]),
    ("short", [0.200, -0.630, 0.430]),
    ("long", [0.217, 0.195, -0.412]),
    ("an address in the foot", [-0.013, -0.307, 0.319]),
];
