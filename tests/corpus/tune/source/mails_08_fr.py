"""French, second shelf."""

from compose import G, P, T, mail
from mime import fill

mail(70, "guinee-premiere-serie", "Mission de Guinée <guinea@un.int>", "Note verbale 0087", "2018-01-30 12:22 -0500", "outlook", "Bonjour,\n\nci-joint la note verbale.\n\nBonne réception\n",
     G("request", "note_verbale", "fr", "GIN", "new_york", "0087/MPG/ONU/AB/18", "2018-01-30", ["gcm-round-1"],
       [T("Hadja Fatoumata Binta Diallo", "f", "Directrice générale adjointe des Guinéens établis à l'étranger, Ministère des Affaires étrangères")],
       ["a Guinea, with Guinea-Bissau in the text", "feminine post"], carrier="pdf"),
     [P("Note Verbale.pdf", "note", "pdf", """
^^ MINISTERE DES AFFAIRES ETRANGERES / / ------------ / / MISSION PERMANENTE AUPRES / / DES NATIONS UNIES / / New York ## REPUBLIQUE DE GUINEE / / Travail – Justice – Solidarité
< N° 0087/MPG/ONU/AB/18
* NOTE VERBALE

La Mission Permanente de la République de Guinée auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de lui notifier la désignation de Mme Hadja Fatoumata Binta Diallo, Directrice générale adjointe des Guinéens établis à l'étranger, Ministère des Affaires étrangères, aux fins de prendre part à la première série de négociations intergouvernementales sur le pacte mondial (New York, 20-23 février 2018).

Précédemment en poste à Bissau (Guinée-Bissau), l'intéressée voyagera de Conakry. La Mission sollicite en sa faveur l'assistance du fonds d'affectation spéciale.

La Mission Permanente de la République de Guinée saisit cette occasion pour renouveler au Bureau de la Représentante spéciale l'assurance de sa haute considération.

> New York, le 30 Janvier 2018
""", lang="fr", font="times", size=12)])

mail(71, "guinee-bissau-texte", "Guinee Bissau ONU <gbissau.un@hotmail.fr>", "Participation au Mexique", "2017-11-08 18:09 -0500", "hotmail",
     fill("""
|Mission Permanente de la République de Guinée-Bissau
|auprès des Nations Unies
|New York

|Réf. nº 61/MPGB/2017

La Mission Permanente de la République de Guinée-Bissau auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de demander la prise en charge de Monsieur Braima Sanhá Cassamá, Directeur général des Migrations et Frontières, invité à la réunion préparatoire de bilan de Puerto Vallarta.

La Mission Permanente de la République de Guinée-Bissau saisit l'occasion pour réitérer au Bureau les assurances de sa plus haute considération.

|New York, 7 novembre 2017
"""), G("request", "note_verbale", "fr", "GNB", "new_york", "61/MPGB/2017", "2017-11-07", ["gcm-stocktaking"],
       [T("Braima Sanhá Cassamá", "m", "Directeur général des Migrations et Frontières")], ["a Guinea", "Portuguese letters in French"]), charset="iso-8859-1", cte="8bit", way="Q")

mail(72, "cabo-verde-presence", "Mission Cabo Verde <capeverde@un.int>", "Délégation", "2018-03-06 10:10 -0500", "yahoo", "Veuillez trouver la note en pièce jointe.\n",
     G("attendance", "note_verbale", "fr", "CPV", "new_york", "MPCV/ONU/22/2018", "2018-03-05", ["gcm-round-2"],
       [T("Arlindo Évora Monteiro", "m", "Directeur de la Direction des étrangers et des frontières")], ["former name beside the new one", "asks for badges, not for money"], carrier="docx"),
     [P("MPCV 22.docx", "note", "docx", """
^ MISSION PERMANENTE DE LA RÉPUBLIQUE DE CABO VERDE
^ AUPRÈS DES NATIONS UNIES
= 27 East 69th Street, New York, NY 10021
< MPCV/ONU/22/2018

La Mission permanente de la République de Cabo Verde (Cap-Vert) auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de communiquer que M. Arlindo Évora Monteiro, Directeur de la Direction des étrangers et des frontières, assistera à la deuxième série de négociations intergouvernementales. Un laissez-passer devra être établi à son nom.

La Mission permanente de la République de Cabo Verde saisit cette occasion pour renouveler au Bureau les assurances de sa haute considération.

> New York, le 5 mars 2018
""", lang="fr", font="calibri", size=12)])

mail(73, "tchad-scan", "tchad.mission@gmail.com", "NOTE", "2017-09-20 11:47 -0400", "gmail", "",
     G("request", "note_verbale", "fr", "TCD", "new_york", "298/MPT/NY/2017", "2017-09-19", ["gcm-thematic-6"],
       [T("MAHAMAT Nour Abakar", "m", "Secrétaire permanent de la Commission nationale d'accueil de réinsertion des réfugiés et des rapatriés (CNARR)")], ["family name first in capitals", "Niamey on the way"], carrier="scan"),
     [P("Note Tchad.PDF", "note", "scan", """
^ RÉPUBLIQUE DU TCHAD
= Unité – Travail – Progrès
^ MISSION PERMANENTE DU TCHAD AUPRÈS DES NATIONS UNIES
---
< N° 298/MPT/NY/2017

La Mission Permanente de la République du Tchad auprès des Nations Unies présente ses compliments au Bureau de la Représentante Spéciale du Secrétaire Général pour les Migrations Internationales et a l'honneur de lui transmettre la candidature de Monsieur MAHAMAT Nour Abakar, Secrétaire permanent de la Commission nationale d'accueil de réinsertion des réfugiés et des rapatriés (CNARR), pour une prise en charge (N'Djamena – Niamey – Genève et retour) dans le cadre de la sixième session thématique informelle qui aura lieu à Genève les 12 et 13 octobre 2017.

La Mission Permanente de la République du Tchad remercie d'avance le Bureau pour sa diligence et saisit cette occasion pour lui renouveler les assurances de sa haute considération.

> New York, le 19 septembre 2017
""", lang="fr", font="times", size=12, dpi=160, media="application/octet-stream", wear=dict(stamp="MISSION DU TCHAD NEW YORK", skew=1.5, ground=232))])

mail(74, "centrafrique-lettre", "Mission RCA <repercaf.ny@gmail.com>", "Lettre ref 077", "2017-08-16 15:35 -0400", "gmail", "Bonjour, prière voir pièce jointe. Merci.\n",
     G("request", "letter", "fr", "CAF", "new_york", "077/RCA/MPNY/AMB.17", "2017-08-15", ["gcm-thematic-5"],
       [T("Bertille Ngaïfei-Sokambi", "f", "Chargée de mission en matière de lutte contre la traite, Ministère de la Justice")], ["letter", "scan of a letter"], carrier="scan"),
     [P("077.pdf", "note", "scan", """
^ REPUBLIQUE CENTRAFRICAINE
= Unité – Dignité – Travail
^ Mission Permanente auprès des Nations Unies
= Le Représentant Permanent
> New York, le 15 août 2017
< N° 077/RCA/MPNY/AMB.17

= **à**

< Madame la Représentante spéciale du Secrétaire général
< pour les migrations internationales, New York

< Madame,

Me référant à votre note relative au fonds de contributions volontaires, j'ai l'honneur de vous soumettre la candidature de Mme Bertille Ngaïfei-Sokambi, Chargée de mission en matière de lutte contre la traite, Ministère de la Justice, pour un appui au voyage lui permettant de participer à la session de Vienne des 4 et 5 septembre prochains.

Dans l'attente d'une suite favorable, je vous prie de croire, Madame, à l'assurance de ma parfaite considération.

> Aristide Zoungaïna-Kpata
> Ambassadeur
""", lang="fr", font="free", size=13, ink="g4", dpi=200, wear=dict(stamp="LE REPRESENTANT PERMANENT", noise=3))])

mail(75, "burundi-question", "Mission Burundi <burundi@un.int>", "Re: Accusé de réception", "2017-11-13 16:58 -0500", "thunderbird",
     """Le 10/11/2017 à 11:02, Travel support desk a écrit :
> Madame, Monsieur,
>
> Nous accusons réception de votre note n° 204.01/233/MPB/2017 par laquelle
> votre Mission demande un appui pour M. Térence Nkurikiye (réunion de
> Puerto Vallarta, 4-6 décembre 2017).

Bonjour,

Merci pour l'accusé de réception. Quand connaîtrons-nous la décision ?
Et l'intéressé doit-il déjà demander son visa mexicain, ou le bureau
enverra-t-il d'abord une lettre d'invitation ?

Cordialement,
Mission Permanente du Burundi auprès des Nations Unies
""", G("enquiry", "message", "fr", "BDI", "new_york", None, None, ["gcm-stocktaking"], [], ["new text below the quoted", "quoted reference, date and name"]))

mail(76, "mali-deux-candidats", "Mission Mali <malionu@aol.com>", "NV 0441 MPM", "2018-02-14 13:44 -0500", "exchange", None,
     G("request", "note_verbale", "fr", "MLI", "new_york", "0441/MPM-NU", "2018-02-14", ["gcm-round-2"],
       [T("Boubacar Sidiki Coulibaly", "m", "Délégué général des Maliens de l’extérieur"), T("Aminata Dembélé", "f", "Chargée de dossiers, Ministère des Maliens de l’extérieur et de l’intégration africaine")],
       ["two nominees ranked", "table in HTML"], carrier="html"),
     html="""<html><body style="font-family:'Times New Roman'"><p align=center><b>MISSION PERMANENTE DU MALI AUPR&Egrave;S DES NATIONS UNIES</b><br>111 East 69th Street, New York, NY 10021</p><p>N&deg; 0441/MPM-NU</p>
<p>La Mission permanente de la R&eacute;publique du Mali aupr&egrave;s des Nations Unies pr&eacute;sente ses compliments au Bureau de la Repr&eacute;sentante sp&eacute;ciale du Secr&eacute;taire g&eacute;n&eacute;ral pour les migrations internationales et a l&rsquo;honneur de solliciter l&rsquo;appui du fonds pour la participation &agrave; la deuxi&egrave;me s&eacute;rie de n&eacute;gociations (12-15 mars 2018) de l&rsquo;un des candidats ci-apr&egrave;s, par ordre de priorit&eacute; :</p>
<table border=1><tr><th>Rang</th><th>Nom et pr&eacute;noms</th><th>Fonction</th></tr><tr><td>1</td><td>M. Boubacar Sidiki Coulibaly</td><td>D&eacute;l&eacute;gu&eacute; g&eacute;n&eacute;ral des Maliens de l&rsquo;ext&eacute;rieur</td></tr><tr><td>2</td><td>Mme Aminata Demb&eacute;l&eacute;</td><td>Charg&eacute;e de dossiers, Minist&egrave;re des Maliens de l&rsquo;ext&eacute;rieur et de l&rsquo;int&eacute;gration africaine</td></tr></table>
<p>La Mission permanente du Mali saisit cette occasion pour renouveler au Bureau les assurances de sa haute consid&eacute;ration.</p><p align=right>New York, le 14 f&eacute;vrier 2018</p></body></html>""")

mail(77, "togo-transfert", "Secrétariat <secretariat@fund.example>", "Tr : Note verbale du Togo", "2017-08-04 09:31 -0400", "apple",
     """Bonjour, reçu ce matin à l'ancienne adresse. S.

Début du message réexpédié :

> De: Mission du Togo <togo@un.int>
> Objet: Note verbale du Togo
> Date: 3 août 2017 à 17:48:20 UTC-4
> À: secretariat@fund.example
>
> MISSION PERMANENTE DE LA REPUBLIQUE TOGOLAISE
> AUPRES DES NATIONS UNIES
>
> N° 352/MPT-NY/17
>
> La Mission Permanente de la République Togolaise auprès des Nations
> Unies présente ses compliments au Bureau de la Représentante spéciale
> du Secrétaire général pour les migrations internationales et a
> l'honneur de proposer M. Kokou Edem Agbeyomé, Chef division des
> passeports, Direction générale de la documentation nationale, pour
> bénéficier d'un appui à l'occasion de la cinquième session thématique
> informelle.
>
> La Mission Permanente de la République Togolaise saisit cette occasion
> pour renouveler au Bureau les assurances de sa haute considération.
>
> New York, le 3 août 2017
""", G("request", "note_verbale", "fr", "TGO", "new_york", "352/MPT-NY/17", "2017-08-03", ["gcm-thematic-5"],
      [T("Kokou Edem Agbeyomé", "m", "Chef division des passeports, Direction générale de la documentation nationale")], ["the note stands in the quoted part", "event by ordinal alone"], carrier="forward"))

mail(78, "senegal-remplacement", "Mission Sénégal <senegal.mission@yahoo.fr>", "Remplacement de délégué", "2017-11-17 12:00 -0500", "yahoo", "Bien vouloir trouver ci-joint.\n",
     G("amendment", "note_verbale", "fr", "SEN", "new_york", "002114/MPS/NY/eks", "2017-11-17", ["gcm-stocktaking"],
       [T("Astou Ndèye Coumba Dieng", "f", "Chef du Bureau des Sénégalais de l'extérieur")], ["en lieu et place de", "masculine post of a woman"], carrier="odt"),
     [P("2114.odt", "note", "odt", """
^ REPUBLIQUE DU SENEGAL
= Un Peuple – Un But – Une Foi
^ MISSION PERMANENTE DU SENEGAL AUPRES DES NATIONS UNIES
> New York, le 17 novembre 2017
< N° 002114/MPS/NY/eks

La Mission permanente du Sénégal auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et, comme suite à sa note verbale n° 001987/MPS/NY/eks du 30 octobre 2017, a l'honneur de lui faire connaître que Mme Astou Ndèye Coumba Dieng, Chef du Bureau des Sénégalais de l'extérieur, participera à la réunion de bilan de Puerto Vallarta en lieu et place de M. Cheikh Tidiane Mbacké, empêché.

La Mission permanente du Sénégal saisit cette occasion pour renouveler au Bureau les assurances de sa haute considération.
""", lang="fr")])

mail(79, "comores-sans-date", "Mission Comores <comoros@un.int>", "Demande d'appui", "2018-02-13 08:40 -0500", "gmail",
     fill("""
La Mission Permanente de l'Union des Comores auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de solliciter un appui financier en faveur de Madame Zalhata Mroivili Abdou, Commissaire à la Diaspora, afin qu'elle puisse participer à la prochaine série de négociations intergouvernementales, du 12 au 15 mars.

La Mission Permanente de l'Union des Comores saisit cette occasion pour renouveler au Bureau les assurances de sa très haute considération.
"""), G("request", "note_verbale", "fr", "COM", "new_york", None, None, ["gcm-round-2"], [T("Zalhata Mroivili Abdou", "f", "Commissaire à la Diaspora")], ["undated, unnumbered, no letterhead", "days without a year"]))

MDG = """
^ REPOBLIKAN'I MADAGASIKARA
= Fitiavana – Tanindrazana – Fandrosoana
^ Mission Permanente de Madagascar auprès des Nations Unies
= 820 Second Avenue, Suite 800, New York
---
< N° 17-0528/MPNU
> New York, le 26 octobre 2017

La Mission Permanente de Madagascar auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de lui faire tenir, sous ce couvert, le dossier de Monsieur RAKOTONDRAZAKA Tiana Hery, Directeur de l'Immigration et de l'Émigration, Ministère de l'Intérieur et de la Décentralisation, candidat à une prise en charge pour la réunion préparatoire de bilan (Puerto Vallarta, 4-6 décembre 2017), à savoir : curriculum vitae, formulaire et coordonnées bancaires.

La Mission Permanente de Madagascar saisit cette occasion pour renouveler au Bureau les assurances de sa haute considération.
"""
mail(80, "madagascar-dossier", "Mission Madagascar <repermad@verizon.net>", "Dossier de candidature", "2017-10-27 10:31 -0400", "outlook", None,
     G("request", "note_verbale", "fr", "MDG", "new_york", "17-0528/MPNU", "2017-10-26", ["gcm-stocktaking"],
       [T("RAKOTONDRAZAKA Tiana Hery", "m", "Directeur de l'Immigration et de l'Émigration, Ministère de l'Intérieur et de la Décentralisation")],
       ["four papers and a logo", "the note is not the first", "letterhead in Malagasy"], carrier="pdf"),
     [P("1-CV.docx", "cv", "docx", """
^ CURRICULUM VITAE
< **RAKOTONDRAZAKA Tiana Hery**
< Né le 3 mars 1972 à Fianarantsoa
* Formation
- 1996 : Maîtrise en droit public, Université d'Antananarivo
- 2001 : École nationale supérieure de police
* Expérience professionnelle
- 2014 à ce jour : Directeur de l'Immigration et de l'Émigration
- 2009–2014 : Chef de service, aéroport d'Ivato
* Langues
- malgache, français, anglais
""", lang="fr", font="arial", size=10),
      P("2-Formulaire.pdf", "form", "pdf", """
^ FORMULAIRE DE DEMANDE D'APPUI AU VOYAGE
| Nom de famille | RAKOTONDRAZAKA |
| Prénoms | Tiana Hery |
| Date de naissance | 03/03/1972 |
| Nationalité | malgache |
| Aéroport de départ | Antananarivo (TNR) |
| Adresse électronique | th.rakotondrazaka@interieur.example.mg |
| Signature du candidat | |
""", lang="fr", font="arial", size=10),
      P("3-note verbale 528.pdf", "note", "pdf", MDG, lang="fr", font="noto", size=11),
      P("4-RIB.pdf", "bank", "pdf", """
^ COORDONNÉES BANCAIRES
| Titulaire du compte | RAKOTONDRAZAKA Tiana Hery |
| Banque | Banque Fictive de l'Océan Indien, Antananarivo |
| IBAN | MG46 0000 0000 1234 5678 9012 345 |
| Code SWIFT / BIC | BFOIMGMGXXX |
""", lang="fr", font="courier", size=10)],
     html="""<html><body><p>Bonjour,</p><p>Ci-joint le dossier complet.</p><p>Cordialement</p><p><img src="cid:logo@mg"></p></body></html>""",
     related=[P("image001.png", "other", "logo", cid="logo@mg", disp="inline")])

mail(81, "cameroun-traite-vienne", "Mission du Cameroun <info@cameroonmission.org>", "Participation à la session sur la traite", "2017-08-17 17:05 -0400", "roundcube",
     """MISSION PERMANENTE DU CAMEROUN AUPRES DES NATIONS UNIES
22 East 73rd Street, New York, NY 10021

No 417/NV/MPC-NU/08-2017

La Mission Permanente de la République du Cameroun auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de solliciter, sur le fonds volontaire, la prise en charge de M. Guy-Roland Etoundi Mbarga, Magistrat, Sous-Directeur de la lutte contre la criminalité organisée, désigné pour prendre part, à Vienne, à la session consacrée au trafic de migrants, à la traite des personnes et aux formes contemporaines d'esclavage.

La Mission précise que la présente demande ne concerne pas la réunion de haut niveau sur la traite prévue à New York, à laquelle le Cameroun se fera représenter par ses propres moyens.

La Mission Permanente de la République du Cameroun saisit cette occasion pour renouveler au Bureau les assurances de sa haute considération.

New York, le 17 août 2017
""", G("request", "note_verbale", "fr", "CMR", "new_york", "417/NV/MPC-NU/08-2017", "2017-08-17", ["gcm-thematic-5"],
      [T("Guy-Roland Etoundi Mbarga", "m", "Magistrat, Sous-Directeur de la lutte contre la criminalité organisée")], ["the other process named only to be excluded", "long lines"], ), charset="utf-8", cte="quoted-printable")

mail(82, "luxembourg-lettre-contribution", "Représentation permanente <newyork.rp@mae.etat.lu>", "Contribution du Luxembourg", "2017-11-30 09:20 -0500", "exchange", "Voir lettre ci-jointe.\n",
     G("contribution", "letter", "fr", "LUX", "new_york", "RP/NY/2017/1290", "2017-11-29", [], [], ["letter that gives"], carrier="pdf"),
     [P("lettre.pdf", "note", "pdf", """
^ Grand-Duché de Luxembourg
^ Représentation permanente auprès des Nations Unies
> New York, le 29 novembre 2017
< Réf. RP/NY/2017/1290
< **Objet : contribution volontaire**

Madame la Représentante spéciale,

J'ai le plaisir de vous informer que le Luxembourg a décidé de verser 40 000 euros au fonds d'affectation spéciale destiné à faciliter la participation des pays en développement, et en particulier des pays les moins avancés, aux négociations du pacte mondial. Mes services se tiennent à votre disposition pour la signature de l'arrangement administratif.

Veuillez agréer, Madame la Représentante spéciale, l'expression de ma considération très distinguée.

< Marc-Olivier Welfringer
< Ambassadeur, Représentant permanent
""", lang="fr", font="calibri", size=11)])

mail(83, "tunisie-desistement", "Mission de Tunisie <tunisnyc@nyc.rr.com>", "Désistement - GCM-2017-0019", "2017-09-29 18:40 -0400", "outlook",
     fill("""
|Mission Permanente de Tunisie
|auprès des Nations Unies - New York

|N° 1046/2017

La Mission Permanente de Tunisie auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et, se référant à sa note n° 987/2017 en date du 15 septembre 2017, a l'honneur de porter à sa connaissance que M. Slaheddine Ben Romdhane, Directeur des Affaires consulaires, ne pourra finalement pas prendre part à la sixième session thématique informelle à Genève. Il est demandé de bien vouloir annuler les dispositions prises pour son voyage.

La Mission Permanente de Tunisie saisit cette occasion pour renouveler au Bureau l'assurance de sa haute considération.

|New York, le 29.09.2017
"""), G("withdrawal", "note_verbale", "fr", "TUN", "new_york", "1046/2017", "2017-09-29", ["gcm-thematic-6"],
       [T("Slaheddine Ben Romdhane", "m", "Directeur des Affaires consulaires")], ["numeric date with full stops", "particle Ben"]), charset="windows-1252", cte="8bit", label="iso-8859-1")

mail(84, "absence-du-bureau", "Solveig Marchetti <s.marchetti@fondation.example.org>", "Réponse automatique : Votre dossier", "2017-08-14 08:00 +0200", "zimbra",
     "Bonjour,\n\nAbsente du bureau jusqu'au 28 août 2017, je prendrai connaissance de votre message à mon retour.\n\nSolveig Marchetti\n",
     G("automatic", "message", "fr", None, None, None, None, [], [], ["vacation"], ["Auto-Submitted", "Precedence"]),
     extra=[("Auto-Submitted", "auto-replied (zimbra; vacation)"), ("Precedence", "bulk")])

mail(85, "maroc-reception", "Mission du Maroc <maroc.invitations@un.int>", "Invitation", "2017-07-24 12:00 -0400", "exchange", "Prière de voir l'invitation ci-jointe.\n",
     G("other", "note_verbale", "fr", "MAR", "new_york", "553/17", "2017-07-21", [], [], ["a note verbale about something else"], carrier="pdf"),
     [P("Invitation Fête du Trône.pdf", "note", "pdf", """
^ MISSION PERMANENTE DU ROYAUME DU MAROC AUPRÈS DES NATIONS UNIES
= 866 Second Avenue, New York
< N° 553/17

La Mission Permanente du Royaume du Maroc auprès des Nations Unies présente ses compliments aux Missions Permanentes, aux Missions Permanentes d'Observation et aux bureaux du Secrétariat et a l'honneur de les convier à la réception qui sera offerte le 31 juillet 2017, de 18 heures à 20 heures, à l'occasion de la Fête du Trône. Prière de confirmer avant le 27 juillet.

La Mission Permanente du Royaume du Maroc saisit cette occasion pour leur renouveler les assurances de sa haute considération.

> New York, le 21 juillet 2017
""", lang="fr", font="times")])
