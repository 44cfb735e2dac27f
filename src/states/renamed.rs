//! How two worlds call States: where a text may read otherwise by the one than by the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::states::fold::Folded;
use crate::states::{Code, Kind, States};

/// What tells apart how two worlds read texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Renamed {
    /// The States themselves differ, so that every text may read otherwise.
    everything: bool,
    /// The words of each name that only one of them finds, or takes otherwise.
    names: Vec<Vec<String>>,
}

impl Renamed {
    /// Nothing that is known of the change keeps any text from reading otherwise.
    pub fn everything() -> Self {
        Self { everything: true, names: Vec::new() }
    }

    /// Whether every text reads alike.
    pub fn is_nothing(&self) -> bool {
        !self.everything && self.names.is_empty()
    }

    /// Whether a message with these texts may read otherwise: where all words of such a name stand in them, in
    /// whatever order and however broken over lines and pages. Where it says no, both worlds find the same names in them.
    pub fn may_stand_in<'t>(&self, texts: impl Iterator<Item = &'t str>) -> bool {
        if self.everything || self.names.is_empty() {
            return self.everything;
        }
        let mut letters = String::new();
        for text in texts {
            letters.extend(Folded::new(text).text().chars().filter(|c| c.is_alphanumeric()));
        }
        self.names.iter().any(|name| name.iter().all(|word| letters.contains(word.as_str())))
    }
}

impl States {
    /// What tells `other` apart in reading. Lists and groups read nothing, and are not asked.
    pub fn renamed(&self, other: &Self) -> Renamed {
        let known = |states: &Self| -> Vec<(Code, String, Kind)> {
            states.iter().map(|state| (state.code, state.iso2.clone(), state.kind)).collect()
        };
        if known(self) != known(other) {
            return Renamed::everything();
        }
        let words = |name: &str| -> Vec<String> {
            let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        let names: Vec<Vec<String>> = self.names.differing(&other.names).into_iter().map(words).collect();
        // A name without a letter cannot be looked for.
        let everything = names.iter().any(Vec::is_empty);
        Renamed { everything, names }
    }

    /// The States that letters of some day would call otherwise by `other`.
    pub fn called_otherwise(&self, other: &Self) -> BTreeSet<Code> {
        let (old, new) = (self.names.given(), other.names.given());
        let all: BTreeSet<Code> = old.keys().chain(new.keys()).copied().collect();
        all.into_iter().filter(|code| old.get(code) != new.get(code)).collect()
    }
}

/// The names that letters give a State, each with language, form, base and the day until which it held.
pub(super) type Given<'n> =
    BTreeMap<Code, Vec<(&'n str, &'n str, &'n str, Option<chrono::NaiveDate>, &'n str)>>;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::states::names::{Name, Names};

    const NAMES: [(&str, &str); 9] = [
        ("NER", "Niger"),
        ("NGA", "Nigeria"),
        ("CIV", "Côte d’Ivoire"),
        ("GIN", "Guinea"),
        ("GNB", "Guinea-Bissau"),
        ("GNQ", "Equatorial Guinea"),
        ("STP", "STP"),
        ("CHN", "中国"),
        ("JOR", "الأردن"),
    ];

    /// A world that knows the names whose bits are set.
    fn world(bits: u16) -> States {
        let known = (0..).zip(NAMES).filter(|(bit, _)| bits & (1 << bit) != 0);
        let rows = known.map(|(_, (code, name))| Name {
            code: Code::new(code).unwrap(),
            language: "en".to_owned(),
            form: "short".to_owned(),
            name: name.to_owned(),
            base: String::new(),
            until: None,
            source: String::new(),
        });
        let names = Names::new(rows.collect(), &[]);
        States { states: BTreeMap::new(), lists: BTreeMap::new(), names }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// The promise on which messages are left unread: what is not said to differ reads alike.
        #[test]
        fn what_may_not_stand_in_a_text_changes_nothing_in_it(
            before in 0..512_u16,
            after in 0..512_u16,
            text in "(Niger|Nigeria|CÔTE\n d'Ivoire|Equatorial |Guinea|-Bissau|STP|stp|中国|和|والاردن|ia|[a-z ]{0,4}| |\n){0,8}",
        ) {
            let (old, new) = (world(before), world(after));
            let renamed = old.renamed(&new);
            prop_assert_eq!(renamed.is_nothing(), before == after);
            if !renamed.may_stand_in(std::iter::once(text.as_str())) {
                prop_assert_eq!(old.mentions(&text), new.mentions(&text));
            }
        }
    }

    #[test]
    fn a_name_is_found_however_its_line_is_broken() {
        let renamed = world(0).renamed(&world(1 << 2));
        for text in ["the Mission of CÔTE\nD'IVOIRE", "cote d’Ivoi-\nre", "D'Ivoire, Cote"] {
            assert!(renamed.may_stand_in(std::iter::once(text)), "{text:?}");
        }
        assert!(!renamed.may_stand_in(std::iter::once("the Ivory Coast")));
        assert_eq!(world(1).called_otherwise(&world(0)), BTreeSet::from([Code::new("NER").unwrap()]));
    }
}
