//! Pictures of text to text: scanned pages of PDFs, photographs, faxes.
//!
//! A page is cleaned (`clean`), its script found (`script`), read by tesseract (`tesseract`) and put in order
//! (`layout`). What was read carries its confidence and the words that stand in doubt, so that a fact which hangs on
//! them is marked for a person.

mod cells;
mod clean;
mod codes;
mod decode;
mod figures;
mod halves;
pub mod known;
mod latin;
mod layout;
mod left;
mod mend;
mod names;
mod numbers;
mod page;
mod points;
mod raster;
mod script;
mod stack;
mod tesseract;
mod zones;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use crate::message::{Recognition, Trouble};

use super::paper::{Text, trouble};
use super::tool::{Failure, run};
use page::Page;
use raster::Raster;
use tesseract::Tesseract;

pub use tesseract::languages;

/// What pages are read with: as tesseract names it, the end of its Debian package, and the language, unless it is one that
/// another reads and only its numbers are looked at.
pub const WANTED: [(&str, &str, Option<&str>); 9] = [
    ("eng", "eng", Some("English")),
    ("fra", "fra", Some("French")),
    ("spa", "spa", Some("Spanish")),
    ("ara", "ara", Some("Arabic")),
    ("rus", "rus", Some("Russian")),
    ("chi_sim", "chi-sim", Some("Chinese")),
    ("chi_tra", "chi-tra", Some("Chinese (traditional)")),
    ("Arabic", "script-arab", None),
    ("fas", "fas", None),
];
/// The time that a page may take, however many others wait; the last ones share what is left for the message.
const PAGE_TIME: Duration = Duration::from_secs(60);
/// Pixels of a page as poppler renders it; an A4 page at 300 dots to the inch has nine million.
const PAGE_PIXELS: f64 = 16e6;
/// A picture with fewer pixels than this, or a shorter longer side, holds no letter.
const LOGO: (usize, usize) = (90_000, 420);
/// Text layers that were set aside are kept to so many bytes.
const SET_ASIDE: usize = 64 << 10;

/// What reads pictures of text in this child.
#[derive(Debug)]
pub struct Reader {
    /// `tesseract`.
    pub tool: PathBuf,
    /// Pages that may be read side by side.
    pub lanes: usize,
    /// Pages read of one paper.
    pub pages: usize,
    /// Asked of the tool when the first page comes.
    pub languages: OnceLock<Vec<String>>,
}

impl Reader {
    fn tesseract(&self) -> Tesseract {
        let languages = self.languages.get_or_init(|| languages(&self.tool)).clone();
        Tesseract { path: self.tool.clone(), languages }
    }

    /// The text of the picture `bytes`.
    pub fn picture(&self, bytes: &[u8], media_type: &str, deadline: Instant) -> Text {
        let (pages, count) = match decode::pages(bytes, media_type, self.pages) {
            Ok(decoded) => decoded,
            Err(decode::Undecoded::TooLarge) => {
                return Text::none(
                    "too-large",
                    "This picture has too many pixels: ask the mission for the note as PDF.",
                );
            }
            Err(decode::Undecoded::Damaged) => {
                return Text::none(
                    "damaged",
                    "This picture is damaged or of a rare kind: ask the mission to send the note as PDF.",
                );
            }
        };
        if let [only] = pages.as_slice()
            && (only.pixels.len() < LOGO.0 || only.width.max(only.height) < LOGO.1)
        {
            return Text { page_count: 1, ..Text::default() };
        }
        let slots: Vec<Mutex<Option<Raster>>> = pages.into_iter().map(|p| Mutex::new(Some(p))).collect();
        let read = self.side_by_side(slots.len(), deadline, |number, _| {
            slots
                .get(number)
                .and_then(|s| s.lock().unwrap_or_else(PoisonError::into_inner).take())
                .ok_or(Failure::Unreadable)
        });
        let mut text = Text { page_count: u32::try_from(count).unwrap_or(u32::MAX), ..Text::default() };
        text.pages = vec![String::new(); read.len()];
        take(&mut text, (0..read.len()).zip(read), &[]);
        if count > text.pages.len() && text.trouble.is_none() {
            text.trouble = Some(beyond(text.pages.len()));
        }
        text
    }

    /// Reads the pages `numbers` (from 0) of the PDF `bytes` into `text`, whose own words for them are replaced where
    /// those read are better.
    pub fn pdf(&self, pdftotext: &Path, bytes: &[u8], numbers: &[usize], text: &mut Text, deadline: Instant) {
        let render = pdftotext.with_file_name("pdftoppm");
        let sizes = sizes(pdftotext, bytes, text.pages.len(), deadline);
        let native = images(pdftotext, bytes, text.pages.len(), deadline);
        let some = numbers.get(..numbers.len().min(self.pages)).unwrap_or(numbers);
        let read = self.side_by_side(some.len(), deadline, |at, until| {
            let number = some.get(at).copied().ok_or(Failure::Unreadable)?;
            let native = native.iter().filter(|i| i.page == number).map(|i| i.dpi).fold(0.0, f64::max);
            let wanted = if native > 0.0 { native.clamp(150.0, 300.0) } else { 210.0 };
            let (width, height) = sizes.get(number).copied().unwrap_or((612.0, 792.0));
            let most = (PAGE_PIXELS / (width * height / 5184.0)).sqrt();
            let dpi = format!("{:.1}", wanted.min(most).max(1.0));
            let page = (number + 1).to_string();
            let arguments = ["-q", "-r", &dpi, "-f", &page, "-l", &page, "-"];
            let (out, _) = run(&render, &arguments, bytes, 4 * PAGE_PIXELS as usize, until)?;
            Raster::from_pnm(&out).ok_or(Failure::Unreadable)
        });
        let layers: Vec<String> = some.iter().filter_map(|n| text.pages.get(*n).cloned()).collect();
        take(text, some.iter().copied().zip(read), &layers);
        if some.len() < numbers.len() && text.trouble.is_none() {
            text.trouble = Some(beyond(some.len()));
        }
    }

    /// Makes and reads `count` pages, up to `lanes` at a time.
    fn side_by_side(
        &self,
        count: usize,
        deadline: Instant,
        make: impl Fn(usize, Instant) -> Result<Raster, Failure> + Sync,
    ) -> Vec<Result<Page, Failure>> {
        let next = AtomicUsize::new(0);
        let tool = self.tesseract();
        let done: Vec<Mutex<Result<Page, Failure>>> =
            (0..count).map(|_| Mutex::new(Err(Failure::Slow))).collect();
        std::thread::scope(|scope| {
            for _ in 0..self.lanes.clamp(1, count.max(1)) {
                scope.spawn(|| {
                    while let number @ 0.. = next.fetch_add(1, Ordering::Relaxed)
                        && let Some(slot) = done.get(number)
                        && Instant::now() < deadline
                    {
                        // On a loaded host a page that takes seconds may take a minute, and is worth waiting for.
                        let rounds = (count - number).div_ceil(self.lanes.max(1));
                        let left = deadline.saturating_duration_since(Instant::now());
                        let share = left / u32::try_from(rounds).unwrap_or(u32::MAX);
                        let until = deadline.min(Instant::now() + share.max(PAGE_TIME));
                        let page = make(number, until)
                            .and_then(|raster| page::read(&tool, raster, count == 1, until));
                        *slot.lock().unwrap_or_else(PoisonError::into_inner) = page;
                    }
                });
            }
        });
        done.into_iter().map(|slot| slot.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
    }
}

/// Puts what was `read` of pages into `text`; `layers` are the words that stood there.
fn take(text: &mut Text, read: impl Iterator<Item = (usize, Result<Page, Failure>)>, layers: &[String]) {
    let (mut sum, mut letters_read) = (0.0, 0.0);
    let mut recognition = Recognition::default();
    let mut failed: Option<(usize, Failure)> = None;
    for (at, (number, page)) in read.enumerate() {
        let page = match page {
            Ok(page) => page,
            Err(why) => {
                failed.get_or_insert((number, why));
                // The layer was set aside as too little or garbage: what is read from it alone would be believed.
                if let Some(place) = text.pages.get_mut(number) {
                    place.clear();
                }
                continue;
            }
        };
        let layer = layers.get(at).map(String::as_str).unwrap_or_default();
        if !is_better(&page, layer) {
            continue;
        }
        let count = letters(&page.text) as f32;
        sum += page.confidence * count;
        letters_read += count;
        recognition.pages.push(u32::try_from(number + 1).unwrap_or(u32::MAX));
        recognition.unsure.extend(page.unsure);
        if !layer.trim().is_empty() {
            let cut = layer.floor_char_boundary(SET_ASIDE);
            recognition.set_aside.push(layer.get(..cut).unwrap_or_default().to_owned());
        }
        if let Some(place) = text.pages.get_mut(number) {
            *place = page.text;
        }
    }
    if letters_read > 0.0 {
        recognition.confidence = (sum / letters_read) as u8;
        recognition.unsure.sort();
        recognition.unsure.dedup();
        recognition.unsure.truncate(500);
        text.recognition = Some(recognition);
    }
    if let Some((number, why)) = failed
        && text.trouble.is_none()
    {
        let number = number + 1;
        text.trouble = Some(match why {
            Failure::Slow => trouble(
                "too-slow",
                &format!("Page {number} is a picture that took too long to read: read it by hand."),
            ),
            Failure::Unreadable => trouble(
                "no-text-layer",
                &format!("Page {number} is a picture that could not be read: read it by hand."),
            ),
        });
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether a page as read says more than the text layer that stood there.
fn is_better(page: &Page, layer: &str) -> bool {
    if known::is_garbage(layer) {
        // Too few words to tell: a name, a number, a short form.
        let read = known::share(&page.text).unwrap_or(0.3);
        return letters(&page.text) > 0
            && page.confidence >= 60.0
            && read > known::share(layer).unwrap_or(0.0);
    }
    letters(&page.text) as f32 > 1.3 * letters(layer) as f32
}

fn beyond(pages: usize) -> Trouble {
    trouble("too-large", &format!("Only the first {pages} scanned pages of this file were read."))
}

/// A picture that lies on a page of a PDF.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Image {
    /// From 0.
    pub page: usize,
    /// Dots to the inch as it is shown.
    pub dpi: f64,
}

/// The pictures of a PDF's first `pages` pages that are large enough to be scans of a page.
pub fn images(pdftotext: &Path, bytes: &[u8], pages: usize, deadline: Instant) -> Vec<Image> {
    let last = pages.to_string();
    let tool = pdftotext.with_file_name("pdfimages");
    let Ok((out, _)) = run(&tool, &["-list", "-l", &last, "-"], bytes, 1 << 20, deadline) else {
        return Vec::new();
    };
    String::from_utf8_lossy(&out).lines().filter_map(image).collect()
}

/// A row of `pdfimages -list`: page, number, kind, width, height, colour, components, bits, encoding, interpolation,
/// object and generation, dots across, dots down, size, ratio.
fn image(row: &str) -> Option<Image> {
    let fields: Vec<&str> = row.split_whitespace().collect();
    let number = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok());
    let (page, width, height, dpi) = (number(0)?, number(3)?, number(4)?, number(12)?);
    let shown = width / dpi.max(1.0) * height / dpi.max(1.0);
    // A third of a page, in square inches.
    (shown > 30.0 && page >= 1.0).then_some(Image { page: page as usize - 1, dpi })
}

/// Width and height in points of a PDF's first `pages` pages.
fn sizes(pdftotext: &Path, bytes: &[u8], pages: usize, deadline: Instant) -> Vec<(f64, f64)> {
    let tool = pdftotext.with_file_name("pdfinfo");
    let last = pages.to_string();
    let Ok((out, _)) = run(&tool, &["-f", "1", "-l", &last, "-"], bytes, 1 << 20, deadline) else {
        return Vec::new();
    };
    let size = |line: &str| {
        let (_, numbers) = line.strip_prefix("Page")?.split_once("size:")?;
        let mut numbers = numbers.split_whitespace().filter_map(|n| n.parse::<f64>().ok());
        Some((numbers.next()?.max(1.0), numbers.next()?.max(1.0)))
    };
    String::from_utf8_lossy(&out).lines().filter_map(size).collect()
}
