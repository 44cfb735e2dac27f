//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.659, -2.775, 4.434];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.171, -0.711, -1.460]),
    ("Closing", [1.585, -0.699, -0.886]),
    ("NamesNote", [1.797, -0.775, -1.022]),
    ("Salutation", [-0.460, 1.155, -0.695]),
    ("FirstPerson", [-0.634, 1.113, -0.479]),
    ("Honour", [-0.371, 0.792, -0.420]),
    ("LetterClose", [-0.033, 1.226, -1.193]),
    ("Ordinary", [-0.204, 0.674, -0.470]),
    ("Mission", [-0.216, -0.104, 0.320]),
    ("Ministry", [-0.473, 0.638, -0.166]),
    ("Embassy", [-0.258, 0.250, 0.008]),
    ("Representative", [-0.138, 0.456, -0.318]),
    ("Government", [0.410, -0.181, -0.229]),
    ("Machine", [-0.379, -0.491, 0.870]),
    ("opens and closes", [1.004, -0.564, -0.440]),
    ("an office leads", [1.290, -0.657, -0.633]),
    ("an office leads a line", [0.829, -0.360, -0.469]),
    ("an office twice", [0.696, -0.446, -0.250]),
    ("an office thrice", [0.801, -0.535, -0.265]),
    ("I", [-0.724, 0.915, -0.191]),
    ("we", [-0.434, 0.281, 0.153]),
    ("you", [-0.874, 0.327, 0.547]),
    ("one who writes", [-0.667, 0.334, 0.334]),
    ("nobody writes", [0.652, -0.051, -0.602]),
    ("a dateline above", [0.126, 2.929, -3.055]),
    ("a dateline below", [0.771, 1.434, -2.205]),
    ("a number above", [0.934, 0.150, -1.084]),
    ("a number below", [0.477, 0.395, -0.872]),
    ("a greeting", [1.134, -1.919, 0.785]),
    ("a short last line", [0.149, 0.374, -0.523]),
    ("names at the foot", [-0.999, 0.972, 0.026]),
    ("exclaims", [-0.538, -0.043, 0.581]),
    ("asks a question", [-0.860, 0.396, 0.465]),
    ("shortened words", [-0.052, -0.530, 0.582]),
    ("begins small", [-0.004, 0.271, -0.267]),
    ("in a paper", [0.231, -0.191, -0.040]),
    ("short", [0.447, -0.481, 0.034]),
    ("long", [-0.211, 0.626, -0.414]),
    ("an address in the foot", [0.104, -0.792, 0.688]),
];
