//! Stems of French.

use super::Stem::{self, *};

pub(super) const TABLE: &[(Stem, &str)] = &[
    (
        Pay,
        "couvr* couvert* rembours* subvention* defraye* defrayer imput* acquitt* sponsoris* parrain* patronn* regler regle regles reglee reglees payer paye payes payee payees paiement supporter supporte supportes supportee supportees supportera assumer assume assumera assumes debourser bourse finance financer financement financee finances financeront financerait absorb*",
    ),
    (Take, "prise prises pris prendre prenne prennent prend prendra prendront prenant prenez"),
    (Charge, "charge compte"),
    (
        Provide,
        "octro* accord* fourni* delivr* attribu* emettre emission achat acheter achete procur* mettre dispose disposition allou* assurer assure assurera offrir offre reserver garantir pourvoir verser versement",
    ),
    (
        Help,
        "soutien soutenir soutien* appui* appuy* aide aides aider aidee aident assistance assister concours facilit* secours parrainage patronage contribution* permettre permett* epauler accompagnement coup",
    ),
    (
        Cost,
        "billet* frais indemnit* depens* cout couts per diem perdiem hebergement hotel logement subsistance tarif vols titre titres itineraire nuitees deplacements sejour restauration transport allocation* debours",
    ),
    (
        Travel,
        "voyage* deplacement* transport* sejour* particip* vol acheminement venue presence rendre trajet passage mission missions prendre assister routage",
    ),
    (Fund, "fonds caisse mecanisme organisateurs"),
    (
        Benefit,
        "benefic* titulaire* prevaloir recourir recours eligib* profiter boursier* admis admission jouir bienfait* usage inscri*",
    ),
    (
        Seat,
        "liste place places siege inscri* nombre parmi rang delegue delegues participant participants nom noms beneficiaire* quota",
    ),
    (
        Offer,
        "facilite facilites dispositif mecanisme circulaire offre offert offerte offertes paragraphe possibilite* modalites soutien appui aide assistance financement bourse prise programme",
    ),
    (
        Wish,
        "sollicit* demande demandes demander demandent demandons demandee requete* requier* requer* prie prier prions prient priant postul* quemand* implor* appel reclam* invite",
    ),
    (
        Polite,
        "saur* gre reconnaissan* souhait* esper* espoir voudr* veuill* vouloir aimer* apprecier* oblige obligee obligeance bienveillan* bienveillant* compter comptons compte daign* remerci* heureux heureuse desire* desirerait gratitude merci vœu voeu souhaitable envisageable",
    ),
    (May, "pourr* peut peuvent possible possibilite puiss* serait seraient pouvez pouvoir conditionnel"),
    (Name, "propos* soumet* soumis* recommand* candidat* transmet*"),
    (Need, "besoin besoins necessit* necessaire* faut faudra requis requise requises sert"),
    (
        Means,
        "budget* moyens ressources credits tresor finances financier financiere enveloppe dotation ligne lignes",
    ),
    (
        Scarce,
        "insuffisan* epuis* limit* modest* restrein* restriction* faible* manque faute depasse* permet permettent permettant contraint* austerite defaut serre* exigu* absence indisponib* suffis* tari maigre",
    ),
    (Not, "ne pas aucun aucune sans ni nul nulle nulles nullement non rien jamais n"),
    (Proceed, "suite traiter traitee maintenir maintenue maintient instruire considerer tenir"),
    (Shift, "report* transfer* bascul* reaffect* deplace deplacer decaler"),
    (Without, "sans hors faute"),
    (
        Longer,
        "plus finalement malheureusement regret* regrett* desormais deplore contretemps helas empech* desole* navre* imprevu* impromptu",
    ),
    (If, "si pourvu condition sauf sinon"),
    (
        Home,
        "gouvernement* ministere* propre* etat tresor budget nationale* capitale partie employeur administration institution etablissement cote oim universite",
    ),
    (Alone, "propre propres"),
    (Selves, "memes"),
    (By, "par sur"),
    (Replace, "remplac* substitu* suppleer succed* releva succede reporte reportee reporter"),
    (
        Correct,
        "correct* corrig* rectif* erron* modifi* erreur erreurs errata erratum amend* orthograph* coquille inexact* libelle fautif fautive lire graphie inversion invert* change changee changer",
    ),
    (Withdraw, "retir* retrait desist* renonc* decommand* revoc* rapport* abandon*"),
    (Cancel, "annul* avenu avenue caduc caduque nulle cloture* ignorer invalid*"),
    (
        Drop,
        "rayer raye radier ray* liber* supprim* biffer retrancher effac* otez oter enlever barrer disposer restitu* remis remise ceder cede rendue",
    ),
    (Unable, "impossib* empech* incapable indisponib* incapacite"),
    (
        Former,
        "precedent* susment* susvis* precit* reference referant suite datee anterieur* complement initial* deja revenant susdit* anterieurement revient refere referer reponse",
    ),
    (Own, "sa son ses notre nos ma mon"),
    (
        Paper,
        "note notes lettre* demande* candidature* correspondance* courriel* requete* communication* message* mail mel designation",
    ),
    (
        Attend,
        "prendre participer representer assister presence present participation represente representee representes venir rendre intervenir siege sieger conduire accompagner part delegue deleguee suivre",
    ),
    (Will, "sera seront va vont doit doivent compte confirme confirmer devrait devront a ont"),
    (
        Attends,
        "participera participeront prendra prendront assistera assisteront representera representeront viendra viendront siegera siegeront accompagnera accompagneront conduira presidera rendra rendront interviendra suivra arrivera arriveront figureront effectuera dirigera",
    ),
    (Delegation, "delegation delegations"),
    (
        Compose,
        "compos* comprend* conduit* dirigee preside* constitu* form* membres comme suivante suivantes ci-apres ainsi emmen* menee",
    ),
    (
        Ask,
        "eclairciss* enquer* clarifi* eclaire eclairee eclairer eclairage interroge* precisions precision renseigne* renseignement* elucid* consulter",
    ),
    (
        Tell,
        "preciser precise indiquer indique savoir faire confirmer dire informer informe communiquer renseigner aviser demander question questions demande renseigner repondre connaitre preciseriez eclairer",
    ),
    (
        Know,
        "savoir connaitre sait informations information apprendre ignore demande question questions comprendre renseigne",
    ),
    (Which, "si quand quel quelle quels quelles comment ou combien quoi pourquoi lequel laquelle jusqu"),
    (
        Matter,
        "delai delais date modalites procedure procedures criteres pieces documents etat suite conditions echeance formalites montant taux point points calendrier sort marche statut eligibilite limite",
    ),
    (Give, "contribut* contribu* don dons donat* donateur* promess* annonce annonc*"),
    (
        Transfer,
        "vers* transfer* vire virer virement decaiss* affect* allou* octroy* octroi abond* aliment* consacr* accord* mettra metre remett* paiement apport* debloqu* doter libere liberer debloque place placer",
    ),
    (Sum, "montant somme usd eur chf cad gbp euro euros dollars francs million millions hauteur"),
    (From, "du par"),
    (Able, "peut pourra pourront saurait saura peuvent mesure puisse puissent pouvoir pu disponible*"),
    (Small, "le la les des du et pour une dans que qui au aux est sera ce cette l d un par sur de"),
    (Account, "frais compte charge depens budget"),
    (Toward, "faveur profit benefice disposition intention"),
    (
        Announce,
        "notifier notifie accredit* communiquer communique annoncer annonce envoie enverra depeche enregistrer",
    ),
    (Got, "recu recue recus recevez parvenu parvenue destinataire"),
    (Nations, "unies"),
    (Relative, "qui que dont laquelle lequel lesquels lesquelles"),
    (
        Chief,
        "ministre* president* premier ambassadeur ambassadrice consul* gouverneur* excellence chancelier nonce cardinal garde gouvernement",
    ),
    (Sign, "sign* soussign* signature* cordialement"),
    (
        Delegate,
        "delegue* representant* candidat* fonctionnaire* expert* cadre* agent* collegue* personne personnes participant* interess* titulaire",
    ),
    (
        Advice,
        "avis nom instruct* autoris* approuv* approbation decision decret accord mandat* demande charge chargee ordre",
    ),
];
