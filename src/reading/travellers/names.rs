//! Names by their shape: capitals, initials and particles, until a comma, a bracket, a plain word or an office.

mod arabic;
mod breaks;
mod chinese;
mod russian;

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::fold;
pub(super) use arabic::{
    behind_title, given_names, is_arabic, is_given_in_arabic, is_post_in_arabic, is_verb_in_arabic,
};
use breaks::{begins_label, is_broken_twice, is_label_line, is_margin};
pub(super) use chinese::{
    begins_title_in_chinese, in_chinese, is_post as is_post_in_chinese, persons as chinese,
};
pub(super) use russian::{
    beside_posts as russian_beside_posts, is_place as is_place_in_russian, is_post_in_russian, russian,
};

/// A name as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// On one line.
    pub text: String,
    /// Bytes of the document.
    pub start: usize,
    pub end: usize,
    /// Words of it.
    pub count: usize,
}

/// Words in small letters that stand inside names.
static PARTICLES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "de del della di da do dos das la las los le van von der den ten ter bin bint ben ibn binti al el ould \
         mint y e d abu abd ul ur zu af st du des am wa ya ag uld oul ait 't op auf zum zur dit dite vda viuda \
         epouse ep nee veuve vve i dei degli delle lo san bte b s/o d/o a/l a/p as ad ed os het dela delos \
         delas binte bt bn av till thor vom nga ka wal oulad vel бин ибн аль эль де да фон ван дит лос ла дель \
         ду дос ди ульд вальд бинт бинти дер epse epouse esp arap ole walad weld wald umm",
    )])
});
/// Particles that are written on to the word behind them.
const ELIDED: [&str; 16] = [
    "d'", "d’", "al-", "el-", "l'", "l’", "аль-", "эль-", "ас-", "ат-", "ан-", "ад-", "ар-", "аш-", "аз-",
    "уль-",
];
/// What ends a Turkic patronymic; in small letters, yet part of the name, and its end where no surname follows.
const PATRONYMIC: &[&str] = &[
    "оглы", "оглу", "огли", "углы", "углу", "угли", "ўғли", "уулу", "улы", "заде", "кызы", "гызы", "кизи",
    "қызы", "ұлы", "oglu", "ogli", "ogly", "ugli", "ugly", "qizi", "kyzy", "uulu", "kizi", "gyzy", "o'g'li",
];
/// Words of offices, institutions and places: where one begins, the name is at its end. Stems (`*`) only where no
/// surname begins so ("Jefferson", "Headley", "Legall", "Namukasa").
static OFFICE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "minist* viceminist* vice-minist* permanent permanente deputy deput* director* directeur* directrice* \
         diretor* coordonnat* coordonat* codirect* subdirect* procurador* negociador* negociateur* negociatrice* abogad* advogad* licenciad* tecnologo* secretar* chanceller* chancelier* canciller* ministerial state titulaire titular membre miembro membro rapporteur* relator* vocal envoye envoyee enviado enviada envoy investigador* chercheu* sociolog* statisti* estadistic* sous-direct* counsell* counsel conseil* consej* conselh* adviser* advisor* advisory \
         ambassad* embajad* embaix* embass* embassy secretar* subsecretar* secretair* under-secret* undersecret* \
         chair chairman chairperson chairwoman president* vice-presid* chief chief's chef cheffe jefe jefa chefe \
         head commission commissioner* commissair* comisionad* comisari* officer* official* oficial expert experts \
         experte experto experta professor* professeur* profesor* attache attachee agregad* charge encargad* \
         encarregad* joint additional coordinat* coordinad* coordenad* assistant* asistent* assistent* senior principal representat* \
         representant* representan* inspector* inspecteur* inspectrice* superintend* governor* gouverneur* prefet* sous-prefet* \
         gobernador* senator* attorney* prosecutor* procureur* fiscal judge magistrat* department* departement* \
         departamento* government* gouvernement* gobierno* governo mission* mision missao office offices oficina* \
         bureau* gabinete cabinet united republic* kingdom trust fund fonds fondo fundo session excellency excellence \
         excelencia national nacional nationale least developing member states voluntary special international \
         internacional global general generale assembly first second third premier premiere deuxieme primer primera \
         primeiro police policia passport* function fonction cargo name nominee annex consul consular \
         analyst* analista* asesor* assessor* manager* gerente* specialist* especialist* specialiste* legal \
         foreign delegate delegue deleguee delegad* directorate direction* direccion* administrat* administrad* \
         responsable* responsavel funcionari* fonctionnaire* juriste* jurista* econom* programme program planner* \
         researcher* lecturer* registrar* comptroller* technical tecnic* tecnico technicien* leader liaison focal \
         controller* adjoint* adjunt* suppleant* alternate gender age nationality date ministre vice \
         negotiator* analyste* agent agente cadre chargee gestionnaire* ingenieur* planificat* lawyer* barrister* \
         советник* министер* министр* директор* начальник* заместител* секретар* специальн* представител*",
    )])
});
/// Whether a word belongs to an office or an institution, not to a name.
pub(super) fn is_office(word: &str) -> bool {
    let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let part = folded.split_once(['-', '/', '\'']).map_or(folded.as_str(), |(first, _)| first);
    OFFICE.get(&folded).is_some()
        || part.len() < folded.len() && part.len() > 3 && OFFICE.get(part).is_some()
        || is_post_in_russian(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Parts of names as they are shortened.
static SHORT: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("vda vve sta sto epse mohd muhd abdul jnr snr hnos gpe fco"));

/// Whether a word is of an institution or a State rather than of a post.
pub(super) fn is_institution(word: &str) -> bool {
    static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "directorate direction direccion commission comision agency general foreign ministry ministere \
        ministerio government gouvernement gobierno governo mission mision missao department \
        departement departamento office offices oficina bureau united republic republique republica \
        kingdom trust fund fonds fondo session embassy embassade embajada states national \
        international cabinet gabinete secretariat secretaria assembly",
        )
    });
    WORDS.has(&fold(word))
}

/// Whether a word in small letters may stand inside a name.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.get(&fold(word)).is_some() || ["d'", "d’", "al-", "el-"].iter().any(|e| word.starts_with(e))
}

/// Words that begin sentences with a capital and no name.
static NO_NAMES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "that this these those they she elle ella which whether please kindly thank thanks dear also господин \
        госпожа участник участница делегат кандидат фамилия имя отчество фио должность cette celle celui dicha dicho это этот эта зовут прошу просим поедет едет летит вылетает приедет прибудет отправится направляется представит выступит примет участвует",
    )])
});

/// Titles that stand before a name and never in it.
const COURTESIES: [&str; 14] = [
    "mr", "mrs", "ms", "miss", "mme", "mlle", "madame", "monsieur", "sr", "sra", "srta", "senor", "senora",
    "г-жа",
];

/// Whether a folded word is one of grammar that no name has: written in capitals it ends a name.
pub(super) fn is_function_word(folded: &str) -> bool {
    static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "is are was were by the has have had been will would shall not with from this that which for and \
        who to of can cannot may must should que por para con han sera seran hallan solicita avec pour qui dans sont \
        sera seront aux des",
        )
    });
    WORDS.has(folded)
}

/// Whether a folded word is a courtesy that stands before a name and nowhere else.
pub(super) fn is_courtesy(folded: &str) -> bool {
    COURTESIES.contains(&folded) || folded == "m"
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff1f}')
}

const SPACE: [char; 5] = [' ', '\u{a0}', '\n', '\r', '\t'];
const ENDS: [char; 17] =
    [' ', '\u{a0}', '\n', '\r', '\t', ',', ';', ':', '(', ')', '،', '؛', '«', '»', '|', '–', '—'];

/// The name that begins at `at` (white space before it is passed). At most eight words; a line break is passed
/// once when `wraps`.
pub(super) fn at(text: &str, at: usize, wraps: bool) -> Option<Name> {
    let rest = text.get(at..)?;
    if rest.trim_start_matches(SPACE).starts_with(|c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '“' | '「'))
    {
        return chinese::at(text, at);
    }
    let (mut start, mut end, mut pos, mut count, mut breaks) = (0, 0, 0, 0, 0);
    let (mut arabic, mut bound) = (false, false);
    while count < 8 {
        let tail = rest.get(pos..)?;
        let lead = tail.len() - tail.trim_start_matches(SPACE).len();
        let gap = tail.get(..lead)?;
        if gap.contains('\n') && count > 0 && begins_label(text, at + start, at + pos + lead) {
            break;
        }
        // "Title: Mrs." over "Position: Officer".
        if gap.contains('\n') && count == 0 && is_label_line(tail.get(lead..).unwrap_or_default()) {
            return None;
        }
        // A short line is not broken by the margin, but ends.
        if count > 1 && gap.contains('\n') && !is_margin(text, at + pos) && !is_broken_twice(text, at + pos) {
            break;
        }
        // Between a title and its name it is no break of the name.
        let within = count > 0 || !wraps;
        if within && !(breaks > 0 && is_broken_twice(text, at + pos)) {
            breaks += gap.matches('\n').count();
        }
        // Cells of a row, or what stands far to the right.
        let far = count > 0 && gap.len() > 2 && !gap.contains('\n');
        if far
            || breaks > usize::from(wraps)
            || (count > 0 && (lead == 0 || gap.contains('\t') || (!wraps && gap.len() > 2)))
        {
            break;
        }
        let word = tail.get(lead..)?.split(ENDS).next().unwrap_or_default();
        // "Khin Mar Mar Aung女士": what follows in Chinese is none of a name in other letters.
        let word = word.split(is_chinese).next().filter(|w| !w.is_empty()).unwrap_or(word);
        // "Vda. de Limachi", "Mohd. Amin": shortened parts of names.
        let stem = fold(word.trim_end_matches('.'));
        // "Mst.", "Mrt.": letters that nobody speaks shorten a word.
        let mute = word.len() <= 5 && stem.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b));
        let short = word.ends_with('.') && (mute || SHORT.has(&stem));
        let initial =
            short || word.ends_with('.') && word.chars().count() <= 3 || word.matches('.').count() > 1;
        // "Rodolfo "Jun" Batungbacal": what the bearer is called stands in quotes between the names.
        let called = count > 0 && is_called(word, tail.get(lead + word.len()..).unwrap_or_default());
        let bare = if initial || called {
            word
        } else {
            word.trim_end_matches(['.', '?', '!', '؟', '"', '»', '”', '*'])
        };
        let folded = fold(bare);
        // "Peiris's designation": the genitive is none of the name, and its end.
        let owned = ["'s", "’s"].iter().find_map(|s| bare.strip_suffix(s)).filter(|b| b.chars().count() > 1);
        let bare = owned.unwrap_or(bare);
        // "'Mamosa", "ʻAna": names may begin with a catch of the breath.
        let first =
            bare.trim_start_matches(['!', 'ǃ', 'ǀ', 'ǁ', 'ǂ', '\'', '’', '‘', 'ʻ', 'ʼ', '`']).chars().next();
        let son = count > 0 && PATRONYMIC.contains(&folded.as_str());
        // "Ли Ван": in Russian a particle has no capital.
        let russian = first.is_some_and(|c| c.is_uppercase() && matches!(c, '\u{400}'..='\u{4ff}'));
        let particle = !russian && PARTICLES.get(folded.trim_matches(['\'', '.'])).is_some() || son;
        let elided = ELIDED.iter().any(|e| bare.starts_with(e));
        arabic |= first.is_some_and(is_arabic);
        let capital = first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        let stops = bare.is_empty()
            || count == 0 && NO_NAMES.get(&folded).is_some()
            || !(capital || particle || elided || called)
            || !bare.chars().any(char::is_alphabetic)
            || bare.chars().any(|c| c.is_numeric() || matches!(c, '@' | '<' | '='))
            || bare.contains('/') && !particle && !is_double(bare.trim_start_matches('/'))
            || count > 0 && first.is_some_and(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
            || is_office(bare)
            || bare.len() > 1
                && bare.chars().all(char::is_uppercase)
                && is_function_word(&folded)
                && !particle
            || arabic
                && !bound
                && arabic::ends_name(bare, count, rest.get(pos + lead + bare.len()..).unwrap_or_default());
        // "Coc Pop y al Dr. Sergio": what joins two persons, and not two names of one.
        let next = rest.get(pos + lead + bare.len()..).unwrap_or_default().split_whitespace().next();
        let joins = ["y", "e", "et"].contains(&bare)
            && next.is_some_and(|w| ["al", "a", "el", "la", "los", "las", "le", "les", "à"].contains(&w));
        if stops || joins {
            break;
        }
        // "Malabo de Mme Purificación Nchama": what stands before the title is another.
        if count > 0 && COURTESIES.contains(&folded.as_str()) {
            return None;
        }
        if count == 0 {
            start = pos + lead;
        }
        bound = arabic && count > 0 && arabic::is_bound(bare);
        pos += lead + bare.len();
        count += 1;
        // A particle may stand inside a name, never at its end; one letter in capitals is an initial.
        // "Trịnh Thị Hồng Vân": at the end of a name, and with a capital, a particle of other tongues is none.
        let last = particle
            && capital
            && count > 2
            && rest.get(pos..).is_some_and(|r| r.starts_with([',', '.', ' ', ';', ')', '\n']));
        if capital && (!particle || bare.chars().all(char::is_uppercase) || count == 1 || last)
            || elided && !particle
            || son
        {
            end = pos;
        }
        if bare.len() < word.len()
            || rest.get(pos..).is_some_and(|r| r.starts_with([',', ';', ':', '(', ')', '،']))
        {
            break;
        }
    }
    end += generation(rest.get(end..).unwrap_or_default());
    let words: Vec<&str> = rest.get(start..end)?.split_whitespace().collect();
    let hyphened = rest.get(start..end)?.contains("-\n");
    let text = if hyphened { words.join(" ").replace("- ", "-") } else { words.join(" ") };
    // "M.D.C." is no name, "J.R. Duro" is.
    let full = words.iter().any(|w| {
        let mut letters = w.split(|c: char| !c.is_alphanumeric()).map(|p| p.chars().count());
        letters.any(|n| n >= 2) || !w.is_ascii()
    });
    (full && text.chars().filter(|c| c.is_alphabetic()).count() >= 2).then(|| Name {
        text,
        start: at + start,
        end: at + end,
        // "В.Г.Ладожский": initials without spaces.
        count: words.iter().map(|w| 1 + w.trim_end_matches('.').matches('.').count()).sum(),
    })
}

/// Whether `word` is a name in quotes that one without follows.
fn is_called(word: &str, behind: &str) -> bool {
    let inner = [('"', '"'), ('“', '”'), ('\'', '\''), ('‘', '’')]
        .iter()
        .find_map(|(open, close)| word.strip_prefix(*open)?.strip_suffix(*close));
    inner.is_some_and(|w| w.starts_with(char::is_uppercase) && w.chars().all(char::is_alphabetic))
        && behind.strip_prefix(' ').is_some_and(|b| b.starts_with(char::is_uppercase))
}

/// Bytes of what tells father and son apart behind a name: ", Jr.", ", Sr." where no "Señor" can stand.
fn generation(behind: &str) -> usize {
    // "Óscar Armando Zúniga h.": the son, in Honduras.
    if behind.strip_prefix(" h.").is_some_and(|b| b.is_empty() || b.starts_with([',', ';', ')', '\n', ' '])) {
        return " h.".len();
    }
    let Some(rest) = behind.strip_prefix(", ") else { return 0 };
    let Some(word) = ["Jr.", "Jr", "Sr.", "III", "II"].into_iter().find(|w| rest.starts_with(w)) else {
        return 0;
    };
    let next = rest.get(word.len()..).unwrap_or_default();
    let ends = next.is_empty()
        || next.starts_with([',', ';', ')', '|', '\n', '-', ':'])
        || next.starts_with("  ")
        || next.starts_with(" |");
    if ends { 2 + word.len() } else { 0 }
}

/// "Sawadogo/Kinda": two names of one bearer.
fn is_double(word: &str) -> bool {
    // Three are the towns of a journey.
    word.split('/').count() == 2
        && word.split('/').all(|p| p.chars().count() > 2 && p.starts_with(char::is_uppercase))
}
