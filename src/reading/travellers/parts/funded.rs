//! What each item of a list says of who pays: "- Mme A, juriste - à financer ;", "2. Mr. B (sponsored by Government)",
//! "sponsorship by the Trust Fund is kindly requested" on a line under the post; and which of them are reserves.

use std::sync::LazyLock;

use crate::reading::sentences::BULLETS;
use crate::reading::sought::Sought;
use crate::reading::travellers::{Candidate, Part, forms};
use crate::reading::words::fold;

/// Bytes behind a name that belong to its item at most.
const ITEM: usize = 420;
/// Letters that may stand before a title on the line of an item: its mark.
const MARK: usize = 1;
/// What parts the remark of an item from the post before it.
const SIGNS: [&str; 12] = ["(", " | ", ")", ";", "\n", " - ", " – ", " — ", ", ", "؛", "،", "："];

/// Whom the fund shall pay, whom another pays and who goes only if another cannot, where the items of one list say it.
pub(in crate::reading::travellers) fn items(text: &str, all: &mut [Candidate]) {
    let heads: Vec<usize> = (0..all.len()).filter(|k| all.get(*k).is_some_and(|c| begins(text, c))).collect();
    if heads.len() < 2 {
        return;
    }
    let told: Vec<(usize, Says)> = heads
        .iter()
        .enumerate()
        .filter_map(|(place, k)| {
            let from = all.get(*k)?.name.end;
            let next = heads.get(place + 1).and_then(|k| all.get(*k)).map_or(text.len(), |c| c.start);
            let to = text.floor_char_boundary(next.min(from + ITEM)).max(from);
            let item = text.get(from..to)?.split("\n\n").next()?;
            // "B. To be sponsored" heads the next.
            let end =
                item.match_indices('\n').find(|(at, _)| is_marked(item.get(at + 1..).unwrap_or_default()));
            let item = end.and_then(|(at, _)| item.get(..at)).unwrap_or(item);
            Some((*k, says(item)?))
        })
        .collect();
    let asked = told.iter().any(|(_, said)| *said == Says::Fund);
    for (k, said) in told {
        let Some(one) = all.get_mut(k) else { continue };
        let part = match said {
            Says::Fund => Part::Nominated,
            Says::Another => Part::Own,
            // Somebody who is not named pays: not the fund, where it is named for another.
            Says::Somebody if asked => Part::Own,
            Says::Somebody => continue,
            Says::Reserve => Part::Alternate,
        };
        if one.told.is_none()
            && matches!(
                one.part,
                Part::Mentioned | Part::Nominated | Part::Own | Part::Other | Part::Alternate
            )
        {
            (one.part, one.told, one.weak) = (part, Some(part), false);
        }
    }
}

/// Whether a line begins with the mark of an item.
fn is_marked(line: &str) -> bool {
    let mark = line.trim_start().split(' ').next().unwrap_or_default();
    mark.len() <= 5
        && (mark.ends_with(['.', ')']) || mark.ends_with(BULLETS))
        && !mark.starts_with(char::is_lowercase)
        || mark == "*"
}

/// A post without the remark behind it: "Assistante - à financer".
pub(in crate::reading::travellers) fn without_remark(post: &str) -> &str {
    let cut = SIGNS.iter().flat_map(|sign| post.match_indices(sign)).map(|(at, sign)| (at, at + sign.len()));
    let ends = |from: usize| {
        let rest = post.get(from..).unwrap_or_default();
        SIGNS.iter().filter_map(|sign| rest.find(sign)).min().map_or(post.len(), |at| from + at)
    };
    let told =
        cut.filter(|(_, from)| post.get(*from..ends(*from)).is_some_and(|r| remark(r.trim()).is_some()));
    told.map(|(at, _)| at).min().and_then(|at| post.get(..at)).map_or(post, str::trim_end)
}

/// What an item says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading::travellers) enum Says {
    Fund,
    Another,
    /// The costs are spoken of, and no payer that is known.
    Somebody,
    Reserve,
}

/// Whether somebody begins the line, behind its mark and his titles.
fn begins(text: &str, one: &Candidate) -> bool {
    let line =
        text.get(..one.start.min(one.name.start)).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    line.len() <= 24 && line.chars().filter(|c| c.is_alphabetic()).count() <= MARK
}

/// What the remarks of an item say; the post, which comes first, is none of them.
fn says(item: &str) -> Option<Says> {
    let mut parts = vec![item];
    for sign in SIGNS {
        parts = parts.into_iter().flat_map(|part| part.split(sign)).collect();
    }
    let remarked = item.trim_start().starts_with(['(', '-', '–', '—']);
    let remarks = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    remarks.skip(usize::from(!remarked)).find_map(remark)
}

/// With these words a remark speaks of costs; folded, between blanks.
static COSTS: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        " funded by| financed by| sponsored by| supported by| paid by| met by| borne by| covered by| sponsorship| funding| expense| \
    at the cost| costs | a cargo | con cargo | gastos | recursos de| con recursos| financiamiento| financiacion| financiad| prise en \
    charge| pris en charge| en charge | a la charge| aux frais| frais | financement| finance par| financee par| por cuenta| custos | \
    despesas | financiamento| за счет| оплат| финансир| на средства| على نفقة| على حساب| تمويل|自费|费用|资助|承担",
    )
});
/// And so it asks whoever reads for them.
static ASKED: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        " a financer | a prendre en charge| to be funded | to be financed | to be sponsored | to be paid | a financiar | a \
    sufragar | a ser financiad",
    )
});

/// What one remark says.
pub(in crate::reading::travellers) fn remark(part: &str) -> Option<Says> {
    const RESERVES: &str = "reserve|in reserve|alternate|suppleant|suppleante|en reserve|reserva|en reserva|suplente|резерв|в резерве|\
        запасной|запасная|احتياط|احتياطي|احتياطية|候补|备选";
    const NOMINEES: [&str; 9] = [
        "مرشحه ",
        "مرشحة ",
        "مرشح ",
        "candidate ",
        "candidat ",
        "candidata ",
        "candidato ",
        "nominee ",
        "кандидат ",
    ];
    if part.chars().count() > 120 {
        return None;
    }
    let folded = format!(" {} ", fold(part).trim_end_matches(['.', ':', ';']));
    // "Alternate, if the above is not able to travel"
    let conditional = |rest: &str| {
        [
            "if ",
            "only if",
            "in case",
            "should ",
            "au cas",
            "si ",
            "en caso",
            "solo ",
            "para el caso",
            "в случае",
            "في حال",
            "اذا",
        ]
        .iter()
        .any(|c| rest.trim_start_matches([',', ' ', '(']).starts_with(c))
    };
    // "مرشح احتياطي في حال", "candidat suppléant".
    let bare = folded.trim();
    let bare = NOMINEES.iter().find_map(|word| bare.strip_prefix(word)).map_or(bare, str::trim_start);
    let is_reserve =
        |word: &str| bare.strip_prefix(word).is_some_and(|rest| rest.is_empty() || conditional(rest));
    if RESERVES.split('|').any(is_reserve) {
        return Some(Says::Reserve);
    }
    // "à financer", "to be funded": by the one who is asked.
    if ASKED.is_in(&folded) {
        return Some(Says::Fund);
    }
    COSTS.is_in(&folded).then(|| match forms::fund_pays(part) {
        Some(true) => Says::Fund,
        Some(false) => Says::Another,
        None => Says::Somebody,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_of_items() {
        let cases = [
            (", Chief of Labour\nHead of Delegation - sponsored by Government of Kenya", Some(Says::Another)),
            (
                "\nDeputy Secretary, Ministry of Interior\nsponsorship by the Trust Fund is kindly requested",
                Some(Says::Fund),
            ),
            (", Directeur général - à financer ;", Some(Says::Fund)),
            (", Chargée de mission - en charge : Présidence de la République ;", Some(Says::Somebody)),
            (", Sous-directeur - en charge : OIM N'Djaména ;", Some(Says::Another)),
            (", Director Nacional (viaja con recursos de la DIGEMIG);", Some(Says::Somebody)),
            (", Jefa de Unidad (se solicita el financiamiento del Fondo);", Some(Says::Fund)),
            (", asesor (gastos a cargo de la OIM);", Some(Says::Another)),
            ("\nOfficer\n(reserve, would travel only in case No. 2 is prevented)", Some(Says::Reserve)),
            (", Director of the Fund for Roads", None),
            (", Directeur national du Budget", None),
        ];
        for (item, wanted) in cases {
            assert_eq!(says(item), wanted, "{item}");
        }
    }
}
