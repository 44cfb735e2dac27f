//! Words by which a sentence shows what it has to do with a meeting. `*` stands for any ending.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::ordinals::MEETINGS;

/// What words are signs of; several words together carry the union.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u8);

impl Signs {
    /// A meeting.
    pub const MEETING: Self = Self(1);
    /// The note does something about a meeting.
    pub const DOING: Self = Self(1 << 1);
    /// It does so by asking.
    pub const ASKING: Self = Self(1 << 2);
    /// A meeting is over.
    pub const PAST: Self = Self(1 << 3);
    /// What is done was done at an earlier meeting.
    pub const RECALLING: Self = Self(1 << 4);
    /// A date behind it is another than that of a meeting.
    pub const OTHER_DATE: Self = Self(1 << 5);
    /// A date behind it is that of a meeting.
    pub const HELD: Self = Self(1 << 6);
    /// A Chinese word that counts: "第五次".
    pub const COUNTED: Self = Self(1 << 7);

    /// What a folded word is a sign of.
    pub(super) fn of(word: &str) -> Self {
        SIGNS.of_word(word).fold(Self::default(), Self::and)
    }

    /// Whether one of `others` is among them.
    pub(super) fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static SIGNS: LazyLock<Lexicon<Signs>> = LazyLock::new(|| {
    Lexicon::of([
        (Signs::MEETING, MEETINGS),
        (Signs::DOING, DOING),
        (Signs::ASKING, "request* solicit* demand*"),
        (Signs::PAST, PAST),
        (Signs::RECALLING, "attended participated recalls recalling rappelle recuerda participo asistio"),
        (Signs::OTHER_DATE, OTHER_DATES),
        (Signs::HELD, "held tiendra celebrara place"),
        (Signs::COUNTED, "次"),
    ])
});

/// Words by which a note does something about a meeting.
const DOING: &str = "request* support* participa* attend* nominat* nomine* designat* represent* assist* fund* financ* sponsor* \
    delegat* withdraw* replac* substitut* cancel* instead* travel* solicit* demand* prise* charge* appui* \
    soutien* assister* retir* remplac* design* voyage* annul* apoy* asist* retira* reemplaz* sustitu* sufrag* \
    viaje* postul* propon* propos* candidat* просит* участ* поддерж* направ* назнач* делег* отзыва* замен* طلب* \
    مشارك* للمشارك* حضور* ترشيح* دعم* 请* 派* 申* cover* ticket* seek* sought airfare* billet* pasaje* prendre sollicit* \
    оплат* содеиств* принять прием* تغطي* سفر* لسفر* تذكر* تكاليف* apoio* passagem passagens nomea* enable* nombr* intervenir bittet bitten teilnahme reisekosten";

/// Words that say that a meeting is over.
const PAST: &str = "attended participated previous previously past earlier recalls recall recalling took thanks grateful was \
    were rappelle precedente precedent participe remercie derniere anterior pasada participo agradece recuerda \
    passee";

/// Words before a date that make it another date than that of a meeting.
const OTHER_DATES: &str = "dated letter note circular invitation deadline later before birth born dob passport issued issue expiry \
    expires valid validity depart departs departing departure arrive arriving arrival return returning date \
    lettre circulaire avant ne nee naissance passeport valable expire arrivee retour delivre carta fecha antes \
    nacido nacida nacimiento pasaporte expedido salida llegada regreso resolution resolucion ref submitted";
