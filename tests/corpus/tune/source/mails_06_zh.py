"""Chinese (and a Portuguese one), first shelf."""

from compose import G, P, T, mail

mail(38, "china-attendance", "chinamission_un@mfa.gov.cn", "关于出席安全、有序和正常移民全球契约第一轮谈判事", "2018-02-13 15:20 -0500", "coremail",
     """中华人民共和国常驻联合国代表团

（2018）代字第027号

秘书长国际移民问题特别代表办公室：

　　中华人民共和国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并谨通知如下：

　　中方将派外交部国际司副处长郑沐阳先生出席2018年2月20日至23日在纽约举行的第一轮政府间谈判，费用自理。

　　顺致最崇高的敬意。

　　　　　　　　　　　　　　　　二〇一八年二月十二日于纽约
""", G("attendance", "note_verbale", "zh", "CHN", "new_york", "（2018）代字第027号", "2018-02-12", ["gcm-round-1"],
      [T("郑沐阳", "m", "外交部国际司副处长")], ["Chinese numerals in the date", "GB18030 body"]), charset="gb18030", cte="base64", head_charset="gb2312")

mail(39, "laos-zh-request", "Lao Mission <lao@un.int>", "照会", "2017-09-15 10:10 -0400", "foxmail", "您好！\n\n照会见附件，请查收。\n",
     G("request", "note_verbale", "zh", "LAO", "new_york", "176/代表团/2017", "2017-09-14", ["gcm-thematic-6"],
       [T("坎佩·冯萨万", "f", "公安部移民管理局副局长")], ["courtesy translation into Chinese", "foreign name in Chinese script"], carrier="pdf"),
     [P("照会（老挝）.pdf", "note", "pdf", """
^ 老挝人民民主共和国常驻联合国代表团
= 纽约
---
< 编号：176/代表团/2017

老挝人民民主共和国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并荣幸地提及关于自愿信托基金的通函。

代表团谨请贵办公室资助公安部移民管理局副局长坎佩·冯萨万女士出席2017年10月12日至13日在日内瓦举行的第六次非正式专题会议。所需费用包括万象至日内瓦往返机票和每日生活津贴。

老挝人民民主共和国常驻联合国代表团借此机会再次向秘书长国际移民问题特别代表办公室致以最崇高的敬意。

> 2017年9月14日，纽约
""", lang="zh", font="song", size=13)], charset="gb18030", cte="base64", label="gb2312")

mail(40, "china-scan-vallarta", "PRC Mission <chinaun@mail.mfa-mission.example.cn>", "照会", "2017-11-10 16:32 -0500", "scanner", "",
     G("attendance", "note_verbale", "zh", "CHN", "new_york", "CML/47/2017", "2017-11-09", ["gcm-stocktaking"],
       [T("慕容雪", "f", "公安部出入境管理局处长"), T("欧阳建国", "m", "常驻团二等秘书")], ["Chinese scan", "two-character family names"], carrier="scan"),
     [P("20171110163155.pdf", "note", "scan", """
^ 中华人民共和国常驻联合国代表团
= PERMANENT MISSION OF THE PEOPLE'S REPUBLIC OF CHINA TO THE UNITED NATIONS
---
> CML/47/2017

中华人民共和国常驻联合国代表团向秘书长国际移民问题特别代表办公室致意，并谨告知，下列代表将出席十二月四日至六日在墨西哥巴亚尔塔港举行的总结评估会议：

< 慕容雪女士，公安部出入境管理局处长
< 欧阳建国先生，常驻团二等秘书

顺致最崇高的敬意。

> 二〇一七年十一月九日
""", lang="zh", font="song", size=15, dpi=160, wear=dict(stamp="常驻联合国代表团", skew=-.8, received=None))])

mail(41, "mongolia-zh-enquiry", "mongolia.desk@un.int", "询问：是否可以资助", "2017-12-19 09:30 -0500", "gmail",
     "您好：\n\n蒙古国常驻联合国代表团想了解，如果代表从北京而不是从乌兰巴托出发，信托基金是否仍可承担前往纽约参加第一轮政府间谈判的机票？另外，申请表在哪里下载？\n\n谢谢！\n\n巴特尔\n蒙古国常驻联合国代表团三等秘书\n",
     G("enquiry", "message", "zh", "MNG", "new_york", None, None, ["gcm-round-1"], [], ["plain question in Chinese"]), charset="utf-8", cte="base64")

mail(42, "timor-leste-portugues", "Timor-Leste Mission <timor-leste@un.int>", "Nota Verbal: pedido de apoio", "2017-08-04 15:44 -0400", "gmail", "Segue em anexo a nota verbal.\n",
     G("request", "note_verbale", None, "TLS", "new_york", "NV/114/MPTL/2017", "2017-08-03", ["gcm-thematic-5"],
       [T("Domingas da Conceição Alves Soares", "f", "Chefe do Departamento de Combate ao Tráfico de Pessoas, Ministério da Justiça")], ["Portuguese: no language of the contract"], carrier="pdf"),
     [P("NV114_MPTL.pdf", "note", "pdf", """
^ REPÚBLICA DEMOCRÁTICA DE TIMOR-LESTE
^ MISSÃO PERMANENTE JUNTO DAS NAÇÕES UNIDAS
= Nova Iorque
---
< NV/114/MPTL/2017

A Missão Permanente da República Democrática de Timor-Leste junto das Nações Unidas apresenta os seus melhores cumprimentos ao Gabinete da Representante Especial do Secretário-Geral para as Migrações Internacionais e tem a honra de solicitar o apoio do fundo fiduciário para a deslocação da Sra. Domingas da Conceição Alves Soares, Chefe do Departamento de Combate ao Tráfico de Pessoas, Ministério da Justiça, à quinta sessão temática informal, a realizar-se em Viena nos dias 4 e 5 de setembro de 2017.

A Missão Permanente aproveita a oportunidade para reiterar ao Gabinete os protestos da sua mais elevada consideração.

> Nova Iorque, 3 de agosto de 2017
""", font="cambria")])
