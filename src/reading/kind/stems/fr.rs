//! Stems of French.

use super::Stem::{self, *};

pub(super) const TABLE: &[(Stem, &str)] = &[
    (
        Pay,
        "soutien soutenir soutien* appui* appuy* aide aider aidee financ* couvr* couvert* prise prendre prenne pris charge subvention* octro* accord* rembours* assum* supporter supporte* regler",
    ),
    (
        Travel,
        "voyage* deplacement* billet* frais transport* sejour* hebergement* indemnit* particip* depens* cout couts vol acheminement",
    ),
    (Cost, "billet* frais indemnit* depens*"),
    (Fund, "fonds"),
    (Benefit, "benefic* titulaire beneficiari*"),
    (
        Wish,
        "sollicit* demand* prie prier prions prient saur* reconnaissan* souhait* esper* soumet* soumis* recommand* vouloir voudr* veuill* besoin recour* gre",
    ),
    (Not, "ne pas aucun* sans ni nul nulle"),
    (Home, "gouvernement* ministere* propre* etat tresor budget nationale* interesse*"),
    (Alone, "propre propres"),
    (By, "par sur aux a charge"),
    (Replace, "remplac* correct* corrig* erron* modifi*"),
    (Withdraw, "retir* retrait desist* annul* renonc*"),
    (Own, "sa son ses notre nos ma mon precedent* susment* susvis*"),
    (Paper, "lettre* demande* candidature* correspondance* courriel*"),
    (Attend, "prendra* representer* delegue* particip*"),
    (Ask, "eclairciss* renseign*"),
    (Give, "contribut* versement verser versera don dons"),
];
