//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.660, -2.837, 4.497];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.192, -0.699, -1.493]),
    ("Closing", [1.630, -0.721, -0.909]),
    ("NamesNote", [1.832, -0.910, -0.923]),
    ("Salutation", [-0.466, 1.277, -0.811]),
    ("FirstPerson", [-0.771, 1.269, -0.498]),
    ("Honour", [-0.410, 0.857, -0.448]),
    ("LetterClose", [0.059, 1.215, -1.274]),
    ("Ordinary", [-0.237, 0.720, -0.484]),
    ("Mission", [-0.161, -0.186, 0.347]),
    ("Ministry", [-0.515, 0.441, 0.074]),
    ("Embassy", [-0.197, 0.206, -0.008]),
    ("Representative", [-0.197, 0.544, -0.346]),
    ("Government", [0.356, -0.071, -0.285]),
    ("Machine", [-0.415, -0.565, 0.981]),
    ("opens and closes", [1.056, -0.576, -0.481]),
    ("an office leads", [1.239, -0.498, -0.741]),
    ("an office leads a line", [1.128, -0.596, -0.531]),
    ("an office twice", [0.700, -0.448, -0.252]),
    ("an office thrice", [0.789, -0.459, -0.330]),
    ("I", [-0.733, 0.915, -0.182]),
    ("we", [-0.576, 0.399, 0.177]),
    ("you", [-0.921, 0.267, 0.654]),
    ("one who writes", [-0.783, 0.364, 0.419]),
    ("nobody writes", [0.585, -0.138, -0.448]),
    ("a dateline above", [0.056, 2.999, -3.055]),
    ("a dateline below", [0.853, 1.305, -2.159]),
    ("a number above", [0.933, 0.192, -1.126]),
    ("a number below", [0.514, 0.427, -0.942]),
    ("a greeting", [1.163, -1.973, 0.810]),
    ("a short last line", [0.107, 0.412, -0.519]),
    ("names at the foot", [-0.907, 1.001, -0.094]),
    ("exclaims", [-0.565, -0.053, 0.617]),
    ("asks a question", [-0.874, 0.285, 0.589]),
    ("shortened words", [-0.051, -0.531, 0.581]),
    ("begins small", [0.008, 0.236, -0.244]),
    ("in a paper", [0.218, -0.190, -0.028]),
    ("short", [0.427, -0.458, 0.031]),
    ("long", [-0.062, 0.689, -0.628]),
    ("an address in the foot", [0.080, -0.782, 0.703]),
];
