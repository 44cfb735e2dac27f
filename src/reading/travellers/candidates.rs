//! Who may be meant: names behind a title, in a form or table, after a turn of nomination, in a list under one.

use std::ops::Range;

use crate::reading::Gender;
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::{Candidate, MOST, Part, Piece, Shape, floor, forms, names, posts};
use crate::reading::words::fold;

/// Past titles and their points: where the name begins, the title's gender, and whether there was one.
pub(super) fn past_titles(text: &str, marks: &[Found], at: usize) -> (usize, Option<Gender>, bool) {
    let (mut at, mut gender, mut any) = (at, None, false);
    let mut aside = false;
    for _ in 0..5 {
        let rest = text.get(at..).unwrap_or_default();
        // "Dr. (Mrs.) Ana": the bracket of a second title is closed before the name.
        let rest = if aside { rest.strip_prefix(')').unwrap_or(rest) } else { rest };
        at = text.len() - rest.len();
        let open = at + rest.len()
            - rest.trim_start_matches([' ', '\u{a0}', '\n', '\r', '\t', '*', '.', '(', '/', '\\']).len();
        aside |= text.get(at..open).is_some_and(|t| t.contains('('));
        let from = marks.partition_point(|m| m.start < open);
        let here = marks.iter().skip(from).take_while(|m| m.start == open);
        let title = here.filter(|m| is_title(text, m)).max_by_key(|m| m.end);
        let Some(title) = title else { break };
        if let Mark::Title(told) = title.mark {
            gender = gender.or(told);
        }
        // "Mme Hadja Fatoumata", "Don Pastor Micha": behind a courtesy it is a name.
        let word = fold(text.get(title.start..title.end).unwrap_or_default());
        if any
            && [
                "hadja", "adja", "hadji", "elhadj", "elhadji", "el hadj", "el hadji", "hajia", "sheikh",
                "shaikh", "ratu", "pastor", "cheikh", "sheik", "baron", "count", "duke", "comte", "duc",
                "emir", "bishop", "canon", "khun", "rabbi", "prince", "ato", "haji", "tun", "begum",
                "princess", "u", "father", "sister",
            ]
            .contains(&word.as_str())
            && !text.get(title.end..).is_some_and(|t| t.starts_with('.'))
        {
            break;
        }
        any = true;
        at = title.end + usize::from(text.get(title.end..).is_some_and(|t| t.starts_with('.')));
    }
    if any {
        at = past_post(text, at);
        // "السيد المستشار/ أحمد": a rank, closed by the stroke.
        let rest = text.get(at..).unwrap_or_default();
        if let Some((rank, _)) = rest.split_once('/')
            && rank.trim_start().starts_with(names::is_arabic)
            && rank.trim().split(' ').count() <= 2
            && rank.len() < 60
            && names::is_post_in_arabic(rank.split_whitespace().next().unwrap_or_default())
        {
            at += rank.len();
        }
        // "السيد/ أحمد": a stroke between title and name.
        let rest = text.get(at..).unwrap_or_default();
        let name = rest.trim_start_matches([' ', '\u{a0}']).trim_start_matches(['/', '\\']);
        if !name.starts_with(char::is_numeric) {
            at += rest.len() - name.len();
        }
    }
    (at, gender, any)
}

/// "Monsieur le Préfet Ousmane Barry", "Mme la Directrice de la population, Awa Ndiaye": past the post between
/// courtesy and name.
fn past_post(text: &str, at: usize) -> usize {
    let rest = text.get(at..floor(text, at + 120)).unwrap_or_default();
    let post = rest.trim_start();
    let Some(post) = ["le ", "la ", "l'", "l’"].iter().find_map(|a| post.strip_prefix(a)) else {
        return at;
    };
    let word = post.split([' ', ',', '\n']).next().unwrap_or_default();
    let next = post.get(word.len()..).unwrap_or_default();
    if !names::is_office(word) {
        return at;
    }
    if next.starts_with(' ') && next.trim_start().starts_with(|c: char| c.is_uppercase()) {
        return at + rest.len() - next.len();
    }
    match post.split_once([',', '\n', '.', ';']) {
        Some((_, name)) if post.get(..post.len() - name.len()).is_some_and(|p| p.ends_with(',')) => {
            at + rest.len() - name.len()
        }
        _ => at,
    }
}

/// Whether the mark is written as a title: with a capital, save whole words and forms that are not ("la señora").
fn is_title(text: &str, found: &Found) -> bool {
    if !matches!(found.mark, Mark::Title(_)) {
        return false;
    }
    let word = text.get(found.start..found.end).unwrap_or_default();
    let lower = word.starts_with(char::is_lowercase);
    match fold(word).as_str() {
        "he" | "se" | "mm" => word.chars().all(char::is_uppercase),
        // Of one letter: "د." is a title and "د" a word; "Rowena M. Tagumpay" has an initial.
        "د" => text.get(found.end..).is_some_and(|t| t.starts_with(['.', '/'])),
        "fr" | "cap" | "mag" | "emb" | "bach" | "crio" | "abog" | "cne" | "dott" | "avv" | "psic"
        | "surg" | "cpl" | "subcom" | "hno" | "hna" => {
            !lower
                && text.get(found.end..).is_some_and(|t| t.starts_with('.'))
                && !is_initial(text, found.start)
        }
        // "a D. Gorka Etxeberria": not the initial of "D. Smith".
        "d" => {
            let before = text.get(..found.start).unwrap_or_default().trim_end();
            let word = before.rsplit([' ', '\n']).next().unwrap_or_default();
            !lower
                && text.get(found.end..).is_some_and(|t| t.starts_with(". "))
                && ["a", "al", "de", "para", "por", "y", "e", "con", "que"].contains(&word)
        }
        "don" | "dona" if lower => text.get(found.end..).is_some_and(|t| {
            t.trim_start_matches(' ')
                .starts_with(|c: char| c.is_uppercase() && !c.is_ascii() || c.is_ascii_uppercase())
        }),
        "m" | "u" => !lower && !is_initial(text, found.start),
        "don" | "dona" | "major" | "gen" | "col" | "maj" | "eng" | "ing" | "hon" | "brig" | "rev" | "lic"
        | "sir" | "capt" | "lt" | "amb" | "captain" | "colonel" | "ambassador" | "ambassadeur" | "me"
        | "pr" | "dame" | "lady" | "lord" | "justice" | "general" | "sp" | "prince" | "daw" | "doctor"
        | "maitre" | "pastor" | "commissioner" | "superintendent" | "commandant" | "commissaire"
        | "comisionado" | "comisario" | "comandante" | "mayor" | "capitan" | "teniente" | "sergeant"
        | "sor" | "madre" | "princess" | "ir" | "arch" | "arc" | "adv" | "herr" | "frau" | "attorney"
        | "advocate" | "comrade" | "sister" | "father" | "brother" | "begum" | "haji" | "tun" | "baron"
        | "count" | "duke" | "comte" | "duc" | "emir" | "bishop" | "obispo" | "padre" | "capitaine"
        | "intendant" | "intendente" | "tenente" | "amiral" | "engineer" | "architect" | "architecte"
        | "docteur" | "canon" | "rabbi" | "aum" | "awang" | "khun" | "cheikh" | "sheik" | "asp" | "dig"
        | "aig" | "cgi" | "dci" | "aci" | "ssp" | "csp" | "ccp" | "dsp" | "cpa" | "cpn" | "capitao"
        | "cllr" | "chief inspector" | "superintendente" | "subintendente" | "comissario"
        | "subcomissario" | "subcomisario" | "suboficial" | "economista" | "arquitecto" | "arquitecta"
        | "engenheiro" | "engenheira" | "doutor" | "doutora" | "embaixador" | "embaixadora"
        | "pharmacist" | "pharmacien" | "veterinaire" | "corporal" | "sergent" | "sargento" | "signore"
        | "mijnheer" | "meneer" | "reverenda" | "reverendo" | "evangelist" | "venerable" | "alferez"
        | "subteniente" | "warrant officer" | "chanoine" | "acharya" | "swami" | "reverend" | "mister"
        | "admiral" | "commodore" | "advocat" => !lower && word != "ME" && !is_in_post(text, found.start),
        _ => true,
    }
}

/// Whether a capital at `at` stands between the words of a name.
fn is_initial(text: &str, at: usize) -> bool {
    let before = text
        .get(floor(text, at.saturating_sub(60))..at)
        .unwrap_or_default()
        .trim_end_matches([' ', '\u{a0}']);
    let word = before.rsplit([' ', '\n', '\u{a0}', '|']).next().unwrap_or_default();
    word.starts_with(char::is_uppercase) && word.ends_with(char::is_lowercase) && !names::is_office(word)
}

/// "the Secretary-General", "of the General Assembly", "Director General": a rank that belongs to an office.
fn is_in_post(text: &str, at: usize) -> bool {
    let before = text
        .get(floor(text, at.saturating_sub(60))..at)
        .unwrap_or_default()
        .trim_end_matches([' ', '\n', '\r', '\u{a0}']);
    if before.ends_with('-') {
        return true;
    }
    // "a los siguientes funcionarios:\n\nDon Rodrigo": a sign or a blank line parts them.
    let gap = text.get(..at).map(|t| t.get(t.trim_end().len()..).unwrap_or_default()).unwrap_or_default();
    if before.ends_with([':', ',', ';', '.', ')']) || gap.matches('\n').count() > 1 {
        return false;
    }
    let word = before.rsplit([' ', '\n', '\u{a0}']).next().unwrap_or_default();
    names::is_office(word) || text.get(at..).is_some_and(|t| t.starts_with("General") && word == "the")
}

pub(super) fn find(text: &str, marks: &[Found], pieces: &[Piece]) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    let skip = |at: usize| past_titles(text, marks, at).0;
    for entry in forms::find(text, &skip).into_iter().take(MOST) {
        let gender = entry.gender.or_else(|| {
            let from = text.get(..entry.start)?.rfind(['\n', ':', '|', '\u{c}']).map_or(0, |at| at + 1);
            past_titles(text, marks, from).1
        });
        all.push(Candidate {
            gender,
            function: entry.function,
            told: match (entry.other, entry.paid) {
                (true, _) => Some(Part::Other),
                (_, Some(true)) => Some(Part::Nominated),
                (_, Some(false)) => Some(Part::Own),
                _ => None,
            },
            ..candidate(entry.start, entry.start..entry.end, entry.name, Shape::Labelled)
        });
    }
    let mut end = 0;
    for mark in marks.iter().filter(|m| matches!(m.mark, Mark::Title(_))) {
        if mark.start < end || all.len() >= MOST || !is_title(text, mark) || is_quoted(text, mark.start) {
            continue;
        }
        let (at, gender, _) = past_titles(text, marks, mark.start);
        // "Sex: M" at the end of a line leads no name.
        let valued = text.get(..mark.start).is_some_and(|t| t.trim_end_matches([' ', '\t']).ends_with(':'));
        if let Some(name) = names::at(text, at, !valued) {
            // "Comisario General de Migraciones": a rank inside a post, no title.
            if ["de ", "del ", "des ", "du ", "of ", "y ", "e "].iter().any(|p| name.text.starts_with(p)) {
                continue;
            }
            if valued && text.get(mark.start..name.start).is_some_and(|t| t.contains('\n')) {
                continue;
            }
            end = name.end;
            all.push(Candidate {
                gender,
                ..candidate(mark.start, name.start..name.end, name.text, Shape::Titled)
            });
        }
    }
    for (word, gender) in [("先生", Gender::M), ("女士", Gender::F), ("小姐", Gender::F)] {
        for (at, _) in text.match_indices(word).take(MOST) {
            let from = text.get(..at).and_then(|t| t.char_indices().rev().nth(48)).map_or(0, |(k, _)| k);
            let last = ["先生", "女士", "小姐"]
                .iter()
                .filter_map(|w| Some(from + text.get(from..at)?.rfind(w)? + w.len()))
                .max();
            if let Some((name, post)) = names::chinese(text, last.unwrap_or(from), at) {
                let one = candidate(name.start, name.start..at + word.len(), name.text, Shape::Titled);
                all.push(Candidate { gender: Some(gender), function: post, ..one });
            }
        }
    }
    for (name, post) in names::chinese_bare(text).into_iter().take(MOST) {
        let one = candidate(name.start, name.start..name.end, name.text, Shape::Untitled);
        all.push(Candidate { function: post, ..one });
    }
    for (name, gender) in names::russian(text).into_iter().take(MOST) {
        let one = candidate(name.start, name.start..name.end, name.text, Shape::Titled);
        all.push(Candidate { gender, ..one });
    }
    untitled(text, marks, pieces, &mut all);
    apposed(text, &mut all);
    antecedents(text, &mut all);
    all.sort_by_key(|c| (c.name.start, c.shape != Shape::Labelled));
    let mut kept: Vec<Candidate> = Vec::with_capacity(all.len());
    for one in all {
        match kept.last_mut() {
            Some(last) if one.name.start < last.name.end => {
                last.gender = last.gender.or(one.gender);
                // "г-н Эльчин Рауф оглы Гасымзаде": a patronymic is more than the words with capitals.
                if last.shape != Shape::Labelled
                    && one.name.start == last.name.start
                    && one.name.end > last.name.end
                {
                    last.name = one.name;
                    last.text = one.text;
                }
            }
            _ => kept.push(one),
        }
    }
    kept.truncate(MOST);
    kept
}

fn candidate(start: usize, name: Range<usize>, text: String, shape: Shape) -> Candidate {
    let (gender, function) = (None, None);
    Candidate {
        start,
        name,
        text,
        gender,
        function,
        shape,
        part: Part::Mentioned,
        told: None,
        recalled: false,
        weak: true,
    }
}

fn is_quoted(text: &str, at: usize) -> bool {
    let near = text.get(floor(text, at.saturating_sub(300))..at).unwrap_or_default();
    near.rsplit_once('\n').map_or(near, |(_, line)| line).trim_start().starts_with('>')
}

/// Names without a title: right after a turn of nomination or replacement, and as items of a list under one.
fn untitled(text: &str, marks: &[Found], pieces: &[Piece], all: &mut Vec<Candidate>) {
    let mut add = |at: usize, wraps: bool| {
        let name = names::at(text, at, wraps)?;
        let rest = text.get(name.end..).unwrap_or_default().trim_start_matches(['*', ' ']);
        let post = posts::after(text, name.end, text.len().min(floor(text, name.end + 200)));
        let parted =
            rest.is_empty() || rest.starts_with([',', '(', '–', '—', '-', ':', ';', '\n', '،', '|', '.']);
        let plain = name.count >= 2 && (parted || post.is_some() || rest.starts_with(char::is_lowercase));
        // "Lima-Nueva York-Lima": a route.
        let mut stops = name.text.split('-');
        let plain = plain && (stops.next() != stops.next_back() || !name.text.contains('-'));
        (plain && all.len() < 2 * MOST && !is_quoted(text, at)).then(|| {
            all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        })
    };
    for mark in marks {
        let opens = matches!(
            mark.mark,
            Mark::Cue(
                Cue::Nominating
                    | Cue::Naming
                    | Cue::ReplacedBy
                    | Cue::Replaced
                    | Cue::Alternate
                    | Cue::Own
                    | Cue::Withdrawing
                    | Cue::Attending
                    | Cue::Coming
                    | Cue::Had
                    | Cue::InPlace
                    | Cue::Writer
            )
        );
        let gap = text.get(mark.end..).unwrap_or_default();
        // A heading in capitals ("REQUEST FOR TRAVEL SUPPORT") names nobody.
        let words = text.get(mark.start..mark.end).unwrap_or_default();
        let heading =
            words.len() > 3 && !words.contains(char::is_lowercase) && words.contains(char::is_uppercase);
        if opens && !heading && gap.starts_with([' ', '\n', '\'', '’', ':', ',']) {
            let lead = gap.len() - gap.trim_start_matches([' ', '\n', '\'', '’', ':', ',']).len();
            let words = text.get(mark.end + lead..).unwrap_or_default();
            // "ha comisionado a Édgar": over the preposition.
            let small = [
                "a ", "à ", "to ", "de ", "del ", "al ", "d'", "d’", "que ", "our ", "su ", "es ", "is ",
                "est ",
            ];
            let over = small.iter().find(|s| words.starts_with(**s)).map_or(0, |s| s.len());
            let (lead, words) = (lead + over, words.get(over..).unwrap_or_default());
            if words.starts_with(char::is_uppercase) && !past_titles(text, marks, mark.end + lead).2 {
                add(mark.end + lead, true);
            }
        }
    }
    for piece in pieces.iter().filter(|p| p.item && p.lead.is_some()) {
        let line = text.get(piece.range.clone()).unwrap_or_default();
        let body = line.trim_start();
        let mark = body.trim_start_matches(|c: char| c.is_ascii_digit() || "-•*–·(.) \t".contains(c));
        // "A.", "b)": letters number too.
        let mark = match mark.split_once(['.', ')']) {
            Some((letter, rest)) if letter.len() == 1 && rest.starts_with([' ', '\t']) => rest.trim_start(),
            _ => mark,
        };
        let at = piece.range.start + line.len() - mark.len();
        if mark.starts_with(char::is_uppercase) && !past_titles(text, marks, at).2 {
            add(at, false);
        }
    }
}

/// "Byron Estuardo Xol, analista de la Dirección": two names or more in capitals, and behind a sign a post.
fn apposed(text: &str, all: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    for (at, sign) in text.match_indices([',', '(', '–', '—']).take(20 * MOST) {
        if found.len() + all.len() >= 2 * MOST {
            break;
        }
        let post = text.get(at + sign.len()..).unwrap_or_default().trim_start_matches([' ', '\n', '\r']);
        let post = [
            "the ", "our ", "its ", "le ", "la ", "el ", "notre ", "nuestro ", "nuestra ", "su ", "l'", "l’",
            "a ", "une ", "un ", "una ",
        ]
        .iter()
        .find_map(|a| post.strip_prefix(a))
        .unwrap_or(post);
        let word = post.split([' ', ',', '\n', ')', '-']).next().unwrap_or_default();
        if !names::is_office(word) || names::is_institution(word) {
            continue;
        }
        let end = text.get(..at).map_or(0, |t| t.trim_end().len());
        let Some(start) = begins_name(text, end).filter(|s| !goes_on_post(text, *s)) else { continue };
        let Some(name) = names::at(text, start, true).filter(|n| n.end == end && (2..=6).contains(&n.count))
        else {
            continue;
        };
        let line = text.get(..start).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
        let shouted = !post.split('\n').next().unwrap_or_default().contains(char::is_lowercase);
        let place = name.text.split(' ').any(|w| is_place(&fold(w)));
        if !shouted && !place && !line.trim_start().starts_with('>') {
            found.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        }
    }
    // A line for the name, the next for the post.
    let mut at = 0;
    for line in text.split(['\n', '\u{c}']).take(2_000) {
        let start = at + line.len() - line.trim_start().len();
        at += line.len() + 1;
        let bare = line.trim();
        if found.len() + all.len() >= 2 * MOST || bare.len() > 80 || !bare.starts_with(char::is_uppercase) {
            continue;
        }
        let next = text.get(at..).unwrap_or_default().trim_start();
        let post = next.split('\n').next().unwrap_or_default();
        let word = post.split([' ', ',', '-']).next().unwrap_or_default();
        let placed = bare.split(' ').any(|w| is_place(&fold(w)));
        if !names::is_office(word)
            || names::is_institution(word)
            || !post.contains(char::is_lowercase)
            || placed
        {
            continue;
        }
        if let Some(name) = names::at(text, start, false)
            && name.end == start + bare.len()
            && (2..=6).contains(&name.count)
        {
            found.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        }
    }
    for one in found {
        if !all.iter().any(|c| c.start.min(c.name.start) < one.name.end && one.name.start < c.name.end) {
            all.push(one);
        }
    }
}

/// Whether the words at `start` go on a post: "Director of\nAliens Control, Directorate of Civil Registry".
fn goes_on_post(text: &str, start: usize) -> bool {
    let before = text.get(floor(text, start.saturating_sub(60))..start).unwrap_or_default();
    let mut words = before.split_whitespace().rev();
    let joint = words.next().is_some_and(|w| {
        matches!(
            w,
            "of" | "de"
                | "du"
                | "des"
                | "del"
                | "the"
                | "la"
                | "and"
                | "y"
                | "et"
                | "&"
                | "for"
                | "da"
                | "do"
                | "e"
        )
    });
    joint && words.find(|w| w.chars().count() > 3).is_some_and(names::is_office)
}

/// Where the words with capitals begin that end at `end`: on one line, or over one line break.
fn begins_name(text: &str, end: usize) -> Option<usize> {
    let (mut at, mut start, mut breaks) = (end, None, 0);
    for _ in 0..8 {
        let before = text.get(..at)?;
        let rest = before.trim_end_matches([' ', '\u{a0}', '\n', '\r']);
        breaks += before.get(rest.len()..)?.matches('\n').count();
        if breaks > 1 || at < end && rest.len() == at {
            break;
        }
        let from = rest.rfind([' ', '\u{a0}', '\n', '\t', '(', '"', '«', '“', ':', '|', '\u{c}']);
        let from =
            from.map_or(0, |k| k + rest.get(k..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
        let word = rest.get(from..)?;
        let initial = word.ends_with('.') && word.chars().count() == 2;
        if word.is_empty() || !initial && word.ends_with(['.', ',', ';', ':', ')']) {
            break;
        }
        let capital = word.trim_start_matches(['\'', '’', '‘']).starts_with(char::is_uppercase);
        if !capital && !names::is_particle(word) || names::is_office(word) {
            break;
        }
        if capital {
            start = Some(from);
        }
        at = from;
    }
    start
}

/// "Monsieur Nduwayezu" where "Déo-Guide NDUWAYEZU" stands before: the full name, wherever it was said first.
fn antecedents(text: &str, all: &mut Vec<Candidate>) {
    let lone: Vec<(usize, String)> = all
        .iter()
        .filter(|c| c.shape == Shape::Titled && !c.text.contains(' '))
        .map(|c| (c.start, fold(&c.text)))
        .take(8)
        .collect();
    for (before, word) in lone {
        let known = all.iter().any(|c| c.text.contains(' ') && fold(&c.text).split(' ').any(|w| w == word));
        if known || word.chars().count() < 3 {
            continue;
        }
        let head = text.get(floor(text, before.saturating_sub(4_000))..before).unwrap_or_default();
        let shift = before - head.len();
        let mut at = 0;
        for token in head.split([' ', '\n', ',', '(', ')', '\u{a0}']) {
            let end = shift + at + token.len();
            at += token.len() + 1;
            if !token.starts_with(char::is_uppercase) || fold(token) != word {
                continue;
            }
            let Some(start) = begins_name(text, end) else { continue };
            // "l'OPC1 Déo-Guide": a rank with a number is no name.
            let name = names::at(text, start, true).filter(|n| n.count >= 2 && n.end >= end);
            let taken = |n: &names::Name| all.iter().any(|c| c.start < n.end && n.start < c.name.end);
            if let Some(name) = name.filter(|n| !taken(n)) {
                all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
                break;
            }
        }
    }
}

/// Whether a word is of the places and days that notes are full of, and so of no name beside a post.
fn is_place(word: &str) -> bool {
    const WORDS: [&str; 44] = [
        "new",
        "york",
        "geneva",
        "geneve",
        "ginebra",
        "genebra",
        "vienna",
        "vienne",
        "viena",
        "nations",
        "naciones",
        "nacoes",
        "street",
        "avenue",
        "road",
        "floor",
        "city",
        "addis",
        "puerto",
        "vallarta",
        "mexico",
        "bangkok",
        "beirut",
        "beyrouth",
        "santiago",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "lunes",
        "martes",
        "miercoles",
        "jueves",
        "viernes",
        "compact",
        "pacte",
        "pacto",
        "palais",
    ];
    WORDS.contains(&word)
}
