//! What speaks for a form: turns of courtesy, who speaks (an office, "I", "we") and to whom, what stands at the head and
//! foot of the sheet. Values only; what each is worth says [`weights`](super::weights).

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::reading::document::{Document, Line};
use crate::reading::lexicon::Lexicon;
use crate::reading::note_date;
use crate::reading::phrases::Sense;
use crate::reading::reference;
use crate::reading::words::Sort;

/// The senses that tell forms apart.
const SENSES: [Sense; 14] = [
    Sense::Opening,
    Sense::Closing,
    Sense::NamesNote,
    Sense::Salutation,
    Sense::FirstPerson,
    Sense::Honour,
    Sense::LetterClose,
    Sense::Ordinary,
    Sense::Mission,
    Sense::Ministry,
    Sense::Embassy,
    Sense::Representative,
    Sense::Government,
    Sense::Machine,
];

/// What else is looked at, in the order of [`told`].
const OTHERS: [&str; 25] = [
    "opens and closes",
    "an office leads",
    "an office leads a line",
    "an office twice",
    "an office thrice",
    "I",
    "we",
    "you",
    "one who writes",
    "nobody writes",
    "a dateline above",
    "a dateline below",
    "a number above",
    "a number below",
    "a greeting",
    "a short last line",
    "names at the foot",
    "exclaims",
    "asks a question",
    "shortened words",
    "begins small",
    "in a paper",
    "short",
    "long",
    "an address in the foot",
];

/// How many there are.
pub(super) const COUNT: usize = SENSES.len() + OTHERS.len();

/// The name of a clue, by its place.
pub(super) fn name(at: usize) -> String {
    let sense = SENSES.get(at).map(|sense| format!("{sense:?}"));
    sense.or_else(|| OTHERS.get(at - SENSES.len()).map(|n| (*n).to_owned())).unwrap_or_default()
}

/// Who speaks, by small words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    I,
    We,
    You,
}

static VOICES: LazyLock<Lexicon<Voice>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Voice::I,
            "i me my mine je mon ma mes j m'a yo mi mis me conmigo я мне меня мой моя мое моего моей انا لي 我 eu meu minha ich mein",
        ),
        (
            Voice::We,
            "we us our ours nous notre nos nosotros nuestro nuestra nuestros nuestras мы нас нам наш наша наше нашего нашей نحن لنا لدينا نرجو نود نأمل نفيدكم نرفق 咱 wir unser nosso nossa",
        ),
        (
            Voice::You,
            "you your yours vous votre vos usted ustedes le les вы вас вам ваш ваша ваше вашего вашей لكم سيادتكم سعادتكم معاليكم حضرتكم 你 您",
        ),
    ])
});

/// Everything that is weighed: which of the clues are so, always in the same order.
pub(super) fn gather(document: &Document, mail: NaiveDate) -> [bool; COUNT] {
    let mut clues = [false; COUNT];
    let told = told(document, mail);
    let all = SENSES.iter().map(|sense| document.has(*sense)).chain(told);
    for (clue, told) in clues.iter_mut().zip(all) {
        *clue = told;
    }
    clues
}

/// Those of [`OTHERS`].
fn told(document: &Document, mail: NaiveDate) -> [bool; OTHERS.len()] {
    let mut voices = [0_usize; 3];
    for word in document.words().iter().filter(|w| w.sort == Sort::Letters) {
        for voice in VOICES.of_word(word.folded) {
            voices.get_mut(voice as usize).into_iter().for_each(|count| *count += 1);
        }
    }
    let [i, we, you] = voices;
    let offices =
        document.count(Sense::Mission) + document.count(Sense::Embassy) + document.count(Sense::Ministry);
    let prose = prose(document);
    let lines: Vec<&str> = document.text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let edges = document.edges();
    let middle = document.folded.span(prose.clone(), &document.text).start;
    let (above, below): (Vec<&Line<'_>>, Vec<&Line<'_>>) =
        edges.iter().partition(|line| line.range.start < middle || line.range.end <= middle);
    let dated = |lines: &[&Line<'_>]| lines.iter().any(|l| note_date::is_dateline(l.folded, mail));
    let numbered = |lines: &[&Line<'_>]| lines.iter().any(|l| reference::is_numbered(l.original));
    let first = lines.first().copied().unwrap_or_default();
    let greeting = first.chars().count() <= 48 && first.ends_with([',', '!', '，', '！', '،']);
    let foot: Vec<&&str> = lines.iter().rev().take(4).collect();
    let is_name = |line: &str| {
        let words = line.split_whitespace().count();
        (1..=4).contains(&words)
            && line.chars().count() <= 40
            && !line.chars().any(|c| c.is_ascii_digit() || matches!(c, '.' | ':' | '。'))
    };
    let text = document.folded.text();
    [
        document.has(Sense::Opening) && document.has(Sense::Closing),
        leads(document, prose.start),
        document.hits.iter().any(|h| is_office(h.sense) && begins_line(document, h.start)),
        offices >= 2,
        offices >= 3,
        i > 0,
        we > 0,
        you > 0,
        i + we > 1,
        i + we == 0,
        dated(&above),
        dated(&below),
        numbered(&above),
        numbered(&below),
        greeting,
        foot.first().is_some_and(|l| l.chars().count() <= 24),
        foot.iter().any(|l| is_name(l)),
        text.contains(['!', '！']),
        text.contains(['?', '؟', '？']),
        ["n't", "i'm", "we're", "i've", "we've", "it's", " pls", " asap", " thx", "fyi"]
            .iter()
            .any(|w| text.contains(w)),
        first.starts_with(char::is_lowercase),
        document.name != "body",
        document.text.len() < 400,
        document.text.len() > 1_200,
        foot.iter().any(|l| l.contains(['|', '@', '+']) || l.to_lowercase().contains("tel")),
    ]
}

fn is_office(sense: Sense) -> bool {
    matches!(sense, Sense::Mission | Sense::Embassy | Sense::Ministry)
}

/// The first paragraph of prose, else the longest: bytes of the folded text. Headings, addresses and greetings are short.
fn prose(document: &Document) -> std::ops::Range<usize> {
    let mut at = 0;
    let mut longest = (0, 0..0);
    for paragraph in document.text.split("\n\n") {
        let length: usize = paragraph.chars().map(|c| if is_wide(c) { 3 } else { 1 }).sum();
        if length > longest.0 {
            longest = (length, at..at + paragraph.len());
        }
        if length > 120 {
            break;
        }
        at += paragraph.len() + 2;
    }
    let start = document.folded.at(longest.1.start);
    start..document.folded.at(longest.1.end).max(start)
}

/// A Chinese character says as much as three letters.
fn is_wide(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c)
}

/// Whether an office stands among the first words of what is said: "تفيد البعثة الدائمة", "La Misión Permanente".
fn leads(document: &Document, from: usize) -> bool {
    document.hits.iter().any(|h| is_office(h.sense) && (from..from + 40).contains(&h.start))
}

/// Whether a line of more than a heading's length begins near `at`.
fn begins_line(document: &Document, at: usize) -> bool {
    let origin = document.folded.origin(at);
    let start = document.text.get(..origin).and_then(|t| t.rfind('\n')).map_or(0, |n| n + 1);
    let line = document.text.get(start..).and_then(|t| t.lines().next()).unwrap_or_default();
    let length: usize = line.chars().map(|c| if is_wide(c) { 3 } else { 1 }).sum();
    origin - start <= 8 && length > 60
}
