//! Words by which a sentence shows what it has to do with a meeting. `*` stands for any ending.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::ordinals::MEETINGS;

/// What words are signs of; several words together carry the union.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u16);

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

    /// An office of a State, which has a town of its own.
    pub const OFFICE: Self = Self(1 << 8);

    /// What a folded word is a sign of.
    pub(super) fn of(word: &str) -> Self {
        let signs = SIGNS.of_word(word).fold(Self::default(), Self::and);
        // "لاجتماع", "ورشحت": particles are written on in Arabic.
        if signs == Self::default() && word.starts_with(['و', 'ب', 'ل', 'ف', 'ك', 'س']) {
            let bare = |word: &str| SIGNS.of_word(word).fold(Self::default(), Self::and);
            let mut rest = word;
            for _ in 0..2 {
                let Some(shorter) = rest.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك', 'س']) else { break };
                let found = bare(shorter);
                if found != Self::default() {
                    return found;
                }
                rest = shorter;
            }
        }
        signs
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
        (Signs::MEETING, OCCASIONS),
        (Signs::DOING, DOING),
        (Signs::ASKING, "request* solicit* demand*"),
        (Signs::PAST, PAST),
        (
            Signs::RECALLING,
            "attended participated recalls recalling rappelle recuerda participo asistio assiste участвовал* присутствовал* شارك شاركت شاركوا حضر حضرت",
        ),
        (Signs::OTHER_DATE, OTHER_DATES),
        (
            Signs::HELD,
            "held tiendra tenir deroulera celebrara celebrarse celebra place scheduled convened prevue prevu prevista previsto состоится состоятся пройдет проходить намечен* запланирован* تعقد ستعقد سيعقد المقرر* عقده* انعقاد* المنعقد* 举 召",
        ),
        (Signs::COUNTED, "次"),
        (Signs::OFFICE, OFFICES),
    ])
});

/// Words by which a note does something about a meeting.
const DOING: &str = "request* support* participa* attend* nominat* nomine* designat* represent* assist* fund* financ* sponsor* \
    delegat* withdraw* replac* substitut* cancel* instead* travel* solicit* demand* prise* charge* appui* \
    soutien* assister* retir* remplac* design* voyage* annul* apoy* asist* retira* reemplaz* sustitu* sufrag* \
    viaje* postul* propon* propos* candidat* просит* участ* поддерж* направ* назнач* делег* отзыва* замен* طلب* \
    مشارك* للمشارك* حضور* ترشيح* دعم* 请* 請* 派* 申* 荐* 薦* cover* ticket* seek* sought airfare* billet* pasaje* prendre sollicit* \
    accredit* acredit* аккредит* confirm* выступ* представит кандидат* командир* откоманд* рекоменд* присутств* отзыв* отказ* покры* возмещ* \
    проезд* авиабилет* бюджет* финансир* компенс* возлож* отправ* едет поедет выезж* приед* приехать вылет* посет* \
    رشح* يرشح* نرشح* تسمي* اعتماد* اوفد* ايفاد* يوفد* ستوفد* توفد* يمثل* تمثيل* يحضر* ستحضر* سيحضر* يشارك* ستشارك* سيشارك* \
    انسحاب* سحب* استبدال* بديل* تمويل* يتكفل* تكفل* التكفل* تحمل* يتحمل* نفقات* النفقات* تذاكر* التذكرة منحة* يغطي* تغط* يسافر* السفر* التمس* \
    pay paying paid pays cost costs costed expense* expens* shoulder* defray* bear borne join* fly flies flying go goes going \
    come comes name named submit* submission select* accept* grant* seat* book* ticket* \
    payer paie paye frais depens* defray* financ* billet* rendra rendre assistera participera participer depute* deleguer deputation \
    desist* renunci* pagar paga gasto* costo* coste* costear vuelo* boleto* cupo* acudir acudira viaja* viajar* enviar envia mandar \
    concurr* integr* acompan* inscrib* inscri* inscrire \
    оплат* содеиств* принять прием* تغطي* سفر* لسفر* تذكر* تكاليف* apoio* passagem passagens nomea* enable* nombr* intervenir bittet bitten teilnahme reisekosten";

/// Words that say that a meeting is over.
const PAST: &str = "attended participated previous previously past earlier recalls recall recalling took thanks grateful was \
    were rappelle precedente precedent participe remercie derniere anterior pasada participo agradece recuerda \
    passee had already formerly avait etait fut avaient deja ya habia fue habian antes был* ранее прежн* предыдущ* уже كان كانت سبق السابق* 曾 此前 先";

/// Words before a date that make it another date than that of a meeting.
const OTHER_DATES: &str = "تصل ستصل يصل سيصل تغادر ستغادر يغادر سيغادر تعود ستعود يعود سيعود arrivera arriverait arriveraient repartira \
    repartirait regagnera regagnerait llegara llegaria llegarian arribara arribaria retornaria leave leaves leaving departing stay stays staying partira partirait partiria quittera quitter rentrera rentrer sejournera saldra saldria viajara viajaria permanecera permaneceria dated letter note circular invitation deadline later before birth born dob until till jusqu hasta approved approval granted election* elections poll polls scrutin accord accorde accordee approuve approuvee elecciones eleccion aprobado aprobada concedido concedida passport issued issue expiry \
    expires valid validity depart departs departing departure arrive arriving arrival return returning date \
    lettre circulaire avant ne nee naissance passeport valable expire arrivee retour delivre carta fecha antes \
    nacido nacida nacimiento pasaporte expedido salida llegada regreso retorn* regres* resolution resolucion ref submitted wrote written \
    email mail message adopted signed founded decree telephone call conversation reply earlier last past elapsed closing close \
    closes closed courriel message adoptee signee ecrit ecrite emis emise delivree cloture limite echeance dernier pasado \
    oficio correo mensaje emitido plazo limite cierre vence vencimiento departed arrived \
    одобрен* согласован* выбор* нот* письм* циркуляр* датирован* срок* рождени* родил* паспорт* выдан* действит* вылет* прилет* прибы* отъезд* убыт* истек* \
    заявк* заявлени* телефонн* сообщени* резолюци* состоявш* прошл* принимаются принимает подать крайни* \
    انتخاب* الانتخاب* الموافق* بتاريخ المورخ* مورخ* تاريخ* مذكرت* المذكره الرساله رسال* التعميم تعميم* موعد* اقصاه قبل ولد مولود* صادر* صدر* صالح* جواز* وصول* مغادر* \
    المغادره الوصول عوده* العوده الماضي المنصرم قرار* ينتهي انقضاء \
    carta mensagem ate nascido nascida passaporte geburt* ausgestellt gultig schreiben \
    截 抵 返 离 離 签 簽 函";

/// Offices of a State and their staff.
const OFFICES: &str = "mission* misio* missao embassy embassies ambassade* embajad* embaixada consul* ambassador* ambassadeur* representante* \
    representative* representant* постпредств* постоянн* представительств* посольств* посол посла консульств* بعثه البعثه البعثة سفاره السفاره \
    سفير السفير قنصل* القنصل* 团 馆 使 館 團 plaza street avenue floor suite telephone tel fax phone telefono тел факс هاتف 电 話 话 botschaft* vertretung*";

/// Words for an occasion that is not counted in a series.
const OCCASIONS: &str = "travaux trabajos presentation* presentacion* lancement lanzamiento debat* debate* discussion* talks deliberation* discusion* panel \
    symposium презентац* дискусси* обсужден* конгресс* саммит* عرض العرض نقاش* النقاش* ملتقي الملتقي منتدي المنتدي قمه القمه مناقش* المناقش*";
