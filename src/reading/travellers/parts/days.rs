//! Turns that speak of days and not of persons: "llegarán el 7 en lugar del domingo 8", "el día adicional por su cuenta".

use std::sync::LazyLock;

use crate::reading::sought::Sought;
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::words::fold;

/// Bytes before "at his own expense" within which the extra days are named.
const NEAR: usize = 60;

/// Weekdays and months, as they begin in the six languages, and words before a day.
const DAYS: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\
    lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|jour|day|понедельник*|вторник*|сред*|четверг*|пятниц*|\
    суббот*|воскресен*|дня|يوم|يومي|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت|الاحد|星期|周";
/// What is beside the journey that is asked for.
static BESIDE: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        "additional|extra|further night|supplementaire|adicional|extraordinari|дополнительн|лишн|اضافي|الاضافي|\
    اضافية|الاضافية|额外|多出",
    )
});
/// Who else it may speak of: "an additional delegate at his own expense".
static PERSONS: LazyLock<Sought> = LazyLock::new(|| {
    Sought::of(
        "delegat|member|person|official|expert|participant|membre|fonctionnaire|miembro|funcionari|participante|\
    делегат|член|эксперт|مندوب|عضو|代表|人员",
    )
});

/// Whether a turn replaces days, or says who pays for more of them than are asked for.
pub(in crate::reading::travellers) fn is_of_days(text: &str, turn: &Found) -> bool {
    let Mark::Cue(cue) = turn.mark else { return false };
    match cue {
        Cue::Replaced | Cue::InPlace => {
            let behind = text.get(turn.end..).unwrap_or_default().trim_start_matches([' ', '\n', '\u{a0}']);
            let behind = ["the ", "du ", "del ", "el ", "le ", "on ", "le "]
                .iter()
                .find_map(|lead| behind.strip_prefix(lead))
                .unwrap_or(behind);
            let word = behind.split([' ', '\n', ',', '.']).next().unwrap_or_default();
            let folded = fold(word);
            let day = DAYS.split('|').any(|d| match d.strip_suffix('*') {
                Some(stem) => folded.starts_with(stem),
                None => folded == d,
            });
            day || word.starts_with(|c: char| c.is_numeric())
        }
        Cue::Own | Cue::Borne => {
            let from = text.floor_char_boundary(turn.start.saturating_sub(NEAR));
            let near = text.get(from..turn.start).unwrap_or_default();
            let clause = fold(near.rsplit(['.', ';', '。', '،', '，']).next().unwrap_or_default());
            BESIDE.is_in(&clause) && !PERSONS.is_in(&clause)
        }
        _ => false,
    }
}
