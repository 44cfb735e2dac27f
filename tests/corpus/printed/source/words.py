"""What a clerk adds to a note when it becomes a page, in six languages."""

COLUMNS = {"en": ("No.", "Name", "Function"), "fr": ("N°", "Nom et prénom", "Fonction"), "es": ("N.º", "Nombre y apellidos", "Cargo"),
           "ar": ("م", "الاسم", "الوظيفة"), "ru": ("№", "Ф. И. О.", "Должность"), "zh": ("序号", "姓名", "职务")}
LIST = {"en": "Delegation", "fr": "Délégation", "es": "Delegación", "ar": "الوفد", "ru": "Делегация", "zh": "代表团"}
KEYS = {"en": ("Reference", "Date"), "fr": ("Référence", "Date"), "es": ("Referencia", "Fecha"), "ar": ("الرقم", "التاريخ"), "ru": ("Исх. №", "Дата"), "zh": ("编号", "日期")}
TITLE = {"en": "NOTE VERBALE", "fr": "NOTE VERBALE", "es": "NOTA VERBAL", "ar": "مذكرة شفوية", "ru": "ВЕРБАЛЬНАЯ НОТА", "zh": "照会"}
ADDRESS = {
    "en": ("The Secretariat of the Intergovernmental Conference", "United Nations", "New York"),
    "fr": ("Secrétariat de la Conférence intergouvernementale", "Organisation des Nations Unies", "New York"),
    "es": ("A la Secretaría de la Conferencia Intergubernamental", "Organización de las Naciones Unidas", "Nueva York"),
    "ar": ("أمانة المؤتمر الحكومي الدولي", "الأمم المتحدة", "نيويورك"),
    "ru": ("Секретариат Межправительственной конференции", "Организация Объединенных Наций", "Нью-Йорк"),
    "zh": ("联合国秘书处", "政府间会议秘书处", "纽约"),
}
PAGE = {"en": "Page # of ##", "fr": "Page #/##", "es": "Página # de ##", "ar": "صفحة #", "ru": "стр. # из ##", "zh": "第 # 页"}
CONTACT = "Tel. (212) 555-01{0:02d} · Fax (212) 555-01{1:02d} · mission{0}@example.int"
WHERE = "{0} East 4{1}th Street, {2}th Floor, New York, N.Y. 10017"
STAMP = {"en": ("PERMANENT MISSION", "OFFICIAL SEAL"), "fr": ("MISSION PERMANENTE", "SCEAU"), "es": ("MISIÓN PERMANENTE", "SELLO OFICIAL"),
         "ar": ("البعثة الدائمة", "ختم"), "ru": ("КАНЦЕЛЯРИЯ", "ПЕЧАТЬ"), "zh": ("常驻代表团", "公章")}
COPY = {"en": "COPY", "fr": "COPIE", "es": "COPIA", "ar": "نسخة", "ru": "КОПИЯ", "zh": "副本"}
FORM = {
    "en": ("NOMINATION FORM", "Full name", "Sex", {"f": "Female", "m": "Male"}, "Function and institution"),
    "fr": ("FORMULAIRE DE CANDIDATURE", "Nom complet", "Sexe", {"f": "Féminin", "m": "Masculin"}, "Fonction et institution"),
    "es": ("FORMULARIO DE CANDIDATURA", "Nombre completo", "Sexo", {"f": "Femenino", "m": "Masculino"}, "Cargo e institución"),
    "ar": ("استمارة ترشيح", "الاسم الكامل", "الجنس", {"f": "أنثى", "m": "ذكر"}, "الوظيفة والجهة"),
    "ru": ("АНКЕТА КАНДИДАТА", "Фамилия, имя", "Пол", {"f": "женский", "m": "мужской"}, "Должность и ведомство"),
    "zh": ("提名表", "姓名", "性别", {"f": "女", "m": "男"}, "职务及单位"),
}
COVER = {
    "en": ("Dear Sir or Madam,", "I have the honour to transmit herewith a note verbale of this Mission, for the kind attention of the Secretariat.", "Accept, Sir or Madam, the assurances of my high consideration.", "Chargé d’affaires a.i."),
    "fr": ("Madame, Monsieur,", "J’ai l’honneur de vous faire parvenir, ci-joint, une note verbale de cette Mission, à l’attention du Secrétariat.", "Veuillez agréer, Madame, Monsieur, les assurances de ma haute considération.", "Le Chargé d’affaires a.i."),
    "es": ("De mi consideración:", "Tengo el honor de remitir adjunta una nota verbal de esta Misión, para la atención de la Secretaría.", "Aprovecho la oportunidad para expresarle las seguridades de mi alta consideración.", "Encargado de Negocios a.i."),
    "ar": ("تحية طيبة وبعد،", "أتشرف بأن أحيل إليكم طيه مذكرة شفوية من هذه البعثة، للتفضل بالاطلاع.", "وتفضلوا بقبول فائق الاحترام.", "القائم بالأعمال بالنيابة"),
    "ru": ("Уважаемые господа!", "Имею честь препроводить вербальную ноту Представительства для сведения Секретариата.", "Примите уверения в моем высоком уважении.", "Временный поверенный в делах"),
    "zh": ("敬启者：", "谨随函转递本代表团照会一份，敬请查收。", "顺致敬意。", "临时代办"),
}
TRANSLATED = {
    "request": ("(Unofficial translation)", "The Permanent Mission of {state} to the United Nations presents its compliments to the Secretariat and has the honour to request that the travel of {names} to the meeting mentioned in the original be paid from the trust fund.",
                "The Permanent Mission avails itself of this opportunity to renew to the Secretariat the assurances of its highest consideration."),
}
FOOTNOTE = {"en": "As approved by the Ministry.", "fr": "Sous réserve de l’accord du Ministère.", "es": "Según lo dispuesto por el Ministerio.", "ar": "وفقا لما أقرته الوزارة.", "ru": "По согласованию с Министерством.", "zh": "经主管部门批准。"}
OTHER = {"fr": ("MISSION PERMANENTE", "{genitive}", "AUPRÈS DES NATIONS UNIES"), "en": ("PERMANENT MISSION OF", "{long}", "TO THE UNITED NATIONS")}
