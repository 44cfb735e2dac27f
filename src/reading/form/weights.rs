//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.649, -2.868, 4.516];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.251, -0.759, -1.492]),
    ("Closing", [1.617, -0.713, -0.903]),
    ("NamesNote", [1.832, -0.886, -0.946]),
    ("Salutation", [-0.494, 1.278, -0.785]),
    ("FirstPerson", [-0.692, 1.207, -0.516]),
    ("Honour", [-0.388, 0.834, -0.446]),
    ("LetterClose", [-0.085, 1.272, -1.188]),
    ("Ordinary", [-0.216, 0.713, -0.497]),
    ("Mission", [-0.231, -0.122, 0.353]),
    ("Ministry", [-0.457, 0.453, 0.004]),
    ("Embassy", [-0.244, 0.244, 0.000]),
    ("Representative", [-0.130, 0.488, -0.358]),
    ("Government", [0.420, -0.096, -0.324]),
    ("Machine", [-0.359, -0.571, 0.929]),
    ("opens and closes", [1.058, -0.605, -0.454]),
    ("an office leads", [1.314, -0.567, -0.747]),
    ("an office leads a line", [0.869, -0.352, -0.517]),
    ("an office twice", [0.712, -0.473, -0.239]),
    ("an office thrice", [0.830, -0.465, -0.365]),
    ("I", [-0.762, 0.919, -0.158]),
    ("we", [-0.483, 0.362, 0.121]),
    ("you", [-0.872, 0.236, 0.636]),
    ("one who writes", [-0.714, 0.343, 0.371]),
    ("nobody writes", [0.605, -0.106, -0.498]),
    ("a dateline above", [0.035, 3.004, -3.039]),
    ("a dateline below", [0.764, 1.350, -2.114]),
    ("a number above", [0.965, 0.185, -1.150]),
    ("a number below", [0.407, 0.547, -0.955]),
    ("a greeting", [1.149, -1.962, 0.812]),
    ("a short last line", [0.173, 0.391, -0.564]),
    ("names at the foot", [-1.016, 1.054, -0.038]),
    ("exclaims", [-0.524, -0.093, 0.617]),
    ("asks a question", [-0.865, 0.291, 0.574]),
    ("shortened words", [-0.051, -0.534, 0.584]),
    ("begins small", [0.006, 0.251, -0.257]),
    ("in a paper", [0.258, -0.229, -0.029]),
    ("short", [0.468, -0.490, 0.022]),
    ("long", [-0.153, 0.714, -0.561]),
    ("an address in the foot", [0.124, -0.790, 0.666]),
];
