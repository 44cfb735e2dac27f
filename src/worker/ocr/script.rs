//! In which script a page is written, and which way up: found by reading a few of its lines in each.
//!
//! The tool's own detection of script and orientation takes longer than reading the whole page; a script that is not
//! the page's gives words of little confidence, and so does a page that stands on its head.

use std::time::Instant;

use super::known::{self, Latin};
use super::raster::Raster;
use super::tesseract::{Layout, Tesseract, Word, confidence};
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

    fn is_han(self) -> bool {
        matches!(self, Self::Han | Self::TraditionalHan)
    }

    /// What a page in it is read with, of which a `sample` was read. One language where it is known reads faster and
    /// no worse than several.
    fn languages(self, sample: &str) -> &'static [&'static str] {
        match self {
            Self::Latin => match known::latin(sample) {
                Some(Latin::French) => &["fra"],
                Some(Latin::Spanish) => &["spa"],
                _ => &["eng", "fra", "spa"],
            },
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
pub const LOST: f32 = 50.0;

/// How a page is to be read.
#[derive(Debug, Clone)]
pub struct Found {
    pub script: Script,
    pub upside_down: bool,
    /// As tesseract names them.
    pub languages: &'static [&'static str],
    /// Mean confidence of the lines that were read to find it, 0 to 100.
    pub sure: f32,
}

struct Probe {
    script: Script,
    sure: f32,
    text: String,
}

/// How `page` is to be read. A script whose language is not installed is never found.
pub fn of(tool: &Tesseract, page: &Raster, deadline: Instant) -> Result<Found, Failure> {
    let samples = super::clean::samples(page);
    let mut found = of_all(tool, &samples, deadline)?;
    let mut upside_down = false;
    if found.sure < LOST {
        let turned: Vec<Raster> = samples.into_iter().map(Raster::upside_down).collect();
        let other = of_all(tool, &turned, deadline)?;
        if other.sure > found.sure + 12.0 {
            (found, upside_down) = (other, true);
        }
    }
    let installed = |languages: &[&str]| languages.iter().any(|l| tool.among(&[l]).is_some());
    let languages = found.script.languages(&found.text);
    let languages = if installed(languages) { languages } else { &["eng", "fra", "spa"] };
    Ok(Found { script: found.script, upside_down, languages, sure: found.sure })
}

/// The surest of what `samples` say. A letterhead in English stands above many a page in another script, whose Latin
/// words are read by themselves: the other script wins where it is legible.
fn of_all(tool: &Tesseract, samples: &[Raster], deadline: Instant) -> Result<Probe, Failure> {
    let mut found = Probe { script: Script::Latin, sure: 0.0, text: String::new() };
    for sample in samples {
        let next = best(tool, sample, deadline)?;
        let other = |probe: &Probe| probe.script != Script::Latin && probe.sure >= LOST + 10.0;
        if other(&next) && !other(&found) || next.sure > found.sure && other(&next) == other(&found) {
            found = next;
        }
        if other(&found) {
            break;
        }
    }
    Ok(found)
}

fn best(tool: &Tesseract, sample: &Raster, deadline: Instant) -> Result<Probe, Failure> {
    let mut best = Probe { script: Script::Latin, sure: 0.0, text: String::new() };
    for script in Script::ALL {
        if tool.among(&[script.probe()]).is_none() {
            continue;
        }
        let words = tool.read(sample, &[script.probe()], Layout::Lines, deadline)?;
        let sure = confidence(&words);
        // The Chinese models read Latin, too, and lose its accents.
        if script.is_han() && !is_mostly_han(&words) {
            break;
        }
        // Both kinds of Chinese share most characters; the simplified wins unless the other is clearly surer.
        let han = script == Script::TraditionalHan && best.script == Script::Han;
        if sure > best.sure + if han { 10.0 } else { 0.0 } {
            let text: Vec<String> = words.into_iter().map(|w| w.text).collect();
            best = Probe { script, sure, text: text.join(" ") };
        }
        // Traditional characters are asked about only where Chinese leads already.
        if best.sure >= SURE || script == Script::Han && best.script != Script::Han {
            break;
        }
    }
    Ok(best)
}

fn is_mostly_han(words: &[Word]) -> bool {
    let letters = words.iter().flat_map(|w| w.text.chars()).filter(|c| c.is_alphabetic());
    let (all, han) = letters.fold((0, 0), |(all, han), c| (all + 1, han + usize::from(known::is_han(c))));
    han * 2 > all
}
