"""English, second: names of States that are easily mistaken, odd charsets, unusual carriers."""
from .post import *  # noqa: F403

mail("nature-isle", "2017-08-03T10:30:00-04:00", ("Dominica Mission UN", "domun@onecommonwealth.example.dm"), "Note",
     g("request", "note_verbale", "en", "DMA", "new_york", "DOM/UN/2017/071", "2017-08-02", ["gcm-thematic-5"], [("Verlyn Laurent-Charles", "f", "Chief Immigration Officer (Ag.)")]),
     "pdf", ["Dominica, the Dominican Republic named"], mua="outlook", text="PFA\n",
     papers=[P("DOM 071.pdf", "note", pdf("""
^ Commonwealth of Dominica\\
^ Permanent Mission to the United Nations
> DOM/UN/2017/071

The Permanent Mission of the Commonwealth of Dominica to the United Nations, having in mind the invitation to express interest in travel support, has the honour to inform the Special Representative of the Secretary-General for International Migration that Ms. Verlyn Laurent-Charles, Chief Immigration Officer (Ag.), is nominated for the Vienna session.

Irregular passages by sea between Guadeloupe, Martinique and Dominica, many of them by nationals of the Dominican Republic and Haiti, give the subject an importance that the size of the island might not suggest.

In view of the cost of the journey (Douglas-Charles – San Juan – Frankfurt – Vienna), the assistance of the trust fund would be decisive.

The Permanent Mission of the Commonwealth of Dominica to the United Nations avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

^ 2 August 2017
""", "garamond"))])

mail("mbabane", "2017-09-14T12:40:00-04:00", ("Kingdom of Swaziland", "swazinymission@yahoo.example.com"), "GENEVA OCTOBER - NOTE VERBALE",
     g("request", "note_verbale", "en", "SWZ", "new_york", "SNY/66(1)/XII", "2017-09-14", ["gcm-thematic-6"], [("Nonhlanhla Dlamini-Zwane", "f", "Commissioner of Labour"), ]),
     "scan", ["former name: Swaziland"], mua="yahoo", html=True, text="HEREWITH\n", papers=[P("img20170914_12301122.pdf", "note", scanpdf("""
# KINGDOM OF SWAZILAND
^ PERMANENT MISSION TO THE UNITED NATIONS
~ 408 East 50th Street, New York, N.Y. 10022
=
< SNY/66(1)/XII

The Permanent Mission of the Kingdom of Swaziland to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General (International Migration) and has the honour to bring forward the name of Ms Nonhlanhla Dlamini-Zwane, Commissioner of Labour, who will, funds permitting, attend the 12 - 13 October 2017 meeting in Geneva.

It is the understanding of the Mission that Lesotho and Botswana have submitted similar requests; Swaziland asks to be treated on the same footing.

The Permanent Mission of the Kingdom of Swaziland to the United Nations avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

> 14th September, 2017
> New York
""", "plain", seed=111, skew=-1.7, stamped="KINGDOM OF SWAZILAND", at=(.24, .42), initialled=(.45, .48)))])

mail("fyrom", "2018-02-15T10:15:00-05:00", ("mission mk", "newyork@mfa.example.mk"), "Amendment to our request",
     g("amendment", "note_verbale", "en", "MKD", "new_york", "32-219/2", "2018-02-14", ["gcm-round-2"], [("Biljana Trpkovska-Ilievski", "f", "Head of Sector for Borders and Migrations")]),
     "pdf", ["name of the State in force then", "ranks two nominees of an earlier note"], mua="zimbra", text="Enclosed\n",
     papers=[P("32-219-2.pdf", "note", lo("pdf", """
< 32-219/2

The Permanent Mission of the former Yugoslav Republic of Macedonia to the United Nations presents its compliments to the Office of the Special Representative and wishes to come back to Note 32-219/1 of 6 February 2018, in which two officials were named for the March round of negotiations without indication of preference.

The Mission has been instructed to make clear that support is requested for Ms. Biljana Trpkovska-Ilievski, Head of Sector for Borders and Migrations, alone; the other nomination no longer stands.

The Permanent Mission of the former Yugoslav Republic of Macedonia to the United Nations avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< New York, 14 February 2018
""", "sans"))])

mail("pyongyang", "2017-11-08T17:50:00-05:00", ("DPRK Mission", "dpr.korea@un-mission.example.com"), "NV",
     g("request", "note_verbale", "en", "PRK", "new_york", "117/11/DPRK", "2017-11-08", ["gcm-stocktaking"], [("Ri Kyong Sik", "m", "Senior Researcher, Ministry of Foreign Affairs, Pyongyang")]),
     "text", ["DPR Korea, family name first", "flowed"], mua="thunderbird", cte="flowed", text="""117/11/DPRK                       New York, November 8, 2017

The Permanent Mission of the Democratic People's Republic of Korea to the United Nations presents its compliments to the Office of the SRSG for International Migration and has the honour to inform the latter that the Government of the DPRK is willing to send Mr. Ri Kyong Sik, Senior Researcher, Ministry of Foreign Affairs, Pyongyang, to the preparatory meeting of December 4-6 in the United Mexican States.

The Mission asks the latter to kindly consider the bearing of his air fare via Beijing.

The Permanent Mission of the Democratic People's Republic of Korea avails itself of this opportunity to renew to the Office of the SRSG the assurances of its high consideration.
""")

mail("prague-gift", "2017-09-04T15:00:00-04:00", ("PM Czech Republic", "un.newyork@embassy.mzv.example.cz"), "Voluntary contribution - Czech Republic",
     g("contribution", "letter", "en", "CZE", "new_york", "2213-2/2017-NEWYM", "2017-09-01", [], []),
     "docx", ["Czech Republic, Czechia"], mua="exchange", text="Dear colleagues,\n\nkindly find attached a letter by our DPR.\n\nBest\nKateřina\n",
     papers=[P("letter_MPTF.docx", "note", lo("docx", """
2213-2/2017-NEWYM

New York, 1 September 2017

Dear Ms. Special Representative,

Upon instructions from Prague I write to say that the Czech Republic is prepared to transfer CZK 500 000 to the Migration trust fund before the end of the year. Before we sign, my authorities would like to know whether the Standard Administrative Arrangement may be concluded with the Ministry of the Interior rather than with the Ministry of Foreign Affairs, and what share is retained as a fee.

Please accept, Madam, the assurances of my highest consideration.

(signed) Deputy Permanent Representative
""", "sans"))])

mail("santa-sede", "2018-02-16T11:00:00-05:00", ("Holy See Mission", "office@holysee-mission.example.org"), "Delegation for first round",
     g("attendance", "note_verbale", "en", "VAT", "new_york", "4.771/18", "2018-02-15", ["gcm-round-1"], [("Robert J. Czerny-Falco", None, "Undersecretary of the Migrants Section"), ("Maria Pia Santangelo", "f", "expert")]),
     "pdf", ["observer", "Reverend as title"], mua="apple", text="Dear Sir or Madam,\nPlease see the attached Note.\n", papers=[P("Nota 4771.pdf", "note", pdf("""
^ **PERMANENT OBSERVER MISSION OF THE HOLY SEE TO THE UNITED NATIONS**
> N. 4.771/18

The Permanent Observer Mission of the Holy See to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honor to communicate that the following will join its Delegation at the round which begins on 20 February 2018:

* Rev. Robert J. Czerny-Falco, Undersecretary of the Migrants Section;
* Ms. Maria Pia Santangelo, expert.

They will travel at the charge of the Dicastery.

The Permanent Observer Mission of the Holy See gladly avails itself of this occasion to renew to the Office the assurances of its highest consideration.

< New York, 15 February 2018
""", "garamond"), disp="inline")])

mail("brussels-money", "2017-10-12T16:00:00-04:00", ("EU Delegation New York", "delegation-new-york@eeas.example.eu"), "EU contribution: state of play",
     g("contribution", "note_verbale", "en", "EUE", "new_york", "UNY/LT/NV/240", "2017-10-11", [], []),
     "pdf", ["regional organisation as donor"], mua="exchange", text="Dear all, FYI the Note sent by the Delegation today.\n\nSent on behalf of the Head of Section\n",
     papers=[P("NV240.pdf", "note", lo("pdf", """
^ DELEGATION OF THE EUROPEAN UNION TO THE UNITED NATIONS
> UNY/LT/NV/240\\
New York, 11 October 2017

The Delegation of the European Union to the United Nations presents its compliments to the Office of the Special Representative for International Migration and has the honour to state that the European Commission is examining a contribution of EUR 300 000 to the voluntary trust fund, to be earmarked for least developed countries of the Sahel. It would appreciate learning whether such earmarking is accepted.

The Delegation of the European Union avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
""", "arial"))])

mail("hlm-request", "2017-09-07T09:20:00-04:00", ("PM Sierra Leone", "sierraleone@pmun.example.sl"), "Request trafficking meeting 27 September",
     g("request", "note_verbale", "en", "SLE", "new_york", "PMUN/ADM/5/2017", "2017-09-06", ["trafficking-hlm"], [("Isata Conteh-Bangura", "f", "Director of Gender Affairs")]),
     "docx", ["New York meeting on trafficking, not Vienna"], mua="gmail", html=True, text="Pls see attached for your necessary action.\n",
     papers=[P("HLM trafficking.docx", "note", lo("docx", """
**PMUN/ADM/5/2017**

The Permanent Mission of the Republic of Sierra Leone to the United Nations presents its compliments to the Office of the SRSG and has the honour to refer to the High-level meeting of the General Assembly on the appraisal of the United Nations Global Plan of Action to Combat Trafficking in Persons, New York, 27-28 September 2017.

The Mission would be most grateful if Ms. Isata Conteh-Bangura, Director of Gender Affairs, could be accommodated under the travel support scheme. She has led the Task Force on Trafficking since its establishment.

The Permanent Mission of the Republic of Sierra Leone to the United Nations avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

New York, 6th September 2017
""", "plain"))])

mail("tokyo-2022", "2017-06-14T18:11:00-04:00", ("Japan Mission", "p-m-j@dn.example.jp"), "Standard Administrative Arrangement",
     g("contribution", "message", "en", "JPN", "new_york", None, None, [], []),
     "text", ["ISO-2022-JP"], mua=None, charset="iso-2022-jp", cte="7bit", text="""Dear Colleague,

On behalf of the Permanent Mission of Japan in New York I would like to ask how a Member State may make a contribution to the Trust Fund for migration.
Could you send us the text of the Standard Administrative Arrangement?
We are thinking of a modest amount within this fiscal year.

Best regards,
野々村 (Nonomura)
日本政府国連代表部 一等書記官
""")

mail("dili", "2017-10-09T21:30:00-04:00", ("TLMission", "timor-leste@un.int"), "Note / ESCAP Bangkok",
     g("request", "note_verbale", "en", "TLS", "new_york", "NV/071/MPTL-NY/X/2017", "2017-10-09", ["gcm-regional-escap"], [("Egídio da Costa Belo Ximenes", "m", "National Director for Employment Abroad")]),
     "odt", ["Portuguese names", "regional meeting"], mua="gmail", html=True, text="Good evening,\nsee attached, obrigado.\n",
     papers=[P("NV 071.odt", "note", lo("odt", """
^ REPÚBLICA DEMOCRÁTICA DE TIMOR-LESTE
^ MISSÃO PERMANENTE JUNTO DAS NAÇÕES UNIDAS
> NV/071/MPTL-NY/X/2017

The Permanent Mission of the Democratic Republic of Timor-Leste to the United Nations presents its compliments to the SRSG for International Migration and, in regard of the Asia-Pacific Regional Preparatory Meeting (Bangkok, 6-7 November 2017), requests that the cost of participation of Mr. Egídio da Costa Belo Ximenes, National Director for Employment Abroad, be met by the Trust Fund. Mr. Ximenes negotiated the seasonal worker arrangements with Australia and the Republic of Korea.

The Permanent Mission of Timor-Leste avails itself of this opportunity to renew the assurances of its highest consideration.

> New York, 9 October 2017
""", "sans"))])

mail("undated", "2017-08-15T08:02:00-04:00", ("Vanuatu", "vanunmis@aol.example.com"), "participation vienna",
     g("request", "note_verbale", "en", "VUT", "new_york", None, None, ["gcm-thematic-5"], [("Moli Tarivonda Natapei", "m", "Principal Officer, Borders")]),
     "scan", ["no number, no date"], mua="yahoo", html=True, text="Good day, attached. Thank you tumas\n", papers=[P("Document (3).pdf", "note", scanpdf("""
# NOTE VERBALE

The Permanent Mission of the Republic of Vanuatu to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and wishes that the following officer be helped to go to Austria for the fifth informal thematic session:

^ **Mr Moli Tarivonda Natapei**
^ **Principal Officer, Borders**

He has no other means. The Mission understands that only one officer per country can be taken.

The Permanent Mission of the Republic of Vanuatu avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.
""", "tinos", seed=117, skew=.5, stamped="REPUBLIC OF VANUATU", at=(.5, .36), initialled=(.25, .44)))])

mail("machine-en", "2017-10-11T14:44:00-04:00", ("Permanent Mission of Cambodia", "cambodia@un.int"), "verbal note of mission",
     g("request", "note_verbale", "en", "KHM", "new_york", "0977 MPC/NY", "2017-10-10", ["gcm-stocktaking"], [("CHEA Sokunthea", "f", "Deputy Chief of the Bureau of Manpower")]),
     "doc", ["translated by a machine", "family name first in capitals"], mua="outlook", charset="windows-1252", text="Respected Sirs, hereby attached.\n",
     papers=[P("verbal note.doc", "note", lo("doc", """
Number : 0977 MPC/NY

The Permanent Mission of the Kingdom of Cambodia near the United Nations presents its compliments to the Cabinet of the Special Representative for the international migrations and has the honor to let know that, for the meeting of stocktaking which will unroll in Mexico of the 4 to the 6 December 2017, the Ministry of Labour and Vocational Training wishes to dispatch Mrs. CHEA Sokunthea, Deputy Chief of the Bureau of Manpower, of which the expenses (ticket, lodging, pocket money) would be taken in charge by the voluntary Fund, in reason of the quality of country less advanced.

The Permanent Mission seizes the occasion to renew to the Cabinet the insurances of its very high consideration.

New York, the 10 October 2017
""", "plain"))])

mail("disagree", "2017-09-21T18:25:00-04:00", ("LESMIS", "lesotho@lesothomission.example.ls"), "Vienna nomination",
     g("request", "note_verbale", "en", "LSO", "new_york", "UN/GEN/1/2017", "2017-09-20", ["gcm-thematic-6"], [("Retselisitsoe Mofolo-Khabo", "m", "Senior Legal Officer in the Ministry of Labour and Employment")]),
     "pdf", ["body and attachment disagree"], mua="exchange", text="Good afternoon,\n\nAttached is the nomination for Vienna as promised.\n\nRegards\nPuleng\n",
     papers=[P("UNGEN1.pdf", "note", pdf("""
! UN/GEN/1/2017
> 20 September, 2017

The Permanent Mission of the Kingdom of Lesotho to the United Nations presents its compliments to the Office of the Special Representative for International Migration and has the honour to nominate for sponsorship Mr. Retselisitsoe Mofolo-Khabo, Senior Legal Officer in the Ministry of Labour and Employment, in connection with the sixth informal thematic session (Geneva, 12-13 October 2017). The miners of Lesotho in the Republic of South Africa and the portability of what they have earned are his daily concern.

The Permanent Mission of the Kingdom of Lesotho avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
""", "arial")), P("logo.png", "other", logo(3), disp="inline")])

mail("reply-between", "2018-02-19T09:05:00-05:00", ("Liberia PMUN", "liberia@un.int"), "Re: Missing information - Liberia",
     g("request", "note_verbale", "en", "LBR", "new_york", "LPM-UN/CDA/0210/18", "2018-02-15", ["gcm-round-2"], [("Musu Tenneh Kollie", "f", "Assistant Minister for Refugee Affairs")]),
     "text", ["new text above and below the quoted"], mua="gmail", cte="quoted-printable", text="""Dear desk, thank you. The Note re-issued in full is below your message.

On Wed, Feb 14, 2018 at 3:12 PM, GC Migration <GCmigration@un.org> wrote:
> Dear Mission, your message of 12 February names the representative but is not
> a note verbale. We would also need to know which meeting is meant.

LPM-UN/CDA/0210/18

The Permanent Mission of the Republic of Liberia to the United Nations presents its compliments to the Office of the Special Representative and has the honour to request assistance towards the travel of Ms. Musu Tenneh Kollie, Assistant Minister for Refugee Affairs, Monrovia - New York - Monrovia, for the second round of intergovernmental negotiations, 12 to 15 March.

The Permanent Mission of the Republic of Liberia avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

New York, February 15, 2018
""")

mail("three-papers", "2017-07-10T16:40:00-04:00", ("PNG Mission", "pngun@pngmission.example.pg"), "PNG nomination & docs",
     g("request", "note_verbale", "en", "PNG", "new_york", "NYK 4-11-2", "2017-07-07", ["gcm-thematic-5"], [("Kila Haoda Morea", None, "First Assistant Secretary, Migration Policy")]),
     "pdf", ["form, passport, bank form beside the note", "misleading names"], mua="outlook", text="Docs as per your list.\n",
     papers=[P("passport copy.pdf", "note", pdf("""
NYK 4-11-2

The Permanent Mission of the Independent State of Papua New Guinea to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to submit, in support of the nomination of Kila Haoda Morea, First Assistant Secretary, Migration Policy, the papers asked for. The nomination is for the two days in Vienna in September on smuggling and trafficking. Funding under the voluntary trust fund is sought for the whole journey from Port Moresby.

The Permanent Mission of Papua New Guinea avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

7 July 2017
""", "dejavu")), P("IMG-0001.jpg", "passport", passport("MOREA", "KILA HAODA", "PNG", "E0711823", "1971-05-02", "X", 6)),
             P("bank.pdf", "bank", pdf("# ACH VENDOR / ELECTRONIC PAYMENT FORM\n\n| Account holder | |\n| Bank | Bank South Pacific |\n| SWIFT | BOSPPGPM |\n| Account No. | 100 448 21 |", "arial")),
             P("note.pdf", "form", pdf("# APPLICATION FORM FOR TRAVEL SUPPORT\n\n| 1. Family name | Morea |\n| 2. Given name | Kila Haoda |\n| 3. City of departure | Port Moresby |\n| 4. E-mail | kmorea@migration.example.pg |\n| 5. Date and signature | |", "cousine"))])
