//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.628, -2.865, 4.494];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.250, -0.761, -1.489]),
    ("Closing", [1.624, -0.721, -0.903]),
    ("NamesNote", [1.851, -0.930, -0.921]),
    ("Salutation", [-0.486, 1.276, -0.789]),
    ("FirstPerson", [-0.692, 1.216, -0.524]),
    ("Honour", [-0.383, 0.842, -0.459]),
    ("LetterClose", [-0.095, 1.270, -1.175]),
    ("Ordinary", [-0.222, 0.705, -0.484]),
    ("Mission", [-0.242, -0.113, 0.355]),
    ("Ministry", [-0.455, 0.430, 0.024]),
    ("Embassy", [-0.246, 0.254, -0.009]),
    ("Representative", [-0.118, 0.490, -0.372]),
    ("Government", [0.422, -0.092, -0.330]),
    ("Machine", [-0.364, -0.577, 0.941]),
    ("opens and closes", [1.068, -0.611, -0.457]),
    ("an office leads", [1.311, -0.538, -0.773]),
    ("an office leads a line", [0.877, -0.398, -0.480]),
    ("an office twice", [0.712, -0.480, -0.233]),
    ("an office thrice", [0.821, -0.451, -0.370]),
    ("I", [-0.771, 0.932, -0.161]),
    ("we", [-0.483, 0.365, 0.118]),
    ("you", [-0.867, 0.231, 0.636]),
    ("one who writes", [-0.719, 0.328, 0.391]),
    ("nobody writes", [0.598, -0.105, -0.492]),
    ("a dateline above", [0.020, 3.015, -3.034]),
    ("a dateline below", [0.777, 1.353, -2.130]),
    ("a number above", [0.981, 0.186, -1.167]),
    ("a number below", [0.393, 0.531, -0.923]),
    ("a greeting", [1.169, -1.978, 0.809]),
    ("a short last line", [0.165, 0.383, -0.547]),
    ("names at the foot", [-1.018, 1.055, -0.037]),
    ("exclaims", [-0.527, -0.071, 0.599]),
    ("asks a question", [-0.866, 0.277, 0.589]),
    ("shortened words", [-0.052, -0.533, 0.585]),
    ("begins small", [0.006, 0.243, -0.248]),
    ("in a paper", [0.259, -0.230, -0.029]),
    ("short", [0.463, -0.486, 0.022]),
    ("long", [-0.155, 0.720, -0.565]),
    ("an address in the foot", [0.128, -0.786, 0.658]),
];
