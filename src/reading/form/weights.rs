//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.644, -2.866, 4.511];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.242, -0.755, -1.487]),
    ("Closing", [1.629, -0.725, -0.904]),
    ("NamesNote", [1.847, -0.885, -0.963]),
    ("Salutation", [-0.485, 1.280, -0.795]),
    ("FirstPerson", [-0.697, 1.200, -0.503]),
    ("Honour", [-0.385, 0.828, -0.443]),
    ("LetterClose", [-0.085, 1.278, -1.193]),
    ("Ordinary", [-0.215, 0.704, -0.489]),
    ("Mission", [-0.227, -0.106, 0.332]),
    ("Ministry", [-0.452, 0.457, -0.005]),
    ("Embassy", [-0.242, 0.242, 0.000]),
    ("Representative", [-0.121, 0.479, -0.358]),
    ("Government", [0.416, -0.100, -0.316]),
    ("Machine", [-0.360, -0.518, 0.878]),
    ("opens and closes", [1.068, -0.610, -0.459]),
    ("an office leads", [1.311, -0.566, -0.745]),
    ("an office leads a line", [0.856, -0.353, -0.503]),
    ("an office twice", [0.703, -0.463, -0.240]),
    ("an office thrice", [0.811, -0.475, -0.336]),
    ("I", [-0.771, 0.919, -0.148]),
    ("we", [-0.485, 0.362, 0.123]),
    ("you", [-0.849, 0.228, 0.622]),
    ("one who writes", [-0.709, 0.347, 0.362]),
    ("nobody writes", [0.595, -0.082, -0.513]),
    ("a dateline above", [0.021, 2.990, -3.011]),
    ("a dateline below", [0.786, 1.338, -2.124]),
    ("a number above", [0.985, 0.174, -1.160]),
    ("a number below", [0.405, 0.529, -0.934]),
    ("a greeting", [1.145, -1.961, 0.816]),
    ("a short last line", [0.163, 0.380, -0.543]),
    ("names at the foot", [-1.012, 1.066, -0.054]),
    ("exclaims", [-0.529, -0.087, 0.616]),
    ("asks a question", [-0.872, 0.285, 0.587]),
    ("shortened words", [-0.055, -0.529, 0.584]),
    ("begins small", [0.006, 0.246, -0.251]),
    ("in a paper", [0.256, -0.229, -0.028]),
    ("short", [0.455, -0.458, 0.003]),
    ("long", [-0.157, 0.707, -0.551]),
    ("an address in the foot", [0.126, -0.785, 0.659]),
];
