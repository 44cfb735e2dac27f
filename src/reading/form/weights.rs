//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-0.902, -1.179, 2.080];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.072, -0.476, -0.596]),
    ("Closing", [0.803, -0.272, -0.531]),
    ("NamesNote", [0.051, -0.197, 0.146]),
    ("Salutation", [-0.255, 0.704, -0.449]),
    ("FirstPerson", [-0.409, 0.796, -0.387]),
    ("Honour", [-0.141, 0.215, -0.074]),
    ("LetterClose", [-0.184, 0.824, -0.640]),
    ("Ordinary", [-0.435, 0.120, 0.315]),
    ("Mission", [0.276, -0.036, -0.240]),
    ("Ministry", [-0.075, 0.085, -0.011]),
    ("Embassy", [0.027, -0.003, -0.024]),
    ("Representative", [-0.078, 0.297, -0.219]),
    ("Government", [0.046, 0.039, -0.086]),
    ("Machine", [0.004, -0.002, -0.002]),
    ("an office leads", [0.835, -0.479, -0.357]),
    ("an office leads a line", [0.581, -0.341, -0.240]),
    ("an office twice", [0.428, -0.248, -0.180]),
    ("an office thrice", [0.637, -0.414, -0.223]),
    ("I", [-0.294, 0.396, -0.101]),
    ("we", [-0.180, -0.022, 0.202]),
    ("you", [-0.349, 0.331, 0.017]),
    ("one who writes", [-0.364, 0.441, -0.076]),
    ("nobody writes", [0.407, -0.230, -0.177]),
    ("a dateline above", [0.061, 1.415, -1.476]),
    ("a dateline below", [0.662, 0.258, -0.920]),
    ("a number above", [0.609, 0.103, -0.712]),
    ("a number below", [0.228, 0.197, -0.425]),
    ("a greeting", [-0.239, -0.669, 0.908]),
    ("a short last line", [-0.021, 0.229, -0.208]),
    ("names at the foot", [-0.600, 0.317, 0.283]),
    ("exclaims", [-0.112, -0.071, 0.182]),
    ("asks a question", [-0.246, -0.177, 0.423]),
    ("shortened words", [-0.023, -0.092, 0.115]),
    ("begins small", [-0.003, -0.021, 0.024]),
    ("in a paper", [0.059, 0.007, -0.066]),
    ("short", [-0.249, -0.443, 0.692]),
    ("long", [0.137, 0.144, -0.281]),
    ("an address in the foot", [-0.049, -0.190, 0.239]),
];
