//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.767, -2.831, 4.598];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.250, -0.759, -1.491]),
    ("Closing", [1.619, -0.728, -0.891]),
    ("NamesNote", [1.803, -0.895, -0.908]),
    ("Salutation", [-0.480, 1.288, -0.807]),
    ("FirstPerson", [-0.726, 1.252, -0.526]),
    ("Honour", [-0.348, 0.806, -0.458]),
    ("LetterClose", [0.102, 1.201, -1.303]),
    ("Ordinary", [-0.203, 0.701, -0.499]),
    ("Mission", [-0.168, -0.171, 0.339]),
    ("Ministry", [-0.536, 0.483, 0.053]),
    ("Embassy", [-0.270, 0.258, 0.012]),
    ("Representative", [-0.138, 0.522, -0.384]),
    ("Government", [0.381, -0.095, -0.286]),
    ("Machine", [-0.321, -0.544, 0.866]),
    ("opens and closes", [1.161, -0.719, -0.442]),
    ("an office leads", [1.272, -0.538, -0.734]),
    ("an office leads a line", [1.200, -0.663, -0.537]),
    ("an office twice", [0.721, -0.487, -0.234]),
    ("an office thrice", [0.838, -0.466, -0.372]),
    ("I", [-0.698, 0.934, -0.237]),
    ("we", [-0.648, 0.474, 0.174]),
    ("you", [-0.828, 0.205, 0.624]),
    ("one who writes", [-0.712, 0.326, 0.386]),
    ("nobody writes", [0.604, -0.077, -0.526]),
    ("a dateline above", [0.132, 2.966, -3.099]),
    ("a dateline below", [0.777, 1.364, -2.141]),
    ("a number above", [0.897, 0.225, -1.122]),
    ("a number below", [0.604, 0.428, -1.033]),
    ("a greeting", [1.129, -1.952, 0.822]),
    ("a short last line", [0.091, 0.439, -0.529]),
    ("names at the foot", [-0.884, 0.964, -0.080]),
    ("exclaims", [-0.581, -0.048, 0.629]),
    ("asks a question", [-0.872, 0.281, 0.591]),
    ("shortened words", [-0.048, -0.532, 0.580]),
    ("begins small", [0.004, 0.262, -0.265]),
    ("in a paper", [0.116, -0.088, -0.028]),
    ("short", [0.437, -0.460, 0.023]),
    ("long", [0.128, 0.556, -0.684]),
    ("an address in the foot", [0.059, -0.770, 0.711]),
];
