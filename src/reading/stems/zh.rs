//! Words of Chinese, simplified and traditional, sought among the characters of a sentence.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::Said;
use super::Stem::{self, *};

const TABLE: &[(Stem, &str)] = &[
    (
        Pay,
        "承担 負擔 负担 承擔 支付 支給 支给 报销 報銷 资助 資助 资金 垫付 出资支持 付费 买单 埋单 供资 报账 列支 开支由 核销 支应 支應 拨付 撥付 解决费用 负责费用 代付 补贴 補貼 赞助 贊助 给付 补助 補助 经费由 费用由 由基金 出钱 包干 全额 缴付 代订 代购 减免 偿付",
    ),
    (
        Provide,
        "提供 给予 給予 安排 发放 發放 惠予 惠准 拨给 购买 購買 订购 代订 预订 預訂 出票 订票 解决 開立 开具 批准 准予 配给 核准 核发",
    ),
    (
        Help,
        "支助 支持 协助 協助 援助 帮助 幫助 帮忙 支援 便利 扶助 襄助 资助 資助 补助 补贴 赞助 惠助 鼎助 成行",
    ),
    (
        Cost,
        "机票 機票 旅费 旅費 差旅 川资 川資 路费 路費 往返 食宿 住宿 津贴 津貼 费用 費用 票款 票务 交通费 国际旅行 旅行费 生活津贴 每日津贴 酒店 宾馆 房费 盘缠 盤纏 旅资 开支 经费 經費 膳宿 差费 航班 飞机票 住房 膳食 膳宿费 吃住 住宿费 票价",
    ),
    (
        Travel,
        "赴会 赴會 与会 與會 出席 参加 參加 参会 參會 前往 旅行 行程 出访 来参会 赴 到会 成行 出差 此行 出国 出國 出行",
    ),
    (Fund, "基金 信托基金 信託基金 主办方 组织方 举办方"),
    (Benefit, "受益 受惠 获益 獲益 受资助 享受 利用 获选 入选 惠及 享有 获批 受助 获资助 领取 领用"),
    (Seat, "名单 名單 名额 名額 席位 之列 列入 纳入 納入 人选 人選 代表 行列 配额 登记 登記 订票 机票"),
    (Offer, "通知 通函 第四段 段所述 便利 机制 机会提供 安排 办法 名额 资助 支助"),
    (
        Wish,
        "申请 申請 请求 請求 恳请 懇請 谨请 謹請 商请 寻求 尋求 要求 恳求 呈请 提请 申領 敦请 吁请 請予 请予 特请 兹请 茲請 拟请 烦请 祈请 请准 敬请 敬請 请贵 请考虑 爰請 请将 请为 请由 请给予 請將 請由 惠请 函请 特此申请 谨申请",
    ),
    (
        Polite,
        "希望 盼 望能 为盼 为感 為感 为荷 為荷 不胜感激 深为感激 感激 期望 盼望 期盼 冀 祈 惠予 望予 恳盼 幸甚 至为感谢 拜托 予以考虑 酌情",
    ),
    (
        May,
        "能否 可否 是否可 能不能 可不可以 可以 能够 能夠 可能 能 若能 如能 如蒙 倘蒙 若蒙 请 請 麻烦 烦请 有劳",
    ),
    (
        Name,
        "推荐 推薦 提名 拟派 擬派 提议 建议 推举 举荐 人选 人選 遴选 遴選 选派 候选人 拟请 呈报 愿派 想推荐 提出",
    ),
    (Need, "需要 需 亟需 急需 必须 须 需求 所需 有赖 倚赖 依靠"),
    (Means, "预算 預算 经费 經費 财政 財政 资金 資金 国库 拨款 财力 款项 资源"),
    (
        Scarce,
        "有限 不足 用尽 拮据 困难 困難 紧张 緊張 短缺 无力 無力 远超 超出 没有 沒有 缺乏 匮乏 告罄 难以 難以 吃紧 不够 非本国 不敷 枯竭 耗尽 用完 无法承担 所能",
    ),
    (Not, "不 无 無 未 没 沒 毋 勿 非"),
    (Proceed, "处理 處理 办理 辦理 考虑 考慮 受理 审理"),
    (Shift, "转到 转至 改到 顺延 转为 移至 转给 转予 轉給 轉至 延至 改用于"),
    (Without, "无需 無需 不用 不必 没有 无须 不须 毋需 毋须"),
    (Longer, "再 遗憾 遺憾 抱歉 歉意 因故 临时 臨時 很遗憾 突发 不巧 恐怕 对不起 由于健康"),
    (If, "如果 若 倘 假如 如能 只要 如蒙 一旦 假使 设若 否则"),
    (
        Home,
        "政府 我国 我國 本国 我部 我方 中方 派遣国 派遣方 国家 本部 部里 外交部 我团 自己 国内 公务经费 财政部 自有",
    ),
    (Alone, "自费 自費 自理 自行 自筹 自籌 自有 自备 自己 自身 自掏"),
    (Selves, "自己 自行 自理 自费 自費 我们自己 自付 自出"),
    (By, "由 从 從 以"),
    (
        Replace,
        "替换 替換 代替 改派 更换 更換 替代 取代 改由 接替 换人 换成 換成 换为 換為 顶替 另派 改为 改為 换作 转由 替补为 调换 递补 接任 换一位 换了 现改提 改提 改请 改由",
    ),
    (
        Correct,
        "更正 修正 有误 有誤 错误 錯誤 写错 寫錯 误写 誤寫 笔误 筆誤 订正 勘误 改正 变更 變更 更改 修改 改一下 错字 打错 应为 應為 正确的是 正确 误为 误作 拼写 误植 改成 写成 纠正 调整",
    ),
    (Withdraw, "撤回 撤销 撤銷 收回 放弃 放棄 退出 撤下 撤消 撤换 取回"),
    (
        Cancel,
        "取消 作废 作廢 失效 无效 無效 不再有效 终止 終止 停止 勿再 不必再 不用再 免予 不予 作罢 作罷 搁置 免办 退票 注销",
    ),
    (Drop, "划掉 删除 刪除 除名 去掉 拿掉 腾出 騰出 释放 空出 剔除 移除 删去 让出 转给其他"),
    (
        Unable,
        "无法 無法 不能 不克 未能 难以 難以 去不了 来不了 不便 无缘 不得不 脱不开 走不开 參加不了 参加不了 去不成 不可能 无暇 来不成 不去了 不来了 不参加了 不参加 不出席 不派 不去 去不 来不",
    ),
    (
        Former,
        "此前 先前 早前 前 已 之前 上述 原 日第 第 续 關於 参阅 查阅 提及 提到 曾 业已 經 所提 上月 上周 日照会 日函 昨天",
    ),
    (Own, "我团 本团 本館 我馆 我方 代表团"),
    (
        Paper,
        "照会 照會 节略 節略 申请 申請 来函 函 信 邮件 提名 请求 請求 信函 电邮 申请表 人选 名字 姓名 登记",
    ),
    (
        Attend,
        "出席 参加 參加 与会 與會 参会 參會 前往 赴会 到会 来参加 列席 旁听 发言 代表 赴 率团 成行 来 去",
    ),
    (Will, "将 將 拟 擬 会 會 准备 确定 确认 決定 决定 已指派 已指定 委派 指派 派出 派 兹派 特派"),
    (
        Attends,
        "参会的是 将由 將由 与会人员 与会代表 出席人员 参会人员 參會人員 将率 将派 团长 参会者 出席者 参加者 代表名单 率领 率领代表团 参加人员 参会代表 出席会议的",
    ),
    (Delegation, "代表团 代表團"),
    (Compose, "组成 組成 成员 成員 团长 團長 率 由下列 名单 人员 如下 包括 一行"),
    (
        Ask,
        "询问 詢問 请问 請問 咨询 諮詢 澄清 查询 查詢 了解 请教 打听 想问 想知道 疑问 说明 釋疑 请示 问一下 请告知 敬请告知 见告 見告 赐告 惠告 示知",
    ),
    (Tell, "告知 通知 确认 確認 回复 回覆 答复 答覆 示下 明确 通报 指明 告诉 说明 获悉"),
    (Know, "知道 了解 得知 知悉 获知 明了 弄清"),
    (Which, "是否 何时 何時 如何 哪些 什么 甚麼 多少 几 怎么 能否 可否 哪 谁 有无 吗 呢 何种 多久 有没有"),
    (Matter, "截止 期限 日期 程序 标准 標準 手续 材料 文件 条件 进展 办法 流程 状态 状况 细节 方式"),
    (Give, "捐 认捐 認捐 捐款 捐助 捐赠 捐贈 捐资 出资 供资 捐献 自愿捐款 贡献资金 注资 缴款"),
    (Transfer, "汇 匯 拨 撥 划拨 转账 汇款 划款 存入 交付 缴 转入 拨款 打款"),
    (Sum, "美元 欧元 歐元 瑞士法郎 人民币 万元 美金 金额 万美元 英镑 日元 款项 克朗 加元 一笔"),
    (From, "由 从 從 自 向"),
    (Announce, "派 遣 注册 报名 登记 通报 派员"),
    (Got, "误收 收到"),
    (Nations, "联合国 聯合國"),
    (Relative, "其 该 之"),
    (
        Chief,
        "部长 部長 总统 總統 总理 總理 大使 领事 領事 主席 省长 阁下 閣下 常驻代表 代办 国务 副部长 议长",
    ),
    (Sign, "签署 簽署 签名 署名 此致 敬上"),
    (Delegate, "代表 人选 人選 候选人 官员 官員 专家 專家 同事 人员 人員 同志 学员 参会者 该员"),
    (Advice, "奉 经批准 指示 授权 授權 批准 决定 決定 命 委托 委託 核准 建议 同意"),
];

struct Finder {
    words: AhoCorasick,
    stems: Vec<Stem>,
}

static FINDER: LazyLock<Option<Finder>> = LazyLock::new(|| {
    let rows =
        || TABLE.iter().flat_map(|(stem, list)| list.split_whitespace().map(move |word| (*stem, word)));
    let words = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(rows().map(|(_, word)| word))
        .ok()?;
    Some(Finder { words, stems: rows().map(|(stem, _)| stem).collect() })
});

/// Characters that stand together, without signs between them.
#[derive(Default)]
pub(super) struct Run {
    text: String,
    /// Place of the first character, and its byte.
    start: (usize, usize),
}

impl Run {
    pub(super) fn push(&mut self, characters: &str, place: usize, at: usize) {
        if self.text.is_empty() {
            self.start = (place, at);
        }
        self.text.push_str(characters);
    }

    /// Adds the stems of the run to `found`. Of words that begin at one character the longest counts, unless they
    /// are kinds of their own.
    pub(super) fn end(&mut self, found: &mut Vec<Said>) {
        if self.text.is_empty() {
            return;
        }
        let Some(finder) = FINDER.as_ref() else { return };
        for hit in finder.words.find_overlapping_iter(&self.text) {
            let place = self.text.get(..hit.start()).map_or(0, |before| before.chars().count());
            if let Some(stem) = finder.stems.get(hit.pattern().as_usize()) {
                found.push(Said { place: self.start.0 + place, stem: *stem, at: self.start.1 + hit.start() });
            }
        }
        self.text.clear();
    }
}

/// Whether the word is written in Chinese characters.
pub(super) fn is_han(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|c| matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'))
}
