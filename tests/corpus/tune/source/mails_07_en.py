"""English, second shelf."""

import compose
import mime
from compose import G, P, T, mail
from mime import fill

mail(43, "papua-new-guinea-vienna", "PNG Mission <pngun@pngmission.org>", "NV 54/17: Participation at Vienna, 4-5 September", "2017-08-15 15:02 -0400", "thunderbird",
     """PAPUA NEW GUINEA
PERMANENT MISSION TO THE UNITED NATIONS

NV 54/17

The Permanent Mission of Papua New Guinea to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to convey that Mr. Kila Vagi, Director Compliance, PNG Immigration and Citizenship Authority, has been nominated to participate in the meeting on 4-5 September 2017 in Vienna.

The Permanent Mission would appreciate favourable consideration of the provision of an economy class return airfare (Port Moresby-Singapore-Vienna) and terminal expenses from the Trust Fund.

The Permanent Mission of Papua New Guinea to the United Nations avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

15 August, 2017

-- 
Permanent Mission of Papua New Guinea
201 East 42nd Street, Suite 2411, New York
""", G("request", "note_verbale", "en", "PNG", "new_york", "54/17", "2017-08-15", ["gcm-thematic-5"],
      [T("Kila Vagi", "m", "Director Compliance, PNG Immigration and Citizenship Authority")], ["a Guinea", "event by dates and city", "format=flowed"]), flowed=True)

mail(44, "dominica-round-1", "dominicaun@gmail.com", "Travel Support for GCM negotiations", "2018-01-29 14:50 -0500", "gmail", "Please find Note attached.\n\nCommonwealth of Dominica Mission\n",
     G("request", "note_verbale", "en", "DMA", "new_york", "DOM/UN/6/18", "2018-01-26", ["gcm-round-1"],
       [T("Delroy St. Rose", "m", "Chief of Police and Head of Immigration")], ["Dominica, whose reference says DOM", "abbreviation in the family name"], carrier="scan"),
     [P("CCF26012018.pdf", "note", "scan", """
^ COMMONWEALTH OF DOMINICA
^ Permanent Mission of the Commonwealth of Dominica to the United Nations
= 800 Second Avenue, Suite 400H, New York, NY 10017
---
< **Ref. No. DOM/UN/6/18**

The Permanent Mission of the Commonwealth of Dominica to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request assistance from the voluntary trust fund to enable Mr. Delroy St. Rose, Chief of Police and Head of Immigration, to represent the Commonwealth of Dominica at the 1st round of negotiations of the global compact for migration in February 2018.

As a small island developing State severely affected by Hurricane Maria, the Commonwealth of Dominica is unable to meet the cost of his travel from Roseau.

The Permanent Mission of the Commonwealth of Dominica to the United Nations avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

< January 26, 2018
""", font="arial", size=11.5, producer="HP LaserJet MFP M426fdn", wear=dict(stamp="COMMONWEALTH OF DOMINICA", skew=-1.4))])

mail(45, "swaziland-vallarta", "Swaziland Mission <swaziland@un.int>", "Diplomatic Note", "2017-11-09 11:11 -0500", "outlook", "Please receive the attached.\n",
     G("request", "note_verbale", "en", "SWZ", "new_york", "SWD/NY/MIG/3", "2017-11-08", ["gcm-stocktaking"],
       [T("Nompumelelo Dlamini", "f", "Under Secretary, Ministry of Home Affairs")], ["former name of the State", "event by city alone"], carrier="pdf"),
     [P("Diplomatic Note.pdf", "note", "pdf", """
^ PERMANENT MISSION OF THE KINGDOM OF SWAZILAND TO THE UNITED NATIONS
= 408 East 50th Street, New York, N.Y. 10022
~ Telephone (212) 371-8910   Fax (212) 754-2755
< Our Ref: SWD/NY/MIG/3
< Your Ref:

The Permanent Mission of the Kingdom of Swaziland to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to inform the esteemed Office that the Government of the Kingdom has nominated Ms. Nompumelelo Dlamini, Under Secretary, Ministry of Home Affairs, to attend the meeting in Puerto Vallarta. She will depart Manzini on 2nd December, 2017 and requires sponsorship in full.

The Permanent Mission of the Kingdom of Swaziland to the United Nations avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> 8th November, 2017
""", font="dejavu", size=10.5, paper="Letter")])

mail(46, "fyrom-round-2", "Permanent Mission <newyork.un@mfa.gov.mk>", "Note no. 42-118/2", "2018-02-06 10:20 -0500", "exchange", "Dear colleagues,\n\nplease find the Note in the attachment.\n",
     G("request", "note_verbale", "en", "MKD", "new_york", "42-118/2", "2018-02-05", ["gcm-round-2"],
       [T("Biljana Stojanovska-Trajkova", "f", "Head of Unit for Asylum and Migration, Ministry of Interior")], ["name of the State of its day"], carrier="pdf"),
     [P("Note_42-118-2.PDF", "note", "wordpdf", """
^ PERMANENT MISSION OF THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA
^ TO THE UNITED NATIONS
= 866 UN Plaza, Suite 517, New York
< No. 42-118/2

The Permanent Mission of the former Yugoslav Republic of Macedonia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honor to apply for the support of the participation of Ms. Biljana Stojanovska-Trajkova, Head of Unit for Asylum and Migration, Ministry of Interior, at the second round of the intergovernmental negotiations in New York (12-15 March 2018).

The Permanent Mission of the former Yugoslav Republic of Macedonia avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

< New York, 5 February 2018
""", font="cambria", size=11)])

mail(47, "dprk-geneva", "DPRK Mission <dpr.korea@verizon.net>", "note", "2017-09-12 17:45 -0400", "express",
     """Permanent Mission of the Democratic People's Republic of Korea
to the United Nations
820 2nd Ave. New York

No. 71

The Permanent Mission of the Democratic People's Republic of Korea to the
United Nations presents its compliments to the Office of the Special
Representative of the Secretary-General for International Migration and
has the honour to request a travel support for the participation of the
following person in sixth informal thematic session, Geneva, October 12-13,
2017.

Name: Mr. KIM Ryong Sam
Position: Researcher, Ministry of Foreign Affairs

The Permanent Mission of the Democratic People's Republic of Korea takes
this opportunity to renew to the Office the assurances of its highest
consideration.

New York, September 11, 2017
""", G("request", "note_verbale", "en", "PRK", "new_york", "71", "2017-09-11", ["gcm-thematic-6"], [T("KIM Ryong Sam", "m", "Researcher, Ministry of Foreign Affairs")],
      ["a Korea", "family name first", "reference of two digits"]))

mail(48, "korea-contribution", "ROK Mission NY <korea.un@mofa.go.kr>", "Note Verbale (KUN/326/2017)", "2017-11-28 16:33 -0500", "none", "Please see the attached Note Verbale.\n",
     G("contribution", "note_verbale", "en", "KOR", "new_york", "KUN/326/2017", "2017-11-27", [], [], ["the other Korea"], carrier="scan"),
     [P("NV_KUN326.pdf", "note", "scan", """
= **PERMANENT MISSION OF THE REPUBLIC OF KOREA TO THE UNITED NATIONS**
= 335 East 45th Street, New York, N.Y. 10017
> KUN/326/2017
* NOTE VERBALE

The Permanent Mission of the Republic of Korea to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honor to refer to the latter's invitation to contribute to the voluntary trust fund for the intergovernmental conference on international migration.

The Permanent Mission has the further honor to inform the Office that the Government of the Republic of Korea has decided to contribute USD 50,000 (fifty thousand US dollars) to the said fund, which was remitted to the Multi-Partner Trust Fund Office on 22 November 2017.

The Permanent Mission of the Republic of Korea avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< New York, 27 November 2017
""", font="times", size=12, dpi=150, wear=dict(stamp="REPUBLIC OF KOREA MISSION", holes=True))])

mail(49, "palestine-vienna", "Palestine Mission <palestine@un.int>", "Nomination - fifth thematic session", "2017-08-08 13:37 -0400", "gmail", "Dear All, attached please find our note. Best, Protocol\n",
     G("request", "note_verbale", "en", "PSE", "new_york", "PMOP/0182/2017", "2017-08-07", ["gcm-thematic-5"],
       [T("Rania S. Abu-Hijleh", "f", "Legal Advisor, Multilateral Affairs Sector, Ministry of Foreign Affairs and Expatriates")],
       ["observer State", "Jordan named", "reference at the end"], carrier="docx"),
     [P("Note to SRSG.docx", "note", "docx", """
^ State of Palestine
^ Permanent Observer Mission of the State of Palestine to the United Nations
> 7 August 2017

The Permanent Observer Mission of the State of Palestine to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honor to nominate Ms. Rania S. Abu-Hijleh, Legal Advisor, Multilateral Affairs Sector, Ministry of Foreign Affairs and Expatriates, for financial support to attend the fifth informal thematic session to be convened in Vienna on 4 and 5 September 2017. As travel is via Amman, the Hashemite Kingdom of Jordan, an early reply would be appreciated.

The Permanent Observer Mission of the State of Palestine avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< Office of the Special Representative of the Secretary-General for International Migration
< Ref: PMOP/0182/2017
""", font="times", foot="115 East 65th Street, New York, NY 10065 · Tel. 212-288-8500")])

mail(50, "holy-see-attendance", "Holy See Mission <office@holyseemission.org>", "Delegation of the Holy See, 4th informal thematic session", "2017-07-17 10:00 -0400", "apple",
     fill("""
|PERMANENT OBSERVER MISSION OF THE HOLY SEE TO THE UNITED NATIONS
|25 East 39th Street, New York, NY 10016-0903

|N. 8.114/17

The Permanent Observer Mission of the Holy See to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to communicate that the Holy See will be represented at the fourth informal thematic session, to be held in New York on 24 and 25 July 2017, by the Reverend Father Tomasz Wierzbowski, Under-Secretary of the Migrants and Refugees Section of the Dicastery for Promoting Integral Human Development.

The Permanent Observer Mission of the Holy See avails itself of this opportunity to renew the assurances of its highest consideration.

|New York, 17 July 2017
"""), G("attendance", "note_verbale", "en", "VAT", "new_york", "8.114/17", "2017-07-17", ["gcm-thematic-4"],
       [T("Tomasz Wierzbowski", "m", "Under-Secretary of the Migrants and Refugees Section of the Dicastery for Promoting Integral Human Development")], ["observer State", "clerical titles"]))

mail(51, "eu-contribution", "EU Delegation New York <delegation-newyork-un@eeas.europa.eu>", "NV to the SRSG - trust fund", "2017-10-11 12:42 -0400", "exchange", "Please find attached a Note Verbale of the EU Delegation.\n",
     G("contribution", "note_verbale", "en", "EUE", "new_york", "Ares(2017)4951188", "2017-10-10", [], [], ["observer that is no State", "asks about giving"], carrier="pdf"),
     [P("NV_EUDEL.pdf", "note", "pdf", """
^ EUROPEAN UNION
= Delegation of the European Union to the United Nations
> New York, 10 October 2017
> Ref. Ares(2017)4951188
* Note Verbale

The Delegation of the European Union to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to enquire, with a view to a possible contribution to the voluntary trust fund, under which terms an intergovernmental organisation may conclude the Standard Administrative Arrangement with the Multi-Partner Trust Fund Office, and whether an earmarking for the least developed countries would be acceptable.

The Delegation of the European Union avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
""", font="arial", size=10.5)])

mail(52, "cambodia-theme", "Cambodia Mission <cambodia@un.int>", "Note Verbale No. 1021", "2017-09-20 19:18 -0400", "yahoo", None,
     G("request", "note_verbale", "en", "KHM", "new_york", "1021 PMC/NY", "2017-09-20", ["gcm-thematic-6"],
       [T("CHHAY Sophearith", "m", "Deputy Director General of Identification, Ministry of Interior")], ["family name first", "event by theme alone", "gender by title H.E. Mr."], carrier="html"),
     html="""<html><body><div style="font-family:times new roman,serif;font-size:16px"><div align="center"><b>KINGDOM OF CAMBODIA</b><br><b>NATION RELIGION KING</b><br><br><b>PERMANENT MISSION OF THE KINGDOM OF CAMBODIA<br>TO THE UNITED NATIONS</b></div><br>
<div>No. 1021 PMC/NY</div><br><div>The Permanent Mission of the Kingdom of Cambodia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honor to inform that the Royal Government of Cambodia has nominated <b>H.E. Mr. CHHAY Sophearith</b>, Deputy Director General of Identification, Ministry of Interior, to participate in the informal thematic session on &quot;Irregular migration and regular pathways, including decent work, labour mobility, recognition of skills and qualifications and other relevant measures&quot;.</div><br>
<div>The Permanent Mission would be grateful if the Voluntary Trust Fund could cover the round-trip air ticket, accommodation and per diem of the nominee.</div><br><div>The Permanent Mission of the Kingdom of Cambodia to the United Nations avails itself of this opportunity to renew to the Office the assurances of its highest consideration.</div><br><div align="right">New York, 20 September 2017</div></div></body></html>""")

mail(53, "viet-nam-rtf", "Vietnam Mission <info@vietnam-un.org>", "Note of Viet Nam Mission", "2018-02-01 15:25 -0500", "outlook", "Dear Sir/Madam,\nWe are pleased to send you our Note attached.\n",
     G("request", "note_verbale", "en", "VNM", "new_york", "034/VNM-UN/MIG", "2018-02-01", ["gcm-round-2", "gcm-round-3"],
       [T("Nguyễn Thị Thu Hằng", "f", "Deputy Head of Division, Consular Department, Ministry of Foreign Affairs")], ["letters outside the code page", "two events", "family name first"], carrier="rtf"),
     [P("Note 034.rtf", "note", "rtf", """
^ PERMANENT MISSION OF THE SOCIALIST REPUBLIC OF VIET NAM TO THE UNITED NATIONS
= 866 UN Plaza, Suite 435, New York, NY 10017
< No. 034/VNM-UN/MIG

The Permanent Mission of the Socialist Republic of Viet Nam to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and, regarding the timetable of six rounds of intergovernmental negotiations, has the honour to propose Ms. Nguyễn Thị Thu Hằng, Deputy Head of Division, Consular Department, Ministry of Foreign Affairs, for support of the Trust Fund to attend the 2nd round (12-15 March 2018) and the 3rd round (3-6 April 2018).

The Permanent Mission of the Socialist Republic of Viet Nam avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration./.

> New York, 1st February 2018
""")])

mail(54, "indonesia-withdrawal", "PTRI New York <ptri@indonesiamission-ny.org>", "Cancellation", "2017-08-22 09:19 -0400", "zimbra", "Please see attached.\n",
     G("withdrawal", "note_verbale", "en", "IDN", "new_york", "1180/POL-II/VIII/17", "2017-08-21", ["gcm-thematic-5"],
       [T("Suharyono", "m", "Director for the Prevention of Trafficking, National Agency for the Placement and Protection of Migrant Workers")], ["mononym", "month in Roman figures in the reference"], carrier="doc"),
     [P("NV 1180.doc", "note", "doc", """
^ PERMANENT MISSION OF THE REPUBLIC OF INDONESIA
^ TO THE UNITED NATIONS
= NEW YORK
< No. 1180/POL-II/VIII/17

The Permanent Mission of the Republic of Indonesia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and, with reference to the Permanent Mission's Note No. 1093/POL-II/VIII/17 dated 4 August 2017, has the honor to inform that the Government of Indonesia withdraws its request for travel support for Mr. Suharyono, Director for the Prevention of Trafficking, National Agency for the Placement and Protection of Migrant Workers, to the fifth informal thematic session in Vienna.

The Permanent Mission of the Republic of Indonesia avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> New York, 21 August 2017
""", font="arial", size=11)])

mail(55, "bangladesh-reply-above", "Bangladesh PR <bangladesh@un.int>", "RE: Your note of 10 October 2017 [GCM-2017-0027]", "2017-10-30 12:25 -0400", "outlook",
     """Dear Colleagues,

Thank you for your message below. Kindly note that Mr. Rafiqul Islam Talukder
has been posted abroad. In his place we nominate Ms. Shamima Nasrin Chowdhury,
Joint Secretary, Ministry of Expatriates' Welfare and Overseas Employment,
for the stocktaking meeting, with the same itinerary. A formal note will not
follow unless you need one.

With warm regards,
Counsellor, Permanent Mission of Bangladesh to the UN

-----Original Message-----
From: Travel support desk [mailto:desk@fund.example]
Sent: Wednesday, October 11, 2017 9:15 AM
To: Bangladesh PR
Subject: Your note of 10 October 2017 [GCM-2017-0027]

We acknowledge receipt on 10 October 2017 of the note No. PMB/MIG/2017/88 of
the Permanent Mission of Bangladesh by which support is requested for
Mr. Rafiqul Islam Talukder, Deputy Secretary, for the preparatory
(stocktaking) meeting, Puerto Vallarta, 4-6 December 2017.
""", G("amendment", "message", "en", "BGD", "new_york", None, None, ["gcm-stocktaking"],
      [T("Shamima Nasrin Chowdhury", "f", "Joint Secretary, Ministry of Expatriates' Welfare and Overseas Employment")],
      ["quoted history below with another name, reference and dates", "message, not a note"]))

mail(56, "sri-lanka-photo", "Sri Lanka Mission <slpmny@gmail.com>", "Fwd: note", "2017-07-05 20:41 -0400", "iphone", "Sent from my iPhone\n",
     G("request", "note_verbale", "en", "LKA", "new_york", "UN/MIG/17/3", "2017-07-03", ["gcm-thematic-4"],
       [T("W. M. Nilanthi Wickramaratne", "f", "Additional Secretary, Ministry of Foreign Employment")], ["photograph", "initials before the name"], carrier="photo"),
     [P("image1.jpeg", "note", "photo", """
^ PERMANENT MISSION OF SRI LANKA TO THE UNITED NATIONS
= 820 Second Avenue, 2nd Floor, New York, NY 10017
---
< My No: UN/MIG/17/3

The Permanent Mission of the Democratic Socialist Republic of Sri Lanka to the United Nations in New York presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request the travel support of the Fund for Mrs. W. M. Nilanthi Wickramaratne, Additional Secretary, Ministry of Foreign Employment, to attend the 4th informal thematic session on "Contributions of migrants and diaspora to all dimensions of sustainable development" to be held on 24-25 July 2017.

The Permanent Mission of the Democratic Socialist Republic of Sri Lanka avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< 03 July 2017
""", font="times", size=13, wear=dict(stamp="SRI LANKA MISSION"))])

mail(57, "ethiopia-trafficking-hlm", "Ethiopia Mission <ethiopia@un.int>", "Request for sponsorship", "2017-08-30 14:59 -0400", "hotmail", "Please kindly see the attached Note Verbale.\n",
     G("request", "note_verbale", "en", "ETH", "new_york", "NY/11/9.2/1447", "2017-08-29", ["trafficking-hlm"],
       [T("Tesfaye Woldemariam Kebede", "m", "Director, Anti-Trafficking Directorate, Federal Attorney General")], ["the other process: trafficking, New York"], carrier="pdf"),
     [P("NOTE VERBALE 1447.pdf", "note", "pdf", """
^ PERMANENT MISSION OF THE FEDERAL DEMOCRATIC REPUBLIC OF ETHIOPIA
^ TO THE UNITED NATIONS
= 866 Second Avenue, New York, N.Y. 10017
---
< NY/11/9.2/1447
> August 29, 2017

The Permanent Mission of the Federal Democratic Republic of Ethiopia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request that Ato Tesfaye Woldemariam Kebede, Director, Anti-Trafficking Directorate, Federal Attorney General, be sponsored by the voluntary trust fund to take part in the high-level meeting of the General Assembly on the appraisal of the Global Plan of Action to Combat Trafficking in Persons, to be held at United Nations Headquarters on 27 and 28 September 2017.

The Permanent Mission of the Federal Democratic Republic of Ethiopia to the United Nations avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
""", font="noto", size=11.5)])

mail(58, "malawi-forward-inline", "Registry <registry@migration-office.example>", "FW: MALAWI: REQUEST FOR TRAVEL SUPPORT", "2017-11-03 10:05 -0400", "exchange",
     """Colleagues, for your action please - this came to our general mailbox. R.

From: Malawi Mission [mailto:malawinewyork@aol.com]
Sent: Thursday, November 02, 2017 5:47 PM
To: registry@migration-office.example
Subject: MALAWI: REQUEST FOR TRAVEL SUPPORT

PERMANENT MISSION OF THE REPUBLIC OF MALAWI TO THE UNITED NATIONS

REF: MLW/UNNY/MIG/2/17

The Permanent Mission of the Republic of Malawi to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request financial support for Mr Limbani Chirwa, Regional Immigration Officer (Centre), Department of Immigration and Citizenship Services, to attend the Preparatory Meeting for the Global Compact from 4 to 6 December 2017.

The Permanent Mission of the Republic of Malawi avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

NEW YORK
2 November 2017
""", G("request", "note_verbale", "en", "MWI", "new_york", "MLW/UNNY/MIG/2/17", "2017-11-02", ["gcm-stocktaking"],
      [T("Limbani Chirwa", "m", "Regional Immigration Officer (Centre), Department of Immigration and Citizenship Services")],
      ["forwarded inline by an office", "event by its kind and dates"], carrier="forward"))

TZA = """
^ PERMANENT MISSION OF THE UNITED REPUBLIC OF TANZANIA
^ TO THE UNITED NATIONS
= 307 East 53rd Street, New York, N.Y. 10022
---
< CRA.120/353/04/19

The Permanent Mission of the United Republic of Tanzania to the United Nations in New York presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to inform the latter that, after careful consideration, the Government has nominated Ms. Asha Juma Mkwizu, Senior Immigration Officer, Immigration Services Department, Dar es Salaam, to benefit from the Trust Fund for her participation at the thematic session scheduled for 12 to 13 October, 2017 in Geneva, Switzerland.

The Permanent Mission of the United Republic of Tanzania to the United Nations avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< New York, 18th September, 2017
"""
inner59 = compose.Mail(0, "inner59", "Tanzania Mission <tzrepny@tanzania-un.org>", "NOTE VERBALE", "2017-09-18 16:20 -0400", "outlook", "Please find the Note attached.\n",
                       G("request", "note_verbale", "en", "TZA", "new_york", None, None, []), [P("Note Verbale_Tanzania.pdf", "note", "pdf", TZA, font="times")], received=False,
                       to="desk-old@fund.example")
mail(59, "tanzania-forward-attached", "Ines Kalnina <i.kalnina@fund.example>", "Fwd: NOTE VERBALE", "2017-09-19 09:02 -0400", "thunderbird", "Sent to the old address, forwarding.\n\nInes\n",
     G("request", "note_verbale", "en", "TZA", "new_york", "CRA.120/353/04/19", "2017-09-18", ["gcm-thematic-6"],
       [T("Asha Juma Mkwizu", "f", "Senior Immigration Officer, Immigration Services Department")], ["message/rfc822 with a PDF inside", "host named"], carrier="forward"),
     nested=inner59)
compose.MAILS[59].gold["papers"] = [{"name": "Note Verbale_Tanzania.pdf", "kind": "note"}]

UGA = """
^ PERMANENT MISSION OF THE REPUBLIC OF UGANDA TO THE UNITED NATIONS
= Uganda House, 336 East 45th Street, New York
~ For God and My Country
< PMUN/NY/GCM/05
> 16 November 2017

The Permanent Mission of the Republic of Uganda to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to state that the order of preference in the Mission's Note PMUN/NY/GCM/03 of 30 October 2017 should be reversed, so that Mr. Okello Ronald Acaye, Commissioner for Immigration Control, Ministry of Internal Affairs, be considered in the first place for the support to attend the stock-taking conference at Puerto Vallarta.

The Permanent Mission of the Republic of Uganda avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
"""
mail(60, "uganda-zip", "Uganda Mission <ugandaunny@un.int>", "Documents", "2017-11-16 17:32 -0500", "roundcube", "Compressed file attached due to size limits.\n",
     G("amendment", "note_verbale", "en", "UGA", "new_york", "PMUN/NY/GCM/05", "2017-11-16", ["gcm-stocktaking"],
       [T("Okello Ronald Acaye", "m", "Commissioner for Immigration Control, Ministry of Internal Affairs")], ["note and form in a zip", "ranks, does not replace"], carrier="zip"),
     [P("Docs.zip", "other", "zip", inner=[P("NV GCM 05.pdf", "note", "pdf", UGA, font="calibri"),
                                          P("Travel form.docx", "form", "docx", """
^ TRAVEL REQUEST FORM
| Surname | ACAYE |
| Given names | OKELLO RONALD |
| Date of birth | 7 May 1974 |
| Nationality | Ugandan |
| Airport of departure | Entebbe (EBB) |
| Dietary needs | none |
| Signature of applicant | ____________ |
""", font="arial", size=10)])])

mail(61, "nauru-high-commission", "Nauru High Commission Suva <nauruhc@connect.example.fj>", "Request to trust fund", "2017-08-04 09:12 +1200", "gmail", "Bula, please see our note attached.\n",
     G("request", "note_verbale", "en", "NRU", "other", "NHC/SUV/41", "2017-08-03", ["gcm-thematic-5"],
       [T("Joy Dageago", "f", "Secretary for Multicultural Affairs")], ["an office elsewhere", "host State in the letterhead", "gender by pronoun"], carrier="odt"),
     [P("NHC-SUV-41.odt", "note", "odt", """
^ NAURU HIGH COMMISSION
= 7th Floor, Ratu Sukuna House, MacArthur Street, Suva, Fiji Islands
< Ref: NHC/SUV/41

The High Commission of the Republic of Nauru in Suva presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration in New York and has the honour to request travel support for Joy Dageago, Secretary for Multicultural Affairs, who is to represent the Republic of Nauru at the fifth informal thematic session in Vienna, Austria. Her journey would begin in Nauru on 1 September 2017.

The High Commission of the Republic of Nauru avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< Suva
< 3 August 2017
""")])

mail(62, "liberia-ministry-letter", "Ministry of Labour Liberia <minlabourliberia@gmail.com>", "Participation of Liberia", "2017-10-27 11:40 +0000", "gmail", "Dear Madam, kindly find attached a letter from the Minister.\n",
     G("request", "letter", "en", "LBR", "capital", "MOL/RL/OM/0312/17", "2017-10-26", ["gcm-stocktaking"],
       [T("Patience Nyanforh Kollie", "f", "Director of the Alien Employment Division, Ministry of Labour")], ["ministry in the capital", "letter, signed by a minister"], carrier="scan"),
     [P("Minister letter.pdf", "note", "scan", """
^ REPUBLIC OF LIBERIA
^ MINISTRY OF LABOUR
= United Nations Drive, Mamba Point, Monrovia, Liberia
> Office of the Minister
< MOL/RL/OM/0312/17
< October 26, 2017

< The Special Representative of the Secretary-General for International Migration
< United Nations Headquarters, New York

< Dear Madam:

I present my compliments and write to kindly request sponsorship for one delegate of the Government of Liberia to the stocktaking meeting on the Global Compact on Migration in Puerto Vallarta, Mexico, from December 4 to 6, 2017.

Our delegate will be Mrs. Patience Nyanforh Kollie, Director of the Alien Employment Division, Ministry of Labour. We should be grateful if her visa formalities through Abuja could also be assisted.

With sentiments of highest esteem, I remain,

< Very truly yours,

< Cllr. Emmanuel T. Weahgar
< MINISTER
""", font="cambria", size=11.5, wear=dict(stamp="MINISTRY OF LABOUR - R.L.", fold=True, skew=1.2))])

mail(63, "nepal-vienna-office", "Nepal Mission Vienna <eovienna@mofa.gov.np>", "Note verbale", "2017-08-17 16:10 +0200", "thunderbird", "Please find the attached scanned Note.\n",
     G("request", "note_verbale", "en", "NPL", "vienna", "UN-Migr/074-075/212", "2017-08-17", ["gcm-thematic-5"],
       [T("Binod Prasad Gautam Chhetri", "m", "Under Secretary, Ministry of Women, Children and Social Welfare")], ["mission in Vienna", "Nepali year in the reference"], carrier="scan"),
     [P("Scan_2017-08-17_160312.pdf", "note", "scan", """
^ Permanent Mission of Nepal
^ to the United Nations and other International Organizations
^ Vienna
---
< UN-Migr/074-075/212

The Permanent Mission of Nepal to the United Nations and other International Organizations in Vienna presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration, New York, and has the honour to request that Mr. Binod Prasad Gautam Chhetri, Under Secretary, Ministry of Women, Children and Social Welfare, be supported by the trust fund for attending the Fifth Informal Thematic Session (4-5 September 2017) at the Vienna International Centre.

The Permanent Mission of Nepal avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> Vienna, 17 August 2017

< Copy: Permanent Mission of Nepal to the United Nations, New York
""", font="free", size=13, ink="g4", dpi=200, wear=dict(stamp="PERMANENT MISSION OF NEPAL", noise=4))])

mail(64, "maldives-disagree", "Maldives PR <info@maldivesmission.com>", "Nominee for the September session", "2017-08-14 09:55 -0400", "apple",
     "Dear friends,\n\nAttached is our note nominating Mr Ahmed Naaim Didi for the Vienna session on 5-6 September.\n\nBest\nMohamed\n",
     G("request", "note_verbale", "en", "MDV", "new_york", "U.MISC/2017/96", "2017-08-13", ["gcm-thematic-5"],
       [T("Ahmed Naeem Didi", "m", "Controller General of Immigration")], ["body misspells the name and the dates", "PDF sent inline"], carrier="pdf"),
     [P("U.MISC-2017-96.pdf", "note", "pdf", """
^ Permanent Mission of the Republic of Maldives to the United Nations
= 801 Second Avenue, Suite 202E, New York
---
< U.MISC/2017/96

The Permanent Mission of the Republic of Maldives to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to nominate Mr. Ahmed Naeem Didi, Controller General of Immigration, for travel support to participate in the fifth informal thematic session in Vienna on 4-5 September 2017.

The Permanent Mission of the Republic of Maldives avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< 13 August 2017
""", disp="inline", font="calibri", size=11)])

mail(65, "out-of-office", "Helena Brandvold <h.brandvold@ngo-house.example.org>", "Automatic reply: Acknowledgement of receipt", "2017-12-22 18:00 +0100", "exchange",
     "Thank you for your message. I am out of the office until 8 January 2018 with limited access to e-mail. For urgent matters please contact our front desk.\n\nSeason's greetings\nHelena\n",
     G("automatic", "message", "en", None, None, None, None, [], [], ["out of office"], ["Auto-Submitted"]), extra=[("Auto-Submitted", "auto-generated")])

mail(66, "read-receipt", "Grete Asmund <grete.asmund@institute.example.net>", "Read: Your message of 3 August", "2017-08-03 16:12 +0200", "none", None,
     G("automatic", "message", "en", None, None, None, None, [], [], ["read receipt without Auto-Submitted"], []), said="receipt",
     top=lambda m: mime.Part([("Content-Type", 'multipart/report; report-type=disposition-notification;\n\tboundary="_000_mdn66_"')], b"", [
         mime.Part([("Content-Type", "text/plain; charset=us-ascii")], b"Your message\n\n   To: Grete Asmund\n   Subject: Your message of 3 August\n   Sent: Thursday, August 3, 2017 4:01:12 PM\n\n was read on Thursday, August 3, 2017 4:12:06 PM (UTC+01:00).\n"),
         mime.Part([("Content-Type", "message/disposition-notification")], b"Reporting-UA: mail.institute.example.net; Microsoft Outlook 15.0\nFinal-Recipient: rfc822;grete.asmund@institute.example.net\nOriginal-Message-ID: <c11f.7@fund.example>\nDisposition: automatic-action/MDN-sent-automatically; displayed\n")], "_000_mdn66_"))

mail(67, "spam-hotel", "Best Hotel Rates <offers@cheapstay.example.biz>", "!! 40% OFF hotels near UN Headquarters !!", "2017-09-02 03:14 +0300", "none", None,
     G("other", "message", "en", None, None, None, None, [], [], ["spam about travel"], [], carrier="html"),
     html="""<html><body bgcolor="#ffffe0"><center><font size=6 color=red><b>DELEGATES! BOOK NOW!</b></font><br><table border=0><tr><td><img src="http://cheapstay.example.biz/b.gif" width=468 height=60></td></tr><tr><td>Coming to New York for a meeting? We have <b>travel support</b> for every budget: airport pick-up, 3 star from $89.<br><a href="http://cheapstay.example.biz/r?u=8812">CLICK HERE</a></td></tr></table></center></body></html>""")

mail(68, "belize-thanks", "Belize Mission <blzun@belizemission.com>", "Re: Travel arrangements", "2017-12-14 11:20 -0500", "gmail",
     """Dear colleagues,

On behalf of the Permanent Mission of Belize I wish to thank you most
sincerely for everything your office has done for our delegate. He is
back in Belmopan and his report has been very well received.

Wishing you happy holidays,

Janelle
Permanent Mission of Belize to the United Nations
""", G("other", "message", "en", "BLZ", "new_york", None, None, [], [], ["thanks"]))

mail(69, "botswana-scanner", "scan@botswanaun-printer.example <botswana@un.int>", "Message from \"RNP0026736A5C13\"", "2017-11-10 15:18 -0500", "scanner",
     "This E-mail was sent from \"RNP0026736A5C13\" (MP C3004).\n\nScan Date: 11.10.2017 15:17:41 (-0500)\nQueries to: botswana@un.int\n",
     G("request", "note_verbale", "en", "BWA", "new_york", "BPM 4/22/7 I (14)", "2017-11-09", ["gcm-stocktaking"],
       [T("Goitsemodimo Kgosidintsi", "m", "Director of Immigration, Ministry of Nationality, Immigration and Gender Affairs")], ["automatic mark on a true note", "spaces in the reference"], ["Auto-Submitted"], carrier="scan"),
     [P("20171110151741.pdf", "note", "scan", """
^ REPUBLIC OF BOTSWANA
= PERMANENT MISSION OF THE REPUBLIC OF BOTSWANA TO THE UNITED NATIONS
= 154 East 46th Street, New York, NY 10017
---
< Reference: BPM 4/22/7 I (14)

The Permanent Mission of the Republic of Botswana to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request travel support from the Voluntary Trust Fund for Mr. Goitsemodimo Kgosidintsi, Director of Immigration, Ministry of Nationality, Immigration and Gender Affairs, who has been designated to attend the stocktaking meeting in Puerto Vallarta, Mexico.

The Permanent Mission of the Republic of Botswana to the United Nations avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

< New York
< 09 November 2017
""", font="arial", size=12, producer="RICOH MP C3004", wear=dict(stamp="BOTSWANA MISSION TO THE UN", skew=-1.1))], extra=[("Auto-Submitted", "auto-generated")])
