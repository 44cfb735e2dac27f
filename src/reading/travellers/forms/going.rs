//! Names of forms that go on behind what looks like their end: in the column of the next line ("Farida Soemina" over
//! "WIJNGAARDE-KARIJOMENGGOLO"), or behind the comma of a surname that stands first ("Fonseca Leyva, Yamilé").

use crate::reading::travellers::candidates::is_place;
use crate::reading::travellers::names::{self, Name, is_institution, is_office};
use crate::reading::words::fold;

/// What goes on `name`, with the sign before it, and where it ends. `whole`: the label asks for all of the name.
pub(super) fn further(text: &str, name: &Name, whole: bool) -> Option<(String, usize)> {
    let rest = text.get(name.end..)?;
    let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
    let head = text.get(..name.start)?.rsplit('\n').next()?;
    let line = line.trim_end();
    if let Some(given) = line.strip_prefix(',').filter(|_| whole) {
        let told = is_inverted(head);
        let at = name.end + line.len() - given.len();
        let given = names::at(text, at, false).filter(|n| n.end <= name.end + line.len())?;
        let behind = text.get(given.end..name.end + line.len())?.trim();
        let closed = behind.is_empty() || told && behind.starts_with(['(', '.', ';']);
        // "Nombre: Quispe Mamani, Wilma Nieves": the label leaves it open, and nothing but a name stands there.
        let plain = || {
            let words = || given.text.split(' ');
            words().count() <= 3
                && name.count <= 3
                && words().all(|w| !is_office(w) && !is_institution(w) && !is_place(&fold(w)))
        };
        return (closed && (told || plain())).then(|| (format!(", {}", given.text), given.end));
    }
    // Far in, in the column of the value or of its courtesy ("Mme Kadra Abdillahi" over "Guelleh-Batal"), and nothing
    // but words of a name.
    let column = head.chars().count();
    let value = head.find([':', '：']).map_or(column, |colon| {
        let behind = head.get(colon..).unwrap_or_default();
        column - behind.trim_start_matches([':', '：', ' ']).chars().count()
    });
    let own = below.split('\n').next()?.trim_end();
    let indent = own.chars().take_while(|c| *c == ' ').count();
    if !line.is_empty() || column < 8 || !(value.saturating_sub(1)..=column + 1).contains(&indent) {
        return None;
    }
    let at = text.len() - below.len();
    let more = names::at(text, at, false)?;
    (more.end == at + own.len() && !is_office(&more.text)).then(|| (format!(" {}", more.text), more.end))
}

/// "Apellidos y nombre", "Surname, first name", "Nom et prénoms": whether a label asks for the surname first.
fn is_inverted(label: &str) -> bool {
    let label = fold(label);
    let first = |words: &[&str]| words.iter().filter_map(|w| label.find(w)).min();
    let family = first(&[
        "apellido",
        "surname",
        "family",
        "last name",
        "famille",
        "nom et pr",
        "noms et pr",
        "nom, pr",
    ]);
    let given = first(&["nombre", "given", "first", "prenom", "other name", "forename"]);
    family.zip(given).is_some_and(|(family, given)| family < given)
}
