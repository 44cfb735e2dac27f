//! What each clue is worth for each form. Written by `tests/corpus/learn.py`; not by hand.

use crate::reading::Form;

/// The columns of the weights.
pub(super) const FORMS: [Form; 3] = [Form::NoteVerbale, Form::Letter, Form::Message];
/// What each form has before anything is known.
pub(super) const BIAS: [f32; 3] = [-0.879, -1.623, 2.502];
/// In the order of the evidence.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "learned, and none of mathematics")]
pub(super) const WEIGHTS: &[(&str, [f32; 3])] = &[
    ("Opening", [1.287, -0.537, -0.750]),
    ("Closing", [0.906, -0.286, -0.620]),
    ("NamesNote", [0.702, -0.399, -0.304]),
    ("Salutation", [-0.286, 0.878, -0.592]),
    ("FirstPerson", [-0.643, 1.023, -0.380]),
    ("Honour", [-0.182, 0.310, -0.128]),
    ("LetterClose", [-0.164, 0.974, -0.810]),
    ("Ordinary", [-0.315, 0.116, 0.199]),
    ("Mission", [-0.034, 0.103, -0.069]),
    ("Ministry", [-0.197, 0.166, 0.032]),
    ("Embassy", [-0.048, 0.026, 0.022]),
    ("Representative", [-0.184, 0.392, -0.208]),
    ("Government", [0.088, 0.022, -0.110]),
    ("Machine", [0.003, -0.001, -0.001]),
    ("opens and closes", [0.737, -0.306, -0.432]),
    ("an office leads", [0.905, -0.581, -0.324]),
    ("an office leads a line", [0.665, -0.472, -0.193]),
    ("an office twice", [0.313, -0.239, -0.073]),
    ("an office thrice", [0.762, -0.583, -0.179]),
    ("I", [-0.405, 0.429, -0.025]),
    ("we", [-0.209, -0.090, 0.299]),
    ("you", [-0.539, 0.404, 0.136]),
    ("one who writes", [-0.429, 0.548, -0.119]),
    ("nobody writes", [0.573, -0.266, -0.307]),
    ("a dateline above", [0.182, 1.957, -2.140]),
    ("a dateline below", [0.698, 0.549, -1.246]),
    ("a number above", [0.782, 0.096, -0.878]),
    ("a number below", [0.278, 0.341, -0.619]),
    ("a greeting", [0.227, -0.967, 0.740]),
    ("a short last line", [0.171, 0.240, -0.410]),
    ("names at the foot", [-0.671, 0.409, 0.261]),
    ("exclaims", [-0.211, -0.079, 0.290]),
    ("asks a question", [-0.450, -0.162, 0.612]),
    ("shortened words", [-0.033, -0.114, 0.147]),
    ("begins small", [-0.008, -0.031, 0.039]),
    ("in a paper", [0.111, -0.033, -0.079]),
    ("short", [0.083, -0.612, 0.529]),
    ("long", [0.134, 0.205, -0.340]),
    ("an address in the foot", [-0.051, -0.240, 0.291]),
];
