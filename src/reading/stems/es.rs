//! Stems of Spanish, with Portuguese.

use super::Stem::{self, *};

pub(super) const TABLE: &[(Stem, &str)] = &[
    (
        Pay,
        "sufrag* cubr* cubier* coste* costear pagar pague paguen paga pagan pagado pagada pagados pagadas pagos pago subvenc* subsidi* patrocin* solvent* asum* reembols* sostener auspici* becar beca becas custe* custear abonar abone sufragad* financie financien financiar financia financiad* financiamiento financiacion financiara absorb*",
    ),
    (Take, "hacer haga hagan hara hace hacerse haria corra corran corre correr tome tomar toma asumir"),
    (Charge, "cargo cargos cuenta"),
    (
        Provide,
        "otorg* conced* brind* proporcion* facilit* emitir emita emitan emision expid* adquir* adquis* compr* reserv* tramit* entreg* dispon* proveer provea provision proporciona conceder disponer dar da gestionar",
    ),
    (
        Help,
        "apoyo* apoy* ayud* asistencia asistir respald* colabor* contribu* auxilio amparo cooperacion apoio* apoi* ajud* permit* facilit*",
    ),
    (
        Cost,
        "viatic* pasaje* boleto* billete* gasto* costo costos coste costes dieta* hospedaje* alojamiento* hotel estancia* estadia* tiquete* ticket* manutencion tarifa* erogacion* desembolso* itinerario transporte passagem passagens bilhete* despesa* diarias ajudas",
    ),
    (
        Travel,
        "viaje* viaj* traslado* traslad* desplaz* particip* asistencia asistir vuelo* concurr* presencia venida transport* acudir viagem viagens deslocac* ida intervenir asista viajar",
    ),
    (Fund, "fondo fundo fundos fideicomiso mecanismo organizadores"),
    (
        Benefit,
        "benefic* acog* elegib* aprovech* beneficiari* becari* valer valerse ampar* recurrir acceder acceso goc*",
    ),
    (
        Seat,
        "cupo cupos plaza plazas lugar asiento lista nomina listado puesto cuota delegado delegada delegados participante participantes persona personas inclu* candidat* beneficiari*",
    ),
    (
        Offer,
        "ofrecid* ofrec* ofrecimiento facilidad* mecanismo circular parrafo modalidad* programa oferta posibilidad* apoyo asistencia ayuda beneficio",
    ),
    (
        Wish,
        "solicit* pedir pide piden pedimos pedido pido rueg* rog* requer* requier* pede recab* peticion* suplic* apel* recurr* reclam* impetr* gestionar gestione gestionen",
    ),
    (
        Polite,
        "agradec* quisier* dese* espera esperan esperamos espero esperar esperanza apreci* favor sirvase benevol* benepl* confia confiamos confio contamos estimar* gustari* complac* encarec* ojala acogida gostari* agradecid* sirva deseable voto",
    ),
    (May, "podri* pued* posib* seria fuera fuese permita pudier* poderia"),
    (
        Name,
        "propon* propuest* propus* postul* nomin* someter somet* elev* recomend* candidat* avalar propoe* sugier* sugerir",
    ),
    (Need, "necesit* necesari* precis* requier* falta requiere hace depend* precisa"),
    (
        Means,
        "presupuest* recursos fondos medios erario tesoro partida partidas asignacion* fiscal* austeridad dinero divisas orcamento linea rubro",
    ),
    (
        Scarce,
        "insuficien* limitad* limitac* escas* agotad* agoto carec* carenc* restring* restricc* falta permit* permite modest* exced* supera alcanza alcanzan disponib* impos* austeridad recort* ajust* cuenta",
    ),
    (Not, "sin ningun ninguna tampoco nao sem no ni nada nunca jamas nadie"),
    (Proceed, "curso tramit* proces* considerar considere consideren mantener mantiene tener tenga tengan"),
    (Shift, "traslad* transfer* pase pasar reasign* reprogram* aplaz* mover mueva difer*"),
    (Without, "sin sem"),
    (
        Longer,
        "ya mas finalmente lamenta* lament* desafortunad* desgraciad* lamentablemente pesar infortunad* imprevist* disculp* mais",
    ),
    (If, "si siempre salvo contrario"),
    (
        Home,
        "gobierno* ministerio* propio* propia* estado erario presupuesto cancilleria capital governo proprio* propria* institucion entidad organismo oim universidad",
    ),
    (Alone, "propio propios propia propias propria proprias proprio proprios"),
    (Selves, "mismos mismas mismo misma"),
    (By, "por con cargo cuenta expensas costa pelo"),
    (Replace, "sustitu* reemplaz* substitu* reemplac* relev* suplir suple suplant* suceder relevo"),
    (
        Correct,
        "enmend* enmiend* modifi* corrij* corrig* correc* errone* error errores errata erratas rectif* equivoc* equivocacion alter* mecanograf* ortograf* invert* invers* subsan* digit* cambia cambiado cambiar cambiada",
    ),
    (Withdraw, "retir* declin* desist* renunc* revoc* baja desconvoc* desvincul*"),
    (Cancel, "cancel* anul* insubsist* nula nulo caduc* desestim* archiv* ignor* prescind*"),
    (
        Drop,
        "elimin* borr* tach* suprim* excluy* exclu* quitar quiten quite descart* libere liberen liberar liberado liberada ceder ceda cedan cedid* devolver devuelva devuelvan reintegr*",
    ),
    (Unable, "impos* imped* impide* impid* incapac* imposib* indispon* impedir* impedira"),
    (
        Former,
        "anterior* citad* referid* mencionad* fecha referirse refiere precedente* complement* previ* originalmente inicial* aludid* antedich* respuesta supracit* hice hizo habia seguimiento",
    ),
    (Own, "su sus nuestr* mi sua nossa"),
    (
        Paper,
        "nota notas carta* solicitud* comunicaci* candidatura* correo* pedido mensaje* postulaci* peticion* escrito nominacion propuesta delegado delegada nombre viaje nombramiento designacion reserva",
    ),
    (
        Attend,
        "asistir participar representar viajar acudir concurrir asistencia participacion presencia representad* ir venir tomar parte intervenir viaja va van viajan asiste participa acude",
    ),
    (Will, "estara estaran sera seran ha han confirm* va van vao ira"),
    (
        Attends,
        "asistira asistiran participara participaran representara representaran viajara viajaran acudira acudiran concurrira concurriran intervendra intervendran encabezara presidira acompanara acompanaran tomara tomaran vendra vendran estaremos participaremos asistiremos participarao desplazaran desplazara trasladaran trasladara estaran",
    ),
    (Delegation, "delegacion delegaciones delegacao comitiva"),
    (
        Compose,
        "integr* compuest* conform* constitui* presidid* encabezad* form* miembros siguiente siguientes compon* compos* comprend* constituid* encabez*",
    ),
    (
        Ask,
        "aclarac* aclar* esclarec* consulta consultar consultas duda dudas averig* indag* orientacion esclarecimiento* interrogante* pregunt*",
    ),
    (
        Tell,
        "informar informe inform* indicar indique indiquen indic* confirmar confirm* decir digan diga comunicar comuniq* senalar precisar precise avisar explic* conocer preguntar pregunta dizer saber",
    ),
    (
        Know,
        "saber conocer sabe informacion enterarse averiguar saberse preguntar pregunta conoc* informacion",
    ),
    (Which, "si cuando cual cuales como cuanto cuantos cuantas donde quien hasta plazo"),
    (
        Matter,
        "plazo plazos fecha procedimiento* criterio* requisito* documentos documentacion estado modalidades tramite tramites condiciones monto tarifa suerte resultado curso situacion vencimiento limite bases punto puntos",
    ),
    (Give, "aport* donaci* dona donar donante* contribu* compromet* compromiso promes*"),
    (
        Transfer,
        "transfer* desembols* deposit* asign* destin* gir* abonar remit* consign* realiz* efectu* entreg* otorg* doacao conced* poner pone pondra ponemos",
    ),
    (Sum, "monto suma importe cantidad usd eur chf gbp euro euros dolares millon millones francos"),
    (From, "del por desde do"),
    (Able, "podra podran pueda puede pueden puedan pudo condiciones podria disponible*"),
    (Small, "el los las del y para una en que al con la de por lo su se o os da do em um uma e"),
    (Account, "cuenta cargo expensas costa costas presupuesto"),
    (Toward, "favor beneficio disposicion provecho"),
    (Announce, "acredit* anunci* comunic* participarle envia enviar enviara registrar notific* comunica"),
    (Got, "recibido recibio recibe destinatario recibida"),
    (Nations, "unidas"),
    (Relative, "quien quienes que cual cuales cuyo cuya cuyos cuyas"),
    (
        Chief,
        "ministr* president* embajador* consul* gobernador* excelenc* canciller* viceministr* nuncio cardenal encargado encargada",
    ),
    (Sign, "firm* suscri* abajo atentamente rubric*"),
    (
        Delegate,
        "delegad* representante* candidat* funcionari* expert* colega* persona personas participante* interesad* titular* designad*",
    ),
    (
        Advice,
        "nombre instrucci* autoriz* aprob* decision decreto acuerdo mandat* encargo orden consejo parecer anuencia disposicion",
    ),
];
