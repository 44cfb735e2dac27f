//! The lines by which two texts differ.

/// `- ` lines that only `before` has and `+ ` lines that only `after` has, in order, by their longest common
/// subsequence. Empty for equal texts.
pub(super) fn lines(before: &[String], after: &[String]) -> Vec<String> {
    let same = |(a, b): &(&String, &String)| a == b;
    let front = before.iter().zip(after).take_while(same).count();
    let left = before.len().min(after.len()) - front;
    let back = before.iter().rev().zip(after.iter().rev()).take(left).take_while(same).count();
    let before = before.get(front..before.len() - back).unwrap_or_default();
    let after = after.get(front..after.len() - back).unwrap_or_default();
    // lengths[i][j]: common lines of before[i..] and after[j..].
    let mut lengths = vec![vec![0_u32; after.len() + 1]; before.len() + 1];
    for (i, old) in before.iter().enumerate().rev() {
        for (j, new) in after.iter().enumerate().rev() {
            let longest = if old == new {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = longest;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    loop {
        match (before.get(i), after.get(j)) {
            (Some(old), Some(new)) if old == new => (i, j) = (i + 1, j + 1),
            (Some(old), new) if new.is_none() || at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) => {
                found.push(format!("- {old}"));
                i += 1;
            }
            (_, Some(new)) => {
                found.push(format!("+ {new}"));
                j += 1;
            }
            _ => return found,
        }
    }
}

fn at(lengths: &[Vec<u32>], i: usize, j: usize) -> u32 {
    lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    fn diff(before: &str, after: &str) -> String {
        let lines =
            |text: &str| text.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        super::lines(&lines(before), &lines(after)).join(" ")
    }

    #[test]
    fn only_what_differs_is_told() {
        for (before, after, expected) in [
            ("a b c", "a b c", ""),
            ("a b c", "a x c", "- b + x"),
            ("", "a", "+ a"),
            ("a a", "a", "- a"),
            ("a b c d", "b d e", "- a - c + e"),
            ("x y", "y x", "- x + x"),
        ] {
            assert_eq!(diff(before, after), expected, "{before} -> {after}");
        }
    }
}
