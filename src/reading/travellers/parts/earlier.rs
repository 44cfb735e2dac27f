//! Who is named only because the fund paid for another journey of his: "It is recalled that Ms. A was the beneficiary for the
//! session in Geneva".

use std::sync::LazyLock;

use crate::reading::sought::Sought;
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::{Candidate, Part, Piece, piece_at};
use crate::reading::words::fold;

/// That somebody had support; folded.
static HAD: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        "was the beneficiary|was a beneficiary|were beneficiaries|were the beneficiaries|had been the beneficiary|been a beneficiary|\
    benefited from|benefitted from|had benefited|has benefited|had already been supported|was supported for|was supported at|\
    was sponsored for|was sponsored at|was funded for|was funded at|received support for|received assistance for|enjoyed the support|\
    fut beneficiaire|a ete beneficiaire|avait ete beneficiaire|etait beneficiaire|a beneficie d|avait beneficie d|a deja beneficie|\
    avait deja beneficie|ayant beneficie|fue beneficiari|fue tambien beneficiari|habia sido beneficiari|ha sido beneficiari|\
    fueron beneficiari|se beneficio d|recibio el apoyo|conto con el apoyo|получал поддержку|получала поддержку|получил поддержку|\
    получила поддержку|воспользовал|استفاد|استفادت|سبق ان استفاد|سبق ان حصل|曾获|曾受|已获得过|此前获",
    )
});

/// Those who are named in sentences that tell of support that was, and ask for none.
pub(in crate::reading::travellers) fn earlier(
    text: &str,
    all: &mut [Candidate],
    pieces: &[Piece],
    turns: &[Found],
) {
    for one in all.iter_mut().filter(|one| one.told.is_none()) {
        let Some(piece) = piece_at(pieces, one.start) else { continue };
        let said = fold(text.get(piece.range.clone()).unwrap_or_default());
        let from = turns.partition_point(|t| t.start < piece.range.start);
        let mut here = turns.iter().skip(from).take_while(|t| t.start < piece.range.end);
        let asks = here.any(|t| {
            matches!(
                t.mark,
                Mark::Cue(Cue::Nominating | Cue::Naming | Cue::Deciding | Cue::ReplacedBy | Cue::Coming)
            )
        });
        if HAD.is_in(&said) && !asks && one.part != Part::Successor {
            (one.part, one.told, one.marked, one.weak) = (Part::Other, Some(Part::Other), true, false);
        }
    }
}
