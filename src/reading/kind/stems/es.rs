//! Stems of Spanish, with Portuguese.

use super::Stem::{self, *};

pub(super) const TABLE: &[(Stem, &str)] = &[
    (
        Pay,
        "apoyo* apoy* ayud* sufrag* cubr* cubier* coste* pagar pague asistencia subvenci* patrocin* solvent* asum* apoio* apoi* custe* ajud*",
    ),
    (
        Travel,
        "viaje* viatic* pasaje* boleto* billete* gasto* costo* traslado* desplaz* hospedaje* alojamiento* estancia* estadia* dieta* particip* asistencia vuelo* viagem viagens passagem passagens bilhete* despesa* deslocac*",
    ),
    (Cost, "viatic* pasaje* boleto* billete* gasto* dieta* passagem bilhete* despesa*"),
    (Fund, "fondo fundo"),
    (Benefit, "benefic*"),
    (
        Wish,
        "solicit* pedir pide piden pedimos rueg* rog* agradec* quisier* dese* esper* propon* postul* presentar nomin* requer* requier* necesit* acud* gestion* pede propoe*",
    ),
    (Not, "sin ningun* tampoco nao sem no"),
    (Home, "gobierno* ministerio* propio* estado erario presupuesto governo propria* proprias"),
    (Alone, "propio propios propia propias propria proprias proprio proprios"),
    (By, "por con cargo cuenta expensas costa al"),
    (Replace, "sustitu* reemplaz* enmend* modifi* substitu* correg* errone*"),
    (Withdraw, "retir* cancel* anul* declin* desist*"),
    (Own, "su sus nuestr* mi anterior* citada referid* mencionad* sua nossa"),
    (Paper, "nota notas carta* solicitud* comunicaci* candidatura* correo* pedido"),
    (Attend, "asistir* participar* delegacion* representar*"),
    (Ask, "aclarac* aclar* esclarec*"),
    (Give, "aport* donaci* dona contribu*"),
];
