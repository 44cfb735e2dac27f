//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.180, -2.586, 3.766];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.907, -0.722, -1.185]),
    ("Closing", [1.389, -0.541, -0.848]),
    ("NamesNote", [1.692, -0.537, -1.155]),
    ("Salutation", [-0.539, 0.981, -0.442]),
    ("FirstPerson", [-0.669, 0.965, -0.296]),
    ("Honour", [-0.387, 0.584, -0.196]),
    ("LetterClose", [-0.084, 0.827, -0.743]),
    ("Ordinary", [-0.143, 0.398, -0.255]),
    ("Mission", [-0.374, -0.161, 0.535]),
    ("Ministry", [-0.474, 0.520, -0.047]),
    ("Embassy", [-0.250, 0.122, 0.128]),
    ("Representative", [-0.023, 0.347, -0.324]),
    ("Government", [0.377, -0.217, -0.160]),
    ("Machine", [-0.241, -0.043, 0.284]),
    ("opens and closes", [0.930, -0.424, -0.506]),
    ("an office leads", [1.160, -0.609, -0.551]),
    ("an office leads a line", [0.703, -0.344, -0.359]),
    ("an office twice", [0.595, -0.532, -0.063]),
    ("an office thrice", [0.826, -0.582, -0.244]),
    ("I", [-0.661, 0.625, 0.035]),
    ("we", [-0.376, -0.006, 0.382]),
    ("you", [-0.880, 0.511, 0.369]),
    ("one who writes", [-0.612, 0.564, 0.048]),
    ("nobody writes", [0.746, -0.416, -0.330]),
    ("a dateline above", [0.206, 2.973, -3.179]),
    ("a dateline below", [0.900, 1.509, -2.409]),
    ("a number above", [0.891, 0.285, -1.175]),
    ("a number below", [0.364, 0.716, -1.080]),
    ("a greeting", [0.957, -1.599, 0.642]),
    ("a short last line", [0.134, 0.337, -0.471]),
    ("names at the foot", [-1.123, 1.305, -0.182]),
    ("exclaims", [-0.599, -0.083, 0.682]),
    ("asks a question", [-0.780, 0.158, 0.622]),
    ("shortened words", [-0.054, -0.714, 0.768]),
    ("begins small", [-0.006, 0.073, -0.068]),
    ("in a paper", [0.151, -0.126, -0.025]),
    ("short", [0.262, -0.537, 0.275]),
    ("long", [0.323, 0.051, -0.375]),
    ("an address in the foot", [0.017, -0.704, 0.687]),
];
