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
