//! What of a sentence does something, what only recalls an earlier paper, and what is said not to be meant.
//!
//! "Further to its note on the fifth session, the Mission requests support for the sixth": two frames. "The fifth
//! session, not to be confused with the high-level meeting": what is excluded is left out.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};
use crate::states::fold::Folded;

/// What a part of a sentence is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// What the sentence is about.
    Main,
    /// An earlier paper is recalled.
    Recalled,
    /// Said not to be meant: up to the end of the sentence, or to a sign or turn that leads back.
    Excluded,
    /// The same, said behind what is excluded: the meeting before it is meant.
    ExcludedBefore,
    /// Something is said to stay as it is: the meeting before it is only spoken of.
    KeptBefore,
    /// Who greets whom: up to the next turn, a comma or the verb. Names of offices and their towns are no meetings.
    Courtesy,
    /// The same, with the words before it.
    CourtesyBehind,
    /// What goes on at the same time, up to a comma: "while it follows the first round, ...".
    Meanwhile,
    /// The last courtesy: up to the end of the sentence.
    Farewell,
}

/// Turns that recall; they hold to the next turn of [`MAIN`].
const RECALLED: &str = "further to|with reference to|in reference to|referring to|refers to|refer to|with regard to its note|\
    pursuant to|following its note|following up on its|by its note|in its note|recalls that|recalls its|recalling that|\
    suite a|comme suite a|se referant a|se referant au|se referant aux|se refere a|se refere au|se refere aux|se referer a|se referer au|\
    se referer aux|referirse a|referirse al|se refiere al|refiriendose al|сослаться на|сослаться|en reference a|rappelle que|par sa note|dans sa note|se reporter a|\
    con referencia a|en referencia a|se refiere a|refiriendose a|en seguimiento a|en seguimiento de|en relacion con su nota|\
    por su nota|en alcance a|ссылаясь на|в дополнение к|в связи со своеи нотои|со ссылкои на|в развитие|\
    بالاشاره الي|اشاره الي|وبالاشاره الي|والحاقا|الحاقا|عطفا علي|وعطفا علي|с учетом своеи ноты|关 于 此 前|参 照|此 前 照 会|\
    com referencia a|na sequencia|with regard to the note|with reference to the letter|in continuation of|in continuation to|\
    understands that|is given to understand|it is understood that|il est entendu que|queda entendido que|croit savoir que|\
    no officer from|no official from|no delegate from|no representative from|no expert from|nobody from|no one from|\
    aucun delegue de la capitale|aucun fonctionnaire de la capitale|aucun representant de la capitale|ningun funcionario de la capital|\
    ningun delegado de la capital|ningun representante de la capital|tiene entendido que|据 悉|\
    as a follow up to|following up on our|following our note|as indicated in|as stated in|as per our|as per its|has written on|\
    dans le prolongement de|donnant suite a|en reponse a sa|comme indique dans|conformement a sa note|revenant sur|\
    dando seguimiento a|en continuacion de|en atencion a su|conforme a su nota|segun lo comunicado|retomando|\
    возвращаясь к|ранее направленн|в продолжение|как указано в|отвечая на|\
    استكمالا|واستكمالا|تبعا|وتبعا|ردا علي|وردا علي|كما ورد في|续 提 及|谨 提 及|兹 提 及|关 于 前|前 照|接 前";
/// Turns by which a sentence comes to its point.
const MAIN: &str = "has the honour|has the honor|have the honour|have the honor|wishes to|wish to|would like to|now requests|\
    now request|and requests|and request|and to request|requests|requesting|herewith|hereby|kindly requests|asks|\
    is pleased to|regrets|a l honneur|ai l honneur|sollicite|souhaite|demande|prie|souhaiterait|desirerait|voudrait|aimerait|solliciterait|demanderait|tiene el honor|tiene a honra|solicita|\
    solicitar|desea|ruega|desearia|quisiera|solicitaria|rogaria|se permite|имеет честь|просит|сообщает|تتشرف|تطلب|ترجو|تود|谨|请 求|申 请|请|tem a honra|\
    would ask|should like to|asks that|takes the liberty|takes pleasure|begs to|would appreciate|would be grateful|is writing to|\
    am writing to|we would like|we wish|has decided|submits|nominates|proposes|informs|et prie|prie|a le plaisir de|se permet de|\
    saurait gre|serait reconnaissante|serait reconnaissant|informe|fait savoir|fait connaitre|propose|tiene a bien|\
    se permite solicitar|tiene el agrado|agradeceria|agradecera|comunica|informa|propone|cumple en informar|hace saber|\
    ходатаиствует|была бы признательна|было бы признательно|информирует|уведомляет|доводит до сведения|представляет|настоящим|\
    направляет|предлагает|يشرفها|ويشرفها|تلتمس|وتلتمس|تعلم|وتعلم|تفيد|وتفيد|يسعدها|ويسعدها|تعرب|تبدي|وتطلب|وترجو|وتود|وتتشرف|\
    敬 请|恳 请|提 请|通 知|希 望|拟|兹|has pleasure|has the pleasure|is honoured to|is honored to|announces|communicates|conveys|\
    transmits|forwards|notifies|advises|confirms|transmet|communique|annonce|confirme|fait part|porte a la connaissance|\
    solicite|remite|transmite|confirma|anuncia|pone en conocimiento|permite|ходатаиствовать|подтверждает|препровождает|\
    извещает|выражает готовность|تحيطه|تحيط|وتحيط|تبلغ|وتبلغ|ترشح|وترشح|يطيب|ويطيب|تنقل|وتنقل|تقترح|وتقترح|تؤكد|وتؤكد|يود|يرجو|يطلب|يتشرف|يلتمس";
/// Turns that exclude what follows; what a fund does for all ("贵基金可为发展中国家政府代表参加筹备会议提供旅费") is no meeting either.
const EXCLUDED: &str = "not to be confused with|should not be confused with|not be confused with|not be mistaken for|\
    as distinct from|is distinct from|distinct from|unrelated to|does not concern|does not relate to|does not refer to|\
    does not extend to|does not cover|does not include|not concern the|does not request|does not seek|no support is requested|\
    no support is sought|no assistance is requested|no assistance is sought|no request is made|no funding is requested|\
    no funding is sought|has not benefited|did not benefit|did not request|had not requested|has not received|has never|had never|\
    did not attend|did not take part|did not avail itself|has not availed itself|n a pas recouru|n a pas beneficie|n a pas sollicite|\
    n avait pas sollicite|n a jamais|n a pas pris part|n a pu participer|n avait pu|no ha recurrido|no ha recibido|no se ha beneficiado|\
    no solicito|no recurrio|no habia solicitado|no pudo asistir|no participo|nunca ha|не пользовал|не пользовалось|не пользовалась|\
    не обращал|не обращалось|не получал|не получало|не смогла принять|не смог принять|لم تستفد|لم يستفد|لم تطلب|لم تحصل|لم يحصل|لم تشارك|\
    لم يشارك|لم يتمكن|未 曾|未 获|未 能|没 有 申 请|未 申 请|and not for|and not to|but not for|rather than for|rather than the|with the exception of|excluding the|\
    ne pas confondre avec|ne doit pas etre confondue|ne doit pas etre confondu|a distinguer de|distincte de|ne concerne pas|\
    ne porte pas sur|ne vise pas|ne sollicite pas|ne demande pas|ne sollicite aucun|ne sollicite aucune|ne demande aucun|\
    ne demande aucune|aucun appui n est|aucune prise en charge n est|aucune demande n est|a l exception de|et non pour|\
    et non pas|no confundir con|no debe confundirse con|no debera confundirse con|distinta de|distinto de|no se refiere a|\
    no concierne|no corresponde a|no abarca|no solicita|no se solicita|y no para|y no a la|con excepcion de|не путать с|\
    не следует путать с|не касается|не относится к|не распространяется на|не просит|поддержка не запрашивается|а не в|\
    а не на|за исключением|لا يتعلق|ولا يتعلق|لا تتعلق|ولا تتعلق|لا يشمل|ولا يشمل|لا تطلب|ولا تطلب|وليس|لا ينبغي الخلط|\
    a separate communication|is a separate matter|instead of the|\
    n a pas trait a|ne s applique pas a|au lieu de la session|nada tiene que ver|no guarda relacion con|en lugar de la sesion|\
    не связано с|не связана с|вместо участия|не имеет отношения|ولا صله|لا علاقه|وليست|بدلا من حضور|与 此 无 关|有 别 于|并 非|\
    learned that the fund|learnt that the fund|understands that the fund|understand that the fund|aware that the fund|\
    understanding that the fund|a appris que le fonds|sachant que le fonds|sait que le fonds|conocimiento de que el fondo|\
    entiende que el fondo|entendemos que el fondo|узнали что фонд|известно что фонд|علمنا ان الصندوق|علمت ان الصندوق|\
    n a sollicite aucun|n a sollicite aucune|n a demande aucun|n a demande aucune|n a recu aucun|n a recu aucune|\
    has sought no|has requested no|has received no|has asked for no|seeks no|requests no|asks for no|no ha requerido|\
    no ha solicitado|no ha pedido|no requirio|no solicito ninguna|не запрашивал|не запрашивает|не запрашивала|\
    贵 基 金 可|贵 基 金 为|基 金 旨 在|не включает|不 涉 及|而 非|不 包 括|不 应 与|勿 与|不 申 请|不 请 求|是 像|就 像|正 像|nao se refere a|nao confundir com|nao solicita";
/// Turns that exclude what stands before them.
const EXCLUDED_BEFORE: &str = "for which no|which is not requested|which is not being requested|is not requested|are not requested|\
    for which support is not|pour laquelle aucun|pour laquelle aucune|pour lequel aucun|pour lequel aucune|\
    belongs to another process|belongs to a different process|is a different process|is another process|is part of another|\
    is a separate process|is a separate matter|is dealt with separately|will be dealt with separately|will be the subject of a separate|\
    is not concerned|is not covered by this|is outside the scope|releve d un processus|releve d un autre|fera l objet d une|\
    feront l objet d une|n est pas concernee|n est pas concerne|n est pas visee|corresponde a otro proceso|\
    corresponde a un proceso|pertenece a otro proceso|obedece a otro proceso|sera objeto de otra|sera objeto de una|\
    ne donne lieu a aucun|ne donne lieu a aucune|ne donnent lieu a aucune|ne fait l objet d aucun|ne fait l objet d aucune|n appelle aucune|\
    no da lugar a|no es objeto de|gives rise to no|is not the subject of|is the subject of no|не является предметом|\
    относится к другому|относится к иному|будет рассмотрен отдельно|будет направлена отдельная|не имеется в виду|\
    يندرج في اطار عمليه|تندرج في اطار عمليه|يتعلق بعمليه اخري|ستكون موضوع مذكره|سيكون موضوع مذكره|عمليه مختلفه|عمليه منفصله|\
    不 在 申 请|不 在 此 次 申 请|不 在 本 次 申 请|未 申 请 资 助|不 申 请 资 助|is not part of this|are not part of this|\
    属 于 另|另 案|另 一 进 程|另 行 照 会|\
    n est pas demande|n est pas demandee|n est pas sollicite|n est pas sollicitee|para la cual no|para la que no|para el que no|\
    no es solicitado|по которому поддержка не|на которое поддержка не|не запрашивается";

/// Turns by which what stands before them stays as it is.
const KEPT_BEFORE: &str = "is not touched|is not affected|are not affected|is unaffected|are unaffected|remains unchanged|remain unchanged|\
    stands unchanged|remains unaffected|remains valid|remains in force|is maintained|n est pas affectee|n est pas touchee|\
    reste inchangee|demeure inchangee|reste valable|demeure valable|est maintenue|se mantiene|no se ve afectada|permanece sin cambios|\
    sigue en pie|queda sin cambios|no sufre cambios|остается в силе|не затрагивается|остается без изменении|تبقي ساريه|يبقي ساريا|\
    تبقي كما|يبقي كما|لا يتاثر|لا تتاثر|不 受 影 响|保 持 不 变|维 持 不 变|仍 然 有 效";

/// Courtesies behind which the addressee stands.
const COURTESY: &str = "presents its compliments|present its compliments|presents her compliments|presents his compliments|\
    presenting its compliments|compliments to|presente ses compliments|presente ses meilleurs compliments|presente ses salutations|\
    saluda atentamente|saluda muy atentamente|saluda respetuosamente|saluda con|saluda a|saluda cordialmente|presenta sus|\
    presenta su atento|свидетельствует свое|свидетельствует уважение|свидетельствуют свое|выражает свое уважение|\
    apresenta os seus|apresenta seus|cumprimenta";
/// Courtesies that stand before him who greets: the verb leads in Arabic, the preposition in Chinese.
const GREETING: &str = "تهدي|يهدي|تقدم تحيات|تبعث تحيات|تعرب عن تحيات";
/// Courtesies that close.
const FAREWELL: &str = "avails itself of this|avails itself of the opportunity|avails herself of|avail itself of this|avail itself of the opportunity|\
    avail myself of|takes this opportunity|takes the opportunity|take this opportunity|saisit cette|saisit l occasion|se prevaut de cette|\
    aprovecha la oportunidad|aprovecha la ocasion|aprovecha esta|hace propicia|hago propicia|se vale de esta|пользуется случаем|\
    пользуется настоящеи|пользуется этои|пользуется этим|пользуется возможностью|пользуясь случаем|تغتنم هذه|وتغتنم هذه|تغتنم البعثه|\
    وتغتنم البعثه|تنتهز هذه|وتنتهز هذه|تنتهز البعثه|وتنتهز البعثه|يغتنم|ويغتنم|وتفضلوا|وتقبلوا|借 此 机 会|顺 致|谨 此 再 次|谨 再 次 致|谨 顺 致|\
    aproveita esta|aproveita a oportunidade";

/// Turns that tell what goes on beside.
const MEANWHILE: &str = "while|whilst|mientras|tandis que|pendant que|tout en suivant|alors que|в то время как|بينما|وبينما|في حين";

struct Turn {
    frame: Frame,
    words: Vec<String>,
}

/// Turns by their first word: its number in the second.
static TURNS: LazyLock<(Lexicon<usize>, Vec<Vec<Turn>>)> = LazyLock::new(|| {
    let mut turns: std::collections::BTreeMap<String, Vec<Turn>> = std::collections::BTreeMap::new();
    let lists = [
        (Frame::ExcludedBefore, EXCLUDED_BEFORE),
        (Frame::KeptBefore, KEPT_BEFORE),
        (Frame::Excluded, EXCLUDED),
        (Frame::Recalled, RECALLED),
        (Frame::Main, MAIN),
        (Frame::CourtesyBehind, COURTESY),
        (Frame::Courtesy, GREETING),
        (Frame::Farewell, FAREWELL),
        (Frame::Meanwhile, MEANWHILE),
    ];
    for (frame, list) in lists {
        for turn in list.split('|') {
            let words: Vec<String> = turn.split_whitespace().map(|w| Folded::new(w).into_text()).collect();
            let Some(first) = words.first().cloned() else { continue };
            turns.entry(first).or_default().push(Turn { frame, words });
        }
    }
    for of_word in turns.values_mut() {
        of_word.sort_by_key(|t| std::cmp::Reverse(t.words.len()));
    }
    let lexicon = Lexicon::of(turns.keys().enumerate().map(|(number, word)| (number, word.as_str())));
    (lexicon, turns.into_values().collect())
});

/// Whether the words come to a point: they hold a turn of [`MAIN`].
pub(super) fn comes_to_point(words: &[Word]) -> bool {
    (0..words.len()).any(|k| turn_at(words, k).is_some_and(|(frame, _)| frame == Frame::Main))
}

/// The turn that begins at word `k`, and the word after it.
fn turn_at(words: &[Word], k: usize) -> Option<(Frame, usize)> {
    let first = words.get(k).filter(|w| w.sort == Sort::Letters)?;
    let (first_words, turns) = &*TURNS;
    turns.get(first_words.get(first.folded)?)?.iter().find_map(|turn| {
        let mut at = k;
        for wanted in &turn.words {
            while words.get(at).is_some_and(|w| w.is_sign('\'')) {
                at += 1;
            }
            words.get(at).filter(|w| w.folded == wanted)?;
            at += 1;
        }
        Some((turn.frame, at))
    })
}

/// Each word's frame. Empty where the whole sentence is [`Frame::Main`].
pub(super) fn frames(words: &[Word]) -> Vec<Frame> {
    let mut found: Vec<Frame> = Vec::new();
    let mut frame = Frame::Main;
    let mut k = 0;
    while let Some(word) = words.get(k) {
        // An excluded list ends with its part of the sentence.
        if frame == Frame::Excluded && matches!(word.sort, Sort::Sign(';' | '；' | '，'))
            || frame == Frame::Meanwhile && is_comma(word)
            || frame == Frame::Courtesy && ends_courtesy(words, k)
        {
            frame = Frame::Main;
        }
        let mut len = 1;
        let turn =
            if frame == Frame::Farewell { None } else { turn_at(words, k).or(chinese_greeting(words, k)) };
        if let Some((turn, end)) = turn {
            let ends_exclusion = words
                .get(k.saturating_sub(1))
                .is_some_and(|w| matches!(w.sort, Sort::Sign(',' | '،' | '，' | ')')));
            // "has not received the visa": no meeting is left out.
            let of_visa = turn == Frame::Excluded && names_visa(words.get(end..).unwrap_or_default());
            let still = frame == Frame::Excluded && turn == Frame::Main && !ends_exclusion;
            if !of_visa && !still {
                frame = turn;
                len = end - k;
            }
        }
        if frame == Frame::CourtesyBehind {
            // Who greets stands before it, up to a comma.
            let from = words.get(..k).unwrap_or_default().iter().rposition(is_comma).map_or(0, |at| at + 1);
            found.resize(k, Frame::Main);
            found.iter_mut().skip(from).for_each(|f| *f = Frame::Courtesy);
            frame = Frame::Courtesy;
        }
        if frame != Frame::Main && found.is_empty() {
            found = vec![Frame::Main; k];
        }
        if frame != Frame::Main || !found.is_empty() {
            found.extend(std::iter::repeat_n(frame, len));
        }
        if matches!(frame, Frame::ExcludedBefore | Frame::KeptBefore) {
            frame = Frame::Main;
        }
        k += len;
    }
    found
}

/// Whether what is said not to be had is a visa, a passport or a permit.
fn names_visa(words: &[Word]) -> bool {
    let own = words.iter().take(14).take_while(|w| !matches!(w.sort, Sort::Sign(';' | '.' | '。')));
    own.map(|w| w.folded).any(|w| {
        [
            "visa",
            "visado",
            "visto",
            "визу",
            "виза",
            "визы",
            "паспорт",
            "签",
            "permit",
            "permiso",
            "permis",
            "clearance",
            "разрешение",
        ]
        .contains(&w)
            || w.contains("تاشير")
            || w.contains("تصريح")
            || w.contains("جواز")
    })
}

fn is_comma(word: &Word) -> bool {
    matches!(word.sort, Sort::Sign(',' | '،' | '，' | '、' | ';' | ':'))
}

/// Whether the addressee is named: at a comma, or where "and" leads on to a verb.
fn ends_courtesy(words: &[Word], k: usize) -> bool {
    let Some(word) = words.get(k) else { return false };
    if is_comma(word) {
        // "a la Conferencia (Marrakech, 10 y 11 de diciembre)": within brackets it ends nothing.
        let mut before = words.get(..k).unwrap_or_default().iter().rev();
        let bracket = before.find(|w| matches!(w.sort, Sort::Sign('(' | ')' | '（' | '）')));
        return !bracket.is_some_and(|w| matches!(w.sort, Sort::Sign('(' | '（')));
    }
    // "the Department of Economic and Social Affairs" goes on; a verb or a pronoun does not.
    let goes_on = |next: &Word| {
        matches!(
            next.folded,
            "the"
                | "of"
                | "to"
                | "social"
                | "other"
                | "cultural"
                | "security"
                | "development"
                | "its"
                | "her"
                | "his"
                | "all"
                | "des"
                | "du"
                | "de"
                | "d"
                | "aux"
                | "au"
                | "sociales"
                | "del"
                | "al"
                | "otros"
                | "otras"
                | "demas"
        ) || next.folded == "a" && word.folded != "et"
            || next.folded.ends_with("ым")
            || next.folded.ends_with("ои")
            || next.folded.ends_with("ому")
    };
    let and = matches!(word.folded, "and" | "et" | "y" | "e" | "и" | "并" | "兹" | "谨");
    and && words.get(k + 1).is_some_and(|next| !goes_on(next))
        || word.folded.starts_with("وت")
        || word.folded.starts_with("ويشرف")
}

/// "代表团向联合国秘书处致意": from "向" to "致意", with the words before it.
fn chinese_greeting(words: &[Word], k: usize) -> Option<(Frame, usize)> {
    words.get(k).filter(|w| w.folded == "向")?;
    let reach = words.get(k..)?.iter().take(60);
    let mut last = "";
    for (at, word) in reach.enumerate() {
        if is_comma(word) {
            return None;
        }
        if last == "致" && matches!(word.folded, "意" | "敬") {
            return Some((Frame::CourtesyBehind, k + at + 1));
        }
        last = word.folded;
    }
    None
}
