//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-0.892, -1.630, 2.522];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.285, -0.531, -0.755]),
    ("Closing", [0.894, -0.271, -0.624]),
    ("NamesNote", [0.704, -0.404, -0.301]),
    ("Salutation", [-0.279, 0.863, -0.584]),
    ("FirstPerson", [-0.624, 1.005, -0.381]),
    ("Honour", [-0.165, 0.261, -0.097]),
    ("LetterClose", [-0.146, 0.951, -0.805]),
    ("Ordinary", [-0.331, 0.136, 0.195]),
    ("Mission", [-0.022, 0.101, -0.079]),
    ("Ministry", [-0.190, 0.173, 0.017]),
    ("Embassy", [-0.046, 0.025, 0.022]),
    ("Representative", [-0.182, 0.382, -0.201]),
    ("Government", [0.083, 0.027, -0.110]),
    ("Machine", [0.003, -0.001, -0.002]),
    ("opens and closes", [0.740, -0.304, -0.436]),
    ("an office leads", [0.917, -0.626, -0.290]),
    ("an office leads a line", [0.681, -0.473, -0.209]),
    ("an office twice", [0.331, -0.253, -0.077]),
    ("an office thrice", [0.765, -0.566, -0.198]),
    ("I", [-0.394, 0.422, -0.028]),
    ("we", [-0.223, -0.080, 0.302]),
    ("you", [-0.546, 0.419, 0.127]),
    ("one who writes", [-0.420, 0.535, -0.115]),
    ("nobody writes", [0.576, -0.251, -0.326]),
    ("a dateline above", [0.198, 1.950, -2.148]),
    ("a dateline below", [0.710, 0.524, -1.234]),
    ("a number above", [0.742, 0.108, -0.850]),
    ("a number below", [0.314, 0.334, -0.648]),
    ("a greeting", [0.214, -0.963, 0.749]),
    ("a short last line", [0.168, 0.261, -0.429]),
    ("names at the foot", [-0.685, 0.410, 0.275]),
    ("exclaims", [-0.208, -0.081, 0.289]),
    ("asks a question", [-0.449, -0.162, 0.610]),
    ("shortened words", [-0.032, -0.110, 0.142]),
    ("begins small", [-0.008, -0.032, 0.039]),
    ("in a paper", [0.099, -0.013, -0.086]),
    ("short", [0.073, -0.638, 0.565]),
    ("long", [0.128, 0.215, -0.343]),
    ("an address in the foot", [-0.044, -0.238, 0.282]),
];
