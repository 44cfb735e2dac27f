//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.639, -2.896, 4.534];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.220, -0.738, -1.482]),
    ("Closing", [1.606, -0.710, -0.896]),
    ("NamesNote", [1.827, -0.904, -0.923]),
    ("Salutation", [-0.489, 1.180, -0.690]),
    ("FirstPerson", [-0.679, 1.186, -0.506]),
    ("Honour", [-0.405, 0.861, -0.457]),
    ("LetterClose", [-0.076, 1.235, -1.159]),
    ("Ordinary", [-0.201, 0.694, -0.493]),
    ("Mission", [-0.232, -0.144, 0.377]),
    ("Ministry", [-0.459, 0.525, -0.066]),
    ("Embassy", [-0.250, 0.246, 0.004]),
    ("Representative", [-0.110, 0.527, -0.416]),
    ("Government", [0.412, -0.163, -0.249]),
    ("Machine", [-0.377, -0.483, 0.860]),
    ("opens and closes", [1.038, -0.612, -0.426]),
    ("an office leads", [1.320, -0.613, -0.708]),
    ("an office leads a line", [0.833, -0.345, -0.488]),
    ("an office twice", [0.692, -0.455, -0.236]),
    ("an office thrice", [0.802, -0.461, -0.342]),
    ("I", [-0.743, 0.917, -0.174]),
    ("we", [-0.455, 0.278, 0.177]),
    ("you", [-0.857, 0.331, 0.525]),
    ("one who writes", [-0.699, 0.307, 0.392]),
    ("nobody writes", [0.626, -0.075, -0.551]),
    ("a dateline above", [0.070, 2.983, -3.053]),
    ("a dateline below", [0.732, 1.426, -2.157]),
    ("a number above", [0.974, 0.205, -1.179]),
    ("a number below", [0.502, 0.497, -0.998]),
    ("a greeting", [1.139, -1.928, 0.789]),
    ("a short last line", [0.150, 0.431, -0.582]),
    ("names at the foot", [-1.021, 1.023, -0.002]),
    ("exclaims", [-0.528, -0.094, 0.622]),
    ("asks a question", [-0.866, 0.376, 0.490]),
    ("shortened words", [-0.058, -0.520, 0.577]),
    ("begins small", [0.007, 0.263, -0.270]),
    ("in a paper", [0.261, -0.227, -0.033]),
    ("short", [0.462, -0.429, -0.033]),
    ("long", [-0.184, 0.712, -0.528]),
    ("an address in the foot", [0.096, -0.767, 0.672]),
];
