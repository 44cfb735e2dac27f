//! Names of months.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

static MONTHS: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    let names = [
        "january jan gennaio janvier janv enero ene janeiro januar января январь январе يناير جانفي",
        "february feb febbraio fevrier fevr fev febrero fevereiro februar февраля февраль феврале فبراير شباط فيفري",
        "march mar mars marzo marco marz maerz марта март марте مارس آذار اذار",
        "april aprile apr avril avr abril abr апреля апрель апреле أبريل إبريل نيسان أفريل",
        "may maggio mai mayo maio мая май мае مايو أيار ماي مايس",
        "june jun giugno juin junio junho juni июня июнь июне يونيو يونيه حزيران جوان",
        "july jul luglio juillet juil julio julho juli июля июль июле يوليو يوليه تموز جويلية يوليوز",
        "august aug aout agosto ago августа август августе أغسطس آب أوت غشت أغشت",
        "september settembre sept sep septembre septiembre setiembre setembro сентября сентябрь сентябре سبتمبر أيلول شتنبر",
        "october ottobre oct octobre octubre outubro oktober okt октября октябрь октябре أكتوبر",
        "november nov novembre noviembre novembro ноября ноябрь ноябре نوفمبر نونبر",
        "december dicembre dec decembre diciembre dic dezembro dezember dez декабря декабрь декабре ديسمبر دجنبر",
    ];
    Lexicon::of((1..).zip(names))
});

/// The month that the words at `at` name, and how many they are ("تشرين الأول" is two, "أيلول/سبتمبر" three).
pub(super) fn month_at(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let word = words.get(at).filter(|w| w.sort == Sort::Letters)?;
    let next = words.get(at + 1).map(|w| w.folded);
    let (month, mut len) = match (word.folded, next) {
        ("تشرين", Some("الاول")) => (10, 2),
        ("تشرين", Some("الثاني")) => (11, 2),
        ("كانون", Some("الاول")) => (12, 2),
        ("كانون", Some("الثاني")) => (1, 2),
        (name, _) => (MONTHS.get(name)?, 1),
    };
    if words.get(at + len).is_some_and(|w| w.is_sign('/'))
        && words.get(at + len + 1).and_then(|w| MONTHS.get(w.folded)) == Some(month)
    {
        len += 2;
    }
    if words.get(at + len).is_some_and(|w| w.is_sign('.') && !w.spaced) && word.folded.chars().count() <= 5 {
        len += 1;
    }
    Some((month, len))
}
