//! Names that nothing leads to but their capitals, amid prose: "cubran el boleto de Kevin Josué Funes", "Maxime
//! Ngaïbona-Yakité est un homme". They are looked for last, and whoever bears one is weighed like the others.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::reading::document::Document;
use crate::reading::lexicon::Lexicon;
use crate::reading::travellers::candidates::untitled::{goes_on_post, is_place};
use crate::reading::travellers::candidates::{candidate, is_quoted};
use crate::reading::travellers::names::Name;
use crate::reading::travellers::{Candidate, MOST, Shape, names};
use crate::reading::words::fold;
use crate::states::States;

/// Signs that stand before a name within its word.
const OPENING: [char; 7] = ['(', '«', '“', '"', '\'', '‘', '['];
/// Without any of them, a word in capitals is an acronym: "МВД", "DRRT".
const VOWELS: [char; 15] = ['a', 'e', 'i', 'o', 'u', 'y', 'а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я'];
/// Letters of the longest particle ("epouse").
const PARTICLE: usize = 6;
/// What is written together with the name behind it.
const ELIDED: [&str; 6] = ["d'", "d’", "qu'", "qu’", "l'", "l’"];

/// Words that institutions, offices and meetings are called by, and no person.
static INSTITUTIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "resident* cooperation cooperacion cooperacao affair* affaires asunto* assuntos migra* immigra* inmigra* imigra* emigra* extranjer* estrangeir* etrang* regional* \
         meeting* reunion* conferenc* confere* consultat* consultiv* service* servicio* servico* employ* emple* emploi \
         empreg* welfare social* societ* democra* diaspora* human* overseas abroad exterior desenvolv* develop* \
         desarroll* politic* policy policies polit* unidad* unidade unit unite council consejo conseil security \
         seguridad* securite seguranca intergov* interguber* intergouv* citizen* ciudadan* cidada* traffick* trata \
         traite trafic* thematic* thematique* tematic* division divisao labour labor laboral trabajo trabalho travail \
         internal interior organism* chamber derechos direitos droits right* relation* relacion* relaco* region \
         region* regular* persona* persons person people* mision* authorit* autorid* autorite manage* gestion* movilid* \
         mobilit* multilateral* external* arab* african* africain* asia* abroad worker* agency agenc* section seccion bank \
         banco banque planning planific* combat* control* cultur* border* front* union* civil* comision comissao \
         estado* etat* administracion protec* atencion integrat* integrac* integracion registr* registro instit* training \
         formation formacion formacao vocation* resource* recurso* ressource* trade comerc* commerce public* board committee \
         comit* court corte cour congres* parl* assembl* population* poblacion famil* child* ninez infanc* enfan* \
         women mujer* femme* youth juventud jeunesse gender education educac* health salud sante saude plan action accion \
         acuerdo agreement accord convention* convencion day fiduciari* trusteeship preparat* informal* hearing* audienc* \
         conciliacion reconcil* naturaliz* identif* identidad* identite nationality statistic* estadistic* refug* \
         asylum asilo asile prevention prevencion finance* finanz* hacienda economic* commun* comunid* local* federal* \
         socialist* islamic* plurinational* bolivarian* policia force* armed army marine council* note nota pacto pacte \
         compact alta haute alto haut high trafficking enforcement research investig* statut* tourism* turismo energy \
         presidence presidencia presidency primature primatura middle africa pacific* caribbean caribe caraibes paises pays countries country least menos moins adelantad* developed developing desarroll* developp* \
         отдел* управлен* департамент* служб* министер* комитет* дворец* дворц* наци* государств* конференц* миграц* \
         центральн* юго* северн* южн* восточн* республик* договор* иностранн* благодар*",
    )])
});
/// Words with which a sentence or the name of a town begins, and no person's name.
static LEADS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "la los las el le les the his her their its our all then now so here there also once next today tomorrow thanks entonces ahora alors puis ensuite donc before after both and but or from with in on at as not if to for no yes or et mais donc car por para con en e o ni pour avec dans sur de du des a desde hacia se si lo entre sin sobre hasta segun selon vers chez или из в во на с со и а но что как от до по при для не may should would could if when \
         port puerto porto san santo santa saint sao fort cape cabo ciudad addis phnom kuala buenos nay ha den abu dar \
         small petit grand great north south east west norte sur sul nord sud republica",
    )])
});

/// Whether a folded word is one by which institutions and meetings are called.
pub(super) fn is_institutional(folded: &str) -> bool {
    INSTITUTIONS.get(folded).is_some()
}

/// Whether a word begins a sentence, or the name of a town, rather than that of a person.
pub(super) fn leads_sentence(word: &str) -> bool {
    LEADS.get(&fold(word)).is_some()
}

/// Adds them to `all`, save those that are known already.
pub(super) fn add(document: &Document, states: &States, all: &mut Vec<Candidate>) {
    let text = document.text.as_str();
    let mut small: Option<BTreeSet<String>> = None;
    let (mut end, mut found) = (0, 0);
    for (at, word) in words(text) {
        let bare = word.trim_start_matches(OPENING);
        let bare = ELIDED.iter().find_map(|e| bare.strip_prefix(e)).unwrap_or(bare);
        let start = at + word.len() - bare.len();
        if start < end
            || !bare.starts_with(char::is_uppercase)
            || !may_go_on(text, at + word.len())
            || LEADS.get(&fold(bare)).is_some()
        {
            continue;
        }
        let Some(name) = names::at(text, start, true).filter(|n| n.start == start) else { continue };
        let name = first_of_two(text, name);
        end = name.end;
        if !(2..=5).contains(&name.count)
            || !is_amid_prose(text, start, end)
            || all.iter().any(|c| c.start.min(c.name.start) < end && start < c.name.end)
            || is_quoted(text, start)
            || goes_on_post(text, start)
            || is_phrase(document, start, end)
        {
            continue;
        }
        // "la Migración Laboral": a word that the note writes small as well is none of a name.
        let small = small.get_or_insert_with(|| lowercase(text));
        let known = |word: &str| {
            let word = fold(word.trim_end_matches(['.', '\'', '’']));
            is_place(&word) || small.contains(&word) || INSTITUTIONS.get(&word).is_some()
        };
        let capitals = |word: &&str| word.starts_with(char::is_uppercase);
        // "In July I", "Dans l'attente d'une": a name has two words with capitals, and more than one letter in each.
        let acronym = |word: &&str| word.chars().all(char::is_uppercase) && !fold(word).contains(VOWELS);
        let full = |word: &&str| capitals(word) && word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if name.text.split(' ').filter(|w| full(w)).count() < 2
            || name.text.split(' ').any(|w| acronym(&w))
            || ELIDED.iter().any(|e| fold(&name.text).starts_with(e))
            || name.text.split([' ', '-']).filter(capitals).any(known)
            || is_state(&name.text, states)
        {
            continue;
        }
        all.push(candidate(start, start..end, name.text, Shape::Bare));
        found += 1;
        if found == MOST {
            break;
        }
    }
}

/// Whether the word that ends at `end` may be the first of a name: the next has a capital, or is as short as particles
/// are. Most words with a capital begin a sentence, and need no second look.
fn may_go_on(text: &str, end: usize) -> bool {
    let before = text.get(..end).unwrap_or_default();
    let next = text.get(end..).unwrap_or_default().trim_start();
    let next = next.split(char::is_whitespace).next().unwrap_or_default();
    let small = next.starts_with(char::is_lowercase);
    // "d'Almeida", "al-Sayed": a particle is written on to the next word.
    let plain = small && !next.contains(['\'', '’', '-']) && next.chars().count() > PARTICLE;
    !plain && !before.ends_with([',', ';', ':', ')', '،'])
}

/// "Mayelín Socarrás Dueñas e Ivis Proenza Batista": of two names that a word joins which families bear as well, the
/// first.
pub(super) fn first_of_two(text: &str, name: Name) -> Name {
    let whole =
        |part: &str| part.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count() >= 2;
    let printed = text.get(name.start..name.end).unwrap_or_default();
    let first = [" y ", " e ", " i "].iter().find_map(|joint| {
        let (first, second) = printed.split_once(joint)?;
        let both = whole(first) && whole(second);
        names::at(text.get(..name.start + first.len()).filter(|_| both)?, name.start, true)
    });
    first.unwrap_or(name)
}

/// Whether half of a name or more is that of a State: "Guinea Ecuatorial", and not "Óscar Mauricio Henríquez Flores".
fn is_state(name: &str, states: &States) -> bool {
    states.mentions(name).iter().any(|mention| 2 * mention.span.len() >= name.len())
}

/// The words of `text`, signs and all, each with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        // What parts words may be more than a byte: the next word says where it ends.
        at = start + word.len() + text.get(start + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

/// Words that the text writes with a small letter, folded.
fn lowercase(text: &str) -> BTreeSet<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric());
    parts.filter(|w| w.starts_with(char::is_lowercase) && w.len() > 3).map(fold).collect()
}

/// Whether words in small letters stand just before `start`, or begin a clause with the name and go on behind `end`.
fn is_amid_prose(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().trim_end_matches(OPENING);
    let gap = before.get(before.trim_end().len()..).unwrap_or_default();
    let before = before.trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    let goes_on = behind
        .trim_start_matches([' ', '\n', '»', '”', '"', ')'])
        .starts_with(|c: char| c.is_lowercase() && behind.starts_with(char::is_whitespace));
    let small = word.trim_start_matches(OPENING);
    let led = small.starts_with(char::is_lowercase) && small.ends_with(char::is_alphabetic)
        || ELIDED.iter().any(|e| text.get(..start).is_some_and(|t| t.ends_with(e)));
    // A blank line parts.
    let near = gap.matches('\n').count() <= 1;
    led && near
        || goes_on && (!near || word.is_empty() || word.ends_with(['.', ',', ';', ':', '!', '?', '"', '»']))
}

/// Whether a phrase of notes stands in `start..end`: "Permanent Mission", "Nota Verbal".
fn is_phrase(document: &Document, start: usize, end: usize) -> bool {
    let (from, to) = (document.folded.at(start), document.folded.at(end));
    document.hits.iter().any(|hit| hit.start < to && from < hit.end)
}
