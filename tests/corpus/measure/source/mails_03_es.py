"""Spanish."""
from .post import *  # noqa: F403

mail("istmo-nota", "2017-08-09T11:08:00-04:00", ("Misión Honduras ONU", "info@hondurasun.example.hn"), "Nota 158",
     g("request", "note_verbale", "es", "HND", "new_york", "158-DGAA-MHONU-2017", "2017-08-08", ["gcm-thematic-5"], [("Lesly Xiomara Cáceres Tábora", "f", "Fiscal Especial contra la Trata de Personas")]),
     "pdf", ["fecha en palabras"], mua="outlook", text="Estimados:\n\nSe remite la nota de referencia, con ruego de acuse de recibo.\n\nAtentamente,\nCancillería\n",
     papers=[P("Nota 158 fondo fiduciario.pdf", "note", lo("pdf", """
^ **Misión Permanente de Honduras ante las Naciones Unidas**
^ Nueva York

! 158-DGAA-MHONU-2017

La Misión Permanente de la República de Honduras ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional en ocasión de solicitar, al amparo del fondo fiduciario voluntario, el financiamiento de boleto aéreo y viáticos para la Licenciada Lesly Xiomara Cáceres Tábora, Fiscal Especial contra la Trata de Personas, quien ha sido designada para participar en la sesión temática de Viena.

La señora Cáceres viajaría desde Tegucigalpa el 2 de septiembre y retornaría el 6 del mismo mes.

La Misión Permanente de la República de Honduras ante las Naciones Unidas hace propicia la ocasión para reiterar a la Oficina las muestras de su más alta y distinguida consideración.

> Nueva York, ocho de agosto de dos mil diecisiete
""", "sans"))])

mail("altiplano-scan", "2017-09-20T17:22:00-04:00", ("Bolivia ONU", "missionboliviaun@gmail.com"), "Nota Verbal MPB",
     g("request", "note_verbale", "es", "BOL", "new_york", "MPB-ONU-NV-0412/2017", "2017-09-19", ["gcm-thematic-6"], [("Wilfredo Mamani Choquehuanca Quispe", "m", "Director General de Empleo")]),
     "scan", ["Estado Plurinacional", "sello sobre el texto"], mua="gmail", html=True, text="Adjunto nota verbal.\n",
     papers=[P("MPB-NV-0412.pdf", "note", scanpdf("""
! ESTADO PLURINACIONAL DE BOLIVIA
. Misión Permanente ante las Naciones Unidas

^ NOTA VERBAL
> MPB-ONU-NV-0412/2017

La Misión Permanente del Estado Plurinacional de Bolivia ante la Organización de las Naciones Unidas presenta sus atentos saludos a la Oficina de la Representante Especial para la Migración Internacional.

En el marco de la ciudadanía universal que propugna el Estado Plurinacional, tiene a bien postular al señor Wilfredo Mamani Choquehuanca Quispe, Director General de Empleo, para que asista, con cargo al fondo voluntario, a la sexta sesión temática (Ginebra, 12 y 13 de octubre de 2017), dedicada a la migración irregular y las vías regulares.

La Misión Permanente del Estado Plurinacional de Bolivia ante la Organización de las Naciones Unidas se vale de la oportunidad para reiterar a esa Oficina las seguridades de su consideración más distinguida.

> Nueva York, 19 de septiembre de 2017

< A la\\
OFICINA DE LA REPRESENTANTE ESPECIAL\\
Presente.-
""", "plain", seed=61, stamped="ESTADO PLURINACIONAL", at=(.42, .44), initialled=(.62, .50)))])

mail("guinea-ecuatorial", "2017-05-25T10:00:00-04:00", ("Misión GE", "equatorialguineamission@yahoo.example.es"), "Solicitud tercera sesión",
     g("request", "note_verbale", "es", "GNQ", "new_york", "0093/RGE/17", "2017-05-24", ["gcm-thematic-3"], [("Bienvenido Esono Mba Nchama", "m", "Director General de Fronteras")]),
     "docx", ["Guinea Ecuatorial", "Gabón y Camerún nombrados"], mua="yahoo", html=True, text="Adjunta.\n",
     papers=[P("NOTA 0093.docx", "note", lo("docx", """
La Misión Permanente de la República de Guinea Ecuatorial ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial y, en vista de los trabajos de Ginebra del próximo mes sobre la gobernanza de la migración en todas sus dimensiones (19-20 de junio), se permite solicitar un pasaje y las dietas correspondientes en favor de D. Bienvenido Esono Mba Nchama, Director General de Fronteras.

El interesado ha conducido las conversaciones sobre libre circulación con las Repúblicas del Gabón y del Camerún.

La Misión Permanente de la República de Guinea Ecuatorial reitera a la Oficina, con este motivo, el testimonio de su distinguida consideración.

Nueva York, 24 de mayo de 2017
""", "arial", header="! REPÚBLICA DE GUINEA ECUATORIAL\n. Unidad, Paz y Justicia\n> Núm. 0093/RGE/17"))])

mail("quisqueya", "2017-07-06T13:30:00-04:00", ("Misión RD", "drun@mision-rd.example.do"), "MPRD 1120",
     g("request", "note_verbale", "es", "DOM", "new_york", "MPRD-NU-1120-17", "2017-07-06", ["gcm-thematic-4"], [("Altagracia Yokasta Rosario de los Santos", "f", "Viceministra para las Comunidades en el Exterior")]),
     "text", ["República Dominicana, no Dominica", "quoted-printable latin1"], mua="horde", charset="iso-8859-1", cte="quoted-printable", text="""MPRD-NU-1120-17

La Misión Permanente de la República Dominicana ante las Naciones Unidas saluda muy cordialmente a la Oficina de la Representante Especial del Secretario General sobre Migración, y tiene a honra poner en su conocimiento que la señora Altagracia Yokasta Rosario de los Santos, Viceministra para las Comunidades en el Exterior, desea tomar parte en el encuentro sobre las contribuciones de los migrantes y las diásporas convocado para los días 24 y 25 del mes en curso.

Dado que el Viceministerio no dispone de partida para ello, se ruega considerar la cobertura por el fondo fiduciario.

La Misión aprovecha la oportunidad para renovar a la Oficina el testimonio de su alta estima.

Nueva York, N.Y.
6 de julio de 2017
""")

mail("cono-retiro", "2017-11-22T15:02:00-05:00", ("Misión Paraguay", "paraguay@missionpy.example.py"), "Desistimiento",
     g("withdrawal", "note_verbale", "es", "PRY", "new_york", "ONU/NV/377/2017", "2017-11-21", ["gcm-stocktaking"], [("Rosalba Benítez Ayala", "f", "Directora de Repatriados y Refugiados Connacionales")]),
     "text", ["retiro, remite a nota anterior"], mua="zimbra", charset="utf-8", text="""MISIÓN PERMANENTE DEL PARAGUAY ANTE LAS NACIONES UNIDAS

ONU/NV/377/2017

La Misión Permanente de la República del Paraguay ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial y cumple en llevar a su conocimiento que queda sin efecto la candidatura de Rosalba Benítez Ayala, Directora de Repatriados y Refugiados Connacionales, elevada mediante nota ONU/NV/351/2017 del 30 de octubre pasado para la reunión preparatoria de balance en Puerto Vallarta, toda vez que la misma ha sido convocada por el Congreso Nacional para esas fechas.

La Misión agradece el apoyo ofrecido y hace propicia la ocasión para reiterar las seguridades de su más distinguida consideración.

Nueva York, 21 de noviembre de 2017.-
""")

mail("iberia-nota", "2017-12-05T10:44:00-05:00", ("Rep. Perm. España", "rep.nuevayorkonu@maec.example.es"), "NV 188 contribución",
     g("contribution", "note_verbale", "es", "ESP", "new_york", "188/SP/tr", "2017-12-04", [], []),
     "pdf", ["consulta sobre contribución"], mua="exchange", text="Se adjunta nota verbal.\n\nEste mensaje y sus anexos son confidenciales. Si lo ha recibido por error, bórrelo.\n",
     papers=[P("NV188.pdf", "note", pdf("""
> Nueva York, 4 de diciembre de 2017

N/Ref.: 188/SP/tr

La Representación Permanente de España ante las Naciones Unidas saluda atentamente a la Representante Especial del Secretario General para la Migración Internacional y tiene el honor de comunicar que la Agencia competente estudia realizar, con cargo al ejercicio de 2018, una aportación de 100.000 euros al fondo fiduciario voluntario destinado a facilitar la presencia de los países menos adelantados. Agradecería recibir el acuerdo administrativo estándar y conocer si cabe abonarla en dos plazos.

La Representación Permanente de España ante las Naciones Unidas aprovecha la ocasión para reiterar a la Representante Especial el testimonio de su más alta consideración.
""", "garamond"))])

mail("dos-rondas", "2018-02-08T09:59:00-05:00", ("Nicaragua Misión", "nicaraguaun@mision.example.ni"), "Rondas",
     g("request", "note_verbale", "es", "NIC", "new_york", "MINIC-NU-036-02-2018", "2018-02-07", ["gcm-round-2", "gcm-round-4"], [("Yader Antonio Sandigo Matus", "m", "Director de Asuntos Consulares")]),
     "pdf", ["dos rondas por ordinal", "tabla"], mua="outlook", text="Adjunta sírvanse encontrar.\n",
     papers=[P("036.pdf", "note", pdf("""
^ **2018: ¡Aquí nos ilumina un sol que no declina!**
. MINIC-NU-036-02-2018

La Misión Permanente de la República de Nicaragua ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial para la Migración y adjunta en el cuadro los datos de la solicitud de apoyo:

| Participante | Yader Antonio Sandigo Matus (Sr.) |
| Cargo | Director de Asuntos Consulares |
| Ronda segunda | 12 a 15 de marzo |
| Ronda cuarta | 14 a 18 de mayo |
| Rubros | Boleto Managua-Nueva York-Managua y viático |

La Misión Permanente de la República de Nicaragua hace propicia la oportunidad para reiterar las muestras de su consideración.

> Siete de febrero de 2018
""", "cousine"))])

mail("andes-suplente", "2018-01-29T18:36:00-05:00", ("ONU Perú", "onuper@misionperu.example.pe"), "Nota 7-1-M/018",
     g("request", "note_verbale", "es", "PER", "new_york", "7-1-M/018", "2018-01-29", ["gcm-round-1"], [("Ximena Velarde Huamán", "f", "Subdirectora de Protección a las Comunidades Nacionales")]),
     "scan", ["alterno que paga su viaje", "referencia con barra"], mua="exchange", text="Se remite Nota.\n",
     papers=[P("7-1-M-018.pdf", "note", scanpdf("""
> 7-1-M/018

La Misión Permanente del Perú ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial para la Migración Internacional y tiene el agrado de referirse a la primera ronda de negociaciones intergubernamentales del Pacto Mundial (20, 22 y 23 de febrero).

Sobre el particular, solicita que el fondo cubra la participación de la señora Ximena Velarde Huamán, Subdirectora de Protección a las Comunidades Nacionales.

Asistirá igualmente, como delegado alterno y con sus propios recursos, el señor Gonzalo Arbulú Tenorio, de la Superintendencia Nacional de Migraciones; para él no se requiere apoyo alguno.

La Misión Permanente del Perú aprovecha la oportunidad para reiterar a la Oficina las seguridades de su mayor consideración.

< Nueva York, 29 de enero de 2018
""", "tinos", seed=67, skew=-1.2, stamped="MISION PERMANENTE DEL PERU", at=(.40, .56), initialled=(.25, .66)))])

mail("caribe-abrupto", "2017-08-17T20:20:00-04:00", ("Yanet", "yanet.cu@correo.example.cu"), "viena",
     g("enquiry", "message", "es", "CUB", "new_york", None, None, ["gcm-thematic-5"], []),
     "html", ["correo breve"], mua="outlook", text="Buenas noches, ¿nos pueden confirmar si el plazo para Viena vence mañana 18 a medianoche de Nueva York o antes? Estamos esperando la firma.\n\nYanet\nMisión Permanente de Cuba ante la ONU, Nueva York\n", html=True)

mail("rio-asistencia", "2017-11-28T11:50:00-05:00", ("Uruguay ONU", "urudeleg@mrree.example.uy"), "Delegación Puerto Vallarta",
     g("attendance", "note_verbale", "es", "URY", "new_york", "NV 214/17", "2017-11-27", ["gcm-stocktaking"], [("Inés Larrañaga Bonomi", "f", "Directora General para Asuntos Consulares y Vinculación"), ("Martín Etcheverry", "m", "Segundo Secretario, Embajada en México")]),
     "text", ["solo anuncia asistencia", "gastos propios"], mua="thunderbird", cte="flowed", text="""NV 214/17

La Misión Permanente del Uruguay ante las Naciones Unidas saluda a la Oficina de la Representante Especial y participa que integrarán su delegación a la reunión de Puerto Vallarta la Emb. Sra. Inés Larrañaga Bonomi, Directora General para Asuntos Consulares y Vinculación, y el Sr. Martín Etcheverry, Segundo Secretario, Embajada en México.

Uruguay sufragará los gastos de ambos.

La Misión Permanente del Uruguay reitera a la Oficina su más alta consideración.

Nueva York, 27 de noviembre de 2017
""")

mail("cambio-quito", "2018-02-01T16:00:00-05:00", ("Misión Ecuador", "ecuador@un.int"), "ALCANCE A NOTA",
     g("amendment", "note_verbale", "es", "ECU", "new_york", "4-2-021/2018", "2018-02-01", ["gcm-round-1"], [("Segundo Toaquiza Pilatasig", "m", "Subsecretario de Movilidad Humana, Encargado")]),
     "pdf", ["sustitución", "Segundo es nombre", "Colombia nombrada"], mua="zimbra", text="Alcance a la nota anterior, adjunto.\n",
     papers=[P("4-2-021-2018.pdf", "note", pdf("""
^ MISIÓN PERMANENTE DEL ECUADOR ANTE LAS NACIONES UNIDAS

> Nota No. 4-2-021/2018

La Misión Permanente del Ecuador ante las Naciones Unidas saluda a la Oficina de la Representante Especial y, en alcance a la Nota No. 4-2-015/2018 del 25 de enero, solicita que, en lugar del doctor Hernán Paredes Cueva, se tenga como beneficiario del apoyo para la primera ronda de negociaciones al señor Segundo Toaquiza Pilatasig, Subsecretario de Movilidad Humana, Encargado, quien se desempeñaba como Cónsul en Ipiales, Colombia.

Los demás términos de la solicitud se mantienen.

La Misión Permanente del Ecuador aprovecha la oportunidad para renovar a la Oficina las seguridades de su alta consideración.

> Nueva York, 1 de febrero de 2018
""", "noto"))])

mail("embajada-viena", "2017-08-10T16:05:00+02:00", ("Embajada Guatemala en Austria", "embaustria@minex.example.gt"), "Nota a SRSG",
     g("request", "note_verbale", "es", "GTM", "vienna", "NVAUT/118/17", "2017-08-10", ["gcm-thematic-5"], [("Mynor Estuardo Xicay Boch", "m", "Director de Control Migratorio")]),
     "pdf", ["misión en Viena como emisora"], mua="exchange", text="Buenos días, favor ver adjunto.\n",
     papers=[P("NVAUT 118.pdf", "note", lo("pdf", """
La Misión Permanente de Guatemala ante los Organismos Internacionales con sede en Viena saluda atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional en Nueva York y, por instrucciones superiores, solicita apoyo del fondo para el señor Mynor Estuardo Xicay Boch, Director de Control Migratorio, que intervendrá en la quinta sesión temática, a celebrarse en esta ciudad el 4 y 5 de septiembre próximo.

La Misión Permanente de Guatemala aprovecha la oportunidad para reiterar a la Oficina las muestras de su consideración.

! NVAUT/118/17
< Viena, 10 de agosto de 2017
""", "tinos", header="~ Misión Permanente de Guatemala · Viena, Austria"))])

mail("panama-cuerpo-contradice", "2017-10-24T12:00:00-04:00", ("Panamá", "emb@panama-un.example.pa"), "Nota 2 candidatos?",
     g("request", "note_verbale", "es", "PAN", "new_york", "MPP-NU-NV-290-17", "2017-10-23", ["gcm-stocktaking"], [("Dayanara Berrocal Ábrego", "f", "Secretaria General del Servicio Nacional de Migración")]),
     "docx", ["cuerpo repite con menos datos"], mua="outlook", text="Estimados, va la nota a favor de la Lcda. Berrocal para México en diciembre. Mañana mandamos copia del pasaporte.\n\nSaludos\n",
     papers=[P("NV-290.docx", "note", lo("docx", """
! MPP-NU-NV-290-17

La Misión Permanente de Panamá ante las Naciones Unidas tiene el honor de dirigirse a la Oficina de la Representante Especial, con ocasión de la reunión preparatoria (balance) del 4 al 6 de diciembre, para manifestar el interés de que la Licda. Dayanara Berrocal Ábrego, Secretaria General del Servicio Nacional de Migración, concurra con el auspicio del fondo voluntario.

Ella atendió durante 2016 la crisis de migrantes varados en la frontera con Costa Rica.

Válese la Misión de la oportunidad para expresar las seguridades de su más alta consideración.

Nueva York, 23 de octubre de 2017
""", "plain", header="^ REPÚBLICA DE PANAMÁ\n~ Misión Permanente ante las Naciones Unidas", footer="~ 866 United Nations Plaza, Suite 4030 · (212) 421-5420"))])

mail("spam-viajes", "2017-09-12T03:14:00-04:00", ("Viajes Corporativos", "ofertas@viajes-premium.example.com"), "Tarifas especiales para delegaciones: Viena, Ginebra, Nueva York",
     g("other", "message", "es", None, None, None, None, [], [], ["List-Unsubscribe"]),
     "html", ["publicidad que nombra ciudades"], mua=None, alternative=False, text="-", html="<p>¡Hoteles con 40&nbsp;% de descuento para delegados! Reserve ya su traslado al aeropuerto.</p><p><a href='http://viajes-premium.example.com/baja'>Darse de baja</a></p>", extra=["List-Unsubscribe: <http://viajes-premium.example.com/baja>"])

mail("carta-canciller", "2017-09-08T14:33:00-05:00", ("Relaciones Exteriores El Salvador", "despacho@rree.example.sv"), "Carta del señor Ministro",
     g("request", "letter", "es", "SLV", "capital", "MRREE/DM/0588", "2017-09-07", ["gcm-thematic-6"], [("Marisol Echegoyén de Funes", "f", "Viceministra para los Salvadoreños en el Exterior")]),
     "scan", ["carta del ministro", "apellido de casada"], mua="lotus", text="Carta para la Sra. Representante Especial.\n",
     papers=[P("carta.pdf", "note", scanpdf("""
! MINISTERIO DE RELACIONES EXTERIORES\\
REPÚBLICA DE EL SALVADOR, C.A.

> Antiguo Cuscatlán, 7 de septiembre de 2017
< MRREE/DM/0588

Excelencia:

Tengo el honor de dirigirme a Vuestra Excelencia para expresarle el firme compromiso de mi Gobierno con las vías regulares de migración y el trabajo decente, materias que ocuparán la sesión de Ginebra del mes entrante.

En tal virtud, mucho agradecería que el Fondo Voluntario sufragara la participación de la señora Marisol Echegoyén de Funes, Viceministra para los Salvadoreños en el Exterior, quien hablará también de los compatriotas amparados por el TPS en los Estados Unidos de América.

Hago propicia la ocasión para presentar a Vuestra Excelencia las muestras de mi más alta consideración y estima.

^ (firma)
^ Ministro de Relaciones Exteriores
""", "garamond", seed=71, skew=1.5, stamped="MINISTERIO DE RELACIONES", at=(.30, .60), initialled=(.50, .66)))])

mail("costarica-form", "2018-01-17T19:05:00-05:00", ("contacto CR", "contact@missioncr.example.cr"), "Fwd: Solicitud",
     g("request", "note_verbale", "es", "CRI", "new_york", "ECR-NV-008-2018", "2018-01-16", ["gcm-zero-draft"], [("Keylor Josué Brenes Monge", "m", "Subdirector de Integración y Desarrollo Humano")]),
     "forward", ["reenviado dentro del texto"], mua="outlook", text="""Reenvío por si no llegó ayer.

________________________________
De: Nota Costa Rica
Enviado: martes, 16 de enero de 2018 18:10
Para: GCmigration@un.org
Asunto: Solicitud

ECR-NV-008-2018

La Misión Permanente de Costa Rica ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial para la Migración Internacional y le solicita valorar el financiamiento del señor Keylor Josué Brenes Monge, Subdirector de Integración y Desarrollo Humano, en la presentación del borrador preliminar del Pacto, el 5 de febrero próximo, en la sede de las Naciones Unidas.

La Misión Permanente de Costa Rica reitera a la Oficina las muestras de su consideración más distinguida.

Nueva York, 16 de enero de 2018
""")

mail("vzla-smime", "2017-08-15T13:10:00-04:00", ("Misión Venezuela", "misionvenezuela@venun.example.ve"), "Nota 0711 (firmada)",
     g("request", "note_verbale", "es", "VEN", "new_york", "II.2.N6.E1.0711", "2017-08-14", ["gcm-thematic-5"], [("Yuleidys Coromoto Arteaga", "f", "Directora Nacional de Migración y Zonas Fronterizas")]),
     "smime", ["firma opaca"], mua="outlook", sign=True, text="""II.2.N6.E1.0711

La Misión Permanente de la República Bolivariana de Venezuela ante las Naciones Unidas saluda a la Oficina de la Representante Especial y se complace en proponer a la ciudadana Yuleidys Coromoto Arteaga, Directora Nacional de Migración y Zonas Fronterizas, como beneficiaria del fondo para concurrir a la sesión temática sobre el tráfico ilícito de migrantes y la trata de personas los días 4 y 5 de septiembre en Viena.

La Misión Permanente de la República Bolivariana de Venezuela ante las Naciones Unidas aprovecha la ocasión para expresar las seguridades de su consideración.

Nueva York, 14 de agosto de 2017
""")

mail("chile-pidegracias", "2017-12-19T12:12:00-05:00", ("Delegación Chile", "chile.un@minrel.example.cl"), "Agradecimiento",
     g("other", "letter", "es", "CHL", "new_york", None, "2017-12-18", [], []),
     "pdf", ["agradece, no pide"], mua="exchange", text="Carta adjunta.\n",
     papers=[P("carta.pdf", "note", pdf("""
> Nueva York, 18 de diciembre de 2017

Estimada Representante Especial:

En vísperas del fin de año le agradezco la cordial acogida que su equipo ha dispensado a la Misión de Chile y la claridad de sus informes. Le deseo, a usted y a los suyos, felices fiestas.

Reciba mi saludo más cordial,

> Representante Permanente Alterno de Chile
""", "sans"))])

mail("col-odt", "2017-06-23T15:40:00-04:00", ("DELONU Colombia", "delonu@cancilleria.example.co"), "S-DONU-17-049",
     g("request", "note_verbale", "es", "COL", "new_york", "S-DONU-17-049", "2017-06-22", ["gcm-thematic-4"], [("Javier Darío Higuera del Castillo", "m", "Coordinador del programa Colombia Nos Une")]),
     "odt", ["sin membrete", "partícula"], mua="zimbra", text="Adjunto para su amable trámite.\n",
     papers=[P("S-DONU-17-049.odt", "note", lo("odt", """
S-DONU-17-049

La Misión Permanente de Colombia ante las Naciones Unidas saluda de manera atenta a la Oficina de la Representante Especial para la Migración Internacional – Fondo Fiduciario Voluntario – con el fin de solicitar que se contemple el otorgamiento de tiquete aéreo y subsistencia al Sr. Javier Darío Higuera del Castillo, Coordinador del programa Colombia Nos Une, ponente en el panel relativo a remesas y portabilidad de prestaciones de la cuarta sesión temática, 24-25 de julio.

La Misión Permanente de Colombia ante las Naciones Unidas se vale de la ocasión para reiterar las seguridades de su más alta y distinguida consideración.

Nueva York, 22 de junio de 2017
""", "arial"))])
