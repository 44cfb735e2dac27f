//! Lines that a machine or a registry put on the page: the head line of a fax, the day of a dater. Their dates and numbers
//! are not the letter's.

/// Words of a line that has a date, at most.
const LINE: usize = 9;
/// Lines from the top among which a fax prints its own.
const HEAD: usize = 3;
const MONTHS: [&str; 14] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC", "AVR"];

/// Which of the `lines` of a page are none of these.
pub fn kept(lines: &[String]) -> Vec<bool> {
    let dated = lines.iter().any(|line| !is_dater(line) && is_dateline(line));
    // Where a page has no other date, the dater's is better than none, and a person will see it.
    let is_mark =
        |(number, line): (usize, &String)| number < HEAD && is_fax_head(line) || dated && is_dater(line);
    lines.iter().enumerate().map(|line| !is_mark(line)).collect()
}

/// `09/08/2017  14:53   +1 212 555 0125   MISSION   PAGE 01/01`, or a half of it.
fn is_fax_head(line: &str) -> bool {
    let time = |word: &str| {
        let parts = word.split_once(':').filter(|(h, m)| (1..=2).contains(&h.len()) && m.len() == 2);
        parts.is_some_and(|(h, m)| h.chars().chain(m.chars()).all(|c| c.is_ascii_digit()))
    };
    let slashes = |word: &str, parts: usize| {
        let mut found = word.split(['/', '.', '-']);
        let all = found.clone().count() == parts;
        all && found.all(|p| !p.is_empty() && p.len() <= 4 && p.chars().all(|c| c.is_ascii_digit()))
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    let dated = words.iter().any(|w| slashes(w, 3)) && words.iter().any(|w| time(w));
    const PAGE: [&str; 5] = ["PAGE", "Page", "PAG.", "P.", "ST."];
    let paged = words.windows(2).any(|two| {
        two.first().is_some_and(|w| PAGE.contains(w)) && two.last().is_some_and(|w| slashes(w, 2))
    });
    let joined =
        words.iter().any(|w| PAGE.iter().any(|p| w.strip_prefix(p).is_some_and(|rest| slashes(rest, 2))));
    dated || paged || joined
}

/// `21 AUG 2017` and nothing else: set by a rubber stamp when the letter came in or went out.
fn is_dater(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (day, month, year) = (words.next(), words.next(), words.next());
    let number = |word: Option<&str>, from: usize, to: usize| {
        word.is_some_and(|w| (from..=to).contains(&w.len()) && w.chars().all(|c| c.is_ascii_digit()))
    };
    words.next().is_none()
        && number(day, 1, 2)
        && number(year, 4, 4)
        && month.is_some_and(|m| MONTHS.contains(&m.trim_end_matches('.')))
}

/// Whether `line` may be where the letter has its own date: a year, a day and a month in few words, and no number of a note or
/// sentence of its text.
fn is_dateline(line: &str) -> bool {
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let year = |word: &&&str| {
        word.len() == 4 && (word.starts_with("20") || word.starts_with("19")) && word.parse::<u16>().is_ok()
    };
    let day = |word: &&&str| (1..=2).contains(&word.len()) && word.parse::<u8>().is_ok();
    let month = |word: &&&str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
    let days = words.iter().filter(day).count();
    // "Migration (Marrakech, 10-11 December 2018).": the days of a meeting.
    words.len() <= LINE
        && !line.contains('(')
        && words.iter().any(|word| year(&word))
        && (days > 1 || days > 0 && !line.contains('/') && words.iter().any(|word| month(&word)))
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn the_head_of_a_fax_and_the_day_of_a_dater_are_no_part_of_a_letter() {
        let left = |text: &str| {
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let kept = kept(&lines);
            lines.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(line, _)| line).collect::<Vec<_>>()
        };
        for head in [
            "09/08/2017 14:53\n+1 212 555 0125 MISSION PAGE 01/61",
            "09/08/2017 14:53 MISSION\nP.01/01",
            "09/08/2017 14:53 MISSION\nP. 01/01",
        ] {
            let page = format!("{head}\nEMBASSY\n12 August 2017\n21 AUG 2017");
            assert_eq!(left(&page), ["EMBASSY", "12 August 2017"]);
        }
        for same in [
            "EMBASSY\n21 AUG 2017",
            "Date: 21 AUG 2017",
            "the round of 4-5 September 2017 at Vienna, as the note has it\n21 AUG 2017",
            "(Marrakech, 10-11 December 2018).\n21 AUG 2018",
            "Note 12/2017\nA\nB\n9/8/2017 at 10:00",
        ] {
            assert_eq!(left(same), same.lines().collect::<Vec<_>>());
        }
    }
}
