//! The words that lead a name, and those that say what part its bearer plays; tables, searched once a document.
//!
//! A new turn of phrase is a new entry here, nothing else. Phrases are compared in folded form and at whole words.

mod eastern;
mod latin;

use std::sync::LazyLock;

use crate::reading::Gender::{self, F, M};
use crate::reading::turns::{Turns, beginnings};
use crate::states::fold::Folded;

/// What a turn says about the persons around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// "nominates": the name that follows travels.
    Nominating,
    /// "support for", "the nomination of": so does this one, unless it is withdrawn, replaced or another's.
    Naming,
    /// "will attend", "has been designated": the name before (or after) travels.
    Attending,
    /// "will be replaced by": who stands before goes, who follows comes.
    ReplacedBy,
    /// "in his place": who stands before comes.
    InPlace,
    /// "instead of": who follows goes, who stands before comes.
    Replaced,
    /// "is no longer able": who stands before goes.
    Unable,
    /// "withdraw the nomination of": who follows goes.
    Withdrawing,
    /// "further to its note": what follows recalls an earlier paper.
    Recalling,
    /// "has the honour", "wishes to inform": what follows is said now.
    Now,
    /// "alternate".
    Alternate,
    /// "in case", "should he": all that follows is a case that may not come.
    Conditional,
    /// "at his own expense", "accompanied by".
    Own,
    /// "please contact", "dear", "letter of", "compliments to": somebody else.
    Other,
    /// "presents his compliments": who stands before speaks.
    Speaking,
    /// "participate", "travel": weak, but enough for somebody of whom nothing else is said.
    Journey,
    /// "has designated": who stands before decides, who follows travels.
    Deciding,
    /// "had nominated": who stands before or follows was to travel, as an earlier paper said.
    Had,
    /// "the new delegate is", "it will now be": who follows comes.
    Coming,
    /// "my name is": he writes, and travels only where nobody else does.
    Writer,
    /// "borne by the Government": who stands before is no one's whose support is asked, unless a turn says so.
    Borne,
}

/// A mark in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Title(Option<Gender>),
    Cue(Cue),
    Pronoun(Gender),
}

/// A mark with its bytes of the original text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub mark: Mark,
    pub start: usize,
    pub end: usize,
}

const TITLES: &[(Option<Gender>, &str)] = &[
    (
        Some(F),
        "mrs|ms|miss|'m'e|m'e|cra|cda|soeur|sœur|hermana|maestra|woizero|w/ro|w/t|mx|senhora|exma|frau|signora|sig.ra|licda|lcda|sister|hajjah|hajah|puan|datin|kumari|begum|mme|mlle|madame|mademoiselle|madam|sra|srta|senora|dra|doctora|dre|embajadora|ambassadrice|s.e.mme|s.e. mme|her excellency|ingeniera|licenciada|hajia|haja|alhaja|hajiya|hadja|adja|daw|smt|lady|dame|abogada|profesora|doctoresse|maitresse|generala|coronela|capitana|companera|magistrada|ciudadana|citoyenne|madre|sor|princess|princesse|г-жа|г-же|г-жи|г-жу|г-жой|госпожа|госпожи|госпоже|госпожу|госпожой|السيدة|للسيدة|الدكتورة|للدكتورة|السفيرة|للسفيرة|الانسة|للانسة|الاستاذة|للاستاذة|المهندسة|للمهندسة|السيدات|للسيدات|المحامية",
    ),
    (
        Some(M),
        "mr|m|monsieur|ntate|cro|cdo|frere|hermano|fray|abbe|pasteur|monseigneur|mons|ato|obbo|mister|senhor|exmo|herr|signor|licdo|lcdo|hajj|haji|tun|encik|sayyid|reverend father|the reverend father|the reverend monsignor|reverend monsignor|the most reverend|most reverend|rev. msgr|rev. mgr|rev. fr|monsignor|msgr|u|sr|senor|sir|messrs|mm|s.e.m|s.e. m|embajador|his excellency|alhaji|al-hajji|al-haji|el-hajj|alh|hadji|elhadj|elhadji|el hadj|el hadji|shri|doctor|profesor|ingeniero|licenciado|abogado|companero|magistrado|ciudadano|citoyen|lord|prince|dato|datuk|dato'|tuan|ratu|lyonpo|г-н|г-на|г-ну|г-ном|господин|господина|господину|господином|السيد|للسيد|الدكتور|للدكتور|السفير|للسفير|الاستاذ|للاستاذ|المهندس|للمهندس|العميد|للعميد|العقيد|للعقيد|المقدم|الرائد|للرائد|النقيب|للنقيب|اللواء|القاضي|للقاضي|المحامي|الشيخ|للشيخ|السادة|للسادة",
    ),
    (
        None,
        "dasho|undersecretary|under-secretary|usec|asec|commander|magister|medecin-colonel|medecin-commandant|medecin-capitaine|medecin colonel|chef d'escadron|sous-lieutenant|brigadier-general|sous-prefet|ingénieur-colonel|bachelor|maestro|судья|судью|судьи|судье|лиценциат|лиценциата|магистр|магистра|адвокат|адвоката|مولانا|cnel|gral|tnte|mgs|mgtr|msc|econ|lcd|dr|drs|atty|attorney|adv|advocate|arch|arc|ir|dipl.-ing|dipl.ing|surv|pharm|comrade|cde|datuk seri|dato sri|dato' sri|lt. col|lt col|lt.col|lieutenant-colonel|ltc|lt. gen|maj. gen|maj gen|major-general|brig. gen|brig gen|pol. col|police colonel|police captain|wing commander|squadron leader|group captain|air commodore|flight lieutenant|supt|insp|cpt|adjudant|commandant de police|commissaire principal|commissaire de police|controleur general|ingenieur|ph.d|m.sc|prof. dr|подполковник|подполковника|майор|майора|капитан|капитана|генерал-майор|генерал-майора|генерал-лейтенант|генерал-лейтенанта|товарищ|тов|академик|prof|professor|professeur|profesor|eng|engr|hon|hon'ble|honourable|lt|lieutenant|col|colonel|coronel|capt|captain|maj|major|gen|brig|cdr|cmdr|amb|h.e|he|s.e|se|ambassador|ambassadeur|excmo|excma|ing|lic|abg|mtro|mtra|arq|rev|reverend|sheikh|shaikh|sheikha|barrister|barr|justice|mallam|pastor|rt. hon|rt hon|right honourable|honorable|the honourable|mgr|me|maitre|pr|commodore|admiral|rear admiral|commandant|cdt|general|lieutenant general|lieutenant colonel|major general|brigadier|brigadier general|colonel-major|general de brigade|general de division|commissaire divisionnaire|commissaire|sergeant|sgt|inspector general|acp|dcp|sp|teniente coronel|teniente|mayor|capitan|contralmirante|almirante|comisionado|comisionada|comisionado mayor|comisionada mayor|comisionado general|comisionada general|subcomisionado|subcomisionada|comisario|comisaria|comandante|commissioner|superintendent|chief superintendent|assistant commissioner|deputy commissioner|senior superintendent|tan sri|father|brother|rtd|retd|ret'd|oknha|ustaz|mufti|imam|don|dona|д-р|доктор|доктора|профессор|профессора|полковник|полковника|генерал|генерала|سعادة|معالي|د",
    ),
];

const PRONOUNS: &[(Gender, &str)] = &[
    (F, "她|she|her|hers|elle|ella|она|nee|designee|nacida|designada"),
    (M, "他|he|his|him|он|designe|nacido|designado"),
];

const CUES: &[(Cue, &str)] = &[
    (
        Cue::Journey,
        "particip*|attend*|travel*|take part|taking part|join|joining|represent|represents|represented|represente|representer|representar|be sponsored|be considered|be supported|benefi*|prendre part|prenne part|voyag*|deplace*|se rendre|candidat*|beneficier|asistir|asista|asistan|viaj*|viagem|deslocacao|teilnehm*|teilnahme|entsend*|участ*|поездк*|проезд*|кандидат*|прибы*|представля*|مشارك*|يشارك*|تشارك*|حضور*|ترشيح*|استفاد*|参加|出席|前往|与会|参与",
    ),
    (
        Cue::Deciding,
        "has designated|has nominated|has appointed|has approved|has selected|has authorized|has authorised|has instructed|has proposed|a designe|a nomme|a propose|a approuve|a autorise|ha designado|ha nombrado|ha propuesto|ha aprobado|ha autorizado|назначил|назначила|одобрил|одобрила|поручил|утвердил|وافق|وافقت|قرر|قررت",
    ),
    (
        Cue::Naming,
        "s'est porte sur|porte son choix sur|ha recaido en|recayo en|fallen on|fell on|выбор пал на|requests|requesting|seeks|seeking|is sought|is requested|are requested|sollicite|sollicitee|est demande|se solicita|solicita|solicitar|ruega|interesar|solliciter|sollicitant|pede|solicitam|bittet|ersucht|просит|просить|запрашивает|تطلب|تلتمس|ترجو|申请|请求",
    ),
    (
        Cue::Attending,
        "members|membres|miembros|membros|члены|اعضاء|成员|head of delegation|chef de delegation|jefe de delegacion|jefe de la delegacion|conduite par|dirigee par|encabezada por|presidida por el|comprendra",
    ),
    (
        Cue::Replaced,
        "take the place of|takes the place of|taking the place of|stand in for|stands in for|prend la place de|prendra la place de|toma el lugar de|tomara el lugar de|ocupara el lugar de|illness of|absence of|unavailability of|indisposition of|withdrawal of mr|maladie de|indisponibilite de|empechement de|enfermedad de|enfermedad del|indisposicion de|indisposicion del|ausencia de|ausencia del|отсутствием|болезнью",
    ),
    (
        Cue::ReplacedBy,
        "seat will be taken by|place will be taken by|be taken by|a remplacer par|remplacer par|est a remplacer|remplace par celui|reemplazar por|sustituir por|substituir por",
    ),
    (
        Cue::Speaking,
        "may be contacted|can be contacted|may be reached|can be reached|is available for|remains available|est joignable|peut etre contacte|peut etre joint|puede ser contactado|esta a disposicion|se tient a",
    ),
    (
        Cue::Borne,
        "supportes par|supportees par|supporte par|assumes par|pris en charge par son|pris en charge par l'etat|pris en charge par le ministere|charge de son gouvernement|budget of the ministry|budget of the government|budget of his|budget of her|met by its|borne by|met by the government|met by his|met by her|covered by the government|covered by his|covered by her|covered by our|covered by its|government will cover|government will meet|paid by the government|paid for by|funded by the government|financed by the government|funded by his|funded by her|funded nationally|expense of the government|expense of the ministry|expense of the state|cost to the fund|costs to the fund|our own expense|its own expense|charge du gouvernement|a la charge de l'etat|frais du gouvernement|frais de l'etat|sans frais pour|budget national|pris en charge par le gouvernement|prise en charge par le gouvernement|cubiertos por el gobierno|cubiertos por el estado|cubierta por el gobierno|sufragados por el|sufragara el gobierno|correran por cuenta|corren por cuenta|cargo del gobierno|cargo del estado|sin costo para|a cargo del presupuesto|a cargo do governo|custas do governo|за счет государств*|за счет министерств*|за счет средств государств*|على حساب|ستتحمل الحكومة|تتحمل الحكومة|تتحمل حكومة|ستتحمل حكومة|تتكفل الحكومة|تتكفل حكومة|تتكفل الدولة|由政府承担|政府承担|政府负担|由我国政府|由其政府|由本国",
    ),
    (
        Cue::Nominating,
        "включить|включена|включен|просим|put forward|puts forward|putting forward|recommend*|selected|identified|appointed|send|sends|sending|submit the name of|submits the name of|submit the name|submits the name|submit the candidacy|ha nombrado|nombrar|designo|ha propuesto|propuesto|acreditar|acredita|enviar a|a propose|proposer|presenter la candidature|presente la candidature|a nomme|designar|nomear|nomeia|nomeou|indicar|indicou|designou|propor|propoe|benennt|nominiert|entsendet|vertreten durch|назнач*|выдвин*|выдвиг*|делегир*|направл*|направи*|اوفد*",
    ),
    (
        Cue::Naming,
        "hoja de vida de|hoja de vida del|curriculum de|curriculum del|curriculum vitae de|curriculum vitae of|passport of|interest of|having|nominat*|designat*|postul*|passage of|fare of|fares of|tickets of|dsa of|expenses for|benefit of|on behalf of its|au benefice de|benefice de|au nom de|dossier de|soutien de|soutien pour|appui de|appui pour|aide a|pasaje*|viatico*|boleto*|dieta de|dietas de|pago de|beneficio de|solicitud de|apoio a|apoio ao|apoio para|apoio financeiro|deslocacao de|deslocacao da|deslocacao do|viagem de|viagem da|viagem do|participacao da|participacao do|custear|em favor de|a favor de|a favor da|a favor do|reise von|teilnahme von|reisekosten|unterstutzung fur|оплат*|финансир*|содейств*|поддержк*|поездк*|кандидатур*|استفاد*|差旅",
    ),
    (
        Cue::Attending,
        "be represented|is represented by|delegation|delegacion|delegation de|composed of|comprise|comprises|comprising|consist of|consists of|consisting of|composee de|composee des|compuesta por|integrada por|conformada por|composta por|составе|делегаци*|وفد*|تالف*|يتالف*|代表团由",
    ),
    (
        Cue::Replaced,
        "en substitution de|in substitution of|em substituicao de|em substituicao da|em substituicao do|em vez de|em lugar de|no lugar de|anstelle von|anstatt",
    ),
    (
        Cue::ReplacedBy,
        "substituido por|substituida por|ersetzt durch|sera remplace par|sera remplacee par|shall be read as|to be replaced by",
    ),
    (
        Cue::Unable,
        "ne pouvant|n'ayant pu|n'ayant pas pu|has since left|has left|have left|no longer with|a quitte|ha dejado|has been posted|was posted|been transferred|been reassigned|has resigned|has retired|taken ill|fallen ill|is unavailable|unavailable|is prevented|be on leave|indisponible|indispuesto|indispuesta|fallecio|decede|decedee|trasladado|trasladada|nao podera|ja nao|заболел*|по болезни|переведен|переведена|另有|生病|患病|调任",
    ),
    (
        Cue::Alternate,
        "back-up|backup|standby|stand-by|as a reserve|reserve delegate|reserve nominee|(reserve|reserva|de reserva|ersatz",
    ),
    (
        Cue::Nominating,
        "nominate|nominates|nominating|designate|designates|designating|represented by|appoints|propose|proposes|proposing|has nominated|has designated|have nominated|enable|sponsor|request the|finance the|following delegates|following delegate|following nominees|following nominee|following representative|following representatives|following candidates|following officials|following persons|following participants",
    ),
    (
        Cue::Nominating,
        "designer|a designe|represente par|representee par|nomme|propose|permettre a|delegues suivants|candidats suivants|representants suivants|personnes suivantes|designar|designa|ha designado|postula|postular|nominar|nomina|representada por|representado por|propone|proponer|siguientes delegados|siguientes funcionarios|siguientes personas|siguientes candidatos",
    ),
    (
        Cue::Naming,
        "travel support|financial support|financial assistance|travel assistance|travel grant|funding|sponsorship|trust fund|to support|to fund|to cover|to finance|to sponsor|support for|support to|support of|assistance for|assistance to|funding for|funding of|sponsorship of|sponsorship for|ticket of|ticket for|tickets for|travel of|travel for|trip of|participation of|participation by|attendance of|nominated|designated|nomination of|nominee|nominees|delegate|delegates|its representative|candidature of|candidate|candidates|requested for|request for|requests for|participant|participants|costs of|expenses of|airfare of|in favour of|in respect of",
    ),
    (
        Cue::Naming,
        "soutien financier|appui financier|aide financiere|assistance financiere|soutien au voyage|prise en charge|prendre en charge|financer|apoyo financiero|asistencia financiera|ayuda financiera|apoyo de viaje|apoyo para el viaje|financiar|voyage de|voyage d'|voyage du|deplacement de|participation d'|frais de|billet de|billet d'|en faveur de|au profit de|appui a|soutien a|prise en charge de|designe|candidature de|delegue|delegues|deleguee|viaje de|viaje del|pasaje de|pasaje del|pasajes de|participacion de|participacion del|apoyo para|apoyo a|apoyo al|asistencia para|gastos de|gastos del|favor de|favor del|candidatura de|candidatura del|delegado|delegada|delegados|financiamiento de|financiacion de|costear|sufragar",
    ),
    (
        Cue::Naming,
        "поездки|поездку|проезда|проезд|участия|участие|кандидатуру|кандидатура|поддержку|помощи|помощь|делегат|دعم سفر|دعم السفر|سفر|مشاركة|تذكرة|نفقات|تكاليف",
    ),
    (
        Cue::Attending,
        "will attend|will participate|will travel|will represent|shall attend|shall represent|shall participate|will be attending|will be participating|will take part|has been designated|has been nominated|have been nominated|has been selected|is nominated|is designated|will lead|is travelling|participera|participeront|assistera|prendra part|prendront part|representera|est designe|est designee|a ete designe|a ete designee|se rendra|participara|participaran|asistira|asistiran|representara|ha sido designado|ha sido designada|viajara|примет участие|будет участвовать|будет представлять|ستشارك|سيشارك|سيحضر|ستحضر",
    ),
    (
        Cue::InPlace,
        "in his place|in her place|in his stead|in her stead|instead|will now attend|will now travel|will now represent|a sa place|le remplacera|la remplacera|en su lugar|en su reemplazo|replace him|replace her|new nominee",
    ),
    (
        Cue::ReplacedBy,
        "replaced by|replaced with|replace him with|replace her with|replace him by|replace her by|replace them with|replacement will be|replacement is|le remplacer par|la remplacer par|reemplazarlo por|reemplazarla por|sustituirlo por|sustituirla por|remplacant est|remplacante est|substituted by|succeeded by|instead nominates|now nominates|now designates|has now nominated|has now designated|now nominate|nominates instead|should read|remplace par|remplacee par|remplaces par|il convient de lire|il faut lire|reemplazado por|reemplazada por|sustituido por|sustituida por|debe decir|debe leerse|заменен|заменена|заменить на",
    ),
    (
        Cue::Replaced,
        "instead of|in place of|in lieu of|replaces|to replace|replacing|replacement of|replacement for|in replacement of|substitute for|substituting|substitution of|rather than|and not|en remplacement de|en remplacement d'|au lieu de|au lieu d'|a la place de|en lieu et place de|remplacer|remplace|remplacement de|en lugar de|en lugar del|en vez de|en vez del|en sustitucion de|en sustitucion del|en reemplazo de|en reemplazo del|sustituir a|sustituir al|reemplazar a|reemplazar al|reemplaza a|reemplaza al|sustituye a|sustituye al|вместо|взамен|заменить|بدلا من|عوضا عن",
    ),
    (
        Cue::Unable,
        "no longer able|no longer available|no more available|no more able|no more in a position|not any more available|no longer in a position|no longer be able|will no longer|can no longer|no longer attend|unable to|not be able to|not able to|cannot|will not attend|will not participate|will not travel|not be attending|not be travelling|is withdrawn|be withdrawn|been withdrawn|be cancelled|has fallen ill|ne pourra|ne peut|n'est plus|ne sera|empeche|empechee|n'est pas en mesure|no podra|ya no|no asistira|no participara|no viajara|imposibilitado|imposibilitada|не сможет|لن يتمكن|لن تتمكن",
    ),
    (
        Cue::Withdrawing,
        "withdraw|withdraws|withdrawing|withdrawal of|cancel|cancels|retire|retirer|retrait de|annuler|annule|retirar|retira|cancelar|dejar sin efecto|deja sin efecto|отозвать|отзывает|سحب|الغاء",
    ),
    (
        Cue::Nominating,
        "направляет|направить|назначило|назначила|назначил|назначает|назначен|назначена|выдвигает|выдвинуть|выдвинуло|выдвинула|командирует|командировать|делегирует|делегировать|предлагает|предложить|следующих представителей|следующих делегатов|следующих лиц|следующие представители|следующие делегаты|следующие лица|следующего представителя|ترشيح|ترشح|يرشح|رشحت|رشح|ايفاد|توفد|اوفدت|تسمية|اختيار|كلفت|انتداب|تعيين|التالية اسماوهم|为|提名|推荐|派|资助|支助|申请|指派|委派|选派|改派|派遣|任命",
    ),
    (
        Cue::Naming,
        "содействие|содействия|финансирование|финансирования|расходов|расходы|оплату|оплаты|оплатить|поездке|поездка|участию|участии|делегата|делегатов|делегаты|представителя|представителей|представители|кандидат|кандидата|кандидатов|кандидаты|кандидатуры|кандидатуре|в отношении|в пользу|на имя|командирование|командирования|поддержки|поддержке|دعم|مصاريف|تذاكر|تمويل|تغطية|المساعدة المالية|لصالح|مندوب|مندوبها|ممثل|ممثلها|ممثلتها|المرشح|المرشحة|مرشح|مرشحها|مرشحتها|المشارك|旅费|机票|费用|代表姓名|与会代表|代表如下|人员如下|名单如下|成员如下|候选人",
    ),
    (
        Cue::Attending,
        "примут участие|будут участвовать|прибудет|прибудут|представит|будет представлен|будет представлена|будут представлять|направляется|направляются|возглавит|в составе|يشارك|تشارك|سيمثل|ستمثل|سيتراس|ستتراس|يتراس|تتراس|سيراس|تم ترشيح|تم اختيار|وقع الاختيار|يتكون|يتالف|سيكون|ستكون|将出席|将参加|将赴|将前往|将代表|前往|出席|参加|与会|组成|团长|团员",
    ),
    (
        Cue::InPlace,
        "вместо него|вместо нее|взамен него|взамен нее|بدلا منه|بدلا منها|محله|محلها|عوضا عنه|عوضا عنها|代替其|接替其",
    ),
    (
        Cue::ReplacedBy,
        "заменен на|заменена на|будет заменен|будет заменена|следует читать|новый кандидат|новым кандидатом|новая кандидатура|новую кандидатуру|改派|改为|更换为|替换为|变更为|更正为|改由|现由|由",
    ),
    (
        Cue::Replaced,
        "замена|замене|замену|замены|خلفا|استبدال|باستبدال|محل|代替|替换|接替|取代|替代|更换|原定|原派",
    ),
    (
        Cue::Unable,
        "не смогут|не может|не имеет возможности|не будет участвовать|не примет|не прибудет|не сможет|لم يعد|لم تعد|تعذر|يتعذر|اعتذر|اعتذرت|اعتذار|لن يشارك|لن تشارك|لن يحضر|لن تحضر|عدم تمكن|عدم مشاركة|无法|不能|不再|未能|因故",
    ),
    (
        Cue::Withdrawing,
        "отзыв|отзыве|отзыва|отозвана|отозван|аннулировать|снимает|снять|снятии|تسحب|يسحب|الغا|撤回|撤销|取消",
    ),
    (
        Cue::Recalling,
        "в дополнение к|ссылаясь на свою|в своей ноте|ноту №|ноте №|нотой №|الحاقا|مذكرتها رقم|مذكرته رقم|مذكرتها المورخة|مذكرتها ذات|سبق|سابقا|此前|先前|前照会|早前",
    ),
    (Cue::Now, "имеют честь|честь сообщить|настоящим|تود|يتشرف|ويتشرف|وتود|谨通知|荣幸地|谨告知|现"),
    (
        Cue::Alternate,
        "запасной|запасного|запасным|запасная|резервный|резервного|резервная|в резерве|احتياطي|احتياطية|احتياطيا|بديل|بديلا|بديلة|مناوب|مناوبة|مناوبا|候补|备选|替补",
    ),
    (
        Cue::Conditional,
        "في حال|في حالة|اذا تعذر|اذا لم|если он|если она|если г-н|если г-жа|如果|如其|倘若|若",
    ),
    (
        Cue::Own,
        "за счет правительства|за счет направляющей|за счет бюджета|на собственные средства|самостоятельно|на нефинансируемой|على نفقة الحكومة|على نفقة حكومته|على نفقة حكومتها|على نفقة الدولة|على نفقة الوزارة|على نفقة البعثة|على نفقته|على نفقتها|نفقته الخاصة|نفقتها الخاصة|برفقة|يرافقه|يرافقها|自费|费用自理|陪同",
    ),
    (
        Cue::Other,
        "исполнитель|телефон|контактный|للاتصال|جهة الاتصال|التواصل مع|الممثل الخاص|رسالة|خطاب|联系|联系人|特别代表|联络人",
    ),
    (
        Cue::Recalling,
        "its note|our note|its letter|our letter|our request|its request|previous note|earlier note|previously|note verbale no|sa note|notre note|sa lettre|sa demande|precedemment|su nota|nuestra nota|su carta|su solicitud|anteriormente|свою ноту|своей ноте|свою ноту|ранее",
    ),
    (
        Cue::Now,
        "tiene a honra|tem a honra|tem a honra de|beehrt sich|comunicar|comunica|informar|informa|informer|notifier|notificar|faire part|сообщить|сообщает|сообщаем|информирует|уведомляет|تعلم|اعلام*|احاطت*|ابلاغ*|الافادة|has the honour|has the honor|wishes to inform|would like to inform|regrets to inform|is pleased to|a l'honneur|tient a informer|tiene el honor|tiene a bien|desea informar|имеет честь|تتشرف|وتتشرف",
    ),
    (
        Cue::Alternate,
        "alternate|alternates|alternatively|in reserve|as reserve|reserve candidate|substitute delegate|failing him|failing her|failing which|suppleant|suppleante|a defaut|suplente|alterno|alterna|en su defecto",
    ),
    (
        Cue::Conditional,
        "in case|in the event|should he|should she|should mr|should ms|should mrs|should the|if he|if she|if mr|if ms|au cas ou|en cas de|en cas d'|dans le cas ou|si celui-ci|si celle-ci|en caso de|en el caso de|si este|si esta|в случае",
    ),
    (
        Cue::Own,
        "own expense|own expenses|own cost|own costs|own means|self-funded|accompanied by|together with an adviser|propres frais|propres moyens|a ses frais|a leurs frais|accompagne de|accompagnee de|accompagne par|accompagnee par|accompagne d'|propios gastos|sus expensas|por su cuenta|cuenta propia|medios propios|acompanado de|acompanada de|acompanado por|acompanada por|за свой счет|за собственный счет|в сопровождении",
    ),
    (
        Cue::Other,
        "contact|contacts|contact person|contacting|focal point|reach|reached|call|telephone|attn|attention|attention of|dear|for the attention|addressed to|copy to|on behalf of h.e|on behalf of his|on behalf of her|letter of|letter from|letters from|letter dated|invitation of|invitation from|invitation by|message from|statement by|statement of|chaired by|chair|convened by|co-facilitated by|appointment of|meeting with|met with|regards|sincerely|compliments to|special representative|under the leadership of|presided by|co-facilitators|introduced by|liaise with|correspondence to|addressee",
    ),
    (
        Cue::Other,
        "contacter|s'adresser a|joindre|aupres de|a l'attention de|cher|chere|lettre de|lettre du|invitation de|presidee par|compliments a|compliments au|representante speciale|cordialement|personne a contacter|personne-ressource|veuillez agreer",
    ),
    (
        Cue::Other,
        "contactar|comunicarse con|ponerse en contacto|dirigirse a|persona de contacto|atencion de|atencion del|estimado|estimada|carta de|carta del|invitacion de|presidida por|saluda a|representante especial|atentamente|contacto|enlace|специальному представителю|специального представителя|письмо|контактное лицо|обращаться к|الممثلة الخاصة|الاتصال",
    ),
    (
        Cue::Speaking,
        "presents its compliments|presents his compliments|presents her compliments|presente ses compliments|saluda atentamente|presenta sus|writes to|has signed|свидетельствует",
    ),
];

/// Each with whether its phrase ends in `*`: the word may go on.
static TABLE: LazyLock<Turns<(Mark, bool)>> = LazyLock::new(|| {
    let mut marks = Vec::new();
    let mut add = |mark: Mark, phrases: &str| {
        for phrase in phrases.split('|').filter(|p| !p.is_empty()) {
            let stem = phrase.strip_suffix('*');
            marks.push((Folded::new(stem.unwrap_or(phrase)).into_text(), (mark, stem.is_some())));
        }
    };
    TITLES
        .iter()
        .chain(latin::TITLES)
        .chain(eastern::TITLES)
        .for_each(|(gender, phrases)| add(Mark::Title(*gender), phrases));
    PRONOUNS.iter().for_each(|(gender, phrases)| add(Mark::Pronoun(*gender), phrases));
    CUES.iter()
        .chain(latin::CUES)
        .chain(eastern::CUES)
        .for_each(|(cue, phrases)| add(Mark::Cue(*cue), phrases));
    Turns::of(marks)
});

/// Every mark in the text that `folded` was made of, in its order; of those that begin together, the longest last.
pub(super) fn find(folded: &Folded) -> Vec<Found> {
    let table = &*TABLE;
    let text = folded.text();
    let mut found: Vec<Found> = Vec::new();
    for start in beginnings(text) {
        table.at(text, start, |said, (mark, open)| {
            if is_whole(text, start, said, open) {
                let end = if open { word_end(text, said) } else { said };
                // "السفيرة", where the table has "السفير": the letter belongs to the word, and tells a woman.
                let (mark, end) = match (mark, text.get(end..).is_some_and(|t| t.starts_with('ة'))) {
                    (Mark::Title(_), true) => (Mark::Title(Some(F)), end + 'ة'.len_utf8()),
                    (mark, _) => (mark, end),
                };
                let last = folded.origin(end.saturating_sub(1));
                found.push(Found { mark, start: folded.origin(start), end: last + 1 });
            }
        });
    }
    found.sort_by_key(|f| (f.start, f.end));
    found
}

/// Where the word that goes on at `at` ends; words are short, and longer runs are cut.
fn word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let letters = rest.chars().take(24).take_while(|c| c.is_alphabetic() && !is_han(*c));
    at + letters.map(char::len_utf8).sum::<usize>()
}

fn is_whole(text: &str, start: usize, end: usize, open: bool) -> bool {
    if text.get(start..).is_some_and(|t| t.starts_with(is_arabic)) {
        return is_arabic_word(text, start, end, open);
    }
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(end..).and_then(|t| t.chars().next());
    // Elided words go on after their apostrophe; Chinese has no spaces.
    let open = open || text.get(..end).is_some_and(|t| t.ends_with(|c| c == '\'' || is_han(c)));
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
    !letter(before) && (open || !letter(after))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6ff}')
}

/// Arabic writes "and", "for", "with" and the article on the front of a word, and pronouns on its end.
fn is_arabic_word(text: &str, start: usize, end: usize, open: bool) -> bool {
    let mut front = text.get(..start).unwrap_or_default().chars().rev().take_while(|c| is_arabic(*c));
    let joined: String = front.by_ref().take(4).collect();
    let back: String =
        text.get(end..).unwrap_or_default().chars().take_while(|c| is_arabic(*c)).take(4).collect();
    // Backwards, as the letters before the word are met.
    const FRONT: [&str; 16] =
        ["", "و", "ف", "ب", "ل", "ك", "لا", "لاو", "لاب", "لل", "بو", "لو", "للو", "لاف", "لاك", "لابو"];
    const BACK: [&str; 8] = ["", "ه", "ها", "هم", "هما", "ا", "نا", "ة"];
    FRONT.contains(&joined.as_str()) && (open || BACK.contains(&back.as_str()))
}

/// Whether a folded abbreviation is a title only with its point.
pub(super) fn needs_point(word: &str) -> bool {
    latin::POINTED.contains(&word)
}
