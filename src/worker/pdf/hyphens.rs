//! Hyphens that poppler takes away at line ends. It reads "Under-" and "Secretary", "4-" and "5 September", "NV-" and
//! "2017/105" as words that were only divided, and gives `UnderSecretary`, `45 September`, `NV2017/105`. Its raw mode keeps
//! the lines as they are drawn; from there the hyphens that belong to their words are put back.

use std::collections::BTreeMap;

/// Divided words that are looked for; a page has two or three.
const MANY: usize = 500;

/// Characters of the longest line that an ordinary page holds; a longer one was joined from two.
const LINE: usize = 105;

/// Whether a hyphen may have been taken away, so that a second look at the file is worth its time: a line as long as two,
/// or a word that looks like two.
pub fn may_lack(text: &str) -> bool {
    let joined = |word: &str| {
        let mut before = ' ';
        word.chars().any(|c| {
            let seam = before.is_lowercase() && c.is_uppercase() || before.is_alphabetic() && c.is_numeric();
            before = c;
            seam
        })
    };
    // No day of a month; and no year.
    let days = |word: &str| {
        word.len() < 5 && word.parse::<u32>().is_ok_and(|n| n > 31 && !(1900..2100).contains(&n))
    };
    text.lines().any(|line| line.chars().nth(LINE).is_some())
        || text.split_whitespace().any(|word| joined(word) || days(word))
}

/// A word that was divided at the end of a line.
struct Divided<'r> {
    before: Option<&'r str>,
    left: &'r str,
    right: &'r str,
    after: Option<&'r str>,
}

/// `text` with the hyphens that `raw`, the same pages line by line, shows to be part of their words.
pub fn restored(text: String, raw: &str) -> String {
    let divided = divided(raw);
    if divided.is_empty() {
        return text;
    }
    let words: Vec<(usize, &str)> = words(&text).collect();
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, (_, word)) in words.iter().enumerate() {
        places.entry(word).or_default().push(number);
    }
    // Where a hyphen goes, in bytes of the text.
    let mut cuts = Vec::new();
    for word in divided.iter().filter(|w| w.keeps(raw)) {
        let joined = format!("{}{}", word.left, word.right);
        let Some(found) = places.get(joined.as_str()) else { continue };
        let at = |number: Option<usize>| number.and_then(|n| words.get(n)).map(|(_, w)| *w);
        let fits = |number: usize| {
            let before = at(number.checked_sub(1));
            let after = at(number.checked_add(1));
            (word.before.is_none() || before == word.before) && (word.after.is_none() || after == word.after)
        };
        // Its neighbours may stand elsewhere in the order of reading; a word that is there once needs none.
        let alone =
            |_: &usize| matches!(found.as_slice(), [_]) && !joined.bytes().all(|b| b.is_ascii_digit());
        let place = found.iter().copied().find(|n| fits(*n)).or_else(|| found.first().copied().filter(alone));
        if let Some((start, _)) = place.and_then(|n| words.get(n)) {
            cuts.push(start + word.left.len());
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = String::with_capacity(text.len() + cuts.len());
    let mut from = 0;
    for cut in cuts {
        out.push_str(text.get(from..cut).unwrap_or_default());
        out.push('-');
        from = cut;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// Words with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr().addr();
    text.split_whitespace().map(move |word| (word.as_ptr().addr() - start, word))
}

fn divided(raw: &str) -> Vec<Divided<'_>> {
    let mut found = Vec::new();
    let mut lines = raw.lines().filter(|l| !l.trim().is_empty()).peekable();
    while let Some(line) = lines.next() {
        let Some(kept) = line.trim_end().strip_suffix('-') else { continue };
        let Some(next) = lines.peek() else { break };
        let mut ends = kept.rsplitn(3, char::is_whitespace);
        let mut begins = next.split_whitespace();
        let (Some(left), Some(right)) = (ends.next(), begins.next()) else { continue };
        if left.is_empty() || found.len() >= MANY {
            continue;
        }
        let before = ends.next().filter(|w| !w.is_empty());
        found.push(Divided { before, left, right, after: begins.next() });
    }
    found
}

/// First halves of titles, which no typesetter makes by dividing a word.
const PREFIXES: &[&str] = &["vice", "sous", "ex", "non", "вице", "экс"];

impl Divided<'_> {
    /// Whether the hyphen is part of the word: before a capital or a digit, after a digit, or where the same compound
    /// stands undivided elsewhere.
    fn keeps(&self, raw: &str) -> bool {
        let capital = self.right.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let number = self.left.chars().next_back().is_some_and(char::is_numeric);
        // A title in capitals is divided like any word.
        let shouted = self.left.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !self.left.chars().any(char::is_lowercase)
            && !self.right.chars().any(|c| c.is_lowercase() || c.is_numeric());
        let compound = || {
            let right = self.right.trim_end_matches(|c: char| !c.is_alphanumeric());
            raw.contains(&format!("{}-{right}", self.left))
        };
        let prefix = || PREFIXES.contains(&self.left.to_lowercase().as_str());
        (capital || number) && !shouted || prefix() || compound()
    }
}

#[cfg(test)]
mod tests {
    use super::restored;

    #[test]
    fn a_second_look_is_taken_where_words_look_joined() {
        for joined in ["UnderSecretary", "No. NV2017/105", "from 45 September", &"word ".repeat(30)] {
            assert!(super::may_lack(joined), "{joined}");
        }
        for plain in
            ["Under-Secretary of State", "10 August 2017, A/RES/71/280", "PERMANENT MISSION\nOF VARIA"]
        {
            assert!(!super::may_lack(plain), "{plain}");
        }
    }

    #[test]
    fn hyphens_that_belong_to_their_words_return() {
        let cases = [
            ("Jean-\nPierre Abara", "JeanPierre Abara", "Jean-Pierre Abara"),
            ("Under-\nSecretary of State", "UnderSecretary of State", "Under-Secretary of State"),
            ("from 4-\n5 September", "from 45 September", "from 4-5 September"),
            ("No. NV-\n2017/105", "No. NV2017/105", "No. NV-2017/105"),
            ("45 rooms, from 4-\n5 June", "45 rooms, from 45 June", "45 rooms, from 4-5 June"),
            // Divided by the typesetter.
            ("the repre-\nsentative", "the representative", "the representative"),
            ("REPRE-\nSENTATIVE", "REPRESENTATIVE", "REPRESENTATIVE"),
            // The same compound stands undivided elsewhere.
            (
                "co-facilitator and co-\nfacilitator",
                "co-facilitator and cofacilitator",
                "co-facilitator and co-facilitator",
            ),
            ("the vice-\npresident", "the vicepresident", "the vice-president"),
            ("Бурунди-\nРуанда", "БурундиРуанда", "Бурунди-Руанда"),
            ("ends in -\nX", "ends in -X", "ends in -X"),
        ];
        for (raw, text, expected) in cases {
            assert_eq!(restored(text.to_owned(), raw), expected, "{raw:?}");
        }
    }
}
