//! Stems of English.

use super::Stem::{self, *};

pub(super) const TABLE: &[(Stem, &str)] = &[
    (
        Pay,
        "support* fund* financ* sponsor* cover* defray* bear bears bearing borne meet meeting met assist* aid subsid* grant* provid* facilitat* help* pay pays paid paying payment reimburs* underwrit* subvention*",
    ),
    (
        Travel,
        "travel* journey* trip* ticket* airfare* airline* flight* fare* passage transport* accommodat* lodging hotel subsist* allowance* dsa diem expens* cost costs attend* particip* stay board",
    ),
    (Cost, "airfare ticket* expens* cost costs allowance* dsa fare fares"),
    (Fund, "fund trust"),
    (Benefit, "benefi* avail* eligible favour* recipient* awardee*"),
    (
        Wish,
        "request* ask asks asked asking seek* sought solicit* apply applies applied applying application appreciat* grateful oblig* hope* wish* nominat* propos* recommend* submit* invite* kindly favour* would counting count* pleas* appeal* call* need* require* like put puts forward",
    ),
    (Not, "no not nor without neither none never"),
    (
        Home,
        "government* governmental ministry ministries national own itself itself themselves treasury state domestic sending authorities mission department",
    ),
    (Alone, "own themselves itself himself herself self"),
    (By, "by from at expense expenses"),
    (
        Replace,
        "replac* substitut* instead stead lieu supersed* amend* rectif* corrigend* correct* erroneous* misspel*",
    ),
    (
        Withdraw,
        "withdr* cancel* rescind* retract* revok* annul* nullif* void forgo* unable disregard* desist*",
    ),
    (Own, "its our my their previous* earlier former* prior said above"),
    (Paper, "note notes letter* request* communication* nomination* e-mail email mail nomine*"),
    (Attend, "attend* particip* represent* delegation* delegat* assist*"),
    (Ask, "whether clarif* enquir* inquir* guidance clarificat*"),
    (Give, "contribut* pledg* donat* donor*"),
];
