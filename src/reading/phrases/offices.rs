//! Names of offices that speak for a State, beside those of the tables by language.

use super::Sense::{self, *};

pub(super) const EN: &[(Sense, &str)] = &[
    (Opening, "with its compliments|conveys its compliments|extends its compliments"),
    (
        Mission,
        "permanent representation|office of the permanent observer|office of the permanent representative",
    ),
    (Mission, "mission to the united nations|mission to the un|permanent observer office|observer office"),
    (
        Mission,
        "the permanent representative of|the permanent observer of|liaison office to the united nations",
    ),
    (UnitedNations, "to the un"),
    (Government, "on behalf of my government|on behalf of our government"),
];

pub(super) const FR: &[(Sense, &str)] = &[
    (
        Mission,
        "bureau de l'observateur permanent|bureau du representant permanent|mission aupres des nations unies",
    ),
    (Mission, "mission aupres de l'onu|mission permanente"),
    (UnitedNations, "aupres de l'onu"),
];

pub(super) const ES: &[(Sense, &str)] = &[
    (
        Mission,
        "representacion permanente|delegacion permanente|mision observadora|mision ante las naciones unidas",
    ),
    (Mission, "mision permanente de observacion|oficina del observador permanente"),
    (UnitedNations, "ante la onu"),
];

pub(super) const AR: &[(Sense, &str)] = &[
    (Opening, "تحية طيبة من سفارة|تحية طيبة من البعثة|تحية طيبة من وزارة|تحية طيبة من الوفد|تحية واحتراما"),
    (Opening, "تحية وتقدير*|تحية إجلال|تحية من سفارة|تحية من البعثة|تحية من وزارة"),
    (Mission, "الممثلية الدائمة|ممثلية|المندوبية الدائمة|للممثلية الدائمة|بعثة المراقبة الدائمة"),
];

pub(super) const RU: &[(Sense, &str)] =
    &[(Mission, "постоянной миссии|постоянную миссию|постоянной делегации|постоянным наблюдателем")];

pub(super) const ZH: &[(Sense, &str)] =
    &[(Mission, "常驻团|驻联合国代表团|驻联合国使团|观察员代表团|驻联合国观察员")];
