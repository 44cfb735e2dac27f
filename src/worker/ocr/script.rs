//! In which script a page is written, and which way up: found by reading a few of its lines in each.
//!
//! The tool's own detection of script and orientation takes longer than reading the whole page; a script that is not
//! the page's gives words of little confidence, and so does a page that stands on its head.

use std::ops::Range;
use std::time::Instant;

use super::known::{self, Latin};
use super::raster::Raster;
use super::stack::Stack;
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
    /// Those that are tried where a page is not clearly Latin, side by side and then one after the other.
    const OTHERS: [&[Self]; 2] = [&[Self::Arabic, Self::Han], &[Self::Cyrillic]];

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

    /// Chinese, in either kind of characters.
    pub fn is_han(self) -> bool {
        matches!(self, Self::Han | Self::TraditionalHan)
    }

    /// What a page in it is read with, of which a `sample` was read. One language where it is known reads faster and
    /// no worse than several; but the English model makes other letters of those with accents (`Núñez` became
    /// `Niifiez`), and names in notes in English have them.
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
/// Nor from this, where known words are among what was read.
const LEGIBLE: f32 = 60.0;
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

/// What one script makes of the sample.
struct Probe {
    script: Script,
    sure: f32,
    text: String,
    /// Whether no other script need be tried.
    settled: bool,
}

/// How `page` is to be read. A script whose language is not installed is never found.
pub fn of(tool: &Tesseract, page: &Raster, deadline: Instant) -> Result<Found, Failure> {
    let bands = super::clean::samples(page);
    let mut found = best(tool, page, &bands, deadline)?;
    let mut upside_down = false;
    if found.sure < LOST {
        let turned = page.clone().upside_down();
        let bands: Vec<Range<usize>> =
            bands.iter().map(|b| page.height.saturating_sub(b.end)..page.height - b.start).collect();
        let other = best(tool, &turned, &bands, deadline)?;
        if other.sure > found.sure + 12.0 {
            (found, upside_down) = (other, true);
        }
    }
    let installed = |languages: &[&str]| languages.iter().any(|l| tool.among(&[l]).is_some());
    let languages = found.script.languages(&found.text);
    let languages = if installed(languages) { languages } else { &["eng", "fra", "spa"] };
    Ok(Found { script: found.script, upside_down, languages, sure: found.sure })
}

/// The script that reads `bands` of `page` best. A letterhead in English stands above many a page in another script,
/// whose Latin words are read by themselves: bands that are clearly Latin leave it to the others, and another script
/// wins where it is legible.
fn best(
    tool: &Tesseract,
    page: &Raster,
    bands: &[Range<usize>],
    deadline: Instant,
) -> Result<Probe, Failure> {
    let probe = |script: Script, bands: &[Range<usize>]| -> Result<Option<(Vec<Probe>, Stack)>, Failure> {
        let Some(stack) = Stack::of(page, bands) else { return Ok(None) };
        let words = tool.read(&stack.picture, &[script.probe()], Layout::Lines, deadline)?;
        let of = |number| Probe::of(script, words.iter().filter(|w| stack.band(w) == number).collect());
        Ok(Some(((0..stack.rows().count()).map(of).collect(), stack)))
    };
    let mut best = Probe { script: Script::Latin, sure: 0.0, text: String::new(), settled: false };
    let mut bands = bands.to_vec();
    // What Latin made of the bands that others are tried on.
    let mut latin = 0.0_f32;
    if tool.among(&[Script::Latin.probe()]).is_some() {
        let Some((probes, stack)) = probe(Script::Latin, &bands)? else { return Ok(best) };
        let unsure = stack.rows().zip(&probes).filter(|(_, probe)| !probe.settled);
        (bands, latin) = unsure.fold((Vec::new(), 0.0), |(mut rows, most), (band, probe)| {
            rows.push(band);
            (rows, probe.sure.max(most))
        });
        best.sure = probes.iter().map(|p| p.sure).fold(0.0, f32::max);
        best.text = probes.into_iter().map(|p| p.text).collect::<Vec<_>>().join(" ");
    }
    if bands.is_empty() {
        return Ok(best);
    }
    // Two side by side take as long as one; the third, whose pages are read the fastest, only where neither reads the page.
    for some in Script::OTHERS {
        let others: Vec<Result<Option<Probe>, Failure>> = std::thread::scope(|scope| {
            let installed = some.iter().filter(|script| tool.among(&[script.probe()]).is_some());
            let started: Vec<_> = installed
                .map(|script| {
                    let (probe, bands) = (&probe, bands.as_slice());
                    scope.spawn(move || {
                        let probes = probe(*script, bands)?.map(|(probes, _)| probes).unwrap_or_default();
                        Ok(probes.into_iter().max_by(|a, b| a.sure.total_cmp(&b.sure)))
                    })
                })
                .collect();
            started.into_iter().map(|run| run.join().unwrap_or(Err(Failure::Unreadable))).collect()
        });
        for other in others {
            let Some(probe) = other? else { continue };
            let wins = match best.script {
                Script::Latin => probe.sure > latin && (probe.sure >= LEGIBLE || probe.sure > best.sure),
                _ => probe.sure > best.sure,
            };
            if wins {
                best = probe;
            }
        }
        if best.settled {
            break;
        }
    }
    // Traditional characters are read as simplified ones, with less confidence, and are asked about only then: both
    // kinds share most characters; the simplified wins unless the other is clearly surer.
    if best.script == Script::Han
        && best.sure < SURE
        && tool.among(&[Script::TraditionalHan.probe()]).is_some()
        && let Some((probes, _)) = probe(Script::TraditionalHan, &bands)?
        && let Some(other) = probes.into_iter().max_by(|a, b| a.sure.total_cmp(&b.sure))
        && other.sure > best.sure + 10.0
    {
        best = other;
    }
    Ok(best)
}

impl Probe {
    /// What `script` made of a band, of which `words` were read.
    fn of(script: Script, words: Vec<&Word>) -> Self {
        // The Chinese models read Latin, too, and lose its accents.
        let sure =
            if script.is_han() && !is_mostly_han(&words) { 0.0 } else { confidence(words.iter().copied()) };
        let text = words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
        let settled = sure >= SURE || sure >= LEGIBLE && known::is_legible(&text);
        Self { script, sure, text, settled }
    }
}

fn is_mostly_han(words: &[&Word]) -> bool {
    let letters = words.iter().flat_map(|w| w.text.chars()).filter(|c| c.is_alphabetic());
    let (all, han) = letters.fold((0, 0), |(all, han), c| (all + 1, han + usize::from(known::is_han(c))));
    han * 2 > all
}
