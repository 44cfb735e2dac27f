//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.659, -2.773, 4.432];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.170, -0.709, -1.461]),
    ("Closing", [1.585, -0.697, -0.888]),
    ("NamesNote", [1.800, -0.778, -1.022]),
    ("Salutation", [-0.462, 1.154, -0.692]),
    ("FirstPerson", [-0.640, 1.115, -0.474]),
    ("Honour", [-0.374, 0.766, -0.391]),
    ("LetterClose", [-0.035, 1.226, -1.191]),
    ("Ordinary", [-0.203, 0.676, -0.473]),
    ("Mission", [-0.216, -0.102, 0.318]),
    ("Ministry", [-0.470, 0.639, -0.170]),
    ("Embassy", [-0.258, 0.244, 0.013]),
    ("Representative", [-0.137, 0.459, -0.322]),
    ("Government", [0.409, -0.178, -0.231]),
    ("Machine", [-0.379, -0.490, 0.870]),
    ("opens and closes", [1.002, -0.563, -0.439]),
    ("an office leads", [1.288, -0.652, -0.637]),
    ("an office leads a line", [0.831, -0.371, -0.460]),
    ("an office twice", [0.699, -0.449, -0.250]),
    ("an office thrice", [0.800, -0.533, -0.266]),
    ("I", [-0.726, 0.913, -0.187]),
    ("we", [-0.436, 0.277, 0.159]),
    ("you", [-0.875, 0.323, 0.553]),
    ("one who writes", [-0.669, 0.337, 0.332]),
    ("nobody writes", [0.644, -0.050, -0.594]),
    ("a dateline above", [0.122, 2.930, -3.052]),
    ("a dateline below", [0.776, 1.430, -2.205]),
    ("a number above", [0.936, 0.146, -1.083]),
    ("a number below", [0.473, 0.403, -0.875]),
    ("a greeting", [1.135, -1.918, 0.783]),
    ("a short last line", [0.150, 0.378, -0.528]),
    ("names at the foot", [-0.998, 0.972, 0.027]),
    ("exclaims", [-0.537, -0.041, 0.578]),
    ("asks a question", [-0.861, 0.398, 0.463]),
    ("shortened words", [-0.052, -0.529, 0.582]),
    ("begins small", [-0.005, 0.271, -0.267]),
    ("in a paper", [0.230, -0.191, -0.039]),
    ("short", [0.446, -0.483, 0.037]),
    ("long", [-0.214, 0.628, -0.414]),
    ("an address in the foot", [0.104, -0.791, 0.687]),
];
