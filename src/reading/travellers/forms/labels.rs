//! What a label of a form or the head of a column asks for.

mod aside;
mod eastern;

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::sentences::BULLETS;
use crate::reading::words::fold;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Name,
    Given,
    Family,
    /// What stands between or behind the two: "Отчество", "Middle name".
    Middle,
    Function,
    Institution,
    Gender,
    /// Who pays, or whether support is asked for.
    Payer,
    /// Somebody who does not travel: to be contacted, signing.
    Other,
    /// A father, a mother, a spouse: the form goes on behind them.
    Kin,
    /// Somebody who travels only if another cannot.
    Alternate,
    Else,
}

/// Whether this is a label.
pub(in crate::reading::travellers) fn is_label(text: &str) -> bool {
    label(text).is_some()
}

/// What a label asks for, of several languages side by side the first that is known.
pub(super) fn label(text: &str) -> Option<Label> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c)).trim_end();
    // "Position . . . . . .": points lead to the value.
    let text = text.split_once(" . .").map_or(text, |(label, _)| label);
    let text = text.trim_start_matches(|c: char| matches!(c, '①'..='⑳' | '○' | '●' | '■' | '◆'));
    let text = text
        .split_once(['.', ')', '、', '）', '-'])
        .filter(|(n, _)| n.len() <= 6 && n.chars().count() <= 2 && n.chars().all(char::is_numeric))
        .map_or(text, |(_, t)| t);
    let folded = fold(text.trim_end_matches(['*', ':', '：', ' ']).trim());
    if let Some(aside) = aside::asked(&folded) {
        return Some(aside);
    }
    let person = |part: &str| is_person(part.trim()).then_some(Label::Name);
    let payer = |part: &str| is_payer(part).then_some(Label::Payer);
    // "Nominee – post": whose it is stands before what is asked.
    let folded = match folded.split_once(" – ").or_else(|| folded.split_once(" - ")) {
        Some((whose, asked)) if known(whose) == Some(Label::Name) || is_person(whose) => asked.to_owned(),
        _ => folded,
    };
    let parts = || folded.split('/');
    parts()
        .find_map(|part| {
            eastern::known(part).or_else(|| known(part)).or_else(|| person(part)).or_else(|| by_words(part))
        })
        .or_else(|| if folded.split(' ').count() <= 6 { parts().find_map(payer) } else { None })
}

/// The labels that are one phrase.
fn known(part: &str) -> Option<Label> {
    Some(match part.trim().trim_start_matches('*') {
        "name"
        | "full name"
        | "nominee"
        | "delegate"
        | "participant"
        | "candidate"
        | "representative"
        | "name of nominee"
        | "name of the nominee"
        | "name of delegate"
        | "name of the delegate"
        | "name of participant"
        | "name of the participant"
        | "name of representative"
        | "name of the representative"
        | "name of candidate"
        | "name of the candidate"
        | "nom et prenoms"
        | "nom et prenom"
        | "nom(s) et prenom(s)"
        | "noms et prenoms"
        | "nom"
        | "nom complet"
        | "nombre"
        | "nom du candidat"
        | "nom du participant"
        | "nom du delegue"
        | "nombre completo"
        | "nombre y apellidos"
        | "nombre y apellido"
        | "nombres y apellidos"
        | "nombre del candidato"
        | "nombre del delegado"
        | "candidat"
        | "candidato"
        | "prenom et nom"
        | "prenoms et nom"
        | "name and surname"
        | "фио"
        | "ф.и.о"
        | "who"
        | "holder"
        | "identity"
        | "identite"
        | "identidad"
        | "passport holder"
        | "who travels"
        | "full name in passport"
        | "имя"
        | "الاسم"
        | "الاسم الكامل"
        | "姓名" => Label::Name,
        "given name" | "given names" | "given name(s)" | "first name" | "first names" | "forename"
        | "forenames" | "first name(s)" | "prenom" | "prenoms" | "prenom(s)" | "nombres" | "nombre(s)" => {
            Label::Given
        }
        "отчество"
        | "middle name"
        | "middle names"
        | "middle name(s)"
        | "other names"
        | "other name"
        | "other name(s)"
        | "segundo nombre"
        | "autres prenoms"
        | "post-nom"
        | "postnom"
        | "post nom"
        | "по отчеству" => Label::Middle,
        "family name" | "surname" | "last name" | "apellidos" | "apellido" | "apellido(s)"
        | "nom de famille" | "family name(s)" | "surname(s)" => Label::Family,
        "function"
        | "title"
        | "position"
        | "post"
        | "functional title"
        | "designation"
        | "job title"
        | "occupation"
        | "fonction"
        | "fonctions"
        | "titre"
        | "poste"
        | "cargo"
        | "funcion"
        | "puesto"
        | "post held"
        | "office held"
        | "position held"
        | "present position"
        | "present post"
        | "current post"
        | "capacity"
        | "role"
        | "appointment"
        | "fonction actuelle"
        | "fonctions actuelles"
        | "cargo actual"
        | "cargo que ocupa"
        | "funcao"
        | "cargo ou funcao"
        | "emploi"
        | "grade"
        | "grado"
        | "rango"
        | "должность"
        | "职务"
        | "الوظيفة"
        | "rank"
        | "official title"
        | "current position"
        | "qualite" => Label::Function,
        "institution"
        | "ministry"
        | "organization"
        | "organisation"
        | "department"
        | "ministere"
        | "ministerio"
        | "institucion"
        | "entidad"
        | "agency"
        | "employer"
        | "office"
        | "service"
        | "affiliation"
        | "место работы"
        | "单位" => Label::Institution,
        "gender" | "sex" | "sexe" | "sexo" | "genre" | "genero" | "civilite" | "пол" | "courtesy title"
        | "salutation" | "mr" => Label::Gender,
        _ => return None,
    })
}

/// What single words of a label ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Who pays.
    Payer,
    /// The traveller, by his part.
    Who,
    /// What may stand beside that.
    More,
    /// The first word for somebody who does not travel.
    Other,
}

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let others: Vec<&str> = aside::phrases().filter_map(|phrase| phrase.split(' ').next()).collect();
    Lexicon::of([
        (
            Word::Payer,
            "covered couvert couverts cubierto cubiertos funding funded financing financed cost borne source bearing fuente paga pagado payeur источник sponsorship sponsored sponsor support payer costs expenses paid financement \
             finance financee charge frais prise appui soutien financiamiento financiacion financiado cobertura apoyo gastos \
             patrocinio financiamento apoio despesas расходы финансирование التمويل تمويل الممول الممولة النفقات التكاليف 费用 资助",
        ),
        (
            Word::Who,
            "applicant applicants titular titulaire whom attendees solicitante requerente demandeur demandeuse nominee nominees delegate \
             delegates participant participants participante participantes candidate candidates representative \
             representatives official officer traveller traveler passenger beneficiary expert designee person attendee \
             candidat candidats delegue deleguee delegues representant representante representants beneficiaire fonctionnaire \
             interesse interessee voyageur voyageuse missionnaire experte personne candidato candidata candidatos delegado \
             delegada delegados representantes beneficiario beneficiaria funcionario funcionaria viajero viajera experto \
             experta postulante persona delegation delegacion",
        ),
        (
            Word::More,
            "the of for to be our proposed nominated designated selected sponsored supported travelling traveling government \
             national no n° 1 2 3 i ii one two designe designee designes propose proposee retenu retenue choisi choisie du de \
             la le gouvernement propuesto propuesta designado designada seleccionado seleccionada del gobierno que viaja \
             nacional elegido elegida principal indicado indicada replacement new nouveau head deputy chef cheffe \
             jefe jefa further other autre otro otra",
        ),
        (Word::Other, others.join(" ").as_str()),
    ])
});

fn is(word: &str, wanted: Word) -> bool {
    WORDS.of_word(word).any(|meaning| meaning == wanted)
}

/// Whether a label asks who pays.
fn is_payer(part: &str) -> bool {
    part.split([' ', '(', ')', '/', '?']).any(|w| is(w, Word::Payer))
}

/// A label that names the traveller by his part: "Representative", "Délégué désigné", "Funcionaria propuesta".
fn is_person(part: &str) -> bool {
    let words = || part.split([' ', '(', ')', ',']).filter(|w| !w.is_empty());
    // "Head of delegation: Ms. X", and not "Delegation: Slovenia".
    let all = words().any(|w| w.starts_with("delegaci") || w == "delegation");
    let headed = !all || words().any(|w| ["head", "chef", "cheffe", "jefe", "jefa"].contains(&w));
    (headed && words().count() <= 5)
        && words().any(|w| is(w, Word::Who))
        && words().all(|w| is(w, Word::Who) || is(w, Word::More))
}

/// A longer label by its words: "Full name as in the passport", "Name and title of the nominee".
fn by_words(part: &str) -> Option<Label> {
    const ELSE: &[&str] = &[
        "event",
        "meeting",
        "session",
        "mission",
        "country",
        "state",
        "bank",
        "father",
        "mother",
        "spouse",
        "contact",
        "emergency",
        "supervisor",
        "institution",
        "organization",
        "ministry",
        "file",
        "account",
        "airport",
        "city",
        "hotel",
        "reunion",
        "pays",
        "banque",
        "pere",
        "mere",
        "conjoint",
        "pais",
        "banco",
        "company",
        "employer",
        "university",
        "signature",
        "signatory",
        "signed",
        "authorized",
        "holder",
        "beneficiary's",
        "father's",
        "mother's",
        "organizacion",
        "institucion",
        "mision",
        "evento",
        "codigo",
        "code",
        "мероприятия",
        "организации",
        "банка",
        "страны",
        "会议",
        "银行",
        "国家",
        "الاجتماع",
        "البنك",
        "الدولة",
        "المصرف",
    ];
    const NAME: &[&str] = &[
        "name",
        "names",
        "name(s)",
        "nom",
        "noms",
        "nom(s)",
        "nombre",
        "nombre(s)",
        "nombres",
        "nome",
        "nomes",
        "фио",
        "имя",
        "фамилия",
        "اسم",
        "الاسم",
        "اسماء",
        "姓名",
        "名字",
    ];
    const FAMILY: &[&str] =
        &["family", "surname", "surnames", "last", "apellido", "apellidos", "famille", "фамилия", "اللقب"];
    const GIVEN: &[&str] =
        &["given", "first", "prenom", "prenoms", "prenom(s)", "forename", "forenames", "имя"];
    const FUNCTION: &[&str] = &[
        "function",
        "title",
        "position",
        "designation",
        "occupation",
        "rank",
        "fonction",
        "titre",
        "cargo",
        "puesto",
        "funcion",
        "должность",
        "звание",
        "职务",
        "职位",
        "الوظيفة",
        "المنصب",
        "الصفة",
        "profession",
        "profesion",
        "qualite",
        "grade",
        "funcao",
    ];
    let words: Vec<&str> = part.split([' ', ',', '(', '&', '،', '、']).filter(|w| !w.is_empty()).collect();
    let says = |list: &[&str]| words.iter().any(|w| list.contains(w));
    if words.is_empty() || words.len() > 10 || says(ELSE) {
        return None;
    }
    let surname = says(&["surname", "surnames", "apellidos", "apellido", "фамилия", "اللقب"]);
    if says(NAME) || surname {
        return Some(match (says(FAMILY), says(GIVEN)) {
            (true, false) if !says(&["nom", "noms", "nombres", "nombre", "الاسم"]) || says(&["famille"]) => {
                Label::Family
            }
            (false, true) if !says(&["nom", "noms", "фамилия"]) && words.len() < 4 => Label::Given,
            _ => Label::Name,
        });
    }
    says(FUNCTION).then_some(Label::Function)
}
