//! Names in forms and tables: "Name: ...", "Family name: ..." with "Given name: ...", rows under a heading "Name".

use crate::reading::Gender;
use crate::reading::travellers::{names, posts};
use crate::reading::words::fold;

/// A person of a form or row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Bytes where the name stands.
    pub start: usize,
    pub end: usize,
    pub name: String,
    pub gender: Option<Gender>,
    pub function: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Name,
    Given,
    Family,
    Function,
    Institution,
    Gender,
    Else,
}

/// What a label asks for, of several languages side by side the first that is known.
fn label(text: &str) -> Option<Label> {
    let text = text.trim().trim_start_matches(['-', '•', '*', '·', '–', ' ', '\t']);
    let text = text
        .split_once(['.', ')'])
        .filter(|(n, _)| n.len() <= 2 && n.chars().all(|c| c.is_ascii_digit()))
        .map_or(text, |(_, t)| t);
    let folded = fold(text.trim().trim_end_matches('*'));
    folded.split('/').find_map(|part| known(part).or_else(|| by_words(part)))
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
        | "имя"
        | "الاسم"
        | "الاسم الكامل"
        | "姓名" => Label::Name,
        "given name" | "given names" | "given name(s)" | "first name" | "first names" | "forename"
        | "forenames" | "first name(s)" | "prenom" | "prenoms" | "prenom(s)" | "nombres" | "nombre(s)" => {
            Label::Given
        }
        "family name" | "surname" | "last name" | "apellidos" | "apellido" | "apellido(s)"
        | "nom de famille" | "family name(s)" | "surname(s)" => Label::Family,
        "function" | "title" | "position" | "post" | "functional title" | "designation" | "job title"
        | "occupation" | "fonction" | "fonctions" | "titre" | "poste" | "cargo" | "funcion" | "puesto"
        | "должность" | "职务" | "الوظيفة" | "rank" | "official title" | "current position" | "qualite" => {
            Label::Function
        }
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
        "organisation",
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

fn told(value: &str) -> Option<Gender> {
    match fold(value.trim()).trim_end_matches('.') {
        "f" | "female" | "feminin" | "femenino" | "ms" | "mrs" | "mme" | "sra" | "femme" | "mujer"
        | "madame" | "w" | "ж" => Some(Gender::F),
        "m" | "male" | "masculin" | "masculino" | "mr" | "sr" | "homme" | "hombre" | "monsieur" | "м" => {
            Some(Gender::M)
        }
        _ => None,
    }
}

#[derive(Default)]
struct Block {
    start: usize,
    end: usize,
    parts: Vec<String>,
    whole: bool,
    given: bool,
    family: bool,
    gender: Option<Gender>,
    function: Option<String>,
    institution: Option<String>,
}

impl Block {
    fn take(&mut self) -> Option<Entry> {
        let block = std::mem::take(self);
        let name = block.parts.join(" ");
        let function = match (block.function, block.institution) {
            (Some(f), Some(i)) if !fold(&f).contains(&fold(&i)) => Some(format!("{f}, {i}")),
            (f, i) => f.or(i),
        };
        (!name.is_empty()).then_some(Entry {
            start: block.start,
            end: block.end,
            name,
            gender: block.gender,
            function,
        })
    }

    fn add(&mut self, label: Label, value: &str, at: usize, skip: &dyn Fn(usize) -> usize, text: &str) {
        let tidy = || {
            let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let line = posts::without_city(line.trim_end_matches(['.', ';', '*']));
            Some(line.to_owned()).filter(|v| v.chars().count() > 1)
        };
        match label {
            Label::Name | Label::Given | Label::Family => {
                let Some(name) = names::at(text, skip(at), false).filter(|n| n.end <= at + value.len() + 1)
                else {
                    return;
                };
                if self.parts.is_empty() {
                    self.start = name.start;
                }
                self.end = name.end;
                self.parts.push(name.text);
                self.whole |= label == Label::Name;
                self.given |= label == Label::Given;
                self.family |= label == Label::Family;
            }
            Label::Function => match told(value) {
                Some(gender) => self.gender = Some(gender),
                None => self.function = self.function.take().or_else(tidy),
            },
            Label::Institution => self.institution = self.institution.take().or_else(tidy),
            Label::Gender => self.gender = told(value),
            Label::Else => {}
        }
    }

    /// Whether a part of a name begins another person.
    fn is_full(&self, label: Label) -> bool {
        match label {
            Label::Name => self.whole || self.given && self.family,
            // "Nom : X" with "Prénom : Y" are one name.
            Label::Given => self.given,
            Label::Family => self.family,
            _ => false,
        }
    }
}

/// Every person of a form or table in `text`. `skip` leads past courtesy titles.
pub(super) fn find(text: &str, skip: &dyn Fn(usize) -> usize) -> Vec<Entry> {
    let mut found = Vec::new();
    let mut block = Block::default();
    let mut columns: Vec<Label> = Vec::new();
    let mut at = 0;
    for line in text.split(['\n', '\u{c}']) {
        let start = at;
        at += line.len() + 1;
        if line.trim_start().starts_with('>') {
            continue;
        }
        let cells = cells(line);
        if cells.len() >= 2 {
            let heads: Vec<Option<Label>> = cells.iter().map(|(_, c)| label(c)).collect();
            let known = heads.iter().flatten().count();
            if known >= 2 && heads.iter().flatten().any(|l| matches!(l, Label::Name | Label::Family)) {
                columns = heads.into_iter().map(|h| h.unwrap_or(Label::Else)).collect();
                found.extend(block.take());
                continue;
            }
            if columns.len() >= 2 && !columns.is_empty() && cells.len() + 1 >= columns.len() {
                for ((offset, cell), column) in cells.iter().zip(&columns) {
                    block.add(*column, cell, start + offset, skip, text);
                }
                found.extend(block.take());
                continue;
            }
        }
        if !line.trim().is_empty() {
            let rule = line.chars().all(|c| matches!(c, '|' | '-' | '+' | ':' | '=' | ' '));
            if !rule {
                columns.clear();
            }
        }
        let colon = line.find([':', '：']).filter(|c| *c <= 90);
        let Some((head, value)) = colon.and_then(|c| Some((line.get(..c)?, line.get(c..)?))) else {
            continue;
        };
        let value_at = start + head.len() + value.chars().next().map_or(0, char::len_utf8);
        let value = text.get(value_at..start + line.len()).unwrap_or_default();
        let head_label = label(head);
        let value = match head_label {
            Some(Label::Function | Label::Institution) => {
                let end = start + line.len();
                text.get(value_at..end + hanging(text, end)).unwrap_or(value)
            }
            _ => value,
        };
        if head_label.is_none() && block.parts.is_empty() {
            continue;
        }
        let Some(known) = head_label else { continue };
        if block.is_full(known) {
            found.extend(block.take());
        }
        block.add(known, value, value_at, skip, text);
    }
    found.extend(block.take());
    found
}

/// Bytes of the lines after `at` that hang under the value there: deeply indented, without a label of their own.
fn hanging(text: &str, at: usize) -> usize {
    let mut length = 0;
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n').skip(1).take(3) {
        let indent = line.len() - line.trim_start().len();
        if indent < 8 || line.trim().is_empty() || line.contains([':', '|']) {
            break;
        }
        length += line.len();
    }
    if length == 0 { 0 } else { length + usize::from(text.get(at..).is_some_and(|t| t.starts_with('\n'))) }
}

/// The cells of a row, with their places: parted by bars, tabs or runs of spaces.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let bars = line.contains('|');
    let mut rest = 0;
    let mut push = |from: usize, to: usize| {
        if let Some(cell) = line.get(from..to).filter(|c| !c.trim().is_empty()) {
            found.push((from, cell));
        }
    };
    let mut spaces = 0;
    for (at, c) in line.char_indices() {
        if if bars { c == '|' } else { c == '\t' } {
            push(rest, at);
            rest = at + 1;
        } else if !bars && c == ' ' {
            spaces += 1;
        } else {
            if spaces >= 2 {
                push(rest, at);
                rest = at;
            }
            spaces = 0;
        }
    }
    push(rest, line.len());
    found
}
