//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.605, -2.725, 4.330];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.137, -0.707, -1.430]),
    ("Closing", [1.575, -0.688, -0.887]),
    ("NamesNote", [1.796, -0.762, -1.035]),
    ("Salutation", [-0.490, 1.131, -0.641]),
    ("FirstPerson", [-0.651, 1.072, -0.421]),
    ("Honour", [-0.357, 0.741, -0.385]),
    ("LetterClose", [-0.034, 1.189, -1.155]),
    ("Ordinary", [-0.219, 0.622, -0.403]),
    ("Mission", [-0.206, -0.113, 0.319]),
    ("Ministry", [-0.468, 0.684, -0.216]),
    ("Embassy", [-0.244, 0.192, 0.052]),
    ("Representative", [-0.121, 0.418, -0.297]),
    ("Government", [0.421, -0.218, -0.203]),
    ("Machine", [-0.434, -0.302, 0.736]),
    ("opens and closes", [0.962, -0.529, -0.432]),
    ("an office leads", [1.295, -0.718, -0.577]),
    ("an office leads a line", [0.811, -0.418, -0.393]),
    ("an office twice", [0.685, -0.322, -0.364]),
    ("an office thrice", [0.778, -0.622, -0.156]),
    ("I", [-0.745, 0.892, -0.147]),
    ("we", [-0.433, 0.239, 0.194]),
    ("you", [-0.874, 0.399, 0.475]),
    ("one who writes", [-0.659, 0.344, 0.315]),
    ("nobody writes", [0.640, -0.038, -0.602]),
    ("a dateline above", [0.125, 2.907, -3.032]),
    ("a dateline below", [0.797, 1.390, -2.187]),
    ("a number above", [0.947, 0.162, -1.109]),
    ("a number below", [0.444, 0.536, -0.980]),
    ("a greeting", [1.088, -1.877, 0.788]),
    ("a short last line", [0.155, 0.399, -0.555]),
    ("names at the foot", [-1.006, 0.942, 0.063]),
    ("exclaims", [-0.578, 0.098, 0.480]),
    ("asks a question", [-0.880, 0.378, 0.502]),
    ("shortened words", [-0.054, -0.549, 0.604]),
    ("begins small", [-0.004, 0.243, -0.238]),
    ("in a paper", [0.229, -0.193, -0.037]),
    ("short", [0.415, -0.495, 0.080]),
    ("long", [-0.226, 0.645, -0.419]),
    ("an address in the foot", [0.149, -0.852, 0.703]),
];
