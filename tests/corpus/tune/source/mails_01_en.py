"""English, first shelf."""

from compose import G, P, T, as_smime, mail
from mime import fill

LSO = """
^ PERMANENT MISSION OF THE KINGDOM OF LESOTHO
^ TO THE UNITED NATIONS
= 815 Second Avenue, 8th Floor, New York, N.Y. 10017
= Tel: (212) 661-1690   Fax: (212) 682-4388
---
< **Ref: LES/UN/MIG/14**

The Permanent Mission of the Kingdom of Lesotho to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to refer to the latter's Note concerning the Voluntary Trust Fund established pursuant to operative paragraph 31 of General Assembly resolution 71/280.

The Permanent Mission further has the honour to request travel support for **Ms. 'Mannuku Tšehlo-Ralebitso**, Principal Secretary, Ministry of Home Affairs, to attend the Preparatory (stocktaking) Meeting which is to be held in Puerto Vallarta, Mexico, from 4 to 6 December 2017.

The Permanent Mission of the Kingdom of Lesotho to the United Nations avails itself of this opportunity to renew to the Office of the Special Representative of the Secretary-General for International Migration the assurances of its highest consideration.

> New York, 31 October 2017

< The Office of the Special Representative of the
< Secretary-General for International Migration
< United Nations
< __NEW YORK__
"""
mail(1, "lesotho-stocktaking", "Lesotho Mission New York <lesotho@un.int>", "NOTE VERBALE - REQUEST FOR TRAVEL SUPPORT", "2017-10-31 15:42 -0400", "gmail",
     "Dear Sir/Madam,\n\nPlease find attached a self-explanatory Note from this Mission.\n\nKind regards\nRegistry\n",
     G("request", "note_verbale", "en", "LSO", "new_york", "LES/UN/MIG/14", "2017-10-31", ["gcm-stocktaking"],
       [T("'Mannuku Tšehlo-Ralebitso", "f", "Principal Secretary, Ministry of Home Affairs")], ["apostrophe begins the name"], carrier="scan"),
     [P("SKM_C36417103115400.pdf", "note", "scan", LSO, wear=dict(stamp="PERMANENT MISSION OF LESOTHO", holes=True))])

mail(2, "nigeria-geneva-6", "Permanent Mission of Nigeria <pmnigeria@nigeriaunmission.org>", "REQUEST FOR FINANCIAL ASSISTANCE TO ATTEND 6TH THEMATIC SESSION", "2017-09-14 11:03 -0400",
     "outlook", """PERMANENT MISSION OF NIGERIA TO THE UNITED NATIONS
828 Second Avenue, New York, NY 10017

No. 397/2017

        The Permanent Mission of the Federal Republic of Nigeria to the
United Nations presents its compliments to the Office of the Special
Representative of the Secretary-General for International Migration and
has the honour to request the esteemed Office to kindly facilitate the
participation of the under-listed official at the Sixth Informal Thematic
Session of the Global Compact for Migration, scheduled to hold in Geneva
from 12 - 13 October, 2017:

    Name:         Alhaji Sule Danjuma KANGIWA
    Designation:  Deputy Director (Migration), National Commission for
                  Refugees, Migrants and IDPs, Abuja
    Passport No.: A50113426 (issued 11/03/2015)

2.      The assistance sought covers return air ticket (Abuja - Geneva -
Abuja, via Niamey, Niger) and daily subsistence allowance for the duration
of the meeting.

3.      The Permanent Mission of the Federal Republic of Nigeria avails
itself of this opportunity to renew to the Office of the Special
Representative of the Secretary-General the assurances of its highest
consideration.

                                        New York, 14 September, 2017.

Office of the SRSG for International Migration,
United Nations Headquarters,
New York.
""", G("request", "note_verbale", "en", "NGA", "new_york", "397/2017", "2017-09-14", ["gcm-thematic-6"],
      [T("Sule Danjuma KANGIWA", "m", "Deputy Director (Migration), National Commission for Refugees, Migrants and IDPs")],
      ["Nigeria, with Niger on the way", "name in a list of fields", "courtesy title Alhaji"]))

BTN = """
^ ROYAL GOVERNMENT OF BHUTAN
^ PERMANENT MISSION OF THE KINGDOM OF BHUTAN
^ TO THE UNITED NATIONS
= NEW YORK
---
< PMBNY/MIGR-7/2017/263
> 26 July 2017

The Permanent Mission of the Kingdom of Bhutan to the United Nations in New York presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and, with reference to the fifth informal thematic session on smuggling of migrants, trafficking in persons and contemporary forms of slavery, to be held at the United Nations Office at Vienna on 4 and 5 September 2017, has the honour to nominate Dasho Ugyen, Chief Immigration Officer, Department of Immigration, Ministry of Home and Cultural Affairs, Thimphu, for support from the voluntary trust fund. He has not been supported for any earlier session.

The Permanent Mission of the Kingdom of Bhutan avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

< **Office of the Special Representative of the Secretary-General for International Migration**
< **New York**
"""
mail(3, "bhutan-vienna", "Bhutan Mission <bhutan@un.int>", "Nomination - Vienna session", "2017-07-26 17:20 -0400", "thunderbird",
     "Sir,\n\nKindly see attachment.\n\nRegards,\nPMB New York\n",
     G("request", "note_verbale", "en", "BTN", "new_york", "PMBNY/MIGR-7/2017/263", "2017-07-26", ["gcm-thematic-5"],
       [T("Ugyen", "m", "Chief Immigration Officer, Department of Immigration, Ministry of Home and Cultural Affairs")],
       ["mononym after a title of honour", "gender by pronoun"], carrier="pdf"),
     [P("Note 263.pdf", "note", "pdf", BTN, font="cambria", indent=10)])

mail(4, "guyana-two-rounds", "Permanent Mission of Guyana <guyana@un.int>", "Nomination for travel assistance", "2018-01-22 10:12 -0500", "exchange",
     None, G("request", "note_verbale", "en", "GUY", "new_york", "GY/NY/12-18", "2018-01-19", ["gcm-round-1", "gcm-round-2"],
             [T("Shondell Persaud-Hinds", "f", "Senior Foreign Service Officer, Ministry of Foreign Affairs")],
             ["two events in one note", "Guyana among Guineas", "disclaimer"], carrier="html"),
     html="""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<style><!-- p.MsoNormal {margin:0in;font-size:11.0pt;font-family:"Calibri",sans-serif;} --></style></head>
<body lang="EN-US" link="#0563C1"><div class="WordSection1">
<p class="MsoNormal" align="center" style="text-align:center"><b>PERMANENT MISSION OF THE CO-OPERATIVE REPUBLIC OF GUYANA<br>TO THE UNITED NATIONS</b><o:p></o:p></p>
<p class="MsoNormal" align="center" style="text-align:center">801 Second Avenue, 5<sup>th</sup> Floor, New York, N.Y. 10017<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">Note&nbsp;No.&nbsp;GY/NY/12-18<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal" style="text-align:justify">The Permanent Mission of the Co-operative Republic of Guyana to the United Nations presents its compliments to the Office of the
Special Representative of the Secretary-General for International Migration and has the honour to refer to the letter of the co-facilitators, the Permanent Representatives of Mexico and Switzerland,
regarding the intergovernmental negotiations on the Global Compact for Safe, Orderly and Regular Migration.<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal" style="text-align:justify">In this regard, the Permanent Mission wishes to convey the interest of the Government of Guyana in having Mrs.&nbsp;Shondell Persaud-Hinds, Senior Foreign Service Officer, Ministry of Foreign Affairs, participate
in the first (20 &#8211; 23 February) and second (12 &#8211; 15 March) rounds of negotiations in New York, and would be grateful for support from the trust fund for her airfare and per diem on both occasions.<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal" style="text-align:justify">The Permanent Mission of the Co-operative Republic of Guyana to the United Nations avails itself of this opportunity to renew to the Office of the Special Representative
the assurances of its highest consideration.<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoNormal">19 January 2018<o:p></o:p></p>
<p class="MsoNormal" style="font-size:7.5pt;color:gray">This e-mail and any files transmitted with it are confidential and intended solely for the use of the individual or entity to whom they are addressed. If you have received this e-mail in error please notify the system manager.<o:p></o:p></p>
</div></body></html>""", charset="windows-1252", cte="quoted-printable")

GMB = """
^ PERMANENT MISSION OF THE ISLAMIC REPUBLIC OF THE GAMBIA TO THE UNITED NATIONS
= 336 East 45th Street, 7th Floor, New York
---
< Our Ref: PMG/NY/UN/VOL.4/(88)

The Permanent Mission of the Islamic Republic of The Gambia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration, and with reference to its Note PMG/NY/UN/VOL.4/(71) dated 8th September 2017, has the honour to inform that Mr. Lamin K. Fatty, who had been nominated for the sixth informal thematic session in Geneva, is no longer available due to exigencies of service.

The Government of The Gambia wishes to replace him with **Mrs. Isatou Njie-Bojang**, Assistant Commissioner, Gambia Immigration Department, and requests that the travel support approved be extended to her.

The Permanent Mission of the Islamic Republic of The Gambia avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< 21st September, 2017
< New York
"""
mail(5, "gambia-replacement", "The Gambia Mission <gambia_un@hotmail.com>", "Change of nominee - Geneva 12-13 October", "2017-09-21 13:30 -0400", "hotmail",
     "Good afternoon,\n\nSee attached Note. Kindly acknowledge receipt.\n\nThank you\n",
     G("amendment", "note_verbale", "en", "GMB", "new_york", "PMG/NY/UN/VOL.4/(88)", "2017-09-21", ["gcm-thematic-6"],
       [T("Isatou Njie-Bojang", "f", "Assistant Commissioner, Gambia Immigration Department")],
       ["replacement that names an earlier note and date", "earlier nominee named"], carrier="docx"),
     [P("NOTE VERBALE GAMBIA IMMIGRATION.docx", "note", "docx", GMB, font="times")])

mail(6, "fiji-withdrawal", "Fiji Mission to the UN <mission@fijiprun.org>", "Re: Acknowledgement of your request", "2017-11-14 09:41 -0500", "apple",
     fill("""
|Permanent Mission of the Republic of Fiji to the United Nations

|Ref: 5/2/11-4

The Permanent Mission of the Republic of Fiji to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to refer to the Mission's Note 5/2/11-3 of 19 October 2017 by which Mr. Semi Tuilagi Vakaloloma, Director Immigration, was put forward for assistance to attend the stocktaking meeting in Mexico.

The Permanent Mission regrets to advise that, owing to commitments arising from COP23, Mr. Vakaloloma will not be able to travel. The nomination is therefore withdrawn and no substitute will be proposed.

The Permanent Mission of the Republic of Fiji avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

|13 November 2017
|New York
""") + """

> On 20 Oct 2017, at 10:02 AM, Travel support desk <desk@fund.example> wrote:
>
> Excellency,
>
> We acknowledge receipt on 19 October 2017 of your note for Mr. Vakaloloma
> (our reference GCM-2017-0031) for the preparatory (stocktaking) meeting,
> Puerto Vallarta, 4-6 December 2017.
""", G("withdrawal", "note_verbale", "en", "FJI", "new_york", "5/2/11-4", "2017-11-13", ["gcm-stocktaking"],
       [T("Semi Tuilagi Vakaloloma", "m", "Director Immigration")], ["quoted history below", "two references and dates", "bare name comes back without forename"]),
     extra=[("In-Reply-To", "<a7.ack.0031@fund.example>"), ("References", "<a7.ack.0031@fund.example>")])

SLE = """
^ PERMANENT MISSION OF THE REPUBLIC OF SIERRA LEONE
^ TO THE UNITED NATIONS
---
> 2nd February, 2018

< REF: SLM/NY/UN/EC.8/18

< H.E. the Special Representative of the Secretary-General
< for International Migration
< United Nations, New York

< Excellency,

I have the honour to write in connection with the forthcoming negotiations on the Global Compact for Safe, Orderly and Regular Migration and to seek your kind assistance, through the Voluntary Trust Fund, for the participation of Mr. Foday Brima Kallon-Williams, Deputy Chief Immigration Officer, Sierra Leone Immigration Department, in the Second Round of the Intergovernmental Negotiations, 12 to 15 March 2018.

You will recall that Sierra Leone is among the Least Developed Countries and has a very small delegation in New York, which makes the presence of an expert from Freetown invaluable to us.

Please accept, Excellency, the assurances of my highest consideration.

< Ambassador Dr. Adikali Conteh-Macauley
< Permanent Representative
"""
mail(7, "sierra-leone-letter", "sierraleone@pmun-sl.example.org <sierraleone@un.int>", "Letter from the Permanent Representative", "2018-02-02 16:55 -0500", "yahoo",
     "Please see the attached letter.\n",
     G("request", "letter", "en", "SLE", "new_york", "SLM/NY/UN/EC.8/18", "2018-02-02", ["gcm-round-2"],
       [T("Foday Brima Kallon-Williams", "m", "Deputy Chief Immigration Officer, Sierra Leone Immigration Department")],
       ["letter, signatory is no traveller", "1-bit fax-like scan"], carrier="scan"),
     [P("scan0007.pdf", "note", "scan", SLE, dpi=200, ink="g4", producer="Canon iR-ADV C5235", wear=dict(noise=3, received="RECEIVED\n02 FEB 2018", blur=.4, stamp="SIERRA LEONE MISSION NY"))])

mail(8, "tuvalu-attendance", "Tuvalu Mission <tuvalu@un.int>", "Delegation - intergovernmental negotiations", "2018-02-09 12:00 -0500", "iphone",
     """Permanent Mission of Tuvalu to the United Nations

TUV/NY/09/2018

The Permanent Mission of Tuvalu presents its compliments to the Office of
the SRSG for International Migration and has the honour to inform that
Tuvalu will be represented at the first round of intergovernmental
negotiations (20, 22 and 23 February 2018) by Ms. Teuleala Penitala,
Counsellor of this Mission. No support from the trust fund is sought.

The Permanent Mission of Tuvalu avails itself of this opportunity to renew
to the Office the assurances of its highest consideration.

New York, 9 February 2018

Sent from my iPhone
""", G("attendance", "note_verbale", "en", "TUV", "new_york", "TUV/NY/09/2018", "2018-02-09", ["gcm-round-1"],
      [T("Teuleala Penitala", "f", "Counsellor of this Mission")], ["asks for nothing, yet names the fund"]))

mail(9, "ireland-contribution", "PMUN New York <newyorkpmun@dfa.ie>", "Contribution to the Voluntary Trust Fund (MCS00)", "2017-09-05 15:18 -0400", "exchange",
     "Dear colleagues,\n\nPlease find attached our Note Verbale of today's date.\n\nBest regards\n\nPermanent Mission of Ireland\n",
     G("contribution", "note_verbale", "en", "IRL", "new_york", "PMUN/NV/2017/041", "2017-09-05", [], [],
       ["speaks of travel support, but gives"], carrier="pdf"),
     [P("NV 2017-041.pdf", "note", "pdf", """
^^ Buan-Ionadaíocht na hÉireann / / chuig na Náisiúin Aontaithe ## Permanent Mission of Ireland / / to the United Nations
= 885 Second Avenue, 19th Floor, New York

< PMUN/NV/2017/041

The Permanent Mission of Ireland to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to refer to the Special Representative's circular note inviting contributions to the voluntary trust fund established pursuant to resolution 71/280 to support the travel and participation of representatives of developing countries, in particular the least developed countries.

The Permanent Mission has the honour to inform the Office that the Government of Ireland intends to make an unearmarked contribution of EUR 100,000 to the Fund in the current year, and would be grateful to receive the text of the Standard Administrative Arrangement for signature together with the payment details.

The Permanent Mission of Ireland avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

< 5 September 2017
""", font="calibri", size=11.5)])

mail(10, "samoa-enquiry", "Samoa Mission <office@samoanymission.ws>", "Query re trust fund", "2017-08-01 10:47 -0400", "gmail",
     """Dear Sir or Madam,

We have received the circular note of the Special Representative on the
voluntary trust fund. Before our capital nominates somebody for the
Vienna session could you please tell us:

1. Is the ticket bought by the UN or do we buy it and get reimbursed?
2. Does the fund cover visa fees and a stop-over in Auckland?
3. May the representative be from our Embassy in Brussels?

Thank you very much for your kind help.

Faalogo T. Leavasa
Second Secretary
Permanent Mission of Samoa to the United Nations
""", G("enquiry", "message", "en", "WSM", "new_york", None, None, ["gcm-thematic-5"], [], ["signatory is no traveller", "asks about support without asking for it"]))

mail(11, "zambia-two-nominees", "Zambia Mission <zambia@un.int>", "NV 217: Nominations for Puerto Vallarta", "2017-10-20 14:14 -0400", "outlook",
     "Kindly find attached Note Verbale No. 217 for your necessary action.\n",
     G("request", "note_verbale", "en", "ZMB", "new_york", "ZMUN/101/22/1-217", "2017-10-19", ["gcm-stocktaking"],
       [T("Chilufya M. Mwansa-Bwalya", "f", "Chief Planner, Ministry of Home Affairs"), T("Kelvin Siachinga", "m", "Principal Immigration Officer, Department of Immigration")],
       ["two nominees ranked, in a table", "third person pays for himself"], carrier="pdf"),
     [P("NV217.pdf", "note", "pdf", """
^ REPUBLIC OF ZAMBIA
= Permanent Mission of the Republic of Zambia to the United Nations, 237 East 52nd Street, New York
> 19th October, 2017
< **ZMUN/101/22/1-217**

The Permanent Mission of the Republic of Zambia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to submit the following nominations, in order of preference, for travel support to the stock-taking meeting of the Global Compact for Migration (Puerto Vallarta, Mexico, 4 - 6 December, 2017):

| **No.** | **Name** | **Designation** | **Preference** |
| 1. | Mrs. Chilufya M. Mwansa-Bwalya | Chief Planner, Ministry of Home Affairs | First |
| 2. | Mr. Kelvin Siachinga | Principal Immigration Officer, Department of Immigration | Second, should the first nominee be unable to travel |

The delegation will also include Mr. Joseph Mulenga Chanda, First Secretary (Political), whose expenses will be borne by the Government of the Republic of Zambia.

The Permanent Mission of the Republic of Zambia avails itself of this opportunity to renew to the Office of the Special Representative of the Secretary-General for International Migration the assurances of its highest consideration.

= OFFICE OF THE SPECIAL REPRESENTATIVE OF THE SECRETARY-GENERAL FOR INTERNATIONAL MIGRATION, NEW YORK
""", font="times", size=12.5)])

MMR = """
^ Permanent Mission of the Republic of the Union of Myanmar to the United Nations
= 10 East 77th Street, New York, N.Y. 10075 - Tel. (212) 744-1271
---
< No. 412/03-13-25

The Permanent Mission of the Republic of the Union of Myanmar to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to inform the latter that the Government of the Republic of the Union of Myanmar has designated **Daw Khin Thandar**, Director, Department of Labour, Ministry of Labour, Immigration and Population, to take part in the Fourth Informal Thematic Session to be held in New York on 24-25 July 2017.

In this connection, the Permanent Mission has further the honour to request that her round trip air passage (Yangon - New York) and daily subsistence allowance be borne by the Voluntary Trust Fund.

The Permanent Mission of the Republic of the Union of Myanmar to the United Nations avails itself of this opportunity to renew to the Office of the Special Representative of the Secretary-General for International Migration the assurances of its highest consideration.

< New York, 28 June 2017
"""
mail(12, "myanmar-diaspora", "myanmarmission@verizon.net", "Note Verbale", "2017-06-29 09:09 -0400", "express", "\n",
     G("request", "note_verbale", "en", "MMR", "new_york", "412/03-13-25", "2017-06-28", ["gcm-thematic-4"],
       [T("Khin Thandar", "f", "Director, Department of Labour, Ministry of Labour, Immigration and Population")],
       ["Burmese honorific tells the gender", "empty body", "photograph"], carrier="photo"),
     [P("IMG_2217.JPG", "note", "photo", MMR, font="times", size=12.5, wear=dict(stamp="MYANMAR MISSION NEW YORK"))])

mail(13, "postmaster-bounce", "Mail Delivery System <MAILER-DAEMON@mail.un-missions.example>", "Undelivered Mail Returned to Sender", "2017-08-21 06:14 +0000", "none", None,
     G("automatic", "message", "en", None, None, None, None, [], [], ["bounce quotes the desk's own letter with State and event"], ["Auto-Submitted"]),
     extra=[("Auto-Submitted", "auto-replied")],
     said="bounce", top=lambda m: __import__("mime").Part([("Content-Type", 'multipart/report; report-type=delivery-status;\n\tboundary="B5F2A.1503296040/mail"')], b"", [
         __import__("mime").Part([("Content-Description", "Notification"), ("Content-Type", "text/plain; charset=us-ascii")], b"""This is the mail system at host mail.un-missions.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<registry@kiribati.un-missions.example>: host 203.0.113.5 said:
    552 5.2.2 Mailbox full (in reply to RCPT TO command)
"""),
         __import__("mime").Part([("Content-Description", "Delivery report"), ("Content-Type", "message/delivery-status")], b"""Reporting-MTA: dns; mail.un-missions.example
X-Postfix-Queue-ID: B5F2A
Arrival-Date: Mon, 21 Aug 2017 06:13:58 +0000 (UTC)

Final-Recipient: rfc822; registry@kiribati.un-missions.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full
"""),
         __import__("mime").Part([("Content-Description", "Undelivered Message Headers"), ("Content-Type", "text/rfc822-headers")], b"""From: Travel support desk <desk@fund.example>
To: registry@kiribati.un-missions.example
Subject: Your note KIR/21/2017: fifth informal thematic session, Vienna
Date: Mon, 21 Aug 2017 06:13:50 +0000
Message-ID: <8f1d0c.ack@fund.example>
""")], "B5F2A.1503296040/mail"))

mail(14, "newsletter-conference", "Global Migration Brief <brief@gmbnews.example.net>", "Weekly brief: five things to know this week", "2017-08-28 07:00 +0200", "none",
     """GLOBAL MIGRATION BRIEF - week 35

1. Remittances to West Africa grew again in the second quarter
2. What the Permanent Missions in New York read over the summer
3. How small funds pay for the travel of delegates: an interview
4. New book: "Borders of Care" by Lidia Harrowgate
5. Jobs: research assistant, Tunis

You receive this because you subscribed at gmbnews.example.net.
Unsubscribe: http://gmbnews.example.net/u/88121
""", G("other", "message", "en", None, None, None, None, [], [], ["newsletter that speaks of travel support"], ["List-Id", "Precedence"]),
     extra=[("List-Id", "Global Migration Brief <brief.gmbnews.example.net>"), ("Precedence", "bulk")])

inner15 = P("Note Verbale Vanuatu.pdf", "note", "pdf", """
^ PERMANENT MISSION OF THE REPUBLIC OF VANUATU TO THE UNITED NATIONS
= 800 Second Avenue, Suite 400B, New York, NY 10017
~ "Long God Yumi Stanap"
---
< VMNY/UN/17/096
< 9 August 2017

The Permanent Mission of the Republic of Vanuatu to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request support from the voluntary trust fund for one representative, Ms Leiwia Kalsakau, Principal Immigration Officer, Vanuatu Immigration Services, Ministry of Internal Affairs, to participate in the fifth informal thematic session in Vienna.

The Permanent Mission of the Republic of Vanuatu avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.
""", font="verdana", size=10)
mail(15, "vanuatu-winmail", "Vanuatu Mission <vanunmis@aol.com>", "Note from Vanuatu", "2017-08-09 18:31 -0400", "exchange", "\n",
     G("request", "note_verbale", "en", "VUT", "new_york", "VMNY/UN/17/096", "2017-08-09", ["gcm-thematic-5"],
       [T("Leiwia Kalsakau", "f", "Principal Immigration Officer, Vanuatu Immigration Services, Ministry of Internal Affairs")],
       ["note inside winmail.dat"], carrier="tnef"),
     [P("winmail.dat", "note", "tnef", "Dear colleagues,\n\nNote attached with thanks.\n\nVanuatu Mission\n", inner=[inner15])])

mail(16, "kenya-signed", "Kenya Mission <info@kenyaun.org>", "Request for Travel Support: Preparatory Meeting, Puerto Vallarta", "2017-11-02 16:02 -0400", "outlook",
     fill("""
|PERMANENT MISSION OF THE REPUBLIC OF KENYA TO THE UNITED NATIONS

|Note No. 588/17

The Permanent Mission of the Republic of Kenya to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to submit the candidature of Ms. Wanjiru Achieng Otieno, Senior Assistant Director of Immigration Services, State Department of Immigration, for sponsorship under the Voluntary Trust Fund to attend the Preparatory (Stocktaking) Meeting in Puerto Vallarta on 4 - 6 December 2017.

Ms. Otieno will travel from Nairobi on 2 December and return on 8 December 2017.

The Permanent Mission of the Republic of Kenya avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

|New York
|2 November 2017
""") + "\n", G("request", "note_verbale", "en", "KEN", "new_york", "588/17", "2017-11-02", ["gcm-stocktaking"],
      [T("Wanjiru Achieng Otieno", "f", "Senior Assistant Director of Immigration Services, State Department of Immigration")], ["opaque S/MIME", "travel dates beside the event's"], carrier="smime"),
     top=as_smime(1616, "Kenya Mission"))
