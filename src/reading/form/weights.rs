//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-1.593, -2.728, 4.320];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [2.168, -0.699, -1.470]),
    ("Closing", [1.619, -0.723, -0.895]),
    ("NamesNote", [1.820, -0.779, -1.041]),
    ("Salutation", [-0.473, 1.191, -0.718]),
    ("FirstPerson", [-0.683, 1.129, -0.446]),
    ("Honour", [-0.360, 0.771, -0.411]),
    ("LetterClose", [-0.060, 1.242, -1.182]),
    ("Ordinary", [-0.210, 0.694, -0.483]),
    ("Mission", [-0.234, -0.089, 0.323]),
    ("Ministry", [-0.461, 0.629, -0.168]),
    ("Embassy", [-0.248, 0.237, 0.011]),
    ("Representative", [-0.111, 0.455, -0.344]),
    ("Government", [0.404, -0.176, -0.228]),
    ("Machine", [-0.414, -0.283, 0.698]),
    ("opens and closes", [1.017, -0.557, -0.460]),
    ("an office leads", [1.289, -0.645, -0.644]),
    ("an office leads a line", [0.826, -0.368, -0.458]),
    ("an office twice", [0.701, -0.421, -0.280]),
    ("an office thrice", [0.773, -0.544, -0.229]),
    ("I", [-0.744, 0.908, -0.163]),
    ("we", [-0.464, 0.238, 0.226]),
    ("you", [-0.890, 0.339, 0.551]),
    ("one who writes", [-0.687, 0.310, 0.378]),
    ("nobody writes", [0.579, -0.110, -0.469]),
    ("a dateline above", [0.057, 2.943, -3.000]),
    ("a dateline below", [0.810, 1.424, -2.234]),
    ("a number above", [0.988, 0.126, -1.114]),
    ("a number below", [0.410, 0.404, -0.814]),
    ("a greeting", [1.176, -1.960, 0.784]),
    ("a short last line", [0.154, 0.347, -0.501]),
    ("names at the foot", [-1.008, 0.970, 0.037]),
    ("exclaims", [-0.569, 0.025, 0.544]),
    ("asks a question", [-0.885, 0.406, 0.479]),
    ("shortened words", [-0.062, -0.536, 0.598]),
    ("begins small", [-0.006, 0.238, -0.233]),
    ("in a paper", [0.236, -0.203, -0.033]),
    ("short", [0.434, -0.502, 0.068]),
    ("long", [-0.222, 0.635, -0.414]),
    ("an address in the foot", [0.117, -0.792, 0.675]),
];
