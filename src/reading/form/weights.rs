//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.657, -2.773, 4.430];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.176, -0.711, -1.466]),
    ("Closing", [1.590, -0.698, -0.892]),
    ("NamesNote", [1.789, -0.805, -0.985]),
    ("Salutation", [-0.458, 1.145, -0.687]),
    ("FirstPerson", [-0.637, 1.118, -0.481]),
    ("Honour", [-0.370, 0.818, -0.447]),
    ("LetterClose", [-0.045, 1.214, -1.169]),
    ("Ordinary", [-0.203, 0.670, -0.467]),
    ("Mission", [-0.219, -0.137, 0.356]),
    ("Ministry", [-0.474, 0.604, -0.130]),
    ("Embassy", [-0.262, 0.247, 0.015]),
    ("Representative", [-0.137, 0.492, -0.355]),
    ("Government", [0.423, -0.170, -0.253]),
    ("Machine", [-0.375, -0.484, 0.859]),
    ("opens and closes", [1.015, -0.576, -0.438]),
    ("an office leads", [1.297, -0.641, -0.655]),
    ("an office leads a line", [0.822, -0.338, -0.484]),
    ("an office twice", [0.696, -0.468, -0.229]),
    ("an office thrice", [0.803, -0.493, -0.310]),
    ("I", [-0.728, 0.926, -0.198]),
    ("we", [-0.440, 0.282, 0.157]),
    ("you", [-0.877, 0.359, 0.517]),
    ("one who writes", [-0.669, 0.302, 0.367]),
    ("nobody writes", [0.673, -0.095, -0.578]),
    ("a dateline above", [0.122, 2.939, -3.061]),
    ("a dateline below", [0.755, 1.423, -2.178]),
    ("a number above", [0.923, 0.192, -1.115]),
    ("a number below", [0.472, 0.427, -0.899]),
    ("a greeting", [1.142, -1.933, 0.791]),
    ("a short last line", [0.147, 0.393, -0.539]),
    ("names at the foot", [-0.999, 0.963, 0.036]),
    ("exclaims", [-0.536, -0.050, 0.586]),
    ("asks a question", [-0.867, 0.381, 0.487]),
    ("shortened words", [-0.052, -0.535, 0.587]),
    ("begins small", [-0.004, 0.260, -0.255]),
    ("in a paper", [0.239, -0.197, -0.042]),
    ("short", [0.442, -0.453, 0.010]),
    ("long", [-0.201, 0.637, -0.436]),
    ("an address in the foot", [0.103, -0.791, 0.689]),
];
