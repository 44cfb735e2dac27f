//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.069, -2.380, 3.449];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.740, -0.673, -1.067]),
    ("Closing", [1.351, -0.550, -0.801]),
    ("NamesNote", [1.864, -0.702, -1.162]),
    ("Salutation", [-0.511, 0.910, -0.399]),
    ("FirstPerson", [-0.638, 0.868, -0.230]),
    ("Honour", [-0.338, 0.473, -0.135]),
    ("LetterClose", [-0.042, 0.988, -0.946]),
    ("Ordinary", [-0.199, 0.349, -0.150]),
    ("Mission", [-0.168, -0.212, 0.380]),
    ("Ministry", [-0.370, 0.370, 0.001]),
    ("Embassy", [-0.218, 0.078, 0.140]),
    ("Representative", [-0.063, 0.327, -0.264]),
    ("Government", [0.321, -0.199, -0.122]),
    ("Machine", [-0.258, -0.043, 0.301]),
    ("opens and closes", [0.959, -0.426, -0.533]),
    ("an office leads", [1.126, -0.546, -0.580]),
    ("an office leads a line", [0.711, -0.300, -0.411]),
    ("an office twice", [0.497, -0.560, 0.063]),
    ("an office thrice", [0.663, -0.558, -0.105]),
    ("I", [-0.537, 0.470, 0.067]),
    ("we", [-0.426, 0.006, 0.420]),
    ("you", [-0.866, 0.403, 0.463]),
    ("one who writes", [-0.677, 0.648, 0.028]),
    ("nobody writes", [0.703, -0.565, -0.138]),
    ("a dateline above", [0.139, 2.973, -3.113]),
    ("a dateline below", [0.859, 1.578, -2.436]),
    ("a number above", [1.019, 0.315, -1.334]),
    ("a number below", [0.402, 0.665, -1.067]),
    ("a greeting", [0.795, -1.480, 0.685]),
    ("a short last line", [0.153, 0.366, -0.519]),
    ("names at the foot", [-1.126, 1.341, -0.215]),
    ("exclaims", [-0.567, -0.169, 0.736]),
    ("asks a question", [-0.809, 0.099, 0.710]),
    ("shortened words", [-0.075, -0.198, 0.273]),
    ("begins small", [-0.005, 0.029, -0.024]),
    ("in a paper", [0.140, -0.122, -0.019]),
    ("short", [0.376, -0.573, 0.197]),
    ("long", [0.291, 0.008, -0.299]),
    ("an address in the foot", [-0.045, -0.740, 0.785]),
];
