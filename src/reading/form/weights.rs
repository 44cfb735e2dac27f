//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-0.941, -2.137, 3.078];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.648, -0.794, -0.854]),
    ("Closing", [1.241, -0.561, -0.679]),
    ("NamesNote", [0.736, -0.406, -0.330]),
    ("Salutation", [-0.358, 0.859, -0.501]),
    ("FirstPerson", [-0.523, 0.835, -0.312]),
    ("Honour", [-0.138, 0.241, -0.103]),
    ("LetterClose", [-0.116, 1.030, -0.913]),
    ("Ordinary", [-0.414, 0.375, 0.038]),
    ("Mission", [0.187, -0.271, 0.084]),
    ("Ministry", [-0.430, 0.410, 0.020]),
    ("Embassy", [0.000, 0.005, -0.004]),
    ("Representative", [-0.072, 0.326, -0.254]),
    ("Government", [0.265, -0.174, -0.090]),
    ("Machine", [-0.285, -0.047, 0.332]),
    ("opens and closes", [0.822, -0.407, -0.415]),
    ("an office leads", [1.044, -0.468, -0.576]),
    ("an office leads a line", [0.629, -0.304, -0.325]),
    ("an office twice", [0.624, -0.643, 0.020]),
    ("an office thrice", [0.588, -0.408, -0.180]),
    ("I", [-0.487, 0.454, 0.033]),
    ("we", [-0.434, -0.041, 0.475]),
    ("you", [-0.685, 0.366, 0.319]),
    ("one who writes", [-0.710, 0.607, 0.104]),
    ("nobody writes", [0.448, -0.674, 0.226]),
    ("a dateline above", [0.053, 2.873, -2.926]),
    ("a dateline below", [0.694, 1.549, -2.243]),
    ("a number above", [0.951, 0.364, -1.314]),
    ("a number below", [0.499, 0.561, -1.060]),
    ("a greeting", [0.224, -1.242, 1.017]),
    ("a short last line", [-0.042, 0.392, -0.349]),
    ("names at the foot", [-1.025, 1.152, -0.127]),
    ("exclaims", [-0.452, -0.196, 0.648]),
    ("asks a question", [-0.529, 0.032, 0.497]),
    ("shortened words", [-0.032, -0.200, 0.232]),
    ("begins small", [-0.007, 0.015, -0.008]),
    ("in a paper", [0.101, -0.090, -0.011]),
    ("short", [0.011, -0.492, 0.481]),
    ("long", [0.261, 0.074, -0.335]),
    ("an address in the foot", [0.003, -0.758, 0.755]),
];
