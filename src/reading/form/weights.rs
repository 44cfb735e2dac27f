//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.170, -2.567, 3.737];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.907, -0.710, -1.197]),
    ("Closing", [1.389, -0.536, -0.852]),
    ("NamesNote", [1.661, -0.504, -1.158]),
    ("Salutation", [-0.548, 0.962, -0.415]),
    ("FirstPerson", [-0.673, 0.960, -0.287]),
    ("Honour", [-0.391, 0.588, -0.197]),
    ("LetterClose", [-0.088, 0.814, -0.726]),
    ("Ordinary", [-0.143, 0.420, -0.277]),
    ("Mission", [-0.384, -0.164, 0.548]),
    ("Ministry", [-0.474, 0.522, -0.048]),
    ("Embassy", [-0.252, 0.113, 0.140]),
    ("Representative", [-0.019, 0.384, -0.365]),
    ("Government", [0.376, -0.226, -0.150]),
    ("Machine", [-0.245, -0.045, 0.291]),
    ("opens and closes", [0.930, -0.426, -0.503]),
    ("an office leads", [1.164, -0.626, -0.538]),
    ("an office leads a line", [0.696, -0.351, -0.345]),
    ("an office twice", [0.588, -0.512, -0.076]),
    ("an office thrice", [0.827, -0.592, -0.235]),
    ("I", [-0.654, 0.594, 0.060]),
    ("we", [-0.381, -0.006, 0.386]),
    ("you", [-0.885, 0.531, 0.354]),
    ("one who writes", [-0.610, 0.547, 0.063]),
    ("nobody writes", [0.745, -0.449, -0.296]),
    ("a dateline above", [0.196, 2.966, -3.162]),
    ("a dateline below", [0.886, 1.547, -2.433]),
    ("a number above", [0.896, 0.277, -1.174]),
    ("a number below", [0.401, 0.694, -1.095]),
    ("a greeting", [0.978, -1.633, 0.655]),
    ("a short last line", [0.142, 0.317, -0.459]),
    ("names at the foot", [-1.128, 1.325, -0.197]),
    ("exclaims", [-0.602, -0.074, 0.676]),
    ("asks a question", [-0.784, 0.148, 0.636]),
    ("shortened words", [-0.053, -0.719, 0.773]),
    ("begins small", [-0.006, 0.063, -0.057]),
    ("in a paper", [0.155, -0.128, -0.026]),
    ("short", [0.274, -0.549, 0.275]),
    ("long", [0.318, 0.050, -0.368]),
    ("an address in the foot", [0.011, -0.712, 0.700]),
];
