//! Titles before names: where they end, whom they tell, and which of their words are none in their place.

use std::sync::LazyLock;

use crate::reading::Gender;
use crate::reading::lexicon::Lexicon;
use crate::reading::travellers::cues::{self, Found, Mark};
use crate::reading::travellers::names;
use crate::reading::words::fold;

/// Past titles and their points: where the name begins, the title's gender, and whether there was one.
pub(in crate::reading::travellers) fn past_titles(
    text: &str,
    marks: &[Found],
    at: usize,
) -> (usize, Option<Gender>, bool) {
    let first = at;
    let (mut at, mut gender, mut any) = (at, None, false);
    let (mut aside, mut excellency) = (false, false);
    for _ in 0..5 {
        let rest = text.get(at..).unwrap_or_default();
        // "Dr. (Mrs.) Ana": the bracket of a second title is closed before the name.
        let rest = if aside { rest.strip_prefix(')').unwrap_or(rest) } else { rest };
        at = text.len() - rest.len();
        let open = at + rest.len()
            - rest.trim_start_matches([' ', '\u{a0}', '\n', '\r', '\t', '*', '.', '(', '/', '\\']).len();
        // "Monsieur le Dr Mamadou Baldé": an article between two titles.
        let open = over_article(text, marks, open).filter(|_| any).unwrap_or(open);
        aside |= text.get(at..open).is_some_and(|t| t.contains('('));
        let from = marks.partition_point(|m| m.start < open);
        let here = marks.iter().skip(from).take_while(|m| m.start == open);
        let title = here.filter(|m| is_title(text, m)).max_by_key(|m| m.end);
        let Some(title) = title else { break };
        if let Mark::Title(told) = title.mark {
            gender = gender.or(told);
        }
        // "D.ª Nuria": the little letter makes the title a woman's.
        let raised =
            ["ª", ".ª"].into_iter().find(|r| text.get(title.end..).is_some_and(|t| t.starts_with(r)));
        if let Some(raised) = raised {
            (gender, any, at) = (Some(Gender::F), true, title.end + raised.len());
            continue;
        }
        // "Mme Hadja Fatoumata", "Don Pastor Micha": behind a courtesy it is a name; "H.E. Ato Getachew" has two titles.
        let word = fold(text.get(title.start..title.end).unwrap_or_default());
        // "Mr. M. F. M. Rizvi": an initial.
        let initial =
            any && !excellency && word == "m" && text.get(title.end..).is_some_and(|t| t.starts_with(". "));
        if initial {
            break;
        }
        if any
            && !excellency
            && [
                "hadja", "adja", "haja", "hadji", "elhadj", "elhadji", "el hadj", "el hadji", "hajia",
                "sheikh", "shaikh", "ratu", "pastor", "cheikh", "sheik", "baron", "count", "duke", "comte",
                "duc", "emir", "bishop", "canon", "khun", "rabbi", "prince", "ato", "haji", "tun", "begum",
                "princess", "u", "father", "sister",
            ]
            .contains(&word.as_str())
            && !text.get(title.end..).is_some_and(|t| t.starts_with('.'))
        {
            break;
        }
        any = true;
        excellency = ["h.e", "he", "s.e", "his excellency", "her excellency"].contains(&word.as_str());
        at = title.end + usize::from(text.get(title.end..).is_some_and(|t| t.starts_with('.')));
        at += of_arm(text.get(at..).unwrap_or_default());
    }
    if any {
        at += names::behind_title(text.get(at..).unwrap_or_default());
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
        // "Mr. | NAMGUNG Junseok": a title that fills the first cell of its row, or the one behind its number.
        let counts = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '|' | '.' | ')');
        let fills = text
            .get(..first)
            .map(|t| t.trim_end_matches(counts))
            .is_none_or(|t| t.is_empty() || t.ends_with('\n'));
        let cell = text.get(at..).and_then(|t| t.trim_start_matches(' ').strip_prefix("| "));
        if let Some(cell) = cell.filter(|_| fills) {
            at = text.len() - cell.len();
        }
    }
    (at, gender, any)
}

/// Past the article at `at`, where a title follows it at once.
fn over_article(text: &str, marks: &[Found], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let article = ["le ", "la ", "l'", "l’", "el "].iter().find(|a| rest.starts_with(**a))?;
    let next = at + article.len();
    let from = marks.partition_point(|m| m.start < next);
    let mut here = marks.iter().skip(from).take_while(|m| m.start == next);
    here.any(|m| is_title(text, m)).then_some(next)
}

/// Bytes of what goes on a rank: "Comandante de Brigada", "capitaine de police", "General of Police".
fn of_arm(rest: &str) -> usize {
    static ARMS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "brigada division navio fragata corbeta brigade vaisseau fregate corvette police policia \
        gendarmerie ejercito justicia batallon bataillon primera segunda carabineros",
        )
    });
    // "Comandante PNP Wálter Huamaní", "Cnl. DESP. Juan Carlos Apaza": the force, or the grade in it.
    let force = rest.trim_start_matches(' ').split([' ', '.', '\n']).next().unwrap_or_default();
    if ["PNP", "DESP", "DEM", "DAEM", "EP", "FAP", "AP", "PNC", "GN", "FARDC", "MSP", "FAB"].contains(&force)
    {
        let end = rest.len() - rest.trim_start_matches(' ').len() + force.len();
        return end + usize::from(rest.get(end..).is_some_and(|t| t.starts_with('.')));
    }
    let Some(arm) = [" de ", " of "].iter().find_map(|of| rest.strip_prefix(of)) else { return 0 };
    let word = arm.split([' ', ',', '\n']).next().unwrap_or_default();
    let known = ARMS.has(&fold(word));
    if known { rest.len() - arm.len() + word.len() } else { 0 }
}

/// "Monsieur le Préfet Ousmane Barry", "Mme la Directrice de la population, Awa Ndiaye": past the post between
/// courtesy and name.
fn past_post(text: &str, at: usize) -> usize {
    let rest = text.get(at..text.floor_char_boundary(at + 120)).unwrap_or_default();
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

/// Whether a title that is a given name as well stands behind another word of a name.
pub(super) fn is_given(text: &str, mark: &Found) -> bool {
    const NAMES: [&str; 13] = [
        "sheikh", "shaikh", "cheikh", "sheik", "haji", "hajia", "haja", "hadja", "ratu", "prince", "emir",
        "baron", "pastor",
    ];
    let word = fold(text.get(mark.start..mark.end).unwrap_or_default());
    let before = text.get(..mark.start).and_then(|t| t.strip_suffix(' ')).unwrap_or_default();
    let before = before.rsplit([' ', '\n']).next().unwrap_or_default();
    NAMES.contains(&word.as_str())
        && before.starts_with(char::is_uppercase)
        && before.ends_with(char::is_lowercase)
        && !names::is_office(before)
        && !["Dear", "The", "To"].contains(&before)
}

/// Whether the mark is written as a title: with a capital, save whole words and forms that are not ("la señora").
pub(super) fn is_title(text: &str, found: &Found) -> bool {
    if !matches!(found.mark, Mark::Title(_)) {
        return false;
    }
    let word = text.get(found.start..found.end).unwrap_or_default();
    let lower = word.starts_with(char::is_lowercase);
    match fold(word).as_str() {
        // "HE IS PAID BY THE MINISTRY", "SE SOLICITA": in a text in capitals they are words.
        "he" | "se" => word.chars().all(char::is_uppercase) && !is_shouted(text, found),
        "mm" => word.chars().all(char::is_uppercase),
        // Of one letter: "د." is a title and "د" a word; "Rowena M. Tagumpay" has an initial.
        "د" => text.get(found.end..).is_some_and(|t| t.starts_with(['.', '/'])),
        "م" | "ا" | "ا.د" => is_lone_letter(text, found),
        "الشيخ" | "الحاج" | "الامير" | "المكرم" | "الفاضل" => {
            !is_arabic_name(text, found)
        }
        // "سيدي محمد ولد اعل سالم": before a given name it is one.
        "سيدي" => {
            let next = text.get(found.end..).unwrap_or_default().split_whitespace().next();
            !next.is_some_and(|n| names::is_given_in_arabic(n) || n == "ولد")
        }
        word if cues::needs_point(word) => {
            !lower
                && text.get(found.end..).is_some_and(|t| t.starts_with('.'))
                && !is_initial(text, found.start)
        }
        // "a D. Gorka Etxeberria": not the initial of "D. Smith".
        "d" => {
            let near = text.ceil_char_boundary(found.start.saturating_sub(40))..found.start;
            let before = text.get(near).unwrap_or_default().trim_end();
            let word = before.rsplit([' ', '\n']).next().unwrap_or_default();
            // "   . D. Pantaleón": as an item.
            let line = text.get(..found.start).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
            let item = line.len() <= 8 && !line.contains(char::is_alphabetic) && !line.trim().is_empty();
            !lower
                && text
                    .get(found.end..)
                    .is_some_and(|t| [". ", ".\n", ".ª ", "ª "].iter().any(|s| t.starts_with(s)))
                && (["a", "al", "de", "para", "por", "y", "e", "con", "que"].contains(&word)
                    || ["Sr.", "Excmo.", "Ilmo."].contains(&word)
                    // "el Ministro D. Rubén Darío Ocampos".
                    || names::is_office(word)
                    || item
                    || text.get(found.end..).is_some_and(|t| [".ª ", "ª "].iter().any(|s| t.starts_with(s))))
        }
        "na" | "no" => ["Ña", "Ño", "ña", "ño"].contains(&word),
        // "2017-2018 гг.": years.
        "гг" => {
            let before = text.get(..found.start).unwrap_or_default().trim_end();
            let name = text.get(found.end..).and_then(|t| t.strip_prefix('.')).unwrap_or_default();
            !before.ends_with(|c: char| c.is_ascii_digit())
                && name.trim_start().starts_with(|c: char| c.is_uppercase())
        }
        "da" => ["Dª", "Dª."].contains(&text.get(found.start..found.end).unwrap_or_default()),
        "don" | "dona" if lower => text.get(found.end..).is_some_and(|t| {
            t.trim_start_matches(' ')
                .starts_with(|c: char| c.is_uppercase() && !c.is_ascii() || c.is_ascii_uppercase())
        }),
        // "el doctor Wilfredo Báez": behind the article, and before a name.
        "doctor" | "doutor" | "doutora" | "capitan" | "teniente" | "arquitecto" | "arquitecta" if lower => {
            let before = text.get(..found.start).unwrap_or_default().trim_end();
            let article = before.rsplit([' ', '\n']).next().unwrap_or_default();
            let next = text.get(found.end..).unwrap_or_default().trim_start_matches([' ', '\n']);
            ["el", "la", "al", "del", "o", "a", "do", "da", "ao", "à"].contains(&article)
                && next.starts_with(char::is_uppercase)
        }
        // "866 U.N. Plaza"
        "u" if text.get(found.end..).is_some_and(|t| t.starts_with('.')) => false,
        // "Ministry of Justice".
        "justice" if text.get(..found.start).is_some_and(|t| t.trim_end().ends_with(" of")) => false,
        "m" | "u" => !lower && !is_initial(text, found.start),
        "don" | "dona" | "major" | "gen" | "col" | "maj" | "eng" | "ing" | "hon" | "brig" | "rev" | "lic"
        | "sir" | "capt" | "lt" | "amb" | "captain" | "colonel" | "ambassador" | "ambassadeur" | "me"
        | "pr" | "dame" | "lady" | "lord" | "justice" | "general" | "sp" | "prince" | "daw" | "doctor"
        | "maitre" | "pastor" | "commissioner" | "superintendent" | "comptroller" | "commandant"
        | "commissaire" | "comisionado" | "comisario" | "comandante" | "mayor" | "capitan" | "teniente"
        | "sergeant" | "sor" | "madre" | "princess" | "ir" | "arch" | "arc" | "adv" | "herr" | "frau"
        | "attorney" | "advocate" | "comrade" | "sister" | "father" | "brother" | "begum" | "haji"
        | "tun" | "baron" | "count" | "duke" | "comte" | "duc" | "emir" | "bishop" | "obispo" | "padre"
        | "capitaine" | "intendant" | "intendente" | "tenente" | "amiral" | "engineer" | "architect"
        | "architecte" | "docteur" | "canon" | "rabbi" | "aum" | "awang" | "khun" | "cheikh" | "sheik"
        | "asp" | "dig" | "aig" | "cgi" | "dci" | "aci" | "ssp" | "csp" | "ccp" | "dsp" | "cpa" | "cpn"
        | "capitao" | "cllr" | "chief inspector" | "superintendente" | "subintendente" | "comissario"
        | "subcomissario" | "subcomisario" | "suboficial" | "economista" | "arquitecto" | "arquitecta"
        | "engenheiro" | "engenheira" | "doutor" | "doutora" | "embaixador" | "embaixadora"
        | "pharmacist" | "pharmacien" | "veterinaire" | "corporal" | "sergent" | "sargento" | "signore"
        | "mijnheer" | "meneer" | "reverenda" | "reverendo" | "evangelist" | "venerable" | "alferez"
        | "subteniente" | "warrant officer" | "chanoine" | "acharya" | "swami" | "reverend" | "mister"
        | "admiral" | "commodore" | "advocat" => !lower && word != "ME" && !is_in_post(text, found.start),
        _ => true,
    }
}

/// "الشيخ ولد أحمدو", "الشيخ سيديا ولد اعل", "التجاني الفاضل بابكر", "سنية بالحاج عمر": titles that are names before
/// "son of", behind a given name, and where a particle is written on them.
fn is_arabic_name(text: &str, found: &Found) -> bool {
    let mut next = text.get(found.end..).unwrap_or_default().split_whitespace();
    let (first, second) = (next.next(), next.next());
    let before = text.get(..found.start).unwrap_or_default();
    let given = before.strip_suffix(' ').and_then(|b| b.rsplit([' ', '\n', '/']).next());
    let son = |word: Option<&str>| matches!(word, Some("ولد" | "بن" | "بنت" | "منت" | "ابن"));
    // "مريم بنت محمد الأمين ولد الشيخ": the last word of a name.
    son(first)
        || son(given)
        || matches!(second, Some("ولد" | "منت"))
        || before.ends_with('ب')
        || given.is_some_and(names::is_given_in_arabic)
}

/// Whether the word behind a title without points is in capitals and of no name: "IS", "HAS".
fn is_shouted(text: &str, found: &Found) -> bool {
    let next = text.get(found.end..).unwrap_or_default().split_whitespace().next().unwrap_or_default();
    next.chars().all(char::is_uppercase) && names::is_function_word(&fold(next))
}

/// "م. أحمد", "أ/ علي": a title of one letter with its sign, before a word; not a part of a reference or a date.
fn is_lone_letter(text: &str, found: &Found) -> bool {
    let before = text.get(..found.start).and_then(|t| t.chars().next_back());
    let Some(rest) = text.get(found.end..).and_then(|t| t.strip_prefix(['.', '/'])) else { return false };
    let word = rest.trim_start().split([' ', '\n', '/', '.', '،']).next().unwrap_or_default();
    before.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '(' | '،' | '-'))
        && word.chars().count() >= 3
        && word.starts_with(names::is_arabic)
}

/// Whether a capital at `at` stands between the words of a name.
fn is_initial(text: &str, at: usize) -> bool {
    let before = text
        .get(text.floor_char_boundary(at.saturating_sub(60))..at)
        .unwrap_or_default()
        .trim_end_matches([' ', '\u{a0}']);
    let word = before.rsplit([' ', '\n', '\u{a0}', '|']).next().unwrap_or_default();
    // "C'est M. Prosper Itoua": a word that leads a sentence is none of a name.
    let leads =
        ["C'est", "C’est", "Que", "Pour", "Par", "Avec", "Donc", "Mais", "Comme", "Est"].contains(&word);
    word.starts_with(char::is_uppercase)
        && word.ends_with(char::is_lowercase)
        && !names::is_office(word)
        && !leads
}

/// "the Secretary-General", "of the General Assembly", "Director General": a rank that belongs to an office.
fn is_in_post(text: &str, at: usize) -> bool {
    let before = text
        .get(text.floor_char_boundary(at.saturating_sub(60))..at)
        .unwrap_or_default()
        .trim_end_matches([' ', '\n', '\r', '\u{a0}']);
    // "Secretary-General", and not "- Colonel Zana Soro": the mark of an item has a blank behind it.
    if text.get(..at).is_some_and(|t| t.ends_with('-')) {
        return true;
    }
    // "a los siguientes funcionarios:\n\nDon Rodrigo": a sign or a blank line parts them.
    let gap = text.get(..at).map(|t| t.get(t.trim_end().len()..).unwrap_or_default()).unwrap_or_default();
    // "Name        Daw Khin": a label stands apart by blanks.
    let apart = gap.len() > 2 && gap.chars().all(|c| c == ' ') || gap.contains('\t');
    if before.ends_with([':', ',', ';', '.', ')', '|']) || gap.matches('\n').count() > 1 || apart {
        return false;
    }
    let word = before.rsplit([' ', '\n', '\u{a0}']).next().unwrap_or_default();
    names::is_office(word) || text.get(at..).is_some_and(|t| t.starts_with("General") && word == "the")
}
