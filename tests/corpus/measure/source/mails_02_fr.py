"""French."""
from .post import *  # noqa: F403

mail("sahel-un", "2017-08-07T12:20:00-04:00", ("MP Niger ONU", "nigerun@mission.example.ne"), "NV n° 00412",
     g("request", "note_verbale", "fr", "NER", "new_york", "00412/MPN/ONU/2017", "2017-08-04", ["gcm-thematic-5"], [("Hadiza Souley Mahamadou", "f", "Directrice de la surveillance du territoire par intérim")]),
     "pdf", ["Niger, Nigéria nommé", "titre au genre féminin"], mua="outlook", charset="windows-1252", text="Chers collègues,\n\nCi-joint, pour attribution.\n\nCordialement\n\nLe secrétariat\n",
     papers=[P("NV 00412 Fonds volontaire.pdf", "note", pdf("""
! République du Niger\\
Fraternité – Travail – Progrès\\
Mission permanente auprès des Nations Unies
> New York, le 4 août 2017

< N° 00412/MPN/ONU/2017

La Mission permanente de la République du Niger auprès de l'Organisation des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et, comme suite à la circulaire relative au fonds d'affectation spéciale volontaire, a l'honneur de proposer la candidature de Mme Hadiza Souley Mahamadou, Directrice de la surveillance du territoire par intérim, en vue de la session qui se tiendra à Vienne les 4 et 5 septembre.

Pays de transit par excellence entre le Nigéria, le Mali et la Libye, le Niger a adopté dès 2015 une loi réprimant le trafic illicite de migrants, dont l'intéressée a suivi la mise en œuvre à Agadez.

La Mission permanente saurait gré au Bureau de bien vouloir prendre en charge le billet d'avion ainsi que les indemnités de séjour, et saisit cette occasion pour lui renouveler les assurances de sa haute considération.
""", "plain"))])

mail("deux-rives", "2017-06-27T10:02:00-04:00", ("Secrétariat Ambassadeur", "ambacongo.ny@yahoo.example.fr"), "Transmission note verbale",
     g("request", "note_verbale", "fr", "COG", "new_york", "0218/MPC-NY/CAB/17", "2017-06-26", ["gcm-thematic-4"], [("Aimé-Blaise MOUANDZA NGOMA", "m", "Conseiller aux Congolais de l'étranger au Ministère des affaires étrangères")]),
     "scan", ["Congo, non la République démocratique", "capitales"], mua="yahoo", html=True, text="Bonjour,\nVeuillez trouver en pièce jointe la note verbale.\nMerci d'accuser réception.\n",
     papers=[P("numérisation0007.pdf", "note", scanpdf("""
^ MISSION PERMANENTE DE LA RÉPUBLIQUE DU CONGO\\
^ AUPRÈS DES NATIONS UNIES
^ NEW YORK
=
< N° 0218/MPC-NY/CAB/17

La Mission Permanente de la République du Congo auprès des Nations Unies à New York présente ses compliments au Secrétariat des Nations Unies, Bureau de la Représentante Spéciale pour les Migrations Internationales, et a l'honneur de solliciter, au titre du Fonds d'Affectation Volontaire, la prise en charge de Monsieur Aimé-Blaise MOUANDZA NGOMA, Conseiller aux Congolais de l'étranger au Ministère des affaires étrangères, appelé à prendre part, du 24 au 25 juillet 2017 au Siège, aux travaux portant sur les contributions des migrants et des diasporas.

L'intéressé, en provenance de Brazzaville via Kinshasa (République démocratique du Congo), est titulaire du passeport de service n° OA0288134.

La Mission Permanente de la République du Congo auprès des Nations Unies remercie d'avance le Secrétariat de l'attention qu'il voudra bien accorder à la présente et lui renouvelle, en cette occasion, les assurances de sa parfaite considération./-

> Fait à New York, le 26 juin 2017

. Bureau de la Représentante Spéciale - NEW YORK
""", "plain", seed=41, skew=-.9, stamped="AMBASSADE MISSION CONGO", at=(.36, .58), initialled=(.60, .66)))])

mail("lac-rang", "2017-09-18T16:45:00-04:00", ("Mission Tchad", "missiontchad@chadmission.example.td"), "Candidatures Genève octobre",
     g("request", "note_verbale", "fr", "TCD", "new_york", "137/RT/MPNU/2017", "2017-09-18", ["gcm-thematic-6"], [("Abakar Saleh Issakha", "m", "Directeur de l'Emploi"), ("Achta Mahamat Djibrine", "f", "Cheffe de Division de la Mobilité professionnelle")]),
     "docx", ["deux candidats par ordre de préférence"], mua="exchange", text="Note jointe au format Word.\n",
     papers=[P("Note verbale - 137.docx", "note", lo("docx", """
N° 137/RT/MPNU/2017

La Mission Permanente de la République du Tchad auprès des Nations Unies présente ses compliments à la Représentante Spéciale du Secrétaire Général pour les Migrations Internationales et a l'honneur de lui communiquer, par ordre de préférence, les noms des cadres du Ministère de la Fonction Publique, du Travail et de l'Emploi dont elle sollicite l'appui pour le déplacement à Genève les 12 et 13 octobre 2017 :

1. M. Abakar Saleh Issakha, Directeur de l'Emploi ;

2. Mme Achta Mahamat Djibrine, Cheffe de Division de la Mobilité professionnelle.

Il est entendu qu'un seul d'entre eux pourra bénéficier du Fonds.

La Mission Permanente de la République du Tchad auprès des Nations Unies saisit cette occasion pour renouveler à la Représentante Spéciale l'assurance de sa très haute considération.

New York, le dix-huit septembre deux mille dix-sept (18/09/2017)
""", "dejavu"))])

mail("caraibe-corps", "2017-11-09T22:14:00-05:00", ("Guerda Pierre-Antoine", "gpierreantoine@haitimission.example.ht"), "Puerto Vallarta / Haïti",
     g("request", "note_verbale", "fr", "HTI", "new_york", "MPHNU/NY/17-654", "2017-11-09", ["gcm-stocktaking"], [("Jean Wesner Estimé", "m", "Directeur Général a.i. de l'Office National de la Migration (ONM)")]),
     "text", ["mot du Mexique et de la République dominicaine", "quoted-printable"], mua="apple", text="""Madame, Monsieur,

Je vous fais tenir ci-après le texte de la note de ce jour, l'original suivra sous pli.

                        NOTE VERBALE
                        MPHNU/NY/17-654

La Mission Permanente de la République d'Haïti auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale chargée des migrations et s'empresse de porter à sa connaissance que le Gouvernement haïtien souhaite être représenté à la réunion de bilan prévue au Mexique au début de décembre par Monsieur Jean Wesner Estimé, Directeur Général a.i. de l'Office National de la Migration (ONM).

Les retours en provenance de la République dominicaine, de l'ordre de plusieurs milliers par mois, ayant épuisé les crédits de l'Office, la Mission recourt au fonds volontaire pour l'achat du billet Port-au-Prince/Puerto Vallarta/Port-au-Prince et pour le per diem.

La Mission Permanente de la République d'Haïti auprès des Nations Unies saisit l'occasion pour renouveler au Bureau les assurances de sa plus haute considération.

New York, ce 9 novembre 2017

Guerda Pierre-Antoine
Ministre conseillère
815 Second Avenue, 6e étage
""")

mail("geneve-emetteur", "2017-05-29T17:30:00+02:00", ("Mission Burundi Genève", "mission.burundi@bluewin.example.ch"), "Note verbale - participation 3e session",
     g("request", "note_verbale", "fr", "BDI", "geneva", "204.01/155/RE/2017", "2017-05-29", ["gcm-thematic-3"], [("Spès-Caritas Niyonzima", "f", "Conseillère au Cabinet du Ministre de la Sécurité publique")]),
     "pdf", ["mission à Genève", "thème seul"], mua="thunderbird", text="Voir pièce jointe.\n",
     papers=[P("nv_155.pdf", "note", pdf("""
> 29 mai 2017
! MISSION PERMANENTE DU BURUNDI\\
AUPRÈS DE L'OFFICE DES NATIONS UNIES ET DES AUTRES ORGANISATIONS INTERNATIONALES À GENÈVE
. Rue de Lausanne 44, 1201 Genève

N/Réf. : 204.01/155/RE/2017

La Mission permanente de la République du Burundi auprès de l'Office des Nations Unies à Genève présente ses compliments à la Représentante spéciale du Secrétaire général et a l'honneur, d'ordre de son Gouvernement, de solliciter du fonds volontaire que Madame Spès-Caritas Niyonzima, Conseillère au Cabinet du Ministre de la Sécurité publique, soit défrayée de son voyage de Bujumbura pour assister aux débats sur la coopération internationale et la gouvernance des migrations, y compris aux frontières, en transit, à l'entrée et au retour.

La Mission permanente de la République du Burundi la remercie de sa bienveillance et lui renouvelle les assurances de sa haute considération.
""", "sans"))])

mail("retrait-lagune", "2017-10-02T11:31:00-04:00", ("Chancellerie CIV", "chancellerie@cimission.example.ci"), "Annulation",
     g("withdrawal", "note_verbale", "fr", "CIV", "new_york", "0957/MPCI/ONU/YSA", "2017-10-02", ["gcm-thematic-6"], [("Kouadio Yao Fulgence", "m", "Sous-Directeur de la Réglementation du Travail")]),
     "scan", ["retrait avec renvoi à une note antérieure"], mua="lotus", text="Transmis. Bonne réception.\n",
     papers=[P("0957.pdf", "note", scanpdf("""
! MISSION PERMANENTE DE LA RÉPUBLIQUE\\
DE CÔTE D'IVOIRE\\
AUPRÈS DES NATIONS UNIES
. Union – Discipline – Travail
> New York, le 02 octobre 2017

^ __NOTE VERBALE__
< N° 0957/MPCI/ONU/YSA

La Mission Permanente de la République de Côte d'Ivoire auprès des Nations Unies présente ses compliments au Bureau de la Représentante Spéciale pour les Migrations Internationales et, se référant à sa note n° 0921/MPCI/ONU/YSA du 15 septembre 2017, a le regret de porter à sa connaissance que, retenu par les obligations de sa charge, M. Kouadio Yao Fulgence, Sous-Directeur de la Réglementation du Travail, ne se rendra pas à la sixième session thématique informelle à Genève.

En conséquence, la demande de prise en charge formulée en sa faveur est à tenir pour nulle et non avenue. Aucun autre représentant ne sera désigné.

La Mission Permanente prie le Bureau d'agréer ses excuses pour les désagréments causés et saisit cette occasion pour lui renouveler les assurances de sa haute considération.
""", "tinos", seed=47, stamped="REPUBLIQUE DE COTE D IVOIRE", at=(.60, .55), initialled=(.40, .60)))])

mail("don-duche", "2017-12-14T15:09:00-05:00", ("Mission LU", "newyork.rp@mae.example.lu"), "Fonds MCS00 : contribution",
     g("contribution", "letter", "fr", "LUX", "new_york", "RPNY-17/0877", "2017-12-13", [], []),
     "pdf", ["lettre, promesse chiffrée"], mua="exchange", text="Madame,\n\nVous voudrez bien trouver en annexe la lettre du Représentant permanent.\n",
     papers=[P("Lettre RP.pdf", "note", pdf("""
> New York, le 13 décembre 2017

! Grand-Duché de Luxembourg\\
Représentation permanente auprès des Nations Unies

Réf. RPNY-17/0877

Madame la Représentante spéciale,

À l'issue de l'examen budgétaire, j'ai le plaisir de vous informer que mon Gouvernement a arrêté le principe d'un versement de 75 000 euros, sans affectation particulière, au fonds qui facilite la venue des délégués des pays les moins avancés. La signature de l'arrangement administratif type pourrait intervenir au mois de janvier ; mes services sont à la disposition du Bureau des fonds multipartenaires à cette fin.

Veuillez agréer, Madame la Représentante spéciale, l'expression de ma très haute considération.

> (s.) L'Ambassadeur
""", "garamond"))])

mail("comores-html", "2017-08-16T23:50:00-04:00", ("Mission Comores", "comoresun@gmail.com"), "demande",
     g("request", "note_verbale", "fr", "COM", "new_york", "17-083/MPUC", "2017-08-15", ["gcm-thematic-5"], [("Soilihi Mohamed Bacar", "m", "Commandant de la Police aux frontières")]),
     "html", ["note en HTML dans le corps", "Union des Comores"], mua="gmail", alternative=False, text="-", html="""<div dir="ltr"><div style="text-align:center"><b>UNION DES COMORES</b><br>Unité &ndash; Solidarit&eacute; &ndash; D&eacute;veloppement<br><i>Mission permanente aupr&egrave;s des Nations Unies</i></div>
<p>N&deg; 17-083/MPUC</p>
<p>La Mission permanente de l&#39;Union des Comores auprès des Nations Unies présente ses compliments au Bureau de la RSSG pour les migrations et a l&#39;honneur de lui demander de bien vouloir, dans la limite des ressources du fonds volontaire, financer la participation de <b>M. Soilihi Mohamed Bacar</b>, Commandant de la Police aux frontières, à la réunion de Vienne sur le trafic illicite de migrants et la traite des personnes (4-5&nbsp;septembre).</p>
<p>Date de départ souhaitée&nbsp;: 1<sup>er</sup> septembre, de Moroni.</p>
<p>La Mission permanente de l&#39;Union des Comores saisit cette occasion pour renouveler au Bureau les assurances de sa haute considération.</p>
<p>New York, le 15 août 2017</p></div>""")

mail("mauvais-sommet", "2017-09-06T09:40:00-04:00", ("MP Bénin", "benin.mp@onubenin.example.bj"), "Plan d'action mondial / prise en charge",
     g("request", "note_verbale", "fr", "BEN", "new_york", "1183/MAEC/MPBNU/SP", "2017-09-05", ["trafficking-hlm"], [("Edwige Assiba Zinsou-Kpanou", "f", "Préfète honoraire, Coordonnatrice de la lutte contre la traite")]),
     "pdf", ["traite des personnes à New York, non Vienne"], mua="outlook", text="Bonjour, prière trouver la note. Merci.\n",
     papers=[P("1183.pdf", "note", lo("pdf", """
^ MISSION PERMANENTE DU BÉNIN AUPRÈS DES NATIONS UNIES

Réf : 1183/MAEC/MPBNU/SP

La Mission Permanente de la République du Bénin auprès des Nations Unies présente ses compliments au Secrétariat du fonds volontaire et, soucieuse de la présence d'une voix nationale à la réunion de haut niveau de l'Assemblée générale sur l'évaluation du Plan d'action mondial pour la lutte contre la traite des personnes, prévue à la fin du mois de septembre courant au Siège de l'Organisation, le prie de prendre en charge le voyage de Mme Edwige Assiba Zinsou-Kpanou, Préfète honoraire, Coordonnatrice de la lutte contre la traite.

Elle lui serait reconnaissante d'une réponse dans les meilleurs délais et lui renouvelle, à cette occasion, l'assurance de sa haute considération.

^ New York, le 5 septembre 2017
""", "arial"))])

mail("amend-dates", "2018-02-12T13:05:00-05:00", ("SP Mission Togo", "togo.onu@laposte.example.net"), "rectificatif",
     g("amendment", "note_verbale", "fr", "TGO", "new_york", "0049/MPT-NU/NY", "2018-02-12", ["gcm-round-2"], [("Yawovi Dodji Amegashie", "m", "Directeur des Togolais de l'extérieur")]),
     "doc", ["correction du passeport et des dates"], mua="horde", charset="iso-8859-1", text="Rectificatif joint.\n",
     papers=[P("rectif.doc", "note", lo("doc", """
N° 0049/MPT-NU/NY

La Mission Permanente de la République Togolaise auprès des Nations Unies présente ses compliments au Bureau de la Représentante Spéciale pour les Migrations Internationales et a l'honneur de se référer à sa note n° 0041/MPT-NU/NY du 7 février 2018 relative au deuxième cycle des négociations intergouvernementales (12-15 mars 2018).

Une erreur matérielle s'étant glissée dans ladite note, il y a lieu de lire :

- nom : **Yawovi Dodji Amegashie** (au lieu de « Amegashi Yawo ») ;
- fonction : Directeur des Togolais de l'extérieur ;
- passeport : DS 0019927, valable jusqu'au 30 juin 2021 ;
- arrivée à New York le 10 mars, départ le 16 mars.

Le reste sans changement : il est le seul représentant pour lequel un appui est demandé.

La Mission Permanente de la République Togolaise auprès des Nations Unies saisit l'occasion pour renouveler au Bureau les assurances de sa haute considération.

New York, le 12 février 2018
""", "plain"))])

mail("presence-atlas", "2018-02-09T10:10:00-05:00", ("Mission du Maroc", "secretariat@morocco-un.example.ma"), "Participation du Royaume du Maroc, 1er cycle",
     g("attendance", "note_verbale", "fr", "MAR", "new_york", "MP/NY/342/18", "2018-02-08", ["gcm-round-1"], [("Othmane Berrechid", "m", "Ambassadeur, Directeur des affaires globales"), ("Ghita Sefrioui-Lamrani", "f", "Cheffe de la Division des organisations internationales")]),
     "pdf", ["annonce de délégation"], mua="zimbra", text="Pour information.\n",
     papers=[P("Délégation.pdf", "note", pdf("""
MP/NY/342/18

La Mission Permanente du Royaume du Maroc auprès des Nations Unies présente ses compliments au Bureau de la Représentante Spéciale et a l'honneur de l'informer que la délégation marocaine au premier cycle des négociations intergouvernementales, à partir du 20 février 2018, sera renforcée depuis Rabat par :

| M. Othmane Berrechid | Ambassadeur, Directeur des affaires globales |
| Mme Ghita Sefrioui-Lamrani | Cheffe de la Division des organisations internationales |

Elle saisit cette occasion pour lui renouveler les assurances de sa haute considération.

> New York, le 8 février 2018

. 866 Second Avenue, 6e et 7e étages
""", "noto"), names="2231")], charset="utf-8")

mail("question-tunis", "2018-01-31T07:58:00-05:00", ("Skander Ben Othman", "s.benothman@tunisiamission.example.tn"), "Re: Fonds - second représentant ?",
     g("enquiry", "message", "fr", "TUN", "new_york", None, None, ["gcm-round-1"], []),
     "text", ["réponse entre les lignes citées"], mua="thunderbird", cte="flowed", text="""Bonjour et merci de votre retour.

> Votre capitale peut désigner un représentant.

Oui, c'est noté. Mais la limite d'un seul représentant vaut-elle aussi lorsque le second loge chez nous et ne demande que le billet ?

> Le premier cycle commence le 20 février 2018.

Et à quelle date au plus tard faut-il déposer la note pour ce cycle-là ?

Bien à vous,
Skander Ben Othman
Conseiller, Mission permanente de Tunisie à New York
""")

mail("deux-lettres", "2017-08-17T14:25:00-04:00", ("Cabinet MP RDC", "cabinet@drcongo-un.example.cd"), "Lettre de couverture et annexe",
     g("request", "letter", "fr", "COD", "new_york", "0231/AMB/NY/2017", "2017-08-17", ["gcm-thematic-5"], [("Godelieve Mbuyi wa Tshibangu", "f", "Inspectrice principale à la Direction générale de migration")]),
     "pdf", ["lettre de couverture et lettre annexée", "particule", "République du Congo nommée"], mua="outlook", text="Voir en pièce jointe, deux pages.\n",
     papers=[P("courrier 231.pdf", "note", pdf("""
! RÉPUBLIQUE DÉMOCRATIQUE DU CONGO\\
Mission permanente auprès des Nations Unies
> New York, le 17 août 2017

< N° 0231/AMB/NY/2017

Madame la Représentante spéciale,

Je me permets de vous transmettre ci-joint la lettre que m'adresse le Directeur général de migration et, la faisant mienne, de vous demander de bien vouloir accorder le soutien du fonds volontaire à Mme Godelieve Mbuyi wa Tshibangu, Inspectrice principale à la Direction générale de migration, pour la session de Vienne (4-5 septembre 2017).

Je vous prie d'agréer, Madame la Représentante spéciale, les assurances de ma considération la plus distinguée.

> L'Ambassadeur, Représentant permanent
%%%
> Kinshasa, le 3 août 2017

< DGM/DG/1.204/2017
< À Monsieur l'Ambassadeur, Représentant permanent de la RDC à New York

Objet : trafic de migrants, session de Vienne

Excellence Monsieur l'Ambassadeur,

La situation à la frontière de la République du Congo et de l'Angola commande que notre Direction soit entendue. Je vous saurais gré d'intervenir auprès du fonds.

Haute considération.

> Le Directeur général
""", "dejavu"))])

mail("bissau-voisin", "2017-05-04T09:09:00-04:00", ("Mission Guinée", "guineeun@mission.example.gn"), "Fwd: NV GUINEE",
     g("request", "note_verbale", "fr", "GIN", "new_york", "00119/MPRG/ONU", "2017-05-03", ["gcm-thematic-2"], [("Fatoumata Binta Diallo-Sow", "f", "Cheffe de Section au Service national d'action humanitaire")]),
     "forward", ["message transféré en pièce jointe", "Guinée, Guinée-Bissau nommée"], mua="thunderbird", text="Transmis à qui de droit.\n",
     papers=[P("NV GUINEE.eml", None, forwarded("bissau-voisin-in", "2017-05-03T18:00:00-04:00", ("MAMADOU B.", "m.b@mission.example.gn"), "NV GUINEE", g("request", "note_verbale", "fr", "GIN", "new_york", None, None), "pdf",
             text="Cher collègue, à relayer.\n", papers=[P("119.pdf", "note", pdf("""
< 00119/MPRG/ONU
> 3 mai 2017

La Mission Permanente de la République de Guinée auprès des Nations Unies présente ses compliments au Bureau de Mme la Représentante Spéciale et, en considération de la session des 22 et 23 mai au Siège (catastrophes naturelles, crises et autres facteurs de migration), sollicite du Fonds un billet en classe économique Conakry-New York pour Mme Fatoumata Binta Diallo-Sow, Cheffe de Section au Service national d'action humanitaire, récemment rentrée de mission en Guinée-Bissau.

Elle le prie d'agréer, à l'avance, l'expression de sa gratitude et l'assurance de sa haute considération.
""", "sans"))], mua="outlook"), ctype="message/rfc822")])

mail("antananarivo", "2017-10-20T12:12:00-04:00", ("RAKOTONDRABE H.", "h.rakoto@madagascarmission.example.mg"), "Dossier complet Madagascar",
     g("request", "note_verbale", "fr", "MDG", "new_york", "299-RP/NY-17", "2017-10-19", ["gcm-stocktaking"], [("ANDRIAMANANTENA Voahirana Lalao", "f", "Chef du Service de la Migration de travail")]),
     "zip", ["archive avec note, passeport, CV", "nom en capitales d'abord"], mua="outlook", text="Dossier en archive jointe.\n",
     papers=[P("dossier.zip", None, zipped(
         P("1_note.pdf", "note", pdf("""
! REPOBLIKAN'I MADAGASIKARA\\
Fitiavana - Tanindrazana - Fandrosoana
^ **MISSION PERMANENTE DE MADAGASCAR AUPRÈS DES NATIONS UNIES**

< N° 299-RP/NY-17

La Mission Permanente de la République de Madagascar présente ses compliments au Bureau de la Représentante Spéciale du Secrétaire Général pour les migrations internationales et a l'honneur de soumettre à son appréciation la candidature de :

| Nom et prénoms | ANDRIAMANANTENA Voahirana Lalao |
| Civilité | Mme |
| Fonction | Chef du Service de la Migration de travail |
| Réunion | Puerto Vallarta (Mexique), 4-6 décembre 2017 |
| Prise en charge demandée | Fonds volontaire : transport et séjour |

La Mission Permanente de la République de Madagascar saisit cette occasion pour renouveler au Bureau l'assurance de sa haute considération.

> New York, le 19 octobre 2017
""", "arial")),
         P("2_passeport.jpg", "passport", passport("ANDRIAMANANTENA", "VOAHIRANA LALAO", "MDG", "A16R88213", "1979-03-22", "F")),
         P("3_cv.pdf", "cv", pdf("# Curriculum vitae\n\n! Voahirana Lalao ANDRIAMANANTENA\n\nNée à Fianarantsoa. Économiste du travail.\n\n| 2012-2017 | Chef de service, Ministère de l'Emploi |\n| 2006-2012 | Chargée d'études, Institut de la statistique |\n\nLangues : malgache, français, anglais (moyen).", "sans"))))])

mail("djib-dates", "2018-01-04T11:11:00-05:00", ("Djibouti UN", "djiboutiun@verizon.example.net"), "NV",
     g("request", "note_verbale", "fr", "DJI", "new_york", "03/MPDNY/18", "2018-01-03", ["gcm-zero-draft", "gcm-round-1"], [("Kadra Robleh Waberi", "f", "Secrétaire exécutive de l'Office d'assistance aux réfugiés et sinistrés")]),
     "rtf", ["deux événements", "date numérique"], mua="yahoo", html=True, text="Veuillez trouver ci-joint.\n",
     papers=[P("NV 03.rtf", "note", lo("rtf", """
03/MPDNY/18
> New York, 03/01/2018

La Mission Permanente de la République de Djibouti auprès des Nations Unies présente ses compliments à la Représentante Spéciale et a l'honneur d'appeler sa haute attention sur ce qui suit.

Désireuse de suivre sans interruption le passage de l'avant-projet à la négociation, elle demande que Mme Kadra Robleh Waberi, Secrétaire exécutive de l'Office d'assistance aux réfugiés et sinistrés, bénéficie d'un appui du Fonds tant pour la présentation de l'avant-projet le 5 février que pour la première série de négociations intergouvernementales ouverte le 20 du même mois.

La Mission Permanente de la République de Djibouti auprès des Nations Unies lui en sait gré et lui renouvelle les assurances de sa très haute considération.
""", "arial"))])

mail("gabon-photo", "2017-07-05T15:15:00-04:00", ("Mission Gabon", "info@gabonunmission.example.ga"), "Note verbale n°0377",
     g("request", "note_verbale", "fr", "GAB", "new_york", "0377/MPG/ONU/RP", "2017-07-05", ["gcm-thematic-4"], [("Nzé Ekomie Firmin", "m", "Chargé d'Études au Haut-Commissariat aux Gabonais de l'étranger")]),
     "photo", ["photographie", "nom de famille d'abord"], mua="iphone", text="\nEnvoyé de mon iPhone\n", papers=[P("image1.jpeg", "note", photo("""
! RÉPUBLIQUE GABONAISE
! Union – Travail – Justice
^ MISSION PERMANENTE AUPRÈS DES NATIONS UNIES

< N° 0377/MPG/ONU/RP

La Mission Permanente de la République Gabonaise auprès des Nations Unies présente ses compliments au Bureau de la Représentante Spéciale pour les Migrations et a l'honneur de lui faire connaître que M. Nzé Ekomie Firmin, Chargé d'Études au Haut-Commissariat aux Gabonais de l'étranger, a été retenu pour représenter le Gabon à la quatrième session thématique (New York, 24 et 25 juillet 2017). L'assistance financière du Fonds est vivement souhaitée.

Elle saisit l'occasion de la présente pour lui renouveler les assurances de sa haute considération.

> New York, le 05 juillet 2017
""", "arial", seed=9), disp="inline")])

mail("bulletin-voeux", "2017-12-20T09:00:00-05:00", ("Mission permanente du Cameroun", "info@cameroonmission.example.cm"), "Fermeture de la chancellerie",
     g("other", "note_verbale", "fr", "CMR", "new_york", "1502/MPCNY", "2017-12-19", [], []),
     "pdf", ["circulaire sans demande"], mua="outlook", text="Ci-joint.\n",
     papers=[P("1502.pdf", "note", pdf("""
N° 1502/MPCNY

La Mission permanente de la République du Cameroun auprès des Nations Unies présente ses compliments aux missions permanentes et aux bureaux du Secrétariat et a l'honneur de leur faire savoir que la chancellerie sera fermée du 23 décembre 2017 au 2 janvier 2018 inclus, à l'occasion des fêtes de fin d'année. Une permanence téléphonique est assurée.

La Mission permanente du Cameroun leur présente ses vœux les meilleurs et leur renouvelle les assurances de sa haute considération.

New York, le 19 décembre 2017
""", "plain"))])

mail("kaye-scan", "2018-02-14T12:40:00-05:00", ("Mission du Sénégal", "senegal.mission@yahoo.example.fr"), "tr: NV Sénégal - 2eme cycle",
     g("request", "note_verbale", "fr", "SEN", "new_york", "00267 MPS/ONU/NS", "2018-02-13", ["gcm-round-2"], [("El Hadji Malick Cissokho", "m", "Conseiller technique au Ministère de l'Intérieur et de la Sécurité publique")]),
     "scan", ["deux papiers : note et formulaire", "el Hadji"], mua="yahoo", html=True, text="Bonjour\nCi joint la note et le formulaire\nCdt\n",
     papers=[P("SKM_C224e18021314090.pdf", "note", scanpdf("""
! République du Sénégal
. Un Peuple – Un But – Une Foi
! Mission permanente auprès des Nations Unies

> New York, le 13 février 2018

< 00267 MPS/ONU/NS

La Mission permanente de la République du Sénégal auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général et, au regard de l'importance que le Gouvernement attache au Pacte, a l'honneur de demander l'assistance du fonds volontaire pour assurer, du 12 au 15 mars prochains à New York, la présence de Monsieur El Hadji Malick Cissokho, Conseiller technique au Ministère de l'Intérieur et de la Sécurité publique.

Le formulaire dûment rempli est annexé.

La Mission permanente de la République du Sénégal auprès des Nations Unies saisit cette occasion pour renouveler au Bureau de la Représentante spéciale les assurances de sa haute considération.
""", "dejavu", seed=53, skew=.8, stamped="SENEGAL NATIONS UNIES", at=(.45, .50), initialled=(.62, .56))),
             P("formulaire.pdf", "form", pdf("# FORMULAIRE DE DEMANDE D'APPUI AU VOYAGE\n\n| 1. Nom | CISSOKHO |\n| 2. Prénoms | El Hadji Malick |\n| 3. Ville de départ | Dakar |\n| 4. Dates | 10 au 16 mars |\n| 5. Signature | |", "arial"))])

mail("rim-text", "2017-05-19T13:00:00-04:00", ("Mission Mauritanie", "mauritania.mission@un.int"), "Note verbale",
     g("request", "note_verbale", "fr", "MRT", "new_york", "NV/188/2017/MP", "2017-05-18", ["gcm-thematic-3"], [("Sidi Mohamed Ould Cheikh Brahim", "m", "Colonel de la Gendarmerie nationale, point focal Frontières")]),
     "text", ["8 bits sans jeu de caractères", "Ould", "un.int"], mua=None, charset="windows-1252", cte="8bit", label=False, text="""NV/188/2017/MP

La Mission permanente de la République islamique de Mauritanie auprès de l'Organisation des Nations Unies présente ses compliments à la Représentante spéciale et a l'honneur de l'informer que M. Sidi Mohamed Ould Cheikh Brahim, Colonel de la Gendarmerie nationale, point focal Frontières, souhaite, si le fonds l'y aide, se rendre à Genève au mois de juin (les 19 et 20) pour la troisième session thématique.

Elle la prie de croire à sa gratitude et lui renouvelle les assurances de sa considération très distinguée.

New York, le 18 mai 2017
À l'attention de la Représentante spéciale
""")

mail("bamako-rem", "2017-08-21T10:47:00-04:00", ("Mali Mission", "malionu@aol.example.com"), "REMPLACEMENT",
     g("amendment", "note_verbale", "fr", "MLI", "new_york", "000671/MPM-ONU", "2017-08-18", ["gcm-thematic-5"], [("Oumou Coulibaly Keïta", "f", "Chargée de mission au Ministère des Maliens de l'Extérieur")]),
     "tnef", ["winmail.dat", "remplacement", "envoyée après la clôture"], mua="outlook", text="Voir la note jointe.\n",
     papers=[P("winmail.dat", None, tnef("Voir la note jointe.\n", P("671.pdf", "note", pdf("""
> New York, le 18 août 2017

! 000671/MPM-ONU

La Mission Permanente du Mali auprès des Nations Unies présente ses compliments au Bureau de la Représentante Spéciale et, revenant sur sa note 000640 du 31 juillet 2017, a l'honneur de lui notifier le changement intervenu dans la désignation du participant malien à la session de Vienne de septembre : Mme Oumou Coulibaly Keïta, Chargée de mission au Ministère des Maliens de l'Extérieur, est substituée à M. Bréhima Togola, empêché.

L'appui sollicité demeure le même.

La Mission Permanente du Mali auprès des Nations Unies renouvelle au Bureau les assurances de sa haute considération.
""", "plain"))), ctype="application/ms-tnef")])

mail("bangui-lettre", "2017-11-03T16:16:00+01:00", ("Ministère Affaires Étrangères RCA", "maeca.bangui@yahoo.example.fr"), "Lettre du Ministre",
     g("request", "letter", "fr", "CAF", "capital", "0716/MAEICAE/DIRCAB", "2017-10-31", ["gcm-stocktaking"], [("Arsène Ngoupandé-Yakoma", "m", "Directeur des Organisations internationales")]),
     "odt", ["lettre du ministère, capitale"], mua="yahoo", html=True, text="Bien vouloir réceptionner la lettre.\n",
     papers=[P("Lettre Ministre.odt", "note", lo("odt", """
! RÉPUBLIQUE CENTRAFRICAINE
Unité – Dignité – Travail

! MINISTÈRE DES AFFAIRES ÉTRANGÈRES, DE L'INTÉGRATION AFRICAINE ET DES CENTRAFRICAINS DE L'ÉTRANGER
N° 0716/MAEICAE/DIRCAB
> Bangui, le 31 octobre 2017

Madame la Représentante Spéciale,

J'ai l'honneur de vous faire connaître que j'ai désigné M. Arsène Ngoupandé-Yakoma, Directeur des Organisations internationales, pour conduire la délégation de mon pays à la réunion de bilan de Puerto Vallarta, du 4 au 6 décembre 2017.

Les difficultés de trésorerie que traverse l'État m'obligent à me tourner vers vous pour que ses frais de voyage et de séjour soient supportés par le fonds que vous administrez.

Vous remerciant de votre sollicitude, je vous prie de croire, Madame la Représentante Spéciale, à l'assurance de ma haute considération.

> LE MINISTRE
""", "plain"))])
