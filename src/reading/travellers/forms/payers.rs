//! Who pays, where a column or a remark tells.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::fold;

/// What stands in a column of payers, and whether it is the fund.
static PAYERS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    Lexicon::of([
        (
            false,
            "no non none nil ninguno ninguna aucun aucune government gouvernement gobierno governo ministry ministere ministerio own \
             self state etat estado national nationale nacional mission mision propio propios propres not iom oim budget presupuesto \
             proprio propia propias iop host nao autofinance autofinancee embassy ambassade embajada нет правительство министерство бюджет мом \
             الحكومة حكومة الوزارة وزارة الدولة الجهة المنظمة منظمة ذاتي لا",
        ),
        (
            true,
            "yes oui si sponsored sponsorship solicited support supported appui apoyo sim fund fonds fondo fundo trust tf vtf un onu \
             requested sought demande sollicite solicitado solicitada да фонд الصندوق صندوق نعم",
        ),
    ])
});

/// Whether the fund pays, by what stands in a column of payers.
pub(in crate::reading::travellers) fn fund_pays(value: &str) -> Option<bool> {
    let folded = fold(value.trim());
    let said = |wanted: bool| {
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.any(|w| PAYERS.of_word(w).any(|pays| pays == wanted))
    };
    // Chinese parts no words.
    let says = |list: &[&str]| list.iter().any(|w| folded.contains(w));
    if said(false) || says(&["否", "无", "政府", "自费", "派出单位"]) {
        return Some(false);
    }
    (said(true) || says(&["是", "基金"])).then_some(true)
}
