"""Late comers: layouts, carriers and events that the other shelves lack."""

from compose import G, P, T, mail
from mime import fill

mail(138, "japan-iso-2022", "Japan Mission <migration@un-japan.example.org>", "Attendance at the fourth thematic session", "2017-07-20 18:20 -0400", "outlook",
     """Permanent Mission of Japan to the United Nations
866 United Nations Plaza, New York, N.Y. 10017

SC/17/203

The Permanent Mission of Japan to the United Nations presents its
compliments to the Office of the Special Representative of the Secretary-
General for International Migration and has the honour to inform the Office
that the following officials will attend the fourth informal thematic
session on 24 and 25 July 2017:

1. Mr. Takahiro SHIRAMIZU, Director, Human Rights and Humanitarian Affairs
   Division, Ministry of Foreign Affairs
2. Ms. Kaoru ONODERA, First Secretary, Permanent Mission of Japan

The Permanent Mission of Japan avails itself of this opportunity to renew
to the Office the assurances of its highest consideration.

New York, 20 July 2017

----
国際連合日本政府代表部
""", G("attendance", "note_verbale", "en", "JPN", "new_york", "SC/17/203", "2017-07-20", ["gcm-thematic-4"],
      [T("Takahiro SHIRAMIZU", "m", "Director, Human Rights and Humanitarian Affairs Division, Ministry of Foreign Affairs"), T("Kaoru ONODERA", "f", "First Secretary, Permanent Mission of Japan")],
      ["ISO-2022-JP", "family name last in capitals"]), charset="iso-2022-jp", cte="7bit", crlf=False)

mail(139, "namibia-misleading-name", "Namibia Mission <info@namibiaunmission.org>", "NAMIBIA", "2017-10-06 15:09 -0400", "outlook", "Good day,\n\nAttached please find our diplomatic note in Word format.\n",
     G("request", "note_verbale", "en", "NAM", "new_york", "NAM/UN/154/2017", "2017-10-05", ["gcm-regional-eca"], [T("Nehemia Shikongo", "m", "Chief Immigration Officer, Ministry of Home Affairs and Immigration")],
       ["a PDF called .doc with a Word media type", "regional meeting", "body calls it Word"], carrier="pdf"),
     [P("Diplomatic note 154.doc", "note", "pdf", """
^ REPUBLIC OF NAMIBIA
= Permanent Mission of the Republic of Namibia to the United Nations
= 135 East 36th Street, New York, NY 10016
* UNCLASSIFIED
> NAM/UN/154/2017

The Permanent Mission of the Republic of Namibia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request that the participation of Mr. Nehemia Shikongo, Chief Immigration Officer, Ministry of Home Affairs and Immigration, in the African Regional Consultative Meeting on the Global Compact (Addis Ababa, Ethiopia, 26 - 27 October 2017) be financed from the Fund.

The Permanent Mission of the Republic of Namibia avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< 05 October 2017
""", font="arial", size=11)])

mail(140, "iran-first-session", "Iran Mission Geneva <mission.iran.geneva@un.example.ch>", "Note no. 2050/1", "2017-04-18 11:30 +0200", "thunderbird",
     fill("""
|In the Name of God, the Most Compassionate, the Most Merciful

|Permanent Mission of the Islamic Republic of Iran
|to the United Nations Office and other International Organizations
|Geneva

|No. 2050/1-1788

The Permanent Mission of the Islamic Republic of Iran to the United Nations Office and other international organizations in Geneva presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request financial support for Mr. Seyed Kazem Mirvahedi, Head of Foreign Nationals Department, Ministry of Interior, to take part in the first informal thematic session (Geneva, 8-9 May 2017).

The Permanent Mission of the Islamic Republic of Iran avails itself of this opportunity to renew to the esteemed Office the assurances of its highest consideration.

|Geneva, 18 April 2017
"""), G("request", "note_verbale", "en", "IRN", "geneva", "2050/1-1788", "2017-04-18", ["gcm-thematic-1"], [T("Seyed Kazem Mirvahedi", "m", "Head of Foreign Nationals Department, Ministry of Interior")],
       ["Geneva mission", "religious formula first"]), crlf=False, flowed=False)

mail(141, "burkina-politique", "Mission Burkina <bfapm@un.int>", "Note verbale MP/NY/SG", "2018-01-29 12:36 -0500", "notes", "Ci-joint.\n",
     G("request", "note_verbale", "fr", "BFA", "new_york", "2018-00043/MP/NY/SG/kj", "2018-01-29", ["gcm-round-1"], [T("Honorine Sawadogo/Kinda", "f", "Secrétaire permanente du Conseil supérieur des Burkinabè de l'étranger")],
       ["long paragraph on policy before the request, over two pages", "married name with a stroke", "several neighbours named"], carrier="pdf"),
     [P("NV 00043.pdf", "note", "pdf", """
^ BURKINA FASO
= Unité – Progrès – Justice
^ MISSION PERMANENTE DU BURKINA FASO AUPRÈS DES NATIONS UNIES
= 633 Third Avenue, Suite 31A, New York, NY 10017
---
< N° 2018-00043/MP/NY/SG/kj

La Mission permanente du Burkina Faso auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de lui faire part de ce qui suit.

Le Burkina Faso, pays d'origine, de transit et, de plus en plus, de destination, partage avec la Côte d'Ivoire, le Ghana, le Mali et le Niger un espace de mobilité ancien, que consacre le Protocole de la CEDEAO sur la libre circulation des personnes. Plus de trois millions de ses ressortissants résident à l'étranger ; leurs envois de fonds constituent, pour nombre de familles, la première ressource monétaire.

Il considère que le pacte mondial doit reposer sur les droits de l'homme, la responsabilité partagée et une lecture équilibrée de l'objectif de développement durable 10.7. Il a pris part, avec les moyens qui sont les siens, aux six sessions thématiques de l'année écoulée, à Genève, à New York et à Vienne, ainsi qu'à la réunion préparatoire de Puerto Vallarta, au cours de laquelle sa délégation a souligné la nécessité d'une coopération renforcée entre pays d'origine, de transit et de destination, et d'un soutien accru aux pays les moins avancés.

C'est dans cet esprit que le Gouvernement entend être représenté, dès la première série de négociations intergouvernementales (New York, 20-23 février 2018), par une personnalité en prise directe avec les communautés établies à l'étranger. Les contraintes budgétaires que connaît le pays, confronté à des attaques terroristes répétées, ne lui permettent toutefois pas d'en assumer la charge.

La Mission permanente prie en conséquence le Bureau de bien vouloir réserver une suite favorable à la demande d'appui du fonds d'affectation spéciale qu'elle a l'honneur de formuler au bénéfice de :

= **Mme Honorine Sawadogo/Kinda,**
= Secrétaire permanente du Conseil supérieur des Burkinabè de l'étranger.

La Mission permanente du Burkina Faso remercie d'avance le Bureau et saisit cette occasion pour lui renouveler les assurances de sa haute considération.

> Fait à New York, le 29 janvier 2018
""", lang="fr", font="cambria", size=14, lead=1.6)])

mail(142, "cote-d-ivoire-hidden-text", "Mission CI <cotedivoiremission@yahoo.com>", "Note verbale", "2017-10-30 16:00 -0400", "yahoo", "",
     G("request", "note_verbale", "fr", "CIV", "new_york", "1147/MP.CI/ABC/17", "2017-10-27", ["gcm-stocktaking"], [T("N'Guessan Amoin Valérie", "f", "Directrice des Ivoiriens de l'extérieur")],
       ["scan with a bad text layer of its own", "family name first with an apostrophe"], carrier="scan"),
     [P("NV 1147 (OCR).pdf", "note", "scan", """
^ RÉPUBLIQUE DE CÔTE D'IVOIRE
= Union – Discipline – Travail
^ MISSION PERMANENTE DE CÔTE D'IVOIRE AUPRÈS DES NATIONS UNIES
---
< N° 1147/MP.CI/ABC/17

La Mission permanente de la République de Côte d'Ivoire auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de solliciter la prise en charge de Mme N'Guessan Amoin Valérie, Directrice des Ivoiriens de l'extérieur, en vue de sa participation à la réunion préparatoire (bilan) qui se tiendra du 4 au 6 décembre 2017 à Puerto Vallarta, au Mexique.

La Mission permanente de Côte d'Ivoire saisit cette occasion pour renouveler au Bureau de la Représentante spéciale les assurances de sa haute considération.

> New York, le 27 octobre 2017
""", lang="fr", font="times", size=12.5, producer="Adobe Acrobat 10.1.16 Paper Capture Plug-in", wear=dict(stamp="MISSION COTE D'IVOIRE", skew=.5),
        hidden=["RBPUBLIQUB DB C6TB D'TVOTRB\nIJnion - Di5cip1ine - Trava11\nMl55I0N PBRMANBNTB DB COTB D'lVOlRB\nNo LL47lMP CIIABC/L7\n"
                "La M155ion permanonle ds la R6publique da C6tc d'lvoirc aupr8s dcs Nat|ons Un1cs pr6sonts scs comp|1mcnts\nau Burcau dc 1a Rcpr6scntantc sp6cia1c"])])

mail(143, "sao-tome-doc", "Mission S. Tome <saotome@un.int>", "Apoio / Support", "2018-02-12 09:44 -0500", "roundcube", "Please find the note enclosed.\n",
     G("request", "note_verbale", "en", "STP", "new_york", "9/MP/STP/2018", "2018-02-09", ["gcm-round-2"], [T("Ilza Quaresma d'Alva", "f", "Inspector of the Migration and Borders Service")],
       ["clumsy translation", "particle d'", "abbreviated event"], carrier="doc"),
     [P("Nota9.doc", "note", "doc", """
^ REPÚBLICA DEMOCRÁTICA DE SÃO TOMÉ E PRÍNCIPE
= (Unidade – Disciplina – Trabalho)
^ Permanent Mission to the United Nations
> New York, 09 February 2018
< Nr. 9/MP/STP/2018

The Permanent Mission of the Democratic Republic of São Tomé and Príncipe near the United Nations presents its best compliments to the Office of the Special Representative of the Secretary-General for the International Migrations and has the honor to solicit the good offices of the same in the sense of being supported by the Fund the displacement of Mrs. Ilza Quaresma d'Alva, Inspector of the Migration and Borders Service, for the 2nd round of the GCM negotiations, of 12 to 15 of March.

The Permanent Mission of the Democratic Republic of São Tomé and Príncipe takes advantage of the occasion to renew the protests of its highest consideration.
""", font="times")])

mail(144, "czechia-contribution", "Czech Mission NY <un.newyork@embassy.mzv.cz>", "Note", "2018-01-11 13:05 -0500", "exchange", "Please see the attachment.\n",
     G("contribution", "note_verbale", "en", "CZE", "new_york", "4053/2018-NYSTM", "2018-01-10", [], [], ["new short name under the long one"], carrier="pdf"),
     [P("4053_2018.pdf", "note", "pdf", """
^ Permanent Mission of the Czech Republic to the United Nations
= New York
< Ref. No. 4053/2018-NYSTM

The Permanent Mission of the Czech Republic to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to announce that Czechia will provide CZK 1,000,000 to the Voluntary Trust Fund in support of the participation of least developed countries in the intergovernmental negotiations.

The Permanent Mission of the Czech Republic avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> New York, 10 January 2018
""", font="free", size=12.5, paper="Letter")])

mail(145, "philippines-capital-email", "Rowena Tagumpay <rm.tagumpay@labour.example.ph>", "Request for funding", "2017-09-12 16:20 +0800", "gmail",
     """Dear Sir/Madam,

I am Rowena Tagumpay, Division Chief at the Department of Labor and
Employment, Manila, Republic of the Philippines. I would like to join the
sixth thematic session in Geneva this October but our Department has no
budget for it. May I please be granted travel support by your fund? I can
send my passport and CV at once.

Respectfully,
Rowena M. Tagumpay
""", G("request", "message", "en", "PHL", "capital", None, None, ["gcm-thematic-6"], [T("Rowena Tagumpay", None, "Division Chief at the Department of Labor and Employment")],
      ["asks for herself by plain mail", "no note"]))

mail(146, "kyrgyz-unlabelled-1251", "Mission KR <kyrgyzstan@un.int>", "Nota", "2018-02-14 16:01 -0500", "express",
     """ПОСТОЯННОЕ ПРЕДСТАВИТЕЛЬСТВО КЫРГЫЗСКОЙ РЕСПУБЛИКИ ПРИ ООН

Исх. № 017-204

Постоянное представительство Кыргызской Республики при Организации
Объединенных Наций свидетельствует свое уважение Канцелярии Специального
представителя Генерального секретаря по вопросу о международной миграции и
имеет честь просить о покрытии за счет Целевого фонда расходов на участие
господина Эмиля Токтогуловича Жумабаева, начальника управления
Государственной службы миграции, во втором раунде межправительственных
переговоров с 12 по 15 марта 2018 года.

Постоянное представительство пользуется случаем, чтобы возобновить
Канцелярии уверения в своем высоком уважении.

Нью-Йорк, 13.02.2018
""", G("request", "note_verbale", "ru", "KGZ", "new_york", "017-204", "2018-02-13", ["gcm-round-2"],
      [T("Эмиля Токтогуловича Жумабаева", "m", "начальника управления Государственной службы миграции")], ["unlabelled windows-1251", "numeric date with full stops", "genitive"]),
     charset="windows-1251", cte="8bit", label="", bare=True)

mail(147, "gabon-photo", "Mission Gabon <gabonmission@aol.com>", "NV Gabon", "2017-04-28 18:12 -0400", "iphone", "Envoyé de mon iPhone\n",
     G("request", "note_verbale", "fr", "GAB", "new_york", "0311/MPG/ONU/17", "2017-04-27", ["gcm-thematic-2"], [T("Annie-Flore Moussavou Boussougou", "f", "Directrice générale de la Documentation et de l'Immigration")],
       ["photograph in French", "event by theme and month"], carrier="photo"),
     [P("IMG_0458.jpg", "note", "photo", """
^ MISSION PERMANENTE DE LA RÉPUBLIQUE GABONAISE
^ AUPRÈS DES NATIONS UNIES
= 18 East 41st Street, 9th Floor, New York, NY 10017
---
< N° 0311/MPG/ONU/17

La Mission Permanente de la République Gabonaise auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de solliciter un appui au voyage en faveur de Madame Annie-Flore Moussavou Boussougou, Directrice générale de la Documentation et de l'Immigration, à l'effet de participer, en mai 2017 à New York, à la session thématique consacrée aux facteurs de migration, notamment les effets néfastes des changements climatiques.

La Mission Permanente de la République Gabonaise saisit cette occasion pour renouveler au Bureau l'assurance de sa haute considération.

> New York, le 27 avril 2017
""", lang="fr", font="times", size=13, wear=dict(stamp="MISSION DU GABON"))])

mail(148, "emirates-html-meta", "UAE Mission <uae.un@mofa.example.ae>", "مشاركة", "2018-02-12 13:48 -0500", "exchange", None,
     G("attendance", "note_verbale", "ar", "ARE", "new_york", "1/6/9-114", "2018-02-09", ["gcm-round-1"], [T("حمدان راشد الشامسي", "m", "مدير إدارة حقوق الإنسان بالوكالة")],
       ["charset only in the page's meta line", "windows-1256"], carrier="html"),
     html="""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body dir="rtl"><p align="center"><b>البعثة الدائمة لدولة الإمارات العربية المتحدة لدى الأمم المتحدة</b></p><p>الرقم: 1/6/9-114</p><p>التاريخ: 9 فبراير 2018</p>
<p>تهدي البعثة الدائمة لدولة الإمارات العربية المتحدة لدى الأمم المتحدة أطيب تحياتها إلى مكتب الممثلة الخاصة للأمين العام المعنية بالهجرة الدولية، وتتشرف بالإحاطة بأن السيد حمدان راشد الشامسي، مدير إدارة حقوق الإنسان بالوكالة، سيشارك في الجولة الأولى من المفاوضات الحكومية الدولية (20-23 فبراير 2018) على نفقة الدولة.</p>
<p>وتغتنم البعثة الدائمة هذه الفرصة لتعرب عن فائق الاحترام والتقدير.</p></body></html>""", charset="windows-1256", cte="base64", label="")

mail(149, "zimbabwe-two-processes", "Zimbabwe Mission <zimnewyork@gmail.com>", "Request for assistance: Vienna and New York, September 2017", "2017-08-16 10:29 -0400", "gmail", "Please find the attached Note.\n",
     G("request", "note_verbale", "en", "ZWE", "new_york", "NY/MIG/9/17", "2017-08-15", ["gcm-thematic-5", "trafficking-hlm"], [T("Tendai Chigumbura-Moyo", "m", "Principal Director, Ministry of Home Affairs")],
       ["both trafficking processes asked for", "gender by pronoun"], carrier="pdf"),
     [P("NY.MIG.9.17.pdf", "note", "pdf", """
^ PERMANENT MISSION OF THE REPUBLIC OF ZIMBABWE TO THE UNITED NATIONS
= 128 East 56th Street, New York, N.Y. 10022
< Ref: NY/MIG/9/17

The Permanent Mission of the Republic of Zimbabwe to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request travel support for Tendai Chigumbura-Moyo, Principal Director, Ministry of Home Affairs, to enable him to participate in the following:

- Fifth informal thematic session, Vienna, 4-5 September 2017;
- High-level meeting on the appraisal of the Global Plan of Action to Combat Trafficking in Persons, New York, 27-28 September 2017.

The Permanent Mission of the Republic of Zimbabwe avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> 15 August 2017
""", font="verdana", size=10)])

mail(150, "grenada-hearing", "Grenada Mission <grenada@un.int>", "Hearing of 21 February", "2018-02-01 14:31 -0500", "yahoo",
     fill("""
|PERMANENT MISSION OF GRENADA TO THE UNITED NATIONS

|GND/UN/18/011

The Permanent Mission of Grenada to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and wishes to request assistance from the trust fund for Ms. Kerryne Japal-Alexis, Permanent Secretary, Ministry of Labour, to attend the multi-stakeholder hearing on 21 February 2018 at United Nations Headquarters.

The Permanent Mission of Grenada avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

|1 February 2018
"""), G("request", "note_verbale", "en", "GRD", "new_york", "GND/UN/18/011", "2018-02-01", ["gcm-hearing-4"], [T("Kerryne Japal-Alexis", "f", "Permanent Secretary, Ministry of Labour")],
       ["a hearing between the days of a round"]))

mail(151, "seychelles-both-ways", "Seychelles Mission <seychelles@un.int>", "Note SEY/UN/33", "2017-08-09 17:27 -0400", "apple", "Please see the attached Note.\n",
     G("request", "note_verbale", "en", "SYC", "new_york", "SEY/UN/33/17", "2017-08-07", ["gcm-thematic-5"], [T("Marie-Ange Laporte-Esparon", "f", "Director of Immigration Services")],
       ["numeric date that can be read in two ways"], carrier="docx"),
     [P("SEY UN 33.docx", "note", "docx", """
^ PERMANENT MISSION OF THE REPUBLIC OF SEYCHELLES TO THE UNITED NATIONS
= 685 Third Avenue, Suite 1107, New York
< SEY/UN/33/17
< Date: 07/08/2017

The Permanent Mission of the Republic of Seychelles to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to seek travel support for Mrs. Marie-Ange Laporte-Esparon, Director of Immigration Services, to attend the fifth informal thematic session at Vienna.

The Permanent Mission of the Republic of Seychelles avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
""", font="cambria", size=12)])

mail(152, "micronesia-month-first", "FSM Mission <fsmun@fsmgov.example.org>", "FSM request", "2017-08-10 12:58 -0400", "outlook",
     """PERMANENT MISSION OF THE FEDERATED STATES OF MICRONESIA
TO THE UNITED NATIONS
300 East 42nd Street, Suite 1600, New York

DATE: 08/09/2017
NOTE: FSMUN-067-17

The Permanent Mission of the Federated States of Micronesia to the
United Nations presents its compliments to the Office of the Special
Representative of the Secretary-General for International Migration and
has the honor to request financial assistance for Mr. Kasio Ruben Elanzo,
Assistant Attorney General for Human Trafficking, Department of Justice,
to attend the Vienna thematic session, 4-5 September 2017.

The Permanent Mission of the Federated States of Micronesia avails itself
of this opportunity to renew to the Office the assurances of its highest
consideration.
""", G("request", "note_verbale", "en", "FSM", "new_york", "FSMUN-067-17", "2017-08-09", ["gcm-thematic-5"], [T("Kasio Ruben Elanzo", "m", "Assistant Attorney General for Human Trafficking, Department of Justice")],
      ["numeric date, month first by the mail's date"]))

mail(153, "eritrea-undated-scan", "eritreamission@un.int", "(no subject)", "2017-05-01 09:50 -0400", "none", "",
     G("request", "note_verbale", "en", "ERI", "new_york", None, None, ["gcm-thematic-2"], [T("Yemane Tesfu Habtezghi", "m", "Head of the Consular Division, Ministry of Foreign Affairs")],
       ["undated, unnumbered scan"], carrier="scan"),
     [P("untitled.pdf", "note", "scan", """
^ PERMANENT MISSION OF THE STATE OF ERITREA
^ TO THE UNITED NATIONS
= 800 Second Avenue, 18th Floor, New York, N.Y. 10017
---
The Permanent Mission of the State of Eritrea to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request a return ticket, Asmara - New York - Asmara, and subsistence allowance for Mr. Yemane Tesfu Habtezghi, Head of the Consular Division, Ministry of Foreign Affairs, for his participation in the second informal thematic session on 22 and 23 May.

The Permanent Mission of the State of Eritrea avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.
""", font="times", size=13, wear=dict(stamp="STATE OF ERITREA", skew=-.7, received="RECEIVED\n1 MAY 2017"))])
