"""English, first: bodies, text PDFs, scans."""
from .post import *  # noqa: F403

mail("atoll-body", "2017-08-11T15:42:10-04:00", ("Registry KiriMission", "registry@kiribatimission.net"), "NV 88 - SRSG Migration",
     g("request", "note_verbale", "en", "KIR", "new_york", "NV 88/17", "2017-08-10", ["gcm-thematic-5"], [("Teburea Tioti", "f", "Senior Labour Officer at the Ministry of Employment and Human Resources")]),
     "text", ["reference and date below the text", "ambassador copied"], mua="thunderbird", cte="flowed", cc="dpr@kiribatimission.net", text="""10 August 2017

The Permanent Mission of the Republic of Kiribati to the United Nations offers its warmest greetings to the Office of the Special Representative of the Secretary-General for International Migration and, having studied the conditions attached to the voluntary trust fund, would be grateful for one return economy fare and the appropriate allowance.

They are wanted for Ms. Teburea Tioti, Senior Labour Officer at the Ministry of Employment and Human Resources, who has run our seafarers' recruitment register since 2011. She would fly Tarawa - Nadi - Seoul - Vienna and reach the Austrian capital on 3 September, the eve of the meeting on smuggling of migrants, trafficking in persons and contemporary forms of slavery.

Kiribati is a least developed country and a small island State; the delegation will otherwise have no one from capital in the room.

The Permanent Mission of the Republic of Kiribati takes this occasion to convey once more to the Office of the Special Representative the expression of its very high regard.

Our file: NV 88/17
800 Second Avenue, Suite 400A, New York
""")

mail("six-lines", "2017-05-02T09:12:00-04:00", ("NGR Mission Social Desk", "social@nigeriaunmission.example.org"), "travel / 2nd session",
     g("request", "note_verbale", "en", "NGA", "new_york", "PMN/UN/SOC/311", "2017-05-01", ["gcm-thematic-2"], [("Chukwuemeka O. Danladi-Bature", "m", "Assistant Comptroller of Immigration")]),
     "pdf", ["Nigeria beside Niger", "one short paragraph"], mua="exchange", text="Kindly see attached, with thanks.\n\nNkechi (Mrs.)\nfor Minister Counsellor (Social)\n",
     papers=[P("PMN311.pdf", "note", pdf("""
> PMN/UN/SOC/311

The Permanent Mission of Nigeria to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and has the honour to nominate Mr. Chukwuemeka O. Danladi-Bature, Assistant Comptroller of Immigration, to attend, with the assistance of the trust fund, the thematic session on drivers of migration to be held at Headquarters on 22 and 23 May. Mr. Danladi-Bature served until March at the Joint Border Post with the Republic of Niger.

The Permanent Mission of Nigeria to the United Nations avails itself of this opportunity to renew to the Special Representative of the Secretary-General for International Migration the assurances of its highest consideration.

< New York, May 1, 2017

< SRSG for International Migration\\
United Nations, New York
""", "arial"))])

mail("garden-letter", "2017-09-15T11:20:31-04:00", ("Office of the Permanent Representative", "pr.office@bhutanmission.example.bt"), "Letter from Ambassador",
     g("request", "letter", "en", "BTN", "new_york", "PMB/ADM-7/2017/402", "2017-09-14", ["gcm-thematic-6"], [("Kinzang", "m", "Dy. Chief Labour Officer in the Department of Employment, Thimphu")]),
     "scan", ["mononym", "first-person letter", "gender by pronoun"], mua="outlook", text="Dear colleagues,\n\nAmbassador's letter enclosed. Original follows by pouch.\n\nSonam\nPA to Ambassador\n",
     papers=[P("Scan_20170914_0003.pdf", "note", scanpdf("""
# PERMANENT MISSION OF THE KINGDOM OF BHUTAN TO THE UNITED NATIONS
~ 343 East 43rd Street, New York, NY 10017 · Tel (212) 682-2268

< PMB/ADM-7/2017/402
> September 14, 2017

Dear Special Representative,

I was heartened by our conversation on the margins of the General Assembly, and I take you at your word that small delegations should not be kept away by the price of a ticket.

May I therefore ask your Office to bear the cost of travel of one colleague, Kinzang, Dy. Chief Labour Officer in the Department of Employment, Thimphu, to Geneva, where decent work, labour mobility and the recognition of skills will be taken up on 12 and 13 October? He oversees the licensing of our overseas employment agents and would bring with him a perspective which is, I believe, seldom heard.

I should add that Bhutan has not until now drawn upon the fund.

With warm personal regards,

< Yours sincerely,

< (signed)\\
Ambassador and Permanent Representative

< Her Excellency\\
the Special Representative of the Secretary-General for International Migration\\
United Nations, New York
""", "garamond", seed=11, stamped="ROYAL GOVERNMENT BHUTAN", at=(.55, .70), initialled=(.22, .70)))])

mail("delta-table", "2018-01-22T16:30:00-05:00", ("Bangladesh PM", "bdpmny@gmail.com"), "Nomination Round-1 GCM negotiations",
     g("request", "note_verbale", "en", "BGD", "new_york", "BDPMNY/GCM/2018/09", "2018-01-22", ["gcm-round-1"], [("A. K. M. Shafiqur Rahim", "m", "Joint Secretary (Employment)")]),
     "docx", ["nominee in a table", "second delegate pays for herself", "webmail"], mua="gmail", html=True, text="Please find attached Mission's NV.\n",
     papers=[P("NV GCM round 1.docx", "note", lo("docx", """
The Permanent Mission of the People's Republic of Bangladesh to the United Nations in New York presents its compliments to the Office of the SRSG for International Migration and, in reference to the negotiation phase of the Global Compact, has the pleasure to convey the following composition of its delegation from capital to the first round of intergovernmental negotiations (20, 22 and 23 February 2018):

| Sl. | Name | Designation | Expenditure |
| 1 | Mr. A. K. M. Shafiqur Rahim | Joint Secretary (Employment) | Support under the voluntary trust fund is requested |
| 2 | Ms. Farhana Yeasmin Moutushi | Senior Assistant Secretary | To be borne by the Government of Bangladesh |

The Mission would appreciate a line of confirmation so that visa formalities at Dhaka may be taken up in good time.

The Permanent Mission of the People's Republic of Bangladesh avails of this opportunity to renew to the Office of the SRSG the assurances of its highest consideration.

> New York, 22 January 2018
""", "sans", header="# PERMANENT MISSION OF BANGLADESH TO THE UNITED NATIONS\n~ BDPMNY/GCM/2018/09"))])

mail("policy-first", "2017-10-30T10:05:00-04:00", ("UgandaUN", "admin@ugandamissionunny.example.net"), "Note on stocktaking",
     g("request", "note_verbale", "en", "UGA", "new_york", "UGA/NY/17/1187", "2017-10-27", ["gcm-stocktaking"], [("NAKIMULI Josephine Betty", "f", "Commissioner for Refugees a.i., Office of the Prime Minister")]),
     "pdf", ["long policy paragraphs", "family name first in capitals", "South Sudan named"], mua="lotus", text="See note.\n",
     papers=[P("doc00871220171027.pdf", "note", lo("pdf", """
# THE PERMANENT MISSION OF UGANDA
^ UGANDA HOUSE, 336 EAST 45TH STREET, NEW YORK
=
UGA/NY/17/1187

The Permanent Mission of the Republic of Uganda to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration.

Uganda hosts at present over one million three hundred thousand refugees, the greater part of whom have arrived from the Republic of South Sudan, the Democratic Republic of the Congo and Burundi. The Solidarity Summit of June 2017 showed how far the burden exceeds the means. It remains the position of the Government that the two Compacts must speak to one another; that the communities which receive should be counted among those which are assisted; and that no delegation which carries such a load should be a spectator at the meeting in which the evidence is drawn together.

The Mission therefore requests that the participation in Puerto Vallarta, Mexico, from 4 to 6 December 2017, of Ms. NAKIMULI Josephine Betty, Commissioner for Refugees a.i., Office of the Prime Minister, be financed from the voluntary trust fund. She holds passport B0917342 and would depart from Entebbe on the 2nd.

The Permanent Mission of the Republic of Uganda to the United Nations takes advantage of this opportunity to renew to the Special Representative the assurances of its highest esteem.

< Done at New York this 27th day of October, 2017
""", "tinos"), ctype="application/octet-stream")])

mail("fax-typed", "2017-07-03T12:48:00-04:00", ("Gambia Mission fax gateway", "fax@gambiamission.example.com"), "FAX from 2129497720 3 pages",
     g("request", "note_verbale", "en", "GMB", "new_york", "GMUN/27/VOL.III(14)", "2017-06-30", ["gcm-thematic-4"], [("Lamin K. Sanneh-Darboe", "m", "Programme Manager, Diaspora Desk, Ministry of Foreign Affairs")]),
     "scan", ["1-bit fax", "typewriter", "Guinea-Bissau named"], mua=None, text="You have received a fax.\nPages: 1\n",
     papers=[P("FAX0003.PDF", "note", scanpdf("""
< GMUN/27/VOL.III(14)

The Permanent Mission of The Gambia to the United Nations presents its compliments to the United Nations Secretariat (Office of the Special Representative for International Migration) and has the honour to refer to the fourth informal thematic session, 24 - 25 July 2017, United Nations Headquarters.

It is requested that the voluntary trust fund meet the ticket and daily subsistence of:

* Mr. Lamin K. Sanneh-Darboe\\
Programme Manager, Diaspora Desk, Ministry of Foreign Affairs\\
(formerly Consul in Bissau, Republic of Guinea-Bissau)

Remittances stand for more than a fifth of the national product of The Gambia, hence the interest of the Government in this particular session.

The Permanent Mission of The Gambia avails itself of this opportunity to renew to the Secretariat the assurances of its highest consideration.

< NEW YORK, 30TH JUNE 2017
""", "typed", seed=23, dpi=200, mode="fax", noise=3, blur=.4, gradient=4, holes=False, stamped="THE GAMBIA MISSION", at=(.50, .62), initialled=(.60, .60)))])

mail("himal-two", "2018-02-05T13:15:00-05:00", ("Third Secretary", "ts2@nepalmission.example.np"), "Re: GCM rounds 2 and 3",
     g("request", "note_verbale", "en", "NPL", "new_york", "MC-14/2018", "2018-02-02", ["gcm-round-2", "gcm-round-3"], [("Bishnu Maya Thapaliya", "f", "Under Secretary, Ministry of Labour and Employment")]),
     "text", ["two events in one note", "quoted history below", "dates only"], mua="exchange", text="""Dear Sir/Madam,

As discussed on the telephone, text of the Note follows, the signed one is on its way with our driver.

Rabin

MC-14/2018

The Permanent Mission of Nepal to the United Nations presents its compliments to the Office of the Special Representative for International Migration and requests assistance from the trust fund for the travel Kathmandu - New York - Kathmandu of Mrs. Bishnu Maya Thapaliya, Under Secretary, Ministry of Labour and Employment, on two occasions, namely for the intergovernmental negotiations of 12-15 March 2018 and again for those of 3-6 April 2018.

Should resources permit one journey alone, the Mission would prefer the former.

The Permanent Mission of Nepal avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

2 February 2018
New York

From: GC Migration
Sent: Thursday, February 1, 2018 5:44 PM
To: Third Secretary
Subject: GCM rounds

Dear colleague, yes, one note may cover more than one session; please name the representative. For the first round of 20 February the closing date has gone by.
""")

mail("no-thanks-list", "2017-08-25T17:02:00-04:00", ("Consular & Social, PM Sri Lanka", "social@slpmny.example.lk"), "Delegation of Sri Lanka to Vienna Session",
     g("attendance", "note_verbale", "en", "LKA", "new_york", "UN/SOC/GCM/5", "2017-08-24", ["gcm-thematic-5"],
       [("Rohana Wijetunge Perumal", "m", "Additional Secretary, Ministry of Foreign Employment"), ("T. M. Anushka Kularatne", "f", "Deputy General Manager, Bureau of Foreign Employment"), ("Nihal Somapala", "m", "Counsellor, Embassy in Vienna")]),
     "pdf", ["announces who comes, asks for nothing", "three delegates"], mua="outlook", text="Attached for information and accreditation please.\n",
     papers=[P("Delegation.pdf", "note", pdf("""
^ PERMANENT MISSION OF THE DEMOCRATIC SOCIALIST REPUBLIC OF SRI LANKA\\
^ TO THE UNITED NATIONS, NEW YORK

< Ref: UN/SOC/GCM/5

The Permanent Mission of the Democratic Socialist Republic of Sri Lanka presents its compliments to the Office of the SRSG for International Migration and has the honour to communicate the names of those who will represent Sri Lanka at the informal thematic session in Vienna on 4 and 5 September:

- Mr. Rohana Wijetunge Perumal, Additional Secretary, Ministry of Foreign Employment (Head)
- Ms. T. M. Anushka Kularatne, Deputy General Manager, Bureau of Foreign Employment
- Mr. Nihal Somapala, Counsellor, Embassy in Vienna

All expenses of the delegation are met by the Government. The Mission would be grateful if badges were prepared.

The Permanent Mission avails itself of this opportunity to renew to the Office of the SRSG the assurances of its highest consideration.

> 24th August 2017
""", "noto"), disp="inline")])

mail("withdraw-short", "2017-08-29T08:55:00-04:00", ("W. Mulenga", "w.mulenga@zambiamission.example.zm"), "URGENT - cancellation Vienna",
     g("withdrawal", "note_verbale", "en", "ZMB", "new_york", "ZUN/101/7/5", "2017-08-28", ["gcm-thematic-5"], [("Chanda Kasolo-Mwape", "f", "Principal Immigration Officer")]),
     "text", ["refers to an earlier note"], mua="thunderbird", cte="8bit", charset="windows-1252", text="""Our Ref. ZUN/101/7/5

The Permanent Mission of the Republic of Zambia to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and, further to its Note ZUN/101/7/3 of 9 August 2017, regrets to inform that Ms. Chanda Kasolo-Mwape, Principal Immigration Officer, will not after all be in a position to travel to Vienna on account of a bereavement in her family. The Government does not propose anybody in her stead, and the place – so kindly granted – may be given to another delegation.

The Permanent Mission of the Republic of Zambia avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

New York, 28 August 2017
""")

mail("who-pays-visa", "2017-07-19T18:21:00-04:00", ("Ato Tesfalem", "tesfalem.eth@gmail.com"), "question",
     g("enquiry", "message", "en", "ETH", "new_york", None, None, ["gcm-thematic-5"], []),
     "html", ["webmail", "asks, names nobody"], mua="gmail", text="Hi,\n\nwe are preparing a request for the September session in Vienna. Two things are not clear from the circular: does the fund reimburse the Schengen visa fee, and may the delegate travel from Nairobi instead of Addis Ababa?\n\nPls advise before Friday, our Ambassador leaves for the capital.\n\nTesfalem\nSecond Secretary, Permanent Mission of Ethiopia to the UN, New York\n", html=True)

mail("pledge-north", "2017-06-08T10:40:00-04:00", ("Delegationen New York", "delun@mission.example.no"), "Contribution to MCS00",
     g("contribution", "note_verbale", "en", "NOR", "new_york", "2017/0231-4", "2017-06-07", [], []),
     "pdf", ["donor"], mua="exchange", text="Dear colleagues, please find a note from Norway. Kind regards, Ingrid\n\nwww.norway.example/un | please consider the environment\n",
     papers=[P("17-0231-4 Note.pdf", "note", lo("pdf", """
> 2017/0231-4\\
New York, 7 June 2017

^ **NOTE VERBALE**

The Permanent Mission of Norway to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and has the honour to announce the intention of the Government of Norway, subject to parliamentary approval of the revised budget, to pay NOK 2,500,000 (two million five hundred thousand kroner) in 2017, un-earmarked, into the voluntary trust fund established by resolution 71/280.

The Mission would be obliged to receive a draft of the Standard Administrative Arrangement and the particulars of the account of the MPTF Office.

The Permanent Mission of Norway avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.
""", "arial"))])

mail("swap-jan", "2018-01-12T14:14:00-05:00", ("PM Malawi", "malawinewyork@aol.com"), "Replacement of delegate",
     g("amendment", "note_verbale", "en", "MWI", "new_york", "MUN/A/1/33", "2018-01-11", ["gcm-zero-draft"], [("Tamandani Phiri Chirwa", "m", "Chief Migration Officer")]),
     "scan", ["replacement", "earlier note quoted with number and date"], mua="yahoo", html=True, text="PSA\n",
     papers=[P("malawi.pdf", "note", scanpdf("""
# REPUBLIC OF MALAWI
^ Permanent Mission to the United Nations
~ 866 United Nations Plaza, Suite 486, New York 10017 · Telephone 212 317 8738

> MUN/A/1/33

The Permanent Mission of the Republic of Malawi to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to refer to Note MUN/A/1/29 dated 22nd December 2017, by which Ms. Dalitso Kumwenda was put forward for support to attend the presentation of the zero draft of the Compact on 5 February 2018.

The Mission wishes to advise that Ms. Kumwenda has since been transferred. In her place the Ministry of Home Affairs has designated Mr. Tamandani Phiri Chirwa, Chief Migration Officer. It is asked that the request be considered as made in his name.

The Permanent Mission of the Republic of Malawi avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< 11th January, 2018
""", "plain", seed=31, skew=1.3, stamped="MALAWI MISSION U.N.", at=(.45, .60), initialled=(.30, .62)))])

mail("oo-reply-1", "2017-08-16T09:01:12-04:00", ("Grace T.", "grace.t@mailbox.example.org"), "Automatic reply: Your request of 14 August",
     g("automatic", "message", "en", None, None, None, None, [], [], ["Auto-Submitted", "X-Auto-Response-Suppress"]),
     "text", ["out of office"], mua="exchange", extra=["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"], text="I am away on home leave until 4 September with no access to e-mail. In urgent cases kindly call the duty telephone.\n")

mail("pacific-forward", "2017-10-06T19:33:00-04:00", ("Tuvalu mission", "tuvalumission.un@gmail.com"), "Fwd: request to SRSG",
     g("request", "note_verbale", "en", "TUV", "new_york", "TVUN 5/2017", "2017-10-05", ["gcm-stocktaking"], [("Pasemeta Sopoaga Teo", None, "Director of Climate Change and Mobility")]),
     "forward", ["forwarded inline", "no title, gender not told"], mua="gmail", html=True, text="""resending, first one bounced I think. S.

---------- Forwarded message ----------
From: Tuvalu Mission <tuvalumission.un@gmail.com>
Date: Thu, Oct 5, 2017 at 4:40 PM
Subject: request to SRSG
To: gcmigrations@un.org

No. TVUN 5/2017

The Permanent Mission of Tuvalu to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration, and refers to the preparatory stocktaking meeting in Mexico in December next.

The Mission nominates Pasemeta Sopoaga Teo, Director of Climate Change and Mobility, and requests that all travel be arranged by the Fund, the fares from Funafuti being beyond the means of the Department.

The Permanent Mission of Tuvalu to the United Nations avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

5 October 2017
""")

mail("bulletin", "2017-11-21T06:00:00-05:00", ("Migration Weekly", "news@migration-weekly.example.com"), "This week: remittance prices fall, and other stories",
     g("other", "message", "en", None, None, None, None, [], [], ["List-Id", "List-Unsubscribe", "Precedence"]),
     "html", ["newsletter"], mua=None, alternative=False, text="x", html="<html><body><table width=600><tr><td><h2>Migration Weekly</h2><p>Sending 200 dollars home now costs 7.2 per cent on average. Our analysts look at corridors in which the price has fallen most.</p><p><a href='http://migration-weekly.example.com/u?id=8812'>Unsubscribe</a> &middot; You receive this because you signed up.</p></td></tr></table></body></html>",
     extra=["List-Id: <weekly.migration-weekly.example.com>", "List-Unsubscribe: <http://migration-weekly.example.com/u?id=8812>", "Precedence: bulk"])

mail("island-photo", "2017-08-14T20:10:00-04:00", ("Isikeli", "isikeli.fj@icloud.example.com"), "nv",
     g("request", "note_verbale", "en", "FJI", "new_york", "FJ/UN/4-17", "2017-08-14", ["gcm-thematic-5"], [("Salote Vakacegu-Rabuli", "f", "Manager Anti-Trafficking, Department of Immigration")]),
     "photo", ["telephone photograph", "message from a telephone"], mua="iphone", text="Scanner is down sorry.\n\nSent from my iPhone\n",
     papers=[P("IMG_2291.JPG", "note", photo("""
# FIJI
^ Permanent Mission to the United Nations
=
< FJ/UN/4-17

The Permanent Mission of the Republic of Fiji to the United Nations presents its compliments to the Special Representative for International Migration and has the honour to request that the trust fund support the participation of

^ Ms. Salote Vakacegu-Rabuli
^ Manager Anti-Trafficking, Department of Immigration

at the session to be held at the Vienna International Centre on 4-5 September 2017.

The Permanent Mission of the Republic of Fiji avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

> 14 August 2017
""", "plain", seed=4), disp="inline")])
