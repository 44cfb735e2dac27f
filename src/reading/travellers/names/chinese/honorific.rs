//! Honorifics of other tongues that stand before the name like a family name, where the note says so: "杜钦玛温女士
//! （杜为尊称）" is 钦玛温.

use std::sync::LazyLock;

use regex::Regex;

use super::{Person, is_han};

static SAID: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r#"[（(，。；、\s“"「](\p{Han})[”"」]?(?:字)?(?:为|是|系|乃|為|係)[^，。；）)\n]{0,6}(?:尊称|尊稱|敬称|敬稱|称谓|稱謂|称呼)"#,
    )
    .ok()
});

/// Takes them from the names that they lead.
pub(super) fn strip(text: &str, found: &mut [Person]) {
    let Some(said) = SAID.as_ref() else { return };
    let said: Vec<&str> =
        said.captures_iter(text).take(4).filter_map(|c| c.get(1)).map(|m| m.as_str()).collect();
    for person in found.iter_mut().filter(|_| !said.is_empty()) {
        let name = &mut person.name;
        let bare = said.iter().find_map(|word| name.text.strip_prefix(word).map(|rest| (*word, rest)));
        if let Some((word, rest)) = bare.filter(|(_, rest)| rest.chars().filter(|c| is_han(*c)).count() >= 2)
        {
            name.start += word.len();
            name.text = rest.to_owned();
        }
    }
}
