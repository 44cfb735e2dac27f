//! The words of topics that stand near a request for support and are none: thanks afterwards, visas, invoices, complaints,
//! rooms, surveys. A new word is a new entry, nothing else.

use super::Topic::{self, *};

pub(super) const WORDS: &[(Topic, &str)] = &[
    // English
    (
        Thanks,
        "thank thanks thanked thanking gratitude gratefulness generous generosity generously kindness deeply sincere sincerest heartfelt invaluable appreciation",
    ),
    (
        Entry,
        "visa visas consular consulate entry immigration accredit* badge badges credential* invitation laissez-passer protocol privileges immunit* grounds pass passes registration customs",
    ),
    (
        Trade,
        "invoice* receipt receipts quotation quote quoted price prices discount* rate rates vat iban swift remittance payable unsubscribe subscrib* newsletter offer offers pnr e-ticket eticket gate baggage boarding itinerary balance statement premium policy customer client order orders purchase vendor supplier reservation gmbh ltd inc llc",
    ),
    (
        After,
        "attended participated returned was were took held enabled allowed during concluded successful successfully fruitful completed after back outcome past recently",
    ),
    (
        Overdue,
        "outstanding overdue unpaid arrears complain* complaint dissatisf* regret* delay* delayed reimburs* refund* claim claims appeal reconsider* reconsideration dismay* disappoint* awaiting unanswered reminder owed shortfall still pending",
    ),
    (
        Rooms,
        "room rooms interpretation interpreter* bilateral speaker* speakers' slot floor side-event parking airport lounge vehicle plate meeting-room microphone seating table lunch hall venue translation document* courtes*",
    ),
    (
        Press,
        "journalist* press interview media reporter article survey questionnaire* audit auditor* study research* student thesis university internship intern vacancy vacancies job recruit* curriculum resume applicant* hire hiring training course courses workshop webinar",
    ),
    // French
    (
        Thanks,
        "merci remerci* gratitude reconnaissan* genereu* generosite sincere* vivement precieu* profonde*",
    ),
    (
        Entry,
        "visa visas consul* entree accredit* badge badges invitation laissez-passer protocole protocolaire* privilege* immunite* carte cartes inscription douan*",
    ),
    (
        Trade,
        "facture* recu devis prix remise* tarif* tva iban swift virement echeance desabonn* abonn* lettre-circulaire offre* billet dossier embarquement bagage* solde releve prime police client clientele commande fournisseur sarl agence promotion*",
    ),
    (
        After,
        "participe pris permis retour rentre* tenue tenu deroule* issue lors acheve* cloture succes fructueu* compte-rendu apres ete passe* dernier derniere",
    ),
    (
        Overdue,
        "impaye* arriere* retard reclam* plainte deplor* rembours* relance rappel reexam* reconsider* mecontent* solde encore jour toujours suspens",
    ),
    (
        Rooms,
        "salle salles interpret* bilateral* orateur* orateurs creneau parole parking stationnement aeroport salon vehicule plaque traduction document* courtoisie*",
    ),
    (
        Press,
        "journaliste* presse interview entretien reportage article enquete questionnaire* audit etude recherche* etudiant* these universite stage stagiaire poste vacance* emploi recrut* curriculum formation atelier webinaire",
    ),
    // Spanish
    (Thanks, "gracias agradec* gratitud reconocimiento generos* sincer* profund* valios* inestimable"),
    (
        Entry,
        "visa visas visado* visados consul* ingreso acredit* credencial* gafete* invitacion protocolo privilegio* inmunidad* carne carnet registro inscripcion aduan*",
    ),
    (
        Trade,
        "factura* recibo* cotizacion precio* descuento* tarifa* iva iban swift transferencia vencimiento suscri* boletin oferta* billete pasaje reserva embarque equipaje saldo estado prima poliza cliente* pedido* proveedor* agencia promocion*",
    ),
    (
        After,
        "participo participado permitio regreso regresado celebrada celebrado realizada realizado concluy* exitos* fructifer* informe tras despues durante tuvo pasado pasada",
    ),
    (
        Overdue,
        "impago* adeud* pendiente* atras* demora* reclam* queja* reembols* recordatorio reconsider* insatisf* lament* aun todavia",
    ),
    (
        Rooms,
        "sala salas interpret* bilateral* orador* turno palabra paralelo estacionamiento aeropuerto salon vehiculo placa traduccion document* cortesia*",
    ),
    (
        Press,
        "periodista* prensa entrevista reportaje articulo encuesta cuestionario* auditor* estudio investigacion estudiante* tesis universidad pasantia pasante vacante* empleo contrat* curriculum capacitacion taller curso cursos seminario",
    ),
    // Portuguese and German
    (Thanks, "obrigad* agradeci* dank danke danken dankbar*"),
    (Trade, "fatura* orcamento rechnung* angebot* preis* beleg"),
    (Entry, "visto vistos visum einreise akkreditierung"),
    (Press, "jornalista* imprensa inquerito presse umfrage fragebogen praktikum"),
    // Russian
    (Thanks, "благодар* признател* спасибо искренн* глубок* неоценим*"),
    (
        Entry,
        "виза визы визу виз визов* консул* въезд* аккредит* бейдж* удостоверен* приглашен* протокол* привилег* иммунитет* пропуск* регистрац* таможен*",
    ),
    (
        Trade,
        "счет счета счетфактур* инвойс* квитанц* чек смет* цена цены стоимост* скидк* тариф* ндс iban swift рассылк* подписк* предложени* бронь бронирован* посадочн* багаж остаток выписк* полис* клиент* заказ* поставщик* агентств* маршрут*",
    ),
    (
        After,
        "принял приняла приняли участвовал* вернул* возвращ* состоял* прошед* проходив* завершил* завершен* успешн* итог* отчет* позволил* минувш* прошл* была было был по",
    ),
    (
        Overdue,
        "задолжен* неоплач* просроч* жалоб* недоумен* возмещен* компенсац* напомина* пересмотр* обжал* задерж* ожида* сих",
    ),
    (
        Rooms,
        "зал зала залы помещен* перевод* двусторон* оратор* выступлен* слово парковк* аэропорт* автомобил* номерн* документ* встреч*",
    ),
    (
        Press,
        "журналист* пресс* интервью стать* опрос* анкет* вопросник* аудит* исследован* студент* диссертац* университет* стажир* ваканс* резюме трудоустр* обучен* курс курсы семинар* вебинар*",
    ),
    // Arabic
    (Thanks, "شكر* شكرا الشكر امتنان* الامتنان عرفان* تقدير* السخي* كرم* بالغ عميق"),
    (
        Entry,
        "تاشير* التاشير* فيزا قنصل* دخول اعتماد* بطاقه بطاقات شاره شارات دعوه بروتوكول* مراسم امتياز* حصان* تسجيل جوازات جمارك",
    ),
    (
        Trade,
        "فاتور* الفاتور* ايصال* عرض عروض سعر اسعار خصم* تخفيض* ضريب* ايبان تحويل* اشتراك* نشره حجز* صعود امتعه رصيد كشف بوليص* عميل* عملاء طلبيه مورد* وكاله شركه",
    ),
    (
        After,
        "شارك شاركت شاركا عاد عادت عودته عودتها اختتم* انعقد* عقدت ناجح* نجاح مثمر* تقرير* اتاح* مكن* خلال بعد التي الماضي* المنصرم*",
    ),
    (Overdue, "متاخر* مستحق* غير شكوي شكوه تظلم* استرداد تعويض* تذكير* مراجعه اعاده تاخر* لم بعد حتي"),
    (Rooms, "قاعه قاعات ترجمه مترجم* ثنايي* متحدث* كلمه موقف مواقف مطار سياره لوحه وثايق لقاء اجتماع"),
    (
        Press,
        "صحف* صحاف* مقابله اعلام* استبيان* استطلاع* تدقيق مراجع* دراسه بحث باحث* طالب* جامعه تدريب* متدرب* وظيف* شاغر* سيره ورشه دوره",
    ),
];

pub(super) const CHINESE: &[(Topic, &str)] = &[
    (Thanks, "感谢|谢意|致谢|谢谢|衷心|深表|诚挚|慷慨|鸣谢"),
    (Entry, "签证|领事|入境|认证|注册|胸牌|证件|邀请函|礼宾|特权|豁免|通行证|海关|出入证"),
    (
        Trade,
        "发票|收据|报价|价格|优惠|折扣|税|汇款|订阅|退订|通讯|电子客票|订单|登机|行李|余额|账单|保险|客户|供应商|公司|旅行社|行程单|票款",
    ),
    (After, "已参加|参加了|出席了|返回|归国|回国|已于|举行的|结束|圆满|顺利|成功|成果|总结|会后|期间|得以"),
    (Overdue, "拖欠|逾期|未付|未收到|尚未|投诉|不满|报销|退款|催|提醒|复议|重新考虑|申诉|至今|迟迟"),
    (Rooms, "会议室|口译|翻译|双边|发言名单|发言顺序|边会|停车|机场|车辆|车牌|文件|会场|座位|礼遇"),
    (
        Press,
        "记者|媒体|采访|问卷|调查|审计|研究|学生|论文|大学|实习|招聘|职位|简历|求职|培训|课程|讲座|研讨班",
    ),
];
