//! Labels that ask for somebody who does not travel: to be contacted, signing, or in another's place.

use std::sync::LazyLock;

use crate::reading::travellers::forms::labels::{Label, Word, is};
use crate::reading::words::fold;

/// Who does not travel.
const OTHERS: &str = "contact|contacto|contact person|focal point|point focal|punto focal|ponto focal|personne a contacter|\
 personne de contact|persona de contacto|pessoa de contacto|desk officer|responsable en la mision|responsable administrativa|responsable administrativo|emergency|urgence|emergencia|signed|\
 signed by|signatory|signataire|signature|firmado|firma|submitted by|prepared by|drafted by|\
 certified by|approved by|authorised by|authorized by|endorsed by|supervisor|superieur hierarchique|\
 next of kin|personne a prevenir|liaison|accompanying person|accompagnateur|acompanante|сопровождающий|مرافق|مرافقه|مرافقته|المرافق|ضابط الارتباط|ضابط الاتصال|جهة الاتصال|\
 enlace|interlocuteur|appuis anterieurs|appui anterieur|appuis precedents|previous support|previous assistance|earlier support|support for earlier|support received|apoyos anteriores|apoyo anterior|apoyos recibidos|apoyo recibido|ранее оказанная|предыдущая поддержка|دعم سابق|الدعم السابق|以往资助|此前资助|\
 correspondence|other delegates|other members|other participants|autres delegues|autres membres|otros delegados|otros miembros";

/// Kin by whom a person is told: their labels stand amid his own.
const KIN: &str =
    "father|mother|spouse|pere|mere|conjoint|padre|madre|conyuge|f/name|اسم الاب|اسم الام|имя отца|имя матери";

/// Labels of those who travel only if another cannot.
const ALTERNATES: &str = "alternate|alternates|alternate nominee|alternate delegate|reserve|suppleant|suppleante|suplente|reserva|запасной|\
запасная|резерв|الاحتياطي|الاحتياطية|الاحتياط|候补|备选";

/// The same, folded.
static FOLDED: LazyLock<Vec<(Label, String)>> = LazyLock::new(|| {
    let of = |label, list: &'static str| list.split('|').map(move |phrase| (label, fold(phrase)));
    of(Label::Other, OTHERS).chain(of(Label::Kin, KIN)).chain(of(Label::Alternate, ALTERNATES)).collect()
});

/// Every such label.
pub(super) fn phrases() -> impl Iterator<Item = &'static str> {
    OTHERS.split('|').chain(KIN.split('|')).chain(ALTERNATES.split('|'))
}

/// What a label asks for that asks for somebody who does not travel.
pub(super) fn asked(part: &str) -> Option<Label> {
    let part = part.trim();
    let first = part.split(|c: char| !c.is_alphanumeric() && c != '/').next().unwrap_or_default();
    let begins =
        |phrase: &str| part.strip_prefix(phrase).is_some_and(|r| !r.starts_with(char::is_alphanumeric));
    let known = || FOLDED.iter().find(|(_, phrase)| begins(phrase)).map(|(label, _)| *label);
    let within =
        || part.split([' ', '(']).any(|w| matches!(w, "contact" | "focal" | "emergency" | "signatory"));
    Some(first)
        .filter(|first| is(first, Word::Other))
        .and_then(|_| known())
        .or_else(|| within().then_some(Label::Other))
}
