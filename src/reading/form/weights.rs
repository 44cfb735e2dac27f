//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.663, -2.830, 4.493];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.233, -0.739, -1.494]),
    ("Closing", [1.622, -0.718, -0.904]),
    ("NamesNote", [1.834, -0.913, -0.921]),
    ("Salutation", [-0.445, 1.258, -0.813]),
    ("FirstPerson", [-0.745, 1.255, -0.510]),
    ("Honour", [-0.390, 0.838, -0.448]),
    ("LetterClose", [-0.123, 1.295, -1.172]),
    ("Ordinary", [-0.203, 0.704, -0.500]),
    ("Mission", [-0.232, -0.127, 0.359]),
    ("Ministry", [-0.481, 0.425, 0.056]),
    ("Embassy", [-0.193, 0.203, -0.010]),
    ("Representative", [-0.168, 0.523, -0.356]),
    ("Government", [0.385, -0.079, -0.306]),
    ("Machine", [-0.398, -0.567, 0.965]),
    ("opens and closes", [1.030, -0.560, -0.470]),
    ("an office leads", [1.304, -0.551, -0.753]),
    ("an office leads a line", [1.014, -0.495, -0.519]),
    ("an office twice", [0.789, -0.512, -0.277]),
    ("an office thrice", [0.776, -0.456, -0.321]),
    ("I", [-0.736, 0.922, -0.186]),
    ("we", [-0.550, 0.392, 0.158]),
    ("you", [-0.891, 0.243, 0.648]),
    ("one who writes", [-0.775, 0.356, 0.419]),
    ("nobody writes", [0.586, -0.126, -0.460]),
    ("a dateline above", [0.052, 2.999, -3.051]),
    ("a dateline below", [0.825, 1.319, -2.144]),
    ("a number above", [0.940, 0.190, -1.130]),
    ("a number below", [0.432, 0.490, -0.922]),
    ("a greeting", [1.155, -1.968, 0.813]),
    ("a short last line", [0.168, 0.379, -0.547]),
    ("names at the foot", [-0.989, 1.038, -0.050]),
    ("exclaims", [-0.555, -0.056, 0.610]),
    ("asks a question", [-0.873, 0.286, 0.586]),
    ("shortened words", [-0.050, -0.528, 0.579]),
    ("begins small", [0.008, 0.239, -0.246]),
    ("in a paper", [0.223, -0.195, -0.028]),
    ("short", [0.447, -0.471, 0.024]),
    ("long", [0.017, 0.633, -0.651]),
    ("an address in the foot", [0.102, -0.781, 0.679]),
];
