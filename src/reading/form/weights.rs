//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-0.963, -2.355, 3.319];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.752, -0.734, -1.018]),
    ("Closing", [1.367, -0.573, -0.794]),
    ("NamesNote", [1.860, -0.693, -1.168]),
    ("Salutation", [-0.452, 0.886, -0.434]),
    ("FirstPerson", [-0.562, 0.810, -0.248]),
    ("Honour", [-0.113, 0.244, -0.131]),
    ("LetterClose", [-0.096, 1.029, -0.933]),
    ("Ordinary", [-0.186, 0.346, -0.160]),
    ("Mission", [-0.207, -0.138, 0.346]),
    ("Ministry", [-0.428, 0.427, 0.001]),
    ("Embassy", [-0.224, 0.085, 0.139]),
    ("Representative", [-0.083, 0.347, -0.264]),
    ("Government", [0.313, -0.186, -0.127]),
    ("Machine", [-0.247, -0.044, 0.291]),
    ("opens and closes", [0.922, -0.402, -0.520]),
    ("an office leads", [1.064, -0.508, -0.556]),
    ("an office leads a line", [0.671, -0.293, -0.378]),
    ("an office twice", [0.487, -0.599, 0.112]),
    ("an office thrice", [0.612, -0.473, -0.139]),
    ("I", [-0.510, 0.453, 0.057]),
    ("we", [-0.420, 0.014, 0.406]),
    ("you", [-0.889, 0.416, 0.473]),
    ("one who writes", [-0.715, 0.655, 0.059]),
    ("nobody writes", [0.666, -0.602, -0.065]),
    ("a dateline above", [0.124, 2.939, -3.063]),
    ("a dateline below", [0.871, 1.518, -2.389]),
    ("a number above", [1.008, 0.299, -1.307]),
    ("a number below", [0.501, 0.568, -1.069]),
    ("a greeting", [0.778, -1.475, 0.697]),
    ("a short last line", [0.132, 0.361, -0.494]),
    ("names at the foot", [-1.077, 1.263, -0.186]),
    ("exclaims", [-0.561, -0.144, 0.705]),
    ("asks a question", [-0.893, 0.174, 0.720]),
    ("shortened words", [-0.083, -0.204, 0.287]),
    ("begins small", [-0.006, 0.034, -0.027]),
    ("in a paper", [0.150, -0.132, -0.018]),
    ("short", [0.362, -0.576, 0.214]),
    ("long", [0.236, 0.065, -0.300]),
    ("an address in the foot", [-0.046, -0.724, 0.770]),
];
