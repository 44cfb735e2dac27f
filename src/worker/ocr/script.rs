//! In which script a page is written, and which way up: found by reading a few of its lines in each.
//!
//! The tool's own detection of script and orientation takes longer than reading the whole page; a script that is not
//! the page's gives words of little confidence, and so does a page that stands on its head.

use std::time::Instant;

use super::raster::Raster;
use super::tesseract::{Layout, Tesseract, confidence};
use crate::worker::tool::Failure;

/// A script, by the languages that are read in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Han,
    TraditionalHan,
}

impl Script {
    const ALL: [Self; 5] = [Self::Latin, Self::Cyrillic, Self::Arabic, Self::Han, Self::TraditionalHan];

    /// What tells it: one language, since several make others' letters into their own.
    fn probe(self) -> &'static str {
        match self {
            Self::Latin => "eng",
            Self::Cyrillic => "rus",
            Self::Arabic => "ara",
            Self::Han => "chi_sim",
            Self::TraditionalHan => "chi_tra",
        }
    }

    /// What a page in it is read with.
    pub fn languages(self) -> &'static [&'static str] {
        match self {
            Self::Latin => &["eng", "fra", "spa"],
            Self::Cyrillic => &["rus"],
            Self::Arabic => &["ara"],
            Self::Han => &["chi_sim"],
            Self::TraditionalHan => &["chi_tra"],
        }
    }
}

/// From this mean confidence no other script is tried.
const SURE: f32 = 78.0;
/// Below this in every script the page may stand on its head, or holds no text.
const LOST: f32 = 50.0;

/// Script of `page`, and whether it stands on its head. A script whose language is not installed is never found.
pub fn of(tool: &Tesseract, page: &Raster, deadline: Instant) -> Result<(Script, bool), Failure> {
    let mut found = (Script::Latin, 0.0);
    let samples = super::clean::samples(page);
    for sample in &samples {
        let next = best(tool, sample, deadline)?;
        if next.1 > found.1 {
            found = next;
        }
        if found.1 >= LOST + 10.0 {
            break;
        }
    }
    let (script, sure) = found;
    let Some(first) = samples.into_iter().next() else { return Ok((script, false)) };
    if sure >= LOST {
        return Ok((script, false));
    }
    let (turned, surer) = best(tool, &first.upside_down(), deadline)?;
    if surer > sure + 12.0 { Ok((turned, true)) } else { Ok((script, false)) }
}

fn best(tool: &Tesseract, sample: &Raster, deadline: Instant) -> Result<(Script, f32), Failure> {
    let mut best = (Script::Latin, 0.0);
    for script in Script::ALL {
        if tool.among(&[script.probe()]).is_none() {
            continue;
        }
        let words = tool.read(sample, &[script.probe()], Layout::Lines, deadline)?;
        let sure = confidence(&words);
        // Both kinds of Chinese share most characters; the simplified wins unless the other is clearly surer.
        let margin = if script == Script::TraditionalHan && best.0 == Script::Han { 4.0 } else { 0.0 };
        if sure > best.1 + margin {
            best = (script, sure);
        }
        if best.1 >= SURE {
            break;
        }
        // Traditional characters are asked about only where Chinese leads already.
        if script == Script::Han && best.0 != Script::Han {
            break;
        }
    }
    Ok(best)
}
