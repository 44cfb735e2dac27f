//! What a sentence does, by the stems of its words and how near they stand: "defray the cost of his journey" is support
//! though no table has that turn.
//!
//! The tables of phrases know fixed turns; this knows kinds of words. Chinese writes without spaces and is left to the
//! phrases.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::phrases::Sense;
use crate::reading::words::{Sort, Word};

/// A kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stem {
    /// Pays, helps, supports.
    Pay,
    /// What a journey costs.
    Travel,
    /// Money for a journey, whoever pays.
    Cost,
    /// The fund.
    Fund,
    /// Receives from the fund.
    Benefit,
    /// Wishes, asks, proposes.
    Wish,
    /// "not", "without", "no".
    Not,
    /// A payer at home: the Government, its own budget.
    Home,
    /// "own", "propre", "собственный".
    Alone,
    /// "by", "à la charge de", "на счет": leads the payer in.
    By,
    /// Comes in place of another, or puts right.
    Replace,
    /// Takes back.
    Withdraw,
    /// "its", "our", "previous".
    Own,
    /// A note, letter or request.
    Paper,
    /// Attends, represents.
    Attend,
    /// "whether", "clarify".
    Ask,
    /// Contributes, pledges.
    Give,
}

use Stem::*;

static STEMS: LazyLock<Lexicon<Stem>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Pay,
            "support* fund* financ* sponsor* cover* defray* bear bears bearing borne meet meeting met assist* aid subsid* grant* provid* facilitat* help* pay pays paid paying payment reimburs* underwrit* subvention*",
        ),
        (
            Pay,
            "soutien soutenir soutien* appui* appuy* aide aider aidee financ* couvr* couvert* prise prendre prenne pris charge subvention* octro* accord* rembours* assum* supporter supporte* regler",
        ),
        (
            Pay,
            "apoyo* apoy* ayud* sufrag* cubr* cubier* coste* pagar pague asistencia subvenci* patrocin* solvent* asum* apoio* apoi* custe* ajud*",
        ),
        (Pay, "поддерж* содейств* помощ* помоч* оплат* покры* финанс* возмещ* компенс* понес* несет"),
        (Pay, "دعم* تغطي* يغط* تمويل* تمول* مساعد* تحمل* يتحمل* تتحمل* تكفل* يتكفل* تتكفل* رعاي*"),
        (
            Travel,
            "travel* journey* trip* ticket* airfare* airline* flight* fare* passage transport* accommodat* lodging hotel subsist* allowance* dsa diem expens* cost costs attend* particip* stay board",
        ),
        (
            Travel,
            "voyage* deplacement* billet* frais transport* sejour* hebergement* indemnit* particip* depens* cout couts vol acheminement",
        ),
        (
            Travel,
            "viaje* viatic* pasaje* boleto* billete* gasto* costo* traslado* desplaz* hospedaje* alojamiento* estancia* estadia* dieta* particip* asistencia vuelo* viagem viagens passagem passagens bilhete* despesa* deslocac*",
        ),
        (
            Travel,
            "проезд* поезд* расход* билет* авиабилет* авиаперел* перелет* суточн* прожива* участи* командиров* дорог*",
        ),
        (Travel, "سفر* تكاليف* تكلف* نفقات* مصاريف* تذكر* تذاكر* اقام* مشارك* بدل"),
        (
            Cost,
            "airfare ticket* expens* cost costs allowance* dsa fare fares billet* frais indemnit* depens* viatic* pasaje* boleto* billete* gasto* dieta* passagem bilhete* despesa* расход* билет* авиабилет* суточн* проезд* تكاليف نفقات مصاريف تذكر* تذاكر*",
        ),
        (Fund, "fund trust fonds fondo fundo фонд* صندوق treuhandfonds"),
        (
            Benefit,
            "benefi* benefic* avail* eligible favour* recipient* titulaire awardee* beneficiari* воспользова* استفاد* تستفيد* يستفيد*",
        ),
        (
            Wish,
            "request* ask asks asked asking seek* sought solicit* apply applies applied applying application appreciat* grateful oblig* hope* wish* nominat* propos* recommend* submit* invite* kindly favour* would counting count* pleas* appeal* call* need* require* like put puts forward",
        ),
        (
            Wish,
            "sollicit* demand* prie prier prions prient saur* reconnaissan* souhait* esper* soumet* soumis* recommand* vouloir voudr* veuill* besoin recour* gre",
        ),
        (
            Wish,
            "solicit* pedir pide piden pedimos rueg* rog* agradec* quisier* dese* esper* propon* postul* presentar nomin* requer* requier* necesit* acud* gestion* pede propoe*",
        ),
        (
            Wish,
            "прос* ходатайств* признательн* благодарн* надеет* предлага* выдвига* рассчитыва* рассмотр* заявк* обраща*",
        ),
        (
            Wish,
            "طلب* تطلب* يطلب* نطلب* ترجو* يرجو* نرجو* تلتمس* يلتمس* التماس* تامل* يامل* نامل* تود* موافا* التفضل*",
        ),
        (
            Not,
            "no not nor without neither none never ne pas aucun* sans ni nul nulle sin ningun* tampoco nao sem не ни без нет لا لن لم دون بدون غير",
        ),
        (
            Home,
            "government* governmental ministry ministries national own itself itself themselves treasury state domestic sending authorities mission department",
        ),
        (
            Home,
            "gouvernement* ministere* propre* etat tresor budget nationale* interesse* gobierno* ministerio* propio* estado erario presupuesto governo propria* proprias",
        ),
        (
            Home,
            "правительств* министерств* собственн* бюджет* направляющ* государств* حكوم* وزار* الدولة ميزاني*",
        ),
        (
            By,
            "by from at par sur aux a al con por cargo cuenta expense expensas costa за счет из على نفق* حساب من borne charge",
        ),
        (
            Replace,
            "replac* substitut* instead stead lieu supersed* amend* rectif* corrigend* correct* erroneous* misspel* remplac* correct* corrig* erron* sustitu* reemplaz* enmend* modifi* substitu* замен* взамен вместо исправ* измен* уточнен* استبدال* بدل بدلا عوضا تصحيح* تعديل* خلفا",
        ),
        (
            Withdraw,
            "withdr* cancel* rescind* retract* revok* annul* nullif* void forgo* unable disregard* retir* retrait desist* annul* renonc* cancel* anul* declin* отзыв* отозва* аннулир* отмен* سحب* الغاء* تعذر* اعتذ*",
        ),
        (
            Own,
            "its our my their previous* earlier former* prior said above sa son ses notre nos ma mon precedent* susment* susvis* su sus nuestr* mi anterior* citada referid* mencionad* sua nossa свою своей своего свое наш* мою предыдущ* прежн* ранее مذكرتها مذكرتنا مذكرته طلبها طلبنا رسالتها رسالتنا السابق*",
        ),
        (
            Paper,
            "note notes letter* request* communication* nomination* e-mail email mail nomine* lettre* demande* candidature* correspondance* courriel* nota notas carta* solicitud* comunicaci* candidatura* correo* pedido ноту ноте нотой ноты письм* просьб* заявк* кандидатур* مذكرتها مذكرتنا مذكرته مذكرة طلبها طلبنا طلب رسالتها رسالتنا",
        ),
        (
            Attend,
            "attend* particip* represent* delegation* delegat* assist* prendra* representer* delegue* asistir* participar* delegacion* representar* участ* представл* делегаци* مشارك* يشارك* تشارك* سيشارك* ستشارك* حضور* يحضر* وفد*",
        ),
        (
            Ask,
            "whether clarif* enquir* inquir* guidance clarificat* eclairciss* renseign* aclarac* aclar* esclarec* разъясн* уточнит* وضح* توضيح* استفسار* يستفسر* تستفسر*",
        ),
        (
            Give,
            "contribut* pledg* donat* donor* versement verser versera don dons aport* donaci* dona contribu* взнос* пожертв* تبرع* مساهم*",
        ),
    ])
});

/// Words within which two stems belong together.
const NEAR: usize = 14;

/// The senses of a sentence, as bits by [`Sense`].
pub(super) fn senses(words: &[Word<'_>]) -> u64 {
    let found: Vec<(usize, Stem)> = words
        .iter()
        .enumerate()
        .filter(|(_, w)| w.sort == Sort::Letters)
        .flat_map(|(k, w)| STEMS.of_word(w.folded).map(move |s| (k, s)))
        .collect();
    if found.is_empty() {
        return 0;
    }
    let all = |stem: Stem| found.iter().filter(move |(_, s)| *s == stem).map(|(k, _)| *k);
    let has = |stem: Stem| all(stem).next().is_some();
    // Two stems on different words, at most `most` apart.
    let near =
        |a: Stem, b: Stem, most: usize| all(a).any(|x| all(b).any(|y| x != y && x.abs_diff(y) <= most));
    // `b` within `most` words after `a`.
    let then = |a: Stem, b: Stem, most: usize| all(a).any(|x| all(b).any(|y| y > x && y - x <= most));
    let mut bits = 0_u64;
    let mut mark = |sense: Sense, told: bool| {
        if told {
            bits |= 1 << sense as u32;
        }
    };
    let support = near(Pay, Travel, NEAR)
        || near(Pay, Fund, NEAR)
        || near(Benefit, Fund, NEAR)
        || near(Wish, Fund, NEAR) && has(Travel);
    mark(Sense::Support, support);
    mark(Sense::Asking, has(Wish));
    // "borne by the Government"; "at its own expense"; "the Government will cover the ticket".
    let borne =
        all(Pay).any(|p| all(By).any(|b| b > p && b - p <= 3 && all(Home).any(|h| h > b && h - b <= 4)));
    let home = borne && has(Travel) && !has(Fund)
        || near(Alone, Cost, 3)
        || then(Home, Pay, 4) && near(Pay, Cost, 6) && !has(Fund) && !has(Wish);
    // "no support is requested", "does not seek assistance".
    let refused = then(Not, Pay, 4) && has(Wish)
        || then(Not, Wish, 3) && (has(Pay) || has(Fund))
        || then(Not, Fund, 4) && has(Wish);
    mark(Sense::NoSupport, home || refused);
    mark(Sense::Replacing, has(Replace) && (has(Attend) || has(Paper) || has(Own)));
    mark(Sense::Withdrawing, near(Withdraw, Paper, 8) || near(Withdraw, Attend, 6));
    mark(Sense::Earlier, near(Own, Paper, 3));
    mark(Sense::Enquiring, has(Ask));
    mark(Sense::Costs, has(Travel) && has(Fund) || has(Cost));
    mark(Sense::Attending, near(Attend, Attend, 12) || near(Attend, Wish, 4));
    mark(Sense::Giving, near(Give, Fund, 12) && !has(Attend));
    bits
}
