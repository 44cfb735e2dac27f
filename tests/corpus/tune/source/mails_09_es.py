"""Spanish, second shelf."""

from compose import G, P, T, mail
from mime import fill

mail(86, "guatemala-fecha-numerica", "Mision Guatemala <guatemala@un.int>", "NV-MGONU-0512-2017", "2017-09-06 16:26 -0400", "outlook", "Buenas tardes, adjunto nota verbal.\n",
     G("request", "note_verbale", "es", "GTM", "new_york", "NV-MGONU-0512-2017", "2017-09-05", ["gcm-thematic-6"],
       [T("Silvia Lucrecia Xitumul de Paz", "f", "Subdirectora de Control Migratorio, Dirección General de Migración")], ["numeric date that fits one way", "married name with de"], carrier="pdf"),
     [P("Nota Verbal 512.pdf", "note", "pdf", """
^ MISIÓN PERMANENTE DE GUATEMALA ANTE LAS NACIONES UNIDAS
= 57 Park Avenue, New York, N.Y. 10016
---
> NV-MGONU-0512-2017
> Fecha: 05/09/2017

La Misión Permanente de Guatemala ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional, en ocasión de postular a la Licda. Silvia Lucrecia Xitumul de Paz, Subdirectora de Control Migratorio, Dirección General de Migración, como beneficiaria del Fondo Fiduciario, con miras a su participación en la sexta sesión temática oficiosa sobre "La migración irregular y las vías regulares" (Ginebra, Suiza, 12 y 13 de octubre de 2017).

La Misión Permanente de Guatemala hace propicia la ocasión para reiterar a la Oficina las muestras de su alta consideración y estima.
""", lang="es", font="arial", size=11)])

mail(87, "el-salvador-tres-rondas", "El Salvador ONU <elsalvador@un.int>", "Solicitud de apoyo para rondas", "2018-02-08 11:31 -0500", "exchange", "Se adjunta nota verbal escaneada.\n",
     G("request", "note_verbale", "es", "SLV", "new_york", "MPES-NU-058/2018", "2018-02-07", ["gcm-round-2", "gcm-round-3", "gcm-round-4"],
       [T("Ana Guadalupe Marroquín Escobar", "f", "Directora de Vinculación con Salvadoreños en el Exterior")], ["three events in a list", "scan"], carrier="scan"),
     [P("escaneo0012.pdf", "note", "scan", """
^ MISIÓN PERMANENTE DE EL SALVADOR
^ ANTE LAS NACIONES UNIDAS
---
< MPES-NU-058/2018

La Misión Permanente de El Salvador ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene el honor de solicitar apoyo para el viaje de la Licenciada Ana Guadalupe Marroquín Escobar, Directora de Vinculación con Salvadoreños en el Exterior, quien participará en las siguientes rondas de negociaciones intergubernamentales en Nueva York:

- Segunda ronda: 12 a 15 de marzo de 2018
- Tercera ronda: 3 a 6 de abril de 2018
- Cuarta ronda: 14 a 18 de mayo de 2018

La Misión Permanente de El Salvador ante las Naciones Unidas aprovecha la oportunidad para reiterar a la Oficina las seguridades de su más alta consideración.

> Nueva York, 7 de febrero de 2018
""", lang="es", font="calibri", size=12, producer="Xerox WorkCentre 7845", wear=dict(stamp="MISION DE EL SALVADOR", skew=-1.3, holes=True))])

mail(88, "ecuador-carta", "Ecuador ONU <onuecuador@cancilleria.gob.ec>", "Carta del Representante Permanente", "2017-08-11 19:10 -0400", "zimbra", "Adjunto carta del señor Embajador.\n",
     G("request", "letter", "es", "ECU", "new_york", "4-2-155/2017", "2017-08-11", ["gcm-thematic-5"],
       [T("Byron Patricio Guamán Cevallos", "m", "Subsecretario de la Comunidad Ecuatoriana Migrante, Viceministerio de Movilidad Humana")], ["letter", "date in letterhead"], carrier="pdf"),
     [P("Carta 4-2-155.pdf", "note", "pdf", """
^ Misión Permanente del Ecuador ante las Naciones Unidas
= 866 United Nations Plaza, Room 516, New York
> Nueva York, 11 de agosto de 2017
< Nota 4-2-155/2017

< Señora
< Representante Especial del Secretario General para la Migración Internacional
< Presente.-

De mi consideración:

Me es grato dirigirme a usted para solicitarle que, con cargo al fondo fiduciario, se financie la participación del señor Byron Patricio Guamán Cevallos, Subsecretario de la Comunidad Ecuatoriana Migrante, Viceministerio de Movilidad Humana, en la quinta sesión temática, que tendrá lugar en Viena el 4 y 5 de septiembre próximo.

Aprovecho la oportunidad para reiterarle los sentimientos de mi más alta y distinguida consideración.

= Ximena Izurieta Landázuri
= EMBAJADORA, REPRESENTANTE PERMANENTE
""", lang="es", font="cambria", size=11)])

mail(89, "peru-asistencia", "Mision Peru <onuper@unperu.org>", "Participación del Perú", "2017-10-05 12:15 -0400", "gmail", None,
     G("attendance", "note_verbale", "es", "PER", "new_york", "7-1-M/164", "2017-10-05", ["gcm-thematic-6"], [T("Roxana Elizabeth Huamán Tello", "f", "Directora de Política Migratoria del Ministerio de Relaciones Exteriores")],
       ["announces only", "reference of figures and dashes"], carrier="html"),
     html="""<div dir="ltr"><div style="text-align:center"><b>MISI&Oacute;N PERMANENTE DEL PER&Uacute; ANTE LAS NACIONES UNIDAS</b></div><div><br></div><div>NOTA No. 7-1-M/164</div><div><br></div>
<div>La Misi&oacute;n Permanente del Per&uacute; ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial del Secretario General para la Migraci&oacute;n Internacional y tiene a honra informar que la se&ntilde;ora Roxana Elizabeth Huam&aacute;n Tello, Directora de Pol&iacute;tica Migratoria del Ministerio de Relaciones Exteriores, asistir&aacute; en representaci&oacute;n del Per&uacute; a la sexta sesi&oacute;n tem&aacute;tica en Ginebra.</div><div><br></div>
<div>La Misi&oacute;n Permanente del Per&uacute; hace propicia la ocasi&oacute;n para reiterar a la Oficina las seguridades de su m&aacute;s alta consideraci&oacute;n.</div><div><br></div><div>Nueva York, 5 de octubre de 2017</div></div>""")

mail(90, "cuba-diasporas", "Cuba ONU <cuba_onu@cubanmission.com>", "NV 288", "2017-06-30 13:13 -0400", "thunderbird",
     fill("""
|MISIÓN PERMANENTE DE CUBA ANTE LAS NACIONES UNIDAS
|315 Lexington Avenue, New York, N.Y. 10016

|Nota No. 288/17

La Misión Permanente de Cuba ante las Naciones Unidas saluda a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene el honor de solicitar el pago del pasaje y la dieta de la compañera Maylín Rodríguez Céspedes, funcionaria de la Dirección de Asuntos Consulares y de Cubanos Residentes en el Exterior, para asistir a la cuarta sesión temática oficiosa, dedicada a las contribuciones de los migrantes y las diásporas, los días 24 y 25 de julio de 2017 en Nueva York.

La Misión Permanente de Cuba aprovecha la ocasión para reiterar a la Oficina el testimonio de su consideración.

|Nueva York, 30 de junio de 2017
|"Año 59 de la Revolución"
"""), G("request", "note_verbale", "es", "CUB", "new_york", "288/17", "2017-06-30", ["gcm-thematic-4"],
       [T("Maylín Rodríguez Céspedes", "f", "funcionaria de la Dirección de Asuntos Consulares y de Cubanos Residentes en el Exterior")], ["compañera", "year of the revolution"]), charset="utf-8", cte="8bit")

mail(91, "venezuela-retiro", "Misión Venezuela <misionvene.onu@yahoo.com>", "Nota", "2017-08-24 15:00 -0400", "yahoo", "",
     G("withdrawal", "note_verbale", "es", "VEN", "new_york", "II.2.V8.D1-00977", "2017-08-23", ["gcm-thematic-5"],
       [T("Johan Alexánder Colmenares Rivas", "m", "Director de Migración y Zonas Fronterizas")], ["withdrawal scanned", "long State name"], carrier="scan"),
     [P("NOTA_00977.pdf", "note", "scan", """
^ REPÚBLICA BOLIVARIANA DE VENEZUELA
^ Misión Permanente ante las Naciones Unidas
= 335 East 46th Street, New York
< II.2.V8.D1-00977

La Misión Permanente de la República Bolivariana de Venezuela ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional en la ocasión de informarle que el ciudadano Johan Alexánder Colmenares Rivas, Director de Migración y Zonas Fronterizas, cuya candidatura al apoyo de viaje para la quinta sesión temática oficiosa (Viena, 4 y 5 de septiembre de 2017) fuera presentada mediante nota II.2.V8.D1-00941 del 14 de agosto de 2017, no podrá viajar, por lo que se solicita dejar sin efecto dicha candidatura.

La Misión Permanente de la República Bolivariana de Venezuela hace propicia la ocasión para reiterar a la Oficina las seguridades de su alta estima y consideración.

> Nueva York, 23 de agosto de 2017
""", lang="es", font="times", size=12, wear=dict(stamp="MISION PERMANENTE VENEZUELA"))])

mail(92, "colombia-consulta", "Laura Consuelo Bedoya <l.bedoya@colombiaun.example.org>", "Pregunta sobre requisitos", "2017-11-01 17:45 -0400", "outlook",
     """Estimados colegas del fondo:

La Misión Permanente de Colombia ante las Naciones Unidas desea saber si
un funcionario de Migración Colombia que ya recibió apoyo para la sesión
de Ginebra de octubre puede ser postulado otra vez para la reunión de
balance de Puerto Vallarta, y si existe un formulario.

Muchas gracias,

Laura Consuelo Bedoya
Primera Secretaria
""", G("enquiry", "message", "es", "COL", "new_york", None, None, ["gcm-stocktaking"], [], ["unlabelled 8 bit", "an earlier session named"]), charset="windows-1252", cte="8bit", label="")

mail(93, "costa-rica-respuesta-intercalada", "Misión Costa Rica <misioncr@un.int>", "RE: Su nota ECR-2018-044", "2018-02-15 10:37 -0500", "gmail",
     """Estimado equipo, respondo debajo de cada punto.

> 1. Su nota ECR-2018-044 del 2 de febrero de 2018 nombra a dos personas
>    (señora Irene Chaves Montero, señor Esteban Solano Ulate) para la
>    segunda ronda de negociaciones, 12 a 15 de marzo de 2018. ¿A cuál de
>    ellas prefiere la Misión?

Preferimos a la señora Irene Chaves Montero; retiramos al otro candidato.

> 2. ¿Puede indicarnos la ciudad de salida?

San José.

Saludos cordiales,
Misión Permanente de Costa Rica ante las Naciones Unidas
""", G("amendment", "message", "es", "CRI", "new_york", None, None, ["gcm-round-2"], [T("Irene Chaves Montero", "f")], ["answers between the quoted lines", "quoted reference and date"]))

mail(94, "uruguay-candidatura", "Mision Uruguay <urudeleg@urudeleg.org>", "Candidatura", "2018-01-18 14:25 -0500", "outlook",
     fill("""
|MISIÓN PERMANENTE DEL URUGUAY ANTE LAS NACIONES UNIDAS

|N.V. 07/2018

La Misión Permanente de la República Oriental del Uruguay ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene el honor de informarle que el Gobierno del Uruguay presenta la candidatura del profesor Aníbal Etcheverry Lacalle a la Comisión de Cuotas. Se agradecería su difusión entre las oficinas competentes.

La Misión Permanente de la República Oriental del Uruguay aprovecha la oportunidad para reiterarle las seguridades de su más alta consideración.

|Nueva York, 18 de enero de 2018
"""), G("other", "note_verbale", "es", "URY", "new_york", "07/2018", "2018-01-18", [], [], ["a note verbale about an election", "a candidate who is no traveller"]), charset="iso-8859-1", cte="quoted-printable")

mail(95, "panama-rtf", "Panama ONU <emb@panama-un.org>", "Nota verbal MPPNU", "2017-10-24 12:59 -0400", "express", "Adjunto.\n",
     G("request", "note_verbale", "es", "PAN", "new_york", "MPPNU/391/17/NV", "2017-10-23", ["gcm-stocktaking"],
       [T("Itzel Maribel Rangel Him", "f", "Jefa de Asuntos Migratorios del Servicio Nacional de Migración")], ["RTF with code page escapes", "event by dates"], carrier="rtf"),
     [P("nota verbal.rtf", "note", "rtf", """
^ REPÚBLICA DE PANAMÁ
= Misión Permanente ante las Naciones Unidas
< MPPNU/391/17/NV

La Misión Permanente de Panamá ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene el honor de solicitar la asistencia del Fondo para la señora Itzel Maribel Rangel Him, Jefa de Asuntos Migratorios del Servicio Nacional de Migración, quien representará a la República de Panamá en la reunión que se efectuará en México del 4 al 6 de diciembre de 2017 en el marco del proceso preparatorio del pacto mundial.

La Misión Permanente de Panamá aprovecha la oportunidad para reiterar a la Oficina las seguridades de su más distinguida consideración.

> Nueva York, 23 de octubre de 2017
""", font="arial", size=11)])

mail(96, "espana-aportacion", "REP ESPAÑA ONU <rep.nuevayorkonu@maec.es>", "Nota verbal 212/2017", "2017-12-05 17:17 -0500", "notes",
     fill("""
|REPRESENTACIÓN PERMANENTE DE ESPAÑA ANTE LAS NACIONES UNIDAS

|Nº 212/2017 MT/gl

La Representación Permanente de España ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y se complace en comunicarle que el Consejo de Ministros ha autorizado una aportación voluntaria de 30.000 euros al fondo fiduciario creado en virtud de la resolución 71/280. Se ruega la remisión de los datos bancarios y del acuerdo administrativo estándar.

La Representación Permanente de España aprovecha esta oportunidad para reiterarle el testimonio de su más alta consideración.

|Nueva York, a 5 de diciembre de 2017
"""), G("contribution", "note_verbale", "es", "ESP", "new_york", "212/2017 MT/gl", "2017-12-05", [], [], ["reference with typist's initials"]), charset="iso-8859-15", cte="8bit")

mail(97, "chile-winmail", "Mision Chile <chile.un@minrel.gob.cl>", "N.V. 340/2017", "2017-08-16 09:29 -0400", "exchange", "Adjunto nota verbal.\n",
     G("amendment", "note_verbale", "es", "CHL", "new_york", "340/2017", "2017-08-16", ["gcm-thematic-5"],
       [T("Pía Antonia Riquelme Echazarreta", "f", "Fiscal Adjunta de la Unidad de Trata, Ministerio Público")], ["note in winmail.dat", "replacement"], carrier="tnef"),
     [P("winmail.dat", "note", "tnef", "Adjunto nota verbal.\n", inner=[P("NV 340.pdf", "note", "pdf", """
^ Misión Permanente de Chile ante las Naciones Unidas
< N.V. 340/2017

La Misión Permanente de Chile ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y, con relación a su N.V. 322/2017, comunica que en reemplazo del señor Julio Ignacio Bustamante Oyarzún viajará a la sesión de Viena la señora Pía Antonia Riquelme Echazarreta, Fiscal Adjunta de la Unidad de Trata, Ministerio Público.

La Misión Permanente de Chile hace propicia esta ocasión para reiterar a la Oficina las seguridades de su más alta y distinguida consideración.

> Nueva York, 16 de agosto de 2017
""", lang="es", font="verdana", size=10)])])

mail(98, "respuesta-automatica", "Prensa Andina Digital <noreply@prensa-digital.example.com>", "Hemos recibido su mensaje", "2017-09-12 01:00 -0500", "none",
     "Este es un mensaje generado automáticamente. Hemos recibido su correo y le responderemos en un plazo de 48 horas hábiles. Por favor no responda a esta dirección.\n\nCaso n.º 55120\n",
     G("automatic", "message", "es", None, None, None, None, [], [], ["ticket system"], ["Auto-Submitted"]), charset="utf-8", cte="quoted-printable",
     extra=[("Auto-Submitted", "auto-replied")])
