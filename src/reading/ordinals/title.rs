//! The number of a meeting in its title.

use crate::reading::ordinals::find;
use crate::reading::words::split;
use crate::states::fold::Folded;

/// The numbers of meetings in a title.
pub(crate) fn in_title(title: &str) -> Vec<u32> {
    let folded = Folded::new(title);
    find(&split(&folded)).into_iter().map(|ordinal| ordinal.number).collect()
}
