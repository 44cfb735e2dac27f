"""Mixed: Portuguese and German, automatic mail, damaged mail, and more of the English."""
from .post import *  # noqa: F403

mail("luanda", "2017-08-10T12:15:00-04:00", ("Missão Angola", "contact@angolaun.example.ao"), "Nota Verbal 118",
     g("request", "note_verbale", None, "AGO", "new_york", "118/MPA/GEP/17", "2017-08-09", ["gcm-thematic-5"], [("Esperança Domingas Kiala", "f", "Chefe de Departamento do Serviço de Migração e Estrangeiros")]),
     "pdf", ["Portuguese"], mua="outlook", charset="windows-1252", text="Exmos. Senhores,\n\nSegue em anexo.\n\nAtenciosamente\n",
     papers=[P("Nota Verbal nº 118.pdf", "note", pdf("""
^ **REPÚBLICA DE ANGOLA**
^ MISSÃO PERMANENTE JUNTO DAS NAÇÕES UNIDAS

< 118/MPA/GEP/17

A Missão Permanente da República de Angola junto das Nações Unidas apresenta os seus melhores cumprimentos ao Gabinete da Representante Especial do Secretário-Geral para a Migração Internacional e tem a honra de solicitar o apoio do fundo fiduciário voluntário para a deslocação da Senhora Esperança Domingas Kiala, Chefe de Departamento do Serviço de Migração e Estrangeiros, à sessão temática de Viena, nos dias 4 e 5 de Setembro de 2017.

A Missão Permanente da República de Angola aproveita a oportunidade para reiterar ao Gabinete os protestos da sua mais elevada consideração.

> Nova Iorque, aos 9 de Agosto de 2017
""", "plain"))])

mail("praia", "2018-02-07T19:05:00-05:00", ("Cabo Verde ONU", "capeverde@un.int"), "Nota - 2a ronda",
     g("request", "note_verbale", None, "CPV", "new_york", "012/NYMP/018", "2018-02-07", ["gcm-round-2"], [("Carlos Alberto Tavares Évora", "m", "Director-Geral da Imigração")]),
     "text", ["Portuguese", "Cape Verde"], mua="thunderbird", charset="iso-8859-15", cte="8bit", text="""012/NYMP/018

A Missão Permanente da República de Cabo Verde junto das Nações Unidas apresenta os seus cumprimentos ao Gabinete da Representante Especial e tem a honra de requerer que o fundo suporte a viagem do Sr. Carlos Alberto Tavares Évora, Director-Geral da Imigração, da Praia a Nova Iorque, via Lisboa, para a segunda ronda de negociações intergovernamentais, de 12 a 15 de Março de 2018.

A Missão Permanente reitera ao Gabinete os protestos da sua elevada consideração.

Nova Iorque, 7 de Fevereiro de 2018
""")

mail("bern-kreis", "2017-11-02T09:00:00-04:00", ("Verein Reisekreis", "info@reisekreis.example.de"), "Rundbrief November",
     g("other", "message", None, None, None, None, None, [], [], ["List-Id", "Precedence"]),
     "text", ["German circular of an association"], mua="thunderbird", charset="utf-8", extra=["List-Id: Rundbrief <rundbrief.reisekreis.example.de>", "Precedence: list"], text="""Liebe Mitglieder,

der nächste Stammtisch findet am Donnerstag im Gasthof statt. Bitte meldet euch beim Vorstand an.

Herzliche Grüße
Euer Vorstand
""")

mail("bounce", "2017-08-09T09:31:00-04:00", ("Mail Delivery Subsystem", "MAILER-DAEMON@mx.bounce.example.net"), "Undelivered Mail Returned to Sender",
     g("automatic", "message", "en", None, None, None, None, [], [], ["Auto-Submitted", "Return-Path"]),
     "text", ["bounce in plain text"], mua=None, extra=["Auto-Submitted: auto-replied"], null_path=True, text="I'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n<chancery@mission.example.org>: 550 5.1.1 User unknown\n\n--- Below this line is a copy of the headers.\n\nFrom: GCmigration@un.org\nTo: chancery@mission.example.org\nSubject: Receipt of your note\n")

mail("vacances", "2017-12-22T18:00:00-05:00", ("Secrétariat", "secretariat@courrier.example.fr"), "Absence du bureau",
     g("automatic", "message", "fr", None, None, None, None, [], [], ["Auto-Submitted"]),
     "text", ["réponse automatique"], mua="zimbra", extra=["Auto-Submitted: auto-replied (vacation)"], text="Bonjour,\n\nVotre message a bien été reçu. Je suis en congé jusqu'au 8 janvier et vous répondrai à mon retour.\n")

mail("leido", "2017-09-13T12:00:30-04:00", ("Lector", "lector@buzon.example.com"), "Leído: Acuse de recibo",
     g("automatic", "message", "es", None, None, None, None, [], [], ["Auto-Submitted"]),
     "text", ["acuse de lectura"], mua="outlook", extra=["Auto-Submitted: auto-generated"], text="Su mensaje fue leído el miércoles 13 de septiembre de 2017 a las 12:00.\n")

mail("locked", "2017-08-17T23:11:00-04:00", ("Mission", "chancery@mission.example.com"), "NV",
     g("other", "message", None, None, None, None, None, [], []),
     "zip", ["archive with a password"], mua="outlook", unreadable=True, papers=[P("NV.zip", "other", zipped(P("nv.pdf", "note", raw(bytes((i * 97 + 13) % 251 for i in range(4000)))), password=True))])

mail("cut-short", "2017-10-03T07:20:00-04:00", ("Mission 2", "desk@mission.example.net"), "scan0001",
     g("other", "message", None, None, None, None, None, [], []),
     "pdf", ["damaged file"], mua="gmail", unreadable=True, papers=[P("scan0001.pdf", "other", raw(b"%PDF-1.5\n%\xb5\xed\xae\xfb\n" + bytes((i * i * 31 + 7 * i) % 256 for i in range(3000))))])

mail("winmail-two", "2017-07-11T13:13:00-04:00", ("Yangon mission", "myanmarmission@verizon.example.net"), "Nomination for 4th session",
     g("request", "note_verbale", "en", "MMR", "new_york", "203/15-24/2017(41)", "2017-07-10", ["gcm-thematic-4"], [("Thazin", "f", "Staff Officer, Department of Labour")]),
     "tnef", ["winmail.dat", "mononym, Daw as honorific"], mua="outlook", text="Please find attached\n", papers=[P("winmail.dat", None, tnef("Please find attached\n", P("nomination.docx", "note", lo("docx", """
203/15-24/2017(41)

The Permanent Mission of the Republic of the Union of Myanmar to the United Nations presents its compliments to the Office of the Special Representative and has the honour to nominate Daw Thazin, Staff Officer, Department of Labour, for travel assistance to the meeting of 24 and 25 July in New York on the contribution of migrants and diaspora.

Some four million citizens work abroad, most of them in the Kingdom of Thailand.

The Permanent Mission of the Republic of the Union of Myanmar avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

10 July 2017
New York
""", "sans"))), ctype="application/ms-tnef")])

mail("zip-scan", "2018-01-18T15:51:00-05:00", ("Guyana NY", "guyana@pmguyana.example.gy"), "docs",
     g("request", "note_verbale", "en", "GUY", "new_york", "PMG 2/2018", "2018-01-17", ["gcm-zero-draft"], [("Indranie Persaud-Hopkinson", "f", "Head of the Diaspora Unit")]),
     "zip", ["scan inside an archive"], mua="gmail", html=True, text="zipped because of size\n", papers=[P("guyana_docs.zip", None, zipped(P("PMG 2-2018.pdf", "note", scanpdf("""
^ CO-OPERATIVE REPUBLIC OF GUYANA
^ Permanent Mission to the United Nations
< PMG 2/2018

The Permanent Mission of the Co-operative Republic of Guyana to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to solicit the support of the Fund in order that Mrs. Indranie Persaud-Hopkinson, Head of the Diaspora Unit, may be present in New York on 5 February when the zero draft is introduced.

It was not possible to write sooner, the date having been made known only lately.

The Permanent Mission of the Co-operative Republic of Guyana avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> 17 January 2018
""", "arial", seed=123, skew=-.4, stamped="GUYANA MISSION", at=(.6, .40), initialled=(.3, .42))), P("visa.jpg", "visa", scanimage("# VISA\n\n| Type | B1 |\n| Entries | M |\n| Annotation | OFFICIAL TRAVEL |\n\n. VNGUYPERSAUD<<INDRANIE<<<<<<<<<<<<", "typed", 3, 90, stamped=None, initialled=None, holes=False))))])

mail("png-page", "2017-08-18T23:20:00-04:00", ("Samoa", "office@samoamission.example.ws"), "Samoa NV",
     g("request", "note_verbale", "en", "WSM", "new_york", "SAM/NY/NV/31", "2017-08-18", ["gcm-thematic-5"], [("Leiataualesa Tuimaleali'ifano", "m", "Principal Officer, Transnational Crime Unit")]),
     "photo", ["PNG picture of a page", "mononym with apostrophe", "closing day"], mua="gmail", html=True, text="Talofa, attached in time we hope!\n",
     papers=[P("samoa nv.png", "note", scanimage("""
^ INDEPENDENT STATE OF SAMOA
^ PERMANENT MISSION TO THE UNITED NATIONS

SAM/NY/NV/31

The Permanent Mission of the Independent State of Samoa to the United Nations presents its compliments to the Special Representative and requests financial support for Mr. Leiataualesa Tuimaleali'ifano, Principal Officer, Transnational Crime Unit, to attend the thematic session of 4-5 September 2017 in Vienna.

The Permanent Mission of the Independent State of Samoa avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

18 August 2017
""", "plain", seed=127, fmt="png", dpi=110, noise=1.5, gradient=3, skew=.4, stamped="SAMOA", at=(.5, .36), initialled=None))])

mail("text-short", "2017-05-11T10:02:00-04:00", ("Jamaica PM", "jamaica@un.int"), "NV No. 5/17 (attendance)",
     g("attendance", "note_verbale", "en", "JAM", "new_york", "ROD/5/17", "2017-05-10", ["gcm-thematic-2"], [("Sheree Aldith Campbell-Bogle", "f", "Director, Diaspora Affairs")]),
     "text", ["attendance alone"], mua="zimbra", text="""ROD/5/17

The Permanent Mission of Jamaica to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and wishes to advise that Mrs. Sheree Aldith Campbell-Bogle, Director, Diaspora Affairs, will form part of Jamaica's delegation on 22 and 23 May, when the drivers of migration are discussed. No support is sought.

The Permanent Mission of Jamaica avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

10 May 2017
""")

mail("addis-regional", "2017-10-02T14:22:00-04:00", ("South Sudan", "southsudan.un@gmail.com"), "Africa meeting",
     g("request", "note_verbale", "en", "SSD", "new_york", "RSS/PM/UN/NV/88", "2017-09-29", ["gcm-regional-eca"], [("Achol Deng Majok Ayuen", "f", "Director for Refugee and Returnee Coordination")]),
     "html", ["regional meeting", "Sudan and Ethiopia named"], mua="gmail", alternative=False, text="-", html="""<p><b>REPUBLIC OF SOUTH SUDAN</b><br>Permanent Mission to the United Nations</p><p>RSS/PM/UN/NV/88</p><p>The Permanent Mission of the Republic of South Sudan to the United Nations presents its compliments to the Office of the SRSG for International Migration and has the honour to seek assistance in respect of the African Regional Consultative Meeting (Addis Ababa, Ethiopia, 26&ndash;27&nbsp;October 2017). The nominee is <u>Madam Achol Deng Majok Ayuen</u>, Director for Refugee and Returnee Coordination, who earlier served at the Embassy in Khartoum, Sudan.</p><p>The Permanent Mission of the Republic of South Sudan avails itself of this opportunity to renew to the Office the assurances of its highest consideration.</p><p>29 September 2017</p>""")

mail("spam-lottery", "2017-07-22T04:04:00-04:00", ("UN Compensation Unit", "claims@un-compensation.example.com"), "YOUR PAYMENT OF USD 4.5M IS APPROVED",
     g("other", "message", "en", None, None, None, None, [], []),
     "text", ["fraud in the organisation's name"], mua="yahoo", text="""Attention Beneficiary,

your compensation fund has been approved and lodged with our paying bank. Kindly reconfirm your full name, address, direct telephone and a copy of your passport so that the ATM card is couriered.

Yours faithfully,
Remittance Director
""")

mail("round3-only-date", "2018-02-21T09:48:00-05:00", ("Maldives Mission", "info@maldivesmission.example.mv"), "Nomination, April",
     g("request", "note_verbale", "en", "MDV", "new_york", "(UN-D3)F-3/2018/19", "2018-02-20", ["gcm-round-3"], [("Aishath Shaufa Rasheed", "f", "Deputy Chief Immigration Officer")]),
     "docx", ["event by date alone", "Arabic-script motto in the letterhead"], mua="exchange", text="Please see attached.\nThis e-mail is intended for the addressee only.\n",
     papers=[P("NV-19.docx", "note", lo("docx", """
(UN-D3)F-3/2018/19

The Permanent Mission of the Republic of Maldives to the United Nations presents its compliments to the Office of the Special Representative for International Migration and has the honour to request assistance for Ms. Aishath Shaufa Rasheed, Deputy Chief Immigration Officer, in order that she may take part in the negotiations of 3 to 6 April 2018.

One in every four persons living in Maldives is a migrant worker, chiefly from Bangladesh.

The Permanent Mission of the Republic of Maldives avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

20 February 2018
""", "arial", header="^ PERMANENT MISSION OF THE REPUBLIC OF MALDIVES TO THE UNITED NATIONS"))])

mail("enq-form", "2018-01-15T11:30:00-05:00", ("Namibia HoC", "namibia@un.int"), "Clarification sought",
     g("enquiry", "note_verbale", "en", "NAM", "new_york", "NAM/UN/3/18", "2018-01-12", ["gcm-round-1"], []),
     "scan", ["enquiry by note"], mua="lotus", text="see attachment\n", papers=[P("NAM.pdf", "note", scanpdf("""
# PERMANENT MISSION OF THE REPUBLIC OF NAMIBIA
^ 360 Lexington Avenue, New York

NAM/UN/3/18

The Permanent Mission of the Republic of Namibia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and would be pleased to learn, before it submits any nomination for the first round of intergovernmental negotiations in February, whether a State which received assistance for an earlier session may apply a second time, and what documents must go with the request.

The Permanent Mission of the Republic of Namibia avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> 12 January 2018
""", "noto", seed=131, skew=1.1, stamped="REPUBLIC OF NAMIBIA", at=(.30, .36), initialled=(.55, .40)))])

mail("letter-dpr", "2017-11-10T15:35:00-05:00", ("PM Botswana", "botswana@un.int"), "Letter from Charge",
     g("request", "letter", "en", "BWA", "new_york", "BMUN/CDA/4(7)", "2017-11-09", ["gcm-stocktaking"], [("Gofaone Lesego Tiro", None, "Principal Immigration Officer, Francistown")]),
     "pdf", ["letter, gender not told"], mua="outlook", text="Letter attached\n", papers=[P("CDA.pdf", "note", pdf("""
> 9th November 2017

BMUN/CDA/4(7)

Excellency,

Allow me to approach you with a request that I make with some diffidence, Botswana having been fortunate enough seldom to need such help. Our budget for the year is spent, and yet the subject of the stocktaking at Puerto Vallarta, coming as it does after the influx of the last twelve months from the north, is one on which we must be heard.

I should be most grateful, therefore, if your fund were to receive favourably the name of Gofaone Lesego Tiro, Principal Immigration Officer, Francistown. Support is needed for the air fare only; Botswana will see to the hotel.

Accept, Excellency, the assurances of my highest consideration.

< Chargé d'affaires a.i. of the Republic of Botswana
""", "tinos"))])

mail("withdraw-mail", "2018-02-26T12:00:00-05:00", ("Eritrea Mission", "general@eritrea-un.example.er"), "Re: second round",
     g("withdrawal", "message", "en", "ERI", "new_york", None, None, ["gcm-round-2"], [("Semere Haile Woldu", "m", None)]),
     "html", ["withdrawal by ordinary mail"], mua="yahoo", html=True, text="Dear Madam,\n\nthis is to let you know that Mr. Semere Haile Woldu will not come to the second round in March. Please cancel the ticket you have reserved for him.\n\nThank you,\nMs. Tsega\nPermanent Mission of Eritrea to the UN, New York\n")

mail("fwd-fr-note", "2017-08-18T16:10:00-04:00", ("UNDP Country Office", "registry@undp-office.example.org"), "Fwd: Request of the Government of the Solomon Islands",
     g("request", "note_verbale", "en", "SLB", "new_york", "SIUN/4/7/17", "2017-08-16", ["gcm-thematic-5"], [("Chrysostom Maelaua", "m", "Director of Immigration")]),
     "forward", ["sent on by a third party", "Fiji and Vanuatu named"], mua="exchange", text="Dear colleagues in New York, this came to us by mistake, please take over.\n\nRegistry, Suva, Fiji (serving also Vanuatu, Kiribati)\n",
     papers=[P("Request.eml", None, forwarded("solomon-in", "2017-08-16T14:00:00-04:00", ("Solomon Islands UN", "simun@mission.example.sb"), "Request", g("request", "note_verbale", "en", "SLB", "new_york", None, None), "docx", mua="outlook", to="registry@undp-office.example.org",
             text="Attached Note for onward action.\n", papers=[P("SIUN.docx", "note", lo("docx", """
SIUN/4/7/17

The Permanent Mission of Solomon Islands to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and has the honour to request travel support for Mr. Chrysostom Maelaua, Director of Immigration, to participate in the informal thematic session in Vienna on the 4th and 5th of September 2017.

The Permanent Mission of Solomon Islands avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

16th August 2017
""", "plain"))]), ctype="message/rfc822")])

mail("numeric-date", "2018-01-31T17:45:00-05:00", ("Philippine Mission", "newyorkpm@dfa.example.ph"), "NV on GCM 2nd Round nominee",
     g("request", "note_verbale", "en", "PHL", "new_york", "PNYK-NV-57-2018", "2018-01-29", ["gcm-round-2"], [("Maria Concepcion R. dela Peña-Abad", "f", "Deputy Administrator, POEA")]),
     "rtf", ["month first in digits", "particle, married name"], mua="outlook", charset="windows-1252", text="PFA NV\n", papers=[P("NV-57.rtf", "note", lo("rtf", """
PNYK-NV-57-2018

The Permanent Mission of the Republic of the Philippines to the United Nations presents its compliments to the Office of the SRSG for International Migration and has the honor to nominate Ms. Maria Concepcion R. dela Peña-Abad, Deputy Administrator, POEA, as the Philippine beneficiary of the Fund for the 2nd round of intergovernmental negotiations on the GCM. She was Labor Attaché in Riyadh, Saudi Arabia.

The Permanent Mission of the Republic of the Philippines avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

New York, 01/29/2018
""", "arial"))])

mail("tonga-scan", "2017-09-21T20:40:00-04:00", ("Tonga", "tongaunmission@aol.example.com"), "Fw: scan",
     g("request", "note_verbale", "en", "TON", "new_york", "TUN 17/140", "2017-09-20", ["gcm-thematic-6"], [("'Ana Mele Taumoepeau-Fifita", "f", "Deputy CEO for Labour Mobility")]),
     "scan", ["1-bit scan", "glottal stop", "New Zealand and Australia named"], mua="yahoo", html=True, text="thx\n", papers=[P("20170920.pdf", "note", scanpdf("""
^ Kingdom of Tonga
^ Permanent Mission to the United Nations

TUN 17/140

The Permanent Mission of the Kingdom of Tonga to the United Nations presents its compliments to the Office of the Special Representative for International Migration and has the honour to request that the participation of Mrs. 'Ana Mele Taumoepeau-Fifita, Deputy CEO for Labour Mobility, in the sixth informal thematic session be paid for by the trust fund. Seasonal work in New Zealand and Australia is Tonga's first experience of regular pathways and may be of use to others.

The Permanent Mission of the Kingdom of Tonga avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

20 September 2017
""", "dejavu", seed=137, dpi=200, mode="fax", noise=3, blur=.3, gradient=3, skew=-.5, stamped="KINGDOM OF TONGA", at=(.55, .30), initialled=(.3, .36)))])

mail("idm", "2017-06-30T10:30:00-04:00", ("Ghana Mission", "ghanaperm@aol.example.com"), "IDM Geneva",
     g("request", "note_verbale", "en", "GHA", "new_york", "SCR/PMNY/IOM/2", "2017-06-28", ["idm-2017-2"], [("Kwabena Ofori-Atta Sarpong", "m", "Director, Migration Unit")]),
     "text", ["another organisation's meeting"], mua="outlook", text="""SCR/PMNY/IOM/2

The Permanent Mission of the Republic of Ghana to the United Nations presents its compliments to the Special Representative for International Migration and, learning that the second workshop of the International Dialogue on Migration will be held in Geneva on 18 and 19 July 2017, has the honour to apply for a travel grant for Mr. Kwabena Ofori-Atta Sarpong, Director, Migration Unit.

The Permanent Mission of the Republic of Ghana avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

28 June 2017
New York
""")

mail("trinidad-text", "2018-01-11T13:33:00-05:00", ("TT Mission", "tto@un.int"), "PM T&T - zero draft",
     g("amendment", "note_verbale", "en", "TTO", "new_york", "PM/UN/TT/9", "2018-01-11", ["gcm-zero-draft"], [("Kester Ramkissoon", "m", "Legal Officer II")]),
     "text", ["change of travel dates"], mua="exchange", text="""PM/UN/TT/9

The Permanent Mission of the Republic of Trinidad and Tobago to the United Nations presents its compliments to the Office of the Special Representative and, with reference to its request PM/UN/TT/4 of 5 January 2018 on behalf of Mr. Kester Ramkissoon, Legal Officer II, begs to correct the itinerary: he will arrive on 3 February, not on the 4th, and leave on the 7th, the presentation of the zero draft on the 5th being followed by consultations at the Mission. The nominee is unchanged.

The Permanent Mission of the Republic of Trinidad and Tobago avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

11 January 2018
""")

mail("belize-thanks", "2017-09-11T16:00:00-04:00", ("Belize UN", "blzun@belizemission.example.bz"), "Thank you",
     g("other", "letter", "en", "BLZ", "new_york", None, "2017-09-11", [], []),
     "pdf", ["thanks, asks nothing"], mua="apple", text="Letter attached.\n", papers=[P("thanks.pdf", "note", lo("pdf", """
11 September 2017

Dear Special Representative,

On behalf of the Government of Belize I thank you and your staff for the courtesies extended to our officer, who came home with much to report. Small States remember such things.

Yours sincerely,

Permanent Representative of Belize to the United Nations
""", "sans"))])

mail("marshalls-two", "2017-10-31T12:21:00-04:00", ("RMI", "rmimission@rmiun.example.mh"), "Mexico - two names",
     g("request", "note_verbale", "en", "MHL", "new_york", "RMIPRUN-17-0612", "2017-10-30", ["gcm-stocktaking"], [("Biram Lanwi", "m", "Deputy Chief Secretary"), ("Neilani Jorbon", "f", "Desk Officer for Climate and Mobility")]),
     "scan", ["two nominees in order of preference"], mua="gmail", html=True, text="see attached\n", papers=[P("0612.pdf", "note", scanpdf("""
# REPUBLIC OF THE MARSHALL ISLANDS
^ Office of the Permanent Representative · 800 Second Avenue, 18th Floor

< RMIPRUN-17-0612

The Permanent Mission of the Republic of the Marshall Islands to the United Nations presents its compliments to the Special Representative of the Secretary-General for International Migration and has the honor to submit two names, in order of preference, for the one place which the Fund may offer at Puerto Vallarta:

* First choice: Mr. Biram Lanwi, Deputy Chief Secretary
* Second choice: Ms. Neilani Jorbon, Desk Officer for Climate and Mobility

The Permanent Mission of the Republic of the Marshall Islands avails itself of this opportunity to renew to the Special Representative the assurances of its highest consideration.

> October 30, 2017
""", "arial", seed=139, skew=.6, stamped="MARSHALL ISLANDS", at=(.45, .38), initialled=(.25, .42)))])

mail("embassy-rome", "2018-02-12T11:40:00+01:00", ("Embassy in Rome", "rome@mofa.example.pk"), "Note Verbale from Embassy",
     g("request", "note_verbale", "en", "PAK", "other", "Rome-Pol-3/2018", "2018-02-10", ["gcm-round-2"], [("Rana Zulfiqar Ali Bhatti", "m", "Director (Anti Human Smuggling), FIA")]),
     "docx", ["embassy elsewhere as issuer", "Italy named"], mua="outlook", text="Please see the attached Note.\n", papers=[P("NV Rome.docx", "note", lo("docx", """
Rome-Pol-3/2018

The Embassy of the Islamic Republic of Pakistan in Rome presents its compliments to the Office of the Special Representative of the United Nations Secretary-General for International Migration and has the honour to request support for Mr. Rana Zulfiqar Ali Bhatti, Director (Anti Human Smuggling), FIA, at present on a course in Italy, to proceed from Rome to New York for the second round of negotiations (12 - 15 March 2018).

The Embassy of the Islamic Republic of Pakistan avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

Rome, the 10th of February, 2018
""", "dejavu"))])

mail("kenya-spoken", "2017-08-04T09:09:00-04:00", ("Wanjiru N.", "wnjoroge@kenyaun.example.ke"), "Vienna, please help",
     g("request", "message", "en", "KEN", "new_york", None, None, ["gcm-thematic-5"], [("Lokwawi Ekai Nanok", "m", "County Commissioner, Turkana")]),
     "text", ["asks without a note"], mua="iphone", text="""Hi there

We want to send Mr Lokwawi Ekai Nanok, County Commissioner, Turkana, to the Vienna session on smuggling and trafficking. Can the fund buy his ticket? He is ready to travel any day.

Wanjiru
First Secretary
Permanent Mission of Kenya to the UN, New York

Sent from my iPhone
""")

mail("stlucia-msg", "2017-11-06T15:15:00-05:00", ("St Lucia", "info@stluciamission.example.lc"), "Puerto Vallarta travel",
     g("request", "message", "en", "LCA", "new_york", None, None, ["gcm-stocktaking"], [("Germaine Joseph-Edgecombe", "f", "Permanent Secretary for Labour")]),
     "html", ["asks without a note"], mua="outlook", html=True, text="Good afternoon,\n\nKindly let this serve as our request for travel support in favour of Mrs Germaine Joseph-Edgecombe, Permanent Secretary for Labour, who hopes to be at the stocktaking meeting in Puerto Vallarta next month. Formal correspondence can be sent if you need it.\n\nRegards,\n\nCherie A.\nAttaché, Permanent Mission of Saint Lucia to the United Nations, New York\n")

mail("grenada-enq", "2018-02-23T10:00:00-05:00", ("Grenada", "grenada@un.int"), "one question",
     g("enquiry", "message", "en", "GRD", "new_york", None, None, ["gcm-round-4"], []),
     "text", ["event by month and ordinal"], mua="apple", text="""Dear team,

is it already possible to apply for the fourth round in May, or should missions wait for a new circular? And is an LDC always preferred over a small island?

Many thanks
M. Alleyne-Cox (Ms.)
Counsellor, Permanent Mission of Grenada, New York
""")

mail("hearing", "2018-02-01T18:00:00-05:00", ("Ukraine PM", "uno_us@mfa.example.ua"), "civil society representative",
     g("request", "letter", "en", "UKR", "new_york", "4132/28-194/501-88", "2018-02-01", ["gcm-hearing-4"], [("Olha Petrivna Skoropad", "f", "Chair of the Union of Volunteers")]),
     "odt", ["hearing of stakeholders", "patronymic"], mua="thunderbird", text="Letter of the Deputy Permanent Representative attached.\n", papers=[P("letter.odt", "note", lo("odt", """
4132/28-194/501-88

New York, 1 February 2018

Dear Special Representative,

I have been asked by Kyiv to commend warmly to your assistance Ms. Olha Petrivna Skoropad, Chair of the Union of Volunteers, who would like to speak at the multi-stakeholder hearing of 21 February in New York. I would be grateful if the trust fund could meet her fare.

Yours sincerely,

Deputy Permanent Representative of Ukraine to the United Nations
""", "plain"))])
