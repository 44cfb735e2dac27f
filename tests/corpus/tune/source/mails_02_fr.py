"""French, first shelf."""

from compose import G, P, T, mail
from mime import fill

NER = """
^ RÉPUBLIQUE DU NIGER
= Fraternité – Travail – Progrès
^ MISSION PERMANENTE DU NIGER AUPRÈS DES NATIONS UNIES
= 417 East 50th Street, New York, N.Y. 10022 – Tél. (212) 421-3260
---
< N° 000412/MPNY/SA

La Mission Permanente de la République du Niger auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de solliciter, au titre du fonds d'affectation spéciale, la prise en charge du voyage et du séjour de Monsieur **Abdoulkarim Maïnassara Souley**, Directeur de la Surveillance du Territoire, Ministère de l'Intérieur, de la Sécurité publique, de la Décentralisation et des Affaires coutumières et religieuses, en vue de sa participation à la cinquième session thématique informelle prévue à Vienne (Autriche) les 4 et 5 septembre 2017.

La Mission Permanente de la République du Niger saisit cette occasion pour renouveler au Bureau de la Représentante spéciale les assurances de sa haute considération.

> Fait à New York, le 1er août 2017

< Bureau de la Représentante spéciale du Secrétaire général
< pour les migrations internationales
< __Nations Unies, New York__
"""
mail(17, "niger-vienne", "Mission du Niger <nigermission@ymail.com>", "NOTE VERBALE N° 000412", "2017-08-02 12:10 -0400", "yahoo",
     "Bonjour,\n\nVeuillez trouver ci-joint la note verbale de la Mission Permanente du Niger.\n\nCordialement,\nLe Secrétariat\n",
     G("request", "note_verbale", "fr", "NER", "new_york", "000412/MPNY/SA", "2017-08-01", ["gcm-thematic-5"],
       [T("Abdoulkarim Maïnassara Souley", "m", "Directeur de la Surveillance du Territoire, Ministère de l'Intérieur, de la Sécurité publique, de la Décentralisation et des Affaires coutumières et religieuses")],
       ["Niger", "1er août"], carrier="scan"),
     [P("NV 412 Niger.pdf", "note", "scan", NER, lang="fr", ink="g4", dpi=200, font="times", indent=10, wear=dict(stamp="MISSION PERMANENTE DU NIGER", noise=3, holes=True))],
     charset="iso-8859-1", cte="quoted-printable", way="Q")

mail(18, "rdc-seconde-phase", "Mission RD Congo <missiondrc@gmail.com>", "Demande de prise en charge - négociations", "2018-02-12 17:33 -0500", "gmail",
     fill("""
|MISSION PERMANENTE DE LA REPUBLIQUE DEMOCRATIQUE DU CONGO
|AUPRES DES NATIONS UNIES
|New York

|N/Réf. : 131.14/RDC/NY/0187/2018

La Mission Permanente de la République Démocratique du Congo auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de lui faire savoir que le Gouvernement de la République a désigné Madame Espérance Mbombo wa Mbuyi, Directrice de Chancellerie, Direction générale de migration, Kinshasa, pour prendre part à la deuxième série de négociations intergouvernementales, du 12 au 15 mars 2018.

La Mission Permanente saurait gré au Bureau de bien vouloir assurer à l'intéressée un billet d'avion aller-retour Kinshasa - Brazzaville - Paris - New York ainsi que les frais de séjour.

La Mission Permanente de la République Démocratique du Congo auprès des Nations Unies remercie le Bureau de sa bienveillante coopération et lui renouvelle les assurances de sa haute considération.

|New York, le 12 février 2018
"""), G("request", "note_verbale", "fr", "COD", "new_york", "131.14/RDC/NY/0187/2018", "2018-02-12", ["gcm-round-2"],
       [T("Espérance Mbombo wa Mbuyi", "f", "Directrice de Chancellerie, Direction générale de migration")], ["the other Congo's capital on the way", "particle in the name"]),
     charset="utf-8", cte="base64")

COG = """
^^ REPUBLIQUE DU CONGO / / Unité – Travail – Progrès / / ------- / / Mission permanente auprès / / de l'Office des Nations Unies / / à Genève ## Genève, le 18 septembre 2017
< N° 0635/MPCG/AMB/17

La Mission permanente de la République du Congo auprès de l'Office des Nations Unies à Genève et des autres organisations internationales en Suisse présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de porter à sa connaissance que M. Fulgence Ondongo-Itoua, Conseiller à l'immigration du Ministre de l'intérieur et de la décentralisation, participera à la sixième session thématique informelle consacrée aux migrations irrégulières et aux voies régulières, au Palais des Nations, les 12 et 13 octobre 2017.

Elle sollicite à cet effet la prise en charge de l'intéressé par le fonds volontaire.

La Mission permanente de la République du Congo saisit cette occasion pour renouveler au Bureau les assurances de sa très haute considération.

< Bureau de la Représentante spéciale du Secrétaire général
< New York
"""
mail(19, "congo-geneve", "Mission Congo Genève <missioncongo.ge@bluewin.ch>", "TR: demande prise en charge", "2017-09-19 10:26 +0200", "thunderbird",
     "Madame, Monsieur,\n\nVous voudrez bien trouver en annexe la note verbale citée en objet.\n\nAvec nos meilleures salutations.\n",
     G("request", "note_verbale", "fr", "COG", "geneva", "0635/MPCG/AMB/17", "2017-09-18", ["gcm-thematic-6"],
       [T("Fulgence Ondongo-Itoua", "m", "Conseiller à l'immigration du Ministre de l'intérieur et de la décentralisation")],
       ["Geneva mission", "letterhead in two columns with the date", "announces and then asks"], carrier="pdf"),
     [P("NOTE VERBALE 0635.pdf", "note", "wordpdf", COG, lang="fr", font="calibri", size=11)])

mail(20, "haiti-retrait", "Mission d'Haïti <haiti@un.int>", "Retrait de candidature", "2017-07-11 14:05 -0400", "outlook",
     None, G("withdrawal", "note_verbale", "fr", "HTI", "new_york", "MPHONU/RA/07-17/594", "2017-07-11", ["gcm-thematic-4"],
             [T("Marie-Carmelle Désir Toussaint", "f", "Directrice des Affaires juridiques")], ["refers to an earlier note", "married name"], carrier="docx"),
     [P("note_retrait.docx", "note", "docx", """
^ MISSION PERMANENTE D'HAÏTI AUPRÈS DES NATIONS UNIES
= 815 2nd Avenue, 6th Floor, New York, NY 10017
> New York, le 11 juillet 2017
< MPHONU/RA/07-17/594

La Mission permanente d'Haïti auprès des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et, faisant suite à sa note MPHONU/RA/06-17/521 du 26 juin 2017, a l'honneur de l'informer que Mme Marie-Carmelle Désir Toussaint, Directrice des Affaires juridiques, n'est plus en mesure de participer à la quatrième session thématique informelle (New York, 24 et 25 juillet 2017).

La Mission permanente prie par conséquent le Bureau de considérer la demande de prise en charge la concernant comme nulle et non avenue.

La Mission permanente d'Haïti saisit cette occasion pour renouveler au Bureau l'expression de sa considération distinguée.
""", lang="fr", font="cambria", size=11.5)])

DJI = """
^ RÉPUBLIQUE DE DJIBOUTI
= Unité – Égalité – Paix
^ Mission Permanente de la République de Djibouti auprès des Nations Unies
---
> New York, le 26/01/2018
< Réf : 38/MPDJ-NY/18
< **Objet : Appui à la participation, premier cycle de négociations**

À la Représentante spéciale du Secrétaire général pour les migrations internationales

Madame la Représentante spéciale,

J'ai l'honneur de solliciter votre bienveillant appui afin que Monsieur Houssein Guedi Waberi, Secrétaire exécutif de l'Office national d'assistance aux réfugiés et sinistrés (ONARS), puisse représenter Djibouti à la première série de négociations intergouvernementales qui s'ouvrira à New York le 20 février prochain.

Pays de transit par excellence, Djibouti attache la plus haute importance à l'élaboration du pacte mondial. Nos moyens ne nous permettent cependant pas de couvrir le déplacement d'un expert depuis la capitale.

Je vous prie d'agréer, Madame la Représentante spéciale, l'assurance de ma très haute considération.

> L'Ambassadeur, Représentant permanent
> Abdillahi Robleh Farah
"""
mail(21, "djibouti-lettre", "Djibouti UN <djibouti@nyct.net>", "Lettre du Représentant permanent", "2018-01-26 15:15 -0500", "apple",
     "Ci-joint la lettre de S.E. l'Ambassadeur.\n\nMeilleures salutations\n",
     G("request", "letter", "fr", "DJI", "new_york", "38/MPDJ-NY/18", "2018-01-26", ["gcm-round-1"],
       [T("Houssein Guedi Waberi", "m", "Secrétaire exécutif de l'Office national d'assistance aux réfugiés et sinistrés (ONARS)")],
       ["letter in French", "day/month that can be read in one way", "event by its opening day"], carrier="pdf"),
     [P("38 MPDJ.pdf", "note", "pdf", DJI, lang="fr", font="free", size=12.5, indent=12)])

mail(22, "benin-pouvoir", "MISSION BENIN ONU <beninewyork@gmail.com>", "Note verbale / prise en charge Vienne", "2017-08-16 23:52 -0400", "gmail",
     "", G("request", "note_verbale", "fr", "BEN", "new_york", "0988/MPB-NY/SP/17", "2017-08-14", ["gcm-thematic-5"],
       [T("Rékiatou Bio Bangana épouse Adjovi", "f", "Cheffe du Service de la lutte contre la traite, Ministère de l'Intérieur et de la Sécurité publique")],
       ["passport page beside the note", "épouse", "reference with MP of the mission"], carrier="pdf"),
     [P("PASSEPORT.jpg", "passport", "photo", """
^ RÉPUBLIQUE DU BÉNIN / REPUBLIC OF BENIN
= PASSEPORT DE SERVICE / SERVICE PASSPORT
| Type / Type: PS | Code: BEN | N°: B1204577 |
| Nom / Surname | BIO BANGANA épse ADJOVI | |
| Prénoms / Given names | REKIATOU | |
| Date de naissance / Date of birth | 14/02/1979 | Sexe: F |
| Date d'expiration / Date of expiry | 03/06/2021 | |
< PSBENBIO<BANGANA<EPSE<ADJOVI<<REKIATOU<<<<<<
< B1204577<8BEN7902144F2106032<<<<<<<<<<<<<<04
""", lang="fr", font="courier", size=9, wear=dict(initials=False), paper="A5 landscape", margin="14mm"),
      P("NV-PEC-VIENNE.pdf", "note", "pdf", """
^ MISSION PERMANENTE DE LA RÉPUBLIQUE DU BÉNIN
^ AUPRÈS DES NATIONS UNIES
= 125 East 38th Street, New York, NY 10016
---
< N° 0988/MPB-NY/SP/17

La Mission Permanente de la République du Bénin auprès des Nations Unies présente ses compliments au Bureau de la Représentante Spéciale du Secrétaire Général pour les Migrations Internationales et, en référence à la note circulaire relative au fonds de contributions volontaires, a l'honneur de proposer pour une prise en charge complète Mme Rékiatou Bio Bangana épouse Adjovi, Cheffe du Service de la lutte contre la traite, Ministère de l'Intérieur et de la Sécurité publique, retenue pour participer à la session de Vienne sur le trafic illicite de migrants.

Ci-joint copie de la page de données de son passeport.

La Mission Permanente de la République du Bénin saisit cette occasion pour renouveler au Bureau de la Représentante Spéciale les assurances de sa haute considération.

> New York, le 14 août 2017
""", lang="fr", font="times")])

mail(23, "belgique-contribution", "BELGIUM NY UN <newyorkun@diplobel.fed.be>", "Note verbale - contribution volontaire", "2017-10-03 09:58 -0400", "exchange",
     None, G("contribution", "note_verbale", "fr", "BEL", "new_york", "P-14.23/MIGR/NV 1180", "2017-10-02", [], [], ["co-facilitators' States named", "bilingual letterhead"], carrier="html"),
     html="""<html><body style="font-family:Arial;font-size:10pt"><table width="100%"><tr><td><b>Représentation permanente de la Belgique<br>auprès des Nations Unies</b></td><td align="right"><b>Permanente Vertegenwoordiging van België<br>bij de Verenigde Naties</b></td></tr></table>
<p>P-14.23/MIGR/NV 1180</p>
<p>La Repr&eacute;sentation permanente de la Belgique aupr&egrave;s des Nations Unies pr&eacute;sente ses compliments au Bureau de la Repr&eacute;sentante sp&eacute;ciale du Secr&eacute;taire g&eacute;n&eacute;ral pour les migrations internationales et, en r&eacute;ponse &agrave; l'appel lanc&eacute; aux &Eacute;tats Membres, a l'honneur de lui annoncer que le Gouvernement belge versera au fonds d'affectation sp&eacute;ciale une contribution volontaire de <b>75.000 EUR</b>, sans affectation particuli&egrave;re.</p>
<p>La Repr&eacute;sentation permanente souhaiterait recevoir le projet d'arrangement administratif type afin qu'il puisse &ecirc;tre sign&eacute; avant la fin de l'exercice budg&eacute;taire. Copie de la pr&eacute;sente est adress&eacute;e aux Missions permanentes du Mexique et de la Suisse.</p>
<p>La Repr&eacute;sentation permanente de la Belgique saisit cette occasion pour renouveler au Bureau les assurances de sa haute consid&eacute;ration.</p>
<p>New York, le 2 octobre 2017</p></body></html>""")
