//! Chinese names: before a courtesy, with the points of transliteration, between a post and a verb, or at the
//! beginning of a line.
//!
//! Nothing parts a name from the post before it; names of other tongues are known by their points and by the
//! characters that transliteration uses, Chinese ones by the family name.
//!
//! Longer than 400 lines because the tables of surnames, titles and posts stand beside the only walk over characters that asks them; to be split.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Name;
use crate::reading::Gender;

/// A person of a Chinese text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reading::travellers) struct Person {
    pub name: Name,
    /// Byte behind the courtesy.
    pub end: usize,
    pub post: Option<String>,
    pub gender: Option<Gender>,
    /// With a courtesy, or with a name of several parts behind its post.
    pub titled: bool,
}

/// Posts after which a Chinese name stands.
const POSTS: &[&str] = &[
    "参赞",
    "参事",
    "公使",
    "部长",
    "司长",
    "处长",
    "秘书",
    "秘书长",
    "大使",
    "顾问",
    "官员",
    "主任",
    "局长",
    "专员",
    "代表",
    "教授",
    "随员",
    "主管",
    "科长",
    "署长",
    "厅长",
    "干事",
    "专家",
    "总监",
    "助理",
    "主席",
    "委员",
    "法官",
    "检察官",
    "上校",
    "中校",
    "少校",
    "少将",
    "中将",
    "大校",
    "上尉",
    "中尉",
    "警官",
    "警监",
    "警司",
    "警督",
    "经理",
    "研究员",
    "工程师",
    "协调员",
    "负责人",
    "首席",
    "一秘",
    "二秘",
    "三秘",
    "领事",
    "武官",
    "团长",
    "团员",
    "科员",
    "监察员",
    "统计师",
    "律师",
    "博士",
    "医生",
    "队长",
    "总长",
    "次长",
    "院长",
    "所长",
    "组长",
    "特使",
    "议员",
    "职员",
    "分析师",
    "调查员",
    "股长",
    "处员",
    "代办",
    "省长",
    "市长",
    "州长",
    "县长",
    "校长",
    "会长",
    "理事",
    "书记",
    "检察长",
    "审计长",
    "规划师",
    "经济师",
    "经济学家",
    "督察",
    "工作人员",
    "公务员",
    "调研员",
    "巡视员",
    "研究人员",
    "专职人员",
    "联络官",
    "新闻官",
    "政务官",
    "外交官",
    "军官",
    "发言人",
    "督导",
    "讲师",
    "学者",
    "翻译",
    "译员",
    "联络员",
    "办事员",
    "干部",
    "行长",
    "总裁",
    "參贊",
    "參事",
    "部長",
    "司長",
    "處長",
    "秘書",
    "秘書長",
    "顧問",
    "官員",
    "局長",
    "專員",
    "隨員",
    "科長",
    "署長",
    "廳長",
    "幹事",
    "專家",
    "總監",
    "委員",
    "法官",
    "檢察官",
    "上校",
    "經理",
    "研究員",
    "工程師",
    "協調員",
    "負責人",
    "領事",
    "團長",
    "團員",
    "律師",
    "醫生",
    "隊長",
    "總長",
    "次長",
    "院長",
    "所長",
    "組長",
    "議員",
    "職員",
    "代辦",
    "市長",
    "會長",
    "翻譯",
    "書記",
    "公務員",
];
/// What stands before the post of a Chinese nominee.
const VERBS: &[&str] = &[
    "为",
    "由",
    "提名",
    "推荐",
    "指派",
    "委派",
    "派遣",
    "选派",
    "资助",
    "支助",
    "支持",
    "代替",
    "改派",
    "通知",
    "替换",
    "派",
    "任命",
    "申请",
    "撤回",
    "撤销",
    "取消",
    "替代",
    "接替",
    "取代",
    "更换",
    "承担",
    "负担",
    "支付",
    "提供",
    "对",
    "关于",
    "拟派",
    "拟",
    "特派",
    "指定",
    "选定",
    "推选",
    "现",
    "遴选",
    "委任",
    "委托",
    "派出",
    "确定",
    "安排",
    "邀请",
    "所提",
    "所荐",
    "任用",
    "兹派",
    "即",
    "系",
    "是",
    "原定",
    "原派",
    "原拟",
    "批准",
    "决定",
    "同意",
    "允许",
    "准许",
    "请求",
    "谨请",
    "报销",
    "解决",
    "协助",
    "帮助",
    "便利",
    "保障",
    "负责",
    "包括",
    "率领",
    "告知",
    "改为",
    "更正为",
    "变更为",
    "替换为",
    "更换为",
    "推薦",
    "遴選",
    "選派",
    "資助",
    "為",
    "擬派",
    "擬",
    "對",
    "關於",
    "請求",
    "係",
    "現",
    "委請",
    "經",
    "下列",
    "因",
    "鉴于",
    "以及",
    "并有",
    "尚有",
    "另有",
    "有",
    "给予",
    "向",
    "就",
    "与我",
    "同我",
    "我的同事",
    "换成",
    "换为",
    "换",
    "改由",
    "改提",
    "现提",
    "新提",
    "另提",
    "改荐",
    "改报",
    "替",
    "让",
    "聘",
    "请",
    "邀",
    "派来",
    "叫",
    "請來",
    "一位",
    "那位",
    "这位",
    "联络人",
    "联系人",
];
/// Words in which the end of a verb of the table is none.
const GUARDED: &[(&str, &str)] = &[
    ("由", "自由"),
    ("对", "对外"),
    ("对", "对口"),
    ("對", "對外"),
    ("现", "现代"),
    ("现", "现任"),
    ("現", "現代"),
    ("是", "于是"),
    ("派", "派出机构"),
    ("派", "反偷运派"),
    ("支持", "支持司"),
    ("有", "国有"),
    ("有", "所有"),
    ("有", "拥有"),
    ("因", "因特"),
    ("系", "关系"),
    ("系", "体系"),
    ("即", "立即"),
    ("向", "方向"),
    ("就", "就业"),
    ("就", "成就"),
    ("就", "就業"),
    ("安排", "安排司"),
    ("协助", "协助司"),
    ("协助", "协助处"),
    ("确定", "确定署"),
    ("为", "行为"),
    ("为", "作为"),
    ("对", "针对"),
    ("委托", "委托处"),
    ("提供", "提供商"),
    ("保障", "保障部"),
    ("保障", "社会保障"),
    ("保障", "保障局"),
    ("因", "基因"),
    ("经", "经济"),
    ("經", "經濟"),
    ("对", "反对"),
    ("指定", "指定机构"),
    ("申请", "申请处"),
    ("负责", "负责人"),
    ("支持", "支持处"),
    ("便利", "便利化"),
];
const COURTESIES: &[(&str, Option<Gender>)] = &[
    ("先生", Some(Gender::M)),
    ("女士", Some(Gender::F)),
    ("小姐", Some(Gender::F)),
    ("夫人", Some(Gender::F)),
    ("同志", None),
    ("博士", None),
    ("教授", None),
    ("阁下", None),
    ("閣下", None),
];
const DOTS: &str = "·・•‧∙･";
/// The commonest family names of one character.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤阮裴殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦柳辛关齐庄凌霍涂左樊詹欧耿包甘祁柯祝岳路古纪裘姬游蓝凤郎邢鲍管阎佟卜盛靳車張陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴湯項";
/// Characters with which names of other tongues are written, in both scripts.
const SOUNDS: &str = "阿艾爱安昂奥澳巴白拜班邦包鲍保贝比彼毕边宾冰波伯博布卜才采蔡策查柴昌彻陈楚川茨次慈丛崔村达戴丹当道德登邓迪地蒂丁东董杜多敦顿俄厄恩尔耳法凡范方菲费芬丰冯佛弗夫福富噶盖甘冈高戈哥格葛根贡古顾瓜关圭郭果哈海汉杭豪赫黑亨洪侯胡华怀惠霍基吉几季加贾简江姜杰捷津京久居卡凯坎康考科柯可克肯孔库夸奎坤拉莱赖兰朗劳勒雷蕾黎李里丽利莉历立连联廉良列烈林琳玲龄留刘龙隆卢鲁路露罗洛伦马玛麦迈曼芒毛梅门蒙孟米密敏缪摩莫默姆穆木那纳娜奈南瑙内嫩尼妮涅培彬玻钵坝叭云宁纽农努诺欧帕潘庞佩彭蓬皮匹平蒲普浦奇齐契恰钱强乔切钦琴青琼丘让热仁日荣茹儒瑞若撒萨塞赛桑森沙莎珊山善尚绍舍申圣施石什史舒朔斯丝思松苏素孙索塔泰坦汤唐陶特藤提田铁廷通图托陀瓦万旺威韦维温文翁沃乌伍武西希锡喜夏显香肖谢辛欣兴匈雄休许旭薛雅亚延扬杨尧耶叶伊依易英永尤宇约泽曾扎詹张章珍芝朱兹宗祖佐左妲娅婷薇沱傣兀呐嘉娃婕姬宛岑岱峰巨帝弘彦拿敖朵杏柳棉楠沁洁浩湾澜玖瑟瑶珠琪璐甫疏皆盛硕禄笛笼纪缇耀臣茜茵莲菜萝萍虎蜜衮裴谭赞辰郁金钧锦钟阮雪霞韩颇魏黄芙芳苔蓉芮荻蕊冶巧昆宋吴乃乍猜春颂差育披娥汶坡坂塘涛润翠诗婉吞觉梭妙漆额仓颜音其宝愛奧貝畢邊賓達當鄧東頓爾範費豐馮蓋岡貢顧關漢華懷傑凱萊賴蘭勞麗歷連聯龍盧魯羅倫馬瑪麥邁門繆納寧紐農諾歐龐齊錢強喬欽瓊讓熱榮薩賽紹聖絲蘇孫湯鐵圖萬韋維溫烏錫顯謝興許亞揚楊堯葉約澤張婭碩祿籠紀緹蓮蘿贊鄭鍾錦韓頗黃瑤潔灣瀾琺";
/// What may stand behind the name of somebody who moves.
const MOVES: &str = "出席|参加|前往|赴|与会|参与|参会|将|代替|接替|作为|组成|率|一行|拟|无法|不能|未能|不克|因故|因病|因公|届时|已|为|出任|担任|現|參加|與會|前來|來|来|代表";

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_sound(c: char) -> bool {
    SOUNDS.contains(c)
}

/// Characters that transliteration does not use: they end a name where its sounds are not all known.
const NO_SOUNDS: &str = "替给让同跟陪聘调改报送有意愿想须共现的了是为由和与及请将被把在从到于向往就并也而但因所以其该此这那们我你您他她它不没无未能会应需要已经正曾又再还只都各每某个位名员长官使秘书任部局司处署厅院委团组国省市县州政府外交内务事办公室人工作参出席前赴来去率领推荐提派遣指定现担系即叫做称先生女士小姐同志授阁下夫元月日年号第次届副主总首席兼等或后至自由原拟选命邀约定換换為與請將國員長書處務團組參內業業署廳會";

fn is_part(c: char) -> bool {
    is_han(c) && !NO_SOUNDS.contains(c) || is_sound(c)
}

fn is_dot(c: char) -> bool {
    DOTS.contains(c)
}

/// A point, or the hyphen of a double name.
fn is_joint(c: char) -> bool {
    is_dot(c) || matches!(c, '-' | '－' | '‐')
}

fn tidy(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether these characters may be a name, and not words of an address or an office.
fn is_name(name: &str) -> bool {
    const BEGINS: [&str; 22] = [
        "我", "贵", "本国", "本团", "谨", "致", "该", "此", "各", "其", "您", "兹", "请", "将", "方面",
        "任何", "任命", "万国", "金额", "向", "安全", "关于",
    ];
    const NEVER: [&str; 44] = [
        "女士",
        "先生",
        "小姐",
        "出席",
        "参加",
        "阁下",
        "代表",
        "联合国",
        "政府",
        "会议",
        "一名",
        "人员",
        "谨致",
        "同志",
        "程序",
        "方案",
        "工作",
        "高级",
        "负责",
        "安排",
        "办公",
        "国际",
        "移民",
        "部门",
        "机构",
        "以上",
        "上述",
        "名单",
        "如下",
        "姓名",
        "职务",
        "基金",
        "资助",
        "专题",
        "谈判",
        "单位",
        "国家",
        "外交",
        "女性",
        "男性",
        "经费",
        "费用",
        "委员",
        "大会",
    ];
    !BEGINS.iter().any(|b| name.starts_with(b))
        && !NEVER.iter().chain(POSTS).any(|n| name.contains(n))
        && name.chars().any(is_han)
}

/// Whether this is a whole name of Chinese form or of sounds alone.
fn is_form(name: &str) -> bool {
    let count = name.chars().count();
    let double = ["欧阳", "司马", "上官", "诸葛", "歐陽", "司馬"].iter().any(|d| name.starts_with(d));
    name.chars().any(is_dot)
        || (2..=3).contains(&count) && name.starts_with(|c| SURNAMES.contains(c))
        || (3..=4).contains(&count) && double
        || (2..=7).contains(&count) && name.chars().all(is_sound)
}

/// The last end of a verb in `part`, past those that are part of other words.
fn verb_end(part: &str) -> Option<usize> {
    VERBS
        .iter()
        .filter_map(|verb| {
            part.rmatch_indices(verb)
                .map(|(at, _)| at)
                .find(|at| {
                    !GUARDED.iter().any(|(v, whole)| {
                        v == verb
                            && part
                                .match_indices(whole)
                                .any(|(w, _)| w <= *at && at + verb.len() <= w + whole.len())
                    })
                })
                .map(|at| at + verb.len())
        })
        .max()
}

/// The post that ends where the name begins, out of the clause before it: behind the last sign and verb.
fn post_in(clause: &str) -> Option<String> {
    // A name that heads an indented line has its post behind it.
    if clause
        .rsplit_once('\n')
        .is_some_and(|(_, line)| line.trim().is_empty() && (line.contains('\u{3000}') || line.len() > 1))
    {
        return None;
    }
    let line = tidy(clause.rsplit("\n\n").next().unwrap_or_default());
    let part = line.rsplit(['，', '。', '；', '：', ',', ';', ':', '“', '"', '（', '(']).next()?;
    let part = part.get(verb_end(part).unwrap_or(0)..)?;
    // "我国代表、移民局副局长...": in apposition to "our representative".
    let part = ["代表、", "专家、", "官员、", "同事、", "人选、"]
        .iter()
        .filter_map(|lead| part.find(lead).filter(|at| *at < 30).map(|at| at + lead.len()))
        .max()
        .and_then(|at| part.get(at..))
        .unwrap_or(part);
    let part = part.trim_start_matches(['和', '及', '与', '與', '、', '的']);
    let part =
        ["我国", "本国", "我方", "我团", "该国", "本团", "我國", "本國", "一名", "现任", "现", "名为", "名"]
            .iter()
            .fold(part, |p, lead| p.strip_prefix(lead).unwrap_or(p));
    let part =
        part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '）' | ')' | '、'));
    let held =
        POSTS.iter().any(|p| part.ends_with(p)) || part.ends_with(['长', '長', '官', '员', '員', '师', '師']);
    (held && part.chars().count() <= 40).then(|| part.to_owned())
}

/// Where the name that ends at `end` begins: behind the post, the verb or the sign before it.
fn begin(text: &str, floor: usize, end: usize) -> Option<(usize, Option<String>)> {
    let before = text.get(floor..end)?;
    let sign = [
        '，', '。', '；', '：', '、', ',', ';', ':', '“', '"', '「', '（', '(', '|', '【', '】', '\t',
        '\u{c}',
    ];
    let hard = before.rfind(sign.as_slice());
    let hard =
        hard.map_or(0, |m| m + before.get(m..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8));
    let part = before.get(hard..)?;
    // A name with points reaches as far before the first of them as its sounds do.
    if let Some(dot) = part.find(is_dot) {
        let head = part.get(..dot)?;
        let post = POSTS.iter().filter_map(|p| head.rfind(p).map(|at| at + p.len())).max();
        let verb = verb_end(head);
        let start = head
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_part(*c) || c.is_ascii_alphabetic() || *c == '\n' || *c == ' ')
            .last()
            .map(|(at, _)| at);
        let short = |at: &usize| head.get(*at..).is_some_and(|t| (1..=6).contains(&t.trim().chars().count()));
        let sounds = head
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_sound(*c) || c.is_ascii_alphabetic() || *c == '\n' || *c == ' ')
            .last()
            .map(|(at, _)| at);
        // What stands last before the name: a post, a verb, a character that is in no name; else the sounds tell.
        let start = [post, verb, start]
            .into_iter()
            .flatten()
            .filter(|at| *at < dot)
            .max()
            .filter(short)
            .or(sounds)?;
        let lead = part.get(start..)?.len() - part.get(start..)?.trim_start().len();
        let at = floor + hard + start + lead;
        return Some((at, post_in(text.get(floor..at)?)));
    }
    let post =
        POSTS.iter().filter_map(|p| part.rfind(p).map(|at| at + p.len())).filter(|at| *at < part.len()).max();
    let from = post
        .into_iter()
        .chain(verb_end(part).filter(|at| *at < part.len()))
        .chain(
            part.rfind(['和', '及', '与', '與', '的', ' ', '\n'])
                .map(|at| at + part.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8))
                .filter(|at| {
                    let name = part.get(*at..).unwrap_or_default();
                    // A line may break a name.
                    !name.is_empty()
                        && (part.get(..*at).is_some_and(|t| !t.ends_with('\n')) || name.chars().count() > 1)
                }),
        )
        .max()
        .unwrap_or(0);
    let at = floor + hard + from;
    let blank = text.get(at..end).map_or(0, |t| t.len() - t.trim_start().len());
    let at = at + blank;
    Some((at, post_in(text.get(floor..at)?)))
}

/// Every person of a Chinese text.
pub(in crate::reading::travellers) fn persons(text: &str, most: usize) -> Vec<Person> {
    if !text.contains(is_han) {
        return Vec::new();
    }
    let mut ends: Vec<(Range<usize>, usize, Option<Gender>, bool)> = Vec::new();
    for (word, gender) in COURTESIES {
        for (at, _) in text.match_indices(word).take(most) {
            ends.push((at..at, at + word.len(), *gender, true));
        }
    }
    let mut found: Vec<Person> = Vec::new();
    if let Some(form) = DOTTED.as_ref() {
        for whole in form.find_iter(text).filter(|m| m.as_str().contains(is_dot)).take(most) {
            let end = dotted_end(text, whole.range());
            ends.push((end..end, end, None, false));
        }
    }
    ends.sort_by_key(|e| (e.0.start, std::cmp::Reverse(e.1)));
    ends.dedup_by_key(|e| e.0.start);
    let mut last = 0;
    for (at, end, gender, titled) in ends {
        let from = text.get(..at.start).and_then(|t| t.char_indices().rev().nth(60)).map_or(0, |(k, _)| k);
        let floor = from.max(last);
        let Some((start, post)) = begin(text, floor.min(at.start), at.start) else { continue };
        let Some(spoken) = text.get(start..at.start) else { continue };
        let plain = tidy(spoken);
        let length = plain.chars().count();
        let dotted = plain.chars().any(is_dot);
        let fits = length >= 1
            && (length <= 5 || dotted && length <= 24 || length <= 8 && plain.chars().all(is_sound));
        if !fits || !is_name(&plain) || !titled && !dotted || spoken.contains("\n\n") {
            continue;
        }
        // "阁下", "博士" and "教授" end words of addresses and offices too.
        let weak = gender.is_none() && titled && !is_form(&plain);
        if weak {
            continue;
        }
        last = end;
        let name = Name { text: plain, start, end: at.start, count: 1 };
        let titled = titled || post.is_some();
        found.push(Person { name, end, post, gender, titled });
    }
    found.extend(latin(text).into_iter().take(most));
    let more = bare(text, &found);
    found.extend(more.into_iter().take(most));
    found.extend(of_lines(text).into_iter().take(most));
    found
}

/// Where a run with points ends as a name: before a courtesy, a verb, or what is no sound.
fn dotted_end(text: &str, whole: Range<usize>) -> usize {
    let run = text.get(whole.clone()).unwrap_or_default();
    let last = run.char_indices().rev().find(|(_, c)| is_joint(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let from = whole.start + last;
    let tail = text.get(from..).unwrap_or_default();
    let reach = tail.char_indices().nth(14).map_or(tail.len(), |(at, _)| at);
    let tail = tail.get(..reach).unwrap_or_default();
    let tail =
        tail.get(..tail.find(|c: char| !is_han(c) && c != '\n').unwrap_or(tail.len())).unwrap_or_default();
    // A courtesy near by ends it, whatever the sounds.
    let courtesy = COURTESIES.iter().filter_map(|(c, _)| tail.find(c)).filter(|at| *at > 0).min();
    let courtesy = courtesy.filter(|at| {
        tail.get(..*at)
            .is_some_and(|t| t.chars().count() <= 9 && !t.contains(|c| "的和与及参赴由将为是".contains(c)))
    });
    let mut stop = 0;
    for (at, c) in tail.char_indices() {
        let next = tail.get(at + c.len_utf8()..).and_then(|t| t.chars().next());
        // One character that is not known may stand between those that are.
        if !(is_sound(c) || is_part(c) && next.is_some_and(is_sound)) {
            break;
        }
        stop = at + c.len_utf8();
    }
    let ends = ["本人", "可否", "一行", "大使", "公使"];
    let stop = ends.iter().filter_map(|e| tail.find(e)).chain(std::iter::once(stop)).min().unwrap_or(stop);
    let stop = courtesy.unwrap_or(stop);
    let stop = if stop == 0 { tail.chars().next().map_or(0, char::len_utf8) } else { stop };
    whole.start + last + stop
}

static DOTTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(r"[\p{{Han}}A-Z]{{1,8}}\n?(?:[{DOTS}－‐-]\n?[\p{{Han}}A-Z]{{1,8}})+")).ok()
});

/// A name in Latin letters within Chinese: "高级官员 Ana Duro 女士", "Ana Duro，移民司司长".
fn latin(text: &str) -> Vec<Person> {
    let Some(form) = LATIN.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for captures in form.captures_iter(text) {
        let (Some(name), Some(sign)) = (captures.name("name"), captures.name("sign")) else { continue };
        let gender = COURTESIES.iter().find(|(c, _)| *c == sign.as_str()).map(|(_, g)| *g);
        let titled = gender.is_some();
        let before = text.get(..name.start()).unwrap_or_default().trim_end_matches(' ');
        let from = before.char_indices().rev().nth(60).map_or(0, |(k, _)| k);
        let post = before.get(from..).and_then(post_in);
        let clause =
            text.get(sign.end()..).unwrap_or_default().split(['，', '。', '；', '）', ')', ',', '\n']).next();
        let follows = clause.map(tidy).is_some_and(|c| is_post(&c));
        if !titled && !follows && post.is_none() {
            continue;
        }
        let end = if titled { sign.end() } else { name.end() };
        let text = name.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
        let count = text.split(' ').count();
        let name = Name { text, start: name.start(), end: name.end(), count };
        found.push(Person { name, end, post, gender: gender.flatten(), titled });
    }
    found
}

static LATIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?P<name>\p{Lu}[\p{Latin}'’.-]*(?: (?:[a-z]{1,4} )?\p{Lu}[\p{Latin}'’.-]*){1,4}) ?(?P<sign>先生|女士|小姐|同志|博士|教授|，|（|、)",
    )
    .ok()
});

/// A name without courtesy between a post and a verb or a sign: "领事司参赞恩赫图雅参加".
fn bare(text: &str, named: &[Person]) -> Vec<Person> {
    let Some(form) = BARE.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(captures) = form.captures_at(text, next) {
        let (Some(name), Some(post)) = (captures.name("name"), captures.name("post")) else { break };
        // "领事司参赞...": where the first post is the beginning of an office, another may follow at once.
        next = post.end();
        let plain = tidy(name.as_str());
        let known = plain.starts_with(|c| SURNAMES.contains(c)) && plain.chars().count() <= 3;
        let moves = captures.name("next").is_some_and(|n| n.as_str().chars().count() > 1);
        let office = plain.contains(|c| "团组会部局司处员人等们各级面國国委院所层次第届名位".contains(c));
        if !is_name(&plain) || office || !(known || moves && plain.chars().all(is_part)) {
            continue;
        }
        let from = text.get(..post.end()).and_then(|t| t.char_indices().rev().nth(60)).map_or(0, |(k, _)| k);
        // The person before, whose name is no part of this one's post.
        let from = named
            .iter()
            .chain(&found)
            .map(|p: &Person| p.end)
            .filter(|e| *e <= post.start())
            .fold(from, usize::max);
        let post = text.get(from..post.end()).and_then(post_in);
        let name = Name { text: plain, start: name.start(), end: name.end(), count: 1 };
        next = name.end;
        found.push(Person { end: name.end, name, post, gender: None, titled: false });
    }
    found
}

static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let posts = POSTS.join("|");
    // A name of Chinese form is known by its family name, another by its sounds and the verb behind it.
    Regex::new(&format!(
        r"(?P<post>{posts})(?P<name>[{SURNAMES}]\p{{Han}}{{1,2}}?|\p{{Han}}{{2,7}}?)(?P<next>[，、（(。和及]?\n?(?:{MOVES})|[、（(和及]|，|。|；|;|\n|$)"
    ))
    .ok()
});

/// A person at the beginning of a line: "1. 张三，外交部司长", "团 长   陈柏年（男）   外交部参赞".
fn of_lines(text: &str) -> Vec<Person> {
    let Some(form) = LINE.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\u{c}']) {
        let start = at;
        at += line.len();
        let Some(captures) = form.captures(line.trim_end()) else { continue };
        let (Some(name), Some(rest)) = (captures.name("name"), captures.name("rest")) else { continue };
        let plain = tidy(name.as_str());
        let sex = captures.name("sex").map(|s| s.as_str());
        let clause = rest.as_str().split(['。', '；', ';']).next().unwrap_or_default();
        let post =
            clause.split(['，', ',', '（', '(']).map(tidy).find(|p| p.chars().count() <= 40 && is_post(p));
        let told = captures.name("role").is_some() || sex.is_some();
        if !is_name(&plain) || !is_form(&plain) || !(told || post.is_some()) {
            continue;
        }
        let gender = match sex {
            Some(s) if s.contains('男') => Some(Gender::M),
            Some(s) if s.contains('女') => Some(Gender::F),
            _ => None,
        };
        let (from, end) = (start + name.start(), start + name.end());
        let name = Name { text: plain, start: from, end, count: 1 };
        found.push(Person { name, end, post, gender, titled: false });
    }
    found
}

static LINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"^\s*(?:[-•*·—–●○■◆]\s*|[（(]?(?:[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})[)）.．、]\s*|[①②③④⑤⑥⑦⑧⑨⑩]\s*|第[一二三四五]位[：:]?\s*)?(?:(?P<role>团\s*长|副\s*团\s*长|团\s*员|译\s*员|翻\s*译|成\s*员|代\s*表|副\s*代\s*表|随\s*员|顾\s*问|专\s*家|组\s*长|候\s*选\s*人|人\s*选|被提名人|姓\s*名|團\s*長|團\s*員|候\s*選\s*人)\s*[：:\s]\s*)?(?P<name>[{SURNAMES}]\p{{Han}}{{1,2}}|[{SOUNDS}]{{2,7}}|[{SOUNDS}]{{1,6}}(?:[{DOTS}][{SOUNDS}]{{1,6}})+)(?:先生|女士|同志|博士)?\s*(?P<sex>[（(][男女][^）)]{{0,12}}[）)])?(?:\s*[，,：:—–|-]+\s*|\s+|[（(])(?P<rest>[^\n]{{2,}})$"
    ))
    .ok()
});

/// Whether the whole of these words is a post.
pub(in crate::reading::travellers) fn is_post(words: &str) -> bool {
    const NO: [&str; 24] = [
        "我们", "请", "将", "已", "一致", "感谢", "不", "出席", "参加", "联系", "先生", "女士", "会议",
        "费用", "办理", "：", "。", "\"", "“", "他", "她", "如", "本人", "其",
    ];
    let words = words.trim_end_matches(['）', ')', '兼', '。', ' ']);
    let held = POSTS.iter().any(|p| words.ends_with(p))
        || words.ends_with(['长', '長', '官', '员', '員', '师', '師']);
    held && words.chars().all(|c| is_han(c) || "、·（）()/和-".contains(c) || c.is_ascii_alphanumeric())
        && !NO.iter().any(|n| words.contains(n))
}

/// The name that begins a value: up to its courtesy, a sign, or the end of the line; none where a post leads it.
pub(super) fn at(text: &str, at: usize) -> Option<Name> {
    let rest = text.get(at..)?;
    let lead = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\n', '“', '"', '「']).len();
    let rest = rest.get(lead..)?;
    let run =
        rest.find(|c: char| !(is_han(c) || is_joint(c) || c.is_ascii_uppercase())).unwrap_or(rest.len());
    let run = rest.get(..run)?;
    let end = COURTESIES.iter().filter_map(|(c, _)| run.find(c)).filter(|at| *at > 0).min();
    let name = run.get(..end.unwrap_or(run.len()))?;
    let count = name.chars().count();
    let fits = is_form(name) || end.is_some() && count <= 5 || (2..=3).contains(&count);
    (fits && is_name(name) && (2..=24).contains(&count)).then(|| Name {
        text: name.to_owned(),
        start: at + lead,
        end: at + lead + name.len(),
        count: 2,
    })
}
