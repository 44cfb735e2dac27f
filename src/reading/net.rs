//! A small network that weighs clues: each adds its row to a layer of hidden units, those above nothing speak for what is to
//! be told. It sees what a sum of weights cannot, that two clues mean something together: "no more available" beside "stands
//! as it is".
//!
//! Networks are learned by `tests/corpus/learn.py` and kept as text: the units, what they are worth, and a line for each
//! clue with its name. A clue without a line is worth nothing.

/// A network with the names of its clues, in their order.
pub(super) struct Net {
    /// What one step of a row means for each hidden unit, and what the unit has before anything is known.
    steps: Vec<f32>,
    bias: Vec<f32>,
    /// For each thing to be told what it has before anything is known, and what each hidden unit is worth for it.
    told: Vec<(f32, Vec<f32>)>,
    names: Vec<&'static str>,
    /// The steps of each clue, one a hidden unit.
    rows: Vec<i8>,
}

/// The hidden units of one case.
pub(super) struct Units(Vec<f32>);

impl Net {
    /// From its text: a line of `steps`, one of `bias`, one of each thing to be `told` with its name, then a line a clue,
    /// its name behind two hexadecimal digits a unit. What is not of this form is left out.
    pub(super) fn of(text: &'static str) -> Self {
        let mut net = Self {
            steps: Vec::new(),
            bias: Vec::new(),
            told: Vec::new(),
            names: Vec::new(),
            rows: Vec::new(),
        };
        let numbers = |line: &str| line.split(' ').filter_map(|n| n.parse().ok()).collect::<Vec<f32>>();
        let mut clues: Vec<(&'static str, &'static str)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(' ') {
                Some(("steps", rest)) => net.steps = numbers(rest),
                Some(("bias", rest)) => net.bias = numbers(rest),
                Some(("told", rest)) => {
                    let mut worth = numbers(rest);
                    let own = if worth.is_empty() { 0.0 } else { worth.remove(0) };
                    net.told.push((own, worth));
                }
                Some((row, name)) => clues.push((name, row)),
                None => {}
            }
        }
        clues.sort_unstable();
        for (name, row) in clues {
            let digits = row.as_bytes().chunks_exact(2);
            let step = |two: &[u8]| Some((nibble(*two.first()?)? << 4 | nibble(*two.last()?)?).cast_signed());
            let steps: Vec<i8> = digits.filter_map(step).collect();
            if steps.len() == net.steps.len() {
                net.names.push(name);
                net.rows.extend(steps);
            }
        }
        net
    }

    /// The row of a clue.
    pub(super) fn row(&self, name: &str) -> Option<usize> {
        self.names.binary_search(&name).ok()
    }

    /// The names of its clues, in the order of their rows.
    pub(super) fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// What the hidden units make of clues with their values, by their rows.
    pub(super) fn units(&self, clues: impl Iterator<Item = (usize, f32)>) -> Units {
        let mut sums = vec![0.0_f32; self.steps.len()];
        for (row, value) in clues {
            let steps = self.steps_of(row);
            sums.iter_mut().zip(steps).for_each(|(sum, step)| *sum += value * f32::from(*step));
        }
        let each = sums.into_iter().zip(&self.steps).zip(&self.bias);
        Units(each.map(|((sum, step), bias)| (sum * step + bias).max(0.0)).collect())
    }

    fn steps_of(&self, row: usize) -> &[i8] {
        let width = self.steps.len();
        self.rows.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    /// What the units say for each thing to be told.
    pub(super) fn sums(&self, units: &Units) -> impl Iterator<Item = f32> {
        self.told.iter().map(|(own, worth)| own + worth.iter().zip(&units.0).map(|(w, u)| w * u).sum::<f32>())
    }

    /// What one step of each clue's row is worth for one thing to be told, as the units stand.
    pub(super) fn towards(&self, units: &Units, told: usize) -> Vec<f32> {
        let Some((_, worth)) = self.told.get(told) else { return Vec::new() };
        let open = worth.iter().zip(&self.steps).zip(&units.0);
        open.map(|((worth, step), unit)| if *unit > 0.0 { worth * step } else { 0.0 }).collect()
    }

    /// What a clue is worth [`towards`](Self::towards) something: all clues together, times their values, are what is
    /// told, but for what was there before anything was known.
    pub(super) fn worth(&self, towards: &[f32], row: usize) -> f32 {
        self.steps_of(row).iter().zip(towards).map(|(step, worth)| f32::from(*step) * worth).sum()
    }
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clues_may_mean_together_what_neither_means() {
        // One unit that only both together lift above nothing.
        let net = Net::of(
            "# a comment\nsteps 0.1\nbias -1.5\ntold something 0.25 2.0\n0a first\n0a second\nfe third\n",
        );
        let told = |names: &[&str]| {
            let clues = names.iter().filter_map(|n| net.row(n)).map(|row| (row, 1.0));
            net.sums(&net.units(clues)).next()
        };
        assert_eq!(told(&["first"]), Some(0.25));
        assert_eq!(told(&["first", "second"]), Some(1.25));
        assert_eq!(told(&["first", "second", "nobody"]), Some(1.25));
        let units = net.units([(0, 1.0), (1, 1.0), (2, 1.0)].into_iter());
        let towards = net.towards(&units, 0);
        let worth = |name: &str| net.row(name).map(|row| net.worth(&towards, row) * 5.0);
        assert_eq!(["first", "third"].map(worth), [Some(10.0), Some(-2.0)]);
    }
}
