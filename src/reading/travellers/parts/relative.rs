//! What a relative clause behind a name says of who pays: "Monsieur A, Conseiller technique, dont les frais sont à la charge
//! du budget de l'Etat, ainsi que Madame B", "together with Ms. C, whose ticket is paid by IOM".

use std::sync::LazyLock;

use crate::reading::sought::Sought;
use crate::reading::travellers::{Candidate, Part};
use crate::reading::words::fold;

/// Bytes behind a name in which its clause begins.
const REACH: usize = 320;
/// Turns by which such a clause begins; folded.
static BEGINS: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        " whose | dont | cuyo | cuya | cuyos | cuyas | cujo | cuja | cujas |расходы котор|проезд котор|участие котор| чьи | чеи |\
    الذي تتحمل|التي تتحمل|الذي ستتحمل|التي ستتحمل|الذي يتحمل|التي يتحمل|الذي سيتحمل|التي سيتحمل|其费用|其旅费|其差旅|其机票|其一切费用|\
    其全部费用|其往返",
    )
});
/// What is paid.
static COSTS: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        "ticket|fare|travel|journey|trip|cost|expense|hotel|subsistence|allowance|particip|frais|billet|voyage|deplacement|sejour|\
    depense|gasto|pasaje|boleto|viaje|viatico|estancia|costo|despesa|passagem|viagem|расход|проезд|участи|билет|نفقات|تكاليف|سفر|تذكرة|\
    费|机票",
    )
});
/// That somebody does.
static PAYS: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        " paid by| met by| met from| borne by| covered by| funded by| financed by| sponsored by| taken care of by| defrayed by|\
    at the expense of| is paid | are paid | has been paid | have been paid | a la charge d| pris en charge par| prise en charge par|\
    prises en charge par| assures par| assure par| finances par| finance par| supporte| payes par| regles par| a cargo d| corren por|\
    corre por| corre a| corren a| sufraga| costea| cubre| cubiert| financiad| pagad| assume| suportad| custead|несет|оплачива|покрыва|\
    за счет|финансир|تتحمل|ستتحمل|يتحمل|سيتحمل|على نفقة|على حساب|承担|负担|支付|资助",
    )
});
/// Where one of these stands the fund may be meant, or that nobody pays: no clause says it alone.
static ELSE: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        " fund | fund's | fonds | fondo | fundo |trust| request| seek| sought| ask| sollicit| demand| solicit| pide| ruega|фонд|прос|\
    الصندوق|صندوق|تطلب|ترجو|تلتمس|基金|请| not | no | ne | n'| pas | non |не |لا |未|不",
    )
});

/// Whom another pays, where a relative clause says it right behind the name.
pub(in crate::reading::travellers) fn paid(text: &str, all: &mut [Candidate]) {
    for k in 0..all.len() {
        let next = all.get(k + 1).map_or(text.len(), |one| one.start);
        let Some(one) = all.get_mut(k) else { continue };
        let from = one.name.end;
        let to = text.floor_char_boundary(next.min(from + REACH)).max(from);
        let behind = text.get(from..to).unwrap_or_default().split("\n\n").next().unwrap_or_default();
        if one.told.is_none()
            && matches!(one.part, Part::Mentioned | Part::Nominated | Part::Own)
            && says(behind)
        {
            (one.part, one.told, one.weak) = (Part::Own, Some(Part::Own), false);
        }
    }
}

/// Whether the first relative clause of `behind` says that somebody else pays.
fn says(behind: &str) -> bool {
    let folded = format!(" {} ", fold(&behind.split_whitespace().collect::<Vec<_>>().join(" ")));
    let Some(at) = BEGINS.first_in(&folded) else { return false };
    // A sentence that ended before is another's.
    if folded.get(..at).is_some_and(|before| before.contains(". ") || before.contains('。')) {
        return false;
    }
    let clause = folded.get(at..).unwrap_or_default();
    let clause = clause.split([',', ';', '.', '(', '，', '。', '；', '،', '؛']).next().unwrap_or_default();
    let clause = format!("{clause} ");
    let Some(paid) = PAYS.first_in(&clause) else { return false };
    // "... is paid by IOM and for whom nothing is asked from the Fund": that somebody pays is said by then.
    let rest = clause.get(paid..).unwrap_or_default();
    let goes_on = [" and ", " et ", " y ", " и "].iter().filter_map(|and| rest.find(and)).min();
    let said = clause.get(..goes_on.map_or(clause.len(), |at| paid + at)).unwrap_or_default();
    COSTS.is_in(said) && !ELSE.is_in(said)
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn who_pays_is_said_in_the_clause_behind_the_name() {
        for (behind, wanted) in [
            (", Conseiller technique, dont les frais sont à la charge du budget de l'Etat, ainsi que ", true),
            (
                ", Gender Adviser in the same Ministry, whose ticket and hotel are already paid by the IOM office",
                true,
            ),
            (", asesor legal de la misma Secretaría de Estado cuyo pasaje sufraga la OIM, a la cuarta", true),
            (", whose ticket is paid by the IOM office and for whom nothing is asked from the Fund.", true),
            ("，其费用由外交部承担；同行的还有", true),
            (", расходы которого несет министерство, а также", true),
            (", whose travel the Mission requests the Fund to cover", false),
            (", whose passport is attached", false),
            (", dont le Fonds voudra bien prendre en charge les frais", false),
            (", whose expenses are not covered by the Government", false),
            (", Director. The Mission thanks the Fund, whose costs are met by donors", false),
        ] {
            assert_eq!(says(behind), wanted, "{behind}");
        }
    }
}
