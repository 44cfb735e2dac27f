//! What the head of a column, the row or the label before a name tells of the person: "Nominee | Alternate", "Au lieu de |
//! Lire", a remark "reserve, should the first be prevented", "候补人选：".

use std::sync::LazyLock;

use crate::reading::travellers::forms::cells;
use crate::reading::travellers::parts::funded::{Says, remark};
use crate::reading::travellers::{Candidate, Part};
use crate::reading::words::fold;

/// Lines above a person that may belong to one table.
const ROWS: usize = 30;
/// A head or a label is no longer.
const HEAD: usize = 90;

/// What heads the column of those who come, of those who go, and of those who travel only if another cannot.
static HEADS: LazyLock<Vec<(Part, String)>> = LazyLock::new(|| {
    let lists = [
        (
            Part::Gone,
            "au lieu de\ninstead of\nin lieu of\nen lugar de\nen vez de\ndonde dice\ndice\nreads\nas it reads\nwas\nprevious\npreviously\n\
             former\noriginal\noriginally\nreplaced\noutgoing\nold\nformerly\nearlier\nremplace\nremplacee\nancien\nancienne\nprecedent\n\
             precedente\ninitial\ninitiale\ninitialement\nsortant\nsustituido\nsustituida\nreemplazado\nreemplazada\nanterior\n\
             anteriormente\nsaliente\nвместо\nранее\nпрежнии\nпрежняя\nбыло\nбывшии\nзаменяемыи\nبدلا من\nالسابق\nالسابقة\nالاصلي\nكان\nas given\nas submitted\nas sent\nas stated\nas printed\nincorrect\nincorrectly\nerroneous\nerrone\nerronee\n\
             incorrecto\nerroneo\nошибочно\nневерно\nخطا\n原\n原定\n原名单\n有误",
        ),
        (
            Part::Successor,
            "lire\nread\nshould read\nto read\nto be read\ndebe decir\nlease\ndebe leerse\nnew\nnow\nreplacement\nreplacing\nincoming\ncorrected\n\
             amended\nrevised\ndesormais\nnouveau\nnouvelle\nremplacant\nremplacante\ncorrige\ncorrigee\nnuevo\nnueva\nactual\nreemplazante\n\
             sustituto\nsustituta\ncorregido\ncorregida\nentrante\nновыи\nновая\nчитать\nследует читать\nстало\nзаменяющии\nالجديد\nالجديدة\nيقرا\n\
             تقرا\nالصحيح\nالبديل\ncorrect\ncorrectly\ncorrection\ncorrecte\ncorrecto\nправильно\nверно\n更正\n改为\n现\n应为\n新\n新名单",
        ),
        (
            Part::Alternate,
            "alternate\nalternates\nreserve\nstand by\nsuppleant\nsuppleante\nsuplente\nalterno\nalterna\nreserva\nзапаснои\nзапасная\nрезерв\n\
             резервныи\nрезервная\nالاحتياطي\nالاحتياطية\nالاحتياط\nاحتياطي\nاحتياطية\n候补\n备选\n替补",
        ),
        (
            Part::Nominated,
            "nominee\nprincipal\nmain\nprimary\ntitulaire\ntitular\nprincipale\nfirst choice\nосновнои\nосновная\nالاساسي\nالاساسية\nاساسي\n\
             اساسية\nالاصيل\n正选\n首选\n第一人选",
        ),
    ];
    let phrases = lists
        .into_iter()
        .flat_map(|(part, list)| list.split('\n').map(move |phrase| (part, fold(phrase.trim()))));
    phrases.collect()
});

/// The part that a head, a label or a remark tells, by its first words that do.
fn told(words: &str) -> Option<Part> {
    let folded = fold(words.trim());
    if folded.is_empty() || folded.chars().count() > HEAD {
        return None;
    }
    let all: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let is = |phrase: &str| HEADS.iter().find(|(_, known)| known == phrase).map(|(part, _)| *part);
    // Chinese parts no words.
    let within = || HEADS.iter().find(|(_, known)| known.chars().all(is_han) && folded.starts_with(known));
    (0..all.len())
        .flat_map(|at| (1..=3).rev().map(move |long| (at, at + long)))
        .find_map(|(from, to)| all.get(from..to).and_then(|some| is(&some.join(" "))))
        .or_else(|| within().map(|(part, _)| *part))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// A line of a text, from its first byte.
struct Line<'t> {
    start: usize,
    cells: Vec<(usize, &'t str)>,
}

/// The lines of the table about a place, from its head to the line of the place, and the cell of the place there.
fn table(text: &str, at: usize) -> Option<(Vec<Line<'_>>, usize)> {
    let start = text.get(..at)?.rfind(['\n', '\u{c}']).map_or(0, |n| n + 1);
    let line = |start: usize| {
        let line = text.get(start..).unwrap_or_default().split(['\n', '\u{c}']).next().unwrap_or_default();
        line.contains(['|', '\t']).then(|| Line { start, cells: cells(line) })
    };
    let mut rows = vec![line(start)?];
    let mut above = start;
    while rows.len() < ROWS
        && let Some(end) = above.checked_sub(1)
        && text.get(end..above) == Some("\n")
    {
        above = text.get(..end)?.rfind(['\n', '\u{c}']).map_or(0, |n| n + 1);
        let Some(line) = line(above) else { break };
        rows.push(line);
    }
    rows.reverse();
    let own = rows.last()?;
    let cell = own.cells.iter().rposition(|(offset, _)| own.start + offset <= at)?;
    Some((rows, cell))
}

/// Notes of each person what the table or the label tells.
pub(in crate::reading::travellers) fn columns(text: &str, all: &mut [Candidate]) {
    let mut found: Vec<(usize, Part)> = Vec::new();
    for (place, one) in all.iter().enumerate() {
        let Some((rows, cell)) = table(text, one.name.start) else {
            found.extend(label(text, one).filter(|_| place > 0).map(|part| (place, part)));
            continue;
        };
        let wide = rows.last().map_or(0, |row| row.cells.len());
        // The corner of a table with heads above and before is blank, and no cell.
        let cornered = |row: &Line| {
            row.cells.len() + 1 == wide
                && text.get(row.start..).is_some_and(|t| t.starts_with([' ', '|', '\t']))
        };
        let fits = |row: &&Line| wide > 1 && (row.cells.len() == wide || cornered(row));
        let head = rows.first().filter(|row| rows.len() > 1 && fits(row));
        // A person in the head: these are no heads.
        let head = head.filter(|row| {
            let within = |c: &Candidate| text.get(row.start..c.name.start).is_some_and(|t| !t.contains('\n'));
            !all.iter().filter(|c| c.name.start >= row.start).any(within)
        });
        let of_column = head.and_then(|row| {
            let at = if cornered(row) { cell.checked_sub(1)? } else { cell };
            row.cells.get(at).and_then(|(_, head)| told(head))
        });
        let of_row = || {
            let row = rows.last()?;
            let others = row.cells.iter().enumerate().filter(|(k, _)| *k != cell);
            others.map(|(_, (_, words))| words.trim()).find_map(|words| match remark(words) {
                Some(Says::Reserve) => Some(Part::Alternate),
                _ => None,
            })
        };
        found.extend(of_column.or_else(of_row).map(|part| (place, part)));
    }
    // One head or label alone tells nothing of who else there is, but that somebody is gone or waits.
    let has = |wanted: Part| found.iter().any(|(_, part)| *part == wanted);
    let exchanged = has(Part::Gone) && has(Part::Successor);
    for (place, part) in &found {
        let counts = match part {
            Part::Gone | Part::Successor => exchanged,
            Part::Nominated => has(Part::Alternate),
            _ => true,
        };
        if let Some(one) = all.get_mut(*place).filter(|_| counts) {
            (one.part, one.told, one.weak) = (*part, Some(*part), false);
            one.marked = true;
        }
    }
}

/// What stands before a name on its line, closed by a colon.
fn label(text: &str, one: &Candidate) -> Option<Part> {
    let line = text.get(..one.start.min(one.name.start))?.rsplit(['\n', '\u{c}']).next()?;
    let label = line.trim_end().strip_suffix([':', '：'])?;
    let last = label.rsplit(['.', '。', '、', ')', '）', ',', ';']).next()?;
    match told(last)? {
        Part::Alternate => Some(Part::Alternate),
        _ => None,
    }
}
