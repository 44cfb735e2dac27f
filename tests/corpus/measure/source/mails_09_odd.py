"""Odd ones: long notes, rare layouts, dates and events told in unusual ways."""
from .post import *  # noqa: F403

mail("ankara-class", "2017-10-27T15:18:00-04:00", ("TUR-UN", "tr-delegation.newyork@mfa.example.tr"), "Note 2017/9511 [UNCLASSIFIED]",
     g("attendance", "note_verbale", "en", "TUR", "new_york", "2017/67843231-BMDT/13116511", "2017-10-26", ["gcm-stocktaking"], [("Elif Nur Karaçadır Öztoprak", "f", "Deputy Director General for Migration and Humanitarian Affairs")]),
     "pdf", ["long reference", "classification line", "Syria named"], mua="exchange", text="UNCLASSIFIED\n\nPlease find attached.\n\nUNCLASSIFIED\n",
     papers=[P("DilekceNot.pdf", "note", pdf("""
~ UNCLASSIFIED

| TURKEY Permanent Mission to the United Nations | 2017/67843231-BMDT/13116511 |

The Permanent Mission of Turkey to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to inform the Office that Turkey, host to more than three million Syrians, will be represented in Puerto Vallarta (4-6 December 2017) by Ambassador Ms. Elif Nur Karaçadır Öztoprak, Deputy Director General for Migration and Humanitarian Affairs.

The Permanent Mission of Turkey avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

New York, 26 October 2017

~ UNCLASSIFIED
""", "arial"))])

mail("kabul-long", "2017-11-10T19:44:00-05:00", ("Afghanistan UN", "contact@afghanistan-un.example.af"), "Stocktaking meeting, request for funding",
     g("request", "note_verbale", "en", "AFG", "new_york", "UN/PM/1714", "2017-11-10", ["gcm-stocktaking"], [("Mirwais Hotak Wardak", "m", "Director of Policy and Planning, Ministry of Refugees and Repatriations")]),
     "scan", ["two pages, nominee on the second", "Iran and Pakistan named"], mua="outlook", text="Salaam,\nthe Note (2 pp.) is attached.\n",
     papers=[P("UN-PM-1714.pdf", "note", scanpdf("""
# Permanent Mission of the Islamic Republic of Afghanistan to the United Nations
~ 633 Third Avenue, 27th Floor, New York, NY 10017

< UN/PM/1714

The Permanent Mission of the Islamic Republic of Afghanistan to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and wishes first to recall the circumstances in which Afghanistan comes to the stocktaking.

In the course of 2016 more than one million Afghans came back from Pakistan and from the Islamic Republic of Iran, a good part of them not by choice. They found provinces in which one inhabitant in three was already displaced. In 2017, while the pace of returns from Pakistan has slackened, deportations from Iran have continued at some ten thousand a week. The Displacement and Returnees Executive Committee, which the Chief Executive chairs, has made land, documents and schooling its three priorities.

Afghanistan has spoken at each of the six thematic sessions, but through its Mission alone. It holds that those who deal with return in the provinces should be heard by those who write of it. It further holds that the Compact must say something on return which is more than the word dignity; that readmission and development are to be considered together; and that consular identification be assisted where archives were burnt.

It was for such reasons that the Government decided to be present in Mexico at the level of the competent Ministry.
%%%
< - 2 -

Accordingly, the Mission has the honour to request that air travel Kabul - Dubai - Mexico City - Puerto Vallarta and return, and the daily subsistence, of Mr. Mirwais Hotak Wardak, Director of Policy and Planning, Ministry of Refugees and Repatriations, be covered by the voluntary trust fund. He will need to apply for his visa in New Delhi, which takes three weeks.

The Permanent Mission of the Islamic Republic of Afghanistan to the United Nations avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

> New York, November 10, 2017
""", "tinos", seed=151, skew=.9, quality=24, stamped="AFGHANISTAN MISSION", at=(.35, .27), initialled=(.6, .30)))])

mail("faso-premier", "2017-08-02T11:11:00-04:00", ("Mission Burkina", "burkina.mission@un.int"), "Note verbale du 1er août",
     g("request", "note_verbale", "fr", "BFA", "new_york", "2017-0356/MPBF-NU", "2017-08-01", ["gcm-thematic-5"], [("Wendyam Pulchérie Tiendrébéogo", "f", "magistrate, Secrétaire permanente du Conseil national de l'enfance")]),
     "text", ["1er août", "courriel avec entêtes citées"], mua="zimbra", charset="utf-8", text="""2017-0356/MPBF-NU

La Mission permanente du Burkina Faso auprès de l'Organisation des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales. Elle a l'honneur d'indiquer que le Burkina Faso entend participer, les 4 et 5 septembre prochains, à la session consacrée au trafic illicite de migrants, à la traite des personnes et aux formes contemporaines d'esclavage, et d'y désigner Madame Wendyam Pulchérie Tiendrébéogo, magistrate, Secrétaire permanente du Conseil national de l'enfance, dont le déplacement pourrait être imputé au fonds volontaire, le pays figurant au nombre des moins avancés.

La Mission permanente du Burkina Faso saisit cette opportunité pour réitérer au Bureau les assurances de sa parfaite considération.

New York, le 1er août 2017

Ampliations : MAECBE/Ouagadougou, Chrono
""")

mail("tirana-abbrev", "2017-09-20T10:00:00-04:00", ("Albania", "albania@un.int"), "TS6",
     g("request", "note_verbale", "en", "ALB", "new_york", "482/1", "2017-09-19", ["gcm-thematic-6"], [("Besjana Gjergji Hoxhallari", "f", "Head of the Migration Directorate")]),
     "text", ["event by abbreviation and city"], mua="horde", charset="iso-8859-1", cte="8bit", text="""Prot. 482/1

The Permanent Mission of the Republic of Albania to the United Nations presents its compliments to the Office of the SRSG and kindly requests that the expenses of Ms. Besjana Gjergji Hoxhallari, Head of the Migration Directorate, for the 6th GCM thematic session (Geneva, October) be met from the Trust Fund.

The Permanent Mission of the Republic of Albania uses this occasion to extend to the Office of the SRSG the expression of its highest esteem.

New York, 19.09.2017
""")

mail("basseterre", "2018-01-10T09:37:00-05:00", ("SKN PM", "sknmission@aol.example.com"), "Note for the SRSG's office",
     g("request", "note_verbale", "en", "KNA", "new_york", "UN 14/1 Vol. 3", "2018-01-09", ["gcm-zero-draft"], [("Azilla Liburd", "f", "Senior Foreign Service Officer")]),
     "scan", ["typewritten, reference with a volume"], mua="yahoo", html=True, text="Please find Note attached, tks\n", papers=[P("epson001.pdf", "note", scanpdf("""
! Permanent Mission of\\
Saint Christopher (St. Kitts) and Nevis\\
to the United Nations

> UN 14/1 Vol. 3

The Permanent Mission of St. Kitts and Nevis to the United Nations extends its compliments to the Office of the Special Representative of the Secretary-General for International Migration and asks that Ms. Azilla Liburd, Senior Foreign Service Officer, be considered for support to follow, on 5 February in the Trusteeship Council Chamber, the presentation of the zero draft.

Her ticket would be Basseterre - San Juan - New York.

The Permanent Mission of St. Kitts and Nevis wishes to assure the Office of its continued highest consideration.

> January 9, 2018
""", "typed", seed=157, skew=-1.0, stamped="ST KITTS AND NEVIS", at=(.25, .40), initialled=(.55, .46)))])

mail("pohnpei", "2017-10-19T17:15:00-04:00", ("FSM Mission", "fsmun@fsmgov.example.fm"), "Note Verbale: GCM stock-taking",
     g("request", "note_verbale", "en", "FSM", "new_york", "FSMUN-NV-2017-58", "2017-10-19", ["gcm-stocktaking"], [("Suzanne Lowe-Gallen", "f", "Deputy Assistant Secretary"), ]),
     "html", ["table in HTML"], mua="gmail", alternative=False, text="-", html="""<div dir="ltr"><p>FSMUN-NV-2017-58<br>October 19, 2017</p><p>The Permanent Mission of the Federated States of Micronesia to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and conveys the following in reply to the circular on travel support:</p>
<table border=1><tr><th align=left>Meeting</th><td>Preparatory (stocktaking) meeting, Puerto Vallarta</td></tr><tr><th align=left>Representative</th><td>Ms. Suzanne Lowe-Gallen</td></tr><tr><th align=left>Title</th><td>Deputy Assistant Secretary</td></tr><tr><th align=left>From</th><td>Pohnpei</td></tr><tr><th align=left>Support needed</th><td>Ticket and DSA</td></tr></table>
<p>The Permanent Mission of the Federated States of Micronesia avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.</p></div>""")

mail("bangkok-roll", "2017-10-20T08:20:00-04:00", ("Thai Mission", "thailand@un.int"), "Thai delegation, UN Bangkok",
     g("attendance", "note_verbale", "en", "THA", "new_york", "56101/1284", "2017-10-19", ["gcm-regional-escap"], [("Pornpimol Sukhumvadee", "f", "Deputy Permanent Secretary"), ("Anuchit Rattanakosol", "m", "Director, International Organizations Department"), ("Wipada Chaiyaphum", "f", "Labour Specialist")]),
     "docx", ["table of three who attend"], mua="outlook", text="For your kind information.\n", papers=[P("56101.docx", "note", lo("docx", """
No. 56101/1284

The Permanent Mission of Thailand to the United Nations presents its compliments to the Office of the Special Representative and, with regard to the Regional Preparatory Meeting for Asia and the Pacific at the United Nations Conference Centre in Bangkok on 6 and 7 November 2017, has the honour to transmit the list of the Thai delegation:

| 1. | Ms. Pornpimol Sukhumvadee | Deputy Permanent Secretary |
| 2. | Mr. Anuchit Rattanakosol | Director, International Organizations Department |
| 3. | Miss Wipada Chaiyaphum | Labour Specialist |

The Permanent Mission of Thailand avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

19 October B.E. 2560 (2017)
""", "arial"))])

mail("hanoi", "2018-02-19T14:00:00-05:00", ("Vietnam UN", "vietnam@un-mission.example.vn"), "NV 77",
     g("request", "note_verbale", "en", "VNM", "new_york", "77/18", "2018-02-16", ["gcm-round-2"], [("Phạm Thị Quỳnh Châu", "f", "Deputy Head of Division, Consular Department")]),
     "pdf", ["Vietnamese diacritics", "family name first"], mua="outlook", text="pls find attached\n", papers=[P("Công hàm 77.pdf", "note", pdf("""
> 77/18

The Permanent Mission of the Socialist Republic of Viet Nam to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to recommend Ms. Phạm Thị Quỳnh Châu, Deputy Head of Division, Consular Department, as a candidate for the grant of the trust fund so as to take part in the second negotiation round next month.

The Permanent Mission of Viet Nam takes this opportunity to renew to the Office the assurances of its highest consideration./.

^ New York, 16 February 2018
""", "noto"))])

mail("maputo", "2017-09-19T16:44:00-04:00", ("Moçambique", "mozambique@un.int"), "Nota",
     g("request", "note_verbale", None, "MOZ", "new_york", "284/MPM/NY/2017", "2017-09-18", ["gcm-thematic-6"], [("Argentina Fenias Machava", "f", "Directora Nacional do Trabalho Migratório")]),
     "scan", ["Portuguese scan", "a given name that is a State's"], mua="zimbra", text="Cumprimentos. Nota em anexo.\n", papers=[P("NV284.pdf", "note", scanpdf("""
# REPÚBLICA DE MOÇAMBIQUE
^ MISSÃO PERMANENTE JUNTO ÀS NAÇÕES UNIDAS
=
< 284/MPM/NY/2017

A Missão Permanente da República de Moçambique junto das Nações Unidas apresenta os seus cumprimentos ao Gabinete da Representante Especial do Secretário-Geral para as Migrações Internacionais e tem a honra de solicitar que a Senhora Argentina Fenias Machava, Directora Nacional do Trabalho Migratório, beneficie do fundo voluntário para participar na sexta sessão temática, em Genebra, a 12 e 13 de Outubro de 2017.

A Missão Permanente da República de Moçambique reitera ao Gabinete os protestos da sua mais alta consideração.

> Nova Iorque, 18 de Setembro de 2017
""", "plain", seed=163, skew=.7, stamped="MOCAMBIQUE", at=(.3, .40), initialled=(.55, .44)))])

mail("harare-swap", "2017-11-20T12:30:00-05:00", ("Zimbabwe", "zimbabwe@un.int"), "Change",
     g("amendment", "note_verbale", "en", "ZWE", "new_york", "MISC/NY/11/17", "2017-11-17", ["gcm-stocktaking"], [("Tariro Chigumba-Moyo", "f", "Deputy Director")]),
     "scan", ["replacement in an aside"], mua="lotus", text="attached\n", papers=[P("misc.pdf", "note", scanpdf("""
# REPUBLIC OF ZIMBABWE

The Permanent Mission of the Republic of Zimbabwe to the United Nations presents its compliments to the Office of the Special Representative for International Migration and thanks it for the favourable reply of 13 November.

The events of recent days have made it necessary for Mr. Obert Nhengu to remain in Harare. The Mission accordingly asks that the place kept for him at Puerto Vallarta pass to his deputy, Mrs. Tariro Chigumba-Moyo, Deputy Director, whose particulars will follow.

The Permanent Mission of the Republic of Zimbabwe avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< MISC/NY/11/17
< 17 November 2017
""", "plain", seed=167, skew=-1.1, stamped="ZIMBABWE", at=(.40, .30), initialled=(.6, .34)))])

mail("bridgetown", "2017-09-25T10:25:00-04:00", ("Barbados", "prun@foreign.example.bb"), "Withdrawal of candidate",
     g("withdrawal", "letter", "en", "BRB", "new_york", "PRUN 7/14/2", "2017-09-25", ["gcm-thematic-6"], [("Dwayne St. Elmo Griffith", "m", "Chief Labour Officer")]),
     "pdf", ["withdrawal by letter", "hurricanes, other States named"], mua="outlook", text="Ambassador's letter attached.\n", papers=[P("PR letter.pdf", "note", lo("pdf", """
PRUN 7/14/2

25 September 2017

Dear Madam,

Irma and Maria have spared Barbados and ruined our neighbours. Every senior officer is now engaged in the relief of Dominica and of Antigua and Barbuda, and it is with regret that I must withdraw the name of Mr. Dwayne St. Elmo Griffith, Chief Labour Officer, which I submitted to you on the first of the month for the thematic session in Geneva.

I trust that you will understand, and that another may profit by the place.

Yours faithfully,

Permanent Representative of Barbados
""", "tinos"))])

mail("sarajevo", "2018-02-13T15:55:00-05:00", ("BiH", "bihun@mfa.example.ba"), "Verbal note 08/1-31-05",
     g("request", "note_verbale", "en", "BIH", "new_york", "08/1-31-05-4-112/18", "2018-02-12", ["gcm-round-2", "gcm-round-3"], [("Mirsada Hadžiosmanović", "f", "Assistant Minister for Immigration")]),
     "scan", ["two rounds in running prose"], mua="thunderbird", text="in attachment\n", papers=[P("bih.pdf", "note", scanpdf("""
^ BOSNIA AND HERZEGOVINA
^ Permanent Mission to the United Nations, New York
=
. 08/1-31-05-4-112/18

The Permanent Mission of Bosnia and Herzegovina to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to ask the Fund to take over the costs of Ms. Mirsada Hadžiosmanović, Assistant Minister for Immigration, who has been appointed to attend both the second round of intergovernmental negotiations in March and the third one in April.

The Permanent Mission of Bosnia and Herzegovina avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< New York, 12 February 2018
""", "dejavu", seed=173, skew=.4, stamped="BOSNA I HERCEGOVINA", at=(.45, .34), initialled=(.25, .40)))])

mail("tehran-attend", "2018-02-16T13:13:00-05:00", ("Iran Mission", "iran@un.int"), "delegation",
     g("attendance", "note_verbale", "en", "IRN", "new_york", "0098", "2018-02-15", ["gcm-round-1"], [("Seyed Morteza Khoshroo", "m", "Director General for Aliens and Foreign Immigrants' Affairs")]),
     "text", ["short reference with leading zeros"], mua="exchange", text="""No. 0098

The Permanent Mission of the Islamic Republic of Iran to the United Nations presents its compliments to the Office of the SRSG for International Migration and has the honor to inform that Mr. Seyed Morteza Khoshroo, Director General for Aliens and Foreign Immigrants' Affairs, will participate in the first round of intergovernmental negotiations on the Compact, 20-23 February 2018. No financial assistance is expected.

The Permanent Mission of the Islamic Republic of Iran avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

New York, 15 February 2018
""")

mail("saotome", "2017-07-07T18:18:00-04:00", ("STP", "stp@un.int"), "Nota verbal / note verbale",
     g("request", "note_verbale", "fr", "STP", "new_york", "RSTP/41/MP-NU/2017", "2017-07-06", ["gcm-thematic-4"], [("Deolinda Trovoada d'Assunção", "f", "Directrice des Communautés")]),
     "docx", ["en-tête portugais, corps français"], mua="gmail", html=True, text="ci-joint\n", papers=[P("RSTP41.docx", "note", lo("docx", """
RSTP/41/MP-NU/2017

La Mission permanente de la République démocratique de Sao Tomé-et-Principe auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale et vient, par la présente, demander que le Fonds contribue au voyage de Mme Deolinda Trovoada d'Assunção, Directrice des Communautés, à New York où se tiendra, fin juillet (24-25), la session sur l'apport des migrants et des diasporas au développement durable. Nombre de Santoméens vivent en Angola, au Gabon et au Portugal.

La Mission permanente renouvelle au Bureau l'assurance de sa considération distinguée.

New York, le 6 juillet 2017
""", "sans", header="^ REPÚBLICA DEMOCRÁTICA DE SÃO TOMÉ E PRÍNCIPE\n~ Unidade – Disciplina – Trabalho"))])

mail("delhi-offer", "2018-01-23T11:05:00-05:00", ("PMI New York", "pmi@indiaun.example.in"), "Contribution to Trust Fund",
     g("contribution", "note_verbale", "en", "IND", "new_york", "NY/PM/580/1/2017", "2018-01-22", [], []),
     "scan", ["donor among developing countries"], mua="outlook", text="Kindly find attached.\n", papers=[P("PMI580.pdf", "note", scanpdf("""
^ **Permanent Mission of India to the United Nations**
^ New York
< NY/PM/580/1/2017

The Permanent Mission of India to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to state that the Government of India has approved, as a token of South-South solidarity, a contribution of US$ 100,000 to the Trust Fund. The Mission would appreciate the bank details and, if any, the instrument that has to be signed.

The Permanent Mission of India avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> 22 January 2018
""", "plain", seed=179, skew=-.3, stamped="INDIA NEW YORK", at=(.5, .28), initialled=(.25, .34)))])

mail("rwanda-voice", "2018-02-17T13:50:00-05:00", ("Rwanda PM", "rwanda@un.int"), "2nd IGN",
     g("request", "note_verbale", "en", "RWA", "new_york", "PMNY/098/02/2018", "2018-02-15", ["gcm-round-2"], [("Uwimana Clarisse", "f", "Migration Policy Analyst")]),
     "tnef", ["winmail.dat with the note as its body's neighbour", "family name first"], mua="outlook", text="Attached\n", papers=[P("winmail.dat", None, tnef("Attached\n", P("PMNY098.pdf", "note", pdf("""
^ REPUBLIC OF RWANDA
^ PERMANENT MISSION TO THE UNITED NATIONS
> PMNY/098/02/2018

The Permanent Mission of the Republic of Rwanda to the United Nations presents its compliments to the Office of the SRSG for International Migration and, convinced of the value of continuity, wishes to see among the participants in the March negotiations (12-15) Miss Uwimana Clarisse, Migration Policy Analyst, on condition that the voluntary trust fund can sponsor her.

The Permanent Mission of the Republic of Rwanda avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

15 February 2018
""", "sans"))), ctype="application/ms-tnef")])

mail("antigua-receipt", "2017-08-18T23:58:00-04:00", ("Antigua & Barbuda", "unmission@abgov.example.ag"), "before midnight",
     g("request", "note_verbale", "en", "ATG", "new_york", "ANU/NV/017", "2017-08-18", ["gcm-thematic-5"], [("Shirlene Nibbs-Warrington", "f", "Deputy Comptroller, Immigration")]),
     "text", ["received after midnight of the closing day"], mua="iphone", transit=150, text="""ANU/NV/017
18 Aug. 2017

The Permanent Mission of Antigua and Barbuda to the United Nations presents its compliments to the Special Representative and requests travel support for Ms. Shirlene Nibbs-Warrington, Deputy Comptroller, Immigration, for Vienna (4-5 September).

The Permanent Mission of Antigua and Barbuda avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

Sent from my iPhone
""")
