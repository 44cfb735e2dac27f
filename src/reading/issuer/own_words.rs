//! Where in an ordinary mail its writer says who he is: the signature, the introduction, the offices beside a State.

use std::ops::Range;
use std::sync::LazyLock;

use crate::reading::Channel;
use crate::reading::document::Document;
use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word, split};
use crate::states::Mention;
use crate::states::fold::Folded;

/// Lines at the end of a mail in which its writer signs.
const SIGNATURE: usize = 9;
/// Bytes at the end of a mail in which its writer signs: as many lines, however long a stranger makes one.
const SIGNATURE_BYTES: usize = 2_000;
/// Words that may stand between an office and its State.
const REACH: usize = 7;
/// Bytes that so many words take at most, on either side: a line may be as long as the mail.
const BESIDE: usize = 300;
/// Bytes of a sentence in which a writer says who he is.
const INTRODUCTION: usize = 600;

static OFFICES: LazyLock<Lexicon<Channel>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Channel::NewYork,
            "mission misión misiones missão missione постпредств* представительств* миссии миссия البعثة بعثة بعثتنا \
             الممثلية ممثلية الوفد 代 表 团 un onu оон unny pmun pmny pm rp mp delegation пп постпред*",
        ),
        (
            Channel::Other,
            "embassy ambassade embajada embaixada посольств* سفارة السفارة commission commissariat consulate consulat \
             consulado 使 馆",
        ),
        (
            Channel::Capital,
            "ministry ministère ministerio ministério министерств* وزارة الوزارة department directorate département \
             dirección direction departamento департамент* управлени* immigration migration migración migrations служб* \
             government gouvernement gobierno правительств* حكومة secretaría cancillería agency agence agencia агентств* \
             commissioner bureau دائرة مديرية هيئة 部 局 council prime presidency présidence presidencia police",
        ),
    ])
});

/// Turns with which a writer says who he is, folded.
const INTRODUCTIONS: [&str; 62] = [
    "i am ",
    "i'm ",
    "this is ",
    " here at ",
    " here from ",
    "writing from",
    "writing to you from",
    "write from",
    "write to you from",
    "greeting you from",
    "greetings from",
    "on behalf of",
    "my name is",
    "we are ",
    "we at ",
    "our mission",
    "my country",
    "our country",
    "our government",
    "je suis ",
    "nous sommes ",
    "ici ",
    "vous ecris de",
    "vous ecrivons de",
    "de la part d",
    "au nom d",
    "je m'appelle",
    "mon pays",
    "notre pays",
    "soy ",
    "somos ",
    "escribo de",
    "escribimos de",
    "en nombre d",
    "de parte d",
    "me llamo",
    "mi pais",
    "nuestro pais",
    "я ",
    "мы ",
    "вас беспокоит",
    "пишу ",
    "от имени",
    "меня зовут",
    "наша страна",
    "انا ",
    "نحن ",
    "اكتب اليكم",
    "اتواصل معكم",
    "نتواصل معكم",
    "اخاطبكم",
    "نكتب اليكم",
    "معكم ",
    "باسم ",
    "نيابة عن",
    "بلدنا",
    "我是",
    "我们是",
    "这里是",
    "我代表",
    "来自",
    "我在",
];

/// "Our Ministry": the writer is in the capital, wherever its State is told.
pub(super) fn own_ministry(body: &Document) -> Option<Channel> {
    let own = [
        "our ministry",
        "our department",
        "notre ministere",
        "nuestro ministerio",
        "nuestra cancilleria",
        "наше министерство",
        "нашего министерства",
        "нашем министерстве",
        "وزارتنا",
        "我们部",
        "我部",
    ];
    own.iter().any(|words| body.folded.text().contains(words)).then_some(Channel::Capital)
}

/// The kind of office that the signature of a document names.
pub(super) fn signing_office(document: &Document) -> Option<Channel> {
    let part = document.text.get(signature(&document.text)?)?;
    offices(&Folded::new(part)).next()
}

/// Where the writer of a mail signs: behind its last sentence, at most some lines.
pub(super) fn signature(text: &str) -> Option<Range<usize>> {
    let text = text.trim_end();
    let lines: Vec<&str> = text.rsplit('\n').filter(|l| !l.trim().is_empty()).take(SIGNATURE).collect();
    let long = lines.iter().map(|l| l.len() + 1).sum::<usize>().min(SIGNATURE_BYTES);
    let start = text.ceil_char_boundary(text.len().saturating_sub(long));
    let part = text.get(start..)?;
    let ends = [".\n", "?\n", "!\n", "。\n", "؟\n"].iter().filter_map(|end| part.rfind(end)).max();
    let begins = ends.map_or(start, |at| start + at);
    Some(begins..text.len())
}

/// The sentences in which a writer says who he is: ranges of the text, in its order and apart.
pub(super) struct Introductions(Vec<Range<usize>>);

impl Introductions {
    pub(super) fn contain(&self, at: usize) -> bool {
        let next = self.0.partition_point(|range| range.start <= at);
        self.0.get(..next).and_then(<[_]>::last).is_some_and(|range| range.contains(&at))
    }
}

pub(super) fn introductions(body: &Document) -> Introductions {
    let text = body.folded.text();
    let mut found: Vec<Range<usize>> = INTRODUCTIONS
        .iter()
        .flat_map(|turn| text.match_indices(turn).map(|(at, _)| at))
        .filter(|at| {
            text.get(..*at).is_none_or(|t| !t.ends_with(|c: char| c.is_alphanumeric() && c.is_ascii()))
        })
        .map(|at| {
            let start = body.folded.origin(at);
            let most = body.text.ceil_char_boundary(start + INTRODUCTION);
            let rest = body.text.get(start..most).unwrap_or_default();
            let ends = [". ", ".\n", "\n\n", "。", "? ", "! ", "؟"];
            let end = ends.iter().filter_map(|e| rest.find(e)).min().unwrap_or(rest.len());
            start..start + end
        })
        .collect();
    found.sort_by_key(|r| r.start);
    found.dedup_by(|next, last| {
        let joined = next.start <= last.end;
        if joined {
            last.end = last.end.max(next.end);
        }
        joined
    });
    Introductions(found)
}

/// The office whose word stands in the line of a State's name with few words between, the nearest.
pub(super) fn office_beside(text: &str, mention: &Mention) -> Option<Channel> {
    let ends: &[char] = &['\n', '.', ';', '。', '?', '!'];
    let first = text.ceil_char_boundary(mention.span.start.saturating_sub(BESIDE));
    let before = text.get(first..mention.span.start)?;
    let start = before.rfind(ends).map_or(first, |at| text.ceil_char_boundary(first + at + 1));
    let after = text.get(mention.span.end..text.ceil_char_boundary(mention.span.end + BESIDE))?;
    let end = mention.span.end + after.find(ends).unwrap_or(after.len());
    let near = |part: &str, from_end: bool| {
        let folded = Folded::new(part);
        let words = split(&folded);
        let letters = words.iter().filter(|w| w.sort == Sort::Letters);
        let found =
            |(distance, word): (usize, &Word)| OFFICES.get(word.folded).map(|channel| (distance, channel));
        if from_end {
            letters.rev().take(REACH).enumerate().find_map(found)
        } else {
            letters.take(REACH).enumerate().find_map(found)
        }
    };
    let left = near(text.get(start..mention.span.start)?, true);
    let right = near(text.get(mention.span.end..end)?, false);
    let channel = left.into_iter().chain(right).min_by_key(|(distance, _)| *distance)?.1;
    Some(placed(channel, &Folded::new(text.get(start..end)?)))
}

/// A mission in Geneva or Vienna, when its words name the town.
pub(super) fn placed(channel: Channel, words: &Folded) -> Channel {
    let says = |towns: &[&str]| towns.iter().any(|town| words.text().contains(town));
    match channel {
        Channel::NewYork if says(&["geneva", "geneve", "ginebra", "женев", "جنيف", "日内瓦"]) => {
            Channel::Geneva
        }
        Channel::NewYork
            if says(&["vienna", "vienne", "viena", "wien", "вена", "вене", "فيينا", "维也纳"]) =>
        {
            Channel::Vienna
        }
        other => other,
    }
}

pub(super) fn offices(folded: &Folded) -> impl Iterator<Item = Channel> {
    split(folded).iter().filter_map(|w| OFFICES.get(w.folded)).collect::<Vec<_>>().into_iter()
}
