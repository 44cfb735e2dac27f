//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.670, -2.893, 4.563];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.251, -0.759, -1.492]),
    ("Closing", [1.605, -0.699, -0.906]),
    ("NamesNote", [1.834, -0.922, -0.911]),
    ("Salutation", [-0.492, 1.280, -0.788]),
    ("FirstPerson", [-0.673, 1.212, -0.539]),
    ("Honour", [-0.392, 0.844, -0.453]),
    ("LetterClose", [-0.087, 1.267, -1.180]),
    ("Ordinary", [-0.213, 0.704, -0.491]),
    ("Mission", [-0.231, -0.116, 0.347]),
    ("Ministry", [-0.462, 0.442, 0.020]),
    ("Embassy", [-0.253, 0.258, -0.005]),
    ("Representative", [-0.124, 0.497, -0.373]),
    ("Government", [0.432, -0.095, -0.337]),
    ("Machine", [-0.354, -0.574, 0.928]),
    ("opens and closes", [1.055, -0.608, -0.447]),
    ("an office leads", [1.313, -0.546, -0.767]),
    ("an office leads a line", [0.879, -0.395, -0.484]),
    ("an office twice", [0.712, -0.495, -0.217]),
    ("an office thrice", [0.829, -0.440, -0.390]),
    ("I", [-0.760, 0.956, -0.195]),
    ("we", [-0.458, 0.367, 0.091]),
    ("you", [-0.865, 0.234, 0.631]),
    ("one who writes", [-0.710, 0.326, 0.383]),
    ("nobody writes", [0.645, -0.097, -0.548]),
    ("a dateline above", [0.058, 2.997, -3.055]),
    ("a dateline below", [0.751, 1.366, -2.117]),
    ("a number above", [0.965, 0.190, -1.155]),
    ("a number below", [0.421, 0.524, -0.945]),
    ("a greeting", [1.144, -1.953, 0.808]),
    ("a short last line", [0.171, 0.379, -0.549]),
    ("names at the foot", [-1.006, 1.058, -0.052]),
    ("exclaims", [-0.520, -0.082, 0.603]),
    ("asks a question", [-0.848, 0.272, 0.577]),
    ("shortened words", [-0.048, -0.533, 0.581]),
    ("begins small", [0.006, 0.257, -0.263]),
    ("in a paper", [0.257, -0.227, -0.030]),
    ("short", [0.468, -0.480, 0.012]),
    ("long", [-0.150, 0.703, -0.553]),
    ("an address in the foot", [0.123, -0.781, 0.658]),
];
