//! The calendar made ready for comparing: folded names, weights of words, and where to look.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::matching::stem::{stem, without_particle};
use crate::reading::words::{fold, split};
use crate::register::{Event, Events};
use crate::states::fold::Folded;

/// Words too common in any note to tell one meeting from another.
const SMALL: &str = "the of and for in on to at by with all its from as or an a including de des du la le les et en pour sur aux \
    au une un d l y el los las del para por con una united nations general assembly state states member mission \
    permanent office secretary special representative unies naciones unidas organisation mondial toutes ses \
    formes appropriate other и в на по о с من في على و عن ال 的 和 与 在 第 会 议 work measures dimensions aspects \
    всех все всем ее его их для при том числе также или бы بما ذلك جميع بين التي الذي هذه هذا غير او ان 其 所 有 一 切 包 括 对 各 等 及 为 以 \
    new york also their such this these that ainsi tout todas todos sus ses \
    first second third fourth fifth sixth seventh eighth ninth tenth premiere premier deuxieme troisieme quatrieme cinquieme sixieme \
    primera segunda tercera cuarta quinta sexta первая первый вторая второй третья третий четвертая пятая шестая الاولي الثانيه الثالثه \
    relevant report action support participate participation travel international request";

/// Words for a meeting that do not tell one series from another.
const GENERIC: &str = "session sessions sesion sesiones meeting meetings reunion reunions reuniones seance informal informelle \
    informel oficiosa sessiya event сессия сессии заседание совещание دورة الدورة اجتماع الاجتماع 届 会议 sessao \
    sessoes reuniao";

/// Words for a meeting, in stems: a theme that stands near one is that of a meeting.
const MEETINGS: &str = "session sesion meeting reunion seance round ronda conference conferencia consultation consulta hearing audition audiencia \
    negotiation negociation negociacion dialogue dialogo workshop atelier taller summit sommet cumbre forum foro debate debat discussion \
    discusion talks panel event evento presentation presentacion theme thematic thematique tematica topic subject sujet cycle serie \
    сессия заседание раунд совещание конференция переговоры встреча форум тема тематика дискуссия обсуждение слушания консультации диалог мероприятие \
    دورة جلسة اجتماع مؤتمر جولة مفاوضات حوار نقاش مناقشة ندوة لقاء مشاورات موضوع محور 会 届 轮 谈 题 會 屆 輪 談 題 sessao reuniao tagung sitzung konferenz";
/// Offices of a State: the town behind one is its own.
const OFFICES: &str = "mission mision missao misiones embassy ambassade embajada embaixada consulate consulat consulado delegation delegacion \
    представительство посольство консульство بعثة سفارة قنصلية 团 館 馆 團";
/// What stands before a country that is no place: "the Government of Mexico", "правительство Мексики".
const GOVERNMENTS: &str = "government gouvernement gobierno governo republic republique republica \
    ministry ministere ministerio royaume kingdom reino estados правительство республика королевство министерство حكومة جمهورية مملكة وزارة";
/// Words of place.
const WITHIN: &str = "in at to en dans vers hacia nach im в во на في الي 在 于 往 赴";
/// Words of titles that mail about a fund is full of.
const BLUNT: &str = "contribution contribucion development developpement desarrollo cooperation cooperacion protection proteccion assistance asistencia \
    labour labor social rights human derechos droits humain humanos identification sustainable durable sostenible law legal \
    вклад развитие сотрудничество защита помощь права человек مساهمة تنمية تعاون حماية مساعدة حقوق انسان";

/// What a word is beside its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Meeting,
    Office,
    Government,
    /// "in", "to".
    Within,
    /// "United Nations", whose offices are no State's.
    Nations,
    Plain,
}

/// One event, folded.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub id: String,
    pub start: NaiveDate,
    pub end: NaiveDate,
    pub number: Option<u32>,
    /// Events of one series bear the same; `None` where it stands in none.
    pub group: Option<String>,
    /// Names of its city.
    pub cities: Vec<Phrase>,
    /// Series names, without small words.
    pub series: Vec<Phrase>,
    /// Titles, each as its content words, ascending, each once.
    pub titles: Vec<Phrase>,
    /// Other names, as phrases.
    pub names: Vec<Phrase>,
}

/// Word numbers in order.
pub(super) type Phrase = Vec<u32>;

/// The words of a clue as word numbers.
#[derive(Debug)]
pub(super) struct Said {
    /// In their order; `None` for words that no event bears.
    order: Vec<Option<u32>>,
    /// Those that events bear, each once, ascending.
    words: Vec<u32>,
    /// The same as bits, 64 in each.
    bits: Vec<u64>,
    /// Places of the words that tell a theme.
    telling: Vec<(usize, u32)>,
    /// What each word of `order` is beside that.
    roles: Vec<Role>,
}

/// The calendar made ready, once for each desk folder: hand it to [`crate::matching::file`] beside the events
/// that it was built from.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Only looked up in: its order never shows.
    vocabulary: HashMap<String, u32>,
    /// By word number: how much it tells, 0 where most events bear it.
    weights: Vec<f32>,
    /// By word number: entries that bear it, only for words that tell something.
    bearers: Vec<Vec<u32>>,
    /// By word number: whether it is a word for a meeting that tells no series.
    generic: Vec<bool>,
    /// By word number: words of Chinese, which are single characters, and those that are common in any mail count half.
    half: Vec<bool>,
    roles: HashMap<String, Role>,
    /// Words of the calendar that are words for a meeting.
    meetings: BTreeSet<u32>,
    pub(super) entries: Vec<Entry>,
    /// Every city of the calendar.
    cities: BTreeSet<Phrase>,
    by_start: Vec<(NaiveDate, u32)>,
    by_number: BTreeMap<u32, Vec<u32>>,
    longest: i64,
    /// What the meetings are called, folded: ids, titles and other names.
    called: BTreeSet<String>,
}

impl Index {
    /// Builds it. The order of `events` settles every tie, so the same calendar gives the same index.
    pub fn new(events: &Events) -> Self {
        let mut index = Self::default();
        for event in events.values() {
            let entry = index.entry(event);
            index.entries.push(entry);
            let names = std::iter::once(&event.id).chain(event.titles.values()).chain(&event.other_names);
            index.called.extend(names.map(|name| Folded::new(name).into_text()));
        }
        let mut bearers: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); index.vocabulary.len()];
        for (at, entry) in (0_u32..).zip(&index.entries) {
            let all = entry
                .titles
                .iter()
                .flatten()
                .chain(entry.names.iter().flatten())
                .chain(entry.series.iter().flatten());
            for word in all.chain(entry.cities.iter().flatten()) {
                if let Some(set) = bearers.get_mut(*word as usize) {
                    set.insert(at);
                }
            }
            index.by_start.push((entry.start, at));
            index.longest = index.longest.max((entry.end - entry.start).num_days());
            if let Some(number) = entry.number {
                index.by_number.entry(number).or_default().push(at);
            }
            index.cities.extend(entry.cities.iter().cloned());
        }
        index.by_start.sort();
        let count = index.entries.len().max(1) as f32;
        index.weights = bearers
            .iter()
            .map(|b| (count / (b.len().max(1) as f32)).ln().max(0.0) / count.ln().max(1.0))
            .collect();
        index.bearers = bearers
            .into_iter()
            .map(|b| if b.len() <= 40 { b.into_iter().collect() } else { Vec::new() })
            .collect();
        let nations = "nation nations unies united naciones unidas onu un оон наций нации организации organization organizations organisation international الامم المتحدة متحدة امم 联";
        let roles = [
            (Role::Within, WITHIN),
            (Role::Nations, nations),
            (Role::Government, GOVERNMENTS),
            (Role::Office, OFFICES),
            (Role::Meeting, MEETINGS),
        ];
        for (role, list) in roles {
            index.roles.extend(content(list).into_iter().map(|word| (word, role)));
        }
        let of_meetings = content(MEETINGS).into_iter();
        index.meetings = of_meetings.filter_map(|w| index.vocabulary.get(&w).copied()).collect();
        let blunt: BTreeSet<String> = content(BLUNT).into_iter().collect();
        let is_half = |word: &str| blunt.contains(word) || word.chars().count() == 1;
        let generic: BTreeSet<&str> = GENERIC.split(' ').map(stem).collect();
        index.half = vec![false; index.vocabulary.len()];
        index.generic = index.half.clone();
        for (word, number) in index.vocabulary.iter().map(|(word, number)| (word, *number as usize)) {
            index.half.get_mut(number).into_iter().for_each(|half| *half = is_half(word));
            index.generic.get_mut(number).into_iter().for_each(|g| *g = generic.contains(word.as_str()));
        }
        index
    }

    fn entry(&mut self, event: &Event) -> Entry {
        let small: BTreeSet<&str> = SMALL.split(' ').map(stem).collect();
        let mut phrase = |words: Vec<String>| -> Phrase {
            words
                .into_iter()
                .map(|w| {
                    let next = self.vocabulary.len() as u32;
                    *self.vocabulary.entry(w).or_insert(next)
                })
                .collect()
        };
        let large = |text: &str| -> Vec<String> {
            content(text).into_iter().filter(|w| !small.contains(w.as_str())).collect()
        };
        let places = event.city.values().chain(&event.place_names);
        let cities = places.map(|c| phrase(content(c))).filter(|p| !p.is_empty()).collect();
        let group = event.series.first().map(|name| format!("{} {name}", event.process));
        let series = event.series.iter().map(|s| phrase(large(s))).filter(|p| !p.is_empty()).collect();
        let names = event.other_names.iter().map(|n| phrase(content(n))).filter(|p| !p.is_empty()).collect();
        let mut title = |text: &str| {
            let mut words = phrase(large(text));
            words.sort_unstable();
            words.dedup();
            words
        };
        let titles = event.titles.values().map(|text| title(text)).collect();
        Entry {
            id: event.id.clone(),
            start: event.start,
            end: event.end,
            number: event.number,
            group,
            cities,
            series,
            titles,
            names,
        }
    }

    /// Whether `words` are what a meeting of the calendar is called: its id, its title or another name.
    pub fn is_event(&self, words: &str) -> bool {
        self.called.contains(&fold(words))
    }

    /// The words of a clue, as far as events bear them.
    pub(super) fn known(&self, words: &str) -> Said {
        let known = |word: &str| self.vocabulary.get(word).copied();
        let role = |word: &str| self.roles.get(word).copied();
        let each = |word| {
            let (own, bare) = (stem(word), || without_particle(word).map(stem));
            let role = role(own).or_else(|| role(bare()?)).unwrap_or(Role::Plain);
            (known(own).or_else(|| known(bare()?)), role)
        };
        let (order, roles): (Vec<Option<u32>>, Vec<Role>) = words.split(' ').map(each).unzip();
        let words: BTreeSet<u32> = order.iter().copied().flatten().collect();
        let words: Vec<u32> = words.into_iter().collect();
        let mut bits = vec![0; self.weights.len() / 64 + 1];
        for word in &words {
            bits.get_mut(*word as usize / 64).into_iter().for_each(|b| *b |= 1 << (word % 64));
        }
        let telling = |word: &u32| !self.is_generic(*word) && self.weight(*word) >= 0.3;
        let placed = order.iter().enumerate().filter_map(|(k, word)| Some((k, (*word)?)));
        let telling = placed.filter(|(_, word)| telling(word)).collect();
        Said { order, words, bits, telling, roles }
    }

    /// Of each of the words, parted by blanks, whether another calendar would have another in its place.
    pub(super) fn own(&self, words: &str) -> Vec<bool> {
        let Said { order, roles, .. } = self.known(words);
        let telling = |w: u32| self.weight(w) >= 0.15 || self.is_generic(w);
        order.iter().zip(roles).map(|(word, role)| role == Role::Plain && word.is_some_and(telling)).collect()
    }

    /// Whether the sentence bears this name, and whether it names the meeting there: a name of a series' theme may be
    /// that of a post or a ministry as well, where no word for a meeting stands in it or near it.
    pub(super) fn names(&self, entry: &Entry, name: &[u32], said: &Said) -> Option<bool> {
        if name.iter().map(|w| self.weight(*w)).sum::<f32>() < 0.5 || !said.word(*name.first()?) {
            return None;
        }
        let stands = |w: &[Option<u32>]| w.iter().zip(name).all(|(s, p)| *s == Some(*p));
        let mut places =
            said.order.windows(name.len()).enumerate().filter(|(_, w)| stands(w)).map(|(k, _)| k).peekable();
        places.peek()?;
        let own = entry.group.is_none() || name.iter().any(|w| self.meetings.contains(w));
        Some(own || places.any(|k| said.is_anchored(k, k + name.len(), 8)))
    }

    /// How much of a title the sentence says in one breath: the sum of the weights of its words among
    /// [`BREATH`] words that follow one another, and whether a word for a meeting stands near.
    pub(super) fn theme(&self, title: &[u32], said: &Said) -> (f32, bool) {
        let places: Vec<(usize, u32)> =
            said.telling.iter().filter(|(_, word)| title.binary_search(word).is_ok()).copied().collect();
        // A Chinese character alone is no word.
        let beside = |place: usize| places.iter().any(|(other, _)| other.abs_diff(place) == 1);
        let counted: Vec<(usize, u32)> =
            places.iter().filter(|(k, w)| !self.is_half(*w) || beside(*k)).copied().collect();
        let mut best = (0.0_f32, false);
        let mut seen: Vec<u32> = Vec::new();
        for (from, (start, _)) in counted.iter().enumerate() {
            seen.clear();
            let mut sum = 0.0;
            let mut end = *start;
            for (k, word) in counted.iter().skip(from).take_while(|(k, _)| k - start < BREATH) {
                if !seen.contains(word) {
                    seen.push(*word);
                    sum += self.weight(*word) * if self.is_half(*word) { 0.5 } else { 1.0 };
                }
                end = *k;
            }
            let anchored = said.is_anchored(*start, end + 1, if seen.len() > 1 { 9 } else { 4 });
            if (anchored, sum) > (best.1, best.0) && (seen.len() > 1 || anchored) {
                best = (sum, anchored);
            }
        }
        best
    }

    pub(super) fn weight(&self, word: u32) -> f32 {
        self.weights.get(word as usize).copied().unwrap_or_default()
    }

    pub(super) fn is_generic(&self, word: u32) -> bool {
        self.generic.get(word as usize).copied().unwrap_or_default()
    }

    fn is_half(&self, word: u32) -> bool {
        self.half.get(word as usize).copied().unwrap_or_default()
    }

    /// Cities of the calendar that the sentence names.
    pub(super) fn cities_in(&self, said: &Said) -> Vec<&Phrase> {
        self.cities.iter().filter(|c| said.is_place(c)).collect()
    }

    /// Entries whose days meet `first..=last`.
    pub(super) fn meeting(&self, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = u32> + '_ {
        let longest = chrono::Days::new(u64::try_from(self.longest).unwrap_or_default());
        let earliest = first.checked_sub_days(longest).unwrap_or(NaiveDate::MIN);
        let from = self.by_start.partition_point(|(start, _)| *start < earliest);
        self.by_start
            .iter()
            .skip(from)
            .take_while(move |(start, _)| *start <= last)
            .map(|(_, at)| *at)
            .filter(move |at| self.entries.get(*at as usize).is_some_and(|e| e.end >= first))
    }

    /// Entries of this number in any series.
    pub(super) fn numbered(&self, number: u32) -> &[u32] {
        self.by_number.get(&number).map_or(&[], Vec::as_slice)
    }

    /// Entries that bear a telling word of the sentence; one may come several times.
    pub(super) fn sharing(&self, said: &Said) -> impl Iterator<Item = u32> {
        said.words.iter().filter_map(|w| self.bearers.get(*w as usize)).flatten().copied()
    }
}

/// Words within which a theme is said in one breath.
const BREATH: usize = 14;

/// Folded words that tell something.
fn content(text: &str) -> Vec<String> {
    split(&Folded::new(text)).iter().filter(|w| w.is_telling()).map(|w| stem(w.folded).to_owned()).collect()
}

impl Said {
    /// Whether this word stands there.
    pub(super) fn word(&self, word: u32) -> bool {
        self.bits.get(word as usize / 64).is_some_and(|bits| bits & (1 << (word % 64)) != 0)
    }

    /// Whether a town is named that is not just where an office of a State has its seat.
    fn is_place(&self, town: &[u32]) -> bool {
        if !town.first().is_some_and(|first| self.word(*first)) {
            return false;
        }
        let stands = |w: &[Option<u32>]| w.iter().zip(town).all(|(s, p)| *s == Some(*p));
        let mut places =
            self.order.windows(town.len()).enumerate().filter(|(_, w)| stands(w)).map(|(k, _)| k);
        places.any(|k| {
            let role = |back: usize| k.checked_sub(back).and_then(|at| self.roles.get(at)).copied();
            let nearest = |roles: &[Role], reach: usize| {
                (1..=reach).find(|back| role(*back).is_some_and(|r| roles.contains(&r)))
            };
            if nearest(&[Role::Government], 3).is_some() && role(1) != Some(Role::Within) {
                return false;
            }
            let meeting = nearest(&[Role::Meeting], 12);
            let Some(office) = nearest(&[Role::Office], 12) else { return true };
            let nearer = meeting.is_none_or(|meeting| office < meeting);
            !nearer || office > 3 && nearest(&[Role::Nations], 4).is_none()
        })
    }

    /// Whether a word for a meeting stands up to `near` words before `start..end`, among them or shortly after.
    fn is_anchored(&self, start: usize, end: usize, near: usize) -> bool {
        let around = self.roles.get(start.saturating_sub(near)..(end + 4).min(self.roles.len()));
        around.unwrap_or_default().contains(&Role::Meeting)
    }

    /// Whether the words of `phrase` stand there one after another.
    pub(super) fn phrase(&self, phrase: &[u32]) -> bool {
        phrase.first().is_some_and(|first| self.word(*first))
            && self.order.windows(phrase.len()).any(|w| w.iter().zip(phrase).all(|(s, p)| *s == Some(*p)))
    }
}
