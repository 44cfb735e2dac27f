//! Why an event was taken, in words for a person.

use crate::matching::events::evidence::Evidence;

/// What words and town say for it.
pub(super) fn grounds_in_words(top: &Evidence) -> Vec<String> {
    let mut grounds = Vec::new();
    let mut add = |said: bool, words: &str| {
        if said {
            grounds.push(words.to_owned());
        }
    };
    add(top.city, "the city is named");
    add(top.other_city, "another city is named");
    add(top.number, "its number and series are named");
    add(top.bare_number, "its number is named");
    add(top.title >= 0.3, "the title agrees");
    add(top.name, "one of its names stands there");
    add(top.title < 0.3 && !top.name && top.theme() > 0.0, "words of its theme stand there");
    add(top.series && !top.number, "its series is named");
    grounds
}
