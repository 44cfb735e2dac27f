//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.760, -2.831, 4.591];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.249, -0.759, -1.491]),
    ("Closing", [1.621, -0.728, -0.893]),
    ("NamesNote", [1.805, -0.897, -0.908]),
    ("Salutation", [-0.480, 1.289, -0.808]),
    ("FirstPerson", [-0.726, 1.253, -0.526]),
    ("Honour", [-0.348, 0.804, -0.456]),
    ("LetterClose", [0.101, 1.203, -1.304]),
    ("Ordinary", [-0.205, 0.701, -0.496]),
    ("Mission", [-0.166, -0.170, 0.336]),
    ("Ministry", [-0.525, 0.477, 0.048]),
    ("Embassy", [-0.270, 0.258, 0.013]),
    ("Representative", [-0.139, 0.522, -0.383]),
    ("Government", [0.378, -0.095, -0.283]),
    ("Machine", [-0.322, -0.544, 0.866]),
    ("opens and closes", [1.168, -0.720, -0.448]),
    ("an office leads", [1.274, -0.538, -0.736]),
    ("an office leads a line", [1.202, -0.663, -0.539]),
    ("an office twice", [0.722, -0.488, -0.234]),
    ("an office thrice", [0.844, -0.468, -0.376]),
    ("I", [-0.703, 0.934, -0.231]),
    ("we", [-0.646, 0.471, 0.176]),
    ("you", [-0.831, 0.206, 0.624]),
    ("one who writes", [-0.713, 0.325, 0.388]),
    ("nobody writes", [0.601, -0.076, -0.525]),
    ("a dateline above", [0.131, 2.968, -3.099]),
    ("a dateline below", [0.779, 1.361, -2.140]),
    ("a number above", [0.897, 0.225, -1.122]),
    ("a number below", [0.606, 0.429, -1.036]),
    ("a greeting", [1.129, -1.949, 0.821]),
    ("a short last line", [0.091, 0.438, -0.529]),
    ("names at the foot", [-0.885, 0.964, -0.078]),
    ("exclaims", [-0.583, -0.048, 0.631]),
    ("asks a question", [-0.874, 0.280, 0.593]),
    ("shortened words", [-0.048, -0.532, 0.580]),
    ("begins small", [0.004, 0.261, -0.265]),
    ("in a paper", [0.116, -0.088, -0.027]),
    ("short", [0.435, -0.459, 0.024]),
    ("long", [0.129, 0.556, -0.685]),
    ("an address in the foot", [0.078, -0.776, 0.698]),
];
