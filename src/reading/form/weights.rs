//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.589, -2.870, 4.460];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.227, -0.751, -1.477]),
    ("Closing", [1.621, -0.730, -0.891]),
    ("NamesNote", [1.826, -0.897, -0.929]),
    ("Salutation", [-0.487, 1.207, -0.720]),
    ("FirstPerson", [-0.695, 1.201, -0.506]),
    ("Honour", [-0.396, 0.854, -0.458]),
    ("LetterClose", [-0.079, 1.259, -1.180]),
    ("Ordinary", [-0.213, 0.694, -0.481]),
    ("Mission", [-0.230, -0.132, 0.362]),
    ("Ministry", [-0.458, 0.527, -0.069]),
    ("Embassy", [-0.235, 0.248, -0.013]),
    ("Representative", [-0.113, 0.548, -0.435]),
    ("Government", [0.399, -0.154, -0.245]),
    ("Machine", [-0.375, -0.506, 0.881]),
    ("opens and closes", [1.052, -0.609, -0.443]),
    ("an office leads", [1.310, -0.593, -0.717]),
    ("an office leads a line", [0.834, -0.351, -0.483]),
    ("an office twice", [0.685, -0.428, -0.257]),
    ("an office thrice", [0.790, -0.486, -0.304]),
    ("I", [-0.759, 0.883, -0.124]),
    ("we", [-0.477, 0.251, 0.226]),
    ("you", [-0.861, 0.316, 0.545]),
    ("one who writes", [-0.708, 0.312, 0.396]),
    ("nobody writes", [0.594, -0.116, -0.477]),
    ("a dateline above", [0.060, 3.005, -3.065]),
    ("a dateline below", [0.761, 1.404, -2.165]),
    ("a number above", [0.997, 0.198, -1.196]),
    ("a number below", [0.472, 0.516, -0.988]),
    ("a greeting", [1.139, -1.926, 0.788]),
    ("a short last line", [0.143, 0.446, -0.589]),
    ("names at the foot", [-1.027, 1.004, 0.023]),
    ("exclaims", [-0.527, -0.083, 0.610]),
    ("asks a question", [-0.883, 0.355, 0.528]),
    ("shortened words", [-0.056, -0.514, 0.570]),
    ("begins small", [0.006, 0.254, -0.260]),
    ("in a paper", [0.259, -0.229, -0.030]),
    ("short", [0.444, -0.424, -0.020]),
    ("long", [-0.180, 0.717, -0.537]),
    ("an address in the foot", [0.097, -0.769, 0.671]),
];
