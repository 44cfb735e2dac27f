//! Arabic names, which no capitals tell: words that cannot stand in one end it, and given names begin it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::reading::words::fold;

/// Posts that a person holds, folded. Some are given names too ([`ALSO_NAMES`]).
const POSTS: &str = "مستشار مستشارة مدير مديرة وزير وزيرة نايب نايبة رييس رييسة سفير سفيرة وكيل وكيلة مساعد \
    مساعدة معاون معاونة عضو عضوة خبير خبيرة اختصاصي اختصاصية اخصائي اخصائية باحث باحثة سكرتير سكرتيرة ملحق ملحقة قنصل ضابط ضابطة موظف موظفة منسق \
    منسقة مسوول مسوولة مسيول قايم مندوب مندوبة ممثل ممثلة عميد استاذ استاذة متخصص متخصصة اخصايي اخصايية مختص مختصة \
    مشرف مشرفة مفتش مفتشة كاتب كاتبة محلل محللة مكلف مكلفة محام محامي محامية قاض قاضي قاضية كاهية امين امينة مراقب \
    مراقبة مقرر مقررة متصرف متصرفة محافظ معتمد رايد نقيب عقيد مقدم لواء ملازم مهندس مهندسة طبيب طبيبة محاضر محاضرة \
    اداري ادارية قايد امر مامور ناظر اطار متفقد ناطق متحدث متحدثة مترجم مترجمة محرر محررة فني فنية حقوقي حقوقية \
    دبلوماسي دبلوماسية مدع مدعي كبير كبيرة اول مستشارا مستشارها مديرا مديرها رييسا رييسها عضوا نايبا حاكم والي \
    وال عمدة سكرتيرا مخطط مخططة احصايي احصايية اقتصادي اقتصادية شرطي شرطية مدرب مدربة منشط مرشد رجل سيدة قيم \
    القايم بالاعمال محقق محققة ناشط ناشطة صحفي صحفية مساعدا";
const ALSO_NAMES: &str = "امين امينة رايد كبير اول امر وال مقدم قاضي لواء محافظ عميد نقيب ناظر والي سيدة مرشد حاكم \
    كاتب ممثل ناشط مدرب قايد رجل اداري فني مدعي قيم";
/// What ends a name: particles, verbs in forms that the table of verbs lacks, and words of notes.
const STOPS: &str = "المدرجة المدرجين اسماوهم التالية التالين نهائيا فورا حاليا رسميا شخصيا لاحقا تحويل نقل توجيه كتب كتبت ورد وردت ذكر من في الذي التي الى لدى وذلك بغرض بصفتها بصفته بصفة عن مع او ثم قد هو هي ووظيفته ووظيفتها وصفته وصفتها منشغل منشغلة مريض مريضة بدلا عوضا خلفا \
    حامل حاملة الحامل الحاملة جواز مواليد مولود مولودة المولود المولودة رقم يوم خلال اثناء بتاريخ محل الخاص الخاصة \
    الدايم الدايمة العام العامة ضمن كي حتى لكي حيث علما قصد بصدد ازاء والذي والتي بوزارة وزارة كمندوب كممثل كمرشح \
    بشان حول بخصوص لاجل بناء وفقا نظرا بسبب لان بان ان اذ اذا كما مما عند بعد قبل منذ بين دون تحت فوق نحو عبر كان \
    كانت تم قد لقد سوف ليس لا لم لن هذا هذه ذلك تلك هولاء المذكور المذكورة المعني المعنية المشار الموما اعلاه ادناه \
    البالغ البالغة الجنسية المقيم المقيمة المرشح المرشحة المنتدب المنتدبة السيدة الدكتور الدكتورة ايضا كذلك غير \
    سيتم تمت ترشيح تذكرة نفقات تكاليف سفر دعم حضور مشاركة بهدف كونه كونها تبعا وكذلك وايضا لكل بنفس نفسه نفسها \
    لاسباب لظروف لاسبابها لمدة بديلا بديلة ممثلا ممثلة التنقل السفر الحضور المشاركة القدوم التوجه الالتحاق \
    الانضمام الاخ الاخت لازم ونريد اللي عشان راح رح التابع التابعة المختص المختصة المسوول المسوولة اذن المتعلق \
    المتعلقة المومن عدم تعذر شخصيا فورا حاليا سابقا لاحقا مكان مكانه مكانها رفقة برفقة صحبة بصحبة الي بموجب وفق \
    الحكومة حكومة السلطات سلطات الوزارة الجهات الجهة البعثة بعثة المملكة جمهورية الجمهورية سلطنة السلطنة \
    الهيية هيية لجنة اللجنة مجلس المجلس ادارة الادارة مديرية المديرية مصلحة جهاز الجهاز المنظمة منظمة الصندوق الامم مكتب \
    المكتب الاجتماع الجلسة الدورة الهجرة المعنيين المختصين الشوون شوون طبقا فضلا اضافة علاوة سعادة معالي مذكرة المورخة للمشاركة للسفر لحضور لتمثيل \
    فقط وحده وحدها اليوم امس غدا المحترمون المحترمين المحترمات المحترم المحترمة الزملاء الزميلات الكرام الاعزاء عالق عالقة \
    قالت قال وعكة";
/// Stems of verbs behind the letters of the imperfect.
const VERBS: &str = "شارك حضر سافر مثل تولى قوم راس تراس كون صل غادر تحمل نضم توجه نوب ساهم حل عود ستقل لقي قدم قود \
    تمكن عمل شغل حمل نتمي عد درس تبوا عتبر جيد تقن رغب طلب تطلع ود رجو بلغ ستطيع جري تقدم تحدث نسق شرف ستفيد غطي شمل \
    دخل كلف تكفل بقى لتحق ستمر رافق صحب حتاج ريد رشح عين وفد حظى تشرف شكل عزم نوي خص رجى ضم قيم تعذر حق مكن تسنى";
/// What follows "in", "at" or "for" where they are written on the word.
const JOINED: &str = "وزارة مكتب ادارة بعثة البعثة هيية سفارة مصلحة مديرية جهاز رياسة مجلس امانة قسم وحدة جامعة مركز \
    معهد موسسة لجنة شرطة دايرة جنيف فيينا نيويورك ديوان وكالة محافظة ولاية مفوضية نيابة محكمة صفته صفتها صفة غرض \
    هدف رتبة درجة تمويل دعم تكلفة حساب كامل جانب مناسبة حضور تمثيل تمكين مشاركة اجراء صالح اجل مدة كونه كونها \
    تاريخ رفقة شان خصوص تغطية انتظار نفس ذلك غير بويرتو المكسيك اسمه اسمها اسمهم اسمهما جلسة دورة جولة \
    اجتماع موتمر اقامته اقامتها سفره سفرها اقامة تذكرة اعاشة اعاشته اعاشتها";
/// Names that begin like "and", "to" or "in".
const NOT_JOINED: &str = "وليد وايل وسام وسيم وسيلة وفاء وفيق وفا وجدي وجيه وجدان وهيب وهبة وهبي وهاب وداد وديع وديعة \
    ودود وحيد وحيدة واصف واثق واصل والي ولد ولاء ولي ونيس وناس وردة وضاح وصال وصفي وعد وعيس وقاص واديا ويس \
    ويليام ويليامز ويلسون ويدراوغو وانغ وانج واتارا وولد ورقلي لوي لبنى لطفي لطيفة لطيف لمى لمياء لينا ليلى ليث \
    لبيب لبيبة لميس لورا لحسن لخضر لمين لبان لويس ليندا بان بكر بدر بالحاج بالقاسم بلقاسم بالخير \
    بالعيد بالطيب بالضياف بالشيخ بالرابح ولدي";
/// Given names common in Arabic notes, folded; where one stands, a name without title may begin.
const GIVEN: &str = "محمد احمد محمود حامد حميد حمد حمدان حمدي حماد علي عمر عمرو عثمان عباس عادل عاطف عامر عايض عايش \
    عبد عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالقادر عبدالقوي عبدالملك عبدالسلام عبدالحميد عبداللطيف عبدالوهاب \
    عبدالفتاح عبدالرحيم عبدالحكيم عبدالمجيد عبده عدنان عصام عصمت عماد عمار عمران عيسى غازي غانم غسان فادي فارس فاروق \
    فاضل فايز فتحي فراس فرج فريد فهد فهمي فواد فواز فوزي فيصل قاسم قيس كامل كاظم كريم كمال خالد خليل خليفة خميس حسن \
    حسين حسام حسان حسني حكيم حاتم حازم حبيب جابر جاسم جعفر جلال جمال جميل جهاد جواد جورج حيدر داود درويش ذياب راشد \
    رامي راغب رايد ربيع رجب رشاد رشيد رضا رضوان رعد رفعت رفيق رمزي رمضان رياض زايد زكريا زكي زهير زياد زيد زين سالم \
    سامح سامر سامي سعد سعدون سعود سعيد سفيان سلطان سلمان سليم سليمان سمير سهيل سيف شادي شاكر شريف شفيق شكري شهاب صادق \
    صالح صباح صبحي صبري صخر صدام صفوان صلاح ضياء طارق طالب طاهر طلال طه ظافر عارف هادي هاشم هاني هشام هيثم هلال وايل \
    وليد وسام ياسر ياسين يحيى يعقوب يوسف يونس يزيد ابراهيم اسماعيل اسامة اسحاق اشرف اكرم امجد امين انس انور اياد ايمن \
    ايهاب ايوب ادريس ادم باسل باسم بدر برهان بسام بشار بشير بكر بلال بندر تامر توفيق تيسير ثامر ناجي ناصر نادر نبيل \
    نجيب نديم نزار نصر نضال نعيم نور نوري نوفل نذير ماجد مازن مالك ماهر مبارك مجدي محسن محي مختار مراد مرزوق مروان \
    مسعود مصطفى مصعب مطلق معاذ معتز مفتاح ممدوح منذر منصف منصور منير مهدي مهند موسى مويد ميلاد ميسر لطفي لوي خديجة \
    فاطمة عايشة مريم زينب زهراء زهرة سارة سعاد سلمى سلوى سمر سمية سميرة سناء سهى سهام سهير سوسن سوزان شيماء شيرين صفاء \
    صفية ضحى عبير عزة عزيزة علياء عفاف غادة فاتن فايزة فرح فريدة فوزية كريمة كوثر لبنى لمياء ليلى لينا ليندا ماجدة مها \
    مديحة مروة ملك منال منى منيرة مي ميساء ميسون ناهد نادية ناديا نبيلة نجلاء نجاة نجوى ندى نسرين نعيمة نهى نهلة نوال \
    نورة نورا هالة هبة هدى هناء هند وداد وفاء وفا ياسمين يسرى امال امل امنة اميرة اميمة انتصار انعام ايمان ايناس الاء \
    اسماء اسيا احلام ازهار اروى ارواد ابتسام اكرام الهام بثينة بدرية بسمة بشرى بلقيس تهاني تغريد ثريا جميلة جواهر حسناء \
    حنان حياة حليمة خلود دعاء دلال دنيا دينا رانيا رشا رقية رندا رنا رنيم روان روضة رولا ريم ريهام زبيدة زكية زهور \
    عهود عواطف شهد شروق شادية صباح طاهرة ولاء وردة سيدي المختار الحسن الحسين الطيب التجاني عبدو ادريسا اوموح سيدنا \
    بوعلام رابح لخضر مولود يوسفي بوبكر ابوبكر عمارة قمر دعاء سامية شريفة نبيهة جوانا ميشيل ايلي بيار طوني جوزيف جان \
    بطرس بولس الياس انطوان مارون فادية كارلا رولان غابي ماريا ماري";
/// Ranks and forms behind a title that are none of the name.
const BEHIND_TITLE: &str = "شرطة الركن اول ثان ثاني بحري طيار متقاعد حقوقي الحقوقي الطيار البحري المتقاعد المناوب المناوبة \
    المفوض المفوضة المقيم المقيمة المتجول الفاضل الفاضلة المحترم المحترمة الكريم المهندسة الدكتورة الاستاذة \
    دكتور دكتورة مهندس مهندسة";
/// What stands before a name that is none of a person here.
const OF_PLACES: &str = "مدينة شارع جامعة مطار مستشفى موسسة الملك الامير قصر جمعية ساحة مركز جلالة الشيخ صاحب بنك طريق \
    ميناء مسجد كلية مدرسة معهد سمو فخامة الرييس خادم ابن بن بنت ولد ابو ابي ام ال عبد منت";

struct Tables {
    posts: BTreeSet<String>,
    also: BTreeSet<String>,
    stops: BTreeSet<String>,
    verbs: BTreeSet<String>,
    joined: BTreeSet<String>,
    not_joined: BTreeSet<String>,
    given: BTreeSet<String>,
    behind: BTreeSet<String>,
    places: BTreeSet<String>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let set = |words: &str| words.split_whitespace().map(fold).collect();
    Tables {
        posts: set(POSTS),
        also: set(ALSO_NAMES),
        stops: set(STOPS),
        verbs: set(VERBS),
        joined: set(JOINED),
        not_joined: set(NOT_JOINED),
        given: set(GIVEN),
        behind: set(BEHIND_TITLE),
        places: set(OF_PLACES),
    }
});

/// Whether it is a letter of the Arabic script.
pub(in crate::reading::travellers) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}')
}

/// Without the article.
fn bare(folded: &str) -> &str {
    folded.strip_prefix("ال").filter(|b| b.chars().count() >= 3).unwrap_or(folded)
}

/// Whether an Arabic word is a post, with or without article and "and".
pub(in crate::reading::travellers) fn is_post_in_arabic(word: &str) -> bool {
    let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let plain = folded.strip_prefix('و').filter(|r| r.chars().count() > 3).unwrap_or(&folded);
    [folded.as_str(), plain].iter().any(|w| TABLES.posts.contains(bare(w)))
}

/// Whether it is a verb that says what somebody does or will do: "سيشارك", "وتعمل".
pub(in crate::reading::travellers) fn is_verb_in_arabic(folded: &str) -> bool {
    let plain = folded.strip_prefix(['و', 'ف']).unwrap_or(folded);
    let plain = plain.strip_prefix(['س', 'ل']).unwrap_or(plain);
    [folded, plain]
        .iter()
        .filter_map(|w| w.strip_prefix(['ي', 'ت', 'ن']))
        .any(|stem| TABLES.verbs.contains(stem) || TABLES.verbs.contains(stem.trim_end_matches("ان")))
}

/// Whether a word cannot stand in a name as its word number `count`; `rest` is the text behind it.
pub(super) fn ends_name(word: &str, count: usize, rest: &str) -> bool {
    let tables = &*TABLES;
    let signed = rest.is_empty() || rest.starts_with(['،', ',', '.', ')', '(', '\n', '|', ';', '؛', ':']);
    // Folded, "on" is the name Ali; unfolded too, at the end of a name.
    if word == "على" {
        return count == 0 || !signed;
    }
    let folded = fold(word);
    let folded = folded.as_str();
    if tables.not_joined.contains(folded) {
        return false;
    }
    let plain = bare(folded);
    let article = plain.len() < folded.len();
    // "عبد الباقي نور الدائم،": an adjective with its article that ends the clause is a family name.
    let shown = [
        "مذكور",
        "معني",
        "مشار",
        "موما",
        "حامل",
        "مولود",
        "مقيم",
        "مرشح",
        "منتدب",
        "بالغ",
        "متعلق",
        "تابع",
        "محترم",
        "محترمين",
        "محترمون",
        "محترمات",
        "زملاء",
        "كرام",
        "يوم",
    ];
    if article && signed && count > 0 && !plain.ends_with('ة') && tables.stops.contains(folded) {
        return shown.contains(&plain) || tables.stops.contains(plain);
    }
    // "ألمّت بها", "تكفلت به": what a pronoun follows is a verb.
    let next = rest.trim_start().split([' ', '\n', '،', '.']).next().map(fold).unwrap_or_default();
    let pronoun = ["به", "بها", "له", "لها", "عليه", "عليها", "فيه", "فيها"].contains(&next.as_str());
    // "صباح اليوم": a name of women, and a time of the day.
    let time = matches!(folded, "صباح" | "مساء" | "ظهر")
        && matches!(next.as_str(), "اليوم" | "امس" | "غد" | "يوم" | "الغد");
    // "السيدة حداد قائماً": what bears the sign of an adverb is no name.
    let adverb = word.ends_with("اً") || word.ends_with("ًا");
    if count > 0 && (pronoun || time || adverb) {
        return true;
    }
    // "ولد سيدي مولود،": behind it nothing says when or where somebody was born.
    if folded == "مولود" && count > 0 && rest.starts_with(['،', ',', '.', ')', '؛']) {
        return false;
    }
    if tables.stops.contains(folded) || is_verb_in_arabic(folded) && !tables.given.contains(folded) {
        return true;
    }
    if tables.posts.contains(plain) {
        if article {
            // "علي الوزير،" has a family name, "علي المستشار بوزارة" a post; women's forms are posts.
            let also = matches!(plain, "امين" | "عميد" | "رايد" | "كاتب" | "والي" | "حاكم");
            return plain.ends_with('ة') || !(signed && count > 0 || also);
        }
        // "أمين عام" is a post, "أمين" a name.
        let next = rest.split_whitespace().next().map(fold).unwrap_or_default();
        let office = ["عام", "عامة", "سر", "مكتب", "قسم", "وحدة", "شرطة", "قانوني", "مساعد", "ركن", "ادارة"];
        return !tables.also.contains(plain)
            || office.contains(&next.as_str())
            || next.starts_with("ال") && count > 3;
    }
    // "فال" is a name, and none of the particles with its article.
    if ["لل", "وال", "بال", "كال", "فال", "ولل", "وبال"]
        .iter()
        .any(|p| folded.len() > p.len() && folded.starts_with(p))
    {
        return true;
    }
    let joint = |letters: &[char]| folded.strip_prefix(letters).map(bare);
    if joint(&['ب', 'ل', 'ك']).is_some_and(|r| {
        tables.joined.contains(r)
            || tables.posts.contains(r) && !tables.also.contains(r)
            || tables.stops.contains(r)
    }) {
        return true;
    }
    // "and": with what is no name.
    count > 0
        && joint(&['و']).is_some_and(|r| {
            r.chars().count() > 1
                && (tables.given.contains(r)
                    || tables.stops.contains(r)
                    || tables.posts.contains(r)
                    || tables.joined.contains(r)
                    || ends_name(r, 1, " ")
                    || r.strip_prefix(['ب', 'ل', 'ف']).is_some_and(|s| tables.joined.contains(bare(s))))
        })
}

/// Whether the word behind it belongs to the same name, whatever else it may say: "با وزير", "آيت وعلي", "بنت المختار".
pub(super) fn is_bound(word: &str) -> bool {
    matches!(fold(word).as_str(), "با" | "ايت" | "بن" | "بنت" | "ابن" | "ولد" | "منت" | "ابو" | "بو" | "ود")
}

/// Whether an Arabic word is a given name of the table, or the beginning of one.
pub(in crate::reading::travellers) fn is_given_in_arabic(word: &str) -> bool {
    let folded = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    TABLES.given.contains(folded.as_str())
}

/// Past the words behind a title that are none of the name: "العميد الركن", "السفير المناوب".
pub(in crate::reading::travellers) fn behind_title(rest: &str) -> usize {
    let mut at = 0;
    for _ in 0..2 {
        let tail = rest.get(at..).unwrap_or_default();
        let lead = tail.len() - tail.trim_start_matches([' ', '\u{a0}', '\n']).len();
        let word =
            tail.get(lead..).unwrap_or_default().split([' ', '\n', '/', '،']).next().unwrap_or_default();
        let plain = fold(word);
        let more = tail.get(lead + word.len()..).is_some_and(|t| t.starts_with([' ', '\n', '/']));
        if !more || !TABLES.behind.contains(plain.as_str()) {
            break;
        }
        at += lead + word.len();
    }
    at
}

/// Where names without a title may begin: at a given name that stands behind no other name, nor behind what names
/// places.
pub(in crate::reading::travellers) fn given_names(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if !text.contains(is_arabic) {
        return found;
    }
    let mut known = false;
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric() && !is_arabic(c) || c == '،') {
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if plain.starts_with(is_arabic) {
            let folded = fold(plain);
            let is_given = plain != "على" && TABLES.given.contains(folded.as_str());
            if is_given && !known {
                found.push(at);
            }
            // "وسيدي محمد ولد اعل سالم، رئيس مصلحة": joined to the person before.
            let second =
                plain.strip_prefix('و').filter(|_| !TABLES.not_joined.contains(&folded) && !is_given);
            let joined = second.filter(|s| is_given_in_arabic(s)).is_some();
            if joined {
                found.push(at + 'و'.len_utf8());
            }
            let is_given = is_given || joined;
            // Within a name its other words are not its beginning.
            known = TABLES.places.contains(&folded)
                || (is_given || known && !ends_name(plain, 2, " "))
                    && plain.len() + 1 == word.len()
                    && word.ends_with(' ');
        } else if !plain.is_empty() || word.contains('\n') {
            known = false;
        }
        at += word.len();
    }
    found
}
