//! Through which office a note was issued: its words, its town, the letterhead.

use std::ops::Range;

use std::sync::LazyLock;

use crate::reading::document::Document;
use crate::reading::issuer::own_words::signing_office;
use crate::reading::issuer::{Office, Role};
use crate::reading::ordinals::is_meeting;
use crate::reading::phrases::{Hit, Sense};
use crate::reading::sought::Sought;
use crate::reading::{Channel, Fact};

/// The office of the best of `offices`, best role first.
pub(super) fn channel_of(document: &Document, offices: &[Office]) -> Fact<Channel> {
    let Some(best) = offices.iter().find(|o| o.state.is_some()).or_else(|| offices.first()) else {
        return Fact::Missing;
    };
    let kind = match best.sense {
        Sense::Ministry => Some(Channel::Capital),
        Sense::Embassy => Some(Channel::Other),
        _ => None,
    };
    // "On behalf of the Principal Secretary for Home Affairs": the signature says from where.
    if best.sense == Sense::Government && best.role == Role::Government {
        let signed = signing_office(document).unwrap_or(Channel::NewYork);
        return Fact::Stated(document.quoted_folded(signed, 0.6, best.words.clone()));
    }
    // An embassy that is also the permanent mission to the United Nations speaks as the mission.
    let also_mission = document.hits.iter().any(|h| {
        h.sense == Sense::Mission && best.words.contains(&h.start) && !is_elsewhere(document, h.end)
    });
    let mission = hits_in(document, &best.words, Sense::Mission);
    if kind.is_none() && !also_mission && mission {
        return Fact::Stated(document.quoted_folded(Channel::Other, 0.85, best.words.clone()));
    }
    if let Some(channel) = kind.filter(|_| !also_mission) {
        return Fact::Stated(document.quoted_folded(channel, 0.9, best.words.clone()));
    }
    // The town beside the office's own words, wherever these stand; then that of the letterhead or of the date.
    let same: Vec<&Office> =
        offices.iter().filter(|o| o.sense == best.sense || o.role >= Role::Closing).collect();
    for office in &same {
        if let Some(channel) = town(document, office.words.clone()) {
            return Fact::Stated(document.quoted_folded(channel, 0.93, office.words.clone()));
        }
    }
    let united = same.iter().any(|o| hits_in(document, &o.words, Sense::UnitedNations));
    static GENEVA: LazyLock<Sought> =
        LazyLock::new(|| Sought::each(["geneva", "geneve", "ginebra", "женев", "جنيف", "日内瓦"]));
    static VIENNA: LazyLock<Sought> = LazyLock::new(|| {
        Sought::each(["vienna,", "vienna", "vienne,", "viena,", "wien", "вена,", "فيينا", "维也纳"])
    });
    static NEW_YORK: LazyLock<Sought> =
        LazyLock::new(|| Sought::each(["new york", "nueva york", "нью-йорк", "نيويورك", "纽约", "n.y."]));
    static ADDRESSED: LazyLock<Sought> = LazyLock::new(|| {
        Sought::each(["special representative", "session", "subject", "objet", "asunto", "office of"])
    });
    for line in document.edges() {
        let text = line.folded.text();
        // Nor is the last line of a paragraph an address or a date line.
        let prose = text.trim_end().ends_with('.') && text.split(' ').count() > 8;
        if text.len() > 120 || prose {
            continue;
        }
        let channel = if GENEVA.is_in(text) {
            Channel::Geneva
        } else if VIENNA.is_in(text) {
            Channel::Vienna
        } else if NEW_YORK.is_in(text) {
            Channel::NewYork
        } else {
            continue;
        };
        // "to the United Nations" alone is New York; elsewhere is then only believed of a date line or an address.
        let bare = united && channel != Channel::NewYork && !text.bytes().any(|b| b.is_ascii_digit());
        // "... في اجتماع جنيف (19 - 20 يونيو)": the town of a meeting, where its word stands right before it.
        let words: Vec<&str> = text.split(' ').collect();
        let of_meeting = words.windows(2).any(|pair| {
            matches!(pair, [before, town] if is_meeting(before) && (GENEVA.is_in(town) || VIENNA.is_in(town)))
        });
        let addressed = bare || of_meeting || ADDRESSED.is_in(text);
        if !addressed {
            return Fact::Stated(document.quoted(
                channel,
                if united || channel == Channel::NewYork { 0.85 } else { 0.8 },
                line.range,
            ));
        }
    }
    let confidence = if united { 0.9 } else { 0.75 };
    Fact::Stated(document.quoted_folded(Channel::NewYork, confidence, best.words.clone()))
}

/// Whether a mission is accredited to another body than the United Nations in New York, Geneva and Vienna: `end` is the
/// folded byte behind its words.
fn is_elsewhere(document: &Document, end: usize) -> bool {
    /// Bodies of the United Nations in another town, and the town.
    const OWN: [&str; 11] = [
        "environment programme",
        "nations environment",
        "pour l'environnement",
        "medio ambiente",
        "nairobi",
        "наироби",
        "نيروبي",
        "内罗毕",
        "環境署",
        "环境规划署",
        "环境署",
    ];
    const BODIES: [&str; 27] = [
        "african union",
        "union africaine",
        "union africana",
        "uniao africana",
        "uneca",
        " eca",
        "european union",
        "union europeenne",
        "union europea",
        "european communities",
        "unesco",
        "organization of american states",
        "estados americanos",
        "unep",
        "un-habitat",
        "fao",
        "escwa",
        "escap",
        "arab league",
        "league of arab states",
        "ligue arabe",
        "африканск",
        "европеиск",
        "الاتحاد الافريقي",
        "الاتحاد الاوروبي",
        "非洲联盟",
        "欧洲联盟",
    ];
    let text = document.folded.text();
    let behind = text.get(end..text.floor_char_boundary(end + 90)).unwrap_or_default();
    // What follows in the next sentence is not of the office.
    let behind = behind.split(['.', ';', '،', '，']).next().unwrap_or_default();
    let at = |words: &[&str]| words.iter().filter_map(|w| behind.find(w)).min();
    if OWN.iter().any(|own| behind.contains(own)) {
        return true;
    }
    let united = document.hits.iter().filter(|h| h.sense == Sense::UnitedNations && h.start >= end);
    let united = united.map(|h| h.start - end).min();
    at(&BODIES).is_some_and(|body| united.is_none_or(|united| body < united))
}

fn hits_in(document: &Document, range: &Range<usize>, sense: Sense) -> bool {
    document.hits.iter().any(|h| h.sense == sense && range.contains(&h.start))
}

/// The town named among the words of an office, before they end with their line or sentence.
fn town(document: &Document, words: Range<usize>) -> Option<Channel> {
    let text = document.folded.text().get(words.clone())?;
    let start = document.folded.span(words.clone(), &document.text);
    // A blank line ends the name of an office.
    let original = document.text.get(start).unwrap_or_default();
    let paragraph = original.find("\n\n").map_or(text.len(), |at| at.min(text.len()));
    // So does a sentence.
    let paragraph = text
        .match_indices(". ")
        .map(|(at, _)| at)
        .find(|at| text.get(..*at).and_then(|t| t.rsplit(' ').next()).is_some_and(|w| w.chars().count() > 3))
        .map_or(paragraph, |at| paragraph.min(at));
    // Chinese parts by its own commas, and an office's name has none.
    let chinese = text.chars().next().is_some_and(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    let part = text.find([',', '。', ':', ';']).filter(|_| chinese);
    let paragraph = part.map_or(paragraph, |at| paragraph.min(at));
    // "... si quien asistió a la sesión de Ginebra": the town of a meeting is not that of the office.
    let of_meeting = |at: usize| {
        let between = text.get(..at - words.start).unwrap_or_default();
        between.split(' ').any(is_meeting)
    };
    let named =
        |h: &&Hit| h.start >= words.start && h.start < words.start + paragraph && !of_meeting(h.start);
    document.hits.iter().filter(named).find_map(|h| match h.sense {
        Sense::Geneva => Some(Channel::Geneva),
        Sense::Vienna => Some(Channel::Vienna),
        Sense::NewYork => Some(Channel::NewYork),
        _ => None,
    })
}
