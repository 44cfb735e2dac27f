"""What is left: other languages, papers that cannot be opened, notes in notes."""

import io

import compose
import sheet
from compose import G, P, T, mail
from mime import fill

mail(124, "angola-portugues", "Missao de Angola <angola@un.int>", "NOTA VERBAL N. 284", "2017-10-17 17:22 -0400", "outlook",
     fill("""
|REPÚBLICA DE ANGOLA
|MISSÃO PERMANENTE JUNTO DAS NAÇÕES UNIDAS
|NOVA IORQUE

|N.º 284/MPANU/2017

A Missão Permanente da República de Angola junto das Nações Unidas apresenta os seus melhores cumprimentos ao Gabinete da Representante Especial do Secretário-Geral para as Migrações Internacionais e tem a honra de solicitar o apoio financeiro do Fundo Fiduciário para a participação do Sr. Eugénio Kapingala Tchipilica, Director Nacional do Serviço de Migração e Estrangeiros, na reunião preparatória de Puerto Vallarta, México, de 4 a 6 de Dezembro de 2017.

A Missão Permanente da República de Angola aproveita a oportunidade para reiterar ao Gabinete os protestos da sua mais elevada consideração.

|Nova Iorque, aos 16 de Outubro de 2017
"""), G("request", "note_verbale", None, "AGO", "new_york", "284/MPANU/2017", "2017-10-16", ["gcm-stocktaking"], [T("Eugénio Kapingala Tchipilica", "m", "Director Nacional do Serviço de Migração e Estrangeiros")],
       ["Portuguese: no language of the contract"]), charset="iso-8859-1", cte="quoted-printable")

mail(125, "austria-deutsch", "OeVVN New York <new-york-ov@bmeia.example.at>", "Freiwilliger Beitrag", "2017-11-22 10:50 -0500", "exchange", "Im Anhang die Verbalnote.\n",
     G("contribution", "note_verbale", None, "AUT", "new_york", "NEWYORK-OV/0712/2017", "2017-11-21", [], [], ["German: no language of the contract"], carrier="pdf"),
     [P("VN 0712.pdf", "note", "pdf", """
^ STÄNDIGE VERTRETUNG ÖSTERREICHS BEI DEN VEREINTEN NATIONEN
= NEW YORK
< GZ. NEWYORK-OV/0712/2017
* VERBALNOTE

Die Ständige Vertretung Österreichs bei den Vereinten Nationen beehrt sich, dem Büro der Sonderbeauftragten des Generalsekretärs für internationale Migration mitzuteilen, dass die Republik Österreich einen freiwilligen, nicht zweckgebundenen Beitrag in Höhe von 50.000 Euro zum Treuhandfonds für die Reisen von Delegierten aus Entwicklungsländern leisten wird.

Die Ständige Vertretung Österreichs benützt auch diese Gelegenheit, dem Büro den Ausdruck ihrer vorzüglichen Hochachtung zu erneuern.

> New York, am 21. November 2017
""", font="calibri", size=11)])


def locked():
    """A PDF with a password (40-bit), written by reportlab without dates."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen import canvas
    buf = io.BytesIO()
    c = canvas.Canvas(buf, invariant=1, encrypt=StandardEncryption("geheim-7731", strength=40))
    c.drawString(72, 760, "NOTE VERBALE")
    c.drawString(72, 730, "(for the eyes of those who know the password)")
    c.save()
    return buf.getvalue()


mail(126, "locked-pdf", "registry.office77@yahoo.com", "Confidential document", "2017-09-07 13:13 -0400", "yahoo", "",
     G("other", "message", None, None, None, None, None, [], [], ["password"], carrier="pdf", unreadable=True), [P("document.pdf", "other", "raw", raw=locked)])

mail(127, "damaged-scan", "office.2ndfloor@gmail.com", "", "2017-10-30 11:04 -0400", "gmail", "",
     G("other", "message", None, None, None, None, None, [], [], ["file cut off after its beginning"], carrier="scan", unreadable=True),
     [P("scan.pdf", "other", "raw", raw=lambda: sheet.scan("^ NOTE VERBALE\n\nNothing of this page arrives.", 7)[:1500])])

mail(128, "ghana-covering-letter", "Ghana Permanent Mission <ghanaperm@aol.com>", "Transmission of Minister's letter", "2017-11-01 12:44 -0400", "outlook", "Dear Sir/Madam,\n\nKindly find attached for your attention.\n",
     G("request", "note_verbale", "en", "GHA", "new_york", "GH/PMNY/MIG/17/VOL.2/209", "2017-11-01", ["gcm-stocktaking"],
       [T("Akosua Frempomaa Asante-Mensah", "f", "Director, Migration Unit, Ministry of the Interior")], ["covering note with an enclosed letter of its own date and number"], carrier="pdf"),
     [P("Note and enclosure.pdf", "note", "pdf", """
^ PERMANENT MISSION OF GHANA TO THE UNITED NATIONS
= 19 East 47th Street, New York, N.Y. 10017
---
< GH/PMNY/MIG/17/VOL.2/209

The Permanent Mission of the Republic of Ghana to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to transmit herewith a letter of the Ministry of the Interior and to request travel support from the voluntary trust fund for Ms. Akosua Frempomaa Asante-Mensah, Director, Migration Unit, Ministry of the Interior, to attend the stocktaking meeting to be held in Puerto Vallarta on 4-6 December 2017.

The Permanent Mission of the Republic of Ghana avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> New York, 1 November 2017

===

^ MINISTRY OF THE INTERIOR
= P.O. Box M42, Ministries, Accra
> 18th October, 2017
< Our Ref: SCR/MINT/114/88

< The Permanent Representative of Ghana to the United Nations
< New York

< Dear Ambassador,

I should be grateful if you would kindly submit the name of Ms. Akosua Frempomaa Asante-Mensah, Director of the Migration Unit, to the Office of the Special Representative for sponsorship. Mr. Yaw Boakye Darkwa of the Ghana Immigration Service will travel at our own expense.

< Yours sincerely,
< Kwabena Ofori-Amankwah
< Chief Director
""", font="cambria", size=11.5)])

mail(129, "rwanda-cv-scan", "Rwanda Mission <rwaun.ny@gmail.com>", "Nomination of Rwanda", "2018-01-24 15:31 -0500", "gmail", "Dear colleagues,\n\nKindly find attached a note verbale and the CV.\n\nBest\n",
     G("request", "note_verbale", "en", "RWA", "new_york", "1022/09.01/CAB/PMNY/18", "2018-01-24", ["gcm-round-1"], [T("UWAMAHORO Clarisse", "f", "Migration Policy Analyst, Directorate General of Immigration and Emigration")],
       ["CV beside the scanned note", "family name first, no title, gender by pronoun"], carrier="scan"),
     [P("CV_Clarisse.pdf", "cv", "pdf", """
^ CURRICULUM VITAE
< Name: UWAMAHORO Clarisse
< Date of birth: 12 September 1985
* Education
- 2011 MA, Refugee Studies
- 2008 BA, Law, Butare
* Employment
- 2014-present Migration Policy Analyst
- 2011-2014 Legal officer
* References on request
""", font="calibri", size=11),
      P("NV.pdf", "note", "scan", """
^ REPUBLIC OF RWANDA
= Permanent Mission of the Republic of Rwanda to the United Nations
= 370 Lexington Avenue, Suite 401, New York
---
> New York, 24 January 2018
< N° 1022/09.01/CAB/PMNY/18

The Permanent Mission of the Republic of Rwanda to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request travel support for UWAMAHORO Clarisse, Migration Policy Analyst, Directorate General of Immigration and Emigration, to attend the first round of intergovernmental negotiations. Her curriculum vitae is attached.

The Permanent Mission of the Republic of Rwanda avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
""", font="times", size=12.5, wear=dict(stamp="REPUBLIC OF RWANDA - PMNY", skew=.6))])

mail(130, "mauritius-reply", "Mauritius Mission <mauritius@un.int>", "RE: GCM-2017-0040", "2017-11-20 12:29 -0500", "outlook",
     """Dear Desk,

Our Note No. 1197/17 of 30 October 2017 may please be disregarded, as
Ms. Vimla Ramgoolam-Beeharry, Deputy Passport Officer, will be on leave.
We apologize for any inconvenience.

Kind regards,

D. Purgass
First Secretary
Permanent Mission of the Republic of Mauritius to the United Nations

________________________________
From: Travel support desk <desk@fund.example>
Sent: Thursday, November 16, 2017 4:02 PM
To: Mauritius Mission
Subject: GCM-2017-0040

Excellency,

With reference to your request for Ms. Vimla Ramgoolam-Beeharry (preparatory
stocktaking meeting, Puerto Vallarta, 4-6 December 2017) we would be grateful
for a copy of the passport.
""", G("withdrawal", "message", "en", "MUS", "new_york", None, None, ["gcm-stocktaking"], [T("Vimla Ramgoolam-Beeharry", "f", "Deputy Passport Officer")],
      ["withdrawal without the word", "event only in the quoted text", "Mauritius, not Mauritania"]))

mail(131, "bahamas-letter", "Bahamas Mission <mission@bahamasny.com>", "Letter: support for negotiations", "2018-02-26 11:02 -0500", "exchange", None,
     G("request", "letter", "en", "BHS", "new_york", None, "2018-02-26", ["gcm-round-3"], [T("Deandra Rolle-Knowles", "f", "Senior Immigration Officer")], ["letter in the body", "unnumbered"], carrier="html"),
     html="""<html><body><p style="text-align:right">26th February, 2018</p><p>Dear Special Representative,</p><p>I am writing to request the assistance of the Trust Fund so that Mrs. Deandra Rolle-Knowles, Senior Immigration Officer, may join our delegation for the third round of intergovernmental negotiations (April 3 to 6). The Bahamas, an archipelago of seven hundred islands astride the sea lanes of irregular migration, has much to say on these matters but, after the hurricanes of the past season, few means to send those who can say it.</p><p>Please accept, Excellency, the assurances of my highest consideration.</p><p>Yours sincerely,</p><p>Charlton McPhee-Strachan<br>Ambassador<br>Permanent Representative of the Commonwealth of The Bahamas to the United Nations</p></body></html>""")

mail(132, "south-sudan-text-letter", "South Sudan Mission <rssun.nyc@gmail.com>", "Request", "2017-08-14 21:14 -0400", "gmail",
     """REPUBLIC OF SOUTH SUDAN
Permanent Mission to the United Nations

Ref: RSS/PMUN/4/17
Date: 14th August 2017

H.E. the Special Representative for International Migration

Dear Madam,

It is with great pleasure that I submit, for support under the trust fund, the name of Brig. Gen. Ajak Deng Malual, Director of Aliens Control, Directorate of Civil Registry, Nationality, Passports and Immigration, to attend the Vienna session. He previously served in Khartoum, Sudan, and knows the matter of trafficking well.

Accept, Excellency, the assurances of my highest consideration.

Amb. Mayen Lual Kiir
Charge d'Affaires a.i.
""", G("request", "letter", "en", "SSD", "new_york", "RSS/PMUN/4/17", "2017-08-14", ["gcm-thematic-5"], [T("Ajak Deng Malual", "m", "Director of Aliens Control, Directorate of Civil Registry, Nationality, Passports and Immigration")],
      ["the other Sudan named", "military rank", "letter in the body"]))

mail(133, "solomon-islands-zip-scan", "Solomon Islands Mission <simun@solomons.com>", "NV 13/17", "2017-07-27 14:45 -0400", "hotmail", "Attached is zipped NV and passport copy.\n",
     G("request", "note_verbale", "en", "SLB", "new_york", "13/17", "2017-07-26", ["gcm-thematic-5"], [T("Ethel Maefasia", "f", "Director of Immigration")], ["scan and passport in a zip"], carrier="zip"),
     [P("NV13.zip", "other", "zip", inner=[P("passport.pdf", "passport", "pdf", """
^ SOLOMON ISLANDS
= OFFICIAL PASSPORT
| Type: PO | Country code: SLB | Passport No.: OP004417 |
| Surname: MAEFASIA | Given names: ETHEL | Sex: F |
| Date of birth: 09 JUN 1981 | Date of expiry: 30 NOV 2021 | |
< POSLBMAEFASIA<<ETHEL<<<<<<<<<<<<<<<<<<<<<<<<
< OP004417<4SLB8106095F2111308<<<<<<<<<<<<<<06
""", font="courier", size=10),
      P("nv13 of 2017.pdf", "note", "scan", """
^ PERMANENT MISSION OF SOLOMON ISLANDS TO THE UNITED NATIONS
= 800 Second Avenue, Suite 400L, New York
< Note No. 13/17

The Permanent Mission of Solomon Islands to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to seek assistance for Ms Ethel Maefasia, Director of Immigration, to attend the 5th thematic session in Vienna, 4-5 September 2017, from the fund established for that purpose.

The Permanent Mission of Solomon Islands avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

> 26 July 2017
""", font="calibri", size=12, wear=dict(stamp="SOLOMON ISLANDS"))])])

mail(134, "trinidad-enquiry-letter", "PMTT New York <tto@un.int>", "Enquiry: eligibility", "2017-10-03 15:25 -0400", "outlook", "Please see the attached letter.\n",
     G("enquiry", "letter", "en", "TTO", "new_york", "TT/NY/UN/8/12", "2017-10-03", ["gcm-stocktaking"], [], ["letter that asks a question"], carrier="pdf"),
     [P("Letter 3 Oct.pdf", "note", "pdf", """
^ PERMANENT MISSION OF THE REPUBLIC OF TRINIDAD AND TOBAGO TO THE UNITED NATIONS
< TT/NY/UN/8/12
> 3 October 2017

< Dear Sir or Madam,

I write with reference to the voluntary trust fund and should be grateful if you could advise whether Trinidad and Tobago, as a high-income developing country, is eligible to benefit from it for the stocktaking meeting of December, and by what date a request would have to be submitted.

I look forward to your early response.

< Yours faithfully,
< Camille Boodram-Alleyne
< First Secretary
""", font="arial", size=11)])

mail(135, "mozambique-photo", "Moz Mission <mozambique@un.int>", "Nota / note", "2018-01-25 09:20 -0500", "iphone", "",
     G("request", "note_verbale", "en", "MOZ", "new_york", "MPMNY/UN/022/18", "2018-01-24", ["gcm-round-1"], [T("Hermenegildo Sitoe Macuácua", "m", "Deputy Director, National Migration Service (SENAMI)")],
       ["photograph as PNG", "Portuguese letterhead over an English note"], carrier="photo"),
     [P("photo.png", "note", "photo", """
^ REPÚBLICA DE MOÇAMBIQUE
= Missão Permanente junto das Nações Unidas
---
< Ref. MPMNY/UN/022/18

The Permanent Mission of the Republic of Mozambique to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to request travel support for Mr. Hermenegildo Sitoe Macuácua, Deputy Director, National Migration Service (SENAMI), to participate in the first round of the intergovernmental negotiations on the Global Compact, 20-23 February 2018.

The Permanent Mission of the Republic of Mozambique avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.

> New York, January 24, 2018
""", fmt="PNG", dpi=120, font="arial", size=13, wear=dict(stamp="REPUBLICA DE MOCAMBIQUE"))])

inner136 = compose.Mail(0, "inner136", "Philippines PM <newyorkpm@gmail.com>", "Note Verbale 17-0644", "2017-10-20 16:00 -0400", "gmail",
                        fill("""
|PERMANENT MISSION OF THE REPUBLIC OF THE PHILIPPINES TO THE UNITED NATIONS

|No. 17-0644

The Permanent Mission of the Republic of the Philippines to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honor to withdraw the nomination of Atty. Ma. Corazon Dimaculangan-Uy, Director, Commission on Filipinos Overseas, for travel support to the preparatory meeting in Mexico, conveyed in Note No. 17-0601 dated 28 September 2017.

The Permanent Mission of the Republic of the Philippines avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

|New York, 20 October 2017
"""), G("withdrawal", "note_verbale", "en", "PHL", "new_york", None, None, []), received=False, to="desk-old@fund.example")
mail(136, "philippines-forward", "Ines Kalnina <i.kalnina@fund.example>", "Fwd: Note Verbale 17-0644", "2017-10-23 09:11 -0400", "apple", "See below.\n",
     G("withdrawal", "note_verbale", "en", "PHL", "new_york", "17-0644", "2017-10-20", ["gcm-stocktaking"], [T("Ma. Corazon Dimaculangan-Uy", None, "Director, Commission on Filipinos Overseas")],
       ["message/rfc822 with the note as text", "no title tells the gender", "abbreviated first name"], carrier="forward"), nested=inner136)

mail(137, "afghanistan-regional", "Afghanistan Mission <afghanistan@un.int>", "Bangkok meeting", "2017-10-12 14:17 -0400", "zimbra", "Please find attached.\n",
     G("request", "note_verbale", "en", "AFG", "new_york", "AFG/UN/2017/776", "2017-10-11", ["gcm-regional-escap"], [T("Mohammad Zaher Haidari", "m", "Director of Policy, Ministry of Refugees and Repatriations")],
       ["regional meeting, perhaps not covered"], carrier="docx"),
     [P("NV 776.docx", "note", "docx", """
^^ د افغانستان اسلامي جمهوريت / / جمهوری اسلامی افغانستان ## Permanent Mission of the / / Islamic Republic of Afghanistan / / to the United Nations
< Ref: AFG/UN/2017/776

The Permanent Mission of the Islamic Republic of Afghanistan to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honor to request support for Mr. Mohammad Zaher Haidari, Director of Policy, Ministry of Refugees and Repatriations, to participate in the Asia-Pacific Regional Preparatory Meeting for the Global Compact, Bangkok, 6-7 November 2017.

The Permanent Mission of the Islamic Republic of Afghanistan avails itself of this opportunity to renew to the Office the assurances of its highest consideration.

< New York, 11 October 2017
""", font="times", size=12)])
