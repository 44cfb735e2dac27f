"""Spanish, first shelf."""

from compose import G, P, T, mail
from mime import fill

DOM = """
^ República Dominicana
^ Misión Permanente ante las Naciones Unidas
= 144 East 44th Street, 4th Floor, New York, N.Y. 10017
---
< MPRD-ONU-734-17

La Misión Permanente de la República Dominicana ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene el honor de solicitar el apoyo del Fondo Fiduciario de Contribuciones Voluntarias para la participación de la señora **Yocasta Altagracia Peguero de los Santos**, Subdirectora General de Migración, en la reunión preparatoria de balance que se celebrará en Puerto Vallarta, Jalisco, México, del 4 al 6 de diciembre de 2017.

La Misión Permanente de la República Dominicana ante las Naciones Unidas aprovecha la oportunidad para reiterar a la Oficina de la Representante Especial las seguridades de su más alta y distinguida consideración.

> Nueva York, 25 de octubre de 2017

< A la Oficina de la Representante Especial del Secretario General
< para la Migración Internacional
< Nueva York.-
"""
mail(24, "dominicana-balance", "Misión RD ONU <drun@un.int>", "Nota verbal MPRD-ONU-734-17", "2017-10-25 16:40 -0400", "gmail",
     "Estimados señores:\n\nAdjunto sírvanse encontrar la nota verbal de referencia.\n\nSaludos cordiales,\n",
     G("request", "note_verbale", "es", "DOM", "new_york", "MPRD-ONU-734-17", "2017-10-25", ["gcm-stocktaking"],
       [T("Yocasta Altagracia Peguero de los Santos", "f", "Subdirectora General de Migración")], ["Dominican Republic", "host State named"], carrier="scan"),
     [P("Nota 734.pdf", "note", "scan", DOM, lang="es", font="calibri", wear=dict(stamp="MISION PERMANENTE R.D.", skew=1.7))])

mail(25, "guinea-ecuatorial-ginebra", "Mision Guinea Ecuatorial <equatorialguineamission@yahoo.com>", "NOTA VERBAL", "2017-05-26 13:20 -0400", "yahoo",
     fill("""
|REPUBLICA DE GUINEA ECUATORIAL
|MISION PERMANENTE ANTE LAS NACIONES UNIDAS
|NUEVA YORK

|Núm. 219/017

La Misión Permanente de la República de Guinea Ecuatorial ante las Naciones Unidas presenta sus atentos saludos a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene a bien comunicarle que, a los efectos de participar en la Tercera Sesión Temática Oficiosa, a celebrarse en Ginebra los días 19 y 20 de junio del año en curso, el Gobierno ha designado al Señor DON PLÁCIDO NDONG ELÁ AVOMO, Comisario General de Migraciones y Fronteras, Ministerio de Seguridad Nacional, para quien se ruega la asistencia financiera prevista (billete de avión Malabo-Ginebra-Malabo y dietas).

La Misión Permanente aprovecha esta ocasión para reiterar a la Oficina de la Representante Especial el testimonio de su más alta consideración.

|Nueva York, a 24 de mayo de 2017

|POR UNA GUINEA MEJOR
"""), G("request", "note_verbale", "es", "GNQ", "new_york", "219/017", "2017-05-24", ["gcm-thematic-3"],
       [T("PLÁCIDO NDONG ELÁ AVOMO", "m", "Comisario General de Migraciones y Fronteras, Ministerio de Seguridad Nacional")], ["a Guinea", "name in capitals after Don", "del año en curso"]),
     charset="iso-8859-1", cte="quoted-printable")

mail(26, "bolivia-vpl-anuncio", "Bolivia ONU <missionboliviaun@gmail.com>", "Delegación de Bolivia", "2017-11-23 18:02 -0500", "gmail", "Se adjunta nota.\n",
     G("attendance", "note_verbale", "es", "BOL", "new_york", "MPB-ONU-NV-330/2017", "2017-11-22", ["gcm-stocktaking"],
       [T("Wilma Choquehuanca Mamani", "f", "Directora General de Migración"), T("Ramiro Ticona Quispe", "m", "Primer Secretario de la Misión Permanente")],
       ["announcement with a delegation list"], carrier="docx"),
     [P("MPB-ONU-NV-330-2017.docx", "note", "docx", """
^ ESTADO PLURINACIONAL DE BOLIVIA
= Misión Permanente ante la Organización de las Naciones Unidas
< MPB-ONU-NV-330/2017

La Misión Permanente del Estado Plurinacional de Bolivia ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene a bien comunicar la composición de la delegación boliviana que asistirá a la reunión preparatoria de balance (Puerto Vallarta, 4 al 6 de diciembre):

- Sra. Wilma Choquehuanca Mamani, Directora General de Migración
- Sr. Ramiro Ticona Quispe, Primer Secretario de la Misión Permanente

Los gastos de ambos delegados serán cubiertos por el Estado boliviano.

La Misión Permanente del Estado Plurinacional de Bolivia hace propicia la ocasión para reiterar a la Oficina de la Representante Especial las seguridades de su consideración distinguida.

> Nueva York, 22 de noviembre de 2017
""", lang="es", head="“Mar para Bolivia, por un derecho legítimo”", font="arial", size=11)])

mail(27, "honduras-consulta", "Mision de Honduras <honduras_un@hotmail.com>", "Consulta sobre plazo", "2018-01-31 09:15 -0500", "hotmail",
     """Buenos días:

Acabamos de recibir la carta de los cofacilitadores del 30 de enero. El
plazo de 21 días para la primera ronda de negociaciones (20 de febrero)
vencía justamente ayer. ¿Podrían indicarnos si todavía se aceptan
solicitudes para esa ronda y, de no ser así, cuál sería la fecha límite
para la segunda?

Quedamos atentos a su amable respuesta.

Dunia Ordóñez Zelaya
Ministra Consejera
Misión Permanente de Honduras ante las Naciones Unidas
Tel. 212-752-3370
""", G("enquiry", "message", "es", "HND", "new_york", None, None, ["gcm-round-1", "gcm-round-2"], [], ["asks for a date, not for support"]), charset="windows-1252", cte="8bit")

PRY = """
^ Misión Permanente del Paraguay
^ ante las Naciones Unidas
= 801 Second Avenue, Suite 702 - New York, NY 10017
< MPPY/NU/N.V./461/2017
> Nueva York, 7 de septiembre de 2017

La Misión Permanente del Paraguay ante las Naciones Unidas presenta sus atentos saludos a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y, en alusión a su nota MPPY/NU/N.V./430/2017 de fecha 24 de agosto último, tiene el agrado de comunicar la rectificación del nombre de la funcionaria postulada para la sexta sesión temática oficiosa (Ginebra, 12 y 13 de octubre de 2017), que debe leerse: **Liz Paola Benítez Ayala**, Jefa del Departamento de Extranjería, Dirección General de Migraciones.

Los demás términos de la citada nota permanecen invariables.

La Misión Permanente del Paraguay ante las Naciones Unidas hace propicia la oportunidad para reiterar las expresiones de su más alta consideración.
"""
mail(28, "paraguay-rectificacion", "Paraguay ONU <paraguay@un.int>", "Rectificación de nota", "2017-09-07 17:48 -0400", "zimbra", "Se remite nota rectificatoria.\n",
     G("amendment", "note_verbale", "es", "PRY", "new_york", "MPPY/NU/N.V./461/2017", "2017-09-07", ["gcm-thematic-6"],
       [T("Liz Paola Benítez Ayala", "f", "Jefa del Departamento de Extranjería, Dirección General de Migraciones")],
       ["correction of a name", "gender by ending only", "two references"], carrier="doc"),
     [P("NV 461.doc", "note", "doc", PRY, lang="es", font="times")])

mail(29, "nicaragua-dos-notas", "Nicaragua NY <nicaragua@un.int>", "Remite nota de Cancillería", "2017-08-10 11:22 -0400", "outlook",
     fill("""
|MISION PERMANENTE DE NICARAGUA ANTE LAS NACIONES UNIDAS

|MINIC-MIS-077-08-17

La Misión Permanente de la República de Nicaragua ante las Naciones Unidas saluda atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional, en ocasión de solicitar apoyo de viaje para el compañero Comisionado Denis Urbina Gadea, Segundo Jefe de la Dirección de Migración y Extranjería, a fin de que asista a la quinta sesión temática oficiosa relativa al tráfico ilícito de migrantes, la trata de personas y las formas contemporáneas de la esclavitud, a realizarse en Viena, Austria, el 4 y 5 de septiembre de 2017.

La Misión Permanente de Nicaragua aprovecha la ocasión para reiterarle las muestras de su consideración y estima.

|Nueva York, diez de agosto de dos mil diecisiete
"""), G("request", "note_verbale", "es", "NIC", "new_york", "MINIC-MIS-077-08-17", "2017-08-10", ["gcm-thematic-5"],
       [T("Denis Urbina Gadea", "m", "Segundo Jefe de la Dirección de Migración y Extranjería")], ["date in words", "rank before the name", "label-like reference"]),
     charset="utf-8", cte="quoted-printable", flowed=False)
