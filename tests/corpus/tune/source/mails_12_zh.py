"""Chinese, second shelf."""

from compose import G, P, T, mail

mail(117, "china-contribution", "中国代表团 <contribution@chinamission-un.example.cn>", "照会：捐款", "2017-12-15 16:20 -0500", "coremail", "照会请见附件。\n",
     G("contribution", "note_verbale", "zh", "CHN", "new_york", "CML/61/2017", "2017-12-14", [], [], ["gives, in dollars"], carrier="docx"),
     [P("照会CML61.docx", "note", "docx", """
^ 中华人民共和国常驻联合国代表团
< CML/61/2017

中华人民共和国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并谨通知，中国政府决定向根据大会第71/280号决议设立的自愿信托基金捐款10万美元，不指定用途。请提供标准行政安排文本及汇款账户信息。

顺致崇高敬意。

> 2017年12月14日于纽约
""", lang="zh", font="song", size=14, way="2231:gb18030")], charset="gb18030", cte="base64", head_charset="gb18030")

mail(118, "niger-zh", "Niger Beijing <amb.niger.beijing@embassy.example.cn>", "尼日尔大使馆照会", "2017-08-16 18:02 +0800", "foxmail",
     """尼日尔共和国驻华大使馆

编号：2017/88

　　尼日尔共和国驻中华人民共和国大使馆向联合国秘书长国际移民问题特别代表办公室致意，并谨提出如下请求：

　　尼日尔政府指派驻华使馆一等秘书易卜拉欣·马曼先生出席2017年9月4日至5日在维也纳举行的第五次非正式专题会议，请自愿信托基金承担其北京至维也纳的往返旅费。

　　顺致最崇高的敬意。

　　　　　　　　　　　　　　　　二〇一七年八月十六日于北京
""", G("request", "note_verbale", "zh", "NER", "other", "2017/88", "2017-08-16", ["gcm-thematic-5"], [T("易卜拉欣·马曼", "m", "驻华使馆一等秘书")],
      ["an embassy elsewhere", "Niger in Chinese", "host State named"]), charset="gb18030", cte="8bit", head_charset="gb18030")

mail(119, "cambodia-zh-scan", "Camb. Mission <cambodia@un.int>", "scan", "2018-02-02 10:02 -0500", "scanner", "",
     G("request", "note_verbale", "zh", "KHM", "new_york", "0132/2018", "2018-02-01", ["gcm-round-1"], [T("索波帕莉", "f", "内政部移民总局副局长")], ["Chinese scan", "mononym in Chinese script"], carrier="scan"),
     [P("SCN_0132.pdf", "note", "scan", """
^ 柬埔寨王国常驻联合国代表团
= 民族　宗教　国王
---
< 编号：0132/2018

柬埔寨王国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并荣幸地通知，柬埔寨王国政府已提名内政部移民总局副局长索波帕莉女士出席2018年2月20日至23日在纽约举行的第一轮政府间谈判。

代表团请求自愿信托基金为其提供往返机票和每日生活津贴。

柬埔寨王国常驻联合国代表团借此机会再次向特别代表办公室致以最崇高的敬意。

> 2018年2月1日于纽约
""", lang="zh", font="ming", size=15, dpi=170, wear=dict(stamp="柬埔寨王国代表团", skew=1.0, fold=True))])

mail(120, "laos-zh-replacement", "Lao Mission <lao@un.int>", "更换代表", "2017-09-26 09:40 -0400", "outlook", None,
     G("amendment", "note_verbale", "zh", "LAO", "new_york", "183/代表团/2017", "2017-09-25", ["gcm-thematic-6"], [T("本玛·西里冯", "m", "公安部移民管理局处长")],
       ["replacement in Chinese", "earlier note and nominee named"], carrier="html"),
     html="""<html><body style="font-family:宋体;font-size:14px"><p align="center"><b>老挝人民民主共和国常驻联合国代表团</b></p><p>编号：183/代表团/2017</p><p>　　老挝人民民主共和国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并提及本代表团2017年9月14日第176号照会。因工作原因，坎佩·冯萨万女士不能前往日内瓦，现改派公安部移民管理局处长本玛·西里冯先生出席第六次非正式专题会议，请将所给予的旅费资助转给后者。</p><p>　　顺致最崇高的敬意。</p><p align="right">2017年9月25日于纽约</p></body></html>""",
     charset="gbk", cte="base64", label="gb2312")

mail(121, "mongolia-zh-letter", "蒙古国常驻团 <mongolia@un.int>", "常驻代表来函", "2017-11-02 15:12 -0400", "gmail", "见附件。\n",
     G("request", "letter", "zh", "MNG", "new_york", "MN/UN/2017/355", "2017-11-01", ["gcm-stocktaking"], [T("恩赫图雅", "f", "外交部领事司参赞")], ["letter in Chinese", "gender by pronoun", "mononym"], carrier="pdf"),
     [P("来函.pdf", "note", "pdf", """
^ 蒙古国常驻联合国代表团
> MN/UN/2017/355
> 2017年11月1日

尊敬的特别代表阁下：

我谨致函阁下，请求自愿信托基金资助我国外交部领事司参赞恩赫图雅参加今年12月4日至6日在墨西哥巴亚尔塔港举行的总结评估会议。她负责移民事务多年，所需费用为乌兰巴托至巴亚尔塔港的往返机票及食宿费。

阁下，请接受我最崇高的敬意。

> 常驻代表　大使
> 苏赫巴特尔
""", lang="zh", font="hei", size=12)], charset="utf-8", cte="base64")

mail(122, "china-reception-big5", "Consular Club <events@club.example.hk>", "活動通知", "2017-09-08 12:00 +0800", "foxmail",
     "各位會員：\n\n本會訂於九月二十二日晚上七時舉行中秋聯歡晚宴，地點為中環會所二樓。請於九月十五日前回覆報名，費用每位港幣三百元。\n\n秘書處\n",
     G("other", "message", "zh", None, None, None, None, [], [], ["Big5", "dates in the text"]), charset="big5", cte="base64")

mail(123, "china-withdrawal-forward", "办公室 <office@fund.example>", "转发：撤回", "2018-02-16 09:15 -0500", "foxmail",
     """请处理。

-----原始邮件-----
发件人: Lao Mission <lao@un.int>
发送时间: 2018年2月15日 17:40
收件人: office@fund.example
主题: 撤回

老挝人民民主共和国常驻联合国代表团

编号：021/代表团/2018

老挝人民民主共和国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并谨通知，因故撤回本代表团2018年1月25日第009号照会中关于资助外交部国际组织司副司长维莱·萨亚拉先生出席第一轮政府间谈判的请求。

老挝人民民主共和国常驻联合国代表团顺致崇高的敬意。

2018年2月15日于纽约
""", G("withdrawal", "note_verbale", "zh", "LAO", "new_york", "021/代表团/2018", "2018-02-15", ["gcm-round-1"], [T("维莱·萨亚拉", "m", "外交部国际组织司副司长")],
      ["forwarded inline in Chinese", "earlier note named"], carrier="forward"), charset="gb18030", cte="base64", label="gbk")
