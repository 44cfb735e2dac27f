//! "of" before a name that may begin with its article: the contractions of French and Spanish.

use crate::states::Language;

/// `name` after "of" in `language`: "of the Republic of Kenya", "du Royaume du Maroc", "del Reino de España".
/// Names bear their article in lower or upper case where the language gives them one.
pub(super) fn of(language: Language, name: &str) -> String {
    match language {
        Language::Fr => {
            if let Some(rest) = after(name, &["le ", "Le "]) {
                format!("du {rest}")
            } else if let Some(rest) = after(name, &["les ", "Les "]) {
                format!("des {rest}")
            } else if let Some(rest) = after(name, &["La "]) {
                format!("de la {rest}")
            } else if name.starts_with(|c| "AEIOUÉÈÊÎÔaeiouéèêîô".contains(c)) {
                // H is left alone: "de Haïti" and "d’Haïti" are both written, "de Hongrie" is not wrong.
                format!("d’{name}")
            } else {
                format!("de {name}")
            }
        }
        Language::Es => match after(name, &["el "]) {
            Some(rest) => format!("del {rest}"),
            None => format!("de {name}"),
        },
        Language::En => format!("of {name}"),
        _ => name.to_owned(),
    }
}

fn after<'a>(name: &'a str, articles: &[&str]) -> Option<&'a str> {
    articles.iter().find_map(|article| name.strip_prefix(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_contracted() {
        use Language::{En, Es, Fr, Zh};
        let cases = [
            (En, "the Republic of Kenya", "of the Republic of Kenya"),
            (En, "Jamaica", "of Jamaica"),
            (Fr, "la République du Kenya", "de la République du Kenya"),
            (Fr, "le Royaume du Maroc", "du Royaume du Maroc"),
            (Fr, "les Îles Salomon", "des Îles Salomon"),
            (Fr, "l’État plurinational de Bolivie", "de l’État plurinational de Bolivie"),
            (Fr, "Antigua-et-Barbuda", "d’Antigua-et-Barbuda"),
            (Fr, "Malte", "de Malte"),
            (Es, "la República de Kenya", "de la República de Kenya"),
            (Es, "el Reino de Marruecos", "del Reino de Marruecos"),
            (Es, "las Islas Salomón", "de las Islas Salomón"),
            // An article that is part of the name itself is not contracted.
            (Es, "El Salvador", "de El Salvador"),
            (Zh, "肯尼亚共和国", "肯尼亚共和国"),
        ];
        for (language, name, words) in cases {
            assert_eq!(of(language, name), words);
        }
    }
}
