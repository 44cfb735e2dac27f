//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.642, -2.831, 4.472];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.180, -0.711, -1.469]),
    ("Closing", [1.598, -0.706, -0.892]),
    ("NamesNote", [1.807, -0.819, -0.989]),
    ("Salutation", [-0.451, 1.124, -0.672]),
    ("FirstPerson", [-0.654, 1.137, -0.483]),
    ("Honour", [-0.363, 0.811, -0.448]),
    ("LetterClose", [-0.061, 1.247, -1.186]),
    ("Ordinary", [-0.221, 0.696, -0.476]),
    ("Mission", [-0.217, -0.140, 0.357]),
    ("Ministry", [-0.463, 0.610, -0.147]),
    ("Embassy", [-0.255, 0.239, 0.016]),
    ("Representative", [-0.138, 0.522, -0.384]),
    ("Government", [0.421, -0.175, -0.246]),
    ("Machine", [-0.373, -0.481, 0.855]),
    ("opens and closes", [1.024, -0.590, -0.434]),
    ("an office leads", [1.311, -0.643, -0.667]),
    ("an office leads a line", [0.823, -0.346, -0.477]),
    ("an office twice", [0.697, -0.471, -0.226]),
    ("an office thrice", [0.815, -0.503, -0.311]),
    ("I", [-0.727, 0.900, -0.174]),
    ("we", [-0.439, 0.272, 0.167]),
    ("you", [-0.859, 0.346, 0.513]),
    ("one who writes", [-0.670, 0.325, 0.345]),
    ("nobody writes", [0.644, -0.073, -0.571]),
    ("a dateline above", [0.104, 2.969, -3.072]),
    ("a dateline below", [0.736, 1.441, -2.176]),
    ("a number above", [0.936, 0.191, -1.128]),
    ("a number below", [0.480, 0.458, -0.939]),
    ("a greeting", [1.100, -1.912, 0.812]),
    ("a short last line", [0.162, 0.411, -0.574]),
    ("names at the foot", [-1.010, 0.961, 0.049]),
    ("exclaims", [-0.535, -0.015, 0.550]),
    ("asks a question", [-0.862, 0.383, 0.479]),
    ("shortened words", [-0.052, -0.529, 0.582]),
    ("begins small", [0.006, 0.263, -0.269]),
    ("in a paper", [0.236, -0.197, -0.039]),
    ("short", [0.452, -0.447, -0.005]),
    ("long", [-0.190, 0.665, -0.475]),
    ("an address in the foot", [0.107, -0.790, 0.683]),
];
