//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-0.969, -1.855, 2.823];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.486, -0.747, -0.739]),
    ("Closing", [0.992, -0.352, -0.640]),
    ("NamesNote", [0.716, -0.343, -0.373]),
    ("Salutation", [-0.220, 0.891, -0.671]),
    ("FirstPerson", [-0.456, 0.814, -0.358]),
    ("Honour", [-0.161, 0.248, -0.087]),
    ("LetterClose", [-0.176, 1.057, -0.881]),
    ("Ordinary", [-0.328, 0.204, 0.124]),
    ("Mission", [0.088, -0.018, -0.070]),
    ("Ministry", [-0.312, 0.453, -0.140]),
    ("Embassy", [-0.054, 0.022, 0.032]),
    ("Representative", [-0.115, 0.302, -0.187]),
    ("Government", [0.118, -0.115, -0.002]),
    ("Machine", [-0.275, -0.029, 0.304]),
    ("opens and closes", [0.790, -0.357, -0.433]),
    ("an office leads", [0.975, -0.559, -0.415]),
    ("an office leads a line", [0.565, -0.350, -0.215]),
    ("an office twice", [0.398, -0.399, 0.001]),
    ("an office thrice", [0.721, -0.416, -0.305]),
    ("I", [-0.365, 0.368, -0.002]),
    ("we", [-0.410, 0.144, 0.266]),
    ("you", [-0.509, 0.266, 0.243]),
    ("one who writes", [-0.573, 0.657, -0.084]),
    ("nobody writes", [0.532, -0.371, -0.161]),
    ("a dateline above", [0.093, 2.223, -2.316]),
    ("a dateline below", [0.561, 0.955, -1.516]),
    ("a number above", [0.880, 0.395, -1.275]),
    ("a number below", [0.320, 0.455, -0.776]),
    ("a greeting", [0.272, -1.083, 0.811]),
    ("a short last line", [0.153, 0.130, -0.283]),
    ("names at the foot", [-0.833, 0.760, 0.073]),
    ("exclaims", [-0.432, -0.130, 0.562]),
    ("asks a question", [-0.425, -0.125, 0.550]),
    ("shortened words", [-0.025, -0.122, 0.148]),
    ("begins small", [-0.005, -0.101, 0.107]),
    ("in a paper", [0.114, -0.073, -0.041]),
    ("short", [0.198, -0.626, 0.429]),
    ("long", [0.217, 0.195, -0.412]),
    ("an address in the foot", [-0.013, -0.306, 0.319]),
];
