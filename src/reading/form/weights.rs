//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.589, -2.849, 4.438];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.232, -0.751, -1.481]),
    ("Closing", [1.639, -0.753, -0.886]),
    ("NamesNote", [1.862, -0.907, -0.955]),
    ("Salutation", [-0.469, 1.284, -0.816]),
    ("FirstPerson", [-0.706, 1.192, -0.487]),
    ("Honour", [-0.391, 0.841, -0.450]),
    ("LetterClose", [-0.079, 1.260, -1.181]),
    ("Ordinary", [-0.217, 0.719, -0.502]),
    ("Mission", [-0.259, -0.149, 0.408]),
    ("Ministry", [-0.467, 0.501, -0.034]),
    ("Embassy", [-0.235, 0.243, -0.008]),
    ("Representative", [-0.108, 0.508, -0.400]),
    ("Government", [0.393, -0.098, -0.295]),
    ("Machine", [-0.381, -0.542, 0.923]),
    ("opens and closes", [1.068, -0.620, -0.448]),
    ("an office leads", [1.314, -0.582, -0.732]),
    ("an office leads a line", [0.843, -0.361, -0.482]),
    ("an office twice", [0.676, -0.432, -0.244]),
    ("an office thrice", [0.774, -0.478, -0.297]),
    ("I", [-0.772, 0.941, -0.168]),
    ("we", [-0.492, 0.319, 0.173]),
    ("you", [-0.837, 0.252, 0.585]),
    ("one who writes", [-0.707, 0.328, 0.378]),
    ("nobody writes", [0.584, -0.076, -0.508]),
    ("a dateline above", [0.043, 2.966, -3.010]),
    ("a dateline below", [0.782, 1.361, -2.143]),
    ("a number above", [1.033, 0.172, -1.205]),
    ("a number below", [0.449, 0.504, -0.953]),
    ("a greeting", [1.187, -1.963, 0.776]),
    ("a short last line", [0.139, 0.400, -0.540]),
    ("names at the foot", [-1.036, 1.039, -0.003]),
    ("exclaims", [-0.530, -0.104, 0.635]),
    ("asks a question", [-0.886, 0.315, 0.570]),
    ("shortened words", [-0.058, -0.523, 0.581]),
    ("begins small", [0.006, 0.247, -0.253]),
    ("in a paper", [0.266, -0.240, -0.026]),
    ("short", [0.455, -0.465, 0.010]),
    ("long", [-0.182, 0.721, -0.539]),
    ("an address in the foot", [0.111, -0.795, 0.684]),
];
