//! The words of topics. A new word is a new entry, nothing else.

use super::Topic::{self, *};

pub(super) const WORDS: &[(Topic, &str)] = &[
    // English
    (
        Prevented,
        "matern* patern* illness ill sick* unwell hospital* surger* medical indispos* injur* accident bereave* reassign* transferred posted posting promoted retire* resign* election* unavoidab* unforeseen impediment* prevented prevents exigenc* commitments engagements engagement conflict* clash* unavailab* indisposition denied refused detained recalled leave health overlap* pressing unexpected* circumstances urgent reshuffle* availab* compelled",
    ),
    (
        Goes,
        "travel* attend* attends go goes going come comes coming sent send sends sending particip* represent* represents journey* proceed* join joins deleg* depute* dispatch* participat* accompany*",
    ),
    (
        Not,
        "not no nobody none neither nor never cannot unable without longer can't won't isn't doesn't don't wont cant ceased stopped regret* unfortunately",
    ),
    (
        Releases,
        "releas* free frees freed relinquish* vacat* surrender* cede ceded return returned reallocat* reassigned waive* forfeit* stop cancel* stand hand void withdraw* retract* give gives",
    ),
    (
        Seat,
        "seat seats place places slot slots ticket tickets booking bookings reservation* allocation sponsorship nomination file application candidature",
    ),
    (
        Asked,
        "asked requested wrote had previously earlier submitted sought approached applied nominated recommended approved accepted granted",
    ),
    (
        Learn,
        "know learn informed advised clarif* whether confirm confirmed information explain indicate ascertain understand query queries question questions guidance enlighten* wonder* curious tell advise",
    ),
    (
        Procedure,
        "deadline deadlines procedure* procedural form forms rule rules requirement* requirements criteria modalit* eligib* document* documents status received receipt decision when how what which cut-off closing terms conditions process steps timeline channel channels account answer reply",
    ),
    (
        Henceforth,
        "instead henceforth now henceforward forthwith new newly latter revised updated accordingly hereby in-lieu stead place lieu place hereafter",
    ),
    (
        Mistake,
        "spell* misspel* typo* error* erroneous* mistake* incorrect* correct corrected correction corrigend* inadvertent* wrong* rectif* reads read transpos* omitted clerical slip amended surname",
    ),
    (Ranking, "rank* preference* priorit* precedence order first second alternate prefer* foremost latter"),
    (
        Gift,
        "contribut* pledg* donat* donor* gift earmark* unearmark* transfer* remit* disburs* wire bank amount sum usd eur instalment* tranche* million treasury replenish* generosity money funds",
    ),
    (
        OwnMeans,
        "own self-fund* self-financ* self-sponsor* self-support* ourselves itself themselves government's treasury budget exchequer home-funded nationally borne bear bears meet meets met cover covers covered expense expenses",
    ),
    (
        Courtesy,
        "thank* gratitude appreciat* acknowledg* congratulat* condolenc* honour transmit* convey* circulat* enclos* pleas* welcom* commend*",
    ),
    (
        Candidature,
        "candidature* candidacy candidat* elect* vote* voting ballot re-election council committee* commission bid seat support's",
    ),
    (
        Occasion,
        "reception* independence exhibition* exhibit concert holiday* closed anniversar* celebrat* national-day luncheon breakfast dinner ceremony launch screening festival film side-event invitation invites",
    ),
    (
        Mourning,
        "condolence* mourning passing demise death deceased earthquake flood* hurricane cyclone victims tragedy tragic sympathy bereavement funeral book",
    ),
    (
        Staff,
        "appointed appointment credentials ambassador assumed assume duties relocat* moved premises telephone fax address arrival departure chargé charge diplomatic newly-appointed staff tour",
    ),
    (
        Views,
        "statement statements views proposals proposal position paper text textual comments observations inputs input submission survey questionnaire report brochure guidelines circular webinar training course",
    ),
    // French
    (
        Prevented,
        "malad* malade hospital* maternite conge mute mutee mutation affecte affectee empech* indisponib* imprevu* contraint* deces decede* accident* retenu* rappel* retraite elections obligations engagements calendrier souffrant* souffrante concours circonstances imperieu* demission* demissionne promu promue visa refuse sante chevauche* contretemps impossibilite",
    ),
    (
        Goes,
        "voyag* rendra rendre rend rendront deplac* assister* assistera participer* participera participe viendra viendront ira iront partira part partir sejourn* represent* representera siegera depech* enverra envoie envoyer envoye depechera deplacera",
    ),
    (Not, "ne n pas plus aucun aucune jamais ni sans nul personne malheureusement regrette* regret"),
    (
        Releases,
        "liberer libere liberez restitu* rendre ceder cede annul* annuler annulez remettre renonc* renoncer",
    ),
    (Seat, "place places siege sieges billet billets reservation* dossier candidature prise"),
    (
        Asked,
        "demande sollicite ecrit avait avions avais ecrivais prie soumis transmis designe propose recommande",
    ),
    (
        Learn,
        "savoir connaitre renseign* eclair* eclaire eclairee precis* preciser indiquer informer informe informee confirmer confirmation question questions demande interrog* eclaircissement* apprendre communiquer saurait",
    ),
    (
        Procedure,
        "delai delais limite echeance procedure* formulaire* regle regles conditions modalites criteres pieces documents suite decision reception recu recue quand comment quelle quelles quel quels combien dossier depot accuse compte",
    ),
    (Henceforth, "desormais dorenavant place lieu nouveau nouvelle lequel plutot remplacant remplacante"),
    (
        Mistake,
        "erreur* erron* orthograph* corrig* correct* rectif* coquille* faute fautif mal lire inexact* inadvertance materielle graphie",
    ),
    (
        Ranking,
        "rang preference* priorit* ordre premier premiere second seconde classement titulaire suppleant*",
    ),
    (
        Gift,
        "contribut* don dons versement* verser versera versee donateur* bailleur* virement* somme montant euros promesse annonce affecter fleche* tranche",
    ),
    (
        OwnMeans,
        "propre propres charge tresor budget fonds frais moyens etat autofinanc* supporte supporter supportera assume assumera",
    ),
    (
        Courtesy,
        "remerci* gratitude reconnaissance felicit* accuse transmettre transmet communiquer saluer salue hommage",
    ),
    (Candidature, "candidature election elections elire vote voter scrutin conseil comite reelection"),
    (
        Occasion,
        "reception fete nationale exposition ferie feries ferme fermee fermes fermeture invitation inviter independance concert ceremonie anniversaire vernissage projection",
    ),
    (
        Mourning,
        "condoleances deuil deces disparition deces victimes seisme inondation* cyclone tragedie obseques registre",
    ),
    (
        Staff,
        "nomination nomme nommee fonctions adresse telephone locaux demenag* lettres creance arrivee depart charge d'affaires prise mission",
    ),
    (
        Views,
        "declaration positions proposition* observations commentaires texte avis rapport questionnaire circulaire contribution* webinaire formation",
    ),
    // Spanish and Portuguese
    (
        Prevented,
        "enferm* hospital* maternidad licencia trasladado trasladada imposibilit* impedi* imprevist* fallec* renuncia renuncio cese accidente compromisos compromiso agenda elecciones salud medica medico medicas operacion quirurg* indispuest* coincid* visado visa denegad* negada fuerza mayor ascend* jubil* reasign* doenca doente destinado destinada nombrad*",
    ),
    (
        Goes,
        "viaja viajar viajara viajaran viajan va van ir ira iran acud* acudira asist* asistira particip* participara vendra vendran represent* representara enviar enviara envia desplaz* trasladara trasladarse concurr* concurrir concurrira participará viajarão viajará integrar",
    ),
    (
        Not,
        "no sin ningun* nadie tampoco nunca ya lamenta* lamento lamentablemente desafortunadamente nao sem imposible",
    ),
    (
        Releases,
        "liber* liberen libera anul* anulen cancel* cancelen devolv* ced* ceder renunci* desist* declin* suspend* emitan",
    ),
    (
        Seat,
        "lugar puesto cupo cupos plaza plazas boleto pasaje billete reserva reservas expediente postulacion candidatura beneficio",
    ),
    (
        Asked,
        "solicito solicitado solicitaba pedi pedido pidio escribi escribio hable presento presentado habia postulo postulado remitio propuesto designado",
    ),
    (
        Learn,
        "saber conocer informar informe informen aclarar aclar* confirmar confirmen indicar indique precisar consulta consultar pregunta* duda dudas orient* comunicar sirva",
    ),
    (
        Procedure,
        "plazo plazos fecha limite procedimiento* formulario* requisito* requisitos criterio* modalidad* documentos documentacion tramite* estado recibido recibida acuse cuando como cual cuales que cuanto cuanta vence vencimiento cierre cuenta respuesta decision",
    ),
    (Henceforth, "adelante ahora nuevo nueva lugar reemplazo vez cambio sustituto sustituta"),
    (
        Mistake,
        "error errores erron* equivoc* correg* correct* rectific* grafia ortograf* tecleo involuntari* lease debe dice decir omiti* errata",
    ),
    (
        Ranking,
        "orden prioridad preferencia* primer primero primera segundo segunda titular suplente alterno prelacion",
    ),
    (
        Gift,
        "contribu* aport* donacion* donar donante* transferencia* suma monto importe dolares euros deposit* abono cuenta tramo compromete",
    ),
    (
        OwnMeans,
        "propio propia propios propias erario presupuesto cuenta cargo recursos medios expensas sufrag* costear* costos autofinanc* asumid* asume asumira cubrira cubiertos",
    ),
    (
        Courtesy,
        "agradec* gratitud felicit* reconocimiento acus* acuse remit* transmit* traslad* saludar saluda cordial",
    ),
    (Candidature, "candidatura eleccion elecciones votacion votar voto consejo comite comision reeleccion"),
    (
        Occasion,
        "recepcion fiesta nacional independencia exposicion feriado feriados cerrad* permanecera concierto invita invitacion aniversario ceremonia proyeccion festivo asueto",
    ),
    (
        Mourning,
        "condolencias duelo luto fallecimiento victimas terremoto sismo huracan inundacion* tragedia pesame exequias sensible",
    ),
    (
        Staff,
        "nombramiento nombrado asumio funciones direccion telefono sede mudanza traslado cartas credenciales llegada partida encargado negocios",
    ),
    (
        Views,
        "declaracion posicion* propuestas observaciones comentarios texto aportes informe cuestionario circular seminario curso boletin",
    ),
    // Russian
    (
        Prevented,
        "болез* заболе* болеет госпитал* больниц* декрет* операци* обстоятельств* занятост* непредвиден* скончал* уволен* уволил* выбор* назначен* переведен* перевод* перешел перешла отозван* командировк* невозможност* состояни* здоров* служебн* отпуск* травм* визу визы отказ* срочн* загруженн* совпад* ухудшени* вынужден* кадров* задерж*",
    ),
    (
        Goes,
        "поедет приедет прибудет выедет вылетит участву* участи* участвовать представля* представит приехать прибыть поехать выехать направит направля* направлен* примет примут принять присутств* посетит ехать едет едут прилетит сможет смогут может летит полетит делегиру* командиру*",
    ),
    (Not, "не нет ни никто никого без более сожалени* сожалеет увы невозможн*"),
    (Releases, "освобод* отозв* отзыв* аннулир* снять снима* отмен* отказ* верн* передать уступ* прекратить"),
    (Seat, "место места местом билет билета билеты бронь бронирован* заявк* кандидатур* квот*"),
    (
        Asked,
        "просил просили просило просила обращал* направил* запрашив* ходатайствовал* писал писали представил* назначил* выдвинул* ранее",
    ),
    (
        Learn,
        "узнать сообщить уточнить разъясн* подтвердить подтверд* проинформир* информаци* пояснить подскаж* вопрос вопросы вопросу интересу* выясн* известно ответ",
    ),
    (
        Procedure,
        "срок сроки сроках срока порядок порядка процедур* форма формы бланк* анкет* правил* требовани* критери* документ* условия статус получен* получена рассмотрен* когда как какие какой каков каковы сколько куда счет реквизит* решение дедлайн",
    ),
    (Henceforth, "вместо взамен теперь отныне нового новый новая новую иной иного"),
    (
        Mistake,
        "ошибк* ошибочн* опечатк* неточност* неправильн* исправ* правильн* следует читать написани* уточн* неверн* верн* транслит*",
    ),
    (Ranking, "приоритет* предпочт* очередност* порядк* перв* втор* основн* запасн* резервн*"),
    (
        Gift,
        "взнос* пожертв* донор* перечис* перевести сумм* средства долларов евро транш* миллион* внести внесет выделит внесени*",
    ),
    (
        OwnMeans,
        "собственн* свой свои бюджет* сам сама самостоятельн* казн* государственн* направляющ* средств* покроет покрыва* несет",
    ),
    (
        Courtesy,
        "благодар* признательн* поздравля* приветству* препровожда* направля* передать выраж* соболезнован* принял подтвержда*",
    ),
    (
        Candidature,
        "кандидатур* выборы выборах избран* голосован* комитет* совет* поддержать переизбран* комисси*",
    ),
    (
        Occasion,
        "прием приема праздник* выставк* концерт* закрыт* выходн* независимост* приглаш* годовщин* торжеств* юбиле* нерабоч* показ фильма презентац*",
    ),
    (Mourning, "соболезнован* кончин* траур* землетряс* наводнен* жертв* трагеди* погибш* гибел* скорб*"),
    (
        Staff,
        "вступил* обязанност* верительн* адрес телефон* переезд* поверенн* отъезд* прибыти* назначени* должность",
    ),
    (
        Views,
        "заявлени* позици* предложени* замечани* текст* доклад* анкетиров* вопросник циркуляр* семинар* курс рассылк* бюллетен*",
    ),
    // Arabic, without the particles that are written on
    (
        Prevented,
        "مرض* مرضي* صحي* ظروف طارئ* التزام* ارتباط* نقله نقلها نقل تعيين* عين عينت وفاه امومه مستشفي جراحي* انشغال* مهام حادث انتخابات تعارض تزامن اجازه اسباب عارض تكليف* ترقي* تقاعد استقال* تاشيره رفض قاهر* موانع مانع حال",
    ),
    (
        Goes,
        "يسافر تسافر يحضر تحضر يشارك تشارك مشاركه مشاركته مشاركتها حضور حضوره حضورها سفر سفره سفرها يتوجه تتوجه يتمكن تتمكن يوفد توفد ايفاد ايفاده ستوفد سيوفد يمثل تمثل يمثلها يراس ترسل يرسل قدوم",
    ),
    (Not, "لا لن لم ليس ليست غير دون بدون عدم تعذر يتعذر تاسف ياسف للاسف يوسفها يوسفنا لاغيه عاد تعد يعد"),
    (Releases, "سحب تسحب يسحب الغاء تلغي يلغي الغ* اخلاء تحرير تنازل تتنازل اعفاء صرف عدول"),
    (Seat, "مقعد مقعده مقعدها مكان تذكره تذاكر حجز ترشيح ترشيحه ترشيحها طلب طلبها"),
    (Asked, "طلبت طلبنا طلبتم سبق كانت كنا قد رشحت التمست ارسلت وجهت احاله اشاره الحاقا"),
    (
        Learn,
        "معرفه علم افاده افادتها افادتنا افادتي توضيح ايضاح استفسار* تستفسر يستفسر نستفسر موافا* تزويد* ابلاغ* سوال تساول تسال يسال اذا هل تاكيد احاطه بيان",
    ),
    (
        Procedure,
        "موعد مهله نهائي اجراء* استماره نموذج شروط معايير وثائق مستندات كيفيه طريقه متي ما ماهي كم اي قرار رد وضع وصول استلام تسلم قواعد حساب حاله مصير",
    ),
    (Henceforth, "بدلا بديل* عوضا جديد* حاليا الان مكان محل خلفا"),
    (Mistake, "خطا تصحيح تصويب صحيح صواب سهوا سهو املائي* ورد يقرا تعديل مطبعي*"),
    (Ranking, "اولويه ترتيب افضليه اول اولا ثاني ثانيا اصلي احتياط* اصيل تفضيل"),
    (Gift, "تبرع* مساهم* مانح* تحويل مبلغ دولار يورو مليون هبه تعهد* دفعه ايداع منحه"),
    (
        OwnMeans,
        "نفقتها نفقته نفقتهم نفقه حسابها خزينه خزانه ميزانيه حكومه ذاتي* خاصه تتحمل تتكفل عاتق يتحمل مواردها تمويلها",
    ),
    (Courtesy, "شكر* تشكر يشكر امتنان* تقدير* تهنئ* تهاني تحيل تحيط ترحب تثمن"),
    (Candidature, "انتخاب* تصويت ترشح* ترشيحها عضويه مجلس لجنه انتخابات اعاده"),
    (Occasion, "حفل استقبال عيد وطني معرض عطله عطلات مغلق* تغلق دعوه تدعو اغلاق ذكري احتفال استقلال ندوه عرض"),
    (Mourning, "تعازي تعزيه مواساه حداد زلزال فيضان* ضحايا فاجعه رحيل انتقل رحمه شهداء عزاء"),
    (Staff, "سفير تعيين اوراق اعتماد هاتف عنوان مقر انتقال مباشر* مهامه قائم اعمال مغادره وصول"),
    (Views, "بيان موقف مقترحات ملاحظات نص تعليقات تقرير استبيان تعميم دوره نشره وثيقه"),
];

/// Parts of Chinese sentences.
pub(super) const CHINESE: &[(Topic, &str)] = &[
    (
        Prevented,
        "生病|因病|患病|住院|手术|病假|产假|调任|另有任用|另有公务|公务繁忙|公务原因|身体原因|身体不适|健康原因|日程冲突|时间冲突|逝世|病逝|退休|辞职|离任|离职|拒签|签证未|签证被|突发|临时有|临时任务|紧急|不可抗力|选举|工作调动|职务变动|调往|受伤|另有安排|工作安排|无法抽身",
    ),
    (
        Goes,
        "出席|参加|与会|前往|赴会|赴纽约|赴日内瓦|赴维也纳|赴巴亚尔塔港|成行|派遣|派出|率团|来纽约|到会|参会|列席|出访|启程|去不了|来不了",
    ),
    (
        Not,
        "不能|无法|不再|未能|不克|不便|不会|不必|无需|毋需|不拟|不予|遗憾|抱歉|不去|不来|没有|没法|暂不|不了",
    ),
    (Releases, "撤回|撤销|取消|收回|放弃|让出|腾出|退还|退回|释放|作罢|作废|转给|不用出"),
    (Seat, "名额|席位|机票|票|提名|申请|预订|位子"),
    (Asked, "曾|此前|先前|前函|前照|已提|已申请|上次|上月|早前|日前|月前|之前|原提名|原定|原派"),
    (
        Learn,
        "请问|询问|了解|告知|得知|知悉|确认|澄清|说明|解释|明确|示知|惠告|赐告|是否|能否|可否|想知道|查询|咨询|请教|答复|吗|？",
    ),
    (
        Procedure,
        "截止|期限|时限|日期|程序|手续|表格|要求|标准|条件|材料|文件|资格|如何|怎样|怎么|何时|多少|哪些|哪份|哪个|什么|进展|状态|收到|账户|账号|结果|规定|批准",
    ),
    (
        Henceforth,
        "改派|改由|改为|代替|替代|接替|取代|换成|顶替|另派|新任|现派|今后|现改|现由|重新提名|更换|替换",
    ),
    (Mistake, "有误|错误|笔误|更正|勘误|订正|误写|误作|应为|应作|拼写|写错|打错|纠正|正确|修正|漏"),
    (Ranking, "顺序|优先|排序|首选|次选|第一人选|第二人选|第一顺位|第二顺位|候补|排名|名次"),
    (Gift, "捐|认捐|出资|汇款|转账|拨款|万美元|万欧元|汇入|款项|捐助|捐赠|捐款"),
    (
        OwnMeans,
        "自费|自理|自行承担|政府承担|本国承担|我方承担|自筹|国库|财政承担|我国承担|己方|派出方|自付|预算",
    ),
    (Courtesy, "感谢|谢意|致谢|祝贺|欢迎|收悉|转交|转递|通报|钦佩|赞赏"),
    (Candidature, "竞选|候选国|选举|投票|理事会|连任|当选|支持票|委员会成员"),
    (
        Occasion,
        "招待会|国庆|展览|放假|休假|闭馆|关闭|节日|春节|邀请|庆祝|音乐会|独立日|放映|酒会|研讨会|宴会",
    ),
    (Mourning, "慰问|哀悼|逝世|吊唁|遇难|地震|洪灾|灾害|悼念|罹难"),
    (Staff, "到任|离任|新任大使|国书|履新|搬迁|地址|电话|办公地点|临时代办"),
    (Views, "立场文件|声明|发言|意见|建议|案文|评论|报告|问卷|通函|培训|课程|简报"),
];
